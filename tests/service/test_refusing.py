"""The refusals that several verbs share."""

from pathlib import Path

import pytest

from briefer.library import Library
from briefer.model.errors import BadCall
from briefer.service import refusing


def test_a_file_that_cannot_be_read_is_named_with_the_systems_reason() -> None:
    said = str(refusing.unreadable(Path("a.txt"), PermissionError(13, "Permission denied")))
    assert said == "a.txt: cannot be read (Permission denied); check the name."


def test_one_id_that_is_not_held_is_named(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.sqlite") as library, pytest.raises(BadCall, match="no entity “ofac-1”"):
        refusing.all_held(library, ["ofac-1", "ofac-2"])
