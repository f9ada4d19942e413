"""What several sheets of the workbook write alike: fact keys by number, and where an end is known from."""

from collections.abc import Iterable
from datetime import date

from briefer.assemble import ends, words
from briefer.assemble.context import Context, Stated, from_where, unique
from briefer.language import _, mark
from briefer.model.facts import Confidence
from briefer.rulebook import NO_RENEWAL, after_end

KNOWN_FROM = {
    "list": mark("stated by the list"),
    "renewal": mark("a decided renewal"),
    "rule": mark("the yearly day; {no_renewal}"),
    "term": mark("the term of the act"),
    "none": mark("no end is stated"),
    "lapsed?": mark("stated end passed; {no_renewal}"),
    "unknown": mark("no end is known"),
}
"""What the basis of an end means; the dates themselves stand beside it."""

KEPT = frozenset(
    {
        *(mark("said"), mark("voted"), mark("signed"), mark("reported"), mark("inferred")),
        *(mark("first"), mark("second"), mark("unknown")),
        *(mark("order"), mark("statute"), mark("listing"), mark("ally"), mark("event"), mark("renewal")),
        *(mark("list"), mark("law"), mark("guidance"), mark("statement"), mark("press"), mark("analysis")),
        mark("data"),
    }
)
"""Words that the library keeps in English: the basis of a position, its hand, the kinds of events and of sources."""


def keys(context: Context, ids: Iterable[str]) -> str:
    """Gives the fact keys of sources, each once, by number; empty where none of them is known."""
    found = unique(context.keys.get(id, "") for id in ids)
    return ", ".join(sorted(found, key=lambda key: int(key[1:])))


def keys_of(context: Context, facts: Iterable[Stated]) -> str:
    """Gives the fact keys of what states some facts."""
    return keys(context, from_where(*facts))


def tag(programme: str, limb: str, part: str = "") -> str:
    """Gives a tag with its directive or section and the part of it, as the pages print it."""
    return " ".join(filter(None, (programme, ", ".join(filter(None, (limb, part))))))


def known_from(context: Context, regime: str, until: date | None, basis: str, ran_to: date | None = None) -> str:
    """Says where an end is known from, or that it is not; of one that has passed its day."""
    if ran_to:
        return after_end(ran_to.isoformat())
    found = ends.known_from(context, regime, until, basis)
    return _(KNOWN_FROM[found], no_renewal=_(NO_RENEWAL)) if found in KNOWN_FROM else found


def kept(word: str) -> str:
    """Gives a word that the library keeps, said; another, as of a newer library, stays as it is."""
    return _(word) if word in KEPT else word


def sure(confidence: Confidence) -> str:
    """Gives the word of a confidence as the pages print it, and one for what carries no mark there."""
    return words.doubt(confidence) or _("verified")


def weakest(found: Iterable[Confidence]) -> str:
    """Gives the word of the least sure of some facts, empty where there are none."""
    each = tuple(found)
    return max(each, key=list(Confidence).index).value if each else ""
