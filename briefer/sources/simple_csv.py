"""OpenSanctions' `targets.simple.csv`: one row for each target, several values to a cell.

It tells no list type, no legal basis and no dates of designation; the FollowTheMoney file of the same data set does.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Designation, EntityRecord, Value
from briefer.sources import dates, ftm_statements
from briefer.sources.cell_lists import several
from briefer.sources.cells import Cleaner
from briefer.sources.naming import slug, undated
from briefer.sources.opening import DOWNLOAD, Look, refuse_uneven, rows
from briefer.sources.reading import Head, Reading, Record, list_file
from briefer.sources.scripts import script_tag

MARKS = frozenset({"id", "schema", "name", "aliases", "dataset"})
PROPS = MappingProxyType(
    {
        "aliases": "alias",
        "birth_date": "birthDate",
        "countries": "country",
        "addresses": "address",
        "identifiers": "idNumber",
        "phones": "phone",
        "emails": "email",
        "first_seen": "createdAt",
        "last_change": "modifiedAt",
    }
)
# When a crawler last met the row is no fact about the target, and differs in every file.
APART = frozenset({"id", "schema", "name", "dataset", "sanctions", "program_ids", "last_seen"})
DATES = frozenset({"birthDate", "createdAt", "modifiedAt"})
NAMED = frozenset({"alias", "address"})
ENDINGS = re.compile(r"(\.targets)?(\.simple)?\.(csv|tsv)$", re.IGNORECASE)
NO_BASIS = "the table gives no date and no legal basis"


def sniff(look: Look) -> Reading | None:
    """The reading of a simple table, None of any other file."""
    columns = {cell.strip().lower() for cell in look.lines[0]} if look.shape == "csv" and look.lines else set()
    if not columns >= MARKS or not columns & {"sanctions", "program_ids"}:
        return None
    return list_file(look.path, "opensanctions-simple", _records, look.delimiter)


def _records(path: Path, delimiter: str) -> Iterator[Record]:
    yield _head(path, delimiter)
    seen: set[str] = set()
    for number, row in _rows(path, delimiter):
        id = row.get("id", "").strip()
        if not id or not id.isprintable() or not row.get("schema", "").strip():
            raise BadInput(path, _("the row has no printable id or no schema"), _(DOWNLOAD), row=number)
        if id in seen:
            yield Warned(record=id, message=_("row {number} repeats this id; the first row was kept", number=number))
            continue
        seen.add(id)
        yield from _entity(path, number, id, row)
    if not seen:
        raise BadInput(path, _("the table holds no target"), _(DOWNLOAD))


def _head(path: Path, delimiter: str) -> Head:
    """Names the list by its one data set, by the file's name where the rows come from several."""
    titles: set[str] = set()
    for _number, row in _rows(path, delimiter):
        titles.add(row.get("dataset", "").strip())
        if len(titles) > 1:
            break
    stem = undated(path.name, ENDINGS)
    title = next(iter(titles), "") if len(titles) == 1 else ""
    return Head(
        list=f"opensanctions-{slug(title or stem)}",
        title=title or stem,
        publisher="OpenSanctions",
        regime="",
        url="https://www.opensanctions.org/datasets/",
    )


def _rows(path: Path, delimiter: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    columns: list[str] = []
    for number, cells in rows(path, delimiter):
        if number == 1:
            columns = [cell.strip().lower() for cell in cells]
        elif any(cell.strip() for cell in cells):
            refuse_uneven(path, number, cells, len(columns))
            yield number, dict(zip(columns, cells, strict=True))


def _entity(path: Path, number: int, id: str, row: Mapping[str, str]) -> Iterator[Record]:
    cleaner = Cleaner(path, number, id)
    name = cleaner.value("name", row.get("name", ""), lang=script_tag(row.get("name", "")))
    yield EntityRecord(
        id=id,
        schema=row["schema"].strip(),
        caption=name.value or id,
        values=((name,) if name.value else ()) + tuple(_values(row, cleaner)),
        designations=tuple(_designations(row, cleaner)),
    )
    yield from cleaner.warnings()


def _values(row: Mapping[str, str], cleaner: Cleaner) -> Iterator[Value]:
    for column, cell in row.items():
        if column in APART:
            continue
        prop = PROPS.get(column, "notes")
        for text in several(cell):
            yield cleaner.value(
                prop,
                text,
                lang=script_tag(text) if prop in NAMED else "",
                note="" if column in PROPS else column,
                date=dates.parse(text.strip()) if prop in DATES else None,
            )


def _designations(row: Mapping[str, str], cleaner: Cleaner) -> Iterator[Designation]:
    """One for each programme; where the file names none, one for each sanction in the words of the table."""
    said = [cleaner.text(text) for text in several(row.get("sanctions", ""))]
    tags = [cleaner.text(text) for text in several(row.get("program_ids", ""))]
    if tags:
        told = "; ".join(said)
        for tag in tags:
            regime = ftm_statements.REGIMES.get(tag.partition("-")[0].lower(), "")
            yield Designation(regime=regime, programme=tag, note="; ".join(filter(None, (told, NO_BASIS))))
    else:
        for text in said:
            yield Designation(regime=_regime(text), programme="", note=f"{text}; {NO_BASIS}")


def _regime(text: str) -> str:
    return next((code for pattern, code in ftm_statements.AUTHORITIES if pattern.search(text)), "")
