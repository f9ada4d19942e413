"""What the commands of the page do: search it, turn to a page, make it larger, find the editor's place on it."""

from typing import TYPE_CHECKING

from briefer.desktop.turning import PAGE

if TYPE_CHECKING:
    from briefer.desktop.window import Window


class Reading:
    """The methods on the page; mixed into the window."""

    @property
    def _reader(self) -> "Window":
        return self  # type: ignore[return-value]

    def _bring(self) -> None:
        """Shows the page, where it has given way to outline and text."""
        self._reader.show_pack()
        self._reader.turn.setCurrentIndex(PAGE)

    def find_on_page(self) -> None:
        """Puts the cursor into the search of the pages."""
        self._bring()
        self._reader.page.seek()

    def next_hit(self) -> None:
        """Goes to the next place that the search found."""
        self._reader.page.finder.step(1)

    def small_pages(self) -> None:
        """Shows or hides the small pages and the contents."""
        self._bring()
        self._reader.page.show_side()

    def fit_page(self) -> None:
        """Fits the page to the panel."""
        self._reader.page.fit()

    def ask_page(self) -> None:
        """Puts the cursor into the page number."""
        self._bring()
        self._reader.page.ask_page()

    def show_on_page(self) -> None:
        """Shows on the page the paragraph at the cursor."""
        me = self._reader
        self._bring()
        me.page.show_words(me.work.section, me.editor.paragraph())

    def twin(self) -> None:
        """Shows the same text for screen readers."""
        self._bring()
        self._reader.page.show_twin()

    def larger(self) -> None:
        """Shows larger pages."""
        self._reader.page.step_zoom(1)

    def smaller(self) -> None:
        """Shows smaller pages."""
        self._reader.page.step_zoom(-1)
