"""Where the allies stand."""

from dataclasses import replace
from datetime import date

import pytest

from assemble import made
from assemble.made import one, said, tree
from briefer import language, rulebook
from briefer.model.facts import Absence, Confidence, Designation, Measure, PartialDate, Possible


def test_the_allies_show_listed_limited_searched_and_unknown_apart() -> None:
    rows = tree("allies").xpath("//table[1]/tbody/tr")
    cells = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    assert cells[0][1:5] == [
        "◆ 6 Apr 2022Order 1, Order 2", "◆ 21 Jul 2022to 15 Sept 2025 partly verified", "–", "?",
    ]  # fmt: skip
    assert cells[2][1] == "■ 29 Jul 2014Order 1"


def test_an_act_with_several_measures_names_the_later_dates_and_the_limits_beside_a_freeze() -> None:
    sdn, debt = made.us("TAG-ONE"), made.us("TAG-ONE", "2022-02-24", list_type="SSI", measures=("No new debt",))
    more = replace(debt, origin="other", start=made.on("2022-02-28"), confidence=Confidence.TO_BE_VERIFIED)
    cell = "string(//table[1]/tbody/tr[1]/td[1])"
    limited = tree("allies", **one(replace(made.BANK, designations=(debt, more)))).xpath(cell)
    assert limited == "■ 24 Feb 2022further, 28 Feb 2022 to be verified"
    frozen = tree("allies", **one(replace(made.BANK, designations=(sdn, debt)))).xpath(cell)
    assert frozen == "◆ 6 Apr 2022limits, 24 Feb 2022"
    barred = made.us("TAG-ONE", "2022-03-01", list_type="Sanctions list", measures=("Correspondent banking ban",))
    earlier = tree("allies", **one(replace(made.BANK, designations=(sdn, barred)))).xpath(cell)
    assert earlier == "◆ 6 Apr 2022limits, 1 Mar 2022"
    days = (replace(debt, start=made.on(f"2022-03-0{day}"), programme="TAG-ONE") for day in range(1, 6))
    many = tree("allies", **one(replace(made.BANK, designations=(debt, *days)))).xpath(cell)
    assert many == "■ 24 Feb 2022further, 1 Mar 2022, 2 Mar 2022, 3 Mar 2022 and 2 more"


def test_acts_under_which_an_entry_stands_alike_share_a_line() -> None:
    undated = (made.us("TAG-ONE", None), made.us("TAG-TWO", None))
    cell = "string(//table[1]/tbody/tr[1]/td[1])"
    assert tree("allies", **one(replace(made.PERSON, designations=undated))).xpath(cell) == "◆ no dateOrder 1, Order 2"


def test_of_few_regimes_each_takes_what_no_name_needs() -> None:
    found = tree("allies", **one(replace(made.PERSON, designations=(made.us("TAG-ONE"),))))
    name, *columns = [float(style[6:-2]) for style in found.xpath("//table[1]/colgroup/col/@style")]
    assert name == 60
    assert name + sum(columns) == 168


def test_a_line_beneath_says_what_a_us_easing_alone_would_leave() -> None:
    rows = tree("allies").xpath("//table[1]/tbody/tr[@class='left']")
    assert [row.xpath("string(th)") for row in rows] == ["A US easing alone leaves"] * 2
    assert [row.xpath("string(td)") for row in rows] == [
        "EU asset freeze to 15 Sept 2025",
        "CA asset freeze, end not known",
    ]


def test_regimes_of_no_list_are_told_in_a_line_whatever_the_words_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"no list": "keine Liste"}
    monkeypatch.setattr(language, "_said", lambda _tongue, text: texts.get(text, text))
    found = tree("allies")
    heads = len(found.xpath("//table[1]/thead//th"))
    line = found.xpath("string(//p[@class='note'])")
    monkeypatch.undo()
    assert len(tree("allies").xpath("//table[1]/thead//th")) == heads
    assert tree("allies").xpath("string(//p[@class='note'])") == line
    assert "Australia" in line
    alone = {"entities": (made.PERSON,)}
    monkeypatch.setattr(language, "_said", lambda _tongue, text: texts.get(text, text))
    assert "keine Liste" in said("allies", **alone)


