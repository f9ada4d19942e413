"""The directives of an order that OFAC's plain formats print among the remarks or documents of an entry."""

import re
from collections.abc import Iterable

from briefer.sources import ofac_programmes

SECTORAL = "UKRAINE-EO13662"
"""The programme whose directives are a list of their own, so that an entry of the SDN list is not under them there."""

SUBJECT = re.compile(
    r"Executive Order (?P<order>\d{5}) Directive (?:Determination|Information)\b.*?"
    r"\bSubject to (?P<limb>Directive \d[a-z]?)\b",
    re.IGNORECASE,
)
LISTED = re.compile(r"Listing Date \(EO (?P<order>\d{5}) (?P<limb>Directive \d[a-z]?)\)", re.IGNORECASE)
"""How the day of a listing under a directive is printed; of Directive 2 of EO 14024 nothing else is."""

Said = tuple[str, str]
"""The number of an order and the directive as a measure."""


def directives(texts: Iterable[str]) -> tuple[Said, ...]:
    """Gives the directives that these texts print, each once, by order and number.

    Those of EO 13662 keep their words; of the others these are long, and the measure is named as in ENHANCED XML.
    """
    found: dict[tuple[str, str], str] = {}
    for text in texts:
        if said := SUBJECT.match(text) or LISTED.match(text):
            order, limb = said["order"], said["limb"]
            short = f"Executive Order {order} {limb}"
            found.setdefault((order, limb.casefold()), text if order in SECTORAL else short)
    return tuple((order, text) for (order, _), text in sorted(found.items()))


def measures(said: Iterable[Said], programme: str, *, blocked: bool) -> tuple[str, ...]:
    """Gives the directives of a programme; one that is `blocked` under EO 13662 itself stands under none of them."""
    if blocked and programme == SECTORAL:
        return ()
    return tuple(text for order, text in said if order in programme)


def placed(programmes: list[str], key: str, said: Iterable[Said]) -> tuple[tuple[str, str], ...]:
    """Pairs the programmes of an entry of a list (`key`) with the part of the list, empty where it is open.

    Somebody blocked under another programme keeps a sectoral listing, which the SDN file prints as a tag beside.
    """
    kinds = ofac_programmes.list_types(programmes)
    if key == "ofac-sdn":
        beside = len(programmes) > 1 and any(order in SECTORAL for order, _ in said)
        kinds = ["SSI" if beside and tag == SECTORAL else ofac_programmes.SDN for tag in programmes]
    return tuple(zip(programmes, kinds, strict=True))
