"""The workbook's sheets of values and links: what lists and sources state of the entries, each under its own key."""

import re
from collections.abc import Callable, Iterator

from briefer.assemble import cells, words
from briefer.assemble.context import Context
from briefer.assemble.facts import COUNTRIES, LABELS
from briefer.language import _, mark
from briefer.model.brief import Cell
from briefer.model.facts import Link, Value

Row = tuple[Cell, ...]
SUMMARY = "summary"
SUMMED = mark("See the sheets Links and Designations.")
PROPERTIES = {
    **{props[0]: words_ for words_, props in LABELS if len(props) == 1},
    "innCode": mark("Tax number (INN)"),
    "okpoCode": mark("OKPO code"),
    "kppCode": mark("KPP code"),
    "idNumber": mark("ID number"),
    "isin": "ISIN",
}
"""Properties that have a label of their own on paper, or an abbreviation; others are parted at their capitals."""
KINDS = {"UnknownLink": mark("Link, kind not stated")}
ENDS = {
    (True, True): mark("subject and object"),
    (True, False): mark("subject"),
    (False, True): mark("object"),
}
"""Which end of a link is somebody of whom no list or source was read, by subject and object."""
ROLES = {"Linked To": mark("linked to, in the list’s words")}


def _details(context: Context) -> Iterator[Row]:
    for entity in context.dossier.entities:
        for value in entity.values:
            yield entity.id, value.record if value.record != entity.id else "", entity.caption, *_value(context, value)


def _value(context: Context, value: Value) -> Row:
    summed = value.prop == SUMMARY
    return (
        property_(value.prop),
        words.place(value.value, context.language) if value.prop in COUNTRIES else value.value,
        value.raw,
        value.lang,
        words.exact(value.date),
        value.note or (_(SUMMED) if summed else ""),
        "" if summed else value.confidence.value,
        cells.keys_of(context, (value,)),
    )


def property_(name: str) -> str:
    """Gives the words for a FollowTheMoney property."""
    if name in PROPERTIES:
        return _(PROPERTIES[name])
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _links(context: Context) -> Iterator[Row]:
    everyone = (*context.dossier.entities, *context.dossier.neighbours)
    for link in dict.fromkeys(link for entity in everyone for link in entity.links):
        yield (
            link.subject,
            _end(context, link.subject, link.text),
            _(KINDS[link.kind]) if link.kind in KINDS else words.schema(link.kind),
            link.object,
            _end(context, link.object, link.text),
            *_records(link),
            _(ROLES[link.role]) if link.role in ROLES else link.role,
            None if link.percentage is None else float(link.percentage),
            link.stated,
            words.exact(link.start),
            words.exact(link.end),
            words.exact(link.as_of),
            words.yes(link.ended),
            link.note,
            link.confidence.value,
            cells.keys_of(context, (link,)),
            _looked_up(context, link),
        )


def _records(link: Link) -> tuple[str, str]:
    """Gives the records of a link's two ends, each where it is not the entity's own."""
    own = (link.subject, link.object)
    subject, target = (record if record != id else "" for record, id in zip(link.ends or own, own, strict=True))
    return subject, target


def _looked_up(context: Context, link: Link) -> str:
    """Says which end of a link is known by name alone."""
    unknown = tuple(id and id not in context.entities for id in (link.subject, link.object))
    return _(ENDS[unknown]) if unknown in ENDS else ""


def _end(context: Context, id: str, text: str) -> str:
    return context.caption(id) if id else text


DETAILS: dict[str, Callable[[Context], Iterator[Row]]] = {"Details": _details, "Links": _links}
