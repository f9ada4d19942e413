"""Paints the body of a page once, apart from its margin boxes, and keeps nothing of it but bytes.

A page that holds pictures, patterns or groups, whose names are given by the file, keeps its boxes and is
painted anew each time. Can go when WeasyPrint writes a page that it has written before without painting it.
"""

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pydyf

from briefer.render.conform import furnishing
from briefer.render.faults import answering, naming
from briefer.render.innards import Edge, Frame
from briefer.render.private import (
    DICTIONARY_DATA,
    DRAW,
    STREAM_DATA,
    Font,
    StackingContext,
    Stream,
    boxes,
    fonts_of,
    get_pango_font_key,
    marks_of,
    page_box,
    resources_of,
    to_bytes,
)
from briefer.render.tree import Tree, drawn

KEPT = "briefer_kept"
SCALE = 0.75  # PDF units in a CSS pixel
DATA = "briefer_data"
NAMED = re.compile(rb"(?:^| )/(?:s\d+ gs|\S+ (?:Do|sh|scn|SCN))$", re.MULTILINE)
"""Operators that name a resource by its place in the file."""
ALPHA = re.compile(rb"^/([aA][\d.e+-]+) gs$", re.MULTILINE)
LINKS = frozenset({"internal", "external"})


@dataclass(slots=True)
class Letters:
    """What a part of a page shows of a font, and the font's height as WeasyPrint measures it at the size met first."""

    widths: dict[int, int]
    to_unicode: dict[int, str]
    missing: dict[int, int]
    ascent: int
    descent: int


@dataclass(slots=True)
class Part:
    """Operators in the order of painting, and the fonts and alpha states that they name."""

    operators: bytes
    fonts: dict[int, Letters]
    alphas: dict[str, dict[str, float]]


@dataclass(slots=True)
class Leaf:
    """A painted page without boxes, as values alone; otherwise it says what `weasyprint.document.Page` says.

    `kind` and `state` are what its margin boxes depend on. `margins` are those painted last, for `edge`; `data` is the
    stream of both.
    """

    width: float
    height: float
    bleed: dict[str, float]
    links: list[Any]
    anchors: dict[str, Any]
    bookmarks: list[Any]
    kind: Any
    state: Any
    body: Part
    after: bytes
    tree: Tree
    margins: Part | None = None
    edge: Edge | None = None
    data: bytes | None = None

    @property
    def forms(self) -> dict[None, list[Any]]:
        """It has none."""
        return {None: []}

    @property
    def _page_box(self) -> Tree:
        return self.tree


class _Easel(Stream):  # type: ignore[misc]
    """A stream of its own, whose fonts know only the letters on it."""

    def __init__(self, page: Any, faces: "_Faces") -> None:
        names = ("ExtGState", "XObject", "Pattern", "Shading", "ColorSpace")
        resources = {name: pydyf.Dictionary() for name in names}
        super().__init__({}, (0, 0, page.width, page.height), resources, {}, {}, {}, None)
        self.faces = faces

    def add_font(self, pango_font: Any) -> tuple[Any, float]:
        key, description, size = get_pango_font_key(pango_font)
        if key not in self._fonts:
            self._fonts[key] = self.faces.blank(key, size, lambda: Font(pango_font, description, size))
        return self._fonts[key], size

    def part(self, start: int = 0, end: int | None = None) -> Part:
        """Gives what was painted between two places."""
        content = _bytes(self.stream[start:end])
        states = self._resources["ExtGState"]
        names = dict.fromkeys(found.decode() for found in ALPHA.findall(content))
        fonts = {key: _letters(font) for key, font in self._fonts.items()}
        return Part(content, fonts, {name: dict(states[name]) for name in names if name in states})


class _Faces:
    """The fonts met, by key and size; all sizes share one file."""

    def __init__(self) -> None:
        self.fonts: dict[int, dict[float, Any]] = {}

    def blank(self, key: int, size: float, make: Callable[[], Any]) -> Any:
        """Gives a font without letters."""
        sizes = self.fonts.setdefault(key, {})
        if size not in sizes:
            sizes[size] = font = make()
            font.file_content = next(iter(sizes.values())).file_content
        return _blank(sizes[size])

    def of(self, key: int, letters: Letters) -> Any:
        """Gives the font that a part began to use, without its letters."""
        font = _blank(next(iter(self.fonts[key].values())))
        font.ascent, font.descent = letters.ascent, letters.descent
        return font


def _blank(font: Any) -> Any:
    made = copy.copy(font)
    made.widths, made.to_unicode, made.missing = {}, {}, {}
    return made


def _letters(font: Any) -> Letters:
    return Letters(font.widths, font.to_unicode, font.missing, font.ascent, font.descent)


