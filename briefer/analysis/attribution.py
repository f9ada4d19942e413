"""Who is said to have said a sentence: the speaker, the reporting verb and which of its words are the speaker's.

English is read by its grammar as far as a few patterns carry: "according to X", "X said that", "“…,” said X". Russian
and Ukrainian are read by their reporting words and the name that stands beside them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefer.analysis.sentences import outside, quotations
from briefer.language import mark

PLAIN = (
    "said|told|stated|announced|argue[sd]|warn(?:s|ed)|claimed|insist(?:s|ed)|noted|added|wrote|tweeted|posted|replied|"
    "den(?:ies|ied)|confirm(?:s|ed)|suggest(?:s|ed)|acknowledge[sd]|admit(?:s|ted)|accuse[sd]|urge[sd]|"
    "demanded|vow(?:s|ed)|"
    "pledged|promised|stress(?:es|ed)|emphasi[sz]e[sd]|reiterate[sd]|testified|declare[sd]|explain(?:s|ed)|"
    "condemn(?:s|ed)|"
    "welcome[sd]|critici[sz]e[sd]|call(?:s|ed) (?:on|for)|articulate[sd]|voice[sd]|predict(?:s|ed)|estimated|believes|"
    "thinks|reported|assert(?:s|ed)|contend(?:s|ed)|described|branded|labell?ed|dubbed|put it|caution(?:s|ed)|"
    "says?|tells?|writes?|"
    "express(?:es|ed)(?=\\s+(?:\\w+\\s+){0,2}(?:concerns?|interest|support|hopes?|doubts?|opposition|regret|"
    "worr(?:y|ies)|"
    "fears?|outrage|confidence|readiness|willingness|skepticism|scepticism))"
)
NOUN_TOO = (
    "claims?|notes?|demands?|pledges?|promises?|estimates?|reports?|adds?|states?|say|argue|believe|warn|"
    "insist|suggests?|"
    "predict|think"
)
"""Verb forms that are read as verbs only before "that" or words in quotation marks."""
LEADING = "stating|saying|adding|arguing|warning|claiming|insisting|noting|writing|declaring"
SAYS = rf"{PLAIN}|(?:{NOUN_TOO})(?=\s+that\b|:?,?\s*[“\"«])"
VERB = re.compile(rf"\b(?P<verb>{SAYS})\b", re.IGNORECASE)
PARTICIPLE = re.compile(rf",\s+(?P<verb>{LEADING})(?=:?,?\s*[“\"«]|\s+that\b)", re.IGNORECASE)
ACCORDING = re.compile(
    r"\b(?P<verb>according to|in the words of|in the view of)\s+(?P<speaker>(?:the\s+)?[^,;:.“\"]+)", re.IGNORECASE
)
SPEECH = re.compile(r"^(?P<speaker>[^:“\"«]{2,80})(?P<verb>:)\s*[“\"«]")
INVERTED = re.compile(rf"(?:[”\"»]|(?<=[,.!?…])[’']),?\s+(?P<verb>{PLAIN})\s+(?P<speaker>[^,;:.“”\"]+)", re.IGNORECASE)
HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|(?:is|are|was|were|been|being)\s+(?:\w+ly\s+|widely\s+)?"
    r"(?:reported|said|claimed|believed|thought|understood|alleged|rumou?red|expected)\b)",
    re.IGNORECASE,
)
"""Words by which a sentence passes on what it leaves to nobody."""
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
BETWEEN = re.compile(
    r"(?:\s+(?:has|have|had|also|later|then|once|again|never|already|since|did not|does not|would|will|\w+ly))+$",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r",\s+|;\s+|:\s+|[,.!?…][’']\s+|\s+[–—]\s+|\b(?:that|which|who|while|although|though|because|as|after|before|when|if|but)\s+",
    re.IGNORECASE,
)
LEAD_IN = re.compile(r"^(?:and|but|yet|so|with|however|meanwhile|then)\s+", re.IGNORECASE)
PRONOUN = re.compile(r"^(?:he|she|they|we|i|он[аи]?|він|вон[аи])$", re.IGNORECASE)
THING = re.compile(
    r"^(?:this|that|these|those|it|there|what|which|everything|nothing)\b|"
    r"\b(?:evidence|data|figures|moves?|decisions?|developments?|history|experience|approach|results?|deals?|signs?|"
    r"facts?|wars?|sanctions|steps?|meetings?|talks|policy|strategy|initiative|proposals?|plans?)$",
    re.IGNORECASE,
)
"""Subjects that cannot speak: with them a verb of saying is the article's own inference."""
SAID = re.compile(r"['‘“\"«]\s*\w[\w’'-]*(?:\s+[\w’'-]+){3}")
"""What begins with a mark of quotation and goes on for several words: no name."""
CROWD = re.compile(
    r"\b(?:sources?|reports?|officials?|leaders|experts?|analysts?|diplomats?|observers|critics|people|persons?|media|"
    r"outlets|insiders|aides?|advis[eo]rs|many|some|others|spokes\w+|reporters|journalists|studies|polls|"
    r"lawmakers|lawyers|"
    r"companies|banks|traders|economists|politicians|governments|countries|allies|residents|witnesses|authorities|"
    r"ministers|senators|members|activists|campaigners|opponents|supporters|investors|historians|scholars)\b",
    re.IGNORECASE,
)
NAMED_IN_CROWD = re.compile(r"\b[A-Z][\w’'-]+\s+(?:(?:von|van|de|der|al|bin|el|la|le)\s+){0,3}[A-Z][\w’'-]+")
TAIL = re.compile(
    rf",\s+(?:\w+ly\s+)?(?!(?:{LEADING})\b)(?:\w+ing\b|though\b|although\b|but\b|while\b|with\b|which\b|as\b)",
    re.IGNORECASE,
)
"""Where a sentence stops reporting and goes on in its own words."""
STOPS_NAME = re.compile(
    r"\s+(?:in an?|on|at|during|after|before|told|when|while|as|to reporters|late|last)\b.*$", re.IGNORECASE
)
VERBLESS = {":": mark("quoted")}
"""What stands for a verb, in English, where a mere mark says who speaks."""
LONGEST_SPEAKER = 14
DETERMINER = re.compile(
    r"^(?:the|an?|one|another|two|three|several|his|her|their|its|former|senior|top|в|во|у|на|из|з)\s+",
    re.IGNORECASE,
)
ADJECTIVE_NEXT = re.compile(
    r"(?:^|\s)(?:the|an?|its|his|her|their|our|your|first|second|third|last|this|that|other|any|no|so|more|"
    r"most|newly|and|or|of|\S+[’']s)$",
    re.IGNORECASE,
)
"""Words after which “stated” or “announced” qualifies a noun and has no subject."""
PREPOSITION = re.compile(
    r"^(?:in|on|at|by|for|from|of|with|to|under|since|during|among|amid|about|earlier|last|late)(?:\s+|$)",
    re.IGNORECASE,
)
ON_DAY = re.compile(r"(?<=\w)\s+(?:on|late on|early on|last)\s+(?:\w+day|\d{1,2}\s+\w+|\w+\s+\d{1,2})$")
WEEKDAY = re.compile(r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+")

CYRILLIC_WORDS = (
    "заяв(?:ил[аи]?|ив|ляет|ляє)|сказал[аи]?|сказав|сообщил[аи]?|сообщает|повідоми(?:в|ла|ли)|повідомляє|"
    "отметил[аи]?|зазначи(?:в|ла|ли)|подчеркнул[аи]?|підкресли(?:в|ла|ли)|наголоси(?:в|ла|ли)|добавил[аи]?|"
    "дода(?:в|ла|ли)|написал[аи]?|написа(?:в|ла|ли)|пишет|пише|считает|вважає|утверждает|стверджує|объявил[аи]?|оголоси(?:в|ла|ли)|"
    "предупредил[аи]?|попереди(?:в|ла|ли)|призвал[аи]?|заклика(?:в|ла|ли)|рассказал[аи]?|розпові(?:в|ла|ли)|"
    "пояснил[аи]?|поясни(?:в|ла|ли)|ответил[аи]?|відпові(?:в|ла|ли)|признал[аи]?|визна(?:в|ла|ли)|передает|передаёт"
)
CYRILLIC_ROLE = (
    r"(?!(?:Во?|Об?|На|По|У|Из|З|Про|Как|Так|Это|Он[аи]?|Він|Вон[аи])\b)"
    r"(?:[А-ЯЁІЇЄҐ][\w’'.-]*(?:\s+[А-ЯЁІЇЄҐ][\w’'.-]*)*)"
)
CYRILLIC = (
    re.compile(
        r"\b(?P<verb>по словам|по данным|по информации|согласно|за словами|за даними|згідно з|на думку|по мнению)\s+"
        r"(?P<speaker>[^,.;:—–]+)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<speaker>{CYRILLIC_ROLE})\s+(?:\w+\s+)?(?P<verb>{CYRILLIC_WORDS})\b"),
    re.compile(rf"\b(?P<verb>{CYRILLIC_WORDS})\s+(?P<speaker>(?:\w+\s+){{0,6}}?{CYRILLIC_ROLE})"),
    re.compile(rf"(?P<speaker>\w+(?:\s+\w+){{0,3}})\s+(?P<verb>{CYRILLIC_WORDS})\b"),
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said a sentence: `spans` are the parts that are the speaker's; `named` is false of an unnamed crowd."""

    speaker: str
    verb: str
    spans: tuple[tuple[int, int], ...]
    named: bool


def attribution(sentence: str, before: str = "") -> Attribution | None:
    """Gives who is said to have said a sentence, None where nobody is; `before` is whom “he” or “she” would mean."""
    quoted = tuple(quotations(sentence))
    for speaker, verb, reported in _candidates(sentence, quoted):
        if PRONOUN.match(speaker):
            speaker = before or speaker
        named = not PRONOUN.match(speaker) and _named(speaker)
        return Attribution(speaker, VERBLESS.get(verb, verb.lower()), (*quoted, reported), named)
    return None


def hearsay(sentence: str) -> str:
    """Gives the words by which a sentence passes something on without saying from whom, empty where there are none."""
    found = HEARSAY.search(sentence)
    return found.group() if found else ""


Candidate = tuple[str, str, tuple[int, int]]


def _candidates(sentence: str, quoted: tuple[tuple[int, int], ...]) -> Iterator[Candidate]:
    """Yields who may have said it, the likeliest first, with the verb and the span that is reported."""
    yield from _according(sentence)
    yield from _cyrillic(sentence)
    own = outside(sentence, quoted)
    for look in SUBJECTS:
        for found in look.finditer(sentence):
            if any(start < found.start("verb") < end for start, end in quoted):
                continue
            speaker = SUBJECTS[look](own, found)
            if speaker:
                reported = (found.end(), _tail(sentence, found.end()))
                yield speaker, found["verb"], (0, found.end()) if look is INVERTED else reported


def _according(sentence: str) -> Iterator[Candidate]:
    for found in ACCORDING.finditer(sentence):
        leads = found.start() == 0
        reported = (found.end(), _tail(sentence, found.end() + 1)) if leads else (0, found.start())
        yield found["speaker"].strip(), found["verb"], reported


def _cyrillic(sentence: str) -> Iterator[Candidate]:
    for shape in CYRILLIC:
        for found in shape.finditer(sentence):
            speaker = re.sub(r"^\d+\s+\w+\s+", "", found["speaker"].strip(" ."))
            yield speaker, found["verb"], (0, len(sentence))


def _tail(sentence: str, start: int) -> int:
    """Gives where the reported words end and the article's own go on."""
    found = TAIL.search(sentence, start)
    return found.start() if found else len(sentence)


def _after(_own: str, found: re.Match[str]) -> str:
    """Gives the speaker of a verb that stands before its subject."""
    speaker = STOPS_NAME.sub("", found["speaker"]).strip()
    return speaker if _can_speak(speaker) else ""


def _before(own: str, found: re.Match[str]) -> str:
    """Gives the subject of a verb that stands after it, empty where it is nobody who can speak."""
    text = own[: found.start("verb")]
    if PASSIVE.search(text):
        return ""
    text = BETWEEN.sub("", text.rstrip())
    head, inserted = text, ""
    if text.endswith(","):
        head, _, inserted = text[:-1].rpartition(",")
    subject = BETWEEN.sub("", LEAD_IN.sub("", CLAUSE.split(head)[-1].strip()))
    subject = ON_DAY.sub("", subject)
    if PREPOSITION.match(subject):
        subject = _last_noun(PREPOSITION.sub("", subject))
    if inserted and re.match(r"\s*(?:particularly|including|especially|notably|among them)\b", inserted):
        subject = f"{subject},{inserted}"
    return subject if _can_speak(subject) else ""


def _leading(own: str, found: re.Match[str]) -> str:
    """Gives the name with which the clause before a participle begins: “Muster went further, warning that”."""
    clause = CLAUSE.split(own[: found.start()])[-1]
    name = re.match(r"(?:The\s+)?[A-Z][\w’.-]*(?:\s+[A-Z][\w’.-]*)*", clause)
    return name.group() if name and _can_speak(name.group()) else ""


def _last_noun(phrase: str) -> str:
    """Gives the subject that follows a phrase of time or place without a comma: “on Monday the ministry”."""
    names = re.search(r"(?:[A-Z][\w’.-]*\s+)*[A-Z][\w’.-]*$", phrase)
    if names:
        return WEEKDAY.sub("", names.group())
    place = max(phrase.lower().rfind(f" {article} ") for article in ("the", "a", "an"))
    return phrase[place + 1 :] if place > 0 else ""


def _can_speak(subject: str) -> bool:
    """Says whether a subject can be who said something: a person, a body or a crowd, and no thing."""
    if not subject or SAID.match(subject) or THING.search(subject) or ADJECTIVE_NEXT.search(subject):
        return False
    if len(subject.split()) > LONGEST_SPEAKER or WEEKDAY.fullmatch(f"{subject} "):
        return False
    return bool(PRONOUN.match(subject) or CROWD.search(subject) or DETERMINER.match(subject) or _capital(subject))


def _capital(subject: str) -> bool:
    return any(word[:1].isupper() for word in re.findall(r"\w+", subject))


def _named(speaker: str) -> bool:
    """Says whether somebody is named, and not only a crowd or a role."""
    crowd = CROWD.search(speaker)
    return _capital(DETERMINER.sub("", speaker)) if not crowd else bool(NAMED_IN_CROWD.search(speaker, crowd.end()))


SUBJECTS: Mapping[re.Pattern[str], Callable[[str, re.Match[str]], str]] = MappingProxyType(
    {INVERTED: _after, VERB: _before, PARTICIPLE: _leading, SPEECH: _before}
)
"""How the speaker is found for each way of saying, the likeliest way first."""
