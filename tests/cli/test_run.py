"""The command line answers with the contract's exit codes, one value on stdout and one sentence on stderr."""

import io
import json
import os
import re
import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from briefer import __main__ as door
from briefer.cli import main
from briefer.cli.arguments import CALLS, WINDOW
from briefer.cli.run import VERBS
from briefer.model.answers import Built, ImportReport
from briefer.model.errors import Cancelled
from briefer.model.pack import Pack
from briefer.pack import PackFile, save
from briefer.service import Briefer as Service
from briefer.service.days import left_out
from tests.conftest import Briefer

FTM = (
    '{"id":"ofac-1","schema":"Person","caption":"Олег Образцов",'
    '"properties":{"name":["Олег Образцов","Oleg Obraztsov"]}}\n'
    '{"id":"s1","schema":"Sanction","properties":{"entity":["ofac-1"],"country":["us"],"program":["RUSSIA-EO14024"],'
    '"startDate":["2022-04-06"],"listType":["SDN"]}}\n'
)


@pytest.fixture
def ftm(tmp_path: Path) -> Path:
    path = tmp_path / "small.ftm.json"
    path.write_text(FTM, encoding="utf-8")
    return path


@pytest.fixture
def pack(tmp_path: Path, ftm: Path, briefer: Briefer) -> Path:
    assert briefer("import", ftm, "--published", "2025-03-01").code == 0
    path = tmp_path / "a.brief"
    said = briefer("new", path, "--template", "relief-options", "--entity", "ofac-1", "--as-of", "2025-03-31", "--json")
    assert (said.code, said.json) == (0, {"pack": str(path)})
    return path


def test_every_call_has_a_verb_and_every_verb_a_call() -> None:
    assert list(CALLS) == list(VERBS)


WRONG_CALLS: dict[str, tuple[str, str]] = {
    "no verb": ("", "Name a verb"),
    "an unknown verb": ("lift", "invalid choice: 'lift'"),
    "an unknown option": ("lists --every", "Unrecognized arguments: --every"),
    "a build without a folder": ("build {pack}", "The following arguments are required: -o/--output"),
    "a search without a name": ("search", "The following arguments are required: NAME"),
    "a search for nothing": ("search --", "arguments are required"),
    "a search for dots": ("search ...", "“...” holds nothing to search for"),
    "a limit of none": ("search x --limit 0", "“0” is not a whole number from 1"),
    "a limit in words": ("search x --limit ten", "“ten” is not a whole number from 1"),
    "a score over 100": ("search x --min-score 101", "“101” is not a score from 0 to 100"),
    "a date that is none": ("import {ftm} --published 31.3.2025", "“31.3.2025” is not a date; write it as 2025-03-31"),
    "a file that is not there": ("import {tmp}/none.csv", "none.csv"),
    "a file that is no list": ("import {junk}", "junk.txt"),
    "an empty file": ("import {empty}", "empty.csv"),
    "a web page under a list's name": ("import {page}", "sdn.xml"),
    "an entity that is unknown": ("show ofac-9", "holds no entity “ofac-9”"),
    "a list that is not held": ("changes eu-none", "eu-none"),
    "one entity alone": ("same yes ofac-1", "Name the two entities"),
    "pairs of nobody": ("same list nobody", "holds no entity “nobody”"),
    "a kind that is none": ("search X --kind Nonsense", "“Nonsense” is no kind of entity"),
    "a regime that is none": ("search X --regime ZZ", "“ZZ” is no regime"),
    "a search backwards in time": ("search X --listed-from 2026-01-01 --listed-to 2025-01-01", "in the wrong order"),
    "nobody who decides": ("same yes ofac-1 ofac-2", "say who decides with --by NAME"),
    "positions without a file": ("positions import", "Name the file to import"),
    "positions listed from a file": ("positions list {ftm}", "takes no file"),
    "positions from a list": ("positions import {ftm}", "is a list"),
    "a file without a name": ("import {empty_name}", "Argument FILE: it is empty; give a name"),
    "a state without a name": ("lists --withdraw {empty_name}", "it is empty; give a name"),
    "changes of no kind": ("changes ftm-small --kind gone", "invalid choice: 'gone'"),
    "changes of nobody": ("changes ftm-small --entity ofac-9", "has never held “ofac-9”"),
    "changes under no programme": ("changes ftm-small --programme NONE", "“NONE” is no programme"),
    "positions done otherwise": ("positions drop", "invalid choice: 'drop'"),
    "a pack over a pack": ("new {pack} --template relief-options", "is there already"),
    "a pack of no document": ("new {tmp}/b.brief --template poem", "poem"),
    "a pack without a document": ("new {tmp}/b.brief", "The following arguments are required: --template"),
    "a pack of unknown picks": ("new {tmp}/b.brief --template relief-options --entity ofac-9", "under “ofac-9”"),
    "a classified pack": ("new {tmp}/b.brief --template relief-options --marking SECRET", "“SECRET” is no marking"),
    "a pack that is not there": ("check {tmp}/none.brief", "is not there"),
    "a pack that was never gathered": ("check {bare}", "holds no facts yet"),
    "a pack that is none": ("build {junk} -o {tmp}/out", "is not a Briefer pack"),
    "a pack set from nothing": ("pack {pack} --replace {tmp}/none.json", "cannot be read"),
    "a pack set from junk": ("pack {pack} --replace {junk}", "is not valid JSON"),
    "a newer pack": ("pack {pack} --replace {newer}", "open it with a newer version of Briefer"),
    "an edition of another scheme": ("build {pack} -o {tmp}/out --edition TLP:RED", "is not a marking of the scheme"),
    "a folder without a manifest": ("verify {tmp}", "manifest.json"),
    "a library that is none": ("--library {junk} lists", "junk.txt"),
    "a window on something else": ("desktop {junk}", "The window opens with one pack, a .brief file, or with none"),
    "a window on two packs": ("desktop a.brief b.brief", "Unrecognized arguments: b.brief"),
}


