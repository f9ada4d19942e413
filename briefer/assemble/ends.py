"""How sure an end is that comes from a renewal: a list or an act that states it may not be where it was read."""

from datetime import date

from briefer.analysis.remains import expiry
from briefer.assemble import words
from briefer.assemble.context import Context
from briefer.model.facts import PartialDate
from briefer.model.law import Renewal

RENEWAL = "renewal"
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


def cell(on: date | None, about: PartialDate | None = None) -> date | str | None:
    """Gives the day of an end for the workbook, the words of its source where it is no exact day."""
    return words.exact(about) or on


def known_from(context: Context, regime: str, until: date | None, basis: str) -> str:
    """Gives where an end is known from, for the workbook: a renewal, though a list states its day as well."""
    return RENEWAL if basis == STATED and renewal(context, regime, until) else basis
