"""Emergencies of which the rulebook has no anniversary are named, never left out without a word."""

from datetime import date

import pytest

from briefer import rulebook
from briefer.analysis.index import index
from briefer.analysis.relief import relief
from briefer.analysis.unrenewed import Unrenewed, unrenewed
from briefer.model.facts import Designation, Entity

DAY = date(2025, 3, 17)


def orders(*tags: str) -> tuple[Unrenewed, ...]:
    items = tuple(Designation(regime="US", programme=tag, list_type="SDN") for tag in tags)
    book = rulebook.load()
    (found,) = relief((Entity(id="x", schema="Person", caption="X", designations=items),), book, DAY)
    return unrenewed((("x", reason) for reason in found.reasons), index(book, DAY), book)


@pytest.mark.parametrize(
    ("tag", "order"), [("BELARUS", "EO 13405"), ("VENEZUELA-EO13850", "EO 13850"), ("NPWMD", "EO 13382")]
)
def test_an_order_without_an_anniversary_on_record_is_named_with_its_tag(tag: str, order: str) -> None:
    (found,) = orders(tag)
    assert found.title == f"emergency of {order} ({tag})"


def test_what_has_a_row_and_what_rests_on_no_order_is_not_named() -> None:
    assert orders("RUSSIA-EO14024", "UKRAINE-EO13662", "GLOMAG", "CYBER2", "CAATSA - RUSSIA", "UNHEARD-OF") == ()


def test_an_order_is_named_once_with_all_its_tags() -> None:
    named = {one.order: set(one.tags) for one in orders("NPWMD", "IRGC")}
    assert named["EO 13382"] == {"NPWMD", "IRGC"}
    assert Unrenewed("EO 13382", ()).named == "EO 13382"
