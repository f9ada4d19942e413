"""A new pack has its document's sections and each pick once."""

from dataclasses import replace
from datetime import date

from briefer.model.pack import Template, TemplateSection
from briefer.pack import new, starters, unwritten, without_starters

TEMPLATE = Template(
    name="relief-options",
    title="Relief options",
    description="",
    sections=(
        TemplateSection(id="bottom", kind="bottom-line", title="Bottom line", text="Say it."),
        TemplateSection(id="relief", kind="relief", title="Relief", include=False),
        TemplateSection(id="where", kind="allies", title="Allies", text="Where they stand."),
    ),
)


def test_a_doubled_pick_counts_once() -> None:
    pack = new(TEMPLATE, title="T", as_of=date(2025, 3, 31), entities=("b", "a", "b"))
    assert pack.entities == ("b", "a")


def test_text_that_was_never_touched_is_known_and_does_not_print() -> None:
    pack = new(TEMPLATE, title="T", as_of=date(2025, 3, 31))
    assert starters(pack, TEMPLATE) == ("bottom", "where")
    left = {section.id: section for section in without_starters(pack, TEMPLATE).sections}
    assert (left["bottom"].text, left["bottom"].include) == ("", False)
    assert (left["where"].text, left["where"].include) == ("", True)


def test_a_heading_stays_for_what_was_written_beneath_it_however_deep() -> None:
    under = {"options": "", "one": "options", "two": "one", "other": "options"}
    sections = tuple(
        TemplateSection(id=id, kind="text", title="T", text=f"Say {id}.", parent=over) for id, over in under.items()
    )
    template = replace(TEMPLATE, sections=sections)
    pack = new(template, title="T", as_of=date(2025, 3, 31))
    assert [section.id for section in unwritten(pack, template)] == ["options", "one", "two", "other"]
    written = replace(pack.sections[2], text="My own.")
    own = replace(pack, sections=(*pack.sections[:2], written, pack.sections[3]))
    assert [section.id for section in unwritten(own, template)] == ["other"]
    kept = without_starters(own, template).sections
    assert [(section.text, section.include) for section in kept] == [
        ("", True),
        ("", True),
        ("My own.", True),
        ("", False),
    ]


def test_text_of_the_drafters_own_stays() -> None:
    pack = new(TEMPLATE, title="T", as_of=date(2025, 3, 31))
    own = replace(pack, sections=(replace(pack.sections[0], text="My own."), *pack.sections[1:2]))
    assert without_starters(own, TEMPLATE) == own


def test_a_section_that_is_offered_but_not_included_is_there_and_left_out() -> None:
    pack = new(TEMPLATE, title="T", as_of=date(2025, 3, 31))
    assert [(section.id, section.include, section.text) for section in pack.sections] == [
        ("bottom", True, "Say it."),
        ("relief", False, ""),
        ("where", True, "Where they stand."),
    ]
