"""The reasons for a class: the rules that one designation or measure meets, with instruments, waits and doubts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from itertools import chain

from briefer import rulebook
from briefer.analysis.aged import aged, states
from briefer.analysis.enacted import marked, named_in
from briefer.analysis.force import dropped, in_force, start_known, start_open, state
from briefer.analysis.freezing import OPEN, undecided, unplaced
from briefer.analysis.index import Index, citations
from briefer.analysis.limbs import limbs
from briefer.language import _, day_in_words, mark
from briefer.model.facts import CARRIED, Confidence, Designation, Measure, PartialDate
from briefer.model.law import UNKNOWN, ClassRule, Placement, Programme
from briefer.model.relief import Act, Reason, Route
from briefer.rulebook import in_words

HOME = "US"
BLOCKED = "SDN"
"""The list whose entries are blocked, whatever directive stands beside."""

DIRECTIVE = "Directive"

UNPLACED = ("", "NS-MBS")
"""Lists on which a designation without a directive may stand under one."""

NO_START = mark("No list states since when; counted as in force.")
ROW_ONLY = mark("The list prints {day} as the day the row was published, which may not be that of the listing.")
SILENT = mark("The rulebook has no row for this tag on this day.")
NEAR = mark("Did you mean {tags}? A suggestion from the spelling alone; no class is taken from it.")
ALIKE = 0.85
"""How alike two tags must be spelt, from 0 to 1, for the known one to be suggested; one figure amiss or two swapped."""

NO_TAG = mark("The list prints no programme, and the rulebook has no row for the list itself.")
RECORDED = mark("As recorded with the measure; the rulebook has no row under its id or its authority on this day.")
NEAR_MEASURES = mark(
    "Rows are found by the measure’s id or by its authority word for word; on an act that it names the rulebook has "
    "rows for {list}."
)
BY_AUTHORITY = mark("The row is found by the authority, word for word; the rulebook does not know the measure’s id.")
AS_RECORDED = mark("The class is recorded with that act in force, so it need not be the class on this day.")
UNSURE = {
    Confidence.PARTLY: mark("Its tag or date is partly verified."),
    Confidence.TO_BE_VERIFIED: mark("Its tag or date is to be verified."),
}
LATER_UNDATED = mark(
    "Only a later list states it, and not since when; that it was in force on this day is to be verified."
)
NO_DAY = mark(
    "Only a list of no stated day states it, and not since when; that it was in force on this day is to be verified."
)
OFF = mark("It is {off}; that it was still in force on this day is to be verified.")
VAGUE = mark("Its start is stated without a day and may be later; whether it was in force on this day is not known.")
TOO_EARLY = mark("The date is before that of its own order or act, {day}; to be verified.")
DATE_UNSURE = mark("Its date is to be verified.")
CARRIED_ONE = mark("The {what} is from {state}; the newer state prints none.")
CARRIED_SEVERAL = mark("The {what} are from {state}; the newer state prints none.")
DATE_ALONE = re.compile(
    r"(?<!and )\b(?:date(?: \w+){0,2}?|(?:day|month) of listing(?: \w+){0,5}?) (?:is )?to be verified\b", re.IGNORECASE
)
"""How a designation's note says that the tag was read and only the date is doubtful; both have one confidence."""


def of_designations(id: str, items: Iterable[Designation], known: Index) -> tuple[Reason, ...]:
    """Gives the reasons from an entity's designations by the United States that are in force on the index's day."""
    held = [item for item in items if item.regime == HOME and in_force(item, known.day)]
    return _once(chain.from_iterable(_of_designation(id, item, held, known) for item in held))


def of_measure(measure: Measure, known: Index) -> tuple[Reason, ...]:
    """Gives the reasons for a measure of the United States; where the rulebook is silent, the class as recorded."""
    if measure.regime != HOME or not in_force(measure, known.day):
        return ()
    every = tuple(dict.fromkeys(chain.from_iterable(known.measures.values())))
    rules = rulebook.of_measure(every, measure)
    if not rules:
        near = rulebook.near_measures(every, measure)
        after = tuple(act.sentence for act in named_in(measure.authority, known.after))
        silent = Reason(
            programme="",
            authority=marked(measure.authority, known.after),
            klass=measure.klass,
            why=_(RECORDED),
            conditions=(measure.lifting,) if measure.lifting else (),
            since=measure.start,
            doubts=(*after, *([_(AS_RECORDED)] if after else []), *_near(near)),
            citations=(marked(measure.authority, known.after),),
            confidence=measure.confidence,
            listing=measure.confidence,
            sources=measure.sources,
        )
        return (silent,)
    by_id = measure.id in known.measures
    return tuple(_differing(of_rule(rule, None, known), measure, by_id=by_id) for rule in rules)


