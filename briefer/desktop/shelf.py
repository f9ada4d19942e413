"""What the commands of the library do: add a filter, keep a search, enter a position or a source, paste an article."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefer.desktop.window import Window


class Shelf:
    """The methods on the library; mixed into the window."""

    @property
    def _shelf(self) -> "Window":
        return self  # type: ignore[return-value]

    def _entities(self) -> None:
        me = self._shelf
        me.find_entity()
        me.library.tabs.setCurrentIndex(0)

    def add_filter(self) -> None:
        """Offers the filters of the library."""
        self._entities()
        self._shelf.library.entities.filters.choose()

    def save_search(self) -> None:
        """Keeps the search under a name."""
        self._entities()
        self._shelf.library.entities.kept.keep()

    def all_searches(self) -> None:
        """Shows the searches that are kept."""
        self._shelf.library.entities.kept.manage()

    def add_found(self) -> None:
        """Adds all that the search found."""
        self._shelf.library.entities.add_all()

    def new_position(self) -> None:
        """Opens the form of a position."""
        self._shelf.library.enter("positions", None)

    def new_source(self) -> None:
        """Opens the form of a source."""
        self._shelf.library.enter("sources", None)

    def new_issue(self) -> None:
        """Opens the form of an issue."""
        self._shelf.library.enter("issues", None)

    def paste_article(self) -> None:
        """Opens the pasting of an article."""
        self._shelf.library.paste_article()
