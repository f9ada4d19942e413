"""What two formats of one list can both say of a record, so that the publisher's change is told from the format's."""

import re
from dataclasses import replace

from briefer.library.differences import Fields, said
from briefer.library.keys import script
from briefer.model.facts import Designation, EntityRecord, Link, Value

SCRIPTS = "names and addresses in other scripts"
PARTS = "parts of names"
NOTES = "how reliable a value is, and who issued a document"
DIRECTED = "kind and direction of relations"

_PLAIN = frozenset({SCRIPTS, PARTS, NOTES, DIRECTED, "list", "authority", "measures", "start", "published"})
LACKS: dict[str, frozenset[str]] = {
    "ofac-csv": _PLAIN,
    "ofac-xml": _PLAIN,
    "ofac-advanced": frozenset({PARTS, NOTES, "published"}),
    "ofac-enhanced": frozenset({"start"}),
}
"""What a format has no place for: a part of a designation, or one of the phrases above.

The plain formats of OFAC imply the list type of some programmes, so "list" is compared where both name one; of the
measures they print the directives. A format that is not named here carries all that the others of its list carry.
"""

DIRECTIVE = re.compile(r"(?P<order>\d{5})\b.*?\b(?P<limb>Directive \d[a-z]?)\b", re.IGNORECASE)
"""A directive of an order in the words of any format."""

_NAME_PARTS = frozenset({"firstName", "middleName", "lastName", "fatherName", "motherName"})
_LINKED = re.compile(r"\(Linked To: (?:[^()]|\([^()]*\))*\)")
_BETWEEN = re.compile(r"[\s;.]+")


def by_source(old: EntityRecord, new: EntityRecord, forms: tuple[str, str]) -> frozenset[str]:
    """Gives the fields, named as in `said`, in which two states differ that the formats of both can carry."""
    lacks = LACKS.get(forms[0], frozenset()) | LACKS.get(forms[1], frozenset())
    before, after = (_carried(each, lacks) for each in (old, new))
    told = {field for field in before.keys() | after.keys() if before.get(field, "") != after.get(field, "")}
    told = {field for field in told if not (field.endswith(": list") and _open(field, lacks, before, after))}
    linked = _linked(old, new) if DIRECTED in lacks else set()
    return frozenset(told | _whole(old, new) | linked)


def _open(field: str, lacks: frozenset[str], before: Fields, after: Fields) -> bool:
    return "list" in lacks and not (before.get(field) and after.get(field))


def _carried(record: EntityRecord, lacks: frozenset[str]) -> Fields:
    directed = DIRECTED in lacks
    return said(
        replace(
            record,
            values=tuple(
                replace(each, note=_labelled(each.note)) if NOTES in lacks else each for each in _values(record, lacks)
            ),
            designations=tuple(_designation(each, lacks) for each in record.designations),
            links=() if directed else record.links,
            remarks=_BETWEEN.sub(" ", _LINKED.sub("", record.remarks)).strip() if directed else record.remarks,
        )
    )


def _labelled(note: str) -> str:
    """What every format prints of a note: the label of a document or a name and the country, which stand first."""
    first = note.partition("; ")[0]
    return "" if ": " in first else first


def _values(record: EntityRecord, lacks: frozenset[str]) -> list[Value]:
    return [
        each
        for each in record.values
        if not (PARTS in lacks and each.prop in _NAME_PARTS) and not (SCRIPTS in lacks and script(each.value))
    ]


def _designation(each: Designation, lacks: frozenset[str]) -> Designation:
    return replace(
        each,
        authority="" if "authority" in lacks else each.authority,
        measures=_directives(each.measures) if "measures" in lacks else each.measures,
        start=None if "start" in lacks else each.start,
        published=None if "published" in lacks else each.published,
        note="" if NOTES in lacks else each.note,
    )


def _directives(measures: tuple[str, ...]) -> tuple[str, ...]:
    found = (match for text in measures if (match := DIRECTIVE.search(text)))
    return tuple(sorted({f"{match['order']} {match['limb'].title()}" for match in found}))


def _whole(old: EntityRecord, new: EntityRecord) -> set[str]:
    """Every field of a designation that only one state has."""
    tags = [{(each.regime, each.programme) for each in record.designations} for record in (old, new)]
    alone = tags[0] ^ tags[1]
    return {
        field
        for record in (old, new)
        for each in record.designations
        if (each.regime, each.programme) in alone
        for field in said(replace(record, values=(), designations=(each,), absences=(), links=()))
        if field.startswith("designation ")
    }


def _linked(old: EntityRecord, new: EntityRecord) -> set[str]:
    """The fields of the links whose two ends only one state links, in whatever direction.

    A plain format gives the other end by name; where the name is nobody's id, one link is taken for one of the others.
    """
    ends = [{_ends(link): link for link in record.links} for record in (old, new)]
    alone = [[link for pair, link in some.items() if pair not in others] for some, others in (ends, ends[::-1])]
    named = any(not (link.subject and link.object) for some in alone for link in some)
    if named and len(alone[0]) == len(alone[1]):
        return set()
    return {f"link {link.kind}" for some in alone for link in some}


def _ends(link: Link) -> frozenset[str]:
    return frozenset((link.subject or link.text, link.object or link.text))
