"""The workbook's sheet of the options: what the pages count, entry by entry and tag by tag."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from briefer.analysis.option_emergencies import END
from briefer.analysis.remains import LAPSED
from briefer.assemble import cells, ends, law_keys, words
from briefer.assemble.context import Context, unique
from briefer.assemble.covers import ANY_DAY, FALLEN, any_day, found_covers, wait
from briefer.language import _, mark
from briefer.model.brief import Cell
from briefer.model.facts import PartialDate
from briefer.model.options import Cover, Covered, Earliest, Elsewhere, OptionStep, Stays, Touch
from briefer.model.policy import Position
from briefer.model.relief import Reason, Remains

Row = tuple[Cell, ...]
_End = tuple[date | None, PartialDate | None, str, date | None]
"""The end of what stays, as far as it is known, its basis, and the day it ran to where that has passed: see Remains."""
BLANK = ("",) * 8
NO_WAIT_KNOWN = mark("wait not known")
UNSOURCED = ("", "", "")
"""Neither a confidence nor keys: what the drafter wrote, and what is no fact of a source."""
KEEP, RENEWAL = "keep", mark("renewal needed")
EARLIEST, SAID, REPORTED = mark("earliest day"), mark("said"), mark("reported")
NEXT_END, LATER_END = mark("next end"), mark("later end")
WITHOUT_EFFECT = mark("no effect before")
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
    """Gives the least sure of rules and of what lists state, the keys of the lists and those of the laws."""
    doubts = (doubt for reason in reasons for doubt in (reason.confidence, reason.listing))
    lists = cells.keys(context, (id for reason in reasons for id in reason.sources))
    return cells.weakest(doubts), lists, law_keys.keys(context, (text for one in reasons for text in one.citations))


def _touch(entry: Covered, touch: Touch) -> Row:
    reason, route = touch.reason, touch.route
    doubt = "; ".join(filter(None, (_when(touch.earliest), _reported(touch.reported))))
    return (
        _("covered"),
        *_whole(entry),
        _named(reason),
        reason.klass,
        route.title if route else "",
        route.actor if route else "",
        *_dated(touch.earliest.on if touch.earliest else None, EARLIEST),
        "; ".join(filter(None, (_(STATUSES[touch.status]), doubt))),
    )


def _tag(reason: Reason) -> tuple[str, str]:
    return reason.programme or reason.authority, ", ".join(filter(None, (reason.limb, reason.part)))


def _named(reason: Reason) -> str:
    return cells.tag(reason.programme or reason.authority, reason.limb, reason.part)


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
    return _(NO_WAIT_KNOWN) if one.basis == "unknown" else wait(one)


def _reported(one: Earliest | None) -> str:
    return _("{day} if it has to be reported", day=one.on) if one else ""


def _unreached(context: Context, cover: Cover) -> Iterator[Row]:
    covered = {entry.id for entry in cover.entries}
    yield from (_held(context, _("not reached"), one) for one in cover.stays if one.id not in covered)


def _steps(context: Context, cover: Cover) -> Iterator[Row]:
    """Yields the steps as the paper numbers them, what has to be continued among them."""
    acts = {(due.title, due.on): due.act for due in cover.renewals}
    for number, one in enumerate(cover.steps, 1):
        law = acts.get((one.title, one.on), "") if one.on and one.stage == KEEP else ""
        said, sure = _step(one, (law, *_terms(context, cover, one))), one.confidence.value
        what = WITHOUT_EFFECT if any_day(cover, one) else DAYS.get(one.stage, EARLIEST)
        yield (
            _("step {number}", number=number),
            *BLANK[:7],
            one.title,
            one.actor,
            *_dated(one.on, what),
            said,
            sure,
            "",
            law_keys.keys(context, (law, *one.citations)),
        )


def _terms(context: Context, cover: Cover, one: OptionStep) -> Iterator[str]:
    """Yields the paper's terms: the emergencies that a step ends, and what is said of one beside another."""
    if one.instrument == END:
        yield ", ".join(cover.ended)
        return
    if one.on and any_day(cover, one):
        yield _(ANY_DAY, day=words.day(one.on, context.language).replace(words.NBSP, " "))
    if one.beside and cover.ended:
        yield _(FALLEN)


def _step(one: OptionStep, terms: Iterable[str]) -> str:
    contested = _("contested") if one.contested else ""
    said = "; ".join(filter(None, (*terms, one.text, contested, "; ".join(one.citations))))
    stage = _(STAGES[one.stage])
    return f"{stage}: {said}"


def _outside(context: Context, cover: Cover) -> Iterator[Row]:
    yield from (_held(context, _("not covered"), one) for one in cover.outside)


def _held(context: Context, what: str, one: Stays) -> Row:
    found = context.relief[one.id].reasons if one.id in context.relief else ()
    held = tuple(reason for reason in found if _tag(reason) in one.tags)
    named = {_tag(reason): _named(reason) for reason in held}
    tags = "; ".join(unique(named.get(tag, cells.tag(*tag)) for tag in one.tags))
    said = _("stays blocked") if one.blocked else _("stays limited")
    return (what, one.id, one.caption, "", "", "", tags, "", "", "", None, "", said, *_known(context, *held))


def _elsewhere(context: Context, cover: Cover) -> Iterator[Row]:
    """Yields for each regime a row for each end of what it keeps, the nearest first, with the entries that it is of."""
    for one in cover.elsewhere:
        held = [(id, left) for id in one.ids for left in context.relief[id].remains if left.regime == one.regime]
        by_end: dict[_End, list[tuple[str, Remains]]] = {}
        for id, left in sorted(held, key=lambda pair: _day(pair[1])):
            by_end.setdefault((left.until, left.about, left.basis, left.ran_to), []).append((id, left))
        for place, (end, kept) in enumerate(by_end.items()):
            dated = _dated(ends.cell(end[0], end[1]), LATER_END if place else NEXT_END)
            said = _kept(context, one, end, unique(id for id, _left in kept))
            sources = (id for _id, left in kept for id in left.sources)
            known = cells.weakest(left.confidence for _id, left in kept), cells.keys(context, sources)
            law = law_keys.keys(context, unique(left.act for _id, left in kept))
            yield (_("stays elsewhere"), one.regime, words.regime(one.regime), *BLANK[:7], *dated, said, *known, law)


def _day(left: Remains) -> tuple[date, date]:
    return left.until or date.max, left.ran_to or date.max


def _kept(context: Context, one: Elsewhere, end: _End, ids: tuple[str, ...]) -> str:
    """Says of how many of the entries that a regime holds an end is, where it is known from, and of which."""
    until, _about, basis, ran_to = end
    entries = words.counted(len(one.ids), "entry", "entries")
    if len(ids) < len(one.ids):
        entries = _("{number} of {entries}", number=len(ids), entries=entries)
    source = cells.known_from(context, one.regime, until, basis, ran_to)
    return _("{entries}; end: {end}; {names}", entries=entries, end=source, names="; ".join(map(context.caption, ids)))


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
                "",
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
