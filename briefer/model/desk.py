"""What the window asks for beside the command line's answers: rows of the library, an open pack, pages as they come."""

from dataclasses import dataclass
from datetime import date

from briefer.model.brief import Dossier, Finding
from briefer.model.facts import Entity, Measure
from briefer.model.pack import Pack
from briefer.model.policy import Position, Source
from briefer.model.relief import Relief


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
    """What the library panel asks for; empty fields narrow nothing. `order` is match, name or since."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Why an id was found: the score of 100, the name that matched and how; all empty where nothing was asked."""

    score: int = 0
    matched: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer to `Asked`: every id in order, `matches` beside them, of how many the library holds."""

    ids: tuple[str, ...]
    matches: tuple[Match, ...] = ()
    of: int = 0
    seconds: float = 0.0


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
    """Everything on one entity that the detail pane shows; `origins` are the titles and days of its lists."""

    entity: Entity
    relief: Relief | None = None
    positions: tuple[Position, ...] = ()
    sources: tuple[Source, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A pack file as it was read: `sha256` tells whether somebody else has changed it since."""

    path: str
    pack: Pack
    dossier: Dossier
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Unsaved work found in the journal: the pack as it was `at` a time, and what of it is not in the file."""

    path: str
    at: str
    pack: Pack
    journal: str
    differs: tuple[str, ...] = ()


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
class Arranged:
    """The sections and pages of a state in order; a key that was told before has not changed."""

    state: int
    sections: tuple[Titled, ...]
    pages: tuple[Spot, ...]


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
    """A section that cannot be laid out, or the whole where `section` is empty, and why."""

    state: int
    section: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """Everything that was asked for a state has been said."""

    state: int
    seconds: float


Told = Checked | Arranged | LaidOut | Twin | Fault | Current
