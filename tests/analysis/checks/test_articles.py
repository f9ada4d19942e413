"""What nobody answers for in an article is neither a position nor the pack's own wording."""

from datetime import date
from typing import Any

import pytest

from briefer.model.facts import Event, Measure, PartialDate
from briefer.model.pack import Clearance, MarkedArticle, MarkedSentence, PackSection, Settings, Tranche
from briefer.model.policy import Issue
from tests.analysis.checks.packs import found, positions

TEXT = "This bold and visionary plan could end the war at last."


def of(
    mark: str = "opinion", *, text: str = "", said: str = TEXT, by: str = "", **changes: Any
) -> list[tuple[str, str, str]]:
    sentence = MarkedSentence(number=4, text=said, proposed=mark, mark=mark if by else "", by=by)
    article = MarkedArticle(source="press", read_on=date(2025, 3, 1), sentences=(sentence,))
    sections = (PackSection(id="lines", kind="lines", title="Lines", text=text),) if text else ()
    hits = [one for one in found(*sections, articles=(article,), **changes) if one.code == "article"]
    return [(one.severity, one.place, one.message) for one in hits]


def test_a_position_that_states_an_opinion_of_an_article_is_an_error_that_names_the_sentence() -> None:
    ((severity, place, message),) = of(facts=positions({"quote": TEXT}))
    assert (severity, place) == ("error", "p1")
    assert "sentence 4 of “" in message
    assert "which is marked opinion" in message
    assert not of("fact", facts=positions({"quote": TEXT}))


def test_loaded_wording_of_such_a_sentence_in_the_text_is_a_warning_at_its_line() -> None:
    ((severity, place, message),) = of(text="All is well. [@s]\n\nIt is a bold and visionary plan. [@s]")
    assert (severity, place) == ("warning", "lines:3")
    assert "bold and visionary plan" in message
    assert "with the loaded “bold”" in message


def test_quoted_words_and_few_plain_words_are_nobodys_wording() -> None:
    assert not of(text="He spoke of “a bold and visionary plan”. [@s]")
    assert not of(text="It could end the war. [@s]")


def test_six_plain_words_are_copied_too() -> None:
    ((severity, _place, message),) = of(text="They say it could end the war at last. [@s]")
    assert severity == "error"
    assert "“could end the war at last” in section “Lines”" in message
    assert "sentence 4 of “" in message
    assert "it is marked opinion" in message


def test_a_short_sentence_is_copied_whole() -> None:
    assert [one[0] for one in of(text="Well, sanctions have failed. [@s]", said="Sanctions have failed.")] == ["error"]
    assert not of(text="Well, sanctions have not failed. [@s]", said="Sanctions have failed.")


def test_a_fact_that_nobody_has_confirmed_is_a_warning_that_names_the_sentence() -> None:
    said = "The vessel was listed by them in 2018."
    ((severity, place, message),) = of("fact", text=f"{said} [@s]", said=said)
    assert (severity, place) == ("warning", "lines:1")
    assert "repeats sentence 4 of “" in message
    assert "nobody has confirmed" in message
    assert not of("fact", text=f"{said} [@s]", said=said, by="Clerk")
    assert not of("fact", text="It was listed by them. [@s]", said=said)


WORDS = "the plan could end the war at last"
EVENT = Event(id="e1", date=PartialDate(text="2025"), title="A day", text=WORDS)
MEASURE = Measure(id="measure-1", title="T", regime="US", authority="", lifting=WORDS)


@pytest.mark.parametrize(
    ("place", "changes"),
    [
        ("title", {"title": WORDS}),
        ("subtitle", {"settings": Settings(subtitle=WORDS)}),
        ("running_title", {"settings": Settings(running_title=WORDS)}),
        ("distribution", {"settings": Settings(distribution=f"Readers: {WORDS}")}),
        ("versions", {"settings": Settings(versions=(("1", "2025-01-01", WORDS),))}),
        ("t1", {"tranches": (Tranche(id="t1", title="T", snapback=WORDS),)}),
        ("clearance", {"clearances": (Clearance(step="1", office="O", comment=WORDS),)}),
        ("e1", {"facts": {"events": (EVENT,)}}),
        ("measure-1", {"facts": {"measures": (MEASURE,)}}),
        ("i", {"facts": {"issues": (Issue(id="i", title=WORDS),)}}),
        ("p1", {"facts": positions({"conditions": WORDS})}),
    ],
)
def test_whatever_prints_beside_the_prose_is_read_too(place: str, changes: dict[str, Any]) -> None:
    ((severity, where, message),) = of(**changes)
    assert (severity, where) == ("error", place)
    assert "it is marked opinion" in message


def test_the_capitals_of_a_title_make_no_name_of_copied_words() -> None:
    assert [one[:2] for one in of(title="It Could End The War At Last")] == [("error", "title")]
    assert not of(title="A note on “it could end the war at last”")
    names = "The Department of State and the Department of the Treasury wavered shamefully."
    assert not of(said=names, title="Department of State and the Department of the Treasury")


def test_a_section_s_title_is_read_and_a_heading_is_told_once() -> None:
    hits = of(text="## It could end the war at last\n\nSo be it. [@s]")
    assert [one[:2] for one in hits] == [("error", "lines:1")]
    section = PackSection(id="x", kind="lines", title="It could end the war at last", text="So. [@s]")
    sentence = MarkedSentence(number=4, text=TEXT, proposed="opinion")
    article = MarkedArticle(source="press", read_on=date(2025, 3, 1), sentences=(sentence,))
    assert [one.place for one in found(section, articles=(article,)) if one.code == "article"] == ["x"]


def test_a_short_heading_of_the_article_is_nobody_s_wording() -> None:
    assert not of(title="At a glance", said="At a Glance")
    assert of(title="Aims and mutual benefits now", said="Aims and Mutual Benefits Now")


def test_a_position_that_rests_on_the_article_states_a_sentence_by_six_of_its_own_words() -> None:
    said = "In a bold and visionary move that shook all of Europe he went on so that it could end the war at last."
    taken = positions({"quote": "could end the war at last", "source": "press"})
    assert [one[:2] for one in of(said=said, facts=taken)] == [("error", "p1")]
    assert not of(said=said, facts=positions({"quote": "could end the war at last"}))
    assert not of(said="In a bold move that shook Europe he said: “It could end the war at last.”", facts=taken)
