"""The rulebook knows every tag that a list prints, and refuses rows that cannot be relied on."""

import csv
import io
import os
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import etree

from briefer import rulebook
from briefer.model.errors import BadData
from briefer.model.facts import Confidence
from briefer.model.law import REGIMES

GOOD = """
[[programme]]
tag = "TEST"
regime = "US"
title = "A test"
authority = "An order"
valid_from = 2020-01-01
valid_to = 2020-12-31
citation = "1 USC 1"
confidence = "verified"
"""


@pytest.fixture
def own(tmp_path):
    def write(text: str) -> Path:
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def fault(path: Path) -> str:
    with pytest.raises(BadData) as found:
        rulebook.programmes(path)
    return str(found.value)


def test_the_shipped_rows_load_sorted_and_once():
    rows = rulebook.programmes()
    assert [row.tag for row in rows] == sorted(row.tag for row in rows)
    assert rulebook.programmes() is rows


def test_every_row_names_its_place_and_has_a_digest_of_its_own():
    rows = rulebook.programmes()
    assert all(re.fullmatch(r"programmes\.toml, row \d+", row.row) for row in rows)
    assert len({row.row for row in rows}) == len({row.digest for row in rows}) == len(rows)
    assert not any(row.overlay for row in rows)


def test_every_verified_row_is_cited():
    assert all(row.citation for row in rulebook.programmes() if row.confidence is not Confidence.TO_BE_VERIFIED)


def test_the_rows_of_the_regimes_that_the_sample_uses_are_there():
    tags = {row.tag: row.regime for row in rulebook.programmes()}
    assert tags["269/2014"] == tags["833/2014"] == "EU"
    assert (tags["Russia"], tags["SOR/2014-58"], tags["Autonomous Sanctions (Russia)"]) == ("UK", "CA", "AU")
    assert set(tags.values()) <= set(REGIMES)


@pytest.mark.parametrize(
    ("tag", "authority"),
    [
        ("RUSSIA-EO14024", "EO 14024"),
        ("UKRAINE-EO13661", "EO 13661"),
        ("CAATSA - RUSSIA", "CAATSA"),
        ("SSIDES", "SSIDES"),
        ("MAGNIT", "PL 112-208"),
        ("GLOMAG", "EO 13818"),
        ("PEESA-EO14039", "EO 14039"),
        ("BELARUS-EO14038", "EO 14038"),
    ],
)
def test_a_tag_leads_to_its_authority(tag, authority):
    found = rulebook.find(rulebook.programmes(), tag, date(2025, 3, 31))
    assert found is not None
    assert found.authority.startswith(authority)


def test_the_ukraine_act_is_not_mistaken_for_syria_or_south_sudan():
    found = rulebook.find(rulebook.programmes(), "SSIDES", date(2025, 3, 31))
    assert found is not None
    assert "Ukraine" in found.title
    assert found.parts == "31 CFR part 589"


def test_from_the_new_statute_on_the_order_of_2021_is_no_longer_certain():
    rows = rulebook.programmes()
    change = date(2026, 9, 18)
    before = rulebook.find(rows, "RUSSIA-EO14024", change - timedelta(days=1))
    after = rulebook.find(rows, "RUSSIA-EO14024", change)
    assert before is not None
    assert after is not None
    assert before.confidence is Confidence.VERIFIED
    assert after.confidence is Confidence.TO_BE_VERIFIED
    assert "119-111" in after.authority


def test_the_pipeline_act_is_not_held_to_be_in_force_after_its_sunset():
    rows = rulebook.programmes()
    before = rulebook.find(rows, "PEESA", date(2024, 12, 20))
    after = rulebook.find(rows, "PEESA", date(2024, 12, 21))
    assert before is not None
    assert after is not None
    assert "lapsed" in after.authority
    assert "lapsed" not in before.authority


def test_a_tag_is_unknown_before_its_order_and_where_no_row_names_it():
    rows = rulebook.programmes()
    assert rulebook.find(rows, "RUSSIA-EO14024", date(2021, 4, 14)) is None
    assert rulebook.find(rows, "russia-eo14024", date(2025, 3, 31)) is None


def test_an_office_adds_rows_and_replaces_the_rows_of_a_tag(own):
    text = GOOD + GOOD.replace("TEST", "PEESA")
    rows = rulebook.programmes(own(text))
    assert rulebook.find(rows, "TEST", date(2020, 6, 1)) is not None
    for day, title in ((date(2020, 6, 1), "A test"), (date(2019, 12, 31), "Protecting Europe’s Energy Security Act")):
        found = rulebook.find(rows, "PEESA", day)
        assert found is not None
        assert found.title == title
    assert [row.row.endswith("own.toml, row 1") for row in rows if row.tag == "TEST"] == [True]
    assert {row.tag for row in rows if row.overlay} == {"TEST", "PEESA"}


