"""What stays in force elsewhere, in a line for each regime."""

from briefer.assemble import ends
from briefer.assemble.context import Context
from briefer.language import _
from briefer.model.relief import Relief, Remains


def remaining(context: Context, found: Relief) -> tuple[str, ...]:
    """Gives what stays in force elsewhere, a line for each regime with the next date on which it could end."""
    by_regime: dict[str, list[Remains]] = {}
    for item in found.remains:
        by_regime.setdefault(item.regime, []).append(item)
    listed = found.id not in context.measures
    return tuple(_stays(context, code, items, listed=listed) for code, items in by_regime.items())


def _stays(context: Context, code: str, items: list[Remains], *, listed: bool) -> str:
    """Says to when a regime holds an entry, and where no listing does, that a measure binds it."""
    said = _stays_to(context, code, items)
    bound = listed and all(item.measure for item in items)
    return _("{stays} (measure)", stays=said) if bound else said


def _stays_to(context: Context, code: str, items: list[Remains]) -> str:
    dated = [(item.until, item.about) for item in items if item.until]
    if dated:
        return _("{regime} to {day}", regime=code, day=ends.day(context, *min(dated, key=lambda one: one[0])))
    open_end = ends.NOT_KNOWN if any(item.basis == "unknown" for item in items) else ends.NO_DATE
    return f"{code}, {ends.passed(context, items) or _(open_end)}"
