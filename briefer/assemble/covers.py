"""What each option covers, side by side: the second table of the options, from the facts and the rulebook."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from briefer.analysis.freezing import limited
from briefer.analysis.option_emergencies import END
from briefer.analysis.option_scope import MEASURE
from briefer.analysis.options import UNLISTED, options
from briefer.analysis.remains import LAPSED
from briefer.assemble import ends, words
from briefer.assemble.context import Context
from briefer.assemble.nouns import counted
from briefer.assemble.prose import FULL
from briefer.assemble.relief import Klass
from briefer.assemble.scripts import printable
from briefer.language import _, mark, ngettext
from briefer.model.law import STRICTNESS
from briefer.model.options import Cover, Earliest, Elsewhere, OptionStep, Stays

LABEL = 26.0
FEW = 4
NAMED = 6
NONE_STATED = mark("none stated")
CAMPS = (mark("{number} in favour"), mark("{number} against"), mark("{number} neither or unclear"))
WAITS = {
    "at once": mark("no wait by law"),
    "statute": mark("a new statute"),
    "unknown": mark("the wait is not known"),
}
"""What is waited for where that is no number of days."""
CONTESTED = mark("contested where 22 USC 9511 does not name the order")
ENDING = {"C": mark("until the test of {test} is met"), "D": mark("only a new statute ends it")}
FALLEN = mark("unless it has ended with the emergency")
UNREACHED = mark("no instrument of the option reaches it")
ANY_DAY = mark("any day; without effect before {day}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a cell: a number or a mark before it, what stands small beneath; `gap` where something is wanting."""

    text: str
    sub: str = ""
    number: int = 0
    klass: Klass | None = None
    anchor: str = ""
    gap: bool = False


Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CoverHead:
    """A column's head: the number and title of its option, the tranche's own title where that is another."""

    number: int
    title: str
    sub: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One question and the lines of each option; `sub` is what stands small beneath the question."""

    term: str
    cells: tuple[Lines, ...]
    sub: str = ""


@dataclass(frozen=True, slots=True)
class CoverTable:
    """Up to as many options side by side as the drafter's own table holds; `voices` say who spoke on their issues."""

    heads: tuple[CoverHead, ...]
    rows: tuple[CoverRow, ...]
    widths: tuple[float, ...]
    voices: tuple[str, ...] = ()


def found_covers(context: Context) -> tuple[Cover, ...]:
    """Gives what the options cover that the paper prints, and those that belong to no section of it."""
    printed = {child.id for placed in context.placed for child in placed.children}
    tranches = (one for one in context.pack.tranches if not one.section or one.section in printed)
    return options(tranches, context.dossier, context.relief)


def cover_table(context: Context, covers: Iterable[tuple[CoverHead, Cover]]) -> CoverTable:
    """Arranges options that stand side by side; rows come in the order of the questions."""
    pairs = tuple(covers)
    asked = (row for row in ROWS if row[1] is not _sectors or any(cover.by_sector for _head, cover in pairs))
    heads, few = tuple(head for head, _cover in pairs), [cover for _head, cover in pairs]
    counted_from = _counted_from(context, few)
    rows = tuple(
        CoverRow(_(term), tuple(_cell(say, context, cover) for cover in few), counted_from if say is _earliest else "")
        for term, say in asked
    )
    return CoverTable(heads, rows, columns(len(pairs)), tuple(_voices(context, few)))


def _counted_from(context: Context, covers: Iterable[Cover]) -> str:
    """Says from which day the options' days are counted."""
    day = words.day(context.dossier.as_of, context.language, words.LONG)
    if any(_apart(context, cover) for cover in covers):
        return _("counted from {day}, or from the day on which it is begun", day=day)
    return _("counted from {day}", day=day)


def _apart(context: Context, cover: Cover) -> bool:
    """Says whether an option that covers anybody is begun on a day of its own."""
    return bool(cover.entries) and cover.start != context.dossier.as_of


def _voices(context: Context, covers: Iterable[Cover]) -> Iterator[str]:
    """Yields for each issue how many holders stand where, each holder once by the latest position on it."""
    counts: dict[str, tuple[set[str], ...]] = {}
    for cover in covers:
        for place, camp in enumerate((cover.favour, cover.against, cover.neither)):
            for one in camp:
                counts.setdefault(context.issue(one), (set(), set(), set()))[place].add(one.holder)
    for issue, camps in counts.items():
        said = _series(_(form, number=len(camp)) for form, camp in zip(CAMPS, camps, strict=True))
        yield f"{printable(issue)}: {said}"


