"""The help on an office's own rows holds an example that loads."""

from pathlib import Path

from briefer import rulebook
from briefer.service.own_rows import EXAMPLE, own_rows


def test_the_example_loads_as_rows_of_an_office(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(EXAMPLE, encoding="utf-8")
    book = rulebook.load(path)
    assert [row.klass for row in book.classes if "OFFICE-1" in row.tags and row.overlay] == ["C"]
    assert [row.authority for row in book.programmes if row.tag == "OFFICE-1"] == ["EO 14024"]


def test_every_table_stands_with_the_keys_it_needs_marked() -> None:
    text = own_rows()
    assert "  [[class]]  class*, reason*, actor*, valid_from, " in text
    assert "  [[programme]]  tag*, regime*, title*, authority*, " in text
    assert "digest" not in text
