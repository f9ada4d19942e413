"""The front of the paper: cover, contents, and the bottom line with the decision asked and its four numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from briefer.assemble import words
from briefer.assemble.back import dated
from briefer.assemble.context import Context, Placed
from briefer.assemble.letters import wrapped
from briefer.assemble.page import Page
from briefer.assemble.prose import Part, prose
from briefer.assemble.scripts import printable
from briefer.assemble.words import Mark
from briefer.language import _, mark, ngettext
from briefer.model.pack import PackSection, Settings
from briefer.rulebook import NO_RENEWAL
from briefer.text import Block, blocks

BARS = 6
WIDTH, GAP, SMALL, LINES = 168.0, 4.0, 2.6, 4
"""Millimetres: all bars and the space after each, the letters beneath them; and how many lines these take at most."""
SUBTITLES = 90
SILENT = ("bottom-line", "lines")
NARROW = ((mark("For"), "to"), (mark("From"), "author"), (mark("Version"), "version"))
WIDE = ((mark("Distribution"), "distribution"), (mark("Drafter"), "drafter"))


@dataclass(frozen=True, slots=True)
class Bar:
    """A regime and how many of the picks it has in force; `past` says in lines of how many all known ends passed."""

    name: str
    count: int
    past: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverField:
    """A labelled line at the cover's foot; a wide one takes two columns of four."""

    label: str
    text: str
    wide: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """All that the cover prints."""

    kind: str
    title: str
    subtitle: str
    remark: Markup
    caption: str
    total: int
    bars: tuple[Bar, ...]
    fields: tuple[CoverField, ...]
    legal: str

    @property
    def beneath(self) -> int:
        """The most lines that stand beneath a regime's name."""
        return max((len(bar.past) for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents; its page is found by whoever lays it out."""

    number: str
    title: str
    anchor: str
    sub: str = ""
    below: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The lines of the contents, and what the legend has to explain in this paper."""

    entries: tuple[Entry, ...]
    stances: tuple[Mark, ...]
    key: str
    sources: str
    classes: str
    tags: str
    portions: str
    grades: bool
    linked: bool
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """The decision asked, the choices to tick and the day by which."""

    title: str
    html: Markup
    choices: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it says."""

    value: Markup
    says: Markup


@dataclass(frozen=True, slots=True)
class BottomLine:
    """The bottom line: its sentences, the decision, the numbers, and labelled paragraphs."""

    lead: Markup
    asks: tuple[Ask, ...]
    figures: tuple[Figure, ...]
    parts: tuple[Part, ...]


def cover(page: Page) -> Cover:
    """Gives what the cover prints, with how many picks each regime has in force."""
    context = page.context
    pack, dossier = context.pack, context.dossier
    bars, total = tuple(_bars(context)), len(dossier.entities)
    day = words.day(pack.as_of, pack.language, words.LONG)
    return Cover(
        kind=context.kind,
        title=pack.title,
        subtitle=pack.settings.subtitle,
        remark=page.prose(blocks(page.placed.section.text)) if page.placed.section.text.strip() else Markup(""),
        caption=_caption(day, total, len(dossier.measures)),
        total=max(total, 1),
        bars=bars,
        fields=tuple(_fields(pack.settings, day)),
        legal=pack.settings.legal,
    )


def _caption(day: str, total: int, measures: int) -> str:
    """Says what the bars count."""
    entries = words.counted(total, "entry", "entries")
    if not measures:
        return _("In force on {day} by regime: {entries} examined", day=day, entries=entries)
    beside = words.counted(measures, "measure that lists nobody", "measures that list nobody")
    text = mark("In force on {day} by regime: {entries} examined; {measures} not counted")
    return _(text, day=day, entries=entries, measures=beside)


def _bars(context: Context) -> Iterator[Bar]:
    held = [{item.regime for item in context.in_force(entity)} for entity in context.dossier.entities]
    counts = Counter(code for codes in held for code in codes)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))[:BARS]
    room = WIDTH / max(len(ranked), 1) - GAP
    yield from (Bar(words.regime(code), counts[code], _past(context, code, room)) for code in ranked)


def _past(context: Context, code: str, room: float) -> tuple[str, ...]:
    """Says of how many entries every end known of what a regime holds has passed."""
    held = [
        [item for item in context.relief[one.id].remains if item.regime == code and not item.measure]
        for one in context.dossier.entities
    ]
    count = sum(bool(items) and all(item.ran_to for item in items) for items in held)
    said = ngettext(
        "of which {count} past its last known end; {no_renewal}",
        "of which {count} past their last known end; {no_renewal}",
        count,
        no_renewal=_(NO_RENEWAL),
    )
    return wrapped(said, room, SMALL, LINES) if count else ()


def _fields(settings: Settings, day: str) -> Iterator[CoverField]:
    """Yields the filled fields, four columns to a row, the last two wide."""
    narrow = ((_("As of"), day), *((_(label), getattr(settings, name)) for label, name in NARROW))
    filled = [(label, text) for label, text in narrow if text]
    for place, (label, text) in enumerate(filled):
        yield CoverField(label, text, first=place % 4 == 0)
    wide = [(_(label), text) for label, name in WIDE if (text := getattr(settings, name))]
    for place, (label, text) in enumerate(wide):
        yield CoverField(label, text, wide=True, first=place % 2 == 0)


def contents(page: Page) -> Contents:
    """Gives the lines of the contents; entity sheets are named beneath their section."""
    context = page.context
    kinds = {placed.section.kind: placed for placed in context.placed}
    tags = (item.programme for entity in context.dossier.entities for item in entity.designations if item.programme)
    marked = "positions" in kinds or "statements" in kinds
    return Contents(
        entries=tuple(_entry(context, placed) for placed in context.placed if placed.number),
        stances=words.stances() if marked and context.dossier.positions else (),
        key=next(iter(context.keys.values()), ""),
        sources=kinds["sources"].number if "sources" in kinds else "",
        classes=kinds["relief"].number if "relief" in kinds and context.dossier.entities else "",
        tags=next((tag for tag in tags if len(tag) <= SUBTITLES // 4), "")
        if {"in-force", "entity-sheets"} & set(kinds)
        else "",
        portions=_portion(context),
        grades=any(source.grade for source in context.dossier.sources),
        linked="entity-sheets" in kinds and any(entity.links for entity in context.dossier.entities),
        left_out=tuple(section.title for section in context.left_out),
    )


def _entry(context: Context, placed: Placed) -> Entry:
    named = context.dossier.entities if placed.section.kind == "entity-sheets" else ()
    below = tuple(Entry("", printable(entity.caption), context.anchor(entity.id)) for entity in named)
    found = blocks(placed.section.text)
    heads = [block.content.text for block in found if block.kind == "heading" and block.level == 1]
    if placed.section.kind == "options":
        heads = [child.title for child in placed.children if child.kind == "option"]
    sub = "; ".join(heads) if placed.section.kind not in SILENT else ""
    return Entry(placed.number, placed.section.title, placed.anchor, sub if len(sub) <= SUBTITLES else "", below)


def _portion(context: Context) -> str:
    """Gives one portion mark that this paper draws, empty where it draws none."""
    for placed in context.placed:
        for section in (placed.section, *placed.children):
            marks = [section.marking, *(block.portion for block in _deep(blocks(section.text)))]
            found = next(filter(None, marks), "")
            if found:
                return found
    return next(iter(context.pack.marks.values()), "")


def _deep(found: Iterable[Block]) -> Iterator[Block]:
    for block in found:
        yield block
        for inner in (*block.items, block.body, *(one.body for one in block.definitions)):
            yield from _deep(inner)


def bottom_line(page: Page) -> BottomLine:
    """Gives the bottom line; the first paragraph is what a reader in haste reads."""
    children = page.placed.children
    text = prose(page, page.placed.section.text)
    return BottomLine(
        lead=text.lead,
        asks=tuple(_ask(page, child) for child in children if child.kind == "decision"),
        figures=tuple(figure for child in children if child.kind == "figures" for figure in _figures(page, child)),
        parts=text.parts,
    )


def _ask(page: Page, child: PackSection) -> Ask:
    """Reads the decision: paragraphs say it, the items of a list are boxes to tick."""
    found = blocks(child.text)
    choices = [item[0].content.text for block in found if block.kind == "list" for item in block.items if item]
    said = page.prose([block for block in found if block.kind != "list"])
    by = dated(page.context.pack.settings.decide_by, page.context.language)
    return Ask(child.title, page.marked(child) + said, tuple(choices) or _choices(page.context), by)


def _choices(context: Context) -> tuple[str, ...]:
    """Gives the boxes where the drafter lists none: the options of this paper."""
    count = sum(child.kind == "option" for placed in context.placed for child in placed.children)
    return (*(_("Option {number}", number=number) for number in range(1, count + 1)), _("Discuss")) if count else ()


def _figures(page: Page, child: PackSection) -> Iterator[Figure]:
    """Reads the numbers: a definition list, the number as its term."""
    for block in blocks(child.text):
        for one in block.definitions:
            said = Markup(" ").join(page.tight(part.content) for part in one.body)
            yield Figure(page.tight(one.term), said)
