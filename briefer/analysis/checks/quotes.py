"""Whether the quoted words are whole: when, where and in which language they were said, and who translated them."""

import re
from collections.abc import Iterator
from datetime import date

from rapidfuzz import fuzz

from briefer.analysis.attribution import Attribution, attribution
from briefer.analysis.checks.case import Case, Check, Hit, named, short
from briefer.analysis.checks.days import days
from briefer.analysis.checks.passages import Passage
from briefer.analysis.moments import in_words
from briefer.analysis.sentences import outside, quotations, sentences
from briefer.language import _, day_in_words, mark
from briefer.model.facts import PartialDate
from briefer.model.policy import Position, Source

_TRANSLATED = re.compile(r"\btranslat|\binterpret(?:er|ed|ation)\b|\bEnglish\b", re.IGNORECASE)
_FOREIGN = re.compile(r"\btranslat(?:ed|ion)\b|,? in (?!English\b)(?:[A-Z][a-z]+(?:ian|ish|ese|ak|ch|an|ic))\b")

_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|President|Prime Minister|Minister|Chancellor|Secretary|Senator|Ambassador)\b"
)
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_NOT_REPORTING = frozenset({mark("law"), mark("list")})
_ONE = re.compile(
    r"\b(?:official|source|diplomat|aide|advis[eo]r|minister|lawmaker|senator|envoy|insider|banker|"
    r"spokes(?:man|woman|person)|person)\b",
    re.IGNORECASE,
)
"""By what one person is called who is quoted without a name."""
_ABROAD = re.compile(
    r"\b(?:Kremlin|Moscow|Duma|Kyiv|Minsk|Berlin|Paris|Rome|Warsaw|Budapest|Bratislava|Ankara|Beijing|Tokyo|"
    r"Russian|Belarusian|Ukrainian|German|French|Italian|Spanish|Polish|Hungarian|Slovak|Czech|Turkish|Chinese|"
    r"Japanese|Saudi|Emirati|Iranian)\b"
)
_SPOKEN = re.compile(r"(?i:\btranslat|\binterpret(?:er|ed|ation)\b)|\bin (?:[A-Z]\w+(?:ian|ish|ese|an|ch|ak)\b)")
_ON = re.compile(r"\bon\s+(?:\w+day,?\s+)?$", re.IGNORECASE)
_LEAST = 4
"""Words in quotation marks; fewer may be a term."""
_NEARLY = 75
"""From this likeness of 100 on, words are taken to be meant for those that are recorded."""


def _incomplete(case: Case) -> Iterator[Hit]:
    for position in case.dossier.positions:
        parts = (
            (_("a date"), position.said_on or position.reported_on),
            (_("a source"), position.source),
            (_("its language"), position.language),
        )
        lacks = [word for word, there in parts if not there]
        if lacks and (position.quote or position.translation):
            lacking = _(" and ").join(lacks)
            yield _("The quote of {holder} lacks {parts}.", holder=position.holder, parts=lacking), position.id


def _untranslated(case: Case) -> Iterator[Hit]:
    for position in case.dossier.positions:
        if position.quote and _is_foreign(position) and not position.translation:
            told = _(
                "The quote of {holder} is in “{language}” and has no translation.",
                holder=position.holder,
                language=position.language,
            )
            yield told, position.id


def _passed_off(case: Case) -> Iterator[Hit]:
    """English words of somebody who did not speak English are a translator's, not his."""
    for position in case.dossier.positions:
        if position.quote and position.language and not _is_foreign(position) and _FOREIGN.search(position.chain):
            told = _(
                "{holder} is quoted in English, though by its chain it is a translation: {chain}.",
                holder=position.holder,
                chain=position.chain,
            )
            yield told, position.id
        if position.translation and position.language and not _is_foreign(position):
            yield _("The translation of {holder} is said to be from English.", holder=position.holder), position.id


def _nameless(case: Case) -> Iterator[Hit]:
    for position in case.dossier.positions:
        if position.translation and _is_foreign(position) and not _TRANSLATED.search(position.chain):
            told = _("The chain of the words of {holder} does not say who translated them.", holder=position.holder)
            yield told, position.id


