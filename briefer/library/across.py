"""What OFAC's two files say of each other: who stands on one is printed in the other with all tags."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from briefer.library.earlier import bodies
from briefer.library.history import Base, History
from briefer.library.merge import Part
from briefer.library.sqlite import each_of
from briefer.library.tables import member, record
from briefer.model.facts import DROPPED, GONE, Designation

SDN_FILE, BESIDE = "ofac-sdn", "ofac-cons"
SDN, MENU = "SDN", "NS-MBS"

MENU_TAGS = frozenset(
    {"RUSSIA-EO14024", "CAATSA - RUSSIA", "BURMA-EO14014", "ILLICIT-DRUGS-EO14059", "BELARUS-EO14038"}
)
"""Tags of the non-SDN file that, off the SDN list, stand on that of menu-based sanctions."""


def together(connection: Connection, history: History, parts: Mapping[str, Iterable[Part]]) -> dict[str, list[Part]]:
    """Gives what several lists state of each entity, where OFAC's files end, place or put in doubt what the other has.

    An undated SDN list may be older or newer: what the non-SDN file dropped from one state to the next is doubtful.
    """
    found = {id: settled(each, history.bases) for id, each in parts.items()}
    sdn, cons = history.bases.get(SDN_FILE), history.bases.get(BESIDE)
    if sdn is None or sdn.published or cons is None or not cons.published or cons.later or cons.partial:
        return found
    both = {id: said for id, each in found.items() if (said := _said(each)).keys() >= {SDN_FILE, BESIDE}}
    for id, former in _former(connection, history, cons, both).items():
        left = {item.programme for item in both[id][BESIDE].record.designations}
        off = {programme: day for programme, day in former.items() if programme not in left}
        part = both[id][SDN_FILE]
        found[id] = [_doubted(each, off, cons) if each is part else each for each in found[id]]
    return found


def _said(parts: Iterable[Part]) -> dict[str, Part]:
    """What a list states of an entity that still holds it."""
    return {part.origin.partition("@")[0]: part for part in parts if not part.gone}


def _former(connection: Connection, history: History, cons: Base, ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """The programmes that earlier states of the non-SDN file print of entities, with the last of them by its day."""
    asked = (
        select(record.c.entity, member.c.snapshot, member.c.version)
        .join(member, member.c.record == record.c.number)
        .where(record.c.list == BESIDE, record.c.entity.in_(each_of(ids)))
    )
    rows = [row for row in connection.execute(asked) if history.ordering[row.snapshot] < cons.ordering]
    listed = bodies(connection, {row.version for row in rows})
    found: dict[str, dict[str, str]] = {}
    for row in sorted(rows, key=lambda row: history.ordering[row.snapshot]):
        day = history.id[row.snapshot].partition("@")[2].partition("#")[0].replace("undated", "no stated date")
        found.setdefault(row.entity, {}).update((item.programme, day) for item in listed[row.version])
    return found


def _doubted(part: Part, off: Mapping[str, str], by: Base) -> Part:
    def doubt(item: Designation) -> Designation:
        note = f"{DROPPED} {by.list} of {by.published}, though by that of {off.get(item.programme)}"
        told = replace(item, note="; ".join(filter(None, (item.note, note))))
        return told if item.programme in off else item

    return replace(part, record=replace(part.record, designations=tuple(map(doubt, part.record.designations))))


def settled(parts: Iterable[Part], bases: Mapping[str, Base]) -> list[Part]:
    """Gives what several lists state of one entity, where the newer of OFAC's files ends or places what the other has.

    Only dated, whole states of or before the day are held against each other.
    """
    found = list(parts)
    said = _said(found)
    beside, files = said.get(BESIDE), [bases.get(SDN_FILE), bases.get(BESIDE)]
    sdn, cons = (each if each and each.published and not each.later and not each.partial else None for each in files)
    if beside is None or cons is None or sdn is None or not cons.published or not sdn.published:
        return found
    blocked = _blocked(said.get(SDN_FILE))
    if cons.published > sdn.published:
        left = {item.programme for item in beside.record.designations if item.list_type in (SDN, "")}
        return [_ended(part, blocked - left, cons) if part is said.get(SDN_FILE) else part for part in found]
    return [_placed(_off(part, blocked, sdn), blocked, sdn) if part is beside else part for part in found]


def _blocked(part: Part | None) -> frozenset[str]:
    items = part.record.designations if part else ()
    return frozenset(item.programme for item in items if item.list_type == SDN)


def _off(part: Part, blocked: frozenset[str], sdn: Base) -> Part:
    """Ends what the non-SDN file of an earlier day has on the SDN list and that list no longer has."""
    stated = {item.programme for item in part.record.designations if item.list_type == SDN}
    return _ended(part, stated - blocked, sdn) if part.rank[:10] < str(sdn.published) else part


def _ended(part: Part, programmes: frozenset[str] | set[str], by: Base) -> Part:
    note = f"{GONE} the SDN list, as {by.list} of {by.published} prints it"

    def end(item: Designation) -> Designation:
        told = replace(item, ended=True, note="; ".join(filter(None, (item.note, note))))
        return told if item.list_type == SDN and item.programme in programmes else item

    return replace(part, record=replace(part.record, designations=tuple(map(end, part.record.designations))))


def _placed(part: Part, blocked: frozenset[str], sdn: Base) -> Part:
    """Places the tags of the non-SDN file whose list is not stated and that the SDN list does not have."""
    note = f"not on {sdn.list} of {sdn.published}"

    def place(item: Designation) -> Designation:
        told = replace(item, list_type=MENU, note="; ".join(filter(None, (item.note, note))))
        open_ = not item.list_type and item.programme in MENU_TAGS - blocked
        return told if open_ else item

    return replace(part, record=replace(part.record, designations=tuple(map(place, part.record.designations))))
