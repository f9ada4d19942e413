"""A dossier of the tests' own with one entry of each class, and the options worked out on it."""

from dataclasses import replace
from datetime import date

from briefer import rulebook
from briefer.analysis.options import options
from briefer.analysis.relief import relief, relief_of_measures
from briefer.model.brief import Dossier
from briefer.model.facts import Designation, Entity, Measure, PartialDate, Value
from briefer.model.options import Cover
from briefer.model.pack import Tranche
from briefer.model.policy import Issue, Position

DAY = date(2025, 3, 31)


def when(text: str) -> PartialDate:
    day = date.fromisoformat(text)
    return PartialDate(text=text, earliest=day, latest=day)


def us(tag: str, kind: str = "SDN", *measures: str, start: str = "2022-03-01") -> Designation:
    return Designation(
        regime="US", programme=tag, list_type=kind, measures=measures, start=when(start), sources=("s-us",)
    )


def abroad(regime: str, tag: str, until: str = "") -> Designation:
    return Designation(
        regime=regime,
        programme=tag,
        list_type="List",
        measures=("Asset freeze",),
        start=when("2022-03-01"),
        until=when(until) if until else None,
    )


def entity(id: str, *items: Designation, schema: str = "Person", sector: str = "") -> Entity:
    values = (Value(prop="sector", value=sector),) if sector else ()
    return Entity(id=id, schema=schema, caption=id.title(), designations=items, values=values)


PLAIN = entity("plain", us("RUSSIA-EO14024"), abroad("EU", "269/2014", "2025-09-15"))
REVIEWED = entity("reviewed", us("UKRAINE-EO13661"), us("RUSSIA-EO14024"), abroad("UK", "Russia"))
BANK = entity(
    "bank",
    us("UKRAINE-EO13662", "SSI", "13662 Sectoral Directive 1"),
    us("RUSSIA-EO14024", "NS-MBS", "Executive Order 14024 Directive 3"),
    schema="Company",
    sector="Banking",
)
CENTRAL = entity(
    "central",
    us("RUSSIA-EO14024", "NS-MBS", "Executive Order 14024 Directive 4"),
    schema="PublicBody",
    sector="Banking",
)
STRANGE = entity("strange", us("TAG-OF-NOBODY"))
DISPUTED = entity("disputed", us("CYBER3"))
FREE = entity("free", abroad("EU", "269/2014", "2025-09-15"))

OIL = Measure(id="measure-oil-imports", title="Oil", regime="US", authority="PL 117-109", start=when("2022-04-08"))
LIMITS = Measure(
    id="measure-caatsa-223", title="Limits", regime="US", authority="22 USC 9523", start=when("2017-08-02")
)
SWIFT = Measure(id="measure-swift", title="Messaging", regime="EU", authority="833/2014", until=when("2025-07-31"))


def said(id: str, holder: str, stance: int | None, day: str, issue: str = "easing") -> Position:
    return Position(id=id, holder=holder, issue=issue, stance=stance, said_on=when(day))


POSITIONS = (
    said("p-1", "Anna", -2, "2025-02-01"),
    said("p-2", "Boris", 2, "2025-02-02"),
    said("p-3", "Clara", 0, "2025-02-03"),
    said("p-4", "Dmitri", None, "2025-02-04"),
    said("p-5", "Anna", 1, "2025-03-01"),
    said("p-6", "Emil", 2, "2025-03-01", issue="gas"),
    said("p-7", "Fay", 2, "2025-04-02"),
)
DOSSIER = Dossier(
    as_of=DAY,
    entities=(PLAIN, REVIEWED, BANK, CENTRAL, STRANGE, DISPUTED, FREE),
    measures=(OIL, LIMITS, SWIFT),
    positions=POSITIONS,
    issues=(Issue(id="easing", title="Easing"), Issue(id="gas", title="Gas")),
    law=rulebook.load(),
)


def cover(kind: str, dossier: Dossier = DOSSIER, **more: object) -> Cover:
    """Gives the answer for one option on the dossier."""
    known = (
        *relief(dossier.entities, dossier.law, dossier.as_of, dossier.measures),
        *relief_of_measures(dossier.measures, dossier.law, dossier.as_of),
    )
    tranche = Tranche(id="t", title="T", kind=kind, **more)  # type: ignore[arg-type]
    return options((tranche,), dossier, {one.id: one for one in known})[0]


def with_entities(*found: Entity, **more: object) -> Dossier:
    """Gives the dossier with other entities and no measures, unless they are given."""
    return replace(DOSSIER, **({"entities": found, "measures": ()} | more))  # type: ignore[arg-type]
