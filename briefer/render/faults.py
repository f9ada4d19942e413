"""What goes wrong on a page, as a sentence that names the section."""

from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint.urls import FatalURLFetchingError

from briefer.language import _, ngettext
from briefer.model.errors import BrieferError, Cancelled, RenderFault
from briefer.render import watch
from briefer.render.private import REPORTED


@contextmanager
def answering(place: str) -> Iterator[None]:
    """Refuses what reaches out of the program or makes WeasyPrint complain: such a page is a template's fault.

    `place` is named in the sentence.
    """
    with watch.complaints() as complaints:
        try:
            yield
        except FatalURLFetchingError as error:
            raise RenderFault(
                _(
                    "{place}: {error}; a page shows files of the program only, so take the address out.",
                    place=place,
                    error=error,
                )
            ) from error
    refuse(place, complaints)


def refuse(place: str, complaints: list[str]) -> None:
    """Raises a RenderFault if there are complaints, with the first of them and the count."""
    if complaints[1:]:
        said = ngettext(
            "{place} has a fault: {complaint} (and {count} more like it); correct the template or the text it names.",
            "{place} has a fault: {complaint} (and {count} more like it); correct the template or the text it names.",
            len(complaints) - 1,
            place=place,
            complaint=complaints[0],
        )
        raise RenderFault(said)
    if complaints:
        said = _(
            "{place} has a fault: {complaint}; correct the template or the text it names.",
            place=place,
            complaint=complaints[0],
        )
        raise RenderFault(said)


@contextmanager
def anew() -> Iterator[None]:
    """Has a value that cannot be resolved told each time that it is met, not once for each style sheet.

    WORKAROUND: WeasyPrint remembers with the style sheet, which outlives a fault here, what it has complained of.
    """
    owner, name = REPORTED.owner, REPORTED.name
    if name in vars(owner):
        yield
        return
    setattr(owner, name, property(lambda _: False, lambda value, told: vars(value).update({name: told})))
    try:
        yield
    finally:
        delattr(owner, name)


@contextmanager
def naming(place: str) -> Iterator[None]:
    """Turns a breakdown of the layout into a sentence."""
    try:
        yield
    except (BrieferError, Cancelled):
        raise
    except MemoryError as error:
        raise RenderFault(
            _("{place} needs more memory than a page may take; shorten or divide it.", place=place)
        ) from error
    except Exception as error:
        raise RenderFault(
            _(
                "{place} cannot be laid out ({name}: {error}); simplify it.",
                place=place,
                name=type(error).__name__,
                error=error,
            )
        ) from error
