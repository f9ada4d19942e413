"""The rulebook as it stands on one day, indexed for the questions that the analysis asks of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from briefer.analysis.enacted import Later, later_acts, marked
from briefer.model.facts import Snapshot
from briefer.model.law import ClassRule, Clock, Instrument, Placement, Programme, Renewal, Rulebook
from briefer.model.relief import Route, Wait
from briefer.rulebook import named, standing

HOME = "US"
Tag = tuple[str, str]
"""A regime's code and a programme's tag."""


@dataclass(frozen=True, slots=True)
class Index:
    """The rows that hold on `day`: by regime and tag, rules by tag and by measure, routes and waits by id.

    `begun` are the tags with the day of the order or act that begins them, `later` those of which no row holds yet;
    `after` the acts that texts may name though they are later than the day. `tags` are all those of the home regime,
    of whatever day; `titles` those of the lists by id.
    """

    day: date
    programmes: dict[Tag, Programme]
    renewals: dict[Tag, Renewal]
    rules: dict[str, tuple[ClassRule, ...]]
    measures: dict[str, tuple[ClassRule, ...]]
    routes: dict[str, Route]
    waits: dict[str, Wait]
    placements: dict[Tag, Placement]
    later: dict[Tag, date] = field(default_factory=dict)
    after: tuple[Later, ...] = ()
    tags: tuple[str, ...] = ()
    begun: dict[Tag, date] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)


def index(book: Rulebook, day: date, lists: Iterable[Snapshot] = ()) -> Index:
    """Indexes the rows that hold on a day; `lists` are those whose titles may be said."""
    after, first = later_acts(book.authorities, day), _first(book)
    return Index(
        day=day,
        programmes={(row.regime, row.tag): row for row in standing(book.programmes, day)},
        renewals={(row.regime, tag): row for row in standing(book.renewals, day) for tag in row.tags},
        rules=_by_subject(book, day, "tags"),
        measures=_by_subject(book, day, "measures"),
        routes={id: _route(row, after) for id, row in named(book.instruments, day).items()},
        waits={id: _wait(row, after) for id, row in named(book.clocks, day).items()},
        placements={(row.id, row.tag): row for row in standing(book.placements, day)},
        later={tag: begins for tag, begins in first.items() if begins > day},
        after=after,
        tags=tuple(dict.fromkeys(row.tag for row in book.programmes if row.regime == HOME and row.tag)),
        begun=first,
        titles={each.list: each.title for each in lists},
    )


def _first(book: Rulebook) -> dict[Tag, date]:
    """Gives the day on which each tag begins; one printed anew under an amended order is as old as the order."""
    dated = {row.id: row.dated for row in book.authorities if row.dated}
    orders: dict[str, list[date]] = defaultdict(list)
    for rule in book.classes:
        for tag in rule.tags:
            orders[tag] += [dated[name] for name in rule.authorities if name in dated]
    first: dict[Tag, date] = {}
    for row in book.programmes:
        known = orders[row.tag] if row.regime == HOME else ()
        begins = min((row.valid_from or date.min, *known))
        first[row.regime, row.tag] = min(begins, first.get((row.regime, row.tag), date.max))
    return first


def _by_subject(book: Rulebook, day: date, field: str) -> dict[str, tuple[ClassRule, ...]]:
    found: dict[str, list[ClassRule]] = defaultdict(list)
    for rule in standing(book.classes, day):
        for subject in getattr(rule, field):
            found[subject].append(rule)
    return {subject: tuple(rules) for subject, rules in found.items()}


def citations(text: str, after: tuple[Later, ...] = ()) -> tuple[str, ...]:
    """Gives the citations of a row, which a semicolon keeps apart, saying of each act in `after` that it is later."""
    return tuple(marked(part.strip(), after) for part in text.split(";") if part.strip())


def _route(row: Instrument, after: tuple[Later, ...]) -> Route:
    return Route(
        id=row.id,
        title=row.title,
        actor=row.actor,
        legal_minimum=row.legal_minimum,
        practical=row.practical,
        reversal=row.reversal,
        legislature=row.legislature,
        legal_days=row.legal_days,
        conditions=row.conditions,
        notice=row.notice,
        contested=row.contested,
        phases=row.phases,
        citations=citations(row.citation, after),
        confidence=row.confidence,
        overlay=row.overlay,
    )


def _wait(row: Clock, after: tuple[Later, ...]) -> Wait:
    return Wait(
        id=row.id,
        title=row.title,
        text=row.text,
        days=row.days,
        months=row.months,
        citations=citations(row.citation, after),
    )
