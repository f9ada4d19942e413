"""The catalogue of the window's texts; `python -m tests.desktop.catalogue` writes assets/locale/briefer.pot anew.

A stretched pseudo-language is made from it, in which every text is about 40 per cent longer and shows that it was
translated, so that pictures tell what was forgotten and what has no room to grow.
"""

import io
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from tests.desktop.literals import ROOT, WINDOW

POT = ROOT / "assets" / "locale" / "briefer.pot"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""The header carries no real day, so that the same texts give the same file."""
STRETCHED = "en_XA"
LONGER = {"a": "áá", "e": "éé", "i": "íí", "o": "óó", "u": "úú", "A": "ÁÁ", "E": "ÉÉ", "I": "ÍÍ", "O": "ÓÓ", "U": "ÚÚ"}
KEPT = re.compile(r"(\{[^}]*\}|&.|\|)")
"""What stands for something else: placeholders, the letter of a menu, the marks between months."""


def template() -> Catalog:
    """Gives every text of the window, in the order of modules, each with the module where it stands."""
    made = Catalog(project="Briefer", domain="briefer", charset="utf-8", creation_date=WRITTEN, revision_date=WRITTEN)
    for path in sorted(WINDOW.glob("*.py")):
        with path.open("rb") as source:
            for _line, words, _comments, _context in extract("python", source, KEYWORDS):
                made.add(words, locations=[(str(path.relative_to(ROOT)), 0)])
    return made


def pot() -> bytes:
    """Gives the catalogue template as a file."""
    buffer = io.BytesIO()
    write_po(buffer, template(), width=120, include_lineno=False, sort_output=True)
    return buffer.getvalue()


def stretch(words: str) -> str:
    """Makes a text longer by its vowels, and leaves what stands for something else."""
    parts = (part if KEPT.fullmatch(part) else re.sub("[aeiouAEIOU]", _longer, part) for part in KEPT.split(words))
    return "".join(parts)


def _longer(found: re.Match[str]) -> str:
    return LONGER[found[0]]


def write_stretched(folder: Path) -> None:
    """Writes the stretched language as a compiled catalogue."""
    made = Catalog(locale="en", domain="briefer")
    for message in template():
        if isinstance(message.id, tuple):
            made.add(message.id, tuple(map(stretch, message.id)))
        elif message.id:
            made.add(message.id, stretch(message.id))
    target = folder / STRETCHED / "LC_MESSAGES" / "briefer.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, made)


if __name__ == "__main__":
    POT.parent.mkdir(parents=True, exist_ok=True)
    sys.exit(POT.write_bytes(pot()) == 0)
