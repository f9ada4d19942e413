"""The folder that leaves the building, and whether it is still what it was."""

import hashlib
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefer import __version__, files, handoff
from briefer.handoff import hand_off, verify
from briefer.model.brief import Brief, Dossier
from briefer.model.errors import BadCall, BadInput, BrieferError
from briefer.model.facts import Snapshot
from briefer.model.pack import Pack, Template

AS_OF = date(2025, 3, 31)


def build(folder: Path, *, slug: str = "relief", pdf: bytes = b"%PDF", annex: bytes = b"PK") -> Path:
    brief = Brief(
        title="Relief",
        running_title="",
        author="",
        subject="",
        language="en-GB",
        paper="A4",
        as_of=AS_OF,
        banner="",
        foot=True,
        status="",
        css="",
        sections=(),
        sheets=(),
        slug=slug,
    )
    snapshot = {"title": "", "publisher": "", "regime": "US", "format": "ofac-csv", "entities": 1}
    lists = (
        Snapshot(id="a", list="ofac-sdn", published=date(2025, 3, 28), sha256="11", **snapshot),
        Snapshot(id="b", list="own", published=None, sha256="22", **snapshot),
    )
    return hand_off(
        folder,
        brief=brief,
        pdf=pdf,
        annex=annex,
        pack=Pack(title="Relief – Сбербанк", as_of=AS_OF),
        pack_sha256="ab",
        dossier=Dossier(as_of=AS_OF, lists=lists),
        template=Template(name="relief-options", title="", description="", sections=(), digest="cd"),
    )


def changed(folder: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    path = folder / "manifest.json"
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content), "utf-8")
    return folder


def test_the_manifest_says_what_the_files_are_and_what_they_were_made_from(tmp_path: Path) -> None:
    path = build(tmp_path / "new" / "folder")
    text = path.read_text("utf-8")
    assert path == tmp_path / "new" / "folder" / "manifest.json"
    assert text.endswith("}\n")
    assert "Сбербанк" in text
    content = json.loads(text)
    assert list(content) == ["schema", "briefer", "pack", "template", "lists", "files"]
    assert content == {
        "schema": 1,
        "briefer": __version__,
        "pack": {"title": "Relief – Сбербанк", "as_of": "2025-03-31", "sha256": "ab"},
        "template": {"name": "relief-options", "version": "1", "digest": "cd"},
        "lists": [
            {"list": "ofac-sdn", "published": "2025-03-28", "sha256": "11"},
            {"list": "own", "published": None, "sha256": "22"},
        ],
        "files": [
            {"name": "relief.pdf", "role": "briefing", "bytes": 4, "sha256": hashlib.sha256(b"%PDF").hexdigest()},
            {"name": "relief-annexes.xlsx", "role": "annexes", "bytes": 2, "sha256": hashlib.sha256(b"PK").hexdigest()},
        ],
    }


def test_a_folder_just_written_verifies_and_holds_nothing_else(tmp_path: Path) -> None:
    build(tmp_path)
    build(tmp_path, pdf=b"%PDF 2")
    assert verify(tmp_path) == handoff.Verified(ok=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["manifest.json", "relief-annexes.xlsx", "relief.pdf"]


def test_same_input_gives_the_same_manifest(tmp_path: Path) -> None:
    assert build(tmp_path / "a").read_bytes() == build(tmp_path / "b").read_bytes()


@pytest.mark.parametrize("slug", ["", "..", "../x", "a/b", "a\\b", "C:x", "a\0b"])
def test_a_slug_that_leads_elsewhere_is_refused(tmp_path: Path, slug: str) -> None:
    with pytest.raises(BadCall, match="file name"):
        build(tmp_path / "out", slug="" if slug == "" else slug)
    assert not (tmp_path / "out").exists()


def test_a_failure_part_way_leaves_the_former_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(path: Path, content: bytes) -> None:
        if path.name == "manifest.json":
            raise BrieferError("disk full")
        files.write_atomically(path, content)

    monkeypatch.setattr(handoff, "write_atomically", full)
    with pytest.raises(BrieferError, match="disk full"):
        build(tmp_path, pdf=b"%PDF new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_file_in_the_place_of_the_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(BrieferError, match=r"taken: the hand-off cannot be written .*choose another folder"):
        build(tmp_path / "taken")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        (b"", "damaged"),
        (b'{"schema": 1', "damaged"),
        (b"\xff\xfe", "damaged"),
        (b"[]", "damaged"),
        (b'{"schema": "one"}', "damaged"),
        (b'{"schema": 1, "files": 3}', "damaged"),
        (b'{"schema": 2}', "is of schema 2 and this program reads 1; use a newer Briefer"),
    ],
)
def test_a_manifest_that_cannot_be_used_is_told_in_a_sentence(tmp_path: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_bytes(content)
    with pytest.raises(BadInput, match=said) as raised:
        verify(tmp_path)
    assert "manifest.json" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_manifest_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    build(tmp_path / "real")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "manifest.json").symlink_to(tmp_path / "real" / "manifest.json")
    with pytest.raises(BadInput, match="not a plain file"):
        verify(tmp_path / "other")


