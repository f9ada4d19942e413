"""Undo for a value that is replaced, never changed."""

from typing import Any, Generic, TypeVar

T = TypeVar("T")


class History(Generic[T]):
    """The present value, what came before it, and what was undone; without limit, since values share what is equal.

    `beside` is what was worked out for the value and comes back with it; put there by a step, it counts as a change.
    """

    def __init__(self, value: T, beside: Any = None) -> None:
        self._past: list[tuple[str, str, T, Any, int]] = []
        self._future: list[tuple[str, str, T, Any, int]] = []
        self.value = self._saved = value
        self.beside = beside
        self.step = self._saved_step = self._steps = 0

    def do(self, label: str, value: T, *, run: str = "") -> None:
        """Makes `value` the present one; `label` names the step in the Undo menu.

        Steps in a row that carry the same `run`, such as typing in one section, are one step.
        """
        if value == self.value:
            return
        joins = bool(run) and bool(self._past) and self._past[-1][1] == run and self.value is not self._saved
        if not joins:
            self._past.append((label, run, self.value, self.beside, self.step))
        self._future.clear()
        self.value = value

    def do_beside(self, label: str, beside: Any) -> None:
        """Makes a step that changes only what stands beside the value."""
        self._past.append((label, "", self.value, self.beside, self.step))
        self._future.clear()
        self.beside = beside
        self._steps += 1
        self.step = self._steps

    def amend(self, value: T) -> None:
        """Puts a value in the place of the present one that is no step of its own, as when keys were given to it."""
        self.value = value

    def end_run(self) -> None:
        """Ends a run: the next step is one of its own."""
        if self._past:
            label, _run, value, beside, step = self._past[-1]
            self._past[-1] = (label, "", value, beside, step)

    def undo(self) -> None:
        """Steps back; does nothing at the beginning."""
        if self._past:
            label, _run, value, beside, step = self._past.pop()
            self._future.append((label, "", self.value, self.beside, self.step))
            self.value, self.beside, self.step = value, beside, step

    def redo(self) -> None:
        """Steps forward again; does nothing where nothing was undone."""
        if self._future:
            label, _run, value, beside, step = self._future.pop()
            self._past.append((label, "", self.value, self.beside, self.step))
            self.value, self.beside, self.step = value, beside, step

    @property
    def undo_label(self) -> str:
        """What Undo would take back, empty where there is nothing."""
        return self._past[-1][0] if self._past else ""

    @property
    def redo_label(self) -> str:
        """What Redo would bring back, empty where there is nothing."""
        return self._future[-1][0] if self._future else ""

    @property
    def modified(self) -> bool:
        """Whether the present value, or what a step put beside it, differs from what was saved."""
        return self.value != self._saved or self.step != self._saved_step

    def saved(self, value: T, step: int) -> None:
        """Remembers the value that is on disk now, with what the step of this number had put beside it."""
        self._saved, self._saved_step = value, step
        self.end_run()
