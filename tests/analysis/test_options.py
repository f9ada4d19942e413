"""What an option covers, takes and leaves: joins over the facts, with nothing silently counted as easy."""

from dataclasses import replace
from datetime import date

from briefer.model.brief import Dossier
from briefer.model.options import Count
from tests.analysis.optioned import BANK, CENTRAL, DOSSIER, FREE, PLAIN, REVIEWED, SWIFT, cover, us, with_entities


def ids(counts: tuple[Count, ...]) -> dict[str, tuple[str, ...]]:
    return {count.name: count.ids for count in counts}


def test_doing_nothing_covers_nobody_and_leaves_everything_listed_at_home() -> None:
    found = cover("none")
    assert (found.entries, found.earliest, found.gaps) == ((), (), ())
    assert {step.stage for step in found.steps} == {"keep"}
    assert [one.id for one in found.outside] == [
        "plain", "reviewed", "bank", "central", "strange", "disputed", "measure-oil-imports", "measure-caatsa-223",
    ]  # fmt: skip


def test_doing_nothing_needs_the_next_renewal_within_a_year_of_each_emergency_beneath_the_tags() -> None:
    assert [(due.on, due.actor.partition(";")[0]) for due in cover("none").renewals] == [
        (date(2025, 4, 15), "President"),
        (date(2026, 3, 6), "President"),
        (date(2026, 4, 1), "President"),
    ]
    plain = cover("none", with_entities(PLAIN))
    assert [due.on for due in plain.renewals] == [date(2025, 4, 15)]
    assert not cover("none", with_entities(FREE)).renewals


def test_a_class_is_the_entrys_own_and_unknown_and_unlisted_ones_are_never_an_a() -> None:
    found = cover("tranche", entities=tuple(one.id for one in DOSSIER.entities))
    assert ids(found.by_class) == {
        "A": ("plain",),
        "C": ("central",),
        "B": ("reviewed", "bank", "disputed"),
        "unknown": ("strange",),
        "": ("free",),
    }
    assert [one.id for one in found.entries if one.contested] == ["disputed"]


def test_covered_entries_are_counted_by_kind_sector_and_regime_in_a_fixed_order() -> None:
    found = cover("tranche", entities=("reviewed", "bank", "central", "plain"))
    assert [one.id for one in found.entries] == ["plain", "reviewed", "bank", "central"]
    assert ids(found.by_kind) == {"Person": ("plain", "reviewed"), "Company": ("bank",), "PublicBody": ("central",)}
    assert ids(found.by_sector) == {"Banking": ("bank", "central")}
    assert [one.name for one in found.by_regime] == ["US", "EU", "UK"]


def test_an_entry_is_free_when_the_last_of_its_tags_is() -> None:
    found = cover("tranche", entities=("plain", "reviewed"))
    assert [(one.on, one.basis, one.ids) for one in found.earliest] == [
        (date(2025, 3, 31), "at once", ("plain",)),
        (date(2025, 4, 30), "review", ("reviewed",)),
    ]


def test_an_option_begins_on_the_day_that_it_states() -> None:
    found = cover("tranche", entities=("plain", "reviewed"), reports=date(2025, 7, 10))
    assert found.start == date(2025, 7, 10)
    assert [one.on for one in found.earliest] == [date(2025, 7, 10), date(2025, 9, 8)]


def test_a_licence_leaves_every_listing_and_says_what_no_licence_reaches() -> None:
    found = cover("licence", with_entities(PLAIN, CENTRAL, FREE))
    assert [one.id for one in found.entries] == ["plain", "central"]
    assert [(one.id, one.why, one.blocked) for one in found.stays] == [
        ("plain", "licensed", True),
        ("central", "not reached", False),
        ("central", "licensed", False),
    ]
    assert found.stays[1].tags == (("RUSSIA-EO14024", "Directive 4, funds"),)
    assert [(one.id, one.klass, one.taken) for one in found.entries] == [("plain", "A", "A"), ("central", "C", "A")]


def test_a_licence_that_may_have_to_be_reported_has_a_second_date() -> None:
    found = cover("licence", with_entities(PLAIN, REVIEWED))
    assert [one.on for one in found.earliest] == [date(2025, 3, 31)]
    assert [(one.on, one.ids) for one in found.reported] == [(date(2025, 4, 30), ("plain", "reviewed"))]


def test_a_programme_option_says_who_stays_blocked_under_another_tag() -> None:
    found = cover("programme", programmes=("RUSSIA-EO14024",))
    assert [one.id for one in found.entries] == ["plain", "reviewed", "bank", "central"]
    assert [(one.id, one.tags, one.blocked) for one in found.stays] == [
        ("reviewed", (("UKRAINE-EO13661", ""),), True),
        ("bank", (("UKRAINE-EO13662", "Directive 1"),), False),
        ("central", (("RUSSIA-EO14024", "Directive 4, funds"),), False),
    ]
    assert [one.why for one in found.stays] == ["other tag", "other tag", "not reached"]
    assert {one.id: (one.klass, one.taken) for one in found.entries}["reviewed"] == ("B", "A")
    assert "strange" in [one.id for one in found.outside]


