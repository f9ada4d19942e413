"""Which records are one: what waits for a decision, which decisions are at odds, and what a joining hides."""

from collections.abc import Iterator

from briefer.analysis.checks.case import Case, Check, Hit
from briefer.language import _, day_in_words, mark


def _contradictory(case: Case) -> Iterator[Hit]:
    for each in case.dossier.contradictions:
        told = _(
            "Decisions make {records} one, and another, by {by} on {day}, says that {one} is not {other}; none of them "
            "is joined.",
            records=", ".join(each.records),
            by=each.decided.by,
            day=each.decided.on and day_in_words(each.decided.on),
            one=each.decided.a,
            other=each.decided.b,
        )
        yield told, each.records[0]


def _linked(case: Case) -> Iterator[Hit]:
    """A link that a list states between two records which are shown as one."""
    for entity in case.dossier.entities:
        for link in entity.links:
            if link.ends and link.subject == link.object:
                told = _(
                    "{pair} are shown as one, and a list links them ({role}).",
                    pair=_(" and ").join(link.ends),
                    role=link.role or link.kind,
                )
                yield told, entity.id


def _unprinted(case: Case) -> Iterator[Hit]:
    """A sheet prints one note; those on its other records would be lost in silence."""
    notes = {section.id.removeprefix("note-"): section for section in case.included if section.kind == "entity-note"}
    for entity in case.dossier.entities:
        shown = (entity.id, *(each.id for each in case.dossier.joined if each.entity == entity.id))
        first, *others = [id for id in shown if id in notes] or [""]
        for id in others:
            told = _("The note on {id} does not print, since its sheet prints the note on {first}.", id=id, first=first)
            yield told, notes[id].id


def _undecided(case: Case) -> Iterator[Hit]:
    """Each pair once, also where both are picked."""
    seen: set[frozenset[str]] = set()
    for each in case.dossier.possible:
        pair = frozenset((each.record, each.id))
        if pair not in seen:
            seen.add(pair)
            told = _(
                "{one} and {other} ({caption}) may be one, at {score} of 100, and nobody has decided.",
                one=each.record,
                other=each.id,
                caption=each.caption,
                score=each.score,
            )
            yield told, each.entity


CHECKS = (
    Check(
        "same-contradiction",
        "warning",
        mark("Take one of the decisions back with `briefer same undo`, then `briefer refresh` the pack."),
        _contradictory,
    ),
    Check("same-linked", "warning", mark("Look again at the decision that they are the same."), _linked),
    Check("note-unprinted", "warning", mark("Bring the two notes together under the first."), _unprinted),
    Check(
        "same-undecided", "note", mark("Say `briefer same yes` or `no`, then `briefer refresh` the pack."), _undecided
    ),
)