def _near(ids: tuple[str, ...]) -> Iterator[str]:
    if ids:
        yield _(NEAR_MEASURES, list=", ".join(ids))


def _differing(reason: Reason, measure: Measure, *, by_id: bool) -> Reason:
    """Says where the measure's own record gives another class than the rulebook, or its row goes by the authority."""
    said = (_("The measure’s record gives class {letter}.", letter=measure.klass),)
    differs = measure.klass not in (UNKNOWN, reason.klass)
    return replace(
        reason,
        authority=reason.authority or measure.authority,
        since=measure.start,
        sources=measure.sources,
        listing=measure.confidence,
        doubts=(*reason.doubts, *(() if by_id else (_(BY_AUTHORITY),)), *(said if differs else ())),
    )


def _of_designation(id: str, item: Designation, held: list[Designation], known: Index) -> Iterator[Reason]:
    old, open_ = _old(item, held, known), item in unplaced(held)
    item = _row_dated(item, held)
    programme = known.programmes.get((HOME, item.programme))
    placed = known.placements.get((item.record or id, item.programme)) if item.list_type in UNPLACED else None
    said = limbs(item) or (placed.limbs if placed else ())
    rules = _rules(item, said, known.rules.get(item.programme, ()))
    for rule in rules:
        made = of_rule(rule, programme, known)
        made = _stated(made, item, placed if rule.limb and not limbs(item) else None, rule, old)
        yield _dated(_left_open(made) if open_ and not rule.limb else made, item, known)
    if not rules:
        yield _dated(_stated(_silence(item, programme, known), item, None, None, old), item, known)


def _old(item: Designation, held: list[Designation], known: Index) -> str:
    """Says that the list of a designation is old on the day; empty where it is not."""
    found = aged(item, held, known.day)
    return found.told(known.titles) if found else ""


def _rules(item: Designation, said: tuple[str, ...], rules: tuple[ClassRule, ...]) -> tuple[ClassRule, ...]:
    """Gives the rules a designation meets: those of its limbs, else those of the tag.

    A directive stands beside a block, which has a reason of its own; a section is what the block rests on.
    """
    narrow = tuple(rule for limb in said for rule in rules if rule.limb == limb and _on_list(rule, item))
    may_block = item.list_type == BLOCKED or undecided(item)
    beside = may_block and all(rule.limb.startswith(DIRECTIVE) for rule in narrow)
    if narrow and not beside:
        return narrow
    bare = [rule for rule in rules if not rule.limb]
    particular = [rule for rule in bare if item.list_type in rule.list_types]
    return (*(particular or [rule for rule in bare if not rule.list_types]), *narrow)


def _on_list(rule: ClassRule, item: Designation) -> bool:
    return not rule.list_types or item.list_type in rule.list_types


def of_rule(rule: ClassRule, programme: Programme | None, known: Index) -> Reason:
    """Gives the reason that a rule is, before a list says anything of it."""
    routes, also = (
        tuple(known.routes[id] for id in ids if id in known.routes) for ids in (rule.instruments, rule.also)
    )
    return Reason(
        programme=programme.tag if programme else "",
        authority=marked(rule.authority or (programme.authority if programme else ""), known.after),
        klass=rule.klass,
        why=rule.reason,
        limb=rule.limb,
        part=rule.part,
        actor=rule.actor,
        routes=routes,
        also=also,
        acts=_acts(routes, also),
        conditions=(*rule.unsettled, *rule.conditions),
        unsettled=rule.unsettled,
        waits=tuple(known.waits[id] for id in rule.clocks if id in known.waits),
        contested=rule.contested,
        dispute=rule.dispute,
        citations=citations(rule.citation, known.after),
        confidence=rule.confidence,
        rule=rule.confidence,
        doubts=tuple(_hindsight(rule, known)),
        notes=(rule.note,) if rule.note else (),
        overlay=rule.overlay or bool(programme and programme.overlay) or any(route.overlay for route in routes),
    )


