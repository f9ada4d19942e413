"""Packs that hold every fault for which a check looks, room by room of the checks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from briefer.analysis.checks.case import Case
from briefer.model.answers import FieldChange
from briefer.model.brief import Beyond
from briefer.model.facts import (
    GONE,
    Absence,
    Confidence,
    Contradiction,
    Decided,
    Designation,
    Entity,
    Event,
    Joined,
    Link,
    Measure,
    Possible,
    Snapshot,
    Value,
)
from briefer.model.law import Authority, ClassRule, Renewal, Rulebook, Step
from briefer.model.pack import Clearance, MarkedArticle, MarkedSentence, Settings, Tranche
from briefer.model.policy import Source
from tests.analysis.checks.packs import DAY, ENTITY, LAW, PRESS, RULE, SAID, SOUND, case, day, section

UNSURE = Confidence.TO_BE_VERIFIED
LATER = day("2025-04-02")
OPTION = section("In short\n: Free [#org-rusal], and Rusal [@s].", kind="option", id="o")
WIDE = "\n".join(("|a" * 21 + "|", "|-" * 21 + "|", "|b [@s]" * 21 + "|"))
APPROVED = "Congress must approve it."
QUOTED = "{} said{} “we will let it all go now”. [@{}]"
COPY = replace(PRESS, id="copy", publisher="The Daily, carried by The Echo")
RELAYED = replace(PRESS, id="relayed", publisher="The Daily, relayed in Chinese by Cailian")
OLD = replace(PRESS, id="old", publisher="The Echo, after The Herald", date=day("2024-12-30"))
LIST = Snapshot(
    id="l@2024-01-01#1", list="l", title="L", publisher="", regime="US", format="", sha256="", entities=1,
    published=date(2024, 1, 1),
)  # fmt: skip


def listed(**more: Any) -> Entity:
    """The pick with one listing in place of its own."""
    return replace(ENTITY, designations=(Designation(**{"regime": "US", "programme": "T"} | more),))


def said(*changes: dict[str, Any]) -> dict[str, Any]:
    """Facts with positions that differ from the sound one in these ways, and all sources."""
    made = tuple(replace(SAID, **{"id": f"p{place}"} | change) for place, change in enumerate(changes, 1))
    return {"positions": made, "sources": (LAW, PRESS, COPY, RELAYED, OLD)}


def ruled(klass: str, **more: Any) -> Rulebook:
    """A rulebook in which the pick's tag has a class."""
    rule = ClassRule(klass=klass, reason="r", actor="OFAC", tags=("RUSSIA-EO14024",), citation="EO 14024", **more)
    return Rulebook(programmes=(RULE,), classes=(rule, replace(rule, citation="", row="classes.toml:1")))


def changed(field: str, id: str, old: str = "yes", new: str = "no") -> FieldChange:
    return FieldChange(id=id, field=field, old=old, new=new, cause="source")


def marked(text: str, **more: Any) -> MarkedArticle:
    """A marked article of one sentence."""
    return MarkedArticle(source="press", read_on=DAY, sentences=(MarkedSentence(number=4, text=text, **more),))


def references() -> Iterator[Case]:
    tranche = Tranche(id="t", title="First", entities=("org-rusal", "ofac-9"), section="")
    yield case(section("[#ofac-9] is listed [@none]."), facts={"missing": ("ofac-7",)}, tranches=(tranche,))
    yield case(facts={"stored": (("ofac-1", DAY), *((f"ofac-{each}", date(2025, 3, 1)) for each in range(2, 9)))})
    yield case(OPTION, section("[#org-rusal] is his [@s]."))
    others = (replace(SAID, id="q", stance=-2),)
    yield case(facts=said({"entities": ("gone",)}), more={"beyond": Beyond(positions=others, unknown=("gone",))})
    yield case(facts=said({"stance": -2}), more={"beyond": Beyond(positions=(replace(SAID, id="q"),))})


def structure() -> Iterator[Case]:
    yield case(section(kind="poem"), section("Start.", kind="start"), section("", kind="text"), language="fr")
    left = section("", kind="sources", id="sources", include=False)
    yield case(section("(S) Said [@two words]."), section(WIDE, id="wide"), left)
    yield case(section("TLP:PURPLE said [@s].\n\n|A|\n|-|\n|(SECRET) Said [@s]|", title="(SECRET) Title"))
    yield case(section("(CUI) Said [@s].", marking="CUI"), marks={"ofac-1": "CUI"})
    yield case(section(title="(CUI) Title"), section("### (CUI) Head\n\nSaid [@s].", id="h"))
    yield case(settings=Settings(**dict.fromkeys(("subtitle", "to", "author", "legal"), "(CUI) In part")))
    yield case(
        title="(CUI) T",
        clearances=(Clearance(step="(CUI) A", office=""),),
        tranches=(Tranche(id="t", title="(CUI) F"),),
    )
    yield case(OPTION, replace(OPTION, id="p", title="Licences"), section("Choose.", kind="decision"))


