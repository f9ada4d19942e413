"""The end of an emergency stands with every answer that rests on it, and with no other."""

from datetime import date

import pytest

from briefer import rulebook
from briefer.analysis.emergencies import due, renewals
from briefer.analysis.index import index
from briefer.analysis.relief import relief, relief_of_measures
from briefer.model.facts import Designation, Entity, Measure

BOOK = rulebook.load()
DAY = date(2025, 3, 31)
KNOWN = index(BOOK, DAY)


def of(*tags: str, regime: str = "US") -> list[str]:
    items = tuple(Designation(regime=regime, programme=tag, list_type="SDN") for tag in tags)
    (found,) = relief((Entity(id="x-1", schema="Company", caption="X", designations=items),), BOOK, DAY)
    return [f"{each.title.rpartition(' of ')[2]}: {each.on}" for each in due(found, BOOK, KNOWN)]


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (("RUSSIA-EO14024",), ["EO 14024 (Russia): 2025-04-15"]),
        (
            ("UKRAINE-EO13661", "RUSSIA-EO14024"),
            ["EO 14024 (Russia): 2025-04-15", "EO 13660 (Ukraine): 2026-03-06"],
        ),
        (("UNKNOWN-TAG",), []),
        ((), []),
    ],
)
def test_each_emergency_beneath_the_tags_is_named_once_in_order_of_time(
    tags: tuple[str, ...], found: list[str]
) -> None:
    assert of(*tags) == found


def test_what_another_regime_lists_rests_on_no_emergency() -> None:
    assert of("269/2014", regime="EU") == []


def test_a_measure_rests_on_the_emergency_of_its_order() -> None:
    embargo = Measure(id="measure-crimea-embargo", title="Crimea", regime="US", authority="EO 13685")
    (found,) = relief_of_measures((embargo,), BOOK, DAY)
    assert [each.act.partition(",")[0] for each in due(found, BOOK, KNOWN)] == ["EO 13660 of 6 March 2014"]


def test_a_regime_s_own_renewals_come_by_the_tag() -> None:
    assert {row.regime for row in renewals((), "EU", ("269/2014",), BOOK, DAY)} == {"EU"}
    assert list(renewals((), "UK", ("269/2014",), BOOK, DAY)) == []
