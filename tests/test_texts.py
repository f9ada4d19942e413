"""Every sentence below the window goes through the catalogue, and the catalogues are up to date."""

from pathlib import Path

import pytest

from tests import catalogue
from tests.said import ROOT, modules, plain, said, untranslated

PLAIN = plain()


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT / "briefer").as_posix())
def test_every_sentence_of_a_module_goes_through_the_catalogue(path: Path) -> None:
    module = path.relative_to(ROOT).as_posix()
    found = [(each.lineno, said(each)) for each in untranslated(path.read_text(encoding="utf-8"))]
    assert [each for each in found if (module, each[1]) not in PLAIN] == []


def test_what_is_called_plain_still_stands_in_its_module() -> None:
    held = {
        (path.relative_to(ROOT).as_posix(), said(each))
        for path in modules()
        for each in untranslated(path.read_text(encoding="utf-8"))
    }
    assert held >= PLAIN


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('"""A docstring of words."""\nx = "two words"', ["two words"]),
        ('_("two words", n=f"of {x} words")', ["of {} words"]),
        ('mark("two words"); ngettext("one word", "two words", 2); counted(2, "a word", "two words")', []),
        ('f"{x} listed"; f"{x}"; f"{x:>8 words}"; "word"', ["{} listed"]),
        ('re.compile("two words"); "SELECT a FROM b WHERE c"', []),
        ('def f(x: "two words") -> "two words": ...', []),
    ],
)
def test_the_search_finds_what_a_reader_sees(source: str, found: list[str]) -> None:
    assert [said(each) for each in untranslated(source)] == found


def test_the_template_of_the_catalogue_is_up_to_date() -> None:
    assert catalogue.file("texts").read_bytes() == catalogue.pot("texts"), "run `python -m tests.catalogue`"
