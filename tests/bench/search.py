"""Times search in libraries of 20,000, 200,000 and a million names and counts what names still find.

`python -m tests.bench.search [--json] [--cases names_20k,…] [--keep FOLDER]`; with BRIEFER_LISTS the names are those of
the real lists as far as they go, and the queries are made from those alone; without, recall has no target, since many
made-up names differ by one word that a query may lack. Three cases need the lists: `labelled` and
`labelled_in_lists`, the labelled pairs among made-up persons and among all names of the lists, and `scripts`, names in
other scripts asked in a library that holds the Latin ones alone. The last two count namesakes and translations that
nobody could tell by the name, so they have no target.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from briefer.library import Library
from briefer.library.keys import NAMES, script
from briefer.model.errors import BrieferError
from briefer.model.facts import EntityRecord
from briefer.sources import Head, Reading, expand, recognise
from tests.bench import labelled, recall
from tests.bench.make_names import made_up
from tests.bench.report import report

SIZES = {"names_20k": 20_000, "names_200k": 200_000, "names_1m": 1_000_000}
TIME = {"p95_ms": 50.0}
RECALL = {"recall_1": 0.90, "recall_10": 0.97}
WHOLE_CALL = 0.8  # seconds
CALLS = 7
PER_SCRIPT = 60
ASKED = 20_000
"""So many of the made-up names may be asked for where there are no lists."""
LISTS = os.environ.get("BRIEFER_LISTS", "")


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
    return (recall.entity(f"made-{at}", name) for at, name in enumerate(made_up(number)))


def fill(library: Library, some: Sequence[EntityRecord], number: int = 0) -> None:
    """Imports the records and as many made-up ones as make the number of names."""
    held = sum(value.prop in NAMES for each in some for value in each.values)

    def records() -> Iterator[Any]:
        yield Head(list="bench", title="Bench", publisher="Bench", regime="US", published=date(2025, 1, 1))
        yield from some
        yield from invented(max(0, number - held))

    digest = sha256(str(number).encode()).hexdigest()
    path = Path("bench")
    library.import_list(Reading(path=path, files=(path,), format="bench", kind="list", sha256=digest, records=records))


def sized(path: Path, number: int) -> dict[str, Any]:
    """Altered names in a library of so many; in the smallest also made-up persons, who should find nobody."""
    known = real()
    with Library.open(path) as library:
        if not library.lists():
            fill(library, known, number)
        answers = recall.ask(library, recall.altered(known or list(islice(invented(number), ASKED))))
        found = {"names": "lists" if known else "made up"} | recall.timed(answers) | recall.counted(answers)
        if LISTS and number == min(SIZES.values()):
            found |= recall.told_apart(library, answers, labelled.made_up_persons(Path(LISTS)))
    return found


def pairs(path: Path, among: Sequence[EntityRecord]) -> dict[str, Any]:
    """The labelled pairs in a library that holds both those that are one and those that are not."""
    lists = Path(LISTS)
    checks, scripts = labelled.pairs(lists), labelled.in_two_scripts(lists)
    meant = dict.fromkeys(pair.meant for pair in (*checks, *scripts))
    with Library.open(path) as library:
        if not library.lists():
            fill(library, [*among, *(recall.entity(f"pair-{at}", name) for at, name in enumerate(meant))])
        answers = recall.ask(library, [*recall.labelled("checks", checks), *recall.labelled("two scripts", scripts)])
    return recall.timed(answers) | recall.counted(answers)


def persons() -> list[EntityRecord]:
    """The made-up persons as entities."""
    return [recall.entity(f"person-{at}", name) for at, name in enumerate(labelled.made_up_persons(Path(LISTS)))]


def other_scripts(path: Path) -> dict[str, Any]:
    """The names that the lists give in other scripts, where the library holds the Latin ones alone."""
    latin, asked = _by_script(real())
    dice = Random(5)
    queries = [query for some in asked.values() for query in dice.sample(some, min(len(some), PER_SCRIPT))]
    with Library.open(path) as library:
        if not library.lists():
            fill(library, latin)
        answers = recall.ask(library, queries)
    return recall.timed(answers) | recall.counted(answers)


def _by_script(known: Sequence[EntityRecord]) -> tuple[list[EntityRecord], dict[str, list[recall.Query]]]:
    latin, asked = [], dict[str, list[recall.Query]]()
    for each in known:
        named = [value.value for value in each.values if value.prop in NAMES]
        plain = [name for name in named if not script(name)]
        if plain:
            kept = tuple(value for value in each.values if value.prop not in NAMES or value.value in plain)
            latin.append(replace(each, values=kept, caption=plain[0]))
            for name in (name for name in named if script(name)):
                query = recall.Query(script(name), name, frozenset(map(recall.same, plain)), each.id)
                asked.setdefault(query.kind, []).append(query)
    return latin, {kind: some for kind, some in sorted(asked.items()) if len(some) > 9}


def whole_call(path: Path) -> dict[str, Any]:
    """The median time of whole calls of the program in a library of 20,000 names."""
    with Library.open(path) as library:
        if not library.lists():
            fill(library, real(), SIZES["names_20k"])
    call = [sys.executable, "-m", "briefer", "--library", str(path), "--json", "search", "Oleg Deripaska"]
    taken = []
    for _ in range(CALLS):
        started = time.perf_counter()
        subprocess.run(call, check=False, capture_output=True)
        taken.append(time.perf_counter() - started)
    return {"whole_call": round(statistics.median(taken), 2)}


Case = tuple[Callable[[Path], dict[str, Any]], dict[str, float]]
CASES: dict[str, Case] = {
    **{name: (partial(sized, number=number), TIME | (RECALL if LISTS else {})) for name, number in SIZES.items()},
    "cli_20k": (whole_call, {"whole_call": WHOLE_CALL}),
}
WITH_LISTS: dict[str, Case] = {
    "labelled": (lambda path: pairs(path, persons()), RECALL),
    "labelled_in_lists": (lambda path: pairs(path, real()), {}),
    "scripts": (other_scripts, {}),
}
if LISTS:
    CASES |= WITH_LISTS


def run(case: str, folder: Path) -> dict[str, Any]:
    """Fills a library, unless the folder holds it already, and measures it against the case's targets."""
    measure, targets = CASES[case]
    started = time.perf_counter()
    found = measure(folder / f"{case}.sqlite")
    met = all(found[each] <= most for each, most in targets.items() if each not in RECALL)
    met = met and all(found[each] >= least for each, least in targets.items() if each in RECALL)
    return {
        "case": case,
        "seconds": found.pop("whole_call", round(time.perf_counter() - started, 1)),
        **found,
        "target": targets or None,
        "met": met if targets else None,
    }


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
    return report("search", cases, given.json)


if __name__ == "__main__":
    sys.exit(main())
