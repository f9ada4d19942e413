"""What delisting somebody sets free, what stays blocked and why, under one regime's ownership rule."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import compress, filterfalse

from briefer.analysis import ownership_rings as rings
from briefer.analysis import ownership_rules as rules
from briefer.analysis.dated import as_listed
from briefer.analysis.ownership_below import below
from briefer.analysis.ownership_doubts import Say, Scene
from briefer.analysis.ownership_graph import Graph, build, heads
from briefer.analysis.ownership_grounds import Grounds, apart, pairs
from briefer.analysis.ownership_limits import Limits, Reach, limited
from briefer.analysis.ownership_spread import reached
from briefer.analysis.ownership_stakes import holdings, later
from briefer.analysis.ownership_ties import Linked, read, ties
from briefer.analysis.ownership_transfers import Handed, Released, handed, released, transfers
from briefer.language import _
from briefer.model.brief import Dossier
from briefer.model.errors import BadCall
from briefer.model.facts import Entity, Link
from briefer.model.ripple import Decided, Doubt, Fate, OwnershipRule, Ripple, Stake, Step, Tie

DRAWN = 400
"""The holdings among more ids than this are left out of the answer."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """Everything the rule is asked about: the holdings of the day and who is listed in their own right (`seeds`).

    `ties` are the links that are no holdings, `limited` the lists that limit somebody without blocking, `handed`
    what went to relatives, `released` who came off the list with a listed holder, `directives` who stands under
    which directive; `stated` are the holdings that count on the day as they are stated, `gone` those that are over
    or still to come; `shown` is the id under which a sentence names somebody, `late` whose row on the list is dated
    after the day, so that they are not among the listed; `unplaced` are those of whom it is open whether their
    listing blocks, with what is not known. `plain` names everybody without the
    id, as a page does. How things stand before any delisting is worked out once, however many delistings are asked
    for.
    """

    graph: Graph
    rule: OwnershipRule
    as_of: date
    seeds: frozenset[int]
    captions: dict[str, str]
    notes: tuple[str, ...] = ()
    ties: Mapping[str, tuple[Linked, ...]] = field(default_factory=dict)
    limited: Mapping[str, str] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    plain: bool = False
    handed: tuple[Handed, ...] = ()
    released: tuple[Released, ...] = ()
    directives: Mapping[Reach, frozenset[str]] = field(default_factory=dict)
    stated: tuple[Link, ...] = ()
    gone: tuple[Link, ...] = ()
    shown: Mapping[str, str] = field(default_factory=dict)
    late: Mapping[int, date] = field(default_factory=dict)
    unplaced: Mapping[int, rules.Open] = field(default_factory=dict)

    @cached_property
    def rests(self) -> Grounds:
        """What the holdings rest on."""
        return Grounds(self.stated, self.graph, self.as_of)

    @cached_property
    def limits(self) -> Limits:
        """How far limits short of a block reach through ownership."""
        return Limits(graph=self.graph, seeds=self.directives, say=_say(self))

    @cached_property
    def former(self) -> Scene:
        """How things stand with all of the listed."""
        words = {node: each.words for node, each in self.unplaced.items()}
        return Scene(self.graph, self.rule, self.seeds, _say(self), words)

    @cached_property
    def blocked(self) -> tuple[str, ...]:
        """All ids that are blocked before any delisting, in order."""
        state = self.former.state.blocked
        return _ids(self.graph, compress(range(len(state)), state))

    @cached_property
    def stakes(self) -> dict[int, tuple[tuple[int, Stake], ...]]:
        """The holdings of each owner that any answer has named so far."""
        return {}


def ripple(
    entities: Iterable[Entity],
    rule: str,
    as_of: date,
    delist: Iterable[str],
    *,
    same: Iterable[tuple[str, str]] = (),
    shown: Mapping[str, str] | None = None,
) -> Ripple:
    """Gives what delisting these ids does under a rule (us, eu, uk) on a day.

    `entities` are all that is known of them and of those they are linked to, `same` the pairs decided to be one,
    `shown` under which id a sentence names each of these. BadCall where a rule or an id is unknown.
    """
    asked = replace(case(entities, rule, as_of, same=same), shown=shown or {})
    return answer(asked, tuple(dict.fromkeys(delist)))


def case(
    entities: Iterable[Entity], rule: str, as_of: date, *, same: Iterable[tuple[str, str]] = (), plain: bool = False
) -> Case:
    """Reads the holdings, the control and the listings of a day out of what is known of everybody."""
    everybody, applied, pairs = list(entities), rules.rule(rule, as_of), list(same)
    known, gone = _links(everybody, as_of)
    tied = read(known)
    graph = _graph(everybody, (known, pairs), tied, applied, as_of)
    listed = {each.id: rules.seeds(each.designations, applied.regime, as_of) for each in everybody}
    assumed = tuple(id for id, (is_listed, silent) in listed.items() if is_listed and silent)
    seeds = frozenset(graph.places[id] for id, (is_listed, _silent) in listed.items() if is_listed)
    unplaced = dict(_unplaced(everybody, graph, seeds, applied.regime, as_of))
    return Case(
        graph=graph,
        rule=applied,
        as_of=as_of,
        seeds=seeds,
        captions={each.id: each.caption for each in everybody},
        notes=(*rules.noted(applied, as_of, assumed), *_open(graph, unplaced)),
        ties=tied,
        limited=dict(_limited(everybody, listed, applied.regime, as_of)),
        people=frozenset(each.id for each in everybody if each.schema == "Person"),
        plain=plain,
        handed=tuple(handed(everybody, applied, as_of)),
        released=tuple(released(everybody, known, applied, as_of)),
        directives=limited(everybody, applied.regime, as_of),
        stated=tuple(link for link in known if link.kind == rules.HOLDING),
        gone=tuple(link for link in gone if link.kind == rules.HOLDING),
        late=dict(_late(everybody, listed, graph, applied.regime, as_of)),
        unplaced=unplaced,
    )


def of_paper(dossier: Dossier, rule: str) -> Case:
    """Reads the same out of the facts of a paper, by the statements that count on its day; no name has an id beside."""
    known = (as_listed(each, dossier.as_of) for each in (*dossier.entities, *dossier.neighbours))
    return case(known, rule, dossier.as_of, plain=True)


def _graph(
    everybody: Iterable[Entity],
    said: tuple[list[Link], list[tuple[str, str]]],
    tied: Iterable[str],
    rule: OwnershipRule,
    day: date,
) -> Graph:
    """Builds the graph of everybody from what is `said`: the links of a day and the pairs decided to be one."""
    known, same = said
    held = holdings(known, heads(same), day)
    controls = [(link.subject, link.object) for link in known if rules.controls(link)]
    ids = [*(each.id for each in everybody), *tied]
    graph = build(held, ids=ids, controls=controls, same=same, transfers=transfers(everybody, rule, day))
    unsaid = frozenset((graph.places[one], graph.places[other]) for one, other in later(known, day))
    return replace(graph, later=unsaid)


def _links(everybody: Iterable[Entity], day: date) -> tuple[list[Link], list[Link]]:
    """The links between known ends that hold on a day, and those that are over or still to come."""
    known, gone = list[Link](), list[Link]()
    for link in dict.fromkeys(link for each in everybody for link in each.links):
        # A link between two records that are shown as one says nothing of a holding in itself.
        if link.subject and link.object and not (link.ends and link.subject == link.object):
            (known if rules.counts(link, day) else gone).append(link)
    return known, gone


def _limited(
    everybody: Iterable[Entity], listed: Mapping[str, tuple[bool, bool]], regime: str, day: date
) -> Iterator[tuple[str, str]]:
    """By what list somebody is limited who is not blocked by a listing."""
    for each in everybody:
        if not listed[each.id][0] and (lists := rules.limits(each.designations, regime, day)):
            yield each.id, lists


def _unplaced(
    everybody: Iterable[Entity], graph: Graph, seeds: frozenset[int], regime: str, day: date
) -> Iterator[tuple[int, rules.Open]]:
    """Who is not surely blocked by a listing and may be, with what leaves it open."""
    for each in everybody:
        if graph.places[each.id] not in seeds and (found := rules.opened(each.designations, regime, day)):
            yield graph.places[each.id], found


def _late(
    everybody: Iterable[Entity], listed: Mapping[str, tuple[bool, bool]], graph: Graph, regime: str, day: date
) -> Iterator[tuple[int, date]]:
    """Whose row on a list is dated only after the day, and who is not listed otherwise."""
    for each in everybody:
        if not listed[each.id][0] and (row := rules.dated_later(each.designations, regime, day)):
            yield graph.places[each.id], row


def _open(graph: Graph, unplaced: Mapping[int, rules.Open]) -> Iterator[str]:
    yield from rules.left_open({id: unplaced[node] for node in sorted(unplaced) for id in _ids(graph, [node])})


def answer(asked: Case, delist: tuple[str, ...]) -> Ripple:
    """Compares the least fixed points with and without these ids among the listed."""
    graph = asked.graph
    lifted = _places(graph, delist)
    near, far = (reached(graph, lifted, control=control) for control in (False, True))
    former, now = asked.former, asked.former.without(lifted, far)
    before, after = former.state.blocked, now.state.blocked
    freed = [node for node in near if before[node] and not after[node]]
    freed_ids = _ids(graph, freed)
    ask = [node for node in far if not after[node]]
    result = Ripple(
        rule=asked.rule.name,
        before=asked.blocked,
        after=tuple(filterfalse(frozenset(freed_ids).__contains__, asked.blocked)) if freed else asked.blocked,
        freed=freed_ids,
        still_blocked=tuple(now.paths.of(node for node in near if after[node])),
        indeterminate=_ids(graph, (node for node in ask if former.indeterminate(node) or now.indeterminate(node))),
        review=_ids(graph, (node for node in ask if former.review(node) or now.review(node))),
        uncertain=_ids(graph, (node for node in ask if former.uncertain(node) or now.uncertain(node))),
        paths=tuple(former.paths.of(freed)),
        reasons=tuple(_reasons(graph, far, former, now)),
        notes=tuple(_notes(asked, delist, near)),
        delisted=delist,
        as_of=asked.as_of,
        applied=asked.rule,
        not_blocked=tuple(below((node for node in near if node not in lifted), former, now)),
        fates=tuple(fate(graph, id, now) for id in delist),
        limits=tuple(asked.limits.after(lifted, near)) if asked.directives else (),
        apart=tuple(apart(asked.gone, graph, near, before, asked.as_of)),
    )
    return _told(asked, replace(result, linked=tuple(_linked(asked, delist, result, now))), after)


def _linked(asked: Case, delist: tuple[str, ...], result: Ripple, now: Scene) -> Iterator[Tie]:
    """What the delisted are linked to; open where one blocked may own or control it, which no list says."""
    for tie in ties(asked.graph, asked.ties, delist, _answered(result), now):
        node = asked.graph.places[tie.delisted]
        held = asked.former.arguable(node) or now.arguable(node)
        mere = tie.path is None and not tie.control and tie.id not in asked.people
        yield replace(tie, open=True) if held and mere else tie


def fate(graph: Graph, id: str, now: Scene) -> Fate:
    """Gives what becomes of somebody delisted or never listed, whose own owners may be blocked."""
    node = graph.places[id]
    path = now.paths.path(node) if now.state.blocked[node] else ()
    if path and not isinstance(path, str):
        return Fate(id=id, status="blocked", path=path)
    if now.uncertain(node):
        return Fate(id=id, status="open", why=tuple(dict.fromkeys(why for _kind, why in now.why(node))))
    return Fate(id=id, status="free")


def _answered(result: Ripple) -> frozenset[str]:
    """All on whom the answer has said something already."""
    decided = {each.id for each in (*result.still_blocked, *result.paths)}
    return frozenset({*decided, *(each.id for each in result.not_blocked), *result.indeterminate, *result.review})


def _told(asked: Case, result: Ripple, after: Sequence[int]) -> Ripple:
    """Adds the names and the holdings of all that the answer names."""
    named, unplaced = _named(result), asked.unplaced
    bare = [each.id for each in result.not_blocked]
    beside = sorted({*named, *bare, *_hands(asked.graph, bare, after), *(each.id for each in result.linked)})
    rests = asked.rests.of(pairs(result, asked.graph, asked.former.state.blocked))
    told = sorted({*_captioned(result, beside), *(each.owner for each in rests)})
    return replace(
        result,
        captions=tuple((id, asked.captions[id]) for id in told if asked.captions.get(id)),
        stakes=tuple(_stakes(asked, beside if len(beside) <= DRAWN else named)),
        limited=tuple((id, asked.limited[id]) for id in beside if id in asked.limited),
        unplaced=tuple((id, each.tags) for id in beside if (each := unplaced.get(asked.graph.places[id]))),
        opened=tuple((id, each.words) for id in beside if (each := unplaced.get(asked.graph.places[id]))),
        people=asked.people.intersection(beside),
        itself=frozenset(id for id in beside if asked.graph.places[id] in asked.seeds),
        grounds=rests,
    )


def _captioned(result: Ripple, beside: list[str]) -> list[str]:
    """All of these and whom limits and holdings of other days name, in order; a figure of blocks draws no others."""
    paths = (one.path for one in result.limits if not isinstance(one.path, str))
    ends = {end for path in paths for step in path for end in (step.owner, step.asset)}
    others = {end for each in result.apart for end in (each.owner, each.asset)}
    return sorted({*beside, *ends, *others, *(one.id for one in result.limits)})


def _hands(graph: Graph, bare: Sequence[str], after: Sequence[int]) -> Iterator[str]:
    """Gives those still blocked whose shares in these companies are too small to block them."""
    for id in bare if len(bare) <= DRAWN else ():
        yield from (graph.ids[owner] for owner, _share in graph.owned.of(graph.places[id]) if after[owner])


def _places(graph: Graph, ids: Iterable[str]) -> frozenset[int]:
    for id in ids:
        if id not in graph.places:
            raise BadCall(_("Nothing is known of “{id}”; look for it with `briefer search`.", id=id))
    return frozenset(graph.places[id] for id in ids)


def _say(asked: Case) -> Say:
    def say(node: int) -> str:
        id = asked.shown.get(asked.graph.ids[node], asked.graph.ids[node])
        name = asked.captions.get(id)
        return (name if asked.plain else f"{name} ({id})") if name else id

    return say


def _ids(graph: Graph, nodes: Iterable[int]) -> tuple[str, ...]:
    """The ids of nodes, in order."""
    if not graph.members:
        return tuple(map(graph.ids.__getitem__, nodes))
    return tuple(sorted(id for node in nodes for id in graph.members.get(node, (graph.ids[node],))))


def _reasons(graph: Graph, nodes: Iterable[int], former: Scene, now: Scene) -> Iterator[Doubt]:
    """Every reason once, also those that leave nothing open."""
    for node in (each for each in nodes if former.notable(each) or now.notable(each)):
        for kind, why in dict.fromkeys((*former.why(node), *now.why(node))):
            for id in graph.members.get(node, (graph.ids[node],)):
                yield Doubt(id=id, kind=kind, why=why)


def _not_listed(asked: Case, delist: tuple[str, ...]) -> Iterator[str]:
    """Says which of those to be delisted are not blocked by a listing of their own, so that nothing can change."""
    for id in delist:
        if asked.graph.places[id] not in asked.seeds:
            yield _no_block(asked, id)


def _no_block(asked: Case, id: str) -> str:
    name, regime, lists = _say(asked)(asked.graph.places[id]), asked.rule.regime, asked.limited.get(id)
    if found := asked.unplaced.get(asked.graph.places[id]):
        return _("{name} is listed under {tags}; whether there is a block is open.", name=name, tags=found.words)
    if lists:
        return _(
            "{name} has no {regime} listing of its own that blocks ({lists} only); there is no block to lift.",
            name=name,
            regime=regime,
            lists=lists,
        )
    return _(
        "{name} has no {regime} listing of its own that blocks; there is no block to lift.", name=name, regime=regime
    )


def _notes(asked: Case, delist: tuple[str, ...], near: Sequence[int]) -> Iterator[str]:
    """Yields what is to be said of the delisted and of what they reach, then of the case as a whole."""
    lifted = _places(asked.graph, delist)
    yield from _not_listed(asked, delist)
    yield from _row_late(asked, lifted, near)
    yield from _handed(asked, lifted)
    yield from _reached(asked, near)
    yield from asked.notes


def _row_late(asked: Case, lifted: frozenset[int], near: Sequence[int]) -> Iterator[str]:
    """Says of the delisted, of what they reach and of its holders whose row is dated after the day."""
    holders = (owner for node in near for owner, _share in asked.graph.owned.of(node)) if asked.late else ()
    for node in dict.fromkeys(each for each in (*sorted(lifted), *near, *holders) if each in asked.late):
        yield _(
            "{name} is not counted as listed: its row is dated {day}, after this day, and no list shows an earlier "
            "listing.",
            name=_say(asked)(node),
            day=asked.late[node],
        )


def _reached(asked: Case, near: Sequence[int]) -> Iterator[str]:
    """Says what companies that the delisted reach call for: who came off the list, how a ring is counted."""
    around = frozenset(near if asked.released else ())
    for each in dict.fromkeys(asked.released):
        if asked.graph.places[each.asset] in around:
            yield each.sentence(lambda id: _say(asked)(asked.graph.places[id]))
    if any(node in asked.graph.ring for node in near):
        yield rings.told(asked.rule)


def _handed(asked: Case, lifted: frozenset[int]) -> Iterator[str]:
    """Says what the delisted gave away and their relatives hold."""
    for each in asked.handed:
        if asked.graph.places.get(each.owner) in lifted:
            yield each.sentence(lambda id: _say(asked)(asked.graph.places[id]))


def _named(result: Ripple) -> list[str]:
    """All that the answer names, other than those who are merely listed, in order."""
    steps: list[Decided] = [*result.still_blocked, *result.paths]
    ends = {end for each in steps for step in each.path if isinstance(step, Step) for end in (step.owner, step.asset)}
    named = ends | {each.id for each in steps} | {each.id for each in result.reasons}
    return sorted(named | {*result.indeterminate, *result.review, *result.delisted})


def _stakes(asked: Case, named: list[str]) -> Iterator[Stake]:
    """The holdings among those named, none where they are more than anybody could draw."""
    nodes = {asked.graph.places[id] for id in named if len(named) <= DRAWN}
    known = asked.stakes
    for owner in sorted(nodes):
        if owner not in known:
            known[owner] = tuple(_held(asked.graph, owner))
        for asset, stake in known[owner]:
            if asset in nodes:
                yield stake


def _held(graph: Graph, owner: int) -> Iterator[tuple[int, Stake]]:
    unsure = {asset for asset, _least, _most in graph.doubtful.get(owner, ())}
    for asset, share in graph.held.of(owner):
        stated = None if asset in unsure else graph.percent(share)
        yield asset, Stake(owner=graph.ids[owner], asset=graph.ids[asset], percentage=stated)
