"""The frame of every dialog: a title in words, a body, and a foot whose last button is the answer most people want."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QWidget

from briefer.desktop.parts import Part, box, button, column, host, row, sign, text
from briefer.desktop.remedies import in_window
from briefer.desktop.wording import _


class Dialog(QDialog):
    """Opens over its parent; Esc is its first plain answer."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        body: QWidget | QLayout,
        foot: Sequence[Part],
        size: tuple[int, int],
        lead: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        head = [text(title, size=1.35, bold=True, wrap=240)]
        if lead:
            head.append(text(lead, "muted", wrap=240))
        inner = body if isinstance(body, QWidget) else host(body)
        layout = column(
            host(column(*head, margin=(24, 16, 24, 12), gap=4)),
            (inner, 1),
            box(row(*foot, margin=(24, 10, 24, 10)), "foot"),
            gap=0,
        )
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(layout)
        self.setMinimumSize(*(round(side * 0.8) for side in size))
        self.resize(*size)
        for part in foot:
            if isinstance(part, QPushButton) and part.property("kind") == "primary" and part.isEnabled():
                part.setFocus()


def said(words: str, kind: str) -> QLayout:
    """Gives a sentence with its sign as the body of a dialog; it can be copied."""
    line = text(in_window(words), wrap=320)
    line.setTextInteractionFlags(line.textInteractionFlags() | line.textInteractionFlags().TextSelectableByMouse)
    return row(sign(kind), (line, 1), margin=(24, 4, 24, 16), gap=12)


def tell(parent: QWidget | None, title: str, words: str, kind: str = "error") -> Dialog:
    """Says one sentence with its sign and one answer; it can be read out and copied."""
    close = button(_("Close"), kind="primary")
    made = Dialog(parent, title, said(words, kind), (None, close), (520, 200))
    close.clicked.connect(made.accept)
    made.open()
    return made


def refuse(parent: QWidget, title: str, words: str, answer: str, does: Callable[[], object]) -> None:
    """Says why something was not done, and offers a way out of it; it can wait."""
    other, close = button(answer, kind="primary"), button(_("Not now"))
    made = Dialog(parent, title, said(words, "error"), (None, close, other), (560, 220))
    for each in (close, other):
        each.clicked.connect(made.accept)
    other.clicked.connect(lambda _on: does())
    made.open()
