"""What nobody answers for in an article is neither a position nor the pack's own wording."""

from datetime import date
from typing import Any

from briefer.model.pack import MarkedArticle, MarkedSentence, PackSection
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
