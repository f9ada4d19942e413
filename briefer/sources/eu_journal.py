"""Annexes of EU acts in the Official Journal, as tables: true listing dates, annex by annex, with the reasons.

A table holds either all annexes of one framework act or what one amending act adds to and changes in several. A row is
one entity in one annex; its id is the act, the annex and the number printed there, or a checksum of the name where the
annex numbers nothing.
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from briefer.language import _, mark
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Designation, EntityRecord, Value
from briefer.sources import dates, eu_journal_acts, measure_classes
from briefer.sources.cell_lists import several
from briefer.sources.cells import Cleaner
from briefer.sources.eu_journal_values import values
from briefer.sources.grouping import grouped
from briefer.sources.opening import DOWNLOAD, Look, refuse_uneven, rows
from briefer.sources.reading import Head, Reading, Record, list_file

MARKS = frozenset({"recordid", "programkey", "annex", "measure", "startdate"})
ACTS = ("amendmentcelex", "celex")
SCALAR = frozenset(
    [
        "amendedcelex",
        "amendmentcelex",
        "celex",
        "recordid",
        "programkey",
        "annex",
        "measure",
        "startdate",
        "reason",
        "schema",
        "name",
    ]
)
SCHEMATA = frozenset({"Person", "LegalEntity", "Organization", "Company", "Vessel", "Asset"})
AMENDING = mark(
    "the table holds what one amending act adds and changes; entries that other acts brought "
    "are not in it, so import it with --partial"
)

Row = tuple[int, Mapping[str, str]]
Key = tuple[str, str, str, str]


def sniff(look: Look) -> Reading | None:
    """The reading of a table of annexes, None of any other file."""
    columns = _named(look.lines[0]) if look.shape == "csv" and look.lines else []
    if not set(columns) >= MARKS or not set(columns) & set(ACTS):
        return None
    return list_file(look.path, "eu-journal", _records, look.delimiter)


def _records(path: Path, delimiter: str) -> Iterator[Record]:
    # The same number may stand for a ship and a company in one annex; then the id says which.
    kinds: dict[tuple[str, ...], set[str]] = {}
    for (*entry, schema), _row in _rows(path, delimiter):
        kinds.setdefault(tuple(entry), set()).add(schema)
    first: Head | None = None
    for key, found in grouped(partial(_rows, path, delimiter)):
        number, row = found[0]
        if first is None:
            first = _head(path, number, row)
            yield first
            yield from [Warned(record="", message=_(AMENDING))] if row.get("amendmentcelex") else []
        yield from _entity(path, key, found, several_kinds=len(kinds[key[:3]]) > 1)
    if first is None:
        raise BadInput(path, _("the table holds no row"), _(DOWNLOAD))


def _named(cells: "list[str] | tuple[str, ...]") -> list[str]:
    return [cell.strip().lower() for cell in cells]


def _rows(path: Path, delimiter: str) -> Iterator[tuple[Key, Row]]:
    columns: list[str] = []
    for number, cells in rows(path, delimiter):
        if number == 1:
            columns = _named(cells)
        elif any(cell.strip() for cell in cells):
            refuse_uneven(path, number, cells, len(columns))
            row = {column: cell for column, cell in zip(columns, cells, strict=True) if cell.strip()}
            yield _key(row), (number, row)


def _key(row: Mapping[str, str]) -> Key:
    """Framework act, annex, number (or the checksum of the name) and schema."""
    act = row.get("amendedcelex") or row.get("celex", "")
    name = " ".join(row.get("name", "").split())
    number = row.get("recordid", "").strip() or f"x{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    return act.strip(), row.get("annex", "").strip(), number, row.get("schema", "").strip()


def _head(path: Path, number: int, row: Mapping[str, str]) -> Head:
    celex = (row.get("amendmentcelex") or row.get("celex", "")).strip()
    act = eu_journal_acts.act_of(celex)
    if act is None:
        raise BadInput(path, _("{celex!r} is no CELEX number of an act", celex=celex), _(DOWNLOAD), row=number)
    return Head(
        list=f"eu-oj-{celex}",
        title=f"{act.title}, annexes",
        publisher="Official Journal of the European Union",
        regime="EU",
        url=act.url,
    )


def _entity(path: Path, key: Key, found: list[Row], *, several_kinds: bool) -> Iterator[Record]:
    number, row = found[0]
    act = eu_journal_acts.act_of(key[0])
    if act is None or not row.get("name", "").strip():
        raise BadInput(path, _("the row lacks the CELEX number of an act or a name"), _(DOWNLOAD), row=number)
    _act, annex, entry, schema = key
    parts = (act.tag, annex or "main", entry, *((schema,) if several_kinds else ()))
    cleaner = Cleaner(path, number, "eu-oj-" + "-".join("-".join(part.replace("/", " ").split()) for part in parts))
    stated = [value for _, each in found for value in _values(each, cleaner)]
    if schema not in SCHEMATA:
        stated.append(cleaner.value("notes", f"schema: {schema or 'none'}"))
    yield EntityRecord(
        id=cleaner.record,
        schema=schema if schema in SCHEMATA else "LegalEntity",
        caption=stated[0].value,
        values=tuple(dict.fromkeys(stated)),
        designations=tuple(dict.fromkeys(_designation(act, each, cleaner) for _, each in found)),
    )
    yield from cleaner.warnings()
    for value in stated:
        if value.date and value.date.earliest is None:
            yield Warned(record=cleaner.record, message=_("the date {text!r} was kept as text", text=value.value))


def _values(row: Mapping[str, str], cleaner: Cleaner) -> Iterator[Value]:
    yield from values("name", row["name"], cleaner)
    for column, cell in row.items():
        if column not in SCALAR:
            for text in several(cell):
                yield from values(column, text, cleaner)


def _designation(act: eu_journal_acts.Act, row: Mapping[str, str], cleaner: Cleaner) -> Designation:
    said = {column: cleaner.text(row.get(column, "")) for column in SCALAR}
    annex, number = said["annex"], said["recordid"]
    measures = (said["measure"],) if said["measure"] else ()
    start = dates.maybe(said["startdate"])
    amending = eu_journal_acts.act_of(said["amendmentcelex"])
    place = ", ".join(filter(None, (f"Annex {annex}" if annex else "", f"entry {number}" if number else "")))
    notes = (place, said["programkey"], "" if start else "the annex prints no date of listing")
    return Designation(
        regime="EU",
        programme=act.tag,
        list_type=f"Annex {annex.partition('.')[0]}" if annex else "",
        authority=f"{act.title}; amended by {amending.title}" if amending else act.title,
        measures=measures,
        classes=measure_classes.classes(measures),
        start=start,
        reason=said["reason"],
        url=(amending or act).url,
        note="; ".join(filter(None, notes)),
    )
