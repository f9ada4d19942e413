"""Spelling where the system has Hunspell; the dictionary is the tests' own."""

from pathlib import Path

import pytest

from briefer.service import spelling

if spelling._library() is None:
    pytest.skip("Hunspell's library is not on this computer", allow_module_level=True)


@pytest.fixture
def dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "dictionaries"
    folder.mkdir()
    (folder / "en_GB.aff").write_text("SET UTF-8\nTRY esiarn\nSFX S Y 1\nSFX S 0 s .\n", encoding="utf-8")
    (folder / "en_GB.dic").write_text("4\nlicence/S\nsanction/S\ndon't\ncafé\n", encoding="utf-8")
    (folder / "de_DE.aff").write_text("SET ISO8859-1\n", encoding="ascii")
    (folder / "de_DE.dic").write_bytes("1\nGröße\n".encode("latin-1"))
    (folder / "hyph_en_GB.dic").write_text("UTF-8\n", encoding="utf-8")
    (folder / "lost.dic").write_text("1\nalone\n", encoding="utf-8")
    monkeypatch.setenv("DICPATH", str(folder))
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(spelling, "FOLDERS", ())
    return folder


def test_the_dictionaries_of_the_system_are_found(dictionary: Path) -> None:
    assert spelling.languages() == ("de_DE", "en_GB")


@pytest.mark.parametrize(
    ("asked", "given"), [("en-GB", "en_GB"), ("en-US", "en_GB"), ("de", "de_DE"), ("fr-FR", None), ("", None)]
)
def test_a_language_has_its_dictionary_or_that_of_a_neighbour(dictionary: Path, asked: str, given: str | None) -> None:
    found = spelling.speller(asked)
    assert (found.language if found else None) == given


def test_words_are_looked_up_outside_citations_and_addresses(dictionary: Path) -> None:
    speller = spelling.speller("en-GB")
    assert speller
    line = (
        "licences sancton don’t café OFAC x [@sancton, p] [#ofac-1] https://sancton.example a@sancton `sancton` Größe"
    )
    assert [line[start : start + length] for start, length in speller.wrong(line)] == ["sancton", "Größe"]
    assert speller.right("sanctionsanctionsanction" * 5)
    assert "sanction" in speller.suggest("sancton")


def test_other_encodings_and_other_scripts(dictionary: Path) -> None:
    speller = spelling.speller("de-DE")
    assert speller
    assert speller.right("Größe")
    assert speller.right("Пример")
    assert not speller.right("Grösse")


def test_names_are_known_for_a_while_and_own_words_for_good(dictionary: Path) -> None:
    speller = spelling.speller("en-GB")
    assert speller
    speller.know(("Rosneft Oil",))
    assert speller.right("Rosneft")
    assert speller.right("Rosneft’s")
    speller.learn("ringfence")
    again = spelling.speller("en-GB")
    assert again
    assert again.right("ringfence")
    assert not again.right("Rosneft")


def test_a_closed_dictionary_finds_nothing_wrong(dictionary: Path) -> None:
    speller = spelling.speller("en-GB")
    assert speller
    speller.close()
    speller.close()
    assert speller.right("sancton")
    assert speller.suggest("sancton") == ()


def test_without_hunspell_there_is_no_spelling(dictionary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "NAMES", ("libnothing.so.0",))
    assert spelling.languages() == ()
    assert spelling.speller("en-GB") is None
