"""A search of the library, also for a day, and what has to be known with its answer."""

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType
from typing import Any

from briefer.language import _, ngettext
from briefer.library import Library
from briefer.model.answers import Hit
from briefer.service.days import answering, held_from, left_out, on_day, stood
from briefer.service.programmes import check_programme

FILTERS = MappingProxyType(
    {
        "kind": "--kind",
        "programme": "--programme",
        "regime": "--regime",
        "country": "--country",
        "min_score": "--min-score",
        "listed_from": "--listed-from",
        "listed_to": "--listed-to",
        "listed": "--still-listed",
    }
)
"""What a search is narrowed by, as the command line calls it."""


def searched(library: Library, name: str, as_of: date | None, narrowing: dict[str, Any]) -> tuple[Hit, ...]:
    """Gives the hits, on a day as they stood then; BadCall for a filter that can find nothing."""
    if programme := narrowing.get("programme"):
        check_programme(programme, library.tags())
    if as_of is None:
        return library.search(name, **narrowing)
    listed, *tag = (narrowing.get(field) for field in ("listed", "programme", "regime"))
    found = library.search(name, **{**narrowing, "listed": None})
    return on_day(library, found, as_of, listed, *(each or "" for each in tag))


def search_notes(
    library: Library, name: str, found: Iterable[Hit], as_of: date | None, narrowing: dict[str, Any]
) -> tuple[str, ...]:
    """Says which states answer for the day, and which hits were left out: undated, of no country, not held."""
    hits = tuple(found)
    notes: tuple[str, ...] = ()
    if as_of:
        ids = [hit.id for hit in hits]
        later = held_from(library, _later(library, name, hits, as_of, narrowing), as_of)
        stated = answering(library, as_of, ids, narrowing.get("regime") or "")
        notes = (*stated, *later, *library.notes(as_of, ids or None))
    missed = (*_undated(library, name, hits, as_of, narrowing), *_of_no_country(library, name, hits, as_of, narrowing))
    return (*notes, *missed, *_crowded(library, name, as_of, narrowing))


def without(library: Library, name: str, as_of: date | None, narrowing: dict[str, Any]) -> str:
    """Says of a search that found nothing how many hits it has without its filters; empty where it has none."""
    given = [field for field in FILTERS if narrowing.get(field)]
    rest = {field: value for field, value in narrowing.items() if field not in FILTERS}
    count = len(searched(library, name, as_of, rest)) if given else 0
    if not count:
        return ""
    options = _(" and ").join(FILTERS[field] for field in given)
    if count == narrowing.get("limit"):
        return _("{count} or more hits without {options}", count=count, options=options)
    return ngettext("{count} hit without {options}", "{count} hits without {options}", count, options=options)


def _later(library: Library, name: str, hits: tuple[Hit, ...], as_of: date, narrowing: dict[str, Any]) -> list[str]:
    """The ids that would be found on another day, of those that fit at least as well as what was found."""
    least = max((hit.score for hit in hits), default=0)
    every = library.search(name, **{**narrowing, "listed": None})
    fits = [hit.id for hit in every if hit.score >= least]
    held = stood(library, fits, as_of)
    return [id for id in fits if id not in held]


def _crowded(library: Library, name: str, as_of: date | None, narrowing: dict[str, Any]) -> tuple[str, ...]:
    compared = library.more(name, **(narrowing | {"listed": None} if as_of else narrowing))
    if not compared:
        return ()
    told = _(
        "More names hold “{name}” than the {compared} that were compared; narrow the search.",
        name=name,
        compared=compared,
    )
    return (told,)


def _undated(
    library: Library, name: str, hits: tuple[Hit, ...], as_of: date | None, narrowing: dict[str, Any]
) -> tuple[str, ...]:
    if not (narrowing.get("listed_from") or narrowing.get("listed_to")):
        return ()
    missed = _missed(library, name, hits, as_of, {**narrowing, "listed_from": None, "listed_to": None})
    undated = library.undated(missed, narrowing.get("programme", ""), narrowing.get("regime", ""))
    return left_out((id for id in missed if id in undated), _no_date)


def _no_date(count: int, named: str) -> str:
    return ngettext(
        "{count} hit was left out, since no list states the date of its designation ({named}); "
        "a search without --listed-from and --listed-to shows them.",
        "{count} hits were left out, since no list states the date of their designation ({named}); "
        "a search without --listed-from and --listed-to shows them.",
        count,
        named=named,
    )


def _of_no_country(
    library: Library, name: str, hits: tuple[Hit, ...], as_of: date | None, narrowing: dict[str, Any]
) -> tuple[str, ...]:
    if not narrowing.get("country"):
        return ()
    missed = _missed(library, name, hits, as_of, {**narrowing, "country": ""})
    unsaid = library.without_country(missed)
    return left_out((id for id in missed if id in unsaid), _no_country)


def _no_country(count: int, named: str) -> str:
    return ngettext(
        "{count} hit was left out, since no list states its country ({named}); a search without --country shows them.",
        "{count} hits were left out, since no list states their country ({named}); "
        "a search without --country shows them.",
        count,
        named=named,
    )


def _missed(library: Library, name: str, hits: tuple[Hit, ...], as_of: date | None, wider: dict[str, Any]) -> list[str]:
    """The ids that a wider search finds beside these hits, best first."""
    shown = {hit.id for hit in hits}
    return [hit.id for hit in searched(library, name, as_of, wider) if hit.id not in shown]
