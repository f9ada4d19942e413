"""What can be done at once about a finding."""

from dataclasses import replace
from datetime import date

import pytest

from briefer.model.brief import Dossier, Finding
from briefer.model.facts import Entity
from briefer.model.pack import Pack, PackSection, Settings
from briefer.model.policy import Position
from briefer.service import edits
from briefer.service.fixes import Fix, deciding, fix

DAY = date(2025, 3, 31)
PACK = Pack(
    title="T",
    as_of=DAY,
    entities=("ofac-1", "lost"),
    marks={"ofac-1": "CUI"},
    sections=(
        PackSection(id="risks", kind="risks", title="Risks", text="First.\n\nWith Approval, or approval.\n\nLast."),
        PackSection(id="secret", kind="text", title="Secret", text="- (CUI) This.\n\n(X) That.", marking=""),
        PackSection(id="marked", kind="text", title="Marked", marking="CUI"),
        PackSection(id="positions", kind="positions", title="Positions", text="Start."),
    ),
)
DOSSIER = Dossier(
    as_of=DAY,
    neighbours=(
        Entity(id="ofac-2", schema="Company", caption="Rusal"),
        Entity(id="ofac-3", schema="Company", caption="Rusal Trading"),
    ),
    positions=(Position(id="pos-1", holder="H", issue="i", stance=None, marking="CUI"),),
)


def found(code: str, place: str, message: str = "M.") -> Fix | None:
    return fix(Finding(severity="warning", code=code, message=message, place=place), PACK, DOSSIER)


def after(code: str, place: str, message: str = "M.") -> Pack:
    made = found(code, place, message)
    assert made
    assert made.pack
    return made.pack


def test_whom_a_text_names_is_picked_under_its_longest_name() -> None:
    assert after("not-in-annex", "risks:1", "The option names Rusal Trading, which is not picked.").entities[-1] == (
        "ofac-3"
    )
    assert after("not-in-annex", "ofac-2", "The tranche covers it.").entities[-1] == "ofac-2"
    assert found("not-in-annex", "risks:1", "It names Nobody.") is None


def test_an_id_that_the_library_does_not_hold_is_taken_out() -> None:
    assert after("unknown-id", "lost").entities == ("ofac-1",)
    assert found("unknown-id", "risks:1") is None


@pytest.mark.parametrize("code", ["empty-section", "starter-text"])
def test_a_section_with_nothing_in_it_is_left_out(code: str) -> None:
    assert not edits.section(after(code, "risks"), "risks").include  # type: ignore[union-attr]
    assert found(code, "nowhere") is None


def test_starter_text_goes_alone_from_a_section_that_prints_more_than_what_is_written() -> None:
    made = found("starter-text", "positions")
    assert made
    assert made.pack
    assert (made.kind, made.about) == ("clear", "Positions")
    assert edits.section(made.pack, "positions") == replace(PACK.sections[-1], text="")


def test_sources_that_were_left_out_print_again() -> None:
    left = edits.change(PACK, "positions", include=False)
    made = fix(Finding(severity="warning", code="no-sources", message="M.", place="positions"), left, DOSSIER)
    assert made == Fix(kind="print", about="Positions", pack=PACK)
    assert found("no-sources", "nowhere") is None


@pytest.mark.parametrize("place", ["marked", "secret:1", "ofac-1", "pos-1"])
def test_the_banner_is_raised_to_the_mark(place: str) -> None:
    assert after("above-banner", place).marking == "CUI"


def test_a_banner_that_is_high_enough_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found("above-banner", "nowhere") is None
    finding = Finding(severity="error", code="above-banner", message="M.", place="marked")
    assert fix(finding, replace(PACK, marking="CUI"), DOSSIER) is None


def test_review_is_written_for_approval_in_the_paragraph_alone() -> None:
    now = edits.section(after("approval", "risks:3"), "risks")
    assert now
    assert now.text == "First.\n\nWith Review, or review.\n\nLast."
    assert found("approval", "risks:5") is None
    assert found("approval", "risks:1") is None
    assert found("approval", "secret") is None
    assert found("approval", "nowhere") is None


def test_a_source_is_asked_for_where_one_is_wanting() -> None:
    assert found("uncited", "risks:3") == Fix(kind="cite", about="Risks")
    assert found("single-source", "pos-1") is None


def test_a_day_and_the_library_are_asked_for() -> None:
    assert found("decision-undated", "risks") == Fix(kind="day")
    assert found("changed", "ofac-1") == Fix(kind="refresh")
    assert deciding(PACK, DAY).settings == Settings(decide_by="2025-03-31")


def test_what_only_a_person_can_judge_has_no_remedy() -> None:
    assert found("likelihood", "risks:1") is None
