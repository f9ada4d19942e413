"""Numbers and days in the window's words."""

from datetime import date


def counted(count: int, noun: str) -> str:
    """Gives a number with its noun: 1 error, 2 errors, 3 entities."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"1 {noun}" if count == 1 else f"{count:,} {plural}"


def short(day: date) -> str:
    """Gives a day as tables print it: 21 Mar 2025."""
    return f"{day.day} {day:%b %Y}"
