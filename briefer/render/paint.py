"""Paints the body of a page once, apart from its margin boxes, and keeps what it was painted with.

Beside conform.py and innards.py the only module that touches private parts of WeasyPrint 70.0 and pydyf 0.13.0. A page
that holds pictures, patterns or groups, whose names are given by the file, is painted anew each time. Can go when
WeasyPrint writes a page that it has written before without painting it.
"""

import copy
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import pydyf
from weasyprint import draw
from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream
from weasyprint.stacking import StackingContext

from briefer.render.conform import replaced
from briefer.render.faults import answering

KEPT = "briefer_kept"
DRESS = "briefer_dress"
PLACE = "briefer_place"
SCALE = 0.75  # PDF units in a CSS pixel
DATA = "briefer_data"
NAMED = re.compile(rb"(?:^| )/(?:s\d+ gs|\S+ (?:Do|sh|scn|SCN))$", re.MULTILINE)
"""Operators that name a resource by its place in the file."""
ALPHA = re.compile(rb"^/([aA][\d.e+-]+) gs$", re.MULTILINE)


@dataclass(slots=True)
class Part:
    """Operators in the order of painting, and the fonts and alpha states that they name."""

    operators: bytes
    fonts: dict[Any, Any]
    alphas: dict[str, Any]


@dataclass(slots=True)
class Kept:
    """A painted page: its body, what closes it, its margin boxes and what they were made for, and the stream of all."""

    body: Part
    after: bytes
    tags: dict[Any, Any]
    margins: Part
    dress: Any = None
    data: bytes | None = None


class _Fonts(dict[Any, Any]):
    """The fonts of a part of a page: each knows only the letters of that part, but all share the file."""

    def __init__(self, shared: dict[Any, Any]) -> None:
        super().__init__()
        self.shared = shared

    def __contains__(self, key: object) -> bool:
        if not super().__contains__(key) and key in self.shared:
            super().__setitem__(key, _blank(self.shared[key]))
        return super().__contains__(key)

    def __setitem__(self, key: Any, font: Any) -> None:
        self.shared[key] = _blank(font)
        super().__setitem__(key, font)


def _blank(font: Any) -> Any:
    made = copy.copy(font)
    made.widths, made.to_unicode, made.missing = {}, {}, {}
    return made


