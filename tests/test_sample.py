"""The sample library is plain text that anybody can review; what it says must hold together before it is loaded."""

import csv
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date

import msgspec
import pytest

from briefer import rulebook
from briefer.model.facts import Confidence
from briefer.model.pack import Pack
from briefer.pack import validate
from briefer.shipped import data
from briefer.sources.dates import parse
from briefer.text import citations, mentions

SAMPLE = data("assets", "sample")
AS_OF = date(2025, 3, 31)
CODIFIED = {"UKRAINE-EO13660", "UKRAINE-EO13661", "UKRAINE-EO13662", "UKRAINE-EO13685", "CYBER2"}
WORDS = set(Confidence)
LIKELIHOOD = {
    "Almost no chance",
    "Very unlikely",
    "Unlikely",
    "Roughly even chance",
    "Likely",
    "Very likely",
    "Almost certain",
}
STATEMENTS = ("Sanction", "Ownership", "Directorship", "Family", "UnknownLink")
ENDS = {
    "Sanction": ("entity",),
    "Ownership": ("owner", "asset"),
    "Directorship": ("director", "organization"),
    "Family": ("person", "relative"),
    "UnknownLink": ("subject", "object"),
}


def table(name: str) -> list[dict[str, str]]:
    rows = list(csv.DictReader(SAMPLE.joinpath(f"{name}.csv").read_text(encoding="utf-8").splitlines()))
    assert len({row["id"] for row in rows}) == len(rows), f"an id of {name}.csv stands twice"
    return rows


LINES = [json.loads(line) for line in SAMPLE.joinpath("entities.ftm.json").read_text(encoding="utf-8").splitlines()]
ENTITIES = {line["id"]: line for line in LINES if line["schema"] not in STATEMENTS}
SANCTIONS = [line["properties"] for line in LINES if line["schema"] == "Sanction"]
SOURCES, ISSUES, POSITIONS, EVENTS, MEASURES = map(table, ("sources", "issues", "positions", "events", "measures"))
PACK = msgspec.convert(tomllib.loads(SAMPLE.joinpath("pack.toml").read_text(encoding="utf-8")), type=Pack)


