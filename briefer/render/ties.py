"""What ties the sections of a document together, so that it has to be laid out whole to print as in one call."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import Comment

from briefer.language import mark
from briefer.render import styles
from briefer.render.page import END
from briefer.render.private import SELECTORS, page_box, selecting

LEFT_OPEN = mark("something in it is left open: a tag, a comment or a quotation mark")
SAID = re.compile(r"<(?:style|link|meta|base|html|body)\b", re.ASCII | re.IGNORECASE)
"""What a section says where it speaks for the whole document."""
BOUND = re.compile(
    r"target-text|position\s*:\s*(?:fixed|running)|float\s*:\s*footnote|marks\s*:|counter-\w+\s*:[^;}]*\bpages?\b"
    r"|break-(?:before|after)\s*:\s*(?:left|right|recto|verso)",
    re.ASCII,
)
"""What a style sheet says where a page depends on pages before it, so that the document has to be laid out whole."""
EDGES = (
    *("margin_top", "margin_bottom", "padding_top", "padding_bottom"),
    *(f"border_{side}_width" for side in ("top", "right", "bottom", "left")),
)
"""What html and body show where the document begins and ends, or as far as a page is filled."""
PLAIN: dict[str, Any] = {
    "display": ("block", "flow"),
    "float": "none",
    "position": ("static", "relative"),
    "overflow": "visible",
    "height": "auto",
    "column_count": "auto",
    "column_width": "auto",
    "outline_style": "none",
    "transform": (),
    "bookmark_level": "none",
}
"""What html and body are like where each page looks the same whatever stands before and after it."""
IN_ROW = re.compile(r"(?:first|last|only)-(?:child|of-type)|nth-")
"""Pseudo-classes that ask for the neighbours of an element."""


def by_words(html: str) -> bool:
    """Says whether a section, in HTML, speaks for the whole document."""
    return bool(SAID.search(html)) or any(map(BOUND.search, styles.SAID.findall(html)))


def left_open(root: Any) -> bool:
    """Says whether what follows a section in the tree of a document has become a part of it."""
    body = root.find("body")
    return body is not None and not any(each.tag is Comment and each.text == END for each in body)


def by_boxes(pages: Iterable[Any]) -> bool:
    """Says whether html, body or a section look as they do, or count, because of other sections."""
    return any(map(_page_tied, pages))


def _page_tied(page: Any) -> bool:
    root = page_box(page).children[0]
    framing = [root, *(child for child in root.children if child.element_tag == "body")]
    sections = [child for body in framing[1:] for child in body.children]
    beside = [child for child in root.children if child.element_tag != "body"]
    if not all(_goes_on(one, sections) for one in beside) or any(map(moves_counter, (*framing, *sections))):
        return True
    painted = all(map(_has_background, framing))  # else the page itself shows the one that there is
    return painted or any(map(_framing_tied, framing)) or any(map(_section_tied, sections))


def _goes_on(box: Any, sections: Iterable[Any]) -> bool:
    """Says whether what stands beside the body is a float of a section that goes on here from the page before."""
    inner = (element for section in sections for element in section.element.iter())
    return box.style["float"] != "none" and any(element is box.element for element in inner)


def moves_counter(box: Any) -> bool:
    """Says whether a box moves a counter, so that what follows depends on it."""
    style = box.style
    return bool(style["counter_reset"] or style["counter_set"] or style["counter_increment"] not in ("auto", ()))


def _has_background(box: Any) -> bool:
    return box.style["background_color"].alpha > 0 or any(kind != "none" for kind, _ in box.style["background_image"])


def _framing_tied(box: Any) -> bool:
    other = any(box.style[name] not in (plain if name == "position" else (plain,)) for name, plain in PLAIN.items())
    return other or any(getattr(box, name) for name in EDGES)


def _section_tied(box: Any) -> bool:
    return box.element_tag != "section" or not box.is_in_normal_flow() or box.style["break_before"] != "page"


@contextmanager
def selectors() -> Iterator[list[Any]]:
    """Collects the selectors of what is read of style sheets meanwhile."""
    found: list[Any] = []
    original = SELECTORS.now()

    def compiled(tokens: Any) -> Any:
        tokens = [*tokens]
        made = original(tokens)
        found.extend(selector.parsed_tree for selector in selecting.parse(tokens))
        return made

    with SELECTORS.replaced(compiled):
        yield found


def by_selector(tree: Any) -> bool:
    """Says whether a selector tells sections apart by their neighbours, or html and body by what is in them."""
    return any(map(_asks_around, _steps(tree)))


def _steps(tree: Any) -> Iterator[Any]:
    """Gives a selector, what stands before each of its combinators, and the selectors named inside all of these."""
    while tree is not None:
        yield tree
        for one in _compound(tree).simple_selectors:
            for inner in getattr(one, "selector_list", ()):
                yield from _steps(getattr(inner, "selector", inner).parsed_tree)
        tree = getattr(tree, "left", None)


def _compound(tree: Any) -> Any:
    return getattr(tree, "right", tree)


def _asks_around(tree: Any) -> bool:
    simple = _compound(tree).simple_selectors
    if any(isinstance(one, selecting.RelationalSelector) for one in simple):
        return any(_may_be(_compound(tree), tag) for tag in ("html", "body", "section"))
    beside = getattr(tree, "combinator", "") in ("+", "~")
    return (beside or any(map(_in_row, simple))) and _may_be_section(tree)


def _in_row(one: Any) -> bool:
    if isinstance(one, selecting.PseudoClassSelector | selecting.FunctionalPseudoClassSelector):
        return bool(IN_ROW.match(one.name))
    inner = (getattr(each, "selector", each).parsed_tree for each in getattr(one, "selector_list", ()))
    return any(any(map(_in_row, _compound(tree).simple_selectors)) for tree in inner)


def _may_be_section(tree: Any) -> bool:
    """Says whether a section, which stands right in the body, may be what a selector selects."""
    if not _may_be(_compound(tree), "section"):
        return False
    if not hasattr(tree, "combinator"):
        return True
    if tree.combinator in ("+", "~"):
        return _may_be_section(tree.left)
    tags = ("body",) if tree.combinator == ">" else ("body", "html")
    return any(_may_be(_compound(tree.left), tag) for tag in tags)


def _may_be(compound: Any, tag: str) -> bool:
    return all(_allows(one, tag) for one in compound.simple_selectors)


def _allows(one: Any, tag: str) -> bool:
    """Says whether a part of a selector may be true of html, body or a section, as `page.document` writes them."""
    if isinstance(one, selecting.LocalNameSelector):
        return bool(one.lower_local_name == tag)
    if isinstance(one, selecting.ClassSelector):
        return tag == "section" and (one.class_name == "section" or one.class_name.startswith("kind-"))
    if isinstance(one, selecting.IDSelector):
        return tag == "section" and one.ident.startswith("sec-")
    if isinstance(one, selecting.MatchesAnySelector | selecting.SpecificityAdjustmentSelector):
        return any(_may_be(_compound(each.parsed_tree), tag) for each in one.selector_list)
    return True
