"""Which entities of different publishers are proposed as one, and what is decided on them."""

from datetime import datetime

import pytest

from briefer.library import Library, clock, sameness
from briefer.model.answers import Sameness
from briefer.model.errors import BadCall

from .lists import listing, record

OFAC = (
    record("ofac-1", "DERIPASKA, Oleg Vladimirovich", values_=(("birthDate", "1968-01-02"), ("nationality", "Russia"))),
    record(
        "ofac-2",
        "JOINT STOCK COMPANY SBERBANK OF RUSSIA",
        "SBERBANK",
        schema="Company",
        values_=(("innCode", "7707083893"),),
    ),
    record("ofac-3", "LLC SBERBANK CAPITAL", schema="Company", values_=(("innCode", "7736581290"),)),
    record("ofac-4", "PETROV, Ivan Ivanovich", values_=(("birthDate", "1950-01-01"),)),
    record("ofac-5", "NEPTUNE", schema="Vessel", values_=(("imoNumber", "IMO 9123456"),)),
    record("ofac-6", "KALIBRI", schema="Vessel", values_=(("imoNumber", "IMO 9000001"),)),
    record("ofac-7", "Kim NAM", schema="Person"),
    record("ofac-8", "IVANOVA, Olga", values_=(("birthDate", "1970"),)),
    record("ofac-9", "SIDOROV, Pavel", values_=(("country", "ru"),)),
)
EU = (
    record(
        "eu-1",
        "Oleg DERIPASKA",
        "Олег Владимирович Дерипаска",
        values_=(("birthDate", "1968-01-02"), ("country", "RU")),
    ),
    record("eu-2", "Sberbank", schema="Company", values_=(("registrationNumber", "7707083893"),)),
    record("eu-4", "Ivan Ivanovich PETROV", values_=(("birthDate", "1980-01-01"),)),
    record("eu-5", "Poseidon", schema="Vessel", values_=(("imoNumber", "9123456"),)),
    record("eu-6", "Kalibri", schema="Vessel", values_=(("imoNumber", "9000002"),)),
    record("eu-7", "KIM NAM", schema="Vessel"),
    record("eu-8", "Olga Ivanova", values_=(("birthDate", "1970-05-05"),)),
    record("eu-9", "Pavel Sidorov", values_=(("country", "Ukraine"),)),
)


@pytest.fixture
def both(library: Library) -> Library:
    library.import_list(listing(*OFAC, published="2025-01-01"))
    library.import_list(listing(*EU, published="2025-01-01", of="eu-fsf", publisher="EU"))
    return library


def ends(found: tuple[Sameness, ...]) -> set[tuple[str, str]]:
    return {(each.a, each.b) for each in found}


def test_the_obvious_pairs_are_proposed_and_the_wrong_ones_not(both: Library) -> None:
    found = both.proposals()
    assert ends(found) == {("eu-1", "ofac-1"), ("eu-2", "ofac-2"), ("eu-8", "ofac-8"), ("eu-9", "ofac-9")}
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert both.proposals(("ofac-3",)) == ()
    assert ends(both.proposals(("ofac-2",))) == {("eu-2", "ofac-2")}


@pytest.mark.parametrize(("common", "asked"), [(60, 40), (2, 40), (60, 1)])
def test_asking_for_some_entities_gives_what_the_whole_library_would(
    both: Library, monkeypatch: pytest.MonkeyPatch, common: int, asked: int
) -> None:
    monkeypatch.setattr(sameness, "_COMMON", common)
    monkeypatch.setattr(sameness, "_ASKED", asked)
    others = (record("eu-10", "Sberbank Capital", schema="Company"), record("eu-11", "LLC Sberbank", schema="Company"))
    both.import_list(listing(*others, published="2025-01-01", of="eu-more", publisher="EU"))
    whole = both.proposals(min_score=0)
    for id in ("ofac-1", "ofac-2", "ofac-3", "eu-5"):
        assert both.proposals((id,), min_score=0) == tuple(each for each in whole if id in (each.a, each.b))
    assert set(both.proposals(("ofac-1", "eu-5"), min_score=0)) == {
        each for each in whole if {"ofac-1", "eu-5"} & {each.a, each.b}
    }


