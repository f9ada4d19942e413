"""Sources, issues, positions, events and measures: what replaces what, and what is told."""

from dataclasses import replace
from datetime import date

import pytest

from briefer.library import Library
from briefer.library.tables import statement
from briefer.model.answers import Warned
from briefer.model.errors import Cancelled
from briefer.model.facts import Event, Measure, PartialDate
from briefer.model.policy import Issue, Position, Source

from .lists import day, listing, many, rows

SOURCE = Source(id="reuters-1", title="Report", date=day("2025-03-17"))
SAID = Position(id="p-1", holder="Minister", issue="easing", stance=-2, said_on=day("2025-03-10"), source="reuters-1")
UNCLEAR = Position(id="p-2", holder="Envoy", issue="assets", stance=None, source="reuters-1")


def test_rows_are_counted_by_what_they_changed(library: Library) -> None:
    first = library.import_rows(rows("positions", SOURCE, SAID, UNCLEAR))
    assert (first.list, first.format, first.published) == ("positions", "positions", None)
    assert (first.entities, first.added, first.changed, first.unchanged) == (2, 2, 0, 0)
    again = library.import_rows(rows("positions", SOURCE, replace(SAID, stance=-1), UNCLEAR))
    assert (again.added, again.changed, again.unchanged, again.warnings) == (0, 1, 1, ())


def test_a_file_of_no_single_kind_counts_all_its_rows(library: Library) -> None:
    assert library.import_rows(rows("mixed", SOURCE, SAID)).added == 2


def test_a_replaced_statement_is_kept_and_may_come_back(library: Library) -> None:
    other = replace(SAID, paraphrase="Other words")
    for each in (SAID, other, SAID):
        library.import_rows(rows("positions", SOURCE, each))
        assert library.positions(["p-1"]) == (each,)
    with library._reading() as connection:
        kept = connection.execute(statement.select().where(statement.c.kind == "positions")).all()
    assert sorted(row.current for row in kept) == [0, 1]


def test_positions_are_found_by_id_and_by_issue_in_the_order_of_their_days(library: Library) -> None:
    early = replace(SAID, id="p-9", said_on=day("2024-01-01"))
    library.import_rows(rows("positions", UNCLEAR, SAID, early))
    assert library.positions(issues=["easing"]) == (early, SAID)
    assert library.positions(["p-2"], ["easing"]) == (early, SAID, UNCLEAR)
    assert library.positions(everything=True) == (early, SAID, UNCLEAR)
    assert library.positions() == ()


def test_issues_come_in_their_own_order_or_in_the_one_asked_for(library: Library) -> None:
    late, early = Issue(id="a", title="A", order=2), Issue(id="b", title="B", order=1)
    library.import_rows(rows("issues", late, early))
    assert library.issues() == (early, late)
    assert library.issues(["a", "none", "b"]) == (late, early)


def test_events_come_by_date_until_a_day(library: Library) -> None:
    known = [Event(id=f"e-{year}", date=day(f"{year}-02-24"), title="Act") for year in (2022, 2014)]
    unknown = Event(id="e", date=PartialDate(text="once"), title="Rumour")
    library.import_rows(rows("events", *known, unknown))
    assert [each.id for each in library.events()] == ["e", "e-2014", "e-2022"]
    assert [each.id for each in library.events(date(2014, 2, 24))] == ["e", "e-2014"]


def test_measures_and_sources_come_by_id(library: Library) -> None:
    measure = Measure(id="measure-oil", title="Cap", regime="US", authority="EO 14071", sources=("reuters-1",))
    library.import_rows(rows("measures", measure))
    library.import_rows(rows("sources", SOURCE))
    assert library.measures() == library.measures(["measure-oil"]) == (measure,)
    assert library.sources(["none", "reuters-1"]) == (SOURCE,)


def test_an_unknown_source_is_warned_of(library: Library) -> None:
    event = Event(id="e-1", date=day("2022-02-24"), title="Act", sources=("law-1",))
    report = library.import_rows(rows("positions", SAID, event, Issue(id="easing", title="Easing")))
    assert report.warnings == (
        Warned(record="p-1", message="names source reuters-1, which the library does not hold"),
        Warned(record="e-1", message="names source law-1, which the library does not hold"),
    )


def test_a_snapshot_serves_as_a_source(library: Library) -> None:
    library.import_list(listing(*many(1), published="2025-01-01"))
    cites = replace(SAID, source=library.snapshots()[0].id)
    assert library.import_rows(rows("positions", cites)).warnings == ()


def test_what_a_position_is_about_is_warned_of_where_it_is_unknown(library: Library) -> None:
    library.import_list(listing(*(held := many(1))))
    ban = Measure(id="measure-ban", title="Ban", regime="EU", authority="Act")
    about = replace(SAID, entities=(held[0].id, "ofac-x", "ofac-x"), measures=("measure-ban", "measure-x"))
    report = library.import_rows(rows("positions", SOURCE, ban, about))
    assert report.warnings == (
        Warned(record="p-1", message="names ofac-x, which the library does not hold"),
        Warned(record="p-1", message="names measure-x, which the library does not hold"),
    )


def test_a_second_row_of_one_id_is_warned_of_where_it_differs(library: Library) -> None:
    report = library.import_rows(rows("sources", SOURCE, SOURCE, replace(SOURCE, title="Other")))
    assert [each.record for each in report.warnings] == ["reuters-1"]
    assert report.entities == 1
    assert library.sources() == (SOURCE,)


def test_a_dry_run_of_rows_keeps_nothing(library: Library) -> None:
    report = library.import_rows(rows("sources", SOURCE, Warned(record="x", message="y")), dry_run=True)
    assert (report.added, report.dry_run, report.warnings) == (1, True, (Warned(record="x", message="y"),))
    assert library.sources() == ()


def test_a_cancelled_import_of_rows_keeps_nothing(library: Library) -> None:
    def stop(_stage: str, _done: int, _total: int | None) -> None:
        raise Cancelled

    many_sources = [replace(SOURCE, id=f"s-{number}") for number in range(500)]
    with pytest.raises(Cancelled):
        library.import_rows(rows("sources", *many_sources), progress=stop)
    assert library.sources() == ()


def test_a_reader_of_rows_that_gives_something_else_is_a_bug(library: Library) -> None:
    with pytest.raises(TypeError, match="a reader of statements gave"):
        library.import_rows(rows("sources", many(1)[0]))
