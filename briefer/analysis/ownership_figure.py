"""The ownership figure of a delisting: before and after side by side, in small multiples where it is large.

Nothing is told by colour: every box prints its status as a word, every arrow its share.
"""

from collections.abc import Collection, Iterator, Sequence

from briefer.analysis.ownership_labels import lines
from briefer.analysis.ownership_layout import BOX, WIDTH, height, places
from briefer.language import _, mark, ngettext
from briefer.model.ownership_figure import Arrow, Box, Half, OwnershipFigure, Panel
from briefer.model.ripple import Decided, Ripple, Stake, Step

Point = tuple[float, float]

IN_A_PANEL = 12
REPEATED = 4
PANELS = 12
LINKED = mark("linked")
OVER = 8.0
"""How far over the head of a company the share is printed."""

LEGEND = (
    (mark("delisted"), mark("taken off the list")),
    (mark("listed"), mark("blocked by its own listing")),
    (mark("blocked"), mark("blocked by the holdings of blocked owners")),
    (mark("free"), mark("not blocked")),
    (mark("open"), mark("indeterminate, or for review by a person")),
    ("? %", mark("a share that is not stated, or not agreed")),
    (LINKED, mark("a post, or a link without direction or share")),
)


def figure(found: Ripple, *, held: bool = False) -> OwnershipFigure:
    """Gives the figure of what a delisting frees and leaves blocked; no panel where nothing hangs on the delisted.

    With `held` the panels that draw no holding are left out: those of parties that are only linked.
    """
    scenes = _Scenes(found)
    shown = [ids for ids in _groups(found) if not held or any(_within(found, ids))][:PANELS]
    panels = tuple(_panel(scenes, ids, number, len(shown)) for number, ids in enumerate(shown, 1))
    return OwnershipFigure(
        title=_(
            "Before and after delisting {names}, {regime} rule",
            names=scenes.names(found.delisted),
            regime=found.applied.regime,
        ),
        alternative=scenes.alternative(scenes.named),
        panels=panels,
        legend=tuple(_used(panels)),
        left_out=len(scenes.named) - len({id for ids in shown for id in ids}),
    )


def _used(panels: tuple[Panel, ...]) -> Iterator[tuple[str, str]]:
    """Yields the lines of the legend for what the panels show."""
    halves = [half for panel in panels for half in (panel.before, panel.after)]
    words = {_(box.status) for half in halves for box in half.boxes} | {
        box.remark for half in halves for box in half.boxes
    }
    words |= {arrow.label for half in halves for arrow in half.arrows}
    yield from ((_(word), _(meaning)) for word, meaning in LEGEND if _(word) in words)