def _undated(case: Case) -> Iterator[Hit]:
    """Words in the text of which neither the passage nor a recorded position says when they were said."""
    held = _held(case)
    for passage, said, words in _quoted(case):
        if not _DATED.search(_outside(passage.text)) and not any(_folded(words) in each for each in held):
            yield _("{words} bears no date.", words=_saying(passage, said, words)), passage.place


def _saying(passage: Passage, said: Attribution, words: str) -> str:
    """Names words of the text, with who said them and where they stand."""
    return _(
        "“{words}”, said by {speaker}, in {section}",
        words=short(words),
        speaker=said.speaker,
        section=named(passage.section),
    )


def _before_it_was_said(case: Case) -> Iterator[Hit]:
    """Words said on a day after the source that reports them, or after they were reported."""
    for position in case.dossier.positions:
        source = case.sources.get(position.source)
        reported: list[tuple[Source | None, PartialDate | None]] = [(None, position.reported_on)]
        if source and source.kind not in _NOT_REPORTING:
            reported.append((source, source.date))
        for by, when in reported:
            said = position.said_on
            if said and said.earliest and when and when.latest and when.latest < said.earliest:
                yield _reported_before(position, said, by, when), position.id


def _reported_before(position: Position, said: PartialDate, by: Source | None, when: PartialDate) -> str:
    """Says that a position was reported, or its source dated, before the day on which it is said to be taken."""
    if by:
        return _(
            "The position of {holder} is said to be of {day}, and its source “{title}” is dated {earlier}.",
            holder=position.holder,
            day=in_words(said),
            title=by.title,
            earlier=in_words(when),
        )
    return _(
        "The position of {holder} is said to be of {day}, and it was reported on {earlier}.",
        holder=position.holder,
        day=in_words(said),
        earlier=in_words(when),
    )


def _before_it_was_said_in_text(case: Case) -> Iterator[Hit]:
    for passage, said, words in (*_quoted(case), *_unnamed(case)):
        cited = [case.sources[id] for id in passage.cited if id in case.sources]
        dated = [source.date.latest for source in cited if source.date and source.date.latest]
        on = _said_on(case, passage.text)
        if on and dated and len(dated) == len(cited) and max(dated) < on:
            told = _(
                "{words} is said to be of {day} and cites nothing of after {last}.",
                words=_saying(passage, said, words),
                day=day_in_words(on),
                last=day_in_words(max(dated)),
            )
            yield told, passage.place


def _said_on(case: Case, text: str) -> date | None:
    """The first day on which a passage says that something happened; without a year, the last such day there was."""
    own, until = _outside(text), case.pack.as_of
    named_on = [(match, day) for match, day in days(own) if day and _ON.search(own[: match.start()])]
    found = [day if match["year"] else _last(day, until) for match, day in named_on]
    return min((day for day in found if day <= until), default=None)


def _last(day: date, until: date) -> date:
    """The last day of this month and number up to a day; the day before where the year has no such one."""
    lacking = (day.month, day.day) == (2, 29)
    plain = day.replace(day=28) if lacking else day
    near = plain.replace(year=until.year)
    return near if near <= until else near.replace(year=until.year - 1)


def _unnamed_undated(case: Case) -> Iterator[Hit]:
    """Words of somebody unnamed, whom no recorded position can date."""
    held = _held(case)
    for passage, said, words in _unnamed(case):
        if not _DATED.search(_outside(passage.text)) and not any(_folded(words) in each for each in held):
            yield _("{words} bears no date.", words=_saying(passage, said, words)), passage.place


def _unnamed_in_english(case: Case) -> Iterator[Hit]:
    """English words of somebody unnamed who will have spoken another language."""
    for passage, said, words in _unnamed(case):
        if _ABROAD.search(said.speaker) and not _SPOKEN.search(_outside(passage.text)):
            told = _(
                "{words} does not say in which language it was said, or who translated it.",
                words=_saying(passage, said, words),
            )
            yield told, passage.place


