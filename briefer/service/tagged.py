"""What the rulebook says of programmes by their tags alone; no library is asked."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from briefer import rulebook
from briefer.analysis.reasons import near_tags
from briefer.analysis.tags import of_tag
from briefer.language import _
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
        raise BadCall(_("The rulebook knows no tag “{asked}”; {near}.", asked=asked, near=_near(asked, book)))
    names = dict.fromkeys(row.tag for row in rows)
    found = tuple(one for name in names for one in of_tag(name, book, as_of))
    if not found:
        raise BadCall(
            _(
                "The rulebook has no row for the tag “{tag}” on {as_of}; {span}.",
                tag=rows[0].tag,
                as_of=as_of,
                span=_span(rows),
            )
        )
    return found


def _near(asked: str, book: Rulebook) -> str:
    """Names the tags that are spelt alike, else those that have the text in them, else where tags are printed."""
    tags = sorted({row.tag for row in book.programmes if row.tag})
    near = near_tags(asked, tags) or tuple(tag for tag in tags if asked.casefold() in tag.casefold())
    more = " …" if len(near) > NEAR else ""
    if near:
        return _("say {near}{more}", near=", ".join(near[:NEAR]), more=more)
    return _("write it as the list prints it; `briefer show ID` has it")


def _span(rows: list[Programme]) -> str:
    """Says from when to when the rows of a tag hold."""
    spans = _(" and ").join(dict.fromkeys(_held(rows)))
    return _("its rows hold {spans}; ask for such a day with --as-of", spans=spans)


def _held(rows: list[Programme]) -> Iterator[str]:
    for row in rows:
        begins = _("from {valid_from}", valid_from=row.valid_from) if row.valid_from else _("from the beginning")
        yield f"{begins} to {row.valid_to}" if row.valid_to else begins
