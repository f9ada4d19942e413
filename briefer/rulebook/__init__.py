"""What each programme rests on and what lifting takes: the dated, cited rows of `assets/rulebook/`, checked on load."""

from briefer.rulebook.book import excerpt, find, holds, load, named, overlaid, programmes, standing
from briefer.rulebook.ended import NO_RENEWAL, after_end
from briefer.rulebook.known import in_words
from briefer.rulebook.measures import near_measures, of_measure

__all__ = [
    "NO_RENEWAL",
    "after_end",
    "excerpt",
    "find",
    "holds",
    "in_words",
    "load",
    "named",
    "near_measures",
    "of_measure",
    "overlaid",
    "programmes",
    "standing",
]
