"""The day on which a list file was published: what it states itself, what a person says, and what cannot be one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from briefer.language import _
from briefer.library import clock
from briefer.model.answers import Warned
from briefer.model.errors import BadCall, BadInput

if TYPE_CHECKING:
    from briefer.sources import Head, Reading

AHEAD = timedelta(days=1)
"""Where a publisher sits it may be tomorrow already."""

FIRST = date(1950, 1, 1)
"""OFAC was set up in December 1950, and no list that Briefer reads is older."""


def datable(published: date | None) -> None:
    """Refuses a day of publication, given by hand, that has not come yet or is older than any list; BadCall."""
    if published and published < FIRST:
        raise BadCall(
            _(
                "{day} is before any list was kept; give the day, from {first} on, of its publication.",
                day=published,
                first=FIRST,
            )
        )
    if published and _ahead(published):
        raise BadCall(_("{day} has not come yet; give the day on which the list was published.", day=published))


def head_of(reading: "Reading", records: Iterator[object], published: date | None) -> tuple["Head", tuple[Warned, ...]]:
    """Reads what a file says of itself; where it states no day that can be, `published` is taken.

    BadInput where no list begins.
    """
    first = next(records, None)
    if not hasattr(first, "list"):
        raise BadInput(reading.path, _("no records of a list were found"), _("check that the file is whole"))
    head = cast("Head", first)
    warning = _doubt(head)
    if warning:
        head = replace(head, published=None)
    elif head.published and published not in (None, head.published):
        warning = _(
            "the file says itself that it was published on {day}; {given} was not used",
            day=head.published,
            given=published,
        )
    message = (Warned(record="", message=warning),) if warning else ()
    return replace(head, published=head.published or published), message


def _doubt(head: "Head") -> str:
    """Says why the day that a file states cannot be used; empty where it can, or where it states none."""
    if head.published and _ahead(head.published):
        return _(
            "the file states {day} as its date, which has not come yet; it was taken as undated",
            day=head.published,
        )
    if head.printed and not head.published:
        return _(
            "the file states “{printed}” as its date, which is no day; it was taken as undated", printed=head.printed
        )
    return ""


def _ahead(day: date) -> bool:
    return day > clock.today() + AHEAD
