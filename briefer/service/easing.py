"""What could be eased, asked of the library directly: entities and measures by id, on a day."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefer import rulebook
from briefer.analysis.aged import all_aged
from briefer.analysis.bearing import bearing_on
from briefer.analysis.dated import as_listed
from briefer.analysis.emergencies import due
from briefer.analysis.force import in_force, may_run
from briefer.analysis.governments import notes as of_governments
from briefer.analysis.index import index
from briefer.analysis.limbs import parted
from briefer.analysis.ownership import Case, case
from briefer.analysis.ownership_rules import HOLDING
from briefer.analysis.ownership_rules import rule as rule_of
from briefer.analysis.ownership_standing import with_cautions, with_frozen, with_owners
from briefer.analysis.reasons import near_tags
from briefer.analysis.relief import relief, relief_of_measures, to_come
from briefer.language import _
from briefer.library import Library
from briefer.model.errors import BadCall
from briefer.model.facts import Designation, Entity, Measure
from briefer.model.law import Rulebook
from briefer.model.relief import Relief
from briefer.pack.identity import Records
from briefer.service.days import begun, following_states, held_later, later_states, only_later, rests_on
from briefer.service.ripple import same
from briefer.service.undecided import undecided

Cases = dict[str, Case]
HOME = "US"
ABROAD = ("eu", "uk")
"""The ownership rules of other regimes."""

ALLIES = ("EU", "UK")
"""The regimes whose lists are looked for beside the home regime's; those of others are often not published as one."""


def eased(
    library: Library, ids: tuple[str, ...], as_of: date, overlay: Path | None, kept: Cases | None = None
) -> tuple[Relief, ...]:
    """Gives the answers in the order asked; of records that are decided to be one the first asked for answers.

    `kept` are the cases of the day that were read before, by rule; those that are read now join them.
    """
    book = rulebook.load(overlay)
    measures = library.measures(ids)
    named = {measure.id for measure in measures}
    only = only_later(library, (id for id in ids if id not in named), as_of)
    records = Records(library, as_of, only.values())
    entities = tuple(as_listed(each, as_of) for each in records.read(id for id in ids if id not in named))
    for id in ids:
        if id not in named and id not in records.shown:
            raise BadCall(held_later(library, id, as_of) or _unknown(id, as_of, book))
    answers = zip(relief(entities, book, as_of, measures), entities, strict=True)
    twins, unheld = _twins(records, entities), tuple(_unheld(library, as_of))
    others = [each for each in library.measures() if each.id not in named and _bears(each, as_of)]
    following, indexed = following_states(library, as_of), index(book, as_of)

    def noted(one: Relief, entity: Entity) -> Relief:
        parts = records.parts(entity.id)
        later = later_states(library, entity, parts, as_of, following)
        rests = rests_on((only[id] for id in parts if id in only), as_of)
        of_lists = (*_governments(entity, as_of), *_old(entity, as_of), *rests, *later, *library.notes(as_of, parts))
        notes = (*twins[one.id], *map(_beside, bearing_on(entity, others)), *of_lists, *unheld)
        newest = (parted(each) for each in library.entities(parts))
        stated = (*entity.designations, *(item for each in newest for item in each.designations))
        return replace(one, former=_former(entity, as_of), notes=notes, to_come=to_come(stated, indexed))

    told = tuple(noted(one, entity) for one, entity in answers)
    if any(_held(entity, records.parts(entity.id)) for entity in entities):
        home, *abroad = _cases(library, as_of, entities, {} if kept is None else kept)
        told = with_frozen(with_cautions(with_owners(told, home), home), abroad)
    found = (*told, *relief_of_measures(measures, book, as_of))
    timed = (replace(one, due=due(one, book, indexed)) for one in found)
    return tuple(sorted(timed, key=lambda one: ids.index(one.id)))


def _governments(entity: Entity, as_of: date) -> tuple[str, ...]:
    """Says which governments stay blocked under the programmes that list an entity, or listed it."""
    return of_governments((item for item in entity.designations if may_run(item, as_of)), as_of)


