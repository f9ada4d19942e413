"""Who holds what, as the analysis arranges it: lines over time, the matrix, divergence, chains, marked sentences."""

from dataclasses import dataclass
from datetime import date

from briefer.model.policy import Issue, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Through whose hands words came from their speaker to our source, which is the last of them.

    `length` counts the hands: 0 is the text or recording itself, None where neither chain nor source says. `hand` is
    first (0 or 1), second (2 or more, or what is only reported) or unknown; `origin` is the first of them, the
    speaker's own channel left out. `rests_on_copy` is true where our source only repeats another; `translated` where
    the chain says so.
    """

    length: int | None = None
    hand: str = "unknown"
    hands: tuple[str, ...] = ()
    origin: str = ""
    rests_on_copy: bool = False
    translated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One position on a line: its day, what it changed against the one before, and what has taken its place.

    `by` is the number of steps towards easing (negative: away), None where there is nothing clear to compare;
    `superseded_by` is the id of the position that replaced it, empty where it stands; `off_record` says of a step that
    it rests on a report or an inference alone, and so is no move.
    """

    position: Position
    on: date | None
    trend: str
    by: int | None = None
    superseded_by: str = ""
    off_record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """All that a holder is recorded to have held on an issue, oldest first, undated first of all; nothing is dropped.

    `trend` compares the first clear stance with the one that stands: unchanged, moved towards easing by n, moved away
    from easing by n, unclear, one position only, or no move on record, where only a report or an inference shows one;
    `turns` is how often the direction of the moves changed.
    """

    holder: str
    issue: str
    said: tuple[Said, ...]
    trend: str
    by: int | None = None
    turns: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a holder stands on an issue on a day: the latest position that nothing replaces, or an honest blank.

    `blank` is empty, "none" (no recorded position) or "since" (none since the day the changes are counted from; the
    earlier one is still given). `strength` is 2 firm, 1 on terms, 0 depends, None unclear or blank. `trend` and `by`
    compare with what the holder held on the day the changes are counted from. `ours` is true where we inferred the
    stance, which nobody said.
    """

    holder: str
    issue: str
    position: Position | None = None
    on: date | None = None
    strength: int | None = None
    blank: str = ""
    trend: str = ""
    by: int | None = None
    hands: Hands = Hands()
    ours: bool = False
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StandRow:
    """A holder's stands, one for each issue of the matrix; `capacity` as of the latest of them."""

    holder: str
    capacity: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceMatrix:
    """Holders by issues as of a day, with what changed since an earlier one; `filled` counts the cells that speak."""

    as_of: date
    since: date | None
    issues: tuple[Issue, ...]
    rows: tuple[StandRow, ...]
    filled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """How far a set of holders is apart on an issue.

    `lowest` and `highest` are the ends of the recorded stances, None where none is clear. The holders stand in five
    groups; `apart` are those of the smaller of the two camps, empty where both are even (`split`) or one is empty.
    """

    issue: str
    stands: tuple[Stand, ...]
    lowest: int | None = None
    highest: int | None = None
    favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    split: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NeededAct:
    """One act that an option takes, as the drafter or the rulebook states it.

    `holders` are those whose part it is; `rule` is all (unanimity), majority, one (any of them can act) or silence (it
    goes ahead unless they act against it); `issue` the question whose positions bear on it; `wants` is 1 where the act
    eases and -1 where it keeps or adds pressure.
    """

    id: str
    title: str
    issue: str
    holders: tuple[str, ...]
    rule: str = "one"
    wants: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Movers:
    """Who is recorded for and against one needed act, and who would have to move for it; no forecast.

    `needed` is how many of the holders have to agree, `short` how many more than are recorded in favour; `must_move`
    are those recorded against on whom it turns, as `turns_on` says: "each" of them or "some"; `open` are those who
    depend, are unclear or have no recorded position.
    """

    act: NeededAct
    needed: int
    short: int
    favour: tuple[Stand, ...] = ()
    against: tuple[Stand, ...] = ()
    open: tuple[Stand, ...] = ()
    must_move: tuple[str, ...] = ()
    turns_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneReport:
    """Two sources that go back to one report, so that neither supports the other.

    `positions` are the ids of those that rest on them; `origin` the outlet that both go back to, where it is named;
    `why` a sentence; `sure` is false where only outlet, days and subject speak for it.
    """

    sources: tuple[str, str]
    positions: tuple[str, ...]
    why: str
    origin: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSided:
    """An issue on which both camps are on record and only one of them is picked; `left_out` are the other's ids."""

    issue: str
    picked: str
    missing: str
    chosen: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Wording of a sentence that carries a view: its category, the words themselves and why they are flagged.

    `own` is true where the words are the article's own, not those of somebody it quotes or reports.
    """

    category: str
    words: str
    why: str
    own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a pasted article with its proposed mark: fact, attributed or opinion.

    The mark is a proposal until `set_by` names the person who set it; `sources` are the ids that this person gave.
    """

    number: int
    text: str
    mark: str
    reason: str
    speaker: str = ""
    verb: str = ""
    flags: tuple[Loaded, ...] = ()
    sources: tuple[str, ...] = ()
    set_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Consecutive words that stand in a text outside quotation marks and in a source; `start` is an offset in the text.

    `flags` is the loaded wording among them.
    """

    source: str
    words: str
    count: int
    start: int
    flags: tuple[Loaded, ...] = ()