class Painter:
    """Paints pages, each body once; `painted` counts them."""

    def __init__(self) -> None:
        self.painted = 0
        self._faces = _Faces()

    def knows(self, page: Any) -> bool:
        """Says whether all fonts of a painted page were met here."""
        return isinstance(page, Leaf) and page.body.fonts.keys() <= self._faces.fonts.keys()

    def keep(self, page: Any, place: str) -> Any:
        """Paints the body of a page and gives what stays of it; one whose names are the file's stays as it is."""
        if isinstance(page, Leaf) or page.forms != {None: []} or {link[0] for link in page.links} - LINKS:
            return page
        stream, root = _Easel(page, self._faces), _Root()
        with DRAW.replaced(root.noting(DRAW.now())), answering(place):
            page.paint(stream, SCALE)
        body, after = stream.part(0, root.end), _bytes(stream.stream[root.end :])
        if root.end <= root.start or NAMED.search(body.operators) or NAMED.search(after):
            return page
        self.painted += 1
        tree, spots = drawn(page, marks_of(stream))
        return Leaf(
            width=page.width,
            height=page.height,
            bleed=page.bleed,
            links=[(*link[:3], spots[link[3]]) for link in page.links],
            anchors=page.anchors,
            bookmarks=page.bookmarks,
            kind=page.kind,
            state=page.state,
            body=body,
            after=after,
            tree=tree,
        )

    def dressed(self, page: Any, edge: Edge, frame: Frame, place: str) -> "Dressed":
        """Gives a page for a file, with the margin boxes that belong on it now; `place` is for complaints."""
        if isinstance(page, Leaf) and page.edge == edge:
            return Dressed(page, self, place)
        try:
            with frame.sheet.sound(), naming(place), answering(place):
                return self._dressed(page, edge, frame, place)
        except BaseException:
            page.edge = None
            frame.forget()
            raise

    def _dressed(self, page: Any, edge: Edge, frame: Frame, place: str) -> "Dressed":
        box, made = frame.margins(page, edge)
        if isinstance(page, Leaf):
            page.margins, page.data, page.edge = self._margins(page, box, made), None, edge
            if page.margins is None:  # names of the file are in them too
                page.edge = None
                return Dressed(page, self, place, (box, made))
        else:
            whole = page_box(page)
            text = (child for child in whole.children if not isinstance(child, boxes.MarginBox))
            whole.children = (*text, *made)
        return Dressed(page, self, place)

    def _margins(self, page: Leaf, box: Any, made: tuple[Any, ...]) -> Part | None:
        stream = _Easel(page, self._faces)
        _draw(stream, box, made)
        part = stream.part()
        return None if NAMED.search(part.operators) else part

    def put(self, page: Leaf, stream: Any, margins: tuple[Any, tuple[Any, ...]] | None = None) -> None:
        """Puts into a file what a page was painted with; `margins` are painted now, with names of the file."""
        self._add(page.body, stream)
        stream.stream += [page.body.operators]
        if margins:
            _draw(stream, *margins)
        elif page.margins:
            self._add(page.margins, stream)
            stream.stream += filter(None, [page.margins.operators])
            setattr(stream, KEPT, page)
        stream.stream += filter(None, [page.after])

    def _add(self, part: Part, stream: Any) -> None:
        self._join(fonts_of(stream), part.fonts)
        for name, state in part.alphas.items():
            resources_of(stream)["ExtGState"].setdefault(name, pydyf.Dictionary(state))

    def _join(self, fonts: dict[int, Any], more: dict[int, Letters]) -> None:
        """Adds the letters of a part to the fonts of a file; what the file knows of a letter already stays."""
        for key, letters in more.items():
            if key not in fonts:
                fonts[key] = self._faces.of(key, letters)
            for table in ("widths", "to_unicode", "missing"):
                known = getattr(fonts[key], table)
                known.update({name: value for name, value in getattr(letters, table).items() if name not in known})


class Dressed:
    """A page as it goes into a file: what `weasyprint.document.Page` says, with its margins."""

    def __init__(self, page: Any, painter: Painter, place: str, margins: Any = None) -> None:
        self._page, self._painter, self._place, self._own = page, painter, place, margins
        self.links, self.anchors, self.bookmarks = page.links, page.anchors, page.bookmarks

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def bare(self) -> "Dressed":
        """Gives it as it looks, without the links, anchors and bookmarks that lead to others."""
        shown = Dressed(self._page, self._painter, self._place, self._own)
        shown.links, shown.anchors, shown.bookmarks = [], {}, []
        return shown

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paints the page into a file."""
        if isinstance(self._page, Leaf):
            self._painter.put(self._page, stream, self._own)
            return
        self._painter.painted += 1
        with answering(self._place):
            self._page.paint(stream, scale)


def _draw(stream: Any, page: Any, made: tuple[Any, ...]) -> None:
    with furnishing(made):
        for box in made:
            DRAW.now()(stream, StackingContext.from_box(box, page))


def _bytes(operators: list[Any]) -> bytes:
    return b"\n".join(map(to_bytes, operators))


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


def once(original: Callable[..., None]) -> Callable[..., None]:
    """Writes a file whose content is final: what was put in bytes is not put in bytes again.

    WORKAROUND: pydyf puts every object in bytes twice where a file has an identifier: 0.7 of 2.5 s at 305 pages.
    """

    def write(pdf: Any, *args: Any, **options: Any) -> None:
        with (
            STREAM_DATA.replaced(property(_stream_data(STREAM_DATA.now().fget))),
            DICTIONARY_DATA.replaced(property(_object_data(DICTIONARY_DATA.now().fget))),
        ):
            original(pdf, *args, **options)

    return write


def _stream_data(original: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    def data(stream: Any) -> bytes:
        page: Leaf | None = getattr(stream, KEPT, None)
        if page is None:
            return _object_data(original)(stream)
        if page.data is None:
            page.data = original(stream)
        return page.data

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
