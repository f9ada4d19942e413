"""Rows of a table brought together by the id that they speak of, wherever they stand, in flat memory."""

from collections.abc import Callable, Hashable, Iterator
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
R = TypeVar("R")


def grouped(rows: Callable[[], Iterator[tuple[K, R]]]) -> Iterator[tuple[K, list[R]]]:
    """Each key with all its rows, as soon as its last row was read; the table is read twice.

    Publishers keep the rows of one id together, so no more than a few are held at a time.
    """
    last = {key: number for number, (key, _) in enumerate(rows())}
    held: dict[K, list[R]] = {}
    for number, (key, row) in enumerate(rows()):
        held.setdefault(key, []).append(row)
        if last[key] == number:
            yield key, held.pop(key)
