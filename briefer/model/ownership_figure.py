"""The ownership figure as shapes with their places, in points; whoever draws it decides nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One owner or company: `lines` are its name, `status` the word printed under it, which also sets its outline.

    `status` is delisted, listed, blocked, free or open; `remark` stands beside it: that the entry is only linked, or by
    what list it is limited. `x` and `y` are the upper left corner.
    """

    id: str
    lines: tuple[str, ...]
    status: str
    x: float
    y: float
    width: float
    height: float
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """One holding from `start` to `end`, points as (x, y), with its share printed at `at`.

    `weight` is decides (it is part of what blocks), counts (its owner is blocked) or idle; it sets thickness and dash.
    `owner` and `asset` are the ids at its ends.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    at: tuple[float, float]
    label: str
    weight: str
    owner: str = ""
    asset: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """One state of affairs in a panel, before or after, with the heading over it."""

    heading: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Before and after side by side, the same boxes at the same places; `alternative` says in words what it shows."""

    title: str
    width: float
    height: float
    before: Half
    after: Half
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipFigure:
    """The panels of one figure, small multiples where one would be too large; `legend` is (status, meaning).

    `left_out` counts companies for which there is no room; they stand in the table.
    """

    title: str
    alternative: str
    panels: tuple[Panel, ...]
    legend: tuple[tuple[str, str], ...]
    left_out: int = 0
