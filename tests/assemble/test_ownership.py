"""Who else is freed: what a delisting frees, what stays and why, what is open."""

from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from assemble import law, made
from briefer.analysis.ownership_rules import RULES
from briefer.model.brief import Dossier
from briefer.model.facts import Confidence, Designation, Entity, Link

NEAR = (law.FREED, law.LISTED, law.OPEN)


def section(found: Dossier) -> html.HtmlElement:
    brief = made.brief(made.pack(), found)
    return html.fromstring(next(one.html for one in brief.sections if one.kind == "ownership"))


def sheet(found: Dossier) -> list[tuple[str, ...]]:
    ripple = next(one for one in made.brief(made.pack(), found).sheets if one.name == "Ripple")
    return [tuple(map(str, row.values())) for row in made.rows(ripple)]


def cells(found: Dossier) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in section(found).xpath("//table[1]/tbody/tr[1]/*")]


def test_freed_blocked_and_open_companies_stand_apart_with_their_reasons() -> None:
    said = cells(law.dossier(law.REVIEWED, neighbours=NEAR))
    assert said[0] == "Ivan Reviewed"
    assert said[1] == "Freed CompanyIvan Reviewed holds 60 per cent of Freed CompanyF3"
    assert said[2] == "Listed Companylisted itselfF3"
    assert said[3].startswith("Open CompanyOpen. How much of Open Company belongs to Ivan Reviewed is ")
    assert "is not stated" in said[3]
    assert said[4] == "EU: 2 freed, 1 open (Open Company); UK: 2 freed, 1 open (Open Company)"


def test_the_workbook_says_what_becomes_of_limits_that_go_by_ownership() -> None:
    ssi = made.us("UKRAINE-EO13662", list_type="SSI", measures=("No new debt over 14 days (Directive 1)",))
    bank = replace(law.REVIEWED, designations=(ssi,))
    rows = [row for row in sheet(law.dossier(bank, neighbours=NEAR)) if "limit" in row[5]]
    assert [(row[2], row[4], row[5]) for row in rows] == [
        ("US", "Freed Company", "limit lifted"),
        ("US", "Listed Company", "limit lifted"),
        ("US", "Open Company", "limit lifted, if it applied"),
    ]
    assert rows[0][6].startswith("EO 13662 Directive 1: Ivan Reviewed holds 60 per cent of Freed Company (")
    assert {row[9] for row in sheet(law.dossier(bank, neighbours=NEAR))} == {made.pack().keys[made.LIST]}


