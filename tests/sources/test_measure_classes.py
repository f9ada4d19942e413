"""Classes of measures."""

from briefer.sources.measure_classes import classes


def test_a_measure_is_classified_however_it_is_worded() -> None:
    worded = (
        'Shipping sanctions: (see "Other information")',
        'Shipping & Trade Sanctions: see "Other Information"',
        "Correspondent Banking Sanctions and processing payments",
        "Prohibition on correspondent banking and clearing",
        "Something new",
    )
    assert classes(worded) == ("shipping", "correspondent-banking")
