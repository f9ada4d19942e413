"""Which acts that a text of the rulebook names are later than the day asked for, and the words that say so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefer.language import _, day_in_words
from briefer.model.law import Authority

ORDERS = ("order", "directive", "determination")
"""The kinds of authority that are issued; a statute is enacted."""


@dataclass(frozen=True, slots=True)
class Later:
    """An act later than the day, under one of the names that texts give it; `act` is its own id.

    It is `issued`, or else enacted.
    """

    name: str
    issued: bool
    day: date
    act: str

    @property
    def mark(self) -> str:
        """Says of the act that it came later, and when."""
        day = day_in_words(self.day)
        if self.issued:
            return _("{name}: issued later, on {day}", name=self.name, day=day)
        return _("{name}: enacted later, on {day}", name=self.name, day=day)

    @property
    def sentence(self) -> str:
        """Says the same as a sentence of its own."""
        day = day_in_words(self.day)
        if self.issued:
            return _("{name} is later than this day: it was issued on {day}.", name=self.name, day=day)
        return _("{name} is later than this day: it was enacted on {day}.", name=self.name, day=day)


def later_acts(rows: Iterable[Authority], day: date) -> tuple[Later, ...]:
    """Gives the acts that are dated after a day, under each of their names."""
    return tuple(
        Later(name, row.kind in ORDERS, row.dated, row.id)
        for row in rows
        if row.dated and row.dated > day
        for name in (row.id, *row.cited)
    )


def named_in(text: str, acts: Iterable[Later]) -> Iterator[Later]:
    """Yields the later acts that a text names, each once."""
    told: set[str] = set()
    for act in acts:
        if act.act not in told and re.search(rf"(?<![\w-]){re.escape(act.name)}(?![\w-])", text):
            told.add(act.act)
            yield act


def marked(text: str, acts: Iterable[Later]) -> str:
    """Gives a text with what is to be said of the later acts that it names, in brackets."""
    marks = "; ".join(act.mark for act in named_in(text, acts))
    return f"{text} ({marks})" if marks else text
