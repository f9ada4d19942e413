"""The lock on the door: a page can load files of the program and nothing else, from the net or from the disk."""

import logging
import re
from collections.abc import Mapping

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from briefer import shipped
from briefer.language import _

# app://fonts/NAME.ttf and app://assets/FOLDER/NAME; a name begins with a letter or digit, so no step leads out.
SERVED = re.compile(r"app://(?:(?P<fonts>fonts)|assets)/(?P<path>\w[\w.-]*(?:/\w[\w.-]*)*)\Z", re.ASCII)
LOGGER = logging.getLogger(__name__)
MIME = {".ttf": "font/ttf", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".css": "text/css"}


class Locked(URLFetcher):  # type: ignore[misc]
    """Serves `app://fonts/…`, `app://assets/…` and the given attachments by URL; any other URL stops the rendering."""

    def __init__(self, attached: Mapping[str, tuple[bytes, str]] | None = None) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self.attached = dict(attached or {})

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
        """Gives the content of an URL that is served; FatalURLFetchingError, which nothing swallows, for any other."""
        try:
            content, mime = self.attached[url] if url in self.attached else _own(url)
        except FatalURLFetchingError as error:
            LOGGER.error("%s", error)  # WeasyPrint swallows it after all where a drawing is what asks
            raise
        return URLFetcherResponse(url, content, {"Content-Type": mime})


def _own(url: str) -> tuple[bytes, str]:
    found = SERVED.match(url)
    if not found:
        raise FatalURLFetchingError(_("“{url}” may not be loaded", url=url))
    path = (*(["fonts"] if found["fonts"] else []), *found["path"].split("/"))
    mime = MIME.get("." + path[-1].rpartition(".")[2])
    file = shipped.data("assets", *path)
    if mime is None or not file.is_file():
        raise FatalURLFetchingError(_("“{url}” does not exist", url=url))
    return file.read_bytes(), mime
