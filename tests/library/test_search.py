"""Which entities a name finds, how high, and what is said of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.library import Library
from briefer.model.answers import Hit

from .lists import listing, record, tag

RECORDS = (
    record("ofac-1", "DERIPASKA, Oleg Vladimirovich", tags=(tag("UKRAINE-EO13661"), tag("UKRAINE-EO13662"))),
    record("ofac-2", "PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA", "Sberbank", "PAO SBERBANK", schema="Company"),
    record("ofac-3", "OOO ROSTEC", "РОСТЕХ", schema="Organization", tags=(tag(until="2020-01-01"),)),
    record("ofac-4", "KHABAROV, Yevgeniy Sergeyevich", tags=(tag("CUBA", ended=True), tag("X", start="2999-01-01"))),
    record("ofac-5", "ROSTEC MARINE", schema="Vessel"),
    record("ofac-6", "BANK ROSSIYA", schema="Company"),
    record("ofac-7", "PETROV, Oleg Ivanovich"),
    record("ofac-8", "Kim “NEAR” Jong's", "*", ""),
    *(record(f"ofac-1{number:03}", f"OOO BANK {chr(65 + number)}RENA", schema="Company") for number in range(26)),
)


@pytest.fixture
def filled(library: Library) -> Library:
    library.import_list(listing(*RECORDS, published="2025-01-01"))
    return library


def first(library: Library, name: str) -> Hit:
    return library.search(name)[0]


def test_a_hit_says_which_name_matched_and_why(filled: Library) -> None:
    assert first(filled, "Oleg Vladimirovich Deripaska") == Hit(
        id="ofac-1",
        caption="DERIPASKA, Oleg Vladimirovich",
        schema="Person",
        score=100,
        matched="DERIPASKA, Oleg Vladimirovich",
        why="all words",
        programmes=("UKRAINE-EO13661", "UKRAINE-EO13662"),
        listed=True,
    )


@pytest.mark.parametrize(
    ("asked", "found", "why"),
    [
        ("Дерипаска", "ofac-1", "all words, transliterated from Cyrillic"),
        ("Олег Дерипаска", "ofac-1", "all words, transliterated from Cyrillic"),
        ("Хабаров Евгений", "ofac-4", "all words, transliterated from Cyrillic"),
        ("Ростех", "ofac-3", "exact name"),
        ("deripaska", "ofac-1", "all words"),
        ("DERIPASCA", "ofac-1", "all words, some spelt differently"),
        ("Oleg Deripaska Timurovich", "ofac-1", "2 of 3 words"),
        ("Oleg Deripaska", "ofac-1", "all words"),
        ("Sberbank PAO", "ofac-2", "all words"),
        ("ofac-5", "ofac-5", "identifier"),
        (" ofac-5 ", "ofac-5", "identifier"),
        ("Rostec", "ofac-3", "all words"),
        ("Derizzz", "", ""),
        ("Rossiya Bank", "ofac-6", "all words"),
        ("LLC", "", ""),
    ],
)
def test_a_name_finds_its_entity(filled: Library, asked: str, found: str, why: str) -> None:
    hits = filled.search(asked)
    assert (hits[0].id, hits[0].why) == (found, why) if found else hits == ()


def test_a_generic_word_weighs_little(filled: Library) -> None:
    assert first(filled, "OOO Rostec Bank").id == "ofac-3"
    assert first(filled, "Deripaska LLC").score > 80


def test_a_whole_name_stands_above_a_part_of_one(filled: Library) -> None:
    assert [each.id for each in filled.search("Rostec")][:2] == ["ofac-3", "ofac-5"]
    scores = [each.score for each in filled.search("Oleg Deripaska")]
    assert scores == sorted(scores, reverse=True)


def test_what_has_ended_or_not_begun_is_not_in_force(filled: Library) -> None:
    assert [(first(filled, name).programmes, first(filled, name).listed) for name in ("Khabarov", "OOO Rostec")] == [
        ((), False),
        ((), False),
    ]


def test_the_kind_covers_its_own_kinds(filled: Library) -> None:
    def kinds(kind: str) -> set[str]:
        return {each.schema for each in filled.search("Rostec", kind=kind)}

    assert kinds("LegalEntity") == kinds("organization") == {"Organization"}
    assert kinds("Vessel") == kinds("Asset") == {"Vessel"}
    assert kinds("Thing") == kinds("") == {"Vessel", "Organization"}
    assert kinds("Person") == set()


def test_the_programme_the_score_and_the_limit_narrow(filled: Library) -> None:
    assert [each.id for each in filled.search("Oleg", programme="ukraine-eo13661")] == ["ofac-1"]
    assert {each.score >= 90 for each in filled.search("Deripaska Oleg", min_score=90)} == {True}
    assert len(filled.search("bank", limit=3)) == 3
    assert filled.search("bank", limit=0) == ()


@pytest.mark.parametrize("asked", ["", "  ", "*", '"', "-", "'", "№"])
def test_a_query_without_words_finds_nothing(filled: Library, asked: str) -> None:
    assert filled.search(asked) == ()


@pytest.mark.parametrize("asked", ['"Deripaska"', "Deripaska*", "Deripaska -Oleg", "key:Deripaska", "Deripaska') --"])
def test_search_operators_are_data(filled: Library, asked: str) -> None:
    assert first(filled, asked).id == "ofac-1"


@pytest.mark.parametrize("asked", ["NEAR", "NOT near", "Kim AND NEAR", "near OR"])
def test_words_that_are_operators_are_words(filled: Library, asked: str) -> None:
    assert first(filled, asked).id == "ofac-8"


def test_a_changed_name_replaces_the_former(filled: Library) -> None:
    filled.import_list(listing(record("ofac-1", "SOMEBODY ELSE"), *RECORDS[1:], published="2025-02-01"))
    assert filled.search("Deripaska", min_score=80) == ()
    assert first(filled, "somebody else").id == "ofac-1"


def test_an_entity_whose_name_has_no_letters_is_found_by_its_id(library: Library) -> None:
    library.import_list(listing(record("ofac-1", "***")))
    assert [each.caption for each in library.search("ofac-1")] == ["***"]


def test_a_delisted_entity_is_found_and_not_shown_as_listed(filled: Library) -> None:
    filled.import_list(listing(*RECORDS[1:], published="2025-02-01"))
    assert (first(filled, "Deripaska").listed, first(filled, "Deripaska").programmes) == (False, ())


def test_any_text_is_answered(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Library.open(tmp_path_factory.mktemp("any") / "library.sqlite") as library:
        library.import_list(listing(*RECORDS))

        @settings(max_examples=150, deadline=None)
        @given(st.text(max_size=40))
        def answered(asked: str) -> None:
            assert all(0 <= each.score <= 100 for each in library.search(asked))

        answered()
