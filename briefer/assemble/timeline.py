"""The timeline: a true axis, leaders to even rows, as many figures as it takes to stay legible."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup

from briefer.analysis.timeline import timeline as found_in
from briefer.assemble import words
from briefer.assemble.axis import Axis, Band
from briefer.assemble.context import Context, unique
from briefer.assemble.entry_words import day, say
from briefer.assemble.letters import width, wrapped
from briefer.assemble.page import Page
from briefer.assemble.prose import Part, prose
from briefer.assemble.rows import FOOT, LARGE, NOW, Density, Row, pages
from briefer.language import _, all_of, mark, ngettext
from briefer.model.facts import Confidence
from briefer.model.law import STRICTNESS
from briefer.model.timeline import ClassToday, Entry, Timeline

LEGEND, LEGEND_SIZE, LEGEND_BEGIN, LEGEND_ROOM = 4.2, 2.75, 1.5, 136.0
"""Millimetres: a line of the legend, its letters, where it begins, and how far it runs before the next line."""
TOP, SHORTEST = 7.8, 24.0
"""Millimetres from the legend's last line to the axis, and how short the axis may be."""
DAYS, TEXT, KEYS, END = 41.0, 65.0, 153.0, 168.0
"""Millimetres from the left: where the dates begin, where the text, where the keys may, and where the figure ends."""
BOX, GAP, CLEAR, KEY_SIZE = 3.5, 0.7, 1.5, 2.3
LINES, NAMED = 3, 2
"""How many lines an entry takes at most, and how many are filled with names."""
KINDS = {
    "order": mark("Executive order"),
    "statute": mark("Statute"),
    "listing": mark("Listing, directive, guidance"),
    "ally": mark("Allied act"),
    "renewal": mark("Renewal"),
    "expiry": mark("Ends unless renewed"),
    "position": mark("Position taken"),
    "event": mark("Event"),
}
DAGGER = "†"
UNSOURCED = mark("no source")
TO_COME = mark("{day}, the day of this paper: what follows is still to come")


@dataclass(frozen=True, slots=True)
class LegendMark:
    """A kind of entry in the legend, at its place."""

    name: str
    word: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A class in its box; `look` is the letter, or u where it is unknown."""

    letter: str
    look: str
    x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An entry: where it stands on the axis, where its row stands, and what it says.

    `day` is empty where the line above has the same, `above` then where its mark stands; `bar` is from where to where
    on the axis a day lies that is not known exactly; `rule` where a line parts it from the next year, 0 for none.
    """

    at: float
    y: float
    kind: str
    day: str
    doubtful: bool
    lines: tuple[str, ...]
    keys: str
    boxes: tuple[Box, ...]
    bar: tuple[float, float] | None = None
    above: float = 0.0
    rule: float = 0.0


