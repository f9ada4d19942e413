"""Key facts: an entity's values as labelled rows, the same value from several lists once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefer.assemble import identity, words
from briefer.assemble.context import Context, from_where
from briefer.assemble.scripts import Foreign, language, printable, script
from briefer.language import _, mark
from briefer.model.facts import Confidence, Entity, Value

MOST = 6
NAMES = ("name", "alias", "previousName", "weakAlias", "abbreviation")
LABELS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (mark("Born"), ("birthDate", "birthPlace")),
    (mark("Died"), ("deathDate",)),
    (mark("Citizenship"), ("citizenship", "nationality")),
    (mark("Office"), ("position",)),
    (mark("Legal form"), ("legalForm",)),
    (mark("Founded"), ("incorporationDate",)),
    (mark("Dissolved"), ("dissolutionDate",)),
    (mark("Country"), ("jurisdiction", "country", "mainCountry")),
    (mark("Type"), ("type",)),
    (mark("Flag"), ("flag",)),
    (mark("Past flags"), ("pastFlags",)),
    (mark("Built"), ("buildDate",)),
    (mark("IMO number"), ("imoNumber",)),
    (mark("MMSI"), ("mmsi",)),
    (mark("Call sign"), ("callSign",)),
    (mark("Tax number (INN)"), ("innCode", "taxNumber")),
    (mark("State number (OGRN)"), ("ogrnCode",)),
    (mark("Registration"), ("registrationNumber", "okpoCode", "kppCode")),
    (mark("SWIFT/BIC"), ("swiftBic",)),
    (mark("LEI"), ("leiCode",)),
    (mark("Passport or ID"), ("passportNumber", "idNumber", "passport")),
    (mark("Address"), ("address", "addressEntity")),
)
BY_PROPERTY = {prop: words_ for words_, props in LABELS for prop in props}
COUNTRIES = frozenset({"citizenship", "nationality", "jurisdiction", "country", "mainCountry", "flag", "pastFlags"})


def label(prop: str) -> str:
    """Gives the words for a FollowTheMoney property, or its own name where there are none."""
    return _(BY_PROPERTY[prop]) if prop in BY_PROPERTY else prop


@dataclass(frozen=True, slots=True)
class Item:
    """One value as printed, with its language where it is not the pack's and the doubt beside it."""

    text: str
    lang: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A labelled row: its values, how many more the workbook holds, and the sources of those printed."""

    label: str
    items: tuple[Item, ...]
    sources: tuple[str, ...]
    more: int = 0


def native(entity: Entity) -> Foreign | None:
    """Gives the name in its own script, None where the list holds it in Latin letters alone."""
    for value in _names(entity):
        if script(value.value) != "LATIN":
            text = printable(value.value)
            return Foreign(text, language(value.value, value.lang) if text == value.value else "", value.value)
    return None


def key_facts(context: Context, entity: Entity) -> tuple[KeyFact, ...]:
    """Gives the rows of the key facts: the list number, what is known by label, and other spellings."""
    firsts = {item.record: item for item in reversed(entity.designations)}
    numbers = tuple(Item(id) for id in identity.records(context, entity))
    found = [KeyFact(_("List number"), numbers, from_where(*firsts.values()))]
    for label, props in LABELS:
        values = [value for prop in props for value in entity.values if value.prop == prop]
        if values:
            found.append(_row(context, _(label), values))
    spellings = _spellings(entity)
    if spellings:
        found.append(_row(context, _("Other spellings"), spellings))
    return tuple(found)


def _names(entity: Entity) -> Iterable[Value]:
    """Gives the names, the primary ones first."""
    return (value for prop in NAMES for value in entity.values if value.prop == prop)


def _spellings(entity: Entity) -> list[Value]:
    own = native(entity)
    shown = {entity.caption.casefold(), own.text.casefold() if own else ""}
    return [value for value in _names(entity) if printable(value.value).casefold() not in shown]


def _row(context: Context, label: str, values: list[Value]) -> KeyFact:
    merged: dict[str, list[Value]] = {}
    for value in values:
        merged.setdefault(_bare(_text(context, value)), []).append(value)
    groups = list(merged.values())
    shown = groups[:MOST]
    return KeyFact(
        label,
        tuple(_item(context, group) for group in shown),
        from_where(*(value for group in shown for value in group)),
        len(groups) - len(shown),
    )


def _item(context: Context, group: list[Value]) -> Item:
    first = group[0]
    text = _text(context, first)
    best = min((value.confidence for value in group), key=list(Confidence).index)
    foreign = language(first.value, first.lang) if script(text) != "LATIN" else ""
    note = f" ({first.note})" if first.note and first.note.casefold() not in text.casefold() else ""
    return Item(text + printable(note), foreign, words.doubt(best))


def _bare(text: str) -> str:
    """Gives what tells two values apart: their letters and digits, not how a list sets its commas."""
    return " ".join(re.findall(r"\w+", text.casefold())) or text


def _text(context: Context, value: Value) -> str:
    if value.date is not None:
        return words.partial(value.date, context.language, words.LONG)
    if value.prop in COUNTRIES:
        return words.place(value.value, context.language)
    return printable(value.value)
