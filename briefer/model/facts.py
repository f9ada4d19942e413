"""What lists and statements say about entities, each value with where it comes from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Confidence(StrEnum):
    """How well a fact is supported: read in the text itself, in part or second-hand, or still to be verified."""

    VERIFIED = "verified"
    PARTLY = "partly"
    TO_BE_VERIFIED = "to be verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as far as it is known: a day, a month, a year, a range, or about one of them.

    `text` is as the publisher prints it; `earliest` and `latest` bound it, both None where it cannot be parsed.
    """

    text: str
    earliest: date | None = None
    latest: date | None = None
    circa: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One stated value of an entity's FollowTheMoney property, such as name, weakAlias, birthDate or innCode.

    `raw` is the publisher's text where it differs from `value`; `lang` a BCP 47 tag where known ("ru", "und-Cyrl");
    `note` what qualifies it ("Passport, Russia"); `origin` the id of the snapshot that states it, filled in by the
    library; `sources` the ids of sources that support it; `record` the id of the record that states it, where that is
    shown as part of another entity.
    """

    prop: str
    value: str
    raw: str = ""
    lang: str = ""
    note: str = ""
    date: PartialDate | None = None
    origin: str = ""
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED
    record: str = ""


LATER = "basis: later list"
"""How a designation's note says that only a list of after the day asked for states it, or an undated one."""

CARRIED = "carried on from"
"""How a designation's note says that an earlier state of its list stated what a newer one has no place for."""

GONE = "no longer on"
"""How a designation's note says that a newer state of its list no longer holds it."""

DROPPED = "no longer printed by"
"""How the note of a designation on an undated list says that another file of its publisher has dropped it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """One entity under one programme of one regime, as one list states it.

    `regime` is a code of law.REGIMES ("US", "EU", …); `programme` the tag exactly as printed; `list_type` the part of
    the list ("SDN", "SSI", "NS-MBS", "Annex I"); `measures` as worded, `classes` the classes they fall in
    ("asset-freeze"). The three dates are kept apart: `start` is the designation, `published` the list's own date for
    the row, `amended` its last change; `until` the end or next expiry. `record` as in Value.
    """

    regime: str
    programme: str
    list_type: str = ""
    authority: str = ""
    measures: tuple[str, ...] = ()
    start: PartialDate | None = None
    published: PartialDate | None = None
    amended: PartialDate | None = None
    until: PartialDate | None = None
    ended: bool = False
    reason: str = ""
    url: str = ""
    note: str = ""
    origin: str = ""
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED
    classes: tuple[str, ...] = ()
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A finding that a regime's list was searched for an entity on a day and holds no entry; `record` as in Value."""

    regime: str
    note: str = ""
    checked: PartialDate | None = None
    origin: str = ""
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The bounds of a share in per cent; `above` and `below` say that the bound itself is left out."""

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(100)
    above: bool = False
    below: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A directed relation: `subject` owns, controls, directs, is family of or acts for `object`.

    `kind` is a FollowTheMoney schema (Ownership, Directorship, Family, Representation, UnknownLink). `percentage` is
    exact, in per cent, None where not stated; `range` bounds it where only bounds are stated. An end that names no
    known record has an empty id and its `text`.
    The `role` of a Family link says what `object` is to `subject` ("wife"), as in FollowTheMoney. `ends` are subject
    and object as the list states them, empty unless one of them is shown as part of another entity.
    """

    kind: str
    subject: str
    object: str
    text: str = ""
    role: str = ""
    percentage: Decimal | None = None
    stated: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    as_of: PartialDate | None = None
    ended: bool = False
    note: str = ""
    origin: str = ""
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED
    ends: tuple[str, ...] = ()
    range: Range | None = None


Fact = Value | Designation | Absence | Link


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRecord:
    """One record of one list as a source reads it; the library stores its versions by content.

    `id` is stable and printable ("ofac-36216"); `schema` a FollowTheMoney schema name.
    """

    id: str
    schema: str
    caption: str
    values: tuple[Value, ...] = ()
    designations: tuple[Designation, ...] = ()
    absences: tuple[Absence, ...] = ()
    links: tuple[Link, ...] = ()
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One imported state of one list.

    `id` is LIST@PUBLISHED#first eight digits of the hash; `regime` the code it belongs to, empty for mixed files;
    `declared` the file's own record count, None where it states none; `imported` an ISO time, never printed.
    """

    id: str
    list: str
    title: str
    publisher: str
    regime: str
    format: str
    published: date | None
    sha256: str
    entities: int
    file: str = ""
    declared: int | None = None
    partial: bool = False
    url: str = ""
    imported: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Everything the library holds on one id, over all lists, each part with its `origin`.

    `listed` is true where at least one designation is in force on the day asked for.
    """

    id: str
    schema: str
    caption: str
    values: tuple[Value, ...] = ()
    designations: tuple[Designation, ...] = ()
    absences: tuple[Absence, ...] = ()
    links: tuple[Link, ...] = ()
    remarks: tuple[str, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What somebody decided on two records being one, on the day `on`; times of the day are not kept."""

    a: str
    b: str
    by: str
    on: date
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A record shown as part of `entity`, with the decisions that join it to a record named before it.

    `lists` are the ids of the lists that state it; schema, caption and remarks are the record's own.
    """

    entity: str
    id: str
    schema: str
    caption: str
    decided: tuple[Decided, ...]
    lists: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """A record that may be one with `entity`, on which nobody has decided; `score` runs from 0 to 100.

    `record` is the one of the entity's records that it is like; `regimes` those in which it is in force on the day.
    """

    entity: str
    record: str
    id: str
    caption: str
    score: int
    lists: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Records that decisions make one, though `decided` says that two of them are not; none of them is joined."""

    records: tuple[str, ...]
    decided: Decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A restriction that names nobody: an embargo, a directive's scope, an import ban, immobilised reserves.

    `id` starts with "measure-"; `authority` is the legal basis; `lifting` says in words what ending it takes;
    `klass` is the class as recorded (A, B, C, D or unknown), for the analysis, with its confidence; `entities` are the
    ids of those it bears on, where it is plain whom.
    """

    id: str
    title: str
    regime: str
    authority: str
    text: str = ""
    lifting: str = ""
    klass: str = "unknown"
    start: PartialDate | None = None
    until: PartialDate | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something dated: an act, a listing, a meeting. `kind` is order, statute, listing, ally, event or renewal."""

    id: str
    date: PartialDate
    title: str
    kind: str = "event"
    text: str = ""
    entities: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED
