"""The style sheet of a brief: fonts, tokens with the pack's paper, rules, and what the document type adds."""

import re
from collections.abc import Mapping
from functools import cache

from briefer import shipped

SHARED = ("fonts.css", "tokens.css", "print.css")
OWN = "brief.css"
PAPERS = {
    "A4": "--paper: A4",
    "Letter": "--paper: letter; --page-top: 21mm; --page-right: 18mm; --page-bottom: 16mm; --page-left: 20mm; "
    "--mark-head: 7mm; --mark-foot: 6mm",
}
"""A page of Letter is 18 mm lower than one of A4 and 6 mm wider: narrower margins give it 49 lines, and longer ones, so
that what fills one page of A4 fills one of Letter too."""


def css(template: str, paper: str) -> str:
    """Gives the whole style sheet for a document type on a paper, A4 or Letter."""
    own = shipped.data("templates", template, OWN)
    parts = [_read(name) for name in SHARED] + ([own.read_text(encoding="utf-8")] if own.is_file() else [])
    return "\n".join((*parts, f":root {{ {PAPERS[paper]} }}")) + "\n"


@cache
def tokens() -> Mapping[str, str]:
    """Gives the tokens by name, for figures: a drawing does not see the style sheet."""
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", _read("tokens.css")))


def _read(name: str) -> str:
    return shipped.data("assets", "styles", name).read_text(encoding="utf-8")
