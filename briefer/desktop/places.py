"""Where a finding's place lies in the outline."""

import re
from difflib import SequenceMatcher

from briefer.desktop.facts import day
from briefer.model.brief import Dossier
from briefer.model.pack import Pack

LEAST = 3
"""So many words in a row have to be the same for two places to be one."""


def home(pack: Pack, place: str) -> str:
    """Gives the section of a place: a section's id with a line, or an id with a section of its own; empty if none."""
    sections = {each.id for each in pack.sections}
    first = place.partition(":")[0]
    return next((id for id in (place, first, f"note-{place}", f"note-{first}") if id in sections), "")


def names(dossier: Dossier) -> dict[str, str]:
    """Gives the names of all that the facts know, by their ids."""
    days = {each.id: each.said_on or each.reported_on for each in dossier.positions}
    spoken = {each.id: ", ".join(filter(None, (each.holder, day(days[each.id])))) for each in dossier.positions}
    captions = {each.id: each.caption for each in (*dossier.neighbours, *dossier.entities)}
    titles = {each.id: each.title for each in dossier.sources} | {each.id: each.title for each in dossier.issues}
    measures = {each.id: each.title for each in dossier.measures}
    return dict(dossier.names) | titles | measures | spoken | captions


def top(pack: Pack, section: str) -> str:
    """Gives the section on whose pages another stands: the outermost of those above it."""
    over = {each.id: each.parent for each in pack.sections}
    while over.get(section):
        section = over.pop(section)
    return section


def line(place: str) -> int:
    """Gives the line that a place names, 0 where it names none."""
    number = place.rpartition(":")[2]
    return int(number) if number.isdecimal() else 0


def offset(text: str, words: str) -> int:
    """Gives where printed words stand in Markdown, -1 where they do not: the longest run of their words decides."""
    length, at = longest(text, words)
    return at if length >= LEAST else -1


def longest(text: str, words: str) -> tuple[int, int]:
    """Gives how many words in a row a text shares with others, and where in the text they begin, -1 if nowhere."""
    asked = re.findall(r"\w+", words.casefold())
    found = [(each.group().casefold(), each.start()) for each in re.finditer(r"\w+", text)]
    match = SequenceMatcher(None, [word for word, _at in found], asked, autojunk=False).find_longest_match()
    return match.size, found[match.a][1] if match.size else -1
