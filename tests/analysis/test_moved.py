"""What changed after a day is told from the dates of the facts, and never more exactly than they are known."""

from dataclasses import replace
from datetime import date

from briefer.analysis.moved import changed
from briefer.model.brief import Dossier
from briefer.model.facts import Designation, Entity, Event, Measure, PartialDate
from briefer.model.law import Authority, ClassRule, Programme, Renewal, Rulebook, Step
from briefer.model.moved import Moved
from briefer.model.policy import Position
from briefer.sources.dates import parse

SINCE, DAY = date(2025, 2, 28), date(2025, 3, 31)


def listed(**facts: object) -> Designation:
    dates = {name: parse(str(facts.pop(name))) for name in ("start", "until", "amended", "published") if name in facts}
    stated = {"regime": "US", "programme": "TAG", "list_type": "SDN", "origin": "list@1", **dates, **facts}
    return Designation(**stated)  # type: ignore[arg-type]


def found(*items: Designation, **facts: object) -> list[Moved]:
    person = Entity(id="p", schema="Person", caption="Somebody", designations=items)
    dossier = Dossier(as_of=DAY, entities=(person,), **facts)  # type: ignore[arg-type]
    return list(changed(dossier, SINCE).rows)


def told(rows: list[Moved]) -> list[tuple[str, str]]:
    return [(row.kind, row.what) for row in rows]


def test_what_began_ended_or_was_amended_within_the_days_is_told() -> None:
    rows = found(
        listed(start="2025-03-01"),
        listed(start="2014-03-01", until="2025-03-31", ended=True),
        listed(start="2014-03-02", until="2025-03-15", regime="EU"),
        listed(start="2014-03-02", amended="2025-03-20", regime="UK"),
        listed(published="2025-03-21"),
    )
    assert [row.what for row in rows] == ["listed", "ran out", "amended", "published", "delisted"]
    assert rows[0].sources == ("list@1",)


def test_what_lies_outside_the_days_is_not_told() -> None:
    assert not found(
        listed(start="2025-02-28"),
        listed(start="2025-04-01"),
        listed(start="2014-03-01", until="2025-02-28", ended=True),
        listed(start="2014-03-02", until="2025-03-31"),
        listed(start="2014-03-02", until="2025-02-27"),
        listed(start="2014-03-02", amended="2025-02-28"),
        listed(),
    )


def test_what_is_still_in_force_on_the_day_and_ran_out_the_next_has_run_out() -> None:
    assert [row.what for row in found(listed(start="2014", until="2025-02-28"))] == ["ran out"]


def test_an_amendment_of_what_began_or_has_ended_is_not_told_beside_it() -> None:
    rows = found(
        listed(start="2025-03-01", amended="2025-03-20"),
        listed(start="2014-03-01", amended="2025-03-20", until="2025-03-21", ended=True),
    )
    assert [row.what for row in rows] == ["listed", "delisted"]


def test_tags_of_one_breath_are_one_row() -> None:
    rows = found(*(listed(start="2025-03-05", programme=tag) for tag in ("ONE", "TWO")))
    assert [row.tags for row in rows] == [("ONE", "TWO")]


def test_a_day_known_by_its_month_or_year_may_lie_before() -> None:
    sure, year = found(listed(start="March 2025"), listed(start="2025", regime="EU"))[::-1]
    assert (sure.what, sure.perhaps) == ("listed", False)
    assert (year.what, year.perhaps) == ("listed", True)


def test_measures_come_into_force_and_expire() -> None:
    measure = Measure(id="measure-a", title="A ban", regime="EU", authority="An act")
    begun, over = (
        replace(measure, start=parse("2025-03-05")),
        replace(measure, start=parse("2014-03-01"), until=parse("2025-03-10")),
    )
    rows = found(measures=(begun, over, measure))
    assert told(rows) == [("measure", "in force"), ("measure", "expired")]


def event(kind: str, day: str, **facts: object) -> Event:
    return Event(id=f"e-{kind}", date=parse(day), title=f"A {kind}", kind=kind, **facts)  # type: ignore[arg-type]


def test_acts_are_told_and_meetings_are_not() -> None:
    events = (event("order", "2025-03-03"), event("event", "2025-03-03"), event("statute", "2025-02-03"))
    assert [row.title for row in found(events=events)] == ["A order"]


