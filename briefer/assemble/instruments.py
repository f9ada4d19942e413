"""The instruments by which measures end, as rows of a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.assemble import words
from briefer.assemble.context import unique
from briefer.model.relief import Relief, Route


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument as the rulebook states it."""

    title: str
    actor: str
    legal: str
    practical: str
    reversal: str
    legislature: str
    doubt: str
    citations: str


def instruments(found: Iterable[Relief]) -> Iterator[InstrumentRow]:
    """Yields each instrument that ends any of these, once, in the order in which they name it."""
    routes: dict[str, Route] = {}
    for one in found:
        for reason in one.reasons:
            for route in (*reason.routes, *reason.also):
                routes.setdefault(route.id, route)
    for route in routes.values():
        yield InstrumentRow(
            title=route.title,
            actor=route.actor,
            legal=route.legal_minimum,
            practical=route.practical,
            reversal=route.reversal,
            legislature=route.legislature,
            doubt=words.doubt(route.confidence),
            citations="; ".join(unique(route.citations)),
        )
