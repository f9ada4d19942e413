"""Orders in force that rest on an emergency of which the rulebook has no anniversary, so that nothing can be dated."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.analysis.index import Index
from briefer.analysis.resting import HOME, acts
from briefer.language import _, mark
from briefer.model.law import Rulebook
from briefer.model.relief import Reason

ORDER = re.compile(r"\bEO \d{5}\b")


@dataclass(frozen=True, slots=True)
class Unrenewed:
    """An order with the tags under which somebody stands by it; the anniversary of its emergency is not on record."""

    order: str
    tags: tuple[str, ...]

    @property
    def title(self) -> str:
        """Names the emergency by its order and the tags."""
        return _("emergency of {named}", named=self.named)

    @property
    def named(self) -> str:
        """Names the order with the tags."""
        return f"{self.order} ({', '.join(self.tags)})" if self.tags else self.order


UNKNOWN_DAY = mark("Its anniversary is not in the rulebook; it ends on that day unless continued (50 USC 1622(d)).")
"""What is said of an emergency without a row among the renewals."""


def unrenewed(held: Iterable[tuple[str, Reason]], known: Index, book: Rulebook) -> tuple[Unrenewed, ...]:
    """Gives the orders beneath these reasons, each of an entry or a measure by id, whose emergency has no row."""
    dated = {row.id for row in book.authorities if row.emergency}
    found: dict[str, dict[str, None]] = {}
    for id, reason in held:
        for order in dict.fromkeys(_orders(id, reason, known)):
            if order not in dated:
                found.setdefault(order, {}).update({reason.programme: None} if reason.programme else {})
    return tuple(Unrenewed(order, tuple(found[order])) for order in sorted(found))


def _orders(id: str, reason: Reason, known: Index) -> Iterator[str]:
    """Yields the orders that a reason's rules name, else those of its programme's row."""
    named = sorted(acts(id, reason, known))
    row = known.programmes.get((HOME, reason.programme))
    yield from (act for act in named if ORDER.fullmatch(act))
    if not named and row:
        yield from ORDER.findall(row.authority)
