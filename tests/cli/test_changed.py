"""What changed is told by its cause, with long values around the difference."""

from dataclasses import replace
from datetime import date

from briefer.cli import changed
from briefer.model.answers import FieldChange, ListChanges, Narrowing


def change(id: str, cause: str, old: str = "a", new: str = "b") -> FieldChange:
    return FieldChange(id=id, field="alias", old=old, new=new, cause=cause)


def said(*changes: FieldChange) -> list[str]:
    found = ListChanges(
        list="l", from_=date(2025, 1, 1), to=None, added=("x",), captions=(("x", "X"),), changed=changes
    )
    return list(changed.lines(found))


def test_the_publishers_changes_are_counted_and_shown_first() -> None:
    first, added, *rest = said(change("a", "format"), change("b", "source"), change("a", "reading"))
    assert first.startswith("l, 2025-01-01 to undated: 1 added, 0 removed, 1 changed by the publisher, 1 read better")
    assert "different only" not in first
    assert added == "  added x X"
    assert [line.rpartition("(")[2] for line in rest] == ["source)", "reading)", "format)"]


def test_many_differences_of_format_are_cut_short() -> None:
    assert said(*(change(f"e{n}", "format") for n in range(25)))[-1] == (
        "  and 5 more fields that one format cannot say (--json shows all)"
    )
    assert "0 changed by the publisher, 25 different only" in said(*(change(f"e{n}", "format") for n in range(25)))[0]


def test_an_entity_is_counted_once_by_the_first_of_its_causes() -> None:
    first = said(change("a", "format"), change("b", "format"), change("a", "source"))[0]
    assert first.endswith("1 changed by the publisher, 1 different only in what one of the two formats can say")


def test_changes_alike_in_many_entities_are_cut_short() -> None:
    lines = said(*(change(f"e{n}", "source") for n in range(30)), change("x", "source", new="c"))
    assert lines[-2:] == [
        "  and 25 more whose alias changed from and to the same (--json shows all)",
        "  x (X) alias: “a” → “c” (source)",
    ]
    assert len(lines) == 2 + 5 + 2
    assert len(said(*(change(f"e{n}", "source") for n in range(10)))) == 2 + 10


def test_where_nothing_was_compared_the_note_says_why() -> None:
    found = ListChanges(list="l", from_=None, to=None, note="Only one.", compared=False)
    assert list(changed.lines(found))[1:] == ["  Only one."]


def test_long_values_are_shown_around_the_difference() -> None:
    before, after = "x" * 100, "y" * 100
    assert (
        f"“…{'x' * 30}uno{'y' * 30}…” → “…{'x' * 30}other{'y' * 30}…”"
        in said(change("a", "source", f"{before}uno{after}", f"{before}other{after}"))[-1]
    )
    assert f"“” → “{'z' * 120} … 30 characters more”" in said(change("a", "source", "", "z" * 150))[-1]


def test_a_new_listing_is_told_with_its_start_or_with_the_day_of_its_row_as_such() -> None:
    def part(id: str, name: str, text: str) -> FieldChange:
        return FieldChange(id=id, field=f"designation US RUSSIA-EO14024: {name}", old="", new=text, cause="source")

    tag = [part(id, "programme", "RUSSIA-EO14024") for id in ("a", "b", "c")]
    row = [part(id, "published", "2018-08-15") for id in ("a", "b")]
    lines = said(*tag, *row, part("b", "start", "2022-02-24"), part("a", "list", "SDN"))
    assert lines[2:] == [
        "  a added: listing SDN under RUSSIA-EO14024, row published 15 August 2018 (source)",
        "  b added: listing under RUSSIA-EO14024, 24 February 2022 (source)",
        "  c added: listing under RUSSIA-EO14024 (source)",
    ]


def test_where_changes_are_left_out_the_lines_and_the_json_say_how_many() -> None:
    whole = ListChanges(list="l", from_=None, to=date(2025, 1, 1), added=("x",), changed=(change("a", "source"),))
    some = replace(whole, added=(), all=1_512, all_fields=1_511)
    assert list(changed.lines(some))[:2] == [
        "l, undated to 2025-01-01: 1 row of changed fields in 1 entity (1 row changed by the publisher)",
        "  left out: 1 entity added or removed, 1,510 rows of changed fields",
    ]
    both = replace(some, changed=(*some.changed, change("a", "format"), change("b", "source")))
    assert next(changed.lines(both)).endswith(
        ": 3 rows of changed fields in 2 entities (2 rows changed by the publisher, "
        "1 row different only in what one of the two formats can say)"
    )
    assert not any("left out" in line for line in changed.lines(replace(whole, all=2, all_fields=1)))
    gone = replace(whole, removed=("y", "z"), changed=(), all=3, all_fields=0)
    assert next(changed.lines(gone)).endswith(": 1 entity added; 2 entities removed")
    assert next(changed.lines(replace(gone, added=(), removed=()))).endswith(": nothing of what was asked for")
    assert not any("left out" in line for line in changed.lines(whole))
    counted = [(found["shown"], found["all"]) for found in (changed.value(each, Narrowing()) for each in (whole, some))]
    assert counted == [(2, 2), (1, 1_512)]


def part(name: str, old: str, new: str, id: str = "a", tag: str = "US RUSSIA-EO14024") -> FieldChange:
    return FieldChange(id=id, field=f"designation {tag}: {name}", old=old, new=new, cause="source")


def test_a_designation_that_came_or_went_is_one_line() -> None:
    new = {"programme": "RUSSIA-EO14024", "list": "SDN", "authority": "EO 14024", "published": "2025-01-10"}
    came = [part(name, "", value) for name, value in new.items()]
    went = [part("programme", "CUBA", "", tag="US CUBA"), part("start", "1986", "", tag="US CUBA")]
    assert said(*came, *went)[2:] == [
        "  a added: listing SDN under RUSSIA-EO14024, row published 10 January 2025 (source)",
        "  a removed: listing under CUBA, 1986 (source)",
    ]
    assert said(*(replace(each, cause="format") for each in came))[2:] == [
        "  a added: listing SDN under RUSSIA-EO14024, row published 10 January 2025 (format)"
    ]


def test_a_part_of_a_designation_that_stays_is_a_line_of_its_own() -> None:
    assert said(part("start", "", "2025-01-10"))[2:] == [
        "  a designation US RUSSIA-EO14024: start: “” → “2025-01-10” (source)"
    ]
    assert len(said(part("programme", "IRAN", "IRAN; IRAN-2"), part("list", "SDN", ""))) == 4
