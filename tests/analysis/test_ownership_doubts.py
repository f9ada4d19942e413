"""What is open after a delisting is worked out from what was open before, and is the same as worked out afresh."""

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from briefer.analysis.ownership import Case, case
from briefer.analysis.ownership_doubts import Scene
from briefer.analysis.ownership_spread import reached
from briefer.model.facts import Entity, Link
from tests.analysis.holdings import LISTING, REGIMES, entity, world
from tests.analysis.test_ownership import DAY, SHARES

ASKED = ("open", "maybe", "arguable", "uncertain", "touched", "indeterminate", "review", "flagged", "notable")


def people(dice: random.Random) -> list[Entity]:
    """A small world with unstated and differing shares, rings, posts and several listed."""
    ids = [chr(65 + number) for number in range(dice.randint(2, 12))]
    return [
        entity(
            id,
            *(LISTING.values() if dice.random() < 0.4 else ()),
            links=(*(_holding(dice, id, ids) for _ in range(dice.randint(0, 3))), *_post(dice, id, ids)),
        )
        for id in ids
    ]


def _holding(dice: random.Random, id: str, ids: list[str]) -> Link:
    share = dice.choice(SHARES)
    stated = Decimal(share) if share else None
    return Link(kind="Ownership", subject=id, object=dice.choice(ids), percentage=stated, origin=dice.choice("ab"))


def _post(dice: random.Random, id: str, ids: list[str]) -> Iterator[Link]:
    if dice.random() < 0.3:
        yield Link(kind="Directorship", subject=id, object=dice.choice(ids), role="Director")


def afresh(asked: Case, lifted: frozenset[int]) -> Scene:
    return replace(asked, seeds=asked.seeds - lifted).former


@pytest.mark.parametrize("rule", REGIMES)
def test_without_some_of_the_listed_all_is_as_if_they_had_never_been_listed(rule: str) -> None:
    dice = random.Random(80)
    for _ in range(1500):
        asked = case(people(dice), rule, DAY)
        nodes = range(len(asked.graph.ids))
        for lifted in (frozenset(dice.sample(nodes, dice.randint(1, 2))) for _ in range(3)):
            now = asked.former.without(lifted, reached(asked.graph, lifted, control=True))
            anew = afresh(asked, lifted)
            for name in ASKED:
                said, wanted = ([getattr(scene, name)(node) for node in nodes] for scene in (now, anew))
                assert said == wanted, name
            assert now.state.sums == anew.state.sums


def test_lifting_what_is_not_listed_leaves_everything_as_it_was() -> None:
    asked = case(world("X60 A; A60 B", "X"), "us", DAY)
    assert asked.former.without([asked.graph.places["A"]], range(3)) is asked.former


def test_a_second_delisting_is_answered_as_the_first_was() -> None:
    asked = case(world("X60+Y? A; A? B; X! C; Y40 C", "XY"), "eu", DAY)
    lifted = frozenset({asked.graph.places["X"]})
    area = reached(asked.graph, lifted, control=True)
    one, other = (asked.former.without(lifted, area) for _ in range(2))
    assert [one.why(node) for node in area] == [other.why(node) for node in area]
    assert asked.former.why(asked.graph.places["B"]) == one.why(asked.graph.places["B"])
