"""On which acts a reason rests: those that the rulebook's rule for it names, an order beside its directive."""

from briefer.analysis.index import Index
from briefer.model.law import ClassRule
from briefer.model.relief import Reason


def acts(id: str, reason: Reason, known: Index) -> frozenset[str]:
    """Gives the ids of the acts beneath one reason of the entity or measure `id`.

    What rests on a directive (“EO 13662 Directive 1”) also rests on its order.
    """
    rules = known.rules.get(reason.programme, ()) if reason.programme else known.measures.get(id, ())
    named = {name for rule in rules if _made(rule, reason) for name in rule.authorities}
    return frozenset(named | {name.partition(" Directive ")[0] for name in named})


def _made(rule: ClassRule, reason: Reason) -> bool:
    """Says whether a reason comes from a rule."""
    return (rule.klass, rule.reason, rule.limb, rule.part) == (reason.klass, reason.why, reason.limb, reason.part)