@pytest.mark.parametrize("name", WRONG_CALLS)
def test_a_wrong_call_is_one_sentence_and_exit_2(
    name: str, tmp_path: Path, ftm: Path, pack: Path, briefer: Briefer
) -> None:
    call, says = WRONG_CALLS[name]
    (tmp_path / "junk.txt").write_text("neither list nor pack\n" * 30)
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "sdn.xml").write_text(
        "<!DOCTYPE html><html><head><title>403</title></head><body>Forbidden</body></html>"
    )
    (tmp_path / "newer.json").write_text(json.dumps({"title": "T", "as_of": "2025-03-31", "schema": 99}))
    files = {"tmp": tmp_path, "ftm": ftm, "pack": pack, "junk": tmp_path / "junk.txt", "empty": tmp_path / "empty.csv"}
    save(tmp_path / "bare.brief", PackFile(pack=Pack(title="Bare", as_of=date(2025, 3, 31))))
    files |= {"bare": tmp_path / "bare.brief"}
    files |= {"page": tmp_path / "sdn.xml", "newer": tmp_path / "newer.json"}
    words = ("" if word == "{empty_name}" else word.format(**files) for word in call.split())
    said = briefer(*words)
    assert (said.code, said.out) == (2, "")
    assert says in said.err
    assert said.err.count("\n") == 1
    assert said.err.rstrip().endswith((".", "”", "`"))
    assert "Traceback" not in said.err


def test_the_global_options_may_stand_before_or_after_the_verb(ftm: Path, briefer: Briefer) -> None:
    assert briefer("import", ftm).code == 0
    assert briefer("--json", "lists").json == briefer("lists", "--json").json != []


def test_an_import_answers_with_a_report_of_each_list(ftm: Path, briefer: Briefer) -> None:
    (report,) = briefer("import", ftm, "--published", "2025-03-01", "--json").json
    assert set(report) >= {
        "file", "format", "list", "published", "sha256", "entities", "names", "designations", "links",
        "added", "changed", "removed", "unchanged", "warnings",
    }  # fmt: skip
    assert (report["entities"], report["added"], report["published"]) == (1, 1, "2025-03-01")


def test_a_dry_run_leaves_nothing_behind(tmp_path: Path, ftm: Path, briefer: Briefer) -> None:
    library = tmp_path / "new" / "library.sqlite"
    said = briefer("import", ftm, "--dry-run", library=library)
    assert "would be imported" in said.out
    assert not library.parent.exists()
    (tmp_path / "issues.csv").write_text("id,title,proposition\neasing,Easing,Ease.\n")
    for call in (("positions", "import", tmp_path / "issues.csv"), ("lists", "--withdraw", "none")):
        briefer(*call, "--dry-run", library=library)
        assert not library.parent.exists()


def test_a_dry_run_of_a_folder_judges_each_file_after_those_before_it(
    tmp_path: Path, ftm: Path, briefer: Briefer
) -> None:
    folder = tmp_path / "lists"
    for name, year in (("2024", "a"), ("2025", "b")):
        (folder / name).mkdir(parents=True)
        (folder / name / "small.ftm.json").write_text(FTM.replace("Образцов", f"Образцов {year}"), encoding="utf-8")
    call = ("import", folder, "--published", "2025-03-01", "--json")
    tried = briefer(*call, "--dry-run").json
    done = briefer(*call).json
    assert [(each["added"], each["changed"]) for each in tried] == [(1, 0), (0, 1)]
    assert tried == [{**each, "dry_run": True} for each in done]


def test_a_decision_in_a_library_that_is_not_there_makes_none(tmp_path: Path, briefer: Briefer) -> None:
    library = tmp_path / "new" / "library.sqlite"
    assert briefer("same", "yes", "ofac-1", "eu-1", "--by", "A", library=library).code == 2
    assert briefer("lists", "--withdraw", "none", library=library).code == 2
    assert not library.parent.exists()


