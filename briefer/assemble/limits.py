"""Limits short of a block that go by ownership: what becomes of each where one entry is delisted alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefer.assemble import words
from briefer.assemble.backing import Backing, joined, of_companies, of_limit, of_steps
from briefer.assemble.context import Context, unique
from briefer.assemble.paths import name, path
from briefer.language import _, mark
from briefer.model.ripple import Limit, Ripple

PERHAPS = "perhaps"
OUTCOMES = {
    "lifted": (mark("limit lifted"), mark("lifted")),
    PERHAPS: (mark("limit lifted, if it applied"), mark("lifted, if it applied")),
    "stays": (mark("limit stays"), mark("stays")),
    "open": (mark("limit open"), mark("open")),
    "none": (mark("limit reaches no company"), mark("reaches no company")),
}
"""What becomes of a limit, in the workbook and in the page's table of limits."""
REGIME = "US"
"""The regime whose directives go by ownership."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRow:
    """One limit at the companies to which the same happens, with the guidance it rests on and its mark."""

    delisted: str
    anchor: str
    limit: str
    companies: str
    outcome: str
    why: str
    citation: str
    doubt: str
    backing: Backing


def told(context: Context, id: str, found: Ripple) -> Iterator[tuple[str, str, str, str, str, Backing]]:
    """Yields id, name, outcome and why of each limit, how sure its rule is, and what it rests on, for the workbook."""
    names = dict(found.captions)
    for each in found.limits:
        because = "; ".join(filter(None, (path(names, each.path), " ".join(each.why))))
        why = f"{each.limit}: {because}{f' ({each.citation})' if each.citation else ''}"
        rule = each.confidence.value if each.citation else ""
        yield (
            each.id,
            names.get(each.id, each.id),
            _(OUTCOMES[_outcome(each)][0]),
            why,
            rule,
            _backing(context, id, [each]),
        )


def limit_rows(context: Context, id: str, found: Ripple) -> Iterator[LimitRow]:
    """Yields a row for each limit and outcome, the companies that share them together, for the page."""
    names = dict(found.captions)
    alike: dict[tuple[str, str, bool], list[Limit]] = {}
    for each in found.limits:
        alike.setdefault((each.limit, _outcome(each), isinstance(each.path, str)), []).append(each)
    for (limit, outcome, _own), limits in alike.items():
        ids = unique(each.id for each in limits)
        reached = () if limits[0].status == "none" else ids
        yield LimitRow(
            delisted=context.name(id),
            anchor=context.anchor(id),
            limit=limit,
            companies=", ".join(name(names, each) for each in reached),
            outcome=_(OUTCOMES[outcome][1]),
            why=_why(names, limits),
            citation="; ".join(unique(each.citation for each in limits)),
            doubt=words.doubt(*(each.confidence for each in limits)),
            backing=_backing(context, id, limits),
        )


def _backing(context: Context, delisted: str, limits: list[Limit]) -> Backing:
    """Gives what an outcome rests on: holdings and the listings behind them, a listing alone, or what is open."""
    ids = unique(each.id for each in limits)
    steps = [step for each in limits if not isinstance(each.path, str) for step in each.path]
    if steps:
        held = of_steps(context, ((step.owner, step.asset) for step in steps))
        return joined((held, of_limit(context, unique(step.owner for step in steps), REGIME, limits[0].limit)))
    if any(each.why for each in limits) and limits[0].status != "none":
        return of_companies(context, delisted, ids, REGIME)
    return of_limit(context, ids, REGIME, limits[0].limit)


def _outcome(each: Limit) -> str:
    """Gives the outcome by which it is called; of a limit that is lifted it may be open whether it applied."""
    return PERHAPS if each.status == "lifted" and each.why else each.status


def _why(names: dict[str, str], limits: list[Limit]) -> str:
    """Joins the reasons, each once: the holdings first, then what is said in sentences."""
    holdings = "; ".join(unique(path(names, each.path) for each in limits))
    return " ".join(unique((f"{holdings[:1].upper()}{holdings[1:]}." if holdings else "", *_sentences(limits))))


def _sentences(limits: list[Limit]) -> Iterator[str]:
    yield from (sentence for each in limits for sentence in each.why)
