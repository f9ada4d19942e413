"""The options side by side."""

from lxml import html

from assemble import made
from assemble.made import tree
from briefer.model.pack import PackSection


def test_the_terms_of_all_options_become_the_rows_in_the_order_first_seen() -> None:
    rows = tree("options").xpath("//tbody/tr/th/text()")
    assert rows[:3] == ["In short", "Can it be undone?", "Clock"]
    assert "Recommended" not in rows


def test_reversibility_gets_four_squares_and_an_unknown_word_none() -> None:
    marks = tree("options").xpath("//span[@class='scale']/text()")
    assert marks == ["■■■■", "■■□□"]


def test_a_recommended_option_is_marked_in_its_head_and_column() -> None:
    options = tree("options")
    assert [head.text_content() for head in options.xpath("//th[contains(@class, 'rec')]")] == [
        "2Licence for licenceRecommended"
    ]
    assert options.xpath("//td[@class='rec']")


def test_a_cell_holds_lists_and_what_stands_outside_goes_beside() -> None:
    text = made.text_of("options")
    assert "Licences.onetwo" in text
    assert "And a word beside." in text


def test_more_than_five_options_go_on_in_a_second_table() -> None:
    more = tuple(
        PackSection(id=f"o{n}", kind="option", title=f"No {n}", parent="options", text="In short\n: x")
        for n in range(4)
    )
    pack = made.pack(sections=(*made.sections(), *more))
    found = html.fromstring(made.section("options", made.brief(pack)).html)
    assert len(found.xpath("//table")) == 2
    assert found.xpath("//table[2]//span[@class='optno']/text()") == ["6", "7"]


def test_options_that_are_not_written_are_said_to_be_so() -> None:
    pack = made.pack(sections=(PackSection(id="options", kind="options", title="Options"),))
    assert "No options have been written" in made.text_of("options", made.brief(pack))
