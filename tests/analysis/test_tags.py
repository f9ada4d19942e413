"""What the rulebook says of a tag by itself."""

from dataclasses import replace
from datetime import date, timedelta

from briefer import rulebook
from briefer.analysis.tags import of_tag
from briefer.model.facts import Confidence
from briefer.model.law import Programme, Rulebook
from briefer.model.relief import OfTag

DAY = date(2025, 3, 31)
BOOK = rulebook.load()


def one(tag: str, day: date = DAY, book: Rulebook = BOOK) -> OfTag:
    (found,) = of_tag(tag, book, day)
    return found


def test_a_tag_has_the_class_of_its_bare_listing_and_says_where_a_directive_or_list_differs() -> None:
    found = one("RUSSIA-EO14024")
    assert (found.klass, found.varies, found.contested) == ("A", True, False)
    assert [(each.limb, each.part) for each in found.reasons if each.klass == "C"] == [("Directive 4", "funds")]
    assert [each.list_types for each in found.reasons if each.klass == "unknown"] == [("NS-MBS",)]
    assert [each.limb for each in found.reasons if each.decides] == [""]
    assert all(each.why and each.citations for each in found.reasons)


def test_a_tag_under_review_says_its_waits_and_what_is_doubtful_of_later_listings() -> None:
    found = one("UKRAINE-EO13662")
    assert (found.klass, found.varies, found.confidence) == ("B", False, Confidence.VERIFIED)
    assert found.reasons[0].waits
    assert found.reasons[0].doubts[0].startswith("Listed after 1 August 2017")
    assert {act.id for act in found.acts} >= {"EO 13662", "EO 13662 Directive 1"}


def test_the_emergency_of_the_order_comes_up_with_the_day_on_which_its_notice_counts() -> None:
    assert [(due.on, due.basis) for due in one("RUSSIA-EO14024").due] == [(date(2025, 4, 15), "rule")]
    assert one("RUSSIA-EO14024").due[0].notice_from == date(2025, 1, 15)


def test_a_tag_abroad_has_no_class_but_its_act_and_its_renewals() -> None:
    found = one("269/2014")
    assert (found.klass, found.reasons, found.regime) == (None, (), "EU")
    assert [(due.on, due.basis) for due in found.due] == [(date(2025, 9, 15), "renewal"), (date(2026, 3, 15), "again")]
    assert [row.years for row in one("Autonomous Sanctions (Russia)").terms] == [3]


def test_a_tag_that_two_regimes_print_is_answered_for_each() -> None:
    assert {(each.regime, each.klass is None) for each in of_tag("CAR", BOOK, DAY)} == {("US", False), ("UN", True)}


def test_a_tag_with_a_row_and_no_rule_is_unknown_and_as_sure_as_its_row() -> None:
    row = Programme(tag="NEW-EO1", regime="US", title="New", authority="EO 1", citation="A notice")
    found = one("NEW-EO1", book=replace(BOOK, programmes=(*BOOK.programmes, row)))
    assert (found.klass, found.confidence, found.citations) == ("unknown", Confidence.TO_BE_VERIFIED, ("A notice",))
    assert found.reasons[0].why == "The rulebook has no row for this tag on this day."


def test_there_is_nothing_before_the_order_and_nothing_of_an_unknown_tag() -> None:
    assert of_tag("RUSSIA-EO14024", BOOK, date(2021, 4, 14)) == ()
    assert of_tag("NOBODY-EO1", BOOK, DAY) == ()


def test_from_the_statute_of_2026_on_a_tag_is_contested() -> None:
    assert one("RUSSIA-EO14024", date(2026, 9, 18)).contested


def test_before_caatsa_an_order_says_nothing_of_the_sections_that_came_with_it() -> None:
    found = one("UKRAINE-EO13662", date(2016, 5, 1))
    assert {(act.codified, act.reviewed) for act in found.acts} == {("", "")}
    assert "9522" not in found.basis
    assert "9523" not in found.note
    after = one("UKRAINE-EO13662", date(2017, 8, 2))
    assert {(act.codified, act.reviewed) for act in after.acts} == {("yes", "yes")}


def test_a_tag_says_nothing_before_the_day_of_its_order() -> None:
    for tag, day in (
        ("VENEZUELA", date(2015, 3, 8)),
        ("VENEZUELA-EO13884", date(2019, 8, 5)),
        ("ICC-EO14203", date(2025, 2, 6)),
        ("PAARSSR-EO13894", date(2019, 10, 14)),
        ("RUSDA", date(2024, 10, 8)),
    ):
        assert len(of_tag(tag, BOOK, day)) == 1
        assert of_tag(tag, BOOK, day - timedelta(days=1)) == ()


END = date(2025, 12, 20)


def test_an_emergency_without_a_renewal_on_record_says_the_end_that_passed() -> None:
    assert [(due.on, due.basis) for due in one("GLOMAG", date(2025, 12, 20)).due[:1]] == [(END, "renewal")]
    assert [(due.on, due.basis) for due in one("GLOMAG", date(2025, 12, 21)).due] == [(END, "lapsed?")]
