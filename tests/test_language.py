"""Texts are said in the language spoken; a broken translation gives English."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from briefer import language
from briefer.language import _, all_of, enumerated, mark, ngettext, one_of, speak, speaking, spoken

LIST = mark("{count} list of {who}")
LISTS = "{count} lists of {who}"


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(language.LOCALES, str(tmp_path))
    monkeypatch.setenv(language.SPEAKS, "")
    monkeypatch.setattr(language, "_own", "")
    caches = (language.catalogue, language._said, language._counted)
    for cache in caches:
        cache.cache_clear()
    yield tmp_path
    for cache in caches:
        cache.cache_clear()


def translate(locales: Path, code: str, texts: dict[str | tuple[str, str], str | tuple[str, ...]]) -> Path:
    held = Catalog(locale="de", domain=language.DOMAIN)
    for text, said in texts.items():
        held.add(text, said)
    file = locales / code / "LC_MESSAGES" / f"{language.DOMAIN}.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, held)
    return file


def test_a_text_is_said_in_the_language_spoken_or_its_parent(locales: Path) -> None:
    translate(locales, "de_AT", {"Since {day}": "Seit {day} (A)"})
    translate(locales, "de", {"Since {day}": "Seit {day}", "None": "Keine"})
    with speaking("de-AT"):
        assert _("Since {day}", day="{x}") == "Seit {x} (A)"
        assert _("None") == "Keine"
        with speaking("en"):
            assert _("None") == "None"
    with speaking("de_CH"):
        assert _("Since {day}", day=3) == "Seit 3"
    for none in ("fr", "../de", "", "de/../de"):
        with speaking(none):
            assert _("Since {day}", day=3) == "Since 3"
    assert _("Since {day}", day=3) == "Since 3"


def test_a_number_stands_in_its_form_in_groups_of_thousands(locales: Path) -> None:
    translate(locales, "de", {(LIST, LISTS): ("eine Liste von {who}", "{count} Listen von {who}")})
    assert ngettext(LIST, LISTS, 1, who="A") == "1 list of A"
    assert ngettext(LIST, LISTS, 12000, who="A") == "12,000 lists of A"
    with speaking("de"):
        assert ngettext(LIST, LISTS, 1, who="A") == "eine Liste von A"
        assert ngettext(LIST, LISTS, 2, who="A") == "2 Listen von A"


def test_a_day_is_said_in_the_language_and_no_text_stays_none(locales: Path) -> None:
    translate(locales, "de", {"{day} {month} {year}": "{day}. {month} {year}", "March": "März"})
    assert language.day_in_words(date(2025, 3, 1)) == "1 March 2025"
    with speaking("de"):
        assert language.day_in_words(date(2025, 3, 1)) == "1. März 2025"
        assert _("") == ""


def test_a_language_is_spoken_where_there_is_a_catalogue_of_it_or_its_parent(locales: Path) -> None:
    translate(locales, "de", {"None": "Keine"})
    assert [language.speaks(code) for code in ("de", "de-AT", "fr", "en-GB", "")] == [True, True, False, False, False]


@pytest.mark.parametrize("said", ["Von", "{who} {more}", "{who", "{who:>99999999}", "{who!r}", "{who.__class__}", "{}"])
def test_a_translation_without_the_placeholders_of_its_text_is_not_said(locales: Path, said: str) -> None:
    translate(locales, "de", {"By {who}": said, (LIST, LISTS): (said, said)})
    with speaking("de"):
        assert _("By {who}", who="A") == "By A"
        assert ngettext(LIST, LISTS, 2, who="A") == "2 lists of A"


@pytest.mark.parametrize("cut", [0, 3, 30, 200])
def test_a_catalogue_that_cannot_be_read_is_none(locales: Path, cut: int) -> None:
    file = translate(locales, "de", {"None": "Keine"})
    file.write_bytes(file.read_bytes()[:cut])
    with speaking("de"):
        assert _("None") == "None"


def test_a_rule_of_plurals_that_divides_by_nothing_gives_english(locales: Path) -> None:
    file = translate(locales, "de", {(LIST, LISTS): ("{count} {who}", "{count} {who}")})
    file.write_bytes(file.read_bytes().replace(b"plural=(n != 1);", b"plural=(n % 0); "))
    with speaking("de"):
        assert ngettext(LIST, LISTS, 2, who="A") == "2 lists of A"


def test_the_programs_own_language_is_that_of_its_children(locales: Path) -> None:
    translate(locales, "de", {"None": "Keine"})
    speak("de")
    assert spoken() == "de"
    assert _("None") == "Keine"
    child = "from briefer.language import _; print(_('None'))"
    done = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=True)
    assert done.stdout == "Keine\n"
    with speaking(""):
        assert _("None") == "None"


def test_names_are_listed_as_a_sentence_lists_them() -> None:
    assert [enumerated(tuple(names)) for names in ("", "A", "AB", "ABC")] == ["", "A", "A and B", "A, B and C"]
    assert [all_of(names) for names in ("A", "AB", "ABC")] == ["A", "A and B", "A and B and C"]
    assert [one_of(names) for names in ("A", "AB")] == ["A", "A or B"]


def test_another_language_joins_names_in_its_own_words(locales: Path) -> None:
    translate(locales, "de", {"{names} and {last}": "{names} sowie {last}", "{names} or {last}": "{names} oder {last}"})
    with speaking("de"):
        assert (enumerated("ABC"), all_of("ABC"), one_of("AB")) == ("A, B sowie C", "A sowie B sowie C", "A oder B")
