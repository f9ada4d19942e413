"""What the rulebook says of programmes by their tags alone; no library is asked."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from briefer import rulebook
from briefer.analysis.reasons import near_tags
from briefer.analysis.tags import of_tag
from briefer.model.errors import BadCall
from briefer.model.law import Programme, Rulebook
from briefer.model.relief import OfTag

NEAR = 8
"""So many tags are named."""


def tagged(tags: tuple[str, ...], as_of: date, overlay: Path | None) -> tuple[OfTag, ...]:
    """Gives the answers in the order asked, one for each regime that prints the tag; BadCall where there is none."""
    book = rulebook.load(overlay)
    return tuple(found for tag in tags for found in _tagged(tag, book, as_of))


def _tagged(asked: str, book: Rulebook, as_of: date) -> tuple[OfTag, ...]:
    rows = [row for row in book.programmes if row.tag and row.tag.casefold() == asked.casefold()]
    if not rows:
        raise BadCall(f"The rulebook knows no tag “{asked}”; {_near(asked, book)}.")
    names = dict.fromkeys(row.tag for row in rows)
    found = tuple(one for name in names for one in of_tag(name, book, as_of))
    if not found:
        raise BadCall(f"The rulebook has no row for the tag “{rows[0].tag}” on {as_of}; {_span(rows)}.")
    return found


def _near(asked: str, book: Rulebook) -> str:
    """Names the tags that are spelt alike, else those that have the text in them, else where tags are printed."""
    tags = sorted({row.tag for row in book.programmes if row.tag})
    near = near_tags(asked, tags) or tuple(tag for tag in tags if asked.casefold() in tag.casefold())
    more = " …" if len(near) > NEAR else ""
    if near:
        return f"say {', '.join(near[:NEAR])}{more}"
    return "write it as the list prints it; `briefer show ID` has it"


def _span(rows: list[Programme]) -> str:
    """Says from when to when the rows of a tag hold."""
    return f"its rows hold {' and '.join(dict.fromkeys(_held(rows)))}; ask for such a day with --as-of"


def _held(rows: list[Programme]) -> Iterator[str]:
    for row in rows:
        begins = f"from {row.valid_from}" if row.valid_from else "from the beginning"
        yield f"{begins} to {row.valid_to}" if row.valid_to else begins
