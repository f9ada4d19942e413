"""What each programme rests on and what lifting takes: the dated, cited rows of `assets/rulebook/`, checked on load."""

from briefer.rulebook.book import excerpt, find, holds, load, named, overlaid, programmes, standing
from briefer.rulebook.known import in_words

__all__ = ["excerpt", "find", "holds", "in_words", "load", "named", "overlaid", "programmes", "standing"]
