"""The class of relief of each tag as the law reads, the strictest with every reason shown, and never a silent A."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer import rulebook
from briefer.analysis.freezing import OPEN
from briefer.analysis.relief import relief, relief_of_measures, strictest
from briefer.model.facts import (
    CARRIED,
    LATER,
    Confidence,
    Designation,
    Entity,
    EntityRecord,
    Measure,
    PartialDate,
    Snapshot,
    Value,
)
from briefer.model.law import UNKNOWN
from briefer.model.relief import Beginning, Reason, Relief
from briefer.rulebook import standing
from briefer.sources import recognise

DAY = date(2025, 3, 31)
LATE = date(2026, 9, 18)
BEFORE = date(2026, 9, 17)


def when(text: str) -> PartialDate:
    day = date.fromisoformat(text)
    return PartialDate(text=text, earliest=day, latest=day)


def listed(tag: str, kind: str = "SDN", *measures: str, start: str = "2022-03-01", **more: object) -> Designation:
    said = {"regime": "US", "programme": tag, "list_type": kind, "measures": measures} | more
    return Designation(start=when(start) if start else None, **said)  # type: ignore[arg-type]


def one(*items: Designation, day: date = DAY, id: str = "x-1", overlay: Path | None = None) -> Relief:
    entity = Entity(id=id, schema="Company", caption="X", designations=items)
    return relief((entity,), rulebook.load(overlay), day)[0]


def only(*items: Designation, day: date = DAY, id: str = "x-1") -> Reason:
    [reason] = one(*items, day=day, id=id).reasons
    return reason


# Written by hand from the decision table of the law: tag, list, measures, authority as printed → class, contested.
TABLE = [
    ("RUSSIA-EO14024", "SDN", (), "", "A", False),
    ("BPI-RUSSIA-EO14024", "SDN", (), "", "A", False),
    ("RUSSIA-EO14024", "NS-MBS", ("Executive Order 14024 Directive 1a",), "", "A", False),
    ("RUSSIA-EO14024", "NS-MBS", ("Executive Order 14024 Directive 3",), "", "A", False),
    ("RUSSIA-EO14024", "Directives 2 and 3", (), "", "A", False),
    ("RUSSIA-EO14024", "NS-MBS", ("Executive Order 14024 Directive 4",), "", "C", False),
    ("RUSSIA-EO14024", "NS-MBS", (), "", "unknown", False),
    ("RUSSIA-EO14024", "CAPTA", (), "", "A", False),
    ("UKRAINE-EO13660", "SDN", (), "", "B", False),
    ("UKRAINE-EO13661", "SDN", (), "", "B", False),
    ("UKRAINE-EO13662", "SDN", (), "", "B", False),
    ("UKRAINE-EO13662", "SSI", ("13662 Sectoral Directive 1",), "", "B", False),
    ("UKRAINE-EO13662", "SSI", ("13662 Sectoral Directive 2",), "", "B", False),
    ("UKRAINE-EO13662", "SSI", ("13662 Sectoral Directive 3",), "", "B", False),
    ("UKRAINE-EO13662", "SSI", ("13662 Sectoral Directive 4",), "", "B", False),
    ("UKRAINE-EO13662", "SSI", (), "", "B", False),
    ("UKRAINE-EO13685", "SDN", (), "", "B", False),
    ("RUSSIA-EO14065", "SDN", (), "", "A", False),
    ("CAATSA - RUSSIA", "SDN", (), "", "B", False),
    ("CAATSA - RUSSIA", "SDN", (), "CAATSA - Section 224", "B", False),
    ("CAATSA - RUSSIA", "SDN", (), "CAATSA - Section 228", "B", False),
    ("CAATSA - RUSSIA", "NS-MBS", ("CAATSA Section 231/235 Sanctions",), "CAATSA - Section 231", "B", False),
    ("CAATSA - RUSSIA", "SDN", (), "CAATSA - Section 232", "B", False),
    ("CAATSA - RUSSIA", "SDN", (), "CAATSA - Section 233", "B", False),
    ("CAATSA - RUSSIA", "SDN", (), "CAATSA - Section 234", "B", False),
    ("SSIDES", "SDN", (), "", "B", False),
    ("PEESA", "NS-MBS", (), "", "A", False),
    ("PEESA-EO14039", "SDN", (), "", "A", False),
    ("MAGNIT", "SDN", (), "", "C", False),
    ("GLOMAG", "SDN", (), "", "A", False),
    ("CYBER2", "SDN", (), "", "B", False),
    ("CYBER3", "SDN", (), "", "B", True),
    ("ELECTION-EO13848", "SDN", (), "", "A", False),
    ("HOSTAGES-EO14078", "SDN", (), "", "A", False),
    ("BELARUS", "SDN", (), "", "A", False),
    ("BELARUS-EO14038", "SDN", (), "", "A", False),
    ("NPWMD", "SDN", (), "", "A", False),
    ("SDGT", "SDN", (), "", "A", False),
    ("TCO", "SDN", (), "", "A", False),
    ("DPRK4", "SDN", (), "", "A", False),
    ("", "Entity List (EL) - Bureau of Industry and Security", (), "", "A", False),
    ("", "SDN", (), "", "unknown", False),
    ("NOBODY-EO1", "SDN", (), "", "unknown", False),
]


@pytest.mark.parametrize(("tag", "kind", "measures", "authority", "klass", "contested"), TABLE)
def test_a_tag_falls_in_its_class(
    tag: str, kind: str, measures: tuple[str, ...], authority: str, klass: str, contested: bool
) -> None:
    found = one(listed(tag, kind, *measures, authority=authority))
    assert (found.klass, found.contested) == (klass, contested)
    for reason in found.reasons:
        assert reason.programme == tag
        assert reason.why
        if reason.klass != "unknown":
            assert reason.authority
            assert reason.citations
            assert reason.actor
            assert reason.routes


CHANGES = [
    ("RUSSIA-EO14024", (), date(2021, 4, 14), None, date(2021, 4, 15), "A"),
    ("UKRAINE-EO13661", (), date(2017, 8, 1), "A", date(2017, 8, 2), "B"),
    ("UKRAINE-EO13662", (), date(2017, 8, 1), "A", date(2017, 8, 2), "B"),
    ("CYBER2", (), date(2017, 8, 1), "A", date(2017, 8, 2), "B"),
    ("SSIDES", (), date(2017, 8, 1), "C", date(2017, 8, 2), "B"),
    ("PEESA", (), date(2024, 12, 20), "C", date(2024, 12, 21), "A"),
    ("PEESA-EO14039", (), date(2024, 12, 20), "C", date(2024, 12, 21), "A"),
    ("RUSSIA-EO14024", ("Directive 4",), date(2024, 4, 23), "A", date(2024, 4, 24), "C"),
    ("CYBER3", (), date(2025, 1, 15), "unknown", date(2025, 1, 16), "B"),
    ("CYBER4", (), date(2025, 6, 5), "unknown", date(2025, 6, 6), "B"),
]


@pytest.mark.parametrize(("tag", "measures", "day", "klass", "next_day", "later"), CHANGES)
def test_a_class_changes_on_the_day_of_the_statute(
    tag: str, measures: tuple[str, ...], day: date, klass: str | None, next_day: date, later: str
) -> None:
    item = listed(tag, "NS-MBS" if measures else "SDN", *measures, start="2014-04-01")
    assert (one(item, day=day).klass, one(item, day=next_day).klass) == (klass, later)


@pytest.mark.parametrize(
    ("tag", "measures", "klass"),
    [
        ("RUSSIA-EO14024", (), "A"),
        ("RUSSIA-EO14024", ("Directive 1A",), "A"),
        ("RUSSIA-EO14024", ("Directive 2",), "A"),
        ("RUSSIA-EO14024", ("Directive 3",), "A"),
        ("RUSSIA-EO14024", ("Directive 4",), "C"),
        ("BPI-RUSSIA-EO14024", (), "A"),
        ("RUSSIA-EO14065", (), "A"),
        ("PEESA-EO14039", (), "A"),
        ("UKRAINE-EO13660", (), "B"),
        ("UKRAINE-EO13661", (), "B"),
        ("UKRAINE-EO13662", (), "B"),
        ("UKRAINE-EO13662", ("Directive 3",), "B"),
        ("UKRAINE-EO13685", (), "B"),
        ("CAATSA - RUSSIA", (), "B"),
        ("SSIDES", (), "B"),
        ("CYBER2", (), "B"),
    ],
)
def test_what_the_statute_of_2026_touches_keeps_its_class_and_is_contested(
    tag: str, measures: tuple[str, ...], klass: str
) -> None:
    item = listed(tag, "NS-MBS" if measures else "SDN", *measures)
    before, after = one(item, day=BEFORE), one(item, day=LATE)
    assert (before.klass, before.contested) == (klass, False)
    assert (after.klass, after.contested) == (klass, True)
    assert all("119-111" in reason.dispute for reason in after.reasons)
    assert after.confidence is Confidence.TO_BE_VERIFIED


def test_what_may_be_unsettled_by_the_statute_of_2026_is_contested_in_every_row_that_rests_on_the_review() -> None:
    reviewed = [rule for rule in standing(rulebook.load().classes, LATE) if rule.klass == "B"]
    assert reviewed
    assert all(rule.contested and "119-111" in rule.dispute for rule in reviewed)


def test_what_was_contested_before_the_statute_of_2026_keeps_its_own_dispute() -> None:
    said = only(listed("CYBER3", start="2025-02-01"), day=LATE)
    assert "EO 14144" in said.dispute
    assert "119-111" in said.dispute


def test_what_the_statute_of_2026_does_not_touch_is_as_before() -> None:
    for tag in ("GLOMAG", "BELARUS-EO14038"):
        assert not one(listed(tag), day=LATE).contested


def names(some: Iterable[Beginning]) -> list[str]:
    """What begins later, from when and by what."""
    return [f"{each.name} from {each.day}, {each.by}" for each in some]


def test_nothing_counts_before_the_day_of_its_order() -> None:
    tag = listed("UKRAINE-EO13660", start="")
    early = one(tag, day=date(2014, 3, 5))
    assert (early.klass, early.reasons, names(early.early)) == (None, (), ["UKRAINE-EO13660 from 2014-03-06, act"])
    assert one(listed("UKRAINE-EO13660", start="2014-01-01"), day=date(2014, 3, 5)).klass is None
    begun = one(tag, day=date(2014, 3, 6))
    assert (begun.klass, begun.early) == ("A", ())


def test_a_tag_printed_anew_under_an_amended_order_is_as_old_as_the_order() -> None:
    found = one(listed("CYBER3", start="2016-01-01"), day=date(2016, 2, 1))
    assert (found.klass, found.early) == ("unknown", ())


def test_abroad_an_undated_listing_waits_for_its_act_and_a_dated_one_stands() -> None:
    undated = Designation(regime="UK", programme="Russia", list_type="UK Sanctions List")
    found = one(undated, replace(undated, start=when("2014-03-18")), day=date(2019, 1, 1))
    assert ([said.since for said in found.remains], names(found.early)) == (
        [when("2014-03-18")],
        ["Russia from 2020-12-31, act"],
    )


def test_what_begins_only_later_is_told_with_its_first_day_also_abroad() -> None:
    items = (
        listed("CYBER2", start="2018-03-15"),
        listed("UKRAINE-EO13661", start="2014-03-20"),
        listed("UKRAINE-EO13661", "SSI", start="2014-07-16"),
        Designation(regime="EU", programme="269/2014", start=when("2014-03-17")),
    )
    before = one(*items, day=date(2014, 3, 10))
    assert before.klass is None
    assert names(before.to_come) == [
        "CYBER2 from 2018-03-15, list",
        "UKRAINE-EO13661 from 2014-03-20, list",
        "EU 269/2014 from 2014-03-17, list",
    ]
    assert names(one(*items, day=date(2014, 3, 20)).to_come) == [
        "CYBER2 from 2018-03-15, list",
        "UKRAINE-EO13661, SSI from 2014-07-16, list",
    ]


def test_what_is_to_come_by_a_row_older_than_its_order_begins_with_the_order() -> None:
    row = replace(listed("RUSSIA-EO14024", "SDN", start=""), published=when("2018-08-15"))
    for day in (date(2014, 7, 10), date(2019, 1, 1)):
        found = one(row, day=day)
        assert (found.reasons, names((*found.early, *found.to_come))) == ((), ["RUSSIA-EO14024 from 2021-04-15, act"])


def test_a_row_dated_after_the_day_is_not_yet_in_force_and_one_of_an_older_list_is() -> None:
    row = replace(listed("RUSSIA-EO14024", "SDN", start=""), published=when("2024-11-21"))
    sectoral = listed("UKRAINE-EO13662", "SSI", start="2014-07-16")
    found = one(row, sectoral, day=date(2024, 6, 1))
    assert [reason.programme for reason in found.reasons] == ["UKRAINE-EO13662"]
    assert names(found.to_come) == ["RUSSIA-EO14024 from 2024-11-21, row"]
    undated = listed("RUSSIA-EO14024", "SDN", start="")
    held = replace(undated, origin="ofac-sdn@2024-01-01#0123abcd")
    both = one(row, held, day=date(2024, 6, 1))
    assert ([reason.programme for reason in both.reasons], both.to_come) == (["RUSSIA-EO14024"], ())
    of_no_day = one(row, replace(undated, origin="ofac-sdn@undated#0123abcd"), day=date(2024, 6, 1))
    assert (of_no_day.reasons, names(of_no_day.to_come)) == ((), names(found.to_come))
    assert one(row, day=date(2024, 11, 21)).klass == "A"


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("RUSSIA-EO14204", "RUSSIA-EO14024 or RUSSIA-EO14065"),
        ("caatsa-russia", "CAATSA - RUSSIA"),
        ("NOBODY-EO1", ""),
        ("", ""),
    ],
)
def test_a_tag_that_no_row_states_suggests_those_spelt_alike_and_no_class(tag: str, meant: str) -> None:
    said = only(listed(tag))
    asked = [doubt for doubt in said.doubts if doubt.startswith("Did you mean")]
    assert (said.klass, [doubt.split("?")[0] for doubt in asked]) == (
        UNKNOWN,
        [f"Did you mean {meant}"] if meant else [],
    )


def test_a_listing_that_only_a_later_list_states_without_a_start_is_to_be_verified() -> None:
    said = only(listed("RUSSIA-EO14024", start="", note="basis: later list"), day=date(2021, 6, 1))
    assert said.listing is Confidence.TO_BE_VERIFIED
    assert any("Only a later list states it" in doubt for doubt in said.doubts)
    undated = only(listed("RUSSIA-EO14024", start="", note="basis: later list", origin="ofac-sdn@#a1"))
    assert any("Only a list of no stated day states it" in doubt for doubt in undated.doubts)
    dated = only(listed("RUSSIA-EO14024", note="basis: later list"))
    assert dated.listing is Confidence.VERIFIED
    assert not dated.doubts


def test_two_tags_take_the_stricter_and_show_both_reasons() -> None:
    found = one(listed("RUSSIA-EO14024"), listed("UKRAINE-EO13662", start="2025-01-15"))
    assert found.klass == "B"
    assert [(reason.programme, reason.klass, reason.decides) for reason in found.reasons] == [
        ("UKRAINE-EO13662", "B", True),
        ("RUSSIA-EO14024", "A", False),
    ]


def test_any_reason_that_is_contested_makes_the_whole_contested() -> None:
    found = one(listed("UKRAINE-EO13661"), listed("CYBER3"))
    assert found.contested
    assert {reason.programme: reason.contested for reason in found.reasons} == {
        "UKRAINE-EO13661": False,
        "CYBER3": True,
    }


def test_an_unknown_tag_beside_an_a_gives_unknown_and_beside_the_stricter_shows() -> None:
    unknown = listed("NOBODY-EO1")
    weak, strong = one(listed("RUSSIA-EO14024"), unknown), one(listed("MAGNIT"), unknown)
    assert (weak.klass, weak.unknown) == ("unknown", ("NOBODY-EO1",))
    assert (strong.klass, strong.unknown) == ("C", ("NOBODY-EO1",))
    assert {reason.klass for reason in strong.reasons} == {"C", "unknown"}
    assert weak.reasons[0].routes == ()
    assert "no row for this tag" in weak.reasons[0].why


def test_a_listing_without_any_tag_is_unknown_and_says_so() -> None:
    reason = only(listed("", "SDN"))
    assert reason.klass == "unknown"
    assert "prints no programme" in reason.why


def test_nobody_listed_by_the_united_states_has_no_class() -> None:
    assert one().klass is None
    ended = listed("RUSSIA-EO14024", ended=True)
    over = listed("RUSSIA-EO14024", until=when("2025-03-30"))
    later = listed("RUSSIA-EO14024", start="2025-04-01")
    british = Designation(regime="UK", programme="Russia")
    found = one(ended, over, later, british)
    assert (found.klass, found.reasons, found.contested, found.confidence) == (None, (), False, None)
    assert [(item.regime, item.until) for item in found.remains] == [("UK", None)]


def test_the_last_day_of_a_listing_still_counts() -> None:
    assert one(listed("RUSSIA-EO14024", until=when("2025-03-31"))).klass == "A"


def test_a_listing_without_a_known_start_counts_and_says_so() -> None:
    for item in (listed("RUSSIA-EO14024", start=""), listed("RUSSIA-EO14024", start="")):
        reason = only(item)
        assert reason.since is None
        assert any("counted as in force" in doubt for doubt in reason.doubts)
    unread = Designation(regime="US", programme="RUSSIA-EO14024", list_type="SDN", start=PartialDate(text="soon"))
    assert any("counted as in force" in doubt for doubt in only(unread).doubts)


def test_a_tag_of_an_old_list_is_not_verified_and_names_the_list() -> None:
    old = listed("RUSSIA-EO14024", origin="ofac-sdn@2023-01-26#1")
    found = one(old)
    told = "of 26 January 2023, 795 days before 31 March 2025; no state from between is held."
    assert found.reasons[0].doubts == (f"Listings and tags from ofac-sdn {told}",)
    entity = Entity(id="x-1", schema="Company", caption="X", designations=(old,))
    said = {"publisher": "OFAC", "regime": "US", "format": "ofac-xml", "published": None, "sha256": "", "entities": 1}
    sdn = Snapshot(id="s", list="ofac-sdn", title="SDN List", **said)  # type: ignore[arg-type]
    (titled,) = relief((entity,), rulebook.load(), DAY, lists=(sdn,))
    assert titled.reasons[0].doubts == (f"Listings and tags from the list “SDN List” {told}",)
    assert found.reasons[0].listing is Confidence.PARTLY
    assert found.confidence is not Confidence.VERIFIED
    fresh = listed("RUSSIA-EO14024", origin="ofac-xml@2025-03-01#1")
    assert one(old, fresh).reasons[0].doubts == ()
    [left] = one(listed("Russia", regime="UK", origin="uk@2024-01-01#1")).remains
    assert left.confidence is not Confidence.VERIFIED


def test_a_row_that_prints_its_own_day_says_that_day_and_was_listed_by_then() -> None:
    row = {"start": "", "published": when("2014-07-29"), "origin": "ofac-cons@2025-03-01#1"}
    reason = only(listed("UKRAINE-EO13662", "SSI", "13662 Sectoral Directive 1", **row))
    assert reason.doubts == (
        "The list prints 2014-07-29 as the day the row was published, which may not be that of the listing.",
    )
    assert reason.confidence is Confidence.VERIFIED
    late = only(
        listed("UKRAINE-EO13662", "SSI", "13662 Sectoral Directive 1", **row | {"published": when("2017-08-02")})
    )
    assert len(late.doubts) == 2
    bare = listed("UKRAINE-EO13662", "", "13662 Sectoral Directive 1", start="")
    dated = listed("UKRAINE-EO13662", "SSI", "13662 Sectoral Directive 1", **row)
    assert only(bare, dated).doubts == reason.doubts


def test_directive_4_bars_transactions_in_a_and_holds_funds_in_c() -> None:
    found = one(listed("RUSSIA-EO14024", "NS-MBS", "Executive Order 14024 Directive 4"))
    assert {(reason.part, reason.klass) for reason in found.reasons} == {("transactions", "A"), ("funds", "C")}
    funds = found.reasons[0]
    assert (funds.part, funds.decides) == ("funds", True)
    assert "118-50" in funds.authority
    assert any("class D" in condition for condition in funds.conditions)


def test_a_bank_under_several_directives_has_a_reason_for_each() -> None:
    found = one(
        listed("UKRAINE-EO13662", "SSI", "Executive Order 13662 Directive Determination - Subject to Directive 1"),
        listed(
            "RUSSIA-EO14024", "SDN", "Block", "Executive Order 14024 Directive 3", "Executive Order 14024 Directive 2"
        ),
    )
    assert [(reason.programme, reason.limb, reason.klass) for reason in found.reasons] == [
        ("UKRAINE-EO13662", "Directive 1", "B"),
        ("RUSSIA-EO14024", "", "A"),
        ("RUSSIA-EO14024", "Directive 2", "A"),
        ("RUSSIA-EO14024", "Directive 3", "A"),
    ]


def test_a_directive_that_the_list_does_not_print_is_known_by_the_record() -> None:
    bare = listed("RUSSIA-EO14024", "NS-MBS")
    bank, railway = one(bare, id="ofac-31695"), one(bare, id="ofac-34736")
    assert (bank.klass, railway.klass, one(bare).klass) == ("C", "A", "unknown")
    assert {reason.limb for reason in bank.reasons} == {"Directive 1A", "Directive 4"}
    assert any("ENHANCED XML" in citation for citation in railway.reasons[0].citations)
    joined = listed("RUSSIA-EO14024", "NS-MBS", record="ofac-31695")
    assert one(joined, id="eu-1").klass == "C"
    assert one(listed("RUSSIA-EO14024", "SDN"), id="ofac-31695").klass == "A"


def test_section_231_offers_the_certification_that_needs_no_review() -> None:
    reason = only(listed("CAATSA - RUSSIA", "NS-MBS", authority="CAATSA - Section 231"))
    assert reason.limb == "section 231"
    assert "section-231-waiver" in {route.id for route in reason.routes}
    assert any("class C" in condition for condition in reason.conditions)
    [other] = one(listed("CAATSA - RUSSIA", authority="CAATSA - Section 224")).reasons
    assert "section-231-waiver" not in {route.id for route in other.routes}


def test_a_reviewed_tag_carries_the_clocks_of_the_review() -> None:
    reason = only(listed("UKRAINE-EO13660", start="2014-03-17"))
    assert {wait.id for wait in reason.waits} == {"review-30", "review-60", "review-passage", "review-veto"}
    assert "no approval is needed" in reason.why
    assert reason.confidence is Confidence.VERIFIED


def test_a_listing_after_august_2017_under_a_kept_order_rests_on_practice() -> None:
    later, earlier = (only(listed("UKRAINE-EO13661", start=start)) for start in ("2018-04-06", "2014-03-20"))
    assert (later.klass, later.confidence) == ("B", Confidence.PARTLY)
    assert any("in practice" in doubt for doubt in later.doubts)
    assert (earlier.confidence, earlier.doubts) == (Confidence.VERIFIED, ())
    unknown = only(listed("UKRAINE-EO13661", start=""))
    assert unknown.confidence is Confidence.PARTLY
    assert unknown.doubts[1:] == ("If listed after 1 August 2017, that 22 USC 9522 covers it is a reading.",)
    dated = only(listed("UKRAINE-EO13661", start="2014-03-20"), listed("UKRAINE-EO13661", start=""))
    assert (dated.confidence, dated.doubts) == (Confidence.VERIFIED, ())


def test_what_the_list_itself_leaves_in_doubt_is_told_and_weakens_the_answer() -> None:
    found = one(listed("RUSSIA-EO14024", confidence=Confidence.TO_BE_VERIFIED, note="Tag as in a list of 2023."))
    [reason] = found.reasons
    assert (reason.confidence, reason.listing) == (Confidence.VERIFIED, Confidence.TO_BE_VERIFIED)
    assert any("to be verified" in doubt for doubt in reason.doubts)
    assert reason.notes == ("Tag as in a list of 2023.",)
    assert found.confidence is Confidence.TO_BE_VERIFIED


@pytest.mark.parametrize(
    ("note", "confidence", "doubt"),
    [
        ("Tag as in a list; the date is to be verified in notices.", Confidence.PARTLY, "Its date is to be verified."),
        ("The date given here is to be verified.", Confidence.PARTLY, "Its date is to be verified."),
        ("Date to be verified.", Confidence.PARTLY, "Its date is to be verified."),
        ("Month of listing as reported and to be verified.", Confidence.PARTLY, "Its date is to be verified."),
        (
            "Tag and month of listing are to be verified.",
            Confidence.TO_BE_VERIFIED,
            "Its tag or date is to be verified.",
        ),
        (
            "Listed later; tag and date are to be verified.",
            Confidence.TO_BE_VERIFIED,
            "Its tag or date is to be verified.",
        ),
        ("Names of a later date; tag to be verified.", Confidence.TO_BE_VERIFIED, "Its tag or date is to be verified."),
        ("", Confidence.TO_BE_VERIFIED, "Its tag or date is to be verified."),
    ],
)
def test_a_doubt_of_the_date_is_not_told_as_a_doubt_of_the_listing(
    note: str, confidence: Confidence, doubt: str
) -> None:
    reason = only(listed("RUSSIA-EO14024", confidence=Confidence.TO_BE_VERIFIED, note=note))
    assert reason.listing is confidence
    assert [said.endswith(doubt) for said in reason.doubts] == [True]
    assert not any("is listed under it" in said for said in reason.doubts)


def test_what_a_second_list_states_surely_is_not_called_unverified() -> None:
    weak = listed("RUSSIA-EO14024", confidence=Confidence.TO_BE_VERIFIED, origin="a")
    sure = listed("RUSSIA-EO14024", origin="b")
    for items in ((weak, sure), (sure, weak)):
        assert (only(*items).listing, only(*items).doubts) == (Confidence.VERIFIED, ())


def test_a_list_of_no_day_is_not_called_the_only_one_where_a_dated_list_states_the_listing_too() -> None:
    row = replace(listed("RUSSIA-EO14024", start=""), published=when("2022-04-06"))
    of_day = replace(row, origin="ofac-cons@2025-03-28#0123abcd")
    no_day = listed("RUSSIA-EO14024", start="", note=LATER, origin="ofac-sdn@undated#0123abcd")
    later = replace(row, origin="ofac-cons@2025-05-01#0123abcd", note=LATER)
    only_later = "Only a later list states it, and not since when; that it was in force on this day is to be verified."

    def said(*items: Designation) -> list[str]:
        return [doubt for doubt in only(*items).doubts if doubt.startswith("Only a")]

    assert said(no_day)[0].startswith("Only a list of no stated day")
    for beside, doubts in ((of_day, []), (later, [only_later])):
        assert said(no_day, beside) == said(beside, no_day) == doubts
    assert only(no_day, of_day).listing is Confidence.VERIFIED


def test_a_directive_with_a_listing_date_is_in_force_from_then_whatever_the_day_of_the_row() -> None:
    row = listed("RUSSIA-EO14024", "SDN", "Executive Order 14024 Directive 3", "Block", start="")
    said = Value(prop="notes", value="Listing Date (EO 14024 Directive 3): 24 Feb 2022", date=when("2022-02-24"))
    bank = Entity(id="x-1", schema="Company", caption="X", values=(said,))
    bank = replace(bank, designations=(replace(row, published=when("2024-11-21")),))

    def on(day: date) -> Relief:
        return relief((bank,), rulebook.load(), day)[0]

    assert (on(date(2022, 2, 23)).reasons, names(on(date(2022, 2, 23)).to_come)) == (
        (),
        ["RUSSIA-EO14024 from 2022-02-24, list"],
    )
    before, after = on(date(2022, 3, 30)), on(DAY)
    assert [(each.limb, each.list_types, each.since and each.since.text, each.doubts) for each in before.reasons] == [
        ("Directive 3", (), "2022-02-24", ())
    ]
    assert names(before.to_come) == ["RUSSIA-EO14024, SDN from 2024-11-21, row"]
    assert [(each.limb, each.list_types) for each in after.reasons] == [("Directive 3", ()), ("", ("SDN",))]


def test_a_listing_under_the_ukraine_act_of_2014_ends_by_the_acts_own_tests() -> None:
    found = only(listed("SSIDES"))
    ending = next(route for route in found.routes if route.id == "ssides-termination")
    assert ending.citations == ("22 USC 9511", "22 USC 8907(d), 8908(e), 8909(e), 8910(e)")
    assert not any("9522" in text for route in found.routes for text in (route.notice, *route.citations))
    assert "prints no section" in found.authority
    assert any("basis was insufficient (22 USC 8910(e))" in text for text in found.conditions)


@pytest.mark.parametrize("day", [DAY, LATE])
def test_measures_of_the_menu_of_caatsa_go_with_the_sections_that_use_it(day: date) -> None:
    found = only(listed("CAATSA - RUSSIA", "NS-MBS", "FOREIGN EXCHANGE. Sec 235(a)(7)"), day=day)
    assert (found.klass, found.limb, found.contested) == ("B", "section 235", day == LATE)
    assert "prints no section" not in found.why
    assert "s. 224(a)(2), 231, 232 or 233" in found.why


def test_a_section_that_the_list_prints_among_the_notes_on_the_entity_is_read() -> None:
    noted = Value(
        prop="notes", value="alt. CAATSA Section 235 Information: FOREIGN EXCHANGE. Sec 235(a)(7)", origin="l"
    )
    items = (listed("CAATSA - RUSSIA", origin="l"), listed("NPWMD", origin="l"))
    entity = Entity(id="x-1", schema="Company", caption="X", designations=items, values=(noted,))
    [found] = relief((entity,), rulebook.load(), DAY)
    assert [reason.limb for reason in found.reasons] == ["section 235", ""]
    elsewhere = replace(entity, values=(replace(noted, origin="m"),))
    assert not relief((elsewhere,), rulebook.load(), DAY)[0].reasons[0].limb


def test_before_the_statute_of_2017_the_orders_end_with_their_emergency() -> None:
    for tag in ("UKRAINE-EO13660", "UKRAINE-EO13661", "UKRAINE-EO13662", "UKRAINE-EO13685", "CYBER2"):
        found = only(listed(tag, start="2016-01-01"), day=date(2017, 8, 1))
        assert "end-emergency" in {route.id for route in found.routes}


def test_what_is_marked_as_ended_was_in_force_on_the_days_before_its_end() -> None:
    over = listed("UKRAINE-EO13661", start="2018-04-06", ended=True, until=when("2019-01-27"))
    assert only(over, day=date(2018, 12, 1)).klass == "B"
    assert one(over, day=date(2019, 1, 28)).klass is None
    assert one(replace(over, until=None), day=date(2018, 12, 1)).klass is None


def test_a_date_before_the_order_itself_is_told_and_to_be_verified() -> None:
    found = one(listed("RUSSIA-EO14024", start="2020-01-10"))
    [reason] = found.reasons
    assert reason.doubts[0] == "The date is before that of its own order or act, 15 April 2021; to be verified."
    assert (found.klass, found.confidence) == ("A", Confidence.TO_BE_VERIFIED)
    assert not any("before that of" in text for text in only(listed("RUSSIA-EO14024", start="2021-04-15")).doubts)


def test_within_a_month_that_alone_is_stated_it_is_not_known_whether_a_listing_was_in_force() -> None:
    month = PartialDate(text="2022-03", earliest=date(2022, 3, 1), latest=date(2022, 3, 31))
    item = replace(listed("RUSSIA-EO14024"), start=month)
    within, after = only(item, day=date(2022, 3, 10)), only(item, day=date(2022, 3, 31))
    assert "whether it was in force on this day is not known" in within.doubts[0]
    assert within.listing is Confidence.TO_BE_VERIFIED
    assert not any("not known" in text for text in after.doubts)
    both = only(item, listed("RUSSIA-EO14024", start="2022-03-08"), day=date(2022, 3, 10))
    assert not any("not known" in text for text in both.doubts)


def test_each_actor_stands_with_his_own_instruments() -> None:
    reviewed = [(act.actor, act.instruments) for act in only(listed("UKRAINE-EO13661")).acts]
    assert reviewed == [
        ("President reports; then Treasury (OFAC), or State for listings that State made", ("Delisting after review",)),
        ("Treasury (OFAC)", ("Specific licence", "General licence")),
    ]
    alone = {act.actor: act.instruments for act in only(listed("RUSSIA-EO14024")).acts}
    assert alone["President"] == ("Amending or revoking an executive order",)
    assert alone["President, or Congress by joint resolution"] == ("Ending or not renewing the emergency",)
    assert only(listed("NOBODY-EO1")).acts == ()


def test_what_has_to_be_done_as_well_stands_beside_the_instruments_of_its_actor() -> None:
    oil = Measure(id="measure-oil-imports", title="Oil", regime="US", authority="Public Law 117-109")
    president, congress = relief_of_measures((oil,), rulebook.load(), DAY)[0].reasons[0].acts
    assert (president.actor, congress.actor) == ("President", "Congress")
    assert president.beside == ("Revoking the import part of EO 14066",)
    assert congress.beside == ()


@pytest.mark.parametrize("tag", ["PEESA-EO14039", "RUSSIA-EO14024", "RUSSIA-EO14065"])
def test_an_order_that_no_statute_keeps_ends_with_its_emergency(tag: str) -> None:
    assert "end-emergency" in {route.id for route in only(listed(tag)).routes}


def test_a_licence_limb_is_unsettled_where_the_statute_does_not_name_the_order_and_the_class_is_not() -> None:
    alone, reviewed = only(listed("RUSSIA-EO14024")), only(listed("UKRAINE-EO13661"))
    assert (alone.contested, reviewed.unsettled) == (False, ())
    assert [said for said in alone.conditions if said in alone.unsettled] == list(alone.unsettled)
    assert "9511(a)(2)(A)(iii)" in alone.unsettled[0]


def test_an_a_says_that_a_sweeping_licence_may_be_contested_and_that_a_second_tag_may_stand_beside() -> None:
    reason = only(listed("RUSSIA-EO14024"))
    assert any("9511(a)(2)(A)(iii)" in condition and "read either way" in condition for condition in reason.conditions)
    assert any("UKRAINE-EO13662" in condition for condition in reason.conditions)


def test_one_listing_in_two_lists_is_one_reason_with_the_sources_of_both() -> None:
    bare = listed("RUSSIA-EO14024", "", start="", origin="ofac-cons@1")
    full = listed("RUSSIA-EO14024", "SDN", start="2022-04-06", origin="ofac-sdn@1", note="One.")
    for items in ((bare, full), (full, bare)):
        reason = only(*items)
        assert reason.list_types == ("SDN",)
        assert reason.since == when("2022-04-06")
        assert set(reason.sources) == {"ofac-cons@1", "ofac-sdn@1"}
        assert not any("counted as in force" in doubt for doubt in reason.doubts)
    assert only(bare, bare).since is None


def test_the_same_tag_on_two_parts_of_the_list_takes_two_acts() -> None:
    found = one(listed("UKRAINE-EO13662", "SDN"), listed("UKRAINE-EO13662", "SSI", "13662 Sectoral Directive 1"))
    assert len(found.reasons) == 2


def test_the_authority_is_the_lists_own_where_the_rulebook_knows_no_tag() -> None:
    assert only(listed("NOBODY-EO1", authority="Executive Order 1")).authority == "Executive Order 1"


OWN = """
[[class]]
tags = ["RUSSIA-EO14024"]
class = "B"
reason = "Our counsel's reading."
actor = "President"
citation = "Our memorandum"
confidence = "partly"
"""


def test_an_offices_own_row_answers_and_shows(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text(OWN, encoding="utf-8")
    found = one(listed("RUSSIA-EO14024"), listed("MAGNIT"), overlay=path)
    assert (found.klass, found.overlay) == ("B", True)
    assert [(reason.klass, reason.overlay) for reason in found.reasons] == [("B", True), ("C", False)]
    assert not one(listed("RUSSIA-EO14024")).overlay


MEASURES = [
    ("measure-crimea-embargo", "D"),
    ("measure-caatsa-223", "D"),
    ("measure-oil-imports", "C"),
    ("measure-pntr", "C"),
    ("measure-repo-assets", "C"),
    ("measure-cbw", "C"),
    ("measure-new-investment", "A"),
    ("measure-price-cap", "A"),
    ("measure-petroleum-services", "A"),
    ("measure-eo14068-trade", "A"),
    ("measure-donetsk-luhansk", "A"),
    ("measure-uranium", "D"),
    ("measure-properties", "B"),
    ("measure-ufsa", "B"),
    ("measure-aviation-denial", "A"),
    ("measure-entity-list", "A"),
]


def measured(id: str, day: date = DAY, **more: object) -> Relief:
    said = {"title": "M", "regime": "US", "authority": "An act"} | more
    return relief_of_measures((Measure(id=id, **said),), rulebook.load(), day)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(("id", "klass"), MEASURES)
def test_a_measure_that_names_nobody_falls_in_its_class(id: str, klass: str) -> None:
    found = measured(id)
    [reason] = found.reasons
    assert (found.klass, found.contested) == (klass, False)
    assert reason.citations
    assert reason.routes
    assert reason.doubts == ()


def test_the_import_ban_takes_forty_five_and_ninety_days() -> None:
    [reason] = measured("measure-oil-imports").reasons
    assert [wait.days for wait in reason.waits] == [45, 90]
    assert reason.routes[0].legal_days == 135


@pytest.mark.parametrize(
    ("id", "klass"),
    [
        ("measure-repo-assets", "C"),
        ("measure-price-cap", "A"),
        ("measure-directive-2", "A"),
        ("measure-directive-3", "A"),
        ("measure-properties", "B"),
        ("measure-ufsa", "B"),
    ],
)
def test_a_measure_that_the_statute_of_2026_may_touch_keeps_its_class_and_is_contested(id: str, klass: str) -> None:
    before, after = measured(id, day=BEFORE), measured(id, day=LATE)
    assert (before.klass, before.contested, after.klass, after.contested) == (klass, False, klass, True)
    assert "119-111" in after.reasons[0].dispute


def test_the_embargo_on_crimea_was_for_the_executive_until_congress_kept_it_in_force() -> None:
    before, after = (measured("measure-crimea-embargo", day=date(2017, 8, day)) for day in (1, 2))
    assert (before.klass, after.klass) == ("A", "D")
    [reason] = before.reasons
    assert "enacted later, on 2 August 2017" in reason.why
    assert reason.citations == ("50 USC 1701 ff.",)


def test_a_recorded_class_that_rests_on_a_later_act_says_that_it_may_not_be_that_of_the_day() -> None:
    kept = measured("measure-of-ours", authority="EO 13685; 22 USC 9522", day=date(2016, 4, 7))
    [reason] = kept.reasons
    assert "22 USC 9522: enacted later, on 2 August 2017" in reason.authority
    assert reason.doubts == (
        "22 USC 9522 is later than this day: it was enacted on 2 August 2017.",
        "The class is recorded with that act in force, so it need not be the class on this day.",
        NEAR,
    )
    [now] = measured("measure-of-ours", authority="EO 13685; 22 USC 9522").reasons
    assert (now.authority, now.doubts) == ("EO 13685; 22 USC 9522", (NEAR,))


NEAR = (
    "Rows are found by the measure’s id or by its authority word for word; on an act that it names the rulebook has "
    "rows for measure-crimea-embargo."
)


def test_a_measure_under_an_id_of_ones_own_is_found_by_its_authority_and_no_surer_than_its_record() -> None:
    doubted = {"confidence": Confidence.TO_BE_VERIFIED}
    found = measured("measure-oil2", authority="Public Law 117-109;  EO 14066", **doubted)
    [reason] = found.reasons
    assert (found.klass, found.confidence) == ("C", Confidence.TO_BE_VERIFIED)
    assert reason.why.startswith("Public Law 117-109 bars the imports beside EO 14066")
    assert "found by the authority" in reason.doubts[-1]
    before = measured("measure-oil2", authority="Public Law 117-109; EO 14066", day=date(2022, 4, 7), **doubted)
    assert before.klass == UNKNOWN
    assert measured("measure-cap2", authority="EO 14071, determinations").klass == UNKNOWN
    assert "measure-price-cap" in measured("measure-cap2", authority="EO 14071, determinations").reasons[0].doubts[-1]


@pytest.mark.parametrize(
    ("limb", "day", "klass", "tenor", "sure"),
    [
        ("1", date(2014, 9, 11), "A", "New debt over 90 days and", Confidence.PARTLY),
        ("1", date(2014, 10, 1), "A", "New debt over 30 days and", Confidence.PARTLY),
        ("1", date(2017, 11, 27), "B", "New debt over 30 days and", Confidence.VERIFIED),
        ("1", date(2017, 11, 28), "B", "New debt over 14 days and", Confidence.VERIFIED),
        ("2", date(2014, 10, 1), "A", "New debt over 90 days.", Confidence.PARTLY),
        ("2", date(2017, 11, 27), "B", "New debt over 90 days.", Confidence.PARTLY),
        ("2", date(2017, 11, 28), "B", "New debt over 60 days.", Confidence.VERIFIED),
        ("3", date(2014, 10, 1), "A", "New debt over 30 days, defence.", Confidence.PARTLY),
        ("4", date(2014, 10, 1), "A", "Deepwater, Arctic", Confidence.PARTLY),
    ],
)
def test_a_directive_is_shown_with_the_tenor_and_the_authority_of_its_day(
    limb: str, day: date, klass: str, tenor: str, sure: Confidence
) -> None:
    item = listed("UKRAINE-EO13662", "SSI", f"13662 Sectoral Directive {limb}", start="2014-07-16")
    said = one(item, day=day).reasons[0]
    assert (said.limb, said.klass, said.confidence) == (f"Directive {limb}", klass, sure)
    assert said.why.startswith(tenor)
    assert said.authority == f"EO 13662, Directive {limb}"


def test_new_investment_and_tariffs_are_contested_from_the_new_statute_on() -> None:
    assert [measured("measure-new-investment", day=day).contested for day in (BEFORE, LATE)] == [False, True]
    duties = measured("measure-tariffs", day=LATE)
    assert (duties.klass, duties.contested) == ("unknown", True)


def test_a_measure_of_another_regime_has_no_class_and_remains() -> None:
    found = measured("measure-eu-x", regime="EU", until=when("2025-07-31"))
    assert (found.klass, found.reasons) == (None, ())
    assert [(item.regime, item.act, item.until) for item in found.remains] == [("EU", "An act", date(2025, 7, 31))]
    [lapsed] = measured("measure-eu-x", regime="EU", until=when("2025-03-30")).remains
    assert (lapsed.basis, lapsed.ran_to) == ("lapsed?", date(2025, 3, 30))
    assert measured("measure-eu-x", regime="EU").remains[0].basis == "unknown"


def test_a_measure_that_the_rulebook_does_not_know_keeps_the_class_it_was_recorded_with() -> None:
    found = measured("measure-ours", klass="D", lifting="Statute.", confidence=Confidence.PARTLY)
    [reason] = found.reasons
    assert (found.klass, found.confidence) == ("D", Confidence.PARTLY)
    assert "rulebook has no row" in reason.why
    assert (reason.citations, reason.conditions) == (("An act",), ("Statute.",))
    assert (measured("measure-ours").klass, measured("measure-ours").reasons[0].conditions) == ("unknown", ())


def test_a_measure_recorded_with_another_class_than_the_rulebooks_says_so() -> None:
    found = measured("measure-price-cap", klass="D")
    assert found.klass == "A"
    assert found.reasons[0].doubts == ("The measure’s record gives class D.",)


def test_a_measure_not_yet_or_no_longer_in_force_has_no_class() -> None:
    assert measured("measure-price-cap", start=when("2025-04-01")).klass is None
    assert measured("measure-price-cap", until=when("2025-03-30")).klass is None


classes = st.lists(st.sampled_from(["A", "B", "C", "D", "unknown"]), max_size=6)


@given(classes)
def test_the_strictest_is_one_of_the_given_and_their_order_does_not_matter(given_: list[str]) -> None:
    found = strictest(given_)
    assert found == strictest(reversed(given_)) == strictest(given_ * 2)
    assert (found is None) == (not given_)
    assert found in {*given_, None}


@given(classes, classes)
def test_one_reason_more_never_makes_it_easier(some: list[str], others: list[str]) -> None:
    order = [None, "A", "unknown", "C", "B", "D"]
    assert order.index(strictest(some + others)) >= order.index(strictest(some))


@given(classes)
def test_an_unknown_is_never_hidden_behind_an_a(given_: list[str]) -> None:
    assert strictest([*given_, "unknown"]) != "A"


def test_many_entities_are_answered_in_one_call_each_once() -> None:
    items = (
        listed("UKRAINE-EO13662", "SSI", "13662 Sectoral Directive 1"),
        listed("RUSSIA-EO14024", "SDN", "Block", "Executive Order 14024 Directive 3"),
        Designation(regime="EU", programme="269/2014", list_type="Annex I"),
        Designation(regime="UK", programme="Russia"),
    )
    entities = [Entity(id=f"x-{n}", schema="Company", caption="X", designations=items) for n in range(300)]
    book = rulebook.load()
    assert [one.id for one in relief(entities, book, DAY)] == [one.id for one in entities]


def test_every_tag_of_the_list_of_january_2023_resolves_to_a_class(real_lists: Path) -> None:
    records = recognise(real_lists / "ofac" / "sdn-2023-csv" / "sdn.csv").records()
    entities = [
        Entity(id=record.id, schema=record.schema, caption=record.caption, designations=record.designations)
        for record in records
        if isinstance(record, EntityRecord)
    ]
    found = relief(entities, rulebook.load(), DAY)
    assert len(found) > 10_000
    assert {answer.klass for answer in found} == {"A", "B", "C"}
    assert not [answer for answer in found if answer.unknown]
    assert all(reason.citations and reason.authority for answer in found for reason in answer.reasons)


def test_every_entry_of_the_other_lists_resolves_where_the_list_prints_its_directive(real_lists: Path) -> None:
    for file in sorted((real_lists / "ofac").glob("*.xml")):
        entities = [
            Entity(id=record.id, schema=record.schema, caption=record.caption, designations=record.designations)
            for record in recognise(file).records()
            if isinstance(record, EntityRecord)
        ]
        assert not [answer.caption for answer in relief(entities, rulebook.load(), DAY) if answer.unknown], file.name


CONS = "ofac-cons@2025-03-28#1"


def test_a_tag_whose_list_is_not_stated_may_block_beside_its_directive_and_says_so() -> None:
    bare = listed("RUSSIA-EO14024", "", "Executive Order 14024 Directive 3", origin=CONS)
    block, directive = sorted(one(bare).reasons, key=lambda each: each.limb)
    assert (block.klass, block.limb, directive.limb) == ("A", "", "Directive 3")
    assert block.doubts[0] == OPEN
    assert (block.listing, directive.listing) == (Confidence.TO_BE_VERIFIED, Confidence.VERIFIED)
    assert OPEN not in directive.doubts


def test_a_tag_that_another_list_places_is_not_open() -> None:
    found = only(listed("RUSSIA-EO14024", "", origin=CONS), listed("RUSSIA-EO14024"))
    assert (found.list_types, found.listing, found.doubts) == (("SDN",), Confidence.VERIFIED, ())


def test_what_is_carried_on_from_an_earlier_state_is_told_and_lowers_nothing() -> None:
    row = when("2014-07-16")
    note = f"list and day of the row {CARRIED} ofac-cons of 2025-01-10"
    found = only(listed("UKRAINE-EO13662", "SSI", "Directive 1", start="", published=row, note=note))
    assert found.doubts == (
        "The list prints 2014-07-16 as the day the row was published, which may not be that of the listing.",
        "The list and day of the row are from ofac-cons of 2025-01-10; the newer state prints none.",
    )
    assert (found.confidence, found.listing) == (Confidence.VERIFIED, Confidence.VERIFIED)
