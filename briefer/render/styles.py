"""The styles of elements, worked out once for a style sheet and not anew for each slice, window and element.

WeasyPrint 70.0 keeps the styles of one document, and those of pseudo-elements for one element: a universal `::marker`
costs a style for each. Elements whose own rules and those of all around them are alike share one here. Can go when
WeasyPrint shares styles between documents.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import inf
from typing import Any

from briefer.render.private import STYLES, css

ANCHOR = "-weasy-anchor"
MANY = 2_000
"""So many kinds of elements are remembered, some 10 kB each; our own pages have 130."""
UNSHARED = re.compile(
    r"[\d.](?:p|s|l|d)?v(?:w|h|i|b|min|max)\b|\bfootnote\b|\banchor\s*:|\boverflow[\w-]*\s*:\s*inherit",
    re.ASCII | re.IGNORECASE,
)
"""What is said where a style depends on the slice that it is met in."""
SAID = re.compile(r"""<(?:style|link)\b|\bstyle\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)""", re.ASCII | re.IGNORECASE)
"""Where a slice says something of styles itself."""
Declared = tuple[tuple[Any, Any], ...]
"""What attributes of an element declare: the specificity and the declarations of each."""
Cascaded = dict[str, Any]


@dataclass(slots=True)
class Kind:
    """Elements that no rule tells apart: their style, those of their pseudo-elements, and the kinds inside them."""

    style: Any
    pseudo: tuple[tuple[str, Any], ...]
    inner: dict[Any, "Kind"] = field(default_factory=dict)


@dataclass(slots=True)
class Styles:
    """The kinds of elements met under a style sheet."""

    css: str
    kinds: dict[Any, Kind] = field(default_factory=dict)
    met: int = 0

    def of(self, html: str) -> Callable[..., Any]:
        """Gives what works out the styles of a slice."""
        if UNSHARED.search(self.css) or any(said[0] == "<" or UNSHARED.search(said) for said in SAID.findall(html)):
            original: Callable[..., Any] = STYLES.now()
            return original
        if self.met > MANY:
            self.forget()
        return lambda *call: _Shared(self, *call)

    def forget(self) -> None:
        """Works all styles out anew from now on."""
        self.kinds, self.met = {}, 0


class _Shared(css.StyleFor):  # type: ignore[misc]
    """The styles of the elements of a slice; those of its pages are worked out as before."""

    def __init__(self, known: Styles, html: Any, sheets: Any, _hints: bool, fonts: Any, targets: Any) -> None:
        self._cascaded_styles: dict[Any, Cascaded] = {}
        self._computed_styles: dict[Any, Any] = {}
        self.initial_page_sizes = {"box": None, "area": None}
        self._sheets, self.font_config = sheets, fonts
        self._known, self._base, self._root = known, html.base_url, css.InitialStyle(fonts)
        pseudo = self._elements(html, targets)
        for style in pseudo:
            targets.collect_anchor(style["anchor"])

    def _elements(self, html: Any, targets: Any) -> list[Any]:
        """Gives each element its style, and all styles of pseudo-elements."""
        own, pseudo, kinds = _own(html), list[Any](), dict[Any, Kind]()
        for wrapper in html.wrapper_element.iter_subtree():
            element, above = wrapper.etree_element, wrapper.parent
            declared, anchors = own.get(element, ((), ()))
            kind = self._kind(wrapper, kinds[above.etree_element] if above else None, declared)
            kinds[element] = kind
            framing = above is None or above.parent is None  # WeasyPrint changes the styles of html and body
            style = self._alone(kind, anchors) if anchors or framing else kind.style
            self._computed_styles[element, None] = style
            targets.collect_anchor(style["anchor"])
            for name, one in kind.pseudo:
                self._computed_styles[element, name] = one
                pseudo.append(one)
        return pseudo

    def _kind(self, wrapper: Any, above: Kind | None, declared: Declared) -> Kind:
        found = [sheet.matcher.match(wrapper) for sheet, *_ in self._sheets]
        key = (tuple(map(_said, declared)), *(tuple(order for _, order, *_ in each) for each in found))
        among = above.inner if above else self._known.kinds
        if key not in among:
            among[key] = self._made(found, above, declared)
            self._known.met += 1
        if not above:
            self._root = among[key].style
        return among[key]

    def _made(self, found: list[Any], above: Kind | None, declared: Declared) -> Kind:
        cascaded: dict[str | None, Cascaded] = {None: {}}
        for specificity, declarations in declared:
            _add(cascaded[None], css.preprocess_declarations(self._base, declarations), "author", inf, specificity)
        for (sheet, origin, fixed), selectors in zip(self._sheets, found, strict=True):
            for specificity, _order, name, (declarations, layer) in selectors:
                order = inf if layer is None else sheet.layers.index(layer)
                _add(cascaded.setdefault(name, {}), declarations, origin, order, fixed or specificity)
        style = self._computed(above and above.style, cascaded.pop(None), None)
        return Kind(style, tuple((name, self._computed(style, each, name)) for name, each in cascaded.items() if name))

    def _computed(self, above: Any, cascaded: Cascaded, name: str | None) -> Any:
        return css.ComputedStyle(
            above, cascaded, name, self._root, self._base, self.font_config, self.initial_page_sizes
        )

    def _alone(self, kind: Kind, anchors: Declared) -> Any:
        cascaded = dict(kind.style.cascaded)
        for specificity, declarations in anchors:
            _add(cascaded, css.preprocess_declarations(self._base, declarations), "author", inf, specificity)
        return _Alone(kind.style, cascaded)


class _Alone(css.ComputedStyle):  # type: ignore[misc]
    """The style of one element: that of its kind, but for its anchor."""

    def __init__(self, kind: Any, cascaded: Cascaded) -> None:
        self.__dict__ |= kind.__dict__
        self.cascaded, self._kind = cascaded, kind

    def __missing__(self, key: str) -> Any:
        if key == "anchor":
            return super().__missing__(key)
        value = self[key] = self._kind[key]
        return value


def _own(html: Any) -> dict[Any, tuple[Declared, Declared]]:
    """Gives of each element what its attributes declare, and what they declare of its anchor alone."""
    found: dict[Any, tuple[Declared, Declared]] = {}
    for specificity, element, declarations, _base in css.find_style_attributes(html.etree_element):
        declared, anchors = found.get(element, ((), ()))
        one = ((specificity, declarations),)
        if [declaration.type == "declaration" and declaration.name for declaration in declarations] == [ANCHOR]:
            found[element] = (declared, (*anchors, *one))
        else:
            found[element] = ((*declared, *one), anchors)
    return found


def _said(declared: tuple[Any, Any]) -> Any:
    """Gives what tells declarations from others; what cannot be read is like nothing else."""
    specificity, declarations = declared
    broken = any(declaration.type == "error" for declaration in declarations)
    return (specificity, *declarations) if broken else (specificity, *(each.serialize() for each in declarations))


def _add(cascaded: Cascaded, declarations: Iterable[Any], origin: str, layer: float, specificity: Any) -> None:
    """Adds declarations that outweigh those that are there, as WeasyPrint does."""
    for name, values, importance in declarations:
        weight = (css.declaration_precedence(origin, importance), layer, specificity)
        if name not in cascaded or cascaded[name][1] <= weight:
            cascaded[name] = values, weight
