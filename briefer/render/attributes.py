"""Gives back what WeasyPrint 70.0 leaves with Pango for each line of text: its attributes and its font features.

It makes the feature anew for each line though it keeps the first, and never lets go of the list: 0.1 MB for each page
laid out, and again as it is painted, which adds up in a program that lays out as one types.
"""

from collections.abc import Callable
from typing import Any

from briefer.render.private import ffi, pango


class Fresh(dict[bytes, Any]):
    """The font features of a configuration: always the new one, which then belongs to its list and goes with that."""

    def setdefault(self, _name: bytes, feature: Any = None) -> Any:
        """Gives the new one."""
        return feature


def giving_back(original: Callable[..., None]) -> Callable[..., None]:
    """Lets go of a list of attributes as soon as the line holds it; other configurations are left as they are."""

    def setup(line: Any, style: Any) -> None:
        original(line, style)
        if isinstance(style.font_config.font_features, Fresh):
            held = pango.pango_layout_get_attributes(line.layout)
            if held != ffi.NULL:
                pango.pango_attr_list_unref(held)

    return setup
