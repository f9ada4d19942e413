"""The changes of a list, narrowed to what somebody asks for."""

import pytest

from briefer.library import Library
from briefer.model.answers import FIELD_GROUPS, ListChanges, Narrowing
from briefer.model.errors import BadCall
from briefer.model.facts import Link

from .lists import listing, record, tag

OLD = (
    record("ofac-1", "A", values_=(("passportNumber", "P1"), ("birthDate", "1950"), ("address", "Here"))),
    record("ofac-2", "Gone", tags=(tag("CUBA"),)),
    record("ofac-3", "Moved", tags=(tag("CUBA", "2020-01-01"),)),
    record("ofac-5", "Same"),
)
OWNS = Link(kind="Ownership", subject="ofac-1", object="ofac-3")
NEW = (
    record("ofac-1", "A", "Alias", values_=(("passportNumber", "P2"), ("birthDate", "1951"), ("address", "There"))),
    record("ofac-3", "Moved", tags=(tag("IRAN", "2020-02-01"),), links=(OWNS,), remarks="Said."),
    record("ofac-4", "New", tags=(tag("Iran"),)),
    record("ofac-5", "Same"),
)


@pytest.fixture
def two(library: Library) -> Library:
    library.import_list(listing(*OLD, published="2025-01-01"))
    library.import_list(listing(*NEW, published="2025-02-01"), accept_drop=True)
    return library


def asked(library: Library, **parts: tuple[str, ...]) -> ListChanges:
    return library.changes("ofac-sdn", narrowing=Narrowing(**parts))


def test_what_is_left_out_is_counted(two: Library) -> None:
    whole = two.changes("ofac-sdn")
    some = asked(two, kinds=("added",))
    assert (some.added, some.removed, some.changed) == (("ofac-4",), (), ())
    assert (some.count, some.all, some.all_fields, whole.all) == (1, whole.count, len(whole.changed), None)
    assert some.captions == (("ofac-4", "New"),)
    assert asked(two, kinds=("added", "removed")).count == 2


GROUPED = {
    "names": {"alias"},
    "dates": {"birthDate", "designation US CUBA: start", "designation US IRAN: start"},
    "listings": {f"designation US {tag}: {part}" for tag in ("CUBA", "IRAN") for part in ("start", "programme")},
    "identifiers": {"passportNumber"},
    "places": {"address"},
    "links": {"link Ownership"},
    "remarks": {"remarks"},
    "passportNumber": {"passportNumber"},
    "start": {"designation US CUBA: start", "designation US IRAN: start"},
    "designation US CUBA: start": {"designation US CUBA: start"},
}


@pytest.mark.parametrize("field", GROUPED)
def test_a_group_a_field_and_a_part_of_a_listing_name_fields(two: Library, field: str) -> None:
    found = asked(two, fields=(field,))
    assert {change.field for change in found.changed} == GROUPED[field]
    assert (found.added, found.removed, found.note) == ((), (), "")


def test_every_group_is_tried() -> None:
    assert set(FIELD_GROUPS) <= GROUPED.keys()


def test_a_field_in_which_nothing_changed_names_those_in_which_something_did(two: Library) -> None:
    found = asked(two, fields=("name", "until", "link Family"))
    assert found.changed == ()
    assert found.note.startswith("Nothing changed in a field “name”; what changed is in address, alias, birthDate")
    assert "a field “until”" in found.note


def test_a_field_that_the_list_has_not_is_refused_with_those_that_it_has(two: Library) -> None:
    with pytest.raises(BadCall, match=r"“brithDate” is no field of ofac-sdn; say names, .*, or one of address, alias"):
        asked(two, fields=("birthDate", "brithDate"))


def test_a_programme_is_that_of_either_day(two: Library) -> None:
    cuba, iran = asked(two, programmes=("cuba",)), asked(two, programmes=("IRAN",))
    assert (cuba.removed, {change.id for change in cuba.changed}) == (("ofac-2",), {"ofac-3"})
    assert (iran.added, {change.id for change in iran.changed}) == (("ofac-4",), {"ofac-3"})
    assert asked(two, programmes=("CUBA", "IRAN"), kinds=("added", "removed")).count == 2


def test_one_entity_is_asked_for_by_its_id(two: Library) -> None:
    assert {change.id for change in asked(two, entities=("ofac-1",)).changed} == {"ofac-1"}
    assert asked(two, entities=("ofac-2",)).removed == ("ofac-2",)
    assert asked(two, entities=("ofac-5",)).count == 0
    with pytest.raises(BadCall, match="The list ofac-sdn has never held “ofac-9”"):
        asked(two, entities=("ofac-1", "ofac-9"))


def test_who_is_shown_is_named(two: Library) -> None:
    assert asked(two, fields=("names",)).captions == (("ofac-1", "A"),)


def test_a_field_of_who_came_or_went_is_no_question(two: Library) -> None:
    with pytest.raises(BadCall, match="Who was added or removed has no field and no cause"):
        asked(two, kinds=("added", "removed"), fields=("names",))
    assert asked(two, kinds=("added", "changed"), fields=("names",)).count == 1


def test_a_cause_leaves_out_those_of_the_others_and_who_came_or_went(two: Library) -> None:
    assert asked(two, causes=("source",)).count == len(two.changes("ofac-sdn").changed)
    assert asked(two, causes=("reading", "format")).count == 0
