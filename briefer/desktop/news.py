"""What changed in the lists since last time: a line a list, and each change behind it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from briefer.desktop.cells import Lines, Plain
from briefer.desktop.dialogs import Dialog
from briefer.desktop.grid import Cell, GridView
from briefer.desktop.parts import Part, box, button, clear, column, row, rule, sign, text
from briefer.desktop.wording import _, long, ngettext, short
from briefer.desktop.work import Work
from briefer.model.answers import ListChanges, ListRow

WHAT = (("added", "plus", _("Added")), ("removed", "minus", _("Removed")))


class News(QWidget):
    """The lists with what their last publication changed; those that came in since last time are marked."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.newest = ""
        self.lines = column(gap=8)
        self.setLayout(self.lines)
        self.hide()

    def load(self) -> None:
        """Compares the lists."""
        desk = self.work.desk
        self.work.tasks.run(lambda: (desk.news(), desk.lists()), lambda both: self._fill(*both), only="start news")

    def _fill(self, changes: tuple[ListChanges, ...], lists: tuple[ListRow, ...]) -> None:
        clear(self.lines)
        self.setVisible(bool(changes))
        rows = {each.list: each for each in lists}
        self.newest = max((each.imported for each in lists), default="")
        parts: list[Part] = []
        fresh = 0
        for each in changes:
            new = self._is_new(rows.get(each.list))
            fresh += new
            parts += [self._line(each, rows.get(each.list), new=new), rule()]
        if changes:
            self.lines.addWidget(text(self._title(fresh), size=1.15, bold=True, wrap=160))
            self.lines.addWidget(box(column(*parts[:-1], margin=16, gap=8), "card"))

    def _is_new(self, found: ListRow | None) -> bool:
        return bool(found and self.work.settings.seen and found.imported > self.work.settings.seen)

    def _title(self, fresh: int) -> str:
        if not self.work.settings.seen:
            return _("What changed in the lists")
        said = ngettext(
            "{count} list came in since you were here last", "{count} lists came in since you were here last", fresh
        )
        return said if fresh else _("No list came in since you were here last")

    def _line(self, each: ListChanges, found: ListRow | None, *, new: bool) -> QWidget:
        day = short(each.to) if each.to else _("undated")
        changed = len({change.id for change in each.changed})
        compared = each.from_snapshot != each.to_snapshot
        said = _("{added} added, {removed} removed, {changed} changed").format(
            added=f"{len(each.added):,}", removed=f"{len(each.removed):,}", changed=f"{changed:,}"
        )
        title = found.title if found else each.list
        head = row((text(title, bold=True, wrap=120), 1), text(day, "muted"))
        words = text(said if compared else _("First import"), "muted", 0.95, wrap=120)
        marks = [sign("note", 14), text(_("new"), "", 0.95)] if new else []
        show = button(_("Show"), partial(self._show, title, each), kind="link")
        show.setAccessibleName(_("Show what changed in {list}").format(list=title))
        some = compared and bool(each.added or each.removed or each.changed)
        line = row((words, 1), *marks, *([show] if some else []), gap=4)
        made = QWidget()
        made.setLayout(column(head, line, gap=2))
        return made

    def _show(self, title: str, each: ListChanges) -> None:
        NewsDialog(self, title, each).open()


class NewsDialog(Dialog):
    """Every change of one list."""

    def __init__(self, parent: QWidget, title: str, found: ListChanges) -> None:
        self.table = GridView(_("Changes in {list}").format(list=title), _("One row a change"))
        rows = [*_moved(found), *_changed(found)]
        self.table.fill((_("What"), _("Who"), _("From – to")), rows, [str(at) for at in range(len(rows))])
        self.table.fit((110, 0, 0))
        close = button(_("Close"), self.accept, kind="primary")
        days = [long(day) for day in (found.from_, found.to) if day]
        super().__init__(parent, title, self.table, (None, close), (820, 560), " – ".join(days))


def _moved(found: ListChanges) -> Sequence[tuple[Cell, ...]]:
    names = dict(found.captions)
    return [
        (Cell(Plain(words, icon=icon), words), _who(names.get(id, id), id), Cell(Plain(""), ""))
        for field, icon, words in WHAT
        for id in getattr(found, field)
    ]


def _changed(found: ListChanges) -> Sequence[tuple[Cell, ...]]:
    names, words = dict(found.captions), _("Changed")
    rows = []
    for each in found.changed:
        moved = f"{each.old or '–'} → {each.new or '–'}"
        what = Cell(Plain(words, icon="swap"), words)
        rows.append(
            (what, _who(names.get(each.id, each.id), each.id), Cell(Lines(each.field, moved), f"{each.field}: {moved}"))
        )
    return rows


def _who(name: str, id: str) -> Cell:
    return Cell(Lines(name, id if id != name else ""), f"{name}, {id}")
