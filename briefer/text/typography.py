"""Typographic care: dashes and ellipses while reading, no-break spaces where a line must not end."""

import re

from markdown_it.rules_core import StateCore
from markupsafe import Markup

NBSP = "\u00a0"

_DASHES = (
    (re.compile(r"(?<!-)---(?!-)"), "—"),
    (re.compile(r"(?<!-)--(?!-)"), "–"),
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
)

_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_BEFORE_NUMBER = (
    r"EO|E\.O\.|Executive Order|PL|P\.L\.|Pub\. L\.|Public Law|CFR|C\.F\.R\.|USC|U\.S\.C\.|Fed\. Reg\.|Stat\.|"
    r"Nos?\.?|pp?\.|ss?\.|[Ss]ec\.|[Ss]ections?|[Aa]rt\.|[Aa]rticles?|[Rr]eg\.|[Rr]egulation|[Pp]aras?\.?|"
    r"[Dd]irective|[Dd]ecision|[Oo]ption|[Cc]lass|[Tt]able|[Ff]igure|[Aa]nnex|[Cc]hapter|[Tt]itle|[Pp]art|[Tt]ier|"
    r"USD|EUR|GBP|CHF|RUB|about|circa|c\."
)
_UNIT = (
    rf"{_MONTH}|CFR|C\.F\.R\.|USC|U\.S\.C\.|Fed\. Reg\.|Stat\.|seconds?|minutes?|hours?|days?|weeks?|months?|years?|%|"
    r"per cent|percentage points?|million|billion|trillion|bn|barrels|tonnes?|km|roubles?|rubles?|dollars?|euros?"
)
_TIES = (
    (re.compile(rf"(?<![\w-])({_BEFORE_NUMBER})[ \t\n]+(?=\d|[A-D]\b|[IVX]+\b)"), rf"\1{NBSP}"),
    (re.compile(r"\b(CFR|C\.F\.R\.)[ \t\n]+(?=[Pp]arts?\b)"), rf"\1{NBSP}"),
    (re.compile(r"(\([A-Z]{2,4}\))[ \t\n]+(?=No\b|\d)"), rf"\1{NBSP}"),
    (re.compile(r"(§+)[ \t\n]+(?=\d)"), rf"\1{NBSP}"),
    (re.compile(rf"(?<=\d)[ \t\n]+(?=(?:{_UNIT})(?!\w))"), NBSP),
    (re.compile(r"(?<=\d\u00a0per)[ \t\n]+(?=cent\b)"), NBSP),
    (re.compile(rf"\b({_MONTH})[ \t\n]+(?=\d{{1,2}}\b)"), rf"\1{NBSP}"),
    (re.compile(r"\b(Mrs?|Ms|Dr|Sen\.|Rep\.|Gen\.|Mr\.|Mrs\.|Ms\.|Dr\.)[ \t\n]+(?=[^\W\d_])"), rf"\1{NBSP}"),
    (re.compile(r"(?<=\S)[ \t\n]+–(?=\s)"), f"{NBSP}–"),
)
_MARKUP = re.compile(
    r"(<!--.*?-->|<(?:style|script|code|pre)\b.*?</(?:style|script|code|pre)>|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.DOTALL | re.IGNORECASE,
)


def tidy(html: str) -> Markup:
    """Ties in the text of HTML what must not part at a line end: EO 14024, s. 216, 15 April, 30 days, 50 per cent.

    Tags, comments, code and style sheets stay untouched, and so does every other character.
    """
    parts = _MARKUP.split(html)
    return Markup("".join(part if part.startswith("<") else _tied(part) for part in parts))  # noqa: S704 - HTML already


def dashes(state: StateCore) -> None:
    """Writes `--`, `---` and `...` as dashes and ellipsis, outside code and bare addresses; a rule of markdown-it."""
    for token in state.tokens:
        address = False
        for child in token.children or []:
            if child.info == "auto":
                address = child.nesting == 1
            elif child.type == "text" and not address:
                for pattern, mark in _DASHES:
                    child.content = pattern.sub(mark, child.content)


def _tied(text: str) -> str:
    for pattern, tied in _TIES:
        text = pattern.sub(tied, text)
    return text
