"""A pack of any number of picks with all that is known of them, always the same, for the benchmarks.

Picks carry two to five designations in as many regimes under tags that the rulebook knows, own each other and companies
that are not picked, and are spoken of by holders in several camps; a third of the picks names further sources.
"""

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice

from briefer import assemble, rulebook
from briefer.model.brief import Dossier
from briefer.model.facts import Designation, Entity, Link, Measure, PartialDate, Snapshot, Value
from briefer.model.law import Rulebook
from briefer.model.pack import Pack, Tranche
from briefer.model.policy import Issue, Position, Source
from briefer.pack import new
from tests.bench.make_names import made_up

AS_OF = date(2025, 3, 31)
LISTS = {"US": "ofac-sdn", "EU": "eu-fsf", "UK": "uk-sanctions-list", "CA": "ca-sema", "UN": "un-sc"}
KINDS = {"US": ("SDN", ("Blocking",)), "UN": ("UN List", ("Asset freeze", "Travel ban"))}
ELSEWHERE = ("List", ("Asset freeze",))
GROUP = 12
"""So many picks, with as many companies that are not picked, hold shares in each other."""

RINGS = 0.02
HOLDERS = 40
ISSUES = 8
SHARES = ("100", "75", "51", "50", "49.99", "33.33", "25", "10")
TANGLED = 12
"""So many holdings has everybody of the tangle."""

SMALLER = ("51", "33.33", "25", "10", "5")


def pack(number: int) -> tuple[Pack, Dossier]:
    """A pack of so many picks, with its dossier."""
    dice, book = random.Random(300), rulebook.load()
    names = list(islice(made_up(number * 2), number * 2))
    picks = tuple(_entity(dice, book, f"pick-{place}", names[place], number) for place in range(number))
    others = tuple(_entity(dice, book, f"other-{place}", names[number + place], number) for place in range(number))
    measures = tuple(_measure(place) for place in range(4))
    issues = tuple(
        Issue(id=f"issue-{n}", title=f"Question {n}", proposition="Ease it.", order=n) for n in range(ISSUES)
    )
    positions = tuple(_position(dice, place, number) for place in range(number))
    dossier = Dossier(
        as_of=AS_OF,
        entities=picks,
        neighbours=others,
        measures=measures,
        positions=positions,
        issues=issues,
        sources=tuple(_source(place) for place in range(number)),
        lists=tuple(_snapshot(regime, list_) for regime, list_ in LISTS.items()),
        law=rulebook.excerpt(book, (*picks, *others), measures, AS_OF),
    )
    ids = {"entities": _ids(picks), "measures": _ids(measures), "positions": _ids(positions), "issues": _ids(issues)}
    made = new(
        assemble.template("relief-options"),
        title="Three hundred",
        as_of=AS_OF,
        marking="UNCLASSIFIED",
        scheme="us",
        **ids,
    )
    return _with_tranches(made, picks), dossier


def tangle(number: int) -> tuple[Entity, ...]:
    """So many listed picks and twice as many companies that hold shares of each other without any order."""
    dice = random.Random(80)
    ids = [*(f"pick-{place}" for place in range(number)), *(f"other-{place}" for place in range(2 * number))]
    return tuple(_tangled(dice, id, ids) for id in ids)


def _tangled(dice: random.Random, id: str, ids: list[str]) -> Entity:
    listed = id.startswith("pick")
    holdings = (_stake(dice, id, dice.choice(ids)) for _ in range(TANGLED))
    designations = tuple(
        Designation(regime=regime, programme="Russia", list_type=kind, classes=("asset-freeze",))
        for regime, kind in (("US", "SDN"), ("EU", "Annex I"), ("UK", "UK Sanctions List"))
    )
    return Entity(
        id=id,
        schema="Company",
        caption=f"Company {id}",
        designations=designations if listed else (),
        links=tuple(holdings),
        listed=listed,
    )


def _stake(dice: random.Random, owner: str, asset: str) -> Link:
    share = Decimal(dice.choice(SMALLER)) if dice.random() < 0.9 else None
    return Link(kind="Ownership", subject=owner, object=asset, percentage=share, origin=dice.choice(("one", "two")))


def _ids(things: tuple[Entity | Measure | Position | Issue, ...]) -> tuple[str, ...]:
    return tuple(thing.id for thing in things)