def test_the_features_stand_side_by_side(both: Library) -> None:
    found = {(each.a, each.b): each for each in both.proposals(min_score=0)}
    said = {ids: [(each.name, each.says, each.points) for each in same.features] for ids, same in found.items()}
    assert said["eu-1", "ofac-1"] == [("name", "same", 100), ("birth", "same", 12), ("country", "same", 3)]
    assert said["eu-2", "ofac-2"][1:] == [("number", "same", 30)]
    assert said["eu-4", "ofac-4"] == [("name", "same", 100), ("birth", "differs", -40)]
    assert said["eu-5", "ofac-5"] == [("name", "differs", 0), ("IMO number", "same", 30)]
    assert said["eu-6", "ofac-6"][1] == ("IMO number", "differs", -40)
    assert said["eu-8", "ofac-8"][1] == ("birth", "alike", 6)
    assert said["eu-9", "ofac-9"][1] == ("country", "differs", -3)
    assert said["eu-2", "ofac-3"][1] == ("number", "differs", -25)
    assert ("eu-7", "ofac-7") not in said
    birth = found["eu-8", "ofac-8"].features[1]
    assert (birth.a, birth.b) == (("1970-05-05",), ("1970",))


@pytest.mark.parametrize("least", [1, 50, 85, 90, 91, 100])
def test_leaving_out_pairs_that_cannot_score_enough_changes_no_answer(both: Library, least: int) -> None:
    whole = both.proposals(min_score=0)
    assert both.proposals(min_score=least) == tuple(each for each in whole if each.score >= least)


def test_names_are_not_compared_where_what_stands_beside_them_decides(
    both: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[str, str]] = []
    named = sameness._named
    monkeypatch.setattr(sameness, "_named", lambda a, b: compared.append((a.id, b.id)) or named(a, b))
    both.proposals()
    assert ("eu-4", "ofac-4") not in compared
    both.proposals(min_score=0)
    assert ("eu-4", "ofac-4") in compared


def test_names_are_compared_no_further_than_to_an_exact_one(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    scored: list[tuple[str, ...]] = []
    score = sameness._score
    monkeypatch.setattr(sameness, "_score", lambda *asked: scored.append(asked[:2]) or score(*asked))
    library.import_list(listing(record("eu-1", "Oleg Deripaska", "Deripaska Oleg V", "O Deripaska"), publisher="EU"))
    library.import_list(listing(record("ofac-1", "DERIPASKA, Oleg"), of="sdn", publisher="OFAC"))
    (found,) = library.proposals()
    assert (found.features[0].says, found.features[0].points) == ("same", 100)
    assert scored == [("oleg deripaska", "deripaska oleg")]


def test_entities_of_one_publisher_are_never_proposed(library: Library) -> None:
    library.import_list(listing(*OFAC, record("ofac-10", "Oleg Deripaska Vladimirovich")))
    assert library.proposals() == ()


def test_a_decision_says_who_when_and_why_and_can_be_undone(both: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2025, 3, 1))  # noqa: DTZ001
    made = both.decide("ofac-1", "eu-1", "yes", by=" A. Clerk ", why="same birth")
    assert (made.a, made.b, made.decision, made.by, made.why, made.at) == (
        "eu-1", "ofac-1", "yes", "A. Clerk", "same birth", "2025-03-01T00:00:00"
    )  # fmt: skip
    assert ("eu-1", "ofac-1") not in ends(both.proposals())
    assert both.decisions() == both.decisions(("ofac-1",)) == (made,)
    assert both.decisions(("ofac-2",)) == ()
    both.decide("eu-1", "ofac-1", "undo", by="B")
    assert both.decisions() == ()
    assert ("eu-1", "ofac-1") in ends(both.proposals())
    assert [(each.decision, each.by) for each in both.decisions(history=True)] == [("yes", "A. Clerk"), ("undo", "B")]


def test_a_decision_joins_nothing_in_silence(both: Library) -> None:
    both.decide("ofac-1", "eu-1", "yes", by="A")
    assert [each.id for each in both.entities(("eu-1", "ofac-1"))] == ["eu-1", "ofac-1"]


@pytest.mark.parametrize(
    ("a", "b", "decision", "by", "said"),
    [
        ("ofac-1", "eu-1", "maybe", "A", "“maybe” is no decision; say yes, no or undo."),
        ("ofac-1", "ofac-1", "yes", "A", "ofac-1 is named twice"),
        ("ofac-1", "eu-1", "yes", " ", "say who decides with --by NAME"),
        ("ofac-1", "eu-99", "yes", "A", "does not know eu-99;"),
        ("ofac-1", "eu-1", "undo", "A", "Nothing is decided on eu-1 and ofac-1"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(both: Library, a: str, b: str, decision: str, by: str, said: str) -> None:
    with pytest.raises(BadCall, match=said):
        both.decide(a, b, decision, by=by)


def test_the_bounds_of_a_birth_are_readable(library: Library) -> None:
    library.import_list(listing(record("ofac-1", "Olga Ivanova", values_=(("birthDate", "1970-05"),))))
    library.import_list(
        listing(record("eu-1", "Olga Ivanova", values_=(("birthDate", "about 1970"),)), of="eu", publisher="EU")
    )
    assert [each.name for each in library.proposals()[0].features] == ["name"]
    made = library.decide("ofac-1", "eu-1", "no", by="A")
    assert made.score == 90
