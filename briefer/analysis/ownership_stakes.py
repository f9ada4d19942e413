"""What is held on a day, where a stake is stated more than once: restatements are not added.

Of one list's statements on one holder and one company the latest up to the day holds. Those of one month, or without a
date, that name different roles (ordinary, preference) are parts and are added; else, where they differ, the least is
sure and the most is what they come to together. Two that state the same are believed once. A share that is stated only
of after the day is not known on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from briefer.analysis import ownership_rules as rules
from briefer.analysis.ownership_graph import Holding, Share
from briefer.model.facts import Link, Range

FULL = Decimal(100)
NOTHING = Decimal(0)


def holdings(links: Iterable[Link], heads: Mapping[str, str], day: date) -> Iterator[Holding]:
    """Gives the holdings of a day; `heads` maps ids that were decided to be one to the first of them."""
    found: dict[tuple[str, str, str], list[Link]] = defaultdict(list)
    for link in links:
        if link.kind == rules.HOLDING:
            ends = heads.get(link.subject, link.subject), heads.get(link.object, link.object)
            found[*ends, link.origin.partition("@")[0]].append(link)
    for (owner, asset, said_by), some in found.items():
        if len(some) == 1 or owner == asset:
            yield from ((link.subject, link.object, share_on(link, day), said_by) for link in some)
        else:
            yield from ((owner, asset, share, said_by) for share in _shares(some, day))


def share_on(link: Link, day: date) -> Share:
    """The share that a link states of a day; None where it states it only of a later one."""
    return None if rules.only_later(link, day) else rules.share(link)


def later(links: Iterable[Link], day: date) -> frozenset[tuple[str, str]]:
    """The owners and what they hold of which every share is stated only of after a day."""
    held = [link for link in links if link.kind == rules.HOLDING]
    found = {(link.subject, link.object) for link in held if link.as_of and rules.only_later(link, day)}
    if found:
        found -= {(link.subject, link.object) for link in held if not rules.only_later(link, day)}
    return frozenset(found)


def _shares(stated: Sequence[Link], day: date) -> Iterator[Share]:
    """The shares that a list's statements on one pair come to: one for each role."""
    if all(rules.only_later(each, day) for each in stated):
        yield None
        return
    roles = _roles(latest(stated, day))
    for some in roles.values():
        yield _one(some)
    # Of a role that only an earlier statement names nobody can tell whether it is a further part.
    for role, some in _roles(each for each in stated if not rules.after(each, day)).items():
        if role not in roles and "" not in (role, *roles):
            yield Range(most=_bounds(rules.share(latest(some, day)[0]))[1])


def _roles(links: Iterable[Link]) -> dict[str, list[Link]]:
    """The statements by role; one that names none may be about any of them, so that all are about one stake."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.role.strip().casefold()].append(link)
    return {"": [link for some in found.values() for link in some]} if "" in found else dict(found)


def latest(stated: Sequence[Link], day: date) -> list[Link]:
    """The statements of the last month up to a day, with those that have no date; only later ones if all are later.

    Of later ones the nearest hold, of a share held since before the day if there are such.
    """
    known = [each for each in stated if not rules.after(each, day)]
    held = known or [each for each in stated if not rules.only_later(each, day)] or stated
    months = [_month(each) for each in held]
    dated = [each for each in months if each]
    wanted = (max(dated) if known else min(dated)) if dated else ""
    return [each for each, month in zip(held, months, strict=True) if not month or month == wanted]


def _month(link: Link) -> str:
    """The last month that a statement can be of; empty where it has no date."""
    return f"{link.as_of.latest:%Y-%m}" if link.as_of and link.as_of.latest else ""


def _one(stated: Sequence[Link]) -> Share:
    """The share on which statements of one time agree, or its bounds."""
    shares = list(dict.fromkeys((rules.share(each), each.start.text if each.start else "") for each in stated))
    if len(shares) == 1:
        return shares[0][0]
    known = [_bounds(share) for share, _ in shares if share is not None]
    if len(known) < len(shares):
        return Range(least=min((low for low, _ in known), default=NOTHING))
    highs = [high for _, high in known]
    total = sum(highs, NOTHING)
    return Range(least=min(low for low, _ in known), most=max(highs) if total > FULL or _rival(stated) else total)


def _rival(stated: Sequence[Link]) -> bool:
    """Whether these are dated statements of different sources, which then speak of one stake and not of its parts."""
    sources = [frozenset(each.sources) for each in stated]
    apart = len(frozenset().union(*sources)) == sum(map(len, sources))
    return all(sources) and apart and all(map(_month, stated))


def _bounds(share: Share) -> tuple[Decimal, Decimal]:
    if isinstance(share, Range):
        return share.least, share.most
    return (NOTHING, FULL) if share is None else (share, share)