def test_an_empty_library_says_what_to_do(briefer: Briefer) -> None:
    assert "import one with" in briefer("lists").out
    assert "import some with" in briefer("positions", "list").out


def test_a_question_to_a_library_that_is_not_there_makes_none(tmp_path: Path, briefer: Briefer) -> None:
    missing = tmp_path / "mistyped.sqlite"
    assert briefer("lists", "--json", library=missing).json == []
    assert briefer("search", "Obraztsov", library=missing).code == 1
    assert briefer("show", "ofac-1", library=missing).code == 2
    assert not missing.exists()


def test_a_search_finds_a_name_in_either_script_and_exits_1_where_there_is_none(pack: Path, briefer: Briefer) -> None:
    for name in ("Oleg Obraztsov", "Олег Образцов", "OBRAZTSOV, Oleg"):
        (hit,) = briefer("search", name, "--json").json
        assert hit["id"] == "ofac-1"
        assert hit["programmes"] == ["RUSSIA-EO14024"]
        assert set(hit) >= {"id", "caption", "schema", "score", "matched", "why", "programmes", "listed"}
    nothing = briefer("search", "Qqqxyz Vvvkk")
    assert nothing.code == 1
    assert "Nothing found" in nothing.out
    assert "matched “" in briefer("search", "Obraztsov").out


def test_an_entity_is_shown_with_where_each_value_comes_from(pack: Path, briefer: Briefer) -> None:
    shown = briefer("show", "ofac-1", "--json").json
    assert all(value["origin"].startswith("ftm-small@2025-03-01#") for value in shown["values"])
    text = briefer("show", "ofac-1").out
    assert "designation: US RUSSIA-EO14024 SDN since 2022-04-06" in text
    assert "[ftm-small@2025-03-01#" in text


def test_positions_are_imported_and_listed(tmp_path: Path, briefer: Briefer) -> None:
    (tmp_path / "issues.csv").write_text("id,title,proposition\neasing,Easing,Measures should be eased.\n")
    (tmp_path / "p.csv").write_text(
        "id,holder,issue,stance,said_on,paraphrase,source_title,source_publisher\n"
        "p1,The Holder,easing,-2,2025-03-04,Keep them,An article,A paper\n"
        "p2,The Holder,easing,unclear,2025-03,Depends,An article,A paper\n"
    )
    assert briefer("import", tmp_path / "issues.csv").code == 0
    (report,) = briefer("positions", "import", tmp_path / "p.csv", "--json").json
    assert report["added"] >= 2
    first, second = sorted(briefer("positions", "list", "--json").json, key=lambda item: item["id"])
    assert first == {"id": "p1", "holder": "The Holder", "issue": "easing", "stance": -2, "said_on": "2025-03-04"}
    assert (second["stance"], second["said_on"]) == ("unclear", "2025-03")
    assert "-2" in briefer("positions", "list").out


def test_a_pack_without_a_day_is_of_the_day_of_the_newest_list_or_of_a_position_picked_since(
    tmp_path: Path, ftm: Path, briefer: Briefer
) -> None:
    def day(name: str, *more: object) -> str:
        said = briefer("new", tmp_path / name, "--template", "relief-options", *more)
        assert said.code == 0
        assert "--as-of DATE sets another day" in said.out
        held: str = briefer("pack", tmp_path / name, "--json").json["as_of"]
        return held

    today = date.today().isoformat()  # noqa: DTZ011  the drafter's own day
    assert day("nothing.brief") == today
    assert briefer("import", ftm, "--published", "2025-03-01").code == 0
    assert day("list.brief") == "2025-03-01"
    (tmp_path / "issues.csv").write_text("id,title,proposition\neasing,Easing,Measures should be eased.\n")
    rows = (("p1", "2025-02-04"), ("p2", "2025-03-04"), ("p3", "2999-01-01"))
    said = (f"{id},The Holder,easing,-2,{when},Keep them,An article,A paper\n" for id, when in rows)
    head = "id,holder,issue,stance,said_on,paraphrase,source_title,source_publisher\n"
    (tmp_path / "p.csv").write_text(head + "".join(said))
    assert briefer("import", tmp_path / "issues.csv").code == 0
    assert briefer("positions", "import", tmp_path / "p.csv").code == 0
    assert day("before.brief", "--position", "p1") == "2025-03-01"
    assert day("since.brief", "--position", "p2") == "2025-03-04"
    assert day("later.brief", "--position", "p3") == today


def test_templates_are_listed_with_their_sections(briefer: Briefer) -> None:
    found = {item["name"]: item for item in briefer("templates", "--json").json}
    assert {"name", "title", "description", "sections"} == set(found["relief-options"])
    assert "bottom-line" in found["relief-options"]["sections"]
    assert {"relief", "calendar", "ownership"} <= set(found["relief-options"]["sections"])
    assert "relief-options:" in briefer("templates").out


