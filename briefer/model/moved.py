"""What changed after a day: the rows of the change list, and what the lists themselves changed in a pack's picks."""

from dataclasses import dataclass
from datetime import date

from briefer.model.answers import FieldChange
from briefer.model.facts import Confidence
from briefer.model.policy import Position
from briefer.model.timeline import Moment

KINDS = ("listing", "measure", "act", "renewal", "position", "list")
"""The kinds of change in the order in which they print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedList:
    """What one list changed in the picks between the state that answers for a day and the one that the pack reads.

    `former` and `latter` are the ids of the two snapshots, `before` and `after` their days of publication. `late` is
    true where nothing of the day or before is held; `former` is then the oldest one, or empty where that is `latter`
    itself and nothing was compared. `added` and `removed` are ids of records.
    """

    list: str
    title: str
    latter: str
    after: date | None = None
    former: str = ""
    before: date | None = None
    late: bool = False
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One thing that began, ended or moved.

    `what` says how: listed, published, delisted, ran out, amended, in force, expired, act, renewed, passed, recorded,
    superseded (a position that another has taken the place of since), added, removed or changed. `id` is the entity,
    measure, position or renewal; `title` the part of a list, the act, the issue or the field; `tags` those of a
    listing. `due` is the next expiry before and after; `former` the position that stood before `position`. `perhaps`
    is true where the day is not known exactly and may lie before the one asked about. `cause` is a list's: source,
    reading or format; `list` names its two states.
    """

    kind: str
    what: str
    when: Moment | None = None
    id: str = ""
    title: str = ""
    regime: str = ""
    tags: tuple[str, ...] = ()
    old: str = ""
    new: str = ""
    due: tuple[date | None, date | None] = (None, None)
    position: Position | None = None
    former: Position | None = None
    perhaps: bool = False
    note: str = ""
    cause: str = ""
    list: str = ""
    sources: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeList:
    """What changed after `since` and up to `until`, by kind and in order of time, and the lists that were compared."""

    since: date
    until: date
    rows: tuple[Moved, ...] = ()
    lists: tuple[MovedList, ...] = ()
