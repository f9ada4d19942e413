"""Who holds what on which question, in whose words, and from which source."""

from dataclasses import dataclass

from briefer.model.facts import Confidence, PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement or a fact comes from.

    `grade` is reliability A–F and credibility 1–6 ("B2"), empty where not graded; `kind` is list, law, guidance,
    statement, press, analysis or data; `sha256` the hash of a saved text or list file.
    """

    id: str
    title: str
    publisher: str = ""
    date: PartialDate | None = None
    url: str = ""
    locator: str = ""
    grade: str = ""
    kind: str = "press"
    note: str = ""
    sha256: str = ""
    confidence: Confidence = Confidence.VERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A policy question. `proposition` is the sentence a stance refers to."""

    id: str
    title: str
    proposition: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What a holder holds on an issue, said on a day, reported by a source.

    `stance` runs from -2 (keep or add pressure) to 2 (favours easing), None where unclear; `basis` is said, voted,
    signed, reported or inferred; `quote` exact words in `language`, with `translation` where they are not English;
    `chain` how the words reached us; `source` a source id; `measures` the ids of the measures it is about beside its
    `entities`; `supersedes` the id of an earlier position that this one takes the place of, which is kept.
    """

    id: str
    holder: str
    issue: str
    stance: int | None
    capacity: str = ""
    entities: tuple[str, ...] = ()
    conditions: str = ""
    basis: str = "said"
    said_on: PartialDate | None = None
    reported_on: PartialDate | None = None
    quote: str = ""
    language: str = ""
    translation: str = ""
    paraphrase: str = ""
    chain: str = ""
    source: str = ""
    locator: str = ""
    grade: str = ""
    confidence: Confidence = Confidence.VERIFIED
    marking: str = ""
    measures: tuple[str, ...] = ()
    supersedes: str = ""
