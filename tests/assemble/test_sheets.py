"""The workbook's sheets: every fact once, beside the key that the pages print."""

from dataclasses import replace
from datetime import date

from assemble import law, made
from briefer.model.brief import Dossier, Sheet
from briefer.model.facts import Value
from briefer.model.policy import Source

NAMES = [
    "Entities", "Designations", "Details", "Links", "Relief", "Remains", "Ripple", "Options", "Allies", "Measures",
    "Positions", "Stances", "Events", "Changes", "Sources", "Lists",
]  # fmt: skip


def sheet(name: str, dossier: Dossier = made.DOSSIER) -> Sheet:
    return next(one for one in made.brief(dossier=dossier).sheets if one.name == name)


def column(name: str, header: str, dossier: Dossier = made.DOSSIER) -> list[object]:
    found = sheet(name, dossier)
    place = [one.header for one in found.columns].index(header)
    return [row[place] for row in found.rows]


def test_all_sheets_stand_even_where_they_are_empty() -> None:
    empty = made.brief(made.pack(keys={}), Dossier(as_of=made.DAY)).sheets
    assert [one.name for one in empty] == NAMES
    assert not any(one.rows for one in empty)
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
        "ran out; renewal not known",
    ]


def test_a_source_that_no_page_cites_says_so() -> None:
    assert column("Sources", "On the pages") == [*["yes"] * 4, "no, in this workbook alone"]


def test_a_list_file_that_facts_cite_is_a_row_of_the_lists() -> None:
    cited = Source(id="s-list", title="List two", kind="list")
    dossier = replace(made.DOSSIER, sources=(*made.SOURCES, cited))
    assert column("Lists", "Format", dossier) == ["ftm", "cited, not imported"]


def test_names_stand_in_their_own_script_whatever_the_pages_can_print() -> None:
    assert column("Entities", "Name in original script") == ["Иван Петрович Пример", "", "", "示例公司"]


def test_a_search_without_a_result_is_a_row_of_the_designations() -> None:
    assert column("Designations", "Status")[3] == "searched, no entry"
    assert column("Designations", "Searched")[3] == date(2025, 3, 30)


def test_ended_designations_are_told_apart_and_have_the_rulebooks_authority() -> None:
    assert column("Designations", "Status")[4:7] == ["in force", "not in force", "not in force"]
    assert column("Designations", "Authority in the rulebook")[:2] == ["Order 1", "Order 2"]


def test_a_link_stands_once_with_both_ends_named() -> None:
    rows = sheet("Links").rows
    assert len(rows) == len({row[:5] for row in rows} | {("again",)})
    assert ("ofac-1", "Ivan Petrovich Example", "Ownership", "ofac-2", "Example Bank") in {row[:5] for row in rows}
    assert ("ofac-1", "Ivan Petrovich Example", "UnknownLink", "", "Some Holding") in {row[:5] for row in rows}


def test_links_lead_to_web_addresses_alone() -> None:
    assert column("Designations", "Source")[2] == ""  # the source's address is no web address
    assert str(column("Positions", "Source")[0]).startswith("https://")


def test_a_birth_date_without_a_reading_stays_as_printed() -> None:
    person = replace(made.PERSON, values=(Value(prop="birthDate", value="about 1960"),))
    assert column("Entities", "Birth date", replace(made.DOSSIER, entities=(person,))) == ["about 1960"]


def test_who_is_limited_alone_is_not_called_listed() -> None:
    limits = made.us("X", list_type="SSI", measures=("Directive 1",))
    both, alone = (replace(made.BANK, designations=held) for held in ((made.eu(), limits), (limits,)))
    for entity, said in ((both, ("yes", "EU", "US")), (alone, ("limited", "", "US"))):
        found = replace(made.DOSSIER, entities=(entity,))
        headers = ("Listed", "Regimes", "Regimes with limits alone")
        assert tuple(column("Entities", header, found)[0] for header in headers) == said


def test_unknown_ids_in_a_list_of_entities_stay_ids() -> None:
    odd = replace(made.POSITIONS[0], entities=("ofac-1", "measure-oil", "nobody"))
    named = column("Positions", "Entities", replace(made.DOSSIER, positions=(odd,)))
    assert named == ["Ivan Petrovich Example; Oil import ban; nobody"]
