"""What each entry takes: every reason once, with who acts by which instrument, and each entry with what is its own."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from briefer.analysis.reasons import DIRECTIVE
from briefer.assemble import words
from briefer.assemble.abroad import keys_and_marks
from briefer.assemble.beginnings import to_come
from briefer.assemble.context import Context, unique
from briefer.assemble.instruments import InstrumentRow, instruments
from briefer.assemble.owners import Through, through
from briefer.assemble.page import Page
from briefer.assemble.prose import Part, prose
from briefer.assemble.remaining import remaining
from briefer.assemble.scripts import printable
from briefer.language import _, mark, ngettext
from briefer.model.facts import Entity
from briefer.model.law import STRICTNESS
from briefer.model.relief import Reason, Relief

SENTENCE = re.compile(r"(?<=[.]) (?=[A-Z0-9])")
ITSELF = mark("itself")
ORDER = (*sorted(STRICTNESS), "?")


@dataclass(frozen=True, slots=True)
class Klass:
    """A class as a mark: its letter, its word, and whether it is contested."""

    letter: str
    word: str
    contested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One reason with all that it holds for: class, authorities, why, and who acts by which instruments.

    `tags` have their limbs; `subjects` are the measures, which have no tag; `own` is true where an office's own row of
    the rulebook has a part in it; `first` is the instrument that it names first.
    """

    tags: tuple[tuple[str, str], ...]
    subjects: tuple[str, ...]
    klass: Klass
    authority: str
    why: str
    dispute: str
    acts: tuple[tuple[str, str], ...]
    conditions: tuple[str, ...]
    citations: str
    doubt: str
    first: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Reasons that end in one way: class, who acts by which instruments, and the sentences that all of them share.

    `apart` says what tells it from others of its class, empty where there is none.
    """

    klass: Klass
    acts: tuple[tuple[str, str], ...]
    said: str
    rows: tuple[Why, ...]
    apart: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What holds an entry: tags of one class, or a measure's authority, with what is to be verified of them."""

    klass: Klass
    tags: tuple[tuple[str, str], ...]
    authority: str
    doubt: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefRow:
    """One entry or measure with its class, what holds it, and what stays elsewhere.

    `through` is how it stands through its owners, `to_come` what begins only after the day.
    """

    id: str
    name: str
    anchor: str
    klass: Klass | None
    held: tuple[Held, ...]
    remains: tuple[str, ...]
    through: Through | None = None
    to_come: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReliefGroup:
    """Rows of one kind under their heading."""

    title: str
    rows: tuple[ReliefRow, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a class means: in one sentence, its test and its wait, and how many entries and measures fall in it."""

    klass: Klass
    says: str
    test: str
    wait: str
    entries: int
    measures: str


@dataclass(frozen=True, slots=True)
class Condition:
    """The conditions and disputes that bear on the same tags."""

    tags: tuple[tuple[str, str], ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefView:
    """The section: ways to end a measure with their reasons, rows, the classes and instruments that occur."""

    lead: Markup
    day: str
    ways: tuple[Way, ...]
    groups: tuple[ReliefGroup, ...]
    meanings: tuple[Meaning, ...]
    conditions: tuple[Condition, ...]
    instruments: tuple[InstrumentRow, ...]
    reviewed: bool
    contested: bool
    overlay: bool
    elsewhere: str
    parts: tuple[Part, ...]


MEANINGS = {
    "A": (
        mark("The executive can act alone."),
        mark("The authority is neither named in 22 USC 9511(a)(2)(B) nor repeated by another statute."),
        mark("None by law."),
    ),
    "B": (
        mark("The executive can act after a report to Congress and a period of review."),
        mark("The authority is named in 22 USC 9511(a)(2)(B), or kept in force by 22 USC 9522."),
        mark("30 calendar days, 60 if reported from 10 July to 7 September; longer if both houses disapprove."),
    ),
    "C": (
        mark("The executive can act once the test that a statute sets is met."),
        mark("A certification, a notice or a condition stands in a statute outside the review act."),
        mark("As the statute says."),
    ),
    "D": (
        mark("Only a new statute ends it."),
        mark("The limit itself stands in a statute without an exit for the executive."),
        mark("As long as the statute takes."),
    ),
    "unknown": (
        mark("The rulebook has no row for a tag."),
        mark("To be looked up before anything is said."),
        mark("Not known."),
    ),
}


def relief(page: Page) -> ReliefView:
    """Gives the section on what each entry takes."""
    context = page.context
    text = prose(page, page.placed.section.text)
    found = tuple(context.relief.values())
    found_ways = ways(*found, lettered=True)
    return ReliefView(
        lead=text.lead,
        day=words.day(context.dossier.as_of, context.language, words.LONG),
        ways=found_ways,
        groups=tuple(_groups(context)),
        meanings=tuple(_meanings(context, found)),
        conditions=tuple(_conditions(why for way in found_ways for why in way.rows)),
        instruments=tuple(instruments(found)),
        reviewed=any(reason.klass == "B" for one in found for reason in one.reasons),
        contested=any(reason.contested for one in found for reason in one.reasons),
        overlay=any(one.overlay for one in found),
        elsewhere=keys_and_marks(context),
        parts=text.parts,
    )


def ways(*found: Relief, lettered: bool = False) -> tuple[Way, ...]:
    """Gives the ways in which what these entries are under ends, each reason once.

    What decides an entry's class stands first, or, if asked, they stand by the letters of their classes, each with the
    mark of the rule alone: what is doubtful of one entry stands with that entry.
    """
    alike: dict[tuple[Klass, tuple[tuple[str, str], ...]], list[Why]] = {}
    for why in _whys(found, rules=lettered):
        alike.setdefault((why.klass, why.acts), []).append(why)
    ended = [_way(rows) for rows in alike.values()]
    return tuple(_told_apart(sorted(ended, key=lambda way: ORDER.index(way.klass.letter))) if lettered else ended)


def _told_apart(found: Iterable[Way]) -> Iterator[Way]:
    """Yields each way, with a word on what it holds and ends it first where others are of its class."""
    listed = tuple(found)
    letters = [way.klass.letter for way in listed]
    for way in listed:
        yield replace(way, apart=_apart(way)) if letters.count(way.klass.letter) > 1 else way


def _apart(way: Way) -> str:
    limbs = [limb.startswith(DIRECTIVE) for why in way.rows for _tag, limb in why.tags]
    kinds = (
        _("Listings") if not all(limbs) else "",
        _("Limits by directive") if any(limbs) else "",
        _("Measures that list nobody") if any(why.subjects for why in way.rows) else "",
    )
    held = "; ".join(filter(None, kinds))
    first = way.rows[0].first
    return _("{held}, ended in the first place by {instrument}", held=held, instrument=first) if first else held


def _whys(found: Iterable[Relief], *, rules: bool) -> Iterator[Why]:
    alike: dict[tuple[object, ...], list[tuple[Relief, Reason]]] = {}
    for one in found:
        for reason in one.reasons:
            key = (reason.klass, reason.why, reason.dispute, reason.routes, reason.conditions)
            alike.setdefault(key, []).append((one, reason))
    yield from (_why(group, rules=rules) for group in alike.values())


def _way(rows: list[Why]) -> Way:
    """Takes the sentences that all reasons share out of each of them."""
    first, *others = rows
    said = [text for text in _sentences(first.why) if others and all(text in _sentences(why.why) for why in others)]
    own = tuple(replace(why, why=_own(why.why, said)) for why in rows)
    return Way(klass=first.klass, acts=first.acts, said=" ".join(said), rows=own)


def _own(text: str, said: Collection[str]) -> str:
    return " ".join(sentence for sentence in _sentences(text) if sentence not in said)


def _sentences(text: str) -> list[str]:
    return SENTENCE.split(text)


def klass(found: Relief) -> Klass | None:
    """Gives the class of an entry as a mark, None where the United States does not list it."""
    return _klass(found.klass, found.contested) if found.klass else None


def _groups(context: Context) -> Iterator[ReliefGroup]:
    known = {schema for _title, schemas in words.GROUPS for schema in schemas}
    others = tuple(dict.fromkeys(one.schema for one in context.dossier.entities if one.schema not in known))
    for title, schemas in (*words.GROUPS, (words.OTHERS, others)):
        rows = tuple(_entity(context, one) for one in context.dossier.entities if one.schema in schemas)
        if rows:
            yield ReliefGroup(_(title), rows)
    home = (context.relief[one.id] for one in context.dossier.measures)
    rows = tuple(_row(context, one, "") for one in home if one.klass)
    if rows:
        yield ReliefGroup(_("Measures that list nobody"), rows)


def _entity(context: Context, entity: Entity) -> ReliefRow:
    return _row(context, context.relief[entity.id], context.anchor(entity.id))


def _row(context: Context, found: Relief, anchor: str) -> ReliefRow:
    return ReliefRow(
        id=found.id,
        name=printable(found.caption),
        anchor=anchor,
        klass=klass(found),
        held=tuple(_held(found)),
        remains=remaining(context, found),
        through=through(context, found),
        to_come=tuple(to_come(context, found)),
    )


def _held(found: Relief) -> Iterator[Held]:
    """Yields what holds an entry; tags of which the same is to be said stand together."""
    alike: dict[tuple[object, ...], list[Reason]] = {}
    for reason in found.reasons:
        key = (reason.klass, reason.contested, reason.confidence, reason.doubts, bool(reason.programme))
        alike.setdefault(key, []).append(reason)
    for group in alike.values():
        yield Held(
            klass=_klass(group[0].klass, group[0].contested),
            tags=tuple(_by_tag(map(_tag, group))),
            authority="" if group[0].programme else "; ".join(unique(one.authority for one in group)),
            doubt=words.doubt(group[0].confidence),
            doubts=group[0].doubts,
        )


def _tag(reason: Reason) -> tuple[str, str]:
    return reason.programme, ", ".join(filter(None, (reason.limb, reason.part)))


def _why(group: list[tuple[Relief, Reason]], *, rules: bool) -> Why:
    """Joins reasons that differ in what they hold for only."""
    reason, reasons = group[0][1], [one for _found, one in group]
    return Why(
        tags=tuple(dict.fromkeys(_tag(one) for one in reasons if one.programme)),
        subjects=unique(printable(found.caption) for found, one in group if not one.programme),
        klass=_klass(reason.klass, reason.contested),
        authority="; ".join(unique(one.authority for one in reasons)),
        why=reason.why,
        dispute=reason.dispute,
        acts=tuple(_acts(reason)),
        first=_series(reason.acts[0].instruments[:1]) if reason.acts else "",
        conditions=reason.conditions,
        citations="; ".join(unique(citation for one in reasons for citation in one.citations)),
        doubt=words.doubt(*((one.rule or one.confidence) if rules else one.confidence for one in reasons)),
        own=any(one.overlay for one in reasons),
    )


def _acts(reason: Reason) -> Iterator[tuple[str, str]]:
    """Yields each actor with his own instruments."""
    for act in reason.acts:
        beside = _("as well: {instruments}", instruments=_series(act.beside)) if act.beside else ""
        yield act.actor, "; ".join(filter(None, (_series(act.instruments), beside)))


def _klass(letter: str, contested: bool) -> Klass:
    return Klass("?" if letter not in STRICTNESS else letter, words.relief(letter), contested)


def _series(titles: Iterable[str]) -> str:
    """Joins titles of instruments as they stand after a colon."""
    return ", ".join(title[:1].lower() + title[1:] for title in titles)


def _meanings(context: Context, found: tuple[Relief, ...]) -> Iterator[Meaning]:
    occurring = {one.klass for one in found} | {reason.klass for one in found for reason in one.reasons}
    entries = [one.klass for one in found if one.id not in context.measures]
    measures = [one.klass for one in found if one.id in context.measures]
    for letter, (says, test, wait) in MEANINGS.items():
        if letter in occurring:
            bare = measures.count(letter)
            beside = ngettext("and {count} measure", "and {count} measures", bare) if bare else ""
            shown = _klass(letter, contested=False)
            yield Meaning(shown, _(says), _(test), _wait(letter, _(wait), found), entries.count(letter), beside)


def _wait(letter: str, wait: str, found: Iterable[Relief]) -> str:
    """Adds to a class without a wait of its own those that particular tags have."""
    if letter != STRICTNESS[0]:
        return wait
    reasons = (reason for one in found for reason in one.reasons if reason.klass == letter)
    days: dict[int, dict[str, None]] = {}
    for reason in reasons:
        for item in reason.waits:
            days.setdefault(item.days, {}).update({reason.programme or reason.authority: None})
    own = "; ".join(_waited(count, tags) for count, tags in sorted(days.items()) if count)
    return f"{wait.rstrip('.')}; {own}." if own else wait


def _waited(days: int, tags: Iterable[str]) -> str:
    return ngettext("{count} day for {tags}", "{count} days for {tags}", days, tags=", ".join(tags))


def _conditions(reasons: Iterable[Why]) -> Iterator[Condition]:
    """Yields each condition once, in the order of the reasons, with the tags or measures whose relief it bears on."""
    bearing: dict[str, dict[tuple[str, str], None]] = {}
    for why in reasons:
        disputed = (_("Contested: {why}", why=why.dispute),) if why.dispute else ()
        for text in (*why.conditions, *disputed):
            bears = (*why.tags, *(("", subject) for subject in why.subjects))
            bearing.setdefault(text, {}).update(dict.fromkeys(bears))
    together: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for text, tags in bearing.items():
        together.setdefault(tuple(_by_tag(tags)), []).append(text)
    for known, texts in together.items():
        yield Condition(known, tuple(texts))


def _by_tag(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yields each tag once with its limbs; measures, which have no tag, one by one."""
    limbs: dict[str, list[str]] = {}
    for tag, limb in pairs:
        limbs.setdefault(tag or limb, []).append(limb)
    for name, found in limbs.items():
        bare = "" in found
        if name in found:
            yield "", name
        else:
            yield name, ", ".join(([_(ITSELF)] if bare and len(found) > 1 else []) + [limb for limb in found if limb])
