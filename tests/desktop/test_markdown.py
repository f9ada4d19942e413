import pytest

from briefer.desktop import markdown


def test_rows_from_a_spreadsheet_become_a_table() -> None:
    assert markdown.table("Name\tSum\nA|B\t1\n") == "\n| Name | Sum |\n| --- | --- |\n| A\\|B | 1 |\n"


@pytest.mark.parametrize("copied", ["", "one line", "a\tb", "a\tb\nc", "line\nline"])
def test_other_text_stays_text(copied: str) -> None:
    assert markdown.table(copied) == ""
