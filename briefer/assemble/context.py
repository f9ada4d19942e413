"""What every section is arranged from: the pack, the dossier, its keys, and look-ups made once."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from briefer import rulebook
from briefer.analysis.dated import dated
from briefer.analysis.force import in_force
from briefer.analysis.governments import answered
from briefer.analysis.index import Index, index
from briefer.analysis.ownership import Case, of_paper
from briefer.analysis.ownership_standing import with_owners
from briefer.analysis.relief import relief, relief_of_measures
from briefer.analysis.remains import running
from briefer.analysis.resting import before_its_act
from briefer.assemble import words
from briefer.assemble.scripts import printable
from briefer.model.brief import Dossier
from briefer.model.facts import Designation, Entity, Measure, PartialDate
from briefer.model.law import REGIMES, Programme
from briefer.model.pack import Pack, PackSection
from briefer.model.policy import Issue, Position, Source
from briefer.model.relief import Relief
from briefer.model.ripple import Ripple

RULES = ("us", "eu", "uk")
"""The ownership rules under which a delisting is looked at."""


class Stated(Protocol):
    """A fact that says where it comes from."""

    @property
    def origin(self) -> str: ...  # noqa: D102
    @property
    def sources(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Placed:
    """An included section with its number, empty for cover and contents, and its included children."""

    section: PackSection
    number: str
    children: tuple[PackSection, ...]

    @property
    def anchor(self) -> str:
        """The name that links to the section's heading lead to."""
        return slug("s", self.section.id)


@dataclass(frozen=True)
class Context:
    """The frozen ground of one brief; look-ups are computed once.

    `left_out` are the sections without anything to show.
    """

    pack: Pack
    dossier: Dossier
    keys: Mapping[str, str]
    placed: tuple[Placed, ...]
    kind: str = ""
    left_out: tuple[PackSection, ...] = ()

    @property
    def language(self) -> str:
        """The pack's language."""
        return self.pack.language

    @cached_property
    def home(self) -> str:
        """The regime from which the paper looks at the others: the one that holds most picks, of equals the US."""
        held = [{item.regime for item in self.in_force(entity)} for entity in self.dossier.entities]
        counts = Counter(code for codes in held for code in codes) or Counter(
            one.regime for one in self.dossier.measures
        )
        order = {code: place for place, code in enumerate(REGIMES)}
        return min(counts, key=lambda code: (-counts[code], order.get(code, len(order)), code), default="US")

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Picks and neighbours by id, and by the ids of the records that are shown as part of them."""
        found = {entity.id: entity for entity in (*self.dossier.neighbours, *self.dossier.entities)}
        return found | {each.id: found[each.entity] for each in self.dossier.joined if each.entity in found}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.dossier.sources}

    @cached_property
    def issues(self) -> dict[str, Issue]:
        """Issues by id."""
        return {issue.id: issue for issue in self.dossier.issues}

    @cached_property
    def lists_sources(self) -> bool:
        """Whether the paper prints the sources, to which its keys lead."""
        return any(placed.section.kind == "sources" for placed in self.placed)

    @cached_property
    def sheets(self) -> frozenset[str]:
        """The entities that have a sheet of their own in this paper."""
        printed = any(placed.section.kind == "entity-sheets" for placed in self.placed)
        return frozenset(entity.id for entity in self.dossier.entities) if printed else frozenset()

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Measures by id."""
        return {measure.id: measure for measure in self.dossier.measures}

    @cached_property
    def known(self) -> Index:
        """The rulebook as it stands on the day."""
        return index(self.dossier.law, self.dossier.as_of)

    @cached_property
    def relief(self) -> dict[str, Relief]:
        """What each pick takes, by id of the entity or measure."""
        known = self.dossier
        found = (
            *with_owners(
                relief(known.entities, known.law, known.as_of, known.measures, known.lists), self.cases[RULES[0]]
            ),
            *relief_of_measures(known.measures, known.law, known.as_of),
        )
        return {one.id: one for one in found}

    @cached_property
    def cases(self) -> dict[str, Case]:
        """The holdings and listings of the day under each ownership rule."""
        return {rule: of_paper(self.dossier, rule) for rule in RULES}

    @cached_property
    def ripples(self) -> dict[str, dict[str, Ripple]]:
        """What delisting each pick in force alone would do, under each rule."""
        asked = (entity.id for entity in self.dossier.entities if self.in_force(entity))
        return {id: {rule: answered(one, (self.entities[id],)) for rule, one in self.cases.items()} for id in asked}

    def take_over(self, former: "Context") -> None:
        """Keeps the look-ups of a context that differs from this in the drafter's words alone."""
        self.__dict__.update({name: found for name, found in vars(former).items() if name not in vars(self)})

    def anchor(self, id: str) -> str:
        """Gives the anchor of an entity's sheet, empty where none is printed."""
        shown = self.entities[id].id if id in self.entities else id
        return slug("e", shown) if shown in self.sheets else ""

    def caption(self, id: str) -> str:
        """Gives the name of an entity or measure as recorded, the id itself where it is unknown."""
        if id in self.entities:
            return self.entities[id].caption
        return self.measures[id].title if id in self.measures else self._mentioned.get(id, id)

    @cached_property
    def _mentioned(self) -> dict[str, str]:
        return dict(self.dossier.names)

    def name(self, id: str) -> str:
        """Gives the name of an entity or measure as it can be printed."""
        return printable(self.caption(id))

    def day(self, when: PartialDate | None) -> str:
        """Gives a date as the tables print it."""
        return words.partial(when, self.language)

    def issue(self, position: Position) -> str:
        """Gives the title of a position's issue."""
        found = self.issues.get(position.issue)
        return found.title if found else position.issue

    def programme(self, regime: str, tag: str) -> Programme | None:
        """Gives the rulebook's row for a tag on the day of the paper."""
        return next(
            (
                row
                for row in self.dossier.programmes
                if row.tag == tag and row.regime == regime and rulebook.holds(row, self.dossier.as_of)
            ),
            None,
        )

    def in_force(self, entity: Entity) -> tuple[Designation, ...]:
        """Gives an entity's designations in force on the day; one without a known start counts.

        So does what another regime's list says ran to an earlier day: its act may have been renewed (see `running`).
        What is older than its order does not, nor what another list dates later (see `dated`).
        """
        day = self.dossier.as_of
        stated = dated(entity.designations, day)
        abroad = running(stated, day)
        return tuple(
            item for item in stated if (item in abroad or in_force(item, day)) and not before_its_act(item, self.known)
        )


def slug(kind: str, id: str) -> str:
    """Gives an anchor name made of letters, digits, dots and dashes; different ids give different names."""
    return f"{kind}-" + re.sub(r"[^A-Za-z0-9.-]", lambda found: f"_{ord(found[0]):x}_", id)


def from_where(*facts: Stated) -> tuple[str, ...]:
    """Gives the source ids of facts, each once: a fact's own sources, else the list that states it."""
    return unique(id for fact in facts for id in (fact.sources or ((fact.origin,) if fact.origin else ())))


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Gives each text once, in order of first use, without empty ones."""
    return tuple(dict.fromkeys(item for item in items if item))
