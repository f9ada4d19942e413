"""An office's own rows of the rulebook travel in the pack, decide there, and print as the office's own."""

from pathlib import Path

import pypdfium2
import pytest

from briefer.library import Library
from briefer.pack import load
from tests.conftest import Briefer
from tests.library.lists import listing, record, tag

ROW = """
[[class]]
tags = ["RUSSIA-EO14024"]
class = "D"
reason = "Our counsel reads the order as kept in force."
actor = "Congress"
citation = "Memorandum 7 of the office"
confidence = "partly"
"""


@pytest.fixture
def pack(tmp_path: Path, briefer: Briefer) -> Path:
    with Library.open(tmp_path / "library.sqlite") as library:
        entry = record("ofac-1", "Somebody", tags=(tag(start="2022-04-06"),))
        library.import_list(listing(entry, published="2025-03-01"))
    path = tmp_path / "a.brief"
    given = ("--template", "relief-options", "--title", "Own rows", "--as-of", "2025-03-31", "--entity", "ofac-1")
    assert briefer("new", path, *given).code == 0
    (tmp_path / "office.toml").write_text(ROW)
    return path


def carry(briefer: Briefer, pack: Path, *names: str) -> tuple[int, str, str]:
    said = briefer("pack", pack, "--rulebook", *(pack.parent / name for name in names))
    return said.code, said.out, said.err


def classes(pack: Path) -> list[tuple[str, bool, str]]:
    dossier = load(pack).dossier
    assert dossier is not None
    return [(row.klass, row.overlay, row.row) for row in dossier.law.classes if not row.list_types and not row.limb]


def test_an_offices_row_takes_the_place_of_the_programs_and_stays_in_the_pack(briefer: Briefer, pack: Path) -> None:
    assert [(klass, own) for klass, own, _row in classes(pack)] == [("A", False)]
    code, out, _err = carry(briefer, pack, "office.toml")
    assert (code, "carries office.toml; its facts are gathered anew." in out) == (0, True)
    (pack.parent / "office.toml").unlink()
    assert briefer("refresh", pack).code == 0
    assert classes(pack) == [("D", True, "office.toml, row 1")]


def test_without_a_file_the_pack_carries_none(briefer: Briefer, pack: Path) -> None:
    carry(briefer, pack, "office.toml")
    code, out, _err = carry(briefer, pack)
    assert (code, "carries no office's rows" in out) == (0, True)
    assert [own for _klass, own, _row in classes(pack)] == [False]


def test_a_build_prints_the_row_as_the_offices_own_and_twice_the_same_bytes(briefer: Briefer, pack: Path) -> None:
    carry(briefer, pack, "office.toml")
    built = [pack.parent / name for name in ("one", "two")]
    for folder in built:
        assert briefer("build", pack, "-o", folder, "--draft").code == 0
    one, two = ({file.name: file.read_bytes() for file in folder.iterdir()} for folder in built)
    assert one == two
    assert set(one) == {"manifest.json", "own-rows.pdf", "own-rows-annexes.xlsx"}
    document = pypdfium2.PdfDocument(one["own-rows.pdf"])
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    document.close()
    assert "Our counsel reads the order as kept in force. This office’s own row. Memorandum 7 of the office" in text
    assert "Rows of this office’s own rulebook are used." in text


FAULTS = {
    "a bad row": (ROW.replace('"D"', '"E"'), "office.toml, row 1 (RUSSIA-EO14024): the class “E” is not known"),
    "an unknown reference": (
        ROW + 'instruments = ["magic"]\n',
        "office.toml, row 1: names the instrument “magic”, which no row states",
    ),
    "no TOML": ("[[class]\n", "office.toml: cannot be read as TOML"),
    "no table of ours": ("[[klass]]\n", "office.toml: “klass” is no table of the rulebook"),
    "no text": (b"\xff\xff", "office.toml: is no text in UTF-8"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_an_offices_rows_names_file_and_row_and_changes_nothing(
    name: str, briefer: Briefer, pack: Path
) -> None:
    text, says = FAULTS[name]
    path, before = pack.parent / "office.toml", pack.read_bytes()
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    code, _out, err = carry(briefer, pack, "office.toml")
    assert code == 2
    assert says in err
    assert pack.read_bytes() == before


def test_a_file_that_is_not_there_or_stands_twice_is_refused(briefer: Briefer, pack: Path) -> None:
    assert "cannot be read" in carry(briefer, pack, "none.toml")[2]
    assert "rulebook has “office.toml” twice" in carry(briefer, pack, "office.toml", "office.toml")[2]
    said = briefer("pack", pack, "--rulebook", "--replace", pack)
    assert (said.code, "each of them sets the pack" in said.err) == (2, True)
    named = briefer("pack", pack).out.replace('"rulebook": []', '"rulebook": [{"name": "a/b", "text": ""}]')
    pack.with_suffix(".json").write_text(named)
    assert (
        "rulebook has a file without a plain name" in briefer("pack", pack, "--replace", pack.with_suffix(".json")).err
    )
