"""Programmes asked for by their tags alone."""

from datetime import date
from pathlib import Path

import pytest

from briefer.model.errors import BadCall
from briefer.service import Briefer

DAY = date(2025, 3, 31)


def test_tags_are_answered_in_the_order_asked_once_each_and_without_a_library(tmp_path: Path) -> None:
    found = Briefer(tmp_path / "none.sqlite").relief_of_tags(("269/2014", "russia-eo14024", "269/2014"), DAY)
    assert [each.tag for each in found] == ["269/2014", "RUSSIA-EO14024"]
    assert not (tmp_path / "none.sqlite").exists()


@pytest.mark.parametrize(
    ("tag", "says"),
    [
        ("RUSSIA-EO14042", "knows no tag “RUSSIA-EO14042”; say RUSSIA-EO14024, RUSSIA-EO14065."),
        ("UKRAINE", "say SECO-UKRAINE, UKRAINE-EO13660, UKRAINE-EO13661, UKRAINE-EO13662, UKRAINE-EO13685."),
        ("EO14", "ILLICIT-DRUGS-EO14059 …."),
        ("QQQ", "write it as the list prints it"),
    ],
)
def test_an_unknown_tag_is_told_with_near_ones(tag: str, says: str) -> None:
    with pytest.raises(BadCall) as refused:
        Briefer().relief_of_tags((tag,), DAY)
    assert says in str(refused.value)


def test_a_tag_that_has_no_row_on_the_day_says_when_it_has() -> None:
    with pytest.raises(BadCall, match="on 2020-01-01; its rows hold from 2021-04-15 to 2026-09-17 and from 2026-09-18"):
        Briefer().relief_of_tags(("RUSSIA-EO14024",), date(2020, 1, 1))


def test_an_office_s_own_rows_answer_and_say_so(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[programme]]\ntag = "OUR-EO1"\nregime = "US"\ntitle = "Ours"\nauthority = "EO 1"\ncitation = "Our file"\n'
        'confidence = "partly"\n',
        encoding="utf-8",
    )
    (found,) = Briefer().relief_of_tags(("OUR-EO1",), DAY, overlay=own)
    assert (found.overlay, found.klass) == (True, "unknown")
