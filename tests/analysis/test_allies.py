"""Where each pick stands in each regime; a list nobody searched, and one nobody has, prove no absence."""

from dataclasses import replace
from datetime import date

from briefer import rulebook
from briefer.analysis.allies import REGIMES, allies, regimes
from briefer.model.allies import Stance, Standing
from briefer.model.brief import Dossier
from briefer.model.facts import Absence, Confidence, Designation, Entity, Measure, Possible, Snapshot
from tests.analysis.optioned import DAY, abroad, entity, us, when

FROZEN = abroad("EU", "269/2014", "2025-09-15")
LIMITED = replace(abroad("EU", "833/2014", "2025-07-31"), measures=("Limits on the capital market",), start=None)


def stance(*items: Designation, absences: tuple[Absence, ...] = (), **more: object) -> Stance:
    found = replace(entity("one", *items), absences=absences)
    return allies(Dossier(as_of=DAY, entities=(found,), law=rulebook.load(), **more))[0]  # type: ignore[arg-type]


def cell(found: Stance, code: str) -> Standing:
    return next(one for one in found.standings if one.regime == code)


def listed(regime: str) -> Snapshot:
    return Snapshot(
        id=f"{regime}-list", list=regime, title="", publisher="", regime=regime, format="", published=DAY, sha256="",
        entities=1,
    )  # fmt: skip


def test_the_nine_regimes_stand_in_order_and_one_beyond_them_where_it_holds_a_pick() -> None:
    assert regimes(Dossier(as_of=DAY)) == REGIMES
    held = (entity("a", abroad("NZ", "NZ-RSA2022"), abroad("XX", "T")), entity("b", abroad("EU", "269/2014")))
    assert regimes(Dossier(as_of=DAY, entities=held)) == (*REGIMES, "NZ", "XX")


def test_what_is_no_longer_in_force_makes_no_column_and_no_listing() -> None:
    over = replace(abroad("NZ", "NZ-RSA2022"), ended=True)
    assert regimes(Dossier(as_of=DAY, entities=(entity("a", over),))) == REGIMES
    ended = stance(replace(FROZEN, ended=True, until=None))
    assert (cell(ended, "EU").status, ended.leaves) == ("not checked", ())


def test_a_freeze_and_limits_under_two_acts_are_one_listing_with_the_nearest_end() -> None:
    found = cell(stance(LIMITED, FROZEN), "EU")
    assert (found.status, found.until, found.basis) == ("listed", date(2025, 7, 31), "list")
    assert found.tags == ("833/2014", "269/2014")
    assert found.since == when("2022-03-01")
    assert len(found.acts) == 2


def test_a_listing_past_its_stated_end_stays_listed_with_no_end_known_or_that_of_the_renewal() -> None:
    lapsed = stance(abroad("UA", "X-1", "2025-03-14"))
    assert (cell(lapsed, "UA").status, cell(lapsed, "UA").until, cell(lapsed, "UA").basis) == (
        "listed",
        None,
        "lapsed?",
    )
    renewed = cell(stance(abroad("EU", "269/2014", "2025-03-15")), "EU")
    assert (renewed.status, renewed.until, renewed.basis) == ("listed", date(2025, 9, 15), "renewal")


def test_each_act_has_a_start_and_an_end_of_its_own_and_a_freeze_comes_first() -> None:
    found = cell(stance(replace(LIMITED, start=when("2014-09-12")), FROZEN), "EU").under
    assert [(one.status, one.tags, one.since, one.until) for one in found] == [
        ("listed", ("269/2014",), when("2022-03-01"), date(2025, 9, 15)),
        ("limited", ("833/2014",), when("2014-09-12"), date(2025, 7, 31)),
    ]


def test_none_exist_is_said_only_where_all_tags_at_home_are_about_what_the_regime_has_no_measures_on() -> None:
    assert cell(stance(us("RUSSIA-EO14024"), us("UKRAINE-EO13661")), "UN").status == "none exist"
    assert cell(stance(us("RUSSIA-EO14024"), us("DPRK")), "UN").status == "no list"
    assert cell(stance(us("RUSSIA-EO14024"), abroad("UN", "DPRK")), "UN").status == "listed"
    assert cell(stance(), "UN").status == "no list"


def test_measures_that_name_an_entry_are_left_too_and_end_with_the_act_in_which_they_stand() -> None:
    ban = Measure(id="measure-a", title="Ban", regime="UK", authority="SI 2019/855, reg. 18A", entities=("one",))
    reserves = replace(ban, id="measure-b", regime="EU", authority="Regulation (EU) No 833/2014, Art. 5a")
    stated = replace(reserves, id="measure-c", title="Stated", until=when("2025-06-30"))
    odd = replace(ban, id="measure-d", title="Odd", regime="CH", authority="Unheard of")
    others = (replace(ban, id="measure-e", entities=("two",)), replace(ban, id="measure-f", regime="US"))
    found = stance(us("RUSSIA-EO14024"), FROZEN, measures=(ban, reserves, stated, odd, *others))
    assert [(one.regime, one.measure, one.until, one.basis) for one in found.leaves] == [
        ("EU", "", date(2025, 9, 15), "list"),
        ("EU", "Stated", date(2025, 6, 30), "list"),
        ("EU", "Ban", date(2025, 7, 31), "renewal"),
        ("UK", "Ban", None, "none"),
        ("CH", "Odd", None, "unknown"),
    ]


