"""What several rooms' tests share: the real list files, a run of the command line, the stretched language."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefer import language
from briefer.cli import main
from tests import catalogue


@pytest.fixture(scope="session")
def real_lists() -> Path:
    """The folder of real list files; the test is skipped where BRIEFER_LISTS does not name it."""
    named = os.environ.get("BRIEFER_LISTS")
    if not named or not Path(named).is_dir():
        pytest.skip("BRIEFER_LISTS names no folder of real list files")
    return Path(named)


@dataclass(frozen=True)
class Said:
    """What one run of the command line left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Briefer = Callable[..., Said]


@pytest.fixture
def briefer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Briefer:
    """Runs the command line on a library of the test's own."""

    def run(*call: object, library: Path = tmp_path / "library.sqlite") -> Said:
        code = main(["--library", str(library), *map(str, call)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def _catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locale")
    catalogue.write_stretched(folder, language.DOMAIN)
    return folder


@pytest.fixture
def stretched(_catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speaks the stretched language, in which every text of the program has accents."""
    monkeypatch.setenv(language.LOCALES, str(_catalogues))
    caches = (language.catalogue, language._said, language._counted)
    for cache in caches:
        cache.cache_clear()
    with language.speaking(catalogue.STRETCHED):
        yield
    for cache in caches:
        cache.cache_clear()
