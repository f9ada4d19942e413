"""The texts of a pack that print outside the prose of its sections, each with where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from briefer.analysis.checks.passages import Passage
from briefer.model.brief import Dossier
from briefer.model.pack import Pack, PackSection, Settings


@dataclass(frozen=True, slots=True)
class Printed:
    """A title, a line of the cover or a fact's own words: the text, the place to jump to, and how to name it."""

    text: str
    place: str
    where: str


COVER = {
    "subtitle": "the subtitle",
    "running_title": "the running title",
    "to": "the addressee",
    "author": "the author",
    "drafter": "the drafter",
    "version": "the version",
    "distribution": "the distribution",
    "decide_by": "the day of decision",
    "legal": "the legal notice",
}
"""The settings that print, by how a sentence names them."""


def printed(
    pack: Pack, dossier: Dossier, sections: Iterable[PackSection], passages: Iterable[Passage]
) -> tuple[Printed, ...]:
    """Gives what prints beside the paragraphs of these sections, headings among it; what is empty is left out."""
    found = chain(
        _front(pack),
        (Printed(section.title, section.id, "a section's title") for section in sections),
        (Printed(one.text, one.place, f"a heading of “{one.section.title}”") for one in passages if not one.states),
        _back(pack),
        _facts(dossier),
    )
    return tuple(one for one in found if one.text.strip())


def _front(pack: Pack) -> Iterator[Printed]:
    yield Printed(pack.title, "title", "the title")
    settings: Settings = pack.settings
    yield from (Printed(getattr(settings, name), name, where) for name, where in COVER.items())


def _back(pack: Pack) -> Iterator[Printed]:
    for tranche in pack.tranches:
        for text in (tranche.title, tranche.preconditions, tranche.snapback):
            yield Printed(text, tranche.section or tranche.id, f"the tranche “{tranche.id}”")
    for row in pack.clearances:
        for text in (row.step, row.office, row.answer, row.comment):
            yield Printed(text, "clearance", "the clearance grid")
    for _name, _day, what in pack.settings.versions:
        yield Printed(what, "versions", "the list of versions")


def _facts(dossier: Dossier) -> Iterator[Printed]:
    for event in dossier.events:
        yield from (Printed(text, event.id, f"the event “{event.id}”") for text in (event.title, event.text))
    for measure in dossier.measures:
        for text in (measure.title, measure.text, measure.lifting):
            yield Printed(text, measure.id, f"the measure “{measure.id}”")
    for issue in dossier.issues:
        yield from (Printed(text, issue.id, f"the issue “{issue.id}”") for text in (issue.title, issue.proposition))
    for one in dossier.positions:
        for text in (one.holder, one.capacity, one.conditions, one.paraphrase):
            yield Printed(text, one.id, f"the position “{one.id}”")
