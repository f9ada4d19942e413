"""The rows of the table of instruments."""

from datetime import date

from briefer.assemble.instruments import instruments
from briefer.model.relief import Reason, Relief, Route


def route(id: str, title: str) -> Route:
    return Route(id=id, title=title, actor="President", legal_minimum="", practical="", reversal="", legislature="")


def test_an_instrument_that_several_reasons_name_stands_once_and_one_that_is_used_beside_it_too() -> None:
    first, beside = route("a", "Delisting"), route("b", "Order")
    reason = Reason(programme="TAG", authority="Order", klass="A", why="Why.", routes=(first,), also=(beside,))
    found = Relief(id="x", caption="X", as_of=date(2025, 3, 31), reasons=(reason, reason))
    assert [row.title for row in instruments((found, found))] == ["Delisting", "Order"]
