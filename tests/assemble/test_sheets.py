"""The workbook's sheets: every fact once, beside the key that the pages print."""

from dataclasses import replace
from datetime import date

from assemble import law, made
from briefer.model.brief import Dossier, Sheet
from briefer.model.facts import Absence, Confidence, Value
from briefer.model.policy import Source

NAMES = [
    "Reading key", "Entities", "Designations", "Details", "Links", "Relief", "Remains", "Ripple", "Options", "Allies",
    "Measures", "Positions", "Stances", "Events", "Changes", "Sources", "Lists",
]  # fmt: skip


def sheet(name: str, dossier: Dossier = made.DOSSIER) -> Sheet:
    return next(one for one in made.brief(dossier=dossier).sheets if one.name == name)


def column(name: str, header: str, dossier: Dossier = made.DOSSIER) -> list[object]:
    return [row[header] for row in made.rows(sheet(name, dossier))]


def test_all_sheets_stand_even_where_they_are_empty() -> None:
    empty = made.brief(made.pack(keys={}), Dossier(as_of=made.DAY)).sheets
    assert [one.name for one in empty] == NAMES
    assert not any(one.rows for one in empty[1:])
    assert [one.name for one in made.brief().sheets] == NAMES


def test_rows_have_a_cell_for_each_column_and_headers_are_unique() -> None:
    for one in made.brief().sheets:
        headers = [column.header for column in one.columns]
        assert len(set(headers)) == len(headers)
        assert all(len(row) == len(headers) for row in one.rows), one.name


def test_an_exact_day_is_a_date_and_a_partial_one_its_text() -> None:
    assert column("Designations", "Start")[0] == date(2022, 4, 6)
    assert column("Details", "Date")[1] == "1965"
    assert column("Entities", "Birth date")[0] == "1965"


def test_the_key_of_the_pages_stands_beside_each_row() -> None:
    keys = made.pack().keys
    assert column("Designations", "Fact key")[0] == keys[made.LIST]
    assert column("Positions", "Fact key")[0] == keys["s-press"]
    assert column("Sources", "Fact key") == [f"F{number}" for number in range(1, 6)]


def test_a_designation_whose_stated_end_has_passed_says_what_followed() -> None:
    ends = ("2025-03-15", "2023-04-06")
    ran_out = tuple(law.freeze("EU", "269/2014", "Annex I", until=made.on(end)) for end in ends)
    dossiers = (law.dossier(replace(law.ALONE, designations=(each,))) for each in ran_out)
    assert [column("Designations", "Status", each)[0] for each in dossiers] == [
        "in force; stated end renewed to 2025-09-15",
        "stated end passed; no renewal on record",
    ]


def test_a_renewal_that_has_run_out_is_told_with_its_day() -> None:
    listings = (law.freeze("EU", "269/2014", "Annex I", until=until) for until in (made.on("2025-09-15"), None))
    dossiers = (law.dossier(replace(law.ALONE, designations=(each,)), day=date(2026, 11, 23)) for each in listings)
    assert [column("Designations", "Status", each)[0] for each in dossiers] == [
        "stated end passed; renewed to 2026-09-15; no renewal on record after",
        "stated end 2026-09-15; no renewal on record",
    ]


def test_a_source_that_no_page_cites_says_so() -> None:
    assert column("Sources", "On the pages") == [*["yes"] * 4, "no, in this workbook alone"]


def test_a_list_file_that_facts_cite_is_a_row_of_the_lists() -> None:
    cited = Source(id="s-list", title="List two", kind="list")
    dossier = replace(made.DOSSIER, sources=(*made.SOURCES, cited))
    assert column("Lists", "Format", dossier) == ["ftm", "cited, not imported"]


def test_names_stand_in_their_own_script_whatever_the_pages_can_print() -> None:
    assert column("Entities", "Name in original script") == ["Иван Петрович Пример", "", "", "示例公司", ""]


def test_a_search_without_a_result_is_a_row_of_the_designations() -> None:
    assert column("Designations", "Status")[3] == "searched, no entry"
    assert column("Designations", "Searched")[3] == date(2025, 3, 30)


def test_ended_designations_are_told_apart_and_have_the_rulebooks_authority() -> None:
    assert column("Designations", "Status")[4:7] == ["in force", "not in force", "not in force"]
    assert column("Designations", "Authority in the rulebook")[:2] == ["Order 1", "Order 2"]


def test_links_lead_to_web_addresses_alone() -> None:
    assert column("Designations", "Source")[2] == "no public address held"  # the source's is no address of the web
    assert str(column("Positions", "Source")[0]).startswith("https://")


def test_a_birth_date_without_a_reading_stays_as_printed() -> None:
    person = replace(made.PERSON, values=(Value(prop="birthDate", value="about 1960"),))
    assert column("Entities", "Birth date", replace(made.DOSSIER, entities=(person,)))[0] == "about 1960"


