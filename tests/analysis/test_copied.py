"""Words taken over from a source are found outside quotation marks, and names are not words taken over."""

import time

import pytest

from briefer.analysis.copied import copied, one_text

SOURCE = (
    "The minister announced a bold plan to ease all sanctions on grain, "
    "which the Office of Foreign Assets Control read."
)


def runs(text: str, **more: int) -> list[str]:
    return [run.words for run in copied(text, {"s-1": SOURCE}, **more)]


def test_six_words_in_a_row_are_copied_and_five_are_not() -> None:
    assert runs("It was a bold plan to ease all, he thought.") == ["a bold plan to ease all"]
    assert runs("It was bold plan to ease all, he thought.") == []
    assert runs("It was bold plan to ease all, he thought.", least=5) == ["bold plan to ease all"]


def test_a_run_is_as_long_as_it_goes_and_says_where_it_stands() -> None:
    text = "We saw that The  MINISTER announced a\nbold plan to ease all sanctions on grain today."
    (run,) = copied(text, {"s-1": SOURCE})
    assert run.words == "The MINISTER announced a bold plan to ease all sanctions on grain"
    assert (run.source, run.count, run.start) == ("s-1", 12, text.index("The "))
    assert [(flag.category, flag.words) for flag in run.flags] == [("evaluative adjective", "bold")]


@pytest.mark.parametrize("quoted", ["“{}”", '"{}"', "«{}»", "> {}"])
def test_words_in_quotation_marks_are_quoted_and_not_copied(quoted: str) -> None:
    assert runs(quoted.format("announced a bold plan to ease all sanctions")) == []


def test_a_quotation_breaks_a_run() -> None:
    assert runs("announced a bold “plan” to ease all sanctions") == []


def test_a_citation_does_not_hide_a_run() -> None:
    assert runs("announced a bold [@s-1, p. 2] plan to [#ofac-1] ease all") == [
        "announced a bold [@s-1, p. 2] plan to [#ofac-1] ease all"
    ]


def test_a_name_is_nobodys_wording() -> None:
    assert copied("the Office of Foreign Assets Control", {"s": "by the Office of Foreign Assets Control"}) == ()
    assert copied("of the 14 March 2025", {"s": "of the 14 March 2025"}, least=4) == ()


def test_the_longest_of_several_places_counts_and_runs_do_not_overlap() -> None:
    source = "one two three four five six end. Then one two three four five six seven eight."
    (run,) = copied("one two three four five six seven eight nine", {"s": source})
    assert run.count == 8


def test_runs_of_two_sources_stand_in_the_order_of_the_text() -> None:
    text = "seven eight nine ten eleven twelve. one two three four five six"
    found = copied(text, {"a": "one two three four five six", "b": "seven eight nine ten eleven twelve"})
    assert [run.source for run in found] == ["b", "a"]


def test_apostrophes_and_cases_do_not_count() -> None:
    assert copied("the bank's owner sold it in haste", {"s": "THE BANK’S OWNER SOLD IT IN HASTE"})


def test_two_texts_that_share_half_their_runs_are_one() -> None:
    other = SOURCE.replace("all sanctions", "every sanction").replace("announced", "told of")
    assert [(a, b) for a, b, _ in one_text({"a": SOURCE, "b": other, "c": "Nothing of this at all here today."})] == []
    assert [(a, b) for a, b, _ in one_text({"a": SOURCE, "b": SOURCE + " More.", "c": "Short."})] == [("a", "b")]
    ((_, _, share),) = one_text({"a": SOURCE, "b": other}, share=0.3)
    assert 0.3 <= share < 0.5


def test_a_long_text_is_compared_in_a_moment() -> None:
    text = " ".join(f"word{number} of a sentence that goes on" for number in range(10_000))
    begun = time.perf_counter()
    assert copied(text, {"s": text, "t": "again and again so " * 5_000})
    assert copied("again and again so " * 5_000, {"t": "again and again so " * 5_000})
    assert time.perf_counter() - begun < 10
