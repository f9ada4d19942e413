"""OFAC's ENHANCED XML, SDN or non-SDN: the most complete of its formats, read one entity at a time."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from lxml import etree

from briefer.language import _, ngettext
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Designation, EntityRecord
from briefer.sources import dates, ofac_entity, ofac_programmes
from briefer.sources.cells import LINE, Cleaner, Place
from briefer.sources.ofac_csv import TITLES, URLS
from briefer.sources.opening import DOWNLOAD, Look, elements, local
from briefer.sources.reading import Head, Reading, Record, list_file

ROOT = "sanctionsData"
SDN_LIST = "SDN List"


def sniff(look: Look) -> Reading | None:
    """The reading of an ENHANCED file, None of any other."""
    if look.shape != "xml" or look.root != ROOT:
        return None
    return list_file(look.path, "ofac-enhanced", _records)


def _records(path: Path) -> Iterator[Record]:
    info: etree._Element | None = None
    head: Head | None = None
    seen: set[str] = set()
    for element in elements(path, "{*}publicationInfo", "{*}entity"):
        if local(element) == "publicationInfo":
            info = deepcopy(element)  # the element itself is freed with the next one
            continue
        if head is None:
            head = _head(path, info, element)
            yield head
            yield from _excerpt(info)
        yield from _entity(path, element, seen)
    if head is None:
        raise BadInput(path, _("the list holds no entity"), _(DOWNLOAD))


def _head(path: Path, info: etree._Element | None, first: etree._Element) -> Head:
    names = _lists(info) or [name for name, _ in _lists_of(first) if name == ofac_programmes.WRAPPER] or [SDN_LIST]
    key = "ofac-sdn" if SDN_LIST in names else "ofac-cons"
    if key == "ofac-sdn" and len(names) > 1:
        raise BadInput(
            path,
            ngettext(
                "the file mixes the SDN list with {count} other list",
                "the file mixes the SDN list with {count} other lists",
                len(names) - 1,
            ),
            _("download SDN_ENHANCED.XML and CONS_ENHANCED.XML one by one"),
        )
    stated = info.findtext("{*}dataAsOf", "").strip() if info is not None else ""
    published = dates.day(stated)
    return Head(
        list=key,
        title=TITLES[key],
        publisher="OFAC",
        regime="US",
        published=published,
        url=URLS[key],
        printed="" if published else stated,
    )


def _excerpt(info: etree._Element | None) -> Iterator[Warned]:
    """Warns where the file was filtered by more than a list on OFAC's site: an excerpt would look like delistings."""
    filters = info.find("{*}filters") if info is not None else None
    for part in filters if filters is not None else ():
        name = local(part)
        if name != "sanctionsLists":
            told = ", ".join(text for text in (str(text).strip() for text in part.itertext()) if text)
            yield Warned(
                record="",
                message=_(
                    "the file is an excerpt filtered by {filter} ({names}); import it with --partial",
                    filter=name,
                    names=told,
                ),
            )


def _entity(path: Path, element: etree._Element, seen: set[str]) -> Iterator[Record]:
    number = (element.get("id") or "").strip()
    line = Place(LINE, element.sourceline)
    if not number.isdigit():
        raise BadInput(path, _("an entity has no numeric id"), _(DOWNLOAD), row=str(line))
    cleaner = Cleaner(path, line, f"ofac-{number}")
    if number in seen:
        yield Warned(
            record=cleaner.record, message=_("{place} repeats this number; the first entry was kept", place=line)
        )
        return
    seen.add(number)
    values = tuple(ofac_entity.values(element, cleaner))
    yield EntityRecord(
        id=cleaner.record,
        schema=ofac_entity.schema(element),
        caption=next((value.value for value in values if value.prop == "name"), cleaner.record),
        values=values,
        designations=_designations(element, cleaner),
        links=tuple(ofac_entity.links(element, cleaner)),
        remarks=cleaner.text(element.findtext("{*}generalInfo/{*}remarks", "")),
    )
    yield from cleaner.warnings()


def _designations(element: etree._Element, cleaner: Cleaner) -> tuple[Designation, ...]:
    programmes = _texts(element, "{*}sanctionsPrograms/{*}sanctionsProgram", cleaner)
    authorities = _texts(element, "{*}legalAuthorities/{*}legalAuthority", cleaner)
    measures = _texts(element, "{*}sanctionsTypes/{*}sanctionsType", cleaner)
    every = ofac_programmes.pairs(programmes, _lists_of(element)) if programmes else []
    return tuple(
        Designation(
            regime="US",
            programme=pair.programme,
            list_type=pair.list_type,
            authority=ofac_programmes.authority_of(pair.programme, programmes, authorities),
            measures=ofac_programmes.measures_of(pair, every, measures),
            published=dates.maybe(pair.published),
            note="" if pair.sure else "The file does not say which of its lists this programme stands on.",
        )
        for pair in every
    )


def _texts(element: etree._Element, path: str, cleaner: Cleaner) -> list[str]:
    return list(dict.fromkeys(cleaner.text(found.text or "") for found in element.iterfind(path)))


def _lists(info: etree._Element | None) -> list[str]:
    found = info.iterfind("{*}filters/{*}sanctionsLists/{*}sanctionsList") if info is not None else ()
    return [(name.text or "").strip() for name in found]


def _lists_of(element: etree._Element) -> list[tuple[str, str]]:
    found = element.iterfind("{*}sanctionsLists/{*}sanctionsList")
    return [((name.text or "").strip(), name.get("datePublished", "")) for name in found]
