"""What each entry takes: classes with every reason, and what is said once for all of them."""

from dataclasses import replace
from datetime import date

from lxml import html

from assemble import law, made
from briefer.model.brief import Dossier
from briefer.model.facts import Confidence, Measure


def section(found: Dossier) -> html.HtmlElement:
    brief = made.brief(made.pack(as_of=found.as_of), found)
    found = next(one.html for one in brief.sections if one.kind == "relief")
    return html.fromstring(found.replace("\u00a0", " "))


def text(found: Dossier) -> str:
    return " ".join(section(found).text_content().split())


def test_the_strictest_tag_decides_and_every_tag_is_shown_with_its_class() -> None:
    cells = section(law.dossier(law.REVIEWED)).xpath("//table[@class='relief']/tbody/tr[2]/*")
    said = [" ".join(cell.text_content().split()) for cell in cells]
    assert said[0] == "Ivan Reviewedofac-1"
    assert said[1] == "BReview"
    assert said[2] == "BUKRAINE-EO13661ARUSSIA-EO14024"
    assert said[3] == "EU to 15 Sept 2025UK, no end stated"


def test_each_reason_stands_once_by_class_with_each_actor_and_his_instruments() -> None:
    other = replace(law.ALONE, id="ofac-6", caption="Second Alone")
    bodies = section(law.dossier(law.REVIEWED, law.ALONE, other)).xpath("//table[@class='reasons']/tbody")
    easy, hard = ([" ".join(row.text_content().split()) for row in body] for body in bodies)
    assert easy[0].startswith(
        "AExecutiveTreasury (OFAC); State, with Treasury, for listings that State made: delisting."
    )
    assert "President: amending or revoking an executive order." in easy[0]
    assert hard[0].startswith("BReviewPresident reports; then Treasury (OFAC)")
    assert "Treasury (OFAC): specific licence, general licence." in hard[0]
    assert [len(easy), len(hard)] == [2, 2]
    assert easy[1].startswith("RUSSIA-EO14024EO 14024 of 15 April 2021")


def test_ways_of_one_class_say_what_each_holds_and_what_ends_it_first() -> None:
    directive = law.freeze("US", "RUSSIA-EO14024", "NS-MBS", measures=("Directive 3",))
    limited = replace(law.ALONE, designations=(*law.ALONE.designations, directive))
    ban = Measure(id="measure-new-investment", title="Investment ban", regime="US", authority="EO 14071")
    found = section(law.dossier(limited, law.REVIEWED, measures=(ban,)))
    heads = [row.xpath("string(th/b)") for row in found.xpath("//table[@class='reasons']//tr[@class='group']")]
    assert heads == [
        "Listings, ended in the first place by delisting",
        "Limits by directive, ended in the first place by amending or rescinding a directive or determination",
        "Measures that list nobody, ended in the first place by amending or revoking an executive order",
        "",
    ]


def test_what_the_reasons_of_one_way_share_is_said_once_and_what_is_their_own_beside_the_tag() -> None:
    both = replace(
        law.REVIEWED,
        designations=tuple(
            law.freeze("US", "UKRAINE-EO13662", "SSI", measures=(f"Directive {number}",)) for number in (1, 2)
        ),
    )
    head, *rows = section(law.dossier(both)).xpath("//table[@class='reasons']/tbody/tr")
    kept = "22 USC 9522 keeps the order in force"
    assert kept in head.text_content()
    assert [row[2].text.strip() for row in rows] == ["New debt over 14 days and new equity.", "New debt over 60 days."]
    assert not any(kept in row.text_content() for row in rows)


def test_what_is_doubtful_of_an_entry_stands_with_the_entry_and_tags_alike_stand_together() -> None:
    note = "Tag as in a list of 2023; the date is to be verified."
    doubtful = replace(
        law.REVIEWED,
        designations=tuple(
            law.freeze("US", "RUSSIA-EO14024", *said, confidence=Confidence.TO_BE_VERIFIED, note=note)
            for said in (("SDN",), ("Directives 2 and 3",))
        ),
    )
    cell = section(law.dossier(doubtful)).xpath("//table[@class='relief']/tbody/tr[2]/td[2]")[0]
    assert cell.text_content() == "ARUSSIA-EO14024 itself, Directive 2, Directive 3Its date is to be verified."


