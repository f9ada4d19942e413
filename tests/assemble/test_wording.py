"""How lists word things, and how the page does."""

from decimal import Decimal

import pytest

from assemble import made
from briefer.assemble import wording
from briefer.model.facts import Link


@pytest.mark.parametrize(
    ("worded", "said"),
    [
        (("Block",), "Blocking"),
        (("Executive Order 14024 Directive 3", "Block"), "Blocking, Directive 3 under EO 14024"),
        (("13662 Sectoral Directive 1",), "Directive 1 under EO 13662"),
        (
            ("Executive Order 13662 Directive Determination - Subject to Directive 1", "13662 Sectoral Directive 1"),
            "Directive 1 under EO 13662",
        ),
        (("Asset freeze", "Ban on loans", "EU transit ban", "Directive 2", " "), None),
    ],
)
def test_measures_are_one_phrase_in_sentence_case(worded: tuple[str, ...], said: str | None) -> None:
    assert wording.measures(worded, "SDN") == (said or "Asset freeze, ban on loans, EU transit ban, Directive 2,  ")


def test_no_measure_and_no_list_say_nothing() -> None:
    assert wording.measures((), "") == ""


def link(kind: str, role: str, **more: object) -> Link:
    return Link(kind=kind, subject="ofac-1", object="ofac-2", role=role, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stated", "of_subject", "of_object"),
    [
        (
            link("Ownership", "Owned or Controlled By"),
            "Owned or controlled by this entry, share not stated",
            "Owns or controls this entry, share not stated",
        ),
        (
            link("Ownership", "shareholding"),
            "Holds an interest in it, recorded as “shareholding”, share not stated",
            "Holds an interest in this entry, recorded as “shareholding”, share not stated",
        ),
        (
            link("Ownership", "shareholding", percentage=Decimal("50.0")),
            "Owns, shareholding, 50 per cent",
            "Owned by, shareholding, 50 per cent",
        ),
        (link("Family", "Wife"), "Wife", "Wife of"),
        (
            link("Family", "Family member of"),
            "Family member",
            "Family member of",
        ),
        (link("Directorship", "Chief executive"), "Directs, Chief executive", "Directed by, Chief executive"),
        (link("Directorship", "Former head"), "Formerly directs, head", "Formerly directed by, head"),
        (link("Representation", "acts for"), "Acts for", "Represented by, acts for"),
    ],
)
def test_a_role_is_read_in_both_directions(stated: Link, of_subject: str, of_object: str) -> None:
    assert wording.relation(stated, made.PERSON) == of_subject
    assert wording.relation(stated, made.BANK) == of_object
