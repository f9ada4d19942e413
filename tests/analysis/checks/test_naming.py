"""Acronyms are spelled out and each name is spelled one way."""

from dataclasses import replace
from typing import Any

import pytest

from briefer.analysis.checks.naming import fold
from briefer.model.facts import Value
from tests.analysis.checks.packs import ENTITY, NEIGHBOUR, codes, found, positions, section

HERE = [("note", "acronym", "bottom-line:1")]


def test_an_acronym_that_is_never_spelled_out_is_a_note_at_its_first_place() -> None:
    kept = codes(section("The OFAC acts [@s]. The OFAC waits [@s].\n\nThe OFAC ends it [@s]."))
    assert kept == HERE


@pytest.mark.parametrize(
    "text",
    [
        "The Office of Foreign Assets Control (OFAC) acts [@s].",
        "The OFAC (Office of Foreign Assets Control) acts [@s].",
        "The OFAC acts [@s]. It is short for Office of Foreign Assets Control [@s].",
        "A frozen LNG (liquefied natural gas) cargo [@s].",
        "A cargo of liquefied natural gas (LNG) [@s].",
        "The Bank of England and the BoE, or BE [@s].",
    ],
)
def test_an_acronym_whose_words_stand_somewhere_is_none(text: str) -> None:
    assert codes(section(text)) == []


@pytest.mark.parametrize("text", ["The Treasury (OFAC) acts [@s].", "The OFAC (in short) acts [@s]."])
def test_a_bracket_that_holds_other_words_spells_nothing_out(text: str) -> None:
    assert codes(section(text)) == HERE


@pytest.mark.parametrize(
    "text",
    [
        "The US, the EU and the UK act [@s].",
        "EO 14024 and 22 USC 9511 stand [@s].",
        "Annex XIV stands [@s].",
        "The tag RUSSIA-EO14024 stands [@s].",
        "### OFAC\n\nSaid [@s].",
        "ALL MEASURES REMAIN IN FORCE [@s].",
    ],
)
def test_what_every_reader_knows_numerals_tags_headings_and_capitals_are_none(text: str) -> None:
    assert codes(section(text)) == []


def test_a_name_in_capitals_is_a_name() -> None:
    named = replace(ENTITY, values=(Value(prop="alias", value="GAZ Group"),))
    bank = replace(NEIGHBOUR, caption="VTB")
    assert codes(section("GAZ and VTB act [@s]."), facts={"entities": (named,), "neighbours": (bank,)}) == []


def test_an_acronym_in_the_paraphrase_of_a_position_is_a_note_there() -> None:
    assert codes(facts=positions({"paraphrase": "Says the OFAC acts."})) == [("note", "acronym", "p1")]


@pytest.mark.parametrize("other", ["Derypaska", "Deripasca", "Deripaska", "DERIPASKA", "Deripaska’s"])
def test_a_name_that_is_nearly_a_picks_is_a_note(other: str) -> None:
    kept = codes(section(f"Then {other} was listed [@s]."))
    same = other.rstrip("’s").casefold() == "deripaska"
    assert kept == ([] if same else [("note", "spelling", "bottom-line:1")])


def test_the_note_names_both_spellings_and_stands_once() -> None:
    (one,) = found(section("Then Derypaska acts [@s]. Derypaska waits [@s]."))
    assert one.message == "“Derypaska” in section “Title” is nearly “Deripaska”, of Oleg Deripaska."


@pytest.mark.parametrize(
    ("caption", "word"),
    [
        ("Russian Fund", "Russia"),
        ("Gazprom Neft", "Gazproms"),
        ("Central Bank", "Central"),
        ("Gennady Timchenko", "Yimchenko"),
        ("Direct Fund", "Directive"),
        ("Usmanov", "Ukraine"),
    ],
)
def test_an_adjective_a_plural_or_another_word_is_none(caption: str, word: str) -> None:
    named = replace(ENTITY, caption=caption)
    assert codes(section(f"The {word} acts [@s]."), facts={"entities": (named,)}) == []


def test_somebody_elses_name_and_a_common_word_are_none() -> None:
    facts = positions({"holder": "Ivan Derypaska"})
    assert codes(section("Then Derypaska was listed [@s]."), facts=facts) == []
    fund = {"entities": (replace(ENTITY, caption="Reserwe Fund"),)}
    assert codes(section("Reserve it; the reserve stays [@s]."), facts=fund) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Deripaska", "Derypaska"), ("Khodorkovsky", "Hodorkovskiy"), ("Tsvetkov", "Cvetkov"), ("Дерипаска", "Deripaska")],
)
def test_transliterations_of_one_name_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def spelled(text: str, **facts: Any) -> list[str]:
    return [one.message for one in found(section(f"{text} [@s]"), facts=facts) if one.code == "spelling"]


def test_a_holder_of_a_position_spelled_another_way_is_a_note() -> None:
    held = positions({"holder": "Volodymyr Zelenskyy"})
    (one,) = spelled("Mr Zelensky spoke.", **held)
    assert "“Zelensky” in section “Title” is nearly “Zelenskyy”, of Volodymyr Zelenskyy." in one
    assert spelled("Mr Zelenskyy spoke, and Zelenskyy’s aide.", **held) == []
    assert spelled("Mr Volodimir spoke.", **held) == []
    assert len(spelled("Mr Derypaska spoke.", **positions({"holder": "Oleg Deripaska"}))) == 1


def test_one_name_spelled_two_ways_in_the_text_is_a_note() -> None:
    (one,) = spelled("Mr Zelenskyy spoke, then Mr Zelensky.")
    assert "“Zelensky” in section “Title” and “Zelenskyy” before it may be one name" in one
    assert spelled("Mr Zelenskyy spoke, then ZELENSKYY again.") == []
    assert spelled("The Programme is a programme.") == []


def test_a_traffic_light_label_is_no_acronym() -> None:
    assert codes(section("It was marked TLP:RED and TLP:AMBER+STRICT. [@s]")) == []
