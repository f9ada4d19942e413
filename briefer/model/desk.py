"""What the window asks for beside the command line's answers: rows of the library, an open pack, pages as they come."""

from dataclasses import dataclass
from datetime import date

from briefer.model.answers import ListRow
from briefer.model.brief import Dossier, Finding
from briefer.model.facts import Entity, Measure
from briefer.model.pack import Pack
from briefer.model.policy import Issue, Position, Source
from briefer.model.relief import Relief
from briefer.model.stances import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the library's entities; `since` is the first listing still in force as ISO text, empty where none."""

    id: str
    caption: str
    schema: str
    programmes: tuple[str, ...]
    listed: bool
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the library panel asks for; empty fields narrow nothing. `order` is match, name or since.

    `klass` is a class of relief as of `day`, today's where that is None; `in_pack` asks for those of `picks` alone.
    """

    name: str = ""
    kind: str = ""
    programme: str = ""
    regime: str = ""
    country: str = ""
    listed: bool | None = None
    listed_from: date | None = None
    min_score: int = 0
    order: str = "match"
    descending: bool = False
    klass: str = ""
    day: date | None = None
    in_pack: bool = False
    picks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A search that somebody keeps under a name."""

    name: str
    asked: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Why an id was found: the score of 100, the name that matched and how; all empty where nothing was asked."""

    score: int = 0
    matched: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer to `Asked`: every id in order, `matches` beside them, of how many the library holds.

    Where `min_score` let nothing through, `nearest` is the caption and the score of what came nearest to it.
    """

    ids: tuple[str, ...]
    matches: tuple[Match, ...] = ()
    of: int = 0
    seconds: float = 0.0
    nearest: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How much the library holds."""

    lists: int
    entities: int
    positions: int
    issues: int
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Everything on one entity that the detail pane shows; `origins` are the titles and days of its lists.

    `names` are the captions of the entities at the other ends of its links, `countries` the names of the countries that
    are stated by code, `differ` the properties on which what states them does not agree.
    """

    entity: Entity
    relief: Relief | None = None
    positions: tuple[Position, ...] = ()
    sources: tuple[Source, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    countries: tuple[tuple[str, str], ...] = ()
    differ: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Everything on one position, issue, source, measure or list that the detail pane shows; the rest is empty.

    `former` are the positions that it took the place of, the nearest first, `later` those that took its place;
    `positions` those on an issue or out of a source, `snapshots` those held of a list; `names` are the captions of
    its targets, `sources` those of a measure and `relief` its class.
    """

    kind: str
    id: str
    position: Position | None = None
    issue: Issue | None = None
    source: Source | None = None
    measure: Measure | None = None
    sources: tuple[Source, ...] = ()
    relief: Relief | None = None
    former: tuple[Position, ...] = ()
    later: tuple[Position, ...] = ()
    positions: tuple[Position, ...] = ()
    snapshots: tuple[ListRow, ...] = ()
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """A pack that holds or names an id: `how` lists picked, tranche, mentioned and printed; `places` name it."""

    path: str
    title: str
    as_of: date
    how: tuple[str, ...]
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a form offers to choose from: holders with their latest capacity, issues, sources, positions, languages."""

    holders: tuple[tuple[str, str], ...] = ()
    issues: tuple[Issue, ...] = ()
    sources: tuple[Source, ...] = ()
    positions: tuple[Position, ...] = ()
    measures: tuple[Measure, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is to be said of one field of a form: `code` names the sentence, `value` what it is about.

    It may be stored all the same where it does not `stop`.
    """

    field: str
    code: str
    value: str = ""
    stops: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of an article with all that it takes to become a position of `holder` on `issue`."""

    sentence: Sentence
    holder: str
    issue: str
    stance: str
    capacity: str = ""
    entities: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A pack file as it was read: `sha256` tells whether somebody else has changed it since."""

    path: str
    pack: Pack
    dossier: Dossier
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What is said of a pack without opening it: `saved` is a time in seconds, None where the file is not there."""

    path: str
    saved: float | None = None
    title: str = ""
    marking: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Unsaved work found in the journal: the pack as it was `at` a time, and what of it is not in the file.

    `facts` are those that were kept with it: none, or the one dossier.
    """

    path: str
    at: str
    pack: Pack
    journal: str
    differs: tuple[str, ...] = ()
    facts: tuple[Dossier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier version of a pack: `name` is saved, earlier or aside; `differs` what of it the present one has not.

    The versions in a file are numbered from 1; work that was set aside was kept `at` a time, in ISO form. `facts` are
    those in which its picks stand, the nearest first.
    """

    name: str
    pack: Pack
    number: int = 0
    at: str = ""
    differs: tuple[str, ...] = ()
    facts: tuple[Dossier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """One section as it will be printed: its number and title."""

    id: str
    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One page of the whole: its section, the page within that, and the key of what stands on it."""

    section: str
    page: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The findings on the state numbered `state`."""

    state: int
    findings: tuple[Finding, ...]
    relief: tuple[Relief, ...] = ()
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laying:
    """The section that is being laid out, told where it takes a while: its place among the `of` sections, from 1.

    One that is `begun` is told as soon as it is in hand: it is not for show, but names what a child stopped over.
    """

    state: int
    section: Titled
    place: int
    of: int
    begun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """The sections and pages of a state in order; a key that was told before has not changed.

    `early` says that more is being laid out: only pages that the edit shows on are new, the others as they were.
    """

    state: int
    sections: tuple[Titled, ...]
    pages: tuple[Spot, ...]
    early: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """Some pages as a PDF: their keys in order, and their sizes in points."""

    state: int
    keys: tuple[str, ...]
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The HTML of a section that is new or has changed, for screen readers."""

    state: int
    section: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A section that cannot be laid out, or the whole where `section` is empty, and why.

    `report` is not empty where the program itself has the fault: what a maintainer wants to see of it.
    """

    state: int
    section: str
    message: str
    report: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """Everything that was asked for a state has been said."""

    state: int
    seconds: float


Told = Checked | Laying | Arranged | LaidOut | Twin | Fault | Current
