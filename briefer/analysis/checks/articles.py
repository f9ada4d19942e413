"""What a pack takes from a pasted article: no sentence that nobody answers for, and no loaded wording of one."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefer.analysis.article import FACT
from briefer.analysis.checks.case import Case, Check, Hit, named, short
from briefer.analysis.copied import LEAST, WORD, copied
from briefer.analysis.entering import bar, barred, mark_of
from briefer.analysis.loaded import EUPHEMISM, EVALUATION
from briefer.model.pack import MarkedSentence, PackSection
from briefer.model.stances import Copied

LOADED_LEAST = 3
"""Consecutive words from which on they count as copied where loaded wording is among them."""
CHOSEN = frozenset({EUPHEMISM, EVALUATION})


def _stated(case: Case) -> Iterator[Hit]:
    for one in barred(case.dossier.positions, case.pack.articles):
        holder, sentence = one.position.holder, one.sentence
        said = f"sentence {sentence.number} of “{_title(case, one.source)}”, which {one.why}"
        yield f"The position of {holder} states “{short(sentence.text)}”, {said}.", one.position.id


def _repeated(case: Case) -> Iterator[Hit]:
    """Wording of a sentence for which nobody answers: six words and more of it, or the whole of a shorter one."""
    for section, run, one in _runs(case, bar):
        if _whole(run, one):
            yield _copying(case, section, run, one), _line(section, run)


def _coloured(case: Case) -> Iterator[Hit]:
    """Fewer words of such a sentence, loaded ones among them."""
    for section, run, one in _runs(case, bar):
        if _loaded(run) and not _whole(run, one):
            yield _copying(case, section, run, one), _line(section, run)


def _unconfirmed(case: Case) -> Iterator[Hit]:
    """Sentences that only the rules take for a fact."""
    for section, run, one in _runs(case, _only_proposed):
        if _whole(run, one):
            said = f"repeats sentence {one.number} of “{_title(case, run.source)}”"
            yield (
                f"“{short(run.words)}” in {named(section)} {said}, a fact that nobody has confirmed.",
                _line(section, run),
            )


def _only_proposed(one: MarkedSentence) -> str:
    return FACT if mark_of(one) == FACT and not (one.mark and one.by) else ""


def _runs(case: Case, kind: Callable[[MarkedSentence], str]) -> Iterator[tuple[PackSection, Copied, MarkedSentence]]:
    """Yields the wording that sections share with the sentences of a kind, each with the sentence."""
    for article in case.pack.articles:
        sentences = {str(one.number): one for one in article.sentences if kind(one)}
        texts = {number: one.text for number, one in sentences.items()}
        for section in case.written if texts else ():
            for run in copied(section.text, texts, LOADED_LEAST):
                yield section, replace(run, source=article.source), sentences[run.source]


def _whole(run: Copied, one: MarkedSentence) -> bool:
    return run.count >= min(LEAST, len(WORD.findall(one.text)))


def _line(section: PackSection, run: Copied) -> str:
    return f"{section.id}:{section.text.count(chr(10), 0, run.start) + 1}"


def _copying(case: Case, section: PackSection, run: Copied, one: MarkedSentence) -> str:
    loaded = f", with the loaded “{_loaded(run)}”," if _loaded(run) else ""
    whose = f"the wording of sentence {one.number} of “{_title(case, run.source)}”, for which nobody answers"
    return f"“{short(run.words)}”{loaded} in {named(section)} is {whose}: it {bar(one)}."


def _loaded(run: Copied) -> str:
    """Gives the first words of a run that one side has chosen; of a mere “could” few words more are nobody's."""
    return next((flag.words for flag in run.flags if flag.category in CHOSEN), "")


def _title(case: Case, id: str) -> str:
    return case.sources[id].title if id in case.sources else id


_CONFIRM = "Cite what proves it and confirm it (`briefer article FILE --into PACK --set N=fact --by NAME`)."
_OWN_WORDS = "Say it in your own neutral words, or quote it and say whose words they are."

CHECKS = (
    Check(
        "article",
        "error",
        "Name who said it (`briefer article FILE --into PACK`), or take the position out.",
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
