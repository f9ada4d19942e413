"""Of a person's name in a box the given names are cut before the surname; a company's name is cut at its end."""

import pytest

from briefer.analysis.ownership_labels import LINE, LINES, lines

PERSONS = (
    ("Oleg Vladimirovich Deripaska", ("Oleg", "Vladimirovich", "Deripaska")),
    ("Anna Alone", ("Anna Alone",)),
    ("DERIPASKA, Oleg Vladimirovich", ("DERIPASKA, Oleg", "Vladimirovich")),
    ("Patriarch Kirill (Vladimir Gundyayev)", ("Patriarch Kirill", "(Vladimir", "Gundyayev)")),
    (
        "Maximilian Bartholomew Konstantinovich Rimsky-Korsakov",
        ("Maximilian", "Bartholomew K.", "Rimsky-Korsakov"),
    ),
    (
        "ABDULRAHMANOV-KONSTANTINOV, Maximilian Bartholomew Konstantinovich Valentinovich",
        ("Maximilian B. K.", "V. ABDULRAHMANOV-", "KONSTANTINOV"),
    ),
)


@pytest.mark.parametrize(("name", "wanted"), PERSONS, ids=[row[0] for row in PERSONS])
def test_a_persons_surname_is_kept(name: str, wanted: tuple[str, ...]) -> None:
    assert lines(name, person=True) == wanted


def test_a_surname_that_is_too_long_alone_is_cut_last() -> None:
    name = " ".join(["Maria", "-".join(["Konstantinopolskaya"] * 4)])
    said = lines(name, person=True)
    assert len(said) <= LINES
    assert all(len(line) <= LINE for line in said)


def test_a_companys_name_is_cut_at_its_end() -> None:
    assert lines("Management Company of the Russian Direct Investment Fund", person=False) == (
        "Management",
        "Company of the",
        "Russian Direct …",
    )
    assert lines("", person=False) == ()
    assert lines("", person=True) == ()
