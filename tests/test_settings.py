from dataclasses import replace
from pathlib import Path

import pytest

from briefer import settings
from briefer.settings import Settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path))
    return tmp_path


def test_what_is_set_comes_back(home: Path) -> None:
    more = {"scale": 125, "spelling": "en_GB", "autosave": 5, "splits": ("library 300",)}
    kept = Settings(theme="dark", by='A "B" \\ C', dim=True, width=120, recent=("/a/ä.brief", "/b.brief"), **more)
    settings.save(kept)
    assert settings.load() == kept


def test_the_first_start_and_a_damaged_file_give_the_defaults(home: Path) -> None:
    assert settings.load() == Settings()
    (home / "settings.toml").write_text("theme = ", encoding="utf-8")
    assert settings.load() == Settings()


def test_a_value_of_the_wrong_kind_or_of_another_version_is_left_out(home: Path) -> None:
    (home / "settings.toml").write_text('theme = 4\nwidth = 80\nrecent = "x"\nfuture = 1\n', encoding="utf-8")
    assert settings.load() == Settings(width=80)


def test_a_pack_that_is_opened_again_comes_first_and_the_oldest_goes() -> None:
    held = replace(Settings(), recent=tuple(f"/{n}.brief" for n in range(settings.RECENT)))
    now = settings.opened(held, Path("/3.brief"))
    assert now.recent[:2] == ("/3.brief", "/0.brief")
    assert len(settings.opened(now, Path("/new.brief")).recent) == settings.RECENT


def test_folders_are_the_systems_unless_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.folder() == settings.state_folder() == home
    monkeypatch.delenv("BRIEFER_HOME")
    assert "briefer" in settings.folder().parts
    assert "briefer" in settings.state_folder().parts
