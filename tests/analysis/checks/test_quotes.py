"""Quoted words say when, where and in which language they were said, and who translated them."""

from typing import Any

from tests.analysis.checks.packs import codes, day, found, positions, section

FOREIGN = {
    "quote": "",
    "translation": "We are ready.",
    "language": "ru",
    "chain": "Speech in Russian → The Office, translated",
}


def test_a_quote_without_date_source_or_language_is_an_error_that_names_them() -> None:
    (one,) = found(facts=positions({"language": "", "source": "", "said_on": None}))
    assert (one.severity, one.code, one.place) == ("error", "quote-incomplete", "p1")
    assert "lacks a date and a source and its language" in one.message


def test_a_translation_is_a_quote_and_a_paraphrase_is_none() -> None:
    assert codes(facts=positions(FOREIGN | {"source": ""})) == [("error", "quote-incomplete", "p1")]
    assert codes(facts=positions({"quote": "", "language": ""})) == []


def test_the_day_of_the_report_dates_a_quote() -> None:
    (said,) = positions({})["positions"]
    assert codes(facts=positions({"said_on": None, "reported_on": said.said_on})) == []


def test_a_quote_in_another_language_without_a_translation_is_a_warning() -> None:
    assert codes(facts=positions(FOREIGN | {"quote": "Готовы.", "translation": ""})) == [
        ("warning", "translation", "p1")
    ]
    assert codes(facts=positions(FOREIGN | {"quote": "Готовы."})) == []


def test_an_english_quote_that_its_chain_calls_translated_or_foreign_is_a_warning() -> None:
    for chain in ("Interview → The Office, translated", "Remarks in Russian → The Office"):
        assert codes(facts=positions({"chain": chain})) == [("warning", "translation", "p1")], chain
    assert codes(facts=positions({"chain": "Remarks in English → The Office"})) == []
    assert codes(facts=positions({"chain": "Remarks in Paris → The Office"})) == []


def test_a_translation_from_english_is_a_warning() -> None:
    assert codes(facts=positions(FOREIGN | {"language": "en-GB"})) == [("warning", "translation", "p1")]


def test_a_translation_of_which_nobody_is_named_as_maker_is_a_note() -> None:
    assert codes(facts=positions(FOREIGN | {"chain": "Speech in Russian → The Office"})) == [
        ("note", "translation", "p1")
    ]
    assert codes(facts=positions(FOREIGN)) == []


def of_text(text: str, **said: Any) -> list[tuple[str, str]]:
    """Findings on words quoted in the text, beside a position of Anna Holder with this quote."""
    facts = positions({"quote": "We will keep every measure in place", "source": "press"} | said)
    hits = found(section(text), facts=facts)
    return [(one.severity, one.code) for one in hits if one.code.startswith("quote")]


def test_words_in_the_text_without_a_date_are_a_warning_unless_they_are_recorded() -> None:
    assert of_text("Anna Holder said “we will let it all go now”. [@press]") == [("warning", "quote-undated")]
    assert of_text("Mr Brown said “we will let it all go now”. [@press]") == [("warning", "quote-undated")]
    assert of_text("Anna Holder said on 3 March “we will let it all go now”. [@press]") == []
    assert of_text("In 2024 Anna Holder said “we will let it all go now”. [@press]") == []
    assert of_text("Anna Holder said “we will keep every measure in place”. [@press]") == []
    assert of_text("Anna Holder said “it began in March 2024, all of it”. [@press]") == [("warning", "quote-undated")]


def test_terms_statutes_and_crowds_are_no_quotes_of_a_person() -> None:
    assert of_text("Anna Holder spoke of “gradual relief”. [@press]") == []
    assert of_text("Anna Holder said “not yet”. [@press]") == []
    assert of_text("The statute says “before taking any such action”. [@s]") == []
    assert of_text("Officials said “we will let it all go now”. [@press]") == []
    assert of_text("> Anna Holder said “we will let it all go now”. [@press]") == []


def test_words_of_one_unnamed_person_without_a_date_are_a_warning() -> None:
    assert of_text("A senior official said “we will let it all go now”. [@press]") == [("warning", "quote-undated")]
    assert of_text("A senior official said on 3 March “we will let it all go now”. [@press]") == []
    assert of_text("A senior official said “we will keep every measure in place”. [@press]") == []


def test_english_words_of_somebody_unnamed_abroad_are_a_note_unless_the_language_is_told() -> None:
    said = "On 3 March a Kremlin official said{} “we will let it all go now”. [@press]"
    assert [one for one in codes(section(said.format(""))) if one[1] == "translation"] == [
        ("note", "translation", "bottom-line:1")
    ]
    for told in (", in Russian,", " in words translated by RIA", " in English"):
        assert [one for one in codes(section(said.format(told))) if one[1] == "translation"] == []
    assert codes(section("On 3 March an official said “we will let it all go now”. [@press; @s]")) == []


def test_words_that_were_said_after_the_source_that_reports_them_are_a_warning() -> None:
    late = "Anna Holder said on {} “we will let it all go now”. [@press]"
    assert of_text(late.format("25 March")) == [("warning", "quote-order")]
    assert of_text(late.format("Tuesday, 25 March 2025")) == [("warning", "quote-order")]
    for told in ("20 March", "25 December", "29 February", "25 April 2025"):
        assert of_text(late.format(told)) == []
    assert of_text("An official said on 25 March “we will let it all go now”. [@press]") == [("warning", "quote-order")]
    assert of_text("Anna Holder said on 25 March “we will let it all go now”. [@press; @s]") == []


def test_a_position_said_after_its_source_or_its_report_is_a_warning() -> None:
    def orders(**change: Any) -> list[str]:
        return [one.message for one in found(facts=positions(change)) if one.code == "quote-order"]

    assert orders(source="press", said_on=day("2025-03-25")) == [
        "The position of Anna Holder is said to be of 25 March 2025, and its source “Report” is dated 20 March 2025."
    ]
    assert orders(said_on=day("2025-03-25"), reported_on=day("2025-03-24")) == [
        "The position of Anna Holder is said to be of 25 March 2025, and it was reported on 24 March 2025."
    ]
    assert orders(source="press", said_on=day("2025-03-20"), reported_on=day("2025-03-20")) == []
    assert orders(source="press", said_on=None) == []


def test_words_that_rest_on_a_law_alone_are_a_warning() -> None:
    assert of_text("On 3 March Anna Holder said “we will let it all go now”. [@s]") == [("warning", "quote-source")]
    assert of_text("On 3 March Anna Holder said “we will let it all go now”. [@s; @press]") == []
    assert of_text("On 3 March Anna Holder said “we will let it all go now”.") == []


def test_words_that_are_nearly_those_recorded_are_a_warning_that_repeats_them() -> None:
    text = "On 3 March Anna Holder said “we will keep no measure in place”. [@press]"
    assert of_text(text) == [("warning", "quote-altered")]
    facts = positions({"quote": "We will keep every measure in place"})
    (one,) = [each for each in found(section(text), facts=facts) if each.code == "quote-altered"]
    assert "“We will keep every measure in place”" in one.message
    assert of_text("On 3 March Anna Holder said “nobody has asked me of it”. [@press]") == []
    assert of_text(text, quote="", language="") == []
