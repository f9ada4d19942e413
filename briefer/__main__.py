"""The program's entry, `briefer` and `python -m briefer`: the window if nothing or a pack is named, else the calls."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

WINDOW, LIBRARY = "desktop", "--library"
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
MISSING = "the window needs Qt, which is not installed; install `briefer[desktop]`"
NO_SCREEN = "the window needs a screen, and none of DISPLAY and WAYLAND_DISPLAY is set"
INSTEAD = "see `briefer --help` for the calls that work without it."


def main() -> None:
    """Runs the window or the command line and leaves with the exit code."""
    sys.exit(run(sys.argv[1:]))


def run(argv: Sequence[str]) -> int:
    """Runs one call and gives its exit code: no argument, `desktop` or a pack file opens the window."""
    rest, library = _without_library(argv)
    packs = [each for each in rest if each != WINDOW]
    if len(packs) <= 1 and all(each.endswith(".brief") for each in packs):
        return _window(packs, library)
    from briefer.cli import main as call

    return call(argv)


def _without_library(argv: Sequence[str]) -> tuple[list[str], Path | None]:
    """Takes `--library FILE` out, wherever it stands."""
    rest, library, words = [], None, iter(argv)
    for each in words:
        if each == LIBRARY:
            library = Path(next(words, ""))
        elif each.startswith(f"{LIBRARY}="):
            library = Path(each.partition("=")[2])
        else:
            rest.append(each)
    return rest, library


def _window(packs: Sequence[str], library: Path | None) -> int:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        return _say(NO_SCREEN)
    try:
        from briefer.desktop.app import main as show
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("PySide6"):
            raise
        return _say(MISSING)
    return show(packs, library)


def _say(what: str) -> int:
    sys.stderr.write(f"briefer: {what}; {INSTEAD}\n")
    return 2


if __name__ == "__main__":
    main()
