"""Names as a sentence lists them."""

import pytest

from briefer import language
from briefer.assemble.enumerated import enumerated


def test_names_are_listed_as_a_sentence_lists_them() -> None:
    assert [enumerated(list(names)) for names in ("", "A", "AB", "ABC")] == ["", "A", "A and B", "A, B and C"]


def test_another_language_lists_them_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"{names} and {last}": "{names} sowie {last}"}
    monkeypatch.setattr(language, "_said", lambda _tongue, text: texts.get(text, text))
    assert enumerated("ABC") == "A, B sowie C"
