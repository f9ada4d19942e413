"""The text says what the law says, and how likely something is in words that mean one thing."""

from dataclasses import replace

import pytest

from briefer.analysis.checks.wording import terms
from briefer.analysis.checks.words import LIKELIHOOD, VAGUE
from briefer.model.facts import Event, Measure
from briefer.model.pack import Tranche
from tests.analysis.checks.packs import codes, day, found, section

CALLED_APPROVAL = [
    "Congress must approve the delisting",
    "This takes the approval of Congress",
    "Relief under section 216 needs an approval",
    "The action has to be approved by both houses",
    "No licence is valid. It needs approval by the Senate",
    "The delisting needs congressional approval",
    "No sanction can be lifted without congressional approval",
    "The President cannot act without the consent of Congress",
    "Without the Senate’s approval nothing goes",
]
RIGHT = [
    "Congress reviews the delisting",
    "Congress need not approve the delisting",
    "The law asks for review by Congress, not for approval",
    "Congress must give its approval: the law says review",
    "Congress may pass a joint resolution of disapproval or a resolution of approval",
    "Congress approved the act in 2017",
    "The Council gave its approval",
    "The President may act without congressional approval",
    "The President may not act without a report to Congress, but approval is not needed",
    "Senator Holder approves of the bill",
    "Congress may act, and without a resolution of disapproval the action goes ahead",
    "The article says “Congress must approve” and is wrong",
]


@pytest.mark.parametrize("text", CALLED_APPROVAL)
def test_approval_where_the_law_says_review_is_a_warning(text: str) -> None:
    assert codes(section(f"{text} [@s].")) == [("warning", "approval", "bottom-line:1")]


@pytest.mark.parametrize("text", RIGHT)
def test_review_denied_quoted_or_foreign_approval_and_what_was_enacted_are_none(text: str) -> None:
    assert codes(section(f"{text} [@s].")) == []


def test_what_the_reader_is_told_not_to_say_is_none() -> None:
    text = "### Do not say\n\n- That Congress must approve it.\n\n### Say\n\n- That Congress must approve it."
    assert codes(section(text, kind="lines")) == [("warning", "approval", "lines:7")]


def test_a_block_quotation_is_somebody_elses() -> None:
    assert codes(section("> Congress must approve it [@s].")) == []


def test_approval_in_the_table_of_measures_is_a_warning_at_the_measure() -> None:
    measure = Measure(id="measure-1", title="Ban", regime="US", authority="Act", lifting="Congress must approve it.")
    assert codes(facts={"measures": (measure,)}) == [("warning", "approval", "measure-1")]
    assert codes(facts={"measures": (replace(measure, lifting="Congress reviews it."),)}) == []


@pytest.mark.parametrize(
    "text", ["It is likely, with high confidence, that it ends", "We are confident that it will probably end"]
)
def test_likelihood_and_confidence_in_one_sentence_are_a_warning(text: str) -> None:
    assert codes(section(f"{text} [@s].")) == [("warning", "likelihood", "bottom-line:1")]


@pytest.mark.parametrize(
    "text",
    [
        "It is likely to end. Our confidence is high",
        "Confidence is high where the text was read",
        "Confidence-building measures are likely",
        "It was told in confidence and is likely to end",
    ],
)
def test_likelihood_and_confidence_apart_are_none(text: str) -> None:
    assert codes(section(f"{text} [@s].")) == []


def test_words_of_both_rows_in_one_sentence_are_a_warning() -> None:
    (one,) = found(section("It is likely and probably soon [@s]."))
    assert (one.severity, one.code) == ("warning", "likelihood")
    assert "both rows" in one.message


def test_words_of_both_rows_in_one_paper_are_a_warning_at_the_second() -> None:
    assert codes(section("It is likely [@s]. It is unlikely [@s].\n\nIt is probable [@s]. It is improbable [@s].")) == [
        ("warning", "likelihood", "bottom-line:3")
    ]