def many(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def ids(rows: list[dict[str, str]]) -> set[str]:
    return {row["id"] for row in rows}


def in_force(id: str, country: str) -> list[dict[str, list[str]]]:
    return [
        said
        for said in SANCTIONS
        if said["entity"] == [id] and said["country"] == [country] and said.get("status") is None
    ]


def listed(id: str, country: str, kind: str) -> bool:
    return any(kind in said["listType"] for said in in_force(id, country))


def section(id: str) -> str:
    return next(found.text for found in PACK.sections if found.id == id)


def prose() -> Iterator[str]:
    yield from (found.text for found in PACK.sections)
    for row in (*POSITIONS, *EVENTS, *MEASURES, *ISSUES, *SOURCES):
        yield from row.values()
    for line in LINES:
        yield from (text for texts in line["properties"].values() for text in texts)


def test_there_is_enough_of_everything():
    listings = {said["entity"][0] for said in SANCTIONS if said.get("status") is None}
    assert len(listings) >= 36
    assert len(MEASURES) >= 10
    assert len(ISSUES) >= 7
    assert len(POSITIONS) >= 32
    assert len({row["holder"] for row in POSITIONS}) >= 20
    assert len({row["issue"] for row in POSITIONS}) >= 6
    assert len(EVENTS) >= 34


def test_ids_are_unique_and_every_line_has_a_schema_and_a_caption():
    assert len({line["id"] for line in LINES}) == len(LINES)
    assert all(
        line["schema"] and line["caption"] and line["datasets"] == ["Sample library of November 2026"] for line in LINES
    )


def test_every_statement_points_at_an_entity_of_the_file():
    for line in LINES:
        for end in ENDS.get(line["schema"], ()):
            assert [id for id in line["properties"][end] if id not in ENTITIES] == [], line["id"]


def test_every_line_and_row_cites_sources_that_exist():
    known = ids(SOURCES)
    for line in LINES:
        proof = line["properties"].get("proof", [])
        assert proof, f"{line['id']} cites nothing"
        assert set(proof) <= known, line["id"]
    for row in POSITIONS:
        assert row["source"] in known, row["id"]
    for row in (*EVENTS, *MEASURES):
        assert many(row["sources"]), f"{row['id']} cites nothing"
        assert set(many(row["sources"])) <= known, row["id"]


def test_every_confidence_is_one_of_the_three_words():
    said = {word for line in LINES for word in line["properties"].get("confidence", ["none"])}
    said |= {row["confidence"] for rows in (SOURCES, POSITIONS, EVENTS, MEASURES) for row in rows}
    assert said == WORDS


def test_every_source_is_used():
    used = {id for line in LINES for id in line["properties"]["proof"]}
    used |= {row["source"] for row in POSITIONS} | {id for row in (*EVENTS, *MEASURES) for id in many(row["sources"])}
    used |= {found.source for part in PACK.sections for found in citations(part.text)}
    assert sorted(ids(SOURCES) - used) == []


def test_rows_refer_to_issues_and_entities_that_exist():
    assert {row["issue"] for row in POSITIONS} == ids(ISSUES)
    for row in (*POSITIONS, *EVENTS):
        assert set(many(row["entities"])) <= set(ENTITIES), row["id"]


def dated() -> Iterator[tuple[str, str]]:
    for line in LINES:
        for prop in ("startDate", "date", "birthDate", "incorporationDate"):
            for text in line["properties"].get(prop, []):
                yield line["id"], text
    columns = ("date", "said_on", "reported_on", "start")
    sources = [row for row in SOURCES if row["kind"] != "list"]
    for row in (*sources, *POSITIONS, *EVENTS, *MEASURES):
        yield from ((row["id"], row[column]) for column in columns if row.get(column))
    yield from ((row.step, row.date) for row in PACK.clearances if row.date)
    yield from ((number, day) for number, day, _ in PACK.settings.versions)


@pytest.mark.parametrize(("id", "text"), sorted(set(dated())))
def test_no_date_lies_after_the_as_of_day(id, text):
    found = parse(text)
    assert found.earliest is not None, f"{id}: {text} is no date"
    assert found.earliest <= AS_OF, f"{id} is of {text}"


def test_a_list_read_in_a_later_edition_says_what_was_left_out():
    later = [row for row in SOURCES if row["kind"] == "list" and parse(row["date"]).earliest > AS_OF]
    assert {row["id"] for row in later} == {"eu-269-2014", "eu-833-2014", "uk-list", "ca-list", "au-list"}
    assert all("left out" in row["note"] for row in later)


def test_european_listings_in_force_run_to_the_next_renewal():
    ends = {"269/2014": ["2025-09-15"], "833/2014": ["2025-07-31"]}
    found = [said for said in SANCTIONS if said["country"] == ["eu"] and said.get("status") is None]
    assert found
    assert all(said["endDate"] == ends[said["program"][0]] for said in found)


def test_an_absence_says_where_and_when_it_was_looked_for():
    found = [said for said in SANCTIONS if said.get("status") == ["not listed"]]
    assert len(found) >= 20
    assert all(said["modifiedAt"] and said["summary"] and "program" not in said for said in found)
    editions = {row["date"] for row in SOURCES if row["kind"] == "list"}
    for said in found:
        (checked,) = said["modifiedAt"]
        assert checked in editions, said["entity"]
        assert said["summary"][0].endswith("is inferred."), said["entity"]


def test_an_australian_term_ends_on_its_third_anniversary_or_says_that_it_was_continued():
    found = [said for said in SANCTIONS if said["country"] == ["au"] and said.get("status") is None]
    assert found
    for said in found:
        start = date.fromisoformat(said["startDate"][0])
        third = start.replace(year=start.year + 3)
        if third > AS_OF:
            assert said["endDate"] == [third.isoformat()], said["entity"]
            assert "unless continued" in said["summary"][0]
        else:
            assert "endDate" not in said, said["entity"]
            assert "so continued since" in said["summary"][0]


def test_no_row_is_surer_than_the_surest_of_its_sources():
    order = list(Confidence)
    sure = {row["id"]: order.index(Confidence(row["confidence"])) for row in SOURCES}
    rows = [(line["id"], line["properties"]["proof"], line["properties"]["confidence"][0]) for line in LINES]
    rows += [(row["id"], [row["source"]], row["confidence"]) for row in POSITIONS]
    rows += [(row["id"], many(row["sources"]), row["confidence"]) for row in (*EVENTS, *MEASURES)]
    assert [id for id, sources, word in rows if order.index(Confidence(word)) < min(sure[it] for it in sources)] == []


def test_every_programme_stands_in_the_rulebook_on_the_as_of_day():
    rows = rulebook.programmes()
    for tag in {tag for said in SANCTIONS for tag in said.get("program", [])}:
        found = rulebook.find(rows, tag, AS_OF)
        assert found is not None, tag
    regimes = {"us": "US", "eu": "EU", "gb": "UK", "ca": "CA", "au": "AU"}
    for said in SANCTIONS:
        for tag in said.get("program", []):
            assert rulebook.find(rows, tag, AS_OF).regime == regimes[said["country"][0]]


def test_measures_of_the_classes_a_c_and_d_occur():
    assert {row["class"] for row in MEASURES} >= {"A", "C", "D"}
    assert all(row["id"].startswith("measure-") for row in MEASURES)


def test_every_position_has_a_stance_in_range_a_day_and_a_sentence():
    for row in POSITIONS:
        assert row["stance"] in {"-2", "-1", "0", "1", "2", "unclear"}, row["id"]
        assert row["said_on"] or row["reported_on"], row["id"]
        assert row["paraphrase"], row["id"]
        assert row["chain"], row["id"]
        assert row["basis"] in {"said", "voted", "signed", "reported", "inferred"}, row["id"]


def test_a_quote_has_a_day_a_language_and_a_source_and_is_no_translation():
    quoted = [row for row in POSITIONS if row["quote"]]
    assert quoted
    for row in quoted:
        assert row["said_on"], row["id"]
        assert row["language"], row["id"]
        assert row["source"], row["id"]
        assert "translated" not in row["chain"], row["id"]
        assert len(row["quote"].split()) <= 25, row["id"]


def test_a_translation_names_its_language_and_says_that_it_is_one():
    translated = [row for row in POSITIONS if row["translation"]]
    assert translated
    for row in translated:
        assert row["language"] not in {"", "en"}, row["id"]
        assert re.search(r"translated|post of the government spokesman in English", row["chain"]), row["id"]


def test_the_grades_of_sources_and_positions_are_admiralty_codes():
    grades = [row["grade"] for row in (*SOURCES, *POSITIONS) if row["grade"]]
    assert all(re.fullmatch(r"[A-F][1-6]", grade) for grade in grades)


def test_karina_rotenberg_is_still_listed_on_the_as_of_day():
    assert listed("ofac-35317", "us", "SDN")
    assert not in_force("ofac-35317", "eu")


def test_the_pack_is_valid_and_of_the_size_that_the_paper_says():
    validate(PACK, "pack.toml")
    assert PACK.as_of == AS_OF
    assert 12 <= len(PACK.entities) <= 14
    assert len(PACK.measures) == 7
    assert len(PACK.issues) >= 6
    assert len(PACK.positions) >= 24


def test_what_the_pack_names_exists():
    assert set(PACK.entities) <= set(ENTITIES)
    assert set(PACK.measures) <= ids(MEASURES)
    assert set(PACK.positions) <= ids(POSITIONS)
    assert set(PACK.issues) <= ids(ISSUES)
    assert set(PACK.settings.events) <= ids(EVENTS)
    things = {*ENTITIES, *ids(MEASURES)}
    for part in PACK.sections:
        assert {found.source for found in citations(part.text)} <= ids(SOURCES), part.id
        assert set(mentions(part.text)) <= things, part.id


def test_a_picked_measure_needs_a_new_statute():
    classes = {row["id"]: row["class"] for row in MEASURES}
    assert "D" in {classes[id] for id in PACK.measures}


def test_each_picked_issue_has_a_picked_position():
    by_id = {row["id"]: row["issue"] for row in POSITIONS}
    assert {by_id[id] for id in PACK.positions} == set(PACK.issues)


def test_each_note_belongs_to_a_picked_entity():
    notes = [part for part in PACK.sections if part.kind == "entity-note"]
    assert len(notes) >= 8
    assert all(part.parent == "entity-sheets" for part in notes)
    assert all(part.id.removeprefix("note-") in PACK.entities for part in notes)


def test_each_option_has_a_tranche_of_its_own_kind_that_names_picks_and_issues_of_the_pack():
    options = [part.id for part in PACK.sections if part.kind == "option"]
    assert [found.section for found in PACK.tranches] == options
    assert [found.kind for found in PACK.tranches] == ["none", "licence", "tranche", "broad"]
    known = {row.id for row in rulebook.load().instruments}
    for found in PACK.tranches:
        assert set(found.entities) <= set(PACK.entities), found.id
        assert set(found.issues) <= set(PACK.issues), found.id
        assert set(found.instruments) <= known, found.id


def test_the_four_options_answer_the_same_questions():
    options = [part for part in PACK.sections if part.kind == "option"]
    assert [part.title for part in options] == [
        "Keep all measures",
        "Licence for licence",
        "Named tranche",
        "Broad relief",
    ]
    terms = [re.findall(r"^(\S.*)\n: ", part.text, re.MULTILINE) for part in options]
    assert ["Recommended" in found for found in terms] == [False, True, False, False]
    asked = {tuple(term for term in found if term != "Recommended") for found in terms}
    assert len(asked) == 1
    assert len(asked.pop()) == 7


def test_every_section_of_the_sample_is_printed():
    assert all(part.include for part in PACK.sections)
    assert {"relief", "calendar", "ownership"} <= {part.kind for part in PACK.sections}


def test_the_counts_in_the_bottom_line_are_those_of_the_data():
    tags = {id: {tag for said in in_force(id, "us") for tag in said["program"]} for id in PACK.entities}
    british = {id for id in PACK.entities if any("Asset freeze" in said["provisions"] for said in in_force(id, "gb"))}
    frozen = {id for id in PACK.entities if listed(id, "eu", "Annex I")}
    annexed = {id for id in PACK.entities if in_force(id, "eu")}
    counts = {
        "entries": len(PACK.entities),
        "codified": sum(bool(found & CODIFIED) for found in tags.values()),
        "blocked": sum(listed(id, "us", "SDN") for id in PACK.entities),
        "british": len(british),
        "frozen": len(frozen),
        "annexes only": len(annexed - frozen),
        "listed in the EU or UK": len(british | annexed),
        # The Central Bank's reserves are immobilised by an article that lists nobody.
        "abroad": len(british | annexed | {"ofac-31695"}),
    }
    assert counts == {
        "entries": 14,
        "codified": 6,
        "blocked": 12,
        "british": 12,
        "frozen": 6,
        "annexes only": 2,
        "listed in the EU or UK": 12,
        "abroad": 13,
    }
    assert "Of fourteen entries, at least six carry a tag of orders" in section("bottom-line")
    assert "Eight show later powers only" in section("bottom-line")
    assert "Thirteen would stay restricted" in section("bottom-line")
    assert (
        "Twelve have their assets frozen by the United Kingdom and six by the European Union, where two more"
        in section("bottom-line")
    )
    assert "6 of 14" in section("figures")
    assert "13 of 14" in section("figures")
    assert (
        section("in-force").strip().startswith("As far as the lists at hand show, twelve of the fourteen are blocked")
    )
    assert "thirteen of the fourteen stay restricted" in section("allies")
    assert "Twelve are listed there, and the Central Bank" in section("allies")


def test_the_bottom_line_fits_four_lines():
    first = section("bottom-line").strip().split("\n\n")[0].partition(" [@")[0]
    assert len(first) <= 330


def test_likelihood_words_are_those_of_icd_203_and_stand_in_the_risk_table_alone():
    rows = [line.split("|") for line in section("risks").splitlines() if line.startswith("|")][2:]
    assert rows
    assert {row[2].strip() for row in rows} <= LIKELIHOOD
    table_alone = "\n".join(line for line in section("risks").splitlines() if not line.startswith("|"))
    others = [table_alone, *(part.text for part in PACK.sections if part.id != "risks")]
    for text in others:
        assert not re.search(r"\b(un)?likely\b|almost certain|even chance", text, re.IGNORECASE)
    assert not any(re.search(r"confidence", cell) for row in rows for cell in row)


def test_the_review_is_never_called_an_approval():
    for text in prose():
        for found in re.finditer(r"[^.\n]*\bapprov\w*[^.\n]*", text, re.IGNORECASE):
            assert "the law says review" in found[0] or "not for approval" in found[0], found[0]


def test_words_of_the_seed_article_are_not_taken_over():
    loaded = r"bold plan|military operation|peace through dialogue|economic warfare|pragmatic|stalemate|directed State"
    assert [text for text in prose() if re.search(loaded, text, re.IGNORECASE)] == []


def test_addresses_are_whole_and_secure():
    assert all(row["url"] == "" or re.fullmatch(r"https://[^/]+/.+", row["url"]) for row in SOURCES)


def test_each_entity_says_in_one_sentence_who_or_what_it_is():
    assert [id for id, line in ENTITIES.items() if len(line["properties"].get("summary", [])) != 1] == []


def test_shares_are_numbers_and_unknown_ones_are_left_out():
    shares = Counter(bool(line["properties"].get("percentage")) for line in LINES if line["schema"] == "Ownership")
    assert shares[True] >= 10
    assert shares[False] >= 5
    for line in LINES:
        for text in line["properties"].get("percentage", []):
            assert re.fullmatch(r"\d{1,3}(\.\d+)?( per cent plus one share)?", text), line["id"]
