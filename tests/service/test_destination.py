"""Where a hand-off may be written: names and folders that are refused, and why."""

from pathlib import Path

import pytest

from briefer.model.errors import BadCall
from briefer.service import destination as module
from briefer.service.destination import destination, folder_fault, name_fault


@pytest.mark.parametrize("name", ["a/b:*", "../victim", "a\\b", "a:b", "a*", "a?", 'a"', "a<b", "a>b", "a|b", "a\nb"])
def test_a_name_holds_no_path_and_nothing_that_a_system_refuses(name: str) -> None:
    assert name_fault(name).startswith("A name cannot hold ")


def test_the_character_that_is_wrong_is_named() -> None:
    assert "“*”" in name_fault("a*b/c")
    assert "a control character" in name_fault("a\tb")


@pytest.mark.parametrize("name", ["..", ".", ".a", "a.", " a", "a "])
def test_a_name_neither_begins_nor_ends_with_a_dot_or_a_space(name: str) -> None:
    assert name_fault(name) == "A name cannot begin or end with a dot or a space."


def test_other_names_are_refused_or_taken() -> None:
    assert name_fault(" ") == "The hand-off needs a name."
    assert "Windows" in name_fault("NUL.txt")
    assert name_fault("paper one, v. 2") == ""
    assert name_fault("Ünïted Kingdom") == ""


def test_a_folder_that_is_not_there_yet_is_taken_and_not_made(tmp_path: Path) -> None:
    assert destination(tmp_path / "a" / "b", "paper") == tmp_path / "a" / "b" / "paper"
    assert not list(tmp_path.iterdir())


def test_a_folder_that_takes_no_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_given: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module, "TemporaryFile", refuse)
    assert folder_fault(tmp_path / "a") == (
        f"{tmp_path / 'a'}: nothing can be written there (Permission denied); choose another folder."
    )


def test_a_drive_that_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "exists", lambda _self: False)
    assert "nothing can be written there" in folder_fault(tmp_path / "a")


def test_a_file_is_no_folder_and_a_part_of_a_path_no_place(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    assert folder_fault(tmp_path / "taken") == f"{tmp_path / 'taken'} is a file; choose a folder."
    assert "no whole path" in folder_fault(Path("here"))
    with pytest.raises(BadCall, match="is a file"):
        destination(tmp_path, "taken")
    with pytest.raises(BadCall, match="A name cannot hold"):
        destination(tmp_path, "../victim")
