"""Places for the boxes of an ownership figure: owners above what they hold, rows no wider than half a page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

BOX = (72.0, 38.0)
GAP = (8.0, 26.0)
ACROSS = 3
"""Boxes in a row: three fit half the width of a printed page."""

WIDTH = ACROSS * BOX[0] + (ACROSS - 1) * GAP[0]


def places(
    ids: Sequence[str], edges: Iterable[tuple[str, str]], beside: Sequence[str] = ()
) -> dict[str, tuple[float, float]]:
    """Gives the upper left corner of each box; a layer that is too long for one row takes several.

    Those `beside`, to whom no line leads, stand at the sides of rows with one box, from the top, then below all.
    """
    known = set(ids)
    held = [(owner, asset) for owner, asset in edges if owner in known and asset in known and owner != asset]
    rows = _flanked([row for layer in _ordered(_layers(ids, held), held) for row in _cut(layer)], beside)
    found: dict[str, tuple[float, float]] = {}
    for number, row in enumerate(rows):
        left = (WIDTH - len(row) * BOX[0] - (len(row) - 1) * GAP[0]) / 2
        for column, id in enumerate(row):
            if id:
                found[id] = (left + column * (BOX[0] + GAP[0]), number * (BOX[1] + GAP[1]))
    return found


def _cut(layer: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(layer), ACROSS):
        yield list(layer[start : start + ACROSS])


def _flanked(rows: Sequence[list[str]], beside: Sequence[str]) -> list[list[str]]:
    """Puts one at either side of a lone box, which stays in the middle; an empty id keeps a place free."""
    left = list(beside)
    found = []
    for row in rows:
        if len(row) == 1 and left:
            sides = [*left[:2], ""][:2]
            del left[:2]
            found.append([sides[0], *row, sides[1]])
        else:
            found.append(row)
    return [*found, *_cut(left)]


def height(corners: Mapping[str, tuple[float, float]]) -> float:
    """The height that the boxes take."""
    return max((y for _, y in corners.values()), default=0.0) + BOX[1]


def _layers(ids: Sequence[str], held: Sequence[tuple[str, str]]) -> list[list[str]]:
    """By the fewest steps from somebody whom nobody in the figure holds; a ring begins with its first id.

    Such owners then come down to just above the first company that they hold, so that no line runs behind a box.
    """
    owned = {asset for _, asset in held}
    below = defaultdict(list)
    for owner, asset in held:
        below[owner].append(asset)
    depth: dict[str, int] = {}
    tops = [id for id in ids if id not in owned]
    for start in (*tops, *ids):
        edge = [] if start in depth else [start]
        depth.setdefault(start, 0)
        for id in edge:
            for asset in below[id]:
                if asset not in depth:
                    depth[asset] = depth[id] + 1
                    edge.append(asset)
    depth |= {id: min((depth[asset] for asset in below[id]), default=1) - 1 for id in tops}
    layers: dict[int, list[str]] = defaultdict(list)
    for id in ids:
        layers[depth[id]].append(id)
    return [layers[number] for number in sorted(layers)]


def _ordered(layers: list[list[str]], held: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Puts every company below the middle of its owners, so that fewer lines cross."""
    owners = defaultdict(list)
    for owner, asset in held:
        owners[asset].append(owner)
    column: dict[str, float] = {}
    for layer in layers:
        middle = {}
        for number, id in enumerate(layer):
            above = [column[owner] for owner in owners[id] if owner in column]
            middle[id] = sum(above) / len(above) if above else float(number)
        layer.sort(key=lambda id: (middle[id], id))
        column |= {id: number - (len(layer) - 1) / 2 for number, id in enumerate(layer)}
    return layers
