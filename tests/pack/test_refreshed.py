"""A refreshed pack tells field by field what its facts were and are."""

from dataclasses import replace
from datetime import date

from briefer.model.brief import Dossier
from briefer.model.facts import Designation, Entity, Measure, PartialDate, Value
from briefer.model.policy import Position
from briefer.pack import differences

ENTITY = Entity(
    id="ofac-1",
    schema="Person",
    caption="Somebody",
    values=(Value(prop="name", value="Somebody"),),
    designations=(Designation(regime="US", programme="RUSSIA-EO14024"),),
    remarks=("one", "two"),
    listed=True,
)
MEASURE = Measure(id="measure-x", title="X", regime="EU", authority="Act", until=PartialDate(text="2025-07-31"))
POSITION = Position(id="p1", holder="H", issue="i", stance=None, entities=("ofac-1",))
OLD = Dossier(as_of=date(2025, 3, 31), entities=(ENTITY,), measures=(MEASURE,), positions=(POSITION,))


def changed(**new: object) -> set[tuple[str, str, str, str]]:
    found = differences(OLD, replace(OLD, **new))
    return {(item.id, item.field, item.old, item.new) for item in found}


def test_equal_facts_have_no_differences() -> None:
    assert changed() == set()


def test_a_delisting_shows() -> None:
    assert ("ofac-1", "listed", "yes", "no") in changed(entities=(replace(ENTITY, listed=False),))


def test_what_came_or_went_shows_as_held() -> None:
    assert changed(positions=()) == {("p1", "held", "yes", "")}
    assert changed(positions=(POSITION, replace(POSITION, id="p2"))) == {("p2", "held", "", "yes")}


def test_a_date_and_a_stance_show_in_words() -> None:
    later = replace(MEASURE, until=PartialDate(text="2026-01-31"))
    assert changed(measures=(later,)) == {("measure-x", "until", "2025-07-31", "2026-01-31")}
    assert changed(positions=(replace(POSITION, stance=1),)) == {("p1", "stance", "", "1")}
