"""The UN Security Council's consolidated list (XML), one entry at a time; the container tells person from entity."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.sources import dates, un_entity
from briefer.sources.cells import LINE, Cleaner, Place
from briefer.sources.opening import DOWNLOAD, Look, elements
from briefer.sources.reading import Head, Reading, Record, list_file

ROOT = "CONSOLIDATED_LIST"
URL = "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list"


def sniff(look: Look) -> Reading | None:
    """The reading of the UN's list, None of any other file."""
    if look.shape != "xml" or look.root != ROOT:
        return None
    return list_file(look.path, "un-xml", _records)


def _records(path: Path) -> Iterator[Record]:
    seen: set[str] = set()
    for element in elements(path, "{*}INDIVIDUAL", "{*}ENTITY"):
        if not seen:
            yield _head(element.getroottree().getroot().get("dateGenerated", ""))
        yield from _entry(path, element, seen)
    if not seen:
        raise BadInput(path, _("the list holds no entry"), _(DOWNLOAD))


def _head(generated: str) -> Head:
    return Head(
        list="un-consolidated",
        title="United Nations Security Council Consolidated List",
        publisher="United Nations Security Council",
        regime="UN",
        published=dates.day(generated),
        url=URL,
        printed="" if dates.day(generated) else generated,
    )


def _entry(path: Path, element: etree._Element, seen: set[str]) -> Iterator[Record]:
    line = Place(LINE, element.sourceline)
    reference = un_entity.text(element, "REFERENCE_NUMBER")
    number = reference or un_entity.text(element, "DATAID")
    if not number or not number.isprintable():
        raise BadInput(path, _("an entry has neither a REFERENCE_NUMBER nor a DATAID"), _(DOWNLOAD), row=str(line))
    cleaner = Cleaner(path, line, f"un-{number}")
    if cleaner.record in seen:
        yield Warned(
            record=cleaner.record, message=_("{place} repeats this reference; the first entry was kept", place=line)
        )
        return
    seen.add(cleaner.record)
    if not reference:
        yield Warned(record=cleaner.record, message=_("the entry has no reference number; its DATAID was taken as id"))
    yield from un_entity.record(element, cleaner)
