from datetime import date
from pathlib import Path

import pytest

from briefer.library import Library
from briefer.model.desk import Asked
from briefer.service.desk import Desk
from briefer.service.finding import KEPT

DAY = date(2025, 3, 31)


@pytest.fixture
def desk(sample: Path) -> Desk:
    return Desk(sample / "sample.sqlite")


def captions(desk: Desk, asked: Asked) -> list[str]:
    return [row.caption for row in desk.rows(desk.find(asked).ids)]


@pytest.mark.parametrize("klass", ["A", "B", "C"])
def test_a_class_of_relief_narrows_a_search_and_the_whole(desk: Desk, klass: str) -> None:
    for name in ("", "bank"):
        found = desk.find(Asked(name=name, klass=klass, day=DAY, kind="Company")).ids
        classes = desk.classes(found, DAY)
        assert {classes[id][0] for id in found} <= {klass}
    assert desk.find(Asked(klass=klass, day=DAY)).ids


def test_the_pack_narrows_and_brings_its_measures(desk: Desk) -> None:
    picks = ("ofac-16666", "measure-crimea-embargo")
    assert desk.find(Asked(in_pack=True, picks=picks)).ids == picks
    assert desk.find(Asked(in_pack=True)).ids == ()
    assert desk.find(Asked(in_pack=True, picks=picks, klass="A", day=DAY)).ids == ()
    assert desk.find(Asked(in_pack=True, picks=picks, name="timchenko")).ids == picks[:1]


def test_measures_are_a_kind_and_found_by_the_words_of_their_titles(desk: Desk) -> None:
    every = desk.find(Asked(kind="Measure"))
    assert len(every.ids) > 10
    assert all(row.schema == "Measure" for row in desk.rows(every.ids))
    found = desk.find(Asked(name="embargo CRIMEA"))
    assert found.ids[:2] == ("measure-crimea-embargo", "measure-eu-crimea")
    assert found.matches[0].why == "all words of the title"
    assert desk.find(Asked(name="embargo crimea", kind="Measure")).ids == found.ids[:2]
    for narrower in (
        Asked(programme="X"),
        Asked(regime="CH"),
        Asked(country="ru"),
        Asked(listed=False),
        Asked(kind="Person"),
    ):
        from dataclasses import replace

        assert not any(id.startswith("measure-") for id in desk.find(replace(narrower, name="embargo crimea")).ids)


@pytest.mark.parametrize("name", ["", "bank"])
def test_classes_order_from_the_easiest_to_the_strictest_and_what_has_none_stands_last(desk: Desk, name: str) -> None:
    for down in (False, True):
        ids = desk.find(Asked(name=name, order="class", day=DAY, descending=down)).ids
        classes = [desk.classes(ids, DAY)[id][0] for id in ids if not id.startswith("measure-")]
        ranked = ["ACBD".index(klass) if klass in ("A", "B", "C", "D") else 4 for klass in classes if klass]
        assert ranked == sorted(ranked, reverse=down)
        assert None not in classes[: len(ranked)]


def test_the_nearest_is_named_where_nothing_reaches_the_least_score(desk: Desk) -> None:
    found = desk.find(Asked(name="timchenco", min_score=99))
    assert found.ids == ()
    assert found.nearest is not None
    assert found.nearest[0] == "Gennady Nikolayevich Timchenko"
    assert found.nearest[1] < 99
    assert desk.find(Asked(name="qqqqzz", min_score=99)).nearest is None


def test_a_question_without_a_name_is_answered_once_until_the_library_changes(desk: Desk, sample: Path) -> None:
    first = desk.find(Asked())
    assert desk.find(Asked()).ids is first.ids
    with Library.open(sample / "sample.sqlite") as other:
        source = other.sources()[0]
    from briefer.service.entry import cells_of, store

    with Library.open(sample / "sample.sqlite") as other:
        store(other, "sources", [cells_of(source) | {"note": "Read again."}])
    assert desk.find(Asked()).ids is not first.ids


def test_only_so_many_answers_are_kept(desk: Desk) -> None:
    first = desk.find(Asked()).ids
    for year in range(KEPT + 1):
        desk.find(Asked(listed_from=date(2000 + year, 1, 1)))
    assert desk.find(Asked()).ids is not first


@pytest.mark.parametrize(
    "asked",
    [
        Asked(country="ru"),
        Asked(regime="EU"),
        Asked(programme="UKRAINE-EO13661"),
        Asked(listed=True),
        Asked(listed=False),
        Asked(listed_from=date(2022, 2, 24)),
        Asked(kind="Company", country="ru", regime="US", listed=True),
    ],
)
def test_each_filter_gives_the_same_with_a_name_as_without(desk: Desk, asked: Asked) -> None:
    from dataclasses import replace

    narrowed = set(desk.find(asked).ids)
    named = [id for id in desk.find(replace(asked, name="bank")).ids if not id.startswith("measure-")]
    every = [id for id in desk.find(Asked(name="bank")).ids if not id.startswith("measure-")]
    assert set(named) == narrowed & set(every)


def test_the_countries_of_the_library_have_names(desk: Desk) -> None:
    assert ("ru", "Russia") in desk.countries()
    assert Desk(Path("none.sqlite")).countries() == ()
