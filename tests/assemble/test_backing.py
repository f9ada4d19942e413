"""What stands behind an answer on ownership."""

import pytest

from briefer import language
from briefer.assemble.backing import Backing, joined
from briefer.model.facts import Confidence


def test_several_are_as_sure_as_the_least_sure_of_them() -> None:
    found = joined((Backing(("a",), Confidence.PARTLY), Backing(("b", "a"), Confidence.TO_BE_VERIFIED), Backing()))
    assert (found.sources, found.doubt, found.confidence) == (("a", "b"), "to be verified", "to be verified")
    assert (joined(()).doubt, joined(()).confidence) == ("", "")


def test_how_sure_a_fact_is_does_not_hang_on_the_words_of_its_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_said", lambda _tongue, _text: "offen")
    found = joined((Backing(("a",), Confidence.PARTLY), Backing(("b",), Confidence.TO_BE_VERIFIED)))
    assert (found.doubt, found.confidence) == ("offen", "to be verified")
