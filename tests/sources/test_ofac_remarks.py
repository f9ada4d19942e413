"""What a remark of the legacy files says."""

from decimal import Decimal
from pathlib import Path

import pytest

from briefer.sources import ofac_remarks
from briefer.sources.cells import Cleaner


def read(text: str) -> ofac_remarks.Remarks:
    return ofac_remarks.read(text, Cleaner(Path("sdn.csv"), 1, "ofac-1"))


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("DOB 11 Nov 1978", ("birthDate", "11 Nov 1978", "")),
        ("alt. DOB circa 1956", ("birthDate", "circa 1956", "")),
        ("POB St. Petersburg, Russia", ("birthPlace", "St. Petersburg, Russia", "")),
        ("nationality Russia", ("nationality", "Russia", "")),
        ("alt. nationality United Kingdom", ("nationality", "United Kingdom", "")),
        ("citizen Iran", ("citizenship", "Iran", "")),
        ("Gender Female", ("gender", "Female", "")),
        (
            "Passport 1234567 (Russia) issued 02 Feb 2012 expires 02 Feb 2022",
            ("passportNumber", "1234567", "Passport, Russia; issued 02 Feb 2012 expires 02 Feb 2022"),
        ),
        ("Tax ID No. 7707083893 (Russia)", ("taxNumber", "7707083893", "Tax ID No., Russia")),
        ("Registration Number 1027700132195", ("registrationNumber", "1027700132195", "Registration Number")),
        ("Legal Entity Number 894500DKUWVBYZLLE651", ("leiCode", "894500DKUWVBYZLLE651", "Legal Entity Number")),
        ("Legal Entity Number 852499097", ("registrationNumber", "852499097", "Legal Entity Number")),
        ("Kenyan ID No. 12773667", ("idNumber", "12773667", "Kenyan ID No.")),
        ("C.U.I.P. FOFS770822 (Mexico)", ("idNumber", "FOFS770822", "C.U.I.P., Mexico")),
        ("Digital Currency Address - XBT 12QtD5BF", ("publicKey", "12QtD5BF", "XBT")),
        ("Vessel Registration Identification IMO 7406784", ("imoNumber", "7406784", "")),
        ("a.k.a. 'BNC'", ("weakAlias", "BNC", "")),
        ("f.k.a. 'ANA I'", ("weakAlias", "ANA I", "f.k.a.")),
        ("Fax (98)(21)(22224537)", ("phone", "(98)(21)(22224537)", "Fax")),
        ("Organization Type: Marine Fishing", ("sector", "Marine Fishing", "")),
        ("Secondary sanctions risk: See Section 11", ("notes", "Secondary sanctions risk: See Section 11", "")),
        ("all offices worldwide", ("notes", "all offices worldwide", "")),
    ],
)
def test_a_part_of_a_remark_becomes_a_value(part: str, expected: tuple[str, str, str]) -> None:
    (value,) = read(f"{part}.").values
    assert (value.prop, value.value, value.note) == expected


def test_a_birth_date_is_parsed_beside_its_text() -> None:
    (value,) = read("DOB 1971 to 1973.").values
    assert value.date is not None
    assert str(value.date.latest) == "1973-12-31"


def test_a_listing_date_of_a_directive_is_a_dated_note() -> None:
    (value,) = read("Listing Date (EO 14024 Directive 2): 24 Feb 2022.").values
    assert value.prop == "notes"
    assert value.date is not None
    assert str(value.date.earliest) == "2022-02-24"


def test_a_directive_is_kept_as_note_and_as_measure() -> None:
    found = read("Executive Order 13662 Directive Determination - Subject to Directive 1; Gender Male.")
    text = "Executive Order 13662 Directive Determination - Subject to Directive 1"
    assert found.directives == (("13662", text),)
    assert [value.value for value in found.values] == [text, "Male"]


@pytest.mark.parametrize(
    "text", ["Linked To: CECOEX, S.A.", "(Linked To: CECOEX, S.A.)", "DOB 1965; Linked To: CECOEX, S.A."]
)
def test_a_link_finds_the_name_although_its_full_stop_ends_the_remark(text: str) -> None:
    (link,) = ofac_remarks.links(read(text).linked, "ofac-1", {"CECOEX, S.A.": "ofac-2"})
    assert (link.kind, link.subject, link.object, link.role) == ("UnknownLink", "ofac-1", "ofac-2", "Linked To")
    assert link.percentage is None or link.percentage == Decimal(0)


def test_a_link_to_a_name_that_the_list_lacks_keeps_its_text() -> None:
    (link,) = ofac_remarks.links(["NOBODY"], "ofac-1", {})
    assert (link.object, link.text) == ("", "NOBODY")


def test_directives_of_other_orders_are_measures_by_their_number() -> None:
    found = read(
        "Executive Order 14024 Directive Information - For more information on directives, please visit: x; Executive "
        "Order 14024 Directive Information Subject to Directive 3 - All transactions in new debt.; Listing Date "
        "(EO 14024 Directive 2): 24 Feb 2022; Listing Date (EO 14024 Directive 3): 24 Feb 2022."
    )
    assert found.directives == (
        ("14024", "Executive Order 14024 Directive 2"),
        ("14024", "Executive Order 14024 Directive 3"),
    )