def quotes() -> Iterator[Case]:
    yield case(facts=said({"source": "", "language": "", "said_on": None}))
    foreign = {"translation": "We are ready.", "language": "ru", "chain": "Speech in Russian → The Office"}
    yield case(facts=said({"language": "ru"}, foreign, {"translation": "Yes."}, {"chain": "Remarks in Russian"}))
    late = {"said_on": day("2025-03-25"), "quote": "We will keep every measure in place"}
    yield case(facts=said(late | {"source": "press"}, late | {"reported_on": day("2025-03-24")}))
    for who in ("Anna Holder", "A senior official", "A Kremlin official"):
        yield case(section(QUOTED.format(who, "", "press")), section(QUOTED.format(who, " on 25 March", "s; @press")))
        yield case(section(QUOTED.format(who, " on 25 March", "press")), section(QUOTED.format(who, " in 2024", "s")))
    near = "On 3 March Anna Holder said “we will keep no measure in place”. [@press]"
    yield case(section(near), facts=said(late))


def dates() -> Iterator[Case]:
    sources = (*SOUND.sources, Source(id="z", title="Z", date=LATER))
    lists = (LIST, replace(LIST, id="l2", published=None), replace(LIST, id="l3", published=date(2026, 1, 1)))
    yield case(facts=said({"said_on": LATER}) | {"entities": (listed(start=LATER),), "sources": sources})
    yield case(facts={"entities": (listed(origin=LIST.id),), "lists": lists})
    measure = Measure(id="measure-1", title="Ban", regime="US", authority="EO", until=day("2025-03-30"))
    book = Rulebook(programmes=(RULE, replace(RULE, tag="OLD", valid_to=date(2025, 3, 30))))
    run_out = listed(regime="EU", until=day("2025-03-15"))
    yield case(facts={"entities": (run_out,), "measures": (measure,), "law": book})
    changes = (changed("listed", "ofac-1"), changed("title", "p1"), changed("title", "measure-1"))
    now = Beyond(changes=changes, begun=(("ofac-1", "The state of 2026 lists X."),))
    yield case(facts={"measures": (measure,)}, more={"beyond": now})
    yield case(facts={"measures": (measure,)}, more={"beyond": Beyond(later=changes, until=date(2025, 4, 2))})
    yield case(section("It was on 31 April 2025, and licences run to 15 March 2025. [@s]"))
    yield case(section("The licence lapsed on 12 April 2025. [@s]"))


def identity() -> Iterator[Case]:
    no = Decided(a="eu-1", b="uk-1", by="M. M.", on=DAY)
    within = Link(kind="Ownership", subject="ofac-1", object="ofac-1", ends=("eu-1", "ofac-1"))
    facts = {
        "contradictions": (Contradiction(records=("ofac-1", "eu-1", "uk-1"), decided=no),),
        "entities": (replace(ENTITY, links=(within,)),),
        "joined": (Joined(entity="ofac-1", id="eu-1", schema="Person", caption="Oleg", decided=(no,)),),
        "possible": (Possible(entity="ofac-1", record="ofac-1", id="eu-2", caption="Some Body", score=91),),
    }
    yield case(*(section("", kind="entity-note", id=f"note-{id}") for id in ("ofac-1", "eu-1")), facts=facts)


def law() -> Iterator[Case]:
    yield case(facts={"law": Rulebook(), "entities": (listed(programme="RUSSIA-EO14024"),)})
    steps = (Step(decided=date(2024, 4, 10), until=date(2025, 3, 15)),)
    emergency = Renewal(id="us-14024", regime="US", title="Emergency", act="EO 14024", steps=steps)
    order = Authority(id="eo-14024", title="EO 14024", kind="order", emergency="us-14024")
    book = Rulebook(programmes=(replace(RULE, citation=" "),), authorities=(order,), renewals=(emergency,))
    yield case(section("It stands under UKRAINE-EO13669. [@s]"), facts={"law": book})
    told = section("Deripaska can be delisted by the executive alone [@s].")
    for book in (ruled("B"), ruled("A", contested=True, dispute="Law L."), ruled("unknown", contested=True)):
        yield case(told, facts={"law": book})
    both = (ENTITY, replace(ENTITY, id="ofac-2", caption="Anna Other"))
    yield case(facts={"law": ruled("A", contested=True, dispute="Law L."), "entities": both})
    yield case(section("The review takes 60 days because the action alters policy [@s]."))
    tranche = Tranche(id="t", title="First names", kind="tranche", entities=("ofac-1",))
    yield case(facts={"entities": (listed(until=day("2019-01-27"), ended=True),)}, tranches=(tranche,))
    yield case(facts={"entities": (listed(ended=True, note=GONE),)})


