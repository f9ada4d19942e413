"""An edition holds nothing above its ceiling, in text, facts or sources."""

from dataclasses import replace
from datetime import date

import pytest

from briefer.model.brief import Dossier
from briefer.model.errors import BadCall
from briefer.model.facts import Entity, Event, Link, Measure, PartialDate, Snapshot, Value
from briefer.model.pack import Pack, PackSection, Review, Tranche
from briefer.model.policy import Position, Source
from briefer.pack import edition

DAY = date(2025, 3, 31)
TEXT = """First stays. [@open]

(CUI) This goes [@closed]
and so does its second line.

- (U) stays
- (CUI//SP-PRVCY) goes
  with its rest

  and its second paragraph
- (Not a mark) stays too
- (EU) stays, a bracket that marks nothing

Term
: (CUI) definition goes

### Heading stays
"""


def entity(id: str, *sources: str, origin: str = "") -> Entity:
    return Entity(
        id=id,
        schema="Person",
        caption=id,
        values=(Value(prop="name", value=id, sources=sources, origin=origin),),
        links=(Link(kind="Family", subject=id, object="hidden"), Link(kind="Family", subject=id, object="shown")),
    )


def snapshot(id: str) -> Snapshot:
    return Snapshot(
        id=id, list=id, title=id, publisher="", regime="US", format="", published=DAY, sha256="", entities=1
    )


PACK = Pack(
    title="T",
    as_of=DAY,
    marking="CUI",
    entities=("shown", "hidden"),
    positions=("p1", "p2", "p3"),
    marks={"hidden": "CUI", "e2": "CUI", "p3": "CUI"},
    sections=(
        PackSection(id="a", kind="text", title="A", text=TEXT),
        PackSection(id="b", kind="text", title="B", marking="CUI", text="[@section]"),
        PackSection(id="c", kind="text", title="C", parent="b"),
    ),
    reviews=(Review(target="hidden", comment="secret"),),
    keys={"closed": "F1", "open": "F2"},
)
DOSSIER = Dossier(
    as_of=DAY,
    entities=(entity("shown", "s1", origin="l1"), entity("hidden", "s2", origin="l2")),
    measures=(Measure(id="measure-1", title="M", regime="EU", authority="A", entities=("shown", "hidden")),),
    positions=(
        Position(id="p1", holder="H", issue="i", stance=0, entities=("shown", "hidden")),
        Position(id="p2", holder="H", issue="i", stance=0, marking="CUI", source="s3"),
        Position(id="p3", holder="H", issue="i", stance=0),
    ),
    events=(
        Event(id="e1", date=PartialDate(text="2025"), title="open", entities=("shown",)),
        Event(id="e2", date=PartialDate(text="2025"), title="closed"),
        Event(id="e3", date=PartialDate(text="2025"), title="about the hidden", entities=("hidden",)),
    ),
    sources=tuple(Source(id=id, title=id) for id in ("open", "closed", "section", "s1", "s2", "s3", "l1", "l2")),
    lists=(snapshot("l1"), snapshot("l2")),
)


def test_paragraphs_items_and_definitions_above_the_ceiling_go_to_their_very_end() -> None:
    pack, _ = edition(PACK, DOSSIER, "UNCLASSIFIED")
    text = pack.sections[0].text
    assert "goes" not in text
    assert "second line" not in text
    assert "second paragraph" not in text
    assert "with its rest" not in text
    assert "First stays." in text
    assert "(U) stays" in text
    assert "(Not a mark) stays too" in text
    assert "(EU) stays" in text
    assert "### Heading stays" in text


def test_sections_above_the_ceiling_go_with_all_they_enclose() -> None:
    pack, _ = edition(PACK, DOSSIER, "UNCLASSIFIED")
    assert [section.id for section in pack.sections] == ["a"]


def test_picks_positions_and_events_above_the_ceiling_leave_no_trace() -> None:
    pack, dossier = edition(PACK, DOSSIER, "UNCLASSIFIED")
    assert pack.entities == ("shown",)
    assert pack.positions == ("p1",)
    assert dossier.positions[0].entities == ("shown",)
    assert dossier.measures[0].entities == ("shown",)
    assert [event.id for event in dossier.events] == ["e1"]
    assert [link.object for link in dossier.entities[0].links] == ["shown"]


def test_sources_and_lists_that_only_hidden_things_used_go_too() -> None:
    _, dossier = edition(PACK, DOSSIER, "UNCLASSIFIED")
    assert {source.id for source in dossier.sources} == {"open", "s1", "l1"}
    assert [item.id for item in dossier.lists] == ["l1"]


def test_banner_reviews_and_keys_do_not_tell_what_was_left_out() -> None:
    pack, _ = edition(PACK, DOSSIER, "UNCLASSIFIED")
    assert pack.marking == "UNCLASSIFIED"
    assert pack.reviews == ()
    assert pack.keys == {}


def test_an_option_loses_its_hidden_picks_and_the_words_above_the_ceiling_and_goes_when_none_is_left() -> None:
    both = Tranche(id="t1", title="T", entities=("shown", "hidden"), preconditions="(CUI) Secret.\n\n(U) Open.")
    none_left = Tranche(id="t2", title="T", kind="licence", entities=("hidden",))
    everything = Tranche(id="t3", title="T", kind="licence", snapback="(CUI) Secret.")
    pack, _ = edition(replace(PACK, tranches=(both, none_left, everything)), DOSSIER, "UNCLASSIFIED")
    assert [(one.id, one.entities) for one in pack.tranches] == [("t1", ("shown",)), ("t3", ())]
    assert (pack.tranches[0].preconditions.strip(), pack.tranches[1].snapback) == ("(U) Open.", "")


def test_under_the_highest_ceiling_nothing_goes() -> None:
    pack, dossier = edition(PACK, DOSSIER, "CUI")
    assert pack.marking == "CUI"
    assert [section.text for section in pack.sections] == [section.text for section in PACK.sections]
    assert dossier.entities == DOSSIER.entities


def test_a_lower_banner_is_not_raised_to_the_ceiling() -> None:
    pack, _ = edition(replace(PACK, marking="UNCLASSIFIED"), DOSSIER, "CUI")
    assert pack.marking == "UNCLASSIFIED"


def test_a_ceiling_of_another_scheme_is_refused() -> None:
    with pytest.raises(BadCall, match="“TLP:RED” is not a marking of the scheme “us”"):
        edition(PACK, DOSSIER, "TLP:RED")
