"""Whether the law that the pack leans on is known, cited and still in force."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from briefer.analysis.checks.case import Case, Check, Hit, lettered
from briefer.analysis.force import in_force
from briefer.analysis.freezing import unplaced
from briefer.language import _, day_in_words, mark
from briefer.model.law import ClassRule, Renewal, Row
from briefer.rulebook import programmes

_TAG = re.compile(r"(?<![\w-])[A-Z][A-Z-]*-EO\d{5}(?!\w)")

R = TypeVar("R", bound=Row)


def _unknown_programmes(case: Case) -> Iterator[Hit]:
    known = {programme.tag for programme in case.dossier.programmes}
    for entity in case.dossier.entities:
        unknown = dict.fromkeys(item.programme for item in entity.designations if item.programme not in known)
        for tag in unknown:
            told = _(
                "{caption} is listed under “{tag}”, which the rulebook does not know on this day.",
                caption=entity.caption,
                tag=tag,
            )
            yield told, entity.id


def _unplaced(case: Case) -> Iterator[Hit]:
    """Tags of which no list at hand says whether they block."""
    for entity in case.dossier.entities:
        held = unplaced(item for item in entity.designations if in_force(item, case.pack.as_of))
        for tag in dict.fromkeys(item.programme for item in held):
            told = _(
                "{caption} is on the US list under “{tag}”, and no list at hand says on which part of it; whether that "
                "blocks is open.",
                caption=entity.caption,
                tag=tag,
            )
            yield told, entity.id


def _tags_in_text(case: Case) -> Iterator[Hit]:
    """Tags in the text that neither the pack nor the program's own rulebook knows."""
    known = {row.tag for row in case.dossier.programmes}
    known |= {item.programme for entity in case.entities.values() for item in entity.designations}
    for passage in case.passages:
        for tag in dict.fromkeys(_TAG.findall(passage.text)):
            if tag not in known and tag not in {row.tag for row in programmes()}:
                told = _(
                    "Section “{title}” names the tag “{tag}”, which the rulebook does not know.",
                    title=passage.section.title,
                    tag=tag,
                )
                yield told, passage.place


def _uncited_programmes(case: Case) -> Iterator[Hit]:
    for row in uncited(case.dossier.programmes):
        yield _("The rulebook's row on “{tag}” cites nothing.", tag=row.tag), row.tag


def _uncited_classes(case: Case) -> Iterator[Hit]:
    for rule in uncited(case.dossier.law.classes):
        told = _(
            "The rulebook gives the class {klass} without a citation: {row}.",
            klass=lettered(rule.klass),
            row=rule.row or rule.reason,
        )
        yield told, _about(rule)


def _lapsed(case: Case) -> Iterator[Hit]:
    """Emergencies and renewals that the pack's own programmes rest on."""
    tags = {item.programme for entity in case.dossier.entities for item in entity.designations if not item.ended}
    emergencies = {authority.emergency for authority in case.dossier.law.authorities}
    for row, until in lapsed(case.dossier.law.renewals, case.pack.as_of):
        if row.id in emergencies or tags.intersection(row.tags):
            yield (
                _("{title}: the last renewal known ran to {until}.", title=row.title, until=day_in_words(until)),
                row.id,
            )


def _about(rule: ClassRule) -> str:
    return (*rule.tags, *rule.measures, rule.row)[0]


def uncited(rows: Iterable[R]) -> Iterator[R]:
    """Gives the rows of the rulebook that cite nothing."""
    return (row for row in rows if not row.citation.strip())


def lapsed(rows: Iterable[Renewal], day: date) -> Iterator[tuple[Renewal, date]]:
    """Gives the renewals whose last step known by that day ended before it, each with that end."""
    for row in rows:
        ends = [step.until for step in row.steps if step.decided is None or step.decided <= day]
        if ends and max(ends) < day:
            yield row, max(ends)


CHECKS = (
    Check("unknown-programme", "warning", mark("Add a row to the rulebook, with its authority."), _unknown_programmes),
    Check("unknown-programme", "warning", mark("Correct the tag, or add a row to the rulebook."), _tags_in_text),
    Check("list-not-stated", "warning", mark("Import OFAC's ENHANCED XML, or the SDN list of the day."), _unplaced),
    Check("row-uncited", "warning", mark("Add the citation to the row of the rulebook."), _uncited_programmes),
    Check("row-uncited", "warning", mark("Add the citation to the row of the rulebook."), _uncited_classes),
    Check("expired", "warning", mark("Look up whether it was renewed, and add the step to the rulebook."), _lapsed),
)