def _held(entity: Entity, parts: tuple[str, ...]) -> bool:
    """Says whether anybody is on record as holding shares of an entity, of any of its records."""
    return any(link.kind == HOLDING and link.object in parts for link in entity.links)


def _cases(library: Library, as_of: date, entities: tuple[Entity, ...], kept: Cases) -> Iterator[Case]:
    """Yields who holds what and is listed under each rule on a day, the home rule first; kept where all are of it."""
    for rule in (HOME.lower(), *ABROAD):
        if rule in kept and all(each.id in kept[rule].captions for each in entities):
            yield kept[rule]
            continue
        people = begun(library, rule_of(rule, as_of).regime, as_of)
        known = {each.id for each in people}
        others = tuple(each for each in entities if each.id not in known)
        found = case((*people, *others), rule, as_of, same=same(library.decisions()))
        if not others:
            kept[rule] = found
        yield found


def _unknown(id: str, as_of: date, book: Rulebook) -> str:
    told = _("The library holds no entity or measure “{id}” on {as_of};", id=id, as_of=as_of)
    return f"{told} {_remedy(id, book)}"


def _remedy(id: str, book: Rulebook) -> str:
    """Says where to look; a tag, or what is spelt like one, is no entity."""
    tags = tuple(dict.fromkeys(row.tag for row in book.programmes if row.regime == HOME and row.tag))
    meant = (id,) if id in tags else near_tags(id, tags)
    if not meant:
        return _("look for it with `briefer search`.")
    is_tag = (
        _("it is a programme’s tag") if id in tags else _("did you mean the tag {meant}?", meant=_(" or ").join(meant))
    )
    who = _("`briefer search NAME --programme TAG` finds who is listed under one")
    return _(
        "{is_tag} – `briefer relief --programme {tag}` answers for it, {who}.", is_tag=is_tag, tag=meant[0], who=who
    )


def _twins(records: Records, entities: tuple[Entity, ...]) -> dict[str, list[str]]:
    """What is undecided on who is one, by entity."""
    captions = {entity.id: entity.caption for entity in entities}
    found: dict[str, list[str]] = defaultdict(list)
    for each in records.possible(entities):
        one = (captions[each.entity], each.record)
        found[each.entity].append(undecided(one, (each.caption, each.id), each.score))
    return found


def _bears(measure: Measure, day: date) -> bool:
    """Says whether a measure may bind on a day; one abroad past its stated end may have been renewed."""
    return in_force(measure, day) or (measure.regime != HOME and may_run(measure, day))


def _beside(measure: Measure) -> str:
    """Names what lists nobody, bears on an entity and was not asked for."""
    return _(
        "“{title}” ({regime}) lists nobody and bears on it; ask for {id} too.",
        title=measure.title,
        regime=measure.regime,
        id=measure.id,
    )


def _old(entity: Entity, as_of: date) -> Iterator[str]:
    """Names the old lists of what stays elsewhere; those of the home regime stand with its reasons."""
    yield from (each.sentence for each in all_aged((i for i in entity.designations if i.regime != HOME), as_of))


def _unheld(library: Library, as_of: date) -> Iterator[str]:
    """Names the regimes of which no list is held; a list without a regime may be of any."""
    held = {snapshot.regime for snapshot in library.snapshots(as_of)}
    missing = [] if "" in held else [regime for regime in ALLIES if regime not in held]
    if missing:
        yield _("No list of {missing} is held; what stays there is not known.", missing=", ".join(missing))


def _former(entity: Entity, day: date) -> tuple[str, ...]:
    """The programmes of the United States under which somebody was listed and no longer is."""
    over = (each for each in entity.designations if each.regime == HOME and _is_over(each, day))
    return tuple(dict.fromkeys(each.programme or each.authority for each in over))


def _is_over(each: Designation, day: date) -> bool:
    passed = bool(each.until and each.until.latest and each.until.latest < day)
    return passed or (each.ended and not in_force(each, day))
