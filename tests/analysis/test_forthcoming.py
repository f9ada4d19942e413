"""What comes up in the twelve months after a day."""

from datetime import date

from briefer.analysis.forthcoming import forthcoming, later, ran_out
from briefer.model.facts import Designation, Entity, Event, Measure, PartialDate
from briefer.model.law import Renewal
from briefer.rulebook import load
from tests.analysis.holdings import on

DAY = date(2025, 3, 31)


def test_the_renewals_of_a_year_come_in_order_with_where_each_day_comes_from() -> None:
    found = forthcoming(DAY, load().renewals)
    days = [(str(due.on), due.basis) for due in found if due.title == "European Union: listed persons"]
    assert days == [("2025-09-15", "renewal"), ("2026-03-15", "again")]
    sectoral = [str(due.on) for due in found if due.title == "European Union: sectoral measures"]
    assert sectoral == ["2025-07-31", "2026-01-31"]
    crimea = [str(due.on) for due in found if "Crimea" in due.title]
    assert crimea == ["2025-06-23"]
    assert list(found) == sorted(found, key=lambda due: due.on)
    beyond = [due.title for due in found if not DAY < due.on <= date(2026, 3, 31)]
    assert beyond == ["United States: emergency of EO 13694 (cyber)"]


def test_what_ends_on_the_day_itself_is_told_first() -> None:
    for day, title in (
        (date(2025, 9, 15), "European Union: listed persons"),
        (date(2026, 7, 31), "European Union: sectoral measures"),
    ):
        found = [due for due in forthcoming(day, load().renewals) if due.title == title]
        assert (found[0].on, found[0].basis, [due.basis for due in found[1:]]) == (day, "renewal", ["again", "again"])
    ban = Measure(id="measure-a", title="A ban", regime="US", authority="An order", until=on("2025-03-31"))
    assert [due.on for due in forthcoming(DAY, measures=[ban])] == [DAY]


def test_a_term_that_was_renewed_early_comes_though_its_end_is_more_than_a_year_away() -> None:
    titles = {2: "emergency of EO 13660 (Ukraine)", 3: "emergency of EO 13694 (cyber)", 4: "emergency of EO 14024"}
    for month, day, end in ((2, 27, date(2026, 3, 6)), (3, 28, date(2026, 4, 1)), (4, 12, date(2026, 4, 15))):
        found = [due for due in forthcoming(date(2025, month, day), load().renewals) if titles[month] in due.title]
        assert [(due.on, due.basis) for due in found] == [(end, "renewal")]


def test_an_emergency_comes_with_the_day_from_which_its_notice_counts() -> None:
    found = {due.title: due for due in forthcoming(DAY, load().renewals)}
    ukraine = found["United States: emergency of EO 13660 (Ukraine)"]
    assert (ukraine.kind, ukraine.on, ukraine.notice_from) == ("anniversary", date(2026, 3, 6), date(2025, 12, 6))
    assert ukraine.citations[-1] == "Kyiv Independent, 27 February 2025"
    assert found["European Union: sectoral measures"].notice_from is None


def test_what_ran_out_with_the_last_renewal_known_comes_up_no_more_and_is_told_apart() -> None:
    day, rows = date(2026, 11, 23), load().renewals
    coming = {due.title for due in forthcoming(day, rows)}
    told = {due.title: (due.on, due.basis, due.lapse) for due in ran_out(day, rows)}
    assert told["European Union: sectoral measures"] == (
        date(2026, 7, 31),
        "lapsed?",
        "Stated end 31 July 2026; no renewal on record.",
    )
    assert told["United States: emergency of EO 13694 (cyber)"][0] == date(2026, 4, 1)
    assert not coming & told.keys()
    assert "United States: emergency of EO 14024 (Russia)" in coming
    assert ran_out(DAY, rows) == ()


def test_what_has_no_end_does_not_come_up() -> None:
    titles = {due.title for due in forthcoming(DAY, load().renewals)}
    assert not titles & {"United Kingdom: no end stated", "New Zealand: the regulations as a whole"}


def test_events_and_measures_come_with_the_day_that_is_stated() -> None:
    events = [
        Event(id="gl-8l", date=on("2025-06-01"), title="General licence ends", kind="expiry"),
        Event(id="past", date=on("2025-03-31"), title="Today"),
        Event(id="vague", date=PartialDate(text="soon"), title="Some day"),
    ]
    measures = [
        Measure(id="measure-a", title="A ban", regime="US", authority="An order", until=on("2025-05-05")),
        Measure(id="measure-b", title="Without end", regime="US", authority="An order"),
    ]
    found = forthcoming(DAY, events=events, measures=measures)
    assert [(due.title, due.kind, due.subject) for due in found] == [
        ("A ban", "expiry", "measure-a"),
        ("General licence ends", "expiry", ""),
    ]


