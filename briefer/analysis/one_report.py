"""Circular sourcing: sources that look like two and go back to one report, so that neither supports the other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from rapidfuzz import fuzz, utils

from briefer.analysis.chains import COPY, UNNAMED, hands, outlet, publishers
from briefer.model.brief import Dossier
from briefer.model.facts import PartialDate
from briefer.model.policy import Position, Source
from briefer.model.stances import OneReport

REPORTS = frozenset({"press", "analysis", "statement"})
"""Kinds of source that can repeat one another; laws, lists and data are cited from one text on purpose."""
ALIKE = 85
"""From this likeness of 100 on, two titles are taken to announce one report."""
APART = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Report:
    """A source with what two of them are compared by: its address, the ids its note names, its subjects.

    `outlets` are those that it passed through, itself last, each by the form in which it is compared.
    """

    source: Source
    address: str
    named: frozenset[str]
    outlets: dict[str, str]
    subjects: frozenset[tuple[str, str]]
    positions: tuple[str, ...]


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
        outlets={outlet(name): name for name in (*(name for name in passed if name not in own), *own)},
        subjects=frozenset((position.holder, position.issue) for position in resting),
        positions=tuple(position.id for position in resting),
    )


def _pair(a: Report, b: Report) -> OneReport | None:
    ids, both = (a.source.id, b.source.id), (*a.positions, *b.positions)
    if why := next(_same_text(a, b), ""):
        return OneReport(sources=ids, positions=both, why=why)
    if not _near(a.source.date, b.source.date):
        return None
    origin = _origin(a, b)
    if not origin or not _one_subject(a, b):
        return None
    why = f"“{a.source.title}” and “{b.source.title}” both go back to {origin} and are at most a day apart."
    return OneReport(sources=ids, positions=both, why=why, origin=origin, sure=False)


def _same_text(a: Report, b: Report) -> Iterator[str]:
    """Yields why two sources are surely one text."""
    if a.source.sha256 and a.source.sha256 == b.source.sha256:
        yield f"“{a.source.title}” and “{b.source.title}” are the same saved text."
    if a.address and a.address == b.address:
        yield f"“{a.source.title}” and “{b.source.title}” stand at the same address."
    for one, other in ((a, b), (b, a)):
        if other.source.id in one.named:
            yield f"The note on “{one.source.title}” says that it goes back to “{other.source.title}”."


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
    alike = fuzz.token_set_ratio(a.source.title, b.source.title, processor=utils.default_process) >= ALIKE
    return bool(a.subjects & b.subjects) or alike
