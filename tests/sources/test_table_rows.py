"""The checks on one row of our own tables."""

import pytest

from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Measure
from briefer.model.policy import Position, Source
from tests.sources.reads import Write, records

GOOD = {
    "id": "p1",
    "holder": "Head of government",
    "issue": "i1",
    "stance": "-1",
    "said_on": "2025-03-17",
    "quote": "Not now.",
    "language": "en",
    "source_title": "Press conference",
    "source_publisher": "Government",
    "source_date": "2025-03-17",
    "source_url": "https://example.org/a",
}


def table(*rows: dict[str, str]) -> str:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    lines = [columns, *([f'"{row.get(name, "")}"' for name in columns] for row in rows)]
    return "".join(",".join(line) + "\n" for line in lines)


def test_the_source_of_a_position_comes_first_and_once(write: Write) -> None:
    path = write("p.csv", table(GOOD, GOOD | {"id": "p2", "entities": "a; b;a"}))
    source, first, second = records(path)
    assert isinstance(source, Source)
    assert isinstance(first, Position)
    assert isinstance(second, Position)
    assert source.id == first.source == second.source
    assert source.id.startswith("src-")
    assert len(source.id) == 14
    assert (source.title, source.publisher, source.url) == ("Press conference", "Government", "https://example.org/a")
    assert second.entities == ("a", "b")


def test_the_id_of_a_source_is_the_same_in_every_file(write: Write) -> None:
    first, second = (records(write(name, table(GOOD)))[0] for name in ("a.csv", "b.csv"))
    assert first == second


def test_a_position_names_the_measures_it_is_about_and_the_position_it_takes_the_place_of(write: Write) -> None:
    *_, made = records(write("p.csv", table(GOOD | {"measures": "measure-a; measure-b", "supersedes": "p0"})))
    assert isinstance(made, Position)
    assert (made.measures, made.supersedes) == (("measure-a", "measure-b"), "p0")
    *_, plain = records(write("q.csv", table(GOOD)))
    assert isinstance(plain, Position)
    assert (plain.measures, plain.supersedes) == ((), "")


def test_a_measure_may_name_whom_it_bears_on(write: Write) -> None:
    row = {"id": "measure-1", "title": "T", "regime": "EU", "authority": "A", "entities": "ofac-1; ofac-2"}
    (made,) = records(write("m.csv", table(row | {"class": "D"})))
    assert isinstance(made, Measure)
    assert made.entities == ("ofac-1", "ofac-2")


def test_a_position_may_name_its_source_by_id(write: Write) -> None:
    row = {name: text for name, text in GOOD.items() if not name.startswith("source_")} | {"source": "s1"}
    (made,) = records(write("p.csv", table(row)))
    assert isinstance(made, Position)
    assert made.source == "s1"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"id": ""}, "'id' is empty"),
        ({"holder": ""}, "'holder' is empty"),
        ({"stance": ""}, "'stance' is empty"),
        ({"stance": "3"}, "the stance '3' is not one"),
        ({"basis": "thought"}, "'basis' holds 'thought', which is no word for it; use one of said, voted"),
        ({"confidence": "sure"}, "'confidence' holds 'sure'"),
        ({"grade": "Z9"}, "'grade' holds 'Z9', which has not its shape"),
        ({"language": "?"}, "'language' holds '?'"),
        ({"said_on": "soon"}, "'said_on' holds 'soon', which is no date"),
        ({"said_on": ""}, "the quote lacks a date"),
        ({"language": ""}, "the quote lacks a language"),
        (
            dict.fromkeys(("source_title", "source_publisher", "source_date", "source_url"), ""),
            "the quote lacks a source",
        ),
        ({"source_title": ""}, "the source has no title"),
        ({"source": "s1"}, "names a source by id and describes one too"),
        ({"supersedes": "p1"}, "the position supersedes itself"),
    ],
)
def test_a_bad_position_is_refused_with_its_row(write: Write, change: dict[str, str], expected: str) -> None:
    path = write("p.csv", table(GOOD | {"id": "p0"}, GOOD | change))
    with pytest.raises(BadInput) as refused:
        records(path)
    assert expected in str(refused.value)
    assert str(refused.value).startswith(f"{path}, row 3: ")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"id": "m1", "title": "T", "regime": "EU", "authority": "A", "class": "D"}, "write measure-m1"),
        ({"id": "measure-1", "title": "T", "regime": "XX", "authority": "A", "class": "D"}, "'regime' holds 'XX'"),
        ({"id": "measure-1", "title": "T", "regime": "", "authority": "A", "class": "D"}, "'regime' is empty"),
        ({"id": "measure-1", "title": "T", "regime": "EU", "authority": "A", "class": "E"}, "'class' holds 'E'"),
        ({"id": "i1", "title": "T", "proposition": "P", "order": "x"}, "'order' holds 'x'"),
        ({"id": "e1", "date": "", "title": "T", "text": "x"}, "'date' is empty"),
        ({"id": "e1", "date": "2025", "title": "T", "kind": "party", "text": "x"}, "'kind' holds 'party'"),
        ({"id": "s1", "title": "T", "publisher": "P", "sha256": "xyz"}, "'sha256' holds 'xyz'"),
    ],
)
def test_a_bad_row_of_another_table_is_refused(write: Write, row: dict[str, str], expected: str) -> None:
    with pytest.raises(BadInput) as refused:
        records(write("t.csv", table(row)))
    assert expected in str(refused.value)


def test_a_repeated_id_is_refused_with_both_rows(write: Write) -> None:
    with pytest.raises(BadInput, match="row 3: the id 'p1' stands in row 2 already"):
        records(write("p.csv", table(GOOD, GOOD)))
    with pytest.raises(BadInput, match="entry 2: the id 'i1' stands in entry 1 already"):
        records(write("i.json", '[{"id":"i1","title":"A","proposition":""},{"id":"i1","title":"B"}]'))


def test_control_characters_in_a_cell_are_told(write: Write) -> None:
    made, warned = records(write("i.csv", "id,title,proposition\ni1,A\x07B,\n"))
    assert isinstance(warned, Warned)
    assert warned.record == "i1"
    assert made