def test_a_rule_that_is_doubtful_for_one_listing_alone_is_marked_at_the_listing() -> None:
    late = replace(law.REVIEWED, designations=(made.us("UKRAINE-EO13661", "2018-04-06"),))
    found = section(law.dossier(late))
    assert "verified" not in found.xpath("//table[@class='reasons']")[0].text_content()
    assert "UKRAINE-EO13661 partly verified" in found.xpath("//table[@class='relief']")[0].text_content()
    [sheet] = [one for one in made.brief(made.pack(), law.dossier(late)).sheets if one.name == "Relief"]
    [row] = [dict(zip([column.header for column in sheet.columns], row, strict=True)) for row in sheet.rows]
    assert (row["Confidence of the rule"], row["Confidence for this entry"]) == ("verified", "partly verified")


def test_a_measure_stands_by_its_name_and_what_has_to_be_done_as_well_is_said() -> None:
    found = section(law.dossier(measures=(law.OIL,)))
    reason = " ".join(found.xpath("//table[@class='reasons']/tbody")[0].text_content().split())
    assert "as well: revoking the import part of EO 14066. Congress: repeal or amendment of the statute." in reason
    assert "Oil import ban" in reason
    assert "Revoking the import part of EO 14066" in text(law.dossier(measures=(law.OIL,)))


def test_conditions_stand_by_the_tags_that_they_bear_on() -> None:
    sector = replace(law.ALONE, designations=(law.freeze("US", "RUSSIA-EO14024", "Directives 2 and 3"),))
    table = section(law.dossier(law.ALONE, replace(sector, id="ofac-6"))).xpath(
        "//table[caption//text()[contains(., 'conditions')]]"
    )[0]
    firsts = [row[0].text_content() for row in table.xpath("tbody/tr")]
    assert firsts == ["RUSSIA-EO14024 itself, Directive 2, Directive 3", "RUSSIA-EO14024", "RUSSIA-EO14024 Directive 3"]


def test_an_end_that_is_not_known_is_told_apart_from_none() -> None:
    swiss = replace(
        law.ABROAD, designations=(law.freeze("CH", "SECO-UKRAINE", "List"), law.freeze("CA", "SOR/2014-58", "1"))
    )
    said = text(law.dossier(swiss))
    assert "CH, end not known" in said
    assert "CA, no end stated" in said


def test_an_end_that_has_passed_is_told_with_its_day() -> None:
    assert "EU, stated end 15 Sept 2026; no renewal on record" in text(
        law.dossier(law.REVIEWED, day=date(2026, 11, 23))
    )


def test_the_workbook_tells_an_end_that_has_passed_with_its_day() -> None:
    written = made.brief(dossier=law.dossier(law.REVIEWED, day=date(2026, 11, 23))).sheets
    remains = next(sheet for sheet in written if sheet.name == "Remains")
    assert any("stated end 2026-09-15; no renewal on record" in row for row in remains.rows)


def test_review_is_told_apart_from_approval_where_a_review_is_due() -> None:
    assert "Review is not approval." in text(law.dossier(law.REVIEWED))
    assert "Review is not approval." not in text(law.dossier(law.ALONE))


def test_the_classes_that_occur_are_explained_and_counted_as_wholes() -> None:
    rows = section(law.dossier(law.REVIEWED, law.ALONE)).xpath("//table[contains(@class, 'classes')]/tbody/tr")
    assert [(row[0].text_content(), row[-1].text_content()) for row in rows] == [("AExecutive", "1"), ("BReview", "1")]


def test_who_is_listed_abroad_alone_has_no_class() -> None:
    assert "Not listed by the United States" in text(law.dossier(law.REVIEWED, law.ABROAD))


def test_a_measure_abroad_is_left_to_the_allies() -> None:
    said = text(law.dossier(law.REVIEWED, measures=(law.OIL, law.SWIFT)))
    assert "Oil import ban" in said
    assert "Messaging ban" not in said


