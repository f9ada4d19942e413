"""Whether acronyms are spelled out and each name is spelled one way."""

import re
from collections.abc import Iterable, Iterator

from anyascii import anyascii
from rapidfuzz.distance import OSA

from briefer.analysis.checks.case import Case, Check, Hit
from briefer.analysis.checks.words import KNOWN_ACRONYMS
from briefer.language import _, mark

BESIDE = 120
"""How many characters before a bracket the words for which it stands can take."""
NAMES = frozenset({"name", "alias", "weakAlias", "previousName", "abbreviation"})
SHORTEST = 6
"""Shorter names differ by one letter too often to be told from a slip of the pen."""

_ACRONYM = re.compile(r"(?<![\w&/.’'+-])[A-Z](?:[A-Z]|&[A-Z]){1,5}(?=s?(?![\w&+-]))")
_LABEL = re.compile(r"\bTLP:\s?[A-Z]+(?:\+[A-Z]+)?")
_ROMAN = re.compile(r"[IVXLC]+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_PHRASE = re.compile(r"(?:[A-Z][\w’'.]*)(?:[\s-]+(?:(?:of|the|for|and|in|on|to|de|du|la|&)\s+)*[A-Z][\w’'.]*)+")
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "by", "de", "du", "la"})
_FOLDS = (
    ("shch", "sch"),
    ("kh", "h"),
    ("zh", "j"),
    ("ts", "c"),
    ("tz", "c"),
    ("ks", "x"),
    ("ck", "k"),
    ("yu", "u"),
    ("iu", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("ye", "e"),
    ("ie", "e"),
    ("yy", "i"),
    ("iy", "i"),
    ("ii", "i"),
    ("y", "i"),
    ("w", "v"),
)
"""What transliterations of one Cyrillic letter have in common."""


def _acronyms(case: Case) -> Iterator[Hit]:
    first: dict[str, tuple[str, str]] = {}
    for text, place, where in case.prose:
        if not _shouted(text):
            for acronym in _ACRONYM.findall(_LABEL.sub("", text)):
                first.setdefault(acronym, (place, where))
    open_ = first.keys() - KNOWN_ACRONYMS
    open_ -= set(_names(case)) if open_ else set()
    whole = "\n".join(text for text, _place, _where in case.prose) if open_ else ""
    initials = _initials(whole)
    for acronym, (place, where) in first.items():
        if acronym in open_ and not _ROMAN.fullmatch(acronym) and not _spelled_out(acronym, whole, initials):
            yield _("“{acronym}” in {where} is not spelled out in the text.", acronym=acronym, where=where), place


def _spellings(case: Case) -> Iterator[Hit]:
    """A word of the text that is nearly a name of a pick, and no name or word of its own."""
    ours = {
        word: entity.caption for entity in case.dossier.entities for word in _names_in(_WORD.findall(entity.caption))
    }
    near = _neighbourhood(ours)
    theirs = {word.casefold() for name in _other_names(case) for word in _WORD.findall(name)}
    first = _words(case)
    theirs |= {word for word in first if word[:1].islower()}
    for word, (place, where) in first.items():
        for plain in _names_in([word]):
            if plain not in ours and plain.casefold() not in theirs:
                for other in _alike(plain, near):
                    yield _nearly(plain, where, other, ours[other]), place


def _holders(case: Case) -> Iterator[Hit]:
    """A word of the text that is nearly the last name of a holder of a position, and nobody else's."""
    picked = {word for name in _picked(case) for word in _names_in(_WORD.findall(name))}  # told of already
    ours = {word: one.holder for one in case.dossier.positions for word in _names_in(_WORD.findall(one.holder)[-1:])}
    ours = {word: holder for word, holder in ours.items() if word not in picked}
    theirs = {word.casefold() for name in (*_other_names(case), *_picked(case)) for word in _WORD.findall(name)}
    first = _words(case)
    theirs |= {word for word in first if word[:1].islower()}
    near = _neighbourhood(ours)
    for word, (place, where) in first.items():
        for plain in _names_in([word]):
            if plain.casefold() not in theirs:
                for other in _alike(plain, near):
                    yield _nearly(plain, where, other, ours[other]), place


def _nearly(word: str, where: str, name: str, whose: str) -> str:
    return _("“{word}” in {where} is nearly “{name}”, of {whose}.", word=word, where=where, name=name, whose=whose)


def _two_ways(case: Case) -> Iterator[Hit]:
    """Two words of the text that transliterate one name, where neither is known to be anybody's."""
    known = {word.casefold() for name in (*_other_names(case), *_picked(case)) for word in _WORD.findall(name)}
    first = _words(case)
    known |= {word for word in first if word[:1].islower()}
    spelled: dict[str, str] = {}
    for word, (place, where) in first.items():
        for plain in _names_in([word]):
            other = spelled.setdefault(fold(plain), plain)
            pair = {plain.casefold(), other.casefold()}
            if len(pair) > 1 and not pair & known:
                told = _(
                    "“{word}” in {where} and “{other}” before it may be one name, spelled two ways.",
                    word=plain,
                    where=where,
                    other=other,
                )
                yield told, place


def _picked(case: Case) -> Iterator[str]:
    yield from (entity.caption for entity in case.dossier.entities)


def _words(case: Case) -> dict[str, tuple[str, str]]:
    """Gives each word of the text with where it first stands."""
    first: dict[str, tuple[str, str]] = {}
    for text, place, where in case.prose:
        for word in _WORD.findall(text):
            first.setdefault(word, (place, where))
    return first


def _names(case: Case) -> Iterator[str]:
    """Gives the words that belong to somebody's name, which nobody spells out."""
    everybody = (*case.dossier.entities, *case.dossier.neighbours)
    held = [value.value for entity in everybody for value in entity.values if value.prop in NAMES]
    for name in (*held, *(entity.caption for entity in everybody), *(one.holder for one in case.dossier.positions)):
        yield from _ACRONYM.findall(name)


def _other_names(case: Case) -> Iterator[str]:
    """Gives the names in the pack beside those that the picks print under."""
    yield from (entity.caption for entity in case.dossier.neighbours)
    yield from (position.holder for position in case.dossier.positions)
    yield from (source.publisher for source in case.dossier.sources)


def _names_in(words: Iterable[str]) -> Iterator[str]:
    """Gives the long words among these that begin with a capital, without a possessive."""
    for word in words:
        plain = word.rstrip("s").rstrip("’'") if word[-2:-1] in ("’", "'") else word.rstrip("’'")
        if len(plain) >= SHORTEST and plain[0].isupper():
            yield plain.title() if plain.isupper() else plain


def fold(word: str) -> str:
    """Gives what the transliterations of one name have in common: Deripaska, Derypaska."""
    key = str(anyascii(word)).lower()
    for one, other in _FOLDS:
        key = key.replace(one, other)
    return re.sub(r"[^a-z]|(.)(?=\1)", "", key)


def _neighbourhood(names: Iterable[str]) -> dict[str, list[str]]:
    """Gives names by their key and by each key with one letter less, so that near ones meet without comparing all."""
    near: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        for key in _deletions(fold(name)):
            near.setdefault(key, []).append(name)
    return near


def _deletions(key: str) -> frozenset[str]:
    return frozenset((key, *(key[:place] + key[place + 1 :] for place in range(len(key)))))


def _alike(word: str, near: dict[str, list[str]]) -> Iterator[str]:
    """Gives the names that differ from a word by a letter, once both are folded; a plural or adjective is none."""
    key = fold(word)
    if len(key) < SHORTEST - 1:
        return
    for name in dict.fromkeys(name for some in _deletions(key) for name in near.get(some, ())):
        other = fold(name)
        begins = word.casefold().startswith(name.casefold()) or name.casefold().startswith(word.casefold())
        inflected = begins and key != other
        if not inflected and key[0] == other[0] and OSA.distance(key, other, score_cutoff=1) <= 1:
            yield name


def _initials(text: str) -> frozenset[str]:
    """Gives the initials of all phrases of capitalised words, with and without the small words between them."""
    found: set[str] = set()
    for phrase in _PHRASE.findall(text):
        words = re.split(r"[\s-]+", phrase)
        found.add("".join(word[0] for word in words).upper())
        found.add("".join(word[0] for word in words if word not in _SMALL).upper())
    return frozenset(found)


def _spelled_out(acronym: str, text: str, initials: frozenset[str]) -> bool:
    """Says whether the words behind an acronym stand anywhere, or in small letters before or in a bracket beside it."""
    letters = acronym.replace("&", "")
    if any(letters in some for some in initials):
        return True
    bracket = f"({acronym}"
    beside = [before.rpartition("\n")[2][-BESIDE:] for before in text.split(bracket)[:-1]]
    beside += [after[: after.find(")")] for after in text.split(f"{acronym} (")[1:]]
    return any(_stands_for(letters, phrase) for phrase in beside)


def _stands_for(letters: str, phrase: str) -> bool:
    words = [word for word in re.split(r"[\s-]+", phrase.strip()) if word]
    for skipped in (frozenset[str](), _SMALL):
        if letters in "".join(word[0] for word in words if word not in skipped).upper():
            return True
    return False


def _shouted(text: str) -> bool:
    """Says whether a text is set in capitals throughout, where no word can be told for an acronym."""
    return text.isupper() and len(text.split()) > 2


CHECKS = (
    Check("spelling", "note", mark("Spell the name as the entity's sheet does, or pick whom you mean."), _spellings),
    Check("spelling", "note", mark("Spell the name as the table of positions does, or say whom you mean."), _holders),
    Check("spelling", "note", mark("Spell it one way throughout, or say that these are two."), _two_ways),
    Check("acronym", "note", mark("Spell it out where it first stands, with the acronym in brackets."), _acronyms),
)
