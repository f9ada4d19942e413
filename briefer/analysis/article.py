"""A pasted article, sentence by sentence: fact, attributed or opinion. Each mark is a proposal until a person sets it.

A sentence is *attributed* where it says who said it and adds no view of its own; *opinion* where its own words judge,
predict, ascribe a motive or conclude, where it cannot be checked, or where the rules cannot read it; only what is left
is proposed as a *fact*, and still needs a source before it can be used.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from briefer.analysis.attribution import VERBLESS, Attribution, attribution, hearsay
from briefer.analysis.loaded import UNNAMED, WEIGHING, loaded
from briefer.analysis.sentences import Piece, pieces, quotations
from briefer.language import _
from briefer.model.errors import BadCall
from briefer.model.stances import Loaded, Sentence

FACT, ATTRIBUTED, OPINION = "fact", "attributed", "opinion"
MARKS = (FACT, ATTRIBUTED, OPINION)
COMMON = "the of and to in a is that for on with as was were are by at from has have had it its not be which this an"
ENGLISH = frozenset(COMMON.split())
ENGLISH_SHARE = 0.15
"""Of the words of an English text at least this share are among the commonest ones."""
TOO_SHORT = 12
"""Words; so few do not show their language, and are taken to be English."""
CYRILLIC_LETTER = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ]")
LETTER = re.compile(r"[^\W\d_]")
NAME = re.compile(r"(?:^[A-ZА-ЯЁІЇЄҐ]{2,}\b|(?<=\s)[“\"«(]?[A-ZА-ЯЁІЇЄҐ])[\w’'.-]*(?:\s+[A-ZА-ЯЁІЇЄҐ][\w’'.-]*)*")
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|[mb]illions?)\b",
    re.IGNORECASE,
)
NAMES_TO_CHECK = 2
"""Without a day or a number a sentence is checkable only if it relates so many names."""
LONGEST_SCARE = 3
"""Words in quotation marks that need not be anybody's."""
SIGNATURE = re.compile(r"^(?P<name>[^(@,]+)")


def read(text: str) -> tuple[Sentence, ...]:
    """Gives an article's sentences in order, each with its proposed mark, the reason and its loaded wording."""
    found = pieces(text)
    english = _is_english(" ".join(piece.text for piece in found))
    signed = {piece.paragraph - 1: _signer(piece.text) for piece in found if piece.kind == "byline"}
    read_: list[Sentence] = []
    speaker = ""
    for number, piece in enumerate(found, 1):
        sentence = _sentence(number, piece, english=english, before=speaker, signer=signed.get(piece.paragraph, ""))
        speaker = sentence.speaker or ("" if piece.kind == "heading" or _of_others(piece.text, speaker) else speaker)
        read_.append(sentence)
    return tuple(read_)


def _of_others(text: str, speaker: str) -> bool:
    """Says whether a sentence that says nobody’s words speaks of somebody else, whom a later “he” may mean."""
    return bool(hearsay(text)) or any(name.strip('“"«(') not in speaker for name in NAME.findall(text))


def usable(sentence: Sentence) -> bool:
    """Says whether a sentence may enter a pack: somebody named says it, or it is a fact with a source."""
    if sentence.mark == ATTRIBUTED:
        unnamed = any(flag.category == UNNAMED for flag in sentence.flags)
        return bool(sentence.speaker) and (bool(sentence.set_by or sentence.sources) or not unnamed)
    return sentence.mark == FACT and bool(sentence.sources)


def set_mark(sentence: Sentence, mark: str, *, by: str, speaker: str = "", sources: Iterable[str] = ()) -> Sentence:
    """Gives the sentence with the mark that a person sets, and the speaker or the sources that they add.

    BadCall where the mark is none, nobody sets it, or what is said to be attributed names no speaker.
    """
    if mark not in MARKS:
        raise BadCall(_("“{mark}” is no mark; use one of {marks}.", mark=mark, marks=", ".join(MARKS)))
    if not by.strip():
        raise BadCall(_("Nobody is named who marks sentence {number}; say who does.", number=sentence.number))
    said_by = speaker or sentence.speaker
    if mark == ATTRIBUTED and not said_by:
        raise BadCall(_("Sentence {number} is attributed to nobody; name the speaker.", number=sentence.number))
    kept = tuple(dict.fromkeys((*sentence.sources, *sources)))
    return replace(sentence, mark=mark, speaker=said_by, sources=kept, set_by=by, reason=_("set by {name}", name=by))


