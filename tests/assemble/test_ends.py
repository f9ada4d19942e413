"""How an end prints on the page and in the workbook."""

from datetime import date

from assemble import made
from briefer.assemble import ends
from briefer.assemble.context import Context
from briefer.model.facts import PartialDate

LAST = date(2025, 4, 30)
APRIL = PartialDate(text="2025-04", earliest=date(2025, 4, 1), latest=LAST)
CONTEXT = Context(pack=made.pack(), dossier=made.DOSSIER, keys={}, placed=())


def test_an_exact_end_prints_its_day_and_one_known_by_its_month_the_month() -> None:
    assert ends.day(CONTEXT, LAST).replace("\u00a0", " ") == "30 Apr 2025"
    assert ends.day(CONTEXT, LAST, APRIL).replace("\u00a0", " ") == "Apr 2025"


def test_a_cell_holds_a_date_only_where_the_day_is_known() -> None:
    assert (ends.cell(LAST), ends.cell(LAST, APRIL), ends.cell(None)) == (LAST, "2025-04", None)
