"""What happened when: which facts become entries, what is merged, and what is left out."""

from dataclasses import replace
from datetime import date

import pytest

from briefer.analysis.moments import moment
from briefer.analysis.timeline import timeline
from briefer.model.brief import Dossier
from briefer.model.errors import BadCall
from briefer.model.facts import Confidence, Designation, Entity, Event, Measure, PartialDate
from briefer.model.law import Authority, ClassRule, Programme, Renewal, Rulebook, Step
from briefer.model.pack import Pack, Settings
from briefer.model.policy import Issue, Position
from briefer.model.timeline import ClassToday, Entry

DAY = date(2025, 3, 31)
SURE = {"citation": "Somewhere", "confidence": Confidence.VERIFIED}


def on(first: str, last: str = "", **more: object) -> PartialDate:
    start = date.fromisoformat(first)
    return PartialDate(text=first, earliest=start, latest=date.fromisoformat(last) if last else start, **more)  # type: ignore[arg-type]


def rule(klass: str, *tags: str, **more: object) -> ClassRule:
    return ClassRule(klass=klass, reason=f"Rule {klass}", actor="Treasury", tags=tags, **{**SURE, **more})  # type: ignore[arg-type]


BOOK = Rulebook(
    programmes=tuple(
        Programme(tag=tag, regime="US", title=tag, authority=f"{order} of a day", **SURE)  # type: ignore[arg-type]
        for tag, order in (("OLD-EO1", "EO 1"), ("NEW-EO2", "EO 2"))
    ),
    authorities=(
        Authority(id="EO 1", title="Officials", kind="order", dated=date(2014, 3, 20), emergency="emergency-1"),
        Authority(id="EO 2", title="Activities", kind="order", dated=date(2021, 4, 15)),
        Authority(id="EO 2 Directive 3", title="Debt", kind="directive"),
        Authority(id="Act 9", title="Oil act", kind="statute", dated=date(2022, 4, 8)),
        Authority(id="EO 7", title="Nothing of ours", kind="order", dated=date(2019, 1, 1)),
    ),
    classes=(
        rule("B", "OLD-EO1", authorities=("EO 1",)),
        rule("A", "NEW-EO2", authorities=("EO 2",)),
        rule("C", "NEW-EO2", limb="Directive 3", authorities=("EO 2 Directive 3",), contested=True),
        rule("D", measures=("measure-oil",), authorities=("Act 9",)),
    ),
    renewals=(
        Renewal(
            id="eu",
            regime="EU",
            title="European Union: listed persons",
            act="269/2014",
            tags=("269/2014",),
            dates=("03-15", "09-15"),
            steps=(
                Step(until=date(2025, 9, 15), decided=date(2025, 3, 14), citation="A paper"),
                Step(until=date(2026, 3, 15), decided=date(2025, 9, 12)),
                Step(until=date(2026, 9, 15)),
            ),
            **SURE,  # type: ignore[arg-type]
        ),
        Renewal(
            id="emergency-1",
            regime="US",
            title="United States: emergency of EO 1",
            act="National Emergencies Act",
            dates=("03-20",),
            steps=(Step(until=date(2026, 3, 20), decided=date(2025, 3, 14)),),
            **SURE,  # type: ignore[arg-type]
        ),
        Renewal(id="nz", regime="NZ", title="New Zealand", act="SL", tags=("NZ",), dates=("05-01",)),
    ),
)


def us(tag: str, start: str | PartialDate | None, list_type: str = "SDN", **more: object) -> Designation:
    when = on(start) if isinstance(start, str) else start
    facts = {"regime": "US", "programme": tag, "list_type": list_type, "start": when, "origin": "list"}
    return Designation(**{**facts, **more})  # type: ignore[arg-type]


def eu(start: str) -> Designation:
    return Designation(
        regime="EU",
        programme="269/2014",
        list_type="Annex I",
        start=on(start),
        until=on("2025-09-15"),
        sources=("s-eu",),
    )