class Painter:
    """Paints pages, each body once; `painted` counts them."""

    def __init__(self) -> None:
        self.painted = 0
        self._fonts: dict[Any, Any] = {}

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Lets every page be painted through this painter while the block lasts, and each object be put in bytes once.

        WORKAROUND: pydyf puts every object in bytes twice where a file has an identifier: 0.7 of 2.5 s at 305 pages.
        """
        with ExitStack() as patches:
            patches.enter_context(replaced(Page, "paint", self._painting(Page.paint)))
            patches.enter_context(replaced(pydyf.PDF, "write", _once(pydyf.PDF.write)))
            yield

    def keep(self, page: Any, place: str) -> None:
        """Paints the body of a page that has no margin boxes yet, and gives back what only its painting needed."""
        box, fonts = page._page_box, _Fonts(self._fonts)
        if hasattr(box, KEPT):
            return
        setattr(box, PLACE, place)
        resources = {name: pydyf.Dictionary() for name in ("ExtGState", "XObject", "Pattern", "Shading", "ColorSpace")}
        stream = Stream(fonts, (0, 0, page.width, page.height), resources, {}, {}, {}, None)
        root = _Root()
        with replaced(draw, "draw_stacking_context", root.noting(draw.draw_stacking_context)), answering(place):
            page.paint(stream, SCALE)
        body = _part(stream.stream[: root.end], fonts, resources["ExtGState"])
        after = _bytes(stream.stream[root.end :])
        setattr(box, KEPT, None)
        if root.end > root.start and not NAMED.search(body.operators) and not NAMED.search(after):
            self.painted += 1
            setattr(box, KEPT, Kept(body=body, after=after, tags=stream._tags, margins=Part(b"", {}, {})))
            _forget(box)

    def _painting(self, original: Callable[..., None]) -> Callable[..., None]:
        def paint(page: Any, stream: Any, scale: float = 1) -> None:
            kept: Kept | None = getattr(page._page_box, KEPT, None)
            if kept is None:
                self.painted += 1
                with answering(_place(page)):
                    original(page, stream, scale)
                return
            if kept.dress != dress(page):
                kept.margins, kept.dress, kept.data = self._margins(page, stream), dress(page), None
            _again(kept, stream)
            setattr(stream, KEPT, kept)

        return paint

    def _margins(self, page: Any, stream: Any) -> Part:
        """Paints the margin boxes alone."""
        before, all_fonts, all_states = len(stream.stream), stream._fonts, stream._resources["ExtGState"]
        stream._fonts = fonts = _Fonts(self._fonts)
        stream._resources["ExtGState"] = states = pydyf.Dictionary()  # the body's come first in the file
        margins = [box for box in page._page_box.children if isinstance(box, boxes.MarginBox)]
        with answering(_place(page)):
            for box in margins:
                draw.draw_stacking_context(stream, StackingContext.from_box(box, page._page_box))
        stream._fonts, stream._resources["ExtGState"] = all_fonts, all_states
        part = _part(stream.stream[before:], fonts, states)
        del stream.stream[before:]
        return part


def dress(page: Any) -> Any:
    """Gives what the margin boxes of a page were made for; see `innards.dress`."""
    return getattr(page._page_box, DRESS, None)


def _place(page: Any) -> str:
    place: str = getattr(page._page_box, PLACE, "The document")
    return place


def _again(kept: Kept, stream: Any) -> None:
    """Puts into a file what a page was painted with."""
    stream._tags.update({box: dict(tag) for box, tag in kept.tags.items()})
    for part in (kept.body, kept.margins):
        _join(stream._fonts, part.fonts)
        for name, state in part.alphas.items():
            stream._resources["ExtGState"].setdefault(name, pydyf.Dictionary(state))
    if kept.data is None:
        stream.stream += filter(None, (kept.body.operators, kept.margins.operators, kept.after))


def _part(operators: list[Any], fonts: "_Fonts", states: dict[str, Any]) -> Part:
    content = _bytes(operators)
    names = dict.fromkeys(found.decode() for found in ALPHA.findall(content))
    return Part(content, dict(fonts), {name: dict(states[name]) for name in names})


def _bytes(operators: list[Any]) -> bytes:
    return b"\n".join(map(pydyf._to_bytes, operators))


def _join(fonts: dict[Any, Any], more: dict[Any, Any]) -> None:
    """Adds the letters of a part to the fonts of a file; what the file knows of a letter already stays."""
    for key, font in more.items():
        if key not in fonts:
            fonts[key] = _blank(font)
        for table in ("widths", "to_unicode", "missing"):
            known = getattr(fonts[key], table)
            known.update({name: value for name, value in getattr(font, table).items() if name not in known})


class _Root:
    """Notes where the boxes right on a page, of which margin boxes come last, start and end among the operators."""

    def __init__(self) -> None:
        self.depth, self.start, self.end = 0, 0, 0

    def noting(self, original: Callable[..., None]) -> Callable[..., None]:
        """Wraps the drawing of a box: the page itself is the first, what is right on it the second."""

        def drawing(stream: Any, context: Any) -> None:
            self.depth += 1
            if self.depth == 2 and not self.start:
                self.start = len(stream.stream)
            original(stream, context)
            if self.depth == 2:
                self.end = len(stream.stream)
            self.depth -= 1

        return drawing


def _forget(page: Any) -> None:
    """Gives back what Pango holds of a painted body and its styles, four fifths of the memory of a page."""
    for root in page.children:
        for box in root.descendants():
            sets = box.style["string_set"]
            box.style = _style(box.style["display"], box.style["list_style_type"])
            if sets != "none":
                box.style = box.style | {"string_set": sets}
            box.cached_counter_values = box.missing_link = box.background = None
            if isinstance(box, boxes.TextBox):
                box.pango_layout = None


@cache
def _style(display: tuple[str, ...], marker: Any) -> dict[str, Any]:
    """Gives of a style what the tags and the named strings of a page still ask for."""
    return {"display": display, "list_style_type": marker, "string_set": "none"}


def _once(original: Callable[..., None]) -> Callable[..., None]:
    """Writes a file whose content is final: what was put in bytes is not put in bytes again."""

    def write(pdf: Any, *args: Any, **options: Any) -> None:
        with (
            replaced(pydyf.Stream, "data", property(_stream_data(pydyf.Stream.data.fget))),
            replaced(pydyf.Dictionary, "data", property(_object_data(pydyf.Dictionary.data.fget))),
        ):
            original(pdf, *args, **options)

    return write


def _stream_data(original: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    def data(stream: Any) -> bytes:
        kept: Kept | None = getattr(stream, KEPT, None)
        if kept is None:
            return _object_data(original)(stream)
        if kept.data is None:
            kept.data = original(stream)
        return kept.data

    return data


def _object_data(original: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    def data(item: Any) -> bytes:
        if item.number is None:
            return original(item)
        content: bytes | None = getattr(item, DATA, None)
        if content is None:
            content = original(item)
            setattr(item, DATA, content)
        return content

    return data
