"""What stays in other regimes, with the date of its next renewal: known, by the yearly date, or not known."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefer import rulebook
from briefer.analysis.index import index
from briefer.analysis.relief import relief
from briefer.analysis.remains import expiry, remains_by_start, remains_of_measure
from briefer.model.facts import Confidence, Designation, Entity, Measure, PartialDate
from briefer.model.law import Renewal
from briefer.model.relief import Remains

DAY = date(2025, 3, 31)


def when(text: str) -> PartialDate:
    day = date.fromisoformat(text)
    return PartialDate(text=text, earliest=day, latest=day)


def left(*items: Designation, day: date = DAY, overlay: Path | None = None) -> tuple[Remains, ...]:
    entity = Entity(id="x-1", schema="Company", caption="X", designations=items)
    return relief((entity,), rulebook.load(overlay), day)[0].remains


def renewal(id: str) -> Renewal:
    return next(row for row in rulebook.load().renewals if row.id == id)


@pytest.mark.parametrize(
    ("id", "day", "until", "basis"),
    [
        ("eu-listings", date(2025, 3, 13), date(2025, 3, 15), "rule"),
        ("eu-listings", date(2025, 3, 14), date(2025, 9, 15), "renewal"),
        ("eu-listings", date(2025, 9, 15), date(2025, 9, 15), "renewal"),
        ("eu-listings", date(2025, 9, 16), date(2026, 3, 15), "renewal"),
        ("eu-listings", date(2026, 9, 16), date(2026, 9, 15), "lapsed?"),
        ("eu-sectoral", date(2025, 1, 26), date(2025, 1, 31), "rule"),
        ("eu-sectoral", date(2025, 3, 31), date(2025, 7, 31), "renewal"),
        ("eu-sectoral", date(2025, 6, 30), date(2026, 1, 31), "renewal"),
        ("eu-sectoral", date(2026, 8, 1), date(2026, 7, 31), "lapsed?"),
        ("eu-crimea", date(2025, 3, 31), date(2025, 6, 23), "renewal"),
        ("eu-crimea", date(2025, 6, 16), date(2026, 6, 23), "renewal"),
        ("emergency-13660", date(2025, 2, 26), date(2025, 3, 6), "rule"),
        ("emergency-13660", date(2025, 2, 27), date(2026, 3, 6), "renewal"),
        ("emergency-14024", date(2025, 4, 9), date(2025, 4, 15), "rule"),
        ("emergency-14024", date(2025, 4, 10), date(2026, 4, 15), "renewal"),
        ("emergency-14024", date(2026, 4, 15), date(2026, 4, 15), "renewal"),
        ("emergency-14024", date(2026, 4, 16), date(2027, 4, 15), "renewal"),
        ("emergency-13848", date(2025, 9, 13), date(2026, 9, 12), "rule"),
        ("uk-russia", date(2025, 3, 31), None, "none"),
        ("ca-russia", date(2025, 3, 31), None, "none"),
        ("ch-ukraine", date(2025, 3, 31), None, "unknown"),
        ("nz-russia", date(2025, 3, 17), date(2028, 3, 17), "renewal"),
    ],
)
def test_the_next_expiry_is_the_last_one_decided_by_the_day(id: str, day: date, until: date | None, basis: str) -> None:
    assert expiry(renewal(id), day) == (until, basis)


@pytest.mark.parametrize(
    ("start", "until", "basis"),
    [
        (date(2022, 4, 6), date(2025, 4, 6), "term"),
        (date(2022, 3, 31), date(2025, 3, 31), "term"),
        (date(2022, 3, 30), None, "unknown"),
        (date(2024, 2, 29), date(2027, 2, 28), "term"),
        (None, None, "unknown"),
    ],
)
def test_a_term_counts_from_the_start_and_one_that_passed_was_continued_to_a_day_not_known(
    start: date | None, until: date | None, basis: str
) -> None:
    assert expiry(renewal("au-russia"), DAY, start) == (until, basis)


def test_the_lists_own_end_goes_before_the_rulebooks() -> None:
    item = Designation(regime="EU", programme="269/2014", list_type="Annex I", until=when("2025-09-01"))
    [said] = left(item)
    assert (said.until, said.basis) == (date(2025, 9, 1), "list")


def test_a_renewal_fills_in_the_end_that_a_list_does_not_print() -> None:
    [said] = left(Designation(regime="EU", programme="269/2014", list_type="Annex I", start=when("2022-03-09")))
    assert (said.until, said.basis, said.since) == (date(2025, 9, 15), "renewal", when("2022-03-09"))
    assert "269/2014" in said.act
    assert said.citations
    [former] = left(Designation(regime="EU", programme="269/2014"), day=date(2025, 3, 13))
    assert (former.until, former.basis) == (date(2025, 3, 15), "rule")
    assert "may have been decided" in former.note


def test_what_ran_out_with_the_last_renewal_known_stays_in_doubt() -> None:
    [said] = left(Designation(regime="EU", programme="269/2014"), day=date(2026, 10, 31))
    assert (said.until, said.basis, said.ran_to) == (None, "lapsed?", date(2026, 9, 15))
    assert "may have been decided" in said.note


@pytest.mark.parametrize(
    ("stated", "day", "until", "basis", "ran_to"),
    [
        ("2025-09-15", date(2025, 9, 15), date(2025, 9, 15), "list", None),
        ("2025-09-15", date(2025, 9, 16), date(2026, 3, 15), "renewal", None),
        ("2025-09-15", date(2026, 9, 16), None, "lapsed?", date(2026, 9, 15)),
        ("2025-06-01", date(2025, 9, 16), None, "lapsed?", date(2025, 6, 1)),
        ("2025-03-15", date(2025, 3, 13), date(2025, 3, 15), "list", None),
        ("2025-03-15", date(2025, 3, 14), date(2025, 9, 15), "renewal", None),
        ("2025-03-20", date(2025, 3, 14), date(2025, 3, 20), "list", None),
    ],
)
def test_a_stated_end_is_renewed_with_its_act_alone_from_the_day_on_which_that_is_decided(
    stated: str, day: date, until: date | None, basis: str, ran_to: date | None
) -> None:
    [said] = left(Designation(regime="EU", programme="269/2014", until=when(stated)), day=day)
    assert (said.until, said.basis, said.ran_to) == (until, basis, ran_to)


def test_a_stated_end_that_passed_stays_in_doubt_without_a_renewal_and_goes_where_a_list_states_a_later_one() -> None:
    short = Designation(regime="UA", programme="X-1", until=when("2025-03-14"))
    [said] = left(short)
    assert (said.basis, said.ran_to) == ("lapsed?", date(2025, 3, 14))
    [later] = left(short, Designation(regime="UA", programme="X-1", until=when("2025-06-14")))
    assert (later.basis, later.until) == ("list", date(2025, 6, 14))


def test_annexes_of_one_act_stand_together_and_acts_in_the_order_of_their_regimes() -> None:
    found = left(
        Designation(regime="UK", programme="Russia", list_type="UK Sanctions List", confidence=Confidence.PARTLY),
        Designation(regime="EU", programme="833/2014", list_type="Annex III", origin="a"),
        Designation(regime="EU", programme="269/2014", list_type="Annex I"),
        Designation(
            regime="EU",
            programme="833/2014",
            list_type="Annex XIV",
            start=when("2022-06-14"),
            origin="b",
            confidence=Confidence.TO_BE_VERIFIED,
        ),
    )
    assert [(said.regime, said.list_types) for said in found] == [
        ("EU", ("Annex III", "Annex XIV")),
        ("EU", ("Annex I",)),
        ("UK", ("UK Sanctions List",)),
    ]
    assert (found[0].since, found[0].sources) == (when("2022-06-14"), ("a", "b"))
    assert [said.confidence for said in found] == [
        Confidence.TO_BE_VERIFIED,
        Confidence.VERIFIED,
        Confidence.PARTLY,
    ]
    assert found[2].act.endswith("SI 2019/855")


def test_parts_of_one_act_stand_apart_where_they_began_on_different_days() -> None:
    day = when("2022-06-14")
    sectoral = [
        Designation(regime="EU", programme="833/2014", list_type=part, start=start, origin=origin)
        for part, start, origin in (
            ("Annex III", None, "a"),
            ("Annex XIV", day, "b"),
            ("Annex XIX", replace(day, text="14 June 2022"), "c"),
            ("Annex XIV", None, "d"),
            ("", None, "e"),
        )
    ]
    freeze = Designation(regime="EU", programme="269/2014", list_type="Annex I")
    known = index(rulebook.load(), DAY)
    found = remains_by_start((freeze, *sectoral), known.programmes, known.renewals, DAY)
    assert [(said.list_types, said.since, said.sources) for said in found] == [
        (("Annex III",), None, ("a", "e")),
        (("Annex XIV", "Annex XIX"), day, ("b", "d", "c")),
        (("Annex I",), None, ()),
    ]
    assert remains_by_start(sectoral[-1:], known.programmes, known.renewals, DAY)[0].list_types == ()


def test_what_the_rulebook_does_not_know_is_named_as_the_list_names_it() -> None:
    known = Designation(regime="UA", programme="X-1", authority="Decree 1")
    bare = Designation(regime="UA", programme="X-2")
    nothing = Designation(regime="", programme="")
    assert [(said.act, said.basis) for said in left(known, bare, nothing)] == [
        ("Decree 1", "unknown"),
        ("X-2", "unknown"),
        ("act not stated", "unknown"),
    ]


def test_a_tag_of_another_regime_is_not_taken_for_the_american_one() -> None:
    [said] = left(Designation(regime="UN", programme="DPRK"))
    assert "1718" in said.act


def test_ended_and_future_listings_do_not_remain() -> None:
    assert (
        left(
            Designation(regime="EU", programme="269/2014", ended=True),
            Designation(regime="EU", programme="269/2014", start=when("2025-05-20")),
            Designation(regime="US", programme="RUSSIA-EO14024"),
        )
        == ()
    )


def test_what_is_marked_as_ended_remains_on_the_days_before_its_end_which_was_not_known_then() -> None:
    over = Designation(regime="EU", programme="269/2014", ended=True, until=when("2025-03-14"))
    [said] = left(over, day=date(2025, 3, 10))
    assert (said.until, said.basis) == (date(2025, 3, 15), "rule")
    assert len(left(over, day=date(2025, 3, 14))) == 1
    assert left(over, day=date(2025, 3, 15)) == ()
    off_its_list = replace(over, note="no longer on EU list of 2025-03-01")
    assert left(off_its_list, day=date(2025, 3, 10)) == ()
    [foreign] = left(replace(over, programme="T"), day=date(2025, 3, 10))
    assert (foreign.until, foreign.basis) == (None, "unknown")


@pytest.mark.parametrize(
    ("origin", "day", "until", "basis"),
    [
        ("", "2017-08-02", date(2018, 1, 31), "rule"),
        ("eu@2025-03-01#1", "2017-08-02", date(2018, 1, 31), "rule"),
        ("eu@2025-06-29#1", "2025-06-29", date(2025, 7, 31), "list"),
        ("eu@2025-06-30#1", "2025-07-01", date(2026, 1, 31), "renewal"),
        ("", "2025-03-31", date(2025, 7, 31), "list"),
    ],
)
def test_an_expiry_is_the_one_known_on_the_day(origin: str, day: str, until: date, basis: str) -> None:
    item = Designation(
        regime="EU", programme="833/2014", start=when("2014-08-01"), until=when("2025-07-31"), origin=origin
    )
    [said] = left(item, day=date.fromisoformat(day))
    assert (said.until, said.basis) == (until, basis)


def test_an_offices_row_on_another_regime_shows(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text(
        '[[programme]]\ntag = "269/2014"\nregime = "EU"\ntitle = "Ours"\nauthority = "Our act"\n', encoding="utf-8"
    )
    [said] = left(Designation(regime="EU", programme="269/2014"), overlay=path)
    assert (said.act, said.overlay) == ("Our act", True)


MARCH = PartialDate(text="March 2022", earliest=date(2022, 3, 1), latest=date(2022, 3, 31))


def test_a_term_after_a_start_known_by_its_month_ends_in_a_month_and_on_no_day() -> None:
    [said] = left(Designation(regime="AU", programme="AU-RUSSIA", start=MARCH), day=date(2025, 3, 10))
    assert said.about == PartialDate(text="2025-03", earliest=date(2025, 3, 1), latest=date(2025, 3, 31))
    assert (said.until, said.basis, said.since) == (date(2025, 3, 31), "term", MARCH)
    [exact] = left(Designation(regime="AU", programme="AU-RUSSIA", start=when("2022-03-31")))
    assert (exact.until, exact.about) == (said.until, None)


def test_an_end_that_a_list_states_by_its_month_stays_one_whether_it_has_passed_or_not() -> None:
    item = Designation(regime="CA", programme="X", until=replace(MARCH, text="June 2025", latest=date(2025, 6, 30)))
    [coming] = left(item)
    assert (coming.until, coming.basis, coming.about) == (date(2025, 6, 30), "list", item.until)
    [passed] = left(item, day=date(2025, 7, 1))
    assert (passed.ran_to, passed.basis, passed.about) == (date(2025, 6, 30), "lapsed?", item.until)


def test_ends_on_one_last_day_of_which_one_is_a_month_stay_apart() -> None:
    starts = (MARCH, when("2022-03-31"))
    found = left(*(Designation(regime="AU", programme="AU-RUSSIA", start=start) for start in starts))
    assert sorted(one.about is None for one in found) == [False, True]


def test_a_start_that_cannot_be_read_gives_no_end() -> None:
    [said] = left(Designation(regime="AU", programme="AU-RUSSIA", start=PartialDate(text="spring")))
    assert (said.until, said.about, said.basis) == (None, None, "unknown")


def test_a_term_after_a_range_is_a_range() -> None:
    spring = PartialDate(text="spring 2022", earliest=date(2022, 3, 10), latest=date(2022, 5, 20))
    [said] = left(Designation(regime="AU", programme="AU-RUSSIA", start=spring))
    assert (said.about.text if said.about else "") == "2025-03-10/2025-05-20"


def test_what_an_act_ends_on_without_naming_a_day_has_no_end_date_and_says_on_what() -> None:
    measure = Measure(id="m", title="T", regime="EU", authority="Regulation (EU) 2025/2600")
    book = rulebook.load()
    renewals = [row for row in book.renewals if row.id == "eu-reserves"]
    (left,) = remains_of_measure(measure, renewals, date(2026, 2, 1))
    assert (left.until, left.basis) == (None, "none")
    assert "war is over" in left.note


def test_a_measure_without_a_stated_end_says_what_lifts_it_and_not_what_its_act_says_of_listings() -> None:
    measure = Measure(
        id="m", title="T", regime="UK", authority="SI 2019/855, reg. 18A", lifting="The minister amends it."
    )
    (left,) = remains_of_measure(measure, rulebook.load().renewals, date(2025, 3, 31))
    assert (left.basis, left.note) == ("none", "The minister amends it.")
    (bare,) = remains_of_measure(replace(measure, lifting=""), rulebook.load().renewals, date(2025, 3, 31))
    assert "designation" in bare.note


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2025, 12, 11), [("833", date(2026, 1, 31), "renewal", None)]),
        (date(2025, 12, 12), [("833", date(2026, 1, 31), "renewal", None), ("2025/2600", None, "none", None)]),
        (date(2026, 10, 1), [("833", None, "lapsed?", date(2026, 7, 31)), ("2025/2600", None, "none", None)]),
    ],
)
def test_a_measure_that_a_later_act_holds_as_well_stays_by_both_from_the_day_of_that_act(
    day: date, ends: list[tuple[str, date | None, str, date | None]]
) -> None:
    stated = when("2025-07-31")
    act = "Regulation (EU) No 833/2014, Art. 5a(4)"
    measure = Measure(id="measure-eu-reserves", title="T", regime="EU", authority=act, until=stated)
    found = remains_of_measure(replace(measure, confidence=Confidence.VERIFIED), rulebook.load().renewals, day)
    assert [(one.until, one.basis, one.ran_to) for one in found] == [end[1:] for end in ends]
    assert all(name in one.act for one, (name, *_) in zip(found, ends, strict=True))
    if len(found) == 2:
        assert (found[1].since, found[1].confidence) == (when("2025-12-12"), Confidence.PARTLY)
        assert "war is over" in found[1].note
    undated = Renewal(id="r", regime="EU", title="R", act="Act", measures=(measure.id,), valid_from=None)
    assert remains_of_measure(measure, (undated,), day)[1].since is None
    [other] = remains_of_measure(replace(measure, id="measure-else"), rulebook.load().renewals, day)
    assert "833" in other.act