def test_a_packs_json_can_be_taken_out_changed_and_set(tmp_path: Path, pack: Path, briefer: Briefer) -> None:
    own = briefer("pack", pack, "--json").json
    assert json.loads(briefer("pack", pack).out) == own
    (tmp_path / "new.json").write_text(json.dumps(own | {"title": "Another title"}))
    assert briefer("pack", pack, "--replace", tmp_path / "new.json", "--json").json["title"] == "Another title"
    assert briefer("pack", pack, "--json").json["title"] == "Another title"


def test_a_key_once_given_stays_with_its_source(tmp_path: Path, pack: Path, briefer: Briefer) -> None:
    own = briefer("pack", pack, "--json").json
    assert own["keys"]
    (tmp_path / "new.json").write_text(json.dumps(own | {"keys": {}}))
    assert briefer("pack", pack, "--replace", tmp_path / "new.json", "--json").json["keys"] == own["keys"]


def test_check_exits_1_where_a_finding_is_an_error_and_build_refuses_it_without_draft(
    tmp_path: Path, pack: Path, briefer: Briefer
) -> None:
    assert briefer("check", pack).code == 0
    own = briefer("pack", pack, "--json").json
    own["sections"].append({"id": "mine", "kind": "text", "title": "Mine", "text": "Said [@none]."})
    (tmp_path / "new.json").write_text(json.dumps(own))
    assert briefer("pack", pack, "--replace", tmp_path / "new.json").code == 0
    said = briefer("check", pack, "--json")
    assert said.code == 1
    assert set(said.json[0]) == {"severity", "code", "message", "place", "remedy"}
    out = briefer("check", pack).out
    assert out.startswith("1 error\n  unknown-id at mine:1: Section “Mine” cites “none”")
    assert "    Correct the id, or import the source.\n" in out
    refused = briefer("build", pack, "-o", tmp_path / "out")
    assert (refused.code, refused.out) == (1, "")
    assert "1 error stands in the way" in refused.err
    assert not (tmp_path / "out").exists()


def test_a_build_writes_three_files_and_verify_finds_them_whole(tmp_path: Path, pack: Path, briefer: Briefer) -> None:
    out = tmp_path / "out"
    built = briefer("build", pack, "-o", out, "--json").json
    assert set(built) == {"pdf", "annex", "manifest", "pages", "seconds", "findings"}
    assert {Path(built[name]).parent for name in ("pdf", "annex", "manifest")} == {out}
    assert built["pages"] > 3
    assert briefer("verify", out, "--json").json == {"ok": True, "problems": []}
    Path(built["annex"]).write_bytes(b"changed")
    said = briefer("verify", out, "--json")
    assert (said.code, said.json["ok"]) == (1, False)
    assert "annexes.xlsx" in briefer("verify", out).out


