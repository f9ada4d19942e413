"""Which letters the shipped fonts can print; the rest prints transliterated."""

import re
import unicodedata
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from anyascii import anyascii
from markupsafe import Markup, escape

from briefer import shipped
from briefer.model.pack import Pack
from briefer.text import meant

INVISIBLE = ("Cc", "Cf")
LANGUAGES = {
    "CYRILLIC": "ru",
    "GREEK": "el",
    "ARABIC": "ar",
    "HEBREW": "he",
    "CJK": "zh",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
}
"""The language of a script where the list names none: the likeliest in lists of this field."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language or script, with the tag that says which; `original` where `text` is transliterated."""

    text: str
    lang: str
    original: str = ""


def script(text: str) -> str:
    """Gives the script of a text, that of its first letter that is not Latin; LATIN where there is none."""
    for letter in text:
        if letter.isalpha():
            name = _script(letter)
            if name != "LATIN":
                return name
    return "LATIN"


def language(text: str, tag: str = "") -> str:
    """Gives the language tag of a text: the one stated, else one that fits its script, empty for Latin."""
    if valid(tag) and not tag.startswith("und"):
        return tag
    return LANGUAGES.get(script(text), "")


def valid(tag: str) -> bool:
    """Says whether a text has the form of a language tag (RFC 5646), as PDF/UA wants it."""
    return re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", tag) is not None


def printable(text: str) -> str:
    """Gives a text with what no shipped font can draw transliterated to Latin letters, and no control characters."""
    text = meant(text)
    foreign = {} if text.isascii() else {ord(letter): anyascii(letter) for letter in set(text) if not _prints(letter)}
    return text.translate(foreign) if foreign else text


def printable_html(html: Markup) -> Markup:
    """Does the same to HTML; what transliteration gives is escaped, so that no letter turns into a tag."""
    html = Markup(meant(str(html)))  # noqa: S704 - HTML already, and what was meant is no tag
    if html.isascii():
        return html
    foreign = {ord(letter): str(escape(anyascii(letter))) for letter in set(html) if not _prints(letter)}
    return Markup(str(html).translate(foreign)) if foreign else html  # noqa: S704 - HTML already


def legible(pack: Pack) -> Pack:
    """Gives a pack whose titles and settings can be printed as they are; its texts are looked at as they are read."""
    settings = {each.name: getattr(pack.settings, each.name) for each in fields(pack.settings)}
    said: dict[str, Any] = {name: printable(value) for name, value in settings.items() if isinstance(value, str)}
    return replace(
        pack,
        title=printable(pack.title),
        settings=replace(pack.settings, **said),
        sections=tuple(replace(each, title=printable(each.title)) for each in pack.sections),
    )


def _prints(letter: str) -> bool:
    return letter in _drawn() or unicodedata.category(letter) in INVISIBLE


@cache
def _drawn() -> frozenset[str]:
    """Gives every character that a shipped font draws."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # 0.1 s, wanted only where text is not ASCII

    drawn: set[str] = set()
    for file in shipped.data("assets", "fonts").iterdir():
        if file.name.endswith(".ttf"):
            with file.open("rb") as stream, TTFont(stream, lazy=True) as font:
                drawn.update(map(chr, font.getBestCmap()))
    return frozenset(drawn)


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0].split("-")[0]
