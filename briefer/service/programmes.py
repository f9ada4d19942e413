"""What is said of a programme that somebody asks for and no list that is held states."""

from collections.abc import Collection

from briefer.language import _
from briefer.model.errors import BadCall

NEAR = 8
"""So many programmes are named."""


def check_programme(asked: str, held: Collection[str]) -> None:
    """BadCall where a programme is none of those held, naming those that have the text in them."""
    if not held or asked.lower() in map(str.lower, held):
        return
    near = sorted(each for each in held if asked.lower() in each.lower())
    more = " …" if len(near) > NEAR else ""
    hint = (
        _("say {near}{more}", near=", ".join(near[:NEAR]), more=more)
        if near
        else _("write it as the list prints it; `briefer show ID` has it")
    )
    raise BadCall(_("“{asked}” is no programme that a list held states; {hint}.", asked=asked, hint=hint))
