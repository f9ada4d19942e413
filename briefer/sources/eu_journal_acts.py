"""What a CELEX number says of an act: its number as lawyers print it, its title and its address."""

import re
from dataclasses import dataclass

CELEX = re.compile(r"3(?P<year>\d{4})(?P<kind>[RD])(?P<number>\d{4})")
URL = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"
NEW_NUMBERS = 2015
"""The year from which the year stands before the number."""

LISBON = 2010
"""The first whole year of regulations of the EU; before, they were of the European Community."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act of EU law: `tag` as the rulebook prints it ("269/2014"), its title, its address on EUR-Lex."""

    tag: str
    title: str
    url: str


def act_of(celex: str) -> Act | None:
    """The act of a CELEX number ("32014R0269"), None where it is no regulation's and no decision's."""
    match = CELEX.fullmatch(celex.strip())
    if not match:
        return None
    year, number = int(match["year"]), int(match["number"])
    new = year >= NEW_NUMBERS
    tag = f"{year}/{number}" if new or match["kind"] == "D" else f"{number}/{year}"
    if match["kind"] == "R":
        title = f"Regulation (EU) {tag}" if new else f"Regulation ({'EU' if year >= LISBON else 'EC'}) No {tag}"
    else:
        tag = tag if new else f"{tag}/CFSP"
        title = f"Decision (CFSP) {tag}" if new else f"Decision {tag}"
    return Act(tag=tag, title=title, url=URL + celex.strip())
