"""All that is touched of the private parts of WeasyPrint 70.0 and pydyf 0.13.0, each with its reason and its end.

The only module that imports them. `TOUCHED` lists every part; `until` says what to delete here once WeasyPrint does it
itself. The canary (tests/render/test_private.py) walks the list and says what a new version moved.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pydyf
import weasyprint
import weasyprint.pdf
from weasyprint import css, draw, layout
from weasyprint.css import tokens, validation
from weasyprint.css.counters import CounterStyle
from weasyprint.css.targets import CounterLookupItem, TargetCollector, TargetLookupItem
from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.html import get_html_metadata
from weasyprint.layout import LayoutContext, layout_document
from weasyprint.layout import page as layout_page
from weasyprint.layout.background import layout_box_backgrounds
from weasyprint.layout.block import block_level_page_break
from weasyprint.layout.page import make_margin_boxes
from weasyprint.pdf import VARIANTS, fonts, tags
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.metadata import NS, DocumentMetadata
from weasyprint.pdf.stream import Stream
from weasyprint.stacking import StackingContext
from weasyprint.text import ffi as text_ffi
from weasyprint.text.fonts import FontConfiguration, get_pango_font_key
from weasyprint.text.line_break import Layout

__all__ = [
    "ADD_TAGS",
    "ARRAYS",
    "BOX_TREE",
    "DEFLATE",
    "DICTIONARY_DATA",
    "DRAW",
    "FIRST_PAGE",
    "LINE",
    "MARGINS",
    "MARKED",
    "NS",
    "PAGE_MADE",
    "PAGE_REFERENCES",
    "REPORTED",
    "SELECTORS",
    "STREAM_DATA",
    "STYLES",
    "TOUCHED",
    "VARIANTS",
    "WRITE",
    "CounterStyle",
    "Document",
    "DocumentMetadata",
    "Font",
    "FontConfiguration",
    "Page",
    "StackingContext",
    "Stream",
    "TargetLookupItem",
    "Touched",
    "block_level_page_break",
    "boxes",
    "build_formatting_structure",
    "context_of",
    "css",
    "ffi",
    "fonts_of",
    "get_html_metadata",
    "get_pango_font_key",
    "layout_box_backgrounds",
    "layout_document",
    "make_margin_boxes",
    "marks_of",
    "page_box",
    "pango",
    "resources_of",
    "selecting",
    "to_bytes",
]


@dataclass(frozen=True, slots=True)
class Touched:
    """A part of theirs: what owns it, its name, why it is touched, and until when.

    `shape` are the parameters of a call, empty for a value; `held` says that instances have it and the class has not.
    """

    owner: Any
    name: str
    why: str
    until: str
    shape: tuple[str, ...] = ()
    held: bool = False

    def now(self) -> Any:
        """Gives the part as it is now, replaced or not."""
        return getattr(self.owner, self.name)

    @contextmanager
    def replaced(self, value: Any) -> Iterator[None]:
        """Puts a part of our own in its place while the block lasts."""
        before = self.now()
        setattr(self.owner, self.name, value)
        try:
            yield
        finally:
            setattr(self.owner, self.name, before)


def page_box(page: Any) -> Any:
    """Gives the box of a page, or what stands for it."""
    return page._page_box


def context_of(source: Any, font_config: Any, counters: Any, options: Any) -> Any:
    """Gives what a document is laid out in."""
    return Document._build_layout_context(source, font_config, counters, {}, options)


def fonts_of(stream: Any) -> dict[int, Any]:
    """Gives the fonts that a stream uses, by key."""
    found: dict[int, Any] = stream._fonts
    return found


def resources_of(stream: Any) -> Any:
    """Gives the resources that a stream names."""
    return stream._resources


def marks_of(stream: Any) -> Any:
    """Gives which boxes a stream has marked, None where it is written without tags."""
    return stream._tags


to_bytes: Callable[[Any], bytes] = pydyf._to_bytes
pango: Any = text_ffi.pango
ffi: Any = text_ffi.ffi

SLICES = "WeasyPrint lays out a part of a document from a given page on: innards.py, windows.py and stretch.py go"
MARGIN_BOXES = "WeasyPrint makes margin boxes apart from the text of a page: `innards.Frame` goes"
PAINTED = "WeasyPrint writes a page that it has written before without painting it: paint.py goes"
TREES = "WeasyPrint tags a page without holding its boxes: tree.py goes"
ARTIFACTS = "WeasyPrint writes a margin box as an artifact: `_mark_furniture`, `_marked` and `furnishing` go"
TAGGED = "WeasyPrint gives Scope, Lang, a link's title and one item for a `dl > div`: `conform.tagged` goes"
STANDARDS = "`pdf_variant` takes several standards: `conform._say_ua` goes"
ONCE = "pydyf puts an object in bytes once: `paint.once` goes"
SHARED = "WeasyPrint shares styles between documents: styles.py goes"
UNPARSED = "WeasyPrint asks for `hb_codepoint_t[]`: `conform._Arrays` goes"
STORED = "pydyf stores them: `conform._page_references` goes"
LEVELS = "pydyf takes the level of compression: `conform._Deflate` goes"
GIVEN_BACK = "WeasyPrint gives the attributes of a line back to Pango: attributes.py goes"

FIRST_PAGE = Touched(layout, "initialize_page_maker", "a slice starts at its page", SLICES, ("context", "root_box"))
MARGINS = Touched(layout, "make_margin_boxes", "no margins while the text is laid out", MARGIN_BOXES)
PAGE_MADE = Touched(
    layout_page, "remake_page", "a window ends at a page", SLICES, ("index", "context", "root_box", "html")
)
MARKED = Touched(Stream, "marked", "running heads are artifacts", ARTIFACTS, ("self", "box", "tag"))
BOX_TREE = Touched(
    tags,
    "_build_box_tree",
    "elements are completed, and kept without their boxes",
    f"{TAGGED}; {TREES}",
    ("box", "parent", "pdf", "page_number", "nums", "annotations", "tags"),
)
ADD_TAGS = Touched(
    weasyprint.pdf,
    "add_tags",
    "a page for the eye is painted as in the file, without the tree",
    "a file with tags costs nothing to write: `conform.write_plain` goes",
    ("pdf", "document", "pdf_version", "page_streams"),
)
ARRAYS = Touched(fonts, "ffi", "an array's type is parsed anew for each length", UNPARSED)
DEFLATE = Touched(pydyf, "zlib", "the highest level takes long", LEVELS)
PAGE_REFERENCES = Touched(pydyf.PDF, "page_references", "they are made anew for each element", STORED)
DRAW = Touched(draw, "draw_stacking_context", "margins are painted apart", PAINTED, ("stream", "stacking_context"))
WRITE = Touched(
    pydyf.PDF, "write", "nothing changes any more", ONCE, ("self", "output", "version", "identifier", "compress")
)
STREAM_DATA = Touched(pydyf.Stream, "data", "a painted page has its bytes", ONCE)
DICTIONARY_DATA = Touched(pydyf.Dictionary, "data", "bytes made once are kept", ONCE)

SELECTORS = Touched(validation, "compile_selector_list", "selectors are read", SLICES, ("input", "namespaces"))
selecting: Any = css.cssselect2.parser
FORGOTTEN = "WeasyPrint forgets with each document what it has complained of: `faults.anew` goes"
REPORTED = Touched(tokens.Pending, "_reported_error", "a bad value is told each time", FORGOTTEN, held=True)

STYLES_OF = ("html", "sheets", "presentational_hints", "font_config", "target_collector")
STYLE_OF = "parent_style cascaded pseudo_type root_style base_url font_config initial_page_sizes"
STYLES = Touched(css, "StyleFor", "alike elements of all slices share their styles", SHARED, STYLES_OF)
LINE = Touched(Layout, "setup", "the attributes of a line are given back", GIVEN_BACK, ("self", "style"))


def _held(owner: Any, names: str, why: str, until: str) -> tuple[Touched, ...]:
    """Gives what instances of a class have."""
    return tuple(Touched(owner, name, why, until, held=True) for name in names.split())


def _calls(until: str, *found: tuple[Any, str, str, str]) -> tuple[Touched, ...]:
    """Gives calls: owner, name, parameters, why."""
    return tuple(Touched(owner, name, why, until, tuple(shape.split())) for owner, name, shape, why in found)


REPLACED = (
    FIRST_PAGE,
    MARGINS,
    PAGE_MADE,
    MARKED,
    BOX_TREE,
    ADD_TAGS,
    ARRAYS,
    DEFLATE,
    PAGE_REFERENCES,
    DRAW,
    WRITE,
    STREAM_DATA,
    DICTIONARY_DATA,
    STYLES,
    LINE,
    SELECTORS,
)
"""What is replaced while something is laid out or written, and put back after."""

TOUCHED = (
    *REPLACED,
    *_calls(
        SLICES,
        (layout, "layout_document", "html root_box context max_loops", "lays out the boxes of a slice"),
        (
            weasyprint.formatting_structure.build,
            "build_formatting_structure",
            "element_tree style_for get_image_from_uri base_url target_collector counter_style footnotes",
            "makes the boxes of a slice",
        ),
        (
            Document,
            "_build_layout_context",
            "html font_config counter_style color_profiles options",
            "a slice is laid out in a context that can be asked after it",
        ),
        (layout.block, "block_level_page_break", "sibling_before sibling_after", "says where rows may be parted"),
        (weasyprint.css.counters, "CounterStyle", "", "a context wants one"),
        (weasyprint.css.targets, "TargetLookupItem", "state", "stands for a target in another slice"),
        (
            TargetCollector,
            "lookup_target",
            "self anchor_token source_box css_token parse_again",
            "page numbers of other slices are given",
        ),
        (
            TargetCollector,
            "cache_target_page_counters",
            "self anchor_name page_counter_values page_maker_index page_maker",
            "page numbers are given, not found",
        ),
        (weasyprint.html, "get_html_metadata", "html", "the head of the whole goes into the file"),
        (
            weasyprint.pdf.metadata,
            "DocumentMetadata",
            "title authors description keywords generator created modified attachments lang custom xmp_metadata",
            "the head of the whole goes into the file",
        ),
        (
            weasyprint.document,
            "Document",
            "pages metadata url_fetcher font_config color_profiles output_intent",
            "a file of pages laid out apart",
        ),
        (weasyprint.document, "Page", "page_box", "a page that knows its counters"),
    ),
    *_calls(
        MARGIN_BOXES,
        (layout_page, "make_margin_boxes", "context page state", "makes margins with absolute numbers"),
        (
            layout.background,
            "layout_box_backgrounds",
            "page box get_image_from_uri layout_children style",
            "margins have backgrounds",
        ),
    ),
    *_calls(
        PAINTED,
        (Page, "paint", "self stream scale", "a page is painted on a stream of its own"),
        (
            weasyprint.pdf.stream,
            "Stream",
            "fonts page_rectangle resources images tags color_profiles output_intent args kwargs",
            "a page is painted on a stream of its own",
        ),
        (Stream, "add_font", "self pango_font", "the letters of a page are kept with it"),
        (weasyprint.pdf.fonts, "Font", "pango_font description font_size", "the letters of a page are kept with it"),
        (weasyprint.text.fonts, "get_pango_font_key", "pango_font", "a font is the same on every page"),
        (StackingContext, "from_box", "box page child_contexts", "margins are painted apart from the text"),
        (weasyprint.stacking, "StackingContext", "", "margins are painted apart from the text"),
        (pydyf, "_to_bytes", "item", "operators and elements are kept as bytes"),
    ),
    *_calls(
        STANDARDS,
        (DocumentMetadata, "generate_rdf_metadata", "self variant version conformance", "both stand in one rdf:RDF"),
    ),
    Touched(weasyprint.pdf.metadata, "NS", "both standards stand in one rdf:RDF", STANDARDS),
    Touched(weasyprint.pdf, "VARIANTS", "the variant's options shape the layout", SLICES),
    Touched(weasyprint.formatting_structure, "boxes", "boxes are told apart by class", f"{SLICES}; {TAGGED}"),
    *_calls(SLICES, (weasyprint.text.fonts, "FontConfiguration", "", "slices share their fonts")),
    *_held(
        LayoutContext,
        "style_for get_image_from_uri target_collector footnotes string_set current_page broken_out_of_flow page_maker",
        "a slice is asked where its pages begin, and told",
        SLICES,
    ),
    *_held(TargetCollector, "target_lookup_items counter_lookup_items", "page numbers are given", SLICES),
    *_held(TargetLookupItem, "target_box page_maker_index cached_page_counter_values", "numbers are given", SLICES),
    *_calls(
        SHARED,
        (css, "ComputedStyle", STYLE_OF, "the style of all elements that are alike"),
        (css, "InitialStyle", "font_config", "the style above that of the root"),
        (css, "declaration_precedence", "origin importance", "says which declaration outweighs another"),
        (css, "find_style_attributes", "tree presentational_hints base_url", "what attributes of an element declare"),
        (css, "preprocess_declarations", "base_url declarations prelude", "what attributes of an element declare"),
    ),
    Touched(weasyprint, "css", "styles are worked out", SHARED),
    *_held(css.StyleFor, "_cascaded_styles _computed_styles _sheets initial_page_sizes", "styles of a slice", SHARED),
    REPORTED,
    Touched(css.cssselect2, "parser", "selectors are asked what they select by", SLICES),
    *_held(css.ComputedStyle, "cascaded", "an anchor is added to the style of its kind", SHARED),
    Touched(text_ffi, "pango", "the attributes of a line are given back", GIVEN_BACK),
    Touched(text_ffi, "ffi", "the attributes of a line are given back", GIVEN_BACK),
    *_held(FontConfiguration, "font_features", "the attributes of a line are given back", GIVEN_BACK),
    *_held(Layout, "layout", "the attributes of a line are given back", GIVEN_BACK),
    *_held(CounterLookupItem, "missing_counters missing_target_counters parse_again", "page numbers are given", SLICES),
    *_held(weasyprint.CSS, "page_rules", "says which pages depend on those before", SLICES),
    *_held(boxes.Box, "element element_tag style", "boxes are asked what they stand for", f"{SLICES}; {TAGGED}"),
    *_held(boxes.Box, "string_set link_annotation", "boxes are asked what they do on a page", f"{SLICES}; {TAGGED}"),
    *_held(boxes.ParentBox, "children descendants", "boxes are looked for on a page", f"{SLICES}; {ARTIFACTS}"),
    *_held(boxes.PageBox, "page_type", "margins are made on an empty page of the name", MARGIN_BOXES),
    *_held(boxes.MarginBox, "at_keyword", "a head is told from a foot", ARTIFACTS),
    *_held(Page, "_page_box links anchors bookmarks bleed forms width height", "what a painted page says", PAINTED),
    *_held(Stream, "_fonts _resources _tags", "what a painted page names", PAINTED),
    *_held(Font, "file_content ascent descent widths to_unicode missing", "the letters of a page are kept", PAINTED),
)
"""Every private part that is touched, by whatever module of this room."""
