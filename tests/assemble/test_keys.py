"""Fact keys: given in order of first use, kept, never given twice."""

from dataclasses import replace

from assemble import made
from briefer import assemble


def test_keys_are_given_in_order_of_first_use() -> None:
    keys = assemble.give_keys(made.pack(keys={}), made.DOSSIER)
    assert (keys["s-law"], keys["s-press"]) == ("F1", "F2")
    assert keys["s-unused"] == "F5"  # the workbook alone uses it, so it comes last


def test_every_source_of_the_dossier_has_a_key_and_no_unknown_one_has() -> None:
    keys = assemble.give_keys(made.pack(keys={}), made.DOSSIER)
    assert set(keys) == {source.id for source in made.DOSSIER.sources}


def test_a_key_once_given_stays_and_a_freed_number_is_not_given_again() -> None:
    stored = {"gone": "F9", "s-eu": "F4"}
    keys = assemble.give_keys(made.pack(keys=stored), made.DOSSIER)
    assert keys["gone"] == "F9"
    assert keys["s-eu"] == "F4"
    assert keys["s-law"] == "F10"
    assert stored == {"gone": "F9", "s-eu": "F4"}


def test_an_excluded_section_uses_nothing() -> None:
    pack = made.pack(keys={}, sections=tuple(replace(one, include=False) for one in made.sections()))
    assert assemble.give_keys(pack, made.DOSSIER)["s-law"] == "F1"  # in the dossier's order then
