"""How long before a day the newest state of a list was published that says somebody is listed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from briefer.analysis.force import in_force, state
from briefer.language import _, day_in_words
from briefer.model.facts import Designation

OLDEST = timedelta(days=60)
"""A state of a list that is older than this no longer tells who is listed on a day; our measure, no rule of law."""


@dataclass(frozen=True, slots=True, order=True)
class Aged:
    """A list whose newest state at hand is old on the day that is asked for."""

    list: str
    published: date
    day: date

    @property
    def sentence(self) -> str:
        """Says which list, by its id, of which day, and that no state of it from between is held."""
        return self.told({})

    def told(self, titles: Mapping[str, str]) -> str:
        """Says the same with the list by its title where `titles` has one under its id."""
        title = titles.get(self.list, "")
        return _(
            "Listings and tags from {list} of {published}, {days} days before {day}; no state from between is held.",
            list=_("the list “{title}”", title=title) if title else self.list,
            published=day_in_words(self.published),
            days=f"{(self.day - self.published).days:,}",
            day=day_in_words(self.day),
        )


def aged(item: Designation, beside: Iterable[Designation], day: date) -> Aged | None:
    """Gives the list that carries a designation where it is old on a day and no newer one among `beside` states it."""
    said = [said_by for each in (item, *beside) if states(each, item) and (said_by := state(each.origin))]
    if not state(item.origin) or not said:
        return None
    published, name = max(said)
    return Aged(name, published, day) if day - published > OLDEST else None


def all_aged(items: Iterable[Designation], day: date) -> Iterator[Aged]:
    """Yields each old list that carries one of these designations, of those in force on the day."""
    held = [item for item in items if in_force(item, day)]
    yield from sorted({found for item in held if (found := aged(item, held, day))})


def states(one: Designation, item: Designation) -> bool:
    """Says whether one states the listing of the other; a list that does not say its part may mean any."""
    parts = one.list_type == item.list_type or not one.list_type or not item.list_type
    return (one.regime, one.programme) == (item.regime, item.programme) and parts
