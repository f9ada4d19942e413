"""What a check looks at, and how it is put in a table."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from briefer.analysis.checks.passages import Passage, passages
from briefer.analysis.checks.printed import Printed, printed
from briefer.analysis.relief import relief
from briefer.language import _
from briefer.model.brief import Beyond, Dossier
from briefer.model.facts import Entity
from briefer.model.law import UNKNOWN
from briefer.model.pack import Pack, PackSection, Template
from briefer.model.policy import Source
from briefer.model.relief import Relief
from briefer.pack import starters

Hit = tuple[str, str]
"""What is wrong, as a sentence, and the place to jump to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the office sets: a press report older than `press_days` before the as-of day no longer tells the present."""

    press_days: int = 90


@dataclass(frozen=True, kw_only=True)
class Case:
    """A pack with all that the checks may know of it.

    `beyond` is None where no library is at hand.
    """

    pack: Pack
    dossier: Dossier
    template: Template
    beyond: Beyond | None = None
    limits: Limits = Limits()

    @cached_property
    def included(self) -> tuple[PackSection, ...]:
        """The sections that will print: included, and so are all that enclose them."""
        by_id = {section.id: section for section in self.pack.sections}

        def prints(section: PackSection | None) -> bool:
            return section is None or (section.include and prints(by_id.get(section.parent)))

        return tuple(filter(prints, self.pack.sections))

    @cached_property
    def left(self) -> frozenset[str]:
        """The ids of the sections that still hold the text their document type starts from."""
        return frozenset(starters(self.pack, self.template))

    @cached_property
    def written(self) -> tuple[PackSection, ...]:
        """The sections that print what somebody wrote."""
        return tuple(section for section in self.included if section.id not in self.left)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that the written sections say, in order."""
        return tuple(passage for section in self.written for passage in passages(section))

    @cached_property
    def printed(self) -> tuple[Printed, ...]:
        """What prints beside the paragraphs: titles and headings, the cover's lines, the words of the facts."""
        return printed(self.pack, self.dossier, self.included, self.passages)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.dossier.sources}

    @cached_property
    def on_press(self) -> tuple[tuple[Passage, tuple[Source, ...]], ...]:
        """The passages that cite nothing but press, with what they cite; the cells of a row cite together, once."""
        found: dict[tuple[str, tuple[str, ...]], tuple[Passage, tuple[Source, ...]]] = {}
        for passage in self.passages:
            sources = tuple(self.sources[id] for id in passage.cited if id in self.sources)
            if passage.states and sources and all(source.kind == "press" for source in sources):
                found.setdefault((passage.place, passage.cited), (passage, sources))
        return tuple(found.values())

    @cached_property
    def prose(self) -> tuple[tuple[str, str, str], ...]:
        """What prints in the office's own words: the text, its place and how to name it; no headings and no tags."""
        tags = "|".join(sorted((re.escape(row.tag) for row in self.dossier.programmes), reverse=True))
        tag = re.compile(tags or r"(?!)")
        own = [(one.text, one.place, named(one.section)) for one in self.passages if one.kind != "heading"]
        own += [
            (one.paraphrase, one.id, _("the position of {holder}", holder=one.holder)) for one in self.dossier.positions
        ]
        return tuple((tag.sub("", text), place, where) for text, place, where in own)

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Picks and neighbours by id, and by the ids of the records that are shown as part of them."""
        found = {entity.id: entity for entity in (*self.dossier.neighbours, *self.dossier.entities)}
        return found | {each.id: found[each.entity] for each in self.dossier.joined if each.entity in found}

    @cached_property
    def reliefs(self) -> tuple[Relief, ...]:
        """What could be eased of each pick on the day, and by whom, in the order of the entities."""
        return relief(self.dossier.entities, self.dossier.law, self.pack.as_of, lists=self.dossier.lists)

    @cached_property
    def picks(self) -> frozenset[str]:
        """The ids for which the annex has a row: what is picked, and the records shown as part of it."""
        shown = {entity.id for entity in self.dossier.entities}
        parts = {record.id for record in self.dossier.joined if record.entity in shown}
        measures = {measure.id for measure in self.dossier.measures}
        return frozenset(shown | parts | measures | {*self.pack.entities, *self.pack.measures})


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its code, how grave it is, what to do (in English), and the function that finds what is wrong."""

    code: str
    severity: str
    remedy: str
    look: Callable[[Case], Iterable[Hit]]


def named(section: PackSection) -> str:
    """Names a section in a sentence."""
    return _("section “{title}”", title=section.title)


def lettered(klass: str) -> str:
    """Gives a class as it is told: its letter, or that it is unknown."""
    return _("unknown") if klass == UNKNOWN else klass


def quoted(text: str, section: PackSection) -> str:
    """Names words of a section by their beginning and where they stand."""
    return _("“{words}” in {section}", words=short(text), section=named(section))


def short(text: str, length: int = 60) -> str:
    """Gives the beginning of a text that is too long to repeat."""
    return text if len(text) <= length else f"{text[: length - 3].rstrip()}…"
