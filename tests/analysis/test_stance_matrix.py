"""The matrix shows the latest stance, what changed since a day, and where nothing is recorded."""

from dataclasses import replace
from datetime import date

from briefer.analysis.stance_matrix import Ledger, matrix
from briefer.model.brief import Dossier
from briefer.model.facts import PartialDate
from briefer.model.policy import Issue, Position, Source
from briefer.model.stances import Stand

DAY = date(2025, 3, 31)


def on(text: str) -> PartialDate:
    when = date.fromisoformat(text)
    return PartialDate(text=text, earliest=when, latest=when)


def said(id: str, holder: str, issue: str, stance: int | None, day: str = "", **more: str) -> Position:
    dated = on(day) if day else None
    return Position(id=id, holder=holder, issue=issue, stance=stance, said_on=dated, **more)  # type: ignore[arg-type]


DOSSIER = Dossier(
    as_of=DAY,
    issues=(Issue(id="i-2", title="Second", order=2), Issue(id="i-1", title="First", order=1)),
    positions=(
        said("b-1", "Carl Muster", "i-2", 0, "2025-02-01"),
        said("a-1", "Anna Beispiel", "i-1", -2, "2025-01-10", capacity="Minister"),
        said("a-2", "Anna Beispiel", "i-1", -1, "2025-03-10", capacity="Chancellor", source="s-1"),
        said("a-3", "Anna Beispiel", "i-1", 2, "2025-04-10", capacity="Pensioner"),
        said("c-1", "Dora Probe", "i-3", None, "2025-03-05", basis="inferred"),
    ),
    sources=(Source(id="s-1", title="T", publisher="Agency, carried by The Daily"),),
)


def stand(holder: str, issue: str, since: date | None = None) -> Stand:
    return Ledger(DOSSIER).stand(holder, issue, since)


def test_the_matrix_has_every_issue_in_order_and_every_holder_as_first_heard() -> None:
    found = matrix(DOSSIER)
    assert [issue.id for issue in found.issues] == ["i-1", "i-2", "i-3"]
    assert [(row.holder, row.capacity) for row in found.rows] == [
        ("Anna Beispiel", "Chancellor"),
        ("Carl Muster", ""),
        ("Dora Probe", ""),
    ]
    assert (found.as_of, found.since, found.filled) == (DAY, None, 3)


def test_a_cell_holds_the_latest_stance_of_the_day() -> None:
    found = stand("Anna Beispiel", "i-1")
    assert found.position is not None
    assert (found.position.id, found.on, found.strength, found.earlier) == ("a-2", date(2025, 3, 10), 1, ("a-1",))
    assert (found.hands.length, found.hands.hand) == (2, "second")
    assert (found.trend, found.by, found.blank) == ("", None, "")
    assert not found.ours


def test_an_earlier_day_shows_what_stood_then() -> None:
    (row, *_) = matrix(DOSSIER, as_of=date(2025, 2, 15)).rows
    assert row.stands[0].position == DOSSIER.positions[1]
    assert row.capacity == "Minister"


def test_a_cell_says_how_it_moved_since_a_day() -> None:
    moved = stand("Anna Beispiel", "i-1", date(2025, 3, 1))
    assert (moved.trend, moved.by, moved.blank) == ("moved towards easing by 1", 1, "")
    fresh = stand("Anna Beispiel", "i-1", date(2025, 1, 1))
    assert (fresh.trend, fresh.by) == ("first recorded", None)


def test_a_cell_that_moved_by_report_alone_says_so_and_counts_no_move() -> None:
    dossier = Dossier(
        as_of=DAY,
        issues=(Issue(id="i-1", title="First", order=1),),
        positions=(
            said("a-1", "Anna Beispiel", "i-1", 0, "2025-02-18"),
            said("a-2", "Anna Beispiel", "i-1", -1, "2025-03-05", basis="reported"),
        ),
    )
    found = matrix(dossier, since=date(2025, 3, 1)).rows[0].stands[0]
    assert found.position == dossier.positions[1]
    assert (found.trend, found.by) == ("no move on record; moved away from easing by 1 step by report only", 0)


def test_a_holder_who_was_silent_since_a_day_is_blank_since_then_and_keeps_the_earlier_stance() -> None:
    found = stand("Carl Muster", "i-2", date(2025, 3, 1))
    assert (found.blank, found.trend, found.by, found.strength) == ("since", "unchanged", 0, 0)
    assert found.position == DOSSIER.positions[0]
    assert matrix(DOSSIER, since=date(2025, 3, 1)).rows[1].stands[1] == found


def test_a_holder_without_a_position_is_an_honest_blank() -> None:
    assert stand("Carl Muster", "i-1", date(2025, 3, 1)) == Stand(holder="Carl Muster", issue="i-1", blank="none")


def test_a_holder_who_is_asked_for_has_a_row_even_without_a_position() -> None:
    (row,) = matrix(DOSSIER, holders=["Emil Leer", "Emil Leer"]).rows
    assert {cell.blank for cell in row.stands} == {"none"}


def test_a_stance_that_we_inferred_is_marked_as_ours_and_an_unclear_one_has_no_strength() -> None:
    found = stand("Dora Probe", "i-3")
    assert found.ours
    assert found.strength is None
    assert found.hands.hand == "unknown"


def test_an_undated_position_is_not_called_silent() -> None:
    ledger = Ledger(replace(DOSSIER, positions=(said("u", "Anna Beispiel", "i-1", 1),)))
    found = ledger.stand("Anna Beispiel", "i-1", date(2025, 3, 1))
    assert (found.on, found.blank, found.trend) == (None, "", "unchanged")
