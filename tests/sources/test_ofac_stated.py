"""Labels of OFAC made into values."""

from pathlib import Path

import pytest

from briefer.sources import ofac_stated
from briefer.sources.cells import Cleaner


def cleaner() -> Cleaner:
    return Cleaner(Path("list.xml"), 1, "ofac-7")


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        ("Vessel Registration Identification", "IMO 7406784", ("imoNumber", "7406784", "")),
        ("Digital Currency Address - XBT", "1K", ("publicKey", "1K", "XBT")),
        ("Fax:", "1", ("phone", "1", "Fax")),
        ("Tax ID No.", "5", ("taxNumber", "5", "Tax ID No.")),
        ("Odd -", "", ("notes", "Odd -", "")),
        ("Secondary sanctions risk:", "See 11", ("notes", "Secondary sanctions risk: See 11", "")),
    ],
)
def test_a_feature_becomes_a_value(label: str, text: str, expected: tuple[str, str, str]) -> None:
    value = ofac_stated.feature(label, text, cleaner())
    assert (value.prop, value.value, value.note) == expected


@pytest.mark.parametrize(
    ("label", "country", "expected"),
    [
        ("Passport", "Russia", ("passportNumber", "A1", "Passport, Russia")),
        ("Parking Permit No.", "", ("idNumber", "A1", "Parking Permit No.")),
        ("Odd Paper", "Iran", ("idNumber", "A1", "Odd Paper, Iran")),
        ("Gender", "", ("gender", "A1", "")),
        ("Odd words", "", ("notes", "Odd words A1", "")),
    ],
)
def test_a_mixed_list_is_told_apart_by_its_labels(label: str, country: str, expected: tuple[str, str, str]) -> None:
    value = ofac_stated.either(label, "A1", country, cleaner())
    assert (value.prop, value.value, value.note) == expected


def test_a_date_in_a_mixed_list_is_read() -> None:
    value = ofac_stated.either("Listing Date (CMIC):", "03 Jun 2021", "", cleaner())
    assert value.date is not None
    assert str(value.date.earliest) == "2021-06-03"
    founded = ofac_stated.either("Organization Established Date", "1990", "", cleaner())
    assert founded.date is not None
    assert founded.date.text == "1990"
