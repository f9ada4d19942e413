"""Which entities an id, an identifier or a contact finds, and as what it is shown."""

from dataclasses import replace

import pytest

from briefer.library import Library

from .lists import listing, record

REACHED = (
    record("ofac-1", "CHOWDHURY, A", values_=(("email", "TopGlasses@gmail.com"), ("phone", "8613621583465"))),
    record("ofac-2", "WONDER", schema="Company", values_=(("website", "http://www.ZJwonder.com/"),)),
    record("ofac-3", "GUARD", schema="Company", values_=(("website", "https://vk.com/guard"),)),
    record("ofac-4", "ORION", schema="Company", values_=(("phone", "+ 7 (812) 640-19-10, + 7 (921) 910-31-32"),)),
    record("ofac-5", "CHAIN", values_=(("publicKey", "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"),)),
    record("ofac-6", "GMAIL COM TRADING", schema="Company", values_=(("email", "info@one.ru"),)),
    record("ofac-7", "ZJWONDERS COM", schema="Company", values_=(("email", "info@one.ru"),)),
    record("ofac-8", "NAMESAKE", schema="Company", values_=(("website", "https://ok.ru/page/12"),)),
    record("ofac-9", "PASSER", schema="Company", values_=(("website", "https://ok.ru/page/120"),)),
)


@pytest.fixture
def reached(library: Library) -> Library:
    library.import_list(listing(*REACHED, published="2025-01-01"))
    return library


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("topglasses@GMAIL.com", {"ofac-1": "TopGlasses@gmail.com"}),
        ("info@one.ru", {"ofac-6": "info@one.ru", "ofac-7": "info@one.ru"}),
        ("+86 136 2158 3465", {"ofac-1": "8613621583465"}),
        ("tel. 8 921 910-31-32", {"ofac-4": "7 (921) 910-31-32"}),
        ("www.zjwonder.com", {"ofac-2": "ZJwonder.com"}),
        ("https://zjwonder.com/en/about", {"ofac-2": "ZJwonder.com"}),
        ("vk.com/guard", {"ofac-3": "vk.com/guard"}),
        ("vk.com", {"ofac-3": "vk.com/guard"}),
        ("ok.ru/page/12", {"ofac-8": "ok.ru/page/12"}),
        ("ok.ru/page", {"ofac-8": "ok.ru/page/12", "ofac-9": "ok.ru/page/120"}),
        ("k.com", {}),
        ("12QTD5BFWRSDNSAZY76UVE1XYCGNTOJH9H", {"ofac-5": "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"}),
        ("ofac-5", {"ofac-5": "CHAIN"}),
    ],
)
def test_what_is_somebodys_alone_finds_them_and_is_shown_as_listed(
    reached: Library, asked: str, shown: dict[str, str]
) -> None:
    found = {hit.id: hit.matched for hit in reached.search(asked) if hit.why == "identifier"}
    assert found == shown
    assert {hit.score for hit in reached.search(asked) if hit.why == "identifier"} <= {100}


def test_an_e_mail_address_that_nobody_has_finds_nobody(reached: Library) -> None:
    assert reached.search("trading@gmail.com") == ()


def test_filters_narrow_what_a_contact_finds(reached: Library) -> None:
    assert reached.search("topglasses@gmail.com", kind="Company") == ()
    assert [hit.id for hit in reached.search("topglasses@gmail.com", kind="Person")] == ["ofac-1"]


def test_a_contact_shared_makes_no_proposal(library: Library) -> None:
    library.import_list(listing(REACHED[5], published="2025-01-01"))
    library.import_list(listing(replace(REACHED[6], id="eu-7"), of="eu-fsf", publisher="EU", published="2025-01-01"))
    assert library.proposals(min_score=0) == ()


def test_a_contact_is_no_longer_found_where_its_list_states_it_no_more(reached: Library) -> None:
    without = [replace(each, values=each.values[:1]) for each in REACHED]
    reached.import_list(listing(*without, published="2025-02-01"))
    assert reached.search("topglasses@gmail.com") == ()
