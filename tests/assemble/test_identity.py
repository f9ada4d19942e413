"""The page and the workbook say which records an entity stands for, and who decided so."""

from dataclasses import replace
from datetime import date
from typing import Any

from lxml import html

from assemble import made
from briefer.model.brief import Brief, Dossier
from briefer.model.facts import Absence, Contradiction, Decided, Designation, Joined, Link, Possible, Value
from briefer.model.pack import PackSection
from briefer.pack.identity import as_one

EU_LIST = "list-two@2025-03-01#89abcdef"
BY = Decided(a="eu-5", b="ofac-1", by="N. N.", on=date(2025, 3, 3), why="same birth and name.")
EU = replace(
    made.PERSON,
    id="eu-5",
    caption="Ivan EXAMPLE",
    values=(
        Value(prop="birthDate", value="1965", date=made.on("1965"), origin=EU_LIST),
        Value(prop="innCode", value="500100732259", origin=EU_LIST),
    ),
    designations=(Designation(regime="EU", programme="UKR", start=made.on("2022-04-08"), origin=EU_LIST),),
    absences=(Absence(regime="CH", origin=EU_LIST),),
    links=(),
)
UK = replace(EU, id="uk-RUS7", designations=(), absences=(), values=())
JOINED = Joined(entity="ofac-1", id="eu-5", schema="Person", caption="Ivan EXAMPLE", decided=(BY,))
LINK = Link(kind="Family", subject="ofac-9", object="ofac-1", role="Brother", ends=("ofac-9", "eu-5"))
ONE = replace(as_one((made.PERSON, EU)), links=(*made.PERSON.links, LINK))
SOURCE = replace(made.SOURCES[3], id=EU_LIST, title="List two")


def dossier(**more: Any) -> Dossier:
    said = {"entities": (ONE, made.BANK), "joined": (JOINED,), "sources": (*made.SOURCES, SOURCE)}
    return replace(made.DOSSIER, **(said | more))


def brief(found: Dossier | None = None, **more: Any) -> Brief:
    known = found or dossier()
    return made.brief(made.pack(keys={}, **more), known)


def sheet(found: Brief) -> str:
    return made.text_of("entity-sheets", found)


def column(name: str, header: str, found: Brief) -> list[object]:
    return [row[header] for row in made.rows(next(one for one in found.sheets if one.name == name))]


def test_one_line_names_the_records_who_decided_when_and_why() -> None:
    said = "Shown as one record: OFAC 1 and EU 5, decided by N. N. on 3 March 2025: same birth and name."
    assert said in sheet(brief())
    assert "Shown as one record" not in made.text_of("entity-sheets")


def test_decisions_of_one_person_on_one_day_for_one_reason_are_one_clause() -> None:
    uk = replace(JOINED, id="uk-RUS7", decided=(replace(BY, b="uk-RUS7"),))
    assert "OFAC 1, EU 5 and UK RUS7, decided by N. N." in sheet(brief(dossier(joined=(JOINED, uk))))
    other = replace(uk, decided=(Decided(a="eu-5", b="uk-RUS7", by="M. M.", on=date(2025, 3, 4)),))
    said = "name; EU 5 and UK RUS7, decided by M. M. on 4 March 2025."
    assert said in sheet(brief(dossier(joined=(JOINED, other))))


def test_an_id_of_no_known_publisher_prints_as_it_is() -> None:
    odd = replace(JOINED, id="NK-abc", decided=(replace(BY, a="NK-abc"),))
    assert "OFAC 1 and NK-abc, decided by" in sheet(brief(dossier(joined=(odd,))))


def test_the_sheet_holds_the_designations_of_all_lists_each_under_its_own_key() -> None:
    found = brief()
    keys = {row[2]: row[0] for row in next(one for one in found.sheets if one.name == "Sources").rows}
    tree = html.fromstring(made.section("entity-sheets", found).html)
    rows = tree.xpath("//tr[th/span[@class='sub']][.//*[text()='UKR']]")
    assert [row.xpath("string(td[last()])").strip() for row in rows] == [keys["List two"]]
    born = tree.xpath("//tr[th='Born']")[0]
    assert keys["List two"] in born.text_content()
    assert born.text_content().count("1965") == 1


