"""A pasted article read from a text file, for its sentences to be marked."""

from pathlib import Path

from briefer.analysis import article
from briefer.model.errors import BadInput
from briefer.model.stances import Sentence

LARGEST = 5_000_000
"""Bytes; an article is text that somebody pasted, not a book."""
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_article(path: Path) -> tuple[Sentence, ...]:
    """Gives an article's sentences with their proposed marks; BadInput where the file is no text in UTF-8 or UTF-16."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(path, "is larger than 5 MB", "paste the article alone into a text file")
        whole = path.read_bytes()
    except OSError as error:
        raise BadInput(path, f"cannot be read ({error.strerror})", "check the name") from error
    try:
        text = whole.decode(MARKS.get(whole[:2], "utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput(path, "is no text in UTF-8", "save it as plain text in UTF-8") from error
    if "\0" in text:
        raise BadInput(path, "is no text", "paste the article into a plain text file")
    if not text.strip():
        raise BadInput(path, "is empty", "paste the article into it")
    return article.read(text)
