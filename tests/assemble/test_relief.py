"""What each entry takes: classes with every reason, and what is said once for all of them."""

from dataclasses import replace
from datetime import date

from lxml import html

from assemble import law, made
from briefer.model.brief import Dossier


def section(found: Dossier) -> html.HtmlElement:
    brief = made.brief(made.pack(as_of=found.as_of), found)
    return html.fromstring(next(one.html for one in brief.sections if one.kind == "relief"))


def text(found: Dossier) -> str:
    return " ".join(section(found).text_content().split())


def test_the_strictest_tag_decides_and_every_tag_is_shown_with_its_class() -> None:
    cells = section(law.dossier(law.REVIEWED)).xpath("//table[@class='relief']/tbody/tr[2]/*")
    said = [" ".join(cell.text_content().split()) for cell in cells]
    assert said[0] == "Ivan Reviewedofac-1"
    assert said[1] == "BReview"
    assert "BUKRAINE-EO13661" in said[2]
    assert "ARUSSIA-EO14024" in said[2]
    assert "President reports to Congress" in said[3]
    assert said[4] == "EU to 15 Sept 2025UK, no end stated"


def test_review_is_told_apart_from_approval_where_a_review_is_due() -> None:
    assert "Review is not approval." in text(law.dossier(law.REVIEWED))
    assert "Review is not approval." not in text(law.dossier(law.ALONE))


def test_the_classes_that_occur_are_explained_and_counted_as_wholes() -> None:
    rows = section(law.dossier(law.REVIEWED, law.ALONE)).xpath("//table[@class='classes']/tbody/tr")
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
    assert [(row[4], row[6], row[7]) for row in sheets["Relief"].rows] == [
        ("UKRAINE-EO13661", "B", "yes"),
        ("RUSSIA-EO14024", "A", "no"),
    ]
    assert [(row[2], row[7]) for row in sheets["Remains"].rows] == [
        ("European Union", date(2025, 9, 15)),
        ("United Kingdom", None),
    ]
