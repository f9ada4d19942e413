"""gather() reads once what the pack needs, and says what the library does not hold."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from briefer.library import Library
from briefer.model.answers import Sameness
from briefer.model.brief import Dossier
from briefer.model.facts import Designation, Entity, Event, Link, Measure, PartialDate, Snapshot, Value
from briefer.model.pack import Pack, PackSection, Settings
from briefer.model.policy import Issue, Position, Source
from briefer.pack import gather

DAY = date(2025, 3, 31)
LIST = Snapshot(
    id="l@2025#1",
    list="l",
    title="The list",
    publisher="OFAC",
    regime="US",
    format="csv",
    published=DAY,
    sha256="ab",
    entities=3,
)


def on(text: str) -> PartialDate:
    return PartialDate(text=text, earliest=date.fromisoformat(text), latest=date.fromisoformat(text))


def owns(owner: str, asset: str) -> Link:
    return Link(kind="Ownership", subject=owner, object=asset, sources=("s-link",), origin=LIST.id)


ENTITIES = {
    entity.id: entity
    for entity in (
        Entity(
            id="a",
            schema="Person",
            caption="A",
            values=(Value(prop="name", value="A", sources=("s-name",)),),
            designations=(Designation(regime="US", programme="RUSSIA-EO14024", origin=LIST.id),),
            links=(owns("a", "b"), Link(kind="Family", subject="a", object="f"), owns("a", "")),
        ),
        Entity(id="b", schema="Company", caption="B", links=(owns("a", "b"), owns("b", "c"))),
        Entity(id="c", schema="Company", caption="C"),
        Entity(id="f", schema="Person", caption="F", links=(Link(kind="Family", subject="f", object="far"),)),
        Entity(id="far", schema="Person", caption="Far"),
    )
}
POSITIONS = (
    Position(id="p1", holder="H", issue="i1", stance=1, said_on=on("2025-03-01"), source="s-p1"),
    Position(id="p2", holder="H", issue="i2", stance=1, said_on=on("2025-03-01")),
    Position(id="p3", holder="H", issue="i2", stance=1, said_on=on("2025-04-01")),
    Position(id="p4", holder="H", issue="i1", stance=1),
)
EVENTS = (
    Event(id="e1", date=on("2025-01-01"), title="names nobody", sources=("s-event",)),
    Event(id="e2", date=on("2025-01-02"), title="names a pick", entities=("a",)),
    Event(id="e3", date=on("2025-01-03"), title="names another", entities=("z",)),
)


@dataclass
class Shelf:
    """Stands in for a library with the few calls that gather() makes."""

    def entities(self, ids: Iterable[str], as_of: date | None = None) -> tuple[Entity, ...]:
        assert as_of == DAY
        return tuple(ENTITIES[id] for id in ids if id in ENTITIES)

    def decisions(self) -> tuple[Sameness, ...]:
        return ()

    def proposals(self, ids: Iterable[str]) -> tuple[Sameness, ...]:
        assert set(ids) <= ENTITIES.keys() | {"c0"}
        return ()

    def measures(self, ids: Iterable[str]) -> tuple[Measure, ...]:
        known = Measure(id="measure-x", title="X", regime="US", authority="EO", sources=("s-measure",))
        return tuple(known for id in ids if id == known.id)

    def positions(self, ids: Iterable[str] = (), issues: Iterable[str] = ()) -> tuple[Position, ...]:
        return tuple(item for item in POSITIONS if item.id in set(ids) or item.issue in set(issues))

    def issues(self, ids: Iterable[str]) -> tuple[Issue, ...]:
        return tuple(Issue(id=id, title=id) for id in ids if id in {"i1", "i2"})

    def events(self, until: date) -> tuple[Event, ...]:
        assert until == DAY
        return EVENTS

    def sources(self, ids: Iterable[str]) -> tuple[Source, ...]:
        return tuple(Source(id=id, title=id) for id in ids if id != "s-p1")

    def snapshots(self, as_of: date | None = None, *, ids: Iterable[str] | None = None) -> tuple[Snapshot, ...]:
        if ids is not None:
            return tuple(replace(LIST, id=id) for id in ids)
        return (LIST, replace(LIST, id="own", regime=""))


def gathered(**changes: Any) -> Dossier:
    pack = Pack(title="T", as_of=DAY, entities=("a",), **changes)
    return gather(pack, cast("Library", Shelf()))


def test_ownership_is_followed_to_its_end_and_family_one_step() -> None:
    assert [entity.id for entity in gathered().neighbours] == ["b", "f", "c"]


def test_ownership_is_not_followed_without_end() -> None:
    chain = {
        f"c{step}": Entity(id=f"c{step}", schema="Company", caption="", links=(owns(f"c{step}", f"c{step + 1}"),))
        for step in range(20)
    }

    class Long(Shelf):
        def entities(self, ids: Iterable[str], as_of: date | None = None) -> tuple[Entity, ...]:
            return tuple(chain[id] for id in ids if id in chain)

    dossier = gather(Pack(title="T", as_of=DAY, entities=("c0",)), cast("Library", Long()))
    assert [entity.id for entity in dossier.neighbours] == [f"c{step}" for step in range(1, 9)]


def test_what_the_library_does_not_hold_is_named() -> None:
    dossier = gathered(measures=("measure-x", "measure-y"), positions=("p1", "p9"), issues=("i1", "i9"))
    assert dossier.missing == ("measure-y", "p9", "i9", "s-p1")


def test_an_issue_picked_without_a_position_brings_all_known_by_the_day() -> None:
    assert [item.id for item in gathered(positions=("p1",), issues=("i1", "i2")).positions] == ["p1", "p2"]
    assert [item.id for item in gathered(issues=("i1",)).positions] == ["p1", "p4"]


def test_an_issue_is_there_when_only_its_position_was_picked() -> None:
    assert [issue.id for issue in gathered(positions=("p2",)).issues] == ["i2"]


def test_events_name_a_pick_or_nobody_unless_the_pack_chooses_them() -> None:
    assert [event.id for event in gathered().events] == ["e1", "e2"]
    assert [event.id for event in gathered(settings=Settings(events=("e3",))).events] == ["e3"]


def test_every_source_that_a_fact_names_or_the_text_cites_is_there_and_each_list_is_one() -> None:
    section = PackSection(id="x", kind="text", title="X", text="So it is [@cited].")
    dossier = gathered(measures=("measure-x",), sections=(section,))
    ids = [source.id for source in dossier.sources]
    assert ids == ["cited", "s-event", "s-link", "s-measure", "s-name", LIST.id]
    assert dossier.sources[-1].kind == "list"
    assert dossier.sources[-1].sha256 == "ab"


def test_an_undated_list_is_a_source_without_a_date() -> None:
    class Undated(Shelf):
        def snapshots(self, as_of: date | None = None, *, ids: Iterable[str] | None = None) -> tuple[Snapshot, ...]:
            return () if ids is not None else (replace(LIST, published=None),)

    dossier = gather(Pack(title="T", as_of=DAY, entities=("a",)), cast("Library", Undated()))
    assert dossier.sources[-1].date is None


def test_a_list_of_no_regime_that_states_nothing_here_is_left_out() -> None:
    assert [item.id for item in gathered().lists] == [LIST.id]


def test_the_older_snapshot_that_a_delisted_picks_facts_come_from_is_there() -> None:
    class Moved(Shelf):
        def snapshots(self, as_of: date | None = None, *, ids: Iterable[str] | None = None) -> tuple[Snapshot, ...]:
            known = {LIST.id: LIST, "l@2026#2": replace(LIST, id="l@2026#2")}
            return tuple(known[id] for id in ids) if ids is not None else (known["l@2026#2"],)

    dossier = gather(Pack(title="T", as_of=DAY, entities=("a",)), cast("Library", Moved()))
    assert [item.id for item in dossier.lists] == ["l@2026#2", LIST.id]


def test_the_rulebooks_rows_for_the_picks_tags_travel_along() -> None:
    assert [row.tag for row in gathered().programmes] == ["RUSSIA-EO14024"]
