"""What a pack states holds on its day, has not run out, and has not changed since."""

from dataclasses import replace
from datetime import date

from briefer.model.answers import FieldChange
from briefer.model.brief import Beyond
from briefer.model.facts import Confidence, Designation, Measure, Snapshot
from briefer.model.law import Renewal, Rulebook, Step
from briefer.model.policy import Source
from tests.analysis.checks.packs import ENTITY, RULE, SOUND, codes, day, found, positions

LIST = Snapshot(
    id="l1",
    list="l",
    title="L",
    publisher="",
    regime="US",
    format="",
    published=date(2026, 1, 1),
    sha256="",
    entities=1,
)


def test_what_a_later_state_says_of_the_day_is_a_warning() -> None:
    (one,) = found(more={"beyond": Beyond(begun=((ENTITY.id, "The state of 2026-01-08 lists X."),))})
    assert (one.code, one.severity, one.place) == ("as-of", "warning", ENTITY.id)
    assert f"{ENTITY.caption}: The state of 2026-01-08 lists X." in one.message


def test_what_was_said_or_listed_after_the_day_is_an_error_and_a_later_source_a_warning() -> None:
    later = day("2025-04-02")
    facts = positions({"said_on": later}) | {
        "entities": (replace(ENTITY, designations=(replace(ENTITY.designations[0], start=later),)),),
        "sources": (
            *SOUND.sources,
            Source(id="z", title="Z", date=later),
            Source(id="l", title="L", date=later, kind="list"),
        ),
    }
    assert codes(facts=facts) == [
        ("error", "as-of", "ofac-1"),
        ("error", "as-of", "p1"),
        ("warning", "as-of", "z"),
    ]


def test_a_list_published_later_is_a_warning_and_an_undated_one_a_note() -> None:
    lists = (replace(LIST, id="l2", published=None), LIST, replace(LIST, id="l3", published=date(2025, 3, 31)))
    assert codes(facts={"lists": lists}) == [("warning", "as-of", "l1"), ("note", "as-of", "l2")]


def test_a_list_that_is_old_on_the_day_and_lists_a_pick_is_a_warning() -> None:
    origin = "l@2024-01-01#1"
    old = replace(ENTITY, designations=(replace(ENTITY.designations[0], origin=origin),))
    held = replace(LIST, id=origin, published=date(2024, 1, 1))
    (found_one,) = found(facts={"entities": (old,), "lists": (held,)})
    assert (found_one.severity, found_one.code, found_one.place) == ("warning", "as-of", origin)
    said = f"Listings and tags from the list “{LIST.title}” of 1 January 2024, 455 days before 31 March 2025; "
    assert found_one.message.startswith(said)
    assert codes(facts={"entities": (old,)}) == [("warning", "as-of", "l")]


def listed_until(text: str, **more: bool) -> dict[str, object]:
    listing = Designation(regime="EU", programme="RUSSIA-EO14024", until=day(text), **more)
    return {"entities": (replace(ENTITY, designations=(listing, listing)),)}


def test_a_listing_that_ran_out_before_the_day_is_a_warning_told_once() -> None:
    (one,) = found(facts=listed_until("2025-03-15"))
    assert (one.severity, one.code, one.place) == ("warning", "expired", "ofac-1")
    assert "the EU listing under “RUSSIA-EO14024” ran to 15 March 2025 only" in one.message


