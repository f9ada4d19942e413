"""The texts of a pack that print outside the prose of its sections, each with where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from briefer.analysis.checks.passages import Passage
from briefer.language import _, mark
from briefer.model.brief import Dossier
from briefer.model.pack import Pack, PackSection, Settings


@dataclass(frozen=True, slots=True)
class Printed:
    """A title, a line of the cover or a fact's own words: the text, the place to jump to, and how to name it."""

    text: str
    place: str
    where: str


COVER = {
    "subtitle": mark("the subtitle"),
    "running_title": mark("the running title"),
    "to": mark("the addressee"),
    "author": mark("the author"),
    "drafter": mark("the drafter"),
    "version": mark("the version"),
    "distribution": mark("the distribution"),
    "decide_by": mark("the day of decision"),
    "legal": mark("the legal notice"),
}
"""The settings that print, by how a sentence names them, in English."""


def printed(
    pack: Pack, dossier: Dossier, sections: Iterable[PackSection], passages: Iterable[Passage]
) -> tuple[Printed, ...]:
    """Gives what prints beside the paragraphs of these sections, headings among it; what is empty is left out."""
    found = chain(
        _front(pack),
        (Printed(section.title, section.id, _("a section's title")) for section in sections),
        (
            Printed(one.text, one.place, _("a heading of “{title}”", title=one.section.title))
            for one in passages
            if not one.states
        ),
        _back(pack),
        _facts(dossier),
    )
    return tuple(one for one in found if one.text.strip())


def _front(pack: Pack) -> Iterator[Printed]:
    yield Printed(pack.title, "title", _("the title"))
    settings: Settings = pack.settings
    yield from (Printed(getattr(settings, name), name, _(where)) for name, where in COVER.items())


def _back(pack: Pack) -> Iterator[Printed]:
    for tranche in pack.tranches:
        for text in (tranche.title, tranche.preconditions, tranche.snapback):
            yield Printed(text, tranche.section or tranche.id, _("the tranche “{id}”", id=tranche.id))
    for row in pack.clearances:
        for text in (row.step, row.office, row.answer, row.comment):
            yield Printed(text, "clearance", _("the clearance grid"))
    for _name, _day, what in pack.settings.versions:
        yield Printed(what, "versions", _("the list of versions"))


def _facts(dossier: Dossier) -> Iterator[Printed]:
    for event in dossier.events:
        yield from (Printed(text, event.id, _("the event “{id}”", id=event.id)) for text in (event.title, event.text))
    for measure in dossier.measures:
        for text in (measure.title, measure.text, measure.lifting):
            yield Printed(text, measure.id, _("the measure “{id}”", id=measure.id))
    for issue in dossier.issues:
        yield from (
            Printed(text, issue.id, _("the issue “{id}”", id=issue.id)) for text in (issue.title, issue.proposition)
        )
    for one in dossier.positions:
        for text in (one.holder, one.capacity, one.conditions, one.paraphrase):
            yield Printed(text, one.id, _("the position “{id}”", id=one.id))
