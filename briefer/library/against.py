"""What speaks against two entities being one although a name agrees: their kinds, and what the name leaves out."""

import re
from collections.abc import Iterable

from briefer.library.keys import GENERIC
from briefer.library.likeness import acronym, alike, compare, words

_PERSONS = frozenset({"Person"})
_THINGS = frozenset({"Vessel", "Airplane", "Vehicle", "CryptoWallet", "Security", "RealEstate"})
_BODIES = frozenset({"Company", "Organization", "PublicBody"})
_SETS = (_PERSONS, _THINGS, _BODIES)
_OPEN = "LegalEntity"
_CAPTIONS = 60  # from this likeness on the captions themselves support what an alias says
_TELLING = 2  # words; a name of fewer that tell something is borne by many
_SURE = 95
_SPELT = 0.8
_PATRONYMIC = re.compile(r"\w{2,}(?:ov|ev|iv)(?:ich|na)$|\w{3,}(?:lich|nichna)$")


def contradict(one: str, other: str) -> bool:
    """Whether nothing can be of both schemata: a person, a thing, and a company or organisation."""
    if _OPEN in (one, other):
        return bool({one, other} & _THINGS)
    return any((one in kinds) != (other in kinds) and _known(one, other) for kinds in _SETS)


def _known(one: str, other: str) -> bool:
    return all(any(each in kinds for kinds in _SETS) for each in (one, other))


def wants_proof(one: str, other: str) -> bool:
    """Whether one is a person and the other somebody who may be one, which a name does not tell."""
    return _OPEN in (one, other) and bool({one, other} & _PERSONS)


def by_alias_alone(named: tuple[str, str], captions: tuple[str, str], score: int) -> bool:
    """Whether names (as keys) agree that say little, or not in all words, while the captions are quite unlike."""
    if named == captions or (score >= _SURE and min(len(_telling(name)) for name in named) >= _TELLING):
        return False
    first, second = map(words, captions)
    return max(compare(first, second).score, compare(second, first).score) < _CAPTIONS


def part_by_caption(caption: str, named: str, other_caption: str, other_keys: Iterable[str]) -> bool:
    """Whether a caption is the other's with a further word that none of the other's names has, and an alias agrees.

    An acronym of the other's words is no further word.
    """
    whole, part = _telling(caption), _telling(other_caption)
    if caption == named or not part or not part < whole:
        return False
    stated = {word for key in other_keys for word in key.split()}
    further = (word for word in whole - part if not acronym([word], other_caption.split()))
    return any(all(alike(word, other) < _SPELT for other in stated) for word in further)


def other_father(named: tuple[str, str], keys: tuple[Iterable[str], Iterable[str]]) -> bool:
    """Whether both state patronymics, none like one of the other's, and the names that agree leave one out."""
    if all(_patronymics([name]) for name in named):
        return False
    first, second = map(_patronymics, keys)
    return bool(first and second) and not any(alike(a, b) >= _SPELT for a in first for b in second)


def _patronymics(keys: Iterable[str]) -> set[str]:
    return {word for key in keys for word in key.split() if _PATRONYMIC.match(word)}


def _telling(its_key: str) -> set[str]:
    return {word for word in its_key.split() if word not in GENERIC and len(word) > 1}
