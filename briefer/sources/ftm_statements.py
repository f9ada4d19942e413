"""Lines of a FollowTheMoney file that say something about entities: sanctions, links, documents."""

import re
from collections.abc import Iterator
from functools import cache

from briefer import rulebook
from briefer.model.facts import Absence, Confidence, Designation, Link, PartialDate, Value
from briefer.sources import dates
from briefer.sources.cells import Cleaner
from briefer.sources.ftm_index import ENDS, HOLDERS, Line
from briefer.sources.shares import bounds, percentage

REGIMES = {
    "us": "US",
    "eu": "EU",
    "gb": "UK",
    "uk": "UK",
    "un": "UN",
    "ch": "CH",
    "ca": "CA",
    "au": "AU",
    "jp": "JP",
    "nz": "NZ",
    "ua": "UA",
}
"""The property country to the codes of law.REGIMES."""

AUTHORITIES = (
    (re.compile(r"\bOFAC\b|Foreign Assets Control|U\.?S\.? Department|United States"), "US"),
    (
        re.compile(
            r"European (?:Union|Commission|Council)|Council of the European|Financial Services and Capital Markets"
        ),
        "EU",
    ),
    (re.compile(r"United Kingdom|\bOFSI\b|\bFCDO\b|HM Treasury|Foreign, Commonwealth"), "UK"),
    (re.compile(r"United Nations|\bUN Security Council|UNSC\b"), "UN"),
    (re.compile(r"\bSECO\b|Secretariat for Economic Affairs|Switzerland"), "CH"),
    (re.compile(r"Canada"), "CA"),
    (re.compile(r"\bDFAT\b|Australia"), "AU"),
    (re.compile(r"Japan"), "JP"),
    (re.compile(r"New Zealand"), "NZ"),
    (re.compile(r"Ukraine|\bNSDC\b|\bNACP\b"), "UA"),
)
ENDED = frozenset({"ended", "delisted", "expired", "removed", "lifted", "revoked", "inactive", "terminated"})
NOT_LISTED = "not listed"
OFAC = "US"
"""The regime whose tags a collection may print beside an id of its own."""

FORMER = ("former", "ex-")
SAID = {
    "program": "programme",
    "programId": "programme id",
    "programUrl": "programme page",
    "sourceUrl": "page",
    "startDate": "start",
    "endDate": "end",
    "listingDate": "listed on",
    "modifiedAt": "modified",
}
"""The words of a note for properties; another is split at its capitals: sharesCount, shares count."""

SANCTION_USED = frozenset(
    [
        "entity",
        "country",
        "authority",
        "program",
        "programId",
        "listType",
        "provisions",
        "startDate",
        "listingDate",
        "endDate",
        "status",
        "reason",
        "sourceUrl",
        "summary",
        "modifiedAt",
        "proof",
        "confidence",
    ]
)
LINK_USED = frozenset(
    [
        "role",
        "relationship",
        "status",
        "percentage",
        "startDate",
        "endDate",
        "date",
        "asOf",
        "summary",
        "proof",
        "confidence",
    ]
)
PROOF_OF = "proof:"
"""Stands before the name of a property whose values have sources of their own."""
DOCUMENT_PROPS = {"Passport": "passportNumber", "Identification": "idNumber"}


