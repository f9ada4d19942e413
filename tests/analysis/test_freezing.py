"""Whether a listing freezes assets or limits dealings, as its list words it."""

import pytest

from briefer.analysis.freezing import limited
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
    ],
)
def test_words_of_freezing_go_before_the_name_of_the_list(
    list_type: str, measures: tuple[str, ...], programme: str, said: bool
) -> None:
    assert limited(Designation(regime="US", programme=programme, list_type=list_type, measures=measures)) is said