def test_the_digest_follows_the_content_and_not_the_place(own):
    [first] = [row for row in rulebook.programmes(own(GOOD)) if row.tag == "TEST"]
    rulebook.load.cache_clear()
    [moved] = [row for row in rulebook.programmes(own(GOOD.replace("TEST", "OTHER") + GOOD)) if row.tag == "TEST"]
    rulebook.load.cache_clear()
    [edited] = [row for row in rulebook.programmes(own(GOOD.replace("1 USC 1", "1 USC 2"))) if row.tag == "TEST"]
    assert first.row != moved.row
    assert first.digest == moved.digest != edited.digest


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("title =", "titel ="), "the key “titel” is not known"),
        (('authority = "An order"', ""), "authority"),
        (('authority = "An order"', 'authority = ""'), "authority is empty"),
        (('"US"', '"XX"'), "the regime “XX” is not known"),
        (('"verified"', '"certain"'), "certain"),
        (('citation = "1 USC 1"', ""), "without a citation"),
        (("2020-12-31", "2019-12-31"), "valid_to lies before valid_from"),
        (("2020-12-31", "'soon'"), "date"),
    ],
)
def test_a_bad_row_is_refused_by_file_and_row(own, change, said):
    message = fault(own(GOOD.replace(*change)))
    assert "own.toml, row 1" in message
    assert said.lower() in message.lower()


def test_an_uncited_row_may_stand_as_to_be_verified(own):
    text = GOOD.replace('"verified"', '"to be verified"').replace('citation = "1 USC 1"', "")
    assert rulebook.find(rulebook.programmes(own(text)), "TEST", date(2020, 6, 1)) is not None


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (("2021-01-01", "2021-12-31"), None),
        (("2020-12-31", "2021-12-31"), "overlaps"),
        (("2020-01-01", "2021-12-31"), "repeats"),
    ],
)
def test_two_rows_of_a_tag_follow_one_another(own, second, said):
    later = GOOD.replace("2020-01-01", "FROM").replace("2020-12-31", second[1]).replace("FROM", second[0])
    path = own(GOOD + later)
    if said is None:
        assert len([row for row in rulebook.programmes(path) if row.tag == "TEST"]) == 2
    else:
        assert said in fault(path)
        assert "row 2" in fault(path)


def test_a_row_without_an_end_lets_no_later_one_follow(own):
    later = GOOD.replace("2020-01-01", "2022-01-01").replace("2020-12-31", "2022-12-31")
    assert "overlaps" in fault(own(GOOD.replace("valid_to = 2020-12-31", "") + later))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tag = ", "cannot be read as TOML"),
        ('other = "x"', "“other” is no table of the rulebook"),
        ("programme = 1", "“programme” is no table of the rulebook"),
        ("programme = [1]", "row 1"),
    ],
)
def test_a_file_of_another_shape_is_refused(own, text, said):
    assert said in fault(own(text))


def test_a_missing_file_is_named(tmp_path):
    assert "gone.toml" in fault(tmp_path / "gone.toml")


LISTS = os.environ.get("BRIEFER_LISTS", "")


def printed() -> set[str]:
    """Every programme tag that an OFAC file prints on a record."""
    tags: set[str] = set()
    for path in sorted(Path(LISTS, "ofac").rglob("sdn.csv")):
        for row in csv.reader(io.StringIO(path.read_text(encoding="latin-1"))):
            if len(row) > 3:
                tags |= {tag.strip() for tag in re.split(r"\]\s*\[", row[3])}
    for path in sorted(Path(LISTS, "ofac").glob("*.xml")):
        for _, element in etree.iterparse(path):
            name = etree.QName(element).localname
            measure = name == "SanctionsMeasure" and element.get("SanctionsTypeID") == "1"
            if name in {"program", "sanctionsProgram"}:
                tags.add(element.text.strip())
            elif measure:
                tags |= {child.text.strip() for child in element if etree.QName(child).localname == "Comment"}
    return tags


@pytest.mark.skipif(not LISTS, reason="BRIEFER_LISTS names no folder with the real list files")
def test_every_tag_that_a_real_list_prints_has_a_row():
    known = {row.tag for row in rulebook.programmes()}
    found = printed()
    assert len(found) > 70
    assert found - known == set()
