"""Positions by question and statements in their own words."""

from dataclasses import replace

from assemble import made
from assemble.made import one, said, tree
from briefer.model.policy import Position


def test_positions_stand_by_question_grouped_by_stance() -> None:
    positions = tree("positions")
    assert positions.xpath("//caption/span[@class='t']/text()")[1] == "Easing before a settlement."
    groups = [" ".join(group.text_content().split()) for group in positions.xpath("//table[2]//tr[@class='group']")]
    assert groups == ["▲in favour", "▼against"]


def test_a_picked_question_without_a_position_is_named() -> None:
    assert "A question nobody answered: no position picked." in made.text_of("positions")


def test_a_paraphrase_has_no_quotation_marks_and_exact_words_have_their_language() -> None:
    text = made.text_of("positions")
    assert "It is too early.Conditions: After a withdrawal." in text
    assert "“It is too early to say.” to be verifiedTranslated from Russian." in text
    exact = replace(made.POSITIONS[1], translation="")
    positions = tree("positions", positions=(exact,))
    assert positions.xpath("//td/span[@lang='ru']/text()") == ["Слишком рано говорить."]


def test_the_matrix_stands_only_where_two_in_five_cells_are_filled() -> None:
    assert "Positions by holder and question" in made.text_of("positions")
    spread = tuple(
        Position(id=f"q-{n}", holder=f"Holder {n}", issue=("easing", "banks", "a", "b", "c")[n % 5], stance=1)
        for n in range(10)
    )
    assert "Positions by holder and question" not in said("positions", positions=spread)
    assert "Positions by holder and question" not in said("positions", positions=spread[:1])


def test_a_statement_keeps_its_language_its_translation_and_how_it_reached_us() -> None:
    statements = tree("statements")
    quote = statements.xpath("//span[@lang='ru']")[0]
    assert quote.text == "Слишком рано говорить."
    text = " ".join(statements.text_content().split())
    assert "Translated from Russian: “It is too early to say.”" in text
    assert "On the record: briefing → Agency. Reported 5 Mar 2025. At para. 3." in text
    assert "Grade of the source B2." in text


def test_a_statement_known_in_translation_alone_says_so() -> None:
    assert "Translated from German; the original wording is not in the library. As reported." in made.text_of(
        "statements"
    )


def test_a_statement_in_a_language_nobody_knows_is_a_translation_all_the_same() -> None:
    odd = Position(id="o", holder="X", issue="easing", stance=1, translation="Yes.", language="??", marking="CUI")
    text = said("statements", positions=(odd,))
    assert "In translation; the original wording" in text
    assert "(CUI)" in text


def test_a_language_is_said_only_where_it_is_a_language_tag() -> None:
    odd = replace(made.POSITIONS[1], language='"><img', translation="")
    assert tree("statements", positions=(odd,)).xpath("//@lang") == []
    assert not tree("in-force", **one(made.CHINESE)).xpath("//@lang")
