"""The time, asked for in one place so that a test can set it."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """This moment, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """This day, in UTC."""
    return now().date()
