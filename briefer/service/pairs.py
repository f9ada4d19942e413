"""Which pairs of records that may be one are asked for: by the lists that they stand on, and by their score."""

from typing import TYPE_CHECKING

from briefer.language import _
from briefer.model.answers import Sameness
from briefer.model.errors import BadCall

if TYPE_CHECKING:
    from briefer.library import Library


def check_lists(library: "Library", lists: tuple[str, ...]) -> None:
    """BadCall where a list is not held, which is said before the pairs are looked for, since that takes seconds."""
    held = {row.list for row in library.lists()}
    if unknown := [each for each in lists if each not in held]:
        raise BadCall(
            _(
                "The library holds no list “{unknown}”; it holds {held}.",
                unknown=unknown[0],
                held=", ".join(sorted(held)) or _("none"),
            )
        )


def narrowed(
    library: "Library", found: tuple[Sameness, ...], lists: tuple[str, ...], min_score: int
) -> tuple[Sameness, ...]:
    """Gives the pairs of this score with an end in the one list, or with both ends in one each of several."""
    kept = tuple(pair for pair in found if pair.score >= min_score)
    if not lists:
        return kept
    asked = frozenset(lists)
    on = library.lists_of(dict.fromkeys(end for pair in kept for end in (pair.a, pair.b)))
    ends = 1 if len(asked) == 1 else 2
    return tuple(pair for pair in kept if sum(bool(on.get(end, asked) & asked) for end in (pair.a, pair.b)) >= ends)