def test_all_list_numbers_stand_on_the_sheet_and_in_the_table() -> None:
    assert "List number ofac-1; eu-5" in sheet(brief())
    assert "ofac-1, eu-5" in made.text_of("in-force", brief())


def test_a_record_that_may_be_the_same_is_named_as_undecided() -> None:
    possible = Possible(entity="ofac-1", record="ofac-1", id="uk-RUS7", caption="I. Example", score=91)
    listed = replace(possible, id="un-3", caption="Иван", regimes=("UN",))
    text = sheet(brief(dossier(joined=(), entities=(made.PERSON,), possible=(possible, listed))))
    assert "Possibly the same record, not decided: UK RUS7 (I. Example); UN 3 (Иван, listed: UN)." in text
    assert "Shown as one" not in text


def test_decisions_at_odds_are_said_on_the_sheet_of_each_record() -> None:
    no = Decided(a="ofac-1", b="uk-RUS7", by="M. M.", on=date(2025, 3, 4), why="other father")
    odd = Contradiction(records=("ofac-1", "eu-5", "uk-RUS7"), decided=no)
    text = sheet(brief(dossier(joined=(), entities=(made.PERSON,), contradictions=(odd,))))
    assert (
        "Not shown as one record, since the decisions on OFAC 1, EU 5 and UK RUS7 contradict one another: "
        "OFAC 1 and UK RUS7 are not the same, decided by M. M. on 4 March 2025: other father." in text
    )
    other = replace(odd, records=("eu-5", "uk-RUS7"))
    assert "Not shown" not in sheet(brief(dossier(contradictions=(other,))))


def test_a_mention_of_a_joined_record_leads_to_the_sheet_that_shows_it() -> None:
    known = dossier()
    found = made.brief(made.with_text(made.pack(keys={}), "lines", "### Say\n- [#eu-5] and [#nobody]."), known)
    assert '<a href="#e-ofac-1">Ivan Petrovich Example</a>' in made.section("lines", found).html


def test_the_highest_mark_of_all_records_stands_before_the_name() -> None:
    marks = {"ofac-1": "U", "eu-5": "CUI"}
    assert "(CUI) Ivan Petrovich Example" in sheet(brief(marks=marks, sections=plain()))


def test_the_note_on_a_joined_record_prints_where_the_entity_has_none() -> None:
    assert "A word on the second." in sheet(brief(sections=plain("eu-5")))
    assert "A word on the second." not in sheet(brief(sections=plain("eu-6")))


def plain(*ids: str) -> tuple[PackSection, ...]:
    notes = (
        PackSection(
            id=f"note-{id}", kind="entity-note", title="N", parent="entity-sheets", text="A word on the second."
        )
        for id in ids
    )
    return (PackSection(id="entity-sheets", kind="entity-sheets", title="Entity sheets"), *notes)


def test_the_matrix_of_the_allies_shows_the_listings_of_every_record() -> None:
    alone = replace(dossier(), entities=(as_one((replace(made.PERSON, designations=()), EU)),))
    rows = html.fromstring(made.section("allies", brief(alone)).html).xpath("//tbody/tr")
    assert "8 Apr 2022" in rows[0].text_content().replace("\u00a0", " ")


def test_the_workbook_names_each_rows_own_record_beside_the_entity() -> None:
    found = brief()
    assert column("Entities", "Shown as one with", found)[:2] == ["eu-5", ""]
    assert str(column("Entities", "By whose decision", found)[0]).startswith("Shown as one record:")
    named = list(
        zip(column("Designations", "Entity id", found), column("Designations", "Other record id", found), strict=True)
    )
    assert named.count(("ofac-1", "eu-5")) == 2
    assert set(named) == {("ofac-1", ""), ("ofac-1", "eu-5"), ("ofac-2", ""), ("ofac-9", "")}
    assert column("Details", "Other record id", found).count("eu-5") == 2
    records = column("Links", "Object's other record", found)
    ends = list(zip(column("Links", "Object id", found), records, strict=True))
    assert ("ofac-1", "eu-5") in ends


def test_what_two_lists_state_in_the_same_words_stands_once_among_the_identifiers() -> None:
    twice = as_one((replace(made.PERSON, values=EU.values), EU))
    assert column("Entities", "Identifiers", brief(dossier(entities=(twice,))))[:1] == ["Tax number (INN) 500100732259"]
