"""Where a source can be read."""

from dataclasses import replace

import pytest

from assemble import made
from briefer.assemble.addresses import EUR_LEX, NO_ADDRESS, PAGES, Address, address, first
from briefer.assemble.context import Context
from briefer.model.policy import Source
from briefer.sources import australia, canada, eu_journal_acts, ofac_csv, uk, un

COUNCIL = "Council of the European Union"


def test_a_stated_address_goes_before_every_other() -> None:
    stated = Source(id="s", title="SDN list", publisher="OFAC", kind="list", url="https://example.org/sdn.csv")
    assert address(stated) == Address("https://example.org/sdn.csv", "the source")


def test_a_list_file_leads_to_the_page_of_its_publisher() -> None:
    found = address(Source(id="s", title="Non-SDN lists, XML", publisher="OFAC", kind="list"))
    assert (found.url, found.leads_to) == (
        ofac_csv.URLS["ofac-cons"],
        "the publisher’s page of the list, as it is today",
    )


@pytest.mark.parametrize(
    "changes",
    [{"publisher": "Somebody"}, {"kind": "press"}, {"title": "What the SDN list says"}],
)
def test_nothing_is_made_up_for_another_publisher_kind_or_title(changes: dict[str, str]) -> None:
    found = replace(Source(id="s", title="SDN list, CSV", publisher="OFAC", kind="list"), **changes)  # type: ignore[arg-type]
    assert address(found) == Address()


@pytest.mark.parametrize(
    ("title", "celex"),
    [
        ("Regulation (EU) No 269/2014, Annex I", "32014R0269"),
        ("Council Implementing Regulation (EU) 2025/527", "32025R0527"),
        ("Regulation (EU) 2024/2465", "32024R2465"),
    ],
)
def test_a_regulation_of_the_union_leads_to_eur_lex(title: str, celex: str) -> None:
    found = address(Source(id="s", title=title, publisher=COUNCIL, kind="law"))
    assert found.url == eu_journal_acts.URL + celex
    assert eu_journal_acts.act_of(celex).url == found.url  # type: ignore[union-attr]
    assert address(Source(id="s", title=f"Note on {title}", publisher=COUNCIL, kind="law")) == Address()


def test_the_pages_of_lists_are_those_that_their_readers_give() -> None:
    known = {*ofac_csv.URLS.values(), uk.URL, canada.URL, australia.URL, un.URL}
    assert {url for _names, _title, url in PAGES} == known
    assert eu_journal_acts.URL == EUR_LEX


def test_of_several_sources_a_stated_address_goes_first_and_none_is_said() -> None:
    sources = (
        Source(id="list", title="UK Sanctions List", publisher="FCDO", kind="list"),
        Source(id="page", title="A page", url="https://example.org"),
        Source(id="bare", title="A letter"),
    )
    context = Context(pack=made.pack(), dossier=replace(made.DOSSIER, sources=sources), keys={}, placed=())
    assert first(context, ("list", "page")) == "https://example.org"
    assert first(context, ("bare", "list")) == uk.URL
    assert first(context, ("bare", "gone")) == NO_ADDRESS