def _sentence(number: int, piece: Piece, *, english: bool, before: str, signer: str) -> Sentence:
    found = attribution(piece.text, before)
    whole = ((0, len(piece.text)),)
    flags = loaded(piece.text, whole if signer else found.spans if found else ())
    flags += _unnamed(piece, found)
    if piece.kind != "sentence":
        return _framing(number, piece, flags)
    if signer:
        reason = _("stands above the signature of {name}", name=signer)
        return Sentence(
            number=number, text=piece.text, mark=ATTRIBUTED, reason=reason, speaker=signer, verb="signed", flags=flags
        )
    mark, reason = _judged(piece.text, found, flags, english=english)
    speaker, verb = (found.speaker, found.verb) if found else ("", "")
    return Sentence(number=number, text=piece.text, mark=mark, reason=reason, speaker=speaker, verb=verb, flags=flags)


def _unnamed(piece: Piece, found: Attribution | None) -> tuple[Loaded, ...]:
    """Gives the flag on a source that is not named."""
    if found and not found.named:
        return (Loaded(category=UNNAMED, words=found.speaker, why=_("nobody is named who could be asked")),)
    told = "" if found else hearsay(piece.text)
    return (Loaded(category=UNNAMED, words=told, why=_("passed on, and not said from whom")),) if told else ()


def _framing(number: int, piece: Piece, flags: tuple[Loaded, ...]) -> Sentence:
    """Marks a heading, which is the article's own, and a byline, which names who said the lines above it."""
    if piece.kind == "heading":
        reason = _("a heading or caption, in the article’s own words")
        return Sentence(number=number, text=piece.text, mark=OPINION, reason=reason, flags=flags)
    reason = _("the signature of {name} to the lines above it", name=_signer(piece.text))
    return Sentence(number=number, text=piece.text, mark=ATTRIBUTED, reason=reason, flags=flags)


def _signer(byline: str) -> str:
    found = SIGNATURE.match(byline)
    return found["name"].strip() if found else byline


def _judged(text: str, found: Attribution | None, flags: tuple[Loaded, ...], *, english: bool) -> tuple[str, str]:
    """Gives the proposed mark of a sentence and the reason."""
    own = [flag for flag in flags if flag.own and flag.category in WEIGHING]
    views = "; ".join(dict.fromkeys(f"“{flag.words}” ({_(flag.category)})" for flag in own))
    if found and own:
        return OPINION, _(
            "reports {speaker} (“{verb}”), but adds views of the article’s own: {views}",
            speaker=found.speaker,
            verb=_verb(found),
            views=views,
        )
    if found:
        return ATTRIBUTED, _("says who said it: {speaker} (“{verb}”)", speaker=found.speaker, verb=_verb(found))
    if own:
        return OPINION, _("views of the article’s own: {views}", views=views)
    doubt = next((why for applies, why in _doubts(text, flags, english=english) if applies), "")
    return (OPINION, doubt) if doubt else (FACT, _("states what can be checked; it names no source yet"))


def _verb(found: Attribution) -> str:
    """Gives the verb of saying as it is told: the sentence's own word, or the one that stands for a mere colon."""
    return _(found.verb) if found.verb in VERBLESS.values() else found.verb


def _doubts(text: str, flags: tuple[Loaded, ...], *, english: bool) -> tuple[tuple[bool, str], ...]:
    """Gives what keeps a sentence without attribution and loaded wording from being a fact, and whether it does."""
    return (
        (any(flag.category == UNNAMED for flag in flags), _("passes on what it heard, and does not say from whom")),
        (
            any(_words(text[start:end]) > LONGEST_SCARE for start, end in quotations(text)),
            _("quotes somebody it does not name"),
        ),
        (text.rstrip('”"»)').endswith("?"), _("asks and states nothing")),
        (text.endswith("…"), _("is cut off, so that what it states is not known")),
        (
            not _readable(text, english=english),
            _("is in a language that the rules do not read; a person has to mark it"),
        ),
        (not _checkable(text), _("holds no day or number and fewer than two names, so that it can hardly be checked")),
    )


def _checkable(text: str) -> bool:
    return bool(NUMBER.search(text)) or len(set(NAME.findall(text))) >= NAMES_TO_CHECK


def _words(text: str) -> int:
    return len(text.split())


def _readable(text: str, *, english: bool) -> bool:
    """Says whether the rules read a sentence's language: English as the whole article, Russian or Ukrainian."""
    letters = len(LETTER.findall(text))
    cyrillic = len(CYRILLIC_LETTER.findall(text))
    latin = sum("a" <= letter.lower() <= "z" for letter in text)
    return cyrillic > letters / 2 or (english and latin > letters / 2)


def _is_english(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.lower())
    return len(words) < TOO_SHORT or sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words)
