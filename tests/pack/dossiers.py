"""A pack with facts of every kind, as gathered from a library that is not at hand."""

from dataclasses import replace
from datetime import date

from briefer.model.brief import Dossier
from briefer.model.facts import (
    Contradiction,
    Decided,
    Designation,
    Entity,
    Event,
    Joined,
    Link,
    Measure,
    Possible,
    Snapshot,
    Value,
)
from briefer.model.moved import MovedList
from briefer.model.pack import Pack, PackSection, Settings
from briefer.model.policy import Issue, Position, Source
from tests.library.lists import day

DAY, LATER = date(2025, 3, 31), date(2025, 6, 30)
LIST = Snapshot(
    id="l@2025-03-01#1",
    list="l",
    title="The list",
    publisher="Office",
    regime="US",
    format="csv",
    published=date(2025, 3, 1),
    sha256="ab",
    entities=3,
)
OTHER = replace(LIST, id="m@2025-03-01#2", list="m", regime="EU")
DECIDED = Decided(a="a", b="r", by="me", on=DAY)


def name(text: str, record: str = "") -> Value:
    return Value(prop="name", value=text, origin=LIST.id, sources=("s-name",), record=record)


A = Entity(
    id="a",
    schema="Person",
    caption="A",
    values=(name("A"), name("R", "r")),
    designations=(Designation(regime="US", programme="RUSSIA-EO14024", origin=LIST.id, until=day("2025-05-01")),),
    links=(Link(kind="Ownership", subject="a", object="firm"), Link(kind="Family", subject="a", object="far")),
    listed=True,
)
FIRM = Entity(id="firm", schema="Company", caption="Firm", values=(name("Firm"),))
DOSSIER = Dossier(
    as_of=DAY,
    entities=(A,),
    neighbours=(FIRM,),
    measures=(Measure(id="measure-x", title="X", regime="US", authority="Order", sources=("s-measure",)),),
    positions=(
        Position(id="p1", holder="H", issue="i1", stance=1, said_on=day("2025-03-01"), source="s-p1"),
        Position(id="p2", holder="H", issue="i2", stance=1, said_on=day("2025-03-02")),
    ),
    issues=(Issue(id="i1", title="One"), Issue(id="i2", title="Two")),
    events=(
        Event(id="e1", date=day("2025-01-01"), title="names nobody"),
        Event(id="e2", date=day("2025-01-02"), title="names a pick", entities=("a",)),
    ),
    sources=tuple(Source(id=id, title=id) for id in ("cited", "s-measure", "s-name", "s-p1")),
    lists=(LIST, OTHER),
    names=(("far", "Far"),),
    joined=(Joined(entity="a", id="r", schema="Person", caption="R", decided=(DECIDED,), lists=("l",)),),
    possible=(Possible(entity="a", record="a", id="q", caption="Q", score=80),),
    contradictions=(Contradiction(records=("a", "z"), decided=DECIDED),),
    moved=(MovedList(list="l", title="The list", latter=LIST.id, after=date(2025, 3, 1), before=date(2025, 1, 1)),),
)
PACK = Pack(
    title="T",
    as_of=DAY,
    entities=("a",),
    measures=("measure-x",),
    positions=("p1",),
    issues=("i1", "i2"),
    sections=(PackSection(id="one", kind="text", title="One", text="So it is. [@cited]"),),
    settings=Settings(since=date(2025, 2, 1)),
)
