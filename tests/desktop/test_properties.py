"""The form of the pack's properties, and the tick at the colours in force."""

from pytestqt.qtbot import QtBot

from briefer.desktop.properties import PropertiesDialog
from briefer.desktop.window import Window


def test_the_cursor_stands_in_the_title(window: Window, qtbot: QtBot) -> None:
    window.properties()
    dialog = window.findChild(PropertiesDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.title_line.hasFocus)
    dialog.reject()


def test_the_colours_in_force_are_ticked(window: Window) -> None:
    ticked = [name for name, each in window.actions_by_name.items() if each.isChecked()]
    assert ticked == [f"theme_{window.work.settings.theme}"]
    window.theme_asked.emit("dark")
    assert window.actions_by_name["theme_dark"].isChecked()
    window.actions_by_name["theme_light"].trigger()
    assert [name for name, each in window.actions_by_name.items() if each.isChecked()] == ["theme_light"]
