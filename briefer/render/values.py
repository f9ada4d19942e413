"""What goes into a rendering beside the brief, and what comes out of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that travels inside the PDF; `relationship` is an AFRelationship of ISO 32000-2, 7.11.3."""

    name: str
    content: bytes
    mime: str
    description: str
    relationship: str = "Supplement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A finished PDF; `section_pages` pairs each section's id with its first page, counted from 1."""

    pdf: bytes
    pages: int
    section_pages: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What laying out anew has changed: pages with a `text` never laid out before, and others with other `margins`.

    Pages are counted from 1; one that only moved has other margins, where its number stands. `section_pages` pairs
    each section's id with its first page.
    """

    pages: int
    text: tuple[int, ...]
    margins: tuple[int, ...]
    section_pages: tuple[tuple[str, int], ...]
