"""A record as lines to compare: each field with all that it says, in words, whatever the order in the file."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from briefer.model.facts import Absence, Designation, EntityRecord, Link, PartialDate, Value

Fields = dict[str, str]

DETAILS = "details"
"""The field of a record whose two versions differ in no word: in a value that is repeated, the order, or raw text."""


def said(record: EntityRecord) -> Fields:
    """Gives the fields of a record: schema, caption, each property, each designation by its tag, links and remarks."""
    lines: dict[str, set[str]] = defaultdict(set)
    for value in record.values:
        lines[value.prop].add(_value(value))
    for each in record.designations:
        for field, text in _designation(each).items():
            lines[f"designation {each.regime} {each.programme}: {field}"].add(text)
    for absence in record.absences:
        lines[f"absence {absence.regime}"].add(_absence(absence))
    for link in record.links:
        lines[f"link {link.kind}"].add(_link(link))
    fields = {field: "; ".join(sorted(texts)) for field, texts in lines.items()}
    return {"schema": record.schema, "caption": record.caption, **fields, "remarks": record.remarks}


def _value(value: Value) -> str:
    return f"{value.value} ({value.note})" if value.note else value.value


PARTS: dict[str, Callable[[Designation], Any]] = {
    "programme": lambda each: each.programme,
    "list": lambda each: each.list_type,
    "authority": lambda each: each.authority,
    "measures": lambda each: ", ".join(each.measures),
    "start": lambda each: _date(each.start),
    "published": lambda each: _date(each.published),
    "amended": lambda each: _date(each.amended),
    "until": lambda each: _date(each.until),
    "ended": lambda each: "ended" if each.ended else "",
    "reason": lambda each: each.reason,
    "url": lambda each: each.url,
    "note": lambda each: each.note,
}
"""The parts of a designation, each as how it is told."""


def _designation(each: Designation) -> dict[str, str]:
    return {field: text for field, read in PARTS.items() if (text := read(each))}


def _absence(each: Absence) -> str:
    return ", ".join(filter(None, (_date(each.checked), each.note))) or "not found"


def _link(each: Link) -> str:
    share = f"{each.percentage} %" if each.percentage is not None else each.stated
    dates = [
        f"{word} {_date(said)}"
        for word, said in (("from", each.start), ("to", each.end), ("as of", each.as_of))
        if said
    ]
    ends = f"{each.subject or each.text} → {each.object or each.text}"
    return ", ".join(filter(None, (ends, each.role, share, *dates, "ended" if each.ended else "", each.note)))


def _date(each: PartialDate | None) -> str:
    return each.text if each else ""
