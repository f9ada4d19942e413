"""Title, day, marking, paper and the lines of the cover, as one form; what is set is one step of Undo."""

from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from briefer.desktop.days import day_field, day_of
from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import button, column, form_row, host, row, scrolled
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.marking import SCHEMES

COVER = (
    ("subtitle", _("Subtitle"), _("Stands under the title.")),
    ("to", _("To"), _("The decision-maker, by post and not by name.")),
    ("author", _("From"), _("The office that signs.")),
    ("drafter", _("Drafted by"), _("Whom to ask, with an extension.")),
    ("version", _("Version"), _("As it stands on the cover and in the foot.")),
    ("distribution", _("Distribution"), _("Who else gets it.")),
    ("decide_by", _("Decide by"), _("The day by which an answer is asked.")),
)


class PropertiesDialog(Dialog):
    """The form."""

    def __init__(self, parent: QWidget, work: Work) -> None:
        self.work = work
        pack = work.pack
        self.title_line = QLineEdit(pack.title)
        self.title_line.setMaxLength(200)
        self.day = day_field()
        self.day.setDate(QDate(pack.as_of.year, pack.as_of.month, pack.as_of.day))
        self.marking, self.paper = QComboBox(), QComboBox()
        self.marking.addItems(list(SCHEMES[pack.scheme].levels))
        self.marking.setCurrentText(pack.marking)
        self.paper.addItems(["A4", "Letter"])
        self.paper.setCurrentText(pack.paper)
        self.cover = {name: QLineEdit(getattr(pack.settings, name)) for name, _label, _help in COVER}
        day_help = _("Facts are shown as they stood on this day.")
        mark_help = _("Of the whole; a section may carry its own.")
        rows = [
            form_row(_("Title"), self.title_line, _("As it prints on the cover and over the pages.")),
            row(host(form_row(_("As of"), self.day, day_help)), host(form_row(_("Marking"), self.marking, mark_help))),
            form_row(_("Paper"), self.paper, _("Pages are laid out anew for it."), 160),
            *(form_row(label, self.cover[name], about) for name, label, about in COVER),
        ]
        body = scrolled(host(column(*rows, None, margin=(24, 4, 24, 12), gap=12)), _("Properties"))
        foot = (None, button(_("Cancel"), self.reject), button(_("Set"), self._set, kind="primary"))
        super().__init__(parent, _("Properties of the pack"), body, foot, (620, 600))
        self.title_line.setFocus()

    def _set(self) -> None:
        pack = self.work.pack
        settings = replace(
            pack.settings,
            subtitle=self.cover["subtitle"].text(),
            to=self.cover["to"].text(),
            author=self.cover["author"].text(),
            drafter=self.cover["drafter"].text(),
            version=self.cover["version"].text(),
            distribution=self.cover["distribution"].text(),
            decide_by=self.cover["decide_by"].text(),
        )
        changed = replace(
            pack,
            title=self.title_line.text().strip() or pack.title,
            as_of=day_of(self.day),
            marking=self.marking.currentText(),
            paper=self.paper.currentText(),
            settings=settings,
        )
        self.work.do(_("Set the properties"), changed)
        self.accept()
