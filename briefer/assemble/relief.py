"""What each entry takes: its class with every reason, who acts by which instrument, and what stays elsewhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from briefer.assemble import words
from briefer.assemble.context import Context, unique
from briefer.assemble.page import Page
from briefer.assemble.prose import Part, prose
from briefer.assemble.scripts import printable
from briefer.model.facts import Entity
from briefer.model.law import STRICTNESS
from briefer.model.relief import Reason, Relief, Remains, Route

NO_DATE = "no end stated"


@dataclass(frozen=True, slots=True)
class Klass:
    """A class as a mark: its letter, its word, and whether it is contested."""

    letter: str
    word: str
    contested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One reason with all tags it holds for: class, authorities, why, and what ending it takes."""

    tags: tuple[tuple[str, str], ...]
    klass: Klass
    authority: str
    why: str
    dispute: str
    actor: str
    instruments: str
    conditions: tuple[str, ...]
    citations: str
    doubt: str
    doubts: tuple[str, ...]
    decides: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefRow:
    """One entry or measure with the reasons that decide its class."""

    id: str
    name: str
    anchor: str
    klass: Klass | None
    whys: tuple[Why, ...]
    acts: tuple[tuple[str, str], ...]
    remains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReliefGroup:
    """Rows of one kind under their heading."""

    title: str
    rows: tuple[ReliefRow, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a class means: in one sentence, its test and its wait, and how many entries fall in it."""

    klass: Klass
    says: str
    test: str
    wait: str
    count: int


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition or a dispute with the tags that it bears on."""

    text: str
    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument as the rulebook states it."""

    title: str
    actor: str
    legal: str
    practical: str
    reversal: str
    legislature: str
    doubt: str
    citations: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefView:
    """The section: rows, the classes that occur, the instruments that the rows name."""

    lead: Markup
    day: str
    groups: tuple[ReliefGroup, ...]
    meanings: tuple[Meaning, ...]
    conditions: tuple[Condition, ...]
    instruments: tuple[InstrumentRow, ...]
    reviewed: bool
    overlay: bool
    parts: tuple[Part, ...]


MEANINGS = {
    "A": (
        "The executive can act alone.",
        "The authority is neither named in 22 USC 9511(a)(2)(B) nor repeated by another statute.",
        "None by law.",
    ),
    "B": (
        "The executive can act after a report to Congress and a period of review.",
        "The authority is named in 22 USC 9511(a)(2)(B), or kept in force by 22 USC 9522.",
        "30 calendar days, 60 if reported from 10 July to 7 September; longer if both houses disapprove.",
    ),
    "C": (
        "The executive can act once the test that a statute sets is met.",
        "A certification, a notice or a condition stands in a statute outside the review act.",
        "As the statute says.",
    ),
    "D": (
        "Only a new statute ends it.",
        "The limit itself stands in a statute without an exit for the executive.",
        "As long as the statute takes.",
    ),
    "unknown": ("The rulebook has no row for a tag.", "To be looked up before anything is said.", "Not known."),
}


def relief(page: Page) -> ReliefView:
    """Gives the section on what each entry takes."""
    context = page.context
    text = prose(page, page.placed.section.text)
    found = tuple(context.relief.values())
    return ReliefView(
        lead=text.lead,
        day=words.day(context.dossier.as_of, context.language, words.LONG),
        groups=tuple(_groups(context)),
        meanings=tuple(_meanings(found)),
        conditions=tuple(_conditions(found)),
        instruments=tuple(_instruments(found)),
        reviewed=any(reason.klass == "B" for one in found for reason in one.reasons),
        overlay=any(one.overlay for one in found),
        parts=text.parts,
    )


def whys(found: Relief) -> tuple[Why, ...]:
    """Gives all reasons of an entry, the one that decides first; tags that share a reason stand together."""
    alike: dict[tuple[object, ...], list[Reason]] = {}
    for reason in found.reasons:
        alike.setdefault((reason.klass, reason.why, reason.dispute, reason.routes, reason.conditions), []).append(
            reason
        )
    return tuple(_why(group) for group in alike.values())


def klass(found: Relief) -> Klass | None:
    """Gives the class of an entry as a mark, None where the United States does not list it."""
    return _klass(found.klass, found.contested) if found.klass else None


def remaining(context: Context, found: Relief) -> tuple[str, ...]:
    """Gives what stays in force elsewhere, a line for each regime with the next date on which it could end."""
    by_regime: dict[str, list[Remains]] = {}
    for item in found.remains:
        by_regime.setdefault(item.regime, []).append(item)
    return tuple(_stays(context, code, items) for code, items in by_regime.items())


def _groups(context: Context) -> Iterator[ReliefGroup]:
    known = {schema for _title, schemas in words.GROUPS for schema in schemas}
    others = tuple(dict.fromkeys(one.schema for one in context.dossier.entities if one.schema not in known))
    for title, schemas in (*words.GROUPS, (words.OTHERS, others)):
        rows = tuple(_entity(context, one) for one in context.dossier.entities if one.schema in schemas)
        if rows:
            yield ReliefGroup(title, rows)
    home = (context.relief[one.id] for one in context.dossier.measures)
    rows = tuple(_row(context, one, "") for one in home if one.klass)
    if rows:
        yield ReliefGroup("Measures that list nobody", rows)


def _entity(context: Context, entity: Entity) -> ReliefRow:
    return _row(context, context.relief[entity.id], context.anchor(entity.id))


def _row(context: Context, found: Relief, anchor: str) -> ReliefRow:
    shown = whys(found)
    return ReliefRow(
        id=found.id,
        name=printable(found.caption),
        anchor=anchor,
        klass=klass(found),
        whys=shown,
        acts=tuple(_acts(found)),
        remains=remaining(context, found),
    )


def _acts(found: Relief) -> Iterator[tuple[str, str]]:
    """Yields who acts for the tags that decide, each with all instruments at hand."""
    routes: dict[str, list[str]] = {}
    for reason in found.reasons:
        if reason.decides and reason.actor:
            routes.setdefault(reason.actor, []).extend(route.title for route in reason.routes)
    for actor, titles in routes.items():
        yield actor, _series(list(unique(titles)))


def _why(group: list[Reason]) -> Why:
    """Joins reasons that differ in their tags only."""
    reason, routes = group[0], [route.title for route in group[0].routes]
    return Why(
        tags=tuple((one.programme, ", ".join(filter(None, (one.limb, one.part)))) for one in group),
        klass=_klass(reason.klass, any(one.contested for one in group)),
        authority="; ".join(unique(one.authority for one in group)),
        why=reason.why,
        dispute=reason.dispute,
        actor=reason.actor,
        instruments=_series(routes),
        conditions=reason.conditions,
        citations="; ".join(unique(citation for one in group for citation in one.citations)),
        doubt=words.doubt(*(one.confidence for one in group)),
        doubts=unique(doubt for one in group for doubt in one.doubts),
        decides=any(one.decides for one in group),
    )


def _klass(letter: str, contested: bool) -> Klass:
    return Klass("?" if letter not in STRICTNESS else letter, words.CLASSES.get(letter, letter), contested)


def _series(titles: list[str]) -> str:
    """Joins titles of instruments: the first with its capital, the others without."""
    return ", ".join(title if not place else title[:1].lower() + title[1:] for place, title in enumerate(titles))


def _stays(context: Context, code: str, items: list[Remains]) -> str:
    ends = [item.until for item in items if item.until]
    return f"{code} to {words.day(min(ends), context.language, words.SHORT)}" if ends else f"{code}, {NO_DATE}"


def _meanings(found: Iterable[Relief]) -> Iterator[Meaning]:
    occurring = [one.klass for one in found] + [reason.klass for one in found for reason in one.reasons]
    counted = [one.klass for one in found]
    for letter, (says, test, wait) in MEANINGS.items():
        if letter in occurring:
            yield Meaning(_klass(letter, contested=False), says, test, wait, counted.count(letter))


def _conditions(found: Iterable[Relief]) -> Iterator[Condition]:
    """Yields each condition once, with the tags, or the measures, whose relief it bears on."""
    bearing: dict[str, dict[tuple[str, str], None]] = {}
    for one in found:
        for why in whys(one):
            disputed = (f"Contested: {why.dispute}",) if why.dispute else ()
            for text in (*why.conditions, *disputed):
                bearing.setdefault(text, {}).update(dict.fromkeys(_bears(one, why)))
    for text, tags in bearing.items():
        yield Condition(text, tuple(tags))


def _bears(found: Relief, why: Why) -> tuple[tuple[str, str], ...]:
    return tuple((tag, limb) if tag else ("", printable(found.caption)) for tag, limb in why.tags)


def _instruments(found: Iterable[Relief]) -> Iterator[InstrumentRow]:
    routes: dict[str, Route] = {}
    for one in found:
        for reason in one.reasons:
            for route in reason.routes:
                routes.setdefault(route.id, route)
    for route in routes.values():
        yield InstrumentRow(
            title=route.title,
            actor=route.actor,
            legal=route.legal_minimum,
            practical=route.practical,
            reversal=route.reversal,
            legislature=route.legislature,
            doubt=words.doubt(route.confidence),
            citations="; ".join(unique(route.citations)),
        )
