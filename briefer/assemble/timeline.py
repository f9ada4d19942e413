"""The timeline: a true axis, leaders to even rows, as many figures as it takes to stay legible."""

from collections.abc import Iterator
from dataclasses import dataclass
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
    "order": "Executive order",
    "statute": "Statute",
    "listing": "Listing, directive, guidance",
    "ally": "Allied act",
    "renewal": "Renewal",
    "expiry": "Ends unless renewed",
    "position": "Position taken",
    "event": "Event",
}
DAGGER = "†"
UNSOURCED = "no source"
TO_SCALE = "The axis on the left is to scale."
TO_COME = "{}, the day of this paper: what follows is still to come"


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
    top = max(mark.y for mark in _legend({entry.kind for entry in found.entries})) + TOP
    rows = tuple(_rows(context, found.entries))
    cut, density = pages(rows, context.pack.paper, top)
    for number, chunk in enumerate(cut, 1):
        part = f", part {number} of {len(cut)}" if len(cut) > 1 else ""
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
    return " ".join((*found[: 2 if law else 3], law)).strip() or UNSOURCED


def _drawing(context: Context, rows: tuple[Row, ...], density: Density, part: str, undated: int) -> Drawing:
    entries = tuple(row.entry for row in rows)
    legend = tuple(_legend({entry.kind for entry in entries}))
    top = max(mark.y for mark in legend) + TOP
    height = round(top + FOOT + max(sum(row.height(density) for row in rows), SHORTEST), 2)
    first, last = entries[0].when.first, max(entry.when.last for entry in entries)
    axis = Axis(first, last, top, height - FOOT, context.language)
    held = {entry.form for entry in entries}
    counted = words.counted(len(entries), "entry", "entries") if "position" in held else _counted(len(entries))
    span = " to ".join(dict.fromkeys(words.day(when, context.language, "MMMM y") for when in (first, last)))
    lines, now = _lines(context, rows, density, axis, top)
    return Drawing(
        title=f"{counted[:1].upper()}{counted[1:]}, {span}{part}.",
        more=TO_SCALE if part else f"{TO_SCALE[:-1]}; leaders carry each date to its line.",
        alternative=f"Timeline of {counted}, {span}{part}.",
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


def _described(context: Context, row: Row) -> str:
    """Says an entry whole: its date, all names, and its class."""
    entry = row.entry
    doubt = words.doubt(entry.confidence)
    letters = " and ".join(mark.letter + ", contested" * mark.contested for mark in entry.classes)
    extra = ", ".join(filter(None, (doubt, f"class {letters} today" if letters else "")))
    return f"{row.day}: {say(context, entry, lambda _text: True)}" + (f" ({extra})" if extra else "")


def _notes(context: Context, entries: tuple[Entry, ...], undated: int) -> Iterator[str]:
    """Yields what a reader needs to know of the marks that this figure uses."""
    if any(entry.classes for entry in entries):
        number = next((placed.number for placed in context.placed if placed.section.kind == "relief"), "")
        where = f" (section {number})" if number else ""
        yield f"is the class of what this paper’s entries still hold under the act or listing{where}."
        if any(mark.contested for entry in entries for mark in entry.classes):
            yield f"{DAGGER} Contested."
    if any(entry.when.precision != "day" for entry in entries):
        yield "A bar beside the axis: the day is known no more exactly than the date says."
    if undated:
        more = words.counted(undated, "more entry has", "more entries have")
        yield f"{more} no day that a source states; see the workbook."


def _lines(
    context: Context, rows: tuple[Row, ...], density: Density, axis: Axis, top: float
) -> tuple[tuple[Line, ...], Now | None]:
    end, now, lines, above = top, None, list[Line](), ("", 0.0)
    for row, later in zip(rows, (*rows[1:], None), strict=True):
        begin, end = end, end + row.height(density)
        if row.opens:
            text = TO_COME.format(words.day(context.dossier.as_of, context.language))
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
    for place, mark in enumerate(classes):
        x = KEYS - (len(classes) - place) * (BOX + GAP)
        letter = mark.letter if mark.letter in STRICTNESS else "?"
        yield Box(letter + DAGGER * mark.contested, mark.letter if mark.letter in STRICTNESS else "u", round(x, 2))


def _legend(kinds: set[str]) -> Iterator[LegendMark]:
    x, y = LEGEND_BEGIN, 2.2
    for name, word in KINDS.items():
        if name in kinds:
            wide = width(word, LEGEND_SIZE) + 7.0
            if x + wide > LEGEND_ROOM:
                x, y = LEGEND_BEGIN, y + LEGEND
            yield LegendMark(name, word, round(x, 2), round(y, 2))
            x += wide
