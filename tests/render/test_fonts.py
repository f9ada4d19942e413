import ctypes.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefer import shipped
from briefer.render import fonts

SHIPPED = sorted(path for path in Path(str(shipped.data("assets", "fonts"))).iterdir() if path.suffix == ".ttf")
LETTERS = (
    "".join(map(chr, (*range(0x21, 0x7F), *range(0xA1, 0x180), *range(0x400, 0x460)))) + "ΑΩαωάΏςїєґ№€–—‘’“”…■▲△▼▽◆"
)
RARE = {*"ĬĭĲĳŦŧ"}  # the serif leaves them to the sans
TEXT = [path for path in SHIPPED if path.stem.startswith(("BrieferSerif", "BrieferSans"))]


def test_fontconfig_is_pointed_at_the_shipped_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "elsewhere")
    fonts.use_bundled()
    assert Path(os.environ["FONTCONFIG_FILE"]).samefile(str(shipped.data("assets", "fonts", "fonts.conf")))


@pytest.mark.parametrize("path", TEXT, ids=lambda path: path.stem)
def test_a_cut_is_static_and_has_the_letters(path: Path) -> None:
    with TTFont(path) as font:
        assert "fvar" not in font
        drawn = font.getBestCmap()
        assert not [letter for letter in LETTERS if ord(letter) not in drawn and letter not in RARE]


@pytest.mark.parametrize("path", TEXT, ids=lambda path: path.stem)
def test_a_cut_has_digits_of_equal_width_by_itself_or_by_tnum(path: Path) -> None:
    with TTFont(path) as font:
        widths = [font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"]
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert max(widths) - min(widths) <= 1 or {"tnum", "lnum"} <= features


def test_a_modified_cut_does_not_bear_a_reserved_name() -> None:
    for path in SHIPPED:
        with TTFont(path) as font:
            for number in (1, 4, 6, 16):
                name = font["name"].getDebugName(number) or ""
                assert "Source" not in name
                assert "Plex" not in name


def test_the_fonts_are_small_and_have_their_licences_beside_them() -> None:
    folder = Path(str(shipped.data("assets", "fonts")))
    assert sum(path.stat().st_size for path in SHIPPED) < 3_000_000
    licences = {path.name for path in folder.glob("OFL-*.txt")}
    assert licences == {"OFL-SourceSerif4.txt", "OFL-SourceSans3.txt", "OFL-PlexSansArabic.txt", "OFL-Assistant.txt"}
    assert all("SIL OPEN FONT LICENSE" in (folder / name).read_text(encoding="utf-8") for name in licences)


def test_the_libraries_are_loaded_without_a_process_to_look_for_them() -> None:
    code = """
import subprocess, sys
from briefer.render import fonts
def refuse(event, arguments):
    if event == "subprocess.Popen":
        raise PermissionError(event)
sys.addaudithook(refuse)
fonts.load()
import weasyprint
fonts.load()
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_elsewhere_the_libraries_are_looked_for_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    fonts.load()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delitem(sys.modules, "weasyprint")
    monkeypatch.setattr(fonts, "import_module", lambda _name: (_ for _ in ()).throw(OSError))
    before = ctypes.util.find_library
    fonts.load()
    assert ctypes.util.find_library is before
