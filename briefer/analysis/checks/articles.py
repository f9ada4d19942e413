"""What a pack takes from a pasted article: no sentence that nobody answers for, and no loaded wording of one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefer.analysis.article import FACT
from briefer.analysis.checks.case import Case, Check, Hit, named, short
from briefer.analysis.copied import LEAST, MARK, OF_NAMES, WORD, copied
from briefer.analysis.entering import bar, barred, mark_of
from briefer.analysis.loaded import EUPHEMISM, EVALUATION
from briefer.analysis.sentences import ENDS, outside, quotations
from briefer.language import _, mark
from briefer.model.pack import MarkedSentence
from briefer.model.stances import Copied

LOADED_LEAST = 3
"""Consecutive words from which on they count as copied where loaded wording is among them."""
SHORT_HEADING = 4
"""Words; a heading of fewer has to be loaded to count."""
CHOSEN = frozenset({EUPHEMISM, EVALUATION})


@dataclass(frozen=True, slots=True)
class Taken:
    """Wording of an article in the pack: the words, the place to jump to, and how to name it."""

    run: Copied
    place: str
    where: str


def _stated(case: Case) -> Iterator[Hit]:
    for one in barred(case.dossier.positions, case.pack.articles):
        told = _(
            "The position of {holder} states “{words}”, sentence {number} of “{title}”, which {why}.",
            holder=one.position.holder,
            words=short(one.sentence.text),
            number=one.sentence.number,
            title=_title(case, one.source),
            why=one.why,
        )
        yield told, one.position.id


def _repeated(case: Case) -> Iterator[Hit]:
    """Wording of a sentence for which nobody answers: six words and more of it, or the whole of a shorter one."""
    for taken, one in _runs(case, bar):
        if _whole(taken.run, one):
            yield _copying(case, taken, one), taken.place


def _coloured(case: Case) -> Iterator[Hit]:
    """Fewer words of such a sentence, loaded ones among them."""
    for taken, one in _runs(case, bar):
        if _loaded(taken.run) and not _whole(taken.run, one):
            yield _copying(case, taken, one), taken.place


def _unconfirmed(case: Case) -> Iterator[Hit]:
    """Sentences that only the rules take for a fact."""
    for taken, one in _runs(case, _only_proposed):
        if _whole(taken.run, one):
            told = _(
                "“{words}” in {where} repeats sentence {number} of “{title}”, a fact that nobody has confirmed.",
                words=short(taken.run.words),
                where=taken.where,
                number=one.number,
                title=_title(case, taken.run.source),
            )
            yield told, taken.place


def _only_proposed(one: MarkedSentence) -> str:
    return FACT if mark_of(one) == FACT and not (one.mark and one.by) else ""


def _runs(case: Case, kind: Callable[[MarkedSentence], str]) -> Iterator[tuple[Taken, MarkedSentence]]:
    """Yields the wording that the pack shares with the sentences of a kind, each with the sentence."""
    for article in case.pack.articles:
        sentences = {str(one.number): one for one in article.sentences if kind(one)}
        texts = {number: one.text for number, one in sentences.items()}
        prose = list(_in_sections(case, texts)) if texts else []
        for taken, number in (*prose, *_in_titles(case, texts, prose)):
            yield replace(taken, run=replace(taken.run, source=article.source)), sentences[number]


def _in_sections(case: Case, texts: Mapping[str, str]) -> Iterator[tuple[Taken, str]]:
    for section in case.written:
        for run in copied(section.text, texts, LOADED_LEAST):
            line = section.text.count("\n", 0, run.start) + 1
            yield Taken(run, f"{section.id}:{line}", named(section)), run.source


def _in_titles(case: Case, texts: Mapping[str, str], prose: Iterable[tuple[Taken, str]]) -> Iterator[tuple[Taken, str]]:
    """What prints outside the prose, where a title's capitals make no name: the sentence's own decide what is one.

    What is said of a section's headings already, in `prose`, is not said again.
    """
    said = {number: text.lower() if _titled(text) else text for number, text in texts.items()}
    seen = {(taken.place, number, taken.run.words.casefold()) for taken, number in prose}
    for one in case.printed if texts else ():
        own = {"": outside(one.text, quotations(one.text), MARK)}
        for number, text in said.items():
            for run in copied(text, own, LOADED_LEAST):
                if (one.place, number, run.words.casefold()) not in seen:
                    yield Taken(run, one.place, one.where), number


def _titled(text: str) -> bool:
    """Whether all words of a sentence have a capital, as headings do."""
    return not [word for word in WORD.findall(text) if word[0].islower() and word not in OF_NAMES]


def _whole(run: Copied, one: MarkedSentence) -> bool:
    """Whether so much of a sentence is taken; the words of a short heading (“At a glance”) are nobody's."""
    words = len(WORD.findall(one.text))
    return run.count >= min(LEAST, words if ENDS.search(one.text) else max(words, SHORT_HEADING))


def _copying(case: Case, taken: Taken, one: MarkedSentence) -> str:
    said = {
        "words": short(taken.run.words),
        "where": taken.where,
        "number": one.number,
        "title": _title(case, taken.run.source),
        "why": bar(one),
    }
    if loaded := _loaded(taken.run):
        return _(
            "“{words}”, with the loaded “{loaded}”, in {where} is the wording of sentence {number} of “{title}”, for "
            "which nobody answers: it {why}.",
            loaded=loaded,
            **said,
        )
    return _(
        "“{words}” in {where} is the wording of sentence {number} of “{title}”, for which nobody answers: it {why}.",
        **said,
    )


def _loaded(run: Copied) -> str:
    """Gives the first words of a run that one side has chosen; of a mere “could” few words more are nobody's."""
    return next((flag.words for flag in run.flags if flag.category in CHOSEN), "")


def _title(case: Case, id: str) -> str:
    return case.sources[id].title if id in case.sources else id


_CONFIRM = mark("Cite what proves it and confirm it (`briefer article FILE --into PACK --set N=fact --by NAME`).")
_OWN_WORDS = mark("Say it in your own neutral words, or quote it and say whose words they are.")

CHECKS = (
    Check(
        "article",
        "error",
        mark("Name who said it (`briefer article FILE --into PACK`), or take the position out."),
        _stated,
    ),
    Check("article", "error", _OWN_WORDS, _repeated),
    Check("article", "warning", _OWN_WORDS, _coloured),
    Check(
        "article",
        "warning",
        _CONFIRM,
        _unconfirmed,
    ),
)
