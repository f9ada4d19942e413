"""Printing through the system's own dialog: page ranges, both sides, copies; pages are drawn one after another."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QProgressBar, QWidget

from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import button, column, named, text
from briefer.desktop.tasks import Tasks
from briefer.desktop.wording import _

FINEST = 300
"""Dots per inch at which pages are drawn at most: more is not seen, and takes memory."""
SIZES = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


def printer(paper: str, title: str) -> QPrinter:
    """Gives the printer of the system, set to the paper and to both sides."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setDocName(title)
    made.setPageSize(QPageSize(SIZES[paper]))
    made.setPageOrientation(QPageLayout.Orientation.Portrait)
    made.setFullPage(True)
    made.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return made


def ask(parent: QWidget, paper: str, title: str, pages: int, chosen: Callable[[QPrinter], object]) -> QPrintDialog:
    """Opens the system's dialog; `chosen` is called with the printer as it was set."""
    made = printer(paper, title)
    dialog = QPrintDialog(made, parent)
    dialog.setWindowTitle(_("Print"))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, max(1, pages))
    dialog.accepted.connect(lambda *_given: chosen(made))
    dialog.setModal(True)
    dialog.show()  # open() of a print dialog wants a slot by name
    return dialog


def wanted(made: QPrinter, pages: int) -> list[int]:
    """Gives the pages that were asked for, counted from 0, in the order in which they are printed."""
    ranges = made.pageRanges().toRangeList() if not made.pageRanges().isEmpty() else []
    if ranges:
        found = [n for n in range(pages) if any(each.from_ <= n + 1 <= each.to for each in ranges)]
    else:
        first, last = made.fromPage() or 1, made.toPage() or pages
        found = list(range(first - 1, min(last, pages)))
    return found[::-1] if made.pageOrder() == QPrinter.PageOrder.LastPageFirst else found


class Printing(QObject):
    """Draws the pages of a PDF onto a printer; the window stays free between two pages.

    PDFium knows one thread only: `tasks` is the one that draws the pages of the window, too.
    """

    went = Signal(int, int)
    done = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject, tasks: Tasks, pdf: Path, pages: int, made: QPrinter) -> None:
        super().__init__(parent)
        self._printer, self._tasks, self._pdf = made, tasks, pdf.read_bytes()
        self._left = wanted(made, pages)
        self._count, self._painter = len(self._left), QPainter()

    def start(self) -> None:
        """Begins; a printer that takes nothing is told."""
        if not self._left or not self._painter.begin(self._printer):
            self.failed.emit(_("The printer did not take the document. Look whether it is switched on and connected."))
            return
        self._next()

    def _next(self) -> None:
        number, scale = self._left[0], min(self._printer.resolution(), FINEST) / 72
        self._tasks.run(lambda: self._draw(number, scale), self._put)

    def _draw(self, number: int, scale: float) -> QImage:
        document = pypdfium2.PdfDocument(self._pdf)
        page = document[number]
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        whole = bytes(bitmap.buffer)
        image = QImage(whole, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        page.close()
        document.close()
        return image

    def _put(self, image: QImage) -> None:
        if not self._painter.isActive():
            return
        self._painter.drawImage(QRectF(self._painter.viewport()), image, QRectF(image.rect()))
        self._left.pop(0)
        self.went.emit(self._count - len(self._left), self._count)
        if self._left:
            self._printer.newPage()
            self._next()
        else:
            self._painter.end()
            self.done.emit()

    def cancel(self) -> None:
        """Stops before the next page; what the printer holds already it may still print."""
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()


class PrintingDialog(Dialog):
    """Says which page is being sent; Cancel stops."""

    def __init__(self, parent: QWidget, printing: Printing, failed: Callable[[str], object]) -> None:
        self.said = text(_("Sending the pages to the printer…"), bold=True)
        self.bar = named(QProgressBar(), _("Printing"))
        self.bar.setTextVisible(False)
        body = column(self.bar, 8, self.said, None, margin=(24, 4, 24, 8))
        super().__init__(parent, _("Printing"), body, (None, button(_("Cancel"), self.reject)), (520, 200))
        self.printing = printing
        printing.setParent(self)
        self.printing.went.connect(self._show)
        self.printing.done.connect(self.accept)
        self.printing.failed.connect(self.accept)
        self.printing.failed.connect(failed)

    def open(self) -> None:
        """Shows it and begins."""
        super().open()
        self.printing.start()

    def _show(self, done: int, count: int) -> None:
        self.bar.setRange(0, count)
        self.bar.setValue(done)
        self.said.setText(_("Page {done} of {count}").format(done=done, count=count))

    def reject(self) -> None:
        """Stops."""
        self.printing.cancel()
        super().reject()
