"""Two people's changes to one pack."""

from dataclasses import replace
from datetime import date

from briefer.model.pack import Pack, PackSection
from briefer.service import edits
from briefer.service.merging import SETTLE, both_changed, merge

BASE = Pack(
    title="T",
    as_of=date(2025, 3, 31),
    entities=("a", "b", "c"),
    keys={"s1": "F1"},
    sections=tuple(PackSection(id=id, kind="text", title=id.upper(), text=f"{id}.") for id in ("one", "two", "three")),
)


def texts(pack: Pack) -> dict[str, str]:
    return {each.id: each.text for each in pack.sections}


def order(pack: Pack) -> list[str]:
    return [each.id for each in pack.sections]


def test_what_only_one_has_changed_is_taken_from_him() -> None:
    mine = replace(edits.change(BASE, "one", text="Mine."), title="My title")
    theirs = replace(edits.change(BASE, "two", text="Theirs.", status="reviewed"), marking="CUI")
    merged = merge(BASE, mine, theirs)
    assert texts(merged) == {"one": "Mine.", "two": "Theirs.", "three": "three."}
    assert (merged.title, merged.marking) == ("My title", "CUI")
    assert edits.section(merged, "two").status == "reviewed"  # type: ignore[union-attr]
    assert both_changed(BASE, mine, theirs) == ()


def test_where_both_wrote_both_texts_stay_and_somebody_settles_it() -> None:
    mine, theirs = (edits.change(BASE, "two", text=f"{who} words.") for who in ("My", "Their"))
    assert both_changed(BASE, mine, theirs) == ("two",)
    assert texts(merge(BASE, mine, theirs))["two"] == f"My words.\n\n{SETTLE}\n\nTheir words.\n"
    assert merge(BASE, mine, mine) == mine


def test_picks_are_added_by_either_and_taken_out_by_either() -> None:
    mine = replace(BASE, entities=("a", "c", "d"), keys={"s1": "F1", "s2": "F2"})
    theirs = replace(BASE, entities=("a", "b", "e"), keys={"s1": "F1", "s3": "F2"})
    merged = merge(BASE, mine, theirs)
    assert merged.entities == ("a", "d", "e")
    assert merged.keys == {"s1": "F1", "s3": "F2"}


def test_sections_that_are_new_keep_their_place_and_what_was_deleted_stays_away() -> None:
    mine, _id = edits.insert(BASE, "one", "Mine")
    theirs = edits.delete(edits.step(BASE, "three", -1), "one")
    merged = merge(BASE, mine, theirs)
    assert order(merged) == ["text-1", "three", "two"] or set(order(merged)) == {"text-1", "two", "three"}
    assert "one" not in order(merged)


def test_a_section_that_was_deleted_here_and_changed_there_comes_back() -> None:
    merged = merge(BASE, edits.delete(BASE, "two"), edits.change(BASE, "two", text="Changed."))
    assert texts(merged)["two"] == "Changed."


def test_a_section_that_both_have_made_under_one_name_keeps_both_texts() -> None:
    mine, _id = edits.insert(BASE, "three", "New")
    theirs = edits.change(mine, "text-1", text="Theirs.")
    mine = edits.change(mine, "text-1", text="Mine.")
    assert SETTLE in texts(merge(BASE, mine, theirs))["text-1"]


def test_my_order_stands_where_i_have_changed_it() -> None:
    assert order(merge(BASE, edits.step(BASE, "one", 1), BASE)) == ["two", "one", "three"]
    assert order(merge(BASE, BASE, edits.step(BASE, "one", 1))) == ["two", "one", "three"]
    first, _id = edits.insert(BASE, "", "Last")
    front = edits.place(first, "text-1", "", "one")
    assert order(merge(BASE, BASE, front))[0] == "text-1"
    assert order(merge(BASE, edits.step(BASE, "one", 1), front))[0] == "text-1"