def test_who_is_limited_alone_is_not_called_listed() -> None:
    limits = made.us("X", list_type="SSI", measures=("Directive 1",))
    both, alone = (replace(made.BANK, designations=held) for held in ((made.eu(), limits), (limits,)))
    for entity, said in ((both, ("yes", "EU", "US")), (alone, ("limited", "", "US"))):
        found = replace(made.DOSSIER, entities=(entity,))
        headers = ("Listed", "Regimes", "Regimes with limits alone")
        assert tuple(column("Entities", header, found)[0] for header in headers) == said


def searched(*regimes: str) -> tuple[Absence, ...]:
    return tuple(Absence(regime=code, checked=made.on("2025-03-30")) for code in regimes)


def test_only_a_search_or_an_ended_listing_says_that_somebody_is_not_listed() -> None:
    over = replace(made.eu(), ended=True, until=made.on("2024-03-15"))
    for absences, designations, said in (
        ((), (), "not searched"),
        (searched("UK", "EU"), (), "no in EU, UK; elsewhere not searched"),
        (searched("UK"), (over,), "no in EU, UK; elsewhere not searched"),
        (searched("US", "EU", "UK"), (), "no"),
    ):
        linked = replace(made.BROTHER, designations=designations, absences=absences)
        dossier = replace(made.DOSSIER, entities=(made.PERSON,), neighbours=(linked,))
        assert column("Entities", "Listed", dossier)[1] == said


def test_somebody_known_by_name_alone_is_said_to_be_not_looked_up_on_each_sheet_that_names_him() -> None:
    owned = replace(made.PERSON.links[0], object="nk-1")
    dossier = replace(made.DOSSIER, neighbours=(replace(made.BROTHER, links=(owned,)),), names=(("nk-1", "A Company"),))
    [named] = [row for row in made.rows(sheet("Entities", dossier)) if row["Entity id"] == "nk-1"]
    assert {named[header] for header in ("Listed", "Regimes")} == {"not looked up"}
    ends = [(row["Object id"], row["Not looked up"]) for row in made.rows(sheet("Links", dossier))]
    assert ("nk-1", "object") in ends
    assert {said for id, said in ends if id in {"ofac-1", "ofac-2", ""}} == {""}
    told = {row["Word"]: row["Meaning"] for row in made.rows(sheet("Reading key", dossier))}
    assert "it may well be listed" in str(told["not looked up"])
    assert (named["Name"], named["Name in original script"], named["Identifiers"]) == ("A Company", "", "")


def test_unknown_ids_in_a_list_of_entities_stay_ids() -> None:
    odd = replace(made.POSITIONS[0], entities=("ofac-1", "measure-oil", "nobody"))
    named = column("Positions", "Entities", replace(made.DOSSIER, positions=(odd,)))
    assert named == ["Ivan Petrovich Example; Oil import ban; nobody"]


def test_everybody_whom_a_sheet_names_is_a_row_of_the_entities() -> None:
    owned = replace(made.PERSON.links[0], object="nk-1")
    dossier = replace(made.DOSSIER, neighbours=(replace(made.BROTHER, links=(owned,)),), names=(("nk-1", "A Company"),))
    found = {row["Entity id"]: row for row in made.rows(sheet("Entities", dossier))}
    assert {found[id]["In this paper"] for id in ("ofac-1", "ofac-2", "ofac-3", "cn-1")} == {"picked"}
    assert found["ofac-9"]["In this paper"] == "linked"
    assert (found["nk-1"]["Name"], found["nk-1"]["In this paper"]) == ("A Company", "named in a link alone")
    assert found["nk-1"]["Fact key"] == made.pack().keys[made.LIST]
    for name, headers in (("Designations", ("Entity id",)), ("Links", ("Subject id", "Object id"))):
        named = {row[header] for row in made.rows(sheet(name, dossier)) for header in headers}
        assert named - {""} <= set(found)


def test_a_column_in_which_no_row_holds_anything_is_left_out_and_the_name_of_a_row_shrinks_with_it() -> None:
    alone = replace(made.DOSSIER, entities=(made.VESSEL,), neighbours=())
    found = sheet("Entities", alone)
    headers = [column.header for column in found.columns]
    assert "Birth date" not in headers
    assert {"Entity id", "Identifiers"} <= set(headers)
    assert all(any(row[place] for row in found.rows) for place in range(len(headers)))
    assert (sheet("Changes", Dossier(as_of=made.DAY)).leading, sheet("Allies", alone).leading) == (5, 3)


