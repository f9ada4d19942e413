"""Several names in one sentence, joined in the language spoken now."""

from collections.abc import Iterable
from functools import reduce

from briefer.language import _


def all_of(names: Iterable[str]) -> str:
    """Gives one name or more as A and B."""
    return reduce(lambda first, last: _("{first} and {last}", first=first, last=last), names)


def one_of(names: Iterable[str]) -> str:
    """Gives one name or more as A or B."""
    return reduce(lambda first, last: _("{first} or {last}", first=first, last=last), names)
