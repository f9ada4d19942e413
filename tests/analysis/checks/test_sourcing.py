"""What a pack says is sourced, by more than one report, at first hand and recently enough."""

from dataclasses import replace
from typing import Any

import pytest

from briefer.analysis.checks.case import Limits
from briefer.model.facts import Absence, Confidence, Designation, Event, Link, Measure, Value
from briefer.model.law import Rulebook
from tests.analysis.checks.packs import ENTITY, LAW, PRESS, SOUND, codes, day, found, positions, section

COPY = replace(PRESS, id="copy", title="Report", publisher="The Daily, carried by The Echo")
OTHER = replace(PRESS, id="other", title="Quite another matter", publisher="The Herald")


def sources(*more: Any) -> dict[str, Any]:
    return {"sources": (LAW, PRESS, *more)}


def test_a_statement_without_a_source_is_a_warning_with_its_line() -> None:
    assert codes(section("Cited [@s].\n\nNot cited.")) == [("warning", "uncited", "bottom-line:3")]


def test_that_nothing_is_recorded_needs_no_source() -> None:
    assert codes(section("In favour\n: No recorded position.")) == []


def test_an_options_judgement_needs_no_source_and_its_facts_do() -> None:
    text = "Can it be undone?\n: Full.\n\nLeverage kept\n: All.\n\nWho acts\n: Treasury."
    assert codes(section(text, kind="option", title="Do nothing")) == [("warning", "uncited", "option:8")]
    assert codes(section("Leverage kept\n: All.")) == [("warning", "uncited", "bottom-line:2")]


def test_a_long_statement_is_shortened_in_the_message() -> None:
    assert "…”" in found(section("word " * 40))[0].message


@pytest.mark.parametrize("left_out", [{"kind": "lines"}, {"include": False}])
def test_a_line_to_take_and_what_does_not_print_need_no_source(left_out: dict[str, Any]) -> None:
    assert codes(section("Not cited.", **left_out)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sberbank moved 40 billion dollars through Dubai in 2024.",
        "The fund holds 12 per cent of it.",
        "A licence lapsed on 12 March.",
        "A licence lapsed on 12 May.",
        "### Do not say\n\n- That it was so.\n\nThe fund holds 12 per cent of it.",
        "| Risk | Mitigation |\n|---|---|\n| The bank paid $40 in cash | Watch it |",
    ],
)
def test_a_figure_in_risks_without_a_source_is_a_warning_and_in_lines_a_note(text: str) -> None:
    assert [one[:2] for one in codes(section(text, kind="risks"))] == [("warning", "uncited")]
    assert [one[:2] for one in codes(section(text, kind="lines"))] == [("note", "uncited")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The fund holds 12 per cent of it.", "The figure 12 per cent cites"),
        ("It ended on 12 March 2024.", "The figure 12 March 2024 cites"),
        ("It ended on March 12, 2024.", "The figure March 12, 2024 cites"),
        ("It paid $1,500.5 million, and again $40.", "The figures $1,500.5 million and $40 cite"),
        ("It paid 5%, 7%, 5% and 9%.", "The figures 5%, 7% and 9% cite"),
    ],
)
def test_the_warning_names_the_figures_their_place_and_the_remedy(text: str, figures: str) -> None:
    [said] = found(section(text, kind="risks", title="Risks"))
    assert said.message == f"{figures} no source: “{text}” in section “Risks”."
    assert said.remedy == "Add a source beside the figure, or leave the figure out."


@pytest.mark.parametrize(
    "text",
    [
        "Sberbank moved 40 billion dollars through Dubai in 2024 [@s].",
        "Funds leave reach before conditions are met.",
        "Assets of 40 billion may leave within 2026.",
        "We expect 12 per cent of it.",
        "See option 2 and Directive 203.",
        "Did it hold 12 per cent?",
        "| Risk | Mitigation |\n|---|---|\n| It leaks | Report by 15 April |",
        "| Risk | Mitigation |\n|---|---|\n| It paid 12 per cent | Watch [@s] |",
        "### Do not say\n\n- That 40 billion dollars have gone.",
        "> It paid 12 per cent.",
    ],
)
def test_a_judgement_a_plan_and_a_cited_figure_need_no_further_source(text: str) -> None:
    assert codes(section(text, kind="risks")) == []
    assert codes(section(text, kind="lines")) == []


