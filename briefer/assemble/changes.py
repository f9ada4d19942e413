"""What changed since the day that the pack compares with: one table by kind, and the workbook's rows of the same."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from briefer.analysis.moved import changed
from briefer.assemble import words
from briefer.assemble.cells import keys
from briefer.assemble.change_words import CAUSES, MADE_BY, UNSTATED, Side, about, happened, named, note, sides
from briefer.assemble.context import Context
from briefer.assemble.entry_words import day
from briefer.assemble.page import Page
from briefer.assemble.prose import Part, prose
from briefer.assemble.scripts import printable
from briefer.language import _, mark, ngettext
from briefer.model.brief import Cell
from briefer.model.moved import KINDS, ChangeList, Moved, MovedList

TITLES = {
    "listing": mark("Listings"),
    "measure": mark("Measures that list nobody"),
    "act": mark("Acts and licences"),
    "renewal": mark("Next expiries that moved"),
    "position": mark("Positions"),
    "list": mark("What the lists themselves changed"),
}
NOTHING = {
    "listing": mark("the entries’ listings"),
    "measure": mark("measures that list nobody"),
    "act": mark("acts and licences"),
    "renewal": mark("expiries"),
    "position": mark("positions"),
}
"""How a kind is called where nothing of it changed; of the lists each has a sentence of its own."""
SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change: its day, whom or what it is about, and how it stood before and after; an act takes the whole row."""

    day: str
    name: str
    anchor: str
    about: str
    old: Side
    new: Side
    notes: tuple[str, ...]
    doubt: str
    sources: tuple[str, ...]
    wide: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one kind under their heading."""

    title: str
    rows: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """The section; `nothing` names the kinds of which nothing changed, `lists` are sentences on the lists.

    `repeated` says how many positions only repeat what the same holder held before; they are left out.
    """

    lead: Markup
    since: str
    until: str
    groups: tuple[Group, ...]
    nothing: str
    repeated: str
    perhaps: bool
    lists: tuple[str, ...]
    parts: tuple[Part, ...]


def changes(page: Page) -> ChangesView:
    """Gives the section on what changed."""
    context = page.context
    text = prose(page, page.placed.section.text)
    since, until = context.pack.compared_with, context.dossier.as_of
    found = changed(context.dossier, since) if since else ChangeList(since=until, until=until)
    held = [row for row in found.rows if row.kind != "list" or row.cause == SOURCE]
    shown = [row for row in held if not _repeats(row)]
    groups = tuple(_groups(context, shown))
    return ChangesView(
        lead=text.lead,
        since=words.day(since, context.language, words.LONG) if since else "",
        until=words.day(until, context.language, words.LONG),
        groups=groups,
        nothing="; ".join(_(word) for kind, word in NOTHING.items() if kind not in _seen(context, shown)),
        repeated=_repeated(len(held) - len(shown)),
        perhaps=any(row.perhaps for row in shown),
        lists=tuple(_of_lists(context, found)),
        parts=text.parts,
    )


def _seen(context: Context, rows: list[Moved]) -> set[str]:
    """Gives the kinds that rows tell of: an act tells of a measure or a listing too where both are read in one act."""
    told = {source for row in rows if row.kind == "act" for source in row.sources}
    held = {
        "measure": (source for one in context.dossier.measures for source in one.sources),
        "listing": (source for one in context.dossier.entities for item in one.designations for source in item.sources),
    }
    return {row.kind for row in rows} | {kind for kind, sources in held.items() if told.intersection(sources)}


def _repeats(row: Moved) -> bool:
    """Says whether a position only says again what its holder held before."""
    return bool(row.position and row.former and row.position.stance == row.former.stance)


def _repeated(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{count} further position repeats what its holder held before; the workbook has it.",
        "{count} further positions repeat what their holders held before; the workbook has them.",
        count,
    )


def _groups(context: Context, rows: list[Moved]) -> Iterator[Group]:
    for kind in KINDS:
        lines = tuple(_line(context, row) for row in rows if row.kind == kind)
        if lines:
            yield Group(_(TITLES[kind]), lines)


def _line(context: Context, row: Moved) -> Line:
    old, new = sides(context, row)
    return Line(
        day=(day(row.when, context.language) if row.when else "") + ("*" if row.perhaps else ""),
        name=named(context, row),
        anchor=context.anchor(row.id),
        about=about(context, row),
        old=old,
        new=new,
        notes=tuple(note(row)),
        doubt=words.doubt(row.confidence),
        sources=row.sources,
        wide=row.kind == "act",
    )


def _of_lists(context: Context, found: ChangeList) -> Iterator[str]:
    """Yields what is to be said of the lists: which could not be compared, which say the same, what is no change."""
    unheld = [each for each in found.lists if not each.former]
    if unheld:
        yield ngettext(
            "No copy from {day} or before is held of “{titles}”, so what changed in it cannot be shown.",
            "No copies from {day} or before are held of “{titles}”, so what changed in them cannot be shown.",
            len(unheld),
            titles=_("” and “").join(printable(each.title) for each in unheld),
            day=words.day(found.since, context.language, words.LONG),
        )
    for each in found.lists:
        if each.former:
            yield from _compared(context, each, [row for row in found.rows if row.list == each.list])


def _compared(context: Context, each: MovedList, rows: list[Moved]) -> Iterator[str]:
    title, (before, after) = printable(each.title), (_state(context, when) for when in (each.before, each.after))
    if any(row.cause == SOURCE for row in rows):
        yield _(
            "What {title} itself changed stands under the day of its later state, {after}.", title=title, after=after
        )
    if each.late:
        late = mark("The oldest state held of {title} is of {before}; what it changed before that is not shown.")
        yield _(late, title=title, before=before)
    if each.former == each.latter:
        yield _("Of {title} the state of {after} answers for both days.", title=title, after=after)
    elif not rows:
        same = mark("The states of {title} of {before} and of {after} say the same of these entries.")
        yield _(same, title=title, before=before, after=after)
    for why, text in CAUSES.items():
        number = sum(row.cause == why for row in rows)
        if number:
            yield ngettext(
                "The workbook has {count} further difference between the states of {title} of {before} "
                "and of {after}, due to {cause} alone.",
                "The workbook has {count} further differences between the states of {title} of {before} "
                "and of {after}, due to {cause} alone.",
                number,
                title=title,
                before=before,
                after=after,
                cause=_(text),
            )


def _state(context: Context, when: date | None) -> str:
    """Gives the day of a list's state as the sentences on it name it."""
    return words.day(when, context.language) if when else _("no stated date")


def change_rows(context: Context) -> Iterator[tuple[Cell, ...]]:
    """Yields the workbook's rows: every change, also what a newer reading or another format shows differently."""
    since = context.pack.compared_with
    for row in changed(context.dossier, since).rows if since else ():
        old, new = sides(context, row, whole=True)
        when = row.when
        yield (
            _(TITLES[row.kind]),
            (when.first if when.first == when.last else when.text or day(when, context.language)) if when else None,
            happened(row),
            row.id,
            named(context, row),
            about(context, row).replace(words.NBSP, " "),
            row.due[0] or _plain(old),
            row.due[1] or _plain(new),
            _(MADE_BY[row.cause]) if row.cause else "",
            " ".join(note(row, whole=True)).replace(words.NBSP, " "),
            row.confidence.value,
            keys(context, row.sources),
        )


def _plain(found: Side) -> str:
    """Gives a side without its sign, blank where the page prints a dash."""
    return "" if found == UNSTATED else " ".join((found.text.replace(words.NBSP, " "), *found.tags))


CHANGES: dict[str, Callable[[Context], Iterator[tuple[Cell, ...]]]] = {"Changes": change_rows}
