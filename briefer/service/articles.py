"""A pasted article: its sentences with the marks that are proposed, and what a person makes positions of."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from briefer.analysis import article
from briefer.analysis.sentences import quotations
from briefer.language import _
from briefer.model.desk import Claim
from briefer.model.errors import BadCall, BadInput
from briefer.model.stances import Sentence
from briefer.service.refusing import unreadable

LARGEST = 5_000_000
"""Bytes; an article is text that somebody pasted, not a book."""
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_article(path: Path) -> tuple[Sentence, ...]:
    """Gives an article's sentences with their proposed marks; BadInput where the file is no text in UTF-8 or UTF-16."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(path, _("is larger than 5 MB"), _("paste the article alone into a text file"))
        whole = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    try:
        text = whole.decode(MARKS.get(whole[:2], "utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput(path, _("is no text in UTF-8"), _("save it as plain text in UTF-8")) from error
    if "\0" in text:
        raise BadInput(path, _("is no text"), _("paste the article into a plain text file"))
    if not text.strip():
        raise BadInput(path, _("is empty"), _("paste the article into it"))
    return article.read(text)


def read_text(text: str) -> tuple[Sentence, ...]:
    """Gives the sentences of a pasted text with their proposed marks; none of an empty one."""
    return article.read(text[:LARGEST]) if text.strip() else ()


def marked(sentence: Sentence, mark: str, by: str, speaker: str) -> Sentence:
    """Gives a sentence with the mark that a person sets; what is attributed to nobody yet is an opinion until it is."""
    if mark == article.ATTRIBUTED and not (speaker.strip() or sentence.speaker):
        raise BadCall(_("Sentence {number} is attributed to nobody; name the speaker.", number=sentence.number))
    return article.set_mark(sentence, mark, by=by, speaker=speaker.strip())


def digest_of(text: str) -> str:
    """Gives the hash under which a source keeps what was pasted."""
    return hashlib.sha256(text.encode()).hexdigest()


def lacks(claim: Claim) -> tuple[str, ...]:
    """Says what a sentence still lacks to become a position: attribution, holder, issue, stance; empty if nothing.

    Only what is attributed can be somebody's position: the article's own words are nobody's.
    """
    given = (
        ("attribution", claim.sentence.mark == article.ATTRIBUTED),
        ("holder", claim.holder.strip()),
        ("issue", claim.issue),
        ("stance", claim.stance),
    )
    return tuple(what for what, there in given if not there)


def rows(claims: Iterable[Claim], source: str, reported_on: str, language: str, outlet: str) -> list[dict[str, str]]:
    """Makes the rows of a table of positions; BadCall where a sentence is nobody's or lacks something."""
    return [_row(each, source, reported_on, language, outlet) for each in claims]


def _row(claim: Claim, source: str, reported_on: str, language: str, outlet: str) -> dict[str, str]:
    if missing := lacks(claim):
        raise BadCall(
            _(
                "Sentence {number} lacks {missing}; it is not made a position.",
                number=claim.sentence.number,
                missing=_(" and ").join(map(_, missing)),
            )
        )
    sentence = claim.sentence
    quote = _exact(sentence.text)
    return {
        "holder": claim.holder.strip(),
        "capacity": claim.capacity.strip(),
        "issue": claim.issue,
        "stance": claim.stance,
        "entities": claim.entities,
        "basis": "signed" if sentence.verb == "signed" else "reported",
        "reported_on": reported_on,
        "quote": quote if language and reported_on else "",
        "language": language if quote and reported_on else "",
        "paraphrase": sentence.text,
        "chain": " → ".join(filter(None, (claim.holder.strip(), outlet))),
        "source": source,
        "locator": f"sentence {sentence.number}",
        "confidence": "partly",
    }


def _exact(text: str) -> str:
    """Gives the words that stand in quotation marks, several with a mark of omission; empty where they are a scare."""
    parts = [text[start + 1 : end - 1].strip(" ,") for start, end in quotations(text)]
    return " … ".join(part for part in parts if len(part.split()) > article.LONGEST_SCARE)
