"""What begins only after the day of the paper, as tables print it."""

from collections.abc import Iterator
from datetime import date

from briefer.assemble import words
from briefer.assemble.context import Context
from briefer.model.relief import Relief


def to_come(context: Context, found: Relief) -> Iterator[str]:
    """Yields what begins only after the day, each with its first day as the paper prints it."""
    for text in found.to_come:
        tag, _, rest = text.rpartition(" from ")
        day, _, by = rest.partition(" ")
        yield f"{tag} from {words.day(date.fromisoformat(day), context.language)}{f' {by}' if by else ''}"