class _Scenes:
    """The words and the status of everybody that the answer names, before and after."""

    def __init__(self, found: Ripple) -> None:
        self.found = found
        self._captions = dict(found.captions)
        self._limited = dict(found.limited)
        self.tied = {tie.id: tie for tie in found.linked}
        self._unplaced = {id for id, _ in found.unplaced}
        self._open = set(found.uncertain) | self._unplaced
        self._deciding = tuple(_deciding(some) for some in (found.paths, found.still_blocked))
        self._listed = found.itself
        self._blocked = tuple(frozenset(some) for some in (found.before, found.after))
        self.named = tuple(dict.fromkeys(id for ids in _groups(found) for id in ids))

    def name(self, id: str) -> str:
        return self._captions.get(id, id)

    def names(self, ids: Sequence[str]) -> str:
        shown = [self.name(id) for id in ids[:5]] or [_("nobody")]
        more = [_("{number:,} more", number=len(ids) - 5)] if len(ids) > 5 else []
        *first, last = (*shown, *more)
        return _("{names} and {last}", names=", ".join(first), last=last) if first else last

    def status(self, id: str, after: int) -> str:
        """The word for a status: `after` is 0 before the delisting and 1 after it."""
        if id in self._blocked[after]:
            return "listed" if id in self._listed and not (after and id in self.found.delisted) else "blocked"
        settled = after and id in self.found.delisted and id in self._unplaced
        if id in self._open and not settled:
            return "open"
        return "delisted" if after and id in self.found.delisted else "free"

    def remark(self, id: str, after: int) -> str:
        """What is to be known beside the status: that somebody is only linked, or limited without being blocked."""
        if id in self.tied:
            return _(LINKED)
        limits = self._limited.get(id, "")
        return _("{lists} only", lists=limits) if limits and id not in self._blocked[after] else ""

    def weight(self, stake: Stake, after: int) -> str:
        if stake.owner not in self._blocked[after]:
            return "idle"
        decides = any((stake.owner, stake.asset) in self._deciding[side] for side in ((1,) if after else (0, 1)))
        return "decides" if decides else "counts"

    def alternative(self, ids: Sequence[str]) -> str:
        """What the figure shows, as sentences."""
        blocked = sum(id in self._blocked[0] for id in ids)
        before = ngettext(
            "Before, {count} of the {all} shown is blocked.",
            "Before, {count} of the {all} shown are blocked.",
            blocked,
            all=len(ids),
        )
        delisted, outcomes = self.names(self.found.delisted), "; ".join(self._outcomes(set(ids)))
        if not outcomes:
            return _("{before} After {names} is delisted.", before=before, names=delisted)
        return _("{before} After {names} is delisted: {outcomes}.", before=before, names=delisted, outcomes=outcomes)

    def _outcomes(self, known: set[str]) -> Iterator[str]:
        """Yields what becomes of those shown, by outcome."""
        stay = [each.id for each in self.found.still_blocked if each.id in known]
        stay += [id for id, tie in self.tied.items() if id in known and tie.path is not None]
        open_ = sorted(known & self._open)
        freed = [id for id in self.found.freed if id in known and id not in self._open]
        bare = [each.id for each in self.found.not_blocked if each.id in known]
        for some, outcome in ((freed, _freed), (stay, _stay), (open_, _open), (bare, _free)):
            if some:
                yield outcome(self.names(some), len(some))


def _freed(names: str, count: int) -> str:
    return ngettext("{names} is no longer blocked", "{names} are no longer blocked", count, names=names)


def _stay(names: str, count: int) -> str:
    return ngettext("{names} is still blocked", "{names} are still blocked", count, names=names)


def _open(names: str, count: int) -> str:
    return ngettext("{names} is open", "{names} are open", count, names=names)


def _free(names: str, count: int) -> str:
    return ngettext("{names} is not blocked either way", "{names} are not blocked either way", count, names=names)


def _steps(decided: Sequence[Decided]) -> Iterator[Step]:
    return (step for each in decided for step in each.path if isinstance(step, Step))


def _deciding(decided: Sequence[Decided]) -> frozenset[tuple[str, str]]:
    return frozenset((step.owner, step.asset) for step in _steps(decided))


def _groups(found: Ripple) -> Iterator[tuple[str, ...]]:
    """The ids of each panel: what hangs together without the delisted, small parts together, the delisted in each."""
    top = tuple(found.delisted)
    parts = _parts(found, frozenset(top))
    panel: list[str] = []
    for part in sorted(parts, key=lambda part: (-len(part), part)):
        for start in range(0, len(part), IN_A_PANEL):
            some = _with_owners(found, part[start : start + IN_A_PANEL], top)
            if panel and len(panel) + len(some) > IN_A_PANEL:
                yield (*top, *panel)
                panel = []
            panel += some
    if panel:
        yield (*top, *panel)


def _with_owners(found: Ripple, some: list[str], top: tuple[str, ...]) -> list[str]:
    """Puts before a part that was cut off the owners that stand in another panel, as far as there is room for them."""
    known = {*some, *top}
    owners = dict.fromkeys(stake.owner for stake in found.stakes if stake.asset in some and stake.owner not in known)
    return [*owners][:REPEATED] + some


