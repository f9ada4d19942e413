"""A pasted article is read from any text file and answered sentence by sentence."""

from pathlib import Path

import pytest

from briefer.model.desk import Claim
from briefer.model.errors import BadCall, BadInput
from briefer.model.stances import Sentence
from briefer.service import articles
from briefer.service.articles import LARGEST, read_article
from tests.conftest import Briefer

TEXT = "Anna Muster said that it stays. This bold plan could end it.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_article_is_read_in_unicode(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding=encoding)
    assert [sentence.mark for sentence in read_article(path)] == ["attributed", "opinion"]


WRONG = {
    "another encoding": ("Путин".encode("cp1251"), "is no text in UTF-8"),
    "half a pair of bytes": (b"\xff\xfea", "is no text in UTF-8"),
    "no text": (b"%PDF\0\0", "is no text"),
    "nothing": (b" \n", "is empty"),
    "too much": (b"a" * (LARGEST + 1), "is larger than 5 MB"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_article_is_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    content, says = WRONG[name]
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=says):
        read_article(path)


def test_a_file_that_is_not_there_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read_article(tmp_path / "none.txt")


def test_the_verb_lists_sentences_with_mark_reason_and_flags(tmp_path: Path, briefer: Briefer) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    said = briefer("article", path)
    assert said.code == 0
    assert "1  attributed  Anna Muster said that it stays." in said.out
    assert "flagged: “bold” (evaluative adjective: " in said.out
    assert "1 attributed, 1 opinion; proposals until a person sets them." in said.out


def test_the_verbs_json_is_a_list_of_marked_sentences(tmp_path: Path, briefer: Briefer) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    first, second = briefer("article", path, "--json").json
    assert list(first) == ["number", "sentence", "mark", "speaker", "reason", "flags"]
    assert (first["number"], first["mark"], first["speaker"], first["flags"]) == (1, "attributed", "Anna Muster", [])
    assert [flag["words"] for flag in second["flags"]] == ["bold", "could"]


def claim(sentence: Sentence, **more: str) -> Claim:
    return Claim(**({"sentence": sentence, "holder": "Anna Muster", "issue": "easing", "stance": "2"} | more))  # type: ignore[arg-type]


def test_a_pasted_text_is_read_and_an_empty_one_is_nothing() -> None:
    assert [sentence.mark for sentence in articles.read_text(TEXT)] == ["attributed", "opinion"]
    assert articles.read_text(" \n") == ()
    assert len(articles.digest_of(TEXT)) == 64


def test_a_sentence_says_what_it_lacks_to_become_a_position() -> None:
    said, view = articles.read_text(TEXT)
    assert articles.lacks(claim(said)) == ()
    assert articles.lacks(claim(view, holder=" ", issue="", stance="")) == ("attribution", "holder", "issue", "stance")
    with pytest.raises(BadCall, match="lacks attribution"):
        articles.rows([claim(said), claim(view)], "s", "2025", "en", "")


def test_a_mark_is_a_persons_and_needs_somebody_who_says_it() -> None:
    _said, view = articles.read_text(TEXT)
    with pytest.raises(BadCall, match="attributed to nobody"):
        articles.marked(view, "attributed", "me", " ")
    made = articles.marked(view, "attributed", "me", "Anna Muster")
    assert (made.mark, made.speaker, made.set_by) == ("attributed", "Anna Muster", "me")
    assert articles.marked(view, "fact", "me", "").mark == "fact"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Anna Muster said that “the measures must end very soon”.", "the measures must end very soon"),
        ("Anna Muster called it “a bold plan”, as others did.", ""),
        (
            "“We will end it now,” Anna Muster said, “and we mean all of it.”",
            "We will end it now … and we mean all of it.",
        ),
    ],
)
def test_only_the_exact_words_are_a_quotation(text: str, quote: str) -> None:
    (sentence,) = articles.read_text(text)
    sentence = articles.marked(sentence, "attributed", "me", "Anna Muster")
    (row,) = articles.rows([claim(sentence)], "src", "2025-03-17", "en", "The Daily")
    assert (row["quote"], row["language"]) == (quote, "en" if quote else "")
    assert row["paraphrase"] == text
    assert row["chain"] == "Anna Muster → The Daily"
    (undated,) = articles.rows([claim(sentence)], "src", "", "en", "")
    assert (undated["quote"], undated["chain"]) == ("", "Anna Muster")
