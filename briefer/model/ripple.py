"""What delisting somebody sets free and what it leaves blocked, under one regime's ownership rule."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from briefer.model.facts import Confidence, Range

OWN_LISTING: Literal["own listing"] = "own listing"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipRule:
    """One regime's rule on what blocked owners block, as a dated row.

    Blocked is a company of which blocked owners hold `percent` or more, or only more where `exceed`; `together` says
    whether the shares of several of them are added; `control` whether control that does not come from shares blocks
    (a person has to look at it) or calls for caution only. The dates are inclusive, None where open.
    """

    name: str
    regime: str
    percent: Decimal
    exceed: bool
    together: bool
    control: bool
    text: str
    citation: str
    valid_from: date | None = None
    valid_to: date | None = None
    confidence: Confidence = Confidence.VERIFIED
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One holding of a path: what share of `asset`, in per cent, `owner` holds.

    Where only bounds are stated the share is the least of them and `bound` says how ("at least ", "more than ").
    """

    owner: str
    asset: str
    percentage: Decimal
    bound: str = ""


Path = tuple[Step, ...] | Literal["own listing"]
"""The holdings that decide, from the listed owners downwards, or that it is listed itself."""


Status = Literal["lifted", "stays", "open", "none"]
"""What becomes of a limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """An id with the path that decides its status."""

    id: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Why the answer on an id is open or calls for care.

    `kind` is list (where somebody is listed), percentage, control, cycle, total, joint, transfer, owner (one whose own
    status is open), government (which a programme blocks by definition) or caution; `why` is a sentence.
    """

    id: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """One holding among those that an answer names; `percentage` is None where it is not stated or not agreed."""

    owner: str
    asset: str
    percentage: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One statement that a holding of the answer rests on: its share, its dates as printed, and where it is from.

    `unread` is a share as printed that is no number, `share` being None.
    `after` says that it is of after the day asked for, `origin` is the id of the snapshot that states it.
    """

    owner: str
    asset: str
    share: Decimal | Range | None
    as_of: str = ""
    since: str = ""
    after: bool = False
    unread: str = ""
    sources: tuple[str, ...] = ()
    origin: str = ""
    confidence: Confidence = Confidence.VERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A holding that does not count on the day: it has ended, or begins later.

    `day` is that of the end or the beginning as printed, empty where none is stated; `exact` says that it is one day.
    """

    owner: str
    asset: str
    share: Decimal | Range | None
    why: Literal["ended", "later"]
    day: str = ""
    exact: bool = False
    sources: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """A company that the delisted hold and that is blocked neither before nor after.

    `share` is what counts of it before, in per cent: all that is in blocked hands, or the largest part in one hand
    where holders do not count together. `why` says what is missing, in words; `undecided` as in Tie.
    """

    id: str
    share: Decimal
    why: str
    undecided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A link of a delisted one (`delisted`) to another (`id`) that is no holding, in the list's words (`role`).

    `control` tells a post, which the delisted holds, from a mere link without direction; `path` is why the other stays
    blocked, None where it is not blocked, or where that is `open`: somebody blocked is linked to it, and neither share
    nor direction is stated. `undecided` are records blocked under the rule that may be the same one and
    on which nobody has decided.
    """

    delisted: str
    id: str
    role: str
    control: bool
    path: Path | None = None
    undecided: tuple[str, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What becomes of one of the delisted: blocked through its owners (`path`), open (`why`), or free."""

    id: str
    status: Literal["blocked", "open", "free"]
    path: tuple[Step, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What becomes of a limit short of a block (`limit`: "EO 13662 Directive 2") that reaches `id` through ownership.

    It is lifted, stays through other holders or a listing of its own (`path`), or is open (`why`); of one of the
    delisted "none" says that the limit reaches nobody through what they hold. A lifted limit carries its former path.
    """

    id: str
    limit: str
    status: Status
    path: Path = ()
    why: tuple[str, ...] = ()
    citation: str = ""
    confidence: Confidence = Confidence.VERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Ripple:
    """What delisting does under a rule on a day; the field names up to `review` are the command line's JSON.

    `before` and `after` are all ids blocked, listed ones included; `freed` = before − after, each with its former path
    in `paths`; `still_blocked` are those that the delisted reach by ownership and that stay blocked. `indeterminate`
    (for want of an agreed share) and `review` (control, cycles, transfers, shares of over 100 per cent) are ids that
    the delisted reach and that are not surely blocked afterwards; one of them may be among `freed` too, which is then
    not certain.
    `uncertain` are those of both lists whose status is open, a caution leaving nothing open.
    `captions` are (id, name) of every id that a list or path other than before and after names, `stakes` the holdings
    among them, for a figure; none where they are too many to draw.
    `not_blocked` are companies that the delisted hold and that stay out of reach, `linked` those they are linked to
    otherwise and that are in none of the other lists, `fates` the delisted themselves, looked at upwards. `limited`
    says by which list (SSI) somebody named is limited whose listings block nothing, `unplaced` by which tags somebody
    named is listed of which it is open whether they block, `opened` what is not known of these, in words; `people` are
    the natural persons, `itself` those named whom a listing of their own blocks. `limits` says, apart from any block,
    of which companies the limits stay or end that directives extend through ownership; `captions` names these too.
    `grounds` are the statements that the holdings on the paths and the shares in doubt rest on, `apart` the holdings of
    the delisted, and of all that they reach, that do not count on the day.
    """

    rule: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    freed: tuple[str, ...]
    still_blocked: tuple[Decided, ...]
    indeterminate: tuple[str, ...]
    review: tuple[str, ...]
    paths: tuple[Decided, ...]
    reasons: tuple[Doubt, ...]
    notes: tuple[str, ...]
    delisted: tuple[str, ...]
    as_of: date
    applied: OwnershipRule
    uncertain: tuple[str, ...] = ()
    captions: tuple[tuple[str, str], ...] = ()
    stakes: tuple[Stake, ...] = ()
    not_blocked: tuple[Below, ...] = ()
    linked: tuple[Tie, ...] = ()
    fates: tuple[Fate, ...] = ()
    limited: tuple[tuple[str, str], ...] = ()
    unplaced: tuple[tuple[str, str], ...] = ()
    opened: tuple[tuple[str, str], ...] = ()
    people: frozenset[str] = frozenset()
    itself: frozenset[str] = frozenset()
    limits: tuple[Limit, ...] = ()
    grounds: tuple[Ground, ...] = ()
    apart: tuple[Apart, ...] = ()
