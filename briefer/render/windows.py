"""Lays out some pages of a document from where another layout of it came to, over some rows of a long table.

It leans on where a page begins (`page_maker`), how a page is made (`remake_page`), and where rows may be parted. Can go
when WeasyPrint lays out a document from a given place, or lets go of pages that are made.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from briefer.render.private import PAGE_MADE, block_level_page_break, boxes
from briefer.render.ties import moves_counter

TOGETHER = frozenset({"avoid", "avoid-page"})


class Unfit(Exception):
    """What stands on these pages cannot be laid out in part."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: a path through the boxes, without the row, and the row, counted in the whole table.

    A place before the rows has the first, one after them their number. `following` is what WeasyPrint says of the next
    page, `state` what its counters say.
    """

    path: tuple[int, ...]
    row: int
    inside: bool
    following: Mapping[str, Any]
    state: Any

    @property
    def key(self) -> str:
        """Gives what of it shapes a page, but the row."""
        quotes, counts, scopes, _groups = self.state
        own = {name: values for name, values in counts.items() if name not in ("page", "pages")}
        return repr((self.path, self.inside, sorted(self.following.items()), quotes, own, len(scopes)))


@dataclass(slots=True)
class Window:
    """Pages from `start` on (None is the beginning), over the rows `kept` of `total`, of which those until `end` count.

    After a layout `ends` says where each page ended (None is the end of all) and `seen` how many rows it has looked at.
    `stop` is asked after each page whether that is enough.
    """

    kept: tuple[int, ...]
    total: int
    end: int
    body: int
    start: Place | None
    stop: Callable[[Place], bool] = lambda _place: False
    ends: list[Place | None] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    _root: Any = None
    _group: Any = None
    _path: tuple[int, ...] = ()

    def find(self, source: Any, root: Any) -> None:
        """Finds the rows among the boxes; Unfit where they cannot be laid out in part."""
        bodies = [element for element in source.etree_element.iter() if element.tag == "tbody"]
        found = _search(root, bodies[self.body], ()) if self.body < len(bodies) else None
        if found is None:
            raise Unfit
        self._root, (self._path, table, self._group) = root, found
        fixed = table.style["table_layout"] == "fixed" and table.style["border_collapse"] == "separate"
        if not fixed or len(self._group.children) != len(self.kept) or any(map(moves_counter, _rows(self._group))):
            raise Unfit

    def resume(self) -> dict[int, Any] | None:
        """Gives the start as WeasyPrint takes it."""
        if self.start is None:
            return None
        path = list(self.start.path)
        if self.start.inside:
            path[len(self._path)] = self.kept.index(self.start.row)
        resume: dict[int, Any] | None = None
        for index in reversed(path):
            resume = {index: resume}
        return resume

    @contextmanager
    def open(self) -> Iterator[None]:
        """Ends a layout where it has seen what it may, or `stop` says so."""
        with PAGE_MADE.replaced(self._remaking(PAGE_MADE.now())):
            yield

    def _remaking(self, original: Callable[..., tuple[Any, Any]]) -> Callable[..., tuple[Any, Any]]:
        def remake(index: int, context: Any, root: Any, html: Any) -> tuple[Any, Any]:
            page, resume = original(index, context, root, html)
            if context.broken_out_of_flow:  # a float goes on
                raise Unfit
            _, following, right, state, remade = context.page_maker[index + 1]
            end = self._place(resume, following, state) if resume else None
            self.ends[index : index + 1] = [end]  # a page that prints page numbers is made twice
            self.seen[index : index + 1] = [self._looked(end)]
            if end is not None and (self.seen[index] > self.end or self._enough(index, end) or self.stop(end)):
                context.page_maker[index + 1] = (None, following, right, state, remade | {"content_changed": False})
                return page, None
            return page, resume

        return remake

    def _place(self, resume: Mapping[int, Any], following: Mapping[str, Any], state: Any) -> Place:
        path: list[int] = []
        while resume:
            if len(resume) != 1:
                raise Unfit
            ((index, resume),) = resume.items()
            path.append(index)
        depth = len(self._path)
        inside = tuple(path[:depth]) == self._path and len(path) > depth
        row = self.total if tuple(path) > self._path else 0
        if inside:
            row, path[depth] = self.kept[path[depth]], 0
        return Place(tuple(path), row, inside, dict(following), state)

    def _looked(self, end: Place | None) -> int:
        """Gives how many rows, counted from the first of all, have shaped a page that ended there."""
        if end is None or end.row >= self.total:
            return self.total
        rows = self._group.children
        for place in range(self.kept.index(end.row) + 1, len(rows)):
            if block_level_page_break(rows[place - 1], rows[place]) not in TOGETHER:
                return min(self.kept[place] + 1, self.total)
        return self.total

    def _enough(self, index: int, end: Place) -> bool:
        """Says whether the next page, as long as this, would look at rows that are not there."""
        if self.end == self.total:
            return False
        before = self.ends[index - 1] if index else self.start
        return end.row + (end.row - (before.row if before else 0)) + 2 >= self.end


def _search(box: Any, element: Any, path: tuple[int, ...]) -> tuple[tuple[int, ...], Any, Any] | None:
    """Finds the row group of an element: the path to it, its table, and itself."""
    for index, child in enumerate(getattr(box, "children", ())):
        if isinstance(child, boxes.TableRowGroupBox) and child.element is element:
            return (*path, index), box, child
        if not isinstance(child, boxes.TableRowBox) and (found := _search(child, element, (*path, index))):
            return found
    return None


def _rows(group: Any) -> Iterator[Any]:
    for row in group.children:
        yield row
        yield from row.descendants()