def test_an_act_that_tells_of_a_listing_is_merged_into_it() -> None:
    events = (event("listing", "2025-03-05", entities=("p",), sources=("s",)),)
    (row,) = found(listed(start="2025-03-05"), events=events)
    assert (row.kind, row.note, row.sources) == ("listing", "A listing.", ("list@1", "s"))


def law(*steps: Step, **facts: object) -> Rulebook:
    renewal = Renewal(id="r", regime="EU", title="Listed persons", act="An act", tags=("TAG",), steps=steps, **facts)  # type: ignore[arg-type]
    return Rulebook(renewals=(renewal,))


OLD = Step(until=date(2025, 3, 15), decided=date(2024, 9, 12))
NEW = Step(until=date(2025, 9, 15), decided=date(2025, 3, 14), citation="A paper")
EU = {"start": "2022-03-01", "regime": "EU"}


def test_a_renewal_moves_the_next_expiry() -> None:
    (row,) = found(listed(**EU), law=law(OLD, NEW))
    assert (row.what, row.due) == ("renewed", (date(2025, 3, 15), date(2025, 9, 15)))
    assert row.when is not None
    assert (row.when.first, row.citations) == (date(2025, 3, 14), ("A paper",))


def test_an_event_that_tells_of_the_one_renewal_of_its_day_is_merged_into_it() -> None:
    (row,) = found(listed(**EU), law=law(OLD, NEW), events=(event("renewal", "2025-03-14", sources=("s",)),))
    assert (row.kind, row.note, row.sources) == ("renewal", "A renewal.", ("s",))


def test_a_renewal_of_which_no_day_is_known_says_so() -> None:
    (row,) = found(listed(**EU), law=law(OLD, replace(NEW, decided=None)))
    assert row.what == "renewed"
    assert "not recorded" in row.note
    assert row.when is not None
    assert row.when.first == date(2025, 3, 15)


def test_a_term_that_passed_without_a_recorded_renewal_is_not_said_to_be_renewed() -> None:
    (row,) = found(listed(**EU), law=law(OLD, dates=("03-15", "09-15")))
    assert (row.what, row.due) == ("passed", (date(2025, 3, 15), None))
    assert "may have been decided" in row.note


def test_an_expiry_that_did_not_move_is_not_told() -> None:
    assert not found(listed(**EU), law=law(replace(OLD, until=date(2025, 9, 15))))
    assert not found(listed(**EU), law=law(years=3))


def test_an_emergency_that_the_picks_rest_on_is_told() -> None:
    steps = (Step(until=date(2026, 3, 6), decided=date(2025, 3, 3)),)
    book = Rulebook(
        programmes=(Programme(tag="TAG", regime="US", title="T", authority="EO 1"),),
        authorities=(Authority(id="EO 1", title="One", kind="order", emergency="em"),),
        classes=(ClassRule(klass="A", reason="R", actor="T", tags=("TAG",), authorities=("EO 1",)),),
        renewals=(Renewal(id="em", regime="US", title="Emergency", act="Act", dates=("03-06",), steps=steps),),
    )
    (row,) = found(listed(start="2014-03-06"), law=book)
    assert row.due == (date(2025, 3, 6), date(2026, 3, 6))


def position(id: str, said: str, stance: int | None, **facts: object) -> Position:
    when: PartialDate = parse(said)
    return Position(id=id, holder="H", issue="i", stance=stance, said_on=when, **facts)  # type: ignore[arg-type]


def test_a_position_is_told_with_the_one_that_stood_before_it() -> None:
    rows = found(
        positions=(
            position("a", "2025-01-01", -2),
            position("b", "2025-03-03", 1, source="s"),
            position("c", "2025-03-05", 2, supersedes="b"),
            replace(position("d", "2025-03-05", 0), holder="Other"),
            position("e", "2025-04-05", 2),
        )
    )
    assert [(row.id, row.what) for row in rows] == [("b", "superseded"), ("c", "recorded"), ("d", "recorded")]
    assert [row.former.id if row.former else "" for row in rows] == ["a", "b", ""]
    assert rows[0].sources == ("s",)


def test_a_step_by_report_alone_is_told_and_not_counted_as_a_move() -> None:
    rows = found(
        positions=(
            position("a", "2025-01-01", 0),
            position("b", "2025-03-03", -1, basis="reported"),
            position("c", "2025-03-04", -1, basis="reported"),
            position("d", "2025-03-05", -1),
        )
    )
    assert [row.note for row in rows] == ["By report only: not counted as a move.", "", ""]
