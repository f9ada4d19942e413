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
    """What one import did to one list; counts are of the list's own records. `dry_run` changed nothing.

    `notes` say what else was done (bytes held already were dated, an excerpt became whole), `declared` is the file's
    own count, `former` the snapshot before this one, which held `was` entities; `partial` marks an excerpt.
    `left_out` are the files of the folder that are no lists, told once, with the first report.
    """

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
    notes: tuple[str, ...] = ()
    declared: int | None = None
    former: str = ""
    was: int | None = None
    partial: bool = False
    left_out: tuple[Warned, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One list that the library holds, at its newest snapshot or at the one `id` names; `partial` marks an excerpt."""

    list: str
    title: str
    published: date | None
    imported: str
    sha256: str
    entities: int
    partial: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A state of a list that was taken out: `now` is the state that answers for the list, empty where none is left.

    `forgotten` counts the entities that this state alone held; `decisions` are the pairs decided on of which then at
    least one is held no longer.
    """

    id: str
    list: str
    now: str
    forgotten: int
    decisions: tuple[tuple[str, str], ...] = ()
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One answer of a search: `score` runs from 0 to 100, `matched` is the name that matched, `why` says how.

    `lists` are those that state the entity, or did; `listed` is false where none of them has it in force any more,
    and `listed_known` where only a later, undated listing tells of the day asked for.
    """

    id: str
    caption: str
    schema: str
    score: int
    matched: str
    why: str
    programmes: tuple[str, ...]
    listed: bool
    lists: tuple[str, ...] = ()
    listed_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing by which two entities were compared, side by side; `points` is what it added to the score.

    `says` is same, alike, differs or unknown.
    """

    name: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    says: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sameness:
    """Two entities of different publishers that may be one: proposed by `features`, decided by a person, or both.

    `a` is the lesser id; `decision` is empty (nobody has decided), yes, no or, in the history alone, undo; `at` is an
    ISO time in UTC. `warnings` say, where a decision is taken, what it stands against: other decisions or the features.
    """

    a: str
    b: str
    score: int
    features: tuple[Feature, ...] = ()
    decision: str = ""
    by: str = ""
    why: str = ""
    at: str = ""
    a_caption: str = ""
    b_caption: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of one entity that differs between two snapshots; an empty `old` came anew, an empty `new` went.

    `cause` is source (the publisher changed it), reading (the same bytes, read by a newer program), format (only one of
    the two files' formats can say it, which need not mean that anything changed) or, in a pack, decision (what is
    decided, or to be decided, on which records are one).
    """

    id: str
    field: str
    old: str
    new: str
    cause: str


CHANGE_KINDS = ("added", "removed", "changed")
CAUSES = ("source", "reading", "format")
FIELD_GROUPS = ("names", "dates", "listings", "identifiers", "places", "links", "remarks")
"""The groups of fields by which the changes of a list can be asked for; a date of a listing belongs to two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """Which changes of a list are asked for; a part that is empty asks for all, several values for any of them.

    `kinds` are of CHANGE_KINDS, `causes` of CAUSES; `fields` are FIELD_GROUPS or fields as a change names them;
    `programmes` are those of the entity in either of the two snapshots.
    """

    kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChanges:
    """What changed in one list between two snapshots, named by id and publication date (None where undated).

    `note` says where no snapshot was held for a day and the oldest later one stands in for it; `compared` is false
    where one snapshot answers for both days, so that nothing was compared. `captions` name all of these entities.
    `all` counts the changes before some were left out, None where none were; `all_fields` of them are fields.
    """

    list: str
    from_: date | None
    to: date | None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[FieldChange, ...] = ()
    from_snapshot: str = ""
    to_snapshot: str = ""
    note: str = ""
    captions: tuple[tuple[str, str], ...] = ()
    compared: bool = True
    all: int | None = None
    all_fields: int = 0

    @property
    def count(self) -> int:
        """How many changes these are: each entity that came or went, and each field that changed."""
        return len(self.added) + len(self.removed) + len(self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Which snapshot of a list answers for a day: `basis` is list, later list, or none where the list is not held.

    `message` is the sentence to show where the basis is not the list of that day.
    """

    list: str
    as_of: date
    basis: str
    snapshot: str = ""
    published: date | None = None
    message: str = ""


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
