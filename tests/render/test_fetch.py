import pytest
from weasyprint.urls import FatalURLFetchingError

from briefer.render.fetch import Locked


def test_fonts_and_assets_of_the_program_are_served() -> None:
    font = Locked()("app://fonts/BrieferSans-Regular.ttf")
    assert (font.content_type, font.read(4)) == ("font/ttf", b"\0\1\0\0")
    assert Locked()("app://assets/styles/fonts.css").content_type == "text/css"


def test_an_attachment_is_served_by_its_own_url_alone() -> None:
    lock = Locked({"app://attached/0": (b"content", "text/csv")})
    assert lock("app://attached/0").read() == b"content"
    with pytest.raises(FatalURLFetchingError, match="may not be loaded"):
        lock("app://attached/1")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/",
        "https://example.org/",
        "ftp://example.org/a",
        "file:///etc/hostname",
        "data:text/plain,x",
        "app://fonts/../../pyproject.toml",
        "app://fonts/..%2f..%2fpyproject.toml",
        "app://assets//etc/hostname",
        "app://assets/styles/.hidden.css",
        "app://assets/styles/fonts.css\n",
        "APP://fonts/BrieferSans-Regular.ttf",
        "fonts/BrieferSans-Regular.ttf",
        "",
    ],
)
def test_nothing_else_is_served(url: str) -> None:
    with pytest.raises(FatalURLFetchingError, match="may not be loaded"):
        Locked()(url)


@pytest.mark.parametrize(
    "url", ["app://fonts/None.ttf", "app://fonts/fonts.conf", "app://assets/styles", "app://fonts/x"]
)
def test_what_is_not_there_or_of_another_kind_does_not_exist(url: str) -> None:
    with pytest.raises(FatalURLFetchingError, match="does not exist"):
        Locked()(url)


def test_the_openers_own_door_is_locked_too() -> None:
    with pytest.raises(FatalURLFetchingError):
        Locked().open("file:///etc/hostname")
