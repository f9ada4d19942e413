"""Which rows of the rulebook are about a measure that names nobody: by its id, else by its authority word for word."""

import re
from collections.abc import Iterable

from briefer.model.facts import Measure
from briefer.model.law import ClassRule

ACT = re.compile(r"\b(?:EO \d{5}|Public Law \d+-\d+|\d+ (?:USC|CFR) \d+)")
"""How an authority names an order, a statute or a part of a code."""


def of_measure(rules: Iterable[ClassRule], measure: Measure) -> tuple[ClassRule, ...]:
    """Gives the rows of a measure's id, else those of its very authority, if they are about one kind of measure."""
    rows = tuple(rule for rule in rules if rule.measures)
    own = tuple(rule for rule in rows if measure.id in rule.measures)
    if own or measure.regime != "US":
        return own
    alike = tuple(rule for rule in rows if _plain(rule.authority) == _plain(measure.authority) != "")
    return alike if len({rule.measures for rule in alike}) == 1 else ()


def near_measures(rules: Iterable[ClassRule], measure: Measure) -> tuple[str, ...]:
    """Gives the ids of the measures that rest on an act which a measure's authority names."""
    acts = set(ACT.findall(measure.authority))
    found = (id for rule in rules if acts.intersection(ACT.findall(rule.authority)) for id in rule.measures)
    return tuple(dict.fromkeys(found)) if measure.regime == "US" else ()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
