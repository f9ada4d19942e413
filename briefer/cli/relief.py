"""How the answer on relief is shown: as JSON values, and as lines for a person."""

from collections.abc import Iterator

from briefer.cli.answers import said
from briefer.model.law import UNKNOWN
from briefer.model.relief import Act, Reason, Relief, Remains, Route, Wait

Json = dict[str, object]
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
MEASURE = "measure-"
ABROAD = "it is a measure of another regime"
LATER = "the measure is not in force on that day"


def value(found: Relief) -> Json:
    """Gives the JSON value of one answer."""
    return {
        "id": found.id,
        "caption": found.caption,
        "as_of": found.as_of,
        "class": found.klass,
        "contested": found.contested,
        "confidence": found.confidence,
        "at_least": _at_least(found),
        "reasons": list(map(_reason, found.reasons)),
        "remains": list(map(_remains, found.remains)),
        "unknown": found.unknown,
        "overlay": found.overlay,
        "former": found.former,
        "early": found.early,
        "notes": found.notes,
    }


def _reason(reason: Reason) -> Json:
    return {
        "programme": reason.programme,
        "list": reason.list_types,
        "limb": reason.limb,
        "part": reason.part,
        "authority": reason.authority,
        "class": reason.klass,
        "decides": reason.decides,
        "why": reason.why,
        "instruments": [route.title for route in reason.routes],
        "actor": reason.actor,
        "acts": list(map(_act, reason.acts)),
        "conditions": reason.conditions,
        "unsettled": reason.unsettled,
        "contested": reason.contested,
        "dispute": reason.dispute,
        "citations": reason.citations,
        "confidence": reason.confidence,
        "listing": reason.listing,
        "since": said(reason.since) or None,
        "doubts": reason.doubts,
        "notes": reason.notes,
        "routes": list(map(_route, reason.routes)),
        "waits": list(map(_wait, reason.waits)),
        "sources": reason.sources,
        "overlay": reason.overlay,
    }


def _act(act: Act) -> Json:
    return {"actor": act.actor, "instruments": act.instruments, "beside": act.beside}


def _route(route: Route) -> Json:
    return {
        "id": route.id,
        "title": route.title,
        "actor": route.actor,
        "legal_minimum": route.legal_minimum,
        "legal_days": route.legal_days,
        "practical": route.practical,
        "reversal": route.reversal,
        "legislature": route.legislature,
        "conditions": route.conditions,
        "notice": route.notice,
        "contested": route.contested,
        "citations": route.citations,
        "confidence": route.confidence,
        "overlay": route.overlay,
    }


def _wait(wait: Wait) -> Json:
    return {"id": wait.id, "title": wait.title, "text": wait.text, "days": wait.days, "months": wait.months}


def _remains(one: Remains) -> Json:
    return {
        "regime": one.regime,
        "act": one.act,
        "until": one.until,
        "until_of": one.until_of,
        "ran_to": one.ran_to,
        "basis": one.basis,
        "programme": one.programme,
        "lists": one.list_types,
        "since": said(one.since) or None,
        "note": one.note,
        "citations": one.citations,
        "confidence": one.confidence,
        "sources": one.sources,
        "overlay": one.overlay,
    }


def lines(answers: tuple[Relief, ...]) -> Iterator[str]:
    """Shows each answer with every reason, and what stays elsewhere."""
    for found in answers:
        yield f"{found.caption} ({found.id}), as of {found.as_of}: {_class(found)}"
        for reason in found.reasons:
            yield from _lines(reason)
        for one in found.remains:
            yield f"  stays: {one.regime}, {one.act}{_until(one)}{_overlay(one.overlay)}"
        yield from (f"  not yet: {tag}, the day of its order or act" for tag in found.early)
        yield from (f"  note: {note}" for note in found.notes)


def _class(found: Relief) -> str:
    if found.klass is None and found.id.startswith(MEASURE):
        return f"nothing of the United States in force ({ABROAD if found.remains else LATER})"
    if found.klass is None:
        return f"nothing of the United States in force ({_why_not(found)})"
    contested = ", contested" if found.contested else ""
    if _at_least(found):
        tags = f"{len(found.unknown)} tag{'s' if len(found.unknown) > 1 else ''} unknown"
        return f"at least class {found.klass}{contested} ({CLASSES[found.klass]}; {found.confidence}); {tags}"
    return f"class {found.klass}{contested} ({CLASSES[found.klass]}; {found.confidence})"


def _why_not(found: Relief) -> str:
    if found.former:
        return f"delisted, formerly {', '.join(found.former)}"
    return EARLY if found.early else NEVER


def _at_least(found: Relief) -> bool:
    """Says whether a tag on which the rulebook is silent stands beside those that give the class."""
    return bool(found.unknown) and found.klass not in (None, UNKNOWN)


def _lines(reason: Reason) -> Iterator[str]:
    where = ", ".join(filter(None, (reason.programme, *reason.list_types, reason.limb, reason.part)))
    since = f", since {said(reason.since)}" if said(reason.since) else ""
    contested = ", contested" if reason.contested else ""
    listing = f"; listing {reason.listing}" if reason.listing is not reason.confidence else ""
    sure = f"({reason.confidence}{listing}){_overlay(reason.overlay)}"
    yield f"  {reason.klass}{contested}: {where or reason.authority}{since} {sure}"
    yield f"     {reason.authority}: {reason.why}" if where else f"     {reason.why}"
    for act in reason.acts:
        yield f"     {act.actor}: {'; '.join((*act.instruments, *(f'as well: {title}' for title in act.beside)))}"
    if reason.waits and reason.routes:
        yield f"     Congress: {'; '.join(f'{route.title} – {route.legislature}' for route in reason.routes)}"
    if reason.actor and not reason.acts:
        yield f"     who acts: {reason.actor}"
    told = (*reason.conditions, *(wait.text for wait in reason.waits), reason.dispute, *reason.doubts)
    yield from (f"     {text}" for text in told if text)
    if reason.citations:
        yield f"     [{'; '.join(reason.citations)}]"


def _until(one: Remains) -> str:
    if one.ran_to:
        return f", ran to {one.ran_to}; renewal not known"
    if one.until is None:
        return ", no end date" if one.basis == "none" else ", end not known"
    of = f", the end of {one.until_of}; the other has a day of its own" if one.until_of else ""
    return f", until {one.until}{' unless renewed' if one.basis == 'rule' else ''}{of}"


def _overlay(overlay: bool) -> str:
    return " [the office's own row]" if overlay else ""
