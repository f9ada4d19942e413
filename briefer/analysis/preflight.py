"""Pre-flight: what a pack has to answer for before it leaves, each finding with where to jump to and what to do."""

from briefer.analysis.checks import (
    articles,
    contrary,
    dates,
    days,
    identity,
    law,
    naming,
    quotes,
    references,
    sourcing,
    structure,
    wording,
)
from briefer.analysis.checks.case import Case, Check, Limits
from briefer.language import _
from briefer.model.brief import Beyond, Dossier, Finding
from briefer.model.pack import Pack, Template

ORDER = {"error": 0, "warning": 1, "note": 2}

CHECKS: tuple[Check, ...] = (
    *references.CHECKS,
    *structure.CHECKS,
    *quotes.CHECKS,
    *dates.CHECKS,
    *days.CHECKS,
    *identity.CHECKS,
    *law.CHECKS,
    *contrary.CHECKS,
    *sourcing.CHECKS,
    *wording.CHECKS,
    *articles.CHECKS,
    *naming.CHECKS,
)


def check(
    pack: Pack,
    dossier: Dossier,
    template: Template,
    *,
    beyond: Beyond | None = None,
    limits: Limits | None = None,
) -> tuple[Finding, ...]:
    """Gives all findings on a pack: errors first, then as the pack goes from place to place.

    `beyond` is what a library at hand holds beyond the pack's facts; without it the checks on freshness, on camps left
    out and on unknown targets of positions are silent. Errors stop a build, so only what must not leave is one.
    """
    case = Case(pack=pack, dossier=dossier, template=template, beyond=beyond, limits=limits or Limits())
    found = [
        Finding(severity=one.severity, code=one.code, message=message, place=place, remedy=_(one.remedy))
        for one in CHECKS
        for message, place in one.look(case)
    ]
    places = _places(case)
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: (ORDER[finding.severity], _order(finding, places))))


def _places(case: Case) -> dict[str, int]:
    """Gives each id its rank: sections, then picks, measures, positions, events, sources and lists."""
    dossier = case.dossier
    groups = (dossier.entities, dossier.measures, dossier.issues, dossier.positions, dossier.events, dossier.sources)
    ids = [*(section.id for section in case.pack.sections), *(thing.id for group in groups for thing in group)]
    return {id: rank for rank, id in enumerate(dict.fromkeys(ids))}


def _order(finding: Finding, places: dict[str, int]) -> tuple[int, int, str, str]:
    """Ranks a finding by where it stands; a place that is no id of the pack comes last."""
    id, line = finding.place, "0"
    if id not in places and ":" in id:
        id, _, line = id.rpartition(":")
    return places.get(id, len(places)), int(line) if line.isdecimal() else 0, finding.code, finding.message
