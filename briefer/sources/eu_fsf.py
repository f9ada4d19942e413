"""The EU's consolidated financial sanctions list as XML (schema 1.1), read one entity at a time."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.sources import day_first, eu_fsf_entity
from briefer.sources.cells import LINE, Cleaner, Place, told
from briefer.sources.eu_fsf_entity import Entry, Part
from briefer.sources.opening import DOWNLOAD, Look, elements, local
from briefer.sources.reading import Head, Reading, Record, list_file

ROOT = "export"
ENTITY = "{*}sanctionEntity"
PARTS = ("nameAlias", "citizenship", "birthdate", "address", "identification")
KNOWN = frozenset({"remark", "regulation", "subjectType", *PARTS})
URL = "https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions"


def sniff(look: Look) -> Reading | None:
    """The reading of the list as XML, None of any other file."""
    if look.shape != "xml" or look.root != ROOT or "fsd" not in look.namespace:
        return None
    return list_file(look.path, "eu-fsf-xml", _records)


def head(generated: str) -> Head:
    """What the list says of itself; `generated` is the date of the file as printed."""
    return Head(
        list="eu-fsf",
        title="Consolidated list of persons, groups and entities subject to EU financial sanctions",
        publisher="European Commission",
        regime="EU",
        published=day_first.day(generated),
        url=URL,
        printed="" if day_first.day(generated) else generated,
    )


def cleaner_of(path: Path, number: str, row: int | Place) -> Cleaner:
    """The cleaner of an entity's texts; BadInput where its number is none."""
    if not number.isdigit():
        raise BadInput(path, _("an entity has no numeric logicalId"), _(DOWNLOAD), row=told(row))
    return Cleaner(path, row, f"eu-{number}")


def _records(path: Path) -> Iterator[Record]:
    seen: set[str] = set()
    for element in elements(path, ENTITY):
        if not seen:
            yield head(element.getroottree().getroot().get("generationDate", ""))
        line = Place(LINE, element.sourceline)
        cleaner = cleaner_of(path, element.get("logicalId", "").strip(), line)
        if cleaner.record in seen:
            yield Warned(
                record=cleaner.record, message=_("{place} repeats this logicalId; the first entry was kept", place=line)
            )
            continue
        seen.add(cleaner.record)
        yield from eu_fsf_entity.record(_entry(element), cleaner)
    if not seen:
        raise BadInput(path, _("the list holds no entity"), _(DOWNLOAD))


def _entry(element: etree._Element) -> Entry:
    subject = element.find("{*}subjectType")
    return Entry(
        said=_attributes(element),
        subject=_attributes(subject).get("code", "") if subject is not None else "",
        remarks=tuple(_remarks(element)),
        acts=tuple(_act(act) for act in element.iterfind("{*}regulation")),
        parts={name: tuple(_part(part) for part in element.iterfind(f"{{*}}{name}")) for name in PARTS},
        unread=tuple(" ".join(map(str, part.itertext())) for part in element if local(part) not in KNOWN),
    )


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(text) for name, text in element.attrib.items()}


def _remarks(element: etree._Element) -> list[str]:
    return [part.text or "" for part in element.iterfind("{*}remark")]


def _act(element: etree._Element) -> Part:
    url = element.findtext("{*}publicationUrl", "")
    return _attributes(element) | {"publicationUrl": url, "remark": "; ".join(_remarks(element))}


def _part(element: etree._Element) -> Part:
    """The attributes of a part with its remark, the act that brought it, and its contacts one to a line."""
    summary = element.find("{*}regulationSummary")
    contacts = (f"{each.get('key', '')}={each.get('value', '')}" for each in element.iterfind("{*}contactInfo"))
    more = {
        "remark": "; ".join(_remarks(element)),
        "act": summary.get("numberTitle", "") if summary is not None else "",
        "contacts": "\n".join(contacts),
    }
    return _attributes(element) | {name: text for name, text in more.items() if text}
