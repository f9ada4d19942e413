"""The entity sheets."""

from dataclasses import replace
from datetime import date

from lxml import html

from assemble import law, made
from assemble.made import one, said, tree
from briefer.model.brief import Dossier
from briefer.model.facts import Link
from briefer.model.pack import PackSection


def test_a_name_no_font_can_print_is_transliterated_and_says_so() -> None:
    text = said("entity-sheets", **one(made.CHINESE))
    assert "ShiLiGongSi" in text
    assert "Name transliterated" in text


def test_what_has_ended_and_what_begins_later_stands_beneath() -> None:
    text = said("entity-sheets", **one(made.BANK))
    assert "No longer in force: United States (TAG-OLD), since 6 Apr 2022, ended 27 Jan 2019" in text
    assert "Not yet in force: United States (TAG-NEW), from 1 Jun 2025" in text


def listed_until(until: str, regime: str = "EU", tag: str = "269/2014", **more: object) -> Dossier:
    ran_out = law.freeze(regime, tag, "Annex I", until=made.on(until), sources=("s-eu",), **more)
    return law.dossier(replace(law.ALONE, designations=(*law.ALONE.designations, ran_out)))


def sheet_of(dossier: Dossier) -> str:
    return made.text_of("entity-sheets", made.brief(dossier=dossier))


def test_a_listing_whose_stated_end_was_renewed_stays_in_force_with_both_ends() -> None:
    text = sheet_of(listed_until("2025-03-15"))
    assert "stated end 15 Mar 2025; renewed to 15 Sept 2025 partly verified" in text
    assert "Listed: US, EU" in text
    assert "No longer in force" not in text


def test_a_listing_whose_stated_end_has_passed_says_that_no_renewal_is_known() -> None:
    assert "stated end 6 Apr 2023; no renewal on record" in sheet_of(listed_until("2023-04-06"))


LATER = date(2026, 11, 23)


def test_a_renewal_that_has_run_out_itself_is_the_latest_end_known() -> None:
    def said_of(until: str) -> str:
        listing = law.freeze("EU", "269/2014", "Annex I", until=made.on(until) if until else None)
        return sheet_of(law.dossier(replace(law.ALONE, designations=(listing,)), day=LATER))

    assert "stated end 15 Sept 2025; renewed to 15 Sept 2026; no renewal on record after" in said_of("2025-09-15")
    assert "stated end 15 Sept 2026; no renewal on record" in said_of("")
    assert "no renewal on record after" not in said_of("2026-09-15")


def test_a_contested_class_in_the_margin_stands_apart_from_its_word() -> None:
    found = made.section("entity-sheets", made.brief(dossier=law.dossier(law.REVIEWED, day=LATER))).html
    assert "Review contested" in " ".join(html.fromstring(found).text_content().split())


def test_a_listing_that_has_ended_is_not_renewed() -> None:
    text = sheet_of(listed_until("2025-03-15", ended=True))
    assert "No longer in force: European Union (269/2014), since 8 Apr 2022, ended 15 Mar 2025." in text
    assert "Listed: US " in text


def test_a_listing_at_home_whose_stated_end_has_passed_is_no_longer_in_force() -> None:
    lapsed = made.us("RUSSIA-EO14024", until=made.on("2024-01-31"))
    text = sheet_of(law.dossier(replace(law.REVIEWED, designations=(lapsed, *law.REVIEWED.designations[2:]))))
    assert "No longer in force: United States (RUSSIA-EO14024), since 6 Apr 2022, ended 31 Jan 2024." in text


def test_an_end_that_another_list_states_anew_is_not_told_as_an_end() -> None:
    first = law.freeze("EU", "269/2014", "Annex I", until=made.on("2025-03-15"), origin="eu@2025-01-01")
    again = replace(first, until=made.on("2025-09-15"), origin="eu@2025-03-20")
    text = sheet_of(law.dossier(replace(law.ALONE, designations=(first, again))))
    assert "to 15 Sept 2025" in text
    assert "15 Mar 2025" not in text


def test_a_tag_whose_order_is_later_is_not_yet_in_force() -> None:
    early = replace(law.ALONE, designations=(made.us("RUSSIA-EO14024", start=None),))
    text = sheet_of(law.dossier(early, day=date(2021, 1, 4)))
    assert "Not yet in force: United States (RUSSIA-EO14024), whose act is of 15 Apr 2021." in text
    assert "Not listed" in text


def test_a_search_without_a_result_is_a_sentence() -> None:
    assert (
        "No entry was found on the lists of the United Kingdom, searched 30 Mar 2025. Searched by name."
        in made.text_of("entity-sheets")
    )


def test_links_are_read_from_the_entitys_own_side() -> None:
    text = made.text_of("entity-sheets")
    assert "Example Bank Owns, 44.95 per cent 2019 Listed: CA; limited: US" in text
    assert "Pyotr Example Brother of – Listed: US" in text
    assert "Some Holding Linked to, ended – No record" in text
    assert "Owned by, 44.95 per cent" in said("entity-sheets", **one(made.BANK))


