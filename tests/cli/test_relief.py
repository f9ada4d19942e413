"""`briefer relief` says for each id the class with every reason, what it takes, and what stays elsewhere."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Briefer

DAY = ("--as-of", "2025-03-31")


def sanction(number: int, entity: str, **properties: str) -> str:
    held = {name: [value] for name, value in {"entity": entity, **properties}.items()}
    return json.dumps({"id": f"s{number}", "schema": "Sanction", "properties": held})


LINES = [
    '{"id":"ofac-1","schema":"Person","caption":"One","properties":{"name":["One"]}}',
    '{"id":"ofac-2","schema":"Person","caption":"Two","properties":{"name":["Two"]}}',
    sanction(1, "ofac-1", country="us", program="RUSSIA-EO14024", listType="SDN", startDate="2022-04-06"),
    sanction(2, "ofac-1", country="us", program="UKRAINE-EO13661", listType="SDN"),
    sanction(3, "ofac-1", country="eu", program="269/2014", listType="Annex I", startDate="2022-04-08"),
    sanction(4, "ofac-1", country="gb", program="Russia", listType="UK Sanctions List"),
    sanction(5, "ofac-1", country="au", program="Autonomous Sanctions (Russia)", startDate="2022-03-14"),
    sanction(6, "ofac-2", country="us", program="NOBODY-EO1", listType="SDN", startDate="2022-04-06"),
]
MEASURES = (
    "id,title,regime,authority,text,lifting,class,start,until,sources,confidence\n"
    "measure-crimea-embargo,Embargo,US,EO 13685,Bars trade.,Statute.,D,2014-12-19,,,partly\n"
    "measure-new-investment,Investment,US,EO 14071,Bars it.,Order.,A,2022-04-06,,,partly\n"
    "measure-eu-crimea,European embargo,EU,692/2014,Bars trade.,Council.,unknown,2014-06-23,2025-06-23,,partly\n"
)


@pytest.fixture
def filled(tmp_path: Path, briefer: Briefer) -> Briefer:
    """The command line on a library with two people and three measures."""
    ftm, measures = tmp_path / "small.ftm.json", tmp_path / "measures.csv"
    ftm.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    measures.write_text(MEASURES, encoding="utf-8")
    assert briefer("import", ftm, "--published", "2025-03-01").code == 0
    assert briefer("positions", "import", measures).code == 0
    return briefer


def test_the_json_holds_what_scripts_rely_on(filled: Briefer) -> None:
    said = filled("relief", "ofac-1", *DAY, "--json")
    assert (said.code, said.err) == (0, "")
    [found] = said.json
    assert {name: found[name] for name in ("id", "caption", "as_of", "class", "contested")} == {
        "id": "ofac-1",
        "caption": "One",
        "as_of": "2025-03-31",
        "class": "B",
        "contested": False,
    }
    first, second = found["reasons"]
    assert (first["programme"], first["class"], second["programme"], second["class"]) == (
        "UKRAINE-EO13661",
        "B",
        "RUSSIA-EO14024",
        "A",
    )
    contract = {"programme", "authority", "class", "instruments", "actor", "conditions", "contested", "citations"}
    assert all(set(reason) >= contract | {"confidence"} for reason in found["reasons"])
    assert first["instruments"][0] == "Delisting after review"
    assert [(act["actor"], act["instruments"]) for act in first["acts"]] == [
        (
            "President reports; then Treasury (OFAC), or State for listings that State made",
            ["Delisting after review"],
        ),
        ("Treasury (OFAC)", ["Specific licence", "General licence"]),
    ]
    assert (first["unsettled"], second["unsettled"]) == ([], second["conditions"][:1])
    assert "22 USC 9522(a)-(b)" in first["citations"]
    assert (first["since"], second["since"]) == (None, "2022-04-06")
    assert [(row["regime"], row["until"]) for row in found["remains"]] == [
        ("EU", "2025-09-15"),
        ("UK", None),
        ("AU", None),
    ]
    assert all(row["act"] for row in found["remains"])


def test_the_answers_stand_in_the_order_asked_each_once(filled: Briefer) -> None:
    asked = ("measure-crimea-embargo", "ofac-2", "measure-eu-crimea", "ofac-1", "ofac-2")
    found = filled("relief", *asked, *DAY, "--json").json
    assert [(row["id"], row["class"]) for row in found] == [
        ("measure-crimea-embargo", "D"),
        ("ofac-2", "unknown"),
        ("measure-eu-crimea", None),
        ("ofac-1", "B"),
    ]
    assert found[1]["unknown"] == ["NOBODY-EO1"]


def test_a_person_reads_class_instruments_conditions_and_what_stays(filled: Briefer) -> None:
    text = filled("relief", "ofac-1", "ofac-2", "measure-eu-crimea", *DAY).out
    assert "One (ofac-1), as of 31 March 2025: class B (the executive, subject to review by Congress; partly)" in text
    assert "  A: RUSSIA-EO14024, SDN, since 6 April 2022 (verified)" in text
    assert (
        "     Specific licence\n        who acts: Treasury (OFAC)\n"
        "        legal minimum time: No fixed term; practical time: Weeks to months\n" in text
    )
    assert "Congress: None for a routine licence; review where a licence significantly alters policy" in text
    assert "     RUSSIA-EO14024: Amending or revoking an executive order\n        who acts: President\n" in text
    assert "No list states since when; counted as in force." in text
    assert "stays: EU, Regulation (EU) No 269/2014; Decision 2014/145/CFSP, until 15 September 2025" in text
    assert "stays: UK, Sanctions and Anti-Money Laundering Act 2018; SI 2019/855, no end stated" in text
    assert "stays: AU, Autonomous Sanctions Regulations 2011, end not known" in text
    assert "Two (ofac-2), as of 31 March 2025: class unknown" in text
    assert (
        "European embargo (measure-eu-crimea), as of 31 March 2025: nothing of the United States in force "
        "(it is a measure of another regime)" in text
    )
    later = filled("relief", "measure-new-investment", "--as-of", "2022-01-01").out
    assert "nothing of the United States in force (the measure is not in force on that day)" in later


def test_each_thing_is_said_once_with_the_tags_that_it_is_true_of(filled: Briefer) -> None:
    text = filled("relief", "ofac-1", "ofac-2", *DAY).out
    one = text[: text.index("Two (ofac-2)")]
    lines = [line.strip() for line in one.splitlines()]
    assert lines.count("General licence") == 1
    assert "UKRAINE-EO13661: Delisting after review" in lines
    assert "RUSSIA-EO14024: Delisting" in lines
    said = [line for line in lines if len(line) > 60]
    assert len(said) == len(set(said))
    assert text.count("No list of EU") <= 1


def test_both_times_are_named_and_days_are_in_words(filled: Briefer) -> None:
    text = filled("relief", "ofac-1", *DAY).out
    assert (
        "legal minimum time: 30 calendar days after the report, 60 if it is submitted from 10 July to 7 September; "
        "practical time: One to three years on petition, then the review" in text
    )
    assert not re.search(r"\b\d{4}-\d{2}-\d{2}\b", text)
    [found] = filled("relief", "ofac-1", *DAY, "--json").json
    assert found["reasons"][1]["since"] == "2022-04-06"


def test_the_notes_of_an_answer_are_told_to_scripts_too(filled: Briefer, tmp_path: Path) -> None:
    measures = tmp_path / "more.csv"
    head = "id,title,regime,authority,start,confidence,entities\n"
    measures.write_text(f"{head}measure-x,Reserves,EU,833/2014,2022-02-28,partly,ofac-1\n", encoding="utf-8")
    assert filled("positions", "import", measures).code == 0
    [found] = filled("relief", "ofac-1", *DAY, "--json").json
    assert found["notes"] == ["“Reserves” (EU) lists nobody and bears on it; ask for measure-x too."]


def test_what_a_later_statute_contests_is_called_contested(filled: Briefer) -> None:
    text = filled("relief", "measure-new-investment", "ofac-1", "--as-of", "2026-10-31").out
    assert "class A, contested" in text
    assert "  A, contested: " in text
    assert "Public Law 119-111" in text
    assert "until 15 March 2025 unless renewed" in filled("relief", "ofac-1", "--as-of", "2025-03-13").out
    assert ", stated end 15 September 2026; no renewal on record" in text
    [_, said] = json.loads(filled("relief", "measure-new-investment", "ofac-1", "--as-of", "2026-10-31", "--json").out)
    [union] = [one for one in said["remains"] if one["regime"] == "EU"]
    assert (union["until"], union["basis"], union["ran_to"]) == (None, "lapsed?", "2026-09-15")


def test_an_offices_own_rows_answer_and_show(filled: Briefer, tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text(
        '[[class]]\ntags = ["NOBODY-EO1"]\nclass = "A"\nreason = "Ours."\nactor = "Us"\ncitation = "Our memo"\n'
        '[[programme]]\ntag = "NOBODY-EO1"\nregime = "US"\ntitle = "Nobody"\nauthority = "EO 1"\n',
        encoding="utf-8",
    )
    said = filled("relief", "ofac-2", *DAY, "--rulebook", path, "--json")
    assert (said.json[0]["class"], said.json[0]["overlay"]) == ("A", True)
    assert "[the office's own row]" in filled("relief", "ofac-2", *DAY, "--rulebook", path).out


def test_a_rulebook_file_with_a_fault_is_named(filled: Briefer, tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text('[[class]]\ntags = ["CUBA"]\nclass = "A"\nreason = "x"\nactor = "x"\n', encoding="utf-8")
    said = filled("relief", "ofac-2", *DAY, "--rulebook", path)
    assert (said.code, said.out) == (2, "")
    assert "office.toml, row 1 (CUBA): the class has no citation" in said.err


def test_an_unknown_id_is_named(filled: Briefer) -> None:
    said = filled("relief", "ofac-1", "ofac-9", *DAY)
    assert (said.code, said.out) == (2, "")
    assert "no entity or measure “ofac-9”" in said.err


def test_a_tag_in_the_place_of_an_id_is_told_as_a_tag(filled: Briefer) -> None:
    said = filled("relief", "RUSSIA-EO14204", *DAY)
    assert (said.code, said.out) == (2, "")
    assert "did you mean the tag RUSSIA-EO14024 or RUSSIA-EO14065?" in said.err
    told = "it is a programme’s tag – `briefer relief --programme SSIDES` answers for it"
    assert told in filled("relief", "SSIDES", *DAY).err


def test_today_is_asked_for_where_no_day_is_named(filled: Briefer) -> None:
    assert filled("relief", "ofac-1", "--json").json[0]["as_of"] >= "2026-01-01"


def test_records_decided_to_be_one_are_answered_as_one(filled: Briefer) -> None:
    assert filled("same", "yes", "ofac-1", "ofac-2", "--by", "A. Clerk", "--why", "same passport").code == 0
    [found] = filled("relief", "ofac-1", "ofac-2", *DAY, "--json").json
    assert (found["id"], found["class"], found["unknown"]) == ("ofac-1", "B", ["NOBODY-EO1"])


def test_an_unknown_tag_beside_known_ones_gives_at_least_their_class(filled: Briefer) -> None:
    assert filled("same", "yes", "ofac-1", "ofac-2", "--by", "A. Clerk", "--why", "same passport").code == 0
    assert filled("relief", "ofac-1", *DAY, "--json").json[0]["at_least"] is True
    text = filled("relief", "ofac-1", *DAY).out
    assert "at least class B (the executive, subject to review by Congress; partly); 1 tag unknown" in text


def library(briefer: Briefer, tmp_path: Path, *items: str) -> Briefer:
    """The command line on a library with one person who has these designations."""
    path = tmp_path / "one.ftm.json"
    person = '{"id":"ofac-5","schema":"Person","caption":"Five","properties":{"name":["Five"]}}'
    path.write_text("\n".join((person, *items)) + "\n", encoding="utf-8")
    assert briefer("import", path, "--published", "2014-01-01").code == 0
    return briefer


def test_an_unknown_tag_near_known_ones_suggests_them_and_takes_no_class(briefer: Briefer, tmp_path: Path) -> None:
    typed = sanction(1, "ofac-5", country="us", program="RUSSIA-EO14204", listType="SDN", startDate="2022-04-06")
    held = library(briefer, tmp_path, typed)
    text = held("relief", "ofac-5", *DAY).out
    assert "unknown: RUSSIA-EO14204, SDN" in text
    assert "Did you mean RUSSIA-EO14024 or RUSSIA-EO14065? A suggestion from the spelling alone" in text
    [found] = held("relief", "ofac-5", *DAY, "--json").json
    assert (found["class"], found["unknown"]) == ("unknown", ["RUSSIA-EO14204"])


def test_what_is_listed_only_from_a_later_day_is_not_said_never_to_have_been_listed(
    briefer: Briefer, tmp_path: Path
) -> None:
    listed = sanction(1, "ofac-5", country="us", program="UKRAINE-EO13661", listType="SDN", startDate="2014-03-20")
    held = library(briefer, tmp_path, listed)
    text = held("relief", "ofac-5", "--as-of", "2014-03-17").out
    assert "nothing of the United States in force (it is listed only from a later day on)" in text
    assert "not yet: UKRAINE-EO13661 from 20 March 2014, the day that the list states" in text
    assert held("relief", "ofac-5", "--as-of", "2014-03-17", "--json").json[0]["to_come"] == [
        "UKRAINE-EO13661 from 2014-03-20"
    ]
    assert "not yet" not in held("relief", "ofac-5", "--as-of", "2014-03-20").out


def test_an_act_later_than_the_day_is_said_to_be_later(briefer: Briefer, tmp_path: Path) -> None:
    listed = sanction(1, "ofac-5", country="us", program="PAARSSR-EO13894", listType="SDN", startDate="2020-06-17")
    older = sanction(2, "ofac-5", country="us", program="NPWMD", listType="SDN", startDate="2010-06-17")
    held = library(briefer, tmp_path, listed, older)
    text = held("relief", "ofac-5", "--as-of", "2025-03-17").out
    assert "after EO 14312 (EO 14312: issued later, on 30 June 2025)" in text
    assert "issued later" not in held("relief", "ofac-5", "--as-of", "2025-07-01").out
    early = held("relief", "ofac-5", "--as-of", "2016-06-01").out
    assert "does not name the order (22 USC 9511: enacted later, on 2 August 2017)" in early


def test_two_listings_under_one_tag_are_told_apart_by_their_lists(briefer: Briefer, tmp_path: Path) -> None:
    both = (
        sanction(number, "ofac-5", country="us", program="RUSSIA-EO14024", listType=kind, startDate="2022-02-24")
        for number, kind in enumerate(("SDN", "NS-MBS"), 1)
    )
    text = library(briefer, tmp_path, *both)("relief", "ofac-5", *DAY).out
    assert "     RUSSIA-EO14024 (NS-MBS):\n" in text
    assert "     RUSSIA-EO14024 (NS-MBS): Amending or rescinding a directive or determination\n" in text


def test_an_end_known_by_its_month_is_told_as_a_month(tmp_path: Path, briefer: Briefer) -> None:
    ftm = tmp_path / "month.ftm.json"
    listed = sanction(9, "ofac-1", country="au", program="Autonomous Sanctions (Russia)", startDate="2022-04")
    ftm.write_text(f"{LINES[0]}\n{listed}\n", encoding="utf-8")
    assert briefer("import", ftm, "--published", "2025-03-01").code == 0
    assert ", until April 2025" in briefer("relief", "ofac-1", *DAY).out
    [row] = briefer("relief", "ofac-1", *DAY, "--json").json[0]["remains"]
    assert (row["until"], row["since"]) == ("2025-04", "2022-04")