def test_a_measure_may_name_a_record_that_is_shown_as_part_of_a_pick() -> None:
    ban = Measure(id="measure-a", title="Ban", regime="UK", authority="Act", entities=("uk-7",))
    assert [one.measure for one in stance(replace(abroad("CA", "X"), record="uk-7"), measures=(ban,)).leaves] == [
        "Ban",
        "",
    ]


def test_limits_alone_are_no_freeze() -> None:
    assert cell(stance(LIMITED), "EU").status == "limited"


def test_a_regime_without_an_end_date_and_one_whose_end_is_unknown_say_so() -> None:
    found = stance(abroad("UK", "Russia"), abroad("CA", "SOR/2014-58"))
    assert [(cell(found, code).until, cell(found, code).basis) for code in ("UK", "CA")] == [
        (None, "none"),
        (None, "none"),
    ]
    assert cell(stance(abroad("CH", "SECO-UKRAINE")), "CH").basis == "unknown"
    both = stance(abroad("UK", "Russia"), abroad("UK", "Unheard of"))
    assert cell(both, "UK").basis == "unknown"


def test_at_home_the_act_is_that_of_the_tag_and_an_end_only_what_a_list_states() -> None:
    found = cell(stance(us("RUSSIA-EO14024"), us("TAG-OF-NOBODY")), "US")
    assert found.acts == ("EO 14024 of 15 April 2021, s. 1", "TAG-OF-NOBODY")
    assert (found.until, found.basis) == (None, "")
    until = replace(us("RUSSIA-EO14024"), until=when("2025-06-01"))
    assert cell(stance(until), "US").until == date(2025, 6, 1)


def test_searched_not_checked_and_no_list_imported_are_told_apart() -> None:
    looked = Absence(regime="UK", checked=when("2025-03-30"), origin="uk-list", confidence=Confidence.PARTLY)
    found = stance(us("RUSSIA-EO14024"), absences=(looked,), lists=(listed("EU"),))
    assert {one.regime: one.status for one in found.standings} == {
        "US": "listed", "EU": "not checked", "UK": "searched", "UN": "none exist", "CH": "no list", "CA": "no list",
        "AU": "no list", "JP": "no list", "UA": "no list",
    }  # fmt: skip
    uk = cell(found, "UK")
    assert (uk.checked, uk.confidence, uk.sources) == (when("2025-03-30"), Confidence.PARTLY, ("uk-list",))


def test_a_regime_that_any_pick_of_a_mixed_file_names_has_a_list_at_hand() -> None:
    other = replace(entity("two"), absences=(Absence(regime="CA"),))
    found = allies(Dossier(as_of=DAY, entities=(entity("one"), entity("two", FROZEN), other)))[0]
    assert [cell(found, code).status for code in ("EU", "CA", "UK")] == ["not checked", "not checked", "no list"]


def test_an_undecided_proposal_is_possible_in_the_regimes_that_hold_it() -> None:
    maybe = Possible(entity="one", record="one", id="eu-13", caption="One", score=88, regimes=("EU",))
    found = stance(us("RUSSIA-EO14024"), possible=(maybe, replace(maybe, entity="two", regimes=("UK",))))
    assert (cell(found, "EU").status, cell(found, "EU").possible) == ("possible", (maybe,))
    assert cell(found, "UK").status == "no list"


def test_an_easing_at_home_leaves_each_act_abroad_with_what_it_does_and_its_end() -> None:
    found = stance(us("RUSSIA-EO14024"), LIMITED, FROZEN, abroad("UK", "Russia"))
    assert found.eased
    assert [(one.regime, one.freezes, one.until) for one in found.leaves] == [
        ("EU", True, date(2025, 9, 15)),
        ("EU", False, date(2025, 7, 31)),
        ("UK", True, None),
    ]


def test_there_is_nothing_to_ease_where_the_united_states_list_nobody() -> None:
    found = stance(FROZEN)
    assert (found.eased, len(found.leaves)) == (False, 1)


def test_a_pack_without_entities_has_no_rows() -> None:
    assert allies(Dossier(as_of=DAY)) == ()


def test_a_start_that_no_list_states_comes_after_those_stated() -> None:
    undated = replace(FROZEN, start=None)
    assert cell(stance(undated), "EU").since is None
    assert cell(stance(undated, FROZEN), "EU").since == when("2022-03-01")


def test_the_picks_keep_their_order_and_their_names() -> None:
    found = allies(Dossier(as_of=DAY, entities=(entity("b"), Entity(id="a", schema="Person", caption="A."))))
    assert [(one.id, one.caption) for one in found] == [("b", "B"), ("a", "A.")]


def test_a_tag_whose_list_is_not_stated_is_no_freeze_and_no_limit() -> None:
    bare = Designation(regime="US", programme="RUSSIA-EO14024", origin="ofac-cons@2025-03-28#1")
    sectoral = Designation(regime="US", programme="UKRAINE-EO13662", list_type="SSI")
    found = cell(stance(bare, sectoral), "US")
    assert found.status == "unplaced"
    assert [(each.tags, each.status) for each in found.under] == [
        (("RUSSIA-EO14024",), "unplaced"),
        (("UKRAINE-EO13662",), "limited"),
    ]
    blocked = replace(bare, list_type="SDN")
    assert cell(stance(bare, blocked), "US").status == "listed"
