"""The workbook's sheet of the options: what the pages count, entry by entry and tag by tag."""

from collections.abc import Callable, Iterator

from briefer.analysis.remains import LAPSED
from briefer.assemble import cells, ends, words
from briefer.assemble.context import Context
from briefer.assemble.covers import found_covers
from briefer.language import _, mark, ngettext
from briefer.model.brief import Cell
from briefer.model.options import Cover, Covered, Earliest, OptionStep, Stays, Touch
from briefer.model.policy import Position
from briefer.model.relief import Reason

Row = tuple[Cell, ...]
BLANK = ("",) * 8
WAITS = {"statute": mark("a new statute"), "at once": mark("no wait by law")}
NO_WAIT_KNOWN = mark("wait not known")
UNSOURCED = ("", "")
"""Neither a confidence nor a key: what the drafter wrote, and what is no fact of a source."""
KEEP, RENEWAL = "keep", mark("renewal needed")
EARLIEST, UNTIL, SAID, REPORTED = mark("earliest day"), mark("until"), mark("said"), mark("reported")
DAYS = {KEEP: mark("deadline"), LAPSED: mark("ran to")}
"""What the day of a step is, by its stage; of any other the earliest day."""
STAGES = {
    "notice": mark("notice"),
    "doubtful notice": mark("doubtful notice"),
    "wait": mark("wait"),
    "doubtful wait": mark("doubtful wait"),
    "phase": mark("phase"),
    "act": mark("act"),
    KEEP: RENEWAL,
    LAPSED: mark("lapsed?"),
    "undated": mark("undated"),
}
STATUSES = {
    "ended": mark("ended"),
    "licensed": mark("licensed"),
    "other tag": mark("other tag"),
    "not reached": mark("not reached"),
}
KINDS = {
    "none": mark("none"),
    "licence": mark("licence"),
    "tranche": mark("tranche"),
    "programme": mark("programme"),
    "broad": mark("broad"),
}


def _options(context: Context) -> Iterator[Row]:
    for cover in found_covers(context):
        head = (cover.title, _(KINDS[cover.kind]))
        for rows in (_entries, _unreached, _outside, _steps, _elsewhere, _positions, _drafted):
            yield from ((*head, *row) for row in rows(context, cover))


def _entries(context: Context, cover: Cover) -> Iterator[Row]:
    for entry in cover.entries:
        for touch in entry.touches:
            yield (*_touch(entry, touch), *_known(context, touch.reason))
        if not entry.touches:
            said = _("not listed by the United States")
            yield (_("covered"), *_whole(entry), *("",) * 4, None, "", said, *UNSOURCED)


def _known(context: Context, *reasons: Reason) -> Row:
    """Gives the least sure of rules and of what lists state, and the keys of the lists."""
    doubts = (doubt for reason in reasons for doubt in (reason.confidence, reason.listing))
    return cells.weakest(doubts), cells.keys(context, (id for reason in reasons for id in reason.sources))


def _touch(entry: Covered, touch: Touch) -> Row:
    reason, route = touch.reason, touch.route
    tag = " ".join(filter(None, _tag(reason)))
    doubt = "; ".join(filter(None, (_when(touch.earliest), _reported(touch.reported))))
    return (
        _("covered"),
        *_whole(entry),
        tag,
        reason.klass,
        route.title if route else "",
        route.actor if route else "",
        *_dated(touch.earliest.on if touch.earliest else None, EARLIEST),
        "; ".join(filter(None, (_(STATUSES[touch.status]), doubt))),
    )


def _tag(reason: Reason) -> tuple[str, str]:
    return reason.programme or reason.authority, " ".join(filter(None, (reason.limb, reason.part)))


def _dated(when: Cell, what: str) -> tuple[Cell, str]:
    """Gives a day and what it is, the second only beside the first."""
    return when, _(what) if when else ""


def _whole(entry: Covered) -> tuple[str, ...]:
    klass = entry.klass or ""
    contested = _("{letter}, contested", letter=klass) if entry.contested else klass
    return entry.id, entry.caption, words.schema(entry.kind), "; ".join(entry.sectors), contested


def _when(one: Earliest | None) -> str:
    if one is None:
        return ""
    if one.basis == "review":
        return ngettext("{count} day of review", "{count} days of review", one.days)
    if one.basis == "wait":
        return ngettext("{count} day by statute", "{count} days by statute", one.days)
    return _(WAITS.get(one.basis, NO_WAIT_KNOWN))


