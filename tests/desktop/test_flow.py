"""Controls that flow over lines: each line as high as its highest part, the others in the middle of it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefer.desktop.flow import GAP, Flow


class Part(QWidget):
    """A control that says how large it likes to be."""

    def __init__(self, wide: int, tall: int) -> None:
        super().__init__()
        self.likes = QSize(wide, tall)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.likes


def flow(qtbot: QtBot, width: int) -> Flow:
    made = Flow(Part(40, 30))
    qtbot.addWidget(made)
    made.resize(width, 10)
    made.fill([Part(40, 20), Part(40, 30)])
    made.show()
    return made


def test_parts_stand_in_the_middle_of_their_line(qtbot: QtBot) -> None:
    made = flow(qtbot, 200)
    assert [each.y() for each in made.parts()] == [5, 0]
    assert made.height() == 30


def test_what_has_no_room_goes_to_the_next_line(qtbot: QtBot) -> None:
    made = flow(qtbot, 100)
    assert made.heightForWidth(100) == 30 + GAP + 30
    assert made.height() == 30 + GAP + 30


def test_an_empty_flow_takes_no_room(qtbot: QtBot) -> None:
    made = Flow()
    qtbot.addWidget(made)
    assert made.heightForWidth(100) == 0


def test_words_that_grow_are_placed_anew(qtbot: QtBot) -> None:
    made = flow(qtbot, 100)
    first = made.parts()[0]
    assert isinstance(first, Part)
    first.likes = QSize(100, 20)
    made.settle()
    assert [each.y() for each in made.parts()] == [5, 30 + GAP]
