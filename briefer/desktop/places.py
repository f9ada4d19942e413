"""Where a finding's place lies in the outline."""

import re

from briefer.model.pack import Pack


def home(pack: Pack, place: str) -> str:
    """Gives the section of a place: a section's id with a line, or an id with a section of its own; empty if none."""
    sections = {each.id for each in pack.sections}
    first = place.partition(":")[0]
    return next((id for id in (place, first, f"note-{place}", f"note-{first}") if id in sections), "")


def line(place: str) -> int:
    """Gives the line that a place names, 0 where it names none."""
    number = place.rpartition(":")[2]
    return int(number) if number.isdecimal() else 0


def offset(text: str, words: str) -> int:
    """Gives where printed words stand in Markdown, -1 where they do not: the longest run of their words decides."""
    asked = re.findall(r"\w+", words.casefold())
    found = [(each.group().casefold(), each.start()) for each in re.finditer(r"\w+", text)]
    best, at = 2, -1
    for start in range(len(found)):
        for first in range(len(asked)):
            run = 0
            while start + run < len(found) and first + run < len(asked) and found[start + run][0] == asked[first + run]:
                run += 1
            if run > best:
                best, at = run, found[start][1]
    return at
