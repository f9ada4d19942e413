"""How sure an end is that comes from a renewal: a list or an act that states it may not be where it was read."""

from collections.abc import Iterable
from datetime import date

from briefer import language
from briefer.analysis.remains import expiry
from briefer.assemble import words
from briefer.assemble.context import Context
from briefer.language import _
from briefer.model.facts import PartialDate
from briefer.model.law import Renewal
from briefer.model.relief import Remains
from briefer.rulebook import NO_RENEWAL, after_end

RENEWAL = "renewal"
NO_DATE, NOT_KNOWN = language.mark("no end stated"), language.mark("end not known")
"""What is said of what has no end to come; `_` says it."""
STATED = "list"


def renewal(context: Context, regime: str, until: date | None, tags: tuple[str, ...] = ()) -> Renewal | None:
    """Gives the renewal that an end on this day comes from, that of the tags before any other of the regime."""
    if until is None:
        return None
    day = context.dossier.as_of
    rows = [row for row in context.dossier.law.renewals if row.regime == regime and expiry(row, day)[0] == until]
    return next((row for row in rows if set(row.tags).intersection(tags)), next(iter(rows), None))


def mark(context: Context, regime: str, until: date | None, tags: tuple[str, ...] = ()) -> str:
    """Gives the mark that prints beside an end, empty where it is verified or comes from no renewal."""
    found = renewal(context, regime, until, tags)
    return words.doubt(found.confidence) if found else ""


def day(context: Context, on: date, about: PartialDate | None = None) -> str:
    """Gives the day of an end as it prints: a month or a year where it is known no more exactly."""
    return context.day(about) if about else words.day(on, context.language)


def passed(context: Context, items: Iterable[Remains]) -> str:
    """Gives the latest end of some that have passed, in words; empty where none has or another end is to come."""
    found = list(items)
    last = max((item.ran_to for item in found if item.ran_to), default=None)
    if last is None or any(item.until for item in found):
        return ""
    about = next((item.about for item in found if item.ran_to == last), None)
    return after_end(day(context, last, about))


def followed(context: Context, until: PartialDate | None, left: Remains | None) -> tuple[date | None, str]:
    """Gives the latest end known, None where a stated one has no renewal, and what is said of one that has passed."""
    stated = until.latest if until else None
    longer = bool(left and stated and left.until and left.until > stated)
    if left is None or (stated and stated >= context.dossier.as_of and not longer) or not (stated or left.ran_to):
        return stated, ""
    if left.ran_to and left.ran_to != stated:
        return left.ran_to, ran_out(day(context, left.ran_to, left.about), context.day(until) or None)
    to = words.day(left.until, context.language) if left.until else ""
    return left.until, after_end(context.day(until), to)


def ran_out(on: str, stated: str | None) -> str:
    """Says to which day an end was renewed after which no renewal is known.

    `stated` is the list's own end, empty where its day stands beside it, None where the list has none.
    """
    if stated is None:
        return after_end(on)
    return _("{renewed}; {no_renewal} after", renewed=after_end(stated, on), no_renewal=_(NO_RENEWAL))


def cell(on: date | None, about: PartialDate | None = None) -> date | str | None:
    """Gives the day of an end for the workbook, the words of its source where it is no exact day."""
    return words.exact(about) or on


def known_from(context: Context, regime: str, until: date | None, basis: str) -> str:
    """Gives where an end is known from, for the workbook: a renewal, though a list states its day as well."""
    return RENEWAL if basis == STATED and renewal(context, regime, until) else basis
