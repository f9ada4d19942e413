"""Pre-flight finds what a pack has to answer for, and leaves a sound one alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefer.analysis.preflight import check
from briefer.model.brief import Dossier, Finding
from briefer.model.facts import Designation, Entity, PartialDate, Snapshot
from briefer.model.law import Programme
from briefer.model.pack import Pack, PackSection, Template, TemplateSection
from briefer.model.policy import Position, Source

DAY = date(2025, 3, 31)
LATER = PartialDate(text="2025-04-02", earliest=date(2025, 4, 2), latest=date(2025, 4, 2))
TEMPLATE = Template(
    name="t",
    title="T",
    description="",
    sections=(
        TemplateSection(id="bottom", kind="bottom-line", title="Bottom line"),
        TemplateSection(id="lines", kind="lines", title="Lines"),
        TemplateSection(id="relief", kind="relief", title="Relief", waits=True),
        TemplateSection(id="start", kind="start", title="Start", text="Start."),
    ),
)
ENTITY = Entity(
    id="ofac-1",
    schema="Person",
    caption="Somebody",
    designations=(Designation(regime="US", programme="RUSSIA-EO14024"),),
)
QUOTE = Position(
    id="p1",
    holder="Holder",
    issue="i",
    stance=0,
    quote="words",
    language="en",
    source="s",
    said_on=PartialDate(text="x"),
)
SOUND = Dossier(
    as_of=DAY,
    entities=(ENTITY,),
    sources=(Source(id="s", title="S"),),
    positions=(QUOTE,),
    programmes=(Programme(tag="RUSSIA-EO14024", regime="US", title="", authority="EO 14024"),),
)


def section(text: str = "Said [@s].", kind: str = "bottom-line", **more: Any) -> PackSection:
    return PackSection(**{"id": kind, "kind": kind, "title": "Title", "text": text} | more)


def found(*sections: PackSection, dossier: Dossier = SOUND) -> list[Finding]:
    return list(check(Pack(title="T", as_of=DAY, sections=sections), dossier, TEMPLATE))


def codes(*sections: PackSection, dossier: Dossier = SOUND) -> list[tuple[str, str, str]]:
    return [(item.severity, item.code, item.place) for item in found(*sections, dossier=dossier)]


def test_a_sound_pack_has_nothing_to_answer_for() -> None:
    assert found(section("[#ofac-1] is listed [@s].")) == []


def test_a_pick_that_the_library_does_not_hold_is_an_error() -> None:
    assert codes(dossier=replace(SOUND, missing=("ofac-9",))) == [("error", "unknown-id", "ofac-9")]


def test_a_citation_or_mention_that_leads_nowhere_is_an_error() -> None:
    assert codes(section("[#ofac-9] is listed [@none].")) == [("error", "unknown-id", "bottom-line")] * 2


def test_a_section_that_the_document_does_not_have_is_an_error() -> None:
    assert codes(section(kind="poem")) == [("error", "unknown-section", "poem")]


def test_a_drafters_own_section_is_none() -> None:
    assert codes(section(kind="text"), section(kind="option")) == []


def test_a_section_that_waits_is_an_error_only_where_it_is_included() -> None:
    assert codes(section(kind="relief")) == [("error", "section-waits", "relief")]
    assert codes(section(kind="relief", include=False)) == []


def test_text_that_the_document_started_with_is_a_warning_and_not_called_uncited() -> None:
    assert codes(section("Start.", kind="start")) == [("warning", "starter-text", "start")]


def test_a_language_that_the_labels_do_not_speak_is_a_warning() -> None:
    (finding,) = check(Pack(title="T", as_of=DAY, language="fr-FR"), SOUND, TEMPLATE)
    assert (finding.severity, finding.code) == ("warning", "language")


def test_a_statement_without_a_source_is_a_warning_with_its_line() -> None:
    assert codes(section("Cited [@s].\n\nNot cited.")) == [("warning", "uncited", "bottom-line:3")]


def test_that_nothing_is_recorded_needs_no_source() -> None:
    assert codes(section("In favour\n: No recorded position.")) == []


def test_a_long_statement_is_shortened_in_the_message() -> None:
    assert "…”" in found(section("word " * 40))[0].message


@pytest.mark.parametrize("left_out", [{"kind": "lines"}, {"include": False}])
def test_a_line_to_take_and_what_does_not_print_need_no_source(left_out: dict[str, Any]) -> None:
    assert codes(section("Not cited.", **left_out)) == []


def test_what_stands_in_a_section_left_out_is_left_out_too() -> None:
    parent = section("", id="parent", include=False)
    assert codes(parent, section("Not cited.", id="child", parent="parent")) == []


@pytest.mark.parametrize(
    "text", ["(S) Said [@s].", "- (O) Said [@s].", "Term\n: (TS) Said [@s].", "> (AMBER) Said [@s]."]
)
def test_a_portion_mark_of_another_scheme_is_an_error(text: str) -> None:
    marks = codes(section(text))
    assert marks == ([("error", "portion-mark", "bottom-line")] if "AMBER" not in text else [])


def test_a_portion_mark_of_the_scheme_is_none() -> None:
    assert codes(section("(U) Said [@s].\n\n- (CUI) Said [@s].")) == []


def test_a_citation_that_cannot_be_read_is_an_error() -> None:
    assert ("error", "citation", "bottom-line") in codes(section("Said [@two words]."))


def test_a_quote_without_date_source_or_language_is_an_error_that_names_them() -> None:
    bare = replace(QUOTE, language="", source="", said_on=None)
    (finding,) = found(dossier=replace(SOUND, positions=(bare, replace(QUOTE, quote="", source=""))))
    assert (finding.severity, finding.code) == ("error", "quote-incomplete")
    assert "lacks a date and a source and its language" in finding.message


def test_a_programme_that_the_rulebook_does_not_know_is_a_warning() -> None:
    assert codes(dossier=replace(SOUND, programmes=())) == [("warning", "unknown-programme", "ofac-1")]


def test_what_was_said_or_listed_after_the_day_is_an_error_and_a_later_source_a_warning() -> None:
    dossier = replace(
        SOUND,
        entities=(replace(ENTITY, designations=(replace(ENTITY.designations[0], start=LATER),)),),
        positions=(replace(QUOTE, said_on=LATER),),
        sources=(Source(id="s", title="S", date=LATER), Source(id="l", title="L", date=LATER, kind="list")),
    )
    assert codes(dossier=dossier) == [
        ("error", "as-of", "p1"),
        ("error", "as-of", "ofac-1"),
        ("warning", "as-of", "s"),
    ]


def test_a_list_published_later_is_a_warning_and_an_undated_one_a_note() -> None:
    later = Snapshot(
        id="l1",
        list="l",
        title="L",
        publisher="",
        regime="US",
        format="",
        published=date(2026, 1, 1),
        sha256="",
        entities=1,
    )
    lists = (replace(later, id="l2", published=None), later, replace(later, id="l3", published=DAY))
    assert codes(dossier=replace(SOUND, lists=lists)) == [("warning", "as-of", "l1"), ("note", "as-of", "l2")]
