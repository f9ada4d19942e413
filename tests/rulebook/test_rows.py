"""What single rows say on a day: what began or ended, what their sources hold, and how sure they are."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from briefer import rulebook, shipped
from briefer.analysis.index import index
from briefer.analysis.tags import of_tag
from briefer.model.facts import Confidence
from briefer.model.law import Authority, Programme, Row

SIGNED = date(2026, 9, 18)
"""The day of Public Law 119-111, of which it is not established what it changed in 22 USC 9511."""

BEFORE = date(2026, 9, 17)
EITHER_WAY = "Whether Public Law 119-111 of 18 September 2026 changed 22 USC 9511 is not established"


def test_from_public_law_119_111_on_nothing_that_rests_on_section_9511_is_verified() -> None:
    book = rulebook.load()
    acts = rulebook.standing(book.authorities, SIGNED)
    assert {row.id for row in acts} == {row.id for row in book.authorities}
    assert not [row.id for row in acts if row.confidence is Confidence.VERIFIED]
    assert [row.confidence for row in rulebook.standing(book.authorities, BEFORE) if row.id == "EO 14065"] == [
        "verified"
    ]
    for rule in rulebook.standing(book.classes, SIGNED):
        if "9511" in rule.reason:
            assert rule.confidence is not Confidence.VERIFIED, rule.row
            assert EITHER_WAY in rule.reason or "119-111" in rule.dispute, rule.row


@pytest.mark.parametrize(
    ("tag", "before", "after"),
    [
        ("GLOMAG", "verified", "partly"),
        ("ELECTION-EO13848", "partly", "partly"),
        ("MAGNIT", "to be verified", "to be verified"),
        ("BELARUS-EO14038", "partly", "partly"),
    ],
)
def test_a_class_that_rests_on_the_silence_of_section_9511_says_so_and_is_not_contested(
    tag: str, before: str, after: str
) -> None:
    [former], [found] = (of_tag(tag, rulebook.load(), day) for day in (BEFORE, SIGNED))
    assert (former.confidence, found.confidence, found.contested) == (before, after, False)
    assert all(EITHER_WAY in reason.why for reason in found.reasons)
    assert not any("119-111" in reason.why for reason in former.reasons)


@pytest.mark.parametrize(
    ("tag", "ended", "by"),
    [
        ("ETHIOPIA-EO14046", date(2026, 9, 17), "its emergency was not continued"),
        ("SYRIA", date(2025, 6, 30), "by EO 14312"),
        ("ZIMBABWE", date(2024, 3, 4), "by EO 14118"),
        ("WEST-BANK-EO14115", date(2025, 1, 20), "by EO 14148"),
        ("BURUNDI", date(2021, 11, 18), "by EO 14054"),
    ],
)
def test_a_programme_that_ended_says_on_which_day_and_by_what(tag: str, ended: date, by: str) -> None:
    book = rulebook.load()
    [last], [after] = (of_tag(tag, book, day) for day in (ended, date(2026, 10, 1)))
    [reason] = after.reasons
    assert f"understood to have ended on {rulebook.in_words(ended)}" in reason.why
    assert by in reason.why
    assert "understood" in after.authority
    assert after.confidence in (Confidence.PARTLY, Confidence.TO_BE_VERIFIED)
    assert "ended" not in last.reasons[0].why


@pytest.mark.parametrize(
    ("tag", "begins"),
    [
        ("IRAN-CON-ARMS-EO", date(2020, 9, 21)),
        ("ILLICIT-DRUGS-EO14059", date(2021, 12, 15)),
        ("DPRK4", date(2017, 9, 20)),
        ("HK-EO13936", date(2020, 7, 14)),
        ("BELARUS", date(2006, 6, 16)),
    ],
)
def test_a_tag_answers_from_the_day_of_its_order(tag: str, begins: date) -> None:
    book = rulebook.load()
    assert of_tag(tag, book, date.fromordinal(begins.toordinal() - 1)) == ()
    [found] = of_tag(tag, book, begins)
    assert (found.klass, found.confidence) == ("A", Confidence.TO_BE_VERIFIED)
    assert index(book, begins).begun["US", tag] == begins


def test_an_order_that_gives_a_tag_has_a_day() -> None:
    undated = {
        row.tag
        for row in rulebook.load().programmes
        if row.regime == "US" and row.valid_from is None and re.search(r"EO \d{5}", row.authority)
    }
    assert undated - OPEN == set()


OPEN = {"CUBA", "IRGC", "NS-PLC", "US-RUSHAR"}
"""Tags older than the orders named beside them, of more than one order, or of a licence under one."""


@pytest.mark.parametrize("file", ["cons_enhanced-2025-01-10.xml", "cons_enhanced-2026-01-08.xml"])
def test_the_list_that_a_row_cites_holds_its_tag_and_its_order(real_lists: Path, file: str) -> None:
    text = (real_lists / "ofac" / file).read_text(encoding="utf-8")
    day = date.fromisoformat(file[-14:-4])
    cited = f"OFAC, non-SDN list in ENHANCED XML of {rulebook.in_words(day)}"
    book = rulebook.load()
    rows = [row for row in (*book.programmes, *book.authorities) if cited in row.citation]
    assert len(rows) > 40
    assert [row.row for row in rows if not _held(row, text)] == []


def _held(row: Row, text: str) -> bool:
    if isinstance(row, Programme):
        return f">{row.tag}<" in text
    assert isinstance(row, Authority)
    return re.search(rf"(?:Executive Order|E\.O\.) {row.id.split()[-1]}", text) is not None


def test_the_ban_on_uranium_has_no_end_that_is_that_of_its_waivers() -> None:
    with shipped.data("assets", "sample", "measures.csv").open(encoding="utf-8") as table:
        row = next(row for row in csv.DictReader(table) if row["id"] == "measure-uranium")
    assert row["until"] == ""
    assert "the end of its waivers, not of the ban" in row["text"]


@pytest.mark.parametrize(
    ("day", "classes"),
    [
        (date(2022, 3, 7), []),
        (date(2022, 3, 8), ["A"]),
        (date(2022, 4, 7), ["A"]),
        (date(2022, 4, 8), ["C"]),
        (date(2025, 3, 31), ["C"]),
    ],
)
def test_the_order_alone_barred_the_imports_of_oil_until_the_statute(day: date, classes: list[str]) -> None:
    rules = index(rulebook.load(), day).measures.get("measure-oil-imports", ())
    assert [rule.klass for rule in rules] == classes
