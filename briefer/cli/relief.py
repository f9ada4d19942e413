"""The answer on relief as JSON values, for scripts."""

from briefer.cli.answers import said
from briefer.cli.holdings import ground_value, path_value
from briefer.cli.relief_text import at_least
from briefer.model.calendar import Due
from briefer.model.relief import Act, Beginning, Owned, Reason, Relief, Remains, Route, Wait

Json = dict[str, object]


def value(found: Relief) -> Json:
    """Gives the JSON value of one answer."""
    return {
        "id": found.id,
        "caption": found.caption,
        "as_of": found.as_of,
        "class": found.klass,
        "contested": found.contested,
        "confidence": found.confidence,
        "at_least": at_least(found),
        "reasons": list(map(reason_value, found.reasons)),
        "remains": list(map(_remains, found.remains)),
        "unknown": found.unknown,
        "overlay": found.overlay,
        "former": found.former,
        "early": list(map(_beginning, found.early)),
        "to_come": list(map(_beginning, found.to_come)),
        "owned": _through(found.owned),
        "due": list(map(due_value, found.due)),
        "notes": found.notes,
    }


def due_value(due: Due) -> Json:
    """Gives the JSON value of what comes up or ran out."""
    return {
        "on": due.on,
        "basis": due.basis,
        "title": due.title,
        "act": due.act,
        "actor": due.actor,
        "lapse": due.lapse,
        "notice_from": due.notice_from,
        "citations": due.citations,
        "confidence": due.confidence,
    }


def _beginning(one: Beginning) -> str:
    return f"{one.name} from {one.day}{' (the day of its row)' if one.by == 'row' else ''}"


def _through(owned: Owned | None) -> Json | None:
    if owned is None:
        return None
    return {
        "status": owned.status,
        "says": owned.says,
        "path": path_value(owned.path),
        "why": owned.why,
        "grounds": list(map(ground_value, owned.grounds)),
        "names": dict(owned.names),
        "citation": owned.citation,
        "confidence": owned.confidence,
    }


def reason_value(reason: Reason) -> Json:
    """Gives the JSON value of one reason."""
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
        "until": one.until and (said(one.about) or one.until),
        "until_of": one.until_of,
        "ran_to": one.ran_to and (said(one.about) or one.ran_to),
        "basis": one.basis,
        "programme": one.programme,
        "lists": one.list_types,
        "since": said(one.since) or None,
        "note": one.note,
        "citations": one.citations,
        "confidence": one.confidence,
        "sources": one.sources,
        "overlay": one.overlay,
        "owned": _through(one.owned),
    }
