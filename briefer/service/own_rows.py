"""What an office's own rows of law are written as, for the help of the program."""

from collections.abc import Iterator
from dataclasses import MISSING, fields

from briefer.rulebook.reading import FILLED_IN, KINDS, RENAMED

EXAMPLE = """\
[[programme]]
tag = "OFFICE-1"
regime = "US"
title = "Our own reading"
authority = "EO 14024"
citation = "31 CFR part 587"

[[class]]
tags = ["OFFICE-1"]
class = "C"
reason = "The office reads the order so."
actor = "Treasury (OFAC)"
citation = "Memorandum of 3 March 2025"
"""
"""A tag with its class; a [[programme]] row says what the tag rests on, and a [[class]] row what ends it."""


def own_rows() -> str:
    """Gives the tables of a TOML file of rows with their keys, the needed ones first and marked, and an example."""
    return "\n".join(
        (
            "An office's own rows are TOML tables with these keys (* has to be stated; dates as 2025-03-31):",
            *(f"  [[{table}]]  {', '.join(_keys(table))}" for table in KINDS),
            "A row stands, on its days, in place of the rulebook's of the same id, or of the same tag or measure,",
            "list, limb and part; rows on other lists, limbs and parts of the tag stay. For example:",
            *(f"  {line}".rstrip() for line in EXAMPLE.splitlines()),
        )
    )


def _keys(table: str) -> Iterator[str]:
    back = {name: key for key, name in RENAMED.items()}
    known = [each for each in fields(KINDS[table]) if each.name not in FILLED_IN]
    needed = [each for each in known if each.default is MISSING and each.default_factory is MISSING]
    yield from (f"{back.get(each.name, each.name)}*" for each in needed)
    yield from (back.get(each.name, each.name) for each in known if each not in needed)
