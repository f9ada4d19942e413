"""What changed since a day, for the window."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefer.library import Library
from briefer.model.answers import FieldChange, ListChanges, ListRow, Narrowing
from briefer.model.errors import BadCall
from briefer.service import Briefer
from briefer.service.changed import changed
from tests.library.lists import listing, record, tag

SINCE, DAY = date(2025, 3, 1), date(2025, 3, 21)


@dataclass
class Held:
    """Answers as a library of one list does."""

    day: date | None = DAY

    def lists(self) -> tuple[ListRow, ...]:
        row = ListRow(list="sdn", title="SDN list", published=self.day, imported="", sha256="", entities=3)
        return (row,)

    def changes(
        self, list_: str, since: date, *, only: Collection[str] | None, narrowing: Narrowing | None
    ) -> ListChanges:
        field = FieldChange(id="c", field="name", old="Old", new="New", cause="source")
        whole = ListChanges(
            list=list_,
            from_=since,
            to=self.day,
            added=("a",),
            removed=("b",),
            changed=(field, replace(field, id="d")),
            note="A note.",
            captions=(("a", "Alpha"), ("c", "Gamma")),
        )
        return replace(whole, changed=(field,), added=(), removed=(), all=4) if only or narrowing else whole


def test_a_line_a_change_with_names_where_they_are_known() -> None:
    found = changed(Held(), SINCE)  # type: ignore[arg-type]
    assert [(each.what, each.caption) for each in found.changes] == [
        ("added", "Alpha"),
        ("removed", "b"),
        ("changed", "Gamma"),
        ("changed", "d"),
    ]
    assert (found.notes, found.left_out) == (("A note.",), 0)
    assert found.changes[2].list == "SDN list"


@pytest.mark.parametrize("how", [{"only": ("c",)}, {"narrowing": Narrowing(fields=("names",))}])
def test_the_library_narrows_and_what_it_leaves_out_is_counted(how: dict[str, Any]) -> None:
    found = changed(Held(), SINCE, **how)  # type: ignore[arg-type]
    assert ([each.id for each in found.changes], found.left_out) == (["c"], 3)


def test_a_library_narrows_each_of_its_lists(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite") as library:
        for of in ("sdn", "cons"):
            library.import_list(listing(record(f"{of}-1"), record(f"{of}-2"), of=of, published="2025-03-01"))
            library.import_list(
                listing(record(f"{of}-1", "New", "Other"), record(f"{of}-2"), of=of, published="2025-03-20")
            )
        whole = changed(library, SINCE)
        some = changed(library, SINCE, narrowing=Narrowing(fields=("alias",)))
        assert {each.field for each in some.changes} == {"alias"}
        assert len(some.changes) + some.left_out == len(whole.changes)
        assert {each.id for each in changed(library, SINCE, ("sdn-1",)).changes} == {"sdn-1"}


def test_a_programme_that_its_list_has_renamed_is_asked_for_by_either_name(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        for name, day in (("SYRIA", "2025-03-01"), ("PAARSSR", "2025-03-20")):
            library.import_list(listing(record("ofac-1", tags=(tag(name),)), published=day))
    for name in ("syria", "PAARSSR"):
        assert Briefer(path).changes("ofac-sdn", narrowing=Narrowing(programmes=(name,))).count
    with pytest.raises(BadCall, match="“SYRIO” is no programme"):
        Briefer(path).changes("ofac-sdn", narrowing=Narrowing(programmes=("SYRIA", "SYRIO")))


def test_a_list_that_did_not_come_out_since_tells_nothing() -> None:
    assert changed(Held(SINCE), SINCE).changes == ()  # type: ignore[arg-type]
    assert changed(Held(None), SINCE).changes  # type: ignore[arg-type]
    assert changed(None, SINCE).changes == ()
