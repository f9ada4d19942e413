"""What the verbs answer; the fields of the command line's JSON."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A warning about one record of an imported file."""

    record: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What one import did to one list; counts are of the list's own records. `dry_run` changed nothing."""

    file: str
    format: str
    list: str
    published: date | None
    sha256: str
    entities: int = 0
    names: int = 0
    designations: int = 0
    links: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    warnings: tuple[Warned, ...] = ()
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One list that the library holds, at its newest snapshot."""

    list: str
    title: str
    published: date | None
    imported: str
    sha256: str
    entities: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One answer of a search: `score` runs from 0 to 100, `matched` is the name that matched, `why` says how."""

    id: str
    caption: str
    schema: str
    score: int
    matched: str
    why: str
    programmes: tuple[str, ...]
    listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The files that a build wrote, their pages, the seconds per stage and the number of findings by severity."""

    pdf: str
    annex: str
    manifest: str
    pages: int
    seconds: dict[str, float] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """Whether a hand-off folder is what its manifest says, and what is not."""

    ok: bool
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a writing verb changed, for whoever shows it: "entities", "positions", "pack"."""

    changed: frozenset[str] = frozenset()
