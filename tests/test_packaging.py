"""What is handed out says one version, type and name everywhere; the frozen program's children do their part."""

import os
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pytest

import briefer
from briefer import __main__ as door
from briefer.sources import Reading, apart
from tests.sources.given import given

pytest.importorskip("PySide6")

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"
TYPE = "application/vnd.briefer.pack+zip"
HOUR = "1767225600"
"""2026-01-01, as SOURCE_DATE_EPOCH counts."""


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("share") / "share"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": HOUR, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    call = [sys.executable, str(PACKAGING / "share.py"), str(folder)]
    subprocess.run(call, env=environment, check=True, timeout=60)
    return folder


@pytest.fixture(scope="module")
def entry() -> ConfigParser:
    """The menu entry."""
    read = ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(LINUX / "briefer.desktop", encoding="utf-8")
    return read


def test_the_version_stands_in_one_place_and_everything_else_asks_for_it(share: Path) -> None:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert said["tool"]["hatch"]["version"]["path"] == "briefer/__init__.py"
    assert version("briefer") == briefer.__version__
    (release,) = ET.parse(share / "metainfo/org.briefer.briefer.metainfo.xml").iterfind("releases/release")
    assert release.attrib == {"version": briefer.__version__, "date": "2026-01-01"}
    stated = re.compile(rf"(?<![\d.]){re.escape(briefer.__version__)}(?![\d.])")
    sources = [path for path in PACKAGING.rglob("*") if path.suffix in {".py", ".spec", ".yaml", ".xml", ".md", ".iss"}]
    assert not [path.name for path in [*sources, PACKAGING / "build"] if stated.search(path.read_text("utf-8"))]


def test_the_menu_entry_the_type_and_the_metainfo_name_the_same_things(share: Path, entry: ConfigParser) -> None:
    section = entry["Desktop Entry"]
    assert section["MimeType"] == f"{TYPE};"
    assert section["Exec"] == f"briefer {door.WINDOW} %f"
    about = ET.parse(share / "metainfo/org.briefer.briefer.metainfo.xml")
    assert about.findtext("launchable") == "briefer.desktop"
    assert about.findtext("provides/mediatype") == TYPE
    assert about.findtext("name") == section["Name"]
    space = {"": "http://www.freedesktop.org/standards/shared-mime-info"}
    (kind,) = ET.parse(share / "mime/packages/briefer.xml").iterfind("mime-type", space)
    icon = kind.find("icon", space)
    pattern = kind.find("glob", space)
    assert icon is not None
    assert pattern is not None
    assert (kind.get("type"), pattern.get("pattern"), icon.get("name")) == (TYPE, "*.brief", section["Icon"])
    assert (share / f"icons/hicolor/scalable/apps/{section['Icon']}.svg").is_file()


def test_icons_are_drawn_in_every_size_and_none_is_empty(share: Path) -> None:
    from PySide6.QtGui import QImage

    paths = sorted((share / "icons/hicolor").glob("*/apps/briefer.png"))
    assert len(paths) == 9
    for path in paths:
        image = QImage(str(path))
        assert f"{image.width()}x{image.height()}" == path.parts[-3]
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(image.width() // 3, image.height() // 2).alpha() == 255


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Makes this process take itself for the frozen program, whose executable runs packaging/start.py."""
    program = tmp_path / "briefer"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{PACKAGING / "start.py"}" "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for the frozen program is a shell script")
def test_a_frozen_program_reads_a_large_list_in_a_child_of_its_own(
    frozen: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "SMALL", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    path = tmp_path / "a.csv"
    path.write_text("x")
    reading = Reading(path=path, files=(path,), format="a", kind="list", sha256="", records=partial(given, ""))
    assert list(apart.apart(reading).records()) == list(given(""))


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for the frozen program is a shell script")
def test_a_frozen_program_is_otherwise_the_program(frozen: None) -> None:
    said = subprocess.run([sys.executable, "--version"], capture_output=True, text=True, check=True)
    assert said.stdout == f"briefer {briefer.__version__}\n"


def test_the_debian_package_asks_for_what_the_freezing_leaves_out() -> None:
    spec, package = (PACKAGING / "briefer.spec").read_text("utf-8"), (LINUX / "nfpm.yaml").read_text("utf-8")
    left = {"libstdc++.so": "libstdc++6", "libgcc_s.so": "libgcc-s1"}
    left |= {"libfontconfig.so": "libfontconfig1", "libfreetype.so": "libfreetype6"}
    for library, owner in left.items():
        assert f'"{library}"' in spec
        assert f"  - {owner}\n" in package
