"""Limits short of a block follow ownership as the sources say of each directive, and each on its own."""

from datetime import date
from decimal import Decimal

import pytest

from briefer.analysis.ownership import ripple
from briefer.model.facts import Confidence, Designation, Entity, Link
from briefer.model.ripple import Limit, Step
from tests.analysis.holdings import LISTING, entity, links, on

DAY = date(2025, 3, 31)


def under(directive: str, programme: str = "UKRAINE-EO13662", list_type: str = "SSI") -> Designation:
    return Designation(
        regime="US", programme=programme, list_type=list_type, measures=(directive,) if directive else ()
    )


SSI = under("13662 Sectoral Directive 2")
DEBT = under("Executive Order 14024 Directive 3", "RUSSIA-EO14024", "NS-MBS")


def limits(text: str, delist: str, rule: str = "us", **listed: Designation) -> list[Limit]:
    stated = links(text)
    ids = sorted({end for link in stated for end in (link.subject, link.object)})
    held = {id: [link for link in stated if link.subject == id] for id in ids}
    people = [entity(id, *([listed[id]] if id in listed else []), links=held[id]) for id in ids]
    return list(ripple(people, rule, DAY, tuple(delist)).limits)


def told(found: list[Limit]) -> list[tuple[str, str, str]]:
    return [(one.id, one.limit, one.status) for one in found]


@pytest.mark.parametrize(
    ("listing", "wanted", "confidence"),
    [
        (SSI, ("A", "EO 13662 Directive 2", "lifted"), Confidence.VERIFIED),
        (under("Directive 4"), ("A", "EO 13662 Directive 4", "lifted"), Confidence.VERIFIED),
        (under(""), ("A", "EO 13662 (directive not stated)", "lifted"), Confidence.VERIFIED),
        (DEBT, ("A", "EO 14024 Directive 3", "lifted"), Confidence.PARTLY),
        (under("Directive 2", "RUSSIA-EO14024"), ("A", "EO 14024 Directive 2", "lifted"), Confidence.VERIFIED),
        (under("Directive 1", "RUSSIA-EO14024"), ("X", "EO 14024 Directive 1", "none"), Confidence.VERIFIED),
        (under("Directive 1a", "RUSSIA-EO14024"), ("X", "EO 14024 Directive 1A", "none"), Confidence.PARTLY),
        (under("Directive 4", "RUSSIA-EO14024"), ("X", "EO 14024 Directive 4", "none"), Confidence.PARTLY),
    ],
)
def test_each_directive_reaches_as_far_as_its_source_says(
    listing: Designation, wanted: tuple[str, str, str], confidence: Confidence
) -> None:
    (found,) = limits("X50 A", "X", X=listing)
    assert (found.id, found.limit, found.status) == wanted
    assert found.confidence is confidence
    assert found.citation.startswith("OFAC FAQ")


def test_a_limit_goes_down_a_chain_and_stops_below_half() -> None:
    found = limits("X50 A; A50 B, A49 C", "X", X=SSI)
    assert [one.id for one in found] == ["A", "B"]
    assert found[1].path == (
        Step(owner="X", asset="A", percentage=Decimal(50)),
        Step(owner="A", asset="B", percentage=Decimal(50)),
    )


def test_a_bank_s_directive_says_of_which_companies_it_speaks() -> None:
    (found,) = limits("X60 A", "X", X=under("Directive 2", "RUSSIA-EO14024"))
    assert found.why == ("It applies only if it is itself a foreign financial institution.",)


def test_it_stays_where_another_holder_is_limited_and_where_it_is_listed_itself() -> None:
    assert told(limits("X50+Y50 A", "X", X=SSI, Y=SSI)) == [("A", "EO 13662 Directive 2", "stays")]
    (own,) = limits("X60 A", "X", X=SSI, A=SSI)
    assert (own.status, own.path, own.citation) == ("stays", "own listing", "")
    assert told(limits("Y60 X", "X", X=LISTING["US"], Y=SSI)) == [("X", "EO 13662 Directive 2", "stays")]


def test_what_several_hold_under_one_directive_is_added_with_care() -> None:
    (found,) = limits("X25+Y25 A", "X", X=SSI, Y=SSI)
    assert (found.status, found.confidence) == ("lifted", Confidence.PARTLY)


def test_what_several_hold_under_different_directives_is_for_a_person() -> None:
    other = under("Directive 1")
    (found,) = limits("X25+Y25+Z25 A", "X", X=SSI, Y=other, Z=under("Directive 3"))
    assert (found.limit, found.status) == ("EO 13662 of several directives", "open")
    assert "whether they count is not settled" in found.why[0]
    (gone,) = limits("X25+Y25 A", "X", X=SSI, Y=other)
    assert gone.status == "lifted"
    mixed = limits("X50+Y25+Z25 A", "X", X=SSI, Y=other, Z=under("Directive 3"))
    assert [one.status for one in mixed] == ["lifted", "open"]
    assert told(limits("X25+Y50 A", "X", X=SSI, Y=other)) == [("A", "EO 13662 Directive 1", "stays")]
    assert limits("X25+Y25 A", "X", X=SSI, Y=DEBT) == []


def test_a_share_that_is_not_stated_leaves_it_open() -> None:
    (was,) = limits("X? A", "X", X=SSI)
    assert (was.status, was.path) == ("lifted", ())
    assert was.why[0] == "Whether a limit applied is open."
    assert "is not stated" in was.why[1]
    (stays,) = limits("X60+Y? A", "X", X=SSI, Y=SSI)
    assert stays.status == "open"


def test_a_limit_of_somebody_else_that_reaches_nobody_is_not_told() -> None:
    assert limits("X60 A; Y10 A", "X", X=LISTING["US"], Y=under("Directive 4", "RUSSIA-EO14024")) == []


def test_control_and_a_block_limit_nobody() -> None:
    assert limits("X! A; X10 A", "X", X=SSI) == []
    assert limits("X60 A", "X", X=LISTING["US"]) == []


def test_only_american_limits_in_force_are_followed() -> None:
    assert limits("X60 A", "X", "eu", X=SSI) == []
    ended = Designation(regime="US", programme="UKRAINE-EO13662", list_type="SSI", until=on("2020-01-01"))
    assert limits("X60 A", "X", X=ended) == []
    foreign = Designation(regime="EU", programme="833/2014 EO13662", list_type="SSI")
    assert limits("X60 A", "X", X=foreign) == []


def test_a_block_and_a_limit_are_told_apart_and_everybody_is_named() -> None:
    held = Link(kind="Ownership", subject="X", object="A", percentage=Decimal(60))
    more = Link(kind="Ownership", subject="Y", object="A", percentage=Decimal(50))
    people: list[Entity] = [entity("X", LISTING["US"], DEBT, links=[held]), entity("Y", SSI, links=[more]), entity("A")]
    found = ripple(people, "us", DAY, ("X",))
    assert found.freed == ("A", "X")
    assert told(list(found.limits)) == [("A", "EO 13662 Directive 2", "stays"), ("A", "EO 14024 Directive 3", "lifted")]
    assert dict(found.captions)["Y"] == "Y Holding"


def test_records_that_are_one_are_limited_as_one() -> None:
    held = Link(kind="Ownership", subject="X", object="A", percentage=Decimal(60))
    people = [entity("X", SSI, links=[held]), entity("A"), entity("B")]
    found = ripple(people, "us", DAY, ("X",), same=[("A", "B")])
    assert [one.id for one in found.limits] == ["A", "B"]