def test_what_the_law_of_the_day_leaves_contested_says_so() -> None:
    said = text(law.dossier(law.ALONE, day=date(2026, 10, 1)))
    assert "contested" in said
    assert "Contested: " in said


def test_a_tag_without_a_row_is_unknown_and_never_a_quiet_a() -> None:
    strange = replace(law.ALONE, designations=(*law.ALONE.designations, made.us("NO-SUCH-TAG")))
    said = text(law.dossier(strange))
    assert "?Unknown" in said
    assert "The rulebook has no row for a tag." in said


def test_an_empty_pack_says_that_there_is_nothing_to_ease() -> None:
    assert "nothing to ease" in text(law.dossier())


def test_the_workbook_has_a_row_for_each_tag_and_each_regime_that_stays() -> None:
    sheets = {one.name: one for one in made.brief(made.pack(), law.dossier(law.REVIEWED)).sheets}
    assert [(row[2], row[3], row[4], row[5]) for row in sheets["Relief"].rows] == [
        ("UKRAINE-EO13661", "B", "yes", "B"),
        ("RUSSIA-EO14024", "A", "no", "B"),
    ]
    reviewed, alone = made.rows(sheets["Relief"])
    assert {row["Fact key"] for row in (reviewed, alone)} == {made.pack().keys[made.LIST]}
    assert "Treasury (OFAC): Specific licence; General licence" in str(reviewed["Who acts, by which instrument"])
    assert (alone["Class contested"], alone["Class contested because"]) == ("relief", "")
    assert "can be read either way" in str(alone["Contested of the relief, not of the class"])
    assert "can be read either way" not in str(alone["Conditions"])
    assert (sheets["Relief"].leading, sheets["Entities"].leading) == (3, 2)
    assert [(row["Regime"], row["Until"], row["Known from"]) for row in made.rows(sheets["Remains"])] == [
        ("European Union", date(2025, 9, 15), "a decided renewal"),
        ("United Kingdom", None, "no end is stated"),
    ]


def test_what_begins_after_the_day_is_not_yet_in_force_and_said_to_come() -> None:
    row = law.freeze("US", "RUSSIA-EO14024", "SDN", start=None, published=made.on("2025-11-21"))
    later = replace(law.ALONE, designations=(row,))
    said = text(law.dossier(later))
    assert "Not listed by the United States on this day" in said
    assert "Not yet: RUSSIA-EO14024 from 21 Nov 2025 (the day of its row)." in said
    sheets = next(
        one.html for one in made.brief(made.pack(), law.dossier(later)).sections if one.kind == "entity-sheets"
    )
    assert "Not yet in force: United States (RUSSIA-EO14024), whose row was published 21 Nov 2025." in (
        sheets.replace("\u00a0", " ")
    )


def test_what_another_list_dates_after_the_day_is_not_in_force_for_want_of_a_date() -> None:
    row = law.freeze(
        "US", "RUSSIA-EO14024", "SDN", start=None, published=made.on("2025-11-21"), origin="l@2026-01-01#1"
    )
    undated = law.freeze("US", "RUSSIA-EO14024", "SDN", start=None, origin="m@2026-01-02#2")
    said = text(law.dossier(replace(law.ALONE, designations=(row, undated))))
    assert "Not listed by the United States on this day" in said
    assert "Not yet: RUSSIA-EO14024 from 21 Nov 2025 (the day of its row)." in said


def test_the_wait_of_class_a_names_the_tags_that_have_one_of_their_own() -> None:
    rights = replace(law.ALONE, designations=(made.us("GLOMAG", "2018-01-01"), made.us("RUSSIA-EO14024")))
    waits = {row[0].text_content()[:1]: row[3].text_content() for row in section(law.dossier(rights)).xpath(CLASSES)}
    assert waits["A"] == "None by law; 15 days for GLOMAG."
    plain = section(law.dossier(law.ALONE)).xpath(CLASSES)
    assert [row[3].text_content() for row in plain] == ["None by law."]


CLASSES = "//table[contains(@class, 'classes')]/tbody/tr"