def test_a_listing_or_measure_that_the_rulebook_knows_to_be_renewed_is_none_until_that_has_run_out() -> None:
    listing = Designation(regime="EU", programme="269/2014", until=day("2025-03-15"))
    ban = Measure(id="measure-1", title="Ban", regime="EU", authority="Regulation 269/2014", until=day("2025-03-15"))
    facts = {"entities": (replace(ENTITY, designations=(listing,)),), "measures": (ban,)}
    steps = (Step(until=date(2025, 3, 15)), Step(until=date(2025, 9, 15), decided=date(2025, 3, 14)))
    renewal = Renewal(
        id="eu-listings",
        title="Listings",
        regime="EU",
        act="269/2014",
        tags=("269/2014",),
        dates=("03-15", "09-15"),
        steps=steps,
    )
    law = Rulebook(programmes=SOUND.programmes, renewals=(renewal,))
    assert not [one for one in found(facts={**facts, "law": law}) if one.code == "expired"]
    late = found(facts={**facts, "law": law, "as_of": date(2025, 10, 1)}, as_of=date(2025, 10, 1))
    assert [one.message for one in late if one.code == "expired" and one.place != "eu-listings"] == [
        "Oleg Deripaska: the EU listing under “269/2014” ran to 15 September 2025 only.",
        "The measure “Ban” ran to 15 September 2025 only.",
    ]
    named, sure = ("measure-1",), Confidence.PARTLY
    beside = Renewal(id="other", title="Other", regime="EU", act="2025/2600", measures=named, confidence=sure)
    both = {**facts, "law": replace(law, renewals=(renewal, beside)), "as_of": date(2025, 10, 1)}
    held = [one.place for one in found(facts=both, as_of=date(2025, 10, 1)) if one.code == "expired"]
    assert "measure-1" not in held


def test_a_listing_that_runs_to_the_day_or_is_known_to_have_ended_is_none() -> None:
    assert codes(facts=listed_until("2025-03-31")) == []
    assert codes(facts=listed_until("2025-03-15", ended=True)) == []


def test_a_measure_or_a_row_of_the_rulebook_that_ran_out_is_a_warning() -> None:
    measure = Measure(id="measure-1", title="Ban", regime="US", authority="EO", until=day("2025-03-30"))
    old = replace(RULE, tag="OLD", valid_to=date(2025, 3, 30))
    assert codes(facts={"measures": (measure,), "law": Rulebook(programmes=(*SOUND.programmes, old))}) == [
        ("warning", "expired", "measure-1"),
        ("warning", "expired", "OLD"),
    ]
    new = replace(old, valid_to=date(2025, 3, 31))
    facts = {
        "measures": (replace(measure, until=day("2025-03-31")),),
        "law": Rulebook(programmes=(*SOUND.programmes, new)),
    }
    assert codes(facts=facts) == []


def change(field: str, old: str = "yes", new: str = "no", id: str = "ofac-1") -> FieldChange:
    return FieldChange(id=id, field=field, old=old, new=new, cause="source")


def test_who_is_no_longer_listed_or_has_changed_since_the_pack_was_refreshed_is_a_warning() -> None:
    changes = (change("listed"), change("name", "A", "B"), change("title", id="p1"), change("text", id="p1"))
    kept = found(more={"beyond": Beyond(changes=changes)})
    assert [(one.severity, one.code, one.place) for one in kept] == [
        ("warning", "delisted", "ofac-1"),
        ("warning", "changed", "p1"),
    ]
    gone = found(more={"beyond": Beyond(changes=(change("text", id="unknown"),))})
    assert gone[0].message == "“unknown” has changed since the pack was refreshed: text."
    assert kept[1].message == "The position of Anna Holder has changed since the pack was refreshed: title, text."


def test_who_is_delisted_after_the_day_is_a_warning_and_other_later_changes_are_notes() -> None:
    gone, renamed = change("listed"), change("name", "A", "B", id="p1")
    beyond = Beyond(later=(gone, renamed), until=date(2025, 4, 2))
    kept = found(more={"beyond": beyond})
    assert [(one.severity, one.code, one.place) for one in kept] == [
        ("warning", "delisted", "ofac-1"),
        ("note", "changed", "p1"),
    ]
    assert "no longer listed on 2 April 2025" in kept[0].message


def test_what_has_changed_for_the_day_already_is_not_told_again_for_a_later_one() -> None:
    both = (change("listed"), change("name", "A", "B", id="p1"))
    beyond = Beyond(changes=both, later=both, until=date(2025, 4, 2))
    assert [one.severity for one in found(more={"beyond": beyond})] == ["warning", "warning"]


def test_a_library_that_holds_the_same_is_silent() -> None:
    assert codes(more={"beyond": Beyond(until=date(2025, 4, 2))}) == []


def test_who_comes_to_be_listed_has_changed_and_is_not_delisted() -> None:
    assert codes(more={"beyond": Beyond(changes=(change("listed", "no", "yes"),))}) == [
        ("warning", "changed", "ofac-1")
    ]
