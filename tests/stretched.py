"""Which words of a text are not said in the stretched language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from tests import catalogue

WORD = re.compile(r"[^\W\d_]+(?!…)")
"""A word; one that is cut off is none."""
VOWEL = re.compile("[aeiou]", re.IGNORECASE)
LONGER = re.compile("|".join(catalogue.LONGER.values()))


def unsaid(said: object, own: object = ()) -> list[str]:
    """Gives the words of all texts in a value that are neither stretched nor in the texts of another one."""
    known = set(WORD.findall(" ".join(_texts(own)).replace("…", " ")))
    words = (word for text in _texts(said) for word in WORD.findall(text))
    return [word for word in words if VOWEL.search(word) and not LONGER.search(word) and word not in known]


def _texts(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif is_dataclass(held) and not isinstance(held, type):
        yield from (text for each in fields(held) for text in _texts(getattr(held, each.name)))
    elif isinstance(held, Mapping):
        yield from _texts((*held, *held.values()))
    elif isinstance(held, Iterable):
        yield from (text for each in held for text in _texts(each))
