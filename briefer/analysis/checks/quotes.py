"""Whether the quoted words are whole: when, where and in which language they were said, and who translated them."""

import re
from collections.abc import Iterator

from briefer.analysis.checks.case import Case, Check, Hit
from briefer.model.policy import Position

_TRANSLATED = re.compile(r"\btranslat|\binterpret(?:er|ed|ation)\b|\bEnglish\b", re.IGNORECASE)
_FOREIGN = re.compile(r"\btranslat(?:ed|ion)\b|,? in (?!English\b)(?:[A-Z][a-z]+(?:ian|ish|ese|ak|ch|an|ic))\b")


def _incomplete(case: Case) -> Iterator[Hit]:
    for position in case.dossier.positions:
        parts = (
            ("a date", position.said_on or position.reported_on),
            ("a source", position.source),
            ("its language", position.language),
        )
        lacks = [word for word, there in parts if not there]
        if lacks and (position.quote or position.translation):
            yield f"The quote of {position.holder} lacks {' and '.join(lacks)}.", position.id


def _untranslated(case: Case) -> Iterator[Hit]:
    for position in case.dossier.positions:
        if position.quote and _is_foreign(position) and not position.translation:
            yield f"The quote of {position.holder} is in “{position.language}” and has no translation.", position.id


def _passed_off(case: Case) -> Iterator[Hit]:
    """English words of somebody who did not speak English are a translator's, not his."""
    for position in case.dossier.positions:
        if position.quote and position.language and not _is_foreign(position) and _FOREIGN.search(position.chain):
            said = f"quoted in English, though by its chain it is a translation: {position.chain}"
            yield f"{position.holder} is {said}.", position.id
        if position.translation and position.language and not _is_foreign(position):
            yield f"The translation of {position.holder} is said to be from English.", position.id


def _nameless(case: Case) -> Iterator[Hit]:
    for position in case.dossier.positions:
        if position.translation and _is_foreign(position) and not _TRANSLATED.search(position.chain):
            yield f"The chain of the words of {position.holder} does not say who translated them.", position.id


def _is_foreign(position: Position) -> bool:
    return bool(position.language) and position.language.lower().partition("-")[0] != "en"


CHECKS = (
    Check("quote-incomplete", "error", "Complete the position, or leave its words out.", _incomplete),
    Check("translation", "warning", "Add a translation, with its maker in the chain.", _untranslated),
    Check(
        "translation",
        "warning",
        "Move the words to the column “translation” and give the language that was spoken.",
        _passed_off,
    ),
    Check(
        "translation",
        "note",
        "Say in the chain who translated, as in “RIA, in Russian → Kyiv Post, translated”.",
        _nameless,
    ),
)
