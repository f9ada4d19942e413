"""Which records are one: what waits for a decision, which decisions are at odds, and what a joining hides."""

from collections.abc import Iterator

from briefer.analysis.checks.case import Case, Check, Hit


def _contradictory(case: Case) -> Iterator[Hit]:
    for each in case.dossier.contradictions:
        one = f"Decisions make {', '.join(each.records)} one, and another, by {each.decided.by} on {each.decided.on}"
        yield f"{one}, says that {each.decided.a} is not {each.decided.b}; none of them is joined.", each.records[0]


def _linked(case: Case) -> Iterator[Hit]:
    """A link that a list states between two records which are shown as one."""
    for entity in case.dossier.entities:
        for link in entity.links:
            if link.ends and link.subject == link.object:
                pair = " and ".join(link.ends)
                yield f"{pair} are shown as one, and a list links them ({link.role or link.kind}).", entity.id


def _unprinted(case: Case) -> Iterator[Hit]:
    """A sheet prints one note; those on its other records would be lost in silence."""
    notes = {section.id.removeprefix("note-"): section for section in case.included if section.kind == "entity-note"}
    for entity in case.dossier.entities:
        shown = (entity.id, *(each.id for each in case.dossier.joined if each.entity == entity.id))
        first, *others = [id for id in shown if id in notes] or [""]
        for id in others:
            yield f"The note on {id} does not print, since its sheet prints the note on {first}.", notes[id].id


def _undecided(case: Case) -> Iterator[Hit]:
    """Each pair once, also where both are picked."""
    seen: set[frozenset[str]] = set()
    for each in case.dossier.possible:
        pair = frozenset((each.record, each.id))
        if pair not in seen:
            seen.add(pair)
            liked = f"{each.record} and {each.id} ({each.caption}) may be one, at {each.score} of 100"
            yield f"{liked}, and nobody has decided.", each.entity


CHECKS = (
    Check(
        "same-contradiction",
        "warning",
        "Take one of the decisions back with `briefer same undo`, then `briefer refresh` the pack.",
        _contradictory,
    ),
    Check("same-linked", "warning", "Look again at the decision that they are the same.", _linked),
    Check("note-unprinted", "warning", "Bring the two notes together under the first.", _unprinted),
    Check("same-undecided", "note", "Say `briefer same yes` or `no`, then `briefer refresh` the pack.", _undecided),
)
