"""Pre-flight says which records wait for a decision, which decisions are at odds, and what a joining hides."""

from dataclasses import replace
from datetime import date

from briefer.analysis.checks import identity
from briefer.analysis.preflight import check
from briefer.model.brief import Dossier, Finding
from briefer.model.facts import Contradiction, Decided, Entity, Joined, Link, Possible
from briefer.model.pack import Pack, PackSection, Template

DAY = date(2025, 3, 31)
TEMPLATE = Template(name="t", title="T", description="", sections=())
ENTITY = Entity(id="ofac-1", schema="Person", caption="Somebody")
YES = Decided(a="eu-1", b="ofac-1", by="N. N.", on=DAY)
JOINED = Joined(entity="ofac-1", id="eu-1", schema="Person", caption="Somebody", decided=(YES,))
DOSSIER = Dossier(as_of=DAY, entities=(ENTITY,))


def found(dossier: Dossier, *sections: PackSection) -> list[Finding]:
    codes = {one.code for one in identity.CHECKS} | {"unknown-id"}
    return [one for one in check(Pack(title="T", as_of=DAY, sections=sections), dossier, TEMPLATE) if one.code in codes]


def note(id: str, *, include: bool = True) -> PackSection:
    return PackSection(id=f"note-{id}", kind="entity-note", title="N", include=include)


def test_a_pair_that_waits_for_a_decision_is_noted_once() -> None:
    one = Possible(entity="ofac-1", record="ofac-1", id="eu-1", caption="Some Body", score=91)
    other = Possible(entity="eu-1", record="eu-1", id="ofac-1", caption="Somebody", score=91)
    (finding,) = found(replace(DOSSIER, possible=(one, other)))
    assert (finding.severity, finding.code, finding.place) == ("note", "same-undecided", "ofac-1")
    assert "ofac-1 and eu-1 (Some Body) may be one, at 91 of 100" in finding.message
    assert "`briefer same yes`" in finding.remedy


def test_pairs_stand_in_the_order_of_the_dossier() -> None:
    one = Possible(entity="ofac-1", record="ofac-1", id="eu-1", caption="", score=91)
    places = [each.message.split()[2] for each in found(replace(DOSSIER, possible=(one, replace(one, id="uk-1"))))]
    assert places == ["eu-1", "uk-1"]


def test_decisions_at_odds_are_a_warning_that_names_the_pair_and_the_remedy() -> None:
    no = Decided(a="eu-1", b="uk-1", by="M. M.", on=DAY)
    odd = Contradiction(records=("ofac-1", "eu-1", "uk-1"), decided=no)
    (finding,) = found(replace(DOSSIER, contradictions=(odd,)))
    assert (finding.severity, finding.code, finding.place) == ("warning", "same-contradiction", "ofac-1")
    assert "Decisions make ofac-1, eu-1, uk-1 one" in finding.message
    assert "by M. M. on 31 March 2025, says that eu-1 is not uk-1" in finding.message
    assert "`briefer same undo`" in finding.remedy


def test_a_link_between_records_shown_as_one_speaks_against_the_decision() -> None:
    within = Link(kind="Ownership", subject="ofac-1", object="ofac-1", ends=("eu-1", "ofac-1"))
    outward = Link(kind="Ownership", subject="ofac-1", object="ofac-2", ends=("eu-1", "ofac-2"))
    stated = Link(kind="Family", subject="ofac-1", object="ofac-1")
    entity = replace(ENTITY, links=(within, outward, stated))
    (finding,) = found(replace(DOSSIER, entities=(entity,), joined=(JOINED,)))
    assert (finding.severity, finding.code) == ("warning", "same-linked")
    assert "eu-1 and ofac-1 are shown as one, and a list links them (Ownership)." in finding.message


def test_the_second_note_of_records_shown_as_one_does_not_print_and_says_so() -> None:
    joined = replace(DOSSIER, joined=(JOINED,))
    (finding,) = found(joined, note("eu-1"), note("ofac-1"))
    assert (finding.code, finding.place) == ("note-unprinted", "note-eu-1")
    assert "since its sheet prints the note on ofac-1" in finding.message
    assert found(joined, note("eu-1"), note("ofac-1", include=False)) == []
    assert found(DOSSIER, note("eu-1"), note("ofac-1")) == []


def test_a_mention_of_a_joined_record_is_known() -> None:
    text = PackSection(id="a", kind="text", title="A", text="It is [#eu-1] [@s].")
    codes = [(finding.code, finding.message) for finding in found(replace(DOSSIER, joined=(JOINED,)), text)]
    assert not any("eu-1" in message for _code, message in codes)
    assert any("mentions “eu-1”" in finding.message for finding in found(DOSSIER, text))
