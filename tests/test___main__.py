import builtins
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from briefer import __main__ as door


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], Path | None]]:
    """What the window is opened with."""
    opened: list[tuple[list[str], Path | None]] = []
    module = ModuleType("briefer.desktop.app")

    def main(argv: list[str], library: Path | None) -> int:
        opened.append((list(argv), library))
        return 0

    module.main = main  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "briefer.desktop.app", module)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return opened


@pytest.mark.parametrize(
    ("argv", "packs", "library"),
    [
        ([], [], None),
        (["desktop"], [], None),
        (["a.brief"], ["a.brief"], None),
        (["desktop", "a.brief", "--library", "l.sqlite"], ["a.brief"], Path("l.sqlite")),
        (["--library=l.sqlite", "desktop"], [], Path("l.sqlite")),
    ],
)
def test_nothing_or_a_pack_opens_the_window(
    argv: list[str], packs: list[str], library: Path | None, window: list[tuple[list[str], Path | None]]
) -> None:
    assert door.run(argv) == 0
    assert window == [(packs, library)]


def test_anything_else_is_a_call(window: list[object], capsys: pytest.CaptureFixture[str]) -> None:
    assert door.run(["templates"]) == 0
    assert "relief-options" in capsys.readouterr().out
    assert door.run(["a.brief", "b.brief"]) == 2
    assert window == []


@pytest.mark.skipif(sys.platform != "linux", reason="a screen is named in the environment on Linux alone")
def test_without_a_screen_a_sentence_says_so(
    window: list[object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in door.SCREENS:
        monkeypatch.delenv(name, raising=False)
    assert door.run([]) == 2
    assert "needs a screen" in capsys.readouterr().err
    assert window == []


def without(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """Makes the import of the window fail for want of a module."""
    real = builtins.__import__

    def imported(name: str, *more: Any) -> Any:
        if name == "briefer.desktop.app":
            raise ModuleNotFoundError(f"No module named '{missing}'", name=missing)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", imported)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_without_qt_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without(monkeypatch, "PySide6")
    assert door.run([]) == 2
    assert "briefer[desktop]" in capsys.readouterr().err


def test_another_missing_module_is_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "odd")
    with pytest.raises(ModuleNotFoundError):
        door.run([])


def test_the_program_leaves_with_the_exit_code(window: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["briefer"])
    with pytest.raises(SystemExit) as left:
        door.main()
    assert left.value.code == 0
    assert window == [([], None)]
