"""Widths of columns: one page side by side where it can be read, rows as low as can be."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefer.annex.page import pages_across
from briefer.annex.widths import LONGEST, SAMPLE, layout, lines_of, size, wrapped
from briefer.model.brief import Cell, Column, Sheet

LONG = "word " * 60


def sheet(*rows: tuple[Cell, ...], columns: tuple[Column, ...]) -> Sheet:
    return Sheet(name="S", table="S", note="", columns=columns, rows=rows, leading=1)


def wide(count: int, **more: object) -> tuple[Column, ...]:
    return tuple(Column(header=f"Head {number}", width=60, **more) for number in range(count))  # type: ignore[arg-type]


def widths(found: Sheet, paper: str = "A4") -> tuple[int, ...]:
    return layout(found, [column.header for column in found.columns], paper).widths


def test_columns_that_fit_a_page_as_described_stay_as_they_are() -> None:
    columns = (Column(header="A", width=20), Column(header="B", width=2), Column(header="C", kind="date", width=5))
    assert widths(sheet((LONG, "x", None), columns=columns)) == (20, 4, 12)
    assert widths(sheet((LONG, "x", datetime(2025, 1, 1, tzinfo=UTC)), columns=columns)) == (20, 4, 17)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_wide_sheet_goes_on_one_page_and_the_longest_text_gets_most_of_it(paper: str) -> None:
    found = sheet(("ofac-1", "short", LONG, None, date(2025, 1, 1), "five words of no length"), columns=wide(6))
    made = layout(found, ["Id", "Name", "Text", "Empty", "Date", "More"], paper)
    assert made.across == 1 == pages_across(made.widths, 1, paper)
    assert made.widths[2] == max(made.widths)
    assert made.widths[2] > 100


def test_no_column_is_narrower_than_its_words_its_heading_or_a_date() -> None:
    columns = (*wide(5), Column(header="Day", kind="date", width=60), Column(header="Contested", width=60))
    rows = (("abcdefghijklmno", LONG, LONG, LONG, LONG, date(2025, 1, 1), ""),) * 3
    made = widths(sheet(*rows, columns=columns))
    assert made[0] >= len("abcdefghijklmno")
    assert made[5] == 12
    assert made[6] >= len("Contested")


def test_a_column_of_numbers_keeps_them_off_the_line_at_their_right() -> None:
    words, numbers = (
        widths(sheet((cell, *["word " * 60] * 5), columns=(Column(header="x", kind=kind, width=60), *wide(5))))[0]
        for cell, kind in (("44.95", "text"), (44.95, "number"))
    )
    assert (words, numbers) == (6, 8)


def test_a_column_is_no_wider_than_what_it_holds() -> None:
    made = widths(sheet(*((("one", LONG, "two", "x", "y"),) * 2), columns=wide(5)))
    assert (made[0], made[2]) == (6, 6)  # as the heading needs with the arrow of its filter


def test_a_link_has_the_room_for_the_whole_name_of_its_site() -> None:
    link, site = Column(header="Link", kind="link", width=5), "a-site-with-a-name.org"
    assert widths(sheet((f"https://{site}/x", "no address"), columns=(link, Column(header="x"))))[0] > len(site)
    wide_ones = (*wide(4), replace(link, width=60))
    made = widths(sheet((*(LONG * 3,) * 4, f"https://{site}/" + "a" * 60), columns=wide_ones))
    assert len(site) < made[4] < 2 * len(site)


def test_the_address_behind_a_link_takes_no_room() -> None:
    columns = (*wide(4), Column(header="Link", kind="link", width=60))
    made = widths(sheet((LONG * 3, LONG * 3, LONG * 3, LONG * 3, "https://example.org/" + "a" * 60), columns=columns))
    assert made[4] < LONGEST


def test_what_one_page_cannot_hold_goes_over_two() -> None:
    found = sheet(("x" * 17,) * 21, columns=wide(21))
    made = layout(found, [column.header for column in found.columns], "A4")
    assert made.across == 2 == pages_across(made.widths, 1)


def test_what_no_four_pages_can_hold_stays_as_described() -> None:
    found = sheet(("x" * 17,) * 90, columns=wide(90))
    made = layout(found, [column.header for column in found.columns], "A4")
    assert set(made.widths) == {60}
    assert made.across == pages_across(made.widths, 1) > 4


def test_an_empty_sheet_is_as_wide_as_its_headings() -> None:
    assert set(widths(sheet(columns=wide(6)))) == {6}


def test_of_a_long_sheet_rows_from_all_over_it_are_measured() -> None:
    rows = [("x",) * 6] * (SAMPLE * 10)
    rows = [("x", "word " * 30, *["x"] * 4) if number % 10 == 0 else row for number, row in enumerate(rows)]
    assert widths(sheet(*rows, columns=wide(6)))[1] > 100


def test_a_line_ends_with_a_whole_word() -> None:
    assert [lines_of(length, 20) for length in (0, 20, 21, 40, 41)] == [1, 1, 2, 2, 3]
    assert [lines_of(length, 12) for length in (11, 12)] == [1, 2]


def test_a_short_text_is_set_word_by_word() -> None:
    assert wrapped("Gennady Nikolayevich Timchenko", 17) == 3
    assert wrapped("Boris Romanovich Rotenberg", 17) == 2
    assert wrapped("RUSSIA-EO14024", 10) == 2
    assert wrapped("Donaudampfschifffahrt", 10) == 3
    assert wrapped("", 10) == 1
    assert wrapped(LONG, 20) == lines_of(len(LONG), 20)


def test_widths_give_way_until_no_column_has_to_be_parted() -> None:
    cells = tuple("word " * 20 if number % 3 == 2 else "x" * 17 for number in range(19))
    found = sheet(cells, columns=wide(19))
    made = layout(found, [column.header for column in found.columns], "A4")
    assert made.across == 2 == pages_across(made.widths, 1)


def test_letters_of_other_alphabets_take_more_room() -> None:
    assert size("Sberbank") == 8
    assert size("Сбербанк") == 10
    assert size("习近平") == 6
    assert size("Société Générale") == 16


def test_an_address_over_several_lines_has_one_to_spare() -> None:
    assert wrapped("https://example.org/" + "a" * 60, 30) == lines_of(80, 30) + 1
    assert wrapped("https://e.org/a", 30) == 1
