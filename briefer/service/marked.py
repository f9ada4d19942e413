"""The marks of a pasted article kept in a pack, and what they keep out of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefer.analysis.article import set_mark
from briefer.analysis.entering import barred
from briefer.analysis.loaded import UNNAMED
from briefer.language import _
from briefer.model.errors import BadCall, Refused
from briefer.model.pack import MarkedArticle, MarkedSentence, Pack
from briefer.model.policy import Position
from briefer.model.stances import Sentence
from briefer.pack import load, save, validate
from briefer.service.articles import read_article


@dataclass(frozen=True, slots=True)
class Setting:
    """The mark that a person sets on the sentence of this number, with the speaker whom they name."""

    number: int
    mark: str
    speaker: str = ""


def keep_marks(path: Path, pack: Path, source: str, settings: Iterable[Setting], *, by: str, on: date) -> MarkedArticle:
    """Keeps the marks of an article in a pack, in place of those it held of the same source, and gives them.

    What a person set before stays on a sentence of the same words. BadCall where a number is no sentence's, or a mark
    cannot be set.
    """
    file = load(pack)
    former = next((each for each in file.pack.articles if each.source == source), None)
    proposed = read_article(path)
    sentences = _kept(proposed, _set(proposed, tuple(settings), by), former, on)
    marked = MarkedArticle(source=source, read_on=on, sentences=tuple(sentences))
    others = tuple(each for each in file.pack.articles if each.source != source)
    changed = replace(file.pack, articles=(*others, marked))
    validate(changed, pack)
    save(pack, replace(file, pack=changed))
    return marked


def _set(sentences: tuple[Sentence, ...], settings: tuple[Setting, ...], by: str) -> dict[int, Sentence]:
    """Gives the sentences whose marks a person sets, by number."""
    found = {one.number: one for one in sentences}
    for each in settings:
        if each.number not in found:
            raise BadCall(
                _(
                    "The article has no sentence {number}; it has {count}.",
                    number=each.number,
                    count=len(sentences),
                )
            )
    return {one.number: set_mark(found[one.number], one.mark, by=by, speaker=one.speaker) for one in settings}


def _kept(
    sentences: tuple[Sentence, ...], now: dict[int, Sentence], former: MarkedArticle | None, on: date
) -> Iterator[MarkedSentence]:
    before = {one.text: one for one in former.sentences if one.mark} if former else {}
    for one in sentences:
        kept = MarkedSentence(
            number=one.number,
            text=one.text,
            proposed=one.mark,
            speaker=one.speaker,
            unnamed=any(flag.category == UNNAMED for flag in one.flags),
        )
        if found := now.get(one.number):
            kept = replace(kept, mark=found.mark, speaker=found.speaker, by=found.set_by, on=on)
        elif held := before.get(one.text):
            kept = replace(kept, mark=held.mark, speaker=held.speaker, by=held.by, on=held.on)
        yield kept


def let_in(pack: Pack, positions: Iterable[Position], name: object) -> None:
    """Raises Refused for the first position whose words are those of a sentence that may not enter the pack."""
    for one in barred(positions, pack.articles):
        number, holder = one.sentence.number, one.position.holder
        raise Refused(
            _(
                "{name}: the position “{id}” of {holder} states sentence {number} of “{source}”, which "
                "{why}; only what is attributed or sourced can enter a pack: name its speaker with "
                "`briefer article FILE --into PACK --source {source} --set {number}=attributed:NAME --by "
                "NAME`, or leave it out.",
                name=name,
                id=one.position.id,
                holder=holder,
                number=number,
                source=one.source,
                why=one.why,
            )
        )
