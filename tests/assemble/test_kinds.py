"""The kinds of section that are mostly the drafter's."""

from assemble import made
from assemble.made import tree


def test_words_of_likelihood_get_their_range() -> None:
    risks = tree("risks")
    assert risks.xpath("//td[b]/span[@class='sub']/text()") == ["80–95 %"]
    assert risks.xpath("//td[@class='right']/text()") == ["10", "2"]
    assert "Hard to say" in risks.text_content()


def test_risks_without_a_table_are_prose() -> None:
    pack = made.with_text(made.pack(), "risks", "### One\nWords.")
    assert made.section("risks", made.brief(pack)).html.count("<table") == 0


def test_questions_are_read_from_definition_lists_and_mentions_lead_to_sheets() -> None:
    questions = tree("questions")
    assert questions.xpath("//h3[@class='q']/text()") == ["Is it so?", "Why?"]
    assert questions.xpath("//a[@href='#e-ofac-1']/text()") == ["Ivan Petrovich Example"]
    assert "Oil import ban" in questions.text_content()
