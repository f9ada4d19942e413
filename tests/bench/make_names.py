"""Names to search: made-up ones of any number, and alterations of names as people, offices and scanners make them."""

import random
import re
from collections.abc import Callable, Iterator

_ONSETS = [
    "б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х", "ч", "ш", "бр", "гр", "др",
    "кр", "пр", "тр", "ст", "сл", "вл", "гл",
]  # fmt: skip
_VOWELS = ["а", "а", "а", "е", "е", "и", "и", "о", "о", "о", "у", "я", "ю"]
_CODAS = [
    "", "", "", "н", "р", "л", "к", "м", "с", "т", "ш", "нд", "рк",
]  # fmt: skip
_SURNAME_ENDS = [
    "ов", "ев", "ин", "ский", "енко", "ук", "ян", "швили", "ович", "ич",
]  # fmt: skip
_FORENAMES = [
    "Александр", "Алексей", "Анатолий", "Андрей", "Антон", "Арсений", "Артём", "Богдан", "Борис", "Вадим",
    "Валентин", "Валерий", "Василий", "Виктор", "Виталий", "Владимир", "Владислав", "Всеволод", "Вячеслав",
    "Геннадий", "Георгий", "Герман", "Глеб", "Григорий", "Данила", "Денис", "Дмитрий", "Евгений", "Егор",
    "Захар", "Иван", "Игорь", "Илья", "Кирилл", "Константин", "Лев", "Леонид", "Максим", "Марат", "Михаил",
    "Никита", "Николай", "Олег", "Павел", "Пётр", "Роман", "Ростислав", "Руслан", "Семён", "Сергей",
    "Станислав", "Степан", "Тимур", "Фёдор", "Эдуард", "Юрий", "Ярослав", "Рамзан", "Ахмед", "Ибрагим", "Юсуф",
    "Хасан",
]  # fmt: skip
_TRADES = [
    "нефть", "газ", "транс", "строй", "инвест", "агро", "тех", "мор", "энерго", "хим", "пром", "авиа", "сталь",
    "лес", "север", "волга", "урал", "альфа",
]  # fmt: skip
_FORMS = ["ООО", "АО", "ПАО", "ЗАО", "LLC", "Ltd", "GmbH", "JSC"]

_BGN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".replace("_", "").split(" "),
        strict=True,
    )
)
_ISO = _BGN | {"ж": "zh", "х": "h", "ц": "c", "щ": "sch", "ю": "iu", "я": "ia", "й": "i", "ё": "e", "ы": "i"}
_GERMAN = _BGN | {"в": "w", "ж": "sch", "з": "s", "ш": "sch", "ц": "z", "ю": "ju", "я": "ja", "й": "j", "ё": "jo"}
_PASSPORT = _BGN | {"ё": "e", "й": "i", "щ": "shch", "ъ": "ie", "ю": "iu", "я": "ia"}
SCHEMES = (_BGN, _BGN, _BGN, _ISO, _PASSPORT, _PASSPORT)

_HOMOGLYPHS = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "y": "у", "i": "і", "A": "А", "E": "Е",
               "O": "О", "P": "Р", "C": "С", "K": "К", "M": "М", "T": "Т", "H": "Н", "B": "В"}  # fmt: skip
_SCANS = {"o": "0", "O": "0", "l": "1", "I": "1", "rn": "m", "m": "rn", "S": "5", "B": "8"}
_RESPELT = {"kh": "h", "zh": "j", "ya": "ia", "iy": "y", "ey": "ei", "ts": "c", "shch": "sch", "ks": "x", "yu": "iu",
            "y": "i", "v": "w", "ou": "u", "ck": "k", "oo": "u", "ee": "i", "ph": "f", "q": "k"}  # fmt: skip


def romanised(name: str, scheme: dict[str, str]) -> str:
    """Writes a Cyrillic name in Latin letters."""
    letters = "".join(scheme.get(letter.lower(), letter) for letter in name)
    return " ".join(word[:1].upper() + word[1:] for word in letters.split())


