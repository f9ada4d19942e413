"""What a pack takes from a pasted article: no sentence that nobody answers for, and no loaded wording of one."""

from collections.abc import Iterator

from briefer.analysis.checks.case import Case, Check, Hit, named, short
from briefer.analysis.copied import LEAST, copied
from briefer.analysis.entering import bar, barred
from briefer.analysis.loaded import EUPHEMISM, EVALUATION
from briefer.model.pack import PackSection
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
    closed = {
        article.source: "\n\n".join(one.text for one in article.sentences if bar(one)) for article in case.pack.articles
    }
    for section in case.written if closed else ():
        for run in copied(section.text, closed, LOADED_LEAST):
            if _loaded(run) or run.count >= LEAST:
                line = section.text.count("\n", 0, run.start) + 1
                yield _copying(case, section, run), f"{section.id}:{line}"


def _copying(case: Case, section: PackSection, run: Copied) -> str:
    loaded = f", with the loaded “{_loaded(run)}”," if _loaded(run) else ""
    whose = f"the wording of “{_title(case, run.source)}”, for which nobody answers"
    return f"“{short(run.words)}”{loaded} in {named(section)} is {whose}."


def _loaded(run: Copied) -> str:
    """Gives the first words of a run that one side has chosen; of a mere “could” few words more are nobody's."""
    return next((flag.words for flag in run.flags if flag.category in CHOSEN), "")


def _title(case: Case, id: str) -> str:
    return case.sources[id].title if id in case.sources else id


CHECKS = (
    Check(
        "article",
        "error",
        "Name who said it (`briefer article FILE --into PACK`), or take the position out.",
        _stated,
    ),
    Check(
        "article", "warning", "Say it in your own neutral words, or quote it and say whose words they are.", _repeated
    ),
)
