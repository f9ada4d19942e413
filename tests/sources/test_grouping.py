"""Rows of one key brought together."""

from briefer.sources.cell_lists import several
from briefer.sources.grouping import grouped


def test_rows_of_one_key_come_together_wherever_they_stand() -> None:
    rows = [("a", 1), ("b", 2), ("a", 3), ("c", 4)]
    assert list(grouped(lambda: iter(rows))) == [("b", [2]), ("a", [1, 3]), ("c", [4])]


def test_a_cell_holds_several_values_and_quotes_keep_a_semicolon() -> None:
    assert several('Foo; "Bar; ""B"""; Foo;') == ["Foo", 'Bar; "B"']
    assert several("") == []
    assert several('"broken" quote; x') == ['"broken" quote; x']
