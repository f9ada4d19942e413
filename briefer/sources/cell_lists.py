"""Cells that hold several values: separated by semicolons, a value with a semicolon in quotes."""

import csv


def several(cell: str) -> list[str]:
    """The values of a cell as printed, each once and none empty; a cell with broken quotes stays whole."""
    try:
        found = next(csv.reader([cell], delimiter=";", skipinitialspace=True, strict=True), [])
    except csv.Error:
        found = [cell]
    return list(dict.fromkeys(text for text in found if text.strip()))
