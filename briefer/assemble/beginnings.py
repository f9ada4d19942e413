"""What begins only after the day of the paper, as tables print it."""

from collections.abc import Iterator

from briefer.assemble import words
from briefer.assemble.context import Context
from briefer.language import _, mark
from briefer.model.relief import Relief

FROM = mark("{name} from {day}")
BY_ROW = mark("{name} from {day} (the day of its row)")


def to_come(context: Context, found: Relief) -> Iterator[str]:
    """Yields what begins only after the day, each with its first day as the paper prints it."""
    for one in found.to_come:
        yield _(BY_ROW if one.by == "row" else FROM, name=one.name, day=words.day(one.day, context.language))