def test_missing_changed_and_cut_files_are_problems(tmp_path: Path) -> None:
    build(tmp_path, annex=b"PK 2345678")
    (tmp_path / "relief.pdf").write_bytes(b"%PDE")
    assert verify(tmp_path).problems == ("relief.pdf was changed after it was built",)
    (tmp_path / "relief-annexes.xlsx").write_bytes(b"PK 23")
    (tmp_path / "relief.pdf").unlink()
    verified = verify(tmp_path)
    assert not verified.ok
    assert verified.problems == ("relief.pdf is missing", "relief-annexes.xlsx has 5 bytes and not 10")


def test_a_file_that_is_a_link_or_a_folder_is_not_opened(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "relief.pdf").rename(tmp_path / ".elsewhere")
    (tmp_path / "relief.pdf").symlink_to(tmp_path / ".elsewhere")
    (tmp_path / "relief-annexes.xlsx").unlink()
    (tmp_path / "relief-annexes.xlsx").mkdir()
    assert verify(tmp_path).problems == (
        "relief.pdf is not a plain file and was not opened",
        "relief-annexes.xlsx is not a plain file and was not opened",
    )


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "..", "", "a\\b", "C:x"])
def test_a_name_that_leads_elsewhere_is_not_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_bytes(b"%PDF")
    build(tmp_path / "out")
    changed(tmp_path / "out", lambda content: content["files"][0].update(name=name))
    assert f"“{name}” leads out of the folder and was not opened" in verify(tmp_path / "out").problems


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path)

    def refused(path: Path) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(handoff, "_sha256", refused)
    assert verify(tmp_path).problems[0] == "relief.pdf cannot be read (Permission denied)"


def test_whatever_the_manifest_does_not_name_is_a_problem(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "papers").mkdir()
    for name in ("notes.txt", "relief (1).pdf", "old-annexes.xlsx", "papers/inner.txt"):
        (tmp_path / name).write_text("x")
    verified = verify(tmp_path)
    assert not verified.ok
    assert verified.problems == (
        "notes.txt is not named by the manifest",
        "old-annexes.xlsx is not named by the manifest",
        "papers is not named by the manifest",
        "relief (1).pdf is not named by the manifest",
    )


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "desktop.ini", "._relief.pdf"])
def test_what_the_system_hides_from_its_users_is_let_be(tmp_path: Path, name: str) -> None:
    build(tmp_path)
    (tmp_path / name).write_text("x")
    assert verify(tmp_path).ok


def test_a_manifest_without_files_vouches_for_nothing(tmp_path: Path) -> None:
    build(tmp_path)
    changed(tmp_path, lambda content: content.update(files=[]))
    assert verify(tmp_path).problems == (
        "manifest.json names no files",
        "relief-annexes.xlsx is not named by the manifest",
        "relief.pdf is not named by the manifest",
    )


def test_the_files_have_the_rights_of_new_files(tmp_path: Path) -> None:
    former = os.umask(0o022)
    try:
        build(tmp_path)
    finally:
        os.umask(former)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o644}


def test_a_file_instead_of_the_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(BadInput, match="is a file, not a hand-off folder; name the folder that holds"):
        verify(tmp_path / "manifest.json")