def test_regimes_that_keep_the_same_stand_together() -> None:
    others = (("EU", "2025-07-31"), ("CA", ""), ("AU", ""), ("JP", ""))
    held = tuple(
        Designation(
            regime=code,
            programme="833/2014" if code == "EU" else "X",
            start=made.on("2022-01-01"),
            until=made.on(end) if end else None,
        )
        for code, end in others
    )
    rows = tree("allies", **one(replace(made.PERSON, designations=(made.us("X"), made.eu(), *held))))
    assert rows.xpath("string(//tr[@class='left']/td)") == (
        "EU asset freeze to 15 Sept 2025 and limits to 31 Jul 2025; CA, AU and JP asset freeze, end not known"
    )


def test_nothing_found_is_said_only_of_what_was_searched() -> None:
    alone = tree("allies", **one(replace(made.PERSON, designations=(made.us("X"),))))
    assert (
        alone.xpath("string(//tr[@class='left']/td)") == "nothing found in UK; EU, UN, CH, CA, AU, JP and UA not known"
    )
    bare = replace(made.PERSON, designations=(made.us("X"),), absences=())
    assert "nothing found" not in said("allies", **one(bare))


def test_an_undecided_proposal_shows_as_possible() -> None:
    maybe = Possible(entity="ofac-1", record="ofac-1", id="ca-7", caption="I.", score=81, regimes=("CA",))
    found = tree("allies", possible=(maybe,))
    assert found.xpath("string(//table[1]/tbody/tr[1]/td[4])") == "○ ca-7"
    assert "CA possibly, undecided" in found.xpath("string(//tr[@class='left']/td)")
    assert "an entry may be the same" in found.xpath("string(//p[@class='note'])")


def test_the_act_stands_in_the_head_where_a_regime_has_one_and_in_the_cells_where_it_has_more() -> None:
    heads = {one.text: one.xpath("string(span)") for one in tree("allies").xpath("//table[1]/thead/tr/th")}
    assert heads["EU"] == "Council of the European Union"
    assert heads["US"] == ""


def test_an_imported_list_alone_proves_no_absence() -> None:
    rows = tree("allies").xpath("//table[1]/tbody/tr[5]/td")
    assert [cell.text_content() for cell in rows] == ["?"] * 4
    assert "United Nations, Switzerland, Australia, Japan, Ukraine no list was imported." in said("allies")


def test_a_regime_beyond_the_nine_stands_where_it_lists_a_pick() -> None:
    person = replace(made.PERSON, designations=(Designation(regime="NZ", programme="X", start=made.on("2022-01-01")),))
    assert "NZ New Zealand" in said("allies", **one(person))


def test_a_pack_of_searches_alone_says_what_was_found_nowhere() -> None:
    codes = ("EU", "UK", "UN", "CH", "CA", "AU", "JP", "UA")
    searched = tuple(Absence(regime=code) for code in codes)
    found = tree("allies", **one(replace(made.PERSON, designations=(made.us("X"),), absences=searched)))
    assert found.xpath("string(//tr[@class='left']/td)") == "nothing found in EU, UK, UN, CH, CA, AU, JP and UA"


def test_every_regime_dated_still_fits_the_page() -> None:
    codes = ("US", "EU", "UK", "UN", "CH", "CA", "AU", "JP", "UA")
    held = tuple(Designation(regime=code, programme="X", start=made.on("2022-10-10")) for code in codes)
    allies = tree("allies", **one(replace(made.PERSON, designations=held)))
    widths = [float(style[6:-2]) for style in allies.xpath("//table[1]/colgroup/col/@style")]
    assert sum(widths) == 168
    assert min(widths) >= 15


def test_lists_for_which_the_page_has_no_column_are_told_in_a_line() -> None:
    codes = ("US", "EU", "UK", "UN", "CH", "CA", "AU", "JP", "BE", "FR")
    held = tuple(Designation(regime=code, programme="X", start=made.on("2022-10-10")) for code in codes)
    allies = tree("allies", **one(replace(made.PERSON, designations=held)))
    heads = [head.text for head in allies.xpath("//table[1]/thead//th")]
    assert (len(heads), heads[-1]) == (10, "UA")
    assert "too, told on the entity sheets: Belgium, France." in allies.xpath("string(//p[@class='note'])")


