"""Lists that come packed."""

import gc
import gzip
import io
import tempfile
import zipfile
from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.sources import expand, packed, recognise
from tests.sources.reads import Write, entities, records
from tests.sources.test_canada import file, record

LIST = file(record(LastName="Doe")).encode()
SDN = b'36,"DOE, Jane","individual","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'


@pytest.fixture(autouse=True)
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Temporary folders are made where the test can see them."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def archive(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def newer(content: bytes) -> bytes:
    """An archive that says it needs a later version of the format than there is."""
    made = bytearray(content)
    made[made.rindex(b"PK\x01\x02") + 6] = 99
    return bytes(made)


def test_a_gzipped_list_is_the_list(write: Write) -> None:
    path, plain = write("sema.xml.gz", gzip.compress(LIST)), write("sema.xml", LIST)
    reading = recognise(path)
    assert (reading.path, reading.files, reading.format) == (path, (path,), "ca-sema-xml")
    assert reading.sha256 == recognise(plain).sha256
    assert entities(path) == entities(plain)


def test_a_zipped_list_is_the_list_whatever_lies_beside_it(write: Write) -> None:
    members = {"folder/": b"", "folder/sema.xml": LIST, "README.txt": b"x", "__MACOSX/._sema.xml": b"x"}
    assert len(entities(write("a.zip", archive(**members)))) == 1


def test_a_zipped_set_is_one_list(write: Write) -> None:
    path = write("a.zip", archive(**{"SDN.CSV": SDN, "ALT.CSV": b'36,1,"aka","ROE",-0- \r\n'}))
    (found,) = entities(path)
    assert [value.value for value in found.values if value.prop == "alias"] == ["ROE"]


@pytest.mark.parametrize("packed_too", [("SDN.CSV", "ALT.CSV"), ("SDN.CSV",), ("ALT.CSV",), ()])
def test_a_set_of_which_files_are_packed_one_by_one_is_the_set(
    write: Write, tmp_path: Path, room: Path, packed_too: tuple[str, ...]
) -> None:
    members = {"SDN.CSV": SDN, "ALT.CSV": b'36,1,"aka","ROE",-0- \r\n'}
    names = {name: f"{name}.GZ" if name in packed_too else name for name in members}
    for name, content in members.items():
        write(names[name], gzip.compress(content) if name in packed_too else content)
    (main,) = (path for path in expand([tmp_path]) if path.parent == tmp_path)
    assert main == tmp_path / names["SDN.CSV"]
    assert expand([tmp_path / names["ALT.CSV"]]) == (main,)
    reading = recognise(main)
    assert [path.name for path in reading.files] == list(names.values())
    (found,) = entities(main)
    assert [value.value for value in found.values if value.prop == "alias"] == ["ROE"]
    assert reading.sha256 == recognise(write("a.zip", archive(**members))).sha256


def test_a_path_in_an_archive_leads_nowhere_else(write: Write, tmp_path: Path) -> None:
    path = write("a.zip", archive(**{"../../../out.xml": LIST}))
    assert len(entities(path)) == 1
    assert not list(tmp_path.rglob("out.xml"))


def test_what_was_unpacked_goes_with_its_reading(write: Write, room: Path) -> None:
    reading = recognise(write("a.xml.gz", gzip.compress(LIST)))
    assert len(list(room.iterdir())) == 1
    assert len(list(reading.records())) == len(list(reading.records()))
    del reading
    gc.collect()
    assert not list(room.iterdir())


def test_a_workbook_is_no_archive_but_may_lie_in_one(write: Write) -> None:
    from tests.sources.test_australia import book, row

    assert recognise(write("a.xlsx", book(row(1)))).format == "au-xlsx"
    assert recognise(write("a.zip", archive(**{"a.xlsx": book(row(1))}))).format == "au-xlsx"


REFUSED = {
    "several": (archive(**{"a.xml": LIST, "b.xml": LIST}), "holds 2 files that can be lists; unpack it"),
    "nested": (archive(**{"a.zip": archive(**{"a.xml": LIST})}), "a.zip: this is an archive in an archive"),
    "no list": (archive(**{"a.txt": b"x"}), "this is a ZIP archive and no workbook"),
    "prose": (archive(**{"a.csv": b"x"}), "a.csv: no reader knows this text"),
    "html": (gzip.compress(b"<html>no</html>"), "this is a web page"),
    "empty": (gzip.compress(b""), "the file is empty"),
    "cut gzip": (gzip.compress(LIST)[:-12], "the archive cannot be unpacked"),
    "newer zip": (newer(archive(**{"a.xml": LIST})), r"the archive is damaged or ends early \(zip file version 9\.9"),
    "no name": (archive(**{"é.xml": LIST}).replace("é".encode(), b"\xff\xff", 1), "the archive cannot be unpacked"),
    "no gzip": (b"\x1f\x8b\x08 nonsense", "the archive cannot be unpacked"),
    "gzip of zip": (gzip.compress(archive(**{"a.xml": LIST})), "an archive in an archive"),
}


@pytest.mark.parametrize(("content", "expected"), REFUSED.values(), ids=list(REFUSED))
def test_an_archive_that_is_no_one_list_is_refused_by_the_name_the_user_knows(
    write: Write, room: Path, content: bytes, expected: str
) -> None:
    path = write("list.zip", content)
    with pytest.raises(BadInput, match=expected) as refused:
        recognise(path)
    assert str(refused.value).startswith(str(path))
    assert str(room) not in str(refused.value)
    assert not list(room.iterdir())


def test_a_fault_in_a_packed_list_names_the_archive_and_the_file_in_it(write: Write, room: Path) -> None:
    path = write("list.zip", archive(**{"sema.xml": LIST[:-12]}))
    with pytest.raises(BadInput) as refused:
        records(path)
    assert str(refused.value).startswith(f"{path}: sema.xml, line 2: the XML is damaged")


def test_a_bomb_stops_before_it_fills_the_disk(write: Write, room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "SMALL", 1024**2)
    for content in (gzip.compress(bytes(20 * 1024**2)), archive(**{"a.xml": bytes(20 * 1024**2)})):
        with pytest.raises(BadInput, match="far more than a list"):
            recognise(write("bomb", content))
    assert not list(room.iterdir())


def test_many_members_count_together(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LARGEST", len(LIST) + 5)
    with pytest.raises(BadInput, match="far more than a list"):
        recognise(write("a.zip", archive(**{"a.xml": LIST, "b.xml": LIST})))


def test_a_folder_is_searched_to_its_depth(write: Write, tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    for name in (
        "ca/sema.xml.gz",
        "ca/README.md",
        "us/2021/SDN.CSV",
        "us/2021/ALT.CSV",
        ".git/x.csv",
        "__MACOSX/y.csv",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    assert [str(path.relative_to(folder)) for path in expand([folder])] == ["ca/sema.xml.gz", "us/2021/SDN.CSV"]
