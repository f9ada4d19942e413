"""Key facts and names."""

from dataclasses import replace

from assemble import made
from assemble.made import one, said, tree
from briefer.model.facts import Confidence, PartialDate, Value


def test_a_sheet_gives_both_scripts_with_their_language() -> None:
    native = tree("entity-sheets").xpath("//p[@class='native']")[0]
    assert (native.text, native.get("lang")) == ("Иван Петрович Пример", "ru")


def test_key_facts_keep_partial_dates_and_name_countries() -> None:
    text = made.text_of("entity-sheets")
    assert "Born 1965; Leningrad to be verified" in text
    assert "Citizenship Russia" in text


def test_spellings_beyond_six_are_left_to_the_workbook() -> None:
    assert "Bank spelling 5 and 3 more in the workbook" in said("entity-sheets", **one(made.BANK))


def test_a_value_that_one_list_verifies_carries_no_doubt() -> None:
    values = (
        Value(prop="birthDate", value="1 Jan 1960", date=PartialDate(text="1 Jan 1960"), confidence=Confidence.PARTLY),
        Value(prop="birthDate", value="1 Jan 1960", date=PartialDate(text="1 Jan 1960"), note="Passport"),
    )
    text = said("entity-sheets", **one(replace(made.PERSON, values=values)))
    assert "Born 1 Jan 1960" in text
    assert "1 Jan 1960 partly" not in text
