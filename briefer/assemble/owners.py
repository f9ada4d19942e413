"""Who is blocked through the owners without a listing that blocks, or may be, in the words of the paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefer.analysis.ownership import Case
from briefer.analysis.ownership_standing import cautions, owned
from briefer.assemble import words
from briefer.assemble.backing import of_steps
from briefer.assemble.context import RULES, Context, unique
from briefer.assemble.paths import path
from briefer.language import _, mark
from briefer.model.relief import Owned, Relief

HOME = "US"
"""The regime whose rule decides the class, and so this."""

SHORT = {"blocked": mark("blocked through its owners"), "open": mark("open whether blocked through its owners")}
ABROAD = {"blocked": mark("{names} (frozen)"), "open": mark("{names} (open)")}
OPEN = {
    "blocked": mark("{name}, not blocked by a listing, open"),
    "frozen": mark("{name}, not frozen by a listing, open"),
}
HELD = {
    "blocked": mark("{name}, not blocked by a listing, is blocked through its owners, since {holdings}"),
    "frozen": mark("{name}, not frozen by a listing, is frozen through its owners, since {holdings}"),
}
"""What is said of somebody whom a regime's rule reaches, by `barred`."""


@dataclass(frozen=True, slots=True)
class Through:
    """How somebody stands through the owners: in a few words, by which holdings or why open, with sources and mark."""

    short: str
    says: str
    why: str
    sources: tuple[str, ...]
    doubt: str


def barred(regime: str) -> str:
    """Gives what somebody is whom a regime's rule reaches, by which tables of words are kept."""
    return "blocked" if regime == HOME else "frozen"


def through(context: Context, found: Relief) -> Through | None:
    """Gives how an entry stands through its owners; None where a listing of its own blocks it or nobody does."""
    one = found.owned
    if one is None:
        return None
    return Through(
        short=_(SHORT[one.status]),
        says=f"{one.says[:1].upper()}{one.says[1:]}.",
        why=reason(one),
        sources=_sources(context, one),
        doubt=words.doubt(one.confidence),
    )


def reason(one: Owned) -> str:
    """Gives the holdings that block as a sentence, or why it is open."""
    if one.status == "open":
        return " ".join(one.why)
    names = dict(one.names)
    return f"{path(names, one.path)}."


def short(context: Context, id: str) -> str:
    """Says of anybody in a few words that the owners block it, or that this is open; empty for the others."""
    found = owned(context.cases[RULES[0]], id)
    return _(SHORT[found.status]) if found else ""


def beside(context: Context, rule: str) -> tuple[str, ...]:
    """Says of each pick that no listing blocks under a rule whether its owners do, by which holdings.

    At home it says too which blocked owner holds too little for that, who may not sign for it all the same.
    """
    asked = context.cases[rule]
    return unique(said for each in context.dossier.entities for said in _beside(context, asked, each.id))


def frozen(context: Context) -> str:
    """Names the picks that another regime freezes through the owners alone, or may, which no list of it says."""
    said = (_abroad(context, rule) for rule in RULES if context.cases[rule].rule.regime != context.home)
    told = "; ".join(filter(None, said))
    return _("No list says who is frozen through owners: {names}.", names=told) if told else ""


def _abroad(context: Context, rule: str) -> str:
    asked, names = context.cases[rule], dict[str, list[str]]()
    for each in context.dossier.entities:
        if one := owned(asked, each.id):
            names.setdefault(one.status, []).append(context.name(each.id))
    parts = (_(ABROAD[status], names=", ".join(names[status])) for status in ABROAD if status in names)
    return f"{asked.rule.regime}: {', '.join(parts)}" if names else ""


def _beside(context: Context, asked: Case, id: str) -> Iterator[str]:
    one, word, name = owned(asked, id), barred(asked.rule.regime), context.name(id)
    if one:
        if one.status == "open":
            yield _(OPEN[word], name=name)
        else:
            yield _(HELD[word], name=name, holdings=reason(one).rstrip("."))
    elif asked.rule.regime == HOME:
        yield from (said.rstrip(".") for said in cautions(asked, id, name))


def _sources(context: Context, one: Owned) -> tuple[str, ...]:
    steps = ((step.owner, step.asset) for step in one.path)
    stated = (source for each in one.grounds for source in (each.sources or (each.origin,)))
    return of_steps(context, steps).sources or unique(stated)
