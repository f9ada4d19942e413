"""Rings of holdings: companies that hold shares in each other, or in themselves.

Almost nothing in a large graph is part of one, so all that leads to none or comes from none is peeled off first.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from array import array


class Side(Protocol):
    """The holdings from one side, as in ownership_graph."""

    @property
    def first(self) -> "array[int]":
        """Where the holdings of each node begin."""
        ...

    @property
    def others(self) -> "array[int]":
        """The other ends of all holdings."""
        ...


def rings(held: Side, owned: Side) -> list[tuple[int, ...]]:
    """The strongly connected parts of more than one node, and the nodes that hold themselves, by their least node."""
    left = _peeled(owned, held, bytearray(b"\1") * (len(held.first) - 1))
    left = _peeled(held, owned, left)
    found: list[tuple[int, ...]] = []
    done = bytearray(len(left))
    for start in reversed(_finished(held, left)):
        if not done[start]:
            part = tuple(sorted(_reached(owned, left, done, start)))
            if len(part) > 1 or start in owned.others[owned.first[start] : owned.first[start + 1]]:
                found.append(part)
    return sorted(found)


def _peeled(near: Side, far: Side, left: bytearray) -> bytearray:
    """Takes off, again and again, every node that has nothing on its near side."""
    kept = bytearray(left)
    count = [sum(map(kept.__getitem__, near.others[low:high])) for low, high in _spans(near)]
    bare = [node for node, number in enumerate(count) if not number and kept[node]]
    first, others = far.first, far.others
    for node in bare:
        kept[node] = 0
        for other in others[first[node] : first[node + 1]]:
            if kept[other]:
                count[other] -= 1
                if not count[other]:
                    bare.append(other)
    return kept


def _spans(side: Side) -> Iterator[tuple[int, int]]:
    return zip(side.first, side.first[1:], strict=False)


def _finished(side: Side, left: bytearray) -> list[int]:
    """The nodes that are left in the order in which a search in depth is done with them."""
    seen, order = bytearray(len(left)), []
    for start in range(len(left)):
        if seen[start] or not left[start]:
            continue
        seen[start] = 1
        stack = [(start, side.first[start])]
        while stack:
            node, place = stack.pop()
            for at in range(place, side.first[node + 1]):
                other = side.others[at]
                if left[other] and not seen[other]:
                    seen[other] = 1
                    stack += ((node, at + 1), (other, side.first[other]))
                    break
            else:
                order.append(node)
    return order


def _reached(side: Side, left: bytearray, done: bytearray, start: int) -> list[int]:
    """All that is left and not done and can be reached from a node; it is done then."""
    done[start] = 1
    found = [start]
    for node in found:
        for other in side.others[side.first[node] : side.first[node + 1]]:
            if left[other] and not done[other]:
                done[other] = 1
                found.append(other)
    return found
