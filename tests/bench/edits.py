"""What a drafter does to the made-up briefing, one edit upon another, each in a place of its own."""

from collections.abc import Callable
from dataclasses import replace

from tests.bench.make_pages import Chapter, Labelled, Pages, Para, Table

APART = 7
"""So many sheets or rows lie between one edit and the next."""


def paragraph(made: Pages, turn: int) -> tuple[Pages, str]:
    """A sentence more in the grounds of one entity in the middle."""
    chapter = _sheet(made, turn)
    return _with(made, replace(chapter, parts=tuple(map(_longer, chapter.parts))))


def row(made: Pages, turn: int) -> tuple[Pages, str]:
    """Two cells of one row of the long table, a third of it down, change places with their words; the height stays."""
    chapter = made.chapter("force")
    lead, table = chapter.parts
    assert isinstance(table, Table)
    place = (len(table.rows) // 3 + turn * APART) % len(table.rows)
    changed = [tuple(_turned(cell) for cell in each) if at == place else each for at, each in enumerate(table.rows)]
    return _with(made, replace(chapter, parts=(lead, replace(table, rows=tuple(changed)))))


def title(made: Pages, turn: int) -> tuple[Pages, str]:
    """The name of one entity, which also stands in the contents."""
    chapter = _sheet(made, turn)
    return _with(made, replace(chapter, title=f"{chapter.title} Trust"))


def page_more(made: Pages, turn: int) -> tuple[Pages, str]:
    """One entity has twice as much to say, so that every later page moves."""
    chapter = _sheet(made, turn)
    return _with(made, replace(chapter, parts=(*chapter.parts, *chapter.parts)))


EDITS: dict[str, Callable[[Pages, int], tuple[Pages, str]]] = {
    "paragraph": paragraph,
    "row": row,
    "title": title,
    "page_more": page_more,
}
"""Each gives the briefing as it is then and the id of the chapter that changed."""


def _sheet(made: Pages, turn: int) -> Chapter:
    sheets = [chapter for chapter in made.chapters if chapter.kind == "sheets"]
    return sheets[(len(sheets) // 2 + turn * APART) % len(sheets)]


def _with(made: Pages, chapter: Chapter) -> tuple[Pages, str]:
    return made.changed(chapter), chapter.id


def _longer(part: Para | Table | Labelled) -> Para | Table | Labelled:
    if isinstance(part, Labelled) and part.label == "Grounds" and isinstance(part.content, Para):
        return replace(part, content=replace(part.content, text=f"{part.content.text} So it was amended."))
    return part


def _turned(cell: str | int) -> str | int:
    return " ".join(reversed(cell.split())) if isinstance(cell, str) else cell