def person(id: str, *items: Designation) -> Entity:
    return Entity(id=id, schema="Person", caption=id.title(), designations=items)


def event(id: str, day: str, title: str, kind: str = "listing", *entities: str) -> Event:
    return Event(id=id, date=on(day), title=title, kind=kind, entities=entities, sources=("s-event",))


ANNA = person("anna", us("OLD-EO1", "2014-03-20"), us("NEW-EO2", None), eu("2022-02-28"))
BORIS = person("boris", us("OLD-EO1", "2014-03-20"), eu("2022-02-28"))
BANK = person("bank", us("NEW-EO2", "2022-02-24", "NS-MBS", measures=("No new debt (Directive 3)",)))


def found(*wanted: str, home: str = "US", **dossier: object) -> tuple[Entry, ...]:
    facts = {"as_of": DAY, "law": BOOK, **dossier}
    pack = Pack(title="T", as_of=DAY, settings=Settings(timeline=wanted))
    return timeline(Dossier(**facts), pack, home).entries  # type: ignore[arg-type]


def test_without_a_wish_only_the_events_stand() -> None:
    assert [entry.form for entry in found(entities=(ANNA,), events=(event("e", "2022-01-01", "Talks", "odd"),))] == [
        "event"
    ]
    assert found(entities=(ANNA,), events=(event("e", "2022-01-01", "Talks", "odd"),))[0].kind == "event"


def test_a_kind_that_is_none_is_an_error_that_names_the_kinds() -> None:
    with pytest.raises(BadCall, match="“listings”; use order, statute, listing"):
        found("listings")


def test_listings_of_one_day_and_one_part_of_a_list_are_one_entry_with_its_class() -> None:
    first, ally = found("listing", "ally", entities=(ANNA, BORIS))
    assert (first.title, first.entities, first.kind) == ("SDN", ("anna", "boris"), "listing")
    assert first.classes == (ClassToday("B"),)
    assert (ally.title, ally.kind, ally.classes, ally.sources) == ("EU 269/2014, Annex I", "ally", (), ("s-eu",))


def test_a_directive_stands_in_the_title_and_a_contested_class_says_so() -> None:
    (entry,) = found("listing", entities=(BANK,))
    assert entry.title == "NS-MBS, Directive 3"
    assert entry.classes == (ClassToday("C", contested=True),)


@pytest.mark.parametrize(
    ("item", "label"),
    [
        (us("NEW-EO2", "2022-02-24", "Directive 3"), "NEW-EO2, Directive 3"),
        (us("NEW-EO2", "2022-02-24", ""), "NEW-EO2"),
        (
            Designation(regime="UK", programme="Russia", list_type="UK Sanctions List", start=on("2022-03-01")),
            "UK Sanctions List",
        ),
        (
            Designation(regime="AU", programme="Russia", list_type="Consolidated", start=on("2022-03-01")),
            "AU, Consolidated",
        ),
        (Designation(regime="CH", programme="SECO", start=on("2022-03-01")), "CH SECO"),
    ],
)
def test_the_part_of_the_list_is_named_as_lists_print_it(item: Designation, label: str) -> None:
    assert [entry.title for entry in found("listing", "ally", entities=(person("x", item),))] == [label]


def test_for_another_home_the_united_states_are_the_ally() -> None:
    kinds = {entry.title: entry.kind for entry in found("listing", "ally", entities=(ANNA,), home="EU")}
    assert kinds == {"SDN": "ally", "EU 269/2014, Annex I": "listing"}


def test_an_event_of_the_day_tells_of_the_listing_and_takes_its_class() -> None:
    told = event("e", "2014-03-20", "Anna listed", "listing", "anna")
    entries = found("listing", entities=(ANNA, BORIS), events=(told,))
    assert [(entry.form, entry.entities) for entry in entries] == [("event", ("anna",)), ("listing", ("boris",))]
    assert entries[0].classes == (ClassToday("B"),)
    assert entries[0].sources == ("s-event", "list")


