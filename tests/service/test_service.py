"""The main job, whole: lists and a pack become a printed briefing with its annexes, the same on any day."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from briefer.model.progress import silent
from briefer.service import Briefer
from briefer.service.packs import scheme_of
from tests.conformance import vera


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def run(folder: Path, *call: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefer", *map(str, call)],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample briefing, built once by the command line as its user would."""
    folder = tmp_path_factory.mktemp("demo")
    run(folder, "demo", "-o", "briefing", PYTHONHASHSEED="1", TZ="UTC", HOME=str(folder))
    return folder / "briefing"


def test_the_demo_never_touches_the_users_library(demo: Path) -> None:
    assert not list(demo.parent.rglob("*.sqlite*"))


def test_the_sample_has_no_error_and_no_warning_to_answer_for(demo: Path, tmp_path: Path) -> None:
    built = Briefer().demo(tmp_path, progress=silent)
    assert built.findings["error"] == built.findings["warning"] == 0
    assert built.pages == len(pikepdf.open(built.pdf).pages)


def test_the_same_input_gives_the_same_bytes_on_any_day_in_any_zone_under_any_hash_seed(
    demo: Path, tmp_path: Path
) -> None:
    run(tmp_path, "demo", "-o", "again", PYTHONHASHSEED="4711", TZ="Pacific/Kiritimati", LC_ALL="C")
    assert digests(tmp_path / "again") == digests(demo)


def test_the_sample_passes_both_standards_with_its_workbook_attached(demo: Path) -> None:
    (pdf,) = demo.glob("*.pdf")
    assert vera.failures(pdf) == []
    with pikepdf.open(pdf) as document:
        (name,) = document.attachments
        attached = document.attachments[name].get_file().read_bytes()
    assert attached == (demo / name).read_bytes()


def test_the_sample_verifies(demo: Path) -> None:
    assert Briefer().verify(demo).ok


def test_the_manifest_names_versions_lists_and_hashes(demo: Path) -> None:
    manifest = json.loads((demo / "manifest.json").read_text(encoding="utf-8"))
    assert {"schema", "briefer", "pack", "template", "lists", "files"} <= set(manifest)
    assert manifest["pack"]["as_of"] == "2025-03-31"
    assert {item["name"]: item["sha256"] for item in manifest["files"]}.items() <= digests(demo).items()


def test_a_pack_of_ten_from_the_real_list_builds_passes_and_verifies(real_lists: Path, tmp_path: Path) -> None:
    briefer = Briefer(tmp_path / "library.sqlite")
    (report,) = briefer.import_files([real_lists / "ofac" / "sdn-2023-csv" / "sdn.csv"])
    assert report.entities == 11_443
    names = (
        "Deripaska; Timchenko; Arkady Rotenberg; Sberbank; VTB Bank; Bank Rossiya; Usmanov; Alfa-Bank; Rostec; Sechin"
    )
    ids = tuple(dict.fromkeys(briefer.search(name, limit=1)[0].id for name in names.split("; ")))
    assert len(ids) == 10
    from datetime import date

    pack = briefer.new(
        tmp_path / "ten.brief", template="relief-options", title="Ten", as_of=date(2023, 1, 31), picks={"entities": ids}
    )
    built = briefer.build(pack, tmp_path / "out")
    assert vera.failures(Path(built.pdf)) == []
    assert briefer.verify(tmp_path / "out").ok
    first = digests(tmp_path / "out")
    briefer.build(pack, tmp_path / "out")
    assert digests(tmp_path / "out") == first


@pytest.mark.parametrize(
    ("marking", "scheme"),
    [("", "us"), ("cui", "us"), ("CUI//SP-PRVCY", "us"), ("OFFICIAL", "uk"), ("TLP:RED", "tlp"), ("LIMITE", "eu")],
)
def test_a_marking_tells_its_scheme(marking: str, scheme: str) -> None:
    assert scheme_of(marking)[0] == scheme
