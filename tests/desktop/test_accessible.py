"""For everyone: a name and what it is for on every control, a focus that is seen, and keys for all of it."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefer.desktop import dress, theme
from briefer.desktop.window import Window
from tests.desktop.conftest import LONG
from tests.desktop.literals import WINDOW
from tests.desktop.pictures import pages

OTHERS = tuple(each for each in theme.THEMES if each != "light")
NAMES = (
    "start",
    "pack",
    *(f"library-{at}" for at in range(5)),
    "relief",
    "scenario",
    "compared",
    "ownership",
    "ownership-table",
    "positions",
    "timeline",
    "changes",
    "export",
    "properties",
    "conflict",
    "recovery",
    "versions",
    "versions-none",
    "texts",
    "search",
    "day",
    "report",
    *(f"preferences-{at}" for at in range(4)),
    "keys",
    "palette",
)


def controls(page: QWidget) -> list[QWidget]:
    """What can take the focus, without the inner parts that Qt gives to others."""
    found = []
    for part in page.findChildren(QWidget):
        inner = isinstance(part, QScrollBar) or part.objectName().startswith("qt_")
        over = part.parent()
        inner = inner or (isinstance(over, QAbstractScrollArea) and over.viewport() is part)
        inner = inner or (isinstance(part, QLineEdit) and isinstance(part.parent(), QAbstractSpinBox | QComboBox))
        if part.isVisibleTo(page) and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
            found.append(part)
    return found


@pytest.fixture
def shown(window: Window, qtbot: QtBot) -> Callable[[str], QWidget]:
    def show(name: str) -> QWidget:
        window.resize(1440, 900)
        page = pages(window)[name]()
        page.show()
        qtbot.waitUntil(lambda: window.work.tasks.idle and window.work.analysis.idle, timeout=LONG)
        qtbot.wait(20)
        return page

    return show


def test_the_list_of_pages_is_whole(window: Window) -> None:
    assert list(pages(window)) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_control_says_its_name_and_what_it_is_for(shown: Callable[[str], QWidget], name: str) -> None:
    """A button's name is what it does; whatever else can take the focus also says how it is used."""
    page = shown(name)
    nameless = [
        f"{type(part).__name__} in {type(part.parent()).__name__}"
        for part in controls(page)
        if not part.accessibleName()
    ]
    assert not nameless
    spoken = (part for part in controls(page) if not _says_all(part))
    silent = [
        f"{type(part).__name__} “{part.accessibleName()}”"
        for part in spoken
        if not (part.accessibleDescription() or part.toolTip())
    ]
    assert not silent


def _says_all(part: QWidget) -> bool:
    """Whether a control needs no more than its name: a button that does one thing, and what only scrolls."""
    return isinstance(part, QScrollArea) or (isinstance(part, QAbstractButton) and not part.isCheckable())


@pytest.mark.parametrize("colours", ["light", *(pytest.param(each, marks=pytest.mark.full) for each in OTHERS)])
@pytest.mark.parametrize(
    "name", ["start", "pack", "library-0", "scenario", "ownership", "positions", "preferences-0", "export"]
)
def test_the_focus_is_seen_on_every_kind_of_control(
    shown: Callable[[str], QWidget], window: Window, qtbot: QtBot, qapp: QApplication, name: str, colours: str
) -> None:
    dress.apply(qapp, colours)
    page = shown(name)
    with qtbot.waitActive(page, timeout=LONG):
        page.activateWindow()
    unseen = []
    kinds: set[tuple[str, str]] = set()
    for part in controls(page):
        kind = (type(part).__name__, str(part.property("kind")))
        if kind in kinds or not part.isEnabled() or part.window() is not page.window() or isinstance(part, QScrollArea):
            continue
        kinds.add(kind)
        part.clearFocus()
        QApplication.processEvents()
        before = part.grab().toImage()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if part.grab().toImage() == before:
            unseen.append(kind)
    assert not unseen


def test_the_ring_of_a_table_goes_round_its_heads(
    shown: Callable[[str], QWidget], window: Window, qtbot: QtBot
) -> None:
    shown("scenario")
    with qtbot.waitActive(window, timeout=LONG):
        window.activateWindow()
    for show, part in (
        (window.show_scenario, window.views.scenario.table),
        (window.show_pack, window.outline.tree),
        (window.show_pack, window.findings.tree),
    ):
        show()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(part.hasFocus, timeout=LONG)
        QApplication.processEvents()
        drawn = part.grab().toImage()
        for x in (0, 1, part.width() - 2, part.width() - 1):
            assert drawn.pixelColor(x, 12).name() == theme.now().accent


@pytest.mark.parametrize("name", NAMES)
def test_tab_reaches_every_control_once_round(shown: Callable[[str], QWidget], name: str) -> None:
    page = shown(name)
    wanted = {part for part in controls(page) if part.isEnabled() and part.window() is page}
    seen: set[QWidget] = set()
    part: QWidget = page
    for _step in range(3000):
        part = part.nextInFocusChain()
        if part is page:
            break
        seen.add(part)
    assert wanted <= seen


def test_every_dialog_of_the_window_is_walked_through() -> None:
    walked = {"ExportDialog", "PropertiesDialog", "ConflictDialog", "RecoveryDialog", "VersionsDialog", "TextsDialog"}
    walked |= {"SearchDialog", "DayDialog", "ReportDialog", "Preferences", "KeysDialog", "Palette"}
    elsewhere = {"Dialog", "NewsDialog", "DoneDialog", "Progress", "PrintingDialog"}
    elsewhere |= {
        "FormDialog",
        "ArticleDialog",
        "IdentityDialog",
        "SearchesDialog",
        "NameDialog",
        "BudgetDialog",
    }  # by the tests of their own
    assert dialogs() <= walked | elsewhere


def dialogs() -> set[str]:
    """Gives the classes of the window that are dialogs, by the names of their bases."""
    found: set[str] = set()
    for path in sorted(WINDOW.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and {"Dialog", QDialog.__name__} & {
                ast.unparse(each) for each in node.bases
            }:
                found.add(node.name)
    return found


def test_no_module_but_the_theme_names_a_colour() -> None:
    named = [
        f"{path.name}:{node.lineno}"
        for path in sorted(Path(WINDOW).glob("*.py"))
        if path.name != "theme.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) in (4, 7)
        if node.value.startswith("#") and all(each in "0123456789abcdefABCDEF" for each in node.value[1:])
    ]
    assert not named


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_words_stand_out_from_their_ground(name: str) -> None:
    """The contrast that WCAG 2.2 asks for: 4.5 for words, 3 for the edge of a control."""
    t = theme.THEMES[name]
    pairs = [
        (ink, ground)
        for ink in (t.text, t.muted, t.accent, t.error, t.warning, t.good)
        for ground in (t.window, t.base)
    ]
    pairs += [(t.on_accent, t.accent), (t.on_select, t.select), (t.text, t.alternate)]
    assert not [pair for pair in pairs if ratio(*pair) < 4.5]
    assert ratio(t.edge, t.base) >= 3


def ratio(one: str, other: str) -> float:
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
