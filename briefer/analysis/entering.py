"""What of a marked article may enter a pack: only what somebody named said, or what is a fact with a source."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.analysis.article import ATTRIBUTED, FACT, OPINION
from briefer.analysis.copied import MARK, copied
from briefer.analysis.sentences import outside, quotations
from briefer.language import _
from briefer.model.pack import MarkedArticle, MarkedSentence
from briefer.model.policy import Position

LEAST = 4
"""Words; fewer in common are nobody's sentence."""
SHARE = 0.5
"""Of a sentence's words at least this share has to stand in a position for it to be that sentence."""
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Barred:
    """A position whose words are those of a sentence that may not enter, and why it may not."""

    position: Position
    source: str
    sentence: MarkedSentence
    why: str


def mark_of(sentence: MarkedSentence) -> str:
    """Gives the mark that holds: a person's, else the one proposed."""
    return sentence.mark or sentence.proposed


def bar(sentence: MarkedSentence) -> str:
    """Says why a sentence may not enter a pack, empty where it may; the article itself is the source of a fact."""
    mark = mark_of(sentence)
    if mark == OPINION:
        return _("is marked opinion")
    if mark == ATTRIBUTED and not sentence.speaker:
        return _("is attributed to nobody")
    hidden = mark != FACT and sentence.unnamed and not sentence.by
    return _("is attributed to nobody who is named") if hidden else ""


def barred(positions: Iterable[Position], articles: Iterable[MarkedArticle]) -> Iterator[Barred]:
    """Yields the positions that state a sentence which may not enter, as quote, translation or paraphrase.

    One that rests on the article itself states it by six words in a row of the article's own.
    """
    closed = [(article.source, one, why) for article in articles for one in article.sentences if (why := bar(one))]
    said = [(source, one, why, _words(one.text)) for source, one, why in closed]
    for position in positions:
        texts = [text for text in (position.quote, position.translation, position.paraphrase) if text]
        plain = [_words(text) for text in texts]
        for source, sentence, why, words in said:
            taken = position.source == source and any(_takes(text, sentence.text) for text in texts)
            if taken or any(_states(text, words) for text in plain):
                yield Barred(position, source, sentence, why)


def _takes(text: str, sentence: str) -> bool:
    """Whether a position's text has six words in a row of a sentence that are not quoted in it."""
    return bool(copied(text, {"": outside(sentence, quotations(sentence), MARK)}))


def _words(text: str) -> str:
    return f" {' '.join(WORD.findall(text.casefold()))} "


def _states(text: str, sentence: str) -> bool:
    """Says whether a position's text is a sentence, holds it, or is most of it; both are words between blanks."""
    least = max(LEAST, SHARE * len(sentence.split()))
    return (sentence in text and len(sentence.split()) >= LEAST) or (text in sentence and len(text.split()) >= least)
