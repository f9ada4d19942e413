"""Stand-ins for what the sources yield, and the children that tests kill or race."""

import hashlib
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from briefer.library import Library
from briefer.model.errors import BrieferError
from briefer.model.facts import Designation, EntityRecord, Link, PartialDate, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    list: str = "ofac-sdn"
    title: str = "Specially Designated Nationals"
    publisher: str = "OFAC"
    regime: str = "US"
    published: date | None = None
    declared: int | None = None
    url: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    path: Path
    files: tuple[Path, ...]
    format: str
    kind: str
    sha256: str
    records: Callable[[], Iterator[Any]]


def reading(*records: Any, form: str = "ofac-csv", kind: str = "list", salt: str = "") -> Any:
    digest = hashlib.sha256(f"{records!r}{salt}".encode()).hexdigest()
    path = Path("lists/sdn.csv")
    return Reading(path=path, files=(path,), format=form, kind=kind, sha256=digest, records=lambda: iter(records))


def listing(
    *records: Any,
    published: str | None = None,
    of: str = "ofac-sdn",
    declared: int | None = None,
    publisher: str = "OFAC",
    **said: str,
) -> Any:
    day = date.fromisoformat(published) if published else None
    return reading(Head(list=of, published=day, declared=declared, publisher=publisher), *records, **said)


def rows(kind: str, *records: Any) -> Any:
    return reading(*records, form=kind, kind="rows")


def day(text: str) -> PartialDate:
    return PartialDate(text=text, earliest=date.fromisoformat(text), latest=date.fromisoformat(text))


def tag(
    programme: str = "RUSSIA-EO14024", start: str | None = None, until: str | None = None, **said: Any
) -> Designation:
    return Designation(
        regime="US",
        programme=programme,
        start=day(start) if start else None,
        until=day(until) if until else None,
        **said,
    )


def record(
    id: str,
    *names: str,
    schema: str = "Person",
    tags: tuple[Designation, ...] = (tag(),),
    links: tuple[Link, ...] = (),
    values_: tuple[tuple[str, str], ...] = (),
    **said: Any,
) -> EntityRecord:
    named = names or (f"Name of {id}",)
    values = tuple(Value(prop="name" if place == 0 else "alias", value=name) for place, name in enumerate(named))
    values += tuple(Value(prop=prop, value=value) for prop, value in values_)
    return EntityRecord(id=id, schema=schema, caption=named[0], values=values, designations=tags, links=links, **said)


def many(number: int, first: int = 0) -> list[EntityRecord]:
    return [record(f"ofac-{each}", f"Person {each}") for each in range(first, first + number)]


def import_slowly(library: str, started: str) -> None:
    """A child's import that reaches its middle, says so and stays there until it is killed."""

    def records() -> Iterator[Any]:
        yield Head(published=date(2025, 2, 1))
        yield from many(1200)
        Path(started).touch()
        time.sleep(60)

    with Library.open(Path(library)) as opened:
        opened.import_list(replace(reading(salt="slow"), records=records))


def import_at_once(library: str, number: str) -> None:
    """A child's import beside others; prints what came of it."""
    records = many(600, 1000 * int(number))
    try:
        with Library.open(Path(library)) as opened:
            said = str(opened.import_list(listing(*records, of=f"list-{number}", published="2025-01-01")).added)
    except BrieferError as error:
        said = str(error)
    sys.stdout.write(said)


if __name__ == "__main__":
    {"import_slowly": import_slowly, "import_at_once": import_at_once}[sys.argv[1]](*sys.argv[2:])
