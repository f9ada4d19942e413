"""What a relationship statement of BODS 0.4 says: one link for each interest."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from briefer.model.facts import Link, Range
from briefer.sources import dates
from briefer.sources.bods_parties import Statement, several, words
from briefer.sources.cells import Cleaner

KINDS = MappingProxyType(
    {
        "shareholding": "Ownership",
        "boardMember": "Directorship",
        "boardChair": "Directorship",
        "seniorManagingOfficial": "Directorship",
        "nominee": "Representation",
    }
)
"""Types of interest; any other (votes, trusts, other control) is an UnknownLink with its type as role."""

KNOWN = frozenset(
    {"type", "directOrIndirect", "beneficialOwnershipOrControl", "share", "startDate", "endDate", "details"}
)
SUMMED = "sums up the records of the chain, which are in the file: not to be added to them"
BOUNDS = (
    ("minimum", "at least {} %"),
    ("exclusiveMinimum", "more than {} %"),
    ("maximum", "at most {} %"),
    ("exclusiveMaximum", "less than {} %"),
)
NOTHING: Mapping[str, Any] = MappingProxyType({})


def links(statement: Statement, ids: Mapping[str, str], cleaner: Cleaner) -> Iterator[Link]:
    """The links of a relationship; `ids` are those of the persons and entities in the file.

    An interest that sums up other records of the file keeps its share in words alone, so that nothing counts twice.
    """
    said = statement.recordDetails
    owner, owner_text = _end(said.get("interestedParty"), ids, cleaner)
    owned, owned_text = _end(said.get("subject"), ids, cleaner)
    for interest in several(said.get("interests")) or [NOTHING]:
        kind = words(interest, "type")
        summed = bool(said.get("componentRecords")) and words(interest, "directOrIndirect") == "indirect"
        share, bounds, stated = _share(interest.get("share") if isinstance(interest, Mapping) else None)
        held = kind == "shareholding" and not summed
        closed = statement.recordStatus == "closed"
        yield Link(
            kind=KINDS.get(kind, "UnknownLink"),
            subject=owner,
            object=owned,
            text=cleaner.text("; ".join(filter(None, (owner_text, owned_text)))),
            role=cleaner.text(kind or "interest not stated"),
            percentage=share if held else None,
            range=bounds if held else None,
            stated=stated,
            start=dates.maybe(words(interest, "startDate")),
            end=dates.maybe(words(interest, "endDate") or (statement.statementDate if closed else "")),
            as_of=dates.maybe(statement.statementDate),
            ended=closed or bool(words(interest, "endDate")),
            note=cleaner.text("; ".join(filter(None, _notes(statement, interest, summed=summed)))),
        )


def _end(found: object, ids: Mapping[str, str], cleaner: Cleaner) -> tuple[str, str]:
    """The id of an end, or its text where the file holds no such record or the end is left unspecified."""
    if isinstance(found, str):
        return (ids[found], "") if found in ids else ("", f"record {cleaner.text(found)}")
    told = [words(found, key) for key in ("reason", "description")]
    return "", ": ".join(filter(None, told)) or "not stated"


def _share(share: object) -> tuple[Decimal | None, Range | None, str]:
    """The exact share in per cent, None without one, its bounds where only they are stated, and the share in words."""
    bounds = {name: _number(words(share, name)) for name, _ in BOUNDS}
    exact = _number(words(share, "exact"))
    if exact is None and bounds["minimum"] is not None and bounds["minimum"] == bounds["maximum"]:
        exact = bounds["minimum"]
    if exact is not None:
        return (exact if 0 <= exact <= 100 else None), None, f"{exact} %"
    stated = ", ".join(phrase.format(bounds[name]) for name, phrase in BOUNDS if bounds[name] is not None)
    return None, _range(bounds), stated


def _range(bounds: Mapping[str, Decimal | None]) -> Range | None:
    """The bounds of a share, None where none is stated, or they are none between 0 and 100."""
    (least, above), (most, below) = (
        _bound(bounds["minimum"], bounds["exclusiveMinimum"], Decimal(0)),
        _bound(bounds["maximum"], bounds["exclusiveMaximum"], Decimal(100)),
    )
    stated = any(bound is not None for bound in bounds.values())
    return Range(least=least, most=most, above=above, below=below) if stated and 0 <= least < most <= 100 else None


def _bound(closed: Decimal | None, open_: Decimal | None, otherwise: Decimal) -> tuple[Decimal, bool]:
    """A bound and whether it is left out itself."""
    return (open_, True) if open_ is not None and closed is None else (otherwise if closed is None else closed, False)


def _number(text: str) -> Decimal | None:
    try:
        found = Decimal(text)
    except ArithmeticError:
        return None
    return found if found.is_finite() else None


def _notes(statement: Statement, interest: Any, *, summed: bool) -> Iterator[str]:
    reach = words(interest, "directOrIndirect")
    yield reach if reach != "unknown" else "not known whether direct or indirect"
    yield SUMMED if summed else ""
    if isinstance(interest, Mapping):
        yield "beneficial ownership or control" if interest.get("beneficialOwnershipOrControl") is True else ""
        yield words(interest, "details")
        yield from (f"{name}: {value}" for name, value in interest.items() if name not in KNOWN)
    yield "a link of a longer chain" if statement.recordDetails.get("isComponent") is True else ""
    asserted = statement.source.get("assertedBy") if isinstance(statement.source, Mapping) else None
    names = ", ".join(filter(None, (words(each, "name") for each in several(asserted))))
    yield f"asserted by {names}" if names else ""