def _hindsight(rule: ClassRule, known: Index) -> Iterator[str]:
    """Says of an act that the reason names that it is later than the day, where neither reason nor citation does."""
    cited = set(named_in(rule.citation, known.after))
    acts = (act for act in named_in(rule.reason, known.after) if act not in cited)
    yield from (act.sentence for act in acts if in_words(act.day) not in rule.reason)


def _acts(routes: tuple[Route, ...], also: tuple[Route, ...]) -> tuple[Act, ...]:
    """Pairs each actor with the instruments that are his own, in the order of the rule."""
    actors = dict.fromkeys(route.actor for route in (*routes, *also))
    return tuple(Act(actor=actor, instruments=_titles(routes, actor), beside=_titles(also, actor)) for actor in actors)


def _titles(routes: tuple[Route, ...], actor: str) -> tuple[str, ...]:
    return tuple(route.title for route in routes if route.actor == actor)


def _stated(reason: Reason, item: Designation, placed: Placement | None, rule: ClassRule | None, old: str) -> Reason:
    """Adds what the list states to what the rulebook says."""
    late = _after(item, rule)
    listing, unsure = _listing(item)
    doubts = (_start(item), _carried(item), unsure, late, old, *reason.doubts)
    return replace(
        reason,
        programme=item.programme,
        authority=reason.authority or item.authority,
        list_types=(item.list_type,) if item.list_type not in ("", reason.limb) else (),
        since=item.start,
        citations=(*reason.citations, *citations(placed.citation if placed else "")),
        confidence=_weaker(reason.confidence, Confidence.PARTLY) if late else reason.confidence,
        notes=tuple(filter(None, (*reason.notes, item.note))),
        doubts=tuple(filter(None, doubts)),
        listing=_weaker(listing, Confidence.PARTLY) if old else listing,
        sources=item.sources or ((item.origin,) if item.origin else ()),
    )


def _left_open(reason: Reason) -> Reason:
    """Adds that a tag may block or not, since no list says on which part it stands."""
    return replace(reason, doubts=(_(OPEN), *reason.doubts), listing=Confidence.TO_BE_VERIFIED)


def _dated(reason: Reason, item: Designation, known: Index) -> Reason:
    """Adds what is doubtful of a stated start: that it is before its own order, or may be after the day."""
    if not (item.start and item.start.earliest and item.start.latest):
        return reason
    begins = known.begun.get((item.regime, item.programme), date.min)
    early = _(TOO_EARLY, day=day_in_words(begins)) if item.start.latest < begins else ""
    vague = _(VAGUE) if item.start.earliest <= known.day < item.start.latest else ""
    doubts = tuple(filter(None, (early, vague)))
    listing = Confidence.TO_BE_VERIFIED if doubts else reason.listing
    return replace(reason, doubts=(*doubts, *reason.doubts), listing=listing)


def _listing(item: Designation) -> tuple[Confidence, str]:
    """Gives how sure the listing is, and what to say of it; a doubt of its date alone leaves the tag as read."""
    if off := dropped(item):
        return Confidence.TO_BE_VERIFIED, _(OFF, off=off)
    if start_open(item):
        return Confidence.TO_BE_VERIFIED, _(LATER_UNDATED if state(item.origin) or not item.origin else NO_DAY)
    if item.confidence is Confidence.TO_BE_VERIFIED and DATE_ALONE.search(item.note):
        return Confidence.PARTLY, _(DATE_UNSURE)
    return item.confidence, _unsure().get(item.confidence, "")


def _unsure() -> dict[Confidence, str]:
    """Says how sure a listing is, by its confidence; nothing of a verified one."""
    return {confidence: _(said) for confidence, said in UNSURE.items()}


def _row_dated(item: Designation, held: Iterable[Designation]) -> Designation:
    """Gives a designation with the day of its row that another list prints, where its own list prints none."""
    rows = [each.published for each in held if each.published and each.published.latest and states(each, item)]
    return replace(item, published=min(rows, key=_earliest)) if rows and not _published(item) else item


def _start(item: Designation) -> str:
    """Says what is not known of the start; the day that a list gives the row itself bounds it from above."""
    if start_known(item):
        return ""
    if item.published and _published(item):
        return _(ROW_ONLY, day=item.published.text)
    return _(NO_START)


