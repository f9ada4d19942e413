"""What a line of text takes from Pango is given back."""

import ctypes
import gc
from typing import Any, ClassVar

import pytest
from weasyprint.css import INITIAL_VALUES

from briefer.render import conform, fonts
from briefer.render.attributes import Fresh
from briefer.render.innards import Sheet
from briefer.render.private import LINE
from tests.render import briefs

LINES = 4000
FIELDS = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
LEFT = 100 * LINES
"""Fewer bytes than WeasyPrint alone leaves with Pango after so many lines."""


class Heap(ctypes.Structure):
    """What glibc's `mallinfo2` says."""

    _fields_: ClassVar = [(name, ctypes.c_size_t) for name in FIELDS.split()]


def opened() -> Sheet:
    """Reads a style sheet with the fonts that come with the program."""
    fonts.use_bundled()
    return Sheet(briefs.css())


def taken() -> int:
    """Gives the bytes in use outside Python."""
    libc: Any = ctypes.CDLL("libc.so.6")
    libc.mallinfo2.restype = Heap
    gc.collect()
    return int(libc.mallinfo2().uordblks)


def grown(sheet: Sheet, kind: Any) -> int:
    """Gives by how much it grows while so many lines with a font feature are set."""
    style = _Style(sheet)
    for _ in range(LINES // 10):
        kind(style)
    before = taken()
    for _ in range(LINES):
        kind(style)
    return taken() - before


class _Style(dict[str, Any]):
    """As much of a style as a line asks for."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__({name.replace("-", "_"): value for name, value in INITIAL_VALUES.items()})
        self.update(font_variant_numeric=("tabular-nums",), lang=None, font_size=12)
        self.font_config = sheet.fonts
        self.cache: dict[Any, Any] = {}


def has_heap() -> bool:
    """Says whether the machine's C library tells what is in use."""
    try:
        return hasattr(ctypes.CDLL("libc.so.6"), "mallinfo2")
    except OSError:
        return False


@pytest.mark.skipif(not has_heap(), reason="what is in use outside Python is asked of glibc 2.33 or later")
def test_lines_leave_nothing_with_pango() -> None:
    sheet = opened()
    assert grown(sheet, LINE.owner) > LEFT, "WeasyPrint gives it back itself: render/attributes.py can go"
    with conform.unhurried():
        assert grown(sheet, LINE.owner) < LEFT / 20


def test_a_configuration_of_somebody_else_keeps_its_features() -> None:
    sheet = opened()
    sheet.fonts.font_features = {}
    with conform.unhurried():
        lines = [LINE.owner(_Style(sheet)) for _ in range(3)]
    assert len(lines) == 3
    assert len(sheet.fonts.font_features) == 1


def test_fresh_gives_the_new_feature_and_keeps_none() -> None:
    features = Fresh()
    assert features.setdefault(b"tnum 1", "new") == "new"
    assert not features
