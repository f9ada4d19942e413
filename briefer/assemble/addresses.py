"""Where a source can be read: the address it states, else the known page of its publisher; none is made up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefer.assemble.context import Context
from briefer.language import _, mark
from briefer.model.policy import Source

NO_ADDRESS = mark("no public address held")
STATED = mark("the source")
LIST_PAGE = mark("the publisher’s page of the list, as it is today")
ACT_PAGE = mark("the act on EUR-Lex, as first published")
PAGES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("OFAC",),
        "SDN list",
        "https://ofac.treasury.gov/specially-designated-nationals-and-blocked-persons-list-sdn-human-readable-lists",
    ),
    (("OFAC",), "Non-SDN list", "https://ofac.treasury.gov/consolidated-sanctions-list-non-sdn-lists"),
    (
        ("FCDO", "Foreign, Commonwealth & Development Office"),
        "UK Sanctions List",
        "https://www.gov.uk/government/publications/the-uk-sanctions-list",
    ),
    (
        ("Global Affairs Canada",),
        "Consolidated Canadian Autonomous Sanctions List",
        "https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx",
    ),
    (
        ("DFAT", "Australian Department of Foreign Affairs and Trade"),
        "Consolidated List",
        "https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list",
    ),
    (
        ("United Nations Security Council", "United Nations"),
        "United Nations Security Council Consolidated List",
        "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
    ),
)
"""Pages of lists: the publisher's names, what the list's title begins with, the address that its reader gives."""
EUR_LEX = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"
UNION = frozenset({"Council of the European Union", "European Commission", "European Union"})
REGULATION = re.compile(
    r"(?:(?:Council|Implementing|Delegated) )*Regulation \(EU\) (?:No (?P<old>\d{1,4})/(?P<of>\d{4})"
    r"|(?P<year>\d{4})/(?P<new>\d{1,4}))\b"
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address and what it leads to, in words; both empty where none is known."""

    url: str = ""
    leads_to: str = ""


def address(source: Source) -> Address:
    """Gives the address that a source states, else that of its list's page or of the act that it is."""
    if public(source.url):
        return Address(source.url, _(STATED))
    if source.kind == "list" and (page := _page(source)):
        return Address(page, _(LIST_PAGE))
    act = REGULATION.match(source.title) if source.publisher in UNION and source.kind in ("list", "law") else None
    return Address(EUR_LEX + _celex(act), _(ACT_PAGE)) if act else Address()


def public(url: str) -> bool:
    """Says whether an address is one of the web."""
    return url.startswith(("http://", "https://"))


def first(context: Context, ids: Iterable[str]) -> str:
    """Gives the first address that one of some sources states, else the first known page, else that none is held."""
    found = tuple(address(context.sources[id]) for id in ids if id in context.sources)
    stated = (one.url for one in found if one.leads_to == _(STATED))
    return next(stated, "") or next((one.url for one in found if one.url), _(NO_ADDRESS))


def _page(source: Source) -> str:
    known = ((title, url) for names, title, url in PAGES if source.publisher in names)
    return next((url for title, url in known if source.title.startswith(title)), "")


def _celex(act: re.Match[str]) -> str:
    """Gives the number under which EUR-Lex keeps a regulation: sector, year, kind, number."""
    return f"3{act['of'] or act['year']}R{int(act['old'] or act['new']):04d}"
