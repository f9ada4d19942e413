"""On which acts a reason rests."""

from briefer import rulebook
from briefer.analysis.index import index
from briefer.analysis.reasons import of_designations, of_measure
from briefer.analysis.resting import acts
from tests.analysis.optioned import BANK, DAY, LIMITS, STRANGE

KNOWN = index(rulebook.load(), DAY)


def test_a_directive_rests_on_its_order_too() -> None:
    found = [acts(BANK.id, reason, KNOWN) for reason in of_designations(BANK.id, BANK.designations, KNOWN)]
    assert found == [
        {"EO 13662", "EO 13662 Directive 1"},
        {"EO 14024", "EO 14024 Directive 3"},
    ]


def test_a_measure_rests_on_the_acts_of_its_own_rule_and_what_has_no_rule_on_none() -> None:
    [limits] = of_measure(LIMITS, KNOWN)
    assert {"CAATSA", "EO 13662"} <= acts(LIMITS.id, limits, KNOWN)
    [strange] = of_designations(STRANGE.id, STRANGE.designations, KNOWN)
    assert acts(STRANGE.id, strange, KNOWN) == frozenset()
