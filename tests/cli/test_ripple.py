"""`briefer ripple` answers with the contract's lists and names the holdings that decide."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from briefer.analysis.ownership import ripple
from briefer.cli.ripple import lines, value
from briefer.model.facts import Designation, Link, Range
from briefer.model.ripple import Ground
from tests.analysis.holdings import entity, world
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
    assert (found["regime"], found["uncertain"]) == ("US", ["cava"])
    assert found["names"]["alba"] == "alba AG"
    assert found["says"].startswith("A company is blocked where blocked persons hold 50 per cent")
    assert "FAQs 398, 399, 401, 402" in found["citation"]
    assert found["confidence"] == "verified"


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
    assert said["linked"] == [linked | {"indeterminate": True}]
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
    assert "  xeno AG (xeno) stays blocked through its owners: juno AG holds 75 % of xeno AG (no date, " in said
    assert "Linked without a holding:\n  ivo AG (ivo): listed itself (Linked To)\n" in said
    assert "  kilo AG (kilo): indeterminate, neither share nor direction stated (Linked To)\n" in said
    assert "Not blocked before or after:\n  gala AG (gala): 44.95 per cent in blocked hands, below 50; " in said
    assert "(SSI only, no block)" in said
    still = "Limited still (limits short of a block):\n  gala AG (gala): EO 13662 Directive 2: listed itself\n"
    held = "gala AG holds 60 % of hera AG (no date, ftm-beside of 2025-03-01, verified)"
    named = f"  hera AG (hera): EO 13662 Directive 2: {held} (OFAC FAQ 373; verified)\n"
    assert f"{still}{named}" in said
    freed = filled("ripple", "--delist", "gala", "--as-of", "2025-03-31").out
    assert "gala AG (gala) has no US listing of its own that blocks (SSI only); there is no block to lift." in freed
    assert f"No longer limited through an owner (limits short of a block):\n{named}" in freed
    alone = filled("ripple", "--delist", "ivo", "--as-of", "2025-03-31").out
    assert "  whether ivo AG (ivo) itself stays blocked is open: How much of ivo AG (ivo) belongs to kilo AG" in alone


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
    rests = "(no date, ftm-world of 2025-03-01, verified)"
    assert f"bora AG (bora): xeno AG holds 50 % of alba AG {rests}; alba AG holds 60 % of bora AG {rests}\n" in said
    assert "dora AG (dora): listed itself" in said
    assert "cava AG (cava): How much of cava AG (cava) belongs to xeno AG (xeno) is not stated." in said
    assert "FAQs 398, 399, 401, 402" in said
    assert "Delisting under one regime changes nothing under another." in said


def test_a_freed_company_that_is_open_is_not_called_certain_and_care_is_asked_for(
    filled: Briefer, tmp_path: Path
) -> None:
    home = filled("ripple", "--delist", "xeno", "--as-of", "2025-03-31").out
    rests = "(no date, ftm-world of 2025-03-01, verified)"
    assert f"alba AG (alba): xeno AG holds 50 % of alba AG {rests}\n" in home
    assert "For review by a person:" in home
    path = tmp_path / "annex.ftm.json"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in company("yota", ANNEX)), encoding="utf-8")
    assert filled("import", path, "--published", "2025-03-01").code == 0
    abroad = filled("ripple", "--delist", "xeno", "--as-of", "2025-03-31", "--rule", "eu").out
    assert f"alba AG (alba): xeno AG holds 50 % of alba AG {rests}, not certain" in abroad


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


DATED = (
    *company("xeno", SDN),
    *company("yota", SDN),
    *company("alba"),
    *company("bora"),
    *company("cava"),
    *company("dora"),
    holding("xeno", "alba", percentage="55.00", date="2023-05-03", proof="SRC-12", confidence="partly"),
    holding("alba", "bora", percentage="60", startDate="2022-02-01"),
    holding("yota", "cava", percentage="100", endDate="2021"),
    holding("yota", "dora", percentage="75", startDate="2025-06-01", proof="SRC-7"),
    holding("yota", "bora", endDate="2024-12-31", percentage="40"),
)


def dated(briefer: Briefer, tmp_path: Path, lines: tuple[dict[str, Any], ...] = DATED, name: str = "dated") -> None:
    path = tmp_path / f"{name}.ftm.json"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    assert briefer("import", path, "--published", "2025-03-01").code == 0


def test_each_holding_of_a_path_says_of_when_it_is_who_states_it_and_how_sure_that_is(
    briefer: Briefer, tmp_path: Path
) -> None:
    dated(briefer, tmp_path)
    call = ("ripple", "--delist", "xeno", "--as-of", "2025-03-31")
    first = "xeno AG holds 55 % of alba AG (as of 2023-05-03, SRC-12, partly)"
    second = "alba AG holds 60 % of bora AG (since 2022-02-01, ftm-dated of 2025-03-01, verified)"
    assert f"  bora AG (bora): {first}; {second}\n" in briefer(*call).out
    said = briefer("--json", *call).json["grounds"]
    assert [(one["owner"], one["asset"], one["share"]) for one in said] == [("alba", "bora", 60), ("xeno", "alba", 55)]
    assert (said[1]["as_of"], said[1]["sources"], said[1]["confidence"]) == ("2023-05-03", ["SRC-12"], "partly")
    assert said[0]["since"] == "2022-02-01"
    assert not said[1]["after_the_day"]
    early = briefer("ripple", "--delist", "xeno", "--as-of", "2023-01-01").out
    why = "What share xeno AG (xeno) held of alba AG (alba) on the day is not stated, only what it held later."
    held = "    held by xeno AG (xeno): 55 % (as of 2023-05-03, after the day asked for, SRC-12, partly)\n"
    assert f"Indeterminate:\n  alba AG (alba): {why}\n{held}" in early


def test_a_company_linked_to_somebody_not_blocked_is_not_blocked_by_it(filled: Briefer, tmp_path: Path) -> None:
    said = beside(filled, tmp_path)("ripple", "--delist", "xeno", "--rule", "uk", "--as-of", "2025-03-31").out
    assert "  kilo AG (kilo): not blocked (Linked To)\n" in said


def test_holdings_that_are_over_or_still_to_come_are_told(briefer: Briefer, tmp_path: Path) -> None:
    dated(briefer, tmp_path)
    said = briefer("ripple", "--delist", "yota", "--as-of", "2025-03-31").out
    where = "ftm-dated of 2025-03-01"
    assert (
        "Holdings that do not count on the day:\n"
        f"  40 % of bora AG (bora) by yota AG (yota): ended on 2024-12-31, not counted ({where})\n"
        f"  100 % of cava AG (cava) by yota AG (yota): ended in 2021, not counted ({where})\n"
        "  75 % of dora AG (dora) by yota AG (yota): begins on 2025-06-01, not yet counted (SRC-7)\n"
    ) in said
    found = briefer("--json", "ripple", "--delist", "yota", "--as-of", "2025-03-31").json["not_counted"]
    assert [(one["asset"], one["why"], one["day"]) for one in found] == [
        ("bora", "ended", "2024-12-31"),
        ("cava", "ended", "2021"),
        ("dora", "later", "2025-06-01"),
    ]
    other = briefer("ripple", "--delist", "xeno", "--as-of", "2025-03-31").out
    assert "40 % of bora AG (bora) by yota AG (yota): ended on 2024-12-31" in other
    assert "cava AG" not in other


def test_statements_that_differ_are_told_one_by_one(briefer: Briefer, tmp_path: Path) -> None:
    dated(briefer, tmp_path)
    again = (holding("xeno", "alba", percentage="30", date="2024"), holding("yota", "bora"))
    odd = holding("xeno", "cava", percentage="a quarter")
    dated(briefer, tmp_path, (*company("xeno"), *company("yota"), *again, odd), "other")
    call = ("ripple", "--delist", "xeno", "--as-of", "2025-03-31")
    said = briefer(*call).out
    differ = "30 % (as of 2024, ftm-other of 2025-03-01, verified)"
    assert f"    held by xeno AG (xeno): 55 % (as of 2023-05-03, SRC-12, partly); {differ}\n" in said
    assert "    held by yota AG (yota): share not stated (no date, ftm-other of 2025-03-01, verified)\n" in said
    assert "    held by xeno AG (xeno): share stated as “a quarter” (no date, " in said
    (alba, *_) = briefer("--json", *call).json["grounds"]
    assert (alba["printed"], alba["share"]) == ("", 55)


def test_bounds_are_told_as_bounds() -> None:
    bounds = Range(least=Decimal(25), most=Decimal("50.00"), above=True)
    ground = Ground(owner="X", asset="A", share=bounds)
    found = replace(ripple(world("X50 A", "X"), "us", date(2025, 3, 31), ("X",)), grounds=(ground,))
    assert "X Holding holds 50 % of A Holding (over 25 to 50 %: no date, verified)" in "\n".join(lines(found))
    least, most = (msgspec.json.encode(value(found)["grounds"][0]["share"][end]) for end in ("least", "most"))
    assert (least, most) == (b"25", b"50.00")


def test_a_sentence_names_joined_records_as_the_answer_shows_them(briefer: Briefer, tmp_path: Path) -> None:
    dated(
        briefer, tmp_path, (*company("yota", SDN), *company("reg-yota"), *company("zulu"), holding("reg-yota", "zulu"))
    )
    assert briefer("same", "yes", "yota", "reg-yota", "--by", "A. Drafter", "--why", "one register number").code == 0
    said = briefer("ripple", "--delist", "yota").out
    assert "zulu AG (zulu): How much of zulu AG (zulu) belongs to yota AG (yota) is not stated.\n" in said
    assert "    held by yota AG (yota): share not stated (" in said
    assert "reg-yota" not in said


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


def test_a_listing_that_does_not_say_whether_it_blocks_is_indeterminate_also_where_merely_linked() -> None:
    bare = Designation(regime="US", programme="RUSSIA-EO14024")
    sectoral = Designation(regime="US", programme="UKRAINE-EO13662", list_type="SSI")
    tie = Link(kind="UnknownLink", subject="X", object="Y", role="Linked To")
    people = [entity("X", bare, sectoral, links=[tie]), entity("Y", bare, sectoral)]
    found = ripple(people, "us", date(2025, 3, 31), ("X",))
    why = "RUSSIA-EO14024 and no list held says where"
    assert value(found)["unplaced"] == [{"id": id, "tags": "RUSSIA-EO14024", "why": why} for id in "XY"]
    told = list(lines(found))
    assert "  0 blocked before, 0 after, 0 freed" in told
    assert not any("not blocked" in line for line in told if not line.startswith("Note: Counted neither"))
    assert any(line.endswith("it may be blocked. (SSI beside)") for line in told)
