"""Wording that a text takes over from a source: six or more consecutive words outside quotation marks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from briefer.analysis.loaded import loaded
from briefer.analysis.sentences import outside, quotations
from briefer.model.stances import Copied

LEAST = 6
"""Consecutive words from which on they count as copied."""
HALF = 0.5
"""Two texts that share this part of their runs are one text with changes."""
MOST_PLACES = 100
"""Of a phrase that a source repeats so often, the first places are tried for the longest run."""
WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
REFERENCE = re.compile(r"\[[@#][^\]\n]*\]")
BLOCK_QUOTE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
OF_NAMES = frozenset(
    ["of", "the", "and", "for", "on", "in", "to", "de", "du", "la", "le", "des", "der", "die", "und", "von", "van"]
)
"""Words that stand in names and titles without a capital."""
MARK = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it is compared, and where it stands; an empty one breaks every run."""

    folded: str
    start: int
    end: int


def copied(text: str, sources: Mapping[str, str], least: int = LEAST) -> tuple[Copied, ...]:
    """Gives the runs of words that stand in the drafter's Markdown and in a source's text, in the order of the text.

    `sources` maps source ids to their texts. Quotations, block quotes and the marks of citations are left out; so are
    names and titles, which are nobody's wording.
    """
    own = _words(_unquoted(text))
    said = ((id, [word.folded for word in _words(source)]) for id, source in sources.items())
    runs = (run for id, words in said for run in _runs(own, words, id, least))
    made = (_copied(text, own, *run) for run in runs)
    return tuple(sorted((run for run in made if run), key=lambda run: (run.start, run.source)))


def one_text(texts: Mapping[str, str], share: float = HALF) -> tuple[tuple[str, str, float], ...]:
    """Gives the pairs of texts that are copies of one: ids, and the share of the shorter one's runs that both have."""
    runs = {id: _shingles([word.folded for word in _words(text)]) for id, text in texts.items()}
    pairs = ((a, b, len(runs[a] & runs[b]) / (min(len(runs[a]), len(runs[b])) or 1)) for a, b in combinations(runs, 2))
    return tuple(pair for pair in pairs if pair[2] >= share)


def _shingles(words: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + LEAST]) for at in range(len(words) - LEAST + 1))


def _unquoted(text: str) -> str:
    """Gives the text with quotations replaced by marks that break a run, and citations by blanks that do not."""
    spans = (*quotations(text), *(match.span() for match in BLOCK_QUOTE.finditer(text)))
    marked = outside(text, spans, MARK)
    return outside(marked, (match.span() for match in REFERENCE.finditer(marked)))


def _words(text: str) -> list[Word]:
    found = re.finditer(rf"{WORD.pattern}|{MARK}+", text)
    return [Word(_folded(match.group()), match.start(), match.end()) for match in found]


def _folded(word: str) -> str:
    return "" if word.startswith(MARK) else word.casefold().replace("’", "'")


def _runs(own: list[Word], said: list[str], source: str, least: int) -> Iterator[tuple[str, int, int]]:
    """Yields source, first word and number of words of each longest run; runs do not overlap."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(said) - least + 1):
        places.setdefault(tuple(said[at : at + least]), []).append(at)
    mine = [word.folded for word in own]
    at = 0
    while at <= len(mine) - least:
        begins = places.get(tuple(mine[at : at + least]), [])[:MOST_PLACES]
        length = max((_length(mine, at, said, begin) for begin in begins), default=0)
        if length:
            yield source, at, length
        at += length or 1


def _length(mine: list[str], at: int, said: list[str], begin: int) -> int:
    most = min(len(mine) - at, len(said) - begin)
    return next((n for n in range(most) if not mine[at + n] or mine[at + n] != said[begin + n]), most)


def _copied(text: str, own: list[Word], source: str, first: int, count: int) -> Copied | None:
    """Makes the finding of a run, None where it is a name or a title."""
    run = own[first : first + count]
    plain = [word for word in run if not text[word.start].isupper() and word.folded not in OF_NAMES]
    if not [word for word in plain if word.folded.isalpha()]:
        return None
    words = text[run[0].start : run[-1].end]
    return Copied(source=source, words=" ".join(words.split()), count=count, start=run[0].start, flags=loaded(words))
