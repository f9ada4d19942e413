"""Whether the text says what the law says, and says how likely something is in words that have one meaning."""

import re
from collections.abc import Iterator

from briefer.analysis.checks.case import Case, Check, Hit, named, short
from briefer.analysis.checks.passages import FORBIDS, sentences
from briefer.analysis.checks.words import LEGISLATURE, LIKELIHOOD, VAGUE
from briefer.language import _, mark

_LEGISLATURE = re.compile(rf"(?<!\w)(?:{LEGISLATURE})(?!\w)")
_APPROVAL = re.compile(
    r"\bapprovals?\b|\bapproves?\b(?! of\b)|\b(?:be|been|being|unless|until|once|if|when|before) approved\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:consents?|assents?|sign(?:s|ed)?[- ]off|authori[sz]es?|authori[sz]ation(?! act)|green[- ]?light|permission|"
    r"votes? (?:for|in favour of|to allow)|(?:affirmative|favourable|positive) votes?)\b",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\b(?:must|ha(?:s|ve|d) to|needs?|needed|requires?|required|necessary|unless|until|"
    r"only (?:if|once|when|after|with)|subject to|before|without)\b",
    re.IGNORECASE,
)
"""Consent under other names, which is approval only where the sentence says that it is needed."""
_OF_APPROVAL = ("approv", "consent", "assent", "sign", "authori", "green", "permission", "vote")
_GRANT = (
    r"(?:approv(?:al|ing)|consent|assent|permission|sign[- ]?off|green[- ]?light|authori[sz]ation|"
    r"(?:affirmative|favourable|positive) votes?)"
)
_THEIRS = re.compile(rf"\b(?:congressional|senate|(?:congress|senate)[’']s?) {_GRANT}\b", re.IGNORECASE)
"""Consent as something that the legislature has to give, however the sentence goes on."""
_NOTHING = r"(?:\b(?:no|not|cannot|never|nothing|nobody|none|impossible)\b|n[’']t\b)"
_IMPOSSIBLE = re.compile(
    rf"{_NOTHING}[^;]*\bwithout\b[^,;]*\b{_GRANT}\b|\bwithout\b[^,;]*\b{_GRANT}\b[^;]*{_NOTHING}", re.IGNORECASE
)
"""A denial that says that approval is needed: nothing goes without it."""
_FORMAL = re.compile(r"\bresolutions? of (?:dis)?approval\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:no|not|never|nor|neither|without|rather than|instead of|cannot)\b|n[’']t\b|\bthe law says review\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"\bconfiden(?:ce|t)\b(?![- ]building)(?<!in confidence)(?<!vote of confidence)(?<!vote of no confidence)",
    re.IGNORECASE,
)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


_LIKELIHOOD = _any_of(tuple(LIKELIHOOD))
_VAGUE = _any_of(VAGUE)


def _approval(case: Case) -> Iterator[Hit]:
    for place, section, sentence in _said(case, _OF_APPROVAL):
        if _LEGISLATURE.search(sentence) and _calls_for_approval(sentence):
            yield _where_review(sentence, section), place


def _approval_in_titles(case: Case) -> Iterator[Hit]:
    """Titles, the cover's lines and the terms of an option; the words of the facts are told of apart, or others'.

    A question states nothing.
    """
    facts = {one.id for group in (case.dossier.positions, case.dossier.measures) for one in group}
    facts |= {one.id for group in (case.dossier.events, case.dossier.issues) for one in group}
    for one in case.printed:
        states = one.place not in facts and not one.text.rstrip().endswith("?") and not FORBIDS.search(one.text)
        for sentence in sentences(one.text) if states else ():
            if _LEGISLATURE.search(sentence) and _calls_for_approval(sentence):
                yield _where_review(sentence, one.where), one.place


def _where_review(sentence: str, where: str) -> str:
    words = short(sentence)
    return _("“{words}” in {where} speaks of approval, where the law says review.", words=words, where=where)


def _approval_of_measures(case: Case) -> Iterator[Hit]:
    for measure in case.dossier.measures:
        for sentence in sentences(f"{measure.text} {measure.lifting}"):
            if _LEGISLATURE.search(sentence) and _calls_for_approval(sentence):
                words = short(sentence)
                yield _("“{words}”, of “{title}”, speaks of approval.", words=words, title=measure.title), measure.id


def _calls_for_approval(sentence: str) -> bool:
    """A sentence that denies the need is right, and a resolution of approval is what the statute itself calls one."""
    own = _FORMAL.sub("", sentence)
    needed = _CONSENT.search(own) and _NEEDED.search(own)
    said = _APPROVAL.search(own) or _THEIRS.search(own) or needed
    return bool(_IMPOSSIBLE.search(own)) or (bool(said) and not _NEGATED.search(sentence))


def _with_confidence(case: Case) -> Iterator[Hit]:
    for place, section, sentence in _said(case, ("confiden",)):
        if _CONFIDENCE.search(sentence) and (terms(sentence) or _VAGUE.search(sentence)):
            words = short(sentence)
            yield _("“{words}” in {section} mixes likelihood and confidence.", words=words, section=section), place


def _rows_mixed(case: Case) -> Iterator[Hit]:
    """Two words of different rows for one band read as two judgements; within a sentence or over the paper."""
    first: dict[int, str] = {}
    for place, section, sentence in _said(case, tuple(LIKELIHOOD)):
        rows = {LIKELIHOOD[term][0]: term for term in terms(sentence)}
        if len(rows) > 1:
            told = _(
                "“{words}” in {section} takes words of likelihood from both rows of ICD 203.",
                words=short(sentence),
                section=section,
            )
            yield told, place
        for row, term in rows.items():
            if row not in first and first and len(rows) == 1:
                other = next(iter(first.values()))
                told = _(
                    "“{term}” in {section} and “{other}” before it stand in different rows of ICD 203.",
                    term=term,
                    section=section,
                    other=other,
                )
                yield told, place
            first.setdefault(row, term)


def _two_bands(case: Case) -> Iterator[Hit]:
    for place, section, sentence in _said(case, tuple(LIKELIHOOD)):
        found = terms(sentence)
        if len({LIKELIHOOD[term] for term in found}) > 1 and len({LIKELIHOOD[term][0] for term in found}) == 1:
            told = _(
                "“{words}” in {section} says {terms} in one sentence.",
                words=short(sentence),
                section=section,
                terms=_(" and ").join(f"“{term}”" for term in dict.fromkeys(found)),
            )
            yield told, place


def _vague(case: Case) -> Iterator[Hit]:
    for place, section, sentence in _said(case, VAGUE):
        if found := _VAGUE.search(sentence):
            told = _(
                "“{term}” in {section} is no word of ICD 203 and means a different chance to each reader.",
                term=found[0],
                section=section,
            )
            yield told, place


def _table(case: Case) -> Iterator[Hit]:
    """A column of likelihoods holds the words of the directive and nothing else."""
    for passage in case.passages:
        column = passage.column if passage.kind == "cell" else ""
        if "likelihood" in column.lower() and passage.text.lower().rstrip(".") not in LIKELIHOOD:
            told = _(
                "“{term}” under “{column}” in {section} is no word of ICD 203.",
                term=short(passage.text),
                column=column,
                section=named(passage.section),
            )
            yield told, passage.place


def terms(sentence: str) -> list[str]:
    """Gives the words of likelihood of a sentence, as the directive writes them; vague phrases hold none."""
    return [found.lower() for found in _LIKELIHOOD.findall(_VAGUE.sub("", sentence))]


def _said(case: Case, wanted: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Gives what the drafter says in his own words in passages that hold what is looked for: place, section, sentence.

    What the reader is told not to say is left out.
    """
    for passage in case.passages:
        text = passage.text.lower()
        own = passage.states and not passage.quoted and not passage.advised_against
        if own and any(word in text for word in wanted):
            section = named(passage.section)
            yield from ((passage.place, section, sentence) for sentence in sentences(passage.text))


_ONE_ROW = mark("Keep to one row of the directive's table throughout.")

CHECKS = (
    Check("approval", "warning", mark("Write “review”, or say who has to consent and by which law."), _approval),
    # A code of its own, since the ready remedy of the other one rewrites a section's text.
    Check(
        "approval-title",
        "warning",
        mark("Write “review”, or say who has to consent and by which law."),
        _approval_in_titles,
    ),
    Check("approval", "warning", mark("Write “review” in the table of measures."), _approval_of_measures),
    Check(
        "likelihood", "warning", mark("Make two sentences: how likely it is, and how sure we are."), _with_confidence
    ),
    Check("likelihood", "warning", _ONE_ROW, _rows_mixed),
    Check("likelihood", "warning", mark("Use one of the seven words, such as “likely” or “very unlikely”."), _table),
    Check("likelihood", "note", mark("Make a sentence of each, so that it is clear what is how likely."), _two_bands),
    Check("likelihood", "note", mark("Use one of the seven words, or leave the judgement out."), _vague),
)
