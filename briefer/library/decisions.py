"""What somebody has decided on two entities being one: kept for ever with who, when and why; the newest row holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import Connection, func, insert, or_, select

from briefer.language import _, all_of, mark
from briefer.library import clock, sameness
from briefer.library.standing import against
from briefer.library.tables import AnyRow, entity
from briefer.library.tables import sameness as decided
from briefer.model.answers import Feature, Sameness
from briefer.model.errors import BadCall

DECISIONS = (mark("yes"), mark("no"), "undo")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What the decision was taken on."""

    score: int
    features: tuple[Feature, ...] = ()


def decide(connection: Connection, a: str, b: str, decision: str, by: str, why: str) -> Sameness:
    """Writes a decision beside the former ones of the pair; BadCall where an id is unknown or something is missing."""
    _check(a, b, decision, by)
    found = sameness.pair(connection, a, b)
    if found is None:
        known = set(connection.execute(select(entity.c.id).where(entity.c.id.in_((a, b)))).scalars())
        missing = all_of(each for each in (a, b) if each not in known)
        raise BadCall(_("The library does not know {ids}; look ids up with briefer search.", ids=missing))
    if decision == "yes" and found.score < sameness.PROPOSED and not why.strip():
        raise BadCall(
            _(
                "{a} and {b} score {score} of 100, and pairs are proposed from {least} on; say with "
                "--why TEXT why they are one.",
                a=found.a,
                b=found.b,
                score=found.score,
                least=sameness.PROPOSED,
            )
        )
    if decision == "undo" and not any(decisions(connection, (found.a,), pair=(found.a, found.b))):
        raise BadCall(_("Nothing is decided on {a} and {b}; there is nothing to undo.", a=found.a, b=found.b))
    warnings = tuple(against(found, decision, by.strip(), tuple(decisions(connection))))
    made = replace(
        found, decision=decision, by=by.strip(), why=why.strip(), at=clock.now().isoformat(), warnings=warnings
    )
    body = msgspec.json.encode(_Seen(score=made.score, features=made.features))
    row = {"a": made.a, "b": made.b, "decision": decision, "by": made.by, "why": made.why, "at": made.at}
    connection.execute(insert(decided).values(body=body, **row))
    return made


def _check(a: str, b: str, decision: str, by: str) -> None:
    if decision not in DECISIONS:
        raise BadCall(
            _(
                "“{decision}” is no decision; say {decisions} or {last}.",
                decision=decision,
                decisions=", ".join(DECISIONS[:-1]),
                last=DECISIONS[-1],
            )
        )
    if a == b:
        raise BadCall(_("{id} is named twice; name two entities.", id=a))
    if not by.strip():
        raise BadCall(_("A decision needs a name; say who decides with --by NAME."))


def decisions(
    connection: Connection, ids: Iterable[str] = (), *, pair: tuple[str, str] | None = None, past: bool = False
) -> Iterator[Sameness]:
    """The decisions that hold, on all entities or on these, by pair; with `past` every row there ever was, in order."""
    newest = select(func.max(decided.c.number)).group_by(decided.c.a, decided.c.b)
    asked = select(decided).order_by(decided.c.a, decided.c.b, decided.c.number)
    if not past:
        asked = asked.where(decided.c.number.in_(newest), decided.c.decision != "undo")
    if wanted := tuple(ids):
        asked = asked.where(or_(decided.c.a.in_(wanted), decided.c.b.in_(wanted)))
    if pair:
        asked = asked.where(decided.c.a == pair[0], decided.c.b == pair[1])
    rows = connection.execute(asked).all()
    captions = _captions(connection, rows)
    return (_read(row, captions) for row in rows)


def _captions(connection: Connection, rows: Iterable[AnyRow]) -> dict[str, str]:
    ends = {end for row in rows for end in (row.a, row.b)}
    found = connection.execute(select(entity.c.id, entity.c.caption)) if len(ends) > 400 else None
    asked = found or connection.execute(select(entity.c.id, entity.c.caption).where(entity.c.id.in_(ends)))
    return {row.id: row.caption for row in asked}


def _read(row: AnyRow, captions: dict[str, str]) -> Sameness:
    seen = msgspec.json.decode(row.body, type=_Seen)
    return Sameness(
        a=row.a,
        b=row.b,
        score=seen.score,
        features=seen.features,
        decision=row.decision,
        by=row.by,
        why=row.why,
        at=row.at,
        a_caption=captions.get(row.a, ""),
        b_caption=captions.get(row.b, ""),
    )
