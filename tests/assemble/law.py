"""A dossier with listings that the shipped rulebook knows, for the tests of the sections of the analysis."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assemble import made
from briefer import rulebook
from briefer.model.brief import Dossier
from briefer.model.facts import Designation, Entity, Link, Measure
from briefer.model.law import Rulebook


def freeze(regime: str, programme: str, list_type: str, **more: object) -> Designation:
    facts = {"regime": regime, "programme": programme, "list_type": list_type, "measures": ("Asset freeze",)}
    return Designation(**{**facts, "start": made.on("2022-04-08"), **more})  # type: ignore[arg-type]


def owns(subject: str, object: str, share: str | None) -> Link:  # noqa: A002
    percentage = Decimal(share) if share else None
    return Link(kind="Ownership", subject=subject, object=object, percentage=percentage, origin=made.LIST)


REVIEWED = Entity(
    id="ofac-1",
    schema="Person",
    caption="Ivan Reviewed",
    designations=(
        made.us("UKRAINE-EO13661", "2014-03-20"),
        made.us("RUSSIA-EO14024", "2022-04-06"),
        freeze("EU", "269/2014", "Annex I"),
        freeze("UK", "Russia", "UK Sanctions List"),
    ),
    links=(owns("ofac-1", "ofac-2", "60"), owns("ofac-1", "ofac-3", "70"), owns("ofac-1", "ofac-4", None)),
)
ALONE = Entity(
    id="ofac-5", schema="Person", caption="Anna Alone", designations=(made.us("RUSSIA-EO14024", "2022-04-06"),)
)
ABROAD = Entity(id="uk-1", schema="Person", caption="Only Abroad", designations=(freeze("UK", "Russia", "List"),))
FREED = Entity(id="ofac-2", schema="Company", caption="Freed Company", links=REVIEWED.links[:1])
LISTED = Entity(
    id="ofac-3",
    schema="Company",
    caption="Listed Company",
    designations=(made.us("RUSSIA-EO14024", "2022-04-06"),),
    links=REVIEWED.links[1:2],
)
OPEN = Entity(id="ofac-4", schema="Company", caption="Open Company", links=REVIEWED.links[2:])
OIL = Measure(id="measure-oil-imports", title="Oil import ban", regime="US", authority="Public Law 117-109")
SWIFT = Measure(
    id="measure-eu-messaging",
    title="Messaging ban",
    regime="EU",
    authority="Regulation (EU) No 833/2014",
    lifting="Council, unanimous.",
    until=made.on("2025-07-31"),
)


def dossier(
    *entities: Entity, measures: Iterable[Measure] = (), neighbours: Iterable[Entity] = (), day: date = made.DAY
) -> Dossier:
    """Gives a dossier of these entities with the rows of the rulebook that they need."""
    picks, others, kept = tuple(entities), tuple(neighbours), tuple(measures)
    law: Rulebook = rulebook.excerpt(rulebook.load(), (*picks, *others), kept, day)
    return replace(
        made.DOSSIER,
        as_of=day,
        entities=picks,
        neighbours=others,
        measures=kept,
        positions=(),
        events=(),
        law=law,
    )