def _reported(one: Earliest | None) -> str:
    return _("{day} if it has to be reported", day=one.on) if one else ""


def _unreached(context: Context, cover: Cover) -> Iterator[Row]:
    covered = {entry.id for entry in cover.entries}
    yield from (_held(context, _("not reached"), one) for one in cover.stays if one.id not in covered)


def _steps(_context: Context, cover: Cover) -> Iterator[Row]:
    """Yields the steps as the paper numbers them, what has to be continued among them."""
    acts = {(due.title, due.on): due.act for due in cover.renewals}
    for number, one in enumerate(cover.steps, 1):
        law = acts.get((one.title, one.on), "") if one.on and one.stage == KEEP else ""
        said, sure = _step(one, law), one.confidence.value
        when = _dated(one.on, DAYS.get(one.stage, EARLIEST))
        yield (_("step {number}", number=number), *BLANK[:7], one.title, one.actor, *when, said, sure, "")


def _step(one: OptionStep, law: str) -> str:
    contested = _("contested") if one.contested else ""
    said = "; ".join(filter(None, (law, one.text, contested, "; ".join(one.citations))))
    stage = _(STAGES[one.stage])
    return f"{stage}: {said}"


def _outside(context: Context, cover: Cover) -> Iterator[Row]:
    yield from (_held(context, _("not covered"), one) for one in cover.outside)


def _held(context: Context, what: str, one: Stays) -> Row:
    found = context.relief[one.id].reasons if one.id in context.relief else ()
    held = (reason for reason in found if _tag(reason) in one.tags)
    tags = "; ".join(" ".join(filter(None, tag)) for tag in one.tags)
    said = _("stays blocked") if one.blocked else _("stays limited")
    return (what, one.id, one.caption, "", "", "", tags, "", "", "", None, "", said, *_known(context, *held))


def _elsewhere(context: Context, cover: Cover) -> Iterator[Row]:
    for one in cover.elsewhere:
        end = cells.known_from(context, one.regime, one.until, one.basis)
        entries = words.counted(len(one.ids), "entry", "entries")
        names = "; ".join(map(context.caption, one.ids))
        until = _dated(ends.cell(one.until, one.about), UNTIL)
        left = [item for id in one.ids for item in context.relief[id].remains if item.regime == one.regime]
        sources = (id for item in left for id in item.sources)
        known = cells.weakest(item.confidence for item in left), cells.keys(context, sources)
        what = _("{entries}; end: {end}; {names}", entries=entries, end=end, names=names)
        yield (_("stays elsewhere"), one.regime, words.regime(one.regime), *BLANK[:7], *until, what, *known)


def _positions(context: Context, cover: Cover) -> Iterator[Row]:
    camps = (
        (_("for easing"), cover.favour),
        (_("against easing"), cover.against),
        (_("neither or unclear"), cover.neither),
    )
    for word, camp in camps:
        for one in camp:
            known = one.confidence.value, cells.keys(context, (one.source,))
            yield (
                _("position"),
                one.id,
                one.holder,
                *BLANK[:7],
                *_said(one),
                f"{word}: {_stance(context, one)}",
                *known,
            )


def _said(one: Position) -> tuple[Cell, str]:
    return _dated(words.exact(one.said_on or one.reported_on), SAID if one.said_on else REPORTED)


def _stance(context: Context, one: Position) -> str:
    """Says on what, in the words of the stance itself, and whether it was said, reported or inferred."""
    return f"{context.issue(one)}; {words.stance(one.stance).word}, {words.basis(one.basis)}"


def _drafted(_context: Context, cover: Cover) -> Iterator[Row]:
    stated = ((_("precondition"), cover.preconditions), (_("snap-back"), cover.snapback))
    for what, text in stated:
        if text:
            yield (what, "", "", *BLANK[:7], None, "", text, *UNSOURCED)
    for gap in (*cover.gaps, *(_("“{id}” is not held.", id=id) for id in cover.missing), *map(_unfit, cover.unfit)):
        yield (_("gap"), "", "", *BLANK[:7], None, "", gap, *UNSOURCED)


def _unfit(id: str) -> str:
    return _("No covered tag can use the instrument “{id}”.", id=id)


OPTIONS: dict[str, Callable[[Context], Iterator[Row]]] = {"Options": _options}
