"""Where a set of holders is apart, and who would have to move for an option; joins over recorded facts, no forecast."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from briefer.analysis.positions import AGAINST, FAVOUR, NEITHER, UNCLEAR, side
from briefer.analysis.stance_matrix import Ledger, issues_of
from briefer.language import _
from briefer.model.brief import Dossier
from briefer.model.errors import BadCall
from briefer.model.stances import Divergence, Movers, NeededAct, Stand

NEEDED: Mapping[str, Callable[[int], int]] = MappingProxyType(
    {
        "all": lambda holders: holders,
        "majority": lambda holders: holders // 2 + 1,
        "one": lambda _holders: 1,
        "silence": lambda _holders: 0,
    }
)
"""How many of the holders have to agree under each rule; a simple majority by heads, without weights."""
BLANK = "blank"


def divergence(dossier: Dossier, holders: Iterable[str], *, as_of: date | None = None) -> tuple[Divergence, ...]:
    """Gives for each issue how far these holders are apart, those without a recorded position named as blank."""
    ledger = Ledger(dossier, as_of)
    names = tuple(dict.fromkeys(holders))
    return tuple(_apart(issue.id, [ledger.stand(name, issue.id) for name in names]) for issue in issues_of(dossier))


def _apart(issue: str, stands: list[Stand]) -> Divergence:
    clear = [stand.position.stance for stand in stands if stand.position and stand.position.stance is not None]
    groups = {name: _named(stands, name) for name in (FAVOUR, AGAINST, NEITHER, UNCLEAR, BLANK)}
    camps = sorted((groups[FAVOUR], groups[AGAINST]), key=len)
    split = bool(camps[0]) and len(camps[0]) == len(camps[1])
    return Divergence(
        issue=issue,
        stands=tuple(stands),
        lowest=min(clear, default=None),
        highest=max(clear, default=None),
        favour=groups[FAVOUR],
        against=groups[AGAINST],
        neither=groups[NEITHER],
        unclear=groups[UNCLEAR],
        blank=groups[BLANK],
        apart=() if split else camps[0],
        split=split,
    )


def _named(stands: list[Stand], group: str) -> tuple[str, ...]:
    return tuple(stand.holder for stand in stands if _group(stand) == group)


def _group(stand: Stand) -> str:
    return side(stand.position.stance) if stand.position else BLANK


def movers(dossier: Dossier, acts: Iterable[NeededAct], *, as_of: date | None = None) -> tuple[Movers, ...]:
    """Gives for each act that an option takes who is recorded for and against it and who would have to move.

    BadCall where an act names a rule that is none of NEEDED.
    """
    ledger = Ledger(dossier, as_of)
    return tuple(_movers(ledger, act) for act in acts)


def _movers(ledger: Ledger, act: NeededAct) -> Movers:
    if act.rule not in NEEDED:
        rules = ", ".join(NEEDED)
        raise BadCall(
            _(
                "“{rule}” of the act “{title}” is no rule; use one of {rules}.",
                rule=act.rule,
                title=act.title,
                rules=rules,
            )
        )
    names = tuple(dict.fromkeys(act.holders))
    stands = [ledger.stand(name, act.issue) for name in names]
    favour, against = (FAVOUR, AGAINST) if act.wants > 0 else (AGAINST, FAVOUR)
    agreeing = tuple(stand for stand in stands if _group(stand) == favour)
    opposed = tuple(stand for stand in stands if _group(stand) == against)
    needed = NEEDED[act.rule](len(names))
    short = max(0, needed - len(agreeing))
    others = tuple(stand for stand in stands if stand not in agreeing and stand not in opposed)
    turning = _turning(act.rule, short, len(others), opposed)
    return Movers(
        act=act,
        needed=needed,
        short=short,
        favour=agreeing,
        against=opposed,
        open=others,
        must_move=tuple(stand.holder for stand in opposed) if turning else (),
        turns_on=turning,
    )


def _turning(rule: str, short: int, others: int, opposed: tuple[Stand, ...]) -> str:
    """Says whether it turns on each of those recorded against, on some of them, or on none.

    Under silence an opponent need not agree but may not act, so it turns on each. Otherwise opponents have to move only
    as far as those who are open could not make up the number.
    """
    if not opposed:
        return ""
    if rule == "silence":
        return "each"
    wanted = short - others
    if wanted <= 0:
        return ""
    return "each" if wanted >= len(opposed) else "some"
