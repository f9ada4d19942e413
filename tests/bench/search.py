"""Times search in libraries of 20,000, 200,000 and a million names and counts what altered names still find.

`python -m tests.bench.search [--json] [--cases names_20k,…] [--keep FOLDER]`; with BRIEFER_LISTS the names are those of
the real lists as far as they go, and the queries are made from those alone.
"""

import argparse
import json
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefer.library import Library
from briefer.library.keys import key
from briefer.library.likeness import words
from briefer.model.errors import BrieferError
from briefer.model.facts import Designation, EntityRecord, Value
from briefer.sources import Head, Reading, expand, recognise
from tests.bench.make_names import ALTERATIONS, made_up

CASES = {"names_20k": 20_000, "names_200k": 200_000, "names_1m": 1_000_000}
TARGETS = {"p95_ms": 50.0, "recall_1": 0.90, "recall_10": 0.97}
QUERIES = 400
LISTS = os.environ.get("BRIEFER_LISTS", "")


@dataclass(frozen=True, slots=True)
class Query:
    """One altered name, and the name and entity that it was made from."""

    kind: str
    asked: str
    name: str
    id: str


def real() -> list[EntityRecord]:
    """The entities of the real lists that the program reads, each id once."""
    found: dict[str, EntityRecord] = {}
    folders = sorted(each for each in Path(LISTS).rglob("*") if each.is_dir()) if LISTS else []
    for path in (path for folder in folders for path in files(folder)):
        with suppress(BrieferError):  # a file of another kind, or of a format not read yet
            reading = recognise(path)
            records = reading.records() if reading.kind == "list" else ()
            found |= {each.id: each for each in records if isinstance(each, EntityRecord)}
    return list(found.values())


def files(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that a reader may know, none where there is none."""
    try:
        return expand([folder])
    except BrieferError:
        return ()


def invented(number: int) -> Iterator[EntityRecord]:
    """So many made-up entities of one name each."""
    tag = (Designation(regime="US", programme="TEST"),)
    for at, name in enumerate(made_up(number)):
        yield EntityRecord(
            id=f"made-{at}",
            schema="LegalEntity",
            caption=name,
            values=(Value(prop="name", value=name),),
            designations=tag,
        )


def names(each: EntityRecord) -> list[str]:
    """The names that a query may be made from: the first of each entity, where it has two words to say."""
    said = [value.value for value in each.values if value.prop == "name"][:1]
    return [name for name in said if len(words(key(name))) > 1]


def fill(library: Library, some: list[EntityRecord], number: int) -> None:
    """Imports the records and as many made-up ones as make the number of names."""
    held = sum(value.prop in ("name", "alias", "weakAlias") for each in some for value in each.values)

    def records() -> Iterator[Any]:
        yield Head(list="bench", title="Bench", publisher="Bench", regime="US", published=date(2025, 1, 1))
        yield from some
        yield from invented(max(0, number - held))

    digest = sha256(str(number).encode()).hexdigest()
    path = Path("bench")
    library.import_list(Reading(path=path, files=(path,), format="bench", kind="list", sha256=digest, records=records))


def queries(some: list[EntityRecord]) -> list[Query]:
    """Queries of every kind of alteration, evenly, always the same for the same names."""
    dice = random.Random(11)
    named = [(name, each.id) for each in some for name in names(each)]
    made = []
    for kind, alter in ALTERATIONS.items():
        for name, id in dice.sample(named, min(len(named), QUERIES // len(ALTERATIONS))):
            made.append(Query(kind, alter(name, dice), name, id))
    return made


def measure(library: Library, asked: list[Query]) -> dict[str, Any]:
    """Asks all queries in a warm process; a hit is the entity, or another one of the very same name."""
    for query in asked[:20]:
        library.search(query.asked)
    taken, first, ten = [], defaultdict(list), defaultdict(list)
    for query in asked:
        started = time.perf_counter()
        hits = library.search(query.asked)[:10]
        taken.append(1000 * (time.perf_counter() - started))
        same = sorted(words(key(query.name)))
        right = [each.id == query.id or sorted(words(key(each.matched))) == same for each in hits]
        first[query.kind].append(any(right[:1]))
        ten[query.kind].append(any(right))
    taken.sort()
    return {
        "p50_ms": round(statistics.median(taken), 1),
        "p95_ms": round(taken[int(len(taken) * 0.95)], 1),
        "recall_1": _share(first),
        "recall_10": _share(ten),
        "by_alteration": {kind: [_share({kind: first[kind]}), _share({kind: ten[kind]})] for kind in first},
    }


def _share(found: dict[str, list[bool]]) -> float:
    all_ = [each for some in found.values() for each in some]
    return round(sum(all_) / len(all_), 3)


def run(case: str, folder: Path) -> dict[str, Any]:
    """Fills a library, unless the folder holds it already, and measures it."""
    known = real()
    path = folder / f"{case}.sqlite"
    fresh = not path.exists()
    started = time.perf_counter()
    with Library.open(path) as library:
        if fresh:
            fill(library, known, CASES[case])
        seconds = time.perf_counter() - started
        found = measure(library, queries(known or list(invented(20_000))))
    met = found["p95_ms"] <= TARGETS["p95_ms"] and all(
        found[each] >= TARGETS[each] for each in ("recall_1", "recall_10")
    )
    return {"case": case, "seconds": round(seconds, 1), **found, "target": TARGETS, "met": met}


def main() -> int:
    """Runs the cases and prints them; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cases", default=",".join(CASES))
    parser.add_argument("--keep", type=Path, help="a folder in which the libraries stay for the next run")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = given.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        cases = [run(case, folder) for case in given.cases.split(",")]
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    result = {"bench": "search", "machine": machine, "versions": {"python": platform.python_version()}, "cases": cases}
    if given.json:
        sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    else:
        for each in cases:
            sys.stdout.write(" ".join(f"{name}={value}" for name, value in each.items()) + "\n")
    return 0 if all(each["met"] for each in cases) else 1


if __name__ == "__main__":
    sys.exit(main())
