"""FollowTheMoney entities, one JSON object a line, as OpenSanctions publishes them and as our own sample is written.

The lines of one entity may stand anywhere in the file, so it is read twice: once for where the statements about each
entity stand, once for the entities. Beyond FollowTheMoney's own properties a few of ours are understood:

- `proof` (on any line): ids of sources that support the line; `confidence`: verified, partly or to be verified; on an
  entity both hold for all its values, save that `proof:birthDate` names those of the values of that property alone;
- `listType` (Sanction): the part of the list, as "SDN"; the status "not listed" makes the Sanction an Absence, checked
  on `startDate` or `modifiedAt`;
- `asOf` (links): the day for which a share is stated.

A Sanction counts as ended only where its `status` says so: an `endDate` alone may be the next expiry.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

import msgspec

from briefer.language import _, ngettext
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Absence, Designation, EntityRecord, Link, Value
from briefer.sources import dates, ftm_statements
from briefer.sources.cells import LINE, Cleaner, Place
from briefer.sources.ftm_index import ADDRESS, ENDS, Index, Line
from briefer.sources.ftm_statements import Props
from briefer.sources.naming import slug, undated
from briefer.sources.opening import DOWNLOAD, Look, lines_of
from briefer.sources.reading import Head, Reading, Record, list_file
from briefer.sources.scripts import script_tag

DATES = frozenset(
    [
        "birthDate",
        "deathDate",
        "incorporationDate",
        "dissolutionDate",
        "buildDate",
        "registrationDate",
        "createdAt",
        "modifiedAt",
        "date",
    ]
)
NAMES = frozenset(
    [
        "name",
        "alias",
        "weakAlias",
        "previousName",
        "firstName",
        "lastName",
        "middleName",
        "fatherName",
        "motherName",
        "secondName",
        "abbreviation",
        "address",
        "birthPlace",
        "position",
    ]
)
APART = frozenset({"proof", "confidence", "addressEntity"})
SUFFIXES = re.compile(r"(\.ftm|\.entities)?\.(json|jsonl|ndjson|ijson|ftm)$", re.IGNORECASE)
STRAYS_TOLD = 20
FIRST = 1000
"""Lines that are looked at for the name of the data set."""


class Sets(msgspec.Struct):
    """The data sets that a line is of: the parser skips the rest."""

    datasets: list[str] = []


def sniff(look: Look) -> Reading | None:
    """The reading of a file whose first line is one entity, None of any other."""
    if look.shape != "json" or not _is_entity(look.path):
        return None
    return list_file(look.path, "ftm", _records)


def _is_entity(path: Path) -> bool:
    first = next((text for _, _, text in lines_of(path) if text.strip()), b"")
    try:
        msgspec.json.decode(first.removeprefix(b"\xef\xbb\xbf"), type=Line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _records(path: Path) -> Iterator[Record]:
    yield _head(path)
    index = Index(path)
    try:
        for number, line, again in index.entities():
            if again:
                yield Warned(
                    record=line.id,
                    message=_("{place} repeats this id; the first line was kept", place=Place(LINE, number)),
                )
            else:
                yield from _entity(path, number, line, index)
        yield from _strays(index)
    finally:
        index.close()


def _head(path: Path) -> Head:
    """The list by the file's name without its date; its title is the data set, where the first lines are of one."""
    datasets: set[str] = set()
    for _number, _offset, text in islice(lines_of(path), FIRST):
        with suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):  # told when the line is read
            datasets.update(msgspec.json.decode(text, type=Sets).datasets)
    stem = undated(path.name, SUFFIXES)
    title = next(iter(datasets)) if len(datasets) == 1 else stem
    return Head(list=f"ftm-{slug(stem)}", title=title, publisher="", regime="")


def _entity(path: Path, number: int, line: Line, index: Index) -> Iterator[Record]:
    row = Place(LINE, number)
    if not line.id.strip() or not line.id.isprintable() or not line.schema:
        raise BadInput(path, _("the entity has no printable id or no schema"), _(DOWNLOAD), row=str(row))
    cleaner = Cleaner(path, row, line.id)
    props = Props(line, cleaner)
    values = list(_values(props, index))
    found: list[Designation | Absence | Link] = []
    for statement in index.about(line.id):
        about = Props(statement, cleaner)
        found += _linked(about, line.id, index) if statement.schema in ENDS else _said(about)
        values += ftm_statements.documents(about) if statement.schema in ftm_statements.DOCUMENT_PROPS else ()
    named = [value.value for value in values if value.prop == "name"]
    yield EntityRecord(
        id=line.id,
        schema=line.schema,
        caption=cleaner.text(line.caption) or next(iter(named), line.id),
        values=tuple(values),
        designations=tuple(part for part in found if isinstance(part, Designation)),
        absences=tuple(part for part in found if isinstance(part, Absence)),
        links=tuple(part for part in found if isinstance(part, Link)),
    )
    yield from cleaner.warnings()


def _values(props: Props, index: Index) -> Iterator[Value]:
    confidence, cleaner = props.confidence, props.cleaner
    for prop, texts in props.line.properties.items():
        if prop in APART or prop.startswith(ftm_statements.PROOF_OF):
            continue
        sources = props.sources_of(prop)
        for text in texts:
            lang = script_tag(text) if prop in NAMES else ""
            date = dates.parse(text) if prop in DATES else None
            yield cleaner.value(prop, text, lang=lang, date=date, sources=sources, confidence=confidence)
    known = set(props.all("address"))
    for address in props.all("addressEntity"):
        for text in _full(address, index, cleaner):
            if text not in known:
                known.add(text)
                yield cleaner.value(
                    "address", text, lang=script_tag(text), sources=props.sources, confidence=confidence
                )


def _full(address: str, index: Index, cleaner: Cleaner) -> list[str]:
    lines = [line for line in index.about(address) if line.schema == ADDRESS]
    return [text for line in lines for text in Props(line, cleaner).all("full") or [cleaner.text(line.caption)] if text]


def _said(about: Props) -> list[Designation | Absence | Link]:
    if about.line.schema != "Sanction":
        return []
    absent = ftm_statements.absence(about)
    return [absent] if absent else list(ftm_statements.designations(about))


def _linked(about: Props, entity: str, index: Index) -> Iterator[Link]:
    """The links that belong to this record: those it is the subject of, and those whose subject the file lacks."""
    for link in ftm_statements.links(about, entity):
        if link.subject == entity or not index.knows(link.subject):
            yield link


def _strays(index: Index) -> Iterator[Warned]:
    count = 0
    for line in index.strays():
        count += 1
        if count <= STRAYS_TOLD:
            yield Warned(
                record=line.id,
                message=_("this {schema} names no entity of the file and was left out", schema=line.schema),
            )
    if count > STRAYS_TOLD:
        message = ngettext(
            "{count} more statement names no entity of the file",
            "{count} more statements name no entity of the file",
            count - STRAYS_TOLD,
        )
        yield Warned(record="", message=message)