def test_a_statement_on_one_press_report_is_a_note() -> None:
    assert codes(section("It ended [@press].")) == [("note", "single-source", "bottom-line:1")]


@pytest.mark.parametrize(
    "text", ["It ended [@press; @s].", "It ended [@press; @other].", "The Daily says so [@press]."]
)
def test_a_second_source_or_the_outlets_name_in_the_text_is_none(text: str) -> None:
    assert codes(section(text), facts=sources(OTHER)) == []


def test_a_judgement_of_risk_may_rest_on_one_report() -> None:
    assert codes(section("It ended [@press].", kind="risks")) == []


def test_what_a_recorded_position_rests_on_is_told_there_alone() -> None:
    assert codes(section("It ended [@press]."), facts=positions({"source": "press"})) == [
        ("note", "single-source", "p1")
    ]


def test_the_cells_of_a_row_cite_together_and_are_told_of_once() -> None:
    assert codes(section("| A | B |\n|---|---|\n| One [@press] | Two |")) == [
        ("note", "single-source", "bottom-line:3")
    ]


def test_copies_of_one_report_are_circular() -> None:
    (one,) = found(section("It ended [@press; @copy]."), facts=sources(COPY))
    assert (one.severity, one.code, one.place) == ("warning", "circular", "bottom-line:1")
    assert "2 copies of one report, The Daily; The Daily, carried by The Echo" in one.message


def test_a_copy_and_an_independent_report_are_not_circular() -> None:
    assert codes(section("It ended [@press; @copy; @other]."), facts=sources(COPY, OTHER)) == []


@pytest.mark.parametrize(
    "relay", [{"publisher": "The Echo, after The Daily"}, {"note": "A re-host; the original was not opened."}]
)
def test_a_statement_on_a_report_at_second_hand_is_a_note(relay: dict[str, str]) -> None:
    told = replace(OTHER, **relay)
    assert codes(section("It ended [@other]."), facts=sources(told)) == [("note", "second-hand", "bottom-line:1")]


def test_an_agencys_text_that_a_paper_carries_is_at_first_hand() -> None:
    assert codes(section("It ended [@copy]."), facts=sources(COPY)) == [("note", "single-source", "bottom-line:1")]


def test_a_position_that_came_through_two_hands_is_a_note() -> None:
    (one,) = found(facts=positions({"chain": "Interview → RBC → The Office"}))
    assert (one.severity, one.code, one.place) == ("note", "second-hand", "p1")
    assert one.message.endswith("at second hand: RBC → The Office.")


def test_positions_on_one_press_report_are_counted_in_one_note() -> None:
    (one,) = found(facts=positions({"source": "press"}, {"source": "press", "holder": "Another"}, {"issue": "j"}))
    assert (one.code, one.message) == ("single-source", "2 of 3 positions rest on one press report each.")


def test_a_holder_heard_twice_is_confirmed_unless_both_go_back_to_one_report() -> None:
    twice = ({"source": "press", "chain": ""}, {"source": "other", "chain": ""})
    assert codes(facts=sources(OTHER) | positions(*twice)) == []
    copied = ({"source": "press", "chain": ""}, {"source": "copy", "chain": ""})
    kept = codes(facts=sources(COPY) | positions(*copied))
    assert ("warning", "circular", "p1") in kept


def test_what_a_holder_said_last_is_a_note_where_it_is_old() -> None:
    old = {"said_on": day("2024-12-30")}
    assert codes(facts=positions(old)) == [("note", "stale", "p1")]
    assert codes(facts=positions(old, {})) == []
    assert codes(facts=positions(old), more={"limits": Limits(press_days=91)}) == []
    undated = positions({"said_on": None, "reported_on": None, "quote": ""})
    assert [code for _, code, _ in codes(facts=undated)] == ["undated"]


def test_the_present_on_old_press_is_a_note() -> None:
    old = sources(replace(OTHER, date=day("2024-12-30")))
    assert codes(section("The Herald says it is still shut [@other]."), facts=old) == [
        ("note", "stale", "bottom-line:1")
    ]
    assert codes(section("The Herald said it was shut [@other]."), facts=old) == []
    assert codes(section("The Herald says it is still shut [@other; @s]."), facts=old) == []
    undated = sources(replace(OTHER, date=None))
    assert codes(section("The Herald says it is still shut [@other]."), facts=undated) == []


