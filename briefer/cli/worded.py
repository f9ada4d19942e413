"""How a date and a link are worded for a person, so that neither can be read in two ways."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from briefer.cli.holdings import worded_share
from briefer.model.facts import Link, PartialDate

FIGURES = re.compile(r"[/.]\d")
"""How a date is printed of which a reader cannot tell the day from the month."""

KINDS = MappingProxyType(
    {
        "Ownership": "owns",
        "Directorship": "directs",
        "Membership": "is a member of",
        "Employment": "works for",
        "Associate": "is an associate of",
        "Succession": "is the predecessor of",
        "Occupancy": "holds the post",
        "Representation": "acts for",
        "UnknownLink": "is linked to",
    }
)
"""What the subject of a link does, by its kind."""

ROLES = MappingProxyType(
    {
        "owned or controlled by": "owns or controls",
        "owns, controls, or operates": "owns, controls or operates",
        "vessel owner": "is the vessel owner of",
        "parent company": "is the parent company of",
        "subsidiary": "has as its subsidiary",
        "current owner/operator": "is the current owner or operator of",
        "previous owner/operator": "was an owner or operator of",
        "acting for or on behalf of": "acts for or on behalf of",
        "leader or official of": "is a leader or official of",
        "principal executive officer": "is the principal executive officer of",
        "providing support to": "provides support to",
        "associate of": "is an associate of",
        "property in the interest of": "is property in the interest of",
        "playing a significant role in": "plays a significant role in",
        "linked to": "is linked to",
    }
)
"""The same by the role, in small letters, of which publishers word some from the other end; any other is quoted."""

FAMILY = re.compile(r"\s+(?:of|to)$")
"""How the role of a relative may end before whose relative it is."""


def shown(when: PartialDate | None) -> str:
    """Writes a date as its publisher prints it, in ISO form where a reader could take its day for its month."""
    if not when or not when.earliest or not when.latest or not FIGURES.search(when.text):
        return when.text if when else ""
    return f"{'circa ' if when.circa else ''}{_span(when.earliest, when.latest)}"


def _span(first: date, last: date) -> str:
    """A day, a whole month or a whole year, else from one day to another."""
    if first == last:
        return str(first)
    if (first.day, last) == (1, first.replace(day=monthrange(first.year, first.month)[1])):
        return f"{first:%Y-%m}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first:%Y}"
    return f"{first} to {last}"


def link(told: Link, names: Mapping[str, str]) -> str:
    """Says who stands to whom, with the share and, where they are stated, its days and its end.

    `names` are those of the ends that the library holds; of another the list that states the link prints it.
    """
    days = (("from", told.start), ("to", told.end), ("as of", told.as_of))
    stated = (*(f"{word} {shown(when)}" for word, when in days if when), "ended" if told.ended else "", told.note)
    return ", ".join(filter(None, (_related(told, names), _share(told), _role(told), *stated)))


def _related(told: Link, names: Mapping[str, str]) -> str:
    one, other = (
        f"{end} {names.get(end) or told.text}".strip() or "somebody unnamed" for end in (told.subject, told.object)
    )
    if told.kind == "Family":
        return f"{one} has as “{FAMILY.sub('', told.role) or 'relative'}” {other}"
    return f"{one} {ROLES.get(told.role.casefold()) or _does(told)} {other}"


def _does(told: Link) -> str:
    """What the kind says that the subject does; without a share a role that is not known may be less than owning."""
    interest = told.kind == "Ownership" and told.role and not _share(told)
    return "holds an interest in" if interest else KINDS.get(told.kind, "→")


def _role(told: Link) -> str:
    """The role as it is stated, where the words for it do not say it."""
    plain = told.kind == "Family" or told.role.casefold() in ROLES
    return "" if plain or not told.role else f"as “{told.role}”"


def _share(told: Link) -> str:
    """A share in per cent or its bounds, else as its publisher prints it."""
    if told.percentage is None and told.range is None:
        return told.stated
    return worded_share(told.range if told.percentage is None else told.percentage)
