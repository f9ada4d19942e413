"""A new pack has its document's sections and each pick once."""

from datetime import date

from briefer.model.pack import Template, TemplateSection
from briefer.pack import new

TEMPLATE = Template(
    name="relief-options",
    title="Relief options",
    description="",
    sections=(
        TemplateSection(id="bottom", kind="bottom-line", title="Bottom line", text="Say it."),
        TemplateSection(id="relief", kind="relief", title="Relief", waits=True),
    ),
)


def test_a_doubled_pick_counts_once() -> None:
    pack = new(TEMPLATE, title="T", as_of=date(2025, 3, 31), entities=("b", "a", "b"))
    assert pack.entities == ("b", "a")


def test_a_section_that_waits_is_there_and_left_out() -> None:
    pack = new(TEMPLATE, title="T", as_of=date(2025, 3, 31))
    assert [(section.id, section.include, section.text) for section in pack.sections] == [
        ("bottom", True, "Say it."),
        ("relief", False, ""),
    ]
