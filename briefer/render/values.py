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


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkBox:
    """Where a link stands on a page, in points from its top left corner, and where it leads: a page or an URL."""

    box: tuple[float, float, float, float]
    page: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """A run of text on a page and where it stands, in points from the page's top left corner."""

    box: tuple[float, float, float, float]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page as the preview shows it: a PNG of `scale` pixels a point, with the text and the links on it."""

    number: int
    png: bytes
    width: float
    height: float
    scale: float
    texts: tuple[TextBox, ...]
    links: tuple[LinkBox, ...]
