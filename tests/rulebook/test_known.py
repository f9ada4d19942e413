"""What a row says on a day is what could be known on it: no source, note or renewal of a later day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefer import rulebook
from briefer.model.law import Programme, Renewal, Row, Step
from briefer.rulebook.known import LATER, cited, known, stated

DAY = date(2025, 3, 31)
ROW = Programme(tag="T", regime="US", title="A tag", authority="An order", citation="1 USC 1; FR 1 of 10 April 2025")
RENEWAL = Renewal(
    id="ours",
    regime="EU",
    title="Ours",
    act="An act",
    dates=("03-15",),
    steps=(
        Step(until=date(2025, 3, 15), decided=date(2024, 9, 12), citation="Press, 12 September 2024"),
        Step(until=date(2025, 9, 15), decided=date(2025, 3, 14), citation="Press, 15 March 2025; Gazette"),
        Step(until=date(2026, 3, 15), citation="Press, 16 September 2025"),
    ),
    citation="An act, art. 1",
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Reuters, 14 March 2025", date(2025, 3, 14)),
        ("Skadden, May 2024", date(2024, 5, 1)),
        ("a list of 10 January 2025 and 8 January 2026", date(2026, 1, 8)),
        ("a slip of 31 February 2025", date(2025, 2, 28)),
        ("SI 2019/855; FR 2025-06399", date.min),
        ("", date.min),
    ],
)
def test_a_citation_is_as_late_as_the_latest_date_that_it_states(text: str, day: date) -> None:
    assert stated(text) == day


def test_what_states_a_later_date_is_left_out_and_law_without_a_date_stays() -> None:
    assert known(ROW, DAY).citation == "1 USC 1"
    assert known(ROW, date(2025, 4, 10)) is ROW
    assert cited("", DAY) == ()


def test_a_sentence_of_a_note_that_states_a_later_date_is_left_out() -> None:
    row = replace(ROW, note="An act can come early. Since 12 December 2025 another act holds. See art. 6.")
    assert known(row, DAY).note == "An act can come early. See art. 6."
    assert known(row, date(2025, 12, 12)).note == row.note


def test_a_row_with_later_sources_alone_says_so_and_one_without_any_stays_without() -> None:
    assert known(replace(ROW, citation="Notice of 10 April 2025"), DAY).citation == LATER
    assert known(replace(ROW, citation=""), DAY).citation == ""


@pytest.mark.parametrize(
    ("day", "ends", "sources"),
    [
        (date(2024, 9, 11), [], []),
        (date(2025, 3, 14), [date(2025, 3, 15), date(2025, 9, 15)], ["Press, 12 September 2024", "Gazette"]),
        (
            date(2025, 9, 15),
            [date(2025, 3, 15), date(2025, 9, 15)],
            [RENEWAL.steps[0].citation, "Press, 15 March 2025; Gazette"],
        ),
        (date(2025, 9, 16), [step.until for step in RENEWAL.steps], [step.citation for step in RENEWAL.steps]),
    ],
)
def test_a_renewal_is_known_from_its_decision_or_from_the_end_of_the_one_before(
    day: date, ends: list[date], sources: list[str]
) -> None:
    found = known(RENEWAL, day)
    assert [step.until for step in found.steps] == ends
    assert [step.citation for step in found.steps] == sources
    assert known(found, day) == found


def every_row(day: date) -> Iterator[Row]:
    book = rulebook.load()
    for rows in (book.programmes, book.authorities, book.instruments, book.classes, book.clocks, book.renewals):
        yield from rulebook.standing(rows, day)
    yield from rulebook.standing(book.placements, day)


def texts(row: Row) -> Iterator[str]:
    yield from (row.citation, row.note)
    if isinstance(row, Renewal):
        yield from (step.citation for step in row.steps)


@pytest.mark.parametrize("day", [date(2014, 3, 6) + timedelta(days=61 * number) for number in range(75)])
def test_no_shipped_row_cites_or_notes_what_is_later_than_the_day(day: date) -> None:
    for row in every_row(day):
        assert max(map(stated, texts(row))) <= day, row


def test_a_notice_in_the_federal_register_is_cited_with_its_day() -> None:
    for row in every_row(date(2026, 11, 22)):
        for text in texts(row):
            assert all(stated(part) > date.min for part in text.split(";") if part.strip().startswith("FR 2")), row


def test_the_paper_of_march_2025_cites_what_it_could_and_not_the_notice_of_april() -> None:
    book = rulebook.load()
    orders = rulebook.named(book.authorities, DAY)
    assert orders["EO 14039"].citation.startswith("EO 14039 of 20 August 2021; 22 USC 9511")
    assert "06399" not in orders["EO 14039"].citation
    assert "06399" in rulebook.named(book.authorities, date(2025, 4, 10))["EO 14039"].citation
    renewals = rulebook.named(book.renewals, DAY)
    assert [step.citation for step in renewals["emergency-13660"].steps] == ["Kyiv Independent, 27 February 2025"]
    assert renewals["emergency-14024"].steps == ()
    assert renewals["emergency-14024"].citation == "50 USC 1622(d)"
    assert [step.citation for step in renewals["eu-sectoral"].steps] == ["OCCRP, 27 January 2025"]
