"""What a list itself changed keeps its cause, and a designation that came or went is one row."""

from datetime import date

from briefer.analysis.moved_lists import of_lists
from briefer.model.answers import FieldChange
from briefer.model.moved import MovedList


def change(field: str, old: str, new: str, cause: str = "source") -> FieldChange:
    return FieldChange(id="a", field=field, old=old, new=new, cause=cause)


def of(*changes: FieldChange, **facts: object) -> MovedList:
    stated = {"former": "l@1", "latter": "l@2", "after": date(2025, 3, 28), "changed": changes, **facts}
    return MovedList(list="l", title="L", **stated)  # type: ignore[arg-type]


def test_entries_that_came_and_went_are_named_with_both_states() -> None:
    rows = list(of_lists((of(added=("a",), removed=("b",)),)))
    assert [(row.what, row.id, row.cause) for row in rows] == [("added", "a", "source"), ("removed", "b", "source")]
    assert {row.sources for row in rows} == {("l@1", "l@2")}
    assert rows[0].when is not None
    assert rows[0].when.first == date(2025, 3, 28)


def test_a_designation_that_came_or_went_whole_is_one_row() -> None:
    rows = list(
        of_lists(
            (
                of(
                    change("designation US NEW: programme", "", "NEW"),
                    change("designation US NEW: start", "", "2025-03-01"),
                    change("designation EU 269/2014: programme", "269/2014", ""),
                    change("designation EU 269/2014: list", "Annex I", ""),
                    change("designation UK ACT: amended", "1", "2"),
                ),
            )
        )
    )
    assert [(row.what, row.regime, row.tags, row.title) for row in rows] == [
        ("added", "US", ("NEW",), ""),
        ("removed", "EU", ("269/2014",), ""),
        ("changed", "UK", ("ACT",), "amended"),
    ]


def test_each_difference_keeps_its_cause() -> None:
    rows = list(of_lists((of(change("alias", "x", "y"), change("remarks", "", "z", "reading"), after=None),)))
    assert [(row.title, row.old, row.new, row.cause) for row in rows] == [
        ("alias", "x", "y", "source"),
        ("remarks", "", "z", "reading"),
    ]
    assert rows[0].when is None


def test_a_list_that_was_not_compared_says_nothing() -> None:
    assert not list(of_lists((of(former="", late=True),)))
