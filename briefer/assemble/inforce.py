"""What is in force for each pick: one table, grouped by kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from briefer.analysis.bearing import left_by
from briefer.analysis.freezing import limited, unplaced
from briefer.assemble import ends, identity, wording, words
from briefer.assemble.abroad import keys_and_marks
from briefer.assemble.beginnings import to_come
from briefer.assemble.context import Context, from_where, unique
from briefer.assemble.designations import WORDS, Basis, abroad, basis, dated, merged, since
from briefer.assemble.facts import native
from briefer.assemble.owners import HOME, Through, frozen, through
from briefer.assemble.page import Page
from briefer.assemble.prose import Part, prose
from briefer.assemble.scripts import Foreign, printable
from briefer.language import _
from briefer.model.facts import Designation, Entity, Measure


@dataclass(frozen=True, slots=True)
class Listing:
    """A part of a list that an entry stands on: since when, how sure that is, and its measures."""

    name: str
    since: str = ""
    doubt: str = ""
    text: str = ""
    published: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One entry: its tags at home, what they rest on, its listings, and which other regimes hold it.

    `through` is how it stands through its owners, `to_come` what begins only after the day.
    """

    id: str
    name: str
    anchor: str
    native: Foreign | None
    tags: tuple[str, ...]
    without: str
    basis: tuple[Basis, ...]
    listings: tuple[Listing, ...]
    abroad: tuple[str, ...]
    sources: tuple[str, ...]
    through: Through | None = None
    to_come: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """Entries of one kind under their heading."""

    title: str
    rows: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """A measure that names nobody: what it says, what ending it takes, what it rests on, what came `after` its end."""

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
    lapse: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class InForce:
    """The section: standfirst, groups of entries, prose; `later` names the lists published after the day shown."""

    lead: Markup
    day: str
    home: str
    undated: bool
    published: bool
    groups: tuple[Kind, ...]
    measures: tuple[Bare, ...]
    parts: tuple[Part, ...]
    elsewhere: str = ""
    later: tuple[str, ...] = ()


def in_force(page: Page) -> InForce:
    """Gives the section on what is in force."""
    context = page.context
    text = prose(page, page.placed.section.text)
    groups = tuple(_groups(context))
    lines = [line for group in groups for row in group.rows for line in row.listings]
    return InForce(
        lead=text.lead,
        day=words.day(context.dossier.as_of, context.language, words.LONG),
        home=context.home,
        undated=not all(line.since for line in lines),
        published=any(line.published for line in lines),
        groups=groups,
        measures=tuple(_measure(context, measure) for measure in context.dossier.measures),
        parts=text.parts,
        elsewhere=" ".join(filter(None, (keys_and_marks(context), frozen(context)))),
        later=tuple(_later(context)),
    )


def _later(context: Context) -> Iterator[str]:
    """Names, with their dates, the lists that state an entry and were published only after the day of the paper."""
    origins = {item.origin for entity in context.dossier.entities for item in entity.designations}
    for item in context.dossier.lists:
        if item.id in origins and item.published and item.published > context.dossier.as_of:
            day = words.day(item.published, context.language)
            yield _("{title} of {day}", title=printable(item.title or item.list), day=day)


def _groups(context: Context) -> Iterator[Kind]:
    known = {schema for _title, schemas in words.GROUPS for schema in schemas}
    others = tuple(dict.fromkeys(entity.schema for entity in context.dossier.entities if entity.schema not in known))
    for title, schemas in (*words.GROUPS, (words.OTHERS, others)):
        rows = tuple(_entity(context, entity) for entity in context.dossier.entities if entity.schema in schemas)
        if rows:
            yield Kind(_(title), rows)


def _entity(context: Context, entity: Entity) -> Standing:
    held = context.in_force(entity)
    home = tuple(sorted(merged(item for item in held if item.regime == context.home), key=_strictest))
    found = context.relief[entity.id]
    return Standing(
        id=", ".join(identity.records(context, entity)),
        name=printable(entity.caption),
        anchor=context.anchor(entity.id),
        native=native(entity),
        tags=unique(item.programme for item in home),
        without=_("No tag stated") if home else _without(context, entity),
        basis=basis(context, home),
        listings=tuple(_listings(context, home)),
        abroad=abroad(context, entity),
        sources=from_where(*home) or from_where(*held),
        through=through(context, found) if context.home == HOME else None,
        to_come=tuple(to_come(context, found)),
    )


def _strictest(item: Designation) -> tuple[bool, date]:
    when = dated(item)
    return limited(item), when.earliest if when and when.earliest else date.max


def _without(context: Context, entity: Entity) -> str:
    """Says that nothing was found only where somebody has searched."""
    if any(item.regime == context.home for item in entity.absences):
        return _("None found")
    held = any(item.regime == context.home for item in context.dossier.lists)
    return _("None under this id") if held else _("Not searched")


def _measure(context: Context, measure: Measure) -> Bare:
    until, after = ends.followed(context, measure.until, next(left_by(measure, context.known), None))
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
        lapse=ends.mark(context, measure.regime, until),
        after=after,
    )


def _listings(context: Context, home: tuple[Designation, ...]) -> Iterator[Listing]:
    """Yields the parts of the list, what freezes assets first, a line for each date with its doubt.

    Where tags of one part have dates of their own each line names its tags.
    """
    for name in dict.fromkeys(item.list_type for item in home):
        on = [item for item in home if item.list_type == name]
        dates = list(dict.fromkeys(since(context, item) for item in on))
        for said in dates:
            same = [item for item in on if since(context, item) == said]
            yield Listing(
                name or _partless(may_block=bool({*on}.intersection(unplaced(home)))),
                said,
                words.doubt(*(item.confidence for item in same)),
                _worded(on) if said == dates[-1] else "",
                published=bool(said) and same[0].start is None,
                tags=unique(item.programme for item in same) if len(dates) > 1 else (),
            )


def _partless(*, may_block: bool) -> str:
    """Says that somebody is listed where no part of the list is stated."""
    return _("Listed, part not stated: may block") if may_block else _("Listed")


def _worded(items: list[Designation]) -> str:
    said = wording.measures((text for item in items for text in item.measures), "")
    return printable(words.excerpt(said, WORDS))
