"""Countries as lists write them, a code, a name or the word for its people, made one code."""

import re
from functools import cache, lru_cache

from briefer.library.nationalities import PEOPLES, PEOPLES_IN_WORDS

_ALSO = {
    "russian federation": "ru",
    "syrian arab republic": "sy",
    "iran, islamic republic of": "ir",
    "islamic republic of iran": "ir",
    "korea, north": "kp",
    "korea, south": "kr",
    "democratic people's republic of korea": "kp",
    "dprk": "kp",
    "republic of korea": "kr",
    "burma": "mm",
    "myanmar": "mm",
    "turkey": "tr",
    "united states of america": "us",
    "usa": "us",
    "uk": "gb",
    "great britain": "gb",
    "uae": "ae",
    "hong kong": "hk",
    "macau": "mo",
    "taiwan, province of china": "tw",
    "czech republic": "cz",
    "cote d'ivoire": "ci",
    "ivory coast": "ci",
    "congo, democratic republic of the": "cd",
    "democratic republic of the congo": "cd",
    "congo, republic of the": "cg",
    "virgin islands, british": "vg",
    "bosnia and herzegovina": "ba",
    "antigua and barbuda": "ag",
    "trinidad and tobago": "tt",
    "saint kitts and nevis": "kn",
    "bahamas, the": "bs",
    "gambia, the": "gm",
    "palestinian": "ps",
    "moldova, republic of": "md",
    "republic of moldova": "md",
    "viet nam": "vn",
    "libyan arab jamahiriya": "ly",
    "swaziland": "sz",
    "the gambia": "gm",
    "united kingdom of great britain and northern ireland": "gb",
    "iran (islamic republic of)": "ir",
    "north macedonia, the republic of": "mk",
    "state of palestine": "ps",
    "democratic people’s republic of korea": "kp",
    "united republic of tanzania": "tz",
    "cabo verde": "cv",
    "congo": "cg",
    "cote d ivoire": "ci",
    "man, isle of": "im",
    "saint vincent and the grenadines": "vc",
    "st. kitts and nevis": "kn",
    "st. vincent and the grenadines": "vc",
    "российская федерация": "ru",
    "сша": "us",
}
_NO_COUNTRIES = frozenset({"ez", "qo", "un", "xa", "xb", "zz"})
"""What Unicode has codes for beside countries: unions, the unknown and samples of writing."""

_OTHERS = ("ru", "uk", "be", "de", "fr", "es", "ar", "fa", "zh")
"""Languages in which somebody may name a country, beside English."""

_REGION = "region: "
_REMARK = re.compile(r"\([^)]*\)?")
_BETWEEN = re.compile(r"[,;/&]| and/or | and ")


def country(text: str) -> str:
    """Gives the two-letter code, in lower case, of a country; what is not known stays as it is, in lower case."""
    said = " ".join(text.lower().split())
    if len(said) == 2 and said != "uk":
        return said
    return _names().get(said) or _of_three_letters().get(said) or _elsewhere(said) or said


def is_code(text: str) -> bool:
    """Whether some country has this two-letter code."""
    return text in _territories("en").values() and text not in _NO_COUNTRIES


@lru_cache(maxsize=1 << 12)
def countries(text: str) -> tuple[str, ...]:
    """Gives the codes of all countries that a field names ("Ukrainian, Russian"); what is not known as it stands."""
    said = country(text.lower().removeprefix(_REGION))
    known = [said] if len(said) == 2 else [country(part) for part in _BETWEEN.split(_REMARK.sub("", said))]
    return tuple(code for code in dict.fromkeys(known) if len(code) == 2) or (said,)


def country_of_address(text: str) -> str:
    """Gives the code of the country that an address ends with, empty where it ends with none."""
    return _names().get(text.rsplit(",", 1)[-1].strip().lower(), "")


@cache
def _names() -> dict[str, str]:
    peoples = {word: code for code, words in PEOPLES.items() for word in words.split()}
    return peoples | PEOPLES_IN_WORDS | _territories("en") | _ALSO


@cache
def _of_three_letters() -> dict[str, str]:
    """The countries by ISO's codes of three letters; those of former states that are several now are left out."""
    from babel.core import get_global

    aliases = get_global("territory_aliases").items()
    codes = ((code.lower(), now[0].lower()) for code, now in aliases if len(code) == 3 and len(now) == 1)
    return {code: now for code, now in codes if code.isalpha() and is_code(now)}


def _elsewhere(said: str) -> str:
    """The country of a name that is not English; English ones are not looked for twice."""
    return "" if len(said) < 4 else next((names[said] for names in map(_territories, _OTHERS) if said in names), "")


@cache
def _territories(language: str) -> dict[str, str]:
    from babel import Locale

    territories = Locale.parse(language).territories.items()
    return {name.lower(): code.lower() for code, name in territories if len(code) == 2}
