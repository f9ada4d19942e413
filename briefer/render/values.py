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
