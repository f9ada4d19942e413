"""Whether the text, or the choice of picks, goes against the class that the rulebook gives a pick on the day."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefer.analysis.attribution import attribution
from briefer.analysis.checks.case import Case, Check, Hit, lettered, quoted
from briefer.analysis.checks.passages import Passage, sentences
from briefer.analysis.dated import dated
from briefer.analysis.force import begins_after, in_force
from briefer.analysis.moments import in_words
from briefer.analysis.reasons import HOME
from briefer.language import _, day_in_words, mark, ngettext
from briefer.model.facts import Designation, Entity
from briefer.model.relief import Relief

_LEAST = 4
"""Letters of a name by which a sentence may mean a pick."""
_NAMED_BY = frozenset({"name", "alias"})
_WORDS = {
    "A": mark("the executive alone"),
    "B": mark("the executive, after a report and a review under 22 USC 9511"),
    "C": mark("the executive, on a test that a statute sets"),
    "D": mark("a statute alone"),
}
_UNSETTLED = mark("not settled")
_EASES = re.compile(
    r"\b(?:delist|remov|lift|releas|unblock|free[ds]?\b|eas(?:e|es|ed|ing)\b|terminat|off the list|"
    r"(?:take|taken|taking|comes?|coming) off\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|nor|neither|cannot|wrong(?:ly)?|false)\b|n[’']t\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no(?! doubt\b)|nobody|nothing|none)\b[^,;]*$", re.IGNORECASE)
"""What denies whatever follows it in its clause."""
_CONGRESS = r"\b(?:Congress|the Senate|the House|the Hill|lawmakers|legislators)\b"
_NEEDED = r"(?:is|are) (?:needed|required|owed|due)"
_ACTOR = r"(?:the )?(?:executive|President|administration|White House|Treasury|OFAC|State Department|Secretary)"
_LAW_MADE = r"(?:votes?|acts?|statutes?|laws?|legislation|bills?|resolutions?)"
_CANNOT = r"\b(?:cannot|can[’']t|may not|must not|no|nobody|nothing|none|never|not)\b"
_WITHOUT_LAW = (
    rf"\bwithout (?:\w+ ){{0,3}}(?:{_LAW_MADE} (?:\w+ ){{0,2}}{_CONGRESS}|congressional {_LAW_MADE}\b|legislation\b)"
)
_BARS = re.compile(r"\b(?:disapprov\w*|bar(?:s|red)?|objects?|veto\w*|stop(?:s|ped)?)\b", re.IGNORECASE)
"""What Congress may do against a relief, which a sentence on the review names rightly."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A way of saying who decides on a relief, and the classes of which it is wrong; `denied` is read as a denial."""

    said: re.Pattern[str]
    wrong: frozenset[str]
    denied: bool = False


CLAIMS = (
    Claim(
        re.compile(
            rf"\b{_ACTOR} (?:acting )?(?:alone|by itself|by himself|on (?:its|his|her) own)\b|\balone by {_ACTOR}\b|"
            rf"\bneeds? no (?:report|notice|wait)\b|\bno (?:report|notice)\b[^,;]*\b{_NEEDED}\b|"
            rf"\bwithout (?:any |a |an |the )?(?:report|notice|reporting|review|word)\b[^,;]*{_CONGRESS}|"
            r"\bwithout (?:asking |telling |going to |involving |informing )?Congress\b",
            re.IGNORECASE,
        ),
        frozenset("BCD"),
        denied=True,
    ),
    Claim(
        re.compile(rf"\bneeds? no review\b|\bno review\b[^,;]*\b{_NEEDED}\b", re.IGNORECASE),
        frozenset("BD"),
        denied=True,
    ),
    Claim(
        re.compile(rf"\bneeds? no (?:vote|act)\b|\bno (?:vote|act)\b[^,;]*\b{_NEEDED}\b", re.IGNORECASE),
        frozenset("D"),
        denied=True,
    ),
    Claim(
        re.compile(
            rf"{_CANNOT}[^;]*{_WITHOUT_LAW}|{_WITHOUT_LAW}[^;]*{_CANNOT}|"
            rf"\b(?:only|until|unless)\b[^;]*{_CONGRESS} (?:votes|passes|acts|legislates|has (?:voted|passed|acted))\b|"
            rf"\b(?:needs|requires|takes) (?:(?!no\b)\w+ ){{0,3}}{_LAW_MADE} (?:of|by|in|from) {_CONGRESS}",
            re.IGNORECASE,
        ),
        frozenset("ABC"),
    ),
)
_SIXTY = re.compile(r"\b(?:60|sixty)[- ](?:calendar[- ])?days?\b", re.IGNORECASE)
_MOVED, _POLICY = r"\b(?:alter|chang|shift)\w*\b", r"\bpolic(?:y|ies)\b"
_WEIGHT = re.compile(
    rf"\b(?:because|since|as|where|if|when|for)\b[^;.]*(?:{_MOVED}[^;.]*{_POLICY}|{_POLICY}[^;.]*{_MOVED})",
    re.IGNORECASE,
)
_SEASON = re.compile(r"\b(?:July|September)\b")


def _misstated(case: Case) -> Iterator[Hit]:
    """A sentence that says of a pick who decides on its relief, and says what its class does not."""
    claimed = [(passage, sentence, claim) for passage, sentence in _own(case) for claim in _claims(sentence)]
    names = _names(case.dossier.entities) if claimed else {}
    for passage, sentence, claim in claimed:
        for one in case.reliefs:
            meant = names[one.id].search(sentence) or re.search(rf"(?<![\w-]){re.escape(one.id)}(?![\w-])", sentence)
            if meant and (one.klass in claim.wrong or (one.klass and one.contested)):
                yield f"{quoted(sentence, passage.section)}: {_class(one)}.", passage.place


