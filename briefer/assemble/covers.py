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
from briefer.assemble.prose import FULL
from briefer.assemble.relief import Klass
from briefer.assemble.scripts import printable
from briefer.model.law import STRICTNESS
from briefer.model.options import Count, Cover, Earliest, Elsewhere, OptionStep, Stays

LABEL = 26.0
FEW = 4
NAMED = 6
NONE_STATED = "none stated"
CAMPS = ("in favour", "against", "neither or unclear")
NOUNS = {
    "Person": ("person", "people"),
    "Company": ("company", "companies"),
    "Organization": ("organisation", "organisations"),
    "LegalEntity": ("legal entity", "legal entities"),
    "PublicBody": ("public body", "public bodies"),
    "Vessel": ("vessel", "vessels"),
    "Airplane": ("aircraft", "aircraft"),
    "Measure": ("measure", "measures"),
}
WAITS = {
    "at once": "no wait by law",
    "review": "{days} days of review",
    "wait": "{days} days by statute",
    "statute": "a new statute",
    "unknown": "the wait is not known",
}
CONTESTED = "contested where 22 USC 9511 does not name the order"
ENDING = {"C": "until the test of {test} is met", "D": "only a new statute ends it"}
FALLEN = "unless it has ended with the emergency"
UNREACHED = "no instrument of the option reaches it"
ANY_DAY = "any day; without effect before {day}"
WAIT = {"wait": "Wait of {days} days", "doubtful wait": "Wait of {days} days, if reported"}


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
    """One question and the lines of each option."""

    term: str
    cells: tuple[Lines, ...]


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
    rows = tuple(CoverRow(term, tuple(_cell(say, context, cover) for _head, cover in pairs)) for term, say in asked)
    heads, few = tuple(head for head, _cover in pairs), [cover for _head, cover in pairs]
    return CoverTable(heads, rows, columns(len(pairs)), tuple(_voices(context, few)))


def _voices(context: Context, covers: Iterable[Cover]) -> Iterator[str]:
    """Yields for each issue how many holders stand where, each holder once by the latest position on it."""
    counts: dict[str, tuple[set[str], ...]] = {}
    for cover in covers:
        for place, camp in enumerate((cover.favour, cover.against, cover.neither)):
            for one in camp:
                counts.setdefault(context.issue(one), (set(), set(), set()))[place].add(one.holder)
    for issue, camps in counts.items():
        numbers = zip(map(len, camps), CAMPS, strict=True)
        yield f"{printable(issue)}: {_series(f'{number} {word}' for number, word in numbers)}"


def columns(number: int) -> tuple[float, ...]:
    """Gives the widths of a table of so many options: the questions, then the options alike."""
    column = round((FULL - LABEL) / number * 2) / 2
    return (FULL - column * number, *[column] * number)


def _cell(say: "Say", context: Context, cover: Cover) -> Lines:
    return tuple(say(context, cover)) or (Line(text="–"),)


def _covers(context: Context, cover: Cover) -> Iterator[Line]:
    if not cover.entries:
        yield Line(text="Nobody", gap=cover.kind != "none")
        return
    yield Line(text=_series(_nouns(count) for count in cover.by_kind))
    if len(cover.entries) <= FEW:
        yield from (Line(text=context.name(one.id), anchor=context.anchor(one.id)) for one in cover.entries)
    if cover.missing:
        yield Line(text=f"{len(cover.missing)} named and not held", gap=True)


def _nouns(count: Count) -> str:
    name = words.schema(count.name).lower()
    return words.counted(len(count.ids), *NOUNS.get(count.name, (name, f"{name}s")))


