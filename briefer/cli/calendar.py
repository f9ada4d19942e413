"""How the review calendar is shown: the contract's JSON, and sentences for a person."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from briefer.cli.dates import worded
from briefer.model.calendar import ReviewCalendar
from briefer.rulebook import in_words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def value(found: ReviewCalendar) -> dict[str, Any]:
    """The JSON value; `latest_report` and `before` only where somebody asked back from a day."""
    asked = {"before": found.before, "latest_report": found.latest_report} if found.before else {}
    return {
        "report": found.report,
        "review_days": found.review_days,
        "last_barred_day": found.last_barred_day,
        "earliest_action": found.earliest_action,
        "bars": found.bars,
        "citations": found.citations,
        "contested": found.contested,
        "notes": found.notes,
        **asked,
    }


def lines(found: ReviewCalendar) -> Iterator[str]:
    """Says what bars the action until when, and from when on it may be taken."""
    if found.before:
        yield f"To act on {_weekday(found.before)}, submit the report by {_weekday(found.latest_report)} at the latest."
        yield from _room(found)
    yield f"Report submitted on {_weekday(found.report)} (day 1):"
    for bar in found.bars:
        yield f"  {bar.rule}{f', to the end of {_weekday(bar.until)}' if bar.until else ''}"
    if found.earliest_action:
        yield f"Earliest action: {_weekday(found.earliest_action)}{_contested(found)}"
    else:
        yield f"No action may be taken{_contested(found)}"
    yield f"Citations: {'; '.join(found.citations)}"
    yield from (f"Note: {worded(note)}" for note in found.notes)


def _room(found: ReviewCalendar) -> Iterator[str]:
    """Says why no later report would do where this one ends before the day."""
    if found.before and found.earliest_action and found.earliest_action < found.before:
        yield (
            f"  It leaves the action free from {_weekday(found.earliest_action)}; a report a day later has the longer "
            f"review and would not end in time."
        )


def _weekday(when: date | None) -> str:
    return f"{WEEKDAYS[when.weekday()]} {in_words(when)}" if when else ""


def _contested(found: ReviewCalendar) -> str:
    return " (contested)" if found.contested else ""
