"""The refusals that several verbs share, each in the same words wherever it is met."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.language import _
from briefer.model.errors import BadCall, BadInput

if TYPE_CHECKING:
    from briefer.library import Library


def no_entity(id: str) -> BadCall:
    """Gives the refusal of an id that the library does not hold."""
    return BadCall(_("The library holds no entity “{id}”; look for it with `briefer search`.", id=id))


def no_source(id: str) -> BadCall:
    """Gives the refusal of a source that neither pack nor library holds."""
    return BadCall(_("No source “{id}” is known; import it with `briefer positions import FILE`.", id=id))


def unreadable(path: Path, error: OSError) -> BadInput:
    """Gives the refusal of a file that the system does not hand over."""
    return BadInput(path, _("cannot be read ({reason})", reason=error.strerror), _("check the name"))


def there_already(path: Path) -> BadCall:
    """Gives the refusal of a new pack under the name of a file."""
    return BadCall(
        _("{path} is there already; choose another name, or change it with `briefer pack --replace`.", path=path)
    )


def all_held(library: "Library", ids: Iterable[str]) -> tuple[str, ...]:
    """Gives the ids, all of which the library has to hold; BadCall names one that it does not."""
    wanted = tuple(ids)
    held = {entity.id for entity in library.entities(wanted)}
    if missing := [id for id in wanted if id not in held]:
        raise no_entity(missing[0])
    return wanted
