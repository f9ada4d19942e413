"""The pages of the open pack in order, each from the newest layout that there is of it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from briefer.desktop.preview import Preview
from briefer.desktop.rasters import Rasters, Stand
from briefer.model.brief import Dossier
from briefer.model.desk import Arranged, Current, Fault, LaidOut, Laying, Titled, Twin
from briefer.model.pack import Pack

PAPERS = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
"""Points; the size of a page until it is laid out."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its section, the page within that, the key of what stands on it, its size, whether that is old."""

    section: str
    page: int
    key: str
    size: tuple[float, float]
    stale: bool


class Pages(QObject):
    """Takes what the child tells; `leaves` is what to show now."""

    changed = Signal()
    busy = Signal(bool)
    laying_changed = Signal()
    faults_changed = Signal()
    html_changed = Signal(str)

    def __init__(self, preview: Preview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._stands: dict[str, Stand] = {}
        self._sizes: dict[str, tuple[float, float]] = {}
        self._html: dict[str, str] = {}
        self._arranged: Arranged | None = None
        self._paper = PAPERS["A4"]
        self.sections: dict[str, Titled] = {}
        self.leaves: tuple[Leaf, ...] = ()
        self.faults: tuple[Fault, ...] = ()
        self.first = ""
        self.laying: Laying | None = None
        self.working = False
        self.seconds = 0.0
        self.rasters = Rasters(self._stands.get, self)
        preview.laying.connect(self._follow)
        preview.arranged.connect(self._arrange)
        preview.laid_out.connect(self._take)
        preview.twin.connect(self._twin)
        preview.fault.connect(self._fail)
        preview.current.connect(self._settle)

    def html(self, section: str) -> str:
        """Gives the HTML of a section as its newest pages show it."""
        return self._html.get(section, "")

    def clear(self) -> None:
        """Shows nothing any more."""
        self._arranged, self.sections, self.leaves, self.faults = None, {}, (), ()
        self.changed.emit()
        self.faults_changed.emit()

    def show(self, pack: Pack, dossier: Dossier, first: str) -> None:
        """Asks for the pages of a state."""
        self._paper, self.first = PAPERS[pack.paper], first
        self._work(True)
        self._preview.show(pack, dossier, first=first)

    def stop(self) -> None:
        """Gives up what is being laid out; the pages stay as they are, and the next change lays out anew."""
        self._preview.stop()
        self._work(False)

    def _follow(self, told: Laying | None) -> None:
        if told != self.laying:
            self.laying = told
            self.laying_changed.emit()

    def _arrange(self, told: Arranged) -> None:
        if not told.early:
            self._follow(None)
        self._arranged = told
        self.sections = {each.id: each for each in told.sections}
        wanted = {spot.key for spot in told.pages}
        for key in [key for key in self._stands if key not in wanted]:
            del self._stands[key]
            self._sizes.pop(key, None)
        self.rasters.keep(wanted)
        self.faults = ()
        self.faults_changed.emit()
        self._rebuild()

    def _take(self, told: LaidOut) -> None:
        for number, key in enumerate(told.keys):
            self._stands[key] = Stand(told.keys[0], told.pdf, number)
            self._sizes[key] = told.sizes[number]
        self._rebuild()

    def _rebuild(self) -> None:
        if self._arranged is None:
            return
        now = tuple(
            Leaf(
                spot.section, spot.page, spot.key, self._sizes.get(spot.key, self._paper), spot.key not in self._stands
            )
            for spot in self._arranged.pages
        )
        if now != self.leaves:
            self.leaves = now
            self.changed.emit()

    def _twin(self, told: Twin) -> None:
        self._html[told.section] = told.html
        self.html_changed.emit(told.section)

    def _fail(self, told: Fault) -> None:
        self.faults = (told,)
        self.faults_changed.emit()
        self._work(False)

    def _settle(self, told: Current) -> None:
        self.seconds = told.seconds
        if self.faults:
            self.faults = ()
            self.faults_changed.emit()
        self._work(False)

    def _work(self, working: bool) -> None:
        self._follow(None)
        if working != self.working:
            self.working = working
            self.busy.emit(working)

    def title(self, section: str) -> str:
        """Gives a section's number and title."""
        found = self.sections.get(section)
        return f"{found.number} {found.title}".strip() if found else section

    def number(self, section: str) -> str:
        """Gives the number under which a section prints, empty where it has none."""
        found = self.sections.get(section)
        return found.number if found else ""

    def count(self, section: str) -> int:
        """Gives how many pages a section of the outline takes, with the sheets that belong to it."""
        return sum(leaf.section.partition(":")[0] == section for leaf in self.leaves)

    def close(self) -> None:
        """Closes what is open."""
        self.rasters.close()
