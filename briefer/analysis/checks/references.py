"""Whether what the pack names is known, stands in the annex, and shows both sides of a question."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from briefer.analysis.checks.case import Case, Check, Hit, named
from briefer.analysis.checks.passages import Passage
from briefer.analysis.positions import one_sided
from briefer.language import _, day_in_words, mark, ngettext

_TOO_SHORT = 4
_NAMED = 5


def _missing(case: Case) -> Iterator[Hit]:
    for id in case.dossier.missing:
        yield _("“{id}” is not in the library.", id=id), id


def _stored(case: Case) -> Iterator[Hit]:
    """One sentence for the picks of one day, at the first of them."""
    by_day: dict[date, list[str]] = {}
    for id, day in case.dossier.stored:
        by_day.setdefault(day, []).append(id)
    for day, ids in sorted(by_day.items()):
        told = ngettext(
            "{count} pick is not in the library; its facts are as stored, of {day} ({names}).",
            "{count} picks are not in the library; their facts are as stored, of {day} ({names}).",
            len(ids),
            day=day_in_words(day),
            names=", ".join(_caption(case, id) for id in ids[:_NAMED]) + (" …" if len(ids) > _NAMED else ""),
        )
        yield told, ids[0]


def _unknown_citations(case: Case) -> Iterator[Hit]:
    for passage in case.passages:
        for id in passage.cited:
            if id not in case.sources:
                title = passage.section.title
                told = _("Section “{title}” cites “{id}”, which is no source in the library.", title=title, id=id)
                yield told, passage.place


def _unknown_mentions(case: Case) -> Iterator[Hit]:
    for passage in case.passages:
        for id in passage.mentions:
            if id not in case.entities and id not in case.picks:
                told = _(
                    "Section “{title}” mentions “{id}”, which is neither a pick nor linked to one.",
                    title=passage.section.title,
                    id=id,
                )
                yield told, passage.place


def _tranches(case: Case) -> Iterator[Hit]:
    for tranche in case.pack.tranches:
        for id in tranche.entities:
            if id not in case.picks:
                told = _(
                    "The tranche “{title}” covers {caption}, which the annex does not show.",
                    title=tranche.title,
                    caption=_caption(case, id),
                )
                yield told, id


def _options(case: Case) -> Iterator[Hit]:
    """An option is a proposal: whoever it names has to stand in the annex."""
    for passage in case.passages:
        if passage.section.kind == "option":
            for id in _beside(case, passage.mentions):
                yield _unpicked(passage, _caption(case, id)), passage.place


def _mentioned(case: Case) -> Iterator[Hit]:
    for passage in case.passages:
        if passage.section.kind != "option":
            for id in _beside(case, passage.mentions):
                section, caption = named(passage.section), _caption(case, id)
                told = _("{caption}, mentioned in {section}, is not picked.", caption=caption, section=section)
                yield told, passage.place


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
                    yield _unpicked(passage, name), passage.place


def _unpicked(passage: Passage, name: str) -> str:
    return _("The section “{title}” names {name}, which is not picked.", title=passage.section.title, name=name)


def _one_sided(case: Case) -> Iterator[Hit]:
    """Only a library can tell what was left unpicked."""
    held = case.beyond.positions if case.beyond else ()
    titles = {issue.id: issue.title for issue in case.dossier.issues}
    for each in one_sided(case.dossier.positions, (*case.dossier.positions, *held), case.pack.as_of):
        told = _(
            "On “{title}” only positions {camp} are picked; the library also holds {names}.",
            title=titles.get(each.issue, each.issue),
            camp=_(each.picked),
            names=", ".join(each.left_out),
        )
        yield told, each.issue


def _unknown_targets(case: Case) -> Iterator[Hit]:
    unknown = set(case.beyond.unknown) if case.beyond else set()
    for position in case.dossier.positions:
        for id in (*position.entities, *position.measures):
            if id in unknown:
                told = _(
                    "The position of {holder} names “{id}”, which the library does not hold.",
                    holder=position.holder,
                    id=id,
                )
                yield told, position.id


def _beside(case: Case, ids: Iterable[str]) -> Iterator[str]:
    """Gives those that are linked to a pick and not picked; ids that nobody knows are an error of their own."""
    return (id for id in ids if id in case.entities and id not in case.picks)


def _caption(case: Case, id: str) -> str:
    return case.entities[id].caption if id in case.entities else f"“{id}”"


CHECKS = (
    Check("unknown-id", "error", mark("Import the file that holds it, or take it out of the pack."), _missing),
    Check(
        "as-stored",
        "warning",
        mark("Open the library that the pack was made with, or import the list that holds them, and refresh."),
        _stored,
    ),
    Check("unknown-id", "error", mark("Correct the id, or import the source."), _unknown_citations),
    Check("unknown-id", "error", mark("Correct the id, or pick the entity."), _unknown_mentions),
    Check("not-in-annex", "error", mark("Pick it, or take it out of the tranche."), _tranches),
    Check("not-in-annex", "warning", mark("Pick it, so that the annex shows it, or do not name it."), _options),
    Check("one-sided", "warning", mark("Pick a position of the other camp, or say why none is shown."), _one_sided),
    Check(
        "unknown-target",
        "warning",
        mark("Correct the id in the table of positions, or import the entity."),
        _unknown_targets,
    ),
    Check("not-in-annex", "note", mark("Pick it if the reader should find it in the annex."), _mentioned),
    Check("not-in-annex", "note", mark("Pick it if the option would cover it."), _named_in_words),
)
