"""What the sheets of the workbook write alike."""

from datetime import date

from assemble import law, made
from briefer.assemble import cells
from briefer.assemble.context import Context
from briefer.model.facts import Confidence

KEYS = {"a": "F10", "b": "F9", "c": "F1"}
CONTEXT = Context(pack=made.pack(), dossier=law.dossier(law.REVIEWED), keys=KEYS, placed=())


def test_keys_stand_once_each_in_the_order_of_their_numbers() -> None:
    assert cells.keys(CONTEXT, ("a", "b", "gone", "a", "c")) == "F1, F9, F10"
    assert cells.keys(CONTEXT, ()) == ""


def test_a_tag_has_its_directive_and_part_in_one_spelling() -> None:
    assert cells.tag("RUSSIA-EO14024", "Directive 4", "funds") == "RUSSIA-EO14024 Directive 4, funds"
    assert (cells.tag("RUSSIA-EO14024", ""), cells.tag("", "Directive 1A")) == ("RUSSIA-EO14024", "Directive 1A")


def test_where_an_end_is_known_from_stands_in_words() -> None:
    assert cells.known_from(CONTEXT, "EU", date(2025, 9, 15), "list") == "a decided renewal"
    assert cells.known_from(CONTEXT, "EU", None, "none") == "no end is stated"
    assert cells.known_from(CONTEXT, "US", None, "") == ""


def test_the_weakest_of_several_facts_counts() -> None:
    assert cells.weakest((Confidence.VERIFIED, Confidence.TO_BE_VERIFIED, Confidence.PARTLY)) == "to be verified"
    assert cells.weakest(()) == ""


def test_a_confidence_has_the_word_of_the_pages_and_one_of_its_own_where_they_print_no_mark() -> None:
    assert [cells.sure(each) for each in Confidence] == ["verified", "partly verified", "to be verified"]
