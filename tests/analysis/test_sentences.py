"""Pasted text is cut at the ends of its sentences and nowhere else."""

import pytest

from briefer.analysis.sentences import outside, paragraphs, pieces, quotations, sentences

CUTS = {
    "plain": ["One is here.", "Two is there!", "Three?", "Four… "],
    "titles and initials": ["Mr. Smith met Sen. J. R. Jones et al. in St. Gallen.", "Then he left."],
    "an acronym within": ["The U.S. Treasury acted.", "It gave no reason."],
    "an acronym at the end": ["He left the U.S.", "The next day he was back."],
    "an acronym before a name": ["He worked at Acme Inc. Berlin for years."],
    "a company at the end": ["They sold Acme Inc.", "It was cheap."],
    "numbers": ["See No. 5 and Art. 3.", "It fell 3.5 per cent.", "2,400 names stayed."],
    "a number list": ["1. The first.", "2. The second."],
    "a quotation of two sentences": ['"One. Two," he said.', "“Three. Four.”", "Five."],
    "a quotation at the end": ["She said: “It is over.”", "Nobody replied."],
    "a stop in brackets": ["It ended (at last.)", "And so on."],
    "a quotation that is never closed": ["He said “so.", "Next one.", "Last one."],
    "small letters after a stop": ["It costs approx. five pounds … or more."],
    "an initial I": ["So did I.", "You know it."],
    "Russian": [
        "Это было в 2014 г. в Москве.",
        "В. В. Путин подписал указ.",
        "«Ждём. Посмотрим», — сказал он 4 марта 2025 г.",
        "Россия ответила.",
        "Завод стоит 5 млн. рублей.",
    ],
    "Ukrainian": ["Це сталося у 2022 р.", "Потім він поїхав до м. Київ."],
    "Chinese": ["中文。", "第二句！", "「第三句。第四句。」"],
    "Arabic": ["هذا نص.", "وهذا آخر؟", "نعم."],
}


@pytest.mark.parametrize("name", CUTS)
def test_a_paragraph_is_cut_at_the_ends_of_its_sentences(name: str) -> None:
    joined = "".join(CUTS[name]) if name == "Chinese" else " ".join(CUTS[name])
    assert sentences(joined) == tuple(sentence.strip() for sentence in CUTS[name])


def test_nothing_is_lost_and_nothing_is_empty() -> None:
    assert sentences("  ") == ()
    assert sentences("no end") == ("no end",)


def test_each_long_line_is_a_paragraph_and_one_that_begins_small_goes_on() -> None:
    long = f"Long {'word ' * 30}here"
    assert paragraphs(f"{long}\n{long}\r\n\r\nShort\nUpper\rlower") == (long, long, "Short", "Upper lower")


WRAPPED = """\
The Treasury Department has removed one name from its list this week and
Nobody would say why this had been done, or by whom it was asked
for.

Next paragraph
- a bullet here
— A Signature
"""


def test_lines_that_were_broken_by_hand_are_joined() -> None:
    first, *others = paragraphs(WRAPPED)
    assert first.endswith("this week and Nobody would say why this had been done, or by whom it was asked for.")
    assert others == ["Next paragraph", "- a bullet here", "— A Signature"]


def test_headings_bullets_and_bylines_are_told_apart() -> None:
    text = "A Heading of Few Words\n\n- A bullet without a stop\n\n— News Agency (@news)\n\nA sentence. Another one."
    assert [(piece.kind, piece.text) for piece in pieces(text)] == [
        ("heading", "A Heading of Few Words"),
        ("sentence", "A bullet without a stop"),
        ("byline", "News Agency (@news)"),
        ("sentence", "A sentence."),
        ("sentence", "Another one."),
    ]
    assert pieces("") == ()


def test_a_long_line_without_a_stop_is_no_heading() -> None:
    assert pieces("word " * 20)[0].kind == "sentence"


def test_quotations_are_found_with_their_own_closing_marks() -> None:
    text = '“a” «b» „c“ "d" “open'
    assert [text[start:end] for start, end in quotations(text)] == ["“a”", "«b»", "„c“", '"d"']


def test_a_mark_that_closes_only_far_away_opens_no_quotation() -> None:
    assert list(quotations(f"“{'far ' * 600}”")) == []


def test_spans_are_blanked_without_moving_the_rest() -> None:
    assert outside("ab cd ef", [(3, 5)]) == "ab    ef"
    assert outside("ab cd ef", [(4, 7), (0, 5), (1, 2)], "-") == "-------f"
