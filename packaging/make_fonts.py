# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.68.0", "fontpkg-source-serif-4==4.4", "fontpkg-source-sans-3==3.52",
#                 "fontpkg-ibm-plex-sans-arabic==1.101", "fontpkg-assistant==3.0"]
# ///
"""Cuts the static fonts of `assets/fonts` from whole variable families; run it only when a family changes.

    uv run packaging/make_fonts.py [FOLDER]

A variable font is stamped with the time at every use and embedded once per size, a static cut is neither. The Open Font
License reserves the names “Source” and “Plex” for their makers' own files, so the cuts, being modified, call themselves
Briefer Serif, Sans, Arabic and Hebrew; `fonts.conf` answers to the names of the families they come from. The same
packages give the same bytes. Not Noto Sans Arabic: it draws letter and dots apart, and a PDF's text then reads wrong.
"""

import sys
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).resolve().parent
# 1 January 2025 in seconds since 1904, as the head table counts.
STAMP = 3_818_534_400
LATIN_CYRILLIC_GREEK = (
    (0x0020, 0x024F),
    (0x0250, 0x036F),  # phonetic letters and modifiers in transliterations, combining accents
    (0x0370, 0x03FF),
    (0x0400, 0x052F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x209F),
    (0x20A0, 0x20CF),
    (0x2100, 0x218F),
    (0x2190, 0x22FF),
    (0x2460, 0x24FF),
    (0x25A0, 0x27BF),  # marks: squares, triangles, circles, ballot boxes
    (0xFB00, 0xFB06),
)
MARKS = ((0x0020, 0x0040), (0x00A0, 0x00BB), (0x2000, 0x206F))  # so that a line is not torn at each stop or bracket
ARABIC = (*MARKS, (0x0600, 0x06FF), (0x0750, 0x077F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
HEBREW = (*MARKS, (0x0590, 0x05FF), (0xFB1D, 0xFB4F))
FEATURES = (  # noqa: SIM905
    "calt case ccmp clig curs dnom fina frac init isol kern liga lnum locl mark medi mkmk numr onum ordn pnum "
    "rclt rlig rvrn sinf subs sups tnum zero"
).split()
FIELDS = {"Regular": 0x40, "Bold": 0x20, "Italic": 0x01}  # OS/2 fsSelection; macStyle follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One static font: the file it becomes, the variable file and the place on its axes it is cut from."""

    family: str
    style: str
    weight: int
    package: str
    source: str
    axes: dict[str, float] = field(default_factory=dict)
    ranges: tuple[tuple[int, int], ...] = LATIN_CYRILLIC_GREEK

    @property
    def file(self) -> str:
        """The name of the file in the folder."""
        return f"{self.family.replace(' ', '')}-{self.style}.ttf"


def _serif(family: str, style: str, weight: int, opsz: int, slant: str = "") -> Cut:
    return Cut(
        family=family, style=style, weight=weight, package="fontpkg_source_serif_4",
        source=f"SourceSerif4{slant}[opsz,wght].ttf", axes={"opsz": opsz, "wght": weight},
    )  # fmt: skip


def _sans(style: str, weight: int, slant: str = "") -> Cut:
    return Cut(
        family="Briefer Sans", style=style, weight=weight, package="fontpkg_source_sans_3",
        source=f"SourceSans3{slant}[wght].ttf", axes={"wght": weight},
    )  # fmt: skip


CUTS = (
    _serif("Briefer Serif", "Regular", 400, 11),
    _serif("Briefer Serif", "SemiBold", 600, 11),
    _serif("Briefer Serif", "Italic", 400, 11, "-Italic"),
    _serif("Briefer Serif Display", "SemiBold", 600, 60),
    _sans("Regular", 400),
    _sans("SemiBold", 600),
    _sans("Bold", 700),
    _sans("Italic", 400, "-Italic"),
    Cut(
        family="Briefer Arabic",
        style="Regular",
        weight=400,
        package="fontpkg_ibm_plex_sans_arabic",
        source="IBMPlexSansArabic-Regular.ttf",
        ranges=ARABIC,
    ),
    Cut(
        family="Briefer Hebrew",
        style="Regular",
        weight=400,
        package="fontpkg_assistant",
        source="Assistant[wght].ttf",
        axes={"wght": 400},
        ranges=HEBREW,
    ),
)
LICENCES = {
    "OFL-SourceSerif4.txt": "fontpkg_source_serif_4",
    "OFL-SourceSans3.txt": "fontpkg_source_sans_3",
    "OFL-PlexSansArabic.txt": "fontpkg_ibm_plex_sans_arabic",
    "OFL-Assistant.txt": "fontpkg_assistant",
}


def make(cut: Cut) -> TTFont:
    """Cuts one font: fixed axes, the scripts we print, a name of its own, a fixed date."""
    source = files(cut.package) / "files" / cut.source
    with source.open("rb") as stream:
        font = TTFont(stream, recalcTimestamp=False, lazy=False)
    if cut.axes:
        font = instantiateVariableFont(font, cut.axes, inplace=True)
    for table in ("DSIG", "STAT"):
        if table in font:
            del font[table]
    _subset(font, cut.ranges)
    _rename(font, cut)
    font["head"].created = font["head"].modified = STAMP
    return font


def _subset(font: TTFont, ranges: tuple[tuple[int, int], ...]) -> None:
    options = Options(
        layout_features=FEATURES, layout_scripts=["*"], name_IDs=["*"], name_languages=["*"], notdef_outline=True,
        glyph_names=False, recalc_timestamp=False, legacy_kern=False,
    )  # fmt: skip
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)


def _rename(font: TTFont, cut: Cut) -> None:
    names: Any = font["name"]
    kept = {number: names.getDebugName(number) for number in (0, 5, 7, 13, 14)}
    names.names = []
    plain = cut.style in FIELDS
    texts = kept | {
        1: cut.family if plain else f"{cut.family} {cut.style}",
        2: cut.style if plain else "Regular",
        3: f"{cut.family} {cut.style}; cut from {cut.source}",
        4: f"{cut.family} {cut.style}",
        6: cut.file.removesuffix(".ttf"),
    }
    if not plain:
        texts |= {16: cut.family, 17: cut.style}
    for number, text in sorted(texts.items()):
        names.setName(text, number, 3, 1, 0x409)
    os2: Any = font["OS/2"]
    os2.usWeightClass = cut.weight
    os2.fsSelection = os2.fsSelection & ~0x61 | FIELDS.get(cut.style, 0x40)
    font["head"].macStyle = {"Bold": 1, "Italic": 2}.get(cut.style, 0)


def main(folder: Path) -> None:
    """Writes every cut and the licence of each family into the folder."""
    for cut in CUTS:
        make(cut).save(folder / cut.file)
        print(f"{cut.file}: {(folder / cut.file).stat().st_size:,} bytes")  # noqa: T201
    for name, package in LICENCES.items():
        (folder / name).write_bytes((files(package) / "LICENSE").read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else HERE.parent / "assets" / "fonts")
