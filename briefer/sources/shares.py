"""A share in a company as a text states it: one number in per cent, or bounds of it."""

import re
from decimal import Decimal

from briefer.model.facts import Range

_NUMBER = r"(\d{1,3}(?:[.,]\d+)?)"
_CENT = r"(?:%|per ?cent|percent|pct\.?)?"
_EXACT = re.compile(rf"{_NUMBER}\s*%?")
_ONE_MORE = re.compile(rf"{_NUMBER}\s*{_CENT}\s*(?:\+|plus|and)\s*(?:1|one) share", re.IGNORECASE)
_BETWEEN = re.compile(rf"{_NUMBER}\s*{_CENT}\s*(?:-|–|to|and)\s*{_NUMBER}\s*{_CENT}", re.IGNORECASE)
_LEAST = re.compile(rf"(?:(>)|(?:>=|≥|at least|from)|(more than|over|above))\s*{_NUMBER}\s*{_CENT}", re.IGNORECASE)
_MOST = re.compile(rf"(?:(<)|(?:<=|≤|at most|up to)|(less than|under|below))\s*{_NUMBER}\s*{_CENT}", re.IGNORECASE)
_OR_MORE = re.compile(rf"{_NUMBER}\s*{_CENT}\s*(?:\+|or more)", re.IGNORECASE)


def percentage(text: str) -> Decimal | None:
    """Gives the share in per cent where the text is exactly one number from 0 to 100."""
    match = _EXACT.fullmatch(text.strip())
    share = _per_cent(match[1]) if match else None
    return share if share is not None and share <= 100 else None


def bounds(text: str) -> Range | None:
    """Gives the bounds that a text states, None where it states none between 0 and 100."""
    found = _read(text.strip())
    return found if found and 0 <= found.least < found.most <= 100 else None


def _read(text: str) -> Range | None:
    if match := _ONE_MORE.fullmatch(text):
        whole = _per_cent(match[1])
        return Range(least=whole, most=whole + 1, above=True, below=True)
    if match := _BETWEEN.fullmatch(text):
        return Range(least=_per_cent(match[1]), most=_per_cent(match[2]))
    if match := _LEAST.fullmatch(text):
        return Range(least=_per_cent(match[3]), above=bool(match[1] or match[2]))
    if match := _MOST.fullmatch(text):
        return Range(most=_per_cent(match[3]), below=bool(match[1] or match[2]))
    match = _OR_MORE.fullmatch(text)
    return Range(least=_per_cent(match[1])) if match else None


def _per_cent(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
