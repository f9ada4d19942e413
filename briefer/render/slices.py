"""Cuts a brief into what is laid out on its own: its sections, or all where the style sheet ties them together."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefer.language import _
from briefer.model.brief import Brief, Section
from briefer.render import page

FRAME = re.compile(r"data-(?:title|marking|foot|status|draft)\b")
STRINGS = re.compile(r"string-set\s*:[^;}]*")


@dataclass(frozen=True, slots=True)
class Slice:
    """Sections that are laid out together; `key` is the hash of all that shapes their pages but the style sheet."""

    sections: tuple[Section, ...]
    html: str
    key: str
    opening: bool

    @property
    def place(self) -> str:
        """Names it in a message."""
        return _("Section “{title}”", title=self.sections[0].title) if len(self.sections) == 1 else _("The document")


def slices(brief: Brief, *, whole: bool) -> tuple[Slice, ...]:
    """Gives the slices in order; `whole` asks for the document as one."""
    parts = (brief.sections,) if whole else tuple((section,) for section in brief.sections)
    return tuple(_slices(brief if _framed(brief) else _bare(brief), parts))


def _slices(brief: Brief, parts: tuple[tuple[Section, ...], ...]) -> Iterator[Slice]:
    for number, sections in enumerate(parts):
        html = page.document(brief, sections)
        key = hashlib.sha256(f"{not number}\0{html}".encode()).hexdigest()
        yield Slice(sections, html, key, opening=not number)


def _framed(brief: Brief) -> bool:
    """Says whether what margin boxes print also shapes the text: it is used for more than named strings."""
    return bool(
        FRAME.search(STRINGS.sub("", brief.css)) or any(FRAME.search(section.html) for section in brief.sections)
    )


def _bare(brief: Brief) -> Brief:
    """Gives the brief without what stands in the head and in the margins, so that changing it moves no text."""
    return replace(
        brief,
        title="",
        running_title="",
        author="",
        subject="",
        as_of=date.min,
        banner="",
        foot=False,
        status="",
        draft=False,
    )
