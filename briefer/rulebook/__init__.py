"""What each programme rests on and what lifting takes: the dated, cited rows of `assets/rulebook/`, checked on load."""

from briefer.rulebook.book import excerpt, find, holds, load, named, overlaid, programmes, standing

__all__ = ["excerpt", "find", "holds", "load", "named", "overlaid", "programmes", "standing"]