def _with_tranches(made: Pack, picks: tuple[Entity, ...]) -> Pack:
    halves = (_ids(picks[::2]), _ids(picks[1::2]))
    tranches = (
        Tranche(id="t-licence", title="Licence", kind="licence", issues=("issue-1",)),
        *(
            Tranche(id=f"t-{n}", title=f"Tranche {n}", entities=half, issues=("issue-2",))
            for n, half in enumerate(halves)
        ),
        Tranche(id="t-broad", title="Broad", kind="broad", issues=("issue-3",)),
    )
    return replace(made, tranches=tranches)


def _entity(dice: random.Random, book: Rulebook, id: str, name: str, number: int) -> Entity:
    person = dice.random() < 0.5
    regimes = dice.sample(list(LISTS), dice.randint(2, 5)) if id.startswith("pick") else []
    listed = tuple(_designation(dice, book, regime, number) for regime in regimes)
    return Entity(
        id=id,
        schema="Person" if person else "Company",
        caption=name,
        values=(Value(prop="name", value=name, origin="ofac-sdn@2025-03-25#00000000"),),
        designations=listed,
        links=tuple(_link(dice, id, number) for _ in range(dice.randint(0, 2))),
        listed=bool(listed),
    )


def _designation(dice: random.Random, book: Rulebook, regime: str, number: int) -> Designation:
    tags = sorted({row.tag for row in book.programmes if row.regime == regime}) or ["Russia"]
    kind, measures = KINDS.get(regime, ELSEWHERE)
    return Designation(
        regime=regime,
        programme=dice.choice(tags),
        list_type=kind,
        measures=measures,
        start=_day(dice),
        origin=f"{LISTS[regime]}@2025-03-25#00000000",
        sources=(f"source-{dice.randrange(number)}",) if dice.random() < 0.3 else (),
    )


def _link(dice: random.Random, id: str, number: int) -> Link:
    """A holding within a group: of a company beside the picks or of a later pick, now and then of an earlier one."""
    place = int(id.rpartition("-")[2])
    first = place // GROUP * GROUP
    ring = dice.random() < RINGS
    last = min(first + GROUP, number) - 1
    asset = dice.randint(first, last) if ring else min(place + dice.randint(1, 3), last)
    share = Decimal(dice.choice(SHARES)) if dice.random() < 0.9 else None
    return Link(
        kind="Ownership",
        subject=id,
        object=f"{dice.choice(('pick', 'other', 'other'))}-{asset}",
        percentage=share,
        stated=str(share or ""),
        as_of=_day(dice),
        sources=(f"source-{dice.randrange(number)}",),
    )


def _position(dice: random.Random, place: int, number: int) -> Position:
    return Position(
        id=f"position-{place}",
        holder=f"Holder {dice.randrange(HOLDERS)}",
        issue=f"issue-{dice.randrange(ISSUES)}",
        stance=dice.choice((-2, -1, 0, 1, 2, None)),
        capacity=dice.choice(("Minister", "Member of parliament", "Spokesman")),
        entities=(f"pick-{dice.randrange(number)}",),
        said_on=_day(dice),
        quote="It is too early to speak of easing, and too late to speak of nothing else.",
        source=f"source-{dice.randrange(number)}",
    )


def _measure(place: int) -> Measure:
    start = PartialDate(text="2022-03-08", earliest=date(2022, 3, 8), latest=date(2022, 3, 8))
    return Measure(id=f"measure-{place}", title=f"Import ban {place}", regime="US", authority="E.O. 14066", start=start)


def _source(place: int) -> Source:
    return Source(id=f"source-{place}", title=f"Report {place}", publisher="Bench", url=f"https://example.org/{place}")


def _snapshot(regime: str, list_: str) -> Snapshot:
    return Snapshot(
        id=f"{list_}@2025-03-25#00000000",
        list=list_,
        title=list_,
        publisher="Bench",
        regime=regime,
        format="bench",
        published=date(2025, 3, 25),
        sha256="0" * 64,
        entities=300,
    )


def _day(dice: random.Random) -> PartialDate:
    day = date(2014, 3, 17) + timedelta(days=dice.randrange(4000))
    return PartialDate(text=day.isoformat(), earliest=day, latest=day)
