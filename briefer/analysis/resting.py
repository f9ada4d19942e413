"""On which acts a reason or a listing rests: those that the rulebook names, an order beside its directive."""

from datetime import date

from briefer.analysis.force import start_known
from briefer.analysis.index import Index
from briefer.model.facts import Designation
from briefer.model.law import ClassRule
from briefer.model.relief import Reason

HOME = "US"


def acts(id: str, reason: Reason, known: Index) -> frozenset[str]:
    """Gives the ids of the acts beneath one reason of the entity or measure `id`.

    What rests on a directive (“EO 13662 Directive 1”) also rests on its order.
    """
    rules = known.rules.get(reason.programme, ()) if reason.programme else _of_measure(id, known)
    named = {name for rule in rules if _made(rule, reason) for name in rule.authorities}
    return frozenset(named | {name.partition(" Directive ")[0] for name in named})


def _of_measure(id: str, known: Index) -> tuple[ClassRule, ...]:
    """Gives the rules that may have made a measure's reason; one without a row of its id goes by its authority."""
    return known.measures.get(id) or tuple(dict.fromkeys(rule for rules in known.measures.values() for rule in rules))


def before_its_act(item: Designation, known: Index) -> date | None:
    """Gives the day of the order or act of a listing where it is later than the index's; a stated start abroad counts.

    Nothing is in force before its order; abroad a list may date a listing from the law before the present one.
    """
    if item.regime != HOME and start_known(item):
        return None
    return known.later.get((item.regime, item.programme))


def _made(rule: ClassRule, reason: Reason) -> bool:
    """Says whether a reason comes from a rule."""
    return (rule.klass, rule.reason, rule.limb, rule.part) == (reason.klass, reason.why, reason.limb, reason.part)
