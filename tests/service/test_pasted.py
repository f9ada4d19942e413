"""What was copied elsewhere arrives as Markdown."""

import pytest

from briefer.service.pasted import table, to_markdown

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {color: red}</style></head>
<body><!--StartFragment--><h1>Easing&nbsp;options</h1>
<p class=MsoNormal>The <b style='mso-bidi-font-weight:normal'>first</b> and the
<span style='font-style:italic'>second</span> tranche.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>
&nbsp;</span></span><![endif]>Rosneft</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list: Ignore'>· </span>Novatek</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>Report</p>
<!--EndFragment--></body></html>"""

EXCEL = """<html><body><!--StartFragment--><table><col width=64><tr><td>Name</td><td>Sum</td></tr>
<tr><td>A|B</td><td>1<br>2</td></tr><tr><td>C</td></tr></table><!--EndFragment--></body></html>"""


def test_a_text_from_a_word_processor_keeps_heads_strong_words_and_lists() -> None:
    assert to_markdown(WORD) == (
        "# Easing options\n\nThe **first** and the *second* tranche.\n\n- Rosneft\n- Novatek\n1. Report"
    )


def test_cells_of_a_spreadsheet_are_a_table() -> None:
    assert to_markdown(EXCEL) == "| Name | Sum |\n| --- | --- |\n| A\\|B | 1 2 |\n| C |  |"


@pytest.mark.parametrize(
    ("copied", "written"),
    [
        ("", ""),
        ("<!-- nothing -->", ""),
        ("<script>alert(1)</script>", ""),
        ("<?xml version='1.0' encoding='utf-8'?>\x00<p>plain</p>", "plain"),
        ("<p>one<br>two</p>", "one\ntwo"),
        ("loose <b>strong</b><p>block</p>tail", "loose **strong**\n\nblock\n\ntail"),
        ("<b style='font-weight:normal'><p>a browser's wrapping</p></b>", "a browser's wrapping"),
        ("<b style='font-weight:normal'><p>one</p><p>two</p></b>", "one\n\ntwo"),
        ("<ol><li>one<ul><li>under <i>it</i></li></ul></li><li>two</li><ul><li>odd</li></ul></ol>",
         "1. one\n  - under *it*\n1. two\n  - odd"),
        ("<ul><li><p>held</p></li><li></li></ul>", "- held"),
        ("<blockquote><p>said</p><p>and again</p></blockquote>", "> said\n>\n> and again"),
        ("<a href='https://example.org/x'>there</a> <a href='javascript:x()'>not there</a>",
         "[there](https://example.org/x) not there"),
        ("<h2></h2><table></table><hr>", ""),
        ("<p># no head, 2*3, [@no-source], _x_ and a_b</p>", "\\# no head, 2\\*3, \\[@no-source], \\_x\\_ and a_b"),
        ("<p>1. no item</p><p>- nor this</p>", "1\\. no item\n\n\\- nor this"),
        ("<b> <b>twice</b> </b>", "**twice**"),
        ("<span style='font-weight: 700'>heavy </span>word", "**heavy** word"),
    ],
)  # fmt: skip
def test_what_was_copied_is_read(copied: str, written: str) -> None:
    assert to_markdown(copied) == written


def test_rows_with_tabs_become_a_table() -> None:
    assert table("Name\tSum\nA|B\t1\n") == "\n| Name | Sum |\n| --- | --- |\n| A\\|B | 1 |\n"


@pytest.mark.parametrize("copied", ["", "one line", "a\tb", "a\tb\nc", "line\nline"])
def test_other_text_stays_text(copied: str) -> None:
    assert table(copied) == ""
