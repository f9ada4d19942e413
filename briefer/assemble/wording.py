"""How lists word things, and how a reader expects to see it: kinds of list, measures and the roles in a link."""

import re
from collections.abc import Iterable

from briefer.assemble import words
from briefer.assemble.context import unique
from briefer.model.facts import Entity, Link

LISTS = {
    "SDN": "Specially Designated Nationals list",
    "SSI": "Sectoral Sanctions Identifications list",
    "NS-MBS": "list of menu-based sanctions",
    "CAPTA": "list of correspondent account sanctions",
    "NS-CMIC": "list of Chinese military-industrial companies",
}
MEASURES = (
    (re.compile(r"block", re.IGNORECASE), "Blocking"),
    (re.compile(r"(?:Executive Order )?(\d{5})(?: \w+)* Directive (\w+)"), r"Directive \2 under EO \1"),
    (re.compile(r"Executive Order (\d{5}) .*Subject to Directive (\w+)"), r"Directive \2 under EO \1"),
)
"""A publisher's short form, matched whole, and the words for it."""
NAMES = frozenset({"Annex", "Annexes", "Article", "Directive", "Directives", "Executive", "Regulation", "Schedule"})
RELATIONS = {
    "Ownership": ("Owns", "Owned by"),
    "Directorship": ("Directs", "Directed by"),
    "Membership": ("Member of", "Has as member"),
    "Employment": ("Works for", "Employs"),
    "Family": ("Family of", "Family of"),
    "Associate": ("Associate of", "Associate of"),
    "Representation": ("Acts for", "Represented by"),
    "UnknownLink": ("Linked to", "Linked to"),
}
"""The words of a link as its subject and as its object sees it."""
ROLES = {
    "owned or controlled by": ("Owned or controlled by this entry", "Owns or controls this entry"),
    "owns, controls, or operates": ("Owns, controls or operates", "Owned, controlled or operated by"),
    "parent company": ("Its parent company", "Has as parent company"),
    "subsidiary": ("Has as subsidiary", "Is a subsidiary of"),
    "acting for or on behalf of": ("Acts for or on behalf of", "Acts for or on behalf of this entry"),
    "leader or official of": ("Leader or official of", "Has as leader or official"),
    "principal executive officer": ("Principal executive officer of", "Has as principal executive officer"),
    "providing support to": ("Provides support to", "Provides support to this entry"),
    "associate of": ("Associate of", "Associate of"),
    "linked to": ("Linked to", "Linked to"),
}
"""The words for a role as publishers word it, read in both directions; an owner's share is never implied."""


def measures(worded: Iterable[str], list_type: str) -> str:
    """Gives measures as one phrase; where a list words none, the part of the list that holds the entry."""
    said = _ranked(worded)
    if said:
        return ", ".join((said[0], *map(_lower, said[1:])))
    return f"Entry on the {LISTS.get(list_type, list_type)}, measure not worded" if list_type else ""


def _ranked(worded: Iterable[str]) -> tuple[str, ...]:
    """Gives measures in words, each once, what blocks first."""
    return tuple(sorted(unique(_measure(text) for text in worded), key=lambda text: text != "Blocking"))


def _measure(text: str) -> str:
    for pattern, form in MEASURES:
        found = pattern.fullmatch(text.strip())
        if found:
            return found.expand(form)
    return text


def _lower(text: str) -> str:
    """Sets the first letter small, but for names and abbreviations."""
    first = text.split(maxsplit=1)[0].rstrip(",;:") if text.strip() else ""
    ordinary = first[:1].isupper() and first[1:].islower() and first not in NAMES
    return text[:1].lower() + text[1:] if ordinary else text


def relation(link: Link, entity: Entity) -> str:
    """Gives a link in words as one entity sees it; a share that no source states is said to be so."""
    forward = link.subject == entity.id
    said = _role(link, forward=forward) if link.role else _kind(link.kind, forward=forward)
    return ", ".join(filter(None, (said, _stake(link), "ended" if link.ended else "")))


def _kind(kind: str, *, forward: bool) -> str:
    name = words.schema(kind)
    return RELATIONS.get(kind, (name, f"{name} (from the other side)"))[not forward]


def _role(link: Link, *, forward: bool) -> str:
    """Gives the role: the subject of a link is what the role says, also where the object's sheet prints it."""
    known = ROLES.get(link.role.casefold())
    if known:
        return known[not forward]
    if link.kind == "Family":
        return _family(link.role, forward=forward)
    if link.kind == "Ownership" and not (link.percentage is not None or link.stated):
        whose = "it" if forward else "this entry"
        return f"Holds an interest in {whose}, recorded as “{link.role}”"
    verb = _kind(link.kind, forward=forward)
    if link.role.casefold() == verb.casefold():
        return verb
    former = re.fullmatch(r"(?i)former (.+)", link.role)
    return f"Formerly {_lower(verb)}, {former[1]}" if former else f"{verb}, {link.role}"


def _family(role: str, *, forward: bool) -> str:
    """Gives a family role: in FollowTheMoney it says what the object, the relative, is to the subject."""
    plain = re.sub(r"\s+(of|to)$", "", role)
    name = f"{plain[:1].upper()}{plain[1:]}"
    return name if forward else f"{name} of"


def _stake(link: Link) -> str:
    if link.percentage is not None and link.stated.strip("% ") in ("", str(link.percentage)):
        return f"{link.percentage.normalize():f} per cent"
    return link.stated or ("share not stated" if link.kind == "Ownership" else "")
