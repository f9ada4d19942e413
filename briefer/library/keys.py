"""Names as search compares them: Latin letters and digits, lower case, the usual spellings of one sound made one."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

from briefer.library.words import (
    COMMON,
    FOREIGN,
    FORM_PHRASES,
    FORM_WORDS,
    KOREAN,
    PARTICLES,
    SMALL,
    TITLE_PHRASES,
    TITLES,
)

NAMES = frozenset({"name", "alias", "weakAlias", "previousName", "abbreviation"})
"""The properties whose values are names."""

_FOLDS = {
    "schtsch": "sh",
    "shch": "sh",
    "szcz": "sh",
    "sch": "sh",
    "tsch": "ch",
    "tch": "ch",
    "cz": "ch",
    "dzh": "j",
    "zh": "j",
    "dj": "j",
    "kh": "h",
    "gh": "g",
    "ph": "f",
    "th": "t",
    "ts": "c",
    "tz": "c",
    "ck": "k",
    "ks": "x",
    "q": "k",
    "w": "v",
    "ou": "u",
    "oo": "u",
    "ue": "u",
    "ee": "i",
    "ya": "ia",
    "yu": "iu",
    "ye": "e",
    "ie": "e",
    "yo": "e",
    "iy": "i",
    "yy": "i",
    "ii": "i",
    "ij": "i",
    "yi": "i",
    "y": "i",
}
_FOLD = re.compile("|".join(sorted(_FOLDS, key=len, reverse=True)))
_TWICE = re.compile(r"([a-z])(?=\1)")
_SILENT = re.compile("['’‘`ʼʹʻʾʿ]")
_OTHER = re.compile("[^a-z0-9]+")
_ENDINGS = (("f", re.compile(r"(?<=[a-z]{3}o)f\b"), "v"), ("j", re.compile(r"(?<=[aeiou])j\b"), "i"))

_SYLLABLES = re.compile("[\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
SYLLABIC = frozenset({"Han", "Hangul"})
"""The scripts of which each character becomes a word of the key."""

_SCRIPTS = {"Cjk": "Han"}
_FOREIGN = {
    unicodedata.normalize("NFKC", word): f" {english} " for english, words in FOREIGN.items() for word in words.split()
}
_UNSPACED = "[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7a3]"  # letters whose words have no spaces between them


def _one_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


_UNSPACED_WORDS = [word for word in _FOREIGN if re.match(_UNSPACED, word)]
_FOREIGN_WORD = re.compile(  # told apart by their first letters, since to try every word at every letter takes long
    rf"(?={_UNSPACED}){_one_of(_UNSPACED_WORDS)}|(?<!\w){_one_of(_FOREIGN.keys() - _UNSPACED_WORDS)}(?!\w)"
)
_ARABIC = re.compile("[\u0621-\u06ff]+")
_ARTICLE = re.compile("^ال(?!له$)(?=..)")
_ARABIC_FIRST = str.maketrans("ويعاأإآ", "wyaaaia")
_ARABIC_VOWELS = str.maketrans("ويىةاأإآؤئی", "uiaaaaiauii")
_FORM_LETTERS = re.compile(r"(?<![^\s(,/\"“])(?:[a-z]\.){2,}(?:[a-z](?![a-z]))?(?=$|[\s),;/\"”])")
_WORD_AFTER = re.compile(r"\s*[a-z]{3}")
_DOTTED_FORMS = frozenset({"sa", "cv", "rl", "bv", "nv", "ag", "ab", "as", "oy", "kg", "sl", "lp"})
_KHMER_P = ("\u1794\u17c9", "\u1796")  # a b with the sign that makes it a p
_DIGITS = str.maketrans("01345789", "oieastbg")
_NUMBERED = re.compile(r"\b([a-z]+)([0-9]{2,})\b|\b([0-9]{2,})([a-z]{3,})\b")
_DIGIT_INSIDE = re.compile(
    r"\b(?![0-9]+(?:st|nd|rd|th)\b)(?=[0-9]*[a-z])(?=[a-z]*[0-9])(?=(?:[0-9]*[a-z]){2})[a-z0-9]+\b"
)

_SUN = "(sh|dh|th|[tdrzsn])"  # sounds that the Arabic article takes on
_ASSIMILATED = re.compile(rf"\b([aeu]){_SUN}-(?=\2)|(?<= )(a){_SUN} (?=\4[a-z]{{2}})")

_CYRILLIC_ALIKE = "авекмнорстухіјѕАВЕКМНОРСТУХІЈЅ"
_LATIN_ALIKE = "abekmhopctyxijsABEKMHOPCTYXIJS"
_TO_LATIN = str.maketrans(_CYRILLIC_ALIKE, _LATIN_ALIKE)
_TO_CYRILLIC = str.maketrans(_LATIN_ALIKE, _CYRILLIC_ALIKE)
_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[Ѐ-ӿ])\w+\b")
_GREEK = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορ", "ABEZHIKMNOPTYXavop")
_GREEK_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[Α-ω])\w+\b")


def key(name: str) -> str:
    """Gives the key of a name: words of a–z and 0–9 with single spaces, empty where nothing is left.

    Organisation forms that are written out or dotted are shortened to the key of their class ("llc", "jsc").
    """
    return _PHRASE.sub(lambda found: _PHRASES[found.group()], folded(plain(name)))


def plain(name: str) -> str:
    """Gives a name in lower-case Latin letters and digits, its words as they were written."""
    if not name.isascii():
        name = _romanised(name)
    text = name.lower()
    if "." in text:
        text = _FORM_LETTERS.sub(_form_letters, text)
    text = _OTHER.sub(" ", _ASSIMILATED.sub(_article, _SILENT.sub("", text))).strip()
    if text.replace(" ", "").isalpha():  # most names, which needs no look for digits
        return text
    return _DIGIT_INSIDE.sub(lambda found: found.group().translate(_DIGITS), _number_apart(text))


def digits_inside(name: str) -> bool:
    """Whether a name has digits inside its words, which `plain` reads as the letters that they look like."""
    return any(map(str.isdigit, name)) and bool(_DIGIT_INSIDE.search(_number_apart(_OTHER.sub(" ", name.lower()))))


def _number_apart(text: str) -> str:
    return _NUMBERED.sub(lambda found: " ".join(filter(None, found.groups())), text)


def _article(found: "re.Match[str]") -> str:
    """The Arabic article with the sound that it takes from the word after it (az-Zawahiri), as it is written."""
    return f"{found[1] or found[3]}l "


def _form_letters(found: "re.Match[str]") -> str:
    """Letters that stand together, each with its stop, as the word they make; two of them only if they end a name."""
    word = _OTHER.sub("", found.group())
    if len(word) > 2:
        return found.group() if folded(" ".join(word)) in _PHRASES else f" {word} "
    named = _WORD_AFTER.match(found.string, found.end())
    return f" {word} " if word in _DOTTED_FORMS and not named else found.group()


def folded(text: str) -> str:
    """Makes the usual spellings of one sound one, in a plain text."""
    text = _FOLD.sub(lambda found: _FOLDS[found.group()], text)
    text = _TWICE.sub("", text)
    for letter, ending, sound in _ENDINGS:
        if letter in text:
            text = ending.sub(sound, text)
    return text


def _romanised(name: str) -> str:
    """Writes any script in Latin letters, its look-alikes put right first."""
    text = _MIXED.sub(_one_script, unicodedata.normalize("NFKC", name))
    text = _GREEK_MIXED.sub(lambda found: found.group().translate(_GREEK), text)
    text = text.replace(*_KHMER_P)
    text = _FOREIGN_WORD.sub(lambda found: _FOREIGN[found.group()], text)
    text = _ARABIC.sub(_arabic, text)
    if _SYLLABLES.search(text):
        text = _SYLLABLES.sub(_syllable, text)
    return anyascii(_SILENT.sub("", text))


def _one_script(found: "re.Match[str]") -> str:
    """Gives a word of Latin and Cyrillic letters wholly in the script that most of its own letters are of."""
    word = found.group()
    cyrillic = sum("Ѐ" <= letter <= "ӿ" and letter not in _CYRILLIC_ALIKE for letter in word)
    latin = sum(letter.isascii() and letter.isalpha() and letter not in _LATIN_ALIKE for letter in word)
    return word.translate(_TO_CYRILLIC if cyrillic > latin else _TO_LATIN)


def _arabic(found: "re.Match[str]") -> str:
    word = _ARTICLE.sub("", found.group())
    article = "al " if word != found.group() else ""
    return article + word[:1].translate(_ARABIC_FIRST) + word[1:].translate(_ARABIC_VOWELS)


def _syllable(found: "re.Match[str]") -> str:
    syllable = anyascii(found.group()).lower()
    if _HANGUL.match(found.group()):
        syllable = f"r{syllable[1:]}" if syllable[0] == "l" else syllable  # an l ends syllables alone
        syllable = KOREAN.get(syllable, syllable).replace("eo", "u" if syllable == "eo" else "o").replace("eu", "u")
    return f" {syllable} "


_NO_VOWELS = dict.fromkeys(map(ord, "aeiou"))
_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lo"})


@lru_cache(maxsize=1 << 16)
def bones(word: str) -> str:
    """Gives the consonants of a key's word, by which scripts without vowels are compared."""
    return word.translate(_NO_VOWELS).rstrip("h")


