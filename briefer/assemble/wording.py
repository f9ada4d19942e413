"""How lists word things, and how a reader expects to see it: kinds of list, measures and the roles in a link."""

import re
from collections.abc import Iterable

from briefer.assemble import words
from briefer.language import _, mark
from briefer.model.facts import Entity, Link

LISTS = {
    "SDN": mark("Specially Designated Nationals list"),
    "SSI": mark("Sectoral Sanctions Identifications list"),
    "NS-MBS": mark("list of menu-based sanctions"),
    "CAPTA": mark("list of correspondent account sanctions"),
    "NS-CMIC": mark("list of Chinese military-industrial companies"),
}
BLOCKING = mark("Blocking")
MEASURES = (
    (re.compile(r"block", re.IGNORECASE), BLOCKING),
    (
        re.compile(r"(?:Executive Order )?(?P<order>\d{5})(?: \w+)* Directive (?P<directive>\w+)"),
        mark("Directive {directive} under EO {order}"),
    ),
    (
        re.compile(r"Executive Order (?P<order>\d{5}) .*Subject to Directive (?P<directive>\w+)"),
        mark("Directive {directive} under EO {order}"),
    ),
)
"""A publisher's short form, matched whole, and the words for it."""
NAMES = frozenset({"Annex", "Annexes", "Article", "Directive", "Directives", "Executive", "Regulation", "Schedule"})
RELATIONS = {
    "Ownership": (mark("Owns"), mark("Owned by")),
    "Directorship": (mark("Directs"), mark("Directed by")),
    "Membership": (mark("Member of"), mark("Has as member")),
    "Employment": (mark("Works for"), mark("Employs")),
    "Family": (mark("Family of"), mark("Family of")),
    "Associate": (mark("Associate of"), mark("Associate of")),
    "Representation": (mark("Acts for"), mark("Represented by")),
    "UnknownLink": (mark("Linked to"), mark("Linked to")),
}
"""The words of a link as its subject and as its object sees it."""
ROLES = {
    "owned or controlled by": (mark("Owned or controlled by this entry"), mark("Owns or controls this entry")),
    "owns, controls, or operates": (mark("Owns, controls or operates"), mark("Owned, controlled or operated by")),
    "parent company": (mark("Its parent company"), mark("Has as parent company")),
    "subsidiary": (mark("Has as subsidiary"), mark("Is a subsidiary of")),
    "acting for or on behalf of": (mark("Acts for or on behalf of"), mark("Acts for or on behalf of this entry")),
    "leader or official of": (mark("Leader or official of"), mark("Has as leader or official")),
    "principal executive officer": (mark("Principal executive officer of"), mark("Has as principal executive officer")),
    "providing support to": (mark("Provides support to"), mark("Provides support to this entry")),
    "associate of": (mark("Associate of"), mark("Associate of")),
    "linked to": (mark("Linked to"), mark("Linked to")),
}
"""The words for a role as publishers word it, read in both directions; an owner's share is never implied."""


def measures(worded: Iterable[str], list_type: str) -> str:
    """Gives measures as one phrase; where a list words none, the part of the list that holds the entry."""
    said = _ranked(worded)
    if said:
        return ", ".join((said[0][0], *(text if ours else _lower(text) for text, ours in said[1:])))
    named = _(LISTS[list_type]) if list_type in LISTS else list_type
    return _("Entry on the {list}, measure not worded", list=named) if list_type else ""


def _ranked(worded: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """Gives measures in words, each once, what blocks first; with each, whether the words are ours."""
    found: dict[str, bool] = {}
    for text, ours in map(_measure, worded):
        found.setdefault(text, ours)
    return tuple(sorted(((text, found[text]) for text in found if text), key=lambda one: one[0] != _(BLOCKING)))


def _measure(text: str) -> tuple[str, bool]:
    for pattern, form in MEASURES:
        found = pattern.fullmatch(text.strip())
        if found:
            return _(form, **found.groupdict()), True
    return text, False


def _lower(text: str) -> str:
    """Sets the first letter small, but for names and abbreviations."""
    first = text.split(maxsplit=1)[0].rstrip(",;:") if text.strip() else ""
    ordinary = first[:1].isupper() and first[1:].islower() and first not in NAMES
    return text[:1].lower() + text[1:] if ordinary else text


def relation(link: Link, entity: Entity) -> str:
    """Gives a link in words as one entity sees it; a share that no source states is said to be so."""
    forward = link.subject == entity.id
    said = _role(link, forward=forward) if link.role else _kind(link.kind, forward=forward)
    return ", ".join(filter(None, (said, _stake(link), _("ended") if link.ended else "")))


def _kind(kind: str, *, forward: bool) -> str:
    if kind in RELATIONS:
        return _(RELATIONS[kind][not forward])
    name = words.schema(kind)
    return name if forward else _("{relation} (from the other side)", relation=name)


def _role(link: Link, *, forward: bool) -> str:
    """Gives the role: the subject of a link is what the role says, also where the object's sheet prints it."""
    known = ROLES.get(link.role.casefold())
    if known:
        return _(known[not forward])
    if link.kind == "Family":
        return _family(link.role, forward=forward)
    if link.kind == "Ownership" and not (link.percentage is not None or link.stated):
        return _interest(link.role, forward=forward)
    verb = _kind(link.kind, forward=forward)
    if link.role.casefold() == RELATIONS.get(link.kind, (verb, verb))[not forward].casefold():
        return verb
    former = re.fullmatch(r"(?i)former (.+)", link.role)
    return _("Formerly {relation}, {role}", relation=_lower(verb), role=former[1]) if former else f"{verb}, {link.role}"


def _interest(role: str, *, forward: bool) -> str:
    if forward:
        return _("Holds an interest in it, recorded as “{role}”", role=role)
    return _("Holds an interest in this entry, recorded as “{role}”", role=role)


def _family(role: str, *, forward: bool) -> str:
    """Gives a family role: in FollowTheMoney it says what the object, the relative, is to the subject."""
    plain = re.sub(r"\s+(of|to)$", "", role)
    name = f"{plain[:1].upper()}{plain[1:]}"
    return name if forward else _("{role} of", role=name)


def _stake(link: Link) -> str:
    if link.percentage is not None and link.stated.strip("% ") in ("", str(link.percentage)):
        return _("{share:f} per cent", share=link.percentage.normalize())
    return link.stated or (_("share not stated") if link.kind == "Ownership" else "")
