"""Takes a picture of every page and dialog, and says what is cut off; `python -m tests.desktop.pictures --help`.

The exit code is 1 where words are cut or Qt complained. What a table cuts has its tip; labels and buttons must fit.
"""

import argparse
import math
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, QSize, Qt, qInstallMessageHandler
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from briefer.desktop import dress
from briefer.desktop.window import Window
from briefer.desktop.work import Work
from briefer.model.desk import Kept, Version
from briefer.service.desk import Desk
from tests.desktop.states import settle, states

QUIET = "This plugin does not support"
"""What a platform without a screen says of itself."""
Show = Callable[[], QWidget]


def cut(page: QWidget) -> list[str]:
    """Gives the words of labels and buttons that have less room than they need."""
    parts = (part for kind in (QLabel, QAbstractButton) for part in page.findChildren(kind))
    return [part.text() for part in parts if part.isVisible() and part.text() and not _fits(part)]


def _fits(part: QLabel | QAbstractButton) -> bool:
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() + 2 >= part.heightForWidth(part.width())
    return part.width() + 1 >= part.minimumSizeHint().width()


def _press_table(window: Window) -> None:
    window.views.ownership.as_table.click()


def pages(window: Window) -> dict[str, Show]:
    """Gives every page and every dialog of the window, each with what shows it."""
    return {**_views(window), **_dialogs(window)}


def _views(window: Window) -> dict[str, Show]:
    def page(*deeds: Callable[[], object]) -> Show:
        def show() -> QWidget:
            for does in deeds:
                does()
            return window

        return show

    def tab(at: int) -> Show:
        return page(window.find_entity, lambda: window.library.tabs.setCurrentIndex(at))

    return {
        "start": page(window.show_start),
        "pack": page(window.show_pack, window.show_outline),
        **{f"library-{at}": tab(at) for at in range(5)},
        "relief": page(window.show_relief),
        "scenario": page(window.show_scenario),
        "compared": page(window.show_scenario, lambda: window.views.scenario.compare(on=True)),
        "ownership": page(window.show_ownership),
        "ownership-table": page(window.show_ownership, partial(_press_table, window)),
        "positions": page(window.show_matrix),
        "timeline": page(window.show_timeline),
        "changes": page(window.show_changes),
    }


def _dialogs(window: Window) -> dict[str, Show]:
    from briefer.desktop.days import DayDialog
    from briefer.desktop.export import ExportDialog
    from briefer.desktop.keys import KeysDialog
    from briefer.desktop.palette import Palette, every
    from briefer.desktop.preferences import Preferences
    from briefer.desktop.properties import PropertiesDialog
    from briefer.desktop.recovery import ConflictDialog, RecoveryDialog
    from briefer.desktop.report import ReportDialog
    from briefer.desktop.searching import SearchDialog
    from briefer.desktop.texts import TextsDialog, VersionsDialog
    from briefer.model.answers import ImportReport, Warned

    work, pack = window.work, window.work.pack
    file = work.file
    assert file is not None
    kept = Kept(path=file.path, at="2025-03-31T10:00:00+00:00", pack=pack, journal="", differs=("1 entity added",))
    warned = tuple(Warned(record=str(number), message="Kept as written.") for number in range(3))
    older = replace(pack, title="Russia: an earlier title", entities=pack.entities[:-2])
    versions = tuple(Version(name="saved", pack=older, number=at, differs=("2 entities less",)) for at in (2, 1))
    counts = {"entities": 10, "added": 4, "removed": 1, "warnings": warned}
    told = ImportReport(file="sdn.xml", format="OFAC", list="sdn", published=pack.as_of, sha256="0" * 64, **counts)  # type: ignore[arg-type]

    def preferences(at: int) -> Show:
        def show() -> QWidget:
            made = Preferences(window, work)
            made.list.setCurrentRow(at)
            return made

        return show

    return {
        "export": lambda: ExportDialog(window, work),
        "properties": lambda: PropertiesDialog(window, work),
        "conflict": lambda: ConflictDialog(window, pack, pack, file),
        "recovery": lambda: RecoveryDialog(window, kept, pack),
        "versions": lambda: VersionsDialog(window, pack, versions, Path(file.path)),
        "versions-none": lambda: VersionsDialog(window, pack, (), Path(file.path)),
        "texts": lambda: TextsDialog(window, ("Yours", pack), ("Theirs", pack)),
        "search": lambda: SearchDialog(window, work),
        "day": lambda: DayDialog(window, "As of", pack.as_of),
        "report": lambda: ReportDialog(window, (told,)),
        **{f"preferences-{at}": preferences(at) for at in range(4)},
        "keys": lambda: KeysDialog(window),
        "palette": lambda: Palette(window, every(window)),
    }


