"""WeasyPrint 70.0 from within: a slice of a document laid out on its own, and its margin boxes made apart from it.

`HTML.render` numbers pages from 1, makes
margin boxes at once and knows no anchors but its own; everything here can go when WeasyPrint lays out a part of a
document from a given page on.
"""

import copy
import logging
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

import weasyprint

from briefer.language import _
from briefer.render import ties
from briefer.render.attributes import Fresh
from briefer.render.conform import VARIANT
from briefer.render.fetch import Locked
from briefer.render.private import (
    FIRST_PAGE,
    MARGINS,
    STYLES,
    VARIANTS,
    CounterStyle,
    Document,
    DocumentMetadata,
    FontConfiguration,
    Page,
    TargetLookupItem,
    build_formatting_structure,
    context_of,
    get_html_metadata,
    layout_box_backgrounds,
    layout_document,
    make_margin_boxes,
    page_box,
)
from briefer.render.styles import Styles
from briefer.render.windows import Unfit, Window

UNKNOWN = 88  # printed for a page that is not known yet: as wide as most, and never final
SERIAL = re.compile(r":(?:nth-|only-|has\()|~(?!=)|\btable-layout\s*:\s*auto")
"""What a style sheet says where a row looks as it does because of rows far from it."""
PAGED = re.compile(r"@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}")
COUNTING = re.compile(r"(?<!target-)counters?\(\s*pages?\b|target-counters?\([^;}]*\bpages\b")
"""What a style sheet says, outside its rules for pages, where a text prints its own page or the number of all."""
LOGGER = logging.getLogger(__name__)
Texts = tuple[tuple[str, str, tuple[str, ...]], ...]
"""Named strings on a page: the name, what stood before the page, and what the page sets."""
Edge = tuple[int, int, Texts]
"""What the margin boxes of a page show: its number, that of the last page, and the named strings."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a slice may have to print: the page of each anchor elsewhere, its own first page, and the last of all."""

    pages: Mapping[str, int] = field(default_factory=dict)
    first: int = 1
    total: int = UNKNOWN


@dataclass(slots=True, kw_only=True)
class Laid:
    """A slice laid out: its pages, still without margin boxes, and what they ask of and offer to the others.

    `strings` and `anchors` name page indexes from 0; `asked` are the anchors elsewhere whose page is printed, with the
    page that was; `counted` is its first page and the last of all where they are printed in the text itself.
    """

    pages: list[Any]
    strings: list[dict[str, tuple[str, ...]]]
    anchors: dict[str, int]
    targets: frozenset[str]
    asked: dict[str, int | None]
    counted: tuple[int, int] | None
    tied: bool

    def give_back(self) -> None:
        """Lets go of the pages; how many they are, and what is on them, is still known."""
        self.pages = [None] * len(self.pages)

    def settled(self, numbers: Numbers) -> bool:
        """Says whether it prints these numbers, and still has its pages."""
        if self.pages[:1] == [None] or any(number != numbers.pages.get(name) for name, number in self.asked.items()):
            return False
        return self.counted in (None, (numbers.first, numbers.total))


class Sheet:
    """A style sheet read once, with the fonts and images that its pages share."""

    def __init__(self, css: str) -> None:
        self.lock = Locked()
        self.fonts = FontConfiguration()
        self.fonts.font_features = Fresh()
        with ties.selectors() as selectors:
            self.css = weasyprint.CSS(string=css, url_fetcher=self.lock, font_config=self.fonts)
        self.styles = Styles(css)
        preset = {key: value for key, value in VARIANTS[VARIANT][1].items() if weasyprint.DEFAULT_OPTIONS[key] is None}
        self.options = weasyprint.DEFAULT_OPTIONS | preset | {"stylesheets": [self.css], "cache": {}}
        bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
        self.counting = bool(COUNTING.search(PAGED.sub("", bare)))
        self.serial = bool(SERIAL.search(bare))
        self.whole = bool(ties.BOUND.search(bare)) or any(map(ties.by_selector, selectors))
        self.whole |= any(
            selector.side or selector.blank or selector.first or selector.index
            for _rule, selectors, _declarations in self.css.page_rules
            for _specificity, _box, selector in selectors
        )

    @contextmanager
    def sound(self) -> Iterator[None]:
        """Forgets upon a fault or a stop what was met: WeasyPrint complains but once of a style or of an image."""
        try:
            yield
        except BaseException:
            self.styles.forget()
            images = self.options["cache"]
            for url in [url for url, image in images.items() if image is None]:
                del images[url]
            raise