def test_an_allys_listing_is_told_only_by_an_event_that_names_its_regime() -> None:
    def forms(title: str) -> list[str]:
        return [
            one.form
            for one in found("ally", entities=(BORIS,), events=(event("e", "2022-02-28", title, "ally", "boris"),))
        ]

    assert forms("EU lists Boris") == ["event"]
    assert forms("The European Union lists Boris") == ["event"]
    assert sorted(forms("Canada lists Boris")) == ["event", "listing"]


def test_a_listing_known_by_its_month_is_told_by_an_event_within_it_but_one_known_by_its_year_is_not() -> None:
    def forms(last: str, first: str) -> list[str]:
        entity = person("x", us("OLD-EO1", on(first, last)))
        return [
            one.form
            for one in found(
                "listing", entities=(entity,), events=(event("e", "2024-12-18", "Listed", "listing", "x"),)
            )
        ]

    assert forms("2024-12-31", "2024-12-01") == ["event"]
    assert sorted(forms("2024-12-31", "2024-01-01")) == ["event", "listing"]


def test_a_delisting_is_an_entry_of_its_own_and_has_no_class() -> None:
    gone = us("OLD-EO1", "2018-04-06", ended=True, until=on("2019-01-27"))
    listed, freed = found("listing", entities=(person("x", gone),))
    assert (listed.form, freed.form, freed.when.first) == ("listing", "delisting", date(2019, 1, 27))
    assert listed.classes == freed.classes == ()


def test_what_no_list_dates_is_counted_unless_another_list_dates_it() -> None:
    def undated(*items: Designation) -> int:
        facts = Dossier(
            as_of=DAY,
            law=BOOK,
            entities=(person("x", *items),),
            events=(Event(id="e", date=PartialDate(text="once"), title="?"),),
        )
        return timeline(facts, Pack(title="T", as_of=DAY, settings=Settings(timeline=("listing",)))).undated

    assert undated(us("OLD-EO1", None)) == 2
    assert undated(us("OLD-EO1", None), us("OLD-EO1", "2014-03-20")) == 1
    assert undated(us("OLD-EO1", None), us("NEW-EO2", "2014-03-20")) == 2


def test_nothing_after_the_day_of_the_paper_is_said_to_have_happened() -> None:
    later = Position(id="p", holder="H", issue="i", stance=1, said_on=on("2025-04-02"))
    late = person("x", us("OLD-EO1", "2025-04-01"))
    assert not found("order", "listing", "position", entities=(late,), positions=(later,))


def test_an_order_shows_the_classes_of_what_stands_under_it_and_of_its_directives() -> None:
    events = (event("e", "2021-04-15", "EO 2: second emergency", "order"),)
    (entry,) = found("listing", entities=(person("x", us("NEW-EO2", "2022-01-01")),), events=events)[:1]
    assert entry.classes == (ClassToday("A"),)
    (entry,) = found(entities=(BANK, person("x", us("NEW-EO2", "2022-01-01"))), events=events)
    assert entry.classes == (ClassToday("A"), ClassToday("C", contested=True))


def test_an_order_that_names_itself_by_its_day_alone_is_known_where_no_other_is_of_that_day() -> None:
    events = (event("e", "2021-04-15", "A second emergency", "order"), event("f", "2020-04-15", "Unknown", "order"))
    entries = found(entities=(person("x", us("NEW-EO2", "2022-01-01")),), events=events)
    assert [entry.classes for entry in entries] == [(), (ClassToday("A"),)]


def test_a_statute_shows_the_classes_of_what_it_keeps_in_force_beside_its_own() -> None:
    kept = (replace(BOOK.authorities[0], kept_by="Act 9"), *BOOK.authorities[1:])
    oil = Measure(id="measure-oil", title="Oil", regime="US", authority="Act 9", start=on("2022-04-08"))
    entries = found("statute", entities=(BORIS,), measures=(oil,), law=replace(BOOK, authorities=kept))
    assert [(entry.title, entry.classes) for entry in entries] == [
        ("Act 9: Oil act", (ClassToday("B"), ClassToday("D"))),
    ]