def test_a_listing_ends_by_its_own_date_or_by_the_term_of_its_regime() -> None:
    row = Renewal(id="au", regime="AU", title="Australia", act="Reg. 9", tags=("AU-RUSSIA",), years=3, lapse="Lapses.")
    entity = Entity(
        id="x",
        schema="Person",
        caption="Somebody",
        designations=(
            Designation(regime="EU", programme="269/2014", until=on("2025-09-15"), origin="eu@2025"),
            Designation(regime="AU", programme="AU-RUSSIA", start=on("2022-05-01")),
            Designation(regime="AU", programme="AU-RUSSIA"),
            Designation(regime="UK", programme="Russia", start=on("2022-05-01")),
            Designation(regime="US", programme="RUSSIA-EO14024", until=on("2025-10-01"), ended=True),
        ),
    )
    found = forthcoming(DAY, [row], entities=[entity])
    assert [(str(due.on), due.regime, due.basis, due.lapse) for due in found] == [
        ("2025-05-01", "AU", "rule", "Lapses."),
        ("2025-09-15", "EU", "list", ""),
    ]
    assert (found[1].title, found[1].citations) == ("Somebody: 269/2014", ("eu@2025",))


def test_a_listing_whose_end_the_list_states_has_the_act_of_its_term() -> None:
    row = Renewal(id="au", title="Three years", act="Regulation 9", actor="Minister", regime="AU", tags=("R",), years=3)
    stated = Designation(regime="AU", programme="R", authority="DFAT", until=on("2025-04-14"))
    strange = Designation(regime="AU", programme="S", authority="DFAT", until=on("2025-04-15"))
    found = forthcoming(
        DAY, [row], entities=[Entity(id="e", schema="Person", caption="E", designations=(stated, strange))]
    )
    assert [(due.act, due.actor, due.basis) for due in found] == [
        ("Regulation 9", "Minister", "list"),
        ("DFAT", "", "list"),
    ]


def test_a_month_later_than_the_last_of_january_is_the_last_of_february() -> None:
    assert later(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert later(date(2024, 12, 31), 12) == date(2025, 12, 31)


def test_an_end_known_by_its_month_says_the_month() -> None:
    row = Renewal(id="au", regime="AU", title="Australia", act="Reg. 9", tags=("AU-RUSSIA",), years=3)
    may = PartialDate(text="2022-05", earliest=date(2022, 5, 1), latest=date(2022, 5, 31))
    june = PartialDate(text="June 2025", earliest=date(2025, 6, 1), latest=date(2025, 6, 30))
    listed = Designation(regime="AU", programme="AU-RUSSIA", start=may)
    measure = Measure(id="measure-m", title="M", regime="EU", authority="A", until=june)
    meeting = Event(id="e", date=june, title="A meeting")
    entity = Entity(id="x", schema="Person", caption="X", designations=(listed,))
    found = forthcoming(date(2025, 3, 31), (row,), events=(meeting,), measures=(measure,), entities=(entity,))
    assert {due.title: due.about.text if due.about else "" for due in found} == {
        "X: AU-RUSSIA": "2025-05",
        "M": "June 2025",
        "A meeting": "June 2025",
    }


def test_a_stated_end_comes_up_on_the_day_to_which_its_act_is_renewed() -> None:
    ban = Measure(
        id="measure-a", title="A ban", regime="EU", authority="Regulation (EU) No 833/2014", until=on("2025-07-31")
    )
    listed = Designation(regime="EU", programme="833/2014", until=on("2025-07-31"))
    entity = Entity(id="x", schema="Company", caption="X", designations=(listed,))
    for day, end in ((date(2025, 6, 29), ("2025-07-31", "list")), (date(2025, 6, 30), ("2026-01-31", "renewal"))):
        found = forthcoming(day, measures=[ban], entities=[entity], acts=load().renewals)
        assert [(due.subject, str(due.on), due.basis) for due in found] == [("measure-a", *end), ("x", *end)]
    [first, second] = forthcoming(date(2025, 7, 1), measures=[ban], entities=[entity])
    assert {first.on, second.on} == {date(2025, 7, 31)}
