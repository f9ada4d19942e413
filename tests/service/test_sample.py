"""The sample library can be kept, where nothing else is held."""

from pathlib import Path

import pytest

from briefer.library import Library
from briefer.model.errors import BadCall
from briefer.model.facts import Measure
from briefer.model.progress import silent
from briefer.service import Briefer
from briefer.service.sample import keep_sample
from tests.library.lists import listing, record, rows


def test_a_kept_sample_answers_questions_and_can_be_kept_again(tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    keep_sample(path, silent)
    keep_sample(path, silent)
    held = Briefer(path)
    assert [row.list for row in held.lists(everything=True)] == ["ftm-entities"]
    assert held.search("Sberbank")


def test_a_library_of_other_lists_or_tables_is_refused_and_left_alone(tmp_path: Path) -> None:
    lists, tables = tmp_path / "lists.sqlite", tmp_path / "tables.sqlite"
    with Library.open(lists) as library:
        library.import_list(listing(record("ofac-1", "Oleg"), published="2025-01-01"))
    with Library.open(tables) as library:
        library.import_rows(rows("measures", Measure(id="measure-a", title="Ban", regime="EU", authority="An act")))
    with pytest.raises(BadCall, match="holds ofac-sdn beside the sample; name a new file for --library"):
        Briefer(lists).demo(tmp_path / "out", keep=True)
    with pytest.raises(BadCall, match="tables of its own"):
        keep_sample(tables, silent)
    assert [row.list for row in Briefer(lists).lists()] == ["ofac-sdn"]
    assert not (tmp_path / "out").exists()
