"""The answer on a programme's tag alone, as JSON values and as text."""

from collections.abc import Iterable, Iterator

from briefer.cli.dates import worded
from briefer.cli.relief import Json, due_value, reason_value
from briefer.cli.relief_text import CLASSES, reasoned, renewals
from briefer.model.law import REGIMES, Authority, Renewal
from briefer.model.relief import OfTag
from briefer.rulebook import in_words

OF_LISTINGS = ("listing", "since", "sources")
"""What only a listing under a tag has."""

STATUTE = "statute"
"""A kind of act that stands by itself, whatever 22 USC 9522 keeps."""

KEPT = {
    "yes": "22 USC 9522 keeps it in force",
    "no": "22 USC 9522 does not keep it in force",
    "contested": "whether 22 USC 9522 keeps it in force is contested",
}
NAMED = {
    "yes": "22 USC 9511 names it",
    "no": "22 USC 9511 does not name it",
    "contested": "whether 22 USC 9511 names it is contested",
}


def value(found: OfTag) -> Json:
    """Gives the JSON value of one answer."""
    return {
        "programme": found.tag,
        "regime": found.regime,
        "as_of": found.as_of,
        "title": found.title,
        "authority": found.authority,
        "basis": found.basis,
        "parts": found.parts,
        "class": found.klass,
        "varies": found.varies,
        "contested": found.contested,
        "confidence": found.confidence,
        "reasons": [_without_listing(reason_value(each)) for each in found.reasons],
        "acts": list(map(_act, found.acts)),
        "due": list(map(due_value, found.due)),
        "terms": list(map(_term, found.terms)),
        "citations": found.citations,
        "note": found.note,
        "overlay": found.overlay,
    }


def _without_listing(reason: Json) -> Json:
    return {key: value for key, value in reason.items() if key not in OF_LISTINGS}


def _act(act: Authority) -> Json:
    return {
        "id": act.id,
        "title": act.title,
        "kind": act.kind,
        "dated": act.dated,
        "reviewed": act.reviewed,
        "codified": act.codified,
        "citation": act.citation,
        "confidence": act.confidence,
    }


def _term(row: Renewal) -> Json:
    return {
        "title": row.title,
        "act": row.act,
        "years": row.years,
        "lapse": row.lapse,
        "citation": row.citation,
        "confidence": row.confidence,
    }


def lines(answers: Iterable[OfTag]) -> Iterator[str]:
    """Shows each tag: its class, what it rests on, each rule with its reason, and what comes up for renewal."""
    for found in answers:
        regime = REGIMES.get(found.regime, found.regime)
        yield f"{found.tag}, {found.title} ({regime}), as of {in_words(found.as_of)}: {_class(found)}"
        rests = (("rests on", found.authority), ("under", found.basis), ("carried out by", found.parts))
        yield from (f"  {name} {worded(text)}" for name, text in rests if text)
        yield from (f"     {_stated(act)}" for act in found.acts)
        yield f"  the tag: [{'; '.join(found.citations)}]{_overlay(found)}"
        yield from reasoned(found.reasons)
        yield from renewals(found.due, found.terms)
        if found.note:
            yield f"  note: {worded(found.note)}"


def _class(found: OfTag) -> str:
    if found.klass is None:
        return f"no class, since it is another regime’s ({found.confidence})"
    contested = ", contested" if found.contested else ""
    others = dict.fromkeys(each.klass for each in found.reasons if each.klass != found.klass)
    more = f"; {', '.join(others)} for some of its lists, directives or parts" if found.varies else ""
    return f"class {found.klass}{contested} ({CLASSES[found.klass]}; {found.confidence}){more}"


def _overlay(found: OfTag) -> str:
    return " [the office's own row]" if found.own_row else ""


def _stated(act: Authority) -> str:
    dated = f" of {in_words(act.dated)}" if act.dated else ""
    kept = "" if act.kind == STATUTE else KEPT.get(act.codified, "")
    said = "; ".join(filter(None, (NAMED.get(act.reviewed, ""), kept)))
    return f"{act.id}, {act.kind}{dated}{f': {said} ({act.confidence})' if said else ''}"
