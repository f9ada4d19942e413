"""Marking schemes: which words a banner may carry, in which order, and where it stands on the page.

Sources: 32 CFR 2002 and the NARA CUI handbook (banner at the head, foot optional, portions optional); UK Government
Security Classifications Policy (default OFFICIAL, head and foot); FIRST TLP 2.0; E.O. 13526 for the portion letters.
"""

from dataclasses import dataclass

from briefer.language import _
from briefer.model.errors import BadCall


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One scheme: its markings from lowest to highest, the portion letters, and whether the foot carries the banner."""

    name: str
    title: str
    levels: tuple[str, ...]
    portions: tuple[str, ...]
    foot: bool = True
    printed: bool = True


SCHEMES = {
    scheme.name: scheme
    for scheme in (
        Scheme(name="us", title="United States, unclassified", levels=("UNCLASSIFIED", "CUI"), portions=("U", "CUI")),
        Scheme(
            name="cui", title="United States, CUI", levels=("UNCLASSIFIED", "CUI"), portions=("U", "CUI"), foot=False
        ),
        Scheme(name="uk", title="United Kingdom", levels=("OFFICIAL", "OFFICIAL-SENSITIVE"), portions=("O", "O-S")),
        Scheme(name="eu", title="European Union", levels=("PUBLIC", "LIMITE"), portions=("P", "L")),
        Scheme(
            name="tlp",
            title="Traffic Light Protocol 2.0",
            levels=("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"),
            portions=("C", "G", "A", "A+S", "R"),
        ),
        Scheme(name="none", title="No marking", levels=("",), portions=("",), printed=False),
    )
}


def scheme(name: str) -> Scheme:
    """Gives a scheme by name; BadCall where there is none."""
    if name not in SCHEMES:
        raise BadCall(_("There is no marking scheme “{name}”; use one of {list}.", name=name, list=", ".join(SCHEMES)))
    return SCHEMES[name]


def rank(name: str, marking: str) -> int:
    """Gives the height of a banner or portion mark in its scheme, 0 the lowest; BadCall where it is none of it.

    A banner may carry more after two slashes ("CUI//SP-PRVCY"); the first part decides.
    """
    found = scheme(name)
    level = marking.partition("//")[0].strip().upper()
    for words in (found.levels, found.portions):
        if level in words:
            return words.index(level)
    known = ", ".join(word for word in found.levels if word) or _("no marking")
    raise BadCall(
        _(
            "“{marking}” is not a marking of the scheme “{scheme}”; use {list}. "
            "Classified material must not be handled here.",
            marking=marking,
            scheme=name,
            list=known,
        )
    )