class Props:
    """The properties of one line, cleaned; remembers which support the whole line."""

    def __init__(self, line: Line, cleaner: Cleaner) -> None:
        self.line = line
        self.cleaner = cleaner

    def all(self, name: str) -> list[str]:
        """Every value of a property."""
        texts = self.line.properties.get(name)
        return [text for text in map(self.cleaner.text, texts) if text] if texts else []

    def joined(self, name: str) -> str:
        """All values of a property in one text."""
        return "; ".join(self.all(name))

    def first(self, name: str) -> str:
        """The first value of a property, empty without one."""
        return next(iter(self.all(name)), "")

    def earliest(self, name: str) -> PartialDate | None:
        """The earliest of a property's dates."""
        return dates.maybe(min(self.all(name), default=""))

    def latest(self, name: str) -> PartialDate | None:
        """The latest of a property's dates."""
        return dates.maybe(max(self.all(name), default=""))

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that support the line."""
        return tuple(self.all("proof"))

    def sources_of(self, name: str) -> tuple[str, ...]:
        """Ids of the sources that support the values of one property."""
        return tuple(self.all(f"{PROOF_OF}{name}")) or self.sources

    @property
    def confidence(self) -> Confidence:
        """How well the line is supported; an unknown word counts as to be verified."""
        word = self.first("confidence")
        return (
            Confidence(word) if word in list(Confidence) else Confidence.TO_BE_VERIFIED if word else Confidence.VERIFIED
        )

    def rest(self, used: frozenset[str], more: tuple[tuple[str, str], ...] = ()) -> str:
        """What has no place of its own, as "name: value; …", after the summary."""
        others = [(name, self.joined(name)) for name in sorted(self.line.properties) if name not in used]
        parts = [f"{_said(name)}: {text}" for name, text in (*more, *others) if text]
        return "; ".join(filter(None, (self.joined("summary"), *parts)))


def _said(name: str) -> str:
    return SAID.get(name) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def absence(props: Props) -> Absence | None:
    """The finding that a list holds no entry, None where the line says another thing."""
    if props.first("status").lower() != NOT_LISTED:
        return None
    return Absence(
        regime=_regime(props),
        note=props.joined("summary"),
        checked=props.earliest("startDate") or props.latest("modifiedAt"),
        sources=props.sources,
        confidence=props.confidence,
    )


def designations(props: Props) -> Iterator[Designation]:
    """One designation for each programme that the line names, one without a tag where it names none."""
    regime = _regime(props)
    tags = _tags(props, regime)
    status = props.first("status")
    more = tuple(_more(props, regime, tags))
    for tag in tags or [""]:
        yield Designation(
            regime=regime,
            programme=tag,
            list_type=props.joined("listType"),
            authority=props.joined("authority"),
            measures=tuple(props.all("provisions")),
            start=props.earliest("startDate"),
            published=props.earliest("listingDate"),
            amended=props.latest("modifiedAt"),
            until=props.latest("endDate"),
            ended=status.lower() in ENDED,
            reason=props.joined("reason"),
            url=props.first("sourceUrl"),
            note=props.rest(SANCTION_USED, more),
            sources=props.sources,
            confidence=props.confidence,
        )


def _tags(props: Props, regime: str) -> list[str]:
    """The tags that OFAC itself prints where they are known, else the ids that a collection gives programmes."""
    printed = props.all("program")
    own = [text for text in printed if text in _known_tags()] if regime == OFAC else []
    return own or props.all("programId") or printed


@cache
def _known_tags() -> frozenset[str]:
    return frozenset(row.tag for row in rulebook.programmes() if row.regime == OFAC and row.tag)


def links(props: Props, wanted: str) -> Iterator[Link]:
    """The line's links of which `wanted` is an end."""
    first, second = ENDS[props.line.schema]
    used = LINK_USED | {first, second}
    share = props.all("percentage")
    role = props.joined("role") or props.joined("relationship") or props.joined("status")
    for subject in props.all(first) or [""]:
        for other in props.all(second) or [""]:
            if wanted not in (subject, other):
                continue
            yield Link(
                kind=props.line.schema,
                subject=subject,
                object=other,
                role=role,
                percentage=percentage(share[0]) if len(share) == 1 else None,
                range=bounds(share[0]) if len(share) == 1 else None,
                stated="; ".join(share),
                start=props.earliest("startDate"),
                end=props.latest("endDate"),
                as_of=props.latest("asOf") or props.latest("date"),
                ended=bool(props.all("endDate")) or role.lower().startswith(FORMER),
                note=props.rest(used),
                sources=props.sources,
                confidence=props.confidence,
            )


def documents(props: Props) -> Iterator[Value]:
    """The numbers of an identity document as values of its holder; one without a number is kept as a note."""
    number = props.all("number")
    prop = DOCUMENT_PROPS[props.line.schema] if number else "notes"
    note = props.rest(frozenset({*HOLDERS[props.line.schema], "number", "summary", "proof", "confidence"}))
    for text in number or [note or props.line.schema]:
        said = note if number else ""
        yield props.cleaner.value(prop, text, note=said, sources=props.sources, confidence=props.confidence)


def _regime(props: Props) -> str:
    """Gives the regime of the country, else that of the authority; a country that has none known is its own."""
    countries = props.all("country")
    known = [REGIMES[code.lower()] for code in countries if code.lower() in REGIMES]
    own = [code.upper() for code in countries if re.fullmatch("[A-Za-z]{2}", code)]
    if countries:
        return next(iter((*known, *own)), "")
    text = props.joined("authority")
    return next((code for pattern, code in AUTHORITIES if pattern.search(text)), "")


def _more(props: Props, regime: str, tags: list[str]) -> Iterator[tuple[str, str]]:
    """What a designation has no field for: other dates, other programmes, a country without a regime's code."""
    if not regime:
        yield "country", props.joined("country")
    if props.first("status").lower() not in ENDED:
        yield "status", props.joined("status")
    for name in ("program", "programId"):
        yield name, "; ".join(text for text in props.all(name) if text not in tags)
    yield "sourceUrl", "; ".join(props.all("sourceUrl")[1:])
    for name in ("startDate", "listingDate", "endDate", "modifiedAt"):
        values = props.all(name)
        yield name, "; ".join(values) if len(set(values)) > 1 else ""
