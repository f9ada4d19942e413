"""Shares that somebody blocked held and no longer holds: a person has to judge whether the transfer was a sham."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from briefer.analysis import ownership_rules as rules
from briefer.analysis.force import in_force
from briefer.analysis.moments import in_words
from briefer.language import _, day_in_words, mark
from briefer.model.facts import Designation, Entity, Link, Range
from briefer.model.ripple import OwnershipRule

FULL = Decimal(100)
FAMILY = "Family"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """One regime's word on transfers by the blocked, as a dated row.

    It is applied to what ended after the owner's listing or up to `before` ahead of it, to what has no day, and to any
    transfer after which a relative of the owner holds a part.
    """

    regime: str
    valid_from: date
    before: timedelta
    says: str
    citation: str


GUIDANCE = (
    Guidance(
        regime="US",
        valid_from=date(2026, 3, 31),
        before=timedelta(days=365),  # our reading: the guidance as reported names no period
        says=mark("OFAC looks past formal records of shares after a divestment"),
        citation="OFAC, Guidance on Sham Transactions and Sanctions Evasion, 31 March 2026",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A share of `asset` that `owner` held until `ended`; `kin` are relatives of the owner who hold a part of it now.

    `share` is None where it is not stated, `ended` and `listed` (since when the owner is) where no day is known.
    """

    owner: str
    asset: str
    share: Decimal | Range | None
    guidance: Guidance
    until: str = ""
    ended: date | None = None
    listed: date | None = None
    kin: tuple[str, ...] = ()

    @property
    def most(self) -> Decimal:
        """The most that the share can have been, in per cent."""
        return self.share.most if isinstance(self.share, Range) else FULL if self.share is None else self.share

    def sentence(self, name: Callable[[str], str]) -> str:
        """Says what ended when and why a person has to look at it."""
        judge = _(
            "{held}; {guidance}, and a person has to judge whether the transfer was a sham ({citation}).",
            held=self._apart(_held(self, self.until, name)),
            guidance=_(self.guidance.says),
            citation=self.guidance.citation,
        )
        kin = _("{names}, of the same family, now has a part of it.", names=_family(self.kin, name)) if self.kin else ""
        return f"{judge} {kin}" if kin else judge

    def _apart(self, held: str) -> str:
        """Adds how far the end lies from the listing."""
        if not (self.ended and self.listed):
            return held
        days = (self.ended - self.listed).days
        said = {"held": held, "days": abs(days), "day": day_in_words(self.listed)}
        if days < 0:
            return _("{held}, {days} days before the listing of {day}", **said)
        return _("{held}, {days} days after the listing of {day}", **said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A share of `asset` that `owner` held until `ended`, where relatives (`kin`) hold a part of it on the day."""

    owner: str
    asset: str
    share: Decimal | Range | None
    ended: date | None
    day: date
    kin: tuple[str, ...]

    def sentence(self, name: Callable[[str], str]) -> str:
        """Says who held what until when and who of the family holds a part now, and concludes nothing."""
        return _(
            "{held}; {names}, of the same family, now has a part of it.",
            held=_held(self, self._until(), name),
            names=_family(self.kin, name),
        )

    def _until(self) -> str:
        if self.ended is None:
            return ""
        days = (self.day - self.ended).days
        return _("{end}, {days} days before {day}", end=day_in_words(self.ended), days=days, day=day_in_words(self.day))


def _held(one: Transfer | Handed, until: str, name: Callable[[str], str]) -> str:
    """Says who held what of which company until when."""
    return _(
        "{owner} held {share} of {asset} until {end}",
        owner=name(one.owner),
        share=_stated(one.share),
        asset=name(one.asset),
        end=until or _("a day not stated"),
    )


def _stated(share: Decimal | Range | None) -> str:
    return _("{share} per cent", share=f"{share.normalize():f}") if isinstance(share, Decimal) else _("a share")


def _family(kin: Iterable[str], name: Callable[[str], str]) -> str:
    return _(" and ").join(map(name, kin))


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A company whose own listing ended (`until`), and of which somebody listed holds too little to block it."""

    owner: str
    asset: str
    share: Decimal
    until: str
    guidance: Guidance

    def sentence(self, name: Callable[[str], str]) -> str:
        """Says since when it is off the list, who holds what of it, and what a person has to judge."""
        off = {"asset": name(self.asset), "regime": self.guidance.regime}
        return _(
            "{off}, and {owner}, who is listed, holds {share} per cent of it; {guidance}: where the share was cut for "
            "that, a person has to judge whether the transfer was a sham ({citation}).",
            off=_("{asset} came off the {regime} list ({day})", day=self.until, **off)
            if self.until
            else _("{asset} came off the {regime} list", **off),
            owner=name(self.owner),
            share=f"{self.share.normalize():f}",
            guidance=_(self.guidance.says),
            citation=self.guidance.citation,
        )


def released(everybody: Sequence[Entity], links: Iterable[Link], rule: OwnershipRule, day: date) -> Iterator[Released]:
    """Gives who came off the list with a listed holder below the threshold, where guidance on transfers is out."""
    guidance = _guidance(rule, day)
    off = {each.id: text for each in everybody if guidance and (text := _off(each, rule.regime, day)) is not None}
    held = [link for link in links if off and link.kind == rules.HOLDING and link.object in off]
    owners = {link.subject for link in held}
    listed = {
        each.id for each in everybody if each.id in owners and rules.seeds(each.designations, rule.regime, day)[0]
    }
    for link in held:
        share = None if rules.only_later(link, day) else rules.share(link)
        if guidance and link.subject in listed and isinstance(share, Decimal) and 0 < share < rule.percent:
            until = off[link.object] or ""
            yield Released(owner=link.subject, asset=link.object, share=share, until=until, guidance=guidance)


def _off(each: Entity, regime: str, day: date) -> str | None:
    """The end of the last blocking listing of somebody listed no more; empty without a day, None where it is not so."""
    said = [item for item in each.designations if rules.freezes(item, regime) is not False]
    if not said or any(in_force(item, day) for item in said):
        return None
    over = [item for item in said if item.ended or (item.until and item.until.latest and item.until.latest <= day)]
    dated = [item.until for item in over if item.until and item.until.latest]
    last = max(dated, key=lambda end: end.latest or day, default=None)
    return in_words(last) if last else "" if over else None


def handed(everybody: Iterable[Entity], rule: OwnershipRule, day: date) -> Iterator[Handed]:
    """Gives what went to a relative by a day, where the regime has no guidance on it that `transfers` would apply."""
    people = list(everybody) if _guidance(rule, day) is None else []
    families = _families(link for each in people for link in each.links)
    # Without a family nothing is to be found, and a library may hold a million links.
    links = dict.fromkeys(link for each in people if families for link in each.links if link.subject and link.object)
    holders = _holders(links, day)
    for (owner, asset), ended in _ended(links, day).items():
        if kin := tuple(sorted(families.get(owner, set()) & holders.get(asset, set()))):
            last = max((end for link in ended if (end := _day(link))), default=None)
            yield Handed(owner=owner, asset=asset, share=_most(ended), ended=last, day=day, kin=kin)


def _guidance(rule: OwnershipRule, day: date) -> Guidance | None:
    return next((row for row in GUIDANCE if row.regime == rule.regime and row.valid_from <= day), None)


def ends(transfer: Transfer) -> tuple[str, str]:
    """Who held what."""
    return transfer.owner, transfer.asset


def transfers(everybody: Iterable[Entity], rule: OwnershipRule, day: date) -> Iterator[Transfer]:
    """Gives what had ended by a day and is for review under a rule; nothing where no guidance of the regime is out."""
    guidance = _guidance(rule, day)
    people = list(everybody) if guidance else []
    links = dict.fromkeys(link for each in people for link in each.links if link.subject and link.object)
    families, holders = _families(links), _holders(links, day)
    listed = {each.id: _listed(each.designations, rule.regime, day) for each in people}
    for (owner, asset), ended in _ended(links, day).items():
        kin = tuple(sorted(families[owner] & holders[asset]))
        last = max(ended, key=lambda link: _day(link) or date.max)
        since = listed.get(owner)
        if guidance and (kin or _near(_day(last), since, guidance.before)):
            yield Transfer(
                owner=owner,
                asset=asset,
                share=_most(ended),
                guidance=guidance,
                until=in_words(last.end) if last.end else "",
                ended=_day(last),
                listed=since,
                kin=kin,
            )


def _ended(links: Iterable[Link], day: date) -> dict[tuple[str, str], list[Link]]:
    """The holdings that were over on a day, by owner and asset."""
    found: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        last = _day(link)
        if link.kind == rules.HOLDING and link.subject != link.object and (last <= day if last else link.ended):
            found[link.subject, link.object].append(link)
    return found


def _day(link: Link) -> date | None:
    return link.end.latest if link.end else None


def _most(ended: Iterable[Link]) -> Decimal | Range | None:
    """The largest share that is stated; of parts that one list says ended on one day, the sum."""
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for link in ended:
        share = rules.share(link)
        if not isinstance(share, Decimal):
            return share
        sums[link.origin.partition("@")[0], link.end.text if link.end else ""] += share
    return min(max(sums.values()), FULL)


def _families(links: Iterable[Link]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.kind == FAMILY:
            found[link.subject].add(link.object)
            found[link.object].add(link.subject)
    return found


def _holders(links: Iterable[Link], day: date) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.kind == rules.HOLDING and rules.counts(link, day):
            found[link.object].add(link.subject)
    return found


def _listed(designations: Iterable[Designation], regime: str, day: date) -> date | None:
    """Since when somebody is blocked in their own right, None where they are not or no day is known."""
    held = [each for each in designations if in_force(each, day) and rules.freezes(each, regime) is not False]
    days = [each.start.earliest for each in held if each.start and each.start.earliest]
    return min(days, default=None)


def _near(ended: date | None, listed: date | None, before: timedelta) -> bool:
    return ended is None or listed is None or ended >= listed - before
