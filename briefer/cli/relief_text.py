"""How the answer on relief reads as text: the tags, then what they have in common, each thing said once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from briefer.cli.dates import partial, worded
from briefer.cli.holdings import Names
from briefer.model.calendar import Due
from briefer.model.facts import Confidence
from briefer.model.law import UNKNOWN, Renewal
from briefer.model.relief import Owned, Reason, Relief, Remains, Route
from briefer.rulebook import NO_RENEWAL, after_end, in_words

CLASSES = {
    "A": "the executive alone",
    "B": "the executive, subject to review by Congress",
    "C": "the executive, on a statutory test, notice or wait",
    "D": "a change of statute",
    "unknown": "unknown: the rulebook does not say",
}
"""What the classes mean, in a few words."""

NEVER = "no list of theirs that is held ever listed it"
EARLY = "what a later list states begins after that day"
UPCOMING = "it is listed only from a later day on"
MEASURE = "measure-"
ABROAD = "it is a measure of another regime"
LATER = "the measure is not in force on that day"
HOME = "US"
DATED_BY = {
    "act": ", the day of its order or act",
    "list": ", the day that the list states",
    "row": " (the day of its row); an earlier listing is not on record",
}
"""What is said of the day from which something counts."""


def lines(answers: tuple[Relief, ...], notes: tuple[str, ...] = ()) -> Iterator[str]:
    """Shows each answer with every reason, and what stays elsewhere; what is noted of all comes once, at the end."""
    shared = tuple(dict.fromkeys((*_shared(answers), *notes)))
    for found in answers:
        yield f"{found.caption} ({found.id}), as of {in_words(found.as_of)}: {_class(found)}"
        yield from _owned(found)
        yield from reasoned(found.reasons)
        yield from renewals(found.due)
        for one in found.remains:
            yield f"  stays: {one.regime}, {_what(one)}{_overlay(one.overlay)}"
            yield from _by_owners(found.id, one.owned)
        for later in (*found.early, *found.to_come):
            yield f"  not yet: {later.name} from {in_words(later.day)}{DATED_BY[later.by]}"
        told = {*shared, *(doubt for reason in found.reasons for doubt in reason.doubts)}
        yield from (f"  note: {worded(note)}" for note in found.notes if note not in told)
    yield from (f"Note: {worded(note)}" for note in shared)


def reasoned(reasons: tuple[Reason, ...]) -> Iterator[str]:
    """Shows the reasons tag by tag, then what they have in common."""
    names = _names(reasons)
    for reason in reasons:
        yield from _tag(reason)
    yield from _once(WHY, reasons, names)
    yield from _instruments(reasons, names)
    yield from _once(AFTER, reasons, names)


def renewals(due: tuple[Due, ...], terms: tuple[Renewal, ...] = ()) -> Iterator[str]:
    """Shows what comes up for renewal or ran out, then what has no day of its own."""
    if due or terms:
        yield "  Renewals:"
    yield from (f"     {_ending(each)}" for each in due)
    yield from (f"     {row.title}: {row.lapse} [{row.citation}] ({row.confidence})" for row in terms)


def _ending(due: Due) -> str:
    on = in_words(due.on)
    said = {
        "renewal": f"renewed to {on}",
        "rule": f"ends on {on} unless renewed; {NO_RENEWAL}",
        "again": f"then due again on {on}",
    }
    return f"{due.title}: {said.get(due.basis, after_end(on))} [{'; '.join(due.citations)}] ({due.confidence})"


def _shared(answers: tuple[Relief, ...]) -> tuple[str, ...]:
    """Gives the notes that every one of several answers carries."""
    first, *others = answers or (None,)
    if first is None or not others:
        return ()
    return tuple(note for note in first.notes if all(note in other.notes for other in others))


def _class(found: Relief) -> str:
    if found.klass is None and found.id.startswith(MEASURE):
        return f"nothing of the United States in force ({ABROAD if found.remains else LATER})"
    if found.klass is None and found.owned:
        return found.owned.says
    if found.klass is None:
        return f"nothing of the United States in force ({_why_not(found)})"
    contested = ", contested" if found.contested else ""
    if at_least(found):
        tags = f"{len(found.unknown)} tag{'s' if len(found.unknown) > 1 else ''} unknown"
        return f"at least class {found.klass}{contested} ({CLASSES[found.klass]}; {found.confidence}); {tags}"
    return f"class {found.klass}{contested} ({CLASSES[found.klass]}; {found.confidence})"


def _why_not(found: Relief) -> str:
    if found.former:
        return f"delisted, formerly {', '.join(found.former)}"
    if found.early:
        return EARLY
    return UPCOMING if any(one.regime == HOME for one in found.to_come) else NEVER


def _owned(found: Relief) -> Iterator[str]:
    """Says by which holdings somebody not listed is blocked, or why that is open, with dates, sources and rule."""
    if not found.owned:
        return
    if found.klass is not None:
        yield f"  {found.owned.says}"
    yield from _holdings(found.id, found.owned, "blocked")


def _by_owners(id: str, owned: Owned | None) -> Iterator[str]:
    """Says by which holdings another regime freezes somebody whom it does not list, or why that is open."""
    yield from (f"   {line}" for line in (_holdings(id, owned, "frozen") if owned else ()))


def _holdings(id: str, owned: Owned, word: str) -> Iterator[str]:
    names = Names(owned.names, owned.grounds)
    if owned.path:
        yield f"  {word} by: {names.path(owned.path)}"
    yield from (f"  open: {worded(why)}" for why in owned.why)
    if owned.status == "open":
        yield from names.stated(id)
    yield f"  [{owned.citation}] ({owned.confidence})"


def at_least(found: Relief) -> bool:
    """Says whether a tag on which the rulebook is silent stands beside those that give the class."""
    return bool(found.unknown) and found.klass not in (None, UNKNOWN)


def _where(reason: Reason) -> str:
    return ", ".join(filter(None, (reason.programme, *reason.list_types, reason.limb, reason.part)))


def _names(reasons: tuple[Reason, ...]) -> list[str]:
    """Gives what each reason is called below: its tag, with list, limb and part where two share the tag."""
    tags = [reason.programme or reason.authority for reason in reasons]
    return [_name(tag, reason, alone=tags.count(tag) == 1) for tag, reason in zip(tags, reasons, strict=True)]


def _name(tag: str, reason: Reason, *, alone: bool) -> str:
    more = ", ".join(filter(None, (*reason.list_types, reason.limb, reason.part)))
    return tag if alone or not more else f"{tag} ({more})"


def _tag(reason: Reason) -> Iterator[str]:
    """Says of one reason its class, tag, date and how sure both are, and what it rests on."""
    where = _where(reason)
    since = f", since {partial(reason.since)}" if partial(reason.since) else ""
    contested = ", contested" if reason.contested else ""
    what = "listing" if reason.programme else "record"
    listing = f"; {what} {reason.listing}" if reason.listing is not reason.confidence else ""
    sure = f"({reason.confidence}{listing}){_overlay(reason.overlay)}"
    yield f"  {reason.klass}{contested}: {where or reason.authority}{since} {sure}"
    if where and reason.authority:
        yield f"     rests on {reason.authority}"
    if reason.actor and not reason.acts:
        yield f"     who acts: {reason.actor}"


Said = Callable[[Reason], Iterable[str]]
WHY: dict[str, Said] = {"Why": lambda reason: (reason.why,)}
AFTER: dict[str, Said] = {
    "Conditions": lambda reason: reason.conditions,
    "The wait": lambda reason: (f"{wait.title}: {wait.text}" for wait in reason.waits),
    "Contested": lambda reason: (reason.dispute,),
    "Doubts": lambda reason: reason.doubts,
    "Citations": lambda reason: reason.citations,
}
"""What is said of the reasons beside their instruments, in the order of the text."""


def _once(said_of: dict[str, Said], reasons: tuple[Reason, ...], names: list[str]) -> Iterator[str]:
    """Says each text once, under the tags that it is true of where that is not all of them."""
    for title, said in said_of.items():
        groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for text, of in _held(said, reasons, names).items():
            groups[tuple(of)].append(text)
        if groups:
            yield f"  {title}:"
        for tags, texts in groups.items():
            whose = _of(tags, names)
            if whose:
                yield f"     {whose.rstrip()}"
            yield from (f"     {'  ' if whose else ''}{worded(text)}" for text in texts)


def _held(said: Said, reasons: tuple[Reason, ...], names: list[str]) -> dict[str, list[str]]:
    held: defaultdict[str, list[str]] = defaultdict(list)
    for name, reason in zip(names, reasons, strict=True):
        for text in dict.fromkeys(filter(None, said(reason))):
            held[text].append(name)
    return held


def _of(some: Iterable[str], names: list[str]) -> str:
    """Names the tags that something is true of, nothing where these are all."""
    return "" if set(some) == set(names) else f"{', '.join(dict.fromkeys(some))}: "


def _instruments(reasons: tuple[Reason, ...], names: list[str]) -> Iterator[str]:
    """Shows each instrument once: the tags it is fit for, who acts, both times, the part of Congress and its source."""
    held: defaultdict[Route, list[str]] = defaultdict(list)
    beside: set[Route] = set()
    for name, reason in zip(names, reasons, strict=True):
        for route in (*reason.routes, *reason.also):
            held[route].append(name)
        beside.update(reason.also)
    if held:
        yield "  Instruments:"
    for route, of in held.items():
        yield f"     {_of(of, names)}{'as well: ' if route in beside else ''}{route.title}{_overlay(route.overlay)}"
        yield from (f"        {text}" for text in _route(route))


def _route(route: Route) -> Iterator[str]:
    yield f"who acts: {route.actor}"
    yield f"legal minimum time: {route.legal_minimum}; practical time: {route.practical}"
    yield f"Congress: {route.legislature}"
    for title, text in (("condition", route.conditions), ("notice", route.notice), ("contested", route.contested)):
        if text:
            yield f"{title}: {text}"
    sure = "" if route.confidence is Confidence.VERIFIED else f" ({route.confidence})"
    yield f"[{'; '.join(route.citations)}]{sure}"


def _what(one: Remains) -> str:
    return one.owned.says if one.owned else f"{one.act}{_until(one)}"


def _until(one: Remains) -> str:
    if one.ran_to:
        return f", {after_end(partial(one.about) or in_words(one.ran_to))}"
    if one.until is None:
        end = ", no end stated" if one.basis == "none" else ", end not known"
        return f"{end}. {one.note}" if one.measure and one.note else end
    of = f", the end of {one.until_of}; the other has a day of its own" if one.until_of else ""
    return f", until {partial(one.about) or in_words(one.until)}{' unless renewed' if one.basis == 'rule' else ''}{of}"


def _overlay(overlay: bool) -> str:
    return " [the office's own row]" if overlay else ""
