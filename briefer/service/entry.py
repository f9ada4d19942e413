"""Positions, issues and sources that a person enters: what is to be said of each field as it is typed, and storing.

What is stored goes the way of an imported table, with its checks. Nothing is overwritten: an edited position is a new
one that takes the place of the former, and the former state of a source or an issue stays in the library.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from anyascii import anyascii

from briefer.model.answers import ImportReport
from briefer.model.desk import Known, Remark
from briefer.model.facts import PartialDate
from briefer.model.policy import Issue, Position, Source
from briefer.sources import dates
from briefer.sources.table_rows import GRADE, LANGUAGE, STANCES

if TYPE_CHECKING:
    from briefer.library import Library
    from briefer.sources.reading import Record

Cells = Mapping[str, str]
Check = Callable[[Cells, Known], Iterator[Remark]]
BY_HAND = Path("entered by hand")
"""What stands for the file in a message."""
AHEAD = timedelta(days=1)
"""Where somebody speaks it may be tomorrow already."""
ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
ORDER = re.compile(r"-?\d{1,6}")
URL = re.compile(r"https?://[^\s/]+\.[^\s]+", re.IGNORECASE)
SLASHES = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
QUOTED = re.compile(r"^[“\"„«'‘].*[”\"“»'’]$", re.DOTALL)
ENGLISH = "en"


def remarks(kind: str, cells: Cells, known: Known) -> tuple[Remark, ...]:
    """Gives what is to be said of the fields of a position, an issue or a source, in the order of the checks."""
    plain = {name: text.strip() for name, text in cells.items()}
    return tuple(remark for check in CHECKS[kind] for remark in check(plain, known))


def precision(text: str) -> tuple[PartialDate | None, str]:
    """Reads a date as it is typed, and says how exact it is: day, month, year, range, about, or none."""
    found = dates.maybe(text.strip())
    if found is None or found.earliest is None or found.latest is None:
        return found, "none"
    if found.circa:
        return found, "about"
    first, last = found.earliest, found.latest
    if first == last:
        return found, "day"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return found, "year"
    whole_month = first.day == 1 and (last + timedelta(days=1)).day == 1
    return found, "month" if whole_month and (first.year, first.month) == (last.year, last.month) else "range"


def _needed(*fields: str) -> Check:
    def check(cells: Cells, _known: Known) -> Iterator[Remark]:
        yield from (Remark(field=field, code="missing") for field in fields if not cells.get(field))

    return check


def _issue(cells: Cells, known: Known) -> Iterator[Remark]:
    if cells.get("issue") and cells["issue"] not in {each.id for each in known.issues}:
        yield Remark(field="issue", code="unknown", value=cells["issue"])


def _stance(cells: Cells, _known: Known) -> Iterator[Remark]:
    if cells.get("stance") and cells["stance"] not in STANCES:
        yield Remark(field="stance", code="stance", value=cells["stance"])


def _dated(*fields: str) -> Check:
    def check(cells: Cells, _known: Known) -> Iterator[Remark]:
        for field in fields:
            found, exact = precision(cells.get(field, ""))
            if found is not None and exact == "none":
                code = "slashes" if SLASHES.fullmatch(found.text) else "no-date"
                yield Remark(field=field, code=code, value=found.text)
            elif found is not None and (found.earliest or date.min) > date.today() + AHEAD:  # noqa: DTZ011  the user's day
                yield Remark(field=field, code="future", value=found.text)

    return check


def _in_order(cells: Cells, _known: Known) -> Iterator[Remark]:
    said, reported = (precision(cells.get(field, ""))[0] for field in ("said_on", "reported_on"))
    if said and reported and said.earliest and reported.latest and reported.latest < said.earliest:
        yield Remark(field="reported_on", code="before-said", value=said.text)
    if reported and not said:
        yield Remark(field="said_on", code="no-day", stops=False)


def _words(cells: Cells, _known: Known) -> Iterator[Remark]:
    quote, translation = cells.get("quote", ""), cells.get("translation", "")
    if not (quote or translation or cells.get("paraphrase")):
        yield Remark(field="paraphrase", code="no-words")
    if QUOTED.match(quote):
        yield Remark(field="quote", code="marks", stops=False)
    if quote and not cells.get("language"):
        yield Remark(field="language", code="quote-language")
    if quote and not (cells.get("said_on") or cells.get("reported_on")):
        yield Remark(field="said_on", code="quote-date")
    if quote and not translation and cells.get("language", ENGLISH).split("-")[0].lower() != ENGLISH:
        yield Remark(field="translation", code="no-translation", value=cells["language"], stops=False)
    if translation and not quote:
        yield Remark(field="translation", code="translation-alone", stops=False)


def _language(cells: Cells, known: Known) -> Iterator[Remark]:
    said = cells.get("language", "")
    if said and not LANGUAGE.fullmatch(said):
        yield Remark(field="language", code="language-shape", value=said)
    elif said and known.languages and said.split("-")[0].lower() not in dict(known.languages):
        yield Remark(field="language", code="language-unknown", value=said, stops=False)


def _grade(cells: Cells, _known: Known) -> Iterator[Remark]:
    if cells.get("grade") and not GRADE.fullmatch(cells["grade"]):
        yield Remark(field="grade", code="grade", value=cells["grade"])


def _source(cells: Cells, known: Known) -> Iterator[Remark]:
    said = cells.get("source", "")
    if not said:
        yield Remark(field="source", code="no-source")
    elif said not in {each.id for each in known.sources}:
        yield Remark(field="source", code="unknown", value=said)
    elif not cells.get("locator"):
        yield Remark(field="locator", code="no-locator", stops=False)


def _supersedes(cells: Cells, known: Known) -> Iterator[Remark]:
    former = next((each for each in known.positions if each.id == cells.get("supersedes")), None)
    if cells.get("supersedes") and former is None:
        yield Remark(field="supersedes", code="unknown", value=cells["supersedes"])
    if former and cells.get("holder") and former.holder != cells["holder"]:
        yield Remark(field="supersedes", code="other-holder", value=former.holder, stops=False)
    if former and cells.get("issue") and former.issue != cells["issue"]:
        yield Remark(field="supersedes", code="other-issue", value=former.issue, stops=False)


def _key(kind: str) -> Check:
    def check(cells: Cells, known: Known) -> Iterator[Remark]:
        id, former = cells.get("id", ""), cells.get("former", "")
        if id and not ID.fullmatch(id):
            yield Remark(field="id", code="key-shape", value=id)
        elif id and id != former and id in {each.id for each in getattr(known, kind)}:
            yield Remark(field="id", code="taken", value=id)

    return check


def _order(cells: Cells, _known: Known) -> Iterator[Remark]:
    if cells.get("order") and not ORDER.fullmatch(cells["order"]):
        yield Remark(field="order", code="order", value=cells["order"])


def _url(cells: Cells, _known: Known) -> Iterator[Remark]:
    if cells.get("url") and not URL.fullmatch(cells["url"]):
        yield Remark(field="url", code="url", value=cells["url"])


CHECKS: Mapping[str, tuple[Check, ...]] = {
    "positions": (
        _needed("holder", "issue", "stance"),
        _issue,
        _stance,
        _words,
        _language,
        _dated("said_on", "reported_on"),
        _in_order,
        _source,
        _grade,
        _supersedes,
    ),
    "sources": (_needed("title"), _dated("date"), _url, _grade, _key("sources")),
    "issues": (_needed("title", "proposition"), _order, _key("issues")),
}


def cells_of(each: Position | Issue | Source) -> dict[str, str]:
    """Gives what is recorded as the cells of a form; `former` is the id under which it is."""
    made = {"former": each.id}
    for name in each.__dataclass_fields__:
        value = getattr(each, name)
        if isinstance(value, PartialDate):
            made[name] = value.text
        elif isinstance(value, tuple):
            made[name] = "; ".join(value)
        elif name == "stance":
            made[name] = "unclear" if value is None else str(value)
        else:
            made[name] = "" if value is None else str(value)
    return made


def key_for(kind: str, cells: Cells, taken: Iterable[str]) -> str:
    """Proposes a free id that can be read: the holder or the publisher, with the day, or the title."""
    day = precision(cells.get("said_on") or cells.get("reported_on") or cells.get("date") or "")[0]
    stems = {"positions": "holder", "sources": "publisher", "issues": "title"}
    named = cells.get(stems[kind], "") or cells.get("title", "")
    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(" ".join(named.split()[:4])).lower()).strip("-")
    words = plain[:40].rstrip("-") or kind.removesuffix("s")
    stem = "-".join(filter(None, (words, _stamp(day) if kind != "issues" else "")))
    held = set(taken)
    return next(id for number in range(len(held) + 2) if (id := f"{stem}-{number + 1}" if number else stem) not in held)


def _stamp(day: PartialDate | None) -> str:
    if day is None or day.earliest is None:
        return ""
    exact = {"day": 10, "month": 7}.get(precision(day.text)[1], 4)
    return day.earliest.isoformat()[:exact]


def store(library: "Library", kind: str, rows: Iterable[Cells]) -> tuple[tuple[str, ...], ImportReport]:
    """Stores rows of one kind in one transaction and gives their ids; BadInput where a table with them is refused.

    A row without an id is given one; a position that was recorded before is stored beside it and takes its place.
    """
    from briefer.sources.reading import Reading
    from briefer.sources.table_rows import COLUMNS, Maker, Row

    taken = {each.id for each in getattr(library, kind)(**({"everything": True} if kind == "positions" else {}))}
    made: list[dict[str, str]] = []
    for row in rows:
        cells = {name: text.strip() for name, text in row.items() if name in COLUMNS[kind]}
        if kind == "positions" and row.get("former"):
            cells |= {"id": "", "supersedes": row["former"]}
        cells["id"] = cells.get("id") or key_for(kind, cells, taken)
        taken.add(cells["id"])
        made.append(cells)
    maker = Maker(BY_HAND, kind)

    def records() -> "Iterator[Record]":
        for number, cells in enumerate(made, 1):
            yield from maker.records(Row(BY_HAND, number, kind, cells))

    digest = hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()
    reading = Reading(path=BY_HAND, files=(), format=kind, kind="rows", sha256=digest, records=records)
    return tuple(cells["id"] for cells in made), library.import_rows(reading)
