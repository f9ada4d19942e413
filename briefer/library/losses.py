"""Whether a state lacks most of the aliases or addresses that the last whole one held of the same entities."""

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import Connection, and_, select

from briefer.language import _, all_of, mark
from briefer.library.bodies import glance
from briefer.library.keys import NAMES
from briefer.library.reading import chunks
from briefer.library.tables import AnyRow, member, version
from briefer.model.answers import ImportReport
from briefer.model.errors import Refused

if TYPE_CHECKING:
    from briefer.library.importing import Wish

LOST = 0.5
"""The part of them that may go without being asked about; a publisher does not drop more at a stroke."""

FEW = 20
"""Of fewer than these nothing is concluded."""

LOOKED_AT = 1000
"""So many entities are looked at first; all of them only where these lost much."""

KINDS = {"aliases": NAMES - {"name"}, "addresses": frozenset({"address"})}
LEFT = {"aliases": mark("{now:,} of {was:,} aliases"), "addresses": mark("{now:,} of {was:,} addresses")}

_LOST = mark(
    "{file} holds {left} that {id} held of the same entities; nothing of it was imported: import it with all the files "
    "that belong to it, or accept the loss with --accept-drop."
)
_LOST_KNOWN = mark(
    "{file} holds {left} that {id} held of the same entities ({reasons}); nothing of it was imported: import it with "
    "all the files that belong to it, or accept the loss with --accept-drop."
)


def check_losses(
    connection: Connection, before: AnyRow | None, number: int, report: ImportReport, wish: "Wish"
) -> None:
    """Refuses a state that lost most aliases or addresses of the one before it, as a file without its companions does.

    `report.warnings` are what the reader said of the file.
    """
    if wish.partial or wish.accept_drop or not before:
        return
    step = max(1, before.entities // LOOKED_AT)
    if not _lost(*_counted(connection, before.number, number, step), FEW // step):
        return
    was, now = _counted(connection, before.number, number, 1)
    if lost := _lost(was, now, FEW):
        left = all_of(_(LEFT[kind], now=now[kind], was=was[kind]) for kind in lost)
        missing = "; ".join(each.message for each in report.warnings if not each.record)
        said = _LOST_KNOWN if missing else _LOST
        raise Refused(_(said, file=report.file, left=left, id=before.id, reasons=missing))


def _lost(was: Counter[str], now: Counter[str], few: int) -> list[str]:
    return [kind for kind in KINDS if was[kind] >= max(1, few) and now[kind] < was[kind] * (1 - LOST)]


def _counted(connection: Connection, former: int, number: int, step: int) -> tuple[Counter[str], Counter[str]]:
    """How many values of each kind every n-th record that both states hold has in the former and in the new one."""
    new, old = member.alias("new"), member.alias("old")
    both = and_(new.c.record == old.c.record, new.c.snapshot == number)
    pairs = connection.execute(
        select(old.c.version, new.c.version).join(new, both).where(old.c.snapshot == former, old.c.record % step == 0)
    ).all()
    return _values(connection, [pair[0] for pair in pairs]), _values(connection, [pair[1] for pair in pairs])


def _values(connection: Connection, versions: list[int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for some in chunks(versions):
        bodies = connection.execute(select(version.c.body).where(version.c.number.in_(some))).scalars()
        for value in (value for body in bodies for value in glance(body).values):
            found.update(kind for kind, props in KINDS.items() if value.prop in props)
    return found
