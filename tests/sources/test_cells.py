"""Cleaning of texts."""

from pathlib import Path

import pytest

from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.sources.cells import LONGEST, Cleaner


@pytest.fixture
def cleaner() -> Cleaner:
    return Cleaner(Path("list.csv"), 7, "x-1")


def test_a_clean_text_has_no_raw_beside_it(cleaner: Cleaner) -> None:
    value = cleaner.value("name", "AEROCARIBBEAN AIRLINES")
    assert (value.value, value.raw) == ("AEROCARIBBEAN AIRLINES", "")


def test_spaces_are_squashed_and_the_raw_text_is_kept(cleaner: Cleaner) -> None:
    value = cleaner.value("name", " Tegu  Bank\n ")
    assert (value.value, value.raw) == ("Tegu Bank", " Tegu  Bank\n ")
    assert not list(cleaner.warnings())


def test_a_text_is_normalised_to_nfc(cleaner: Cleaner) -> None:
    assert cleaner.text("Zu\u0308rich") == "Zürich"


def test_control_characters_and_overrides_are_taken_out_with_a_warning(cleaner: Cleaner) -> None:
    value = cleaner.value("name", "A\x07B\u202eC\ud800")
    assert (value.value, value.raw) == ("ABC", "A�B�C�")
    assert list(cleaner.warnings()) == [
        Warned(record="x-1", message="3 control characters stood in the text and were taken out")
    ]


def test_one_control_character_is_told_as_one(cleaner: Cleaner) -> None:
    cleaner.text("A\x07B")
    (warned,) = cleaner.warnings()
    assert warned.message == "1 control character stood in the text and was taken out"


def test_a_giant_value_is_refused_with_file_and_row(cleaner: Cleaner) -> None:
    with pytest.raises(BadInput, match=r"list\.csv, row 7: a value is 1,000,001 characters long"):
        cleaner.text("x" * (LONGEST + 1))