def _series(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _sectors(_context: Context, cover: Cover) -> Iterator[Line]:
    """Yields the largest sectors of the covered, as the lists state them, and how many have none."""
    ranked = sorted(cover.by_sector, key=lambda count: (-len(count.ids), count.name))
    if ranked:
        most = FEW if len(ranked) > FEW + 1 else len(ranked)
        named = [f"{printable(count.name)}\N{NO-BREAK SPACE}{len(count.ids)}" for count in ranked[:most]]
        rest = [f"{len(ranked) - most} other sectors"] if len(ranked) > most else []
        bare = {one.id for one in cover.entries} - {id for count in ranked for id in count.ids}
        yield Line(text=_series((*named, *rest)), sub=f"none stated for {_numbers(cover, bare)}" if bare else "")


def _classes(context: Context, cover: Cover) -> Iterator[Line]:
    contested = {one.id for one in cover.entries if one.contested}
    for count in cover.by_class:
        text, sub = _numbers(cover, count.ids), ""
        if contested & set(count.ids):
            sub = f"{len(contested & set(count.ids))} contested"
        if count.name == UNLISTED:
            yield Line(text=f"{text} not listed by the United States")
        else:
            yield Line(text=text, sub=sub, klass=_mark(count.name))
    for taken in STRICTNESS:
        few = [context.name(one.id) for one in cover.entries if one.taken == taken != one.klass]
        if few:
            names = _series(few) if len(few) <= FEW else f"{len(few)} entries"
            tags = f"{'its' if len(few) == 1 else 'their'} tags of class {taken}"
            yield Line(text="", sub=f"{names}: only {tags} are reached")


def _mark(name: str) -> Klass:
    return Klass(name if name in STRICTNESS else "?", words.CLASSES.get(name, name))


def _steps(context: Context, cover: Cover) -> Iterator[Line]:
    for number, step in enumerate(cover.steps, 1):
        if step.stage in ("keep", LAPSED, "undated"):
            yield _keep(context, cover, step, number)
        else:
            serves = f"for {_numbers(cover, step.ids)}" if len(cover.entries) > len(step.ids) else ""
            line = _step(_from(context, cover, step), step, number, serves)
            yield _on_emergency(cover, step, line)


def _on_emergency(cover: Cover, step: OptionStep, line: Line) -> Line:
    """Names the emergency that a step ends, and says of what is done beside that it may have ended with one."""
    if step.instrument == END:
        return replace(line, text=f"{line.text}: {_emergencies(cover)}")
    return replace(line, sub=_joined(line.sub, FALLEN)) if step.beside and cover.ended else line


def _emergencies(cover: Cover) -> str:
    """Names the emergencies that an option ends by their orders."""
    return _series(title.partition(": ")[2].removeprefix("emergency of ") or title for title in cover.ended)


def _keep(context: Context, cover: Cover, step: OptionStep, number: int) -> Line:
    what = step.title.partition(": ")[2] or step.title
    if step.stage == LAPSED:
        return Line(text=f"The {what}", sub=step.text, number=number)
    if step.on is None:
        return Line(text=f"Continue the {what}", sub=f"{step.actor}. {step.text}", number=number)
    by = words.day(step.on, context.language)
    sub = f"{step.actor}. {_otherwise(step.text)}" if cover.kind == "none" else step.actor.partition(";")[0]
    return Line(text=f"Continue the {what} before {by}", sub=sub, number=number)


def _otherwise(text: str) -> str:
    """Says what follows as what comes where nobody acts."""
    return f"Otherwise {text[0].lower()}{text[1:]}" if text else ""


def _numbers(cover: Cover, ids: Collection[str]) -> str:
    """Counts some of the covered, entries and measures apart; a number without a noun is of entries."""
    measures = sum(one.id in ids for one in cover.entries if one.kind == MEASURE)
    entries = str(len(ids) - measures) if len(ids) > measures else ""
    named = words.counted(measures, *NOUNS[MEASURE]) if measures else ""
    return " and ".join(filter(None, (entries, named)))


def _step(day: str, step: OptionStep, number: int, serves: str) -> Line:
    doubt = CONTESTED if step.contested and step.stage == "doubtful notice" else ""
    if step.stage == "act":
        return Line(text=step.title, sub=_joined(step.actor, serves, day), number=number)
    if step.stage in ("phase", "doubtful notice"):
        return Line(text=step.text.rstrip("."), sub=_joined(step.actor, serves, doubt or day), number=number)
    text = step.text.rstrip(".")
    if step.days and step.stage in WAIT:
        text = WAIT[step.stage].format(days=step.days)
    return Line(text=text, sub=_joined(step.title if serves else "", serves), number=number)


def _from(context: Context, cover: Cover, step: OptionStep) -> str:
    """Says from when the law lets a step be taken; what is done beside another may come before it has any effect.

    Of what is free on the day on which the option is begun nothing is said.
    """
    if step.on is None or not (step.days or (step.beside and step.on > cover.start)):
        return ""
    day = words.day(step.on, context.language)
    return f"from {day}" if step.days else ANY_DAY.format(day=day)


def _joined(*parts: str) -> str:
    return "; ".join(filter(None, parts))


def _earliest(context: Context, cover: Cover) -> Iterator[Line]:
    if cover.entries and cover.start != context.dossier.as_of:
        yield Line(text="", sub=f"begun on {words.day(cover.start, context.language)}")
    for one in cover.earliest:
        yield _day(context, cover, one, WAITS[one.basis].format(days=one.days))
    for one in cover.reported:
        yield _day(context, cover, one, "if it has to be reported")


def _day(context: Context, cover: Cover, one: Earliest, why: str) -> Line:
    day = words.day(one.on, context.language) if one.on else "No date"
    doubt = ", contested" if one.contested else ""
    return Line(text=day, sub=f"for {_numbers(cover, one.ids)}: {why}{doubt}")


def _undone(_context: Context, cover: Cover) -> Iterator[Line]:
    if cover.reversal:
        yield Line(text=cover.reversal.text, sub=cover.reversal.instrument)
    for one in cover.unranked:
        yield Line(text=one.text, sub=one.instrument, gap=True)


def _stays(context: Context, cover: Cover) -> Iterator[Line]:
    licensed = {one.id: one.blocked for one in cover.stays if one.why == "licensed"}
    if licensed:
        listed = "listed" if all(licensed.values()) else "listed or limited"
        yield Line(text=f"All {len(licensed)} stay {listed}" if len(licensed) > 1 else "The listing stays")
    other = [one for one in cover.stays if one.why != "licensed"]
    for one in other[:NAMED]:
        under = _ending(one) if one.id in context.measures else _under(one)
        yield Line(text=context.name(one.id), sub=under, anchor=context.anchor(one.id))
    if len(other) > NAMED:
        yield Line(text=f"and {len(other) - NAMED} more")
    if cover.outside:
        measures = sum(one.id in context.measures for one in cover.outside)
        counts = ((len(cover.outside) - measures, "entry", "entries"), (measures, "measure", "measures"))
        said = _series(words.counted(*count) for count in counts if count[0])
        yield Line(text=f"All: {said}" if cover.kind == "none" else f"{said} not covered")
    if not (cover.stays or cover.outside):
        yield Line(text="Nothing this paper names")


def _under(one: Stays) -> str:
    tags = _series(" ".join(filter(None, tag)) for tag in one.tags)
    why = f"; {_ending(one)}" if one.why == "not reached" else ""
    return f"{'blocked' if one.blocked else 'limited'} under {tags}{why}"


def _ending(one: Stays) -> str:
    """Says how what no instrument of an option reaches could end."""
    return ENDING.get(one.klass or "", UNREACHED).format(test=one.authority.partition(" (")[0])


def _elsewhere(context: Context, cover: Cover) -> Iterator[Line]:
    if cover.kind == "none":
        yield Line(text="All as it is")
        return
    for one in cover.elsewhere:
        yield Line(text=f"{one.regime} {_held(context, one)}, {_until(context, one)}")
    if cover.abroad and cover.entries:
        yield Line(text=words.counted(len(cover.abroad), "measure that lists nobody", "measures that list nobody"))


def _held(context: Context, one: Elsewhere) -> str:
    """Says how many are listed, how many limits short of a freeze and how many only a measure binds."""
    named = [id for id in one.ids if id not in one.bound]
    less = sum(_less(context, id, one.regime) for id in named)
    bound = f"{len(one.bound)} under {'a measure' if len(one.bound) == 1 else 'measures'}" if one.bound else ""
    counts = (f"{len(named) - less} listed" if len(named) > less else "", f"{less} limited" if less else "", bound)
    return _series(filter(None, counts))


def _less(context: Context, id: str, regime: str) -> bool:
    held = [item for item in context.in_force(context.entities[id]) if item.regime == regime]
    return all(map(limited, held))


def _until(context: Context, one: Elsewhere) -> str:
    """Says when the next end comes, or of several that have passed which was the latest."""
    if one.until:
        return f"next end {ends.day(context, one.until, one.about)}"
    left = (item for id in one.ids for item in context.relief[id].remains if item.regime == one.regime)
    return ends.passed(context, left) or (ends.NO_DATE if one.basis == "none" else ends.NOT_KNOWN)


def _precondition(_context: Context, cover: Cover) -> Iterator[Line]:
    yield from _stated(cover, cover.preconditions)


def _snapback(_context: Context, cover: Cover) -> Iterator[Line]:
    yield from _stated(cover, cover.snapback)


def _stated(cover: Cover, text: str) -> Iterator[Line]:
    if text:
        yield Line(text=printable(text))
    elif cover.kind != "none":
        yield Line(text=NONE_STATED, gap=True)


Say = Callable[[Context, Cover], Iterator[Line]]
ROWS: tuple[tuple[str, Say], ...] = (
    ("Covers", _covers),
    ("By sector", _sectors),
    ("By class", _classes),
    ("What has to be done, in order", _steps),
    ("Earliest date", _earliest),
    ("Undone by (the hardest)", _undone),
    ("Of these, stays in force", _stays),
    ("Stays elsewhere", _elsewhere),
    ("Precondition", _precondition),
    ("Snap-back", _snapback),
)
"""The rows in order, each with what says it for an option; only precondition and snap-back are the drafter's words.

That of the sectors is left out where no list states any.
"""