def _claims(sentence: str) -> Iterator[Claim]:
    """What a sentence on a relief claims in its own words."""
    for claim in CLAIMS if _EASES.search(sentence) and not _BARS.search(sentence) else ():
        match = claim.said.search(sentence)
        denied = match and claim.denied and _is_denied(sentence, match)
        if match and not denied and not attribution(sentence):
            yield claim


def _sixty(case: Case) -> Iterator[Hit]:
    """The season sets the sixty days of the review; the weight of the action only says which committees lead."""
    for passage, sentence in _own(case):
        right = _SEASON.search(sentence) or _DENIED.search(sentence)
        if _SIXTY.search(sentence) and _WEIGHT.search(sentence) and not right and not attribution(sentence):
            words = quoted(sentence, passage.section)
            told = _("{passage} gives the weight of the action as the reason for sixty days.", passage=words)
            yield told, passage.place


def _former(case: Case) -> Iterator[Hit]:
    """Picks whose home listings are all over: there is nothing left to ease at home."""
    for entity in case.dossier.entities:
        if ended := _ended(case, entity):
            where = [tranche.title for tranche in case.pack.tranches if entity.id in tranche.entities]
            yield _off(entity, case.pack.as_of, ended, where[0] if where else ""), entity.id


def _off(entity: Entity, day: date, ended: str, tranche: str) -> str:
    """Says that a pick is on no list at home, and which tranche covers it."""
    said = {"caption": entity.caption, "regime": HOME, "day": day_in_words(day), "ended": ended}
    if tranche:
        return _(
            "{caption} is on no {regime} list on {day} ({ended}), and the tranche “{tranche}” covers it.",
            tranche=tranche,
            **said,
        )
    return _("{caption} is on no {regime} list on {day} ({ended}).", **said)


def _contested(case: Case) -> Iterator[Hit]:
    """What leaves the classes of picks contested on the day, each ground once."""
    resting: dict[str, list[str]] = defaultdict(list)
    for one in case.reliefs:
        for dispute in dict.fromkeys(each.dispute for each in one.reasons if each.contested and each.dispute):
            resting[dispute].append(one.id)
    for dispute, ids in resting.items():
        told = ngettext(
            "{count} pick rests on a class that is contested on {day}: {dispute}.",
            "{count} picks rest on a class that is contested on {day}: {dispute}.",
            len(ids),
            day=day_in_words(case.pack.as_of),
            dispute=dispute.rstrip("."),
        )
        yield told, ids[0]


def _own(case: Case) -> Iterator[tuple[Passage, str]]:
    """What the office itself states, sentence by sentence; neither a question nor what is not to be said."""
    for passage in case.passages:
        if passage.states and not passage.quoted and not passage.advised_against:
            for sentence in sentences(passage.text):
                if not sentence.rstrip().endswith("?"):
                    yield passage, sentence


def _names(entities: Iterable[Entity]) -> dict[str, re.Pattern[str]]:
    """What a sentence may call each pick; a name that two of them bear means neither."""
    called = {each.id: _called(each) for each in entities}
    borne = Counter(name for names in called.values() for name in names)
    return {id: _any_of(name for name in names if borne[name] == 1) for id, names in called.items()}


def _called(entity: Entity) -> set[str]:
    """The names of a pick, those in brackets apart; a person's first and last name too, and the last alone.

    A list may print DERIPASKA, Oleg for the Oleg Deripaska of a text.
    """
    stated = [entity.caption, *(each.value for each in entity.values if each.prop in _NAMED_BY)]
    names = {part.strip() for name in stated for part in re.split(r"[()]", name)}
    last, _comma, given = entity.caption.partition(",")
    if entity.schema == "Person" and (words := [*given.split(), *last.split()]):
        names |= {words[-1], f"{words[0]} {words[-1]}", " ".join(words)}
    return {form for each in names if len(each) >= _LEAST for form in (each, _in_small(each))}


def _in_small(name: str) -> str:
    return " ".join(word.title() if word.isupper() else word for word in name.split())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda each: (-len(each), each))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or r'(?!)'})(?!\w)")


def _is_denied(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    return bool(_DENIED.search(f"{before} {after}") or _NONE.search(before))


def _class(one: Relief) -> str:
    klass = one.klass or ""
    said = {"caption": one.caption, "klass": lettered(klass), "whose": _(_WORDS.get(klass, _UNSETTLED))}
    if one.contested:
        return _("{caption} is of class {klass}, contested, {whose}", **said)
    return _("{caption} is of class {klass}, {whose}", **said)


def _ended(case: Case, entity: Entity) -> str:
    """Which home listings of a pick are over, in words; empty where one is in force or none has been."""
    day = case.pack.as_of
    home = [item for item in dated(entity.designations, day) if item.regime == HOME and not _to_come(case, item)]
    if any(in_force(item, day) for item in home):
        return ""
    return ", ".join(dict.fromkeys(map(_run, home)))


def _run(item: Designation) -> str:
    if item.until:
        return _("“{programme}” to {day}", programme=item.programme, day=in_words(item.until))
    return _("“{programme}” ended", programme=item.programme)


def _to_come(case: Case, item: Designation) -> bool:
    return begins_after(item, case.pack.as_of) is not None


CHECKS = (
    Check("law-misstated", "warning", mark("Say what its class says, or correct the rulebook’s row."), _misstated),
    Check(
        "law-misstated",
        "warning",
        mark("Sixty days are for a report sent from 10 July to 7 September; on any other day it is thirty."),
        _sixty,
    ),
    Check("off-list", "warning", mark("Take it out of the picks, or say that only others still list it."), _former),
    Check("law-contested", "note", mark("Say so where the text leans on the class."), _contested),
)
