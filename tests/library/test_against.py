"""What speaks against a pair whose names agree."""

import pytest

from briefer.library import Library
from briefer.library.against import contradict, wants_proof
from briefer.model.answers import Sameness

from .lists import listing, record


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Person", "Company", True),
        ("Person", "Vessel", True),
        ("Vessel", "LegalEntity", True),
        ("Company", "Vessel", True),
        ("Company", "Organization", False),
        ("Company", "LegalEntity", False),
        ("Person", "LegalEntity", False),
        ("Vessel", "Vessel", False),
        ("Asset", "Vessel", False),
    ],
)
def test_kinds_contradict_each_other(one: str, other: str, apart: bool) -> None:
    assert contradict(one, other) == contradict(other, one) == apart
    assert wants_proof(one, other) == ({one, other} == {"Person", "LegalEntity"})


RUSSIA = (("country", "ru"),)


def proposed(library: Library, one: object, other: object, least: int = 0) -> tuple[Sameness, ...]:
    library.import_list(listing(one, published="2025-01-01"))
    library.import_list(listing(other, published="2025-01-01", of="eu-fsf", publisher="EU"))
    return library.proposals(min_score=least)


def test_a_company_is_a_person_only_with_a_number(library: Library) -> None:
    inn = (("innCode", "7707083893"),)
    unnumbered = record("ofac-1", "Haji Basir"), record("eu-1", "Haji Basir", schema="LegalEntity")
    assert proposed(library, *unnumbered) == ()
    numbered = (
        record("ofac-1", "Haji Basir", values_=inn),
        record("eu-1", "Haji Basir", schema="LegalEntity", values_=inn),
    )
    library.import_list(listing(numbered[0], published="2025-02-01"))
    library.import_list(listing(numbered[1], published="2025-02-01", of="eu-fsf", publisher="EU"))
    (found,) = library.proposals()
    assert [(each.name, each.says) for each in found.features] == [
        ("name", "alike"), ("kind", "alike"), ("number", "same")
    ]  # fmt: skip


def test_a_short_alias_alone_says_little(library: Library) -> None:
    one = record("ofac-1", "Northern Shipping House", "IUS", schema="Company", values_=(("country", "ru"),))
    other = record("eu-1", "Quantum Radio Works", "IUS", schema="Company", values_=(("country", "om"),))
    (found,) = proposed(library, one, other)
    assert (found.features[0].points, found.score) == (82, 79)


def test_a_bodys_whole_name_that_is_another_ones_alias_is_proposed_unless_something_speaks_against_it(
    library: Library,
) -> None:
    one = record("ofac-1", "Russian Agricultural Works", "ROSSELKHOZWORKS", schema="Company")
    other = record("eu-1", "Rosselkhozworks", schema="LegalEntity")
    (found,) = proposed(library, one, other, 85)
    assert found.score == 85
    elsewhere = record("ofac-1", "Russian Agricultural Works", "ROSSELKHOZWORKS", schema="Company", values_=RUSSIA)
    library.import_list(listing(elsewhere, published="2025-02-01"))
    abroad = record("eu-1", "Rosselkhozworks", schema="LegalEntity", values_=(("country", "om"),))
    library.import_list(listing(abroad, published="2025-02-01", of="eu-fsf", publisher="EU"))
    assert library.proposals() == ()


def test_a_branch_stays_below_the_bank(library: Library) -> None:
    one = record("ofac-1", "PJSC VTB BANK (KIEV)", "VTB BANK, PUBLIC JOINT STOCK COMPANY", schema="Company")
    (found,) = proposed(library, one, record("eu-1", "VTB Bank", schema="Company"))
    assert found.score == 82


def test_an_acronym_in_a_caption_is_no_further_word(library: Library) -> None:
    one = record("ofac-1", "RAJAH SOLAIMAN MOVEMENT (RSM)", "RAJAH SOLAIMAN MOVEMENT", schema="Organization")
    (found,) = proposed(library, one, record("eu-1", "Rajah Solaiman Movement", schema="Organization"), 85)
    assert found.score == 90


def test_sons_of_other_fathers_are_not_proposed_for_a_shorter_alias(library: Library) -> None:
    one = record("ofac-1", "BOGDANOV, Vladimir Mikhaylovich", "BOGDANOV, Vladimir")
    assert proposed(library, one, record("eu-1", "Vladimir Leonidovich BOGDANOV"), 85) == ()
