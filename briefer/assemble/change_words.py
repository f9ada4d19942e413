"""What a row of the change list says: whom it is about, how it stood before and after, what is to be known of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefer.analysis.positions import change
from briefer.assemble import words
from briefer.assemble.context import Context
from briefer.assemble.facts import label
from briefer.assemble.scripts import printable
from briefer.language import _, mark
from briefer.model.moved import Moved
from briefer.model.policy import Position
from briefer.rulebook import NO_RENEWAL

CAUSES = {
    "reading": mark("a newer reading of the same file"),
    "format": mark("the format of the two files"),
}
"""Why two states of a list differ although the publisher need not have changed anything."""
LONGEST = 90
"""Letters of a side of a list's change that print; the workbook has the whole."""
UNHELD = mark("first recorded")
BASES = {"inferred": mark("Inferred by us."), "reported": mark("As reported.")}
HAPPENED = {
    "listed": mark("listed"),
    "published": mark("published"),
    "delisted": mark("delisted"),
    "ran out": mark("ran out"),
    "amended": mark("amended"),
    "in force": mark("in force"),
    "expired": mark("expired"),
    "act": mark("act"),
    "renewed": mark("renewed"),
    "passed": mark("passed"),
    "recorded": mark("recorded"),
    "superseded": mark("superseded"),
    "added": mark("added"),
    "removed": mark("removed"),
    "changed": mark("changed"),
}
"""What happened, as the workbook says it; see `Moved.what`."""

MADE_BY = {"source": mark("source"), "reading": mark("reading"), "format": mark("format")}
"""What made a difference between two states of a list, as the workbook says it; of all else nothing is said."""


@dataclass(frozen=True, slots=True)
class Side:
    """How something stood: in words, with the sign of a stance, the tags of a listing; `none` where it is a blank."""

    text: str
    sign: str = ""
    tags: tuple[str, ...] = ()
    none: bool = False


UNSTATED = Side("–", none=True)


def named(context: Context, row: Moved) -> str:
    """Gives whom or what a row is about."""
    if row.position:
        return printable(row.position.holder)
    return context.name(row.id) if row.kind in ("listing", "list") else printable(row.title)


def about(context: Context, row: Moved) -> str:
    """Gives what stands under the name: the issue, the part of the list, the regime or the field."""
    if row.position:
        return printable(context.issue(row.position))
    if row.kind == "listing":
        return printable(row.title)
    if row.kind == "list":
        return _field(row)
    return words.regime(row.regime) if row.kind == "measure" else ""


def _field(row: Moved) -> str:
    if row.what != "changed":
        return _("{regime} tag", regime=row.regime) if row.tags else _("entry")
    return ", ".join((row.title, row.regime, *row.tags)) if row.tags else label(row.title)


def sides(context: Context, row: Moved, *, whole: bool = False) -> tuple[Side, Side]:
    """Gives how something stood before and after; of a list's long text what differs, unless it is asked for whole."""
    if row.kind == "position":
        return _stance(row.former), _stance(row.position)
    if row.kind == "renewal":
        return _due(context, row, 0), _due(context, row, 1)
    if row.what == "changed":
        return _text(row.old, row.new, whole=whole), _text(row.new, row.old, whole=whole)
    return SIDES[row.what](row)


def _stance(position: Position | None) -> Side:
    if position is None:
        return Side(_(UNHELD), none=True)
    stance = words.stance(position.stance)
    return Side(stance.word, sign=stance.sign)


def _due(context: Context, row: Moved, place: int) -> Side:
    when = row.due[place]
    return Side(words.day(when, context.language)) if when else Side(_(NO_RENEWAL), none=True)


def _text(said: str, other: str, *, whole: bool) -> Side:
    if not said:
        return UNSTATED
    if whole:
        return Side(said)
    others = set(other.split("; "))
    text = printable("; ".join(part for part in said.split("; ") if part not in others) or said)
    return Side(text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …")


def _listed(row: Moved) -> Side:
    return Side(_("listed"), tags=row.tags)


def _on(row: Moved) -> Side:
    return Side(_("on the list"), tags=row.tags)


SIDES: dict[str, Callable[[Moved], tuple[Side, Side]]] = {
    "listed": lambda row: (Side(_("not listed"), none=True), _listed(row)),
    "published": lambda row: (UNSTATED, Side(_("row published"), tags=row.tags)),
    "delisted": lambda row: (_listed(row), Side(_("delisted"), none=True)),
    "ran out": lambda row: (_listed(row), Side(_("ran out"), none=True)),
    "amended": lambda row: (UNSTATED, Side(_("amended"), tags=row.tags)),
    "in force": lambda _row: (Side(_("not in force"), none=True), Side(_("in force"))),
    "expired": lambda _row: (Side(_("in force")), Side(_("expired"), none=True)),
    "act": lambda _row: (UNSTATED, UNSTATED),
    "added": lambda row: (Side(_("not on the list"), none=True), _on(row)),
    "removed": lambda row: (_on(row), Side(_("no longer on the list"), none=True)),
}
"""How something stood before and after, by what happened."""


def note(row: Moved, *, whole: bool = False) -> Iterator[str]:
    """Yields what is to be known of a row: how a position is known, whether it stands, what the rulebook cites.

    Where the library has sources of its own, the rulebook's are left to the `whole`.
    """
    if row.position and row.position.basis in BASES:
        yield _(BASES[row.position.basis])
    if row.what == "superseded":
        yield _("Another position has taken its place since.")
    if row.note:
        yield printable(row.note)
    if row.citations and (whole or not row.sources):
        yield _("Rulebook: {citations}.", citations="; ".join(row.citations))


def moved_by(row: Moved) -> str:
    """Says how far a holder moved, empty where nothing was held before or the row is no position."""
    return change(row.former, row.position) if row.former and row.position else ""


def happened(row: Moved) -> str:
    """Says how far a holder moved, else what happened."""
    return moved_by(row) or _(HAPPENED[row.what])