def test_acts_that_something_of_ours_stands_under_are_entries_unless_an_event_tells_of_them() -> None:
    oil = Measure(id="measure-oil", title="Oil", regime="US", authority="Act 9", start=on("2022-04-08"))
    entries = found(
        "order",
        "statute",
        entities=(ANNA,),
        measures=(oil,),
        events=(event("e", "2014-03-20", "EO 1 signed", "order"),),
    )
    assert [(entry.form, entry.title) for entry in entries] == [
        ("event", "EO 1 signed"),
        ("act", "EO 2: Activities"),
        ("act", "Act 9: Oil act"),
    ]
    assert entries[2].classes == (ClassToday("D"),)


def test_only_renewals_decided_by_the_day_stand_and_only_those_that_bear_on_the_picks() -> None:
    entries = found("renewal", entities=(ANNA,))
    assert [(entry.title, entry.until) for entry in entries] == [
        ("European Union: listed persons", date(2025, 9, 15)),
        ("United States: emergency of EO 1", date(2026, 3, 20)),
    ]
    assert entries[0].citations == ("A paper",)
    assert entries[1].citations == ("Somewhere",)
    assert not found("renewal", entities=(BANK,))


def test_a_renewal_is_merged_into_the_one_event_that_can_mean_it() -> None:
    def steps(*events: Event) -> list[str]:
        return [entry.regime for entry in found("renewal", entities=(ANNA,), events=events) if entry.form == "renewal"]

    assert steps(event("e", "2025-03-14", "EU listings renewed", "renewal")) == ["US"]
    assert steps(event("e", "2025-03-13", "EU listings renewed", "renewal")) == ["EU", "US"]
    two = (event("e", "2025-03-14", "EU listings renewed", "renewal"), event("f", "2025-03-14", "EU, again", "renewal"))
    assert steps(*two) == ["EU", "US"]


def test_the_next_day_on_which_something_ends_is_one_entry_a_regime() -> None:
    entries = found("expiry", entities=(ANNA, BORIS))
    assert [(entry.when.first.isoformat(), entry.title, entry.entities) for entry in entries] == [
        ("2025-09-15", "European Union: listed persons", ()),
        ("2026-03-20", "United States: emergency of EO 1", ()),
    ]
    assert entries[0].basis == "renewal"


def test_a_listing_that_ends_by_itself_names_whom_it_frees() -> None:
    item = Designation(regime="AU", programme="X", start=on("2022-04-06"), until=on("2025-04-06"), sources=("s-au",))
    (entry,) = found("expiry", entities=(person("x", item),))
    assert (entry.title, entry.entities, entry.citations, entry.basis) == ("", ("x",), ("s-au",), "list")


def abroad(regime: str, programme: str, until: PartialDate, source: str) -> Designation:
    return Designation(
        regime=regime, programme=programme, start=on("2022-04-06"), until=until, sources=(source,), origin=source
    )


def test_what_ran_out_before_the_day_is_an_entry_that_names_whom_it_held() -> None:
    passed = on("2025-02-02")
    anna, boris = (person(id, abroad("AU", "X", passed, f"s-{id}")) for id in ("anna", "boris"))
    oil = Measure(id="m-1", title="Oil", regime="UK", authority="An act", until=on("2025-01-01", "2025-01-31"))
    entries = [entry for entry in found("expiry", entities=(anna, boris), measures=(oil,)) if entry.form == "lapse"]
    assert [(entry.when.precision, entry.regime, entry.entities, entry.title) for entry in entries] == [
        ("month", "UK", ("m-1",), ""),
        ("day", "AU", ("anna", "boris"), ""),
    ]
    assert (entries[1].sources, entries[1].basis, entries[1].kind) == (("s-anna", "s-boris"), "lapsed?", "expiry")
    assert not [entry for entry in found(entities=(anna,)) if entry.form == "lapse"]


