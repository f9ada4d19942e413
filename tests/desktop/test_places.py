from datetime import date

import pytest

from briefer.desktop import places
from briefer.model.pack import Pack, PackSection

PACK = Pack(
    title="T",
    as_of=date(2025, 3, 31),
    sections=(
        PackSection(id="risks", kind="risks", title="Risks"),
        PackSection(id="note-ofac-1", kind="entity-note", title="A"),
    ),
)


@pytest.mark.parametrize(
    ("place", "home", "line"),
    [("risks:7", "risks", 7), ("risks", "risks", 0), ("ofac-1", "note-ofac-1", 0), ("ofac-2", "", 0)],
)
def test_a_place_has_its_section_and_its_line(place: str, home: str, line: int) -> None:
    assert (places.home(PACK, place), places.line(place)) == (home, line)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Two houses of Congress have", "two houses of *Congress*"),
        ("– listed on the day F12", "listed on the day"),
        ("nothing of this", None),
        ("", None),
    ],
)
def test_printed_words_are_found_in_the_markdown(words: str, found: str | None) -> None:
    text = "Ten days, then two houses of *Congress* have to act [@usc-1]. It was **listed on the day** itself."
    assert places.offset(text, words) == (text.index(found) if found else -1)
