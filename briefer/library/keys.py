"""Names as search compares them: Latin letters and digits, lower case, the usual spellings of one sound made one."""

import re
import unicodedata

from anyascii import anyascii

NAMES = frozenset({"name", "alias", "weakAlias", "previousName", "abbreviation"})
"""The properties whose values are names."""

_FOLDS = {
    "shch": "sch",
    "kh": "h",
    "ts": "c",
    "ks": "x",
    "ye": "e",
    "yo": "e",
    "iy": "i",
    "yy": "i",
    "ii": "i",
    "y": "i",
    "w": "v",
}
_FOLD = re.compile("|".join(_FOLDS))
_SILENT = re.compile("['’`ʼʹ]")
_OTHER = re.compile("[^a-z0-9]+")


def key(name: str) -> str:
    """Gives the key of a name: words of a–z and 0–9 with single spaces, empty where nothing is left."""
    plain = _OTHER.sub(" ", _SILENT.sub("", anyascii(name).lower())).strip()
    return _FOLD.sub(lambda found: _FOLDS[found.group()], plain)


def script(name: str) -> str:
    """Gives the script of a name's first letter that is not Latin ("Cyrillic"), empty where all are Latin."""
    foreign = (letter for letter in name if letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN"))
    letter = next(foreign, "")
    return unicodedata.name(letter, "").split(" ", 1)[0].split("-", 1)[0].title() if letter else ""


GENERIC = frozenset(
    key(
        "ao oao ooo pao zao aoot tov jsc ojsc cjsc pjsc llc ltd limited lp llp plc inc corp corporation co company "
        "ag gmbh sa sarl spa srl bv nv oy ab as kk pte fze dmcc bank banka group holding the of and"
    ).split()
)
"""Words that say little: forms of organization and the commonest words of names."""
