"""Small worlds of owners and companies, written as one reads them: “X50 A; A50 B”."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from briefer.model.facts import Designation, Entity, Link, PartialDate

TOKEN = re.compile(r"(?P<owner>[A-Z])(?P<share>[\d.]+|\?)")
REGIMES = {"us": "US", "eu": "EU", "uk": "UK"}
LISTING = {
    "US": Designation(regime="US", programme="RUSSIA-EO14024", list_type="SDN"),
    "EU": Designation(regime="EU", programme="269/2014", list_type="Annex I", classes=("asset-freeze",)),
    "UK": Designation(regime="UK", programme="Russia", classes=("asset-freeze", "travel-ban")),
}


def links(text: str) -> list[Link]:
    """The holdings of a text such as “X25+Y25 A, B; A50 C”; “?” is a share that is not stated, “X! A” is control."""
    found = []
    for part in re.split(r"[;,]", text):
        holders, asset = part.split()
        if holders.endswith("!"):
            found.append(Link(kind="Directorship", subject=holders[0], object=asset, role="Director"))
        else:
            for match in TOKEN.finditer(holders):
                share = None if match["share"] == "?" else Decimal(match["share"])
                found.append(Link(kind="Ownership", subject=match["owner"], object=asset, percentage=share))
    return found


def entity(id: str, *designations: Designation, links: Iterable[Link] = ()) -> Entity:
    """An entity whose name is its id in words."""
    return Entity(id=id, schema="Company", caption=f"{id} Holding", designations=designations, links=tuple(links))


def world(text: str, listed: str, stated: Iterable[Link] = ()) -> list[Entity]:
    """The entities of a text; those in `listed` are blocked by the US, the EU and the UK in their own right."""
    every = [*links(text), *stated] if text else [*stated]
    ids = sorted({end for link in every for end in (link.subject, link.object) if end} | set(listed))
    return [
        entity(id, *(LISTING.values() if id in listed else ()), links=[link for link in every if link.subject == id])
        for id in ids
    ]


def on(text: str) -> PartialDate:
    """A whole day, month or year."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return PartialDate(text=text, earliest=date(*parts), latest=date(*parts))
    return PartialDate(text=text, earliest=date(parts[0], 1, 1), latest=date(parts[0], 12, 31))
