"""What the analysis views of the window show: picks against options, owners before and after, who holds what."""

from dataclasses import dataclass
from datetime import date

from briefer.model.options import Cover, Earliest
from briefer.model.ownership_figure import OwnershipFigure
from briefer.model.policy import Issue, Position, Source
from briefer.model.relief import Relief
from briefer.model.stances import Line, StanceMatrix
from briefer.model.timeline import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One pick of the pack: `relief` is its answer, `schema` its kind, Measure for a measure.

    `owners` says in sentences how it stands through its owners, at home and abroad, and by which holdings.
    """

    id: str
    caption: str
    schema: str
    relief: Relief
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One option with what it covers, and what ending its listings would do to others under the home regime's rule.

    `delisted` are the ids of which the option ends every tag; `freed`, `stay` and `open` are (id, name) of others.
    """

    cover: Cover
    delisted: tuple[str, ...] = ()
    freed: tuple[tuple[str, str], ...] = ()
    stay: tuple[tuple[str, str], ...] = ()
    open: tuple[tuple[str, str], ...] = ()

    def earliest(self, id: str) -> Earliest | None:
        """Gives the first day on which an entry can be free by this option, None where it covers it not."""
        return next((each for each in self.cover.earliest if id in each.ids), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """All picks against all options."""

    picks: tuple[Pick, ...] = ()
    options: tuple[Chosen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a delisting does to one company or person.

    `status` is freed, stays, open or bare (not blocked before); `why` says it in words.
    """

    id: str
    name: str
    status: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """The ownership figure of delisting `delisted` with the same in words; `owners` are the picks that can be."""

    rule: str
    delisted: tuple[str, ...]
    figure: OwnershipFigure
    outcomes: tuple[Outcome, ...] = ()
    owners: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The position matrix with each holder’s whole line behind a cell; `later` counts what is after the pack’s day."""

    matrix: StanceMatrix
    lines: tuple[Line, ...] = ()
    issues: tuple[Issue, ...] = ()
    sources: tuple[Source, ...] = ()
    later: int = 0

    def line(self, holder: str, issue: str) -> Line | None:
        """Gives all that a holder is recorded to have held on an issue."""
        return next((each for each in self.lines if (each.holder, each.issue) == (holder, issue)), None)

    def source(self, id: str) -> Source | None:
        """Gives a source by its id."""
        return next((each for each in self.sources if each.id == id), None)

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions that stand, in the order of the matrix."""
        return tuple(stand.position for row in self.matrix.rows for stand in row.stands if stand.position)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An entry of the timeline with the names of whom it names and of its sources."""

    entry: Entry
    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The timeline of a pack; `undated` counts what was asked for and has no day."""

    happenings: tuple[Happening, ...] = ()
    undated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of a list: `what` is added, removed or changed; `field`, `old`, `new` and `cause` of what changed."""

    list: str
    id: str
    caption: str
    what: str
    field: str = ""
    old: str = ""
    new: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What changed in the lists since a day; `notes` say where a snapshot stands in for another day.

    `left_out` counts the changes that were not asked for; `compared` the lists of which two states were compared, and
    `newest` is the day of the newest list at hand.
    """

    since: date
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: int = 0
    compared: int = 0
    newest: date | None = None