def wait(window: Window, rounds: int = 20) -> None:
    """Lets the window answer, and then go round its loop so often without anything more to answer."""
    calm = 0
    while calm < rounds:
        QApplication.processEvents()
        calm = calm + 1 if window.work.tasks.idle and window.work.analysis.idle else 0
        time.sleep(0.01)


def opened(folder: Path, theme: str, size: QSize) -> Window:
    """Opens the sample in a window."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress.use_bundled_font(app)
    dress.apply(app, theme)
    desk = Desk(folder / "none.sqlite")
    desk.sample(folder)
    window = Window(Work(desk))
    window.show()
    window.resize(size)
    window.work.library_changed.emit()
    window.open_path(str(folder / "sample.brief"))
    while not window.work.is_open:
        wait(window, 5)
    wait(window)
    return window


def empty(folder: Path, size: QSize) -> Window:
    """Opens a window on the first day, over a library that holds nothing."""
    window = Window(Work(Desk(folder / "none" / "library.sqlite")))
    window.show()
    window.resize(size)
    wait(window)
    return window


def shoot(window: Window, folder: Path, wanted: dict[str, Show]) -> Iterator[tuple[str, list[str]]]:
    """Takes the pictures; yields each name with what is cut."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, show in wanted.items():
        shown = show()
        shown.show()
        wait(window)
        shown.grab().save(str(folder / f"{name}.png"))
        yield name, cut(shown)
        if shown is not window:
            shown.hide()


def sheet(folder: Path, across: int = 3, wide: int = 900) -> None:
    """Lays the pictures of a folder out on sheets of twelve, to be looked at together."""
    files = sorted(folder.glob("[!_]*.png"))
    for number in range(math.ceil(len(files) / 12)):
        some = [QImage(str(path)) for path in files[12 * number : 12 * (number + 1)]]
        tall = max(round(wide * each.height() / each.width()) for each in some)
        made = QImage(across * wide, math.ceil(len(some) / across) * tall, QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.darkGray)
        painter = QPainter(made)
        for at, each in enumerate(some):
            shown = each.scaled(
                wide - 8, tall - 8, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(QRect(at % across * wide, at // across * tall, shown.width(), shown.height()), shown)
        painter.end()
        made.save(str(folder / f"_sheet-{number}.png"))


def _taken(window: Window, place: Path, folder: Path, names: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Takes what was asked for once the pages are there, and the first day last; yields what is cut."""
    settle(window, lambda: window.work.pages.leaves and not window.work.pages.working)
    wanted = {**pages(window), **states(window)}
    shots = shoot(window, folder, {name: show for name, show in wanted.items() if not names or name in names})
    yield from ((name, words) for name, words in shots if words)
    if names:
        return
    bare = empty(place, window.size())
    window.hide()

    def library() -> QWidget:
        bare.show_library()
        return bare

    for name, words in shoot(bare, folder, {"empty-start": lambda: bare, "empty-library": library}):
        if words:
            yield name, words
    bare.work.shut()


def main() -> int:
    """Takes the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("shots"))
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--theme", default="light", choices=("light", "dark", "contrast"))
    parser.add_argument("--sheet", action="store_true", help="also lays them out on sheets of twelve")
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    said: list[str] = []
    qInstallMessageHandler(lambda _kind, _context, words: said.append(words))
    app = QApplication(sys.argv[:1])
    place = Path(tempfile.mkdtemp())
    os.environ.setdefault("BRIEFER_HOME", str(place / "home"))
    width, _x, height = given.size.partition("x")
    window = opened(place / "sample", given.theme, QSize(int(width), int(height)))
    found = dict(_taken(window, place, given.folder, given.names))
    window.work.give_up()
    window.work.shut()
    window.hide()
    if given.sheet:
        sheet(given.folder)
    del app
    shutil.rmtree(place)
    complaints = [each for each in said if QUIET not in each]
    sys.stdout.write("".join(f"{name}: {words}\n" for name, words in found.items()) + "\n".join(complaints))
    sys.stdout.flush()
    os._exit(1 if found or complaints else 0)


if __name__ == "__main__":
    main()
