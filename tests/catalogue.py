"""The catalogues of texts: of the window, of what stands below it, of the templates.

`python -m tests.catalogue` writes their templates, assets/locale/*.pot.

A stretched pseudo-language is made from them, in which every text is about 40 per cent longer and shows that it was
translated, so that pictures and pages tell what was forgotten and what has no room to grow.
"""

import ast
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po
from jinja2.ext import babel_extract

from tests.assemble.literals import templates
from tests.desktop.literals import ROOT, WINDOW
from tests.said import modules, named

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "mark": None, "counted": (2, 3)}
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""The header carries no real day, so that the same texts give the same file."""
STRETCHED = "en_XA"
LONGER = {"a": "áá", "e": "éé", "i": "íí", "o": "óó", "u": "úú", "A": "ÁÁ", "E": "ÉÉ", "I": "ÍÍ", "O": "ÓÓ", "U": "ÚÚ"}
KEPT = re.compile(r"(%\(\w+\)s|\{[^}]*\}|&#?\w+;|&.|\|)")
"""What stands for something else: placeholders, characters, the letter of a menu, the marks between months."""


@dataclass(frozen=True)
class Texts:
    """Where a domain's texts stand, and how Babel reads them."""

    files: list[Path]
    method: str | Callable[..., Any]
    options: dict[str, str] = field(default_factory=dict)


def calls(source: BinaryIO, keywords: Iterable[str], _tags: object, options: object) -> Iterator[tuple[Any, ...]]:
    """Yields the calls of a module that look texts up, those inside an f-string too, which Babel itself misses."""
    for node in ast.walk(ast.parse(source.read())):
        if isinstance(node, ast.Call) and (name := named(node)) in keywords:
            said = [each.value if isinstance(each, ast.Constant) else None for each in node.args]
            yield node.lineno, name, said[0] if len(said) == 1 else tuple(said), []


DOMAINS = {
    "briefer": Texts(sorted(WINDOW.glob("*.py")), calls),
    "texts": Texts(modules(), calls),
    "print": Texts(
        templates(),
        babel_extract,
        {"silent": "false", "newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"},
    ),
}


def template(domain: str) -> Catalog:
    """Gives every text of a domain, each with the files where it stands."""
    made = Catalog(project="Briefer", domain=domain, charset="utf-8", creation_date=WRITTEN, revision_date=WRITTEN)
    texts = DOMAINS[domain]
    for path in texts.files:
        with path.open("rb") as source:
            for _line, words, _comments, _context in extract(texts.method, source, KEYWORDS, options=texts.options):
                made.add(words, locations=[(path.relative_to(ROOT).as_posix(), 0)])
    return made


def file(domain: str) -> Path:
    """Gives the place of a domain's catalogue template."""
    return ROOT / "assets" / "locale" / f"{domain}.pot"


def pot(domain: str) -> bytes:
    """Gives a domain's catalogue template as a file."""
    buffer = io.BytesIO()
    write_po(buffer, template(domain), width=120, include_lineno=False, sort_output=True)
    return buffer.getvalue()


def stretch(words: str) -> str:
    """Makes a text longer by its vowels, and leaves what stands for something else."""
    parts = (part if KEPT.fullmatch(part) else re.sub("[aeiouAEIOU]", _longer, part) for part in KEPT.split(words))
    return "".join(parts)


def _longer(found: re.Match[str]) -> str:
    return LONGER[found[0]]


def write_stretched(folder: Path, domain: str, language: str = STRETCHED) -> None:
    """Writes the stretched language as a compiled catalogue."""
    made = Catalog(locale="en", domain=domain)
    for message in template(domain):
        if isinstance(message.id, tuple):
            made.add(message.id, tuple(map(stretch, message.id)))
        elif message.id:
            made.add(message.id, stretch(message.id))
    target = folder / language / "LC_MESSAGES" / f"{domain}.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as held:
        write_mo(held, made)


if __name__ == "__main__":
    for each in DOMAINS:
        file(each).write_bytes(pot(each))
