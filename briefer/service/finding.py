"""Answers what the library panel asks for, from one open library; what was worked out is kept until it changes."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from briefer.language import _, mark, spoken
from briefer.model.desk import Asked, Found, Match, Row
from briefer.model.facts import Measure
from briefer.model.law import STRICTNESS, UNKNOWN
from briefer.model.relief import Relief
from briefer.service import edits

if TYPE_CHECKING:
    from briefer.library import Library

FOUND = 200
"""So many hits of a name are listed; more are never looked through."""
BEGUN = (80, 94)
"""The scores of a name of which a word begins like the last word typed: the more of it is typed, the higher."""
LIKE_FROM = 3
"""So many letters have to be typed before names are looked for that are merely like them."""
KEPT = 16
"""So many answers without a name are kept."""
HOME = "US"
"""The regime whose relief has classes."""
MEASURE = "Measure"
"""The kind under which measures are listed."""
GROUP = "measures"
OWNERS = "owners"
TITLE = mark("all words of the title")
NARROWS = ("kind", "programme", "regime", "country", "listed", "listed_from")
Class = tuple[str | None, bool]
NO_CLASS: Class = (None, False)


class Finder:
    """Finds in one library; made anew with it."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._state = -1
        self._kept: dict[Any, Any] = {}

    def find(self, asked: Asked) -> Found:
        """Gives the ids that the panel lists: of a name the hits, without one all that the filters let through."""
        start = time.perf_counter()
        self._renew()
        whole = self._once("held", lambda: self._library.held().entities)
        found = self._named(asked) if any(map(str.isalnum, asked.name)) else Found(ids=self._browsed(asked))
        return replace(found, of=whole, seconds=time.perf_counter() - start)

    def rows(self, ids: Iterable[str]) -> tuple[Row, ...]:
        """Gives the rows of some ids, of entities and measures alike, in that order."""
        wanted = tuple(ids)
        found = {row.id: row for row in self._library.rows(wanted)}
        found |= {
            row.id: row for row in map(_row, self._library.measures(id for id in wanted if edits.group_of(id) == GROUP))
        }
        return tuple(found[id] for id in wanted if id in found)

    def _measures(self, asked: Asked) -> dict[str, str]:
        """The titles of the measures, which no list states, that the filters and all words of the name let through."""
        words = asked.name.casefold().split()
        every = self._library.measures() if asked.kind == MEASURE or asked.in_pack or words else ()
        fitting = (each for each in every if _fits(each, asked) and all(w in each.title.casefold() for w in words))
        return {each.id: each.title for each in sorted(fitting, key=lambda each: each.title.casefold())}

    def classes(self, day: date) -> dict[str, Class]:
        """Gives the class of relief, and whether it is contested, of everybody whom the United States list on a day."""
        from briefer import rulebook
        from briefer.analysis.relief import relief, relief_of_measures

        self._renew()

        def worked_out() -> dict[str, Class]:
            held = self._library.holders(HOME, day)
            book = rulebook.load()
            listed = relief((each for each in held if each.designations), book, day)
            answers = (*listed, *relief_of_measures(self._library.measures(), book, day))
            return {each.id: (each.klass, each.contested) for each in answers if each.klass}

        classes: dict[str, Class] = self._once(("classes", day), worked_out)
        return classes

    def eased(self, id: str, day: date) -> Relief:
        """Gives the whole answer on relief of an entity; BadCall where no state of the day holds it.

        Who holds what and is listed is kept for the day last asked for, until lists or decisions change.
        """
        from briefer.service.easing import eased

        self._renew()
        rests_on = (day, spoken(), self._library.decisions())
        if self._kept.get(OWNERS, ((),))[0] != rests_on:
            self._kept[OWNERS] = rests_on, {}
        return eased(self._library, (id,), day, None, self._kept[OWNERS][1])[0]

    def _renew(self) -> None:
        """Forgets what was kept where somebody has written into the library."""
        state = self._library.state()
        if state != self._state:
            self._state, self._kept = state, {}

    def _once(self, key: Any, work_out: Callable[[], Any]) -> Any:
        if key not in self._kept:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = work_out()
        return self._kept[key]

    def _narrowing(self, asked: Asked) -> dict[str, Any]:
        """The filters as the library takes them; class and pack become the ids of which alone some may be found."""
        said = {name: getattr(asked, name) for name in NARROWS}
        among = set(asked.picks) if asked.in_pack else None
        if asked.klass:
            classes = self.classes(asked.day or date.today())  # noqa: DTZ011  the user's own day
            of_class = {id for id, (klass, _contested) in classes.items() if klass == asked.klass}
            among = of_class if among is None else among & of_class
        return {**said, "among": None if among is None else tuple(sorted(among))}

    def _browsed(self, asked: Asked) -> tuple[str, ...]:
        measures = tuple(self._measures(asked))
        if asked.kind == MEASURE:
            return measures
        order = "since" if asked.order == "since" else "name"
        narrowing = self._narrowing(asked)

        def listed() -> tuple[str, ...]:
            return self._library.browse(order=order, descending=asked.descending, **narrowing)

        ids: tuple[str, ...] = self._once((order, asked.descending, *narrowing.values()), listed)
        ids = (*ids, *measures) if measures else ids
        return self._by_class(ids, asked) if asked.order == "class" else ids

    def _by_class(self, ids: tuple[str, ...], asked: Asked) -> tuple[str, ...]:
        """Orders from the easiest class to the strictest; what has none stands last either way."""
        classes = self.classes(asked.day or date.today())  # noqa: DTZ011  the user's own day
        rank = {klass: at for at, klass in enumerate((*STRICTNESS, UNKNOWN))}
        classed = (id for id in ids if id in classes)
        ranked = sorted(classed, key=lambda id: rank[classes[id][0] or UNKNOWN], reverse=asked.descending)
        return (*ranked, *(id for id in ids if id not in classes))

    def _named(self, asked: Asked) -> Found:
        titles = self._measures(asked)
        found = {id: Match(score=_share(asked.name, said), matched=said, why=_(TITLE)) for id, said in titles.items()}
        found |= {} if asked.kind == MEASURE else self._matches(asked, self._narrowing(asked))
        matches = {id: found[id] for id in sorted(found, key=lambda id: -found[id].score)}
        good = {id: match for id, match in matches.items() if match.score >= asked.min_score}
        ids = self._ordered(tuple(good), asked)
        nearest = None
        if matches and not good:
            id, match = next(iter(matches.items()))
            nearest = (self.rows([id])[0].caption, match.score)
        return Found(ids=ids, matches=tuple(good[id] for id in ids), nearest=nearest)

    def _matches(self, asked: Asked, narrowing: dict[str, Any]) -> dict[str, Match]:
        """Gives what is like the name, and what begins like it, best first."""
        letters = sum(map(str.isalnum, asked.name))
        hits = self._library.search(asked.name, limit=FOUND, **narrowing) if letters >= LIKE_FROM else ()
        found = {hit.id: Match(score=hit.score, matched=hit.matched, why=hit.why) for hit in hits}
        for id, name in self._library.starting(asked.name, limit=FOUND, **narrowing):
            begun = Match(score=_share(asked.name, name), matched=name, why=_("start of a word"))
            found[id] = max(found.get(id, begun), begun, key=lambda match: match.score)
        return {id: found[id] for id in sorted(found, key=lambda id: -found[id].score)[:FOUND]}

    def _ordered(self, ids: tuple[str, ...], asked: Asked) -> tuple[str, ...]:
        if asked.order == "match":
            return ids[::-1] if asked.descending else ids
        if asked.order == "class":
            return self._by_class(ids, asked)
        rows = self.rows(ids)
        return tuple(row.id for row in sorted(rows, key=ORDERS[asked.order], reverse=asked.descending))


def _row(each: Measure) -> Row:
    since = each.start.earliest.isoformat() if each.start and each.start.earliest else ""
    return Row(id=each.id, caption=each.title, schema=MEASURE, programmes=(each.authority,), listed=True, since=since)


def _fits(each: Measure, asked: Asked) -> bool:
    """Whether the filters let a measure through; those that ask for what it has not keep it out."""
    return (
        asked.kind in ("", MEASURE)
        and not (asked.programme or asked.country or asked.listed is False or asked.listed_from)
        and asked.regime in ("", each.regime)
        and asked.klass in ("", each.klass)
        and (not asked.in_pack or each.id in asked.picks)
    )


ORDERS: dict[str, Callable[[Row], str]] = {"name": lambda row: row.caption.lower(), "since": lambda row: row.since}
"""What rows are sorted by where it is no match and no class."""


def _share(typed: str, name: str) -> int:
    least, most = BEGUN
    return round(least + (most - least) * min(1.0, len(typed.strip()) / max(1, len(name))))
