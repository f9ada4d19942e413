"""An article's sentences are marked fact, attributed or opinion, and its views never come out as facts."""

import os
from pathlib import Path

import pytest

from briefer.analysis.article import ATTRIBUTED, FACT, OPINION, read, set_mark, usable
from briefer.analysis.copied import copied
from briefer.analysis.loaded import EVALUATION, PREDICTION, UNNAMED
from briefer.model.errors import BadCall
from briefer.model.stances import Sentence
from briefer.shipped import data
from tests.stretched import unsaid

ARTICLE = """\
Treasury removes one name

The Treasury Department removed Karina Beispiel from its list on 2 April 2025. OFAC gave Reuters no reason. \
This bold step could finally end the quarrel. According to multiple sources, more names follow. “It stays,” said \
Anna Muster. She added that nothing had changed. It was reported that a bank moved 5 billion. Does it matter in \
Bern? “Never in my life again,” they read. Sanctions do not work. The list names Beispiel and…
- The ministry said that 3 vessels left
Muster told reporters that it stays, signaling her willingness to talk.

A post of 4 April that nobody else confirms, with one more sentence in it.
— News Wire (@wire), 4 April
"""

MARKED = {
    1: (OPINION, "a heading"),
    2: (FACT, "can be checked"),
    3: (FACT, "can be checked"),
    4: (OPINION, "“bold” (evaluative adjective); “could” (prediction stated as fact)"),
    5: (ATTRIBUTED, "multiple sources (“according to”)"),
    6: (ATTRIBUTED, "Anna Muster (“said”)"),
    7: (ATTRIBUTED, "Anna Muster (“added”)"),
    8: (OPINION, "not say from whom"),
    9: (OPINION, "asks and states nothing"),
    10: (OPINION, "quotes somebody it does not name"),
    11: (OPINION, "no day or number and fewer than two names"),
    12: (OPINION, "cut off"),
    13: (ATTRIBUTED, "The ministry"),
    14: (OPINION, "reports Muster (“told”), but adds views of the article’s own: “signaling her willingness”"),
    15: (ATTRIBUTED, "stands above the signature of News Wire"),
    16: (ATTRIBUTED, "the signature of News Wire"),
}


@pytest.fixture(scope="module")
def sentences() -> dict[int, Sentence]:
    return {sentence.number: sentence for sentence in read(ARTICLE)}


def test_every_sentence_is_numbered(sentences: dict[int, Sentence]) -> None:
    assert list(sentences) == list(MARKED)


@pytest.mark.parametrize("number", MARKED)
def test_each_sentence_is_marked_with_the_reason(number: int, sentences: dict[int, Sentence]) -> None:
    mark, why = MARKED[number]
    assert sentences[number].mark == mark
    assert why in sentences[number].reason


def test_only_what_somebody_named_says_can_be_used_before_a_person_has_looked(sentences: dict[int, Sentence]) -> None:
    assert [number for number, sentence in sentences.items() if usable(sentence)] == [6, 7, 15]


def test_an_unnamed_source_is_flagged(sentences: dict[int, Sentence]) -> None:
    assert [number for number in sentences if "unnamed source" in {f.category for f in sentences[number].flags}] == [
        5,
        8,
        13,
    ]


def test_a_speaker_is_not_carried_over_a_heading() -> None:
    said, _, added = read("Anna Muster said that it stays.\n\nA Heading\n\nShe added 5 names.")
    assert (said.speaker, added.speaker) == ("Anna Muster", "She")


def test_a_fact_can_be_used_once_it_has_a_source(sentences: dict[int, Sentence]) -> None:
    sourced = set_mark(sentences[2], FACT, by="C. Muster", sources=["s-1", "s-1"])
    assert (sourced.sources, sourced.set_by, sourced.reason) == (("s-1",), "C. Muster", "set by C. Muster")
    assert usable(sourced)
    assert not usable(set_mark(sourced, OPINION, by="C. Muster"))


def test_a_person_can_attribute_what_the_rules_could_not(sentences: dict[int, Sentence]) -> None:
    assert usable(set_mark(sentences[5], ATTRIBUTED, by="C. Muster"))
    assert usable(set_mark(sentences[4], ATTRIBUTED, by="C. Muster", speaker="The Daily"))


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ({"mark": "rumour", "by": "C."}, "“rumour” is no mark; use one of fact, attributed, opinion"),
        ({"mark": FACT, "by": " "}, "Nobody is named who marks sentence 4"),
        ({"mark": ATTRIBUTED, "by": "C."}, "Sentence 4 is attributed to nobody"),
    ],
)
def test_a_mark_that_cannot_be_set_is_refused(how: dict[str, str], says: str, sentences: dict[int, Sentence]) -> None:
    with pytest.raises(BadCall, match=says):
        set_mark(sentences[4], **how)


UNREAD = (
    "Die Bank hat am 3. März in Bern alle Konten der drei gelisteten Personen gesperrt und schweigt.",
    "这家银行于2025年3月4日冻结了三个账户。",
)


