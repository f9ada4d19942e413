"""How wide text is in the shipped sans serif, so that a drawing can break its lines where they are full."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from briefer import shipped
from briefer.language import _

FONT = "BrieferSans-{}.ttf"
ELLIPSIS = "…"
MOST = 24
"""How many names are tried where not all fit."""


def width(text: str, size: float, weight: str = "Regular") -> float:
    """Gives the width of a text in the unit of its size; a letter of another font counts as an em."""
    advances = _advances(weight)
    return sum(advances.get(ord(letter), 1.0) for letter in text) * size


def wrapped(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """Breaks a text into lines that fit a room; what does not fit the last of so many lines ends in an ellipsis."""
    lines = list(_lines(text, room, size))
    if len(lines) <= most:
        return tuple(lines) or ("",)
    last = lines[most - 1]
    while last and width(last + ELLIPSIS, size) > room:
        last = last[:-1].rstrip()
    return (*lines[: most - 1], last + ELLIPSIS)


def listed(names: tuple[str, ...], fits: Callable[[str], bool]) -> str:
    """Gives all names if they fit, else as many as do, "A, B and 5 more"; the first stands in any case."""
    for count in (len(names), *range(min(len(names) - 1, MOST), 0, -1)):
        left = len(names) - count
        text = ", ".join(names[:count])
        if left:
            text = _("{names} and {number} more", names=text, number=left)
        if fits(text) or count == 1:
            return text
    return ""


def _lines(text: str, room: float, size: float) -> Iterator[str]:
    line = ""
    for word in _words(text, room, size):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _words(text: str, room: float, size: float) -> Iterator[str]:
    """Yields the words; one that is wider than the room comes in pieces."""
    for word in text.split():
        while width(word, size) > room:
            fits = next(count for count in range(len(word), 0, -1) if count == 1 or width(word[:count], size) <= room)
            yield word[:fits]
            word = word[fits:]
        if word:
            yield word


@cache
def _advances(weight: str) -> Mapping[int, float]:
    """Gives the width of each letter in ems."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # 0.1 s, wanted only where something is drawn

    with shipped.data("assets", "fonts", FONT.format(weight)).open("rb") as file, TTFont(file, lazy=True) as font:
        em = font["head"].unitsPerEm
        return {code: font["hmtx"][name][0] / em for code, name in font.getBestCmap().items()}
