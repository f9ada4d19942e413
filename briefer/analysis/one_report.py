"""Circular sourcing: sources that look like two and go back to one report, so that neither supports the other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from rapidfuzz import fuzz, utils

from briefer.analysis.chains import COPY, UNNAMED, hands, outlet, publishers
from briefer.language import _
from briefer.model.brief import Dossier
from briefer.model.facts import PartialDate
from briefer.model.policy import Position, Source
from briefer.model.stances import OneReport

REPORTS = frozenset({"press", "analysis", "statement"})
"""Kinds of source that can repeat one another; laws, lists and data are cited from one text on purpose."""
ALIKE = 85
"""From this likeness of 100 on, two titles are taken to announce one report."""
APART = timedelta(days=1)
LEAST = 4
"""Words of a position from which on the same ones in two sources count as copied."""
_EDITION = re.compile(
    r"\.(?:com|org|net|info|co\.uk|de|eu|ru|ua)\b|"
    r"\b(?:online|digital|website|news|newspaper|agency|media|english|edition|daily edition|world service)\b"
)
"""What an outlet's name carries besides, in one mention or another."""


@dataclass(frozen=True, slots=True)
class Report:
    """A source with what two of them are compared by: its address, the ids its note names, its subjects.

    `outlets` are those that it passed through, itself last, each by the form in which it is compared; `resting` are the
    positions that name it as their source.
    """

    source: Source
    address: str
    named: frozenset[str]
    outlets: dict[str, str]
    subjects: frozenset[tuple[str, str]]
    resting: tuple[Position, ...]

    @property
    def positions(self) -> tuple[str, ...]:
        """The ids of what rests on it."""
        return tuple(position.id for position in self.resting)


def one_report(dossier: Dossier) -> tuple[OneReport, ...]:
    """Gives each pair of the dossier's press sources that go back to one report, with the positions on them."""
    resting = defaultdict(list)
    for position in dossier.positions:
        resting[position.source].append(position)
    press = sorted((source for source in dossier.sources if source.kind in REPORTS), key=lambda source: source.id)
    reports = [_report(source, resting[source.id]) for source in press]
    found = (_pair(a, b) for a, b in combinations(reports, 2))
    return tuple(pair for pair in found if pair)


def origin(dossier: Dossier, sources: Sequence[Source]) -> str:
    """Gives an outlet that all of these sources go back to, whatever they report; empty where there is none."""
    resting = defaultdict(list)
    for position in dossier.positions:
        resting[position.source].append(position)
    outlets = [_report(source, resting[source.id]).outlets for source in sources]
    shared = (name for folded, name in outlets[0].items() if all(folded in each for each in outlets))
    return next((name for name in shared if name != UNNAMED and not COPY.search(name)), "")


def _report(source: Source, resting: list[Position]) -> Report:
    passed = [name for position in resting for name in hands(position, source).hands]
    own = publishers(source) or ((source.publisher,) if source.publisher else ())
    return Report(
        source=source,
        address=re.sub(r"^https?://(?:www\.)?", "", source.url.casefold()).partition("#")[0].rstrip("/"),
        named=frozenset(re.findall(r"\w[\w-]*", source.note)),
        outlets={_family(name): name for name in (*(name for name in passed if name not in own), *own)},
        subjects=frozenset((position.holder, position.issue) for position in resting),
        resting=tuple(resting),
    )


def _family(name: str) -> str:
    """An outlet's name without what only tells its editions apart."""
    plain = outlet(name)
    return " ".join(_EDITION.sub(" ", plain).split()) or plain


def _pair(a: Report, b: Report) -> OneReport | None:
    ids, both = (a.source.id, b.source.id), (*a.positions, *b.positions)
    if why := next(_same_text(a, b), ""):
        return OneReport(sources=ids, positions=both, why=why)
    if why := _same_words(a, b):
        return OneReport(sources=ids, positions=both, why=why, sure=False)
    if not _near(a.source.date, b.source.date):
        return None
    if why := _edition(a, b):
        return OneReport(sources=ids, positions=both, why=why, sure=False)
    origin = _origin(a, b)
    if not origin or not _one_subject(a, b):
        return None
    why = _(
        "“{one}” and “{other}” both go back to {origin} and are at most a day apart.",
        one=a.source.title,
        other=b.source.title,
        origin=origin,
    )
    return OneReport(sources=ids, positions=both, why=why, origin=origin, sure=False)


def _same_text(a: Report, b: Report) -> Iterator[str]:
    """Yields why two sources are surely one text."""
    if a.source.sha256 and a.source.sha256 == b.source.sha256:
        yield _("“{one}” and “{other}” are the same saved text.", one=a.source.title, other=b.source.title)
    if a.address and a.address == b.address:
        yield _("“{one}” and “{other}” stand at the same address.", one=a.source.title, other=b.source.title)
    for one, other in ((a, b), (b, a)):
        if other.source.id in one.named:
            yield _(
                "The note on “{one}” says that it goes back to “{other}”.",
                one=one.source.title,
                other=other.source.title,
            )


def _same_words(a: Report, b: Report) -> str:
    """Says of whom both give the same words, where not both record by what way these came."""
    for one in a.resting:
        for other in b.resting:
            one_day = not (one.said_on and other.said_on) or one.said_on == other.said_on
            unknown = not (one.chain.strip() and other.chain.strip())
            if (one.holder, one.issue) == (other.holder, other.issue) and one_day and unknown and _worded(one, other):
                return _(
                    "“{one}” and “{other}” give the same words of {holder}, and no chain says how they came to both.",
                    one=a.source.title,
                    other=b.source.title,
                    holder=one.holder,
                )
    return ""


def _worded(one: Position, other: Position) -> bool:
    said = ({_plain(text) for text in (each.quote, each.translation, each.paraphrase)} for each in (one, other))
    return any(len(words.split()) >= LEAST for words in set.intersection(*said))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _edition(a: Report, b: Report) -> str:
    """Says that two outlets under one title are one by another name; two mentions of one name tell of two articles."""
    one, other = a.source.publisher, b.source.publisher
    if not one or outlet(one) == outlet(other) or _family(one) != _family(other) or not _alike(a, b):
        return ""
    return _(
        "“{title}” stands in {outlet} and in {other}, which are one outlet by their names.",
        title=a.source.title,
        outlet=one,
        other=other,
    )


def _origin(a: Report, b: Report) -> str:
    """Gives an outlet that both go back to and that at least one of them only repeats, empty where there is none."""
    last = {next(reversed(report.outlets)) for report in (a, b) if report.outlets}
    shared = (name for folded, name in a.outlets.items() if folded in b.outlets and last != {folded})
    return next((name for name in shared if name != UNNAMED and not COPY.search(name)), "")


def _near(a: PartialDate | None, b: PartialDate | None) -> bool:
    if not (a and b and a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.earliest - APART <= b.latest and b.earliest - APART <= a.latest


def _one_subject(a: Report, b: Report) -> bool:
    return bool(a.subjects & b.subjects) or _alike(a, b)


def _alike(a: Report, b: Report) -> bool:
    return fuzz.token_set_ratio(a.source.title, b.source.title, processor=utils.default_process) >= ALIKE