def test_a_build_needs_the_pack_alone(tmp_path: Path, pack: Path, briefer: Briefer) -> None:
    assert briefer("build", pack, "-o", tmp_path / "out", library=tmp_path / "elsewhere.sqlite").code == 0
    assert not (tmp_path / "elsewhere.sqlite").exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_shows_on_a_terminal_unless_quiet(ftm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr("briefer.library.intake.BATCH", 1)
    call = ["--library", str(tmp_path / "l.sqlite"), "import", str(ftm)]
    assert main(call) == 0
    assert "import 1" in shown.getvalue()
    quiet = Terminal()
    monkeypatch.setattr(sys, "stderr", quiet)
    assert main([*call, "--quiet"]) == 0
    assert quiet.getvalue() == ""


@pytest.mark.parametrize("stop", [KeyboardInterrupt, Cancelled])
def test_a_stopped_call_says_so(stop: type[BaseException], briefer: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_self: Service, **_how: object) -> tuple[ImportReport, ...]:
        raise stop

    monkeypatch.setattr(Service, "lists", stopped)
    said = briefer("lists")
    assert (said.code, said.out) == (130, "")
    assert "Stopped; nothing was left half done." in said.err


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "briefer", "templates"], stdout=write, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_goes_away_within_the_program_is_no_fault_either(
    briefer: Briefer, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

        def fileno(self) -> int:
            return os.dup(1)

    monkeypatch.setattr(sys, "stdout", Gone())
    assert main(["templates"]) == 0


def test_a_search_is_narrowed_by_limit_and_score(pack: Path, briefer: Briefer) -> None:
    assert len(briefer("search", "Obraztsov", "--limit", "1", "--min-score", "10", "--json").json) == 1
    assert briefer("search", "Obraztsov", "--kind", "Vessel").code == 1


def test_a_search_by_the_day_of_listing_says_what_it_left_out_for_want_of_one(ftm: Path, briefer: Briefer) -> None:
    bare = FTM.replace('"startDate":["2022-04-06"],', "").replace('"s1"', '"s2"').replace("ofac-1", "ofac-2")
    ftm.write_text(FTM + bare, encoding="utf-8")
    assert briefer("import", ftm).code == 0
    dated = ("search", "Obraztsov", "--listed-from", "2022-01-01")
    told = "1 hit was left out, since no list states the date of its designation (ofac-2); a search"
    said = briefer(*dated)
    assert f"Note: {told}" in said.out
    assert [hit["id"] for hit in briefer(*dated, "--json").json] == ["ofac-1"]
    (hit,) = briefer(*dated, "--as-of", "2026-01-01", "--json").json
    assert hit["notes"][-1].startswith(told)
    late = ("search", "Obraztsov", "--listed-to", "2021-01-01")
    assert (briefer(*late).code, told in briefer(*late).out) == (1, True)
    nobody = briefer(*late, "--json")
    assert (nobody.code, nobody.json, told in nobody.err) == (1, [], True)
    assert told in briefer(*dated, "--programme", "RUSSIA-EO14024", "--regime", "US").out
    assert "left out" not in briefer(*dated, "--regime", "EU").out
    assert "left out" not in briefer("search", "Obraztsov").out


def test_many_hits_without_a_date_are_counted_and_the_first_named() -> None:
    (said,) = left_out((f"ofac-{number}" for number in range(7)), lambda count, named: f"{count} without: {named}")
    assert said == "7 without: ofac-0, ofac-1, ofac-2, ofac-3, ofac-4 …"
    assert left_out([], lambda _count, named: named) == ()


def test_a_search_by_country_says_whom_it_left_out_for_want_of_one(ftm: Path, briefer: Briefer) -> None:
    other = FTM.replace('"s1"', '"s2"').replace("ofac-1", "ofac-2")
    other = other.replace('"Oleg Obraztsov"]', '"Oleg Obraztsov"],"nationality":["ru"]')
    ftm.write_text(FTM + other, encoding="utf-8")
    assert briefer("import", ftm).code == 0
    told = "1 hit was left out, since no list states its country (ofac-1); a search without --country shows them."
    said = briefer("search", "Obraztsov", "--country", "ru")
    assert f"Note: {told}" in said.out
    assert [hit["id"] for hit in briefer("search", "Obraztsov", "--country", "ru", "--json").json] == ["ofac-2"]
    nobody = briefer("search", "Obraztsov", "--country", "de")
    assert (nobody.code, told in nobody.out) == (1, True)
    assert "left out" not in briefer("search", "Obraztsov").out


def test_the_demo_prints_what_it_wrote(tmp_path: Path, briefer: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    done = Built(pdf="a.pdf", annex="a.xlsx", manifest="m.json", pages=37, seconds={}, findings={})
    monkeypatch.setattr(Service, "demo", lambda _self, _folder, keep, progress: done)
    said = briefer("demo", "-o", tmp_path)
    assert said.out.splitlines() == ["  a.pdf", "  a.xlsx", "  m.json", "37 pages in 0.0 seconds"]


def test_the_program_is_run_as_a_module_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["briefer", "templates", "--json"])
    monkeypatch.delitem(sys.modules, "briefer.__main__", raising=False)
    with pytest.raises(SystemExit) as left:
        runpy.run_module("briefer", run_name="__main__")
    assert left.value.code == 0
    assert json.loads(capsys.readouterr().out)


def test_what_changed_between_two_publications_is_said(tmp_path: Path, ftm: Path, briefer: Briefer) -> None:
    assert briefer("import", ftm, "--published", "2025-03-01").code == 0
    ftm.write_text(
        FTM.replace("Oleg Obraztsov", "Oleg Obraztsoff")
        + '{"id":"x","schema":"Person","caption":"New","properties":{"name":["New"]}}\n',
        encoding="utf-8",
    )
    assert briefer("import", ftm, "--published", "2025-04-01").code == 0
    found = briefer("changes", "ftm-small", "--json").json
    assert (found["list"], found["from"], found["to"]) == ("ftm-small", "2025-03-01", "2025-04-01")
    assert (found["added"], found["removed"]) == (["x"], [])
    assert {(change["id"], change["field"], change["cause"]) for change in found["changed"]} == {
        ("ofac-1", "name", "source")
    }
    text = briefer("changes", "ftm-small").out
    assert "1 added, 0 removed, 1 changed by the publisher" in text
    assert "added x New" in text
    assert "Obraztsoff" in text
    assert "No snapshot" in briefer("changes", "ftm-small", "--from", "2024-01-01").out
    some = briefer("changes", "ftm-small", "--field", "names", "--kind", "changed", "--cause", "source", "--json").json
    assert (some["added"], len(some["changed"]), some["shown"], some["all"]) == ([], 1, 1, 2)
    assert (some["asked"]["fields"], some["asked"]["entities"]) == (["names"], [])
    assert "left out: " in briefer("changes", "ftm-small", "--entity", "x").out
    assert briefer("changes", "ftm-small", "--programme", "RUSSIA-EO14024", "--json").json["shown"] == 1


def test_a_refreshed_pack_says_what_changed_in_its_facts(pack: Path, ftm: Path, briefer: Briefer) -> None:
    assert briefer("refresh", pack, "--json").json == {"changed": []}
    assert "Nothing changed." in briefer("refresh", pack).out
    ftm.write_text(FTM.replace("2022-04-06", "2022-04-07"), encoding="utf-8")
    assert briefer("import", ftm, "--published", "2025-03-20").code == 0
    (change,) = briefer("refresh", pack, "--json").json["changed"]
    assert (change["id"], change["old"], change["new"]) == ("ofac-1", "2022-04-06", "2022-04-07")


def test_two_entities_are_said_to_be_one_by_a_person_only(tmp_path: Path, briefer: Briefer) -> None:
    null = "-0- ," * 7
    row = f'1,"OBRAZTSOV, Oleg","individual","RUSSIA-EO14024",{null}"DOB 02 Jan 1968."\r\n'
    (tmp_path / "sdn.csv").write_text(row, encoding="ascii")
    born = (
        FTM.replace("ofac-1", "eu-9").replace('"us"', '"eu"').replace('"name":[', '"birthDate":["1968-01-02"],"name":[')
    )
    (tmp_path / "eu.ftm.json").write_text(born, encoding="utf-8")
    assert briefer("import", tmp_path / "sdn.csv", tmp_path / "eu.ftm.json", "--published", "2025-03-01").code == 0
    (pair,) = briefer("same", "list", "--json").json
    assert (pair["a"], pair["b"], pair["decision"]) == ("eu-9", "ofac-1", "")
    assert "(undecided)" in briefer("same", "list").out
    assert briefer("same", "show").out == "Nothing was decided.\n"
    both = ("--list", "ofac-sdn", "--list", "ftm-eu")
    assert [len(briefer("same", "list", *how, "--json").json) for how in (both, both[:2])] == [1, 1]
    score = str(pair["score"])
    assert len(briefer("same", "list", "--min-score", score, "--limit", "1", "--undecided", "--json").json) == 1
    unknown = briefer("same", "list", "--list", "nowhere")
    assert (unknown.code, "holds no list “nowhere”; it holds ftm-eu, ofac-sdn." in unknown.err) == (2, True)
    (decided,) = briefer("same", "yes", "ofac-1", "eu-9", "--by", "A. Drafter", "--why", "one name", "--json").json
    assert (decided["decision"], decided["by"], decided["why"]) == ("yes", "A. Drafter", "one name")
    assert "yes, by A. Drafter: one name" in briefer("same", "list").out
    assert briefer("same", "list", "--undecided", "--json").json == []
    assert briefer("same", "undo", "ofac-1", "eu-9", "--by", "A. Drafter").code == 0
    assert briefer("same", "list", "--json").json[0]["decision"] == ""
    assert briefer("same", "no", "ofac-1", "eu-9", "--by", "A", "--json").json[0]["warnings"] == []
    overturned = briefer("same", "yes", "ofac-1", "eu-9", "--by", "B")
    assert "warning: This overturns what A decided on" in overturned.out
    told = briefer("same", "show", "eu-9").out.splitlines()
    whose = [line.partition(": ")[2].partition(", on 20")[0] for line in told]
    assert whose == ["yes, by A. Drafter: one name", "undo, by A. Drafter", "no, by A", "yes, by B"]
    assert [each["decision"] for each in briefer("same", "show", "--json").json] == ["yes", "undo", "no", "yes"]
    shown = briefer("show", "ofac-1").out
    assert "  decided: eu-9 Олег Образцов = ofac-1 OBRAZTSOV, Oleg: yes, by B, on 20" in shown
    assert briefer("show", "ofac-1", "--json").json["decisions"][0]["by"] == "B"


@pytest.mark.parametrize("verb", [*CALLS, WINDOW])
def test_each_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([verb, "--help"])
    assert left.value.code == 0
    assert f"usage: briefer {verb}" in capsys.readouterr().out


def test_the_help_of_an_import_names_the_columns_of_own_tables(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["import", "--help"])
    said = capsys.readouterr().out
    assert "  issues: id*, title*, proposition, order\n" in said
    assert "  positions: id*, holder*, capacity, issue*" in said


def test_the_list_of_verbs_names_the_window(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert re.search(r"^ +desktop +open the window", capsys.readouterr().out, re.MULTILINE)
    assert door.WINDOW == WINDOW


def test_starter_text_prints_only_in_a_draft(tmp_path: Path, pack: Path, briefer: Briefer) -> None:
    assert "starter-text" in {finding["code"] for finding in briefer("check", pack, "--json").json}
    final = briefer("build", pack, "-o", tmp_path / "final", "--json").json["pdf"]
    draft = briefer("build", pack, "-o", tmp_path / "draft", "--draft", "--json").json["pdf"]
    starter = "what the reader must know"
    assert starter not in printed(final)
    assert starter in printed(draft)


def printed(path: str) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return " ".join(" ".join(pages).split())


def test_help_and_version_exit_0(capsys: pytest.CaptureFixture[str]) -> None:
    for call in (["--help"], ["build", "--help"], ["--version"]):
        with pytest.raises(SystemExit) as left:
            main(call)
        assert left.value.code == 0
    assert "briefer 0." in capsys.readouterr().out


def test_help_costs_no_library_and_no_renderer() -> None:
    heavy = "weasyprint sqlalchemy openpyxl lxml jinja2 babel"
    code = (
        "import sys; from briefer.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([name for name in {heavy!r}.split() if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_folder_reports_what_was_imported_and_what_was_not(tmp_path: Path, ftm: Path, briefer: Briefer) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "b.csv").write_text("id,title,proposition\neasing,Easing,Ease.\n,No id,Nothing.\n")
    ftm.rename(folder / "c.ftm.json")
    said = briefer("import", folder, "--json")
    assert said.code == 2
    assert [report["added"] for report in said.json] == [1]
    assert len(said.err.strip().splitlines()) == 1
    assert "b.csv" in said.err


def test_a_folder_in_which_a_list_lost_much_exits_1(tmp_path: Path, briefer: Briefer) -> None:
    folder, person = tmp_path / "lists", FTM.splitlines()[0]
    folder.mkdir()
    (folder / "small.ftm.json").write_text("\n".join(person.replace("ofac-1", f"x-{n}") for n in range(9)))
    assert briefer("import", folder, "--published", "2025-03-01").code == 0
    (folder / "small.ftm.json").write_text(person)
    (folder / "issues.csv").write_text("id,title,proposition\neasing,Easing,Ease.\n")
    said = briefer("import", folder, "--published", "2025-04-01")
    assert said.code == 1
    assert said.out.startswith("issues: ")
    assert "this one file alone with --partial" in said.err


def test_an_answer_for_a_day_before_the_first_list_says_so(pack: Path, briefer: Briefer) -> None:
    note = "is held for 2024-01-01; the oldest, of 2025-03-01, stands in for it."
    day = ("--as-of", "2024-01-01")
    for call in (("show", "ofac-1"), ("search", "Obraztsov"), ("relief", "ofac-1"), ("ripple", "--delist", "ofac-1")):
        assert "Note: No snapshot of ftm-small is held for" in briefer(*call, *day).out
    assert note in briefer("show", "ofac-1", *day, "--json").json["notes"][0]
    assert note in briefer("relief", "ofac-1", *day, "--json").json[0]["notes"][0]
    assert note in briefer("ripple", "--delist", "ofac-1", *day, "--json").json["notes"][-1]
    (hit,) = briefer("search", "Obraztsov", *day, "--json").json
    assert (hit["id"], note in hit["notes"][0]) == ("ofac-1", True)
    assert hit["why"].endswith(", basis: later list")
    said = "Note: For 2025-03-02 these states answer: ftm-small of 2025-03-01.\n"
    assert briefer("show", "ofac-1", "--as-of", "2025-03-02").out.endswith(said)
    assert briefer("search", "Obraztsov", "--as-of", "2025-03-02").out.endswith(said)


def test_a_search_for_a_day_shows_who_was_listed_then(pack: Path, briefer: Briefer) -> None:
    (hit,) = briefer("search", "Obraztsov", "--as-of", "2025-03-02", "--json").json
    assert (hit["listed"], hit["programmes"]) == (True, ["RUSSIA-EO14024"])
    (hit,) = briefer("search", "Obraztsov", "--as-of", "2020-01-01", "--json").json
    assert (hit["listed"], hit["programmes"]) == (False, [])
    assert briefer("search", "Obraztsov", "--as-of", "2020-01-01", "--still-listed").code == 1


def test_what_is_held_only_later_is_said_so(tmp_path: Path, pack: Path, ftm: Path, briefer: Briefer) -> None:
    both = FTM + FTM.replace("ofac-1", "ofac-2").replace('"s1"', '"s2"').replace("Obraztsov", "Primerov")
    ftm.write_text(both, encoding="utf-8")
    assert briefer("import", ftm, "--published", "2025-06-01").code == 0
    day = ("--as-of", "2025-04-01")
    new = ("new", tmp_path / "b.brief", "--template", "relief-options", "--entity", "ofac-2")
    refused = briefer(*new, *day)
    assert (refused.code, refused.out) == (2, "")
    assert "does not hold “ofac-2” on 2025-04-01 but from 2025-06-01 on" in refused.err
    for call in (("relief", "ofac-2"), ("ripple", "--delist", "ofac-2")):
        said = briefer(*call, *day)
        assert said.code == 0
        assert "has ofac-2: what is said of it rests on ftm-small of" in said.out
    assert "Nothing is known" in briefer("ripple", "--delist", "ofac-3", *day).err
    assert "holds nothing under “ofac-3”" in briefer(*new[:-1], "ofac-3", *day).err
    assert [row["published"] for row in briefer("lists", "--all", "--json").json] == ["2025-03-01", "2025-06-01"]
    assert [row["partial"] for row in briefer("lists", "--json").json] == [False]


def test_what_the_next_state_dates_to_the_day_is_shown_as_of_a_later_list(
    pack: Path, ftm: Path, briefer: Briefer
) -> None:
    other = FTM.replace("ofac-1", "ofac-2").replace('"s1"', '"s2"').replace("Obraztsov", "Primerov")
    undated = other.replace("ofac-2", "ofac-3").replace('"s2"', '"s3"').replace('"startDate":["2022-04-06"],', "")
    ftm.write_text(FTM + other + undated, encoding="utf-8")
    assert briefer("import", ftm, "--published", "2025-06-01").code == 0
    day = ("--as-of", "2025-04-01")
    stands = "For 2025-04-01 these states answer: ftm-small of 2025-03-01 (the next held is of 2025-06-01)."
    begun = "The state of 1 June 2025 lists RUSSIA-EO14024, SDN since 6 April 2022: in force on 1 April 2025 too."
    shown = briefer("show", "ofac-2", *day, "--json").json
    assert (shown["listed"], shown["listed_known"], shown["notes"]) == (True, True, [stands, begun])
    assert [each["note"] for each in shown["designations"]] == ["basis: later list"]
    (hit,) = briefer("search", "Primerov", *day, "--json").json
    assert (hit["id"], hit["listed"], hit["why"].endswith(", basis: later list")) == ("ofac-2", True, True)
    left_out = (
        "1 hit of later states is left out, since none dates them to 2025-04-01 or before (ofac-3 from 2025-06-01"
    )
    assert [note[: len(left_out)] for note in hit["notes"]] == [stands, left_out]
    said = briefer("show", "ofac-3", *day)
    assert (said.code, said.out) == (1, "")
    assert "does not hold “ofac-3” on 2025-04-01 but from 2025-06-01 on" in said.err
    assert briefer("show", "ofac-9", *day).code == 2


def test_a_search_whose_filters_let_nothing_through_counts_what_they_hide(pack: Path, briefer: Briefer) -> None:
    said = briefer("search", "Obraztsov", "--kind", "Vessel", "--country", "FR")
    assert (said.code, said.out) == (1, "Nothing found; 1 hit without --kind and --country.\n")
    assert "1 hit without --kind" in briefer("search", "Obraztsov", "--kind", "Vessel", "--json").err
    assert "1 or more hits without" in briefer("search", "Obraztsov", "--kind", "Vessel", "--limit", "1").out
    assert "another spelling" in briefer("search", "Qqqq", "--kind", "Vessel").out


def test_a_state_is_withdrawn_by_the_name_that_all_states_are_shown_under(ftm: Path, briefer: Briefer) -> None:
    assert briefer("import", ftm, "--published", "2025-06-01").code == 0
    (state,) = [row["id"] for row in briefer("lists", "--all", "--json").json if row["published"] == "2025-06-01"]
    assert state in briefer("lists", "--all").out
    would = briefer("lists", "--withdraw", state, "--dry-run")
    assert "would be withdrawn" in would.out
    said = briefer("lists", "--withdraw", state)
    assert (said.code, "is withdrawn" in said.out, "brings it back" in said.out) == (0, True, True)
    again = briefer("lists", "--withdraw", state)
    assert (again.code, again.out) == (2, "")
    assert briefer("lists", "--dry-run").code == 2


def test_a_day_before_the_only_list_is_not_said_to_be_known(ftm: Path, tmp_path: Path, briefer: Briefer) -> None:
    ftm.write_text(FTM.replace('"startDate":["2022-04-06"],', ""), encoding="utf-8")
    library = tmp_path / "new.sqlite"
    assert briefer("import", ftm, "--published", "2025-06-01", library=library).code == 0
    before = briefer("show", "ofac-1", "--as-of", "2010-01-01", library=library).out
    assert "not listed)" in before
    assert "Note: RUSSIA-EO14024 is left out, which a later state lists: its order or act is of 2021-04-15." in before
    day = ("--as-of", "2022-01-01")
    assert "not known to be listed then)" in briefer("show", "ofac-1", *day, library=library).out
    assert briefer("show", "ofac-1", *day, "--json", library=library).json["listed_known"] is False
    assert "not known to be listed then" in briefer("search", "Obraztsov", *day, library=library).out
    assert not briefer("search", "Obraztsov", *day, "--json", library=library).json[0]["listed_known"]
    assert ", listed)" in briefer("show", "ofac-1", "--as-of", "2025-07-01", library=library).out
    assert ", listed)" in briefer("show", "ofac-1", library=library).out
