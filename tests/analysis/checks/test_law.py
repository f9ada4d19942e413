"""The law that a pack leans on is known, cited and in force."""

from dataclasses import replace
from datetime import date

from briefer.analysis.checks.law import lapsed, uncited
from briefer.model.facts import Designation
from briefer.model.law import Authority, ClassRule, Renewal, Rulebook, Step
from tests.analysis.checks.packs import DAY, NEIGHBOUR, SOUND, codes, found, section

CITED = ClassRule(klass="A", reason="r", actor="OFAC", tags=("RUSSIA-EO14024",), citation="EO 14024")
EMERGENCY = Renewal(
    id="us-14024",
    regime="US",
    title="Emergency of 2021",
    act="EO 14024",
    steps=(
        Step(decided=date(2024, 4, 10), until=date(2025, 3, 15)),
        Step(decided=date(2025, 4, 10), until=date(2026, 4, 15)),
    ),
)


def test_a_programme_that_the_rulebook_does_not_know_is_a_warning() -> None:
    assert codes(facts={"law": Rulebook()}) == [("warning", "unknown-programme", "ofac-1")]


def test_a_programme_row_that_cites_nothing_is_a_warning() -> None:
    bare = replace(SOUND.programmes[0], citation=" ")
    assert codes(facts={"law": Rulebook(programmes=(bare,))}) == [("warning", "row-uncited", "RUSSIA-EO14024")]


def test_a_class_without_a_citation_is_a_warning_at_what_it_is_about() -> None:
    book = replace(
        SOUND.law, classes=(CITED, replace(CITED, citation=""), replace(CITED, tags=(), measures=("m",), citation=""))
    )
    places = [(one.severity, one.code, one.place) for one in found(facts={"law": book})]
    assert sorted(places) == [("warning", "row-uncited", "RUSSIA-EO14024"), ("warning", "row-uncited", "m")]


def test_rows_that_cite_are_none_of_the_uncited() -> None:
    assert list(uncited((CITED,))) == []


def test_an_emergency_not_known_to_be_continued_is_a_warning_where_the_pack_rests_on_it() -> None:
    order = Authority(id="eo-14024", title="EO 14024", kind="order", emergency="us-14024")
    (one,) = found(facts={"law": replace(SOUND.law, authorities=(order,), renewals=(EMERGENCY,))})
    assert (one.severity, one.code, one.place) == ("warning", "expired", "us-14024")
    assert one.message == "Emergency of 2021: the last renewal known ran to 15 March 2025."


def test_a_renewal_of_a_programme_that_the_pack_prints_counts_and_another_does_not() -> None:
    ours = replace(SOUND.law, renewals=(replace(EMERGENCY, tags=("RUSSIA-EO14024",)),))
    assert codes(facts={"law": ours}) == [("warning", "expired", "us-14024")]
    assert codes(facts={"law": replace(SOUND.law, renewals=(replace(EMERGENCY, tags=("OTHER",)),))}) == []


def test_a_step_decided_after_the_day_does_not_count_and_one_of_unknown_day_does() -> None:
    assert [until for _, until in lapsed((EMERGENCY,), DAY)] == [date(2025, 3, 15)]
    known = replace(EMERGENCY, steps=(Step(until=date(2026, 3, 6)),))
    assert list(lapsed((known, replace(EMERGENCY, steps=())), DAY)) == []


def test_a_tag_in_the_text_that_nobody_knows_is_a_warning() -> None:
    said = "It stands under UKRAINE-EO13669 and RUSSIA-EO14024, and others under BELARUS-EO14038. [@s]"
    assert codes(section(said)) == [("warning", "unknown-programme", "bottom-line:1")]


def test_a_tag_of_somebody_in_the_pack_is_known_in_the_text() -> None:
    item = Designation(regime="US", programme="OFFICE-EO99999")
    assert (
        codes(
            section("It is under OFFICE-EO99999. [@s]"),
            facts={"neighbours": (replace(NEIGHBOUR, designations=(item,)),)},
        )
        == []
    )


def test_a_tag_whose_list_is_not_stated_is_a_warning() -> None:
    bare = replace(SOUND.entities[0].designations[0], list_type="")
    entity = replace(SOUND.entities[0], designations=(bare,))
    assert codes(facts={"entities": (entity,)}) == [("warning", "list-not-stated", "ofac-1")]
    over = replace(entity, designations=(replace(bare, ended=True),))
    assert ("warning", "list-not-stated", "ofac-1") not in codes(facts={"entities": (over,)})
