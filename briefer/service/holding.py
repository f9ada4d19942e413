"""Everything on one position, issue, source or list that the library panel shows; and what its forms offer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from briefer.language import _
from briefer.model.desk import Holding, Known
from briefer.model.errors import BadCall
from briefer.model.policy import Position

if TYPE_CHECKING:
    from briefer.library import Library


def holding(library: "Library", kind: str, id: str) -> Holding:
    """Gives what there is on an id of positions, issues, sources or lists; BadCall where the library holds none."""
    found = WAYS[kind](library, id)
    if found is None:
        raise BadCall(_("The library holds no “{id}” any more; search for it again.", id=id))
    return found


def _position(library: "Library", id: str) -> Holding | None:
    every = library.positions(everything=True)
    held = next((each for each in every if each.id == id), None)
    if held is None:
        return None
    targets = library.rows(held.entities)
    named = [(each.id, each.caption) for each in targets]
    named += [(each.id, each.title) for each in library.measures(held.measures)]
    return Holding(
        kind="positions",
        id=id,
        position=held,
        issue=next(iter(library.issues([held.issue])), None),
        source=next(iter(library.sources([held.source])), None),
        former=tuple(_chain(held, {each.id: each for each in every})),
        later=tuple(each for each in every if each.supersedes == id),
        names=tuple(named),
    )


def _chain(held: Position, every: Mapping[str, Position]) -> Iterator[Position]:
    """The positions that one took the place of, the nearest first; a ring ends where it closes."""
    seen = {held.id}
    while (former := every.get(held.supersedes)) is not None and former.id not in seen:
        seen.add(former.id)
        yield former
        held = former


def _issue(library: "Library", id: str) -> Holding | None:
    issue = next(iter(library.issues([id])), None)
    if issue is None:
        return None
    return Holding(kind="issues", id=id, issue=issue, positions=library.positions(issues=[id]))


def _source(library: "Library", id: str) -> Holding | None:
    source = next(iter(library.sources([id])), None)
    if source is None:
        return None
    stated = tuple(each for each in library.positions(everything=True) if each.source == id)
    return Holding(kind="sources", id=id, source=source, positions=stated)


def _list(library: "Library", id: str) -> Holding | None:
    rows = tuple(each for each in library.lists(everything=True) if each.list == id)
    return Holding(kind="lists", id=id, snapshots=rows[::-1]) if rows else None


def _measure(library: "Library", id: str) -> Holding | None:
    from briefer import rulebook
    from briefer.analysis.relief import relief_of_measures

    measure = next(iter(library.measures([id])), None)
    if measure is None:
        return None
    return Holding(
        kind="measures",
        id=id,
        measure=measure,
        sources=library.sources(measure.sources),
        relief=relief_of_measures((measure,), rulebook.load(), date.today())[0],  # noqa: DTZ011  the user's own day
        names=tuple((each.id, each.caption) for each in library.rows(measure.entities)),
    )


WAYS: Mapping[str, Callable[["Library", str], Holding | None]] = {
    "positions": _position,
    "issues": _issue,
    "sources": _source,
    "lists": _list,
    "measures": _measure,
}


def known(library: "Library | None") -> Known:
    """Gives what the forms offer; of an empty library the languages alone."""
    if library is None:
        return Known(languages=_languages())
    positions = library.positions(everything=True)
    return Known(
        holders=tuple(_holders(positions)),
        issues=library.issues(),
        sources=library.sources(),
        positions=positions,
        measures=library.measures(),
        languages=_languages(),
    )


def _holders(positions: Iterable[Position]) -> list[tuple[str, str]]:
    """Each holder with the capacity stated last, by name."""
    latest: dict[str, str] = {}
    for each in positions:
        latest[each.holder] = each.capacity or latest.get(each.holder, "")
    return sorted(latest.items())


def _languages() -> tuple[tuple[str, str], ...]:
    """The languages that are written by a code of two letters, by their English names."""
    from babel import Locale

    named = Locale("en").languages
    return tuple(sorted(((code, name) for code, name in named.items() if len(code) == 2), key=lambda pair: pair[1]))


def countries(library: "Library") -> tuple[tuple[str, str], ...]:
    """The countries that anybody in the library is of or in, by code and English name."""
    from babel import Locale

    named = Locale("en").territories
    return tuple(
        sorted(((code, named.get(code.upper(), code)) for code in library.countries()), key=lambda pair: pair[1])
    )
