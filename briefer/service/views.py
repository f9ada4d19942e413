"""What the analysis views ask: each answer is worked out from the facts of the open pack alone, as its paper is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import briefer.assemble  # noqa: F401  the whole before its part: two threads that begin at either get it half made
from briefer.analysis import options as covers
from briefer.analysis.governments import answered
from briefer.analysis.ownership import Case, answer, of_paper
from briefer.analysis.ownership_figure import figure
from briefer.analysis.ownership_standing import with_cautions, with_frozen, with_owners
from briefer.analysis.positions import day_of, lines
from briefer.analysis.relief import relief, relief_of_measures
from briefer.analysis.stance_matrix import NONE, issues_of, matrix
from briefer.analysis.timeline import timeline
from briefer.assemble.context import RULES
from briefer.assemble.owners import reason
from briefer.assemble.ownership import affected
from briefer.model.brief import Dossier
from briefer.model.options import Cover
from briefer.model.pack import Pack, Tranche
from briefer.model.relief import Relief
from briefer.model.ripple import Ripple
from briefer.model.stances import Stand, StandRow
from briefer.model.views import Chosen, Happening, History, Holdings, Outcome, Pick, Scenario, Spoken

HOME = "us"
MEASURE = "Measure"
FIRST = "first"
STATUSES = ("freed", "stays", "open", "bare")


def scenario(dossier: Dossier, tranches: Iterable[Tranche]) -> Scenario:
    """Gives every pick with its class, and for each option what it covers and whom its delistings would free."""
    owners = of_paper(dossier, HOME)
    found = _relief(dossier, owners)
    schemas = {each.id: each.schema for each in dossier.entities}
    abroad = [of_paper(dossier, rule) for rule in RULES if rule != HOME]
    told = with_frozen(with_cautions(found.values(), owners), abroad)
    picks = tuple(pick(each, schemas.get(each.id, MEASURE)) for each in told)
    options = tuple(_chosen(each, owners, dossier) for each in covers.options(tranches, dossier, found))
    return Scenario(picks=picks, options=options)


def _relief(dossier: Dossier, owners: Case) -> dict[str, Relief]:
    book, day = dossier.law, dossier.as_of
    entities = with_owners(relief(dossier.entities, book, day, dossier.measures, dossier.lists), owners)
    return {each.id: each for each in (*entities, *relief_of_measures(dossier.measures, book, day))}


def pick(one: Relief, schema: str = "") -> Pick:
    """Gives an answer on relief as the window shows it, with how the pick stands through its owners, first at home."""
    stands = ((HOME.upper(), one.owned), *((each.regime, each.owned) for each in one.remains))
    owners = tuple(f"{regime}: {owned.says}. {reason(owned)}" for regime, owned in stands if owned)
    return Pick(id=one.id, caption=one.caption, schema=schema, relief=one, owners=owners)


def _chosen(cover: Cover, owners: Case, dossier: Dossier) -> Chosen:
    delisted = tuple(_ended(cover, owners))
    if not delisted:
        return Chosen(cover=cover)
    told = tuple(outcomes(_answered(owners, dossier, delisted)))
    by_status = {
        name: tuple((each.id, each.name) for each in told if each.status == name) for name in ("freed", "stays", "open")
    }
    return Chosen(
        cover=cover,
        delisted=delisted,
        freed=by_status["freed"],
        stay=by_status["stays"],
        open=by_status["open"],
    )


def _ended(cover: Cover, owners: Case) -> Iterator[str]:
    """Yields the ids of which an option ends every tag, as far as they can own anything."""
    for each in cover.entries:
        ends = each.touches and all(touch.status == "ended" for touch in each.touches)
        if ends and each.id in owners.graph.places:
            yield each.id


def holdings(dossier: Dossier, delist: Iterable[str], rule: str = HOME) -> Holdings:
    """Gives the figure and the words of delisting these picks together, or the one that reaches most.

    Only picks that the rule's own regime lists can be taken off.
    """
    asked = of_paper(dossier, rule)
    listed = (each for each in dossier.entities if asked.graph.places.get(each.id) in asked.seeds)
    owners = tuple((each.id, each.caption) for each in listed)
    known = dict(owners)
    wanted = tuple(id for id in dict.fromkeys(delist) if id in known) or _widest(asked, known)
    found = _answered(asked, dossier, wanted)
    return Holdings(
        rule=asked.rule.text,
        delisted=found.delisted,
        figure=figure(found),
        outcomes=tuple(outcomes(found)),
        owners=owners,
        notes=found.notes,
    )


def _answered(asked: Case, dossier: Dossier, ids: Iterable[str]) -> Ripple:
    entities = {each.id: each for each in dossier.entities}
    return answered(asked, (entities[id] for id in ids))


def _widest(asked: Case, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda id: -len(tuple(outcomes(answer(asked, (id,)))))))[:1]


def outcomes(found: Ripple) -> Iterator[Outcome]:
    """Yields whom a delisting frees, who stays blocked, who is open, who was not blocked before, as the paper says."""
    names = dict(found.captions)
    for status, group in zip(STATUSES, affected(found), strict=True):
        yield from (Outcome(id=id, name=names.get(id, id), status=status, why=why) for id, why in group)


def spoken(
    dossier: Dossier,
    pack: Pack,
    *,
    as_of: date | None = None,
    since: date | None = None,
    first_hand: bool = False,
    moved: bool = False,
) -> Spoken:
    """Gives who holds what on a day; only what is known at first hand, or only holders that moved, where asked."""
    found = matrix(dossier, as_of=as_of or pack.as_of, since=since)
    if first_hand:
        found = replace(found, rows=tuple(map(_first_hand, found.rows)))
    held = lines(dossier.positions, found.as_of)
    if moved:
        movers = {each.holder for each in held if each.by or each.turns}
        found = replace(found, rows=tuple(row for row in found.rows if row.holder in movers))
    return Spoken(
        matrix=found,
        lines=held,
        issues=issues_of(dossier),
        sources=dossier.sources,
        later=sum((day_of(each) or pack.as_of) > pack.as_of for each in dossier.positions),
    )


def _first_hand(row: StandRow) -> StandRow:
    """Blanks what reached us through other hands."""
    kept = (
        each if each.hands.hand == FIRST else Stand(holder=each.holder, issue=each.issue, blank=NONE)
        for each in row.stands
    )
    return replace(row, stands=tuple(kept))


def history(dossier: Dossier, pack: Pack, kinds: Iterable[str]) -> History:
    """Gives the timeline of a pack with these kinds of entry beside its events."""
    asked = replace(pack, settings=replace(pack.settings, timeline=tuple(kinds)))
    found = timeline(dossier, asked)
    names = dict(dossier.names)
    names |= {each.id: each.caption for each in (*dossier.neighbours, *dossier.entities)}
    names |= {each.id: each.title for each in dossier.measures}
    titles = {each.id: each.title for each in dossier.sources}
    happenings = tuple(
        Happening(
            entry=each,
            names=(*each.holders, *(names.get(id, id) for id in each.entities)),
            sources=tuple(titles.get(id, id) for id in each.sources),
        )
        for each in found.entries
    )
    return History(happenings=happenings, undated=found.undated)