class Live(Page):  # type: ignore[misc]
    """A page with its boxes, the counters on it, and its context where its margins need the whole of that."""

    def __init__(self, box: Any, state: Any, context: Any = None) -> None:
        super().__init__(box)
        self.state = state
        self.context = context

    @property
    def kind(self) -> Any:
        """What rules for pages ask for."""
        return page_box(self).page_type


class _Counts(dict[str, list[int]]):
    """The page counters of a slice; the last page is that of the document, whatever a layout of the slice finds."""

    def __setitem__(self, name: str, values: list[int]) -> None:
        if name != "pages" or name not in self:
            super().__setitem__(name, values)


class _Targets(dict[str, Any]):
    """The targets of a slice's page references, which it notes: what they print is given, whether here or elsewhere."""

    def __init__(self, own: Mapping[str, Any], numbers: Numbers) -> None:
        super().__init__(own)
        self.numbers = numbers
        self.asked: dict[str, int | None] = {}

    def get(self, name: str | None, default: Any = None) -> Any:
        if name is None:
            return default
        item = super().get(name)
        if item is None:
            item = self[name] = TargetLookupItem("up-to-date")
            item.target_box = _Elsewhere
            item.page_maker_index = -1
        self.asked[name] = self.numbers.pages.get(name)
        item.cached_page_counter_values = {"page": [self.asked[name] or UNKNOWN], "pages": [self.numbers.total]}
        return item


class _Elsewhere:
    """Stands for a box of another slice."""

    cached_counter_values: dict[str, list[int]] = {}


def lay_out(
    html: str, sheet: Sheet, numbers: Numbers, *, opening: bool, name: str = "", window: Window | None = None
) -> Laid:
    """Lays one slice out; `opening` says that it is the document's first, which starts without a page break.

    `name` is the name of its first page where nothing in it says so. Of a `window` only its pages are laid out; Unfit
    where that cannot be.
    """
    source = weasyprint.HTML(string=html, url_fetcher=sheet.lock)
    if ties.left_open(source.etree_element):
        LOGGER.error(_(ties.LEFT_OPEN))
    counters = CounterStyle()
    with STYLES.replaced(sheet.styles.of(html)):
        context = context_of(source, sheet.fonts, counters, sheet.options)
    targets = _Targets(context.target_collector.target_lookup_items, numbers)
    if not sheet.whole:
        context.target_collector.lookup_target = _looking(context.target_collector, targets)
        context.target_collector.cache_target_page_counters = lambda *_: None
    root = _boxes(source, context, counters)
    counted = sheet.counting and not sheet.whole and _counted(context.target_collector)
    if not sheet.counting and not sheet.whole:
        _print_given(context.target_collector)
    if window:
        window.find(source, root)
        if counted:
            raise Unfit
    with _from_page(sheet, numbers, opening=opening, name=name, window=window):
        pages = _pages(source, root, context, window, whole=sheet.whole or bool(name))
    return _laid(pages, context, targets.asked, (numbers.first, numbers.total) if counted else None)


def _pages(source: Any, root: Any, context: Any, window: Window | None, *, whole: bool) -> list[Live]:
    with MARGINS.replaced(lambda *_: ()), window.open() if window else nullcontext():
        found = [*layout_document(source, root, context)]
    states = [state for *_, state, _remade in context.page_maker[1 : len(found) + 1]]
    return [Live(box, state, context if whole else None) for box, state in zip(found, states, strict=True)]


def _laid(pages: list[Live], context: Any, asked: dict[str, int | None], counted: tuple[int, int] | None) -> Laid:
    first = {name: index for index, page in reversed([*enumerate(pages)]) for name in page.anchors}
    links = {target for page in pages for kind, target, *_ in page.links if kind == "internal"}
    return Laid(
        pages=pages,
        strings=_strings(pages, context),
        anchors=first,
        targets=frozenset(links),
        asked=asked,
        counted=counted,
        tied=ties.by_boxes(pages),
    )


def _boxes(source: Any, context: Any, counters: Any) -> Any:
    return build_formatting_structure(
        source.etree_element,
        context.style_for,
        context.get_image_from_uri,
        source.base_url,
        context.target_collector,
        counters,
        context.footnotes,
    )