def _of_no_report(case: Case) -> Iterator[Hit]:
    """Words of a holder that rest on a law or a list, which reports what nobody says."""
    for passage, said, words in _quoted(case):
        kinds = {case.sources[id].kind for id in passage.cited if id in case.sources}
        if kinds and kinds <= _NOT_REPORTING:
            sources = _(" and ").join(map(_, sorted(kinds)))
            told = _("{words} cites {sources} alone.", words=_saying(passage, said, words), sources=sources)
            yield told, passage.place


def _altered(case: Case) -> Iterator[Hit]:
    """Words that are nearly those recorded of their speaker, and not they."""
    for passage, said, words in _quoted(case):
        own = [one for one in case.dossier.positions if _surname(one) in said.speaker]
        texts = [text for one in own for text in (one.quote, one.translation) if text]
        plain = _folded(words)
        if texts and not any(plain in _folded(text) for text in texts):
            near = max(texts, key=lambda text: fuzz.ratio(plain, _folded(text)))
            if fuzz.ratio(plain, _folded(near)) >= _NEARLY:
                told = _(
                    "“{words}” in {section} is not what is recorded of {speaker}: “{recorded}”.",
                    words=short(words),
                    section=named(passage.section),
                    speaker=said.speaker,
                    recorded=short(near),
                )
                yield told, passage.place


def _quoted(case: Case) -> Iterator[tuple[Passage, Attribution, str]]:
    """Gives the words that the text itself puts into the mouth of somebody named."""
    return (each for each in _in_marks(case) if each[1].named and _person(case, each[1].speaker))


def _unnamed(case: Case) -> Iterator[tuple[Passage, Attribution, str]]:
    """Gives the words that the text itself puts into the mouth of somebody unnamed."""
    return (each for each in _in_marks(case) if not each[1].named and _ONE.search(each[1].speaker))


def _in_marks(case: Case) -> Iterator[tuple[Passage, Attribution, str]]:
    for passage in case.passages:
        if passage.states and not passage.quoted and any(mark in passage.text for mark in '“"«'):
            for sentence in sentences(passage.text):
                said = attribution(sentence)
                if said:
                    for start, end in quotations(sentence):
                        words = sentence[start + 1 : end - 1]
                        if len(words.split()) >= _LEAST:
                            yield passage, said, words


def _person(case: Case, speaker: str) -> bool:
    """Whether a speaker is a holder of a position or is addressed as a person; a statute says things too."""
    return bool(_TITLED.search(speaker)) or any(_surname(one) in speaker for one in case.dossier.positions)


def _surname(position: Position) -> str:
    return position.holder.split()[-1]


def _held(case: Case) -> list[str]:
    """The words of the positions that have a date, which print with it."""
    dated = [one for one in case.dossier.positions if one.said_on or one.reported_on]
    return [_folded(text) for one in dated for text in (one.quote, one.translation) if text]


def _outside(text: str) -> str:
    return outside(text, quotations(text))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _is_foreign(position: Position) -> bool:
    return bool(position.language) and position.language.lower().partition("-")[0] != "en"


CHECKS = (
    Check("quote-undated", "warning", mark("Say when it was said, or pick the position that records it."), _undated),
    Check("quote-undated", "warning", mark("Say when it was said."), _unnamed_undated),
    Check("quote-order", "warning", mark("Correct the day, or cite the report of it."), _before_it_was_said),
    Check("quote-order", "warning", mark("Correct the day, or cite the report of it."), _before_it_was_said_in_text),
    Check("quote-source", "warning", mark("Cite the report or the record of what was said."), _of_no_report),
    Check("quote-altered", "warning", mark("Quote it as recorded, or drop the quotation marks."), _altered),
    Check("quote-incomplete", "error", mark("Complete the position, or leave its words out."), _incomplete),
    Check("translation", "warning", mark("Add a translation, with its maker in the chain."), _untranslated),
    Check(
        "translation",
        "warning",
        mark("Move the words to the column “translation” and give the language that was spoken."),
        _passed_off,
    ),
    Check(
        "translation", "note", mark("Say in which language it was said, and who translated it."), _unnamed_in_english
    ),
    Check(
        "translation",
        "note",
        mark("Say in the chain who translated, as in “RIA, in Russian → Kyiv Post, translated”."),
        _nameless,
    ),
)
