"""Opening a pack, and going back to the library that it was made with."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefer import settings as user_settings
from briefer.desktop.wording import _
from briefer.model.desk import Opened
from briefer.model.pack import Pack
from briefer.service.desk import SAMPLE

if TYPE_CHECKING:
    from briefer.desktop.work import Work


class Opening:
    """The methods that open packs and libraries; mixed into the work."""

    @property
    def _opener(self) -> "Work":
        return self  # type: ignore[return-value]

    def open(self, path: Path) -> None:
        """Opens a pack file, with the library that it was made with where the open one lacks its picks."""
        me = self._opener
        me.tasks.run(lambda: self._opening(path), lambda answer: self._opened(*answer))

    def _opening(self, path: Path, pack: Pack | None = None) -> tuple[Opened, Path | None]:
        """Reads a pack, and goes back to the library that it was made with, which is given, where that holds more."""
        me = self._opener
        opened, library = me.desk.open(path), user_settings.library_of(me.settings, path)
        back = library is not None and me.desk.go_back(pack or opened.pack, library)
        return opened, library if back else None

    def _opened(self, opened: Opened, library: Path | None, **more: Any) -> None:
        me = self._opener
        me.take(opened, **more)
        if library is not None:
            me.library_changed.emit()
            me.said.emit(_("Library: {name}, with which this pack was made").format(name=_called(library)))

    def open_sample(self, folder: Path) -> None:
        """Opens the sample with a library of its own."""
        me = self._opener

        def taken(opened: Opened) -> None:
            me.take(opened)
            me.library_changed.emit()

        me.said.emit(_("The sample is being put together…"))
        me.tasks.run(lambda: me.desk.sample(folder), taken)

    def use_sample_library(self, folder: Path) -> None:
        """Goes on with the sample's library; the pack stays open."""
        me = self._opener
        me.said.emit(_("The sample is being put together…"))
        me.tasks.run(lambda: me.desk.sample_library(folder), lambda _none: self._changed_library())

    def _changed_library(self) -> None:
        me = self._opener
        me.library_changed.emit()
        me.remember()

    def remember(self) -> None:
        """Keeps with which library the pack is made, where that holds all its picks."""
        me = self._opener
        if me.history is None or me.file is None:
            return
        path, pack = Path(me.file.path), me.pack

        def found(answer: tuple[Path, int]) -> None:
            library, lacking = answer
            if not lacking and user_settings.library_of(me.settings, path) != library:
                me.set(libraries=user_settings.made_with(me.settings, path, library).libraries)

        me.tasks.run(lambda: (me.desk.path, me.desk.lacks(pack)), found, only="remember")

    @property
    def in_sample(self) -> bool:
        """Whether the library in use is that of the sample that was opened to explore it."""
        return self._opener.desk.path == sample_folder() / SAMPLE

    def change_library(self, path: Path | None) -> None:
        """Goes on with another library, the user's own where none is named."""
        from briefer.files import user_library

        me = self._opener
        wanted = path or user_library()
        me.tasks.run(lambda: me.desk.change_library(wanted), lambda _none: self._changed_library())


def sample_folder() -> Path:
    """Gives where the sample and its library are put."""
    return user_settings.state_folder() / "sample"


def _called(library: Path) -> str:
    """Names a library to the user."""
    return _("the sample library") if library.name == SAMPLE else str(library)