def test_the_reading_key_tells_the_version_the_legal_note_and_what_words_letters_and_blanks_mean() -> None:
    settings = replace(made.pack().settings, version="Draft 0.9", legal="Not legal advice.")
    pack = replace(made.pack(), settings=settings)
    [key] = [one for one in made.brief(pack).sheets if one.name == "Reading key"]
    told = {(row["Of what"], row["Word"]): str(row["Meaning"]) for row in made.rows(key)}
    assert told["This paper", "version"] == "Draft 0.9"
    assert told["This paper", "legal note"] == "Not legal advice."
    assert told["This paper", "as of"] == "31 March 2025"
    assert told["Class of relief", "D New law"].startswith("Only a new statute ends it. Wait: ")
    assert told["Class of relief", "? Unknown"].startswith("The rulebook has no row")
    assert [word for what, word in told if what == "Confidence"] == ["verified", "partly verified", "to be verified"]
    assert "never means no" in told["What is not there", "a blank cell"]
    [bare] = [
        one
        for one in made.brief(replace(pack, settings=replace(settings, version=""))).sheets
        if one.name == "Reading key"
    ]
    assert ("This paper", "version") not in {(row["Of what"], row["Word"]) for row in made.rows(bare)}


def test_how_sure_a_row_is_stands_in_the_words_of_the_pages_on_every_sheet() -> None:
    doubted = replace(made.POSITIONS[0], confidence=Confidence.PARTLY)
    assert column("Positions", "Confidence", replace(made.DOSSIER, positions=(doubted,))) == ["partly verified"]
    words = {"", None, "verified", "partly verified", "to be verified"}
    for one in made.brief(dossier=law.dossier(law.REVIEWED, measures=(law.OIL, law.SWIFT))).sheets:
        headers = [each.header for each in one.columns if "Confidence" in each.header]
        assert {row[header] for row in made.rows(one) for header in headers} <= words


def test_a_position_has_the_sentence_that_its_stance_is_on() -> None:
    dossier = replace(made.DOSSIER, positions=(made.POSITIONS[0], replace(made.POSITIONS[0], id="p-0", issue="gone")))
    assert column("Positions", "Proposition", dossier) == ["Measures should be eased.", ""]


def test_what_has_no_address_says_so() -> None:
    bare = (*made.SOURCES, Source(id="s-bare", title="A letter"))
    dossier = replace(
        made.DOSSIER, sources=bare, positions=(made.POSITIONS[0], replace(made.POSITIONS[0], source="s-bare"))
    )
    assert column("Sources", "Link", dossier)[-1] == "no public address held"
    assert column("Positions", "Source", dossier)[1] == "no public address held"
    assert {"Events", "Measures"} == {
        name for name in ("Events", "Measures") if "no public address held" in column(name, "Source", dossier)
    }


def test_an_address_stands_in_full_beside_its_link_with_what_it_leads_to() -> None:
    found = {row["Fact key"]: row for row in made.rows(sheet("Sources"))}
    keys = made.pack().keys
    press, office = found[keys["s-press"]], found[keys["s-eu"]]
    assert press["Link"] == press["Address"] == made.SOURCES[1].url
    assert press["Leads to"] == "the source"
    assert (office["Link"], office["Address"]) == ("no address of the web", "javascript:alert(1)")


def test_a_designation_with_an_address_of_its_own_has_it_in_full() -> None:
    entity = replace(made.BROTHER, designations=(replace(made.us("TAG-ONE"), url="https://example.org/1"),))
    dossier = replace(made.DOSSIER, neighbours=(entity,))
    for header in ("Source", "Address of its own"):
        assert column("Designations", header, dossier)[-1] == "https://example.org/1"


def test_the_record_of_a_statement_stands_only_where_it_is_another_than_the_entitys() -> None:
    headers = [column.header for column in sheet("Designations").columns]
    assert "Other record id" not in headers
    entity = replace(made.BROTHER, designations=(replace(made.us("TAG-ONE"), record="eu-9"), made.us("TAG-TWO")))
    dossier = replace(made.DOSSIER, neighbours=(entity,))
    assert column("Designations", "Other record id", dossier)[-2:] == ["eu-9", ""]


def test_directives_are_spelled_one_way_and_stand_in_a_column_of_their_own() -> None:
    both = made.us("RUSSIA-EO14024", list_type="Directives 2 and 3")
    menu = made.us("RUSSIA-EO14024", list_type="NS-MBS", measures=("No loans (Directive 1A)",))
    dossier = replace(made.DOSSIER, neighbours=(replace(made.BROTHER, designations=(both, menu)),))
    assert column("Designations", "List type", dossier)[-2:] == ["Directive 2; Directive 3", "NS-MBS"]
    assert column("Designations", "Directive or part", dossier)[-2:] == ["Directive 2; Directive 3", "Directive 1A"]


def test_the_reading_key_explains_the_codes_that_sheets_hold() -> None:
    menu = made.us("RUSSIA-EO14024", list_type="SSI")
    dossier = replace(made.DOSSIER, neighbours=(replace(made.BROTHER, designations=(menu,)),))
    told = {(row["Of what"], row["Word"]) for row in made.rows(sheet("Reading key", dossier))}
    assert {("Regime", "US"), ("Regime", "EU"), ("List type (Designations)", "SSI")} <= told
    assert told.isdisjoint({("List type (Designations)", "NS-CMIC"), ("Regime", "NZ")})
    assert {"Law key", "Id", "Tag", "Language", "Source, link", "Format (Lists)"} <= {what for what, _word in told}
