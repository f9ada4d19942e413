"""Which script a name is written in, as a BCP 47 tag."""

import unicodedata
from collections import Counter
from functools import lru_cache

TAGS = {
    "CYRILLIC": "und-Cyrl",
    "ARABIC": "und-Arab",
    "CJK": "und-Hani",
    "GREEK": "und-Grek",
    "HEBREW": "und-Hebr",
    "HANGUL": "und-Hang",
    "HIRAGANA": "und-Jpan",
    "KATAKANA": "und-Jpan",
    "GEORGIAN": "und-Geor",
    "ARMENIAN": "und-Armn",
    "THAI": "und-Thai",
    "MYANMAR": "und-Mymr",
    "DEVANAGARI": "und-Deva",
    "BENGALI": "und-Beng",
    "ETHIOPIC": "und-Ethi",
    "KHMER": "und-Khmr",
    "TAMIL": "und-Taml",
}
"""First word of a letter's Unicode name to tag. Han alone does not tell simplified from traditional: Hani."""

PRINTED = {
    "Latin": "",
    "Cyrillic": "und-Cyrl",
    "Arabic": "und-Arab",
    "Chinese Simplified": "und-Hans",
    "Chinese Traditional": "und-Hant",
    "Greek": "und-Grek",
    "Hebrew": "und-Hebr",
    "Japanese": "und-Jpan",
    "Korean": "und-Kore",
}
"""Names of scripts as OFAC prints them."""


@lru_cache(maxsize=65536)
def script_tag(text: str) -> str:
    """The tag of the script that most letters of `text` belong to; empty for Latin and for text without letters."""
    if text.isascii():
        return ""
    seen = Counter(_script(letter) for letter in text if letter.isalpha())
    return TAGS.get(seen.most_common(1)[0][0], "") if seen else ""


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
