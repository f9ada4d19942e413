"""What may stand in a cell, and what names Excel takes."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.annex import values


def test_text_loses_what_xml_cannot_hold_and_keeps_the_rest() -> None:
    assert values.text("a\x00b\x1fc\ud800d\ufffe\te\r\nf\rg") == "abcd\te\nf\ng"


def test_what_looks_like_an_escape_of_excel_is_kept_literally() -> None:
    assert values.text("_x0041_ and _x41_") == "_x005F_x0041_ and _x41_"


def test_text_is_cut_where_excel_counts_characters() -> None:
    assert values.parts("abc", 3) == ("abc",)
    assert values.parts("abcd", 3) == ("abc", "d")
    assert values.parts("a😀b😀", 3) == ("a😀", "b😀")


@given(st.text(max_size=60), st.integers(2, 9))
def test_parts_lose_nothing_and_fit(text: str, most: int) -> None:
    found = values.parts(text, most)
    assert "".join(found) == text
    assert all(len(part.encode("utf-16-le", "surrogatepass")) // 2 <= most for part in found)


def test_aware_times_are_given_in_utc_and_old_dates_as_text() -> None:
    moscow = timezone(timedelta(hours=3))
    assert values.day(datetime(2025, 3, 1, 1, tzinfo=moscow)) == datetime(2025, 2, 28, 22, tzinfo=UTC).replace(
        tzinfo=None
    )
    assert values.day(date(1900, 3, 1)) == date(1900, 3, 1)
    assert values.day(date(1900, 2, 28)) == "1900-02-28"


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://e.org/a?b=1&c=2#d", "https://e.org/a?b=1&c=2#d"),
        ("HTTP://e.org", "HTTP://e.org"),
        (" https://e.org/é x/100%/%41 ", "https://e.org/%C3%A9%20x/100%25/%41"),
        ('https://e.org/<">[]{}', "https://e.org/%3C%22%3E%5B%5D%7B%7D"),
        ("https://", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("ftp://e.org", ""),
        ("see https://e.org", ""),
        ("https://e.org/" + "x" * 2100, ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, target: str) -> None:
    assert values.link(url) == target


def test_headers_are_unique_without_case_and_never_empty() -> None:
    assert values.headers(["Name", "name", "", "two\nlines", "Name 2", ""]) == (
        "Name",
        "name 2",
        "Column",
        "two lines",
        "Name 2 2",
        "Column 2",
    )


def test_sheet_names_are_what_excel_takes() -> None:
    names = values.sheet_names(["Contents", "contents", "a/b: [c]?*\\", "x" * 40, "x" * 40, "'q'", "''"])
    assert names == ("Contents", "contents 2", "a b c", "x" * 31, "x" * 27 + " 2", "q", "Sheet")
    assert all(len(name) <= 31 for name in names)


def test_table_names_are_what_excel_takes() -> None:
    names = values.table_names(["Entities", "entities", "A1", "ABC123", "R1C1", "two words", "1st", "Лист"])
    assert names == (
        "Entities",
        "entities_2",
        "Table_A1",
        "Table_ABC123",
        "Table_R1C1",
        "two_words",
        "Table_1st",
        "____",
    )


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.example.org/a?b", "example.org"),
        ("https://user@Example.org:8443/a", "example.org:8443"),
        ("https://complianceconcourse.example.com/a", "example.com"),
        ("https://eur-lex.europa.eu/a", "eur-lex.europa.eu"),
        ("https://" + "x" * 60 + ".org/a", "x" * 23 + "…"),
    ],
)
def test_a_link_is_named_by_its_site_shortened_from_the_front(address: str, name: str) -> None:
    assert values.site(address) == name
