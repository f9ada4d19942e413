"""The sections of a pack are such as its document prints, hold something, and stand under a banner that covers them."""

from dataclasses import replace
from typing import Any

import pytest

from briefer.analysis.checks import structure
from briefer.model.pack import Settings
from tests.analysis.checks.packs import codes, found, positions, section


def test_a_section_that_the_document_does_not_have_is_an_error() -> None:
    assert codes(section(kind="poem")) == [("error", "unknown-section", "poem")]


def test_a_drafters_own_section_is_none() -> None:
    assert codes(section(kind="text"), section(kind="entity-note")) == []


def test_text_that_the_document_started_with_is_a_warning_and_not_called_uncited() -> None:
    assert codes(section("Start.", kind="start")) == [("warning", "starter-text", "start")]


def test_a_language_that_the_labels_do_not_speak_is_a_warning() -> None:
    assert codes(language="fr-FR") == [("warning", "language", "language")]


def test_a_language_with_a_catalogue_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(structure, "speaks", lambda tag: tag == "fr-FR")
    assert codes(language="fr-FR") == []
    assert codes(language="fr-CH") == [("warning", "language", "language")]


def test_what_stands_in_a_section_left_out_is_left_out_too() -> None:
    parent = section("", id="parent", include=False)
    assert codes(parent, section("Not cited.", id="child", parent="parent")) == []


def test_a_section_in_which_nobody_has_written_is_a_warning() -> None:
    assert codes(section("  ", kind="text")) == [("warning", "empty-section", "text")]


@pytest.mark.parametrize("frame", ["{}", "Term\n: Said [@s].\n\n  {}", "- Said [@s].\n\n  {}"])
def test_a_table_of_more_columns_than_can_be_read_is_a_warning(frame: str) -> None:
    def table(count: int) -> str:
        rows = ("|a" * count + "|", "|-" * count + "|", "|b [@s]" * count + "|")
        return frame.format("\n".join(rows).replace("\n", "\n  " if frame != "{}" else "\n"))

    assert [each[:2] for each in codes(section(table(21)))] == [("warning", "wide-table")]
    assert codes(section(table(20))) == []


def test_sources_left_out_of_a_paper_that_prints_their_keys_are_a_warning() -> None:
    left = section("", kind="sources", id="sources", include=False)
    assert codes(section(), left) == [("warning", "no-sources", "sources")]
    assert ("warning", "no-sources", "sources") not in codes(section(), replace(left, include=True))
    assert ("warning", "no-sources", "sources") not in codes(left, facts={"sources": ()})


def test_an_empty_section_that_holds_others_or_is_filled_by_the_program_is_none() -> None:
    assert codes(section("", kind="text"), section(id="child", parent="text")) == []
    assert codes(section("", kind="positions")) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("(S) Said [@s].", True),
        ("- (O) Said [@s].", True),
        ("Term\n: (TS) Said [@s].", True),
        ("> (Amber) Said [@s].", False),
        ("(U) Said [@s].\n\n- (U) Said [@s].", False),
    ],
)
def test_a_portion_mark_of_another_scheme_is_an_error(text: str, marked: bool) -> None:
    place = 2 if text.startswith("Term") else 1
    assert codes(section(text)) == ([("error", "portion-mark", f"bottom-line:{place}")] if marked else [])


def test_a_citation_that_cannot_be_read_is_an_error() -> None:
    assert ("error", "citation", "bottom-line:1") in codes(section("Said [@two words]."))


@pytest.mark.parametrize("text", ["(CUI) Said [@s].", "- (CUI) Said [@s].", "|A|\n|-|\n|(CUI) Said [@s]|"])
def test_a_passage_above_the_banner_is_an_error(text: str) -> None:
    (one,) = found(section(text))
    assert (one.severity, one.code) == ("error", "above-banner")
    assert found(section(text), marking="CUI") == []


