"""The printed page of a sheet: paper, margins, repeated header row, marking and page numbers."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from briefer.annex.values import text
from briefer.language import _
from briefer.model.brief import Brief

PAPERS = {"A4": 9, "Letter": 1}
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6, "header": 0.3, "footer": 0.3}
_MARKED, _SAID = 12, 8
"""Points of a marking and of what else a header says; LibreOffice makes them smaller with the sheet all the same."""
_LONGEST_TITLE = 60
"""The three parts of a header share 255 characters, and the width of the paper."""
_ROOM = {"A4": 782, "Letter": 732}
"""Points across a landscape page between its margins."""
_SHRUNK = 0.6
"""How far print may be made smaller: from eleven points to six and a half."""
_DIGIT, _PADDING = 5.25, 3.75
"""Points that a character of a column's width takes, and a column beside them."""


def room(columns: int, paper: str) -> float:
    """Gives how many characters so many columns have between them on a page."""
    return (_ROOM.get(paper, _ROOM["A4"]) / _SHRUNK - _PADDING * columns) / _DIGIT


def beyond_a_screen(widths: Sequence[float]) -> bool:
    """Says whether columns of these widths run wider than a page in full size, which is about a screen."""
    return sum(_DIGIT * width + _PADDING for width in widths) > _ROOM["A4"]


def pages_across(widths: Sequence[float], leading: int, paper: str = "A4") -> int:
    """Gives over how many pages side by side columns of these widths, in characters, have to go to be read.

    The `leading` columns stand on each of them; a column is not parted.
    """
    wide = _ROOM.get(paper, _ROOM["A4"]) / _SHRUNK
    sizes = [_DIGIT * width + _PADDING for width in widths]
    if sum(sizes) <= wide:
        return 1
    repeated = sum(sizes[:leading])
    pages, used = 1, repeated
    for size in sizes[leading:]:
        if used + size > wide and used > repeated:
            pages, used = pages + 1, repeated
        used += size
    return pages


def set_up(sheet: Worksheet, brief: Brief, header_row: int, across: int, leading: int) -> None:
    """Sets up the page; must run before the first row is written.

    Each of several pages `across` repeats the header row and the `leading` columns, which name the row.
    """
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = PAPERS.get(brief.paper, PAPERS["A4"])
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = across, 0
    sheet.page_margins = PageMargins(**_MARGINS)
    sheet.print_title_rows = f"{header_row}:{header_row}"
    if across > 1:
        sheet.print_title_cols = f"A:{get_column_letter(leading)}"
    sheet.HeaderFooter.scaleWithDoc = False  # the marking keeps its size where the sheet is made smaller
    sheet.HeaderFooter.alignWithMargins = True
    head = sheet.HeaderFooter.oddHeader = HeaderFooterItem()
    foot = sheet.HeaderFooter.oddFooter = HeaderFooterItem()
    _say(head.left, "&A")
    _say(head.center, _literal(brief.banner), bold=True)
    _say(head.right, _("DRAFT") if brief.draft else "", bold=True)
    _say(foot.left, _literal(_short(brief.running_title or brief.title)))
    _say(foot.center, _literal(brief.banner) if brief.foot else "", bold=True)
    _say(foot.right, _("As of {day}   Page {page} of {pages}", day=brief.as_of.isoformat(), page="&P", pages="&N"))


def _say(part: _HeaderFooterPart, words: str, *, bold: bool = False) -> None:
    if words:
        part.text, part.font = words, "Calibri,Bold" if bold else "Calibri,Regular"
        part.size = _MARKED if bold else _SAID


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"


def _literal(words: str) -> str:
    """Gives text that holds no code of a header; `&` starts one."""
    return " ".join(text(words).split()).replace("&", "&&")
