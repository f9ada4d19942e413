"""Through whose hands words reached us, read from a position's chain and from how its source names its publisher.

A chain is written as steps with arrows: how it was said → who carried it → our source. What stands behind a semicolon
is a remark and not a step. The first step counts as a hand unless it names the occasion (remarks, an interview, a vote)
or the speaker; so unnamed people who speak of somebody else are a hand. A step that only repeats another text counts
that text's outlet too where the chain does not name it. A publisher "X, carried by Y" or "Y, after X" adds what the
chain leaves out.
"""

import re

from briefer.language import _, mark
from briefer.model.policy import Position, Source
from briefer.model.stances import Hands

ARROW = re.compile(r"\s*(?:→|⇒|->|=>)\s*")
OCCASION = re.compile(
    r"\b(?:remarks?|speech|address|statement|conference|interview|broadcast|television|radio|podcast|e-?mail|letter|"
    r"post|text|decree|order|article|tweet|video|transcript|recording|testimony|hearing|briefing|commons|lords|"
    r"parliament(?:ary)?|committee|congress|senate|house of|council|vote|unanimity|summit|meeting|speaker)\b",
    re.IGNORECASE,
)
COPY = re.compile(
    r"\b(?:re-?host\w*|re-?post\w*|relay\w*|carried|copy|copies|mirror\w*|aggregator|syndicated)\b", re.IGNORECASE
)
CARRIED = re.compile(
    r"^(?P<origin>.+?),?\s+(?:carried|relayed|republished|reprinted|re-?hosted|re-?posted|syndicated)\b.*?\bby\s+"
    r"(?P<copy>.+)$",
    re.IGNORECASE,
)
VIA = re.compile(r"^(?P<origin>.+?),?\s+via\s+(?P<copy>.+)$", re.IGNORECASE)
AFTER = re.compile(r"^(?P<copy>.+?),?\s+(?:after|citing|quoting)\s+(?P<origin>.+)$", re.IGNORECASE)
REPORTED = "reported"
"""The basis of a position that our source did not hear or see itself; it is second-hand whatever its chain says."""
UNNAMED = mark("an outlet that is not named")
"""A hand whose name is not known, in English; `worded` says it."""
OWN_TEXT = frozenset({"law", "guidance", "statement"})
"""Kinds of source that are the holder's own text."""


def hands(position: Position, source: Source | None = None) -> Hands:
    """Gives the hands between a position's holder and our source; unknown where nothing is recorded of them."""
    chained = _chain(position)
    printed = publishers(source) if source else ()
    passed = _merged(chained or (), printed)
    if not passed and chained is None:
        own = source is not None and source.kind in OWN_TEXT
        return Hands(length=0, hand="first") if own else Hands()
    return Hands(
        length=len(passed),
        hand="first" if len(passed) <= 1 and position.basis != REPORTED else "second",
        hands=passed,
        origin=passed[0] if passed else "",
        rests_on_copy=len(printed) > 1 or bool(COPY.search(position.chain)),
        translated="translat" in position.chain.lower(),
    )


def publishers(source: Source) -> tuple[str, ...]:
    """Gives the outlets that a source's publisher names, origin first; none where it names one alone."""
    for shape in (CARRIED, VIA, AFTER):
        if found := shape.match(source.publisher):
            return found["origin"].strip(), found["copy"].strip()
    return ()


def worded(hand: str) -> str:
    """Gives a hand as it is told: an outlet by its name."""
    return _(UNNAMED) if hand == UNNAMED else hand


def outlet(name: str) -> str:
    """Gives an outlet's name in the form in which two mentions of it can be compared."""
    return " ".join(re.sub(r"^the\s+", "", name.casefold()).split())


def _chain(position: Position) -> tuple[str, ...] | None:
    """Gives the hands of the chain, None where no chain is recorded."""
    steps = [step.partition(";")[0].strip() for step in ARROW.split(position.chain)]
    steps = [step for step in steps if step]
    if not steps:
        return None
    if _is_start(steps[0], position.holder):
        return tuple(_counted(steps[1:]))
    return tuple(_counted(steps))


def _is_start(step: str, holder: str) -> bool:
    """Says whether a first step is where the words were said, and not yet a hand."""
    surname = holder.split()[-1]
    return bool(OCCASION.search(step)) or bool(re.search(rf"\b{re.escape(surname)}\b", step, re.IGNORECASE))


def _counted(steps: list[str]) -> list[str]:
    passed: list[str] = []
    for step in steps:
        if COPY.search(step) and not passed:
            passed.append(UNNAMED)
        passed.append(_name(step))
    return passed


def _name(step: str) -> str:
    """Gives the outlet that a step names, without how it passed the words on."""
    return re.sub(r"^translated by\s+", "", re.split(r"[,(]", step)[0].strip(), flags=re.IGNORECASE)


def _merged(chained: tuple[str, ...], printed: tuple[str, ...]) -> tuple[str, ...]:
    """Joins the chain's hands with those that the publisher's name adds, which stand nearest to us."""
    if not printed:
        return chained
    named = {outlet(name) for name in printed}
    before = [name for name in chained if outlet(name) not in named and not COPY.search(name)]
    return (*(name for name in before if name != UNNAMED), *printed)
