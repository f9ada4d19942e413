"""Only what somebody named said, or what is a fact with a source, may enter a pack."""

from dataclasses import replace
from datetime import date

import pytest

from briefer.analysis.entering import bar, barred, mark_of
from briefer.model.pack import MarkedArticle, MarkedSentence
from briefer.model.policy import Position
from tests.stretched import unsaid

SENTENCE = MarkedSentence(number=1, text="This bold plan could end the war at last.", proposed="opinion")

STATES = {
    "an opinion": ({}, "is marked opinion"),
    "attributed to nobody": ({"proposed": "attributed"}, "is attributed to nobody"),
    "attributed to nobody named": (
        {"proposed": "attributed", "speaker": "a source", "unnamed": True},
        "is attributed to nobody who is named",
    ),
    "attributed": ({"proposed": "attributed", "speaker": "Anna"}, ""),
    "a fact": ({"proposed": "fact"}, ""),
    "set by a person": ({"mark": "attributed", "speaker": "a source", "unnamed": True, "by": "Me"}, ""),
    "taken back by a person": ({"proposed": "fact", "mark": "opinion", "by": "Me"}, "is marked opinion"),
}


@pytest.mark.parametrize("name", STATES)
def test_a_sentence_enters_by_the_mark_that_holds(name: str) -> None:
    facts, why = STATES[name]
    assert bar(replace(SENTENCE, **facts)) == why  # type: ignore[arg-type]


def test_a_persons_mark_holds_before_the_proposed_one() -> None:
    assert (mark_of(SENTENCE), mark_of(replace(SENTENCE, mark="fact", by="Me"))) == ("opinion", "fact")


def entering(**said: str) -> list[str]:
    position = Position(id="p", holder="H", issue="i", stance=1, **said)  # type: ignore[arg-type]
    article = MarkedArticle(source="s", read_on=date(2025, 3, 1), sentences=(SENTENCE,))
    return [one.position.id for one in barred((position,), (article,))]


def test_a_position_that_states_a_barred_sentence_is_barred() -> None:
    for field in ("quote", "translation", "paraphrase"):
        assert entering(**{field: "this bold plan could end the war, at last"}) == ["p"], field
    assert entering(paraphrase="He said: this bold plan could end the war at last. And more.") == ["p"]
    assert entering(quote="bold plan could end the war") == ["p"]


def test_a_few_words_in_common_bar_nothing() -> None:
    assert entering(quote="This bold plan") == []
    assert entering(paraphrase="Wants the war to end.") == []
    assert entering() == []


@pytest.mark.usefixtures("stretched")
@pytest.mark.parametrize("name", STATES)
def test_why_a_sentence_may_not_enter_is_told_in_the_language_spoken(name: str) -> None:
    facts, why = STATES[name]
    told = bar(replace(SENTENCE, **facts))  # type: ignore[arg-type]
    assert (unsaid(told), bool(told)) == ([], bool(why))
