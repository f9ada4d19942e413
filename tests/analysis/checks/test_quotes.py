"""Quoted words say when, where and in which language they were said, and who translated them."""

from tests.analysis.checks.packs import codes, found, positions

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
    assert codes(facts=positions({"quote": "", "language": "", "source": ""})) == []


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
