"""Whether a listing freezes assets or limits dealings, as its list words it."""

import pytest

from briefer.analysis.freezing import limited, undecided, unplaced
from briefer.model.facts import Designation


@pytest.mark.parametrize(
    ("list_type", "measures", "programme", "said"),
    [
        ("SDN", (), "T", False),
        ("SSI", ("Full blocking",), "T", False),
        ("Annex I", ("Asset freeze",), "269/2014", False),
        ("SSI", (), "T", True),
        ("Annex III", (), "833/2014", True),
        ("Annex III", ("Limits on the capital market",), "", True),
        ("", (), "T", False),
        ("", (), "RUSSIA-EO14024", False),
        ("", ("Executive Order 14059 Non-blocking",), "T", True),
        ("Non-SDN Menu-Based Sanctions List", ("Directive 3",), "T", True),
    ],
)
def test_words_of_freezing_go_before_the_name_of_the_list(
    list_type: str, measures: tuple[str, ...], programme: str, said: bool
) -> None:
    assert limited(Designation(regime="US", programme=programme, list_type=list_type, measures=measures)) is said


CONS = "ofac-cons@2025-03-28#1"
DIRECTIVE = "Executive Order 14024 Directive 3"


@pytest.mark.parametrize(
    ("regime", "list_type", "programme", "measures", "origin", "said"),
    [
        ("US", "", "RUSSIA-EO14024", (), "ftm@2025-01-01#1", True),
        ("US", "", "RUSSIA-EO14024", ("RUSSIA-EO14024",), "", True),
        ("US", "", "RUSSIA-EO14024", ("RUSSIA-EO14024", "Block"), "", False),
        ("US", "", "RUSSIA-EO14024", (DIRECTIVE,), "ftm@2025-01-01#1", False),
        ("US", "", "RUSSIA-EO14024", (DIRECTIVE,), CONS, True),
        ("US", "", "SYRIA", (), CONS, True),
        ("US", "", "RUSSIA-EO14024", (), "ofac-sdn@2025-03-28#1", False),
        ("US", "", "SDGT", (), "ftm@2025-01-01#1", False),
        ("US", "SDN", "RUSSIA-EO14024", (), CONS, False),
        ("US", "NS-MBS", "RUSSIA-EO14024", (DIRECTIVE,), CONS, False),
        ("US", "SSI", "UKRAINE-EO13662", (), CONS, False),
        ("EU", "", "269/2014", (), "", False),
    ],
)
def test_a_tag_whose_list_is_not_stated_is_open_unless_a_measure_decides(
    regime: str, list_type: str, programme: str, measures: tuple[str, ...], origin: str, said: bool
) -> None:
    item = Designation(regime=regime, programme=programme, list_type=list_type, measures=measures, origin=origin)
    assert undecided(item) is said
    assert not (said and limited(item))


def test_a_tag_that_another_list_places_is_not_open() -> None:
    bare = Designation(regime="US", programme="RUSSIA-EO14024", origin=CONS)
    beside = Designation(regime="US", programme="UKRAINE-EO13662", list_type="SSI")
    blocked = Designation(regime="US", programme="RUSSIA-EO14024", list_type="SDN")
    assert unplaced((bare, beside)) == (bare,)
    assert unplaced((bare, beside, blocked)) == ()