def limits(found: Dossier) -> list[list[str]]:
    rows = section(found).xpath("//table[contains(caption, 'Limits short of a block')]/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def test_the_page_says_what_becomes_of_limits_that_go_by_ownership() -> None:
    ssi = made.us("UKRAINE-EO13662", list_type="SSI", measures=("No new debt over 14 days (Directive 1)",))
    said = limits(law.dossier(replace(law.REVIEWED, designations=(ssi,)), neighbours=NEAR))
    assert said == [
        [
            "Ivan Reviewed",
            "EO 13662 Directive 1",
            "Freed Company, Listed Company",
            "lifted",
            "Ivan Reviewed holds 60 per cent of Freed Company; Ivan Reviewed holds 70 per cent of Listed Company.F3",
            "OFAC FAQ 373",
        ],
        [
            "Ivan Reviewed",
            "EO 13662 Directive 1",
            "Open Company",
            "lifted, if it applied",
            "Whether a limit applied is open. How much of Open Company belongs to Ivan Reviewed is not stated.F3",
            "OFAC FAQ 373",
        ],
    ]
    assert limits(law.dossier(law.ALONE)) == []


def test_a_limit_that_reaches_nobody_names_no_company() -> None:
    bank = replace(law.ALONE, designations=(made.us("RUSSIA-EO14024", list_type="NS-MBS", measures=("Directive 4",)),))
    assert limits(law.dossier(bank))[0][2:4] == ["–", "reaches no company"]


def test_a_limit_that_a_listing_of_its_own_keeps_rests_on_that_listing() -> None:
    ssi = made.us("UKRAINE-EO13662", list_type="SSI", measures=("No new debt over 14 days (Directive 1)",))
    child = replace(law.FREED, designations=(replace(ssi, sources=("s-law",)), made.us("RUSSIA-EO14024")))
    owner = replace(law.REVIEWED, designations=(ssi,), links=law.REVIEWED.links[:1])
    (row,) = limits(law.dossier(owner, neighbours=(child,)))
    assert row[3:] == ["stays", "Listed itself.F1", "its own listing"]


def test_limits_beyond_the_tables_room_are_left_to_the_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefer.assemble.ownership.LIMITS", 1)
    ssi = made.us("UKRAINE-EO13662", list_type="SSI", measures=("No new debt over 14 days (Directive 1)",))
    found = law.dossier(replace(law.REVIEWED, designations=(ssi,)), neighbours=NEAR)
    assert len(limits(found)) == 1
    assert "1 more in the workbook, sheet Ripple." in section(found).text_content()


def test_what_another_blocked_owner_sold_is_open_with_the_reason_once_that_is_asked_for() -> None:
    sold = replace(law.owns("ofac-5", "ofac-2", "60"), ended=True, end=made.on("2023-01-01"))
    seller = replace(law.ALONE, links=(sold,))
    early = law.dossier(law.REVIEWED, neighbours=(*NEAR, seller))
    assert "a sham" not in " ".join(cells(early))
    late = " ".join(cells(replace(early, as_of=date(2026, 4, 1))))
    assert "Anna Alone held 60 per cent of Freed Company until 1 January 2023, 270 days after the listing of" in late
    assert "a person has to judge whether the transfer was a sham" in late


def test_who_is_not_frozen_elsewhere_frees_nobody_there() -> None:
    only = replace(law.REVIEWED, designations=law.REVIEWED.designations[:2])
    assert (
        cells(law.dossier(only, neighbours=NEAR))[4]
        == "EU: no freeze by name on record; UK: no freeze by name on record"
    )


def test_the_figure_draws_before_and_after_and_says_so_in_words() -> None:
    found = section(law.dossier(law.REVIEWED, neighbours=NEAR))
    (caption,) = found.xpath("//figcaption")
    assert "Before and after delisting Ivan Reviewed, US rule." in caption.text_content()
    assert found.xpath("//*[local-name()='desc']")[0].text.startswith("Before,")
    assert {"listed", "blocked", "delisted", "free", "open"} <= {node.text for node in found.xpath("//figure//*")}


def test_one_company_is_told_in_the_table_alone() -> None:
    alone = replace(law.REVIEWED, links=law.REVIEWED.links[:1])
    assert not section(law.dossier(alone, neighbours=(law.FREED,))).xpath("//figure")


def test_who_is_only_linked_is_told_in_the_table_alone() -> None:
    near = tuple(replace(one, links=()) for one in (law.FREED, law.LISTED))
    ties = tuple(linked("ofac-1", one.id) for one in near)
    found = section(law.dossier(replace(law.REVIEWED, links=ties), neighbours=near))
    assert not found.xpath("//figure")
    assert "linked, neither direction nor share stated" in found.text_content()


def test_who_holds_nothing_on_record_is_named() -> None:
    said = section(law.dossier(law.ALONE)).text_content()
    assert "No holding of an entry in this paper is on record." in said
    assert "No company held or headed by these is taken up: Anna Alone." in " ".join(said.split())


HELD = Entity(id="ofac-6", schema="Company", caption="Minor Company", links=(law.owns("ofac-1", "ofac-6", "44.95"),))
LIMITED = replace(
    law.OPEN, designations=(Designation(regime="US", programme="UKRAINE-EO13662", list_type="SSI"),), caption="Sectoral"
)


def linked(subject: str, object_: str, role: str = "Linked To", kind: str = "UnknownLink") -> Link:
    return Link(kind=kind, subject=subject, object=object_, role=role, origin=made.LIST)


def test_what_is_not_blocked_before_either_stands_with_its_share_and_the_limit() -> None:
    owner = replace(law.REVIEWED, links=HELD.links)
    said = cells(law.dossier(owner, neighbours=(HELD,)))
    assert said[2].startswith(
        "Minor CompanyNot blocked: 44.95 per cent in blocked hands, below 50; control does not block."
    )


def test_where_nobody_is_freed_no_column_is_spent_on_it_and_the_caption_says_so() -> None:
    found = section(law.dossier(replace(law.REVIEWED, links=HELD.links), neighbours=(HELD,)))
    assert "of those taken up here none is freed." in found.xpath("//table[1]/caption")[0].text_content()
    assert [cell.text for cell in found.xpath("//table[1]/thead//th")][1] == "Stays blocked, and why"
    freeing = section(law.dossier(law.REVIEWED, neighbours=NEAR))
    assert [cell.text for cell in freeing.xpath("//table[1]/thead//th")][1] == "Freed with it"
    assert "is freed with any" not in freeing.text_content()


def test_the_other_regimes_are_headed_as_delisting_as_well() -> None:
    found = section(law.dossier(law.REVIEWED, neighbours=NEAR))
    assert found.xpath("//table[1]/thead//th")[-1].text == "If the EU or the UK delisted too"
    british = replace(law.REVIEWED, designations=law.REVIEWED.designations[3:])
    found = section(law.dossier(british, neighbours=NEAR))
    assert found.xpath("//table[1]/thead//th")[-1].text == "If the US or the EU delisted too"


def test_a_company_that_a_list_limits_without_blocking_says_so() -> None:
    owner = replace(law.REVIEWED, links=law.REVIEWED.links[2:])
    found = law.dossier(owner, neighbours=(LIMITED,))
    assert cells(found)[2].startswith("Sectoral (SSI only)Open. How much of Sectoral belongs to Ivan Reviewed is ")
    rows = [row for row in sheet(found) if row[2] == "US"]
    assert rows[0][6] == "SSI only, not blocked. How much of Sectoral belongs to Ivan Reviewed is not stated."


def test_a_mere_link_and_a_post_are_told_with_the_listing_of_the_other() -> None:
    ties = (linked("ofac-3", "ofac-1"), linked("ofac-1", "ofac-6", "Director", "Directorship"))
    owner = replace(law.REVIEWED, links=ties)
    director = replace(HELD, links=ties[1:], designations=law.LISTED.designations)
    listed = replace(law.LISTED, links=ties[:1])
    said = cells(law.dossier(owner, neighbours=(listed, director)))[1]
    assert "Minor Companylisted itself; director" in said
    assert "Listed Companylisted itself; linked, neither direction nor share stated" in said


def test_a_mere_link_to_somebody_unlisted_frees_nobody() -> None:
    owner = replace(law.REVIEWED, links=(linked("ofac-1", "ofac-2"),))
    said = cells(law.dossier(owner, neighbours=(replace(law.FREED, links=owner.links),)))
    assert said[2].startswith("Freed CompanyOpen. Linked, neither direction nor share stated; no holding on record.")


def test_a_post_held_in_a_company_is_a_caution_at_home_and_open_abroad() -> None:
    owner = replace(law.REVIEWED, links=(linked("ofac-1", "ofac-2", "Director", "Directorship"),))
    said = cells(law.dossier(owner, neighbours=(replace(law.FREED, links=owner.links),)))
    assert said[2].startswith("Freed CompanyNot blocked: Ivan Reviewed may control Freed Company; that does not block")
    assert said[3] == "EU: 0 freed, 1 open (Freed Company); UK: 0 freed, 1 open (Freed Company)"


def test_an_entry_whose_listed_owner_keeps_it_blocked_says_so_under_each_rule() -> None:
    above = replace(law.ABROAD, designations=law.REVIEWED.designations[2:3], links=(law.owns("uk-1", "ofac-1", "50"),))
    owner = replace(law.REVIEWED, links=(*law.REVIEWED.links[:1], *above.links))
    found = law.dossier(owner, neighbours=(law.FREED, above))
    assert "EU: 0 freed, 0 open; stays frozen itself through its owners" in cells(found)[4]
    said = " ".join(section(found).text_content().split())
    assert "US: none on record. EU: Ivan Reviewed stays frozen, since Only Abroad holds 50 per cent of" in said
    assert ("ofac-1", "EU", "stays frozen") in {(row[3], row[2], row[5]) for row in sheet(found)}


def test_an_entry_whose_owners_share_is_unknown_is_open_itself() -> None:
    above = replace(law.ABROAD, links=(law.owns("uk-1", "ofac-1", None),))
    owner = replace(law.REVIEWED, links=(*law.REVIEWED.links[:1], *above.links))
    found = law.dossier(owner, neighbours=(law.FREED, above))
    assert "its own status is open" in cells(found)[4]
    said = " ".join(section(found).text_content().split())
    assert "UK: open, to be judged by a person (workbook, sheet Ripple): Ivan Reviewed." in said
    assert ("ofac-1", "UK", "open") in {(row[3], row[2], row[5]) for row in sheet(found)}


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
    rows = {(row[2], row[4], row[5]) for row in sheet(found)}
    assert ("US", "Freed Company", "freed") in rows
    assert ("US", "Listed Company", "stays blocked") in rows
    assert ("UK", "Open Company", "open") in rows


def test_an_outcome_that_comes_through_somebody_else_has_the_key_of_the_link_between() -> None:
    post = linked("ofac-1", "ofac-2", "Head", "Directorship")
    tie = replace(linked("ofac-2", "ofac-4", "its manager"), sources=("s-law",))
    fund = replace(law.FREED, designations=law.ABROAD.designations, links=(post, tie))
    manager = replace(law.OPEN, links=(tie,))
    found = law.dossier(replace(law.REVIEWED, links=(post,)), neighbours=(fund, manager))
    keys = {(row[2], row[4], row[5]): row[9] for row in sheet(found) if row[0] == "ofac-1"}
    assert keys["UK", "Open Company", "open"] == made.pack().keys["s-law"]


def test_an_outcome_is_as_sure_as_the_least_sure_fact_behind_it_and_the_rule_has_a_word_of_its_own() -> None:
    doubted = replace(law.owns("ofac-1", "ofac-2", "60"), confidence=Confidence.PARTLY)
    found = law.dossier(replace(law.REVIEWED, links=(doubted,)), neighbours=(replace(law.FREED, links=(doubted,)),))
    [row] = [row for row in sheet(found) if row[2] == "US"]
    [rule] = [one for one in RULES if one.name == "us" and (one.valid_from or date.min) <= made.DAY]
    assert (row[5], row[7], row[8]) == ("freed", "partly verified", rule.confidence.value)


def test_each_figure_has_its_legend_and_the_first_stands_before_the_table() -> None:
    second = replace(
        law.REVIEWED,
        id="ofac-7",
        caption="Second Owner",
        links=tuple(law.owns("ofac-7", one.id, "60") for one in (law.FREED, law.LISTED)),
    )
    both = tuple(
        replace(one, links=(*one.links, *(link for link in second.links if link.object == one.id))) for one in NEAR
    )
    found = section(law.dossier(law.REVIEWED, second, neighbours=both))
    kinds = [node.tag for node in found.xpath("//figure | //table")]
    assert kinds[:3] == ["figure", "table", "figure"]
    after = [node.getnext().text_content() for node in found.xpath("//figure")]
    assert all("by its own listing" in said for said in after)
    assert ["The table has the sources" in said for said in after] == [False, True]


def test_a_pick_that_no_listing_blocks_and_its_owners_do_is_said_to_be_blocked_wherever_it_stands() -> None:
    found = law.dossier(law.REVIEWED, law.FREED, law.OPEN)
    brief = made.brief(made.pack(), found)
    said = {one.kind: " ".join(html.fromstring(one.html).text_content().split()) for one in brief.sections if one.html}
    holding = "Ivan Reviewed holds 60 per cent of Freed Company"
    assert (
        f"US: Freed Company, not blocked by a listing, is blocked through its owners, since {holding}"
        in (said["ownership"])
    )
    assert "Open Company, not blocked by a listing, open" in said["ownership"]
    assert "too little to block" not in said["ownership"]
    for kind in ("in-force", "relief", "entity-sheets"):
        assert "Not listed, but blocked through its owners; that block ends with theirs." in said[kind]
        assert "Not listed; whether its owners keep it blocked is open." in said[kind]
    assert holding in said["relief"]
    assert "Not searched" not in said["in-force"]
    assert "Not listed; blocked through its owners" in said["entity-sheets"]


def test_a_blocked_owner_with_too_little_is_said_not_to_sign() -> None:
    few = law.owns("ofac-1", "ofac-2", "30")
    picks = (replace(law.REVIEWED, links=(few,)), replace(law.FREED, links=(few,)))
    brief = made.brief(made.pack(), law.dossier(*picks))
    said = next(one.html for one in brief.sections if one.kind == "ownership")
    assert (
        "US: Ivan Reviewed, who is blocked, holds 30 per cent of Freed Company: too little to block it, but a blocked "
        "person may not sign for a company (FAQ 400)." in " ".join(html.fromstring(said).text_content().split())
    )


def test_under_another_rule_owners_freeze() -> None:
    found = law.dossier(law.REVIEWED, law.FREED)
    text = " ".join(section(found).text_content().split())
    assert "EU: Freed Company, not frozen by a listing, is frozen through its owners" in text
