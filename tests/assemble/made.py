"""A pack and a dossier of the tests' own: a bit of everything that a page has to print."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from lxml import html

from briefer import assemble
from briefer.assemble.columns import TABLES
from briefer.model.brief import Brief, Cell, Dossier, Section, Sheet
from briefer.model.facts import (
    Absence,
    Confidence,
    Designation,
    Entity,
    Event,
    Link,
    Measure,
    PartialDate,
    Snapshot,
    Value,
)
from briefer.model.law import Programme, Rulebook
from briefer.model.moved import MovedList
from briefer.model.pack import Clearance, Pack, PackSection, Settings
from briefer.model.policy import Issue, Position, Source

DAY = date(2025, 3, 31)
LIST = "list-one@2025-03-28#0123abcd"


def on(text: str) -> PartialDate:
    """Gives an exact day, or a year for four digits."""
    if len(text) == 4:
        return PartialDate(text=text, earliest=date(int(text), 1, 1), latest=date(int(text), 12, 31))
    when = date.fromisoformat(text)
    return PartialDate(text=text, earliest=when, latest=when)


def us(tag: str, start: str | None = "2022-04-06", **more: object) -> Designation:
    facts = {"regime": "US", "programme": tag, "list_type": "SDN", "measures": ("Full blocking",), "origin": LIST}
    return Designation(**{**facts, "start": on(start) if start else None, **more})  # type: ignore[arg-type]


def eu(**more: object) -> Designation:
    facts = {
        "regime": "EU",
        "programme": "269/2014",
        "list_type": "Annex I",
        "authority": "Council of the European Union",
        "measures": ("Asset freeze",),
        "start": on("2022-07-21"),
        "until": on("2025-09-15"),
        "sources": ("s-eu",),
    }
    return Designation(**{**facts, **more})  # type: ignore[arg-type]


PERSON = Entity(
    id="ofac-1",
    schema="Person",
    caption="Ivan Petrovich Example",
    values=(
        Value(prop="name", value="Иван Петрович Пример", lang="ru", origin=LIST),
        Value(prop="birthDate", value="1965", date=on("1965"), origin=LIST),
        Value(prop="birthPlace", value="Leningrad", origin=LIST, confidence=Confidence.TO_BE_VERIFIED),
        Value(prop="citizenship", value="ru", origin=LIST),
        Value(prop="alias", value="Example, Ivan", origin=LIST),
        Value(prop="summary", value="Businessman in metals", sources=("s-press",)),
    ),
    designations=(us("TAG-ONE"), us("TAG-TWO"), eu(confidence=Confidence.PARTLY, note="Record 7.")),
    absences=(Absence(regime="UK", checked=on("2025-03-30"), sources=("s-eu",), note="Searched by name."),),
    links=(
        Link(
            kind="Ownership",
            subject="ofac-1",
            object="ofac-2",
            percentage=Decimal("44.950"),
            as_of=on("2019"),
            origin=LIST,
        ),
        Link(kind="Family", subject="ofac-9", object="ofac-1", text="", role="Brother", origin=LIST),
        Link(kind="UnknownLink", subject="ofac-1", object="", text="Some Holding", origin=LIST, ended=True),
    ),
    remarks=("DOB 1965.",),
    listed=True,
)
BANK = Entity(
    id="ofac-2",
    schema="Company",
    caption="Example Bank",
    values=(
        Value(prop="innCode", value="7707083893", origin=LIST),
        Value(prop="swiftBic", value="EXAMRUMM", origin=LIST),
        *(Value(prop="alias", value=f"Bank spelling {number}", origin=LIST) for number in range(9)),
    ),
    designations=(
        us("TAG-ONE", "2014-07-29", list_type="SSI", measures=("No new debt over 14 days",)),
        us("TAG-OLD", ended=True, until=on("2019-01-27")),
        us("TAG-NEW", "2025-06-01"),
        Designation(regime="CA", programme="SOR/2014-58", authority="Global Affairs Canada", sources=("s-press",)),
    ),
    links=(Link(kind="Ownership", subject="ofac-1", object="ofac-2", percentage=Decimal("44.950"), origin=LIST),),
    listed=True,
)
VESSEL = Entity(
    id="ofac-3", schema="Vessel", caption="EXAMPLE STAR", values=(Value(prop="imoNumber", value="9123456"),)
)
CHINESE = Entity(
    id="cn-1", schema="CryptoWallet", caption="示例公司", values=(Value(prop="name", value="示例公司", origin=LIST),)
)
BROTHER = Entity(id="ofac-9", schema="Person", caption="Pyotr Example", designations=(us("TAG-ONE"),), listed=True)

ISSUES = (
    Issue(id="easing", title="Easing before a settlement", proposition="Measures should be eased.", order=1),
    Issue(id="banks", title="Banks and payments", order=2),
    Issue(id="silent", title="A question nobody answered", order=3),
)
POSITIONS = (
    Position(
        id="p-1",
        holder="Anna Minister",
        capacity="Minister",
        issue="easing",
        stance=-2,
        entities=("ofac-1",),
        said_on=on("2025-02-24"),
        paraphrase="It is too early.",
        conditions="After a withdrawal",
        source="s-press",
    ),
    Position(
        id="p-2",
        holder="Pavel Speaker",
        issue="easing",
        stance=2,
        said_on=on("2025-03-04"),
        reported_on=on("2025-03-05"),
        quote="Слишком рано говорить.",
        language="ru",
        translation="It is too early to say.",
        chain="briefing → Agency",
        source="s-press",
        locator="para. 3",
        grade="B2",
        confidence=Confidence.TO_BE_VERIFIED,
    ),
    Position(
        id="p-3",
        holder="Pavel Speaker",
        issue="banks",
        stance=None,
        translation="Banks matter.",
        language="de",
        basis="reported",
        source="s-press",
    ),
    Position(id="p-4", holder="Committee", issue="unlisted", stance=0, quote="Maybe.", language="en", basis="odd"),
)
SOURCES = (
    Source(id="s-law", title="22 USC 9511", publisher="Law Office", date=on("2017-08-02"), grade="A1", kind="law"),
    Source(
        id="s-press",
        title="Talk of easing",
        publisher="Agency",
        date=on("2025-03-04"),
        url="https://www.example.org/a/long/address/" + "that-goes-on-and-on-" * 4,
        confidence=Confidence.PARTLY,
        note="A relay",
    ),
    Source(id="s-eu", title="Regulation 269/2014", publisher="Council", url="javascript:alert(1)"),
    Source(id=LIST, title="List one", publisher="Office", date=on("2025-03-28"), kind="list", sha256="ab" * 32),
    Source(id="s-unused", title="Never cited"),
)
EVENTS = (
    Event(id="e-1", date=on("2014-03-06"), title="First order", kind="order", sources=("s-law",)),
    Event(id="e-2", date=on("2017-08-02"), title="Review statute", kind="statute", sources=("s-law", "s-press")),
    Event(id="e-3", date=on("2022-04-06"), title="Bank listed " + "with a very long title " * 5, kind="listing"),
    Event(id="e-4", date=on("2025-03-14"), title="Renewed", kind="renewal", confidence=Confidence.PARTLY),
    Event(id="e-5", date=on("2025-03-20"), title="Odd kind", kind="unheard-of", entities=("ofac-1",)),
    Event(id="e-6", date=PartialDate(text="some time"), title="Undated"),
)
MEASURES = (
    Measure(
        id="measure-oil",
        title="Oil import ban",
        regime="US",
        authority="Public Law 117-109",
        text="Bars imports.",
        lifting="The President certifies.",
        start=on("2022-04-08"),
        sources=("s-law",),
    ),
    Measure(
        id="measure-swift",
        title="Payment messaging ban",
        regime="EU",
        authority="",
        until=on("2025-07-31"),
        sources=("s-eu",),
        confidence=Confidence.PARTLY,
    ),
)
COMPARED = MovedList(
    list="list-one",
    title="List one",
    former="list-one@2025-02-01#00000000",
    before=date(2025, 2, 1),
    latter=LIST,
    after=date(2025, 3, 28),
)
"""Two states of a list, before any difference."""
DOSSIER = Dossier(
    as_of=DAY,
    entities=(PERSON, BANK, VESSEL, CHINESE),
    neighbours=(BROTHER,),
    measures=MEASURES,
    positions=POSITIONS,
    issues=ISSUES,
    events=EVENTS,
    sources=SOURCES,
    lists=(
        Snapshot(
            id=LIST,
            list="list-one",
            title="List one",
            publisher="Office",
            regime="US",
            format="ftm",
            published=date(2025, 3, 28),
            sha256="ab" * 32,
            entities=11443,
            partial=True,
        ),
    ),
    law=Rulebook(
        programmes=(
            Programme(tag="TAG-ONE", regime="US", title="One", authority="Order 1", confidence=Confidence.VERIFIED),
            Programme(tag="TAG-TWO", regime="US", title="Two", authority="Order 2"),
            Programme(tag="TAG-TWO", regime="US", title="Two", authority="Order 3", valid_from=date(2026, 1, 1)),
        )
    ),
)
TEXTS = {
    "bottom-line": "Two entries, one line. [@s-law, s. 2]\n\n### What was asked\nA list. [@s-press; @nowhere]\n\nMore.",
    "decision": "Choose one. [@s-law]\n\n- Option A\n- Discuss",
    "figures": "2 of 4\n: entries listed [@s-law]\n\n30 days\n: to wait\n\n3\n: three\n\n4\n: four\n\n5\n: five",
    "options": "They differ.\n\n### What they share\nMuch.",
    "option-nothing": "In short\n: Keep all. [@s-law]\n\nCan it be undone?\n: Full. Nothing given up.\n\nClock\n: None",
    "option-licences": (
        "In short\n: Licences.\n\n    - one\n    - two\n\nCan it be undone?\n: Perhaps.\n\nRecommended\n: Yes\n\n"
        "And a word beside."
    ),
    "risks": (
        "Words of ICD 203.\n\n### Risks of easing\nRead this first.\n\n| Risk | Likelihood | Cost |\n|---|:-:|---:|\n"
        "| Money leaves [@s-law] | Very likely | 10 |\n|  | Hard to say | 2 |\n\n### Unknown\n- A gap\n- (U) Another"
    ),
    "questions": "Is it so?\n: No. [@s-press]\n\nWhy?\n: Because of [#ofac-1] and [#measure-oil].",
    "lines": "### Say\n- Nothing.\n\nTerm\n: Its label.",
}
CLEARANCES = (Clearance(step="Cleared", office="Legal", answer="ok", date="2025-03-28", comment="Keep."),)
SETTINGS = Settings(
    subtitle="Who can lift what",
    to="The Deputy",
    author="The Office",
    version="Draft 1",
    distribution="State, Treasury",
    decide_by="2025-04-07",
    legal="Not legal advice.",
    versions=(("1", "2025-03-30", "First text."), ("2", "soon", "Next.")),
)


def sections() -> tuple[PackSection, ...]:
    """Gives the template's sections with the tests' text and a note for one entity."""
    offered = tuple(
        PackSection(
            id=one.id,
            kind=one.kind,
            title=one.title,
            parent=one.parent,
            include=one.include,
            text=TEXTS.get(one.id, one.text),
        )
        for one in assemble.template("relief-options").sections
    )
    note = PackSection(
        id="note-ofac-1",
        kind="entity-note",
        title="Note",
        parent="entity-sheets",
        text="(U) A word on him. [@s-law]",
        marking="U",
    )
    own = PackSection(id="own", kind="text", title="A word of ours", text="Short.\n\n### Label\nLonger text.")
    return (*offered, note, own)


def pack(**changes: object) -> Pack:
    """Gives the pack with its keys as stored."""
    made = Pack(
        title="Russia: options",
        as_of=DAY,
        entities=tuple(entity.id for entity in DOSSIER.entities),
        issues=("easing", "silent"),
        sections=sections(),
        clearances=CLEARANCES,
        settings=SETTINGS,
    )
    made = replace(made, **changes)  # type: ignore[arg-type]
    return replace(made, keys=assemble.give_keys(made, DOSSIER)) if "keys" not in changes else made


def with_text(found: Pack, id: str, text: str) -> Pack:
    """Gives the pack with another text in one section."""
    return replace(found, sections=tuple(replace(one, text=text) if one.id == id else one for one in found.sections))


def brief(found: Pack | None = None, dossier: Dossier = DOSSIER, *, draft: bool = False) -> Brief:
    return assemble.assemble(found or pack(), dossier, (), draft=draft)


def section(id: str, found: Brief | None = None) -> Section:
    return next(one for one in (found or brief()).sections if one.id == id)


def text_of(id: str, found: Brief | None = None) -> str:
    """Gives a section's text without tags, a blank after each cell and paragraph, blanks folded."""
    spaced = re.sub(r"(</(?:td|th|dt|dd|p|h\d|li)>)", r" \1", section(id, found).html)
    read = html.fromstring(f"<div>{spaced}</div>").text_content()
    return " ".join(read.replace("\u00a0", " ").split())


def tree(id: str, **changes: object) -> html.HtmlElement:
    """Gives a section's HTML as a tree, with the dossier changed; no-break spaces are plain ones."""
    found = brief(dossier=replace(DOSSIER, **changes))  # type: ignore[arg-type]
    return html.fromstring(f"<div>{section(id, found).html}</div>".replace("\u00a0", " "))


def said(id: str, **changes: object) -> str:
    """Gives a section's text, with the dossier changed."""
    return text_of(id, brief(dossier=replace(DOSSIER, **changes)))  # type: ignore[arg-type]


def one(entity: Entity) -> dict[str, object]:
    """Gives the change that leaves one entity."""
    return {"entities": (entity,)}


def rows(sheet: Sheet) -> list[dict[str, Cell]]:
    """Gives a sheet's rows by header; a column that is left out because no row holds anything is blank in each."""
    headers = [column.header for column in sheet.columns]
    _note, described = TABLES[sheet.table.removesuffix("Table")]
    blank: dict[str, Cell] = dict.fromkeys((header for header, _kind, _width in described), "")
    return [blank | dict(zip(headers, row, strict=True)) for row in sheet.rows]
