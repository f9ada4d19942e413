"""Whether a designation or a measure is in force on a day."""

from datetime import date

from briefer.model.facts import DROPPED, GONE, LATER, Designation, Measure


def in_force(item: Designation | Measure, day: date) -> bool:
    """Says whether something is in force on a day; without a known start it counts as in force."""
    return may_run(item, day) and _runs(item, day)


def may_run(item: Designation | Measure, day: date) -> bool:
    """Says whether something has begun and is not known to have ended, though the end stated for it may have passed."""
    return not (isinstance(item, Designation) and _over(item, day)) and _begun(item, day)


def start_known(item: Designation) -> bool:
    """Says whether a list states a start that can be read."""
    return item.start is not None and item.start.earliest is not None


def state(origin: str) -> tuple[date, str] | None:
    """Gives the day and the list of a snapshot's id (LIST@DAY#HASH), None of an undated one."""
    name, _, rest = origin.rpartition("@")
    try:
        return date.fromisoformat(rest.partition("#")[0]), name
    except ValueError:
        return None


def start_open(item: Designation) -> bool:
    """Says whether only a list of after the day, or of no day, states a listing, and not since when."""
    return LATER in item.note and not start_known(item)


def dropped(item: Designation) -> str:
    """Gives the words of a note that another file of the publisher has dropped a listing; empty where none has."""
    return next((part for part in item.note.split("; ") if part.startswith(DROPPED)), "")


def in_doubt(item: Designation) -> bool:
    """Says whether it is open that a listing stands on the day: by its start, or as another file has dropped it.

    A list of no day may be older than the day: it counts, to be verified.
    """
    undated = bool(item.origin) and not state(item.origin)
    return (start_open(item) and not undated) or bool(dropped(item))


def _over(item: Designation, day: date) -> bool:
    """Says whether what is marked as ended had ended by a day; what left its list has no day of its own."""
    return item.ended and (item.until is None or item.until.latest is None or GONE in item.note or not _runs(item, day))


def row_after(item: Designation, day: date) -> date | None:
    """Gives the day of a listing's row where the list states no start and dates the row after the day, else None.

    A row may be younger than its listing only where it was made anew, so that such a listing counts as not yet begun.
    """
    row = item.published.earliest if item.published and not start_known(item) else None
    return row if row and row > day else None


def begins_after(item: Designation, day: date) -> date | None:
    """Gives the first day of a listing that has not begun by the day, as stated or by its row; None where it has."""
    start = item.start.earliest if item.start else None
    return start if start and start > day else row_after(item, day)


def _begun(item: Designation | Measure, day: date) -> bool:
    if isinstance(item, Designation):
        return begins_after(item, day) is None
    return item.start is None or item.start.earliest is None or item.start.earliest <= day


def _runs(item: Designation | Measure, day: date) -> bool:
    return item.until is None or item.until.latest is None or item.until.latest >= day
