"""How a long verb says how far it is: an argument, silent by default."""

from collections.abc import Callable

Progress = Callable[[str, int, int | None], None]
"""Called with the stage, how much is done, and of how much (None where unknown); may raise Cancelled to stop."""


def silent(_stage: str, _done: int, _total: int | None) -> None:
    """Says nothing."""
