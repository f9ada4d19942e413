"""What a question for a day needs beside the newest state: who was held then, and in words what is held later only."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from briefer import rulebook
from briefer.analysis.aged import all_aged, states
from briefer.analysis.dated import as_dated, as_listed
from briefer.analysis.force import begins_after, start_known, start_open, state
from briefer.analysis.index import index
from briefer.analysis.limbs import limbs
from briefer.analysis.moments import in_words
from briefer.analysis.resting import before_its_act
from briefer.language import _, day_in_words, ngettext
from briefer.library import Library
from briefer.library.merge import in_force
from briefer.model.answers import Hit
from briefer.model.facts import LATER, Designation, Entity

NAMED = 5
"""So many hits that were left out are named."""


def on_day(
    library: Library, hits: Iterable[Hit], as_of: date, listed: bool | None, programme: str = "", regime: str = ""
) -> tuple[Hit, ...]:
    """Gives hits as the lists stood on a day, without what no list held by then, or in another state than `listed`.

    Under a programme or by a regime only those of whom a list said so by the day, in force or not.
    """
    found = tuple(hits)
    states = stood(library, [hit.id for hit in found], as_of)
    fit = (hit for hit in found if hit.id in states and _under(states[hit.id], as_of, programme, regime))
    dated = (_as_it_was(hit, states[hit.id], as_of) for hit in fit)
    return tuple(hit for hit in dated if listed is None or hit.listed is listed)


def _under(state: Entity, as_of: date, programme: str, regime: str) -> bool:
    if not (programme or regime):
        return True
    asked = (programme.lower(), regime.lower())
    said = (
        (each.programme.lower(), each.regime.lower()) for each in state.designations if not begins_after(each, as_of)
    )
    return any(all(want in ("", has) for want, has in zip(asked, tag, strict=True)) for tag in said)


def stood(library: Library, ids: Iterable[str], as_of: date) -> dict[str, Entity]:
    """Gives entities as the lists stood on a day, with what the next state of each list dates as begun by then.

    What that state adds is marked as of a later list; who is in no state of the day is given as that state has them.
    What only a later list states, undated, is left out where its order or act was made after the day.
    """
    wanted = tuple(ids)
    found = {each.id: each for each in library.entities(wanted, as_of)}
    for following, lists in _following(library, as_of).items():
        found |= _added(found, library.entities(wanted, following), (following, lists), as_of, _adds)
    return {id: as_dated(each, as_of) for id, each in _without_early(found, as_of).items()}


def begun(library: Library, regime: str, as_of: date) -> tuple[Entity, ...]:
    """Gives whom a regime lists on a day, as `holders` does, with what the next state of each list says of that day.

    That is what it dates as begun by then, and, marked as of a later list, what stands in a row of by then that is not
    dated. What only a later list states, undated, is left out where its order or act was made after the day.
    """

    def fits(item: Designation, known: Iterable[Designation], day: date) -> bool:
        return item.regime == regime and _may_add(item, known, day)

    found = {each.id: each for each in library.holders(regime, as_of)}
    for following, lists in _following(library, as_of, regime).items():
        later = library.holders(regime, following)
        unlinked = (each if each.id in found else replace(each, links=()) for each in later)
        found |= _added(found, unlinked, (following, lists), as_of, fits)
    whole = _with_notes(library, _without_early(found, as_of), as_of)
    return tuple(as_listed(each, as_of) for _, each in sorted(whole.items()))


def _with_notes(library: Library, found: Mapping[str, Entity], as_of: date) -> dict[str, Entity]:
    """Gives entities with their values where these may date a directive, whose own day their lists print as a note."""
    items = ((id, item) for id, each in found.items() for item in each.designations)
    asked = tuple(dict.fromkeys(id for id, item in items if not start_known(item) and limbs(item)))
    noted = {each.id: replace(found[each.id], values=each.values) for each in library.entities(asked, as_of)}
    return {**found, **noted}


def _added(
    found: Mapping[str, Entity],
    later: Iterable[Entity],
    answering: tuple[date, Collection[str]],
    as_of: date,
    fits: Callable[[Designation, Iterable[Designation], date], bool],
) -> Iterator[tuple[str, Entity]]:
    """Yields by id those to whom the next state of some lists, of this day, adds what fits, marked as of it."""
    for each in later:
        held = found.get(each.id)
        known = [item for item in held.designations if in_force(item, as_of)] if held else []
        told = tuple(
            replace(item, note="; ".join(filter(None, (item.note, LATER))))
            for item in each.designations
            if _of_state(item, *answering) and fits(item, known, as_of)
        )
        if told:
            said = (*held.designations, *told) if held else told
            yield each.id, replace(held or each, designations=said, listed=True)


def _without_early(found: dict[str, Entity], as_of: date) -> dict[str, Entity]:
    """Leaves out what only a later list states, undated, under an order or act that was made after the day."""
    early = _early((item for each in found.values() for item in each.designations), as_of)
    return {id: _without(each, early, as_of) for id, each in found.items()} if early else found


def _early(items: Iterable[Designation], as_of: date) -> dict[Designation, date]:
    """Gives what a later list states, undated, under an order or act that was made after a day, with its day."""
    undated = [item for item in items if start_open(item)]
    if not undated:
        return {}
    known = index(rulebook.load(), as_of)
    return {item: begins for item in undated if (begins := before_its_act(item, known))}


def _without(entity: Entity, early: Collection[Designation], as_of: date) -> Entity:
    rest = tuple(item for item in entity.designations if item not in early)
    return replace(entity, designations=rest, listed=any(in_force(item, as_of) for item in rest))


def _following(library: Library, as_of: date, regime: str = "") -> dict[date, set[str]]:
    """The lists of which a state answers for a day and a later one is held, by the day of that one.

    With a `regime` without the lists that are of another one, since they state nothing under it.
    """
    others = {each.list for each in library.snapshots(as_of) if regime and each.regime not in ("", regime)}
    answering = {each.list for each in library.standings(as_of) if each.basis == "list"} - others
    found: dict[date, set[str]] = {}
    for list_, following in following_states(library, as_of).items():
        if list_ in answering:
            found.setdefault(following, set()).add(list_)
    return dict(sorted(found.items()))


def _of_state(item: Designation, day: date, lists: Collection[str]) -> bool:
    said_by = state(item.origin)
    return said_by is not None and said_by[0] == day and said_by[1] in lists


def answering(library: Library, as_of: date, ids: Iterable[str], regime: str | None = None) -> tuple[str, ...]:
    """Names the state of each list that answers for a day, and the next one; later ones have a note of their own.

    Of the lists that hold these `ids` and, with a `regime`, of all of that one, or where it is empty of every regime.
    """
    lists = set().union(*library.lists_of(ids).values())
    if regime is not None:
        of_regime = (each for each in library.snapshots(as_of) if each.regime)
        lists |= {each.list for each in of_regime if regime.upper() in ("", each.regime)}
    following = following_states(library, as_of)
    said = [
        f"{each.list} {_('of {day}', day=each.published) if each.published else _('of no stated date')}"
        + (_(" (the next held is of {day})", day=following[each.list]) if each.list in following else "")
        for each in library.standings(as_of)
        if each.basis == "list" and each.list in lists
    ]
    return (_("For {as_of} these states answer: {said}.", as_of=as_of, said=", ".join(said)),) if said else ()


def begun_by(library: Library, entity: Entity, as_of: date) -> tuple[str, ...]:
    """Says what only the next state of a list has: what it dates as begun by a day, and what stands in an older row."""
    held_then = library.entities((entity.id,), as_of)
    early = _early((item for each in held_then for item in each.designations), as_of)
    told = [
        _(
            "{programme} is left out, which a later state lists: its order or act is of {begins}.",
            programme=programme,
            begins=begins,
        )
        for programme, begins in dict.fromkeys((item.programme, begins) for item, begins in early.items())
    ]
    return (*told, *(said for _id, said in told_later(library, (entity,), as_of)))


def told_later(library: Library, entities: Iterable[Entity], as_of: date) -> Iterator[tuple[str, str]]:
    """Says of many, by id, what only the next state of a list has, beside what is known of them from other states.

    An entity may be of several records.
    """
    whole = {id: each for each in entities for id in (each.id, *(item.record for item in each.designations)) if id}
    for following, lists in _following(library, as_of).items():
        for later in library.entities(whole, following):
            entity = whole[later.id]
            held = (item for item in entity.designations if in_force(item, as_of))
            known = [item for item in held if LATER not in item.note or not _of_state(item, following, lists)]
            items = (item for item in later.designations if _of_state(item, following, lists))
            yield from ((entity.id, said) for said in _told(items, known, following, as_of))


def held_from(library: Library, missed: Iterable[str], as_of: date) -> tuple[str, ...]:
    """Says of these hits, best first, that no list holds them by a day, and from when on one does; nothing of none."""
    ids = tuple(missed)
    if not ids:
        return ()
    days = ((id, library.held_from(id, as_of)) for id in ids[:NAMED])
    named = ", ".join(_("{id} from {day} on", id=id, day=found[1]) for id, found in days if found)
    told = ngettext(
        "{count} hit of later states is left out, since none dates them to {as_of} or before ({named}).",
        "{count} hits of later states are left out, since none dates them to {as_of} or before ({named}).",
        len(ids),
        as_of=as_of,
        named=named + (" …" if len(ids) > NAMED else ""),
    )
    return (told,)


def known(entity: Entity, as_of: date) -> bool:
    """Says whether it is known how somebody stood on a day: not where only later, undated listings tell of it."""
    held = [item for item in entity.designations if in_force(item, as_of)]
    return not held or not all(map(start_open, held))


def _as_it_was(hit: Hit, state: Entity, as_of: date) -> Hit:
    held = [item for item in state.designations if item.programme and in_force(item, as_of)]
    tags = dict.fromkeys(item.programme for item in held if LATER in item.note)
    alone = len(tags) == len({item.programme for item in held})
    later = LATER if alone else f"{LATER} for {', '.join(tags)}"
    return replace(
        hit,
        caption=state.caption,
        schema=state.schema,
        listed=state.listed,
        programmes=tuple(dict.fromkeys(item.programme for item in held)),
        why=f"{hit.why}, {later}" if tags else hit.why,
        listed_known=known(state, as_of),
    )


def left_out(ids: Iterable[str], said: Callable[[int, str], str]) -> tuple[str, ...]:
    """Says of these hits, best first, why they are left out, from how many and which they are; nothing of none."""
    named = tuple(ids)
    return (said(len(named), ", ".join(named[:NAMED]) + (" …" if len(named) > NAMED else "")),) if named else ()


def following_states(library: Library, as_of: date) -> dict[str, date]:
    """Gives, by list, the day of the first state after a day."""
    found: dict[str, date] = {}
    for row in library.lists(everything=True):
        if row.published and row.published > as_of:
            found[row.list] = min(row.published, found.get(row.list, row.published))
    return found


def later_states(
    library: Library, entity: Entity, parts: Iterable[str], as_of: date, states_of: Mapping[str, date]
) -> Iterator[str]:
    """Names the later state of each list that is old on a day, or that alone dates something as begun by then: what.

    `states_of` is what `following_states` gives for the day.
    """
    known = [item for item in entity.designations if in_force(item, as_of)]
    old = {each.list for each in all_aged(known, as_of)}
    shown = {day: library.entities(parts, day) for day in set(states_of.values())}
    for list_, following in sorted(states_of.items()):
        items = (item for each in shown[following] for item in each.designations)
        dated = (item for item in items if _of_state(item, following, {list_}))
        told = tuple(_told(dated, known, following, as_of))
        if list_ in old or told:
            yield _("A later state of {list}, of {following}, is held.", list=list_, following=following)
            yield from told


def _adds(item: Designation, known: Iterable[Designation], as_of: date) -> bool:
    """Says whether a designation has a stated start, was in force on the day and stands beside those known.

    The day of a row is none: a row may be older than what stands in it, so that it proves no earlier start.
    """
    return start_known(item) and in_force(item, as_of) and not any(states(each, item) for each in known)


def _may_add(item: Designation, known: Iterable[Designation], as_of: date) -> bool:
    """Says the same, or that a designation without a start stands in a row of by the day."""
    row = None if start_known(item) else item.published
    return _adds(replace(item, start=row) if row else item, known, as_of)


def _told(items: Iterable[Designation], known: Collection[Designation], following: date, as_of: date) -> Iterator[str]:
    """Says of the designations of a later state what it dates as begun by a day, and what stands in an older row."""
    for item in items:
        where = ", ".join(filter(None, (item.programme, item.list_type)))
        row = item.published
        if item.start and _adds(item, known, as_of):
            yield _(
                "The state of {following} lists {where} since {text}: in force on {as_of} too.",
                following=day_in_words(following),
                where=where,
                text=in_words(item.start),
                as_of=day_in_words(as_of),
            )
        elif row and _may_add(item, known, as_of):
            yield (
                _(
                    "The state of {following} lists {where} in a row published {text}, which does not date "
                    "the listing: whether it was in force on {as_of} is not stated.",
                    following=day_in_words(following),
                    where=where,
                    text=in_words(row),
                    as_of=day_in_words(as_of),
                )
            )


def only_later(library: Library, ids: Iterable[str], as_of: date) -> dict[str, Entity]:
    """Gives those whom no state of a day holds, as the next state of a list dates them to it."""
    wanted = tuple(ids)
    held = {each.id for each in library.entities(wanted, as_of)}
    missing = [id for id in wanted if id not in held]
    return stood(library, missing, as_of) if missing else {}


def rests_on(entities: Iterable[Entity], as_of: date) -> Iterator[str]:
    """Says of those whom no state of a day holds, as `stood` gives them, which later state is asked instead."""
    for entity in entities:
        states_ = {state(item.origin) for item in entity.designations if LATER in item.note}
        told = " and ".join(f"{list_} of {day}" for day, list_ in sorted(filter(None, states_)))
        yield (
            _(
                "No state held for {as_of} has {id}: what is said of it rests on {told} and its own "
                "dates; what was amended, or ended, before that state is not known.",
                as_of=as_of,
                id=entity.id,
                told=told,
            )
        )


def held_later(library: Library, id: str, as_of: date) -> str:
    """Says from when on the library holds an entity that it does not hold on a day; empty where it never does."""
    found = library.held_from(id, as_of)
    if not found:
        return ""
    list_, day = found
    return _(
        "The library does not hold “{id}” on {as_of} but from {day} on ({list}); take that day or a later one.",
        id=id,
        as_of=as_of,
        day=day,
        list=list_,
    )
