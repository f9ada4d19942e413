from dataclasses import dataclass, replace
from datetime import date

from briefer.model.answers import FieldChange, ListChanges, ListRow
from briefer.model.desk import Row
from briefer.service.changed import changed

SINCE, DAY = date(2025, 3, 1), date(2025, 3, 21)


@dataclass
class Held:
    """Answers as a library of one list does."""

    day: date | None = DAY

    def lists(self) -> tuple[ListRow, ...]:
        row = ListRow(list="sdn", title="SDN list", published=self.day, imported="", sha256="", entities=3)
        return (row,)

    def changes(self, list_: str, since: date) -> ListChanges:
        field = FieldChange(id="c", field="name", old="Old", new="New", cause="source")
        return ListChanges(
            list=list_,
            from_=since,
            to=self.day,
            added=("a",),
            removed=("b",),
            changed=(field, replace(field, id="d")),
            note="A note.",
            captions=(("a", "Alpha"),),
        )

    def rows(self, ids: tuple[str, ...]) -> tuple[Row, ...]:
        known = {"c": "Gamma"}
        return tuple(
            Row(id=id, caption=known[id], schema="Person", programmes=(), listed=True) for id in ids if id in known
        )


def test_a_line_a_change_with_names_where_they_are_known() -> None:
    found = changed(Held(), SINCE)  # type: ignore[arg-type]
    assert [(each.what, each.caption) for each in found.changes] == [
        ("added", "Alpha"),
        ("removed", "b"),
        ("changed", "Gamma"),
        ("changed", "d"),
    ]
    assert found.notes == ("A note.",)
    assert found.changes[2].list == "SDN list"


def test_only_those_that_were_asked_for() -> None:
    found = changed(Held(), SINCE, ("b", "c"))  # type: ignore[arg-type]
    assert [each.id for each in found.changes] == ["b", "c"]


def test_a_list_that_did_not_come_out_since_tells_nothing() -> None:
    assert changed(Held(SINCE), SINCE).changes == ()  # type: ignore[arg-type]
    assert changed(Held(None), SINCE).changes  # type: ignore[arg-type]
    assert changed(None, SINCE).changes == ()