def sourcing() -> Iterator[Case]:
    figures = "The fund holds 12 per cent of it.\n\nIt paid $40, 5% and 9%."
    yield case(section("Not cited."), section(figures, kind="risks"), section(figures, kind="lines"))
    event = Event(id="e", date=day("2025-01-01"), title="Act")
    measure = Measure(id="measure-1", title="Ban", regime="US", authority="", sources=("lost",))
    bare = {"quote": "", "said_on": None, "source": ""}
    yield case(facts=said(bare, bare | {"source": "lost"}) | {"measures": (measure,), "events": (event,)})
    passages = ("It ended [@press; @copy].", "Several reports say so. [@press]", "It ended [@press].")
    facts = said({"chain": "", "source": "press"}, {"chain": "", "source": "copy"})
    yield case(*(section(text, id=f"a{place}") for place, text in enumerate(passages)), facts=facts)
    old = {"said_on": day("2024-12-30"), "source": "press", "chain": "Interview → RBC → The Office"}
    copied = {"source": "press", "chain": "A copy → The Office", "holder": "Another"}
    yield case(section("It is still shut [@old]."), section("It ended [@press].", id="b"), facts=said(old, copied))
    yield case(section("It ended [@press]."))
    yield case(section("Multiple sources confirm it. [@copy; @relayed; @s]"), facts=said({}))
    yield case(facts=unsure())


def unsure() -> dict[str, Any]:
    """Facts of every kind that are to be verified, two of some."""
    entity = replace(
        ENTITY,
        values=(Value(prop="name", value="A", confidence=UNSURE), Value(prop="alias", value="B", confidence=UNSURE)),
        designations=(replace(ENTITY.designations[0], confidence=UNSURE),),
        absences=(Absence(regime="EU", confidence=UNSURE),),
        links=(Link(kind="Family", subject="ofac-1", object="", confidence=UNSURE),),
    )
    return said({"confidence": UNSURE}) | {
        "entities": (entity,),
        "measures": (Measure(id="m", title="", regime="", authority="Act", confidence=UNSURE),),
        "events": (Event(id="e", date=day("2025-01-01"), title="", sources=("s",), confidence=UNSURE),),
        "sources": (replace(LAW, confidence=UNSURE), PRESS),
        "law": Rulebook(programmes=(replace(RULE, confidence=UNSURE),)),
    }


def wording() -> Iterator[Case]:
    measure = Measure(id="measure-1", title="Ban", regime="US", authority="Act", lifting=APPROVED)
    yield case(section(f"{APPROVED} [@s]", title=APPROVED), facts={"measures": (measure,)})
    yield case(
        settings=Settings(
            **dict.fromkeys(("subtitle", "running_title", "to", "author", "drafter", "distribution"), APPROVED),
            **dict.fromkeys(("version", "decide_by", "legal"), APPROVED),
            versions=(("1", "2025-03-01", APPROVED),),
        )
    )
    tranche = Tranche(id="t", title="F", preconditions=APPROVED)
    yield case(
        section(f"### {APPROVED}\n\nSaid [@s]."), clearances=(Clearance(step=APPROVED, office=""),), tranches=(tranche,)
    )
    yield case(section("It is likely, with high confidence, that it may perhaps end. [@s]"))
    yield case(section("It is likely and probably soon [@s].\n\nIt is likely. [@s] It is probable. [@s]"))
    yield case(section("It is likely to pass and very unlikely to last [@s].\n\nIt is probable [@s]."))
    yield case(section("| Risk | Likelihood |\n|---|---|\n| It ends [@s] | Medium |", kind="risks"))


def articles() -> Iterator[Case]:
    text = "This bold and visionary plan could end the war at last."
    taken = section(f"{text} [@s]", title=f"Why {text}", kind="lines")
    some = section("It is a bold and visionary plan. [@s]", kind="lines")
    for more in ({"proposed": "opinion"}, {"proposed": "attributed"}, {"proposed": "", "unnamed": True}):
        yield case(taken, facts=said({"quote": text}), articles=(marked(text, **more),))
    yield case(some, articles=(marked(text, proposed="opinion"),))
    yield case(taken, articles=(marked(text, proposed="fact"),))


def naming() -> Iterator[Case]:
    yield case(section("Then Derypaska of GRU was listed [@s]. Mr Tsvetkov and Mr Cvetkov spoke [@s]."))
    held = said({"holder": "Volodymyr Zelenskyy", "paraphrase": "Says the OFAC acts."})
    yield case(section("Mr Zelensky spoke. [@s]"), facts=held)


ROOMS = (references, structure, quotes, dates, identity, law, sourcing, wording, articles, naming)
