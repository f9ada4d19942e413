"""Whether a designation or a measure is in force on a day."""

from datetime import date

from briefer.model.facts import GONE, Designation, Measure


def in_force(item: Designation | Measure, day: date) -> bool:
    """Says whether something is in force on a day; without a known start it counts as in force."""
    return may_run(item, day) and _runs(item, day)


def may_run(item: Designation | Measure, day: date) -> bool:
    """Says whether something has begun and is not known to have ended, though the end stated for it may have passed."""
    return not (isinstance(item, Designation) and _over(item, day)) and _begun(item, day)


def start_known(item: Designation) -> bool:
    """Says whether a list states a start that can be read."""
    return item.start is not None and item.start.earliest is not None


def _over(item: Designation, day: date) -> bool:
    """Says whether what is marked as ended had ended by a day; what left its list has no day of its own."""
    return item.ended and (item.until is None or item.until.latest is None or GONE in item.note or not _runs(item, day))


def _begun(item: Designation | Measure, day: date) -> bool:
    return item.start is None or item.start.earliest is None or item.start.earliest <= day


def _runs(item: Designation | Measure, day: date) -> bool:
    return item.until is None or item.until.latest is None or item.until.latest >= day
