"""The benchmarks run at a very small size and say what the contract says, with the peers or without them."""

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pypdfium2
import pytest

from briefer.model.errors import BadInput
from tests.bench import analysis, annex, edits, make_sheets, page_html, page_typst, render, report, start, table
from tests.bench.make_pages import pages
from tests.bench.watch import Ran

FIELDS = {"case", "seconds", "peak_mb", "peer", "peer_seconds", "ratio", "target", "met"}
SMALL = 2


def ran(seconds: float, peak_mb: float = 10) -> Ran:
    return Ran(seconds=seconds, peak_mb=peak_mb)


def without(missing: str) -> Any:
    """What finds a module, but not this one."""
    return lambda name: None if name == missing else ModuleType(name)


def test_a_case_is_the_median_beside_the_peers_and_met_where_nothing_is_exceeded() -> None:
    ours, peers = [ran(3), ran(1), ran(2, peak_mb=99)], [ran(4), ran(4), ran(9)]
    said = report.compared("one", ours, {"ratio": 0.5, "peak_mb": 99}, "a peer", peers)
    assert said.items() >= {"seconds": 2, "peak_mb": 99, "peer_seconds": 4, "ratio": 0.5, "met": True}.items()
    assert said.keys() >= FIELDS
    assert report.compared("one", ours, {"ratio": 0.49}, "a peer", peers)["met"] is False


def test_without_its_peer_a_ratio_is_neither_met_nor_missed() -> None:
    said = report.compared("one", [ran(1)], {"ratio": 2, "peak_mb": 50}, "a peer, which is not installed here")
    assert (said["ratio"], said["met"], said["peer"]) == (None, None, "a peer, which is not installed here")


def test_a_bench_prints_one_json_value_with_machine_and_versions(capsys: pytest.CaptureFixture[str]) -> None:
    cases = [report.compared("one", [ran(1)], {"seconds": 0.5})]
    assert report.report("mine", cases, True) == 1
    said = json.loads(capsys.readouterr().out)
    assert said.keys() == {"bench", "machine", "versions", "cases"}
    assert "cores" in said["machine"]
    assert said["versions"]["weasyprint"] == "70.0"
    assert report.report("mine", cases, False) == 1
    assert "case  seconds" in capsys.readouterr().out


def test_our_workbook_and_the_peers_hold_the_same_rows(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter comes with ./dev bench")
    made = make_sheets.brief(20)
    found = []
    for name, write in make_sheets.WRITERS.items():
        write(made, tmp_path / f"{name}.xlsx")
        book = openpyxl.load_workbook(tmp_path / f"{name}.xlsx")
        sheets = [sheet for sheet in book if sheet.title != "Contents"]
        found.append([[cell.value or "" for cell in row] for sheet in sheets for row in sheet])
        assert [len(sheet.tables) for sheet in sheets] == [1] * make_sheets.SHEETS
    assert found[0] == found[1]
    said = annex.case("rows_1k", 20, tmp_path, 1)
    assert said.keys() >= FIELDS
    assert said["ratio"]


def test_a_start_is_counted_in_bare_imports_of_weasyprint(tmp_path: Path) -> None:
    said = start.case("help", tmp_path, 1)
    assert said["seconds"] < said["peer_seconds"]
    assert said.keys() >= FIELDS
    assert start.library(tmp_path, names=20) == start.library(tmp_path, names=20)


def test_the_three_tongues_say_the_same() -> None:
    made = pages(SMALL)
    texts = {"brief": "".join(section.html for section in page_html.brief(made).sections)}
    texts |= {"browser": page_html.browser(made), "typst": page_typst.markup(made).replace("\\", "")}
    words = [
        made.chapters[0].title,
        made.chapter("sheet-1").title,
        "example.org/source/2",
        "Every designation in force.",
    ]
    assert all(word in text for text in texts.values() for word in words)
    assert "var(--" not in texts["browser"]
    assert "string(" not in texts["browser"]


@pytest.mark.parametrize("edit", edits.EDITS)
def test_an_edit_changes_the_chapter_that_it_names_and_no_other(edit: str) -> None:
    made = pages(20)
    changed, id = edits.EDITS[edit](made, 3)
    assert [new.id for old, new in zip(made.chapters, changed.chapters, strict=True) if old != new] == [id]


def test_a_cold_print_says_what_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.bench.render.shutil.which", lambda _name: None)
    monkeypatch.setattr("tests.bench.render.find_spec", without("typst"))
    said = render.cold("cold_300", tmp_path, 1, number=SMALL)
    assert said.keys() >= FIELDS
    assert (said["met"], said["ratio"], said["typst_ratio"], said["peer"]) == (None, None, None, render.NO_CHROMIUM)
    assert said["pages"] == str(len(pypdfium2.PdfDocument(tmp_path / "ours.pdf")))


def test_the_warm_edits_take_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.bench.render.find_spec", without("typst"))
    asked = ["edit_row_preview_300", "add_page_300"]
    found = render.warm(asked, tmp_path, 1, number=SMALL)
    assert [case["case"] for case in found] == asked
    assert all(case.keys() >= FIELDS and case["met"] is None and case["seconds"] > 0 for case in found)


def test_typst_prints_where_it_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("typst", reason="Typst comes with ./dev bench")
    monkeypatch.setattr("tests.bench.render.shutil.which", lambda _name: None)
    said = render.cold("cold_20", tmp_path, 1, number=SMALL)
    assert said["typst_ratio"] > 0
    (found,) = render.warm(["edit_preview_300"], tmp_path, 1, number=SMALL)
    assert found["ratio"] > 0
    assert isinstance(found["met"], bool)


def test_a_pack_is_analysed_stage_by_stage() -> None:
    (said,) = analysis.pack_300(12)
    assert said.keys() >= FIELDS
    assert said["case"] == "pack_12"
    assert list(said["stages"]) == list(analysis.STAGES)


def bench(name: str, *cases: dict[str, Any]) -> dict[str, Any]:
    return {"bench": name, "machine": "a machine", "versions": {"python": "3.11"}, "cases": list(cases)}


def test_the_table_keeps_what_was_measured_and_replaces_what_is_measured_again(tmp_path: Path) -> None:
    kept, readme, file = tmp_path / "kept.json", tmp_path / "README.md", tmp_path / "said.json"
    readme.write_text(f"Before\n{table.START}\nold\n{table.END}\nAfter\n", encoding="utf-8")
    old = bench("annex", report.compared("rows_1k", [ran(1)], {}), report.compared("rows_10k", [ran(2)], {}))
    kept.write_text(json.dumps({"annex": old}), encoding="utf-8")
    again = report.compared("rows_10k", [ran(300.4)], {"ratio": 2}, "XlsxWriter", [ran(100)])
    file.write_text(json.dumps(bench("annex", again)), encoding="utf-8")
    benches = table.merged([file], kept)
    text = table.written(readme.read_text(encoding="utf-8"), table.table(benches), readme)
    assert "| annex: rows_1k | 1 | 10 | – | – | – | – | – |" in text
    assert "| annex: rows_10k | 300 | 10 | XlsxWriter | 100 | 3 | ≤ × 2 | no |" in text
    assert text.startswith("Before\n")
    assert text.endswith(f"- annex: a machine\n- annex with python 3.11\n{table.END}\nAfter\n")


def test_a_readme_without_a_place_for_the_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="has no place for the table"):
        table.written("Nothing here", "table", tmp_path / "README.md")
