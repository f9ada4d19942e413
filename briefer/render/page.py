"""The one HTML document that a brief becomes; what its style sheet finds there is stated here."""

from html import escape

from briefer import __version__
from briefer.model.brief import Brief, Section

END = "the sections end here"
"""Stands where a section that closes what it opens has come to its end."""


def anchor(section: Section) -> str:
    """Gives the HTML id of a section."""
    return f"sec-{section.id}"


def document(brief: Brief, sections: tuple[Section, ...]) -> str:
    """Gives the HTML of a brief with these sections, without its style sheet.

    The body carries what margin boxes print, for `string-set`: `data-title` (running title), `data-marking` (banner),
    `data-foot` (banner again, empty where the foot has none), `data-status`, `data-draft` ("DRAFT" or empty).
    Each section is a `section.section.kind-KIND` with the id `sec-ID`, on a page of its own; its `data-run` is number
    and title for the running head.
    """
    body = {
        "data-title": brief.running_title,
        "data-marking": brief.banner,
        "data-foot": brief.banner if brief.foot else "",
        "data-status": brief.status,
        "data-draft": "DRAFT" if brief.draft else "",
    }
    content = "\n".join(map(_section, sections))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(brief.language)}">\n<head>\n{_head(brief)}\n</head>\n'
        f"<body{_attributes(body)}>\n{content}\n<!--{END}-->\n</body>\n</html>\n"
    )


def _head(brief: Brief) -> str:
    made = f"{brief.as_of.isoformat()}T00:00:00Z"  # never the clock: the same brief gives the same bytes
    meta = {
        "author": brief.author,
        "description": brief.subject,
        "generator": f"Briefer {__version__}",
        "dcterms.created": made,
        "dcterms.modified": made,
    }
    lines = ['<meta charset="utf-8">', f"<title>{escape(brief.title)}</title>"]
    lines += [f"<meta{_attributes({'name': name, 'content': text})}>" for name, text in meta.items() if text]
    return "\n".join(lines)


def _section(section: Section) -> str:
    # Here and not in the style sheet: that sections can be laid out one by one depends on it.
    names = {
        "id": anchor(section),
        "class": f"section kind-{section.kind}",
        "style": "break-before: page",
        "data-run": f"{section.number} {section.title}".strip(),
    }
    return f"<section{_attributes(names)}>\n{section.html}\n</section>"


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items())
