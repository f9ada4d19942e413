"""The words of the page: dates as far as known, scripts, and doubts."""

from datetime import date

import pytest
from jinja2 import TemplateNotFound
from markupsafe import Markup

from assemble import made
from briefer.assemble import engine, scripts, words
from briefer.model.facts import Confidence, PartialDate
from briefer.model.law import REGIMES


def partial(first: date, last: date, *, circa: bool = False) -> str:
    when = PartialDate(text="as printed", earliest=first, latest=last, circa=circa)
    return words.partial(when, "en-GB").replace("\u00a0", " ")


def test_dates_print_as_far_as_they_are_known() -> None:
    assert partial(date(2025, 3, 14), date(2025, 3, 14)) == "14 Mar 2025"
    assert partial(date(2024, 2, 1), date(2024, 2, 29)) == "Feb 2024"
    assert partial(date(1965, 1, 1), date(1965, 12, 31)) == "1965"
    assert partial(date(1956, 1, 1), date(1956, 12, 31), circa=True) == "about 1956"
    assert partial(date(1960, 1, 1), date(1962, 12, 31)) == "as printed"
    assert words.partial(PartialDate(text="unclear"), "en-GB") == "unclear"
    assert words.partial(None, "en-GB") == ""


def test_dates_follow_the_packs_language() -> None:
    assert words.day(date(2025, 3, 14), "en-US", words.LONG) == "14\u00a0March\u00a02025"
    assert words.day(date(2025, 3, 14), "fr-FR", words.LONG) == "14\u00a0mars\u00a02025"


def test_only_one_exact_day_is_a_date_for_the_workbook() -> None:
    assert words.exact(made.on("2025-03-14")) == date(2025, 3, 14)
    assert words.exact(PartialDate(text="c. 2025", earliest=made.DAY, latest=made.DAY, circa=True)) == "c. 2025"
    assert words.exact(None) is None


def test_the_weakest_confidence_speaks() -> None:
    assert words.doubt() == words.doubt(Confidence.VERIFIED) == ""
    assert words.doubt(Confidence.VERIFIED, Confidence.PARTLY) == "partly verified"
    assert words.doubt(Confidence.TO_BE_VERIFIED, Confidence.PARTLY) == "to be verified"


def test_codes_become_names_where_they_are_known() -> None:
    assert words.place("ru", "en-GB") == "Russia"
    assert words.place("zz-9", "en-GB") == "zz-9"
    assert words.regime("XX") == "XX"
    assert (words.regime("FR"), words.regime("")) == ("France", "Regime not stated")
    assert words.schema("") == "Entry"


@pytest.mark.parametrize(
    ("text", "tag", "lang"),
    [
        ("Иван", "", "ru"),
        ("Иван", "uk", "uk"),
        ("Иван", "und-Cyrl", "ru"),
        ("Ivan", "", ""),
        ("محمد", "", "ar"),
        ("123", "", ""),
    ],
)
def test_a_script_tells_the_language_where_the_list_does_not(text: str, tag: str, lang: str) -> None:
    assert scripts.language(text, tag) == lang


def test_letters_no_font_draws_are_transliterated_and_others_kept() -> None:
    assert scripts.printable("Иван Ω Źdźbło") == "Иван Ω Źdźbło"
    assert scripts.printable("გაზპრომი 示") == "gazp'romi Shi"
    assert scripts.printable("a\u200bb") == "a\u200bb"


def test_transliteration_cannot_make_a_tag() -> None:
    assert scripts.printable_html(Markup("<b>＜script＞</b>")) == "<b>&lt;script&gt;</b>"
    assert scripts.printable_html(Markup("<b>Иван</b>")) == "<b>Иван</b>"
    assert scripts.printable_html(Markup("<b>x</b>")) == "<b>x</b>"


def test_a_partial_that_is_not_there_is_a_fault_of_the_program() -> None:
    with pytest.raises(TemplateNotFound):
        engine._environment().get_template("parts/none")


def test_every_regime_of_the_model_has_its_name_where_translators_find_it() -> None:
    assert words.NAMES == REGIMES
    assert words.the_regime("EU") == "the European Union"
    assert words.the_regime("CA") == "Canada"
    assert words.the_regime("XX") == "XX"


def test_a_long_text_is_cut_between_words() -> None:
    assert words.excerpt("one, two three", 14) == "one, two three"
    assert words.excerpt("one, two three", 6) == "one\u00a0…"
