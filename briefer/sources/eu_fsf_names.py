"""Names on the EU's consolidated list: none is called the primary one, and a weak one is told in a remark alone."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefer.model.facts import Value
from briefer.sources.cells import CONTROL, Cleaner
from briefer.sources.scripts import script_tag

WEAK = re.compile(r"\blow? quality", re.IGNORECASE)
FORMER = re.compile(r"\bf\.?k\.?a\b|\bformerly known", re.IGNORECASE)
TWO = re.compile(r"\s*;\s*|\s*\([a-h]\)\s*")
"""What stands between two names in one field: a semicolon, or the letters (a), (b)."""

FOREIGN = MappingProxyType(
    {"AR": "Arab", "FA": "Arab", "BG": "Cyrl", "RU": "Cyrl", "UK": "Cyrl", "EL": "Grek", "ZH": "Hani", "HE": "Hebr"}
)
"""Languages that are not written in Latin letters, by the codes that the list prints."""

GENDERS = MappingProxyType({"M": "male", "F": "female"})
STRENGTH = ("name", "alias", "previousName", "weakAlias")
DETAILS = (("firstName", "firstName"), ("middleName", "middleName"), ("lastName", "lastName"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name as printed, the property it becomes, its language, and how well it serves for display (0 is best)."""

    prop: str
    text: str
    raw: str
    language: str
    rank: int
    note: str
    part: Mapping[str, str]


def values(
    parts: tuple[Mapping[str, str], ...], schema: str, titles: frozenset[str], cleaner: Cleaner
) -> Iterator[Value]:
    """All that the names say, that for display first: in English, else in Latin of no language, else the first."""
    found = [name for part in parts for name in _names(part, titles, cleaner)]
    if found:
        shown = min(found, key=lambda name: (STRENGTH.index(name.prop), name.rank))
        yield from _once([replace(shown, prop="name"), *(name for name in found if name is not shown)])
        yield from _details(shown, schema, cleaner)
    told: dict[tuple[str, str], Value] = {}
    for part in parts:
        told |= {(value.prop, value.value): value for value in _about(part, schema, cleaner)}
    yield from told.values()


def _names(part: Mapping[str, str], titles: frozenset[str], cleaner: Cleaner) -> Iterator[Name]:
    raw = part.get("wholeName", "") or " ".join(
        filter(None, (part.get(name, "") for name in ("firstName", "middleName", "lastName")))
    )
    remark, act, printed = part.get("remark", ""), part.get("act", ""), part.get("nameLanguage", "")
    weak = part.get("strong") == "false" or WEAK.search(remark)
    texts = [text for text in map(cleaner.text, TWO.split(raw)) if text]
    for text in texts:
        tag, rank = _language(text, printed)
        yield Name(
            prop="weakAlias" if weak else "previousName" if FORMER.search(remark) else "alias",
            text=text,
            raw="" if text == raw else raw,
            language=tag,
            rank=rank,
            note="; ".join(filter(None, (cleaner.text(remark), f"act {act}" if act not in titles | {""} else ""))),
            part=part if len(texts) == 1 else {},
        )


def _language(text: str, printed: str) -> tuple[str, int]:
    """The language tag of a name and its rank for display."""
    script = script_tag(text)
    if not printed:
        return script, 2 if script else 1
    rank = 0 if printed == "EN" else 2
    if script and printed not in FOREIGN:
        return script, 2
    plain = printed.lower()
    return (plain if script or printed not in FOREIGN else f"{plain}-Latn"), rank


def _once(names: list[Name]) -> Iterator[Value]:
    """Each text once, as the strongest of what it is said to be, the other languages that print it so as note."""
    same: dict[str, list[Name]] = {}
    for name in names:
        same.setdefault(name.text, []).append(name)
    for text, group in same.items():
        first = group[0]
        more = dict.fromkeys(name.language for name in group if name.language not in ("", first.language))
        notes = dict.fromkeys(name.note for name in group)
        also = f"also as {', '.join(more)}" if more else ""
        yield Value(
            prop=min((name.prop for name in group), key=STRENGTH.index),
            value=text,
            raw=CONTROL.sub("�", first.raw),
            lang=first.language,
            note="; ".join(filter(None, (*notes, also))),
        )


def _details(shown: Name, schema: str, cleaner: Cleaner) -> Iterator[Value]:
    for name, prop in DETAILS if schema == "Person" else ():
        if text := cleaner.text(shown.part.get(name, "")):
            yield Value(prop=prop, value=text, lang=shown.language)


def _about(part: Mapping[str, str], schema: str, cleaner: Cleaner) -> Iterator[Value]:
    """What stands beside a name and is said of the whole entity; for a company the title is its legal form."""
    person = schema == "Person"
    if gender := part.get("gender", ""):
        yield Value(prop="gender", value=GENDERS.get(gender, gender), raw=gender if gender in GENDERS else "")
    if title := cleaner.text(part.get("title", "")):
        yield cleaner.value("title" if person else "legalForm", title)
    if function := cleaner.text(part.get("function", "")):
        yield cleaner.value("position" if person else "notes", function, note="" if person else "function")
