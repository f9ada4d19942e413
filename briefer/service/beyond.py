"""What the library at hand holds beyond a pack's facts, for the checks that a build leaves out."""

from dataclasses import replace
from datetime import date

from briefer.library import Library
from briefer.model.answers import FieldChange
from briefer.model.brief import Beyond, Dossier
from briefer.model.pack import Pack
from briefer.pack import differences, gather
from briefer.pack.gather import known_by
from briefer.service.days import told_later


def beyond(pack: Pack, dossier: Dossier, library: Library) -> Beyond | None:
    """Gives what the library holds beyond the pack; None where it is not one that the pack can be compared with.

    Only a library that still holds every list snapshot and position of the pack can tell a change from a thing that it
    never knew. Nothing is written.
    """
    if not _comparable(dossier, library):
        return None
    until = _newest(dossier, library)
    changes = _changes(dossier, gather(pack, library))
    later = _changes(dossier, gather(replace(pack, as_of=until), library)) if until and until > pack.as_of else ()
    picked = {position.id for position in dossier.positions}
    others = library.positions(issues=tuple(issue.id for issue in dossier.issues))
    return Beyond(
        changes=changes,
        later=later,
        until=until,
        positions=tuple(
            position
            for position in others
            if position.id not in picked and known_by(position.said_on or position.reported_on, pack.as_of)
        ),
        unknown=_unknown(dossier, library),
        begun=tuple(dict.fromkeys(told_later(library, dossier.entities, pack.as_of))),
    )


def _comparable(dossier: Dossier, library: Library) -> bool:
    snapshots = {snapshot.id for snapshot in dossier.lists}
    positions = {position.id for position in dossier.positions}
    if not snapshots and not positions:
        return False
    held = {snapshot.id for snapshot in library.snapshots(ids=sorted(snapshots))}
    return held >= snapshots and {position.id for position in library.positions(ids=sorted(positions))} >= positions


def _newest(dossier: Dossier, library: Library) -> date | None:
    """Gives the newest day on which a list that the pack uses was published."""
    used = {snapshot.list for snapshot in dossier.lists}
    days = [row.published for row in library.lists() if row.list in used and row.published]
    return max(days, default=None)


def _changes(former: Dossier, now: Dossier) -> tuple[FieldChange, ...]:
    """Gives what differs in the picks; positions and events that only became known are told of apart, or not at all."""
    picks = {thing.id for group in (former.entities, former.measures, former.positions) for thing in group}
    return tuple(change for change in differences(former, now) if change.id in picks)


def _unknown(dossier: Dossier, library: Library) -> tuple[str, ...]:
    named = {id for position in dossier.positions for id in (*position.entities, *position.measures)}
    held = {entity.id for entity in library.entities(sorted(named))}
    held |= {measure.id for measure in library.measures(sorted(named))}
    return tuple(sorted(named - held))