@contextmanager
def _from_page(sheet: Sheet, numbers: Numbers, *, opening: bool, name: str, window: Window | None) -> Iterator[None]:
    """Starts the layout at a page of the document, unless it is the whole of it."""
    start = FIRST_PAGE.now()

    def initialize(context: Any, root: Any) -> None:
        start(context, root)
        resume, following, right, (quotes, _, _, groups), remake = context.page_maker[0]
        counts = _Counts({"pages": [numbers.total], "page": [numbers.first - 1]})
        scopes = [{"page", "pages"}]
        if not opening:  # a margin at the top of a page is kept after a forced break only
            following = following | {"break": "page"}
        if name:
            following = following | {"page": name}
        if window and window.start:
            resume, following = window.resume(), dict(window.start.following)
            quotes, before, scopes, groups = copy.deepcopy(window.start.state)
            counts = _Counts(before | {"pages": [numbers.total]})
        context.page_maker[0] = (resume, following, right, (quotes, counts, scopes, groups), remake)

    with nullcontext() if sheet.whole else FIRST_PAGE.replaced(initialize):
        yield


def _looking(collector: Any, targets: _Targets) -> Callable[..., Any]:
    """Looks targets up among those of the whole document while a text asks for them."""
    original, own = collector.lookup_target, collector.target_lookup_items

    def lookup(*call: Any) -> Any:
        collector.target_lookup_items = targets
        try:
            return original(*call)
        finally:
            collector.target_lookup_items = own

    return lookup


def _counted(collector: Any) -> bool:
    """Says whether page numbers of its own, or the last of all, stand in its text."""
    return any(
        item.missing_counters or any("pages" in names for names in item.missing_target_counters.values())
        for item in collector.counter_lookup_items.values()
    )


def _print_given(collector: Any) -> None:
    """Prints the page numbers of targets, which are given, before there is a page.

    WORKAROUND: WeasyPrint takes the counters of a target for those of the page that prints them, and lays each such
    page out twice: 1.2 of 8.3 s where 300 sources lead back. Can go when `compute_content_list` keeps the two apart.
    """
    for (_box, printed), item in collector.counter_lookup_items.items():
        if printed == "content" and item.missing_target_counters:
            item.parse_again()
            item.missing_counters = []


def _strings(pages: list[Any], context: Any) -> list[dict[str, tuple[str, ...]]]:
    """Gives the named strings that each page sets, without those of html and body, which stand on every page."""
    found: list[dict[str, tuple[str, ...]]] = []
    for number, page in enumerate(pages, start=1):
        framing = Counter(name for name, _text in _framing(page_box(page).children[0]))
        on_page = {name: texts[number] for name, texts in context.string_set.items() if number in texts}
        found.append({name: tuple(texts[framing[name] :]) for name, texts in on_page.items() if texts[framing[name] :]})
    return found


def _framing(root: Any) -> list[tuple[str, str]]:
    body = [child for child in root.children if child.element_tag == "body"]
    return [pair for box in (root, *body) for pair in (box.string_set or ())]


class Frame:
    """What stands round the text of the pages of a document: what its body says on each, and their margin boxes.

    `strings` are the named strings that the body sets. Margin boxes are made on an empty page of the same name.
    """

    def __init__(self, html: str, sheet: Sheet) -> None:
        self.html = html
        self.sheet = sheet
        self._empty: dict[str, Live] = {}
        self.strings = dict(_framing(page_box(self._page("")).children[0]))

    def forget(self) -> None:
        """Makes its empty pages anew from now on."""
        self._empty.clear()

    def margins(self, page: Any, edge: Edge) -> tuple[Any, tuple[Any, ...]]:
        """Gives the page box that the margin boxes of a page belong to, and these, with what `edge` says."""
        number, total, texts = edge
        there = page if getattr(page, "context", None) else self._page(page.kind.name)
        context, box = there.context, page_box(there)
        context.current_page = 2
        context.string_set = defaultdict(dict)
        for name, before, here in texts:
            context.string_set[name] = {1: [before]} | ({2: list(here)} if here else {})
        quotes, counts, scopes, groups = page.state
        state = (quotes, {**counts, "page": [number], "pages": [total]}, scopes, groups)
        made = tuple(make_margin_boxes(context, box, state))
        for margin in made:
            layout_box_backgrounds(box, margin, context.get_image_from_uri)
        return box, made

    def _page(self, name: str) -> Live:
        if name not in self._empty:
            self._empty[name] = lay_out(self.html, self.sheet, Numbers(), opening=True, name=name or " ").pages[0]
        return self._empty[name]


def document(pages: list[Any], html: str, sheet: Sheet) -> Any:
    """Gives a `weasyprint.Document` of these pages, with the metadata in the head of a document."""
    metadata = DocumentMetadata(**get_html_metadata(weasyprint.HTML(string=html, url_fetcher=sheet.lock)))
    return Document(pages, metadata, sheet.lock, sheet.fonts, {}, sheet.options["output_intent"])
