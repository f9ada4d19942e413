"""The UK Sanctions List as XML, read one designation at a time."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.sources import day_first, uk_entity
from briefer.sources.cells import LINE, Cleaner, Place, told
from briefer.sources.opening import DOWNLOAD, Look, elements, local
from briefer.sources.reading import Head, Reading, Record, list_file
from briefer.sources.uk_entity import Entry, Group

ROOT = "Designations"
URL = "https://www.gov.uk/government/publications/the-uk-sanctions-list"


def sniff(look: Look) -> Reading | None:
    """The reading of the list as XML, None of any other file."""
    if look.shape != "xml" or look.root != ROOT:
        return None
    return list_file(look.path, "uk-xml", _records)


def head(generated: str) -> Head:
    """What the list says of itself; `generated` is the date of the file as printed, empty where it prints none."""
    return Head(
        list="uk-sanctions",
        title="UK Sanctions List",
        publisher="Foreign, Commonwealth & Development Office",
        regime="UK",
        published=day_first.day(generated),
        url=URL,
        printed="" if day_first.day(generated) else generated,
    )


def cleaner_of(path: Path, number: str, row: int | Place) -> Cleaner:
    """The cleaner of a designation's texts; BadInput where it has no id."""
    if not number or not number.isprintable():
        raise BadInput(path, _("a designation has no Unique ID"), _(DOWNLOAD), row=told(row))
    return Cleaner(path, row, f"uk-{number}")


def _records(path: Path) -> Iterator[Record]:
    generated = ""
    seen: set[str] = set()
    for element in elements(path, "{*}DateGenerated", "{*}Designation"):
        if local(element) == "DateGenerated":
            generated = element.text or ""
            continue
        if not seen:
            yield head(generated)
        line = Place(LINE, element.sourceline)
        cleaner = cleaner_of(path, element.findtext("{*}UniqueID", "").strip(), line)
        if cleaner.record in seen:
            yield Warned(
                record=cleaner.record, message=_("{place} repeats this id; the first designation was kept", place=line)
            )
            continue
        seen.add(cleaner.record)
        yield from uk_entity.record(Entry(tuple(_groups(element))), cleaner)
    if not seen:
        raise BadInput(path, _("the list holds no designation"), _(DOWNLOAD))


def _groups(element: etree._Element) -> Iterator[Group]:
    """The leaves of an element, those under one parent together, by their names in small letters."""
    leaves = tuple((local(each).lower(), each.text or "") for each in element if not len(each))
    if kept := tuple((name, text) for name, text in leaves if text.strip()):
        yield kept
    for each in element:
        if len(each):
            yield from _groups(each)
