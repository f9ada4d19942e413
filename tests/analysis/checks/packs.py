"""A sound pack with its facts, for the tests of the checks to spoil, and the checks run on it."""

from dataclasses import replace
from datetime import date
from typing import Any

from briefer.analysis.checks.case import Case
from briefer.analysis.preflight import check
from briefer.model.brief import Dossier, Finding
from briefer.model.facts import Confidence, Designation, Entity, PartialDate
from briefer.model.law import Programme, Rulebook
from briefer.model.pack import Pack, PackSection, Template, TemplateSection
from briefer.model.policy import Issue, Position, Source

DAY = date(2025, 3, 31)

TEMPLATE = Template(
    name="t",
    title="T",
    description="",
    sections=(
        TemplateSection(id="bottom", kind="bottom-line", title="Bottom line"),
        TemplateSection(id="lines", kind="lines", title="Lines"),
        TemplateSection(id="risks", kind="risks", title="Risks"),
        TemplateSection(id="decision", kind="decision", title="Decision"),
        TemplateSection(id="positions", kind="positions", title="Positions"),
        TemplateSection(id="relief", kind="relief", title="Relief"),
        TemplateSection(id="start", kind="start", title="Start", text="Start."),
    ),
)


def day(text: str) -> PartialDate:
    when = date.fromisoformat(text)
    return PartialDate(text=text, earliest=when, latest=when)


ENTITY = Entity(
    id="ofac-1",
    schema="Person",
    caption="Oleg Deripaska",
    designations=(Designation(regime="US", programme="RUSSIA-EO14024", list_type="SDN", start=day("2018-04-06")),),
    listed=True,
)
NEIGHBOUR = Entity(id="org-rusal", schema="Company", caption="Rusal")
LAW = Source(id="s", title="Statute", publisher="The Office", kind="law")
PRESS = Source(id="press", title="Report", publisher="The Daily", date=day("2025-03-20"))
SAID = Position(
    id="p1",
    holder="Anna Holder",
    issue="i",
    stance=1,
    quote="words",
    language="en",
    source="s",
    chain="Speech → The Office",
    said_on=day("2025-03-10"),
    paraphrase="Speaks of measures.",
)
RULE = Programme(
    tag="RUSSIA-EO14024",
    regime="US",
    title="",
    authority="EO 14024",
    citation="86 Fed. Reg. 20249",
    confidence=Confidence.VERIFIED,
)
SOUND = Dossier(
    as_of=DAY,
    entities=(ENTITY,),
    neighbours=(NEIGHBOUR,),
    sources=(LAW, PRESS),
    issues=(Issue(id="i", title="Easing"),),
    positions=(SAID,),
    law=Rulebook(programmes=(RULE,)),
)


def section(text: str = "Said [@s].", kind: str = "bottom-line", **more: Any) -> PackSection:
    return PackSection(**{"id": kind, "kind": kind, "title": "Title", "text": text} | more)


def case(*sections: PackSection, facts: dict[str, Any] | None = None, more: Any = None, **pack: Any) -> Case:
    """The sound pack with these sections, facts, further arguments of the check, and fields."""
    made = Pack(**{"title": "T", "as_of": DAY, "entities": ("ofac-1",), "sections": sections} | pack)
    return Case(pack=made, dossier=replace(SOUND, **(facts or {})), template=TEMPLATE, **(more or {}))


def findings(made: Case) -> list[Finding]:
    """The findings on a pack."""
    return list(check(made.pack, made.dossier, made.template, beyond=made.beyond, limits=made.limits))


def found(*sections: PackSection, facts: dict[str, Any] | None = None, more: Any = None, **pack: Any) -> list[Finding]:
    """The findings on the sound pack with these sections, facts, further arguments of the check, and fields."""
    return findings(case(*sections, facts=facts, more=more, **pack))


def codes(
    *sections: PackSection, facts: dict[str, Any] | None = None, more: Any = None, **pack: Any
) -> list[tuple[str, str, str]]:
    return [(one.severity, one.code, one.place) for one in found(*sections, facts=facts, more=more, **pack)]


def positions(*changes: dict[str, Any]) -> dict[str, Any]:
    """Facts with the sound position changed in these ways, one position for each."""
    return {
        "positions": tuple(replace(SAID, **{"id": f"p{place}"} | change) for place, change in enumerate(changes, 1))
    }