@pytest.mark.parametrize("text", UNREAD)
def test_a_language_that_the_rules_do_not_read_is_left_to_a_person(text: str) -> None:
    assert {sentence.mark for sentence in read(text)} == {OPINION}
    assert "a person has to mark it" in read(text)[0].reason


def test_russian_is_read() -> None:
    fact, opinion, said = read(
        "Сбербанк отключили от SWIFT 14 июня 2022 года. Спецоперация идёт с 2022 года. Песков заявил, что это так."
    )
    assert [sentence.mark for sentence in (fact, opinion, said)] == [FACT, OPINION, ATTRIBUTED]


def test_nothing_pasted_has_no_sentences() -> None:
    assert read(" \n") == ()


EDITORIAL = (
    "bold plan",
    "could finally end",
    "military operation",
    "peace through dialogue",
    "pragmatic",
    "proven costly",
    "failing to achieve its stated objectives",
    "leadership position gives it significant leverage",
    "regardless of European hesitations",
    "stalemate benefits neither",
    "prolonged economic warfare",
    "rigid ideological positions",
    "policy rigidity",
    "nuanced approach",
    "purely punitive",
    "business-minded",
    "congressional approval",
)
"""What a slanted article on the subject claims in its own voice."""


@pytest.fixture(scope="module")
def slanted() -> str:
    """A real slanted article; the test is skipped where neither variable leads to one."""
    named, lists = os.environ.get("BRIEFER_SEED"), os.environ.get("BRIEFER_LISTS")
    path = Path(named) if named else Path(lists, "..", "seed", "article.txt") if lists else None
    if path is None or not path.is_file():
        pytest.skip("neither BRIEFER_SEED nor BRIEFER_LISTS leads to the article")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("claim", EDITORIAL)
def test_an_editorial_claim_never_comes_out_as_a_fact_or_as_usable(claim: str, slanted: str) -> None:
    made = [sentence for sentence in read(slanted) if claim in sentence.text]
    assert made, f"“{claim}” is not in the article"
    assert {sentence.mark for sentence in made} == {OPINION}
    assert not any(map(usable, made))


def test_what_the_article_reports_is_kept_apart_from_what_it_claims(slanted: str) -> None:
    found = read(slanted)
    speakers = " | ".join(sentence.speaker for sentence in found if usable(sentence))
    assert "John Smith" in speakers
    assert "Ursula von der Leyen" in speakers
    facts = [sentence.text for sentence in found if sentence.mark == FACT]
    assert len(facts) == 1
    assert facts[0].startswith("The White House has directed State and Treasury Departments")


def sample() -> str:
    texts = (path.read_text(encoding="utf-8") for path in Path(str(data("assets", "sample"))).iterdir())
    return "\n".join(texts)


@pytest.mark.parametrize("claim", EDITORIAL[:-1])
def test_the_sample_has_none_of_its_loaded_phrases(claim: str) -> None:
    assert claim.lower() not in sample().lower()


def test_the_sample_takes_over_none_of_its_loaded_wording(slanted: str) -> None:
    assert [run.words for run in copied(sample(), {"article": slanted}) if run.flags] == []


def test_he_is_nobody_where_another_was_spoken_of_since_the_last_speaker() -> None:
    text = "The sanctions, Mr Smith said, were lifted on 3 March. It is said that all will be freed. “Good,” he said."
    assert [each.speaker for each in read(text)] == ["Mr Smith", "", "he"]
    assert read(text.replace("It is said that all will", "Now Deripaska will"))[-1].speaker == "he"
    plain = "Mr Smith said the sanctions were lifted on 3 March. The room was full. “The EU will follow,” he said."
    assert read(plain)[-1].speaker == "Mr Smith"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("'Now is not the time to ease,' he told reporters.", "Emmanuel Macron"),
        ("‘Now is not the time. It may come,’ he told reporters.", "Emmanuel Macron"),
        ("'Now is not the workers' hour,' Donald Tusk said.", "Donald Tusk"),
        ("'Sanctions don't end here!' said Ursula von der Leyen.", "Ursula von der Leyen"),
        ("'Now is no time to ease' he said.", ""),
        ("O'Brien said the 'shadow fleet' had grown in the '90s.", "O'Brien"),
    ],
)
def test_who_speaks_in_single_marks_is_named_and_never_by_the_words_that_are_quoted(
    sentence: str, speaker: str
) -> None:
    first, *rest = read(f"Emmanuel Macron said on 3 March 2025 that sanctions stay. {sentence}")
    assert first.speaker == "Emmanuel Macron"
    assert [(each.text, each.speaker) for each in rest] == [(sentence, speaker)]


@pytest.mark.usefixtures("stretched")
def test_reasons_and_flags_are_told_in_the_language_spoken_and_kept_under_english_names() -> None:
    read_ = read(f"{ARTICLE}\nMuster: “All of it stays in place.”")
    assert unsaid([(one.reason, [flag.why for flag in one.flags]) for one in read_], (ARTICLE, ARTICLE.lower())) == []
    assert [one.mark for one in read_][: len(MARKED)] == [mark for mark, _why in MARKED.values()]
    assert {flag.category for one in read_ for flag in one.flags} >= {UNNAMED, EVALUATION, PREDICTION}
    assert read_[-1].verb == "quoted"
