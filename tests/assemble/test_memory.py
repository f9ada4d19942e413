"""A brief made with what is remembered of the states before is the brief made without."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assemble import made
from briefer import assemble
from briefer.assemble import brief, engine
from briefer.model.brief import Brief, Finding
from briefer.model.pack import Pack

IDS = tuple(one.id for one in made.sections())
WORDS = (
    "",
    "Plain words.",
    "Words with a source. [@s-press, p. 3]",
    "(CUI) Marked, on [#ofac-1]. [@s-eu]",
    "# A head\n\nUnder it. [@s-nowhere]",
    "Recommended\n:   yes\n\nCan it be undone?\n:   Fully. [@s-press]",
    "| A | B |\n| --- | --- |\n| likely | 2 |\n",
)
EDITS = st.one_of(
    st.tuples(st.just("text"), st.sampled_from(IDS), st.sampled_from(WORDS)),
    st.tuples(st.just("title"), st.sampled_from(IDS), st.sampled_from(("Another", "A third"))),
    st.tuples(st.just("include"), st.sampled_from(IDS), st.booleans()),
    st.tuples(st.just("marking"), st.sampled_from(IDS), st.sampled_from(("", "U"))),
    st.tuples(st.just("status"), st.sampled_from(IDS), st.sampled_from(("draft", "cleared"))),
)


def edited(pack: Pack, edit: tuple[str, str, object]) -> Pack:
    field, id, value = edit
    return replace(
        pack,
        sections=tuple(replace(one, **{field: value}) if one.id == id else one for one in pack.sections),  # type: ignore[arg-type]
    )


RUNS = st.lists(EDITS, min_size=1, max_size=5)


def same(edits: list[tuple[str, str, object]], *, draft: bool) -> None:
    """Makes the edits one after another, each time with the memory and without."""
    memory, pack = assemble.Memory(), made.pack()
    for edit in edits:
        pack = edited(pack, edit)
        found = (Finding(severity="note", code="c", message=str(edit), place="own"),)
        with_memory = assemble.assemble(pack, made.DOSSIER, found, draft=draft, memory=memory)
        assert with_memory == assemble.assemble(pack, made.DOSSIER, found, draft=draft)


@given(RUNS, st.booleans())
@settings(max_examples=5, deadline=None)
def test_the_brief_is_the_same_with_a_memory_and_without(edits: list[tuple[str, str, object]], draft: bool) -> None:
    same(edits, draft=draft)


@pytest.mark.full
@given(RUNS, st.booleans())
@settings(max_examples=60, deadline=None)
def test_the_brief_is_the_same_over_many_runs(edits: list[tuple[str, str, object]], draft: bool) -> None:
    same(edits, draft=draft)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the sections that are written, in order."""
    ids: list[str] = []

    def write(document: str, partial: str, page: brief.Page, view: object) -> str:
        ids.append(page.id)
        return engine.write(document, partial, page, view)

    monkeypatch.setattr(brief, "write", write)
    return ids


def again(memory: assemble.Memory, pack: Pack) -> Brief:
    return assemble.assemble(pack, made.DOSSIER, (), memory=memory)


@pytest.mark.parametrize(
    ("id", "words", "anew"),
    [
        ("risks", "Other words.", {"risks", "contents"}),
        ("risks", "Other words. [@s-press]", {"risks", "contents", "sources"}),
        ("option-nothing", "Other words.", {"options", "contents"}),
        ("note-ofac-1", "Other words.", {"entity-sheets", "contents"}),
    ],
)
def test_an_edit_writes_its_section_the_contents_and_the_sources_alone(
    written: list[str], id: str, words: str, anew: set[str]
) -> None:
    memory, pack = assemble.Memory(), made.with_text(made.pack(), id, "Former words.")
    again(memory, pack)
    written.clear()
    again(memory, made.with_text(pack, id, words))
    assert set(written) == anew


def test_what_nobody_prints_writes_nothing(written: list[str]) -> None:
    memory, pack = assemble.Memory(), made.pack()
    first = again(memory, pack)
    written.clear()
    assert again(memory, edited(pack, ("status", "risks", "cleared"))) == first
    assert written == []


def test_other_facts_and_other_picks_write_everything(written: list[str]) -> None:
    memory, pack = assemble.Memory(), made.pack()
    again(memory, pack)
    whole = len(written)
    written.clear()
    other = replace(made.DOSSIER, positions=())
    found = assemble.assemble(pack, other, (), memory=memory)
    assert found == assemble.assemble(pack, other, ())
    written.clear()
    assemble.assemble(replace(pack, title="Another"), other, (), memory=memory)
    assert len(written) > whole / 2
