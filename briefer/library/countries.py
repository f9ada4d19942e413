"""Countries as lists write them, a code or a name in English, made one code."""

from functools import cache

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
}


def country(text: str) -> str:
    """Gives the two-letter code, in lower case, of a country; what is not known stays as it is, in lower case."""
    said = text.strip().lower()
    return said if len(said) == 2 and said != "uk" else _names().get(said, said)


def country_of_address(text: str) -> str:
    """Gives the code of the country that an address ends with, empty where it ends with none."""
    return _names().get(text.rsplit(",", 1)[-1].strip().lower(), "")


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    territories = Locale.parse("en").territories.items()
    return {name.lower(): code.lower() for code, name in territories if len(code) == 2} | _ALSO
