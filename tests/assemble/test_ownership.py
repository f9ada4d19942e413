"""Who else is freed: what a delisting frees, what stays and why, what is open."""

from dataclasses import replace

from lxml import html

from assemble import law, made
from briefer.model.brief import Dossier

NEAR = (law.FREED, law.LISTED, law.OPEN)


def section(found: Dossier) -> html.HtmlElement:
    brief = made.brief(made.pack(), found)
    return html.fromstring(next(one.html for one in brief.sections if one.kind == "ownership"))


def cells(found: Dossier) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in section(found).xpath("//table[1]/tbody/tr[1]/*")]


def test_freed_blocked_and_open_companies_stand_apart_with_their_reasons() -> None:
    said = cells(law.dossier(law.REVIEWED, neighbours=NEAR))
    assert said[0] == "Ivan Reviewed"
    assert said[1] == "Freed CompanyIvan Reviewed holds 60 per cent of Freed Company"
    assert said[2] == "Listed Companylisted itself"
    assert said[3].startswith("Open Company")
    assert "is not stated" in said[3]
    assert said[4] == "EU: 2 freed, 1 open; UK: 2 freed, 1 open"


def test_who_is_not_frozen_elsewhere_frees_nobody_there() -> None:
    only = replace(law.REVIEWED, designations=law.REVIEWED.designations[:2])
    assert cells(law.dossier(only, neighbours=NEAR))[4] == "EU: not frozen there by name; UK: not frozen there by name"


def test_the_figure_draws_before_and_after_and_says_so_in_words() -> None:
    found = section(law.dossier(law.REVIEWED, neighbours=NEAR))
    (caption,) = found.xpath("//figcaption")
    assert "What delisting Ivan Reviewed frees" in caption.text_content()
    assert found.xpath("//*[local-name()='desc']")[0].text.startswith("Before,")
    assert {"listed", "blocked", "delisted", "free", "open"} <= {node.text for node in found.xpath("//figure//*")}


def test_one_company_is_told_in_the_table_alone() -> None:
    alone = replace(law.REVIEWED, links=law.REVIEWED.links[:1])
    assert not section(law.dossier(alone, neighbours=(law.FREED,))).xpath("//figure")


def test_who_holds_nothing_on_record_is_named() -> None:
    said = section(law.dossier(law.ALONE)).text_content()
    assert "No holding of an entry in this paper is on record." in said
    assert "No holding on record: Anna Alone." in " ".join(said.split())


def test_many_companies_are_cut_with_the_rest_in_the_workbook() -> None:
    links = tuple(law.owns("ofac-1", f"x-{number}", "60") for number in range(8))
    owner = replace(law.REVIEWED, links=links)
    assert "2 more in the workbook" in cells(law.dossier(owner))[3]


def test_the_three_rules_are_told_apart() -> None:
    found = section(law.dossier(law.REVIEWED, neighbours=NEAR))
    rules = [row[0].text_content() for row in found.xpath("//table[last()]/tbody/tr")]
    assert rules == ["United Statesused here", "European Union", "United Kingdom"]


def test_the_workbook_names_each_outcome_rule_by_rule() -> None:
    found = law.dossier(law.REVIEWED, neighbours=NEAR)
    sheet = next(one for one in made.brief(made.pack(), found).sheets if one.name == "Ripple")
    rows = {(row[2], row[4], row[5]) for row in sheet.rows}
    assert ("US", "Freed Company", "freed") in rows
    assert ("US", "Listed Company", "stays blocked") in rows
    assert ("UK", "Open Company", "open") in rows
