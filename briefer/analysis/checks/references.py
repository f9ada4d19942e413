"""Whether what the pack names is known, stands in the annex, and shows both sides of a question."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from briefer.analysis.checks.case import Case, Check, Hit, named
from briefer.analysis.positions import one_sided

_TOO_SHORT = 4
_NAMED = 5


def _missing(case: Case) -> Iterator[Hit]:
    for id in case.dossier.missing:
        yield f"“{id}” is not in the library.", id


def _stored(case: Case) -> Iterator[Hit]:
    """One sentence for the picks of one day, at the first of them."""
    by_day: dict[date, list[str]] = {}
    for id, day in case.dossier.stored:
        by_day.setdefault(day, []).append(id)
    for day, ids in sorted(by_day.items()):
        picks, their = ("1 pick is", "its") if len(ids) == 1 else (f"{len(ids)} picks are", "their")
        named = ", ".join(_caption(case, id) for id in ids[:_NAMED]) + (" …" if len(ids) > _NAMED else "")
        yield f"{picks} not in the library; {their} facts are as stored, of {day} ({named}).", ids[0]


def _unknown_citations(case: Case) -> Iterator[Hit]:
    for passage in case.passages:
        for id in passage.cited:
            if id not in case.sources:
                what = f"cites “{id}”, which is no source in the library"
                yield f"Section “{passage.section.title}” {what}.", passage.place


def _unknown_mentions(case: Case) -> Iterator[Hit]:
    for passage in case.passages:
        for id in passage.mentions:
            if id not in case.entities and id not in case.picks:
                what = f"mentions “{id}”, which is neither a pick nor linked to one"
                yield f"Section “{passage.section.title}” {what}.", passage.place


def _tranches(case: Case) -> Iterator[Hit]:
    for tranche in case.pack.tranches:
        for id in tranche.entities:
            if id not in case.picks:
                yield f"The tranche “{tranche.title}” covers {_caption(case, id)}, which the annex does not show.", id


def _options(case: Case) -> Iterator[Hit]:
    """An option is a proposal: whoever it names has to stand in the annex."""
    for passage in case.passages:
        if passage.section.kind == "option":
            for id in _beside(case, passage.mentions):
                yield f"The {named(passage.section)} names {_caption(case, id)}, which is not picked.", passage.place


def _mentioned(case: Case) -> Iterator[Hit]:
    for passage in case.passages:
        if passage.section.kind != "option":
            for id in _beside(case, passage.mentions):
                yield f"{_caption(case, id)}, mentioned in {named(passage.section)}, is not picked.", passage.place


def _named_in_words(case: Case) -> Iterator[Hit]:
    """A neighbour that an option names in plain words, without a mention."""
    names = {
        entity.caption: id
        for id, entity in case.entities.items()
        if id not in case.picks and len(entity.caption) >= _TOO_SHORT
    }
    for passage in case.passages:
        if passage.section.kind == "option":
            for name in names:
                if name in passage.text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", passage.text):
                    yield f"The {named(passage.section)} names {name}, which is not picked.", passage.place


def _one_sided(case: Case) -> Iterator[Hit]:
    """Only a library can tell what was left unpicked."""
    held = case.beyond.positions if case.beyond else ()
    titles = {issue.id: issue.title for issue in case.dossier.issues}
    for each in one_sided(case.dossier.positions, (*case.dossier.positions, *held), case.pack.as_of):
        title, left = titles.get(each.issue, each.issue), ", ".join(each.left_out)
        yield f"On “{title}” only positions {each.picked} are picked; the library also holds {left}.", each.issue


def _unknown_targets(case: Case) -> Iterator[Hit]:
    unknown = set(case.beyond.unknown) if case.beyond else set()
    for position in case.dossier.positions:
        for id in (*position.entities, *position.measures):
            if id in unknown:
                yield f"The position of {position.holder} names “{id}”, which the library does not hold.", position.id


def _beside(case: Case, ids: Iterable[str]) -> Iterator[str]:
    """Gives those that are linked to a pick and not picked; ids that nobody knows are an error of their own."""
    return (id for id in ids if id in case.entities and id not in case.picks)


def _caption(case: Case, id: str) -> str:
    return case.entities[id].caption if id in case.entities else f"“{id}”"


CHECKS = (
    Check("unknown-id", "error", "Import the file that holds it, or take it out of the pack.", _missing),
    Check(
        "as-stored",
        "warning",
        "Open the library that the pack was made with, or import the list that holds them, and refresh.",
        _stored,
    ),
    Check("unknown-id", "error", "Correct the id, or import the source.", _unknown_citations),
    Check("unknown-id", "error", "Correct the id, or pick the entity.", _unknown_mentions),
    Check("not-in-annex", "error", "Pick it, or take it out of the tranche.", _tranches),
    Check("not-in-annex", "warning", "Pick it, so that the annex shows it, or do not name it.", _options),
    Check("one-sided", "warning", "Pick a position of the other camp, or say why none is shown.", _one_sided),
    Check(
        "unknown-target", "warning", "Correct the id in the table of positions, or import the entity.", _unknown_targets
    ),
    Check("not-in-annex", "note", "Pick it if the reader should find it in the annex.", _mentioned),
    Check("not-in-annex", "note", "Pick it if the option would cover it.", _named_in_words),
)
