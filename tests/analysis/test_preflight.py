"""Pre-flight gathers what all checks find, in one order, and leaves a sound pack alone."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.analysis import preflight
from briefer.analysis.checks.case import Case
from briefer.model.law import Rulebook
from briefer.model.policy import Source
from tests.analysis.checks.faults import ROOMS
from tests.analysis.checks.packs import DAY, ENTITY, RULE, SAID, SOUND, day, findings, found, section
from tests.stretched import unsaid

SPOILT = (
    section("Not cited.\n\n(S) Said [@none].\n\n[#ofac-9] may perhaps be (X).", id="b"),
    section("Congress must give its approval [@press].", id="a", marking="CUI"),
    section("", kind="text", id="c"),
    section("", kind="poem"),
)
FACTS = {
    "missing": ("ofac-7", "ofac-8"),
    "positions": (replace(SAID, source="", language=""), replace(SAID, id="p2", said_on=day("2025-04-02"))),
    "sources": (*SOUND.sources, Source(id="late", title="Late", date=day("2025-04-02"))),
}
ORDER = {severity: place for place, severity in enumerate(preflight.ORDER)}


def test_a_sound_pack_has_nothing_to_answer_for() -> None:
    assert found(section("[#ofac-1] is listed [@s].")) == []


def test_errors_come_first_and_then_everything_as_the_pack_goes() -> None:
    kept = found(*SPOILT, facts=FACTS)
    assert [ORDER[one.severity] for one in kept] == sorted(ORDER[one.severity] for one in kept)
    errors = [one.place for one in kept if one.severity == "error"]
    assert errors == ["b:3", "b:3", "b:5", "a", "poem", "p1", "p2", "ofac-7", "ofac-8"]


def test_a_finding_says_what_is_wrong_where_and_what_to_do_and_stands_once() -> None:
    kept = found(*SPOILT, facts=FACTS)
    assert len(kept) == len(set(kept)) > 10
    for one in kept:
        assert one.place
        assert one.message.endswith(".")
        assert one.remedy.endswith(".")


def test_every_check_has_a_known_severity_and_one_sentence_of_remedy() -> None:
    for one in preflight.CHECKS:
        assert one.severity in preflight.ORDER, one.code
        assert one.remedy[0].isupper(), one.code
        assert one.remedy.endswith("."), one.code


@given(st.randoms(use_true_random=False))
def test_the_order_in_which_facts_were_read_changes_no_finding(chance: random.Random) -> None:
    shuffled = {name: tuple(chance.sample(held, len(held))) for name, held in FACTS.items() if name != "positions"}
    assert found(*SPOILT, facts=FACTS | shuffled) == found(*SPOILT, facts=FACTS)


MARKS = st.sampled_from(
    ["[@s]", "[@", "[#ofac-1]", "(U) ", "(S) ", "| A |\n|-|\n| b |", "\n\n", "- ", "> ", "T\n: ", "“", "”"]
)
WORDS = st.sampled_from(["Congress", "must approve", "likely", "OFAC", "of", "Derypaska", "(", ")", ". ", "confidence"])


@given(st.lists(st.one_of(MARKS, WORDS, st.text(max_size=8)), max_size=30))
def test_whatever_is_typed_can_be_checked(parts: list[str]) -> None:
    kept = found(section(" ".join(parts)))
    assert kept == found(section(" ".join(parts)))
    assert all(one.place and one.message for one in kept)


def test_a_colon_in_an_id_is_not_taken_for_a_line() -> None:
    odd = replace(ENTITY, id="un:QDi.1", designations=(replace(ENTITY.designations[0], programme="X"),))
    (one,) = found(facts={"entities": (odd,)}, entities=("un:QDi.1",))
    assert one.place == "un:QDi.1"


def test_a_place_that_the_pack_does_not_know_comes_last() -> None:
    row = replace(RULE, tag="A:B", citation="", valid_to=DAY.replace(year=2024))
    kept = found(section("Not cited."), facts={"law": Rulebook(programmes=(*SOUND.programmes, row))})
    assert [one.place for one in kept] == ["bottom-line:1", "A:B", "A:B"]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__)
@pytest.mark.usefixtures("stretched")
def test_every_word_of_a_finding_is_said_in_the_language_spoken(room: Callable[[], Iterator[Case]]) -> None:
    found = [(made, one) for made in room() for one in findings(made)]
    assert found
    for made, one in found:
        told = (one.message, one.remedy)
        assert unsaid(told, (made.pack, made.dossier, made.beyond)) == [], told


def test_these_packs_hold_the_faults_that_all_checks_look_for() -> None:
    cases = [made for room in ROOMS for made in room()]
    assert [one for one in preflight.CHECKS if not any(hit for made in cases for hit in one.look(made))] == []


def test_a_language_changes_nothing_of_a_finding_but_its_words(request: pytest.FixtureRequest) -> None:
    def kept() -> list[list[tuple[str, str, str]]]:
        cases = (made for room in ROOMS for made in room())
        return [sorted((one.severity, one.code, one.place) for one in findings(made)) for made in cases]

    plain = kept()
    request.getfixturevalue("stretched")
    assert kept() == plain