def test_what_is_to_be_verified_is_counted_in_one_note_at_the_first() -> None:
    unsure = Confidence.TO_BE_VERIFIED
    entity = replace(
        ENTITY,
        values=(Value(prop="name", value="A", confidence=unsure), Value(prop="alias", value="B", confidence=unsure)),
        designations=(Designation(regime="US", programme="RUSSIA-EO14024", list_type="SDN", confidence=unsure),),
        absences=(Absence(regime="EU", confidence=unsure),),
        links=(Link(kind="Family", subject="ofac-1", object="", confidence=Confidence.PARTLY),),
    )
    facts = positions({"confidence": unsure}) | {
        "entities": (entity,),
        "measures": (Measure(id="measure-1", title="", regime="", authority="Act", confidence=unsure),),
        "events": (Event(id="e", date=day("2025-01-01"), title="", sources=("s",), confidence=unsure),),
        "sources": (replace(LAW, confidence=unsure), PRESS),
        "law": Rulebook(programmes=(replace(SOUND.programmes[0], confidence=unsure),)),
    }
    (one,) = found(facts=facts)
    assert (one.severity, one.code, one.place) == ("note", "to-be-verified", "ofac-1")
    assert one.message == (
        "Marked “to be verified”: 2 names and details, 1 listing, 1 absence, 1 measure, 1 position, 1 event, 1 source, "
        "1 programme."
    )


def several(text: str, *publishers: str) -> list[str]:
    sources = [replace(PRESS, id=f"r{number}", publisher=name, title=name) for number, name in enumerate(publishers)]
    cited = "; ".join(f"@{one.id}" for one in sources)
    hits = found(section(f"{text} [{cited}]"), facts={"sources": (LAW, PRESS, *sources)})
    return [one.message for one in hits if one.code == "circular"]


def test_several_sources_that_go_back_to_one_outlet_are_circular() -> None:
    text = "Multiple sources confirm that a list is wanted."
    (one,) = several(text, "Reuters, carried by Arab News", "Reuters, relayed in Chinese by Cailian")
    assert one.endswith("speaks of several sources, which all go back to Reuters.")
    assert several(text, "Reuters, carried by Arab News", "TASS") == []
    assert several("A list is wanted.", "Reuters, carried by Arab News", "Reuters, relayed in Chinese by Cailian") == []


@pytest.mark.parametrize(
    "text",
    [
        "Several reports say so.",
        "According to two independent sources, it is so.",
        "Many outlets have since reported it.",
    ],
)
def test_several_sources_of_which_one_is_cited_are_circular(text: str) -> None:
    (one,) = several(text, "TASS")
    assert one.endswith("speaks of several sources and cites one, TASS.")


def test_what_the_reader_is_told_not_to_say_of_several_sources_is_none() -> None:
    assert several("### Do not say\n\n- That several sources say so.", "TASS") == []


def test_a_position_an_event_or_a_measure_without_a_source_is_uncited() -> None:
    measure = Measure(id="measure-1", title="Ban", regime="US", authority="")
    event = Event(id="e", date=day("2025-01-01"), title="Act")
    facts = positions({"quote": "", "source": ""}) | {"measures": (measure,), "events": (event,)}
    assert [(one.code, one.place, one.message) for one in found(facts=facts)] == [
        ("uncited", "measure-1", "The measure “Ban” cites no source."),
        ("uncited", "p1", "The position of Anna Holder cites no source."),
        ("uncited", "e", "The event “Act” cites no source."),
    ]


def test_a_source_that_the_pack_does_not_hold_is_named() -> None:
    measure = Measure(id="measure-1", title="Ban", regime="US", authority="Act", sources=("gone", "lost"))
    said = [one.message for one in found(facts=positions({"source": "gone"}) | {"measures": (measure,)})]
    assert said == [
        "The measure “Ban” names the source “gone”, “lost”, which the pack does not hold.",
        "The position of Anna Holder names the source “gone”, which the pack does not hold.",
    ]
    held = replace(measure, sources=("gone", "s"))
    assert codes(facts=positions({"source": "press"}) | {"measures": (held, replace(measure, sources=()))}) == [
        ("note", "single-source", "p1")
    ]


def test_sources_of_other_things_and_copies_told_of_already_are_none() -> None:
    assert several("Several sources of income dried up.", "TASS") == []
    assert len(several("Several sources say so.", "TASS", "TASS")) == 1