def test_a_measure_that_names_an_entry_stands_in_its_line_with_its_doubt() -> None:
    swift = replace(made.MEASURES[1], entities=("ofac-1",))
    found = tree("allies", measures=(swift,)).xpath("string(//tr[@class='left']/td)")
    assert found.startswith("EU asset freeze to 15 Sept 2025 and measure “Payment messaging ban” (partly verified)")


def test_a_regime_without_measures_on_the_subject_has_none_and_the_note_says_on_what_it_rests() -> None:
    law = rulebook.load()
    found = tree("allies", law=law, **one(replace(made.PERSON, designations=(made.us("RUSSIA-EO14024"),), absences=())))
    assert found.xpath("string(//table[1]/tbody/tr[1]/td[4])") == "none exist"
    note = " ".join(found.xpath("string(//p[@class='note'])").split())
    assert "none exist No United Nations measures on Russia (UN Charter, Arts. 23 and 27 (veto); Security" in note
    assert "none exist in UN" in found.xpath("string(//tr[@class='left']/td)")


def test_a_measure_without_an_end_of_its_own_has_that_of_its_act() -> None:
    british = replace(made.MEASURES[1], regime="UK", authority="SI 2019/855, reg. 18A", until=None)
    assert "no end stated" in tree("allies", law=rulebook.load(), measures=(british,)).xpath("string(//table[2]/tbody)")


def test_measures_abroad_stand_with_the_allies() -> None:
    assert "Payment messaging ban partly verified" in made.text_of("allies")


def test_a_measure_whose_stated_end_has_passed_says_what_followed() -> None:
    def ends(until: str, authority: str) -> str:
        passed = replace(made.MEASURES[1], authority=authority, until=made.on(until))
        return str(tree("allies", law=rulebook.load(), measures=(passed,)).xpath("string(//table[2]/tbody)"))

    assert "stated end 31 Jan 2025; renewed to 31 Jul" in ends("2025-01-31", "Regulation (EU) No 833/2014")
    assert "stated end 2 Feb 2025; no renewal on record" in ends("2025-02-02", "Another act")
    assert "stated end" not in ends("2025-07-31", "Regulation (EU) No 833/2014")


def test_what_a_us_easing_leaves_names_the_end_that_has_passed() -> None:
    passed = Designation(regime="EU", programme="X", start=made.on("2022-01-01"), until=made.on("2025-02-02"))
    person = replace(made.PERSON, designations=(made.us("RUSSIA-EO14024"), passed))
    left = str(tree("allies", **one(person)).xpath("string(//tr[@class='left']/td)"))
    assert left.startswith("EU asset freeze, stated end 2 Feb 2025; no renewal on record")


def test_an_end_after_a_start_known_by_its_month_prints_the_month() -> None:
    april = PartialDate(text="2022-04", earliest=date(2022, 4, 1), latest=date(2022, 4, 30))
    frozen = Designation(regime="AU", programme="AU-RUSSIA", start=april, measures=("Asset freeze",))
    held = (made.us("RUSSIA-EO14024"), frozen)
    found = tree("allies", law=rulebook.load(), **one(replace(made.PERSON, designations=held)))
    text = " ".join(str(found.xpath("string()")).split())
    assert "Apr 2022" in text
    assert "to Apr 2025" in text
    assert str(found.xpath("string(//tr[@class='left']/td)")).startswith("AU asset freeze to Apr 2025")
    assert "30 Apr" not in text
    assert "1 Apr" not in text


def test_a_measure_that_a_second_act_carries_has_a_line_for_each() -> None:
    reserves = Measure(
        id="measure-eu-reserves",
        title="Reserves immobilised",
        regime="EU",
        authority="Regulation (EU) No 833/2014, Art. 5a(4)",
        start=made.on("2022-02-28"),
        until=made.on("2026-07-31"),
    )
    rows = tree("allies", law=rulebook.load(), measures=(reserves,), as_of=date(2026, 3, 1)).xpath(
        "//table[2]/tbody/tr"
    )
    said = [" ".join(row.text_content().split()) for row in rows]
    assert len(said) == 2
    assert "31 Jul 2026" in said[0]
    assert "2025/2600" in said[1]
    assert "no end stated" in said[1]
    before = tree("allies", law=rulebook.load(), measures=(reserves,)).xpath("//table[2]/tbody/tr")
    assert len(before) == 1
