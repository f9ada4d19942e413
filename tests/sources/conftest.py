"""Small list files in the publishers' formats, written by the tests."""

from pathlib import Path

import pytest

from tests.sources.reads import Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of the test's folder and gives its path."""

    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written