@dataclass(frozen=True, slots=True)
class Now:
    """The day of the paper between what has happened and what is to come: its height and its words."""

    y: float
    at: float
    words: str
    rule: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One timeline figure; `laws` are the keys that stand for the rulebook's citations, with these."""

    title: str
    more: str
    alternative: str
    description: str
    height: float
    density: Density
    kinds: tuple[LegendMark, ...]
    bands: tuple[Band, ...]
    rows: tuple[Line, ...]
    now: Now | None
    classed: float
    sources: tuple[str, ...]
    laws: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline section."""

    lead: Markup
    figures: tuple[Drawing, ...]
    parts: tuple[Part, ...]


def timeline(page: Page) -> TimelineView:
    """Gives the timeline; what has no readable date is counted and left to the workbook."""
    context = page.context
    text = prose(page, page.placed.section.text)
    found = found_in(context.dossier, context.pack, context.home)
    return TimelineView(text.lead, tuple(_drawings(context, found)), text.parts)


def _drawings(context: Context, found: Timeline) -> Iterator[Drawing]:
    if not found.entries:
        return
    top = max(each.y for each in _legend({entry.kind for entry in found.entries})) + TOP
    rows = tuple(_rows(context, found.entries))
    cut, density = pages(rows, context.pack.paper, top)
    for number, chunk in enumerate(cut, 1):
        part = (number, len(cut))
        undated = found.undated if number == len(cut) else 0
        yield _drawing(context, chunk, density, part, undated)


def _rows(context: Context, entries: tuple[Entry, ...]) -> Iterator[Row]:
    opened, laws = False, dict[tuple[str, ...], str]()
    for entry in entries:
        law = laws.setdefault(entry.citations, f"R{len(laws) + 1}") if entry.citations else ""
        keys = _keys(context, entry, law)
        room = _room(entry, keys)
        coming = entry.when.first > context.dossier.as_of
        lines = wrapped(say(context, entry, partial(_fits, room)), room, LARGE.font, LINES)
        yield Row(entry, day(entry.when, context.language), lines, coming and not opened, keys, law)
        opened = coming


def _fits(room: float, text: str) -> bool:
    return len(wrapped(text, room, LARGE.font, LINES)) <= NAMED


def _room(entry: Entry, keys: str) -> float:
    """Gives how wide the text of an entry may be: up to its classes, else up to its keys."""
    end = END - width(keys, KEY_SIZE, "SemiBold")
    return (KEYS - len(entry.classes) * (BOX + GAP) if entry.classes else end) - CLEAR - TEXT


def _keys(context: Context, entry: Entry, law: str) -> str:
    """Gives up to three keys, the rulebook's among them; what has none says so."""
    found = unique(context.keys.get(id, "") for id in entry.sources)
    return " ".join((*found[: 2 if law else 3], law)).strip() or _(UNSOURCED)


def _drawing(context: Context, rows: tuple[Row, ...], density: Density, part: tuple[int, int], undated: int) -> Drawing:
    entries = tuple(row.entry for row in rows)
    legend = tuple(_legend({entry.kind for entry in entries}))
    top = max(each.y for each in legend) + TOP
    height = round(top + FOOT + max(sum(row.height(density) for row in rows), SHORTEST), 2)
    first, last = entries[0].when.first, max(entry.when.last for entry in entries)
    axis = Axis(first, last, top, height - FOOT, context.language)
    held = {entry.form for entry in entries}
    counted = words.counted(len(entries), "entry", "entries") if "position" in held else _counted(len(entries))
    shown = _shown(counted, _span(context, first, last), part)
    lines, now = _lines(context, rows, density, axis, top)
    return Drawing(
        title=f"{shown[:1].upper()}{shown[1:]}.",
        more=_to_scale(alone=part[1] == 1),
        alternative=_("Timeline of {entries}.", entries=shown),
        description="; ".join(_described(context, row) for row in rows) + ".",
        height=height,
        density=density,
        kinds=legend,
        bands=tuple(axis.bands()),
        rows=lines,
        now=now,
        classed=KEYS - GAP if any(line.boxes for line in lines) else 0.0,
        sources=unique(id for entry in entries for id in entry.sources),
        laws=tuple({row.law: "; ".join(row.entry.citations) for row in rows if row.law}.items()),
        notes=tuple(_notes(context, entries, undated)),
        doubtful=any(line.doubtful for line in lines),
    )


def _counted(number: int) -> str:
    return words.counted(number, "act or event", "acts and events")


def _span(context: Context, first: date, last: date) -> str:
    begin, end = (words.day(when, context.language, "MMMM y") for when in (first, last))
    return begin if begin == end else _("{first} to {last}", first=begin, last=end)


def _shown(entries: str, span: str, part: tuple[int, int]) -> str:
    """Says what a figure shows, and which of several it is."""
    number, all_ = part
    if all_ == 1:
        return f"{entries}, {span}"
    return _("{entries}, {span}, part {number} of {total}", entries=entries, span=span, number=number, total=all_)


def _to_scale(*, alone: bool) -> str:
    if alone:
        return _("The axis on the left is to scale; leaders carry each date to its line.")
    return _("The axis on the left is to scale.")


