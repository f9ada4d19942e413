"""How the review calendar is shown: the contract's JSON, and sentences for a person."""

from collections.abc import Iterator
from typing import Any

from briefer.model.calendar import ReviewCalendar


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
        yield f"To act on {found.before:%A} {found.before}, submit the report by {found.latest_report} at the latest."
    yield f"Report submitted on {found.report:%A} {found.report} (day 1):"
    for bar in found.bars:
        yield f"  {bar.rule}{f', to the end of {bar.until}' if bar.until else ''}"
    if found.earliest_action:
        yield f"Earliest action: {found.earliest_action:%A} {found.earliest_action}{_contested(found)}"
    else:
        yield f"No action may be taken{_contested(found)}"
    yield f"Citations: {'; '.join(found.citations)}"
    yield from (f"Note: {note}" for note in found.notes)


def _contested(found: ReviewCalendar) -> str:
    return " (contested)" if found.contested else ""
