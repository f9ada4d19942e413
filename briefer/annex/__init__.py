"""The workbook that goes with the PDF: every sheet one real table, written from the same Brief."""

from briefer.annex.workbook import workbook

__all__ = ["workbook"]
