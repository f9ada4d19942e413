"""Wording that carries a view is flagged by category, and plain wording is left alone."""

import pytest

from briefer.analysis.loaded import (
    AGENCY,
    EUPHEMISM,
    EVALUATION,
    JUDGEMENT,
    LAW,
    MOTIVE,
    PREDICTION,
    RULES,
    WEIGHING,
    Rule,
    loaded,
)
from tests.stretched import unsaid

FLAGGED = {
    "a special military operation began": (EUPHEMISM, "special military operation"),
    "начало спецоперации": (EUPHEMISM, "спецоперации"),
    "спеціальної операції": (EUPHEMISM, "спеціальної операції"),
    "a bold plan": (EVALUATION, "bold"),
    "a strategic pivot": (EVALUATION, "strategic"),
    "смелый шаг": (EVALUATION, "смелый"),
    "this could end it": (PREDICTION, "could"),
    "a shift that could finally end it": (PREDICTION, "that could"),
    "prices may rise": (PREDICTION, "may"),
    "рынок будет расти": (PREDICTION, "будет"),
    "it reflects his deep commitment": (MOTIVE, "reflects his deep commitment"),
    "attempting to win time": (MOTIVE, "attempting to"),
    "он намерен уйти": (MOTIVE, "намерен"),
    "the bloc should act": (JUDGEMENT, "should"),
    "the war benefits nobody": (JUDGEMENT, "benefits nobody"),
    "треба діяти": (JUDGEMENT, "треба"),
    "congressional approval is needed": (LAW, "approval is needed"),
    "the step is illegal": (LAW, "illegal"),
    "oligarchs have been cut off": (AGENCY, "been cut off"),
    "the conflict erupted": (AGENCY, "conflict erupted"),
}


@pytest.mark.parametrize("text", FLAGGED)
def test_loaded_wording_is_flagged_with_its_category(text: str) -> None:
    assert FLAGGED[text] in [(flag.category, flag.words) for flag in loaded(text)]


PLAIN = (
    "The Council renewed the listings on 14 March 2025 until 15 September.",
    "In May 2025 the Commission met.",
    "strategic sectors and strategic nuclear forces",
    "a list of sanctions that could be eased",
    "boldface, unwise guys, scrutiny",
    "Annex I and Title I",
    "The town was occupied by troops.",
    "Сбербанк отключили от SWIFT в июне 2022 года.",
)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_wording_is_left_alone(text: str) -> None:
    assert loaded(text) == ()


def test_what_somebody_else_says_is_not_the_texts_own() -> None:
    text = "“A bold plan”, he said in a bold speech"
    assert [(flag.words, flag.own) for flag in loaded(text, [(0, 13)])] == [("bold", False), ("bold", True)]


def test_flags_stand_in_the_order_of_the_text_and_once() -> None:
    assert [flag.words for flag in loaded("It could be a bold and bold plan")] == ["could", "bold"]


def test_every_category_weighs_except_what_leaves_out_who_acted() -> None:
    assert {rule.category for rule in RULES} - {AGENCY} == WEIGHING
    assert len({rule.category for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.category)
def test_no_rule_matches_nothing(rule: Rule) -> None:
    assert not rule.pattern.search("— 2025 —")


@pytest.mark.usefixtures("stretched")
@pytest.mark.parametrize("text", FLAGGED)
def test_why_wording_is_flagged_is_told_in_the_language_spoken(text: str) -> None:
    assert unsaid([flag.why for flag in loaded(text)]) == []
