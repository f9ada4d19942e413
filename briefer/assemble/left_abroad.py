"""What a US easing alone would leave of an entity in other regimes, in words."""

from collections.abc import Iterator

from briefer.assemble import ends, words
from briefer.assemble.context import Context, unique
from briefer.assemble.scripts import printable
from briefer.language import _, all_of, enumerated
from briefer.model.allies import Left, Stance
from briefer.rulebook import after_end


def leaves(context: Context, one: Stance) -> str:
    """Says in words what a US easing alone would leave: by regime, what freezes and what limits, with the next end."""
    said: dict[str, list[str]] = {}
    for code in dict.fromkeys(left.regime for left in one.leaves):
        parts = [_kept(context, left) for left in one.leaves if left.regime == code]
        said.setdefault(all_of(unique(parts)), []).append(code)
    found = [f"{enumerated(codes)} {what}" for what, codes in said.items()]
    unsure = (each.regime for each in one.standings if each.status == "possible")
    possible = [_("{regime} possibly, undecided", regime=code) for code in unsure]
    return "; ".join((*(found or _nothing(one)), *possible))


def _kept(context: Context, left: Left) -> str:
    what = _("asset freeze") if left.freezes else _("limits")
    if left.measure:
        doubt = words.doubt(left.confidence)
        what = _("measure “{title}”", title=printable(left.measure)) + (f" ({doubt})" if doubt else "")
    if left.until:
        return _("{measure} to {day}", measure=what, day=ends.day(context, left.until, left.about))
    return f"{what}, {_open(context, left)}"


def _open(context: Context, left: Left) -> str:
    """Says of what has no end to come that its end has passed, that it has none or that none is known."""
    if left.ran_to:
        return after_end(ends.day(context, left.ran_to, left.about))
    return _(ends.NO_DATE if left.basis == "none" else ends.NOT_KNOWN)


def _nothing(one: Stance) -> Iterator[str]:
    searched = [each.regime for each in one.standings if each.status == "searched"]
    if searched:
        yield _("nothing found in {regimes}", regimes=enumerated(searched))
    unsearched = [each.regime for each in one.standings if each.status in ("not checked", "no list")]
    if unsearched:
        yield _("{regimes} not known", regimes=enumerated(unsearched))
    silent = [each.regime for each in one.standings if each.status == "none exist"]
    if silent:
        yield _("none exist in {regimes}", regimes=enumerated(silent))
