"""Everything on one entity: its facts with their sources, its class of relief, who stands at its links."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from briefer.language import _
from briefer.model.desk import Detail
from briefer.model.errors import BadCall
from briefer.model.facts import Entity, Fact

if TYPE_CHECKING:
    from briefer.library import Library

PLACES = ("country", "nationality", "citizenship", "jurisdiction", "flag", "mainCountry")
"""The properties that state a country."""
SINGLE = ("birthDate", "birthPlace", "deathDate", "gender", "imoNumber", "incorporationDate", "innCode", "ogrnCode")
"""What somebody has once: where those that state it give other values, they differ."""


def detail(library: "Library", id: str, as_of: date) -> Detail:
    """Gives everything on one entity; BadCall where the library holds none of that id."""
    from briefer import rulebook
    from briefer.analysis.relief import relief

    found = library.entities([id])
    if not found:
        raise BadCall(_("The library holds no entry “{id}” any more; search for it again.", id=id))
    entity = found[0]
    facts: tuple[Fact, ...] = (*entity.values, *entity.designations, *entity.absences, *entity.links)
    ends = {end for link in entity.links for end in (link.subject, link.object)} - {"", id}
    return Detail(
        entity=entity,
        relief=next(iter(relief((entity,), rulebook.load(), as_of)), None),
        positions=tuple(each for each in library.positions(everything=True) if id in each.entities),
        sources=library.sources(sorted({source for fact in facts for source in fact.sources})),
        origins=tuple(
            (each.id, f"{each.title} · {each.published}" if each.published else each.title)
            for each in library.snapshots(ids=sorted({fact.origin for fact in facts if fact.origin}))
        ),
        names=tuple((each.id, each.caption) for each in library.rows(sorted(ends))),
        countries=tuple(_countries(entity)),
        differ=differing(entity),
    )


def _countries(entity: Entity) -> Iterator[tuple[str, str]]:
    """The countries that are stated by a code of two letters, with their English names."""
    from babel import Locale

    named = Locale("en").territories
    for code in dict.fromkeys(value.value for value in entity.values if value.prop in PLACES):
        if (name := named.get(code.upper())) is not None:
            yield code, name


def differing(entity: Entity) -> tuple[str, ...]:
    """Gives the properties that can have one value and for which no two of those that state them agree on one."""
    stated: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for value in entity.values:
        if value.prop in SINGLE:
            for origin in value.sources or (value.origin,):
                stated[value.prop][origin].add(value.value.casefold())
    return tuple(prop for prop, by in stated.items() if len(by) > 1 and not set.intersection(*by.values()))
