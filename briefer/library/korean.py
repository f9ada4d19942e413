"""How a Korean name in Hangul is spelt in Latin letters in the North, and with which first sounds in the other half."""

from collections.abc import Iterator

HANGUL = "\uac00-\ud7a3"
"""The syllables, as a range of a regular expression; Unicode orders them by first sound, vowel and last sound."""

_FIRST = "k kk n t tt r m p pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_VOWELS = "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split()  # noqa: SIM905  read as one line
_LAST = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".replace("-", "").split(" ")
_FEWEST, _MOST = 2, 4  # syllables of a person's name

_SOUTH = "이임노유나양여염용연영열율"
_NORTH = "리림로류라량려렴룡련령렬률"
_OTHER_HALF = str.maketrans(_SOUTH + _NORTH, _NORTH + _SOUTH)


def northern(name: str) -> str:
    """Gives a text in Hangul as North Korea's lists of names spell it, each syllable a word; other letters stay."""
    return " ".join("".join(map(_spelt, name)).split())


def _spelt(character: str) -> str:
    place = ord(character) - ord(HANGUL[0])
    if not 0 <= place <= ord(HANGUL[-1]) - ord(HANGUL[0]):
        return character
    first, rest = divmod(place, len(_VOWELS) * len(_LAST))
    vowel, last = divmod(rest, len(_LAST))
    return f" {_FIRST[first]}{_VOWELS[vowel]}{_LAST[last]} "


def other_half(name: str) -> Iterator[str]:
    """Yields a person's name with its surname, and then its forename, begun as the other half of the country does.

    The South leaves out or softens an r before i and y that begins a word (Ri, Lee), the North writes it.
    """
    if _FEWEST <= len(name) <= _MOST:
        begun = (name[0].translate(_OTHER_HALF) + name[1:], name[0] + name[1].translate(_OTHER_HALF) + name[2:])
        yield from (each for each in begun if each != name)
