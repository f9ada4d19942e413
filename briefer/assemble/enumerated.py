"""Names as a sentence lists them."""

from collections.abc import Sequence

from briefer.language import _


def enumerated(names: Sequence[str]) -> str:
    """Gives names one after another, the last with its “and”: A, B and C; empty where there are none."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])
