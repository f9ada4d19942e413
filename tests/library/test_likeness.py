"""How alike two names are."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.library.likeness import THRESHOLD, alike, compare, likeness, near, untitled
from tests.bench.labelled import pairs

LISTS = os.environ.get("BRIEFER_LISTS", "")


@pytest.mark.parametrize(
    ("one", "other", "score", "why"),
    [
        ("Oleg Deripaska", "Oleg Deripaska", 100, "exact name"),
        ("Deripaska, Oleg", "Oleg Deripaska", 100, "all words"),
        ("Olag Deripaska", "Oleg Deripaska", 90, "all words, some spelt differently"),
        ("O. Deripaska", "Oleg Deripaska", 97, "all words, initials"),
        ("OV Deripaska", "Oleg Vladimirovich Deripaska", 95, "all words, initials"),
        ("OlegDeripaska", "Oleg Deripaska", 99, "all words, some joined or split"),
        ("Boris Johnson", "Alexandre Boris de Pfeffel Johnson", 89, "all words"),
        ("Sergey Ivanevich Lavrov", "Sergey Viktorovich Lavrov", 67, "2 of 3 words"),
        ("Victory", "Victory 3", 76, "all words"),
        ("Deutsche Bank AG", "Deutsche Bank GmbH", 90, "all words but the form"),
        ("Management Company", "Westminister Management Company", 50, "all words"),
        ("Brigade Forty-Four", "Brigade 44", 99, "all words, some joined or split"),
        ("Volodymyr", "Владимир", 93, "all words, some spelt differently"),
        ("Khaled", "خالد", 85, "all words, some spelt differently"),
        ("Arnold", "Amold", 87, "all words, some spelt differently"),
        ("Oleg", "Ulig", 85, "all words, some spelt differently"),
        ("Hisbollah", "HIZBALLAH", 93, "all words, some spelt differently"),
        ("NK Rosneft", "OJSC Rosneft", 94, "all words but the form"),
        ("A B C Trading", "ABC Trading", 99, "all words, some joined or split"),
        ("P.B. Sadr", "BP", 0, ""),
        ("Ivan", "Olga", 0, ""),
        ("LLC", "Corp", 0, ""),
        ("5", "6", 0, ""),
        ("Plant 4 4", "Plant 4", 78, "all words"),
        ("", "Oleg", 0, ""),
    ],
)
def test_two_names_are_so_alike_and_why(one: str, other: str, score: int, why: str) -> None:
    found = likeness(one, other)
    assert (found.why, abs(found.score - score) <= 3) == (why, True), found


@given(st.text("ab14 .лم金", max_size=24), st.text("ab14 .лم金", max_size=24))
def test_any_two_names_have_a_score_the_same_either_way(one: str, other: str) -> None:
    assert 0 <= likeness(one, other).score == likeness(other, one).score <= 100


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        (["mr", "putin"], ["putin"]),
        (["putin", "mr"], ["putin"]),
        (["doctor", "asad"], ["asad"]),
        (["asad", "doctor"], ["asad", "doctor"]),
        (["gospodin", "gen", "shoigu"], ["shoigu"]),
        (["mr", "r"], ["mr", "r"]),
        (["general", "bank"], ["general", "bank"]),
        (["mr", "dr"], ["mr", "dr"]),
    ],
)
def test_titles_are_left_out_where_another_word_tells(asked: list[str], left: list[str]) -> None:
    assert untitled(asked) == left


@pytest.mark.parametrize(
    ("asked", "schema", "left"),
    [
        (["general", "motors"], "Company", ["general", "motors"]),
        (["general", "motors"], "LegalEntity", ["general", "motors"]),
        (["general", "shoigu"], "Person", ["shoigu"]),
        (["doctor", "asad"], "Person", ["asad"]),
        (["doctor", "asad"], "Vessel", ["doctor", "asad"]),
        (["mv", "adler"], "Vessel", ["adler"]),
        (["mv", "adler"], "Person", ["mv", "adler"]),
    ],
)
def test_a_rank_is_a_title_before_a_persons_name_alone(asked: list[str], schema: str, left: list[str]) -> None:
    assert untitled(asked, schema) == left


@pytest.mark.parametrize(
    ("one", "other", "by_letters", "in_all"),
    [
        ("toiota", "tot", False, True),
        ("shoigu", "shig", False, True),
        ("shoigu", "shoigo", True, True),
        ("volodimir", "vladimir", True, True),
        ("o", "oleg", True, True),
        ("general", "central", False, False),
        ("general", "generals", True, True),
        ("44", "45", False, False),
    ],
)
def test_words_are_near_by_their_letters_and_alike_by_their_consonants_too(
    one: str, other: str, by_letters: bool, in_all: bool
) -> None:
    assert (near(one, other) > 0, alike(one, other) > 0) == (by_letters, in_all)


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    rare = {"rostecov": 1.0, "ivan": 0.3}
    with_rare = compare(["ivan", "rostecov"], ["petr", "rostecov"], lambda word: rare.get(word, 1.0))
    with_common = compare(["ivan", "rostecov"], ["ivan", "petrov"], lambda word: rare.get(word, 1.0))
    assert with_rare.score > with_common.score


@pytest.mark.skipif(not LISTS, reason="BRIEFER_LISTS names no folder of real list files")
def test_the_labelled_pairs_are_told_apart() -> None:
    found = [(pair.same, likeness(pair.asked, pair.meant).score >= THRESHOLD) for pair in pairs(Path(LISTS))]
    hits, false, missed = (found.count(each) for each in ((True, True), (False, True), (True, False)))
    assert len(found) == 228
    assert 2 * hits / (2 * hits + false + missed) >= 0.85
