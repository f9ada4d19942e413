"""Several dates in one cell."""

import pytest

from briefer.model.facts import EntityRecord
from briefer.sources import date_cells


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", []),
        ("5 May 1957", ["1957-05-05..1957-05-05"]),
        ("1957-05-05 00:00:00", ["1957-05-05..1957-05-05"]),
        ("a) 1958 b) 5 May 1957", ["1958-01-01..1958-12-31", "1957-05-05..1957-05-05"]),
        ("1960 or 1961", ["1960-01-01..1960-12-31", "1961-01-01..1961-12-31"]),
        ("1/02/1960; 1961\n1961", ["1960-02-01..1960-02-01", "1961-01-01..1961-12-31"]),
        ("1 Jan 1960, 2 Jan 1961", ["1960-01-01..1960-01-01", "1961-01-02..1961-01-02"]),
        ("January 5, 1960", ["1960-01-05..1960-01-05"]),
        ("Between 1955 and 1958", ["1955-01-01..1958-12-31"]),
        ("circa 1950", ["1950-01-01..1950-12-31"]),
        ("in his youth", ["None..None"]),
        ("in his youth; 1950", ["None..None", "1950-01-01..1950-12-31"]),
    ],
)
def test_each_date_of_a_cell_is_read(cell: str, expected: list[str]) -> None:
    assert [f"{date.earliest}..{date.latest}" for date in date_cells.several(cell)] == expected


def test_the_text_stays_as_printed() -> None:
    assert [date.text for date in date_cells.several("Between 1955 and 1958; circa 1950")] == [
        "Between 1955 and 1958",
        "circa 1950",
    ]


def test_a_record_without_doubts_says_nothing() -> None:
    assert not list(date_cells.unread(EntityRecord(id="a", schema="Person", caption="A")))