def _parts(found: Ripple, top: frozenset[str]) -> list[list[str]]:
    """Those that holdings connect without the delisted, each part from its first id on; who is only linked, alone."""
    near: dict[str, list[str]] = {}
    for pair in (*((stake.owner, stake.asset) for stake in found.stakes), *((tie.id,) for tie in found.linked)):
        ends = [end for end in pair if end not in top]
        for end in ends:
            near.setdefault(end, []).extend(ends)
    seen: set[str] = set()
    parts = []
    for id in near:
        part = [id] if id not in seen else []
        seen.add(id)
        for one in part:
            fresh = [end for end in dict.fromkeys(near[one]) if end not in seen]
            seen.update(fresh)
            part += fresh
        if part:
            parts.append(part)
    return parts


def _within(found: Ripple, ids: Collection[str]) -> Iterator[Stake]:
    """Yields the holdings between those of a panel."""
    return (stake for stake in found.stakes if stake.owner in ids and stake.asset in ids)


def _panel(scenes: _Scenes, ids: tuple[str, ...], number: int, of: int) -> Panel:
    stakes = list(_within(scenes.found, ids))
    ends = {end for stake in stakes for end in (stake.owner, stake.asset)}
    beside = [id for id in ids if id in scenes.tied and id not in ends]
    corners = places([id for id in ids if id not in beside], [(stake.owner, stake.asset) for stake in stakes], beside)
    halves = tuple(
        Half(
            heading=heading,
            boxes=tuple(_box(scenes, id, corners[id], after) for id in ids),
            arrows=tuple(_arrows(scenes, stakes, corners, after)),
        )
        for after, heading in enumerate((_("Before"), _("After")))
    )
    return Panel(
        title=_("Part {number} of {all}", number=number, all=of) if of > 1 else "",
        width=WIDTH,
        height=height(corners),
        before=halves[0],
        after=halves[1],
        alternative=scenes.alternative(ids),
    )


def _box(scenes: _Scenes, id: str, corner: tuple[float, float], after: int) -> Box:
    return Box(
        id=id,
        lines=lines(scenes.name(id), person=id in scenes.found.people) or (id,),
        status=scenes.status(id, after),
        x=corner[0],
        y=corner[1],
        width=BOX[0],
        height=BOX[1],
        remark=scenes.remark(id, after),
    )


def _arrows(scenes: _Scenes, stakes: Sequence[Stake], corners: dict[str, Point], after: int) -> Iterator[Arrow]:
    """The holdings as arrows; those that come down on one company share out its width from left to right."""
    above: dict[str, list[str]] = {}
    for stake in sorted(stakes, key=lambda stake: (corners[stake.owner], stake.owner)):
        if corners[stake.owner][1] < corners[stake.asset][1]:
            above.setdefault(stake.asset, []).append(stake.owner)
    for stake in stakes:
        owners = above.get(stake.asset, [])
        if stake.owner in owners:
            part = (owners.index(stake.owner) + 1) / (len(owners) + 1)
            start, end, at = _down(corners[stake.owner], corners[stake.asset], part)
        else:
            start, end, at = _aside(corners[stake.owner], corners[stake.asset])
        share = "? %" if stake.percentage is None else f"{stake.percentage} %"
        weight = scenes.weight(stake, after)
        yield Arrow(start=start, end=end, at=at, label=share, weight=weight, owner=stake.owner, asset=stake.asset)


def _down(owner: Point, asset: Point, part: float) -> tuple[Point, Point, Point]:
    """From the foot of the owner to the head of the company, the label in the gap over it, where no box stands."""
    start = (owner[0] + BOX[0] / 2, owner[1] + BOX[1])
    end = (asset[0] + part * BOX[0], asset[1])
    back = OVER / (end[1] - start[1])
    return start, end, (end[0] - back * (end[0] - start[0]), end[1] - OVER)


def _aside(owner: Point, asset: Point) -> tuple[Point, Point, Point]:
    """Along the row to a company beside the owner, or up the right side to one above it."""
    beside = owner[1] == asset[1] and owner[0] < asset[0]
    start = (owner[0] + BOX[0], owner[1] + BOX[1] / 2)
    end = (asset[0] if beside else asset[0] + BOX[0], asset[1] + BOX[1] / 2)
    return start, end, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - (BOX[1] / 2 if beside else 0))