def script(name: str) -> str:
    """Gives the script of a name's first letter that is not Latin ("Cyrillic"), empty where all are Latin."""
    if name.isascii():
        return ""
    letters = (each for each in unicodedata.normalize("NFKC", name) if unicodedata.category(each) in _LETTERS)
    named = (unicodedata.name(each, "") for each in letters)
    first = next((each for each in named if not each.startswith("LATIN")), "")
    said = first.split(" ", 1)[0].split("-", 1)[0].title()
    return _SCRIPTS.get(said, said)


FORMS = {folded(word): folded(kind) for kind, words in FORM_WORDS.items() for word in words.split()}
"""The keys of organisation forms, each with its class."""

_PHRASES = {
    folded(phrase): folded(kind)
    for kind, some in (*FORM_PHRASES.items(), *TITLE_PHRASES.items())
    for phrase in some.split("; ")
}
_PHRASE = re.compile(rf"\b{_one_of(_PHRASES)}\b")


def folds_away(spelt: str) -> bool:
    """Whether so little of a plain text is left in its key that only the spelling can tell who is meant ("zzzzqqq")."""
    said = [(word, folded(word)) for word in spelt.split()]
    telling = [(len(word), len(left)) for word, left in said if left not in FORMS]
    letters, left = sum(each for each, _ in telling), sum(each for _, each in telling)
    return letters > _SHORTEST and left <= _LEFT * letters


_SHORTEST = 2  # letters
_LEFT = 0.5  # of the letters; of 61,699 names on lists all but five keep more
_WORDS = range(3, 9)  # of a name that is known by its initials; two are a person's
WEIGHTS = {
    **dict.fromkeys(folded(TITLES).split(), 0.1),
    **dict.fromkeys(folded(COMMON).split(), 0.3),  # "general" too, which many firms are called
    **dict.fromkeys(folded(PARTICLES).split(), 0.25),
    **dict.fromkeys(FORMS, 0.05),
}
"""What the words that say little weigh; any other word weighs 1."""

GENERIC = frozenset(WEIGHTS)
"""Words that say little: forms of organisation, titles, particles and the commonest words of names."""

UNNAMED = frozenset(folded(SMALL).split()) | {word for word, kind in FORMS.items() if kind}
"""Words that initials leave out: small ones and organisation forms that have a class."""


def initials(its_key: str) -> str | None:
    """Gives the initials that a name of several words may be known by, without small words and organisation forms."""
    words = [word for word in its_key.split() if word not in UNNAMED]
    return "".join(word[0] for word in words) if len(words) in _WORDS else None
