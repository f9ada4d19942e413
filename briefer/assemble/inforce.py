"""What is in force for each pick: one table, grouped by kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from briefer.assemble import words
from briefer.assemble.context import Context, from_where, unique
from briefer.assemble.designations import Basis, abroad, basis
from briefer.assemble.facts import native
from briefer.assemble.page import Page
from briefer.assemble.prose import Part, prose
from briefer.assemble.scripts import Foreign, printable
from briefer.model.facts import Designation, Entity, Measure

FITS = 40


@dataclass(frozen=True, slots=True)
class Listing:
    """A part of a list that an entry stands on, and its measures where they are few enough for a cell."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One entry: its tags at home, what they rest on, since when, and which other regimes hold it."""

    id: str
    name: str
    anchor: str
    native: Foreign | None
    tags: tuple[str, ...]
    without: str
    basis: tuple[Basis, ...]
    measures: tuple[Listing, ...]
    since: str
    abroad: tuple[str, ...]
    sources: tuple[str, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """Entries of one kind under their heading."""

    title: str
    rows: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """A measure that names nobody: what it says, what ending it takes, and what it rests on."""

    id: str
    title: str
    regime: str
    text: str
    lifting: str
    authority: str
    since: str
    ends: str
    sources: tuple[str, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class InForce:
    """The section: standfirst, groups of entries, prose."""

    lead: Markup
    day: str
    home: str
    undated: bool
    groups: tuple[Kind, ...]
    measures: tuple[Bare, ...]
    parts: tuple[Part, ...]


def in_force(page: Page) -> InForce:
    """Gives the section on what is in force."""
    context = page.context
    text = prose(page, page.placed.section.text)
    groups = tuple(_groups(context))
    return InForce(
        lead=text.lead,
        day=words.day(context.dossier.as_of, context.language, words.LONG),
        home=context.home,
        undated=any(row.tags and not row.since for group in groups for row in group.rows),
        groups=groups,
        measures=tuple(_measure(context, measure) for measure in context.dossier.measures),
        parts=text.parts,
    )


def _groups(context: Context) -> Iterator[Kind]:
    known = {schema for _title, schemas in words.GROUPS for schema in schemas}
    others = tuple(dict.fromkeys(entity.schema for entity in context.dossier.entities if entity.schema not in known))
    for title, schemas in (*words.GROUPS, (words.OTHERS, others)):
        rows = tuple(_entity(context, entity) for entity in context.dossier.entities if entity.schema in schemas)
        if rows:
            yield Kind(title, rows)


def _entity(context: Context, entity: Entity) -> Standing:
    held = context.in_force(entity)
    home = tuple(item for item in held if item.regime == context.home)
    dated = [item.start for item in home if item.start and item.start.earliest]
    first = min(dated, key=lambda when: (when.earliest, when.text), default=next((item.start for item in home), None))
    return Standing(
        id=entity.id,
        name=printable(entity.caption),
        anchor=context.anchor(entity.id),
        native=native(entity),
        tags=unique(item.programme for item in home),
        without="No tag stated" if home else "None found",
        basis=basis(context, home),
        measures=_listings(home),
        since=context.day(first) if home else "–",
        abroad=abroad(context, entity),
        sources=from_where(*home) or from_where(*held),
        doubt=words.doubt(*(item.confidence for item in home)),
    )


def _measure(context: Context, measure: Measure) -> Bare:
    return Bare(
        id=measure.id,
        title=printable(measure.title),
        regime=words.regime(measure.regime),
        text=printable(measure.text),
        lifting=printable(measure.lifting),
        authority=measure.authority,
        since=context.day(measure.start),
        ends=context.day(measure.until),
        sources=measure.sources,
        doubt=words.doubt(measure.confidence),
    )


def _listings(home: tuple[Designation, ...]) -> tuple[Listing, ...]:
    """Gives the parts of the list; their measures only where they fit a cell, since the sheet prints them all."""
    found: dict[str, list[str]] = {}
    for item in home:
        found.setdefault(item.list_type or "Listed", []).extend(item.measures)
    texts = {name: ", ".join(unique(measures)) for name, measures in found.items()}
    return tuple(Listing(name, printable(text) if len(text) <= FITS else "") for name, text in texts.items())
