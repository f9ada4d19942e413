"""The shipped rulebook is whole; an office’s rows stand instead of those they name; a pack can carry its excerpt."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from briefer import rulebook
from briefer.analysis.enacted import named_in
from briefer.analysis.index import index
from briefer.analysis.reasons import of_designations
from briefer.model.facts import Confidence, Designation, Entity, EntityRecord, Measure
from briefer.model.law import STRICTNESS, UNKNOWN, Row
from briefer.rulebook import in_words
from briefer.rulebook.known import stated
from briefer.sources import recognise

DAY = date(2025, 3, 31)
OWN = """
[[class]]
tags = ["CUBA"]
class = "D"
reason = "Our counsel's reading."
actor = "Congress"
instruments = ["repeal"]
citation = "Our memorandum of 1 March 2025"
confidence = "partly"

[[class]]
measures = ["measure-price-cap"]
class = "C"
reason = "Our counsel's reading."
actor = "Treasury"
citation = "Our memorandum of 1 March 2025"

[[instrument]]
id = "repeal"
title = "An act of Congress"
actor = "Congress"
legal_minimum = "None"
practical = "A year"
reversal = "New act"
legislature = "Full"
"""


def own(tmp_path: Path) -> Path:
    path = tmp_path / "office.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def every_row() -> Iterable[Row]:
    book = rulebook.load()
    for kind in (book.programmes, book.authorities, book.instruments, book.classes, book.clocks, book.renewals):
        yield from kind
    yield from book.placements


def test_the_shipped_rows_load_and_none_is_an_overlay() -> None:
    rows = list(every_row())
    assert len({row.row for row in rows}) == len(rows)
    assert len({row.digest for row in rows}) == len(rows)
    assert not any(row.overlay for row in rows)
    assert all(row.citation for row in rows if row.confidence is not Confidence.TO_BE_VERIFIED)


def test_every_american_tag_has_a_class_with_citation_and_confidence_on_its_last_day() -> None:
    book = rulebook.load()
    for row in book.programmes:
        if row.regime == "US":
            day = row.valid_to or date(2026, 11, 22)
            rules = [rule for rule in book.classes if row.tag in rule.tags and rulebook.holds(rule, day)]
            assert rules, row.tag
            assert all(rule.citation and rule.klass in (*STRICTNESS, UNKNOWN) for rule in rules)
            assert row.authority


def test_only_american_tags_have_a_class() -> None:
    book = rulebook.load()
    american = {row.tag for row in book.programmes if row.regime == "US"}
    assert {tag for rule in book.classes for tag in rule.tags} - american == {""}


def test_unknown_is_said_only_where_a_list_or_a_label_leaves_the_law_open() -> None:
    open_ = {(rule.tags, rule.measures, rule.list_types) for rule in rulebook.load().classes if rule.klass == UNKNOWN}
    assert open_ == {
        (("RUSSIA-EO14024",), (), ("NS-MBS",)),
        (("US-RUSHAR",), (), ()),
        ((), ("measure-tariffs",), ()),
    }


def test_what_is_to_be_verified_is_not_called_verified_by_its_class() -> None:
    for rule in rulebook.load().classes:
        if "not read" in rule.citation or "to be verified" in rule.citation:
            assert rule.confidence is Confidence.TO_BE_VERIFIED, rule.row


def test_no_row_speaks_of_approval_where_the_law_says_review() -> None:
    for row in every_row():
        for text in filter(lambda said: isinstance(said, str), (getattr(row, name, "") for name in WORDED)):
            assert "approv" not in text.lower() or "no approval is needed" in text or "disapprov" in text, text
            assert "approval is required" not in text


WORDED = ("reason", "legislature", "note", "dispute", "title", "notice", "legal_minimum")


def test_the_orders_that_congress_kept_in_force_and_those_it_did_not() -> None:
    rows = rulebook.named(rulebook.load().authorities, DAY)
    kept = ("EO 13660", "EO 13661", "EO 13662", "EO 13685", "EO 13694", "EO 13757")
    assert {(rows[id].codified, rows[id].reviewed) for id in kept} == {("yes", "yes")}
    later = ("EO 14024", "EO 14039", "EO 14065", "EO 14066", "EO 14068", "EO 14071", "EO 14114", "EO 13818", "EO 14038")
    assert {(rows[id].codified, rows[id].reviewed) for id in later} == {("no", "no")}
    assert {(rows[id].codified, rows[id].reviewed) for id in ("CAATSA", "SSIDES", "UFSA")} == {("no", "yes")}
    assert (rows["EO 14144"].codified, rows["EO 14306"].codified) == ("contested", "contested")


@pytest.mark.parametrize(
    ("order", "dated", "emergency"),
    [
        ("EO 13660", date(2014, 3, 6), "emergency-13660"),
        ("EO 13661", date(2014, 3, 16), "emergency-13660"),
        ("EO 13662", date(2014, 3, 20), "emergency-13660"),
        ("EO 13685", date(2014, 12, 19), "emergency-13660"),
        ("EO 14065", date(2022, 2, 21), "emergency-13660"),
        ("EO 13849", date(2018, 9, 20), "emergency-13660"),
        ("EO 14024", date(2021, 4, 15), "emergency-14024"),
        ("EO 14039", date(2021, 8, 20), "emergency-14024"),
        ("EO 14066", date(2022, 3, 8), "emergency-14024"),
        ("EO 14068", date(2022, 3, 11), "emergency-14024"),
        ("EO 14071", date(2022, 4, 6), "emergency-14024"),
        ("EO 14114", date(2023, 12, 22), "emergency-14024"),
        ("EO 13694", date(2015, 4, 1), "emergency-13694"),
        ("EO 13757", date(2016, 12, 28), "emergency-13694"),
        ("EO 14144", date(2025, 1, 16), "emergency-13694"),
    ],
)
def test_an_order_has_its_day_and_its_emergency(order: str, dated: date, emergency: str) -> None:
    row = rulebook.named(rulebook.load().authorities, DAY)[order]
    assert (row.dated, row.emergency) == (dated, emergency)


@pytest.mark.parametrize(
    ("id", "days", "months", "season"),
    [
        ("review-30", 30, 0, ()),
        ("review-60", 60, 0, ("07-10", "09-07")),
        ("review-passage", 12, 0, ()),
        ("review-veto", 10, 0, ()),
        ("section-231-30", 30, 0, ()),
        ("imports-consult-45", 45, 0, ()),
        ("imports-wait-90", 90, 0, ()),
        ("cbw-12-months", 0, 12, ()),
        ("cbw-waiver-15", 15, 0, ()),
        ("cbw-waiver-20", 20, 0, ()),
        ("glomag-15", 15, 0, ()),
        ("emergency-90", 90, 0, ()),
    ],
)
def test_a_clock_counts_as_its_statute_says(id: str, days: int, months: int, season: tuple[str, ...]) -> None:
    row = rulebook.named(rulebook.load().clocks, DAY)[id]
    assert (row.days, row.months, row.season) == (days, months, season)


def test_an_instrument_keeps_what_the_law_asks_and_what_happens_apart() -> None:
    rows = rulebook.named(rulebook.load().instruments, DAY)
    assert rows["delisting-after-review"].legal_days == 30
    assert rows["delisting"].legal_days is None
    assert "one to three years" in rows["delisting"].practical
    assert not rows["guidance"].lifts
    assert "501.807" in rows["delisting"].citation
    assert "501.801" in rows["specific-licence"].citation


def test_an_offices_rows_replace_those_of_the_tags_they_name_and_leave_the_others(tmp_path: Path) -> None:
    shipped, book = rulebook.load(), rulebook.load(own(tmp_path))
    assert [(rule.klass, rule.overlay) for rule in book.classes if "CUBA" in rule.tags] == [("D", True)]
    assert [rule.klass for rule in rulebook.standing(book.classes, DAY) if "YEMEN" in rule.tags] == ["A"]
    assert [(rule.klass, rule.overlay) for rule in book.classes if "measure-price-cap" in rule.measures] == [
        ("C", True)
    ]
    assert [row.title for row in book.instruments if row.id == "repeal"] == ["An act of Congress"]
    assert len(book.instruments) == len(shipped.instruments)
    assert book.programmes == shipped.programmes


def test_one_tag_of_two_regimes_is_told_apart_by_the_regime() -> None:
    rows = rulebook.programmes()
    assert [rulebook.find(rows, "DPRK", DAY, code).regime for code in ("UN", "US")] == ["UN", "US"]  # type: ignore[union-attr]
    assert rulebook.find(rows, "DPRK", DAY).regime == "US"  # type: ignore[union-attr]
    assert rulebook.find(rows, "DPRK", DAY, "EU") is None


def test_an_excerpt_holds_the_rows_that_its_entities_and_measures_use_and_no_others() -> None:
    bank = Entity(
        id="ofac-31695",
        schema="PublicBody",
        caption="The bank",
        designations=(Designation(regime="US", programme="RUSSIA-EO14024", list_type="NS-MBS"),),
    )
    cap = Measure(id="measure-price-cap", title="Cap", regime="US", authority="EO 14071")
    part = rulebook.excerpt(rulebook.load(), (bank,), (cap,), DAY)
    assert {row.tag for row in part.programmes} == {"RUSSIA-EO14024"}
    assert all("RUSSIA-EO14024" in rule.tags or "measure-price-cap" in rule.measures for rule in part.classes)
    assert {row.id for row in part.placements} == {"ofac-31695"}
    used = {id for rule in part.classes for id in rule.instruments}
    assert {row.id for row in part.instruments} == used
    assert all(rulebook.holds(row, DAY) for row in (*part.classes, *part.programmes, *part.renewals))


@pytest.mark.parametrize("day", [date(2013, 6, 1), date(2021, 1, 4), DAY])
def test_an_excerpt_tells_a_tag_that_is_still_to_come_as_the_whole_rulebook_does(day: date) -> None:
    book = rulebook.load()
    tags = ("RUSSIA-EO14024", "UKRAINE-EO13661", "CYBER4", "269/2014", "NOT-A-TAG")
    held = tuple(Designation(regime="EU" if "/" in tag else "US", programme=tag) for tag in tags)
    somebody = Entity(id="ofac-1", schema="Person", caption="Somebody", designations=held)
    part = index(rulebook.excerpt(book, (somebody,), (), day), day)
    whole = index(book, day)
    keys = {(item.regime, item.programme) for item in held}
    assert part.later == {key: begins for key, begins in whole.later.items() if key in keys}
    assert set(part.programmes) == keys & set(whole.programmes)
    assert {tag: rules for tag, rules in part.rules.items() if tag in tags} == {
        tag: rules for tag, rules in whole.rules.items() if tag in tags
    }


def test_every_tag_of_every_real_list_of_ofac_has_a_row_and_a_class(real_lists: Path) -> None:
    book = rulebook.load()
    tags = {(row.regime, row.tag) for row in book.programmes}
    classed = {tag for rule in book.classes for tag in rule.tags}
    files = [*sorted((real_lists / "ofac").glob("*.xml")), *sorted((real_lists / "ofac").glob("*/sdn.csv"))]
    printed = {
        item.programme
        for file in files
        for record in recognise(file).records()
        if isinstance(record, EntityRecord)
        for item in record.designations
    }
    assert len(printed) > 70
    assert {tag for tag in printed if ("US", tag) not in tags} == set()
    assert printed - classed == set()


OFAC_ALONE = {"", "US-BIS-EL", "US-RUSHAR"}
"""Tags that are not OFAC's: the Commerce Department's lists, and the label of a collection."""


def test_every_tag_of_ofac_can_have_a_general_licence_as_well_as_a_specific_one() -> None:
    rows = [row for row in rulebook.load().classes if row.tags and not OFAC_ALONE.intersection(row.tags)]
    without = [
        (row.tags, row.limb, row.part)
        for row in rows
        if not {"general-licence", "specific-licence"} <= set(row.instruments) and row.part != "funds"
    ]
    assert without == []


def test_a_note_on_a_listing_gives_it_no_second_class_of_what_names_nobody() -> None:
    for row in rulebook.load().classes:
        if row.tags and not row.limb:
            assert not any("class D" in text for text in row.conditions), row.row


DAYS = [date(year, month, 15) for year in range(2010, 2027) for month in (1, 7, 11)]


@pytest.mark.parametrize("day", DAYS)
def test_no_act_later_than_the_day_is_named_without_saying_so(day: date) -> None:
    known = index(rulebook.load(), day)
    tags = {tag for (regime, tag) in known.programmes if regime == "US"}
    held = [Designation(regime="US", programme=tag, list_type="SDN") for tag in sorted(tags)]
    for reason in of_designations("x", held, known):
        told = (reason.authority, *reason.citations, *(text for route in reason.routes for text in route.citations))
        for text in told:
            assert stated(text) <= day or "later" in text, (reason.programme, text)
            for act in named_in(text, known.after):
                assert act.mark in text, (reason.programme, text)
        for act in named_in(reason.why, known.after):
            marks = (act.mark, act.sentence, in_words(act.day))
            assert any(mark in text for text in (*reason.citations, *reason.doubts, reason.why) for mark in marks)
