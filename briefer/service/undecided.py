"""The sentence on two records that may be one, which every answer that keeps them apart has to carry."""

from briefer.language import _


def undecided(one: tuple[str, str], other: tuple[str, str], score: int) -> str:
    """Says of two records, each a caption and an id, that they may be one and that nobody has decided."""
    (caption, id), (other_caption, other_id) = one, other
    return _(
        "{caption} ({id}) and {other_caption} ({other_id}) may be one, at {score} of 100, and "
        "nobody has decided; the listings and holdings of each count for itself alone.",
        caption=caption,
        id=id,
        other_caption=other_caption,
        other_id=other_id,
        score=score,
    )
