"""Why a pick has its class: the rule of each programme in words, what it asks for, and where that is written."""

from PySide6.QtWidgets import QWidget

from briefer.desktop import icons, theme
from briefer.desktop.cells import Lines
from briefer.desktop.parts import clear, column, host, picture, row, scrolled, text
from briefer.desktop.theme import Tokens
from briefer.desktop.wording import _, long
from briefer.model.relief import Act, Relief
from briefer.model.views import Pick

NOT_YET = {
    "act": _("Not yet: {tag} from {day}, the day of its order or act."),
    "list": _("Not yet: {tag} from {day}, the day that the list states."),
    "row": _("Not yet: {tag} from {day}, the day of its row; an earlier listing is not on record."),
}
"""What is said of what counts only from a later day on, by what gives that day."""


def acts(each: Relief) -> str:
    """Says who acts by which instruments for what decides the class."""
    decides = (reason for reason in each.reasons if reason.decides)
    return "; ".join(dict.fromkeys(_said(act) for reason in decides for act in reason.acts))


def who(each: Relief) -> Lines:
    """Gives who acts over by which instruments, for what decides the class."""
    found = [act for reason in each.reasons if reason.decides for act in reason.acts]
    instruments = (words for act in found for words in act.instruments)
    return Lines("; ".join(dict.fromkeys(act.actor for act in found)) or "–", "; ".join(dict.fromkeys(instruments)))


def tags(each: Relief) -> str:
    """Gives the programmes of a pick."""
    return ", ".join(dict.fromkeys(reason.programme for reason in each.reasons))


def stays(each: Relief) -> str:
    """Gives the regimes with which it would stay listed."""
    return ", ".join(dict.fromkeys(remains.regime for remains in each.remains))


def class_words(each: Relief) -> str:
    """Says the class in words, or how a pick without one stands through its owners."""
    if each.klass is None and each.owned:
        return f"{each.owned.says[:1].upper()}{each.owned.says[1:]}"
    return icons.class_words(each.klass, each.contested)


def not_yet(each: Relief) -> tuple[str, ...]:
    """Says what counts only from a later day on, with that day."""
    return tuple(NOT_YET[one.by].format(tag=one.name, day=long(one.day)) for one in (*each.early, *each.to_come))


def _said(act: Act) -> str:
    return " · ".join(filter(None, (act.actor, ", ".join(act.instruments))))


class Reasons(QWidget):
    """The reasons for one pick; they scroll where they are many."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = column(margin=(16, 10, 16, 10), gap=4)
        self.area = scrolled(host(self.lines), _("Reasons for the class"))
        self.setLayout(column(self.area))
        self._shown: tuple[Pick | None, Tokens] | None = None

    def show_pick(self, pick: Pick | None) -> None:
        """Says why, with the citations; what is said already in the theme in force stays."""
        if self._shown == (pick, theme.now()):
            return
        self._shown = (pick, theme.now())
        clear(self.lines)
        if pick is None:
            self.lines.addWidget(text(_("Choose a pick, and the reasons for its class show here."), "muted"))
            self.lines.addStretch(1)
            return
        self._say(pick, pick.relief)
        self.lines.addStretch(1)

    def _say(self, pick: Pick, each: Relief) -> None:
        title = f"{each.caption}: {class_words(each)}"
        mark = picture(icons.class_pixmap(each.klass, each.contested))
        mark.setVisible(each.klass is not None)
        self.lines.addLayout(row(mark, (text(title, bold=True, wrap=240), 1)))
        for reason in each.reasons:
            programme = _("{programme}: class {letter}.").format(programme=reason.programme, letter=reason.klass)
            words = " ".join(filter(None, (programme, reason.why, *reason.conditions, reason.dispute)))
            self.lines.addWidget(text(words, wrap=240))
            if reason.citations:
                self.lines.addWidget(text(" · ".join(reason.citations), "muted", 0.92, wrap=240))
        for said in (*pick.owners, *not_yet(each)):
            self.lines.addWidget(text(said, wrap=240))
        for note in each.notes:
            self.lines.addWidget(text(note, "muted", wrap=240))
