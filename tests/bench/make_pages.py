"""One made-up briefing of any length in three tongues: as a Brief, as the same HTML for a browser, and as Typst markup.

The content is a tree of chapters that all three write: prose with fact keys in the margin, sheets of entities with
their tables, one long table, sources that lead back to the pages that use them, and contents with page numbers. All
use the program's own fonts, sizes, columns and margins, so the pages come out alike, though not line for line.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

SHEETS = {20: 12, 100: 57, 300: 162}
ROWS = {20: 45, 100: 470, 300: 1620}
"""How many entities and rows of the long table make so many pages of A4."""

AS_OF = date(2025, 3, 31)
TITLE = "Options for relief: a made-up briefing"
BANNER = "OFFICIAL"
LONG = (30, 30, 24, 20, 26, 30, 8)
LONG_HEAD = ("Entity", "Programme", "Measure", "Since", "Legal basis", "Remark", "Key")
KEY_FACTS = ("Kind", "Seat", "Listed since", "Legal basis", "Measures", "Identifiers")
FORCE = (35, 31, 21, 33, 8)
FORCE_HEAD = ("Regime and list", "Measure", "Since", "Legal basis", "Key")
HELD = (66, 34, 20, 8)
HELD_HEAD = ("Question and holder", "Position", "Said", "Key")
STANCES = ("Support", "Object", "Conditional", "Not stated")
WORDS = (  # noqa: SIM905
    "measure listing designation committee resolution council asset freeze travel ban export control regime annex "
    "entity vessel ownership beneficial structure intermediary procurement network transfer maritime insurance "
    "sectoral licence derogation humanitarian review delisting petition evidence statement reasons jurisdiction "
    "enforcement guidance compliance screening correspondent bank settlement currency refinery shipping registry "
    "flag state port cargo component semiconductor aviation holding subsidiary director shareholder trust "
    "foundation ministry agency commission delegation position consensus objection support conditional reserve "
    "proposal amendment timeline deadline coordination partner allied autonomous implementation"
).split()


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph with the fact key in its margin, 0 for none."""

    text: str
    key: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table: widths in millimetres, a head or none, rows of text; a cell that is a whole number is a fact key."""

    widths: tuple[int, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """What stands beside a label in the outer column."""

    label: str
    content: Para | Table


Part = Para | Table | Labelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One section: `kind` as the templates call it, `title` its heading, `parts` what follows."""

    id: str
    kind: str
    number: str
    title: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The whole: chapters in order, and the text, address and first use of each source, by key from 1."""

    chapters: tuple[Chapter, ...]
    sources: tuple[str, ...]

    def uses(self) -> dict[int, list[str]]:
        """Which chapters use a source, in order."""
        found: dict[int, list[str]] = {key: [] for key in range(1, len(self.sources) + 1)}
        for chapter in self.chapters:
            for key in dict.fromkeys(keys(chapter.parts)):
                found[key].append(chapter.id)
        return found

    def chapter(self, id: str) -> Chapter:
        """The chapter of that id."""
        return next(chapter for chapter in self.chapters if chapter.id == id)

    def changed(self, chapter: Chapter) -> "Pages":
        """The same with this chapter in the place of the one of its id."""
        return replace(self, chapters=tuple(chapter if old.id == chapter.id else old for old in self.chapters))


def keys(parts: tuple[Part, ...]) -> Iterator[int]:
    """The fact keys in order of use, 0 left out."""
    for part in parts:
        content = part.content if isinstance(part, Labelled) else part
        if isinstance(content, Table):
            yield from (cell for row in content.rows for cell in row if isinstance(cell, int))
        elif content.key:
            yield content.key


def pages(number: int) -> Pages:
    """The briefing of so many pages: 20, 100 or 300, or in between in proportion; always the same."""
    sheets = SHEETS.get(number) or max(1, number * 3 // 5)
    rows = ROWS.get(number) or max(2, number * 6)
    dice = _Dice(sheets * 2)
    chapters = (
        Chapter(id="cover", kind="cover", number="", title=TITLE, parts=(dice.para(2),)),
        Chapter(id="contents", kind="contents", number="", title="Contents"),
        Chapter(id="bottom", kind="text", number="1", title="Bottom line", parts=tuple(dice.para(5) for _ in range(6))),
        *(dice.sheet(place) for place in range(sheets)),
        Chapter(
            id="force", kind="in-force", number="3", title="What is in force", parts=(dice.para(2), dice.long(rows))
        ),
        Chapter(id="sources", kind="sources", number="4", title="Sources"),
    )
    return Pages(chapters=chapters, sources=tuple(dice.source(key) for key in range(1, dice.sources + 1)))


@dataclass(slots=True)
class _Dice:
    """What is made up, from one seed."""

    sources: int
    dice: random.Random = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        self.dice = random.Random(7)

    def words(self, number: int) -> str:
        return " ".join(self.dice.choice(WORDS) for _ in range(number))

    def sentence(self) -> str:
        return f"{self.words(self.dice.randint(10, 20)).capitalize()}."

    def para(self, sentences: int) -> Para:
        return Para(" ".join(self.sentence() for _ in range(sentences)), self.key())

    def key(self) -> int:
        return self.dice.randint(1, self.sources)

    def day(self) -> str:
        return (date(2014, 3, 17) + timedelta(days=self.dice.randrange(4000))).isoformat()

    def sheet(self, place: int) -> Chapter:
        facts = tuple((label, self.words(self.dice.randint(3, 8)), self.key()) for label in KEY_FACTS)
        force = tuple(
            (self.words(3), self.words(3), self.day(), f"E.O. {self.dice.randint(13000, 14200)}", self.key())
            for _ in range(4)
        )
        held = tuple((self.words(5), self.dice.choice(STANCES), self.day(), self.key()) for _ in range(6))
        parts = (
            Labelled("", self.para(3)),
            Labelled("Key facts", Table((30, 82, 16), (), facts)),
            Labelled("In force", Table(FORCE, FORCE_HEAD, force)),
            Labelled("Grounds", self.para(4)),
            Labelled("Positions", Table(HELD, HELD_HEAD, held)),
        )
        name = f"Entity {place + 1:03d} {self.words(2).title()}"
        return Chapter(id=f"sheet-{place + 1}", kind="sheets", number="2" if not place else "", title=name, parts=parts)

    def long(self, number: int) -> Table:
        rows = (
            (
                f"Entity {place + 1} {self.words(1).title()}",
                self.words(3),
                self.words(2),
                self.day(),
                self.words(2),
                self.words(5),
                self.key(),
            )
            for place in range(number)
        )
        return Table(LONG, LONG_HEAD, tuple(rows), caption="Every designation in force.")

    def source(self, key: int) -> str:
        return f"{self.words(9).capitalize()}, {self.day()}, https://example.org/source/{key}"
