"""Sets of options that a pack keeps under names: kept, taken up again, let go."""

from collections.abc import Iterable
from dataclasses import replace

from briefer.model.pack import NamedOptions, Pack, Tranche


def keep(pack: Pack, title: str, tranches: Iterable[Tranche]) -> Pack:
    """Keeps options under a name, in place of those that had it."""
    kept = NamedOptions(title=title, tranches=tuple(tranches))
    if title not in titles(pack):
        return replace(pack, scenarios=(*pack.scenarios, kept))
    return replace(pack, scenarios=tuple(kept if each.title == title else each for each in pack.scenarios))


def drop(pack: Pack, title: str) -> Pack:
    """Lets the options of a name go."""
    return replace(pack, scenarios=tuple(each for each in pack.scenarios if each.title != title))


def titles(pack: Pack) -> tuple[str, ...]:
    """Gives the names, in the order in which they were first given."""
    return tuple(each.title for each in pack.scenarios)


def take(pack: Pack, title: str) -> tuple[Tranche, ...]:
    """Gives the options of a name as the pack is now: of its picks, and in its sections; none where it has no such."""
    found = next((each.tranches for each in pack.scenarios if each.title == title), ())
    sections = {each.id for each in pack.sections}
    return tuple(_fitted(each, pack, sections) for each in found if not _emptied(each, pack))


def _fitted(tranche: Tranche, pack: Pack, sections: set[str]) -> Tranche:
    return replace(
        tranche,
        entities=tuple(id for id in tranche.entities if id in pack.entities),
        measures=tuple(id for id in tranche.measures if id in pack.measures),
        section=tranche.section if tranche.section in sections else "",
    )


def _emptied(tranche: Tranche, pack: Pack) -> bool:
    """Whether it named picks of which none is left: without any it would cover them all."""
    named = (*tranche.entities, *tranche.measures)
    return bool(named) and not set(named) & {*pack.entities, *pack.measures}
