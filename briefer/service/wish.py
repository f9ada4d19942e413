"""What the window asks of the process that lays pages out."""

from dataclasses import dataclass

from briefer.model.brief import Dossier
from briefer.model.pack import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The state to show: `dossier` is None where it is that of the wish before; `first` the section to begin with.

    `unwritten` is what stands, as Markdown, in the place of a section that holds starter text alone.
    """

    state: int
    pack: Pack
    dossier: Dossier | None
    first: str = ""
    unwritten: str = ""
