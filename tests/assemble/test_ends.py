"""How an end prints on the page and in the workbook."""

from datetime import date

from assemble import made
from briefer.assemble import ends
from briefer.assemble.context import Context
from briefer.model.facts import PartialDate
from briefer.model.relief import Remains

LAST = date(2025, 4, 30)
APRIL = PartialDate(text="2025-04", earliest=date(2025, 4, 1), latest=LAST)
CONTEXT = Context(pack=made.pack(), dossier=made.DOSSIER, keys={}, placed=())


def test_an_exact_end_prints_its_day_and_one_known_by_its_month_the_month() -> None:
    assert ends.day(CONTEXT, LAST).replace("\u00a0", " ") == "30 Apr 2025"
    assert ends.day(CONTEXT, LAST, APRIL).replace("\u00a0", " ") == "Apr 2025"


def test_a_cell_holds_a_date_only_where_the_day_is_known() -> None:
    assert (ends.cell(LAST), ends.cell(LAST, APRIL), ends.cell(None)) == (LAST, "2025-04", None)


def test_a_stated_end_to_come_gives_way_to_the_day_to_which_its_act_was_renewed() -> None:
    renewed = Remains(regime="EU", act="833", programme="", until=date(2025, 10, 31), basis="renewal")
    until, after = ends.followed(CONTEXT, APRIL, renewed)
    assert until == date(2025, 10, 31)
    assert after.replace("\u00a0", " ") == "stated end Apr 2025; renewed to 31 Oct 2025"
    same = Remains(regime="EU", act="833", programme="", until=LAST, basis="list")
    assert ends.followed(CONTEXT, APRIL, same) == (LAST, "")
