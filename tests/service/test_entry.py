from pathlib import Path

import pytest

from briefer.library import Library
from briefer.model.desk import Known, Remark
from briefer.model.errors import BadInput
from briefer.model.policy import Issue, Position, Source
from briefer.service import entry

ISSUE = Issue(id="easing", title="Easing")
SOURCE = Source(id="reuters", title="Talks", publisher="Reuters")
HELD = Position(id="old", holder="Anna", issue="easing", stance=1)
KNOWN = Known(issues=(ISSUE,), sources=(SOURCE,), positions=(HELD,), languages=(("en", "English"), ("ru", "Russian")))
GOOD = {
    "holder": "Anna",
    "issue": "easing",
    "stance": "1",
    "paraphrase": "It should end.",
    "said_on": "17 March 2025",
    "source": "reuters",
    "locator": "p. 2",
}


def said(kind: str, known: Known = KNOWN, **cells: str) -> dict[str, str]:
    base = GOOD if kind == "positions" else {}
    return {each.field: each.code for each in entry.remarks(kind, base | cells, known)}


def test_nothing_is_said_of_a_position_that_is_exact() -> None:
    assert said("positions") == {}


@pytest.mark.parametrize(
    ("cells", "field", "code", "stops"),
    [
        ({"holder": " "}, "holder", "missing", True),
        ({"issue": "other"}, "issue", "unknown", True),
        ({"stance": "3"}, "stance", "stance", True),
        ({"paraphrase": ""}, "paraphrase", "no-words", True),
        ({"quote": "“So”", "language": "en"}, "quote", "marks", False),
        ({"quote": "So"}, "language", "quote-language", True),
        ({"quote": "So", "language": "en", "said_on": ""}, "said_on", "quote-date", True),
        ({"quote": "Так", "language": "ru"}, "translation", "no-translation", False),
        ({"translation": "So"}, "translation", "translation-alone", False),
        ({"language": "Russian!"}, "language", "language-shape", True),
        ({"language": "xx"}, "language", "language-unknown", False),
        ({"said_on": "soon"}, "said_on", "no-date", True),
        ({"said_on": "3/4/2025"}, "said_on", "slashes", True),
        ({"said_on": "2099-01-01"}, "said_on", "future", True),
        ({"reported_on": "16 March 2025"}, "reported_on", "before-said", True),
        ({"said_on": "", "reported_on": "2025"}, "said_on", "no-day", False),
        ({"source": ""}, "source", "no-source", True),
        ({"source": "x"}, "source", "unknown", True),
        ({"locator": ""}, "locator", "no-locator", False),
        ({"grade": "G7"}, "grade", "grade", True),
        ({"supersedes": "x"}, "supersedes", "unknown", True),
        ({"supersedes": "old", "holder": "Boris"}, "supersedes", "other-holder", False),
    ],
)
def test_each_field_of_a_position_is_checked(cells: dict[str, str], field: str, code: str, stops: bool) -> None:
    found = [each for each in entry.remarks("positions", GOOD | cells, KNOWN) if each.field == field]
    assert [(each.code, each.stops) for each in found] == [(code, stops)]


def test_a_position_on_another_issue_is_doubted() -> None:
    known = Known(issues=(ISSUE, Issue(id="other", title="O")), sources=(SOURCE,), positions=(HELD,))
    (found,) = entry.remarks("positions", GOOD | {"supersedes": "old", "issue": "other"}, known)
    assert found == Remark(field="supersedes", code="other-issue", value="easing", stops=False)


@pytest.mark.parametrize("language", ["en", "en-GB", "ru"])
def test_english_needs_no_translation(language: str) -> None:
    found = said("positions", quote="So", language=language)
    assert ("translation" in found) == (language == "ru")


def test_sources_and_issues_are_checked() -> None:
    assert said("sources") == {"title": "missing"}
    assert said("sources", title="T", url="reuters", grade="B9", id="A b") == {
        "url": "url",
        "grade": "grade",
        "id": "key-shape",
    }
    assert said("sources", title="T", id="reuters") == {"id": "taken"}
    assert said("sources", title="T", id="reuters", former="reuters", url="https://example.org/a") == {}
    assert said("issues", title="T", proposition="P", order="x") == {"order": "order"}


@pytest.mark.parametrize(
    ("typed", "exact"),
    [
        ("17 March 2025", "day"),
        ("2025-02", "month"),
        ("Feb 2024", "month"),
        ("2025", "year"),
        ("circa 2025", "about"),
        ("2024-2025", "range"),
        ("soon", "none"),
        ("", "none"),
    ],
)
def test_a_date_says_how_exact_it_is(typed: str, exact: str) -> None:
    assert entry.precision(typed)[1] == exact


@pytest.mark.parametrize(
    ("kind", "cells", "taken", "key"),
    [
        ("positions", {"holder": "Péter Szijjártó", "said_on": "17 March 2025"}, (), "peter-szijjarto-2025-03-17"),
        ("positions", {"holder": "Дмитрий Песков", "reported_on": "March 2025"}, (), "dmitriy-peskov-2025-03"),
        ("sources", {"publisher": "Reuters", "date": "2025"}, ("reuters-2025",), "reuters-2025-2"),
        ("sources", {"title": "On the law of many long words"}, (), "on-the-law-of"),
        ("issues", {"title": "Easing", "date": "2025"}, ("easing", "easing-2"), "easing-3"),
        ("sources", {"title": "—"}, (), "source"),
    ],
)
def test_a_key_can_be_read_and_is_free(kind: str, cells: dict[str, str], taken: tuple[str, ...], key: str) -> None:
    assert entry.key_for(kind, cells, taken) == key


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library.open(tmp_path / "l.sqlite")
    entry.store(made, "issues", [{"id": "easing", "title": "Easing", "proposition": "P"}])
    entry.store(made, "sources", [{"id": "reuters", "title": "Talks"}])
    return made


def test_an_edited_position_stands_beside_the_former_and_takes_its_place(library: Library) -> None:
    (first,), report = entry.store(library, "positions", [GOOD])
    assert report.added == 1
    held = library.positions([first])[0]
    (second,), _report = entry.store(
        library, "positions", [entry.cells_of(held) | {"stance": "unclear", "former": first}]
    )
    both = {each.id: each for each in library.positions(everything=True)}
    assert both[first] == held
    assert (both[second].supersedes, both[second].stance) == (first, None)
    assert second == f"{first}-2"


def test_the_former_state_of_a_source_stays_in_the_library(library: Library) -> None:
    held = library.sources(["reuters"])[0]
    ids, report = entry.store(library, "sources", [entry.cells_of(held) | {"note": "New"}])
    assert ids == ("reuters",)
    assert report.changed == 1
    assert library.sources(["reuters"])[0].note == "New"
    _ids, report = entry.store(library, "sources", [entry.cells_of(held)])
    assert report.changed == 1
    library.close()


def test_what_a_table_would_be_refused_for_is_refused_and_nothing_is_stored(library: Library) -> None:
    with pytest.raises(BadInput, match="entered by hand"):
        entry.store(library, "positions", [GOOD, GOOD | {"said_on": "soon"}])
    assert library.positions(everything=True) == ()
    library.close()


def test_what_is_recorded_comes_back_as_cells() -> None:
    held = Position(id="a", holder="H", issue="i", stance=None, entities=("x", "y"), supersedes="b")
    cells = entry.cells_of(held)
    assert (cells["former"], cells["stance"], cells["entities"], cells["said_on"]) == ("a", "unclear", "x; y", "")
