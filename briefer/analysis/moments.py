"""How exactly a stated date is known: a day, a month, a year, about one of them, or a range of days."""

from calendar import monthrange
from datetime import date

from briefer.language import MONTHS, _, day_in_words
from briefer.model.facts import PartialDate
from briefer.model.timeline import Moment


def moment(when: PartialDate | None) -> Moment | None:
    """Gives a date with its precision, None where there is none that can be read."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    return Moment(when.earliest, when.latest, "about" if when.circa else _span(when.earliest, when.latest), when.text)


def _span(first: date, last: date) -> str:
    if first == last:
        return "day"
    if (first.day, last) == (1, first.replace(day=monthrange(first.year, first.month)[1])):
        return "month"
    year = (first.month, first.day, last) == (1, 1, date(first.year, 12, 31))
    return "year" if year else "range"


def in_words(when: PartialDate) -> str:
    """Gives a date in words, 17 March 2025 or March 2025; one that is neither a day nor a month as it is printed."""
    known = moment(when)
    if known and known.precision == "day":
        return day_in_words(known.first)
    if known and known.precision == "month":
        return _("{month} {year}", month=_(MONTHS[known.first.month - 1]), year=known.first.year)
    return when.text
