"""What makes rows of the rulebook unfit to rely on: in themselves, beside one another, and in what they refer to."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import MISSING, fields
from datetime import date
from itertools import chain, pairwise, product
from types import MappingProxyType

from briefer.model.errors import BadData
from briefer.model.facts import Confidence
from briefer.model.law import (
    REGIMES,
    STRICTNESS,
    UNKNOWN,
    Authority,
    ClassRule,
    Clock,
    Instrument,
    Placement,
    Programme,
    Renewal,
    Row,
    Rulebook,
    Silence,
)

ANSWERS = ("yes", "no", "contested")
MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
NOT_YEARLY = frozenset({"02-29", "02-30", "02-31", "04-31", "06-31", "09-31", "11-31"})
Key = tuple[str, ...]


def faults(row: Row) -> Iterator[str]:
    """Yields what is wrong in one row, each fault with its remedy."""
    empty = [field.name for field in fields(row) if field.default is MISSING and getattr(row, field.name) == ""]
    if empty:
        yield f"{' and '.join(empty)} is empty; fill it in"
    if row.confidence is not Confidence.TO_BE_VERIFIED and not row.citation:
        yield f"the row is “{row.confidence}” without a citation; cite it or call it “to be verified”"
    if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
        yield "valid_to lies before valid_from; correct the dates"
    yield from OWN_FAULTS.get(type(row), _none)(row)


def _none(_row: Row) -> Iterator[str]:
    yield from ()


def _regime(row: Row) -> Iterator[str]:
    assert isinstance(row, Programme | Renewal | Silence)
    if row.regime not in REGIMES:
        yield f"the regime “{row.regime}” is not known; use one of {', '.join(REGIMES)}"


def _renewal(row: Row) -> Iterator[str]:
    assert isinstance(row, Renewal)
    yield from _regime(row)
    if wrong := [day for day in row.dates if not MONTH_DAY.fullmatch(day) or day in NOT_YEARLY]:
        yield f"“{wrong[0]}” is no day of the year; write it as 03-15"
    if [step.until for step in row.steps] != sorted(step.until for step in row.steps):
        yield "the steps are not in order of time; sort them"


def _clock(row: Row) -> Iterator[str]:
    assert isinstance(row, Clock)
    if (row.days > 0) == (row.months > 0):
        yield "a clock counts either days or months; give one of them"
    if row.season and (len(row.season) != 2 or not all(map(MONTH_DAY.fullmatch, row.season))):
        yield "season is a first and a last day of the year; write them as 07-10 and 09-07"


def _authority(row: Row) -> Iterator[str]:
    assert isinstance(row, Authority)
    for name in ("codified", "reviewed"):
        if getattr(row, name) not in ANSWERS:
            yield f"{name} is “{getattr(row, name)}”; use one of {', '.join(ANSWERS)}"


def _class(row: Row) -> Iterator[str]:
    assert isinstance(row, ClassRule)
    if row.klass not in (*STRICTNESS, UNKNOWN):
        yield f"the class “{row.klass}” is not known; use one of {', '.join(STRICTNESS)} or {UNKNOWN}"
    if bool(row.tags) == bool(row.measures):
        yield "a class is given to tags or to measures; name one or the other"
    if not row.citation:
        yield "the class has no citation; name the statute, order or page that it rests on, or “to be verified”"
    if row.contested != bool(row.dispute):
        yield "contested and dispute go together; say what is contested"


def _instrument(row: Row) -> Iterator[str]:
    assert isinstance(row, Instrument)
    days = [phase.days for phase in row.phases]
    if days != sorted(days) or (days and days[-1] != row.legal_days):
        yield "the phases are not in order of their days up to legal_days; correct the days"


OWN_FAULTS: MappingProxyType[type[Row], Callable[[Row], Iterator[str]]] = MappingProxyType(
    {
        Programme: _regime,
        Renewal: _renewal,
        Clock: _clock,
        Authority: _authority,
        ClassRule: _class,
        Instrument: _instrument,
        Silence: _regime,
    }
)


def keys(row: Row) -> tuple[Key, ...]:
    """Gives what a row is about: two rows about the same must not hold on the same day."""
    if isinstance(row, ClassRule):
        about = product(row.tags or row.measures, row.list_types or ("",), (row.limb,), (row.part,))
        return tuple(about)
    if isinstance(row, Placement):
        return ((row.id, row.tag),)
    if isinstance(row, Programme):
        return ((row.tag, row.regime),)
    if isinstance(row, Renewal):
        return ((row.id,), *((row.regime, tag) for tag in row.tags))
    if isinstance(row, Silence):
        return tuple((row.regime, tag) for tag in row.tags)
    return ((str(getattr(row, "id", "")),),)


def must_not_overlap(rows: Iterable[Row]) -> None:
    """Raises BadData where two rows of one kind about the same hold on the same day."""
    groups: dict[tuple[type[Row], Key], list[Row]] = defaultdict(list)
    for row in rows:
        for key in keys(row):
            groups[type(row), key].append(row)
    for (_kind, key), group in groups.items():
        about = " ".join(filter(None, key))
        for former, later in pairwise(sorted(group, key=lambda row: row.valid_from or date.min)):
            if former.valid_from == later.valid_from:
                raise BadData(f"{later.row}: repeats {former.row} ({about}); remove one of them.")
            if former.valid_to is None or former.valid_to >= (later.valid_from or date.min):
                raise BadData(f"{later.row}: overlaps {former.row} ({about}); end the earlier row before the later.")


def must_refer_to_rows(book: Rulebook) -> None:
    """Raises BadData where a row names a tag, instrument, clock, authority or emergency that no row states."""
    held = {
        "tag": {row.tag for row in book.programmes} | {""},
        "American tag": {row.tag for row in book.programmes if row.regime == "US"} | {""},
        "instrument": {row.id for row in book.instruments},
        "clock": {row.id for row in book.clocks},
        "authority": {row.id for row in book.authorities},
        "emergency": {row.id for row in book.renewals} | {""},
    }
    for row, kind, names in _references(book):
        for name in names:
            if name not in held[kind]:
                raise BadData(f"{row.row}: names the {kind} “{name}”, which no row states; correct it, or add the row.")


def _references(book: Rulebook) -> Iterator[tuple[Row, str, Sequence[str]]]:
    for rule in book.classes:
        yield rule, "American tag", rule.tags
        yield rule, "instrument", (*rule.instruments, *rule.also)
        yield rule, "clock", rule.clocks
        yield rule, "authority", rule.authorities
    yield from chain(
        ((row, "emergency", (row.emergency,)) for row in book.authorities),
        ((row, "authority", tuple(filter(None, (row.kept_by,)))) for row in book.authorities),
        ((row, "tag", row.tags) for row in book.renewals),
        ((row, "American tag", (row.tag,)) for row in book.placements),
        ((row, "American tag", row.tags) for row in book.silences),
    )
