"""The pack: its file, the verbs that edit it, and gather(), which reads the library once."""

from briefer.pack.edition import edition
from briefer.pack.file import PackFile, facts_of, load, parse, save, to_bytes, to_json
from briefer.pack.gather import gather
from briefer.pack.make import new, starters, unwritten, without_starters
from briefer.pack.refreshed import differences
from briefer.pack.stored import unanswered
from briefer.pack.validate import validate

__all__ = [
    "PackFile",
    "differences",
    "edition",
    "facts_of",
    "gather",
    "load",
    "new",
    "parse",
    "save",
    "starters",
    "to_bytes",
    "to_json",
    "unanswered",
    "unwritten",
    "validate",
    "without_starters",
]
