"""The front of the paper: cover, contents, bottom line."""

from dataclasses import replace
from datetime import date

from lxml import html

from assemble import law, made
from assemble.made import tree
from briefer import rulebook
from briefer.model.pack import PackSection


def test_the_cover_counts_what_is_in_force_by_regime() -> None:
    title = tree("cover").xpath("string(//svg/title)")
    assert title == (
        "In force on 31 March 2025 by regime: 4 entries examined; 2 measures that list nobody not counted: "
        "United States 2, Canada 1, European Union 1."
    )


def test_the_cover_marks_what_is_past_its_last_known_end() -> None:
    title = tree("cover", **vars_of(date(2026, 11, 23))).xpath("string(//svg/title)")
    assert "European Union 1 (of which 1 past its last known end; no renewal on record)" in title
    assert "past" not in tree("cover", **vars_of(date(2025, 3, 31))).xpath("string(//svg/title)")


def vars_of(day: date) -> dict[str, object]:
    return {"entities": (law.REVIEWED,), "measures": (), "law": rulebook.load(), "as_of": day}


def test_the_cover_prints_only_the_settings_that_are_filled() -> None:
    text = made.text_of("cover")
    assert "As of 31 March 2025" in text
    assert "For The Deputy" in text
    assert "Drafter" not in text


def test_the_cover_takes_a_remark_and_a_long_title() -> None:
    pack = made.with_text(
        made.pack(title="A title that is so long that it has to be set smaller than others are"), "cover", "A remark."
    )
    cover = html.fromstring(made.section("cover", made.brief(pack)).html)
    assert cover.xpath("//h1/@class") == ["long"]
    assert cover.xpath("string(//div[@class='remark'])").strip() == "A remark."


def test_a_cover_without_picks_has_no_strip() -> None:
    assert not tree("cover", entities=(), measures=()).xpath("//svg")


def test_the_contents_name_every_numbered_section_and_every_sheet() -> None:
    contents = tree("contents")
    assert contents.xpath("//ol[@class='toc']/li/span[@class='n']/text()")[:2] == ["1\xa0", "2\xa0"]
    assert "Ivan Petrovich Example" in contents.xpath("//ol/li/ol/li/a/text()")
    assert "What they share" not in contents.text_content() or "Do nothing" in contents.text_content()


def test_the_legend_explains_only_what_this_paper_uses() -> None:
    text = made.text_of("contents")
    assert "fact key" in text
    assert "to be verified" in text
    assert "TAG-ONE" in text
    assert "such as (U)" in text
    assert "searched only in the lists named" in text
    bare = made.pack(sections=(PackSection(id="contents", kind="contents", title="Contents"),))
    legend = made.text_of("contents", made.brief(bare))
    assert "in favour" not in legend
    assert "programme tag" not in legend
    assert "marking of that" not in legend
    assert "were searched" not in legend


def test_the_limit_of_searches_for_linked_parties_is_said_once_in_the_paper_with_or_without_a_tag() -> None:
    limit = "Linked parties were searched only in the lists named beside them."
    untagged = replace(made.PERSON, designations=())
    for dossier in (made.DOSSIER, replace(made.DOSSIER, entities=(untagged,))):
        found = made.brief(made.pack(), dossier)
        said = [one.kind for one in found.sections if limit in made.text_of(one.id, found)]
        assert said == ["contents"]


def test_the_legend_says_how_far_unmarked_words_can_be_trusted() -> None:
    text = made.text_of("contents")
    assert "was read in the source that its key names. Running text is as sure as its sources: section" in text
    assert "A grade such as B2" in text
    plain = tuple(replace(source, grade="") for source in made.SOURCES)
    assert "A grade such as" not in made.said("contents", sources=plain)


def test_a_cover_counts_no_measures_where_there_are_none() -> None:
    assert "4 entries examined:" in tree("cover", measures=()).xpath("string(//svg/title)")


def test_portion_marks_of_picks_are_explained_too() -> None:
    bare = made.pack(marks={"ofac-1": "CUI"}, sections=(PackSection(id="contents", kind="contents", title="Contents"),))
    assert "such as (CUI)" in made.text_of("contents", made.brief(bare))


def test_the_bottom_line_has_its_decision_boxes_and_numbers() -> None:
    text = made.text_of("bottom-line")
    assert "Two entries, one line." in text
    assert "Option A" in text
    assert "Please decide by 7 Apr 2025." in text
    assert tree("bottom-line").xpath("//p[@class='v']/text()") == ["2 of 4", "30 days", "3", "4", "5"]


def test_where_the_drafter_lists_no_choices_the_options_are_the_boxes() -> None:
    pack = made.with_text(made.pack(), "decision", "Choose.")
    found = made.section("bottom-line", made.brief(pack)).html
    assert html.fromstring(found).xpath("//p[@class='tick']//b/text()") == [
        "Option\u00a01",
        "Option\u00a02",
        "Option\u00a03",
        "Discuss",
    ]
    pack = replace(pack, sections=tuple(s for s in pack.sections if s.kind != "option"))
    assert "tick" not in made.section("bottom-line", made.brief(pack)).html


def test_a_citation_that_leads_nowhere_shows() -> None:
    assert "no source" in made.text_of("bottom-line")