def columns(number: int) -> tuple[float, ...]:
    """Gives the widths of a table of so many options: the questions, then the options alike."""
    column = round((FULL - LABEL) / number * 2) / 2
    return (FULL - column * number, *[column] * number)


def _cell(say: "Say", context: Context, cover: Cover) -> Lines:
    return tuple(say(context, cover)) or (Line(text="–"),)


def _covers(context: Context, cover: Cover) -> Iterator[Line]:
    if not cover.entries:
        yield Line(text=_("Nobody"), gap=cover.kind != "none")
        return
    yield Line(text=_series(counted(count.name, len(count.ids)) for count in cover.by_kind))
    if len(cover.entries) <= FEW:
        yield from (Line(text=context.name(one.id), anchor=context.anchor(one.id)) for one in cover.entries)
    if cover.missing:
        yield Line(text=_("{number} named and not held", number=len(cover.missing)), gap=True)


def _series(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _sectors(_context: Context, cover: Cover) -> Iterator[Line]:
    """Yields the largest sectors of the covered, as the lists state them, and how many have none."""
    ranked = sorted(cover.by_sector, key=lambda count: (-len(count.ids), count.name))
    if ranked:
        most = FEW if len(ranked) > FEW + 1 else len(ranked)
        named = [f"{printable(count.name)}\N{NO-BREAK SPACE}{len(count.ids)}" for count in ranked[:most]]
        rest = [_("{number} other sectors", number=len(ranked) - most)] if len(ranked) > most else []
        bare = {one.id for one in cover.entries} - {id for count in ranked for id in count.ids}
        sub = _("none stated for {number}", number=_numbers(cover, bare)) if bare else ""
        yield Line(text=_series((*named, *rest)), sub=sub)


def _classes(context: Context, cover: Cover) -> Iterator[Line]:
    contested = {one.id for one in cover.entries if one.contested}
    for count in cover.by_class:
        text, sub = _numbers(cover, count.ids), ""
        if contested & set(count.ids):
            sub = _("{number} contested", number=len(contested & set(count.ids)))
        if count.name == UNLISTED:
            yield Line(text=_("{number} not listed by the United States", number=text))
        else:
            yield Line(text=text, sub=sub, klass=_mark(count.name))
    for taken in STRICTNESS:
        few = [context.name(one.id) for one in cover.entries if one.taken == taken != one.klass]
        if few:
            yield Line(text="", sub=_reached(few, taken))


def _reached(few: list[str], taken: str) -> str:
    """Says of those of whom an option reaches no tag but the easier ones of which class these are."""
    names = _series(few) if len(few) <= FEW else _("{number} entries", number=len(few))
    return ngettext(
        "{names}: only its tags of class {letter} are reached",
        "{names}: only their tags of class {letter} are reached",
        len(few),
        names=names,
        letter=taken,
    )


def _mark(name: str) -> Klass:
    return Klass(name if name in STRICTNESS else "?", words.relief(name))


def _steps(context: Context, cover: Cover) -> Iterator[Line]:
    for number, step in enumerate(cover.steps, 1):
        if step.stage in ("keep", LAPSED, "undated"):
            yield _keep(context, cover, step, number)
        else:
            some = len(cover.entries) > len(step.ids)
            serves = _("for {number}", number=_numbers(cover, step.ids)) if some else ""
            line = _step(_from(context, cover, step), step, number, serves)
            yield _on_emergency(cover, step, line)


def _on_emergency(cover: Cover, step: OptionStep, line: Line) -> Line:
    """Names the emergency that a step ends, and says of what is done beside that it may have ended with one."""
    if step.instrument == END:
        return replace(line, text=f"{line.text}: {_emergencies(cover)}")
    return replace(line, sub=_joined(line.sub, _(FALLEN))) if step.beside and cover.ended else line


def _emergencies(cover: Cover) -> str:
    """Names the emergencies that an option ends by their orders."""
    return _series(title.partition(": ")[2].removeprefix("emergency of ") or title for title in cover.ended)


def _keep(context: Context, cover: Cover, step: OptionStep, number: int) -> Line:
    what = step.title.partition(": ")[2] or step.title
    if step.stage == LAPSED:
        return Line(text=_("The {emergency}", emergency=what), sub=step.text, number=number)
    if step.on is None:
        return Line(text=_("Continue the {emergency}", emergency=what), sub=f"{step.actor}. {step.text}", number=number)
    by = words.day(step.on, context.language)
    sub = f"{step.actor}. {_otherwise(step.text)}" if cover.kind == "none" else step.actor.partition(";")[0]
    text = _("Continue the {emergency} before {day}", emergency=what, day=by)
    return Line(text=text, sub=sub, number=number)


def _otherwise(text: str) -> str:
    """Says what follows as what comes where nobody acts."""
    return _("Otherwise {consequence}", consequence=text[0].lower() + text[1:]) if text else ""


def _numbers(cover: Cover, ids: Collection[str]) -> str:
    """Counts some of the covered, entries and measures apart; a number without a noun is of entries."""
    measures = sum(one.id in ids for one in cover.entries if one.kind == MEASURE)
    entries = str(len(ids) - measures) if len(ids) > measures else ""
    named = counted(MEASURE, measures) if measures else ""
    if entries and named:
        return _("{entries} and {measures}", entries=entries, measures=named)
    return entries or named


def _step(day: str, step: OptionStep, number: int, serves: str) -> Line:
    doubt = _(CONTESTED) if step.contested and step.stage == "doubtful notice" else ""
    if step.stage == "act":
        return Line(text=step.title, sub=_joined(step.actor, serves, day), number=number)
    if step.stage in ("phase", "doubtful notice"):
        return Line(text=step.text.rstrip("."), sub=_joined(step.actor, serves, doubt or day), number=number)
    text = step.text.rstrip(".")
    if step.days and step.stage == "wait":
        text = ngettext("Wait of {count} day", "Wait of {count} days", step.days)
    elif step.days and step.stage == "doubtful wait":
        text = ngettext("Wait of {count} day, if reported", "Wait of {count} days, if reported", step.days)
    return Line(text=text, sub=_joined(step.title if serves else "", serves), number=number)


def _from(context: Context, cover: Cover, step: OptionStep) -> str:
    """Says from when the law lets a step be taken; what is done beside another may come before it has any effect.

    Of what is free on the day on which the option is begun nothing is said.
    """
    if step.on is None or not (step.days or any_day(cover, step)):
        return ""
    day = words.day(step.on, context.language)
    return _("from {day}", day=day) if step.days else _(ANY_DAY, day=day)


def any_day(cover: Cover, step: OptionStep) -> bool:
    """Says whether a step can be taken on any day, and its day is that before which it has no effect."""
    return bool(step.beside and not step.days and step.on and step.on > cover.start)


def _joined(*parts: str) -> str:
    return "; ".join(filter(None, parts))


def _earliest(context: Context, cover: Cover) -> Iterator[Line]:
    if _apart(context, cover):
        yield Line(text="", sub=_("begun on {day}", day=words.day(cover.start, context.language)))
    for one in cover.earliest:
        yield _day(context, cover, one, wait(one))
    for one in cover.reported:
        yield _day(context, cover, one, _("if it has to be reported"))


def wait(one: Earliest) -> str:
    """Says what is waited for before the earliest day."""
    if one.basis == "review":
        return ngettext("{count} day of review", "{count} days of review", one.days)
    if one.basis == "wait":
        return ngettext("{count} day by statute", "{count} days by statute", one.days)
    return _(WAITS[one.basis])


def _day(context: Context, cover: Cover, one: Earliest, why: str) -> Line:
    day = words.day(one.on, context.language) if one.on else _("No date")
    number = _numbers(cover, one.ids)
    if one.contested:
        return Line(text=day, sub=_("for {number}: {reason}, contested", number=number, reason=why))
    return Line(text=day, sub=_("for {number}: {reason}", number=number, reason=why))


def _undone(_context: Context, cover: Cover) -> Iterator[Line]:
    if cover.reversal:
        yield Line(text=cover.reversal.text, sub=cover.reversal.instrument)
    for one in cover.unranked:
        yield Line(text=one.text, sub=one.instrument, gap=True)


def _stays(context: Context, cover: Cover) -> Iterator[Line]:
    licensed = {one.id: one.blocked for one in cover.stays if one.why == "licensed"}
    if licensed:
        yield Line(text=_licensed(len(licensed), listed=all(licensed.values())))
    other = [one for one in cover.stays if one.why != "licensed"]
    for one in other[:NAMED]:
        under = _ending(one) if one.id in context.measures else _under(one)
        yield Line(text=context.name(one.id), sub=under, anchor=context.anchor(one.id))
    if len(other) > NAMED:
        yield Line(text=_("and {number} more", number=len(other) - NAMED))
    if cover.outside:
        said = _outside(context, cover)
        all_ = cover.kind == "none"
        yield Line(text=_("All: {entries}", entries=said) if all_ else _("{entries} not covered", entries=said))
    if not (cover.stays or cover.outside):
        yield Line(text=_("Nothing this paper names"))


def _licensed(number: int, *, listed: bool) -> str:
    """Says what stays of entries that a licence covers."""
    if number == 1:
        return _("The listing stays")
    if listed:
        return _("All {number} stay listed", number=number)
    return _("All {number} stay listed or limited", number=number)


def _outside(context: Context, cover: Cover) -> str:
    """Counts what an option leaves alone, entries and measures apart."""
    measures = sum(one.id in context.measures for one in cover.outside)
    entries = len(cover.outside) - measures
    counts = (
        words.counted(entries, "entry", "entries") if entries else "",
        counted(MEASURE, measures) if measures else "",
    )
    return _series(filter(None, counts))


def _under(one: Stays) -> str:
    tags = _series(" ".join(filter(None, tag)) for tag in one.tags)
    held = _("blocked under {tags}", tags=tags) if one.blocked else _("limited under {tags}", tags=tags)
    return _joined(held, _ending(one) if one.why == "not reached" else "")


def _ending(one: Stays) -> str:
    """Says how what no instrument of an option reaches could end."""
    return _(ENDING.get(one.klass or "", UNREACHED), test=one.authority.partition(" (")[0])


def _elsewhere(context: Context, cover: Cover) -> Iterator[Line]:
    if cover.kind == "none":
        yield Line(text=_("All as it is"))
        return
    for one in cover.elsewhere:
        yield Line(text=f"{one.regime} {_held(context, one)}, {_until(context, one)}")
    if cover.abroad and cover.entries:
        yield Line(text=words.counted(len(cover.abroad), "measure that lists nobody", "measures that list nobody"))


def _held(context: Context, one: Elsewhere) -> str:
    """Says how many are listed, how many limits short of a freeze and how many only a measure binds."""
    named = [id for id in one.ids if id not in one.bound]
    less = sum(_less(context, id, one.regime) for id in named)
    counts = (
        _("{number} listed", number=len(named) - less) if len(named) > less else "",
        _("{number} limited", number=less) if less else "",
        ngettext("{count} under a measure", "{count} under measures", len(one.bound)) if one.bound else "",
    )
    return _series(filter(None, counts))


def _less(context: Context, id: str, regime: str) -> bool:
    held = [item for item in context.in_force(context.entities[id]) if item.regime == regime]
    return all(map(limited, held))


def _until(context: Context, one: Elsewhere) -> str:
    """Says when the next end comes, or of several that have passed which was the latest."""
    if one.until:
        return _("next end {day}", day=ends.day(context, one.until, one.about))
    left = (item for id in one.ids for item in context.relief[id].remains if item.regime == one.regime)
    return ends.passed(context, left) or _(ends.NO_DATE if one.basis == "none" else ends.NOT_KNOWN)


def _precondition(_context: Context, cover: Cover) -> Iterator[Line]:
    yield from _stated(cover, cover.preconditions)


def _snapback(_context: Context, cover: Cover) -> Iterator[Line]:
    yield from _stated(cover, cover.snapback)


def _stated(cover: Cover, text: str) -> Iterator[Line]:
    if text:
        yield Line(text=printable(text))
    elif cover.kind != "none":
        yield Line(text=_(NONE_STATED), gap=True)


Say = Callable[[Context, Cover], Iterator[Line]]
ROWS: tuple[tuple[str, Say], ...] = (
    (mark("Covers"), _covers),
    (mark("By sector"), _sectors),
    (mark("By class"), _classes),
    (mark("What has to be done, in order"), _steps),
    (mark("Earliest date"), _earliest),
    (mark("How the hardest step is undone"), _undone),
    (mark("Of these, stays in force"), _stays),
    (mark("Stays elsewhere"), _elsewhere),
    (mark("Precondition"), _precondition),
    (mark("Snap-back"), _snapback),
)
"""The rows in order, each with what says it for an option; only precondition and snap-back are the drafter's words.

That of the sectors is left out where no list states any.
"""
