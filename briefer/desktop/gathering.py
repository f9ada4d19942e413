"""The facts of the open pack: gathered anew, refreshed as a step, and never fewer than were held."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefer.desktop.wording import _, ngettext
from briefer.model.brief import Dossier
from briefer.model.facts import Entity, Measure
from briefer.model.pack import Pack
from briefer.model.policy import Position

if TYPE_CHECKING:
    from briefer.desktop.work import Work

GATHERED = ("entities", "measures", "positions", "issues", "as_of", "settings")
"""A change of these needs other facts."""


def asked(pack: Pack) -> tuple[object, ...]:
    """Gives what a gathering depends on."""
    return tuple(getattr(pack, name) for name in GATHERED)


def _others(former: Dossier | None, dossier: Dossier) -> int:
    """Counts the picks of which the facts are not what they were."""
    before = _picks(former) if former else {}
    return sum(before.get(id) != each for id, each in _picks(dossier).items())


def _picks(dossier: Dossier) -> dict[str, Entity | Measure | Position]:
    picks: tuple[Entity | Measure | Position, ...] = (*dossier.entities, *dossier.measures, *dossier.positions)
    return {each.id: each for each in picks}


class Gathering:
    """The methods that read facts; mixed into the work. `gathering` says whether an answer is still to come."""

    gathering = False

    @property
    def _of(self) -> "Work":
        return self  # type: ignore[return-value]

    def gather(self, facts: tuple[Dossier, ...] = ()) -> None:
        """Reads the facts for the picks anew, then shows the pages; what the library lacks stays as it is stored."""
        self._gather(facts, self._gathered)

    def refresh(self) -> None:
        """Reads all facts anew, as a step that can be undone, and says what the library does not hold."""
        me = self._of

        def taken(pack: Pack, dossier: Dossier) -> None:
            other = _others(me.dossier, dossier)
            if me.history is not None and dossier != me.dossier:
                me.history.do_beside(_("Refresh the facts"), (asked(pack), dossier))
            self._gathered(pack, dossier)
            me.changed.emit()
            count = len(dossier.stored)
            left = ngettext(
                "{count} pick is not in this library; its facts stay as stored.",
                "{count} picks are not in this library; their facts stay as stored.",
                count,
            )
            changed = ngettext("{count} pick has other facts now.", "{count} picks have other facts now.", other)
            read = changed if other else _("Nothing of the picks changed.")
            me.said.emit(left if count else " ".join((_("The facts were read anew."), read)))

        if me.is_open:
            me.said.emit(_("The facts are being read anew."))
            self._gather((), taken)

    def _gather(self, facts: tuple[Dossier, ...], taken: Callable[[Pack, Dossier], None]) -> None:
        me = self._of
        pack = me.pack
        held = (me.dossier, me.file.dossier if me.file else None)
        formers = (*facts, *(each for each in held if each is not None))

        def done(dossier: Dossier) -> None:
            me.gathering = False
            if me.is_open:
                taken(pack, dossier)

        me.gathering = True
        me.tasks.run(lambda: me.desk.gather(pack, *formers), done, only="gather")

    def _gathered(self, pack: Pack, dossier: Dossier) -> None:
        me = self._of
        assert me.history is not None
        me.dossier = dossier
        me.history.beside = (asked(pack), dossier)
        if me.history.modified and not me._keep.isActive():
            me._keep.start()
        me.gathered.emit()
        me.refresh_pages()
        me.remember()

    def _stop_gathering(self) -> None:
        """Lets an answer that is under way for another state go by."""
        me = self._of
        me.gathering = False
        me.tasks.run(lambda: None, only="gather")