def test_two_bands_of_one_row_in_one_sentence_are_a_note() -> None:
    (one,) = found(section("It is likely to pass and very unlikely to last [@s]."))
    assert (one.severity, one.code) == ("note", "likelihood")
    assert "“likely” and “very unlikely”" in one.message


@pytest.mark.parametrize("word", VAGUE)
def test_a_word_of_likelihood_outside_the_table_is_a_note(word: str) -> None:
    assert codes(section(f"It {word} ends [@s].")) == [("note", "likelihood", "bottom-line:1")]


def test_a_vague_word_of_somebody_else_is_none() -> None:
    assert codes(section("He said “perhaps” and left [@s].")) == []


def test_the_foreign_secretary_may_do_what_the_law_allows() -> None:
    assert codes(section("The Foreign Secretary may revoke one at any time; an appeal could follow [@s].")) == []


def risk(word: str, column: str = "Likelihood") -> list[tuple[str, str, str]]:
    return codes(section(f"| Risk | {column} |\n|---|---|\n| It ends [@s] | {word} |", kind="risks"))


def test_a_column_of_likelihoods_takes_the_words_of_the_directive_alone() -> None:
    assert risk("Medium") == [("warning", "likelihood", "risks:3")]
    assert risk("Roughly even chance") == []
    assert risk("Medium", column="Impact") == []


@pytest.mark.parametrize("term", LIKELIHOOD)
def test_every_term_is_read_whole(term: str) -> None:
    assert terms(f"It is {term} that it ends.") == [term]


def test_approval_in_a_title_or_in_the_terms_of_an_option_is_a_warning() -> None:
    titled = section(title="Easing with congressional approval")
    assert codes(titled) == [("warning", "approval-title", "bottom-line")]
    headed = section("### With the approval of Congress\n\nSaid [@s].")
    assert codes(headed) == [("warning", "approval-title", "bottom-line:1")]
    tranche = Tranche(id="t1", title="One", preconditions="Congress must approve it.")
    assert [code for _, code, _ in codes(tranches=(tranche,))] == ["approval-title"]
    assert codes(section("### Must Congress consent?\n\nSaid [@s].")) == []
    assert codes(section("Said [@s].", title="Do not say that Congress approves it")) == []
    event = Event(id="e", date=day("2025-03-01"), title="The Senate gives its approval", sources=("s",))
    assert codes(facts={"events": (event,)}) == []


def test_likelihood_is_no_term_and_nor_is_a_vague_phrase() -> None:
    assert terms("The likelihood is quite likely.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Congress must consent before Sberbank is freed.",
        "The Hill has to sign off on Rosneft.",
        "Congressional sign-off is required before he comes off.",
        "Congress has to authorise the removal, and both houses must vote for it.",
        "It needs the permission of the Senate.",
        "Relief requires a green light from Congress.",
        "Congressional sign-off may be slow.",
        "Without an affirmative vote of both houses nothing can be lifted.",
    ],
)
def test_consent_under_other_names_is_a_warning_where_it_is_said_to_be_needed(text: str) -> None:
    assert codes(section(f"{text} [@s]")) == [("warning", "approval", "bottom-line:1")]


@pytest.mark.parametrize(
    "text",
    [
        "Congress authorised the sanctions in 2017.",
        "Congress need not consent.",
        "The Council must consent.",
        "The National Defense Authorization Act has to pass Congress.",
        "Senators vote for many things.",
        "An affirmative vote of both houses named the envoy.",
    ],
)
def test_consent_of_others_or_denied_or_given_is_none(text: str) -> None:
    assert codes(section(f"{text} [@s]")) == []


def test_confidence_beside_a_vague_likelihood_is_mixed_too() -> None:
    text = "It is highly likely, with moderate confidence, that they pocket it. [@s]"
    assert ("warning", "likelihood", "bottom-line:1") in codes(section(text))
