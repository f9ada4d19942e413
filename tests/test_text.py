"""The drafter's Markdown, its marks, its HTML and its typography."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markupsafe import Markup

from briefer.text import (
    Block,
    Citation,
    Statement,
    blocks,
    citations,
    inline_html,
    mentions,
    statements,
    tidy,
    to_html,
)
from briefer.text.marks import DEEPEST


def cite(found: tuple[Citation, ...]) -> Markup:
    return Markup("<i>{}</i>").format(" ".join(one.source for one in found))


def raised(found: tuple[Citation, ...]) -> Markup:
    return Markup("<sup>{}</sup>").format(" ".join(one.source for one in found))


def written(text: str) -> str:
    return str(to_html(text, cite, lambda entity: entity))


def only(text: str) -> Block:
    (block,) = blocks(text)
    return block


# --- marks of ours


def test_a_citation_has_a_source_and_where_in_it() -> None:
    assert citations("Said so [@f1] and so [@f2, pp. 4,  7].") == (Citation("f1"), Citation("f2", "pp. 4, 7"))


def test_one_bracket_cites_several_sources() -> None:
    assert citations("So [@a; @b, s. 2; sch. 1;@c].") == (Citation("a"), Citation("b", "s. 2; sch. 1"), Citation("c"))


def test_a_snapshot_id_can_be_cited() -> None:
    assert citations("Listed [@ofac-sdn@2025-03-15#0a1b2c3d].") == (Citation("ofac-sdn@2025-03-15#0a1b2c3d"),)


def test_a_citation_may_run_over_a_line_end() -> None:
    assert citations("So [@a,\np. 4].") == (Citation("a", "p. 4"),)


def test_a_source_cited_twice_is_given_once() -> None:
    assert citations("So [@a]. And [@a].\n\nAgain [@a].") == (Citation("a"),)


@pytest.mark.parametrize("text", ["[@bad id]", "[@a; @ b]", "[@]", "`[@a]`", r"\[@a]", "[a@b]"])
def test_what_is_not_quite_a_citation_stays_text(text: str) -> None:
    assert citations(text) == ()
    assert only(text).text == text.replace("`", "").replace("\\", "")


def test_a_citation_at_a_line_start_is_no_link_definition() -> None:
    assert only("[@a]: http://example.org").citations == (Citation("a"),)


def test_terms_definitions_items_and_quotes_cite_too() -> None:
    text = "t [@a]\n: d [@b]\n\n- i [@c]\n\n> q [@d]\n\n|x [@e]|\n|-|\n|y [@f]|"
    assert "".join(one.source for one in citations(text)) == "abcdef"
    assert [block.text for block in blocks(text)] == ["t d", "i", "q", "x y"]


def test_a_mention_names_an_entity() -> None:
    assert mentions("Of [#ofac-36216], [#NK-x] and [#ofac-36216].") == ("ofac-36216", "NK-x")
    assert only("Of [#ofac-36216].").mentions == ("ofac-36216",)
    assert only("Of [#two words].").text == "Of [#two words]."


@pytest.mark.parametrize("mark", ["U", "CUI", "O-S", "A+S", "S", "CUI//SP-PRVCY"])
def test_a_leading_bracket_is_a_portion_mark(mark: str) -> None:
    block = only(f"({mark}) The text.")
    assert (block.portion, block.text) == (mark, "The text.")
    assert written(f"({mark}) The text.") == f'<p><span class="portion">({mark})</span> The text.</p>'


@pytest.mark.parametrize("text", ["(u) text", "(ABC) text", "Text (U) text", r"\(U) text", "(U)text", "(U)"])
def test_what_is_not_a_leading_mark_stays_text(text: str) -> None:
    assert only(text).portion == ""
    assert only(text).text == text.replace("\\", "")


def test_a_list_item_has_a_portion_mark_and_a_cell_has_none() -> None:
    assert only("- (CUI) one").items[0][0].portion == "CUI"
    assert only("a|b\n-|-\n(U) one|two").rows[0][0].text == "(U) one"


# --- blocks


def test_headings_run_from_one_and_skip_no_level() -> None:
    found = blocks("## A\n\n#### B\n\n##### C\n\n### D\n\n# E\n\n## F")
    assert [(block.text, block.level) for block in found] == [
        ("A", 1),
        ("B", 2),
        ("C", 3),
        ("D", 2),
        ("E", 1),
        ("F", 2),
    ]


def test_every_block_knows_its_kind_and_line() -> None:
    found = blocks("# H\n\np\n\n- i\n\nt\n: d\n\na|b\n-|-\nc|d\n\n> q\n\n***\n\n3. n")
    assert [(block.kind, block.line) for block in found] == [
        ("heading", 1),
        ("paragraph", 3),
        ("list", 5),
        ("definitions", 7),
        ("table", 10),
        ("quote", 14),
        ("list", 18),
    ]
    assert (found[2].ordered, found[-1].ordered, found[-1].level) == (False, True, 3)


def test_a_term_may_have_several_definitions() -> None:
    (definition,) = only("What was asked [@a]\n: Reuters reported [@b].\n: No one confirmed.").definitions
    assert (definition.term.text, definition.term.citations) == ("What was asked", (Citation("a"),))
    assert [block.text for block in definition.body] == ["Reuters reported.", "No one confirmed."]


def test_a_table_has_header_rows_and_alignment() -> None:
    block = only("a|b|c\n-|--:|:-:\nd [@s]|1|\ne")
    assert [cell.text for cell in block.header] == ["a", "b", "c"]
    assert [[cell.text for cell in row] for row in block.rows] == [["d", "1", ""], ["e", "", ""]]
    assert block.align == ("", "right", "center")


def test_plain_text_leaves_citations_out_and_joins_lines() -> None:
    assert only("The **act** binds [@a].\nIt is [`x`](https://e.org)  \nnew <b>.").text == (
        "The act binds. It is x new <b>."
    )


def test_control_characters_are_dropped() -> None:
    assert only("a\x00b\x0cc\x7f\x81\ufffe\uffff\ud800").text == "abc"


def test_quotes_and_dashes_of_windows_are_read_as_what_they_meant() -> None:
    assert only("\x93It\x92s\x94 \x96 \x80 5\x85").text == "“It’s” – € 5…"


def test_indented_text_is_no_code() -> None:
    assert only("    indented [@a]").citations == (Citation("a"),)


# --- statements


def test_paragraphs_items_definitions_and_cells_are_statements() -> None:
    text = "# H\n\nOne [@a].\n\n- two\n  - three [@b]\n\nt\n: four\n\nx|y\n-|-\nfive|[@c]\nsix|seven\n\n> eight"
    assert statements(text) == (
        Statement(kind="paragraph", text="One.", cited=True, line=3),
        Statement(kind="item", text="two", cited=False, line=5),
        Statement(kind="item", text="three", cited=True, line=6),
        Statement(kind="definition", text="four", cited=False, line=9),
        Statement(kind="cell", text="five", cited=True, line=13),
        Statement(kind="cell", text="six", cited=False, line=14),
        Statement(kind="cell", text="seven", cited=False, line=14),
        Statement(kind="paragraph", text="eight", cited=False, line=16),
    )


def test_a_paragraph_of_nothing_but_citations_states_nothing() -> None:
    assert statements("[@a] [@b]") == ()


# --- HTML


def test_the_keys_of_a_paragraph_stand_before_its_text() -> None:
    assert written("One [@a]. Two [@b] [@c].") == "<p><i>a b c</i>One. Two.</p>"
    assert written("[@a] One.") == "<p><i>a</i>One.</p>"


def test_the_keys_of_cells_terms_and_headings_stand_in_place() -> None:
    text = "# H [@h]\n\nt [@t]\n: d [@d]\n\na|b\n-|-:\nx [@x]|1 [@y] [@z]"
    assert to_html(text, cite, str, 2, raised=raised) == (
        "<h2>H<sup>h</sup></h2>\n"
        "<dl><dt>t<sup>t</sup></dt><dd><i>d</i>d</dd></dl>\n"
        '<table><thead><tr><th scope="col">a</th><th scope="col" class="right">b</th></tr></thead>'
        '<tbody><tr><th scope="row">x<sup>x</sup></th><td class="right">1<sup>y z</sup></td></tr></tbody></table>'
    )


def test_a_table_without_rows_has_no_body_and_an_empty_cell_is_no_header() -> None:
    assert written("|a|\n|-|") == '<table><thead><tr><th scope="col">a</th></tr></thead></table>'
    assert "<tr><td></td><td>x</td></tr>" in written("a|b\n-|-\n||x")


def test_lists_nest_and_keep_their_number() -> None:
    assert written("3. a\n\n   b\n4. - c") == '<ol start="3"><li>a<p>b</p></li><li><ul><li>c</li></ul></li></ol>'
    assert written("1. a\n2.") == "<ol><li>a</li><li></li></ol>"


def test_a_quote_is_a_blockquote() -> None:
    assert written("> a\n>\n> # b") == "<blockquote><p>a</p>\n<h3>b</h3></blockquote>"


def test_headings_start_where_told_and_end_at_six() -> None:
    assert to_html("# a\n\n## b", cite, str, 6) == "<h6>a</h6>\n<h6>b</h6>"


def test_a_block_or_several_are_written_like_a_text() -> None:
    text = "# a\n\nb *c*  \n`d`"
    assert to_html(blocks(text), cite, str) == written(text) == "<h3>a</h3>\n<p>b <em>c</em><br><code>d</code></p>"
    assert to_html(blocks(text)[0], cite, str) == "<h3>a</h3>"


def test_what_the_caller_gives_as_plain_text_is_escaped() -> None:
    assert to_html("[#x] [@y]", lambda _: "<a&", lambda _: "<b>") == "<p>&lt;a&amp;&lt;b&gt;</p>"
    assert inline_html(only("[#x] [@y]").content, lambda _: Markup("<k>"), lambda _: Markup("<b>")) == "<b><k>"


def test_raw_html_prints_as_text() -> None:
    assert written("<script>x</script>\n\na <b onclick=1>c</b> &lt;") == (
        "<p>&lt;script&gt;x&lt;/script&gt;</p>\n<p>a &lt;b onclick=1&gt;c&lt;/b&gt; &lt;</p>"
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "x", "//e.org"])
def test_a_link_elsewhere_leaves_its_text(address: str) -> None:
    assert written(f"a [b]({address}) c") == "<p>a b c</p>"


def test_links_to_the_web_and_to_mail_stay() -> None:
    assert written('[a](HTTPS://e.org/?b="&c=1 "title")') == '<p><a href="HTTPS://e.org/?b=%22&amp;c=1">a</a></p>'
    assert written('[a](https://e.org/?b=1&c=2 "title")') == '<p><a href="https://e.org/?b=1&amp;c=2">a</a></p>'
    assert written("<mailto:a@e.org>") == '<p><a href="mailto:a@e.org">mailto:a@e.org</a></p>'


def test_an_image_leaves_its_description() -> None:
    assert written("a ![(U) b *c* [@d]](https://e.org/x.png)") == "<p><i>d</i>a (U) b <em>c</em></p>"


def test_template_marks_are_text() -> None:
    assert written("{{ 7*7 }} {% raw %}") == "<p>{{ 7*7 }} {% raw %}</p>"


# --- typography


def test_quotes_dashes_and_ellipses_become_typographic() -> None:
    assert only("\"It's\" 'so' -- 1990--95 --- and so on...").text == "“It’s” ‘so’ – 1990–95 — and so on…"


def test_a_subsection_is_no_copyright_sign() -> None:
    assert only("Section 216(c), 5(r) and (tm).... ----").text == "Section 216(c), 5(r) and (tm).... ----"


def test_code_and_bare_addresses_keep_their_dashes() -> None:
    assert only("`a--b` <https://e.org/a--b> c--d").text == "a--b https://e.org/a--b c–d"


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("EO 14024, s. 216", "EO_14024, s._216"),
        ("PL 117-109", "PL_117-109"),
        ("15 April 2025", "15_April 2025"),
        ("April 15, 2025", "April_15, 2025"),
        ("30 days", "30_days"),
        ("50 per cent rule", "50_per_cent rule"),
        ("31 CFR part 587", "31_CFR_part_587"),
        ("31 CFR 501.801", "31_CFR_501.801"),
        ("Regulation (EU) No 833/2014", "Regulation (EU)_No_833/2014"),
        ("Council Decision 2014/145", "Council Decision_2014/145"),
        ("option B, class A, Annex IV", "option_B, class_A, Annex_IV"),
        ("USD 3 billion – or more", "USD_3_billion_– or more"),
        ("§ 9522, No. 269", "§_9522, No._269"),
        ("Mr Putin", "Mr_Putin"),
        ("EO\n14024", "EO_14024"),
        ("30 daysies, neo 14024, 3 day-old", "30 daysies, neo 14024, 3_day-old"),
    ],
)
def test_what_belongs_together_is_tied(text: str, tied: str) -> None:
    assert tidy(text) == tied.replace("_", "\u00a0")
    assert tidy(tidy(text)) == tidy(text)


def test_tags_code_comments_and_styles_are_not_touched() -> None:
    html = (
        '<p title="EO 14024 > 30 days">a</p><!-- EO 14024 --><code>EO 14024</code>'
        "<style>EO 14024</style><pre><b>s. 216</b></pre>"
    )
    assert tidy(html) == html


# --- any text at all

_TAGS = set(
    re.findall(
        r"\w+", "div p h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td blockquote strong em a code br i span"
    )
)
_TYPED = st.text(st.sampled_from("[]@#a; ,.(U)*_`|-:>\n\\!<&\"'0"), max_size=80)


@settings(max_examples=150, deadline=None)
@given(_TYPED | st.text(max_size=80))
def test_any_text_gives_sound_html_and_keeps_its_marks(text: str) -> None:
    shown = to_html(text, cite, lambda entity: entity)
    tree = lxml_html.fragment_fromstring(str(tidy(shown)) or "<p></p>", create_parent="div")
    assert {node.tag for node in tree.iter()} <= _TAGS
    assert all(one.source for one in citations(text))
    assert len(tree.xpath("//i")) >= bool(citations(text))


@pytest.mark.parametrize("text", [">" * 500, "* " * 500, "[" * 500, "**a " * 500, "![" * 200, "[@a;" * 500])
def test_deep_nesting_ends_well(text: str) -> None:
    assert isinstance(written(text), str)


@pytest.mark.parametrize(
    "frame", ["{}", "# {}", "|a|\n|-|\n|{}|", "> - {}", "![{}](b)", "[{}](https://a.org)", "a\n: {}"]
)
def test_emphasis_too_deep_is_plain_and_keeps_its_words_and_citations(frame: str) -> None:
    text = frame.format("*" * 3000 + "a [@b]" + "*" * 3000)
    assert "a" in written(text)
    assert citations(text) == (Citation("b"),)
    assert written(text).count("<strong>") == written(text).count("</strong>") <= DEEPEST


def test_emphasis_as_deep_as_anybody_writes_it_stays() -> None:
    assert written("**a *b **c** d* e**") == "<p><strong>a <em>b <strong>c</strong> d</em> e</strong></p>"


def test_images_in_images_are_no_deeper_than_their_words() -> None:
    text = "a"
    for _ in range(60):
        text = f"![{'*' * 39}{text}{'*' * 39}](b)"
    assert "a" in written(text)
