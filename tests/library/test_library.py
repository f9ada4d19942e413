"""The library with real list files, found through BRIEFER_LISTS."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefer.library import Library
from briefer.sources import recognise

LISTS = os.environ.get("BRIEFER_LISTS", "")
pytestmark = pytest.mark.skipif(not LISTS, reason="BRIEFER_LISTS names no folder of real list files")


def test_the_list_of_2023_comes_in_whole_and_again_at_once(library: Library) -> None:
    sdn = Path(LISTS) / "ofac/sdn-2023-csv/sdn.csv"
    report = library.import_list(recognise(sdn))
    assert (report.list, report.entities, report.added) == ("ofac-sdn", 11443, 11443)
    again = library.import_list(recognise(sdn))
    assert (again.entities, again.added, again.unchanged) == (11443, 0, 11443)
    assert library.search("Дерипаска Олег")[0].caption == "DERIPASKA, Oleg Vladimirovich"
    assert library.search("Sberbank of Russia")[0].score == 100


def test_a_whole_list_is_imported_in_bounded_memory(tmp_path: Path) -> None:
    sdn, file = Path(LISTS) / "ofac/sdn-2023-csv/sdn.csv", tmp_path / "fresh.sqlite"
    call = (
        "from pathlib import Path; from briefer.library import Library; "
        f"from briefer.sources import recognise; Library.open(Path({str(file)!r})).import_list("
        f"recognise(Path({str(sdn)!r}))); print(Path('/proc/self/status').read_text())"
    )
    said = subprocess.run([sys.executable, "-c", call], capture_output=True, check=True, text=True).stdout
    # ru_maxrss would be that of the process which started this one, if that is larger.
    (peak,) = (int(line.split()[1]) for line in said.splitlines() if line.startswith("VmHWM"))
    assert peak < 300 * 1024  # kilobytes


def test_a_newer_state_of_a_list_is_counted_against_the_older(library: Library) -> None:
    files = sorted((Path(LISTS) / "ofac").glob("cons_enhanced-*.xml"))
    reports = [library.import_list(recognise(file)) for file in files]
    assert [report.entities for report in reports] == [443, 442]
    assert (reports[1].removed, reports[1].added) == (1, 0)
    assert reports[1].changed + reports[1].unchanged == 442
