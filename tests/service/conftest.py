"""The sample with its own library, made once and copied for each test."""

import shutil
from pathlib import Path

import pytest

from briefer.service.desk import Desk


@pytest.fixture(scope="session")
def sample_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    desk = Desk(folder / "none.sqlite")
    desk.sample(folder)
    desk.close()
    return folder


@pytest.fixture
def sample(sample_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with sample.sqlite and sample.brief of the test's own."""
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "home"))
    return Path(shutil.copytree(sample_made, tmp_path / "sample"))
