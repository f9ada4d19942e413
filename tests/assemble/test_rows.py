"""Cutting rows into pages."""

from datetime import date

import pytest

from briefer.assemble.rows import FOOT, LARGE, NOW, ROOM, SMALL, Row, pages
from briefer.model.timeline import Entry, Moment

TOP = 10.0
ENTRY = Entry(form="event", kind="event", when=Moment(date(2024, 1, 1), date(2024, 1, 1)), title="Act")


def rows(count: int, lines: int = 1) -> list[Row]:
    return [Row(ENTRY, "1 Jan 2024", ("x",) * lines) for _number in range(count)]


def test_few_rows_stand_wide() -> None:
    cut, density = pages(rows(20), "A4", TOP)
    assert [len(page) for page in cut] == [20]
    assert density == LARGE


def test_more_rows_stand_closer_before_they_take_another_page() -> None:
    cut, density = pages(rows(40), "A4", TOP)
    assert len(cut) == 1
    assert SMALL.font <= density.font < LARGE.font


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(("count", "lines"), [(1, 1), (43, 1), (44, 1), (60, 1), (60, 2), (120, 3), (333, 1)])
def test_no_page_holds_more_than_fits_and_no_row_is_lost(paper: str, count: int, lines: int) -> None:
    cut, density = pages(rows(count, lines), paper, TOP)
    assert sum(map(len, cut)) == count
    assert density.font >= SMALL.font
    for place, page in enumerate(cut):
        height = sum(row.height(density) for row in page)
        assert height <= ROOM[paper][place > 0] - TOP - FOOT + 0.1


def test_pages_are_filled_evenly() -> None:
    cut, _density = pages(rows(60), "A4", TOP)
    assert [len(page) for page in cut] == [28, 32]


def test_the_line_before_what_is_to_come_has_its_room() -> None:
    plain, opening = Row(ENTRY, "", ("x",)), Row(ENTRY, "", ("x",), opens=True)
    assert opening.height(SMALL) == pytest.approx(plain.height(SMALL) + NOW)
