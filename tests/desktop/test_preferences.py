"""The settings, what they change, and that they are kept."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from briefer import settings
from briefer.desktop import dress, preferences
from briefer.desktop.preferences import PAGES, Preferences
from briefer.desktop.window import Window
from tests.desktop.conftest import LONG


def opened(window: Window) -> Preferences:
    window.preferences()
    dialog = window.findChild(Preferences)
    assert dialog is not None
    return dialog


def test_every_row_names_a_setting_and_is_kept_at_once(window: Window, qtbot: QtBot) -> None:
    dialog = opened(window)
    assert set(dialog.fields) == {each.field for _title, rows in PAGES for each in rows}
    paper, by, dim = dialog.fields["paper"], dialog.fields["by"], dialog.fields["dim"]
    assert isinstance(paper, QComboBox)
    assert isinstance(by, QLineEdit)
    assert isinstance(dim, QCheckBox)
    paper.setCurrentIndex(paper.findData("Letter"))
    by.setText("A. Drafter")
    by.editingFinished.emit()
    dim.click()
    qtbot.waitUntil(lambda: window.work.disk.idle, timeout=LONG)
    kept = settings.load()
    assert (kept.paper, kept.by, kept.dim) == ("Letter", "A. Drafter", True)


def test_new_packs_take_paper_and_name_from_the_settings(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    window.work.set(paper="Letter", by="A. Drafter")
    window.work.new(tmp_path / "new.brief", "relief-options", "New")
    qtbot.waitUntil(lambda: window.work.pack.title == "New", timeout=LONG)
    assert window.work.pack.paper == "Letter"
    assert window.work.pack.settings.drafter == "A. Drafter"


def test_a_new_pack_is_of_the_day_of_the_newest_list_and_says_so(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    said: list[str] = []
    window.work.said.connect(said.append)
    window.work.new(tmp_path / "new.brief", "relief-options", "New")
    qtbot.waitUntil(lambda: window.work.pack.title == "New", timeout=LONG)
    (held,) = window.work.desk.lists()
    assert window.work.pack.as_of == held.published == date(2025, 3, 31)
    assert "As of 31 March 2025, like the newest list." in said


def test_a_page_goes_back_to_its_defaults(window: Window) -> None:
    window.work.set(by="Somebody", autosave=5)
    dialog = opened(window)
    dialog.list.setCurrentRow(0)
    dialog._defaults()
    assert (window.work.settings.by, window.work.settings.autosave) == ("", 0)
    window.work.set(dim=True)
    again = Preferences(window, window.work)
    again.list.setCurrentRow(1)
    again._defaults()
    assert not window.work.settings.dim


def test_a_setting_is_found_by_its_words(window: Window) -> None:
    dialog = opened(window)
    dialog.search.setText("dictionaries")
    shown = [at for at in range(dialog.list.count()) if not dialog.list.item(at).isHidden()]
    assert shown == [dialog.list.currentRow()] == [3]
    dialog.search.setText("nothing like it")
    assert all(dialog.list.item(at).isHidden() for at in range(dialog.list.count()))


def test_the_theme_is_asked_for_and_a_value_from_elsewhere_stays(window: Window, qtbot: QtBot) -> None:
    window.work.set(spelling="xx_YY")
    dialog = opened(window)
    spelling, theme = dialog.fields["spelling"], dialog.fields["theme"]
    assert isinstance(spelling, QComboBox)
    assert isinstance(theme, QComboBox)
    assert spelling.currentData() == "xx_YY"
    with qtbot.waitSignal(window.theme_asked) as asked:
        theme.setCurrentIndex(theme.findData("contrast"))
    assert asked.args == ["contrast"]


def test_a_drop_down_is_a_list_with_room_for_all_its_rows(qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.styleSheet()
    box = QComboBox()
    box.addItems(["Follow the system", "Light", "Dark", "High contrast"])
    qtbot.addWidget(box)
    try:
        dress.colour(qapp, "light")
        dress.finish(qapp)
        box.show()
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        laid_over = box.style().styleHint(QStyle.StyleHint.SH_ComboBox_Popup, option, box)
        assert not laid_over, "laid over its box, the list has its first and last row half hidden"
    finally:
        qapp.setStyleSheet(before)


def test_another_library_is_gone_on_with(window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: object) -> None:
    dialog = opened(window)
    wanted = str(tmp_path / "other.sqlite")
    monkeypatch.setattr(preferences.QFileDialog, "getSaveFileName", lambda *_given, **_more: (wanted, ""))  # type: ignore[attr-defined]
    with qtbot.waitSignal(window.work.library_changed, timeout=LONG):
        dialog._choose("library")
    assert window.work.desk.path == Path(wanted)
    with qtbot.waitSignal(window.work.library_changed, timeout=LONG):
        dialog.set("library", "")
    assert window.work.desk.path != Path(wanted)
