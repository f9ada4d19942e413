"""The workbook's sheet of the allies: where each pick stands in each regime, act by act and date by date."""

from collections.abc import Callable, Iterator
from itertools import groupby

from briefer.analysis.allies import LISTED, allies, silences
from briefer.analysis.remains import remains
from briefer.assemble import cells, ends, law_keys, words
from briefer.assemble.allies import later
from briefer.assemble.context import Context
from briefer.language import _, mark
from briefer.model.allies import Left, Stance, Standing, Under
from briefer.model.brief import Cell
from briefer.model.facts import Designation

Row = tuple[Cell, ...]
STATUSES = {
    "listed": mark("listed"),
    "unplaced": mark("listed; part of the list not stated, so whether it freezes is open"),
    "limited": mark("limits short of a freeze"),
    "searched": mark("searched, no entry"),
    "possible": mark("possible"),
    "not checked": mark("not checked"),
    "no list": mark("no list imported"),
    "none exist": mark("none exist"),
}
FURTHER = {"further": mark("{status}: further measure"), "limits": mark("limits beside the freeze")}
"""How a measure is called that stands beside the first of its act."""
STAYS, MEASURE_STAYS = mark("stays"), mark("a measure stays")
LEFT = {"listed": STAYS, "limited": STAYS, "searched": mark("nothing found"), "none exist": mark("nothing to stay")}
NOT_KNOWN = mark("not known")
SILENT = "none exist"
LIMITED = "limited"


def ally_rows(context: Context) -> Iterator[Row]:
    """Yields a row for each pick, regime and act, one more for each further day, one for each measure on nobody."""
    for one in allies(context.dossier):
        for standing in one.standings:
            stays = _stays(one, standing)
            for row in _standing(context, one.id, standing):
                law = law_keys.keys(context, (str(row[1]),))
                yield one.id, one.caption, words.regime(standing.regime), *row, stays, law
        for left in one.leaves:
            if left.measure:
                stays = _(STAYS) if one.eased else ""
                row = _measure(context, left)
                yield one.id, one.caption, words.regime(left.regime), *row, stays, law_keys.keys(context, (left.act,))


def _stays(pick: Stance, one: Standing) -> str:
    """Says what a US easing alone would leave of a standing or beside it, where there is something to ease."""
    if not pick.eased or one.regime == "US":
        return ""
    found = LEFT.get(one.status, NOT_KNOWN)
    bound = found != STAYS and any(left.measure for left in pick.leaves if left.regime == one.regime)
    return f"{_(found)}; {_(MEASURE_STAYS)}" if bound else _(found)


def _standing(context: Context, id: str, one: Standing) -> Iterator[Row]:
    for under in one.under or (one,):
        yield _under(context, one, under)
        if isinstance(under, Under):
            for word, items in later(context, id, one.regime, under):
                for _day, same in groupby(items, lambda item: words.exact(item.start)):
                    said = _(FURTHER[word], status=_status(one, under))
                    yield _further(context, one.regime, under, said, tuple(same))


def _status(one: Standing, under: Standing | Under) -> str:
    """Gives the status under an act in words; a limit is called otherwise where another act of its regime freezes."""
    beside = under.status == LIMITED and one.status == LISTED
    return _(FURTHER["limits"] if beside else STATUSES[under.status])


def _under(context: Context, one: Standing, under: Standing | Under) -> Row:
    silent = [row for row in silences(context.dossier) if row.regime == one.regime] if one.status == SILENT else []
    sure = under.confidence.value if under.sources else cells.weakest(row.confidence for row in silent)
    return (
        _status(one, under),
        "; ".join((*under.acts, *(f"{row.title} ({row.citation})" for row in silent))),
        "; ".join(under.tags),
        words.exact(under.since),
        ends.cell(under.until, under.about),
        cells.known_from(context, one.regime, under.until, under.basis),
        words.exact(one.checked),
        "; ".join(f"{each.id} {each.caption} ({each.score})" for each in one.possible),
        sure,
        cells.keys(context, under.sources),
    )


def _further(context: Context, regime: str, under: Under, said: str, items: tuple[Designation, ...]) -> Row:
    """Gives what an act holds of another day, with an end of its own where the rulebook or the list has one."""
    law = context.known
    left = next(iter(remains(items, law.programmes, law.renewals, context.dossier.as_of)), None)
    until, about, basis = (left.until, left.about, left.basis) if left else (None, None, "")
    return (
        said,
        "; ".join(under.acts),
        "; ".join(dict.fromkeys(item.programme for item in items)),
        words.exact(items[0].start),
        ends.cell(until, about),
        cells.known_from(context, regime, until, basis),
        None,
        "",
        cells.weakest(item.confidence for item in items),
        cells.keys_of(context, items),
    )


def _measure(context: Context, left: Left) -> Row:
    found = [one for one in context.dossier.measures if (one.regime, one.title) == (left.regime, left.measure)]
    return (
        _("measure: {title}", title=left.measure),
        left.act,
        "",
        next((words.exact(one.start) for one in found), None),
        ends.cell(left.until, left.about),
        cells.known_from(context, left.regime, left.until, left.basis, left.ran_to),
        None,
        "",
        left.confidence.value,
        cells.keys(context, (id for one in found for id in one.sources)),
    )


ALLIES: dict[str, Callable[[Context], Iterator[Row]]] = {"Allies": ally_rows}