def _carried(item: Designation) -> str:
    """Says what an earlier state of the list stated of a listing and the newer one does not print."""
    said = next((part for part in item.note.split("; ") if CARRIED in part), "")
    if not said:
        return ""
    what, _carried, state = said.partition(f" {CARRIED} ")
    return _(CARRIED_SEVERAL if " and " in what else CARRIED_ONE, what=what, state=state)


def _published(item: Designation) -> date | None:
    return item.published.latest if item.published else None


def _after(item: Designation, rule: ClassRule | None) -> str:
    if not (rule and rule.doubt_after):
        return ""
    start = item.start.earliest if item.start else None
    if start is None:
        row = _published(item)
        return "" if row and row <= rule.doubt_after else rule.doubt_undated
    if start > rule.doubt_after:
        return rule.doubt
    vague = item.start is not None and item.start.latest is not None and item.start.latest > rule.doubt_after
    return rule.doubt_undated if vague else ""


def _silence(item: Designation, programme: Programme | None, known: Index) -> Reason:
    alike = near_tags(item.programme, known.tags)
    return replace(
        silence(programme, known),
        programme=item.programme,
        authority=programme.authority if programme else item.authority,
        why=_(SILENT if item.programme else NO_TAG),
        doubts=(_(NEAR, tags=_(" or ").join(alike)),) if alike else (),
    )


def silence(programme: Programme | None, known: Index) -> Reason:
    """Gives the reason why a tag has no class: the rulebook has no rule for it on the day."""
    return Reason(
        programme=programme.tag if programme else "",
        authority=programme.authority if programme else "",
        klass=UNKNOWN,
        why=_(SILENT),
        citations=citations(programme.citation, known.after) if programme else (),
    )


def near_tags(tag: str, known: Iterable[str]) -> tuple[str, ...]:
    """Gives the known tags that are spelt most like one that no row states, nothing for one that is known."""
    folded = {each.casefold(): each for each in known}
    if tag in folded.values():
        return ()
    return tuple(folded[each] for each in get_close_matches(tag.casefold(), folded, n=3, cutoff=ALIKE))


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Joins what two lists state of one listing; a list that does not say its part is one with a list that does."""
    found: list[Reason] = []
    for reason in reasons:
        same = next((place for place, other in enumerate(found) if _same(other, reason)), None)
        if same is None:
            found.append(reason)
        else:
            found[same] = _joined(found[same], reason)
    return tuple(found)


def _same(one: Reason, other: Reason) -> bool:
    alike = (one.programme, one.limb, one.part, one.klass) == (other.programme, other.limb, other.part, other.klass)
    lists = one.list_types == other.list_types or not one.list_types or not other.list_types
    return alike and lists


def _joined(one: Reason, other: Reason) -> Reason:
    starts = [said for said in (one.since, other.since) if said and said.earliest]
    listing = min(one.listing, other.listing, key=list(Confidence).index)
    unsure, vague = _unsure(), _(VAGUE)
    settled = {said for confidence, said in unsure.items() if confidence is not listing} | _settled(one, other)
    settled |= {vague} if any(vague not in each.doubts for each in (one, other) if each.since in starts) else set()
    known = [each for each in (one, other) if not starts or (each.since and each.since.earliest)]
    told = (*(doubt for each in known for doubt in each.doubts), *unsure.values())
    doubts = dict.fromkeys(doubt for doubt in (*one.doubts, *other.doubts) if doubt in told and doubt not in settled)
    return replace(
        one,
        list_types=one.list_types or other.list_types,
        since=min(starts, key=_earliest) if starts else one.since,
        citations=tuple(dict.fromkeys((*one.citations, *other.citations))),
        confidence=max((each.confidence for each in known), key=list(Confidence).index),
        notes=tuple(dict.fromkeys((*one.notes, *other.notes))),
        doubts=tuple(doubts),
        listing=listing,
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
    )


def _settled(one: Reason, other: Reason) -> set[str]:
    """Gives the doubts of one list alone stating a listing that the other settles: a dated list goes before no day."""
    later, no_day = _(LATER_UNDATED), _(NO_DAY)
    alone = {later, no_day}
    if not alone & {*one.doubts} or not alone & {*other.doubts}:
        return alone
    return {no_day} if later in (*one.doubts, *other.doubts) else set()


def _earliest(when: PartialDate) -> date:
    return when.earliest or date.max


def _weaker(one: Confidence, other: Confidence) -> Confidence:
    return max(one, other, key=list(Confidence).index)
