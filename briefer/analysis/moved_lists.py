"""What the lists themselves changed in a pack's picks, as rows of the change list, each with its cause."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from briefer.model.answers import FieldChange
from briefer.model.moved import Moved, MovedList
from briefer.model.timeline import Moment

DESIGNATION = re.compile(r"designation (?P<regime>\S+) (?P<tag>.+): (?P<part>[a-z]+)")
PROGRAMME, SOURCE = "programme", "source"


def of_lists(lists: Iterable[MovedList]) -> Iterator[Moved]:
    """Yields what each list added, removed and changed; a designation that came or went whole is one row."""
    for each in lists:
        common = _common(each)
        for what, ids in (("added", each.added), ("removed", each.removed)):
            for id in ids:
                yield replace(common, what=what, id=id, cause=SOURCE)
        for _id, some in groupby(each.changed, lambda change: change.id):
            yield from _of_record(tuple(some), common)


def _common(each: MovedList) -> Moved:
    """Gives what all rows of a list share: its later state's day, and both states as sources."""
    when = Moment(each.after, each.after) if each.after else None
    states = tuple(dict.fromkeys(filter(None, (each.former, each.latter))))
    return Moved(kind="list", what="changed", when=when, list=each.list, sources=states)


def _of_record(changes: tuple[FieldChange, ...], common: Moved) -> Iterator[Moved]:
    whole = {
        (found["regime"], found["tag"]): change
        for change in changes
        if (found := DESIGNATION.fullmatch(change.field)) and found["part"] == PROGRAMME
    }
    for (regime, tag), change in whole.items():
        came = not change.old
        what = "added" if came else "removed"
        yield replace(common, what=what, id=change.id, regime=regime, tags=(tag,), cause=change.cause)
    for change in changes:
        found = DESIGNATION.fullmatch(change.field)
        if found and (found["regime"], found["tag"]) in whole:
            continue
        yield replace(
            common,
            id=change.id,
            title=found["part"] if found else change.field,
            regime=found["regime"] if found else "",
            tags=(found["tag"],) if found else (),
            old=change.old,
            new=change.new,
            cause=change.cause,
        )
