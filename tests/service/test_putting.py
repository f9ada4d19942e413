from dataclasses import replace
from datetime import date

import pytest

from briefer.model.pack import Pack, PackSection, Tranche
from briefer.model.views import Change
from briefer.service import putting

DAY = date(2025, 3, 31)


def section(id: str, kind: str, **more: object) -> PackSection:
    return PackSection(id=id, kind=kind, title=id, **more)  # type: ignore[arg-type]


@pytest.fixture
def pack() -> Pack:
    sections = (
        section("in-force", "in-force"),
        section("part", "text", include=False),
        section("relief", "relief", parent="part"),
        section("sources", "sources"),
    )
    return Pack(title="P", as_of=DAY, entities=("a", "b"), measures=("m",), issues=("ease",), sections=sections)


def test_a_section_prints_only_with_what_it_stands_under(pack: Pack) -> None:
    assert not putting.prints(pack, "relief")
    shown = putting.show(pack, "relief", "Relief")
    assert putting.prints(shown, "relief")
    assert [each.id for each in shown.sections] == [each.id for each in pack.sections]


def test_a_section_that_is_missing_is_added_before_the_sources(pack: Pack) -> None:
    shown = putting.show(pack, "ownership", "Who else is freed")
    assert [each.id for each in shown.sections][-2:] == ["ownership", "sources"]
    taken = replace(pack, sections=(section("ownership", "text"),))
    assert [each.id for each in putting.show(taken, "ownership", "x").sections] == ["ownership", "ownership-1"]


def test_tranches_become_options_with_a_section_each(pack: Pack) -> None:
    tranches = (Tranche(id="one", title="First", section="kept"), Tranche(id="two", title="Second"))
    shown = putting.put_tranches(pack, tranches, "Options")
    assert [each.section for each in shown.tranches] == ["kept", "option-two"]
    added = next(each for each in shown.sections if each.id == "option-two")
    assert (added.kind, added.parent, added.title) == ("option", "options", "Second")
    again = putting.put_tranches(shown, shown.tranches, "Options")
    assert again == shown


def test_timeline_and_positions_carry_what_was_asked(pack: Pack) -> None:
    shown = putting.put_timeline(pack, ("listing",), "Timeline")
    assert shown.settings.timeline == ("listing",)
    assert putting.prints(shown, "timeline")
    shown = putting.put_positions(pack, ("p1",), date(2025, 3, 1), "Positions")
    assert shown.positions == ("p1",)
    assert shown.settings.since == date(2025, 3, 1)
    assert putting.put_positions(shown, (), None, "Positions").settings.since == date(2025, 3, 1)


def test_changes_are_written_out_and_the_rest_is_counted(pack: Pack) -> None:
    changes = [Change(list="SDN", id=f"x{n}", caption="X", what="added") for n in range(putting.AT_MOST + 2)]
    changes[0] = Change(list="SDN", id="y", caption="Y", what="changed", field="name", old="", new="Z", cause="source")
    shown = putting.put_changes(pack, changes, "Changes since 1 March", ("A note.",))
    added = next(each for each in shown.sections if each.title == "Changes since 1 March")
    assert added.text.startswith("A note.\n\n- SDN: Y (y), name: nothing → Z\n- SDN: X (x1) added\n")
    assert added.text.endswith("\n\nAnd 2 more.\n")
    empty = putting.put_changes(Pack(title="P", as_of=DAY), (), "None", ("Nothing changed.",))
    assert empty.sections[0].text == "Nothing changed.\n"


def test_a_tick_names_a_pick_or_takes_it_out(pack: Pack) -> None:
    tranche = Tranche(id="t", title="T")
    ticked = putting.named(pack, putting.named(pack, tranche, "b", ()), "m", ())
    assert (ticked.entities, ticked.measures) == (("b",), ("m",))
    assert putting.named(pack, ticked, "b", ()).entities == ()


def test_an_option_that_named_nobody_first_names_all_it_covered(pack: Pack) -> None:
    licence = Tranche(id="l", title="L", kind="licence")
    assert putting.named(pack, licence, "a", ("a", "b")).entities == ("b",)


def test_a_new_tranche_has_an_id_of_its_own_and_the_packs_issue(pack: Pack) -> None:
    first = putting.fresh(pack, (), "One")
    assert (first.id, first.issues) == ("tranche-1", ("ease",))
    assert putting.fresh(pack, (first,), "Two").id == "tranche-2"


def test_a_varied_tranche_has_an_id_of_its_own_and_no_section_yet() -> None:
    tranches = (Tranche(id="tranche-1", title="First", entities=("a",), section="option-a"),)
    made = putting.varied(tranches, 0, "First, varied")
    assert made == Tranche(id="tranche-2", title="First, varied", entities=("a",))
