from datetime import date

import pytest

from briefer.model.pack import Pack, PackSection, Tranche
from briefer.service import edits


def section(id: str, parent: str = "", **fields: object) -> PackSection:
    return PackSection(id=id, kind="text", title=id.upper(), parent=parent, **fields)  # type: ignore[arg-type]


@pytest.fixture
def pack() -> Pack:
    return Pack(
        title="T",
        as_of=date(2025, 3, 31),
        entities=("a", "b"),
        measures=("measure-x",),
        tranches=(Tranche(id="t", title="T", entities=("a", "b"), measures=("measure-x",)),),
        sections=(section("one"), section("one-a", "one"), section("one-b", "one"), section("two"), section("three")),
    )


def order(pack: Pack) -> list[str]:
    return [each.id for each, _level in edits.outline(pack)]


def test_a_pick_counts_once_and_stays_where_it_is(pack: Pack) -> None:
    assert edits.add(pack, "entities", ["b", "c", "c"]).entities == ("a", "b", "c")


def test_a_pick_that_goes_leaves_its_tranche_as_well(pack: Pack) -> None:
    left = edits.remove(pack, "entities", ["a"])
    assert (left.entities, left.tranches[0].entities) == (("b",), ("b",))
    assert edits.remove(pack, "measures", ["measure-x"]).tranches[0].measures == ()
    assert edits.remove(edits.add(pack, "positions", ["p"]), "positions", ["p"]) == pack


def test_a_measure_is_told_by_its_id() -> None:
    assert edits.group_of("measure-x") == "measures"
    assert edits.group_of("ofac-1") == "entities"


def test_a_section_moves_with_all_that_stands_under_it(pack: Pack) -> None:
    assert order(edits.place(pack, "one", "", "three")) == ["two", "one", "one-a", "one-b", "three"]
    under = edits.place(pack, "one", "two", "")
    assert order(under) == ["two", "one", "one-a", "one-b", "three"]
    assert edits.section(under, "one").parent == "two"  # type: ignore[union-attr]
    assert order(edits.place(pack, "one", "", "")) == ["two", "three", "one", "one-a", "one-b"]


def test_a_section_is_not_put_under_itself(pack: Pack) -> None:
    assert edits.place(pack, "one", "one-a", "") == pack
    assert edits.place(pack, "one", "", "one-b") == pack


@pytest.mark.parametrize(
    ("id", "by", "after"),
    [
        ("two", -1, ["two", "one", "one-a", "one-b", "three"]),
        ("two", 1, ["one", "one-a", "one-b", "three", "two"]),
        ("one-b", -1, ["one", "one-b", "one-a", "two", "three"]),
        ("one-a", 1, ["one", "one-b", "one-a", "two", "three"]),
        ("one", -1, ["one", "one-a", "one-b", "two", "three"]),
        ("three", 1, ["one", "one-a", "one-b", "two", "three"]),
        ("none", 1, ["one", "one-a", "one-b", "two", "three"]),
    ],
)
def test_a_step_moves_among_siblings(pack: Pack, id: str, by: int, after: list[str]) -> None:
    assert order(edits.step(pack, id, by)) == after


def test_a_new_section_stands_after_the_chosen_one_and_all_under_it(pack: Pack) -> None:
    now, id = edits.insert(pack, "one", "Fresh")
    assert order(now) == ["one", "one-a", "one-b", id, "two", "three"]
    again, other = edits.insert(now, "nobody", "Last")
    assert order(again)[-1] == other != id


def test_deleting_takes_what_stands_under_it(pack: Pack) -> None:
    assert order(edits.delete(pack, "one")) == ["two", "three"]


def test_what_differs_is_told_by_meaning(pack: Pack) -> None:
    now = edits.change(edits.add(pack, "positions", ["p", "q"]), "two", text="three words here")
    now = edits.delete(edits.change(edits.remove(now, "entities", ["a"]), "one", marking="CUI"), "three")
    now, id = edits.insert(now, "two", "Fresh")
    said = edits.told(pack, edits.change(now, id, text="one"))
    assert said == (
        "1 entities taken out",
        "2 positions added",
        "“ONE”: title, place, marking or status",
        "“TWO”: 3 words, 0 in the other",
        "“Fresh” is new, 1 word",
        "“THREE” is not there",
        "tranches changed",
    )
    assert edits.told(pack, pack) == ()


def test_one_pick_takes_the_place_of_another_with_its_mark() -> None:
    pack = Pack(title="P", as_of=date(2025, 1, 1), positions=("a", "b", "c"), marks={"b": "CUI"})
    now = edits.swap(pack, "positions", "b", "b-2")
    assert now.positions == ("a", "b-2", "c")
    assert now.marks == {"b": "CUI", "b-2": "CUI"}
    assert edits.swap(pack, "positions", "a", "c").positions == ("c", "b")
