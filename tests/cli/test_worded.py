"""How dates and links are worded: each in one way that a reader can take it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from briefer.cli import worded
from briefer.model.facts import Link, PartialDate, Range

HELD = Link(kind="Ownership", subject="a", object="x")
NAMES = {"a": "Alpha", "x": "Xi"}


@pytest.mark.parametrize(
    ("text", "first", "last", "said"),
    [
        ("10/03/2022", "2022-03-10", "2022-03-10", "2022-03-10"),
        ("31.12.9999", "9999-12-31", "9999-12-31", "9999-12-31"),
        ("dd/07/1945", "1945-07-01", "1945-07-31", "1945-07"),
        ("00/00/1960", "1960-01-01", "1960-12-31", "1960"),
        ("03.04.2021 – 05.06.2022", "2021-04-03", "2022-06-05", "2021-04-03 to 2022-06-05"),
        ("2022-03-10", "2022-03-10", "2022-03-10", "2022-03-10"),
        ("12 Feb 1961", "1961-02-12", "1961-02-12", "12 Feb 1961"),
        ("Nov. 1973", "1973-11-01", "1973-11-30", "Nov. 1973"),
    ],
)
def test_a_date_in_figures_is_shown_in_iso_form(text: str, first: str, last: str, said: str) -> None:
    when = PartialDate(text=text, earliest=date.fromisoformat(first), latest=date.fromisoformat(last))
    assert worded.shown(when) == said


def test_a_date_about_a_day_stays_about_it() -> None:
    day = date(1961, 2, 1)
    assert worded.shown(PartialDate(text="ca. 01/02/1961", earliest=day, latest=day, circa=True)) == "circa 1961-02-01"


def test_a_date_that_is_not_known_is_shown_as_printed() -> None:
    assert worded.shown(PartialDate(text="24/06/1402 (Hijri)")) == "24/06/1402 (Hijri)"
    assert worded.shown(None) == ""


@pytest.mark.parametrize(
    ("kind", "role", "said"),
    [
        ("Ownership", "", "a Alpha owns x Xi"),
        ("Ownership", "Owned or Controlled By", "a Alpha owns or controls x Xi"),
        ("Ownership", "Subsidiary", "a Alpha has as its subsidiary x Xi"),
        ("Ownership", "Parent company", "a Alpha is the parent company of x Xi"),
        ("Ownership", "founder", "a Alpha holds an interest in x Xi, as “founder”"),
        ("Directorship", "Chairman", "a Alpha directs x Xi, as “Chairman”"),
        ("Family", "wife", "a Alpha has as “wife” x Xi"),
        ("Family", "Family member of", "a Alpha has as “Family member” x Xi"),
        ("Family", "", "a Alpha has as “relative” x Xi"),
        ("UnknownLink", "Linked To", "a Alpha is linked to x Xi"),
        ("Tenancy", "", "a Alpha → x Xi"),
    ],
)
def test_a_link_reads_from_its_subject_to_its_object(kind: str, role: str, said: str) -> None:
    assert worded.link(replace(HELD, kind=kind, role=role), NAMES) == said


def test_a_share_makes_an_owner_whatever_the_role() -> None:
    held = replace(HELD, percentage=Decimal(50), stated="50", role="shareholder")
    assert worded.link(held, NAMES) == "a Alpha owns x Xi, 50 %, as “shareholder”"
    bounded = replace(HELD, range=Range(least=Decimal(25), most=Decimal(50), above=True), stated="more-than-25")
    assert worded.link(bounded, NAMES) == "a Alpha owns x Xi, over 25 to 50 %"
    assert worded.link(replace(HELD, stated="majority"), NAMES) == "a Alpha owns x Xi, majority"


def test_an_end_that_is_not_held_has_the_name_that_the_list_prints() -> None:
    assert worded.link(replace(HELD, object="", text="SOMEBODY"), NAMES) == "a Alpha owns SOMEBODY"
    assert worded.link(replace(HELD, object="y", text="SOMEBODY"), NAMES) == "a Alpha owns y SOMEBODY"
    assert worded.link(replace(HELD, subject=""), NAMES) == "somebody unnamed owns x Xi"


def test_days_the_end_and_the_note_of_a_link_follow() -> None:
    start = PartialDate(text="10/03/2019", earliest=date(2019, 3, 10), latest=date(2019, 3, 10))
    days = {"start": start, "end": PartialDate(text="2023-05"), "as_of": PartialDate(text="2024")}
    told = worded.link(replace(HELD, **days, ended=True, note="sold"), NAMES)
    assert told == "a Alpha owns x Xi, from 2019-03-10, to 2023-05, as of 2024, ended, sold"
