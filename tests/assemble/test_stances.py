"""Positions by question and statements in their own words."""

from dataclasses import replace

from assemble import made
from assemble.made import one, said, tree
from briefer.model.policy import Position


def test_positions_stand_by_question_grouped_by_stance() -> None:
    positions = tree("positions")
    assert positions.xpath("//caption/span[@class='t']/text()")[2] == "Easing before a settlement."
    groups = [" ".join(group.text_content().split()) for group in positions.xpath("//table[3]//tr[@class='group']")]
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


def test_what_came_second_hand_names_the_hands_unless_the_statements_print_the_chain() -> None:
    told = replace(made.POSITIONS[0], basis="reported", chain="An aide → Reuters → The Paper; a copy")
    assert "Second hand, through an aide, Reuters and The Paper." in said("positions", positions=(told,))
    quoted = replace(told, quote="Too early.", language="en")
    assert "Second hand." in said("positions", positions=(quoted,))
    pack = made.pack(sections=tuple(one for one in made.sections() if one.kind != "statements"))
    alone = made.brief(pack, replace(made.DOSSIER, positions=(quoted,)))
    assert "Second hand, through an aide, Reuters and The Paper." in made.text_of("positions", alone)
    assert "Second hand." in said("positions", positions=(replace(told, chain="Interview"),))
    assert "Second hand" not in made.text_of("positions")


def test_an_inference_is_marked_as_ours_and_explained() -> None:
    inferred = replace(made.POSITIONS[0], basis="inferred")
    text = said("positions", positions=(inferred, *made.POSITIONS[1:]))
    assert "inferred from acts ours" in text
    assert text.count("ours nobody said so; we infer it from acts.") == 2
    assert "we infer it" not in made.text_of("positions")


def test_a_position_that_another_replaces_says_when() -> None:
    later = replace(made.POSITIONS[0], id="p-9", stance=0, said_on=made.on("2025-03-20"), supersedes="p-1")
    assert "Since replaced: 20 Mar 2025." in said("positions", positions=(made.POSITIONS[0], later))
    undated = replace(later, said_on=None, supersedes="", id="p-0")
    newer = replace(made.POSITIONS[0], supersedes="p-0")
    assert "Since replaced: 24 Feb 2025." in said("positions", positions=(undated, newer))
    assert "Since replaced: not dated." in said(
        "positions", positions=(made.POSITIONS[0], replace(undated, supersedes="p-1"))
    )


def test_elsewhere_says_the_number_that_the_table_has_on_its_page() -> None:
    titled = tree("positions").xpath("//caption[span[@class='t']='Easing before a settlement.']/b/text()")
    assert f"in {titled[0].rstrip('.')}: 1 in favour" in made.text_of("entity-sheets")
    pack = made.pack(sections=tuple(one for one in made.sections() if one.kind != "positions"))
    assert "in the workbook: 1 in favour" in made.text_of("entity-sheets", made.brief(pack))


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