def test_an_act_that_ran_out_is_named_once_and_only_where_it_is_why_a_pick_did() -> None:
    held = person("x", replace(eu("2022-04-06"), until=None))
    late = found("expiry", entities=(held,), as_of=date(2026, 10, 1))
    assert [(entry.title, entry.when.first) for entry in late if entry.form == "lapse"] == [
        ("European Union: listed persons", date(2026, 9, 15))
    ]
    stated = person("x", replace(eu("2022-04-06"), until=on("2027-03-15"), origin="list"))
    assert not [e for e in found("expiry", entities=(stated,), as_of=date(2026, 10, 1)) if e.form == "lapse"]


def test_what_was_renewed_or_has_ended_ran_out_of_nothing() -> None:
    renewed = person("x", abroad("EU", "269/2014", on("2025-03-15"), "s"))
    ended = person("y", replace(abroad("AU", "X", on("2025-02-02"), "s"), ended=True))
    assert not [entry for entry in found("expiry", entities=(renewed, ended)) if entry.form == "lapse"]


def test_positions_of_one_day_issue_and_stance_are_one_entry() -> None:
    def said(id: str, holder: str, stance: int | None, **more: object) -> Position:
        facts = {
            "id": id,
            "holder": holder,
            "issue": "easing",
            "stance": stance,
            "said_on": on("2025-03-27"),
            "source": id,
        }
        return Position(**{**facts, **more})  # type: ignore[arg-type]

    entries = found(
        "position",
        issues=(Issue(id="easing", title="Easing"),),
        positions=(
            said("p1", "Anna", -2),
            said("p2", "Boris", -2, confidence=Confidence.PARTLY),
            said("p3", "Clara", 2),
            said("p4", "Dora", -2, said_on=None, reported_on=on("2025-03-27")),
            said("p5", "Emil", None, said_on=None),
            said("p6", "Fred", 0, issue="other"),
        ),
    )
    assert [(one.title, one.holders, one.stance, one.basis) for one in entries] == [
        ("Easing", ("Anna", "Boris"), -2, "said"),
        ("Easing", ("Clara",), 2, "said"),
        ("Easing", ("Dora",), -2, "reported"),
        ("other", ("Fred",), 0, "said"),
    ]
    assert entries[0].confidence is Confidence.PARTLY
    assert entries[0].sources == ("p1", "p2")


def test_entries_stand_in_order_of_time_and_the_same_facts_give_the_same_entries() -> None:
    events = (event("b", "2022-02-24", "War", "event"), event("a", "2014-03-20", "First", "order"))
    kinds = ("listing", "ally", "renewal", "expiry", "order")
    entries = found(*kinds, entities=(ANNA, BORIS, BANK), events=events)
    assert [entry.when.first for entry in entries] == sorted(entry.when.first for entry in entries)
    assert entries == found(*kinds, entities=(ANNA, BORIS, BANK), events=events[::-1])


@pytest.mark.parametrize(
    ("when", "precision"),
    [
        (on("2022-03-05"), "day"),
        (on("2022-02-01", "2022-02-28"), "month"),
        (on("2022-01-01", "2022-12-31"), "year"),
        (on("2022-01-05", "2022-02-03"), "range"),
        (replace(on("2022-01-01", "2022-12-31"), circa=True), "about"),
    ],
)
def test_a_date_says_how_exactly_it_is_known(when: PartialDate, precision: str) -> None:
    known = moment(when)
    assert known is not None
    assert known.precision == precision


def test_a_date_that_cannot_be_read_is_no_moment() -> None:
    assert moment(None) is None
    assert moment(PartialDate(text="some time")) is None


def test_an_end_known_by_its_month_stands_on_the_axis_as_a_month() -> None:
    june = on("2025-06-01", "2025-06-30")
    (entry,) = found("expiry", entities=(person("x", abroad("AU", "X", june, "s")),))
    assert (entry.when.precision, entry.when.first, entry.when.last) == ("month", date(2025, 6, 1), date(2025, 6, 30))
