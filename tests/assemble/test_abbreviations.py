"""Abbreviations spelled out at the end."""

from briefer.assemble.abbreviations import spelled, used


def test_only_abbreviations_that_stand_as_words_of_their_own_are_met() -> None:
    found = used('<p title="SDN">OFAC lists it; UKRAINE-EO13661 is a tag, EO\u00a013661 an order.</p>')
    assert [word for word, _said in spelled(found)] == ["EO", "OFAC"]
    assert spelled(()) == ()
