"""The drafter's text with labels and tables."""

import pytest
from lxml import html

from assemble import made
from assemble.made import tree


def test_a_table_takes_its_caption_from_its_heading() -> None:
    captions = [caption.text_content() for caption in tree("risks").xpath("//caption")]
    assert captions[0].endswith("Risks of easing.")


def test_lines_are_labelled_lists_and_definitions() -> None:
    assert tree("lines").xpath("//h3[@class='side']/text()") == ["Say", "Term"]


def test_a_heading_with_a_portion_mark_a_table_first_and_a_lone_heading() -> None:
    text = "### (U) Head\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter.\n\n### Terms\n\nOne\n: Two\n\n"
    text += "### Alone\n\n#### Under\nLast."
    found = html.fromstring(made.section("own", made.brief(made.with_text(made.pack(), "own", text))).html)
    assert "Head" in found.xpath("string(//caption)")
    assert found.xpath("//h3[@class='side']/text()") == ["Terms", "One", "Alone"]
    assert found.xpath("//h4/text()") == ["Under"]


def test_a_table_of_very_long_words_still_fills_the_page_and_no_more() -> None:
    word = "x" * 60
    text = f"| {word} | {word} |\n|---|---|\n| {word} | a |"
    found = html.fromstring(made.section("own", made.brief(made.with_text(made.pack(), "own", text))).html)
    assert sum(float(style[6:-2]) for style in found.xpath("//col/@style")) == 168
    assert "A word of ours." in found.xpath("string(//caption)")


@pytest.mark.parametrize("count", [20, 50, 110, 336])
def test_a_table_of_many_columns_gives_each_a_width_and_fills_the_page(count: int) -> None:
    words = "|".join(f"word{number}" * (number % 3 + 1) for number in range(count))
    text = f"|{words}|\n|{'-|' * count}\n|{words}|"
    found = html.fromstring(made.section("own", made.brief(made.with_text(made.pack(), "own", text))).html)
    widths = [float(style[6:-2]) for style in found.xpath("//col/@style")]
    assert len(widths) == count
    assert min(widths) >= 0.5
    assert sum(widths) == 168


def test_more_columns_than_half_millimetres_are_all_as_wide() -> None:
    words = "|".join("a" * 400)
    text = f"|{words}|\n|{'-|' * 400}\n|{words}|"
    found = html.fromstring(made.section("own", made.brief(made.with_text(made.pack(), "own", text))).html)
    assert {round(float(style[6:-2]), 3) for style in found.xpath("//col/@style")} == {0.42}
