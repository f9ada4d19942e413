"""The position matrix: holders by issues as of a day, with what changed since an earlier one, and honest blanks."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from briefer.analysis.chains import hands
from briefer.analysis.positions import FIRST, UNCHANGED, day_of, known, movement, standing
from briefer.model.brief import Dossier
from briefer.model.policy import Issue, Position, Source
from briefer.model.stances import StanceMatrix, Stand, StandRow

INFERRED = "inferred"
NONE, SINCE = "none", "since"


class Ledger:
    """The positions of a dossier that were taken by a day, by holder and issue, with their sources."""

    def __init__(self, dossier: Dossier, as_of: date | None = None) -> None:
        self.as_of = as_of or dossier.as_of
        self.positions = known(dossier.positions, self.as_of)
        self.sources: dict[str, Source] = {source.id: source for source in dossier.sources}
        self._capacities = {item.holder: item.capacity for item in self.positions if item.capacity}
        self._held: defaultdict[tuple[str, str], list[Position]] = defaultdict(list)
        for item in self.positions:
            self._held[item.holder, item.issue].append(item)

    def stand(self, holder: str, issue: str, since: date | None = None) -> Stand:
        """Gives where a holder stands on an issue, compared with the end of the day `since` where one is given."""
        held = self._held.get((holder, issue), [])
        now = standing(held)
        if now is None:
            return Stand(holder=holder, issue=issue, blank=NONE)
        on = day_of(now)
        trend_, by = _since(held, now, since)
        return Stand(
            holder=holder,
            issue=issue,
            position=now,
            on=on,
            strength=None if now.stance is None else abs(now.stance),
            blank=SINCE if since and on and on <= since else "",
            trend=trend_,
            by=by,
            hands=hands(now, self.sources.get(now.source)),
            ours=now.basis == INFERRED,
            earlier=tuple(item.id for item in held if item is not now),
        )

    def capacity(self, holder: str) -> str:
        """Gives the capacity in which a holder spoke last, empty where none is recorded."""
        return self._capacities.get(holder, "")


def _since(held: list[Position], now: Position, since: date | None) -> tuple[str, int | None]:
    """Says how the standing position differs from what the holder held at the end of a day."""
    if since is None:
        return "", None
    before = known(held, since)
    then = standing(before)
    if then is None:
        return FIRST, None
    if then is now:
        return UNCHANGED, 0
    return movement(then, now, (then, *(item for item in held if item not in before)))


def matrix(
    dossier: Dossier, *, as_of: date | None = None, since: date | None = None, holders: Iterable[str] = ()
) -> StanceMatrix:
    """Gives the matrix of the dossier's issues; by default of all holders, in the order in which they first spoke.

    `since` is the last day of the earlier state that changes are counted from. Holders that are named get a row even
    if nothing of theirs is recorded.
    """
    ledger = Ledger(dossier, as_of)
    issues = issues_of(dossier)
    names = tuple(dict.fromkeys(holders)) or tuple(dict.fromkeys(item.holder for item in ledger.positions))
    rows = tuple(
        StandRow(
            holder=name,
            capacity=ledger.capacity(name),
            stands=tuple(ledger.stand(name, issue.id, since) for issue in issues),
        )
        for name in names
    )
    filled = sum(stand.position is not None for row in rows for stand in row.stands)
    return StanceMatrix(as_of=ledger.as_of, since=since, issues=issues, rows=rows, filled=filled)


def issues_of(dossier: Dossier) -> tuple[Issue, ...]:
    """Gives the dossier's issues in their own order, then those that positions name and nobody described."""
    described = tuple(sorted(dossier.issues, key=lambda issue: (issue.order, issue.id)))
    ids = {issue.id for issue in described}
    others = dict.fromkeys(item.issue for item in dossier.positions if item.issue not in ids)
    return (*described, *(Issue(id=id, title=id) for id in others))
