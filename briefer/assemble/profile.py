"""The entity sheets: for each pick what it is, what is in force, whom it is tied to and who has spoken of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_lowercase

from markupsafe import Markup

from briefer.analysis.aged import states
from briefer.analysis.force import may_run
from briefer.analysis.resting import before_its_act
from briefer.assemble import identity, wording, words
from briefer.assemble.context import Context, from_where, slug, unique
from briefer.assemble.designations import READ_LATER, Row, rows
from briefer.assemble.facts import KeyFact, key_facts, native
from briefer.assemble.letters import width, wrapped
from briefer.assemble.listed import Status, listed, standing
from briefer.assemble.owners import HOME, short, through
from briefer.assemble.page import Page
from briefer.assemble.relief import Klass, Way, klass, ways
from briefer.assemble.scripts import Foreign, printable
from briefer.assemble.stances import elsewhere, said_of
from briefer.assemble.words import Mark
from briefer.language import _
from briefer.model.facts import Absence, Designation, Entity, Link
from briefer.model.pack import PackSection
from briefer.model.policy import Position
from briefer.text import blocks

TIES = 12
ACTS = 2
HEAD, HEAD_SIZE = 63.5, 2.646
"""Millimetres: the line that a running head has on the narrower paper, and its letters."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A finding said in one sentence, with its sources."""

    text: str
    sources: tuple[str, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A link as one entity sees it: the other end, how, since when, and whether that end is listed itself."""

    name: str
    anchor: str
    relation: str
    as_of: str
    status: Status
    sources: tuple[str, ...]
    doubt: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A position that names the entity."""

    holder: str
    mark: Mark
    said: str
    sources: tuple[str, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the sentence that stances on it refer to, and the positions on it that name the entity."""

    issue: str
    proposition: str
    rows: tuple[Held, ...]

    @property
    def weight(self) -> int:
        """How many lines of a table it takes, its head among them."""
        return len(self.rows) + 1


@dataclass(frozen=True, slots=True)
class Lifting:
    """The ways in which what an entity is under ends; `more` says where those beyond the first two acts stand."""

    ways: tuple[Way, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that one entity's sheet prints."""

    id: str
    anchor: str
    name: str
    native: Foreign | None
    romanised: bool
    run: str
    portion: Markup
    what: str
    klass: Klass | None
    status: str
    lead: Markup
    facts: tuple[KeyFact, ...]
    in_force: tuple[Row, ...]
    notes: tuple[tuple[str, str], ...]
    ended: tuple[Sentence, ...]
    absent: tuple[Sentence, ...]
    lifting: Lifting
    every_tie: tuple[Tie, ...]
    positions: tuple[Asked, ...]
    elsewhere: tuple[str, ...]
    identity: tuple[str, ...]

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The links that the sheet has room for."""
        return self.every_tie[:TIES]

    @property
    def more_ties(self) -> int:
        """How many links are left to the workbook."""
        return len(self.every_tie) - len(self.ties)


def sheet(page: Page, entity: Entity, note: PackSection | None) -> Sheet:
    """Gives one entity's sheet; `note` is the drafter's lead text for it."""
    context = page.context
    name, own = printable(entity.caption), native(entity)
    in_force = context.in_force(entity)
    shown, notes = _lettered(rows(context, in_force))
    positions = tuple(item for item in context.dossier.positions if entity.id in item.entities)
    return Sheet(
        id=entity.id,
        anchor=slug("e", entity.id),
        name=name,
        native=own if own and own.text.casefold() != name.casefold() else None,
        romanised=name != entity.caption,
        run=_run(page, name),
        portion=page.marked(note) or _mark(context, entity),
        what=_what(entity),
        klass=klass(context.relief[entity.id]),
        status="; ".join(filter(None, (listed(in_force) or _("Not listed"), short(context, entity.id)))),
        lead=page.prose(blocks(note.text), 5) if note else Markup(""),
        facts=key_facts(context, entity),
        in_force=shown,
        notes=notes,
        ended=tuple(_ended(context, entity, in_force)),
        absent=(*_owned(context, entity), *(_absent(context, item) for item in entity.absences)),
        lifting=_lifting(context, entity),
        every_tie=tuple(_ties(context, entity)),
        positions=tuple(_asked(context, positions)),
        elsewhere=tuple(elsewhere(context, entity, positions)),
        identity=identity.lines(context, entity),
    )


def _lifting(context: Context, entity: Entity) -> Lifting:
    """Gives the ways out; where a section tells them whole, the sheet names the first acts of each and that section."""
    found = ways(context.relief[entity.id])
    told = next((placed.number for placed in context.placed if placed.section.kind == "relief"), "")
    if not told or all(len(way.acts) <= ACTS for way in found):
        return Lifting(found)
    further = _("further ones in section {section}", section=told)
    return Lifting(tuple(replace(way, acts=way.acts[:ACTS]) for way in found), further)


def _lettered(listed: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[tuple[str, str], ...]]:
    """Moves the rows' notes beneath their table, each once under a letter; that all lists are later ones once."""
    later = _(READ_LATER)
    if len(listed) > 1 and all(row.note.endswith(later) for row in listed):
        shown, notes = _lettered(tuple(replace(row, note=row.note.removesuffix(later).rstrip()) for row in listed))
        return shown, ((_("All rows"), later), *notes)
    letters = dict(zip(unique(row.note for row in listed), ascii_lowercase, strict=False))
    marked = tuple(replace(row, note=letters.get(row.note, "")) for row in listed)
    return marked, tuple((letter, printable(note)) for note, letter in letters.items())


def _mark(context: Context, entity: Entity) -> Markup:
    mark = identity.mark(context, entity)
    return Markup('<span class="portion">({})</span> ').format(mark) if mark else Markup("")


def _run(page: Page, name: str) -> str:
    """Gives the running head: section and name, cut between words to what its line holds.

    A section's title that would leave no room for a name gives way to its number.
    """
    said = page.run if width(page.run, HEAD_SIZE) < HEAD / 2 else page.number
    return wrapped(f"{said}: {name}" if said else name, HEAD, HEAD_SIZE, 1)[0]


def _what(entity: Entity) -> str:
    said = [value.value for value in entity.values if value.prop in ("summary", "sector", "position")]
    tail = next((text for text in said if len(text) <= 90), "")
    return words.schema(entity.schema) + (f". {printable(tail).rstrip('.')}." if tail else ".")


def _ended(context: Context, entity: Entity, in_force: tuple[Designation, ...]) -> Iterator[Sentence]:
    """Yields what is no longer or not yet in force; an end that another list states anew is none."""
    for item in entity.designations:
        if item in in_force or _restated(context, item, in_force):
            continue
        (row,) = rows(context, (item,))
        begins = before_its_act(item, context.known)
        tags = f" ({', '.join(row.tags)})" if row.tags else ""
        yield Sentence(_over(context, item, row, begins, row.regime + tags), row.sources, row.doubt)


def _over(context: Context, item: Designation, row: Row, begins: date | None, regime: str) -> str:
    """Says of a listing, `regime` with its tags, that it has ended or has not begun; `begins` is the day of its act."""
    if begins:
        day = words.day(begins, context.language)
        return _("Not yet in force: {regime}, whose act is of {day}.", regime=regime, day=day)
    if item.ended or row.ends:
        since = _("since {day}", day=row.since) if row.since else ""
        ended = _("ended {day}", day=row.ends) if row.ends else _("end not dated")
        dates = ", ".join(filter(None, (since, ended)))
        return _("No longer in force: {regime}, {dates}.", regime=regime, dates=dates)
    if item.start:
        return _("Not yet in force: {regime}, from {day}.", regime=regime, day=row.since)
    return _("Not yet in force: {regime}, whose row was {day}.", regime=regime, day=row.since)


def _restated(context: Context, item: Designation, in_force: tuple[Designation, ...]) -> bool:
    return may_run(item, context.dossier.as_of) and any(states(each, item) for each in in_force)


def _owned(context: Context, entity: Entity) -> Iterator[Sentence]:
    """Yields how somebody whom no listing blocks stands through the owners."""
    if found := through(context, context.relief[entity.id]):
        yield Sentence(f"{words.regime(HOME)}: {found.says} {found.why}", found.sources, found.doubt)


def _absent(context: Context, item: Absence) -> Sentence:
    checked = context.day(item.checked)
    note = f" {item.note.rstrip('.')}." if item.note else ""
    lists = words.the_regime(item.regime)
    if checked:
        text = _("No entry was found on the lists of {regime}, searched {day}.", regime=lists, day=checked)
    else:
        text = _("No entry was found on the lists of {regime}.", regime=lists)
    return Sentence(text + note, from_where(item), words.doubt(item.confidence))


def _ties(context: Context, entity: Entity) -> Iterator[Tie]:
    """Yields the links: those that last first, holdings before posts, those to one party beside each other."""
    found = sorted(dict.fromkeys(entity.links), key=lambda link: (link.ended, link.kind != "Ownership"))
    order = {party: at for at, party in enumerate(dict.fromkeys(_party(link, entity) for link in found))}
    for link in sorted(found, key=lambda link: order[_party(link, entity)]):
        other = _other(link, entity)
        yield Tie(
            name=context.name(other) if other else printable(link.text) or _("not named"),
            anchor=context.anchor(other),
            relation=wording.relation(link, entity),
            as_of=context.day(link.as_of or link.start),
            status=standing(context, other),
            sources=from_where(link),
            doubt=words.doubt(link.confidence),
            note=link.note,
        )


def _other(link: Link, entity: Entity) -> str:
    return link.object if link.subject == entity.id else link.subject


def _party(link: Link, entity: Entity) -> tuple[bool, str]:
    return link.ended, _other(link, entity) or link.text


def _asked(context: Context, named: tuple[Position, ...]) -> Iterator[Asked]:
    for issue in unique(item.issue for item in named):
        on = [item for item in named if item.issue == issue]
        rows = tuple(_held(context, item) for item in on)
        yield Asked(printable(context.issue(on[0])).rstrip("."), said_of(context, on[0]), rows)


def _held(context: Context, item: Position) -> Held:
    return Held(
        holder=printable(item.holder),
        mark=words.stance(item.stance),
        said=context.day(item.said_on or item.reported_on),
        sources=unique((item.source,)),
        doubt=words.doubt(item.confidence),
    )
