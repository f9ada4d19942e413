"""The renewals that bear on a paper: those known as decided by its day, and the next day on which each thing ends."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from briefer.analysis.force import in_force
from briefer.analysis.forthcoming import forthcoming
from briefer.analysis.moments import moment
from briefer.model.brief import Dossier
from briefer.model.calendar import Due
from briefer.model.facts import Confidence
from briefer.model.law import Renewal
from briefer.model.timeline import Entry, Moment


def bearing(dossier: Dossier, acts: Collection[str]) -> tuple[Renewal, ...]:
    """Gives the renewals of what the picks stand under: their programmes, and the emergencies that `acts` rest on.

    Rows that say the same of one act are one.
    """
    held = {
        (item.regime, item.programme)
        for entity in dossier.entities
        for item in entity.designations
        if in_force(item, dossier.as_of)
    }
    emergencies = {row.emergency for row in dossier.law.authorities if row.id in acts and row.emergency}
    rows = (
        row
        for row in dossier.law.renewals
        if row.id in emergencies or any((row.regime, tag) in held for tag in row.tags)
    )
    return tuple({(row.act, row.dates, row.steps): row for row in rows}.values())


def decided(rows: tuple[Renewal, ...], dossier: Dossier) -> Iterator[Entry]:
    """Yields the renewals whose decision was known by the day of the dossier, on the day of the decision."""
    for row in rows:
        for step in row.steps:
            if step.decided and step.decided <= dossier.as_of:
                yield Entry(
                    form="renewal",
                    kind="renewal",
                    when=Moment(step.decided, step.decided),
                    title=row.title,
                    regime=row.regime,
                    until=step.until,
                    citations=(step.citation or row.citation,),
                    confidence=row.confidence,
                )


def expiries(rows: tuple[Renewal, ...], dossier: Dossier) -> Iterator[Entry]:
    """Yields the next day on which each thing ends unless renewed, within a year; what a regime ends on a day is one.

    An act that comes up again within the year stands once, at its first day.
    """
    dues = forthcoming(
        dossier.as_of, rows, measures=dossier.measures, entities=dossier.entities, acts=dossier.law.renewals
    )
    groups: defaultdict[tuple[Moment, str], list[Due]] = defaultdict(list)
    seen: set[str] = set()
    for due in dues:
        if due.subject or due.title not in seen:
            groups[moment(due.about) or Moment(due.on, due.on), due.regime].append(due)
            seen.add(due.title)
    known = {source.id for source in dossier.sources}
    for (when, regime), found in groups.items():
        yield _expiry(when, regime, found, known)


def _expiry(when: Moment, regime: str, dues: list[Due], known: Collection[str]) -> Entry:
    acts = [due for due in dues if not due.subject]
    said = dict.fromkeys(citation for due in dues for citation in due.citations)
    return Entry(
        form="expiry",
        kind="expiry",
        when=when,
        title="; ".join(dict.fromkeys(due.title for due in acts)),
        entities=() if acts else tuple(dict.fromkeys(due.subject for due in dues)),
        regime=regime,
        basis=(acts or dues)[0].basis,
        sources=tuple(id for id in said if id in known),
        citations=tuple(text for text in said if text not in known),
        confidence=max((due.confidence for due in acts or dues), key=list(Confidence).index),
    )