def made_up(number: int, seed: int = 7) -> Iterator[str]:
    """Yields so many names of persons and companies, in Cyrillic or in Latin letters of several schemes."""
    dice = random.Random(seed)
    surnames = [_surname(dice) for _ in range(max(2000, number // 12))]
    for _ in range(number):
        name = _company(dice) if dice.random() < 0.2 else _person(dice, surnames)
        yield name if dice.random() < 0.3 else romanised(name, dice.choice(SCHEMES))


def _surname(dice: random.Random) -> str:
    syllables = [
        dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_CODAS) for _ in range(dice.choice((1, 2, 2)))
    ]
    return ("".join(syllables) + dice.choice(_SURNAME_ENDS)).capitalize()


def _person(dice: random.Random, surnames: list[str]) -> str:
    father = dice.choice(_FORENAMES).rstrip("йь")
    parts = (dice.choice(_FORENAMES), father + "ович", dice.choice(surnames))
    return f"{parts[2]}, {parts[0]} {parts[1]}" if dice.random() < 0.4 else " ".join(parts)


def _company(dice: random.Random) -> str:
    stem = "".join(dice.sample(_TRADES, 2)).capitalize()
    own = (dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_ONSETS) + dice.choice(_VOWELS)).capitalize()
    return f"{dice.choice(_FORMS)} {stem} {own}{dice.choice(('', '', ' Холдинг', f'-{dice.randint(1, 99)}'))}"


def _typo(name: str, dice: random.Random) -> str:
    places = [place for place, letter in enumerate(name) if letter.isalpha()]
    at = dice.choice(places)
    letter = dice.choice("aeiouvkstnrlm")
    return dice.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at:],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
        )
    )


def _transliteration(name: str, dice: random.Random) -> str:
    if re.search("[а-яё]", name, re.IGNORECASE):
        return romanised(name, dice.choice(SCHEMES))
    lower = name.lower()
    there = [pattern for pattern in _RESPELT if pattern in lower]
    for pattern in dice.sample(there, min(2, len(there))):
        lower = lower.replace(pattern, _RESPELT[pattern])
    return lower.title()


def _reorder(name: str, dice: random.Random) -> str:
    words = name.replace(",", "").split()
    dice.shuffle(words)
    return " ".join(words)


def _drop(name: str, dice: random.Random) -> str:
    words = name.replace(",", " ").split()
    if len(words) > 2:
        words.pop(dice.randrange(1, len(words)))  # the first is the surname or the company's own name
    return " ".join(words)


def _join(name: str, dice: random.Random) -> str:
    words = name.replace(",", " ").split()
    if len(words) > 1 and dice.random() < 0.6:
        at = dice.randrange(len(words) - 1)
        return " ".join((*words[:at], words[at] + words[at + 1], *words[at + 2 :]))
    at = max(range(len(words)), key=lambda place: len(words[place]))
    half = len(words[at]) // 2
    return " ".join((*words[:at], words[at][:half], words[at][half:], *words[at + 1 :]))


def _replaced(table: dict[str, str]) -> Callable[[str, random.Random], str]:
    def replace(name: str, dice: random.Random) -> str:
        there = [pattern for pattern in table if pattern in name]
        for pattern in dice.sample(there, min(2, len(there))):
            name = name.replace(pattern, table[pattern], 1)
        return name

    return replace


def _two(name: str, dice: random.Random) -> str:
    return _reorder(_typo(name, dice), dice)


ALTERATIONS: dict[str, Callable[[str, random.Random], str]] = {
    "typo": _typo,
    "transliteration": _transliteration,
    "reorder": _reorder,
    "drop": _drop,
    "join": _join,
    "homoglyph": _replaced(_HOMOGLYPHS),
    "ocr": _replaced(_SCANS),
    "typo and reorder": _two,
}
"""What happens to a name on its way to a query, by the name of the alteration."""
