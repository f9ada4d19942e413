"""Every text goes through the catalogue, numbers have their plural, and longer words find room."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from briefer.desktop import wording
from tests import catalogue
from tests.desktop.literals import WINDOW, said, untranslated


@pytest.mark.parametrize("path", sorted(WINDOW.glob("*.py")), ids=lambda path: path.stem)
def test_every_text_that_is_shown_goes_through_the_catalogue(path: Path) -> None:
    assert not [f"{path.name}:{node.lineno} {said(node)}" for node in untranslated(path)]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('text("Hello there")', 1),
        ('text(_("Hello there"))', 0),
        ('x = f"{n} found words"', 1),
        ('x = {"Kind": 1}', 1),
        ('"""Docs are not shown."""', 0),
        ('made.setShortcut("Ctrl+Shift+P")', 0),
        ('run(only="start news")', 0),
        ('def f(x: "Some Window") -> "Another Window": ...', 0),
        ('setText("all")', 1),
        ('x = "lower_case.name"', 0),
    ],
)
def test_the_search_for_texts_finds_what_is_shown_and_nothing_else(tmp_path: Path, code: str, found: int) -> None:
    path = tmp_path / "module.py"
    path.write_text(code, encoding="utf-8")
    assert len(list(untranslated(path))) == found


def test_the_template_of_the_catalogue_is_up_to_date() -> None:
    assert catalogue.file("briefer").read_bytes() == catalogue.pot("briefer"), "run `python -m tests.catalogue`"


def test_numbers_have_their_plural_and_days_their_month() -> None:
    assert [wording.counted(n, "entity") for n in (0, 1, 1200)] == ["0 entities", "1 entity", "1,200 entities"]
    assert all(wording.counted(1, noun).startswith("1 ") for noun in wording._NOUNS)
    assert wording.short(date(2025, 3, 21)) == "21 Mar 2025"
    assert wording.long(date(2025, 12, 1)) == "1 December 2025"


def test_stretching_leaves_what_stands_for_something_else() -> None:
    assert catalogue.stretch("&Open {name}|x") == "&Opéén {name}|x"


def test_a_language_says_its_own_name_or_its_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue.write_stretched(tmp_path, "briefer")
    catalogue.write_stretched(tmp_path, "print", "de")
    monkeypatch.setattr(wording, "data", lambda *_parts: tmp_path)
    codes = dict(wording.languages())
    assert codes["en"] == "English"
    assert "de" not in codes, "a language of the templates alone is none of the window"
    assert codes[catalogue.STRETCHED] == catalogue.stretch("The name of this language")
    assert wording._Code("xx").gettext("anything") == "xx"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (catalogue.STRETCHED, f"{catalogue.STRETCHED}; Clóóséé; Théé háánd-óóff nééééds áá nááméé."),
        ("", "; Close; The hand-off needs a name."),
        ("xx", "; Close; The hand-off needs a name."),
    ],
)
def test_what_stands_below_the_window_speaks_its_language(tmp_path: Path, language: str, said: str) -> None:
    for domain in ("briefer", "texts"):
        catalogue.write_stretched(tmp_path, domain)
    code = (
        "from briefer.desktop.wording import _; from briefer.service.destination import name_fault; "
        "from briefer import language; "
        "print(language.spoken(), _('Close'), name_fault(''), sep='; ')"
    )
    known = {"BRIEFER_LANGUAGE": language, "BRIEFER_LOCALES": str(tmp_path), "LANGUAGE": "C"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ | known
    )
    assert done.stdout.rstrip().startswith(said)


@pytest.mark.full
def test_nothing_is_cut_where_words_are_longer(tmp_path: Path) -> None:
    for domain in ("briefer", "texts"):
        catalogue.write_stretched(tmp_path, domain)
    known = {"BRIEFER_LANGUAGE": catalogue.STRETCHED, "BRIEFER_LOCALES": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    call = [sys.executable, "-m", "tests.desktop.pictures", "--folder", str(tmp_path / "shots"), "--size", "1024x700"]
    env = os.environ | known | {"BRIEFER_HOME": str(tmp_path / "home")}
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=300, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((tmp_path / "shots").glob("*.png"))) > 10
