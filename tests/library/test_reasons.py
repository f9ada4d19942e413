"""Why a name is found stays English while it is weighed, and is said in the language spoken where it is told."""

import pytest

from briefer.library import Library
from briefer.library.reasons import in_words
from tests.stretched import unsaid

from .lists import listing, record

RECORDS = (
    record("ofac-1", "DERIPASKA, Oleg Vladimirovich", values_=(("birthDate", "1968-01-02"),)),
    record("ofac-2", "OOO ROSTEC", "РОСТЕХ", schema="Organization"),
    record("ofac-3", "Rostec Marine Insurance", schema="Organization"),
    record("ofac-4", "Kim Jong Un", "김정은"),
    record("ofac-5", "習近平", schema="LegalEntity"),
)
ASKED = ("Oleg Deripaska 1968", "Rostek", "Ростех", "Rostec Marine Bank", "Kim Chong-un", "Xi Jinping", "김정은")


@pytest.mark.parametrize(
    "why",
    [
        "exact name",
        "2 of 3 words, some spelt differently",
        "all words but the form, transliterated from Cyrillic, born in 1954",
        "read in Korean, begun as in the other Korea",
        "",
    ],
)
def test_a_reason_is_english_as_it_stands(why: str) -> None:
    assert in_words(why) == why


@pytest.mark.usefixtures("stretched")
def test_every_part_of_a_reason_is_said() -> None:
    assert in_words("2 of 3 words, title left out") == "2 óóf 3 wóórds, tíítléé lééft óóúút"
    assert in_words("transliterated from Cyrillic") == "tráánslíítééráátééd fróóm Cyrííllííc"
    assert in_words("transliterated from Tibetan").endswith("fróóm Tibetan")


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_found_and_how_well_does_not_depend_on_the_language(
    library: Library, asked: str, request: pytest.FixtureRequest
) -> None:
    library.import_list(listing(*RECORDS, published="2025-01-01"))
    plain = library.search(asked, kind="Company") or library.search(asked)
    request.getfixturevalue("stretched")
    told = library.search(asked, kind="Company") or library.search(asked)
    assert plain
    assert [(hit.id, hit.score, hit.matched) for hit in told] == [(hit.id, hit.score, hit.matched) for hit in plain]
    assert [unsaid(hit.why) for hit in told] == [[]] * len(plain)
    assert all(unsaid(hit.why) for hit in plain)
