"""Whether a designation or a measure is in force on a day."""

from datetime import date

from briefer.model.facts import Designation, Measure


def in_force(item: Designation | Measure, day: date) -> bool:
    """Says whether something is in force on a day; without a known start it counts as in force."""
    return may_run(item, day) and _runs(item, day)


def may_run(item: Designation | Measure, day: date) -> bool:
    """Says whether something has begun and is not known to have ended, though the end stated for it may have passed."""
    return not (isinstance(item, Designation) and item.ended) and _begun(item, day)


def start_known(item: Designation) -> bool:
    """Says whether a list states a start that can be read."""
    return item.start is not None and item.start.earliest is not None


def _begun(item: Designation | Measure, day: date) -> bool:
    return item.start is None or item.start.earliest is None or item.start.earliest <= day


def _runs(item: Designation | Measure, day: date) -> bool:
    return item.until is None or item.until.latest is None or item.until.latest >= day
