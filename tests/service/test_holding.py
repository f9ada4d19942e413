from dataclasses import replace
from pathlib import Path

import pytest

from briefer.model.errors import BadCall
from briefer.service import entry
from briefer.service.desk import Desk


@pytest.fixture
def desk(sample: Path) -> Desk:
    return Desk(sample / "sample.sqlite")


def test_a_position_comes_with_its_issue_source_targets_and_chain(desk: Desk) -> None:
    held = next(each for each in desk.positions() if each.source and each.entities)
    found = desk.holding("positions", held.id)
    assert found.position == held
    assert found.issue is not None
    assert found.source is not None
    assert {id for id, _name in found.names} <= {*held.entities, *held.measures}
    (now,) = desk.enter("positions", (entry.cells_of(held) | {"paraphrase": "Otherwise."},))
    (later,) = desk.enter("positions", (entry.cells_of(held) | {"former": now, "paraphrase": "Again."},))
    chain = desk.holding("positions", later)
    assert [each.id for each in chain.former] == [now, held.id]
    assert [each.id for each in desk.holding("positions", held.id).later] == [now]


def test_a_ring_of_positions_ends_where_it_closes() -> None:
    from briefer.model.policy import Position
    from briefer.service.holding import _chain

    one = Position(id="a", holder="H", issue="i", stance=0, supersedes="b")
    two = replace(one, id="b", supersedes="a")
    assert list(_chain(one, {"a": one, "b": two})) == [two]


def test_issues_sources_lists_and_measures_come_with_what_rests_on_them(desk: Desk) -> None:
    held = next(each for each in desk.positions() if each.source)
    assert held in desk.holding("issues", held.issue).positions
    assert held in desk.holding("sources", held.source).positions
    assert desk.holding("lists", "ftm-entities").snapshots[0].entities == desk.held().entities
    measure = desk.holding("measures", "measure-crimea-embargo")
    assert measure.measure is not None
    assert measure.relief is not None
    assert measure.relief.klass == "D"
    assert measure.sources


@pytest.mark.parametrize("kind", ["positions", "issues", "sources", "lists", "measures"])
def test_what_is_not_held_is_refused_in_words(desk: Desk, kind: str, tmp_path: Path) -> None:
    with pytest.raises(BadCall, match="no “nobody” any more"):
        desk.holding(kind, "nobody")
    with pytest.raises(BadCall, match="no library yet"):
        Desk(tmp_path / "none.sqlite").holding(kind, "nobody")


def test_forms_offer_what_is_known(desk: Desk, tmp_path: Path) -> None:
    known = desk.known()
    assert dict(known.holders)["Dmitry Peskov"] == "Spokesman of the President of Russia"
    assert known.issues
    assert known.measures
    assert ("de", "German") in known.languages
    nothing = Desk(tmp_path / "none.sqlite").known()
    assert nothing.languages == known.languages
    assert nothing.positions == ()