def test_a_section_a_pick_or_a_position_above_the_banner_is_an_error() -> None:
    facts = positions({"marking": "CUI"})
    marks = {"ofac-1": "CUI", "p1": "CUI", "not-in-the-pack": "CUI"}
    assert codes(section(marking="CUI"), facts=facts, marks=marks) == [
        ("error", "above-banner", "bottom-line"),
        ("error", "above-banner", "ofac-1"),
        ("error", "above-banner", "p1"),
    ]
    assert codes(section(marking="CUI"), facts=facts, marks=marks, marking="CUI") == []


def test_a_title_or_a_line_of_the_cover_above_the_banner_is_an_error() -> None:
    assert codes(section(title="(CUI) Title")) == [("error", "above-banner", "bottom-line")]
    assert codes(section("### (CUI) Head\n\nSaid [@s].")) == [("error", "above-banner", "bottom-line:1")]
    (one,) = found(section(), settings=Settings(subtitle="(CUI) In part"))
    assert (one.place, one.message) == ("subtitle", "The subtitle is marked (CUI) under a banner UNCLASSIFIED.")
    assert codes(section(title="(U) Title"), settings=Settings(subtitle="(US) In part")) == []


@pytest.mark.parametrize("mark", ["S", "TS//SI", "SECRET"])
def test_a_mark_of_classified_material_is_an_error_wherever_it_stands(mark: str) -> None:
    assert codes(section(title=f"({mark}) Title")) == [("error", "portion-mark", "bottom-line")]
    assert codes(section(f"|A|\n|-|\n|({mark}) Said [@s]|"))[0] == ("error", "portion-mark", "bottom-line:3")
    assert codes(section(title=f"({mark})ome title")) == []


def test_what_does_not_print_may_be_marked_higher() -> None:
    assert codes(section("(CUI) Said [@s].", marking="CUI", include=False)) == []


def option(title: str, **more: Any) -> Any:
    return section(
        "In short\n: Said [@s].", kind="option", **{"id": title.lower().replace(" ", "-"), "title": title} | more
    )


def test_options_without_one_that_changes_nothing_are_a_warning_at_the_first() -> None:
    assert codes(option("Licences"), option("Broad relief")) == [("warning", "no-zero-option", "licences")]
    assert codes(option("Licences")) == [("warning", "no-zero-option", "licences")]


@pytest.mark.parametrize(
    "title", ["Do nothing", "No change", "Status quo", "Keep every measure", "Maintain the measures"]
)
def test_an_option_to_do_nothing_is_known_by_its_title(title: str) -> None:
    assert codes(option("Licences"), option(title)) == []


def test_an_option_to_do_nothing_is_known_by_its_id() -> None:
    assert codes(option("Licences"), option("Stand by", id="do-nothing")) == []


def test_a_decision_without_a_day_is_a_warning() -> None:
    assert codes(section("Choose.", kind="decision")) == [("warning", "decision-undated", "decision")]


def test_a_decision_is_dated_by_its_text_or_by_the_pack() -> None:
    assert codes(section("Choose by 7 April.", kind="decision")) == []
    assert codes(section("Choose.", kind="decision"), settings=Settings(decide_by="7 April 2025")) == []


def test_a_traffic_light_label_at_the_head_of_a_passage_is_a_mark() -> None:
    assert codes(section("TLP:RED Not for release. [@s]"), scheme="uk", marking="OFFICIAL") == [
        ("error", "portion-mark", "bottom-line:1")
    ]
    assert codes(section("TLP: RED Not for release. [@s]"), scheme="tlp", marking="TLP:GREEN") == [
        ("error", "above-banner", "bottom-line:1")
    ]
    assert codes(section("TLP:GREEN To be shared. [@s]"), scheme="tlp", marking="TLP:AMBER") == []
    assert codes(section("TLP:WHITE is of version 1. [@s]"), scheme="tlp", marking="TLP:RED") == [
        ("error", "portion-mark", "bottom-line:1")
    ]
    assert codes(section("The report was marked TLP:RED. [@s]"), scheme="uk", marking="OFFICIAL") == []
