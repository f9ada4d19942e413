"""The pack: its file, the verbs that edit it, and gather(), which reads the library once."""

from briefer.pack.edition import edition
from briefer.pack.file import PackFile, load, parse, save, to_bytes, to_json
from briefer.pack.gather import gather
from briefer.pack.make import new, starters, without_starters
from briefer.pack.refreshed import differences
from briefer.pack.validate import validate

__all__ = [
    "PackFile",
    "differences",
    "edition",
    "gather",
    "load",
    "new",
    "parse",
    "save",
    "starters",
    "to_bytes",
    "to_json",
    "validate",
    "without_starters",
]