def _described(context: Context, row: Row) -> str:
    """Says an entry whole: its date, all names, and its class."""
    entry = row.entry
    doubt = words.doubt(entry.confidence)
    letters = all_of(map(_letter, entry.classes)) if entry.classes else ""
    extra = ", ".join(filter(None, (doubt, _("class {letters} today", letters=letters) if letters else "")))
    return f"{row.day}: {say(context, entry, lambda _text: True)}" + (f" ({extra})" if extra else "")


def _letter(one: ClassToday) -> str:
    return _("{letter}, contested", letter=one.letter) if one.contested else one.letter


def _notes(context: Context, entries: tuple[Entry, ...], undated: int) -> Iterator[str]:
    """Yields what a reader needs to know of the marks that this figure uses."""
    if any(entry.classes for entry in entries):
        number = next((placed.number for placed in context.placed if placed.section.kind == "relief"), "")
        yield _held_under(number)
        if any(each.contested for entry in entries for each in entry.classes):
            yield _("{sign} Contested.", sign=DAGGER)
    if any(entry.when.precision != "day" for entry in entries):
        yield _("A bar beside the axis: the day is known no more exactly than the date says.")
    if undated:
        yield ngettext(
            "{count} more entry has no day that a source states; see the workbook.",
            "{count} more entries have no day that a source states; see the workbook.",
            undated,
        )


def _held_under(section: str) -> str:
    if not section:
        return _("is the class of what this paper’s entries still hold under the act or listing.")
    text = mark("is the class of what this paper’s entries still hold under the act or listing (section {section}).")
    return _(text, section=section)


def _lines(
    context: Context, rows: tuple[Row, ...], density: Density, axis: Axis, top: float
) -> tuple[tuple[Line, ...], Now | None]:
    end, now, lines, above = top, None, list[Line](), ("", 0.0)
    for row, later in zip(rows, (*rows[1:], None), strict=True):
        begin, end = end, end + row.height(density)
        if row.opens:
            text = _(TO_COME, day=words.day(context.dossier.as_of, context.language))
            place = axis.place(max(context.dossier.as_of, rows[0].entry.when.first))
            now = Now(
                round(begin + NOW / 2, 2), round(place, 2), text, round(DAYS + width(text, 2.75, "SemiBold") + 2, 2)
            )
            begin += NOW
            above = ("", 0.0)
        y = round((begin + end) / 2, 2)
        shared = above[0] == row.day
        year = row.entry.when.first.year
        parted = later is not None and later.entry.when.first.year != year and not later.opens
        lines.append(_line(row, y, axis, above[1] if shared else 0.0, round(end, 2) if parted else 0.0))
        above = (row.day, y)
    return tuple(lines), now


def _line(row: Row, y: float, axis: Axis, above: float, rule: float) -> Line:
    entry = row.entry
    first, last = axis.place(entry.when.first), axis.place(entry.when.last)
    return Line(
        at=round((first + last) / 2, 2),
        y=y,
        kind=entry.kind,
        day="" if above else row.day,
        doubtful=entry.confidence is not Confidence.VERIFIED,
        lines=row.lines,
        keys=row.keys,
        boxes=tuple(_boxes(entry.classes)),
        bar=(round(first, 2), round(last, 2)) if entry.when.precision != "day" else None,
        above=above,
        rule=rule,
    )


def _boxes(classes: tuple[ClassToday, ...]) -> Iterator[Box]:
    for place, one in enumerate(classes):
        x = KEYS - (len(classes) - place) * (BOX + GAP)
        letter = one.letter if one.letter in STRICTNESS else "?"
        yield Box(letter + DAGGER * one.contested, one.letter if one.letter in STRICTNESS else "u", round(x, 2))


def _legend(kinds: set[str]) -> Iterator[LegendMark]:
    x, y = LEGEND_BEGIN, 2.2
    for name, text in KINDS.items():
        if name in kinds:
            word = _(text)
            wide = width(word, LEGEND_SIZE) + 7.0
            if x + wide > LEGEND_ROOM:
                x, y = LEGEND_BEGIN, y + LEGEND
            yield LegendMark(name, word, round(x, 2), round(y, 2))
            x += wide
