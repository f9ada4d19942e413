from pathlib import Path

from briefer.service import used
from briefer.service.desk import Desk


def test_packs_say_how_they_hold_an_id(sample: Path) -> None:
    desk, path = Desk(sample / "none.sqlite"), sample / "sample.brief"
    (picked,) = desk.used("ofac-16666", (path,))
    assert (picked.path, picked.how[0]) == (str(path), "picked")
    (cited,) = desk.used("usc-9511", (path,))
    assert {"mentioned", "printed"} <= set(cited.how)
    assert cited.places
    assert desk.used("nobody", (path,)) == ()


def test_what_cannot_be_read_is_left_out_and_what_changed_is_read_again(sample: Path, tmp_path: Path) -> None:
    packs, path = used.Packs(), sample / "sample.brief"
    broken = tmp_path / "broken.brief"
    broken.write_bytes(b"no pack")
    assert len(packs.using("ofac-16666", (tmp_path / "gone.brief", broken, path))) == 1
    path.write_bytes(b"no pack any more")
    assert packs.using("ofac-16666", (path,)) == ()
