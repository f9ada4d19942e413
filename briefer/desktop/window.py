"""The main window: library, outline over editor, page; findings under the two they speak about."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from briefer.desktop.commands import MENUS, Command
from briefer.desktop.deeds import Deeds
from briefer.desktop.dialogs import tell
from briefer.desktop.drops import Drops
from briefer.desktop.editor import EditorPanel
from briefer.desktop.findings import FindingsPanel
from briefer.desktop.frame import Frame
from briefer.desktop.library import LibraryPanel
from briefer.desktop.outline import OutlinePanel
from briefer.desktop.page import PagePanel
from briefer.desktop.parts import box, button, column, host, row, rule, split, text, tool
from briefer.desktop.picking import Target
from briefer.desktop.shortcuts import Shortcuts
from briefer.desktop.start import StartPage
from briefer.desktop.status import Status
from briefer.desktop.turning import PAGE, WRITING, Stack, Turn
from briefer.desktop.wording import _
from briefer.desktop.work import Work, is_known

SMALLEST = QSize(1024, 700)
NARROW = 1280
"""Pixels below which outline with text and the page take turns while the library is open."""
THEME = "theme_"
"""How the commands that choose the colours begin."""


class Window(Deeds, QMainWindow):
    """Shows one `Work`; another window over the same work shows the same, as after a change of theme."""

    theme_asked = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.setWindowTitle("Briefer")
        self.setMinimumSize(SMALLEST)
        self.resize(1440, 900)
        self.actions_by_name: dict[str, QAction] = {}
        self._fill_menus()
        self.start = StartPage(work)
        self.library, self.outline, self.editor = LibraryPanel(work), OutlinePanel(work), EditorPanel(work)
        self.page, self.findings = PagePanel(work), FindingsPanel(work)
        self.pack_stack, self.stack = Stack(), QStackedWidget()
        self._build()
        self.frame, self.drops, self.shortcuts = Frame(self, work.settings.splits), Drops(self), Shortcuts(self)
        self.status = Status(self.statusBar(), work)
        self._take_keys()
        self._tick_theme(work.settings.theme)
        self._connect()
        self.library.load()
        self.renew()

    def _fill_menus(self) -> None:
        for title, commands in MENUS.items():
            menu = self.menuBar().addMenu(title)
            for command in commands:
                if command is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._action(command))
        self.menuBar().setAccessibleName(_("Menus"))
        colours = QActionGroup(self)
        for name in (name for name in self.actions_by_name if name.startswith(THEME)):
            self.actions_by_name[name].setCheckable(True)
            colours.addAction(self.actions_by_name[name])

    def _tick_theme(self, chosen: str) -> None:
        self.actions_by_name[f"{THEME}{chosen}"].setChecked(True)

    def _take_keys(self) -> None:
        """Gives the keys of some commands to the part of the window in which alone they mean them."""
        parts = {"outline": self.outline.tree}
        for command in (each for some in MENUS.values() for each in some if each and each.inside):
            action = self.actions_by_name[command.does]
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            parts[command.inside].addAction(action)

    def _action(self, command: Command) -> QAction:
        made = QAction(command.words, self)
        made.setShortcuts([QKeySequence(keys) for keys in (command.keys, command.also) if keys])
        made.setData(command.needs)
        made.triggered.connect(lambda _checked=False: getattr(self, command.does)())
        self.actions_by_name[command.does] = made
        return made

    def _build(self) -> None:
        self.writing = split(Qt.Orientation.Vertical, (320, 446), self.outline, self.editor)
        self.upper = split(Qt.Orientation.Horizontal, (524, 532), self.writing, self.page)
        self.right = split(Qt.Orientation.Vertical, (596, 192), self.upper, self.findings)
        self.turn = Turn()
        self.pack_stack.addWidget(host(column(self.turn, (self.right, 1), gap=0)))
        self.whole = split(Qt.Orientation.Horizontal, (384, 1056), self.library, self.pack_stack)
        self.whole.setStretchFactor(1, 1)
        for page in (self.start, self.whole):
            self.stack.addWidget(page)
        self.setCentralWidget(host(column(self._top(), (self.stack, 1), gap=0)))

    def _top(self) -> QWidget:
        self.library_button = tool("library", _("Library"), self.toggle_library, keys="Ctrl+1", checked=True)
        self.pack_title = text("", bold=True)
        self.pack_title.setMinimumWidth(60)
        self.undo_button = tool("undo", _("Undo"), self.undo, keys="Ctrl+Z")
        self.redo_button = tool("redo", _("Redo"), self.redo, keys="Ctrl+Y")
        self.jump = button(_("Search or run a command"), self.commands, icon="search", tip="Ctrl+Shift+P")
        self.analysis = tool(
            "tranche", _("Analysis"), self.toggle_analysis, keys="Ctrl+Shift+R", checked=False, words=True
        )
        self.findings_button = tool("findings", _("Findings"), self.toggle_findings, keys="Ctrl+4", checked=True)
        self.export_button = button(_("Export…"), self.export, kind="primary", icon="export", tip="Ctrl+E")
        parts = (self.library_button, rule(vertical=True), self.pack_title, 4, self.undo_button, self.redo_button, None)
        rest = (self.jump, None, self.analysis, self.findings_button, self.export_button)
        return box(row(*parts, *rest, gap=6, margin=(8, 6, 8, 6)), "bar")

    def _connect(self) -> None:
        work = self.work
        self.theme_asked.connect(self._tick_theme)
        for signal in (work.opened, work.closed, work.changed, work.saved):
            signal.connect(self.renew)
        work.opened.connect(self.show_pack)
        work.opened.connect(self.editor.edit.setFocus)
        work.closed.connect(self.show_start)
        work.failed.connect(self.fail)
        work.not_saved.connect(self.not_saved)
        work.changed_on_disk.connect(self.ask_conflict)
        self.outline.chosen.connect(self.choose)
        self.outline.tree.entered.connect(self.editor.edit.setFocus)
        self.editor.typed.connect(lambda: self.page.follow(work.section, self.editor.paragraph()))
        self.page.went.connect(self.go_to)
        self.findings.went.connect(lambda place, line: self.go_to(place, "", line))
        self.findings.shut.connect(self.toggle_findings)
        self.findings.cite_asked.connect(self.cite_at)
        self.library.import_asked.connect(self.import_files)
        self.library.sample_asked.connect(self.open_sample_library)
        self.library.open_asked.connect(self.open_path)
        Target(self.pack_stack, work)
        self.turn.currentChanged.connect(self.fit)
        self.start.open_asked.connect(self.open_file)
        self.start.open_path.connect(self.open_path)
        self.start.new_asked.connect(self.new_of)
        self.start.sample_asked.connect(self.open_sample)
        self.start.import_asked.connect(self.import_files)
        self.start.library_asked.connect(self.show_library)

    def dressed(self) -> None:
        """Draws anew what the theme shapes beside its style sheet."""
        self.editor.edit.highlighter.rehighlight()
        self.findings.refresh()
        if self.has_views:
            self.views.redraw()
        self.library.redraw()

    def renew(self) -> None:
        """Says in the title, the menus and the top bar what is open and what can be undone."""
        work, history = self.work, self.work.history
        title = work.pack.title if work.is_open else ""
        changed = "*" if history and history.modified else ""
        self.setWindowTitle(
            _("{title}{changed} · Briefer").format(title=title, changed=changed) if title else "Briefer"
        )
        self.pack_title.setText(title or "Briefer")
        steps = (
            ("undo", self.undo_button, _("Undo {step}"), history.undo_label if history else ""),
            ("redo", self.redo_button, _("Redo {step}"), history.redo_label if history else ""),
        )
        for name, made, words, step in steps:
            said = words.format(step=step).strip()
            self.actions_by_name[name].setText(said.replace("&", "&&"))
            made.setToolTip(f"{said} ({self.actions_by_name[name].shortcut().toString()})")
            made.setEnabled(bool(step))
        for action in self.actions_by_name.values():
            action.setEnabled(work.is_open or not action.data())
        for name, made in (("undo", self.undo_button), ("redo", self.redo_button)):
            self.actions_by_name[name].setEnabled(made.isEnabled())
        for part in (self.export_button, self.analysis, self.findings_button):
            part.setEnabled(work.is_open)

    def choose(self, section: str) -> None:
        """Shows a section in the editor and on the page."""
        self.work.section = section
        self.editor.refresh()
        self.page.show_section(section)

    def go_to(self, place: str, words: str = "", line: int = 0) -> None:
        """Goes to a section, at words or a line; or to an entity in the library."""
        from briefer.service import edits

        self.show_pack()
        if edits.section(self.work.pack, place) is None:
            self.find_entity()
            self.library.entities.detail.show_entity(place)
            return
        self.turn.setCurrentIndex(WRITING)
        self.work.section = place
        self.outline.show_section(place)
        self.editor.refresh()
        if not words:
            self.page.show_section(place)
        self.editor.jump(words, line)

    def fail(self, error: BaseException) -> None:
        """Says what went wrong: a sentence of ours, or that it is a fault of the program with a report to copy."""
        if self.is_conflict(error):
            self.ask_conflict()
        elif is_known(error) or isinstance(error, OSError):
            tell(self, _("That did not work"), str(error))
        else:
            self.report(error)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Shows the panels that there is room for now."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    @property
    def narrow(self) -> bool:
        """Whether there is no room for three columns."""
        return self.width() < NARROW

    def fit(self) -> None:
        """Shows the panels that there is room for."""
        library = self.library_button.isChecked() or not self.work.is_open
        self.library.setVisible(library)
        self.turn.setVisible(self.narrow and library)
        self.writing.setVisible(self.turn.shows(WRITING))
        self.page.setVisible(self.turn.shows(PAGE))
        self.pack_stack.setVisible(self.work.is_open)
        self.jump.setMinimumWidth(190 if self.narrow else 260)
        words = Qt.ToolButtonStyle.ToolButtonIconOnly if self.narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.analysis.setToolButtonStyle(words)
        QTimer.singleShot(0, self, self.frame.share)

    def panels(self) -> tuple[QWidget, ...]:
        """The panels that F6 goes through."""
        views = (self.views.view.first(),) if self.has_views else ()
        own = (self.outline.tree, self.editor.edit, self.page.desk, self.findings.tree)
        every = (self.library.entities.search, *own, *views, self.start)
        return tuple(each for each in every if each.isVisible())

    def former_panel(self) -> None:
        """Puts the focus into the panel before."""
        self.next_panel(-1)

    def next_panel(self, by: int = 1) -> None:
        """Puts the focus into the next panel."""
        panels, now = self.panels(), QApplication.focusWidget()
        at = next(
            (n for n, each in enumerate(panels) if now is not None and (each is now or each.isAncestorOf(now))), -1
        )
        if panels:
            panels[(at + by if at >= 0 else 0) % len(panels)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Lets go at once: unsaved work is in the journal and is offered at the next start."""
        if self.ask_unsaved(lambda: QTimer.singleShot(0, self.close)):
            self.keep()
            event.accept()
        else:
            event.ignore()
