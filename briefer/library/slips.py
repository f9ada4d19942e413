"""One slip in the spelling of a word: a letter too many, too few, twice, wrong, or in the place of its neighbour."""

from collections.abc import Iterator
from string import ascii_lowercase

from rapidfuzz.distance import OSA


def is_slip(one: str, other: str) -> bool:
    """Whether two words are one slip apart."""
    return OSA.distance(one, other, score_cutoff=1) == 1


def slips(word: str) -> Iterator[str]:
    """Yields all words that are one slip from a word, some of them twice."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (before + letter + after for letter in ascii_lowercase)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in ascii_lowercase if letter != after[0])
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