def test_broad_relief_covers_all_that_is_listed_at_home_with_its_measures() -> None:
    wanted = ("delisting", "delisting-after-review", "imports-certification", "repo-certification", "repeal")
    found = cover("broad", instruments=wanted)
    assert "free" not in [one.id for one in found.entries]
    assert {"measure-oil-imports", "measure-caatsa-223"} <= {one.id for one in found.entries}
    assert "measure-swift" not in [one.id for one in found.entries]
    assert not found.outside
    assert [(one.id, one.why) for one in found.stays] == [("strange", "not reached")]


def test_a_certification_or_a_new_statute_that_is_not_named_is_not_taken_for_granted() -> None:
    found = cover("broad")
    assert not {"measure-oil-imports", "measure-caatsa-223", "strange"} & {one.id for one in found.entries}
    assert [(one.id, one.klass, one.why) for one in found.stays] == [
        ("central", "C", "not reached"),
        ("strange", "unknown", "not reached"),
        ("measure-oil-imports", "C", "not reached"),
        ("measure-caatsa-223", "D", "not reached"),
    ]
    assert found.stays[0].authority.startswith("Public Law 118-50, division F, s. 103")
    assert not found.outside


def test_a_measure_of_others_that_bears_on_what_is_covered_is_counted_with_it() -> None:
    swift = replace(SWIFT, entities=("plain",))
    found = cover("tranche", with_entities(PLAIN, measures=(swift,)), entities=("plain",))
    assert found.abroad == ()
    assert [(one.regime, one.until) for one in found.elsewhere] == [("EU", date(2025, 7, 31))]
    assert cover("none", with_entities(PLAIN, measures=(swift,))).abroad == (SWIFT.id,)


def test_what_stays_elsewhere_is_counted_by_regime_with_its_next_end() -> None:
    found = cover("tranche", entities=("plain", "reviewed", "free"))
    assert [(one.regime, one.ids, one.until, one.basis) for one in found.elsewhere] == [
        ("EU", ("plain", "free"), date(2025, 9, 15), "list"),
        ("UK", ("reviewed",), None, "none"),
    ]
    assert found.abroad == (SWIFT.id,)


def test_a_regime_that_the_rulebook_does_not_name_stays_last() -> None:
    from tests.analysis.optioned import abroad, entity

    odd = entity("odd", us("RUSSIA-EO14024"), abroad("XX", "T"), abroad("EU", "269/2014"))
    found = cover("broad", with_entities(odd))
    assert [one.regime for one in found.elsewhere] == ["EU", "XX"]
    assert [one.name for one in found.by_regime] == ["US", "EU", "XX"]


def test_positions_are_those_that_stand_on_the_issues_named_by_the_day() -> None:
    found = cover("broad", issues=("easing",))
    assert [one.id for one in found.favour] == ["p-5", "p-2"]
    assert not found.against
    assert [one.id for one in found.neither] == ["p-3", "p-4"]
    assert not cover("broad").favour


def test_what_the_drafter_left_blank_is_a_gap() -> None:
    assert cover("tranche", preconditions=" ", snapback="x").gaps == (
        "No precondition is stated.",
        "It covers nobody.",
    )
    found = cover("tranche", entities=("plain",), preconditions=" A truce. ", snapback="Breach.")
    assert (found.gaps, found.preconditions) == ((), "A truce.")
    assert cover("tranche", entities=("plain",)).gaps[1] == "No trigger that brings the measures back is stated."


def test_ids_that_nobody_holds_and_instruments_that_nothing_can_use_are_named() -> None:
    found = cover("tranche", entities=("plain", "gone"), instruments=("delisting", "repeal"))
    assert (found.missing, found.unfit) == (("gone",), ("repeal",))
    assert not cover("none", instruments=("repeal",)).unfit


def test_a_record_that_is_shown_as_part_of_another_counts_as_it() -> None:
    from briefer.model.facts import Joined

    joined = replace(DOSSIER, joined=(Joined(entity="plain", id="eu-1", schema="Person", caption="P", decided=()),))
    found = cover("tranche", joined, entities=("eu-1", "plain"))
    assert [one.id for one in found.entries] == ["plain"]


def test_the_hardest_way_back_stands_for_the_whole() -> None:
    wanted = ("delisting", "delisting-after-review", "repeal")
    found = cover("broad", with_entities(PLAIN, BANK, measures=DOSSIER.measures), instruments=wanted)
    assert found.reversal
    assert (found.reversal.text, found.reversal.rank) == ("New statute", 3)
    assert not found.unranked


def test_an_empty_pack_has_empty_options() -> None:
    for kind in ("none", "licence", "tranche", "programme", "broad"):
        found = cover(kind, Dossier(as_of=DOSSIER.as_of))
        assert (found.entries, found.outside, found.renewals) == ((), (), ())
        assert found.reversal is None
