"""What begins only after the day of the paper, as tables print it."""

from collections.abc import Iterator

from briefer.assemble import words
from briefer.assemble.context import Context
from briefer.model.relief import Relief

DATED_BY = {"act": "", "list": "", "row": " (the day of its row)"}


def to_come(context: Context, found: Relief) -> Iterator[str]:
    """Yields what begins only after the day, each with its first day as the paper prints it."""
    for one in found.to_come:
        yield f"{one.name} from {words.day(one.day, context.language)}{DATED_BY[one.by]}"
