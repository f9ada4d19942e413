"""The two clocks: reviews where something is reviewed, and what ends by itself."""

from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from assemble import law, made
from briefer import language
from briefer.model.brief import Dossier
from briefer.model.pack import Settings


def section(found: Dossier, settings: Settings = made.SETTINGS) -> html.HtmlElement:
    brief = made.brief(made.pack(as_of=found.as_of, settings=settings), found)
    written = next(one.html for one in brief.sections if one.kind == "calendar")
    return html.fromstring(written.replace("\u00a0", " "))


def rows(found: Dossier, settings: Settings = made.SETTINGS) -> list[list[str]]:
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in section(found, settings).xpath("//table[1]/tbody/tr")
    ]


def test_a_report_of_the_day_and_one_of_the_long_season_are_shown_unasked() -> None:
    assert rows(law.dossier(law.REVIEWED)) == [
        ["31 Mar 2025", "30", "29 Apr 2025", "30 Apr 2025", "12 May 2025", "22 May 2025"],
        ["10 Jul 2025", "60", "7 Sept 2025", "8 Sept 2025", "20 Sept 2025", "30 Sept 2025"],
    ]


def test_after_the_season_has_begun_the_next_one_is_shown() -> None:
    assert rows(law.dossier(law.REVIEWED, day=date(2025, 8, 1)))[1][0].startswith("10 Jul 2026")


def test_the_drafter_may_name_the_days_and_the_day_to_be_free() -> None:
    asked = Settings(reports=(date(2025, 9, 7),), act_on=date(2025, 5, 9))
    assert [row[:2] for row in rows(law.dossier(law.REVIEWED), asked)] == [["7 Sept 2025", "60"]]
    said = section(law.dossier(law.REVIEWED), asked).text_content()
    assert "To be free to act on 9 May 2025, report by 9 April 2025." in said


def test_an_axis_that_begins_within_a_month_says_on_which_day() -> None:
    def ticks(first: date) -> list[str]:
        drawn = section(law.dossier(law.REVIEWED), Settings(reports=(first, date(2025, 7, 10)))).xpath("//svg[1]/text")
        return [one.text for one in drawn if one.get("y") == "4.6"][:2]

    assert ticks(date(2025, 4, 7)) == ["7 Apr", "May"]
    assert ticks(date(2025, 4, 1)) == ["Apr", "May"]
    assert ticks(date(2025, 4, 26)) == ["May", "Jun"]


def test_a_short_bar_keeps_the_number_of_days_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"{count} day": "Tage: {count}"}

    def bars(day: date) -> list[str]:
        return [one for one in section(law.dossier(law.REVIEWED, day=day)).xpath("//svg[1]//text()") if "30" in one]

    assert "30 days" in bars(made.DAY)
    assert "30" in bars(date(2026, 11, 23))
    assert "30 days" not in bars(date(2026, 11, 23))
    monkeypatch.setattr(language, "_counted", lambda _tongue, one, many, _count: texts.get(one, many))
    assert "Tage: 30" in bars(made.DAY)
    assert "30" in bars(date(2026, 11, 23))
    assert "Tage: 30" not in bars(date(2026, 11, 23))


def test_a_day_under_the_new_statute_is_contested() -> None:
    assert "contested" in rows(law.dossier(law.REVIEWED, day=date(2026, 10, 1)))[0][0]


def test_no_review_is_shown_where_nothing_is_reviewed() -> None:
    said = section(law.dossier(law.ALONE))
    assert "Review of a report" not in said.text_content()
    assert not said.xpath("//caption[contains(., 'The same dates')]")


def test_what_ends_by_itself_stands_once_with_who_renews_it() -> None:
    found = section(law.dossier(law.REVIEWED, measures=(law.SWIFT,)))
    lines = [[cell.text_content() for cell in row] for row in found.xpath("//table[last()]/tbody/tr")]
    named = {line[0]: line for line in lines}
    assert len(named) == len(lines)
    assert named["European Union: listed persons"][2:4] == ["Council, unanimous", "15 Sept 2025 partly verified"]
    assert named["Messaging ban"][2:4] == ["–", "31 Jul 2025"]
    assert "Reuters in LBC Group, 14 March 2025" in named["European Union: listed persons"][4]
    assert "United States: emergency of EO 13660 (Ukraine)" in named


def test_what_ends_with_an_act_gives_its_keys_to_the_acts_row() -> None:
    measure = replace(law.SWIFT, sources=("s-eu",))
    found = section(law.dossier(law.REVIEWED, measures=(measure,)))
    (cell,) = found.xpath("//table[last()]/tbody/tr[contains(th, 'Messaging ban')]/td[last()]")
    assert cell.xpath("string(.//a)") == made.pack().keys["s-eu"]


def test_a_measure_that_ends_with_an_act_stands_beside_it() -> None:
    annexed = replace(law.ALONE, designations=(*law.ALONE.designations, law.freeze("EU", "833/2014", "Annex III")))
    found = section(law.dossier(annexed, measures=(law.SWIFT,)))
    heads = [row[0].text_content() for row in found.xpath("//table[last()]/tbody/tr")]
    assert "European Union: sectoral measureswith it: Messaging ban" in heads
    assert "Messaging ban" not in heads


def test_a_listing_with_an_end_of_its_own_has_a_row() -> None:
    lapsing = law.freeze("AU", "Autonomous Sanctions (Russia)", "List", until=made.on("2025-04-06"))
    found = section(law.dossier(replace(law.ALONE, designations=(*law.ALONE.designations, lapsing))))
    assert "Australia: Anna Alone" in found.text_content()


def test_the_figures_say_in_words_what_they_draw() -> None:
    found = section(law.dossier(law.REVIEWED))
    review, lapses = (node.text for node in found.xpath("//*[local-name()='desc']"))
    assert "A report of 31 Mar 2025 is reviewed for 30 days; action is free from 30 Apr 2025" in review
    assert "European Union: listed persons: 15 Sept 2025" in lapses


def test_a_pack_that_nothing_renews_has_no_figure_of_it() -> None:
    bare = replace(law.dossier(), law=replace(law.dossier().law, authorities=()))
    assert not section(bare).xpath("//figure")


def test_what_ran_out_is_said_to_be_unknown_and_no_day_is_computed_for_it() -> None:
    said = " ".join(section(law.dossier(law.REVIEWED, day=date(2026, 11, 23))).text_content().split())
    assert "European Union: listed persons. Stated end 15 Sep" in said
    assert "15 Mar 2027" not in said
    assert "Stated end" not in section(law.dossier(law.REVIEWED)).text_content()


def test_an_emergency_without_an_anniversary_on_record_is_named_under_the_figure() -> None:
    def said(*tags: str) -> str:
        entity = replace(law.ALONE, designations=tuple(made.us(tag, "2014-03-20") for tag in tags))
        return " ".join(section(law.dossier(entity)).text_content().split())

    assert "Not dated here: the emergency of EO 13405 (BELARUS). The anniversary is not in the rulebook" in said(
        "BELARUS", "UKRAINE-EO13661"
    )
    assert "the emergencies of EO 13405 (BELARUS); EO 13850 (VENEZUELA-EO13850)." in said(
        "BELARUS", "VENEZUELA-EO13850"
    )
    assert "Not dated here" not in said("UKRAINE-EO13661")
