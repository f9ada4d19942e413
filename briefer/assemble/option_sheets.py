"""The workbook's sheets of the options and of the allies: what the pages count, entry by entry and tag by tag."""

from collections.abc import Callable, Iterator

from briefer.analysis.allies import allies
from briefer.assemble import ends, words
from briefer.assemble.context import Context, unique
from briefer.assemble.covers import found_covers
from briefer.model.allies import Left, Standing, Under
from briefer.model.brief import Cell
from briefer.model.options import Cover, Covered, Earliest, Stays, Touch
from briefer.model.policy import Position

Row = tuple[Cell, ...]
BLANK = ("",) * 8
KEEP, RENEWAL = "keep", "renewal needed"
STATUSES = {"limited": "limits short of a freeze", "searched": "searched, no entry", "no list": "no list imported"}


def _options(context: Context) -> Iterator[Row]:
    for cover in found_covers(context):
        head = (cover.title, cover.kind)
        for rows in (_entries, _unreached, _outside, _steps, _elsewhere, _positions, _drafted):
            yield from ((*head, *row) for row in rows(context, cover))


def _entries(_context: Context, cover: Cover) -> Iterator[Row]:
    for entry in cover.entries:
        for touch in entry.touches:
            yield _touch(entry, touch)
        if not entry.touches:
            yield ("covered", *_whole(entry), *("",) * 4, None, "not listed by the United States")


def _touch(entry: Covered, touch: Touch) -> Row:
    reason, route = touch.reason, touch.route
    tag = " ".join(filter(None, (reason.programme, reason.limb, reason.part)))
    doubt = "; ".join(filter(None, (_when(touch.earliest), _reported(touch.reported))))
    return (
        "covered",
        *_whole(entry),
        tag,
        reason.klass,
        route.title if route else "",
        route.actor if route else "",
        touch.earliest.on if touch.earliest else None,
        "; ".join(filter(None, (touch.status, doubt))),
    )


def _whole(entry: Covered) -> tuple[str, ...]:
    klass = (entry.klass or "") + (", contested" if entry.contested else "")
    return entry.id, entry.caption, words.schema(entry.kind), "; ".join(entry.sectors), klass


def _when(one: Earliest | None) -> str:
    if one is None:
        return ""
    said = {"review": f"{one.days} days of review", "wait": f"{one.days} days by statute", "statute": "a new statute"}
    return said.get(one.basis, "no wait by law" if one.basis == "at once" else "wait not known")


def _reported(one: Earliest | None) -> str:
    return f"{one.on} if it has to be reported" if one else ""


def _unreached(_context: Context, cover: Cover) -> Iterator[Row]:
    covered = {entry.id for entry in cover.entries}
    yield from (_held("not reached", one) for one in cover.stays if one.id not in covered)


def _steps(_context: Context, cover: Cover) -> Iterator[Row]:
    """Yields the steps as the paper numbers them, what has to be continued among them."""
    acts = {(due.title, due.on): due.act for due in cover.renewals}
    for number, one in enumerate(cover.steps, 1):
        law = acts.get((one.title, one.on), "") if one.on and one.stage == KEEP else ""
        contested = "contested" if one.contested else ""
        said = "; ".join(filter(None, (law, one.text, contested, "; ".join(one.citations))))
        stage = RENEWAL if one.stage == KEEP else one.stage
        yield (f"step {number}", *BLANK[:7], one.title, one.actor, one.on, f"{stage}: {said}")


def _outside(_context: Context, cover: Cover) -> Iterator[Row]:
    yield from (_held("not covered", one) for one in cover.outside)


def _held(what: str, one: Stays) -> Row:
    tags = "; ".join(" ".join(filter(None, tag)) for tag in one.tags)
    said = "blocked" if one.blocked else "limited"
    return (what, one.id, one.caption, "", "", "", tags, "", "", "", None, f"stays {said}")


def _elsewhere(context: Context, cover: Cover) -> Iterator[Row]:
    for one in cover.elsewhere:
        end = ends.known_from(context, one.regime, one.until, one.basis)
        what = f"{words.counted(len(one.ids), 'entry', 'entries')}; end: {end}"
        names = "; ".join(map(context.caption, one.ids))
        yield ("stays elsewhere", one.regime, words.regime(one.regime), *BLANK[:7], one.until, f"{what}; {names}")


def _positions(context: Context, cover: Cover) -> Iterator[Row]:
    camps = (("for easing", cover.favour), ("against easing", cover.against), ("neither or unclear", cover.neither))
    for word, camp in camps:
        for one in camp:
            yield ("position", one.id, one.holder, *BLANK[:7], _said(one), f"{word}: {context.issue(one)}")


def _said(one: Position) -> Cell:
    return words.exact(one.said_on or one.reported_on)


def _drafted(_context: Context, cover: Cover) -> Iterator[Row]:
    stated = (("precondition", cover.preconditions), ("snap-back", cover.snapback))
    for what, text in stated:
        if text:
            yield (what, "", "", *BLANK[:7], None, text)
    for gap in (*cover.gaps, *(f"“{id}” is not held." for id in cover.missing), *map(_unfit, cover.unfit)):
        yield ("gap", "", "", *BLANK[:7], None, gap)


def _unfit(id: str) -> str:
    return f"No covered tag can use the instrument “{id}”."


def _allies(context: Context) -> Iterator[Row]:
    for one in allies(context.dossier):
        for standing in one.standings:
            leaves = _leaves(standing, eased=one.eased)
            for under in standing.under or (standing,):
                yield (one.id, one.caption, *_standing(context, standing, under), leaves)
        for left in one.leaves:
            if left.measure:
                yield (one.id, one.caption, *_measure(context, left), "stays" if one.eased else "")


def _standing(context: Context, one: Standing, under: Standing | Under) -> Row:
    return (
        words.regime(one.regime),
        STATUSES.get(under.status, under.status),
        "; ".join(under.acts),
        "; ".join(under.tags),
        words.exact(under.since),
        under.until,
        ends.known_from(context, one.regime, under.until, under.basis),
        words.exact(one.checked),
        "; ".join(f"{each.id} {each.caption} ({each.score})" for each in one.possible),
        under.confidence.value if under.sources else "",
        ", ".join(context.keys[id] for id in under.sources if id in context.keys),
    )


def _measure(context: Context, left: Left) -> Row:
    found = [one for one in context.dossier.measures if (one.regime, one.title) == (left.regime, left.measure)]
    keys = ", ".join(unique(context.keys.get(id, "") for one in found for id in one.sources))
    end = ends.known_from(context, left.regime, left.until, left.basis)
    what, sure = f"measure: {left.measure}", left.confidence.value
    return (words.regime(left.regime), what, left.act, "", None, left.until, end, None, "", sure, keys)


def _leaves(one: Standing, *, eased: bool) -> str:
    """Says whether a US easing alone would leave it, where there is something to ease."""
    if not eased or one.regime == "US":
        return ""
    known = {"listed": "stays", "limited": "stays", "searched": "nothing found", "none exist": "nothing to stay"}
    return known.get(one.status, "not known")


OPTIONS: dict[str, Callable[[Context], Iterator[Row]]] = {"Options": _options, "Allies": _allies}
