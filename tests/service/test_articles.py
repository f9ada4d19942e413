"""A pasted article is read from any text file and answered sentence by sentence."""

from pathlib import Path

import pytest

from briefer.model.errors import BadInput
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
