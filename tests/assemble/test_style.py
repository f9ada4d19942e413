"""The style sheet of a brief: what a page of each paper holds."""

import re

import pytest

from briefer.assemble.rows import ROOM
from briefer.assemble.style import css

POINT = 25.4 / 72
SIZES = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
FIGURE, CAPTION_AND_NOTE = 168.0, 30.0
"""Millimetres: how wide figures are drawn before they fill the page, and what stands above and below one."""


def token(paper: str, name: str) -> float:
    """Gives the last value of a token that holds millimetres, as the cascade does."""
    return float(re.findall(rf"--{name}: ([\d.]+)mm", css("relief-options", paper))[-1])


def content(paper: str) -> tuple[float, float]:
    """Gives width and height of what is printed inside the margins, in millimetres."""
    width, height = SIZES[paper]
    left, right, top, bottom = (token(paper, f"page-{side}") for side in ("left", "right", "top", "bottom"))
    return width - left - right, height - top - bottom


@pytest.mark.parametrize(("paper", "lines"), [("A4", 50), ("Letter", 49)])
def test_a_page_holds_whole_lines(paper: str, lines: int) -> None:
    _width, height = content(paper)
    assert int(height / (14 * POINT)) == lines


def test_a_page_of_letter_holds_as_much_text_as_one_of_a4() -> None:
    (wide, low), (narrow, high) = content("Letter"), content("A4")
    assert wide * low >= narrow * high


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_marking_of_two_lines_stays_clear_of_the_text(paper: str) -> None:
    for side, edge in (("top", "mark-head"), ("bottom", "mark-foot")):
        assert token(paper, f"page-{side}") - token(paper, edge) > 2 * 10.5 * POINT


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_tallest_figure_fits_a_page_with_its_caption_and_its_note(paper: str) -> None:
    width, height = content(paper)
    assert max(ROOM[paper]) * width / FIGURE <= height - CAPTION_AND_NOTE
