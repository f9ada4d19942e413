"""The workbook's rows on stances: every holder by every question, honest blanks included."""

from collections.abc import Iterator

from briefer.analysis.chains import worded
from briefer.analysis.positions import lines
from briefer.analysis.stance_matrix import matrix
from briefer.assemble import words
from briefer.assemble.cells import kept, keys
from briefer.assemble.context import Context
from briefer.assemble.holders import NO_POSITION, holders_of, trend_of
from briefer.assemble.holding import change
from briefer.language import _, mark
from briefer.model.brief import Cell
from briefer.model.stances import Stand

STRENGTH = {2: mark("firm"), 1: mark("partly"), 0: mark("depends"), None: mark("unclear")}


def stance_rows(context: Context) -> Iterator[tuple[Cell, ...]]:
    """Yields the workbook's rows: every holder by every question, blanks with their reason."""
    since = context.pack.settings.since
    found = matrix(context.dossier, since=since, holders=holders_of(context))
    led = {(line.holder, line.issue): line for line in lines(context.dossier.positions, context.dossier.as_of)}
    for row in found.rows:
        for issue, stand in zip(found.issues, row.stands, strict=True):
            line = led.get((row.holder, issue.id))
            led_to = trend_of(line) if line else ""
            changed = change(stand, since, context.language).replace(words.NBSP, " ")
            told = (changed, "" if stand.position else _(NO_POSITION))
            shown = (*_stand(stand), led_to, *told, *_traced(context, stand))
            yield (row.holder, row.capacity, issue.title, issue.proposition, *shown)


def _stand(stand: Stand) -> tuple[Cell, ...]:
    item = stand.position
    if item is None:
        return (None, "", None, "", "", "", "")
    return (
        item.stance,
        words.stance(item.stance).word,
        words.exact(item.said_on or item.reported_on),
        _(STRENGTH[stand.strength]),
        kept(stand.hands.hand),
        "; ".join(map(worded, stand.hands.hands)),
        kept(item.basis),
    )


def _traced(context: Context, stand: Stand) -> tuple[Cell, ...]:
    item = stand.position
    return (item.id, keys(context, (item.source,))) if item else ("", "")
