"""A section is read passage by passage, each with where it stands."""

from briefer.analysis.checks.passages import passages, sentences
from tests.analysis.checks.packs import section

TEXT = """# Head

(U) First [@s, p. 2] and [#ofac-1].

- Item

Term
: Meaning [@t]

> Theirs

| A | B |
|---|---|
| One [@s] | |
| Two | Three |
"""


def test_every_passage_has_its_kind_line_and_what_it_stands_under() -> None:
    read = [(one.kind, one.line, one.text, one.heading or one.column) for one in passages(section(TEXT))]
    assert read == [
        ("heading", 1, "Head", ""),
        ("paragraph", 3, "First and ofac-1.", "Head"),
        ("item", 5, "Item", "Head"),
        ("term", 8, "Term", "Head"),
        ("definition", 8, "Meaning", "Term"),
        ("paragraph", 10, "Theirs", "Head"),
        ("heading", 12, "A", "Head"),
        ("heading", 12, "B", "Head"),
        ("cell", 14, "One", "Head"),
        ("cell", 15, "Two", "Head"),
        ("cell", 15, "Three", "Head"),
    ]


def test_a_passage_tells_its_mark_what_it_cites_and_mentions_and_whether_it_is_quoted() -> None:
    read = {one.text: one for one in passages(section(TEXT))}
    first = read["First and ofac-1."]
    assert (first.portion, first.cited, first.mentions, first.quoted) == ("U", ("s",), ("ofac-1",), False)
    assert read["Theirs"].quoted
    assert (read["Three"].column, read["Three"].cited) == ("B", ())
    assert [one.text for one in read.values() if not one.states] == ["Head", "Term", "A", "B"]
    assert first.place == "bottom-line:3"


def test_sentences_leave_out_what_is_quoted() -> None:
    assert [" ".join(one.split()) for one in sentences("He said “must. Now” and left. It ended.")] == [
        "He said and left.",
        "It ended.",
    ]
