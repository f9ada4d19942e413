"""The pack file is whole, repeatable and refuses what it cannot read."""

import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefer.model.brief import Dossier
from briefer.model.errors import BadPack
from briefer.model.pack import Pack, PackSection
from briefer.pack import PackFile, load, parse, save, to_bytes, to_json
from briefer.pack import file as pack_file

PACK = Pack(
    title="Relief",
    as_of=date(2025, 3, 31),
    entities=("ofac-1",),
    sections=(PackSection(id="bottom", kind="bottom-line", title="Bottom line", text="Олег [@a]"),),
    keys={"a": "F1"},
)
WHOLE = PackFile(pack=PACK, dossier=Dossier(as_of=date(2025, 3, 31)), media=(("b.png", b"2"), ("a.png", b"1")))


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    save(tmp_path / "a.brief", WHOLE)
    found = load(tmp_path / "a.brief")
    assert found.pack == PACK
    assert found.dossier == WHOLE.dossier
    assert found.media == (("a.png", b"1"), ("b.png", b"2"))


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert to_bytes(WHOLE) == to_bytes(replace(WHOLE, media=tuple(reversed(WHOLE.media))))


def test_members_stand_in_order_with_a_fixed_date(tmp_path: Path) -> None:
    save(tmp_path / "a.brief", WHOLE)
    with zipfile.ZipFile(tmp_path / "a.brief") as archive:
        assert archive.namelist() == ["pack.json", "facts.json", "media/a.png", "media/b.png"]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_replaced_version_joins_the_history_and_an_equal_one_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a.brief"
    save(path, WHOLE)
    save(path, replace(WHOLE, pack=replace(PACK, title="Second")))
    save(path, replace(WHOLE, pack=replace(PACK, title="Second")))
    save(path, replace(WHOLE, pack=replace(PACK, title="Third")))
    assert [json.loads(old)["title"] for old in load(path).history] == ["Relief", "Second"]


def test_a_pack_that_was_never_gathered_has_no_facts(tmp_path: Path) -> None:
    save(tmp_path / "a.brief", PackFile(pack=PACK))
    assert load(tmp_path / "a.brief").dossier is None


def as_json(**changes: object) -> bytes:
    return json.dumps(json.loads(to_json(PACK)) | changes).encode()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "is not valid JSON"),
        (b"[" * 100_000, "is not valid JSON"),
        (b"[]", "does not hold a JSON object"),
        (as_json(schema=2), "has schema 2, and this version of Briefer knows schema 1; open it with a newer version"),
        (as_json(tittle="x"), "has an unknown field “tittle”; use one of title"),
        (as_json(sections=[{"id": "a", "kind": "b", "title": "c", "colour": 1}]), "unknown field “sections.0.colour”"),
        (as_json(as_of="31 March"), "has a wrong value in “as_of”: expected a date such as 2025-03-31; correct"),
        (as_json(entities="ofac-1"), "has a wrong value in “entities”: expected list, got text"),
        (b'{"title": "x"}', "has a wrong value in “the whole”: object missing required field as_of"),
    ],
)
def test_json_that_is_no_pack_is_one_sentence(content: bytes, says: str) -> None:
    with pytest.raises(BadPack, match=says) as caught:
        parse(content, "a.json")
    assert str(caught.value).startswith("a.json: ")


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match="is not there"):
        load(tmp_path / "none.brief")


def test_a_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match="cannot be read"):
        load(tmp_path)


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04 cut"])
def test_a_file_that_is_no_zip_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.brief").write_bytes(content)
    with pytest.raises(BadPack, match="is not a Briefer pack or is damaged"):
        load(tmp_path / "a.brief")


def test_a_damaged_member_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.brief"
    save(path, WHOLE)
    content = bytearray(path.read_bytes())
    content[60] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(BadPack):
        load(path)


def write(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_zip_without_a_pack_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match=r"holds no pack\.json"):
        load(write(tmp_path / "a.brief", {"readme.txt": b""}))


def test_facts_that_cannot_be_read_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match=r"facts\.json: holds facts that cannot be read"):
        load(write(tmp_path / "a.brief", {"pack.json": to_json(PACK), "facts.json": b'{"as_of": 1}'}))


def test_a_member_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_file, "LIMITS", {"pack.json": 10})
    with pytest.raises(BadPack, match=r"pack\.json: unpacks to more than"):
        load(write(tmp_path / "a.brief", {"pack.json": to_json(PACK)}))
