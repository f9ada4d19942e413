"""Options kept under names: kept, taken up as the pack is now, let go; older packs have none."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from briefer.model.errors import BadPack
from briefer.model.pack import Pack, PackSection, Tranche
from briefer.pack import parse, to_json
from briefer.service import edits, named
from briefer.service.merging import merge

FIRST = Tranche(id="a", title="First", entities=("p", "q"), section="option-a")
PACK = Pack(
    title="T",
    as_of=date(2025, 3, 31),
    entities=("p", "q"),
    sections=(PackSection(id="option-a", kind="option", title="First"),),
)


def test_options_are_kept_under_a_name_and_taken_up_again() -> None:
    kept = named.keep(named.keep(PACK, "Soft", (FIRST,)), "Hard", ())
    assert named.titles(kept) == ("Soft", "Hard")
    assert named.take(kept, "Soft") == (FIRST,)
    assert named.take(kept, "None") == ()
    again = named.keep(kept, "Soft", ())
    assert named.titles(again) == ("Soft", "Hard")
    assert named.take(again, "Soft") == ()
    assert named.titles(named.drop(kept, "Soft")) == ("Hard",)


def test_what_is_taken_up_is_of_the_picks_and_sections_that_there_are_now() -> None:
    kept = named.keep(PACK, "Soft", (FIRST, replace(FIRST, id="b", entities=("q",)), Tranche(id="c", title="All")))
    now = replace(edits.remove(kept, "entities", ["q"]), sections=())
    assert named.take(now, "Soft") == (
        replace(FIRST, entities=("p",), section=""),
        Tranche(id="c", title="All"),
    )


def test_a_pack_carries_its_sets_and_an_older_one_has_none() -> None:
    kept = named.keep(PACK, "Soft", (FIRST,))
    assert parse(to_json(kept), "a.json") == kept
    older = msgspec.json.decode(to_json(PACK))
    del older["scenarios"]
    assert parse(msgspec.json.encode(older), "a.json") == PACK
    with pytest.raises(BadPack, match=r"scenarios\.0\.colour"):
        parse(to_json(kept).replace(b'"title": "Soft"', b'"title": "Soft", "colour": "red"'), "a.json")


def test_a_change_of_the_sets_alone_is_told_and_merged() -> None:
    kept = named.keep(PACK, "Soft", (FIRST,))
    assert edits.told(PACK, kept) == ("scenarios changed",)
    assert merge(PACK, kept, replace(PACK, title="Theirs")) == replace(kept, title="Theirs")
