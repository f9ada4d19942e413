"""`briefer ripple` answers with the contract's lists and names the holdings that decide."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Briefer


def company(id: str, *listings: dict[str, Any]) -> list[dict[str, Any]]:
    lines = [{"id": id, "schema": "Company", "caption": f"{id} AG", "properties": {"name": [f"{id} AG"]}}]
    for number, said in enumerate(listings):
        properties = {"entity": [id], **{name: [text] for name, text in said.items()}}
        lines.append({"id": f"s-{id}-{number}", "schema": "Sanction", "properties": properties})
    return lines


def holding(owner: str, asset: str, **said: str) -> dict[str, Any]:
    properties = {"owner": [owner], "asset": [asset], **{name: [text] for name, text in said.items()}}
    return {"id": f"o-{owner}-{asset}", "schema": "Ownership", "properties": properties}


SDN = {"country": "us", "program": "RUSSIA-EO14024", "listType": "SDN", "startDate": "2022-04-06"}
ANNEX = {"country": "eu", "program": "269/2014", "provisions": "Asset freeze", "startDate": "2022-04-06"}
LINES = (
    *company("xeno", SDN, ANNEX),
    *company("yota", SDN),
    *company("alba"),
    *company("bora"),
    *company("cava"),
    *company("dora", SDN),
    *company("elba"),
    holding("xeno", "alba", percentage="50.00"),
    holding("alba", "bora", percentage="60"),
    holding("xeno", "cava"),
    holding("xeno", "dora", percentage="33.3"),
    holding("xeno", "elba", percentage="100", startDate="2015-01-01", endDate="2024-06-30"),
    {"id": "d-1", "schema": "Directorship", "properties": {"director": ["yota"], "organization": ["alba"]}},
)


@pytest.fixture
def filled(tmp_path: Path, briefer: Briefer) -> Briefer:
    path = tmp_path / "world.ftm.json"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in LINES), encoding="utf-8")
    assert briefer("import", path, "--published", "2025-03-01").code == 0
    return briefer


def test_the_json_is_the_contracts(filled: Briefer) -> None:
    said = filled("--json", "ripple", "--delist", "xeno", "--as-of", "2025-03-31")
    assert said.code == 0
    found = said.json
    assert found["rule"] == "us"
    assert found["before"] == ["alba", "bora", "dora", "xeno", "yota"]
    assert found["after"] == ["dora", "yota"]
    assert found["freed"] == ["alba", "bora", "xeno"]
    assert found["still_blocked"] == [{"id": "dora", "path": "own listing"}]
    assert (found["indeterminate"], found["review"]) == (["cava"], ["alba"])
    assert found["paths"][1] == {
        "id": "bora",
        "path": [
            {"owner": "xeno", "asset": "alba", "percentage": 50},
            {"owner": "alba", "asset": "bora", "percentage": 60},
        ],
    }
    assert '"percentage": 50\n' in said.out


SECTORAL = {"country": "us", "program": "UKRAINE-EO13662", "listType": "SSI", "provisions": "Directive 2"}
BESIDE = (
    *company("gala", SECTORAL),
    *company("hera"),
    *company("ivo", SDN),
    *company("juno", SDN),
    *company("kilo"),
    holding("juno", "kilo"),
    holding("juno", "xeno", percentage="75"),
    holding("xeno", "gala", percentage="44.95"),
    holding("gala", "hera", percentage="60"),
    {
        "id": "u-1",
        "schema": "UnknownLink",
        "properties": {"subject": ["ivo"], "object": ["xeno"], "role": ["Linked To"]},
    },
    {
        "id": "u-2",
        "schema": "UnknownLink",
        "properties": {"subject": ["xeno"], "object": ["kilo"], "role": ["Linked To"]},
    },
    holding("kilo", "ivo"),
)


def beside(filled: Briefer, tmp_path: Path) -> Briefer:
    path = tmp_path / "beside.ftm.json"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in BESIDE), encoding="utf-8")
    assert filled("import", path, "--published", "2025-03-01").code == 0
    return filled


def test_what_is_not_blocked_what_is_linked_and_the_delisted_themselves_are_told(
    filled: Briefer, tmp_path: Path
) -> None:
    said = beside(filled, tmp_path)("--json", "ripple", "--delist", "xeno", "ivo", "--as-of", "2025-03-31").json
    low = "44.95 per cent in blocked hands, below 50; control does not block"
    assert said["not_blocked"] == [
        {"id": "gala", "share": 44.95, "why": low, "undecided": []},
        {"id": "hera", "share": 0, "why": "its holder gala AG (gala) (60 per cent) is not blocked", "undecided": []},
    ]
    linked = {"delisted": "xeno", "id": "kilo", "role": "Linked To", "path": None, "undecided": []}
    assert said["linked"] == [linked]
    step = {"owner": "juno", "asset": "xeno", "percentage": 75}
    assert said["delisted_after"][0] == {"id": "xeno", "status": "blocked", "path": [step], "why": []}
    assert (said["delisted_after"][1]["id"], said["delisted_after"][1]["status"]) == ("ivo", "open")
    assert said["limited"] == [{"id": "gala", "lists": "SSI"}]
    held = {"owner": "gala", "asset": "hera", "percentage": 60}
    stays = {"limit": "EO 13662 Directive 2", "status": "stays", "why": []}
    assert said["limits"] == [
        {"id": "gala", **stays, "path": "own listing", "citation": "", "confidence": "verified"},
        {"id": "hera", **stays, "path": [held], "citation": "OFAC FAQ 373", "confidence": "verified"},
    ]


def test_a_person_reads_what_is_not_blocked_what_is_linked_and_what_keeps_the_delisted_blocked(
    filled: Briefer, tmp_path: Path
) -> None:
    said = beside(filled, tmp_path)("ripple", "--delist", "xeno", "--as-of", "2025-03-31").out
    assert "  xeno AG (xeno) stays blocked through its owners: juno AG holds 75 % of xeno AG\n" in said
    assert "Linked without a holding:\n  ivo AG (ivo): listed itself (Linked To)\n" in said
    assert "  kilo AG (kilo): not blocked (Linked To)\n" in said
    assert "Not blocked before or after:\n  gala AG (gala): 44.95 per cent in blocked hands, below 50; " in said
    assert "(SSI only, no block)" in said
    still = "Limited still (limits short of a block):\n  gala AG (gala): EO 13662 Directive 2: listed itself\n"
    named = "  hera AG (hera): EO 13662 Directive 2: gala AG holds 60 % of hera AG (OFAC FAQ 373; verified)\n"
    assert f"{still}{named}" in said
    freed = filled("ripple", "--delist", "gala", "--as-of", "2025-03-31").out
    assert "gala AG (gala) has no US listing of its own that blocks (SSI only); there is no block to lift." in freed
    assert f"No longer limited through an owner (limits short of a block):\n{named}" in freed
    alone = filled("ripple", "--delist", "ivo", "--as-of", "2025-03-31").out
    assert "  whether ivo AG (ivo) itself stays blocked is open: What share of ivo AG (ivo) kilo AG" in alone


def test_a_holding_counts_on_the_day_asked_for(filled: Briefer) -> None:
    assert "elba" in filled("--json", "ripple", "--delist", "xeno", "--as-of", "2024-06-29").json["freed"]
    assert "elba" not in filled("--json", "ripple", "--delist", "xeno", "--as-of", "2024-06-30").json["before"]


def test_another_regime_has_its_own_list_and_its_own_rule_by_the_day(filled: Briefer) -> None:
    later = filled("--json", "ripple", "--delist", "xeno", "--rule", "eu").json
    assert (later["before"], later["after"]) == (["alba", "bora", "xeno"], [])
    early = filled("--json", "ripple", "--delist", "xeno", "--rule", "eu", "--as-of", "2024-07-02").json
    assert early["before"] == ["xeno"]


def test_the_answer_for_a_person_names_companies_paths_and_reasons(filled: Briefer) -> None:
    said = filled("ripple", "--delist", "xeno", "yota", "--as-of", "2025-03-31").out
    assert "Without xeno AG (xeno), yota AG (yota) on the US list, as of 2025-03-31:" in said
    assert "5 blocked before, 1 after, 4 freed" in said
    assert "bora AG (bora): xeno AG holds 50 % of alba AG; alba AG holds 60 % of bora AG" in said
    assert "dora AG (dora): listed itself" in said
    assert "cava AG (cava): What share of cava AG (cava) xeno AG (xeno) holds is not stated." in said
    assert "FAQs 398, 399, 401, 402" in said
    assert "Delisting under one regime changes nothing under another." in said


def test_a_freed_company_that_is_open_is_not_called_certain_and_care_is_asked_for(
    filled: Briefer, tmp_path: Path
) -> None:
    home = filled("ripple", "--delist", "xeno", "--as-of", "2025-03-31").out
    assert "alba AG (alba): xeno AG holds 50 % of alba AG\n" in home
    assert "For review by a person:" in home
    path = tmp_path / "annex.ftm.json"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in company("yota", ANNEX)), encoding="utf-8")
    assert filled("import", path, "--published", "2025-03-01").code == 0
    abroad = filled("ripple", "--delist", "xeno", "--as-of", "2025-03-31", "--rule", "eu").out
    assert "alba AG (alba): xeno AG holds 50 % of alba AG, not certain" in abroad


def test_decided_records_hold_as_one_and_undecided_ones_are_named(filled: Briefer, tmp_path: Path) -> None:
    path = tmp_path / "registry.ftm.json"
    lines = [*company("zulu"), holding("reg-yota", "zulu", percentage="75")]
    lines.append({"id": "reg-yota", "schema": "Company", "caption": "yota AG", "properties": {"name": ["yota AG"]}})
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    assert filled("import", path, "--published", "2025-03-01").code == 0
    assert filled("--json", "ripple", "--delist", "yota").json["freed"] == ["yota"]
    assert filled("same", "yes", "yota", "reg-yota", "--by", "A. Drafter").code == 0
    assert filled("--json", "ripple", "--delist", "yota").json["freed"] == ["yota", "zulu"]
    assert filled("same", "no", "yota", "reg-yota", "--by", "A. Drafter").code == 0
    assert filled("--json", "ripple", "--delist", "yota").json["freed"] == ["yota"]


def test_long_lists_are_cut_for_a_person(briefer: Briefer, tmp_path: Path) -> None:
    path = tmp_path / "many.ftm.json"
    lines = list(company("xeno", SDN))
    for number in range(45):
        lines += [*company(f"c{number:02}"), holding("xeno", f"c{number:02}", percentage="100")]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    assert briefer("import", path, "--published", "2025-03-01").code == 0
    assert "and 6 more (--json shows all)" in briefer("ripple", "--delist", "xeno").out


def test_an_entity_that_nothing_hangs_on_is_answered(briefer: Briefer, tmp_path: Path) -> None:
    path = tmp_path / "one.ftm.json"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in company("solo")), encoding="utf-8")
    assert briefer("import", path, "--published", "2025-03-01").code == 0
    said = briefer("--json", "ripple", "--delist", "solo")
    assert (said.code, said.json["freed"]) == (0, [])
    assert "has no US listing of its own that blocks" in said.json["notes"][0]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("ripple", "--delist"),
        ("ripple --delist nobody", "Nothing is known of “nobody”"),
        ("ripple --delist xeno --rule ch", "invalid choice: 'ch'"),
    ],
)
def test_a_wrong_call_is_one_sentence(briefer: Briefer, call: str, says: str) -> None:
    said = briefer(*call.split())
    assert (said.code, said.out) == (2, "")
    assert says in said.err