def test_a_share_is_printed_as_stated_and_its_absence_said() -> None:
    links = (
        Link(kind="Ownership", subject="ofac-1", object="ofac-2", stated="a majority", note="By the annual report"),
        Link(kind="Ownership", subject="ofac-1", object="ofac-3"),
        Link(kind="Succession", subject="ofac-4", object="ofac-1"),
    )
    text = said("entity-sheets", **one(replace(made.PERSON, links=links)))
    assert "Owns, a majorityBy the annual report" in text
    assert "Owns, share not stated" in text
    assert "Succession (from the other side)" in text


def test_links_to_one_party_stand_beside_each_other_those_that_ended_last() -> None:
    def tie(kind: str, other: str, *, ended: bool = False) -> Link:
        return Link(kind=kind, subject="ofac-1", text=other, object="", ended=ended)

    links = (
        tie("Family", "Brother"),
        tie("Directorship", "Bank", ended=True),
        tie("Directorship", "Bank"),
        tie("Ownership", "Mill"),
        tie("Ownership", "Bank"),
    )
    sheets = tree("entity-sheets", **one(replace(made.PERSON, links=links)))
    rows = sheets.xpath("//div[h4='Ownership and links']//tbody/tr")
    kept = [tuple(cell.text_content().split(",")[0] for cell in row[:2]) for row in rows]
    assert kept == [
        ("Mill", "Owns"),
        ("Bank", "Owns"),
        ("Bank", "Directs"),
        ("Brother", "Family of"),
        ("Bank", "Directs"),
    ]


def test_links_beyond_twelve_are_left_to_the_workbook() -> None:
    links = tuple(Link(kind="UnknownLink", subject="ofac-1", object=f"x-{n}") for n in range(15))
    assert "3 more in the workbook." in said("entity-sheets", **one(replace(made.PERSON, links=links)))


def test_positions_that_name_the_entity_stand_on_its_sheet() -> None:
    text = made.text_of("entity-sheets")
    assert "Easing before a settlement: “Measures should be eased” Anna Minister ▼against 24 Feb 2025" in text


def test_positions_on_the_same_issue_that_name_others_are_counted_and_placed() -> None:
    assert "1 more position on “Easing before a settlement” in Table 6.3: 1 in favour." in made.text_of("entity-sheets")
    alone = replace(made.POSITIONS[0], entities=("ofac-1",))
    against = replace(alone, id="p-9", entities=(), stance=-1)
    unclear = replace(alone, id="p-10", entities=(), stance=None)
    sheets = PackSection(id="entity-sheets", kind="entity-sheets", title="Sheets")
    found = replace(made.DOSSIER, positions=(alone, against, unclear))
    text = made.text_of("entity-sheets", made.brief(made.pack(sections=(sheets,)), found))
    assert "2 more positions on “Easing before a settlement” in the workbook: 1 against, 1 neither." in text
    assert "more position" not in said("entity-sheets", positions=(alone,))


def head_of(caption: str, title: str = "Entity sheets") -> str:
    sheets = PackSection(id="entity-sheets", kind="entity-sheets", title=title)
    found = made.brief(
        made.pack(sections=(sheets,)), replace(made.DOSSIER, **one(replace(made.VESSEL, caption=caption)))
    )
    text = made.section("entity-sheets", found).html
    return html.fromstring(f"<div>{text}</div>").xpath("string(//h3/@data-sheet)")


def test_a_running_head_names_section_and_entity_and_is_cut_between_words() -> None:
    assert (
        head_of("Central Bank of the Russian Federation") == "1 Entity sheets: Central Bank of the Russian Federation"
    )
    long = "A name that goes on for so long that no running head would hold it"
    assert head_of(long) == "1 Entity sheets: A name that goes on for so long that no…"


def test_a_long_title_of_the_section_gives_way_to_its_number_in_the_running_head() -> None:
    title = "Sheets of all entities that are looked at in this paper"
    assert head_of("Example Star", title) == "1: Example Star"


def test_the_drafters_note_leads_the_sheet_with_its_marking() -> None:
    sheet = tree("entity-sheets")
    assert "A word on him." in sheet.text_content()
    assert sheet.xpath("//h3/span[@class='portion']/text()") == ["(U)"]


def test_a_pick_with_a_portion_mark_carries_it() -> None:
    found = made.section("entity-sheets:ofac-2", made.brief(made.pack(marks={"ofac-2": "CUI"}))).html
    assert html.fromstring(found).xpath("//h3/span[@class='portion']/text()") == ["(CUI)"]


def test_two_short_sheets_in_a_row_share_a_page() -> None:
    short = tuple(replace(made.VESSEL, id=f"v-{n}", caption=f"Ship {n}") for n in range(3))
    found = made.brief(dossier=replace(made.DOSSIER, entities=(*short[:1], made.PERSON, *short[1:])))
    ids = [one.id for one in found.sections if one.kind == "entity-sheets"]
    assert ids == ["entity-sheets", "entity-sheets:ofac-1", "entity-sheets:v-1"]


def test_a_short_last_part_takes_what_lifting_takes_with_it() -> None:
    found = made.brief()
    whole = " ".join(one.html for one in found.sections if one.kind == "entity-sheets")
    assert 'class="part short with"><h4 class="lab">What lifting takes' in whole
