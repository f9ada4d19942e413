"""The holdings that decide an answer on ownership, in words."""

from collections.abc import Iterator
from decimal import Decimal

from briefer.assemble.scripts import printable
from briefer.language import _
from briefer.model.ripple import Path, Step


def name(names: dict[str, str], id: str) -> str:
    """Gives a name as it can be printed, the id itself where none is known."""
    return printable(names.get(id, id))


def path(names: dict[str, str], found: Path) -> str:
    """Says the holdings from the listed owners downwards, or that it is listed itself."""
    return _("listed itself") if isinstance(found, str) else "; ".join(_steps(names, found))


def _steps(names: dict[str, str], found: tuple[Step, ...]) -> Iterator[str]:
    for step in found:
        yield _(
            "{owner} holds {bound}{share} of {asset}",
            owner=name(names, step.owner),
            bound=step.bound,
            share=_share(step.percentage),
            asset=name(names, step.asset),
        )


def _share(percentage: Decimal) -> str:
    return _("{share:f} per cent", share=percentage.normalize())
