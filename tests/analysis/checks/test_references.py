"""What a pack names is known, stands in the annex, and both sides of a question are shown."""

from dataclasses import replace

from briefer.model.brief import Beyond
from briefer.model.facts import Joined
from briefer.model.pack import Tranche
from tests.analysis.checks.packs import SAID, codes, found, positions, section

NOTHING = section("In short\n: Said [@s].", kind="option", id="nothing", title="Do nothing")


def test_a_pick_that_the_library_does_not_hold_is_an_error() -> None:
    assert codes(facts={"missing": ("ofac-9",)}) == [("error", "unknown-id", "ofac-9")]


def test_a_citation_or_mention_that_leads_nowhere_is_an_error_with_its_line() -> None:
    assert (
        codes(section("Said [@s].\n\n[#ofac-9] is listed [@none].")) == [("error", "unknown-id", "bottom-line:3")] * 2
    )


def test_a_record_shown_as_part_of_a_pick_can_be_mentioned() -> None:
    part = Joined(entity="ofac-1", id="eu-13", schema="Person", caption="Oleg", decided=())
    assert codes(section("[#eu-13] is listed [@s]."), facts={"joined": (part,)}) == []


def test_a_tranche_that_covers_somebody_who_is_not_picked_is_an_error() -> None:
    tranche = Tranche(id="t", title="First", entities=("ofac-1", "org-rusal", "ofac-9"))
    kept = found(tranches=(tranche,))
    assert [(one.severity, one.code, one.place) for one in kept] == [
        ("error", "not-in-annex", "org-rusal"),
        ("error", "not-in-annex", "ofac-9"),
    ]
    assert "covers Rusal, which" in kept[0].message


def test_a_tranche_of_picks_is_none() -> None:
    assert codes(tranches=(Tranche(id="t", title="First", entities=("ofac-1",)),)) == []


def test_an_option_that_mentions_somebody_unpicked_is_a_warning_and_a_plain_mention_a_note() -> None:
    option = section("In short\n: Free [#org-rusal] [@s].", kind="option", id="o")
    assert codes(NOTHING, option, section("[#org-rusal] is his [@s].")) == [
        ("warning", "not-in-annex", "o:2"),
        ("note", "not-in-annex", "bottom-line:1"),
    ]


def test_an_option_that_names_somebody_unpicked_in_words_is_a_note() -> None:
    option = section("In short\n: Free Rusal [@s].", kind="option", id="o")
    assert codes(NOTHING, option) == [("note", "not-in-annex", "o:2")]


def test_a_name_within_a_word_a_pick_or_another_section_is_none() -> None:
    option = section("In short\n: Free Oleg Deripaska and Rusalka [@s].", kind="option", id="o")
    assert codes(NOTHING, option, section("Rusal is his [@s].")) == []


def test_an_issue_of_which_one_camp_alone_is_picked_is_a_warning_where_the_library_holds_the_other() -> None:
    other = replace(SAID, id="q", stance=-2)
    (one,) = found(more={"beyond": Beyond(positions=(other,))})
    assert (one.severity, one.code, one.place) == ("warning", "one-sided", "i")
    assert one.message == "On “Easing” only positions in favour are picked; the library also holds q."


def test_one_camp_is_no_warning_where_nobody_else_has_spoken_or_both_are_picked() -> None:
    undecided = replace(SAID, id="q", stance=0)
    against = replace(SAID, id="r", stance=-1)
    assert codes(more={"beyond": Beyond(positions=(undecided,))}) == []
    assert codes(facts=positions({}, {"stance": -2}), more={"beyond": Beyond(positions=(against,))}) == []
    assert codes() == []


def test_a_position_on_an_entity_or_measure_that_nobody_holds_is_a_warning() -> None:
    facts = positions({"entities": ("ofac-1", "ofac-9"), "measures": ("measure-9",)})
    more = {"beyond": Beyond(unknown=("measure-9", "ofac-9"))}
    assert codes(facts=facts, more=more) == [("warning", "unknown-target", "p1")] * 2
    assert codes(facts=facts) == []
