import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefer.library import Library
from briefer.model.desk import Asked, Held, Opened
from briefer.model.errors import BadCall, BadPack
from briefer.pack import load
from briefer.service import edits, journal, scratch
from briefer.service.desk import ChangedOnDisk, Desk
from briefer.service.finding import BEGUN

DAY = date(2025, 3, 31)


@pytest.fixture
def desk(sample: Path) -> Desk:
    return Desk(sample / "sample.sqlite")


@pytest.fixture
def opened(desk: Desk, sample: Path) -> Opened:
    return desk.open(sample / "sample.brief")


def test_a_library_that_is_not_there_answers_as_an_empty_one_and_is_not_made(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "none.sqlite")
    assert desk.held() == Held(lists=0, entities=0, positions=0, issues=0, sources=0)
    assert (desk.find(Asked(name="x")).ids, desk.rows(("x",)), desk.classes(("x",), DAY)) == ((), (), {})
    assert desk.positions() == desk.issues() == desk.sources() == desk.lists() == desk.tags() == desk.news() == ()
    assert desk.proposals("x") == ()
    with pytest.raises(BadCall, match="no entry “x”"):
        desk.detail("x", DAY)
    with pytest.raises(BadCall, match="no library yet"):
        desk.decide("a", "b", "yes", "me", "so")
    assert not (tmp_path / "none.sqlite").exists()


def test_facts_without_a_library_are_read_within_the_folder_of_the_run(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[Path] = []
    really = Library.open
    monkeypatch.setattr(Library, "open", lambda path: places.append(path) or really(path))
    assert Desk(tmp_path / "none.sqlite").gather(opened.pack, opened.dossier).entities
    assert [scratch.folder() in each.parents for each in places] == [True]
    assert not places[0].exists()


def test_a_half_typed_name_is_found(desk: Desk) -> None:
    found = desk.find(Asked(name="timch"))
    rows = desk.rows(found.ids[:1])
    assert "Timchenko" in rows[0].caption
    assert BEGUN[0] <= found.matches[0].score <= BEGUN[1]
    assert found.of == desk.held().entities


def test_scores_fall_from_the_first_to_the_last(desk: Desk) -> None:
    scores = [match.score for match in desk.find(Asked(name="bank")).matches]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 3


def test_without_a_name_everything_is_listed_in_either_order(desk: Desk) -> None:
    up, down = desk.find(Asked()).ids, desk.find(Asked(descending=True)).ids
    assert len(up) == desk.held().entities
    names = [row.caption.lower() for row in desk.rows(up)]
    assert names == sorted(names)
    assert set(up) == set(down)
    since = [row.since for row in desk.rows(desk.find(Asked(order="since")).ids)]
    assert since == sorted(since)


def test_hits_can_be_put_into_another_order(desk: Desk) -> None:
    names = [row.caption.lower() for row in desk.rows(desk.find(Asked(name="bank", order="name")).ids)]
    assert names == sorted(names)
    back = desk.find(Asked(name="bank", descending=True))
    assert back.matches[0].score <= back.matches[-1].score


def test_filters_narrow_both_ways_of_looking(desk: Desk) -> None:
    people = desk.rows(desk.find(Asked(kind="Person")).ids)
    assert people
    assert {row.schema for row in people} == {"Person"}
    assert desk.find(Asked(name="timch", kind="Vessel")).ids == ()
    assert desk.find(Asked(name="timch", listed=True)).ids


def test_the_detail_names_the_source_of_every_value(desk: Desk) -> None:
    id = desk.find(Asked(name="Timchenko")).ids[0]
    detail = desk.detail(id, DAY)
    known = {source.id for source in detail.sources} | {origin for origin, _title in detail.origins}
    assert all({*value.sources, value.origin} & known for value in detail.entity.values)
    assert detail.relief is not None
    assert desk.classes((id,), DAY)[id] == (detail.relief.klass, detail.relief.contested)


def test_the_whole_answer_on_relief_is_given_where_a_state_of_the_day_holds_the_entity(
    desk: Desk, tmp_path: Path
) -> None:
    id = desk.find(Asked(name="Timchenko")).ids[0]
    found = desk.eased(id, date(2025, 3, 31))
    assert found is not None
    assert (found.id, found.relief.klass) == (id, "B")
    assert desk.eased("ofac-none", date(2025, 3, 31)) is None
    assert Desk(tmp_path / "none.sqlite").eased(id, date(2025, 3, 31)) is None


def test_the_tabs_show_what_the_library_holds(desk: Desk) -> None:
    held = desk.held()
    assert len(desk.positions()) == held.positions
    assert len(desk.issues()) == held.issues
    assert len(desk.sources()) == held.sources
    assert len(desk.lists()) == held.lists == len(desk.news()) == 1
    assert desk.tags()


def test_a_pack_opens_with_its_facts_and_saves_with_its_history(desk: Desk, opened: Opened) -> None:
    path = Path(opened.path)
    edited = replace(opened, pack=edits.change(opened.pack, "risks", text="Rewritten."))
    saved = desk.save(edited)
    again = desk.open(path)
    assert again == replace(saved, dossier=again.dossier)
    assert edits.section(again.pack, "risks").text == "Rewritten."  # type: ignore[union-attr]
    assert len(load(path).history) == 1


def test_a_file_that_somebody_else_saved_is_not_overwritten(desk: Desk, opened: Opened) -> None:
    other = desk.save(replace(opened, pack=replace(opened.pack, title="Theirs")))
    mine = replace(opened, pack=replace(opened.pack, title="Mine"))
    with pytest.raises(ChangedOnDisk, match="saved by somebody else"):
        desk.save(mine)
    assert desk.open(Path(opened.path)).pack.title == "Theirs" == other.pack.title
    assert desk.save(mine, anyway=True).pack.title == "Mine"


def test_a_copy_is_saved_elsewhere_and_the_file_stays(desk: Desk, opened: Opened, tmp_path: Path) -> None:
    copy = desk.save(replace(opened, pack=replace(opened.pack, title="Copy")), path=tmp_path / "copy.brief")
    assert copy.path == str(tmp_path / "copy.brief")
    assert desk.open(Path(opened.path)).pack.title == opened.pack.title


def test_a_pack_that_could_not_be_opened_again_is_not_saved(desk: Desk, opened: Opened) -> None:
    with pytest.raises(BadPack, match="title"):
        desk.save(replace(opened, pack=replace(opened.pack, title="")))
    assert desk.open(Path(opened.path)).pack == opened.pack


def test_a_new_pack_has_the_sections_of_its_type(desk: Desk, tmp_path: Path) -> None:
    kind = desk.templates()[0]
    made = desk.new(tmp_path / "new.brief", kind.name, "Mine", DAY)
    assert [each.id for each in made.pack.sections] == [each.id for each in kind.sections]
    assert made.pack.entities == ()


def test_facts_follow_the_picks(desk: Desk, opened: Opened) -> None:
    id = next(id for id in desk.find(Asked()).ids if id not in opened.pack.entities)
    dossier = desk.gather(edits.add(opened.pack, "entities", [id]))
    assert id in {each.id for each in dossier.entities}


def test_the_sample_is_made_once(desk: Desk, sample: Path) -> None:
    before = (sample / "sample.brief").stat().st_mtime_ns
    desk.sample(sample)
    assert (sample / "sample.brief").stat().st_mtime_ns == before
    (sample / "sample.sqlite").unlink()
    desk.close()
    assert desk.sample(sample).pack.title


def kept_by_another(path: Path, title: str) -> None:
    """Journals work from a process that ends at once, as a crash leaves it."""
    code = (
        "import sys; from dataclasses import replace; from pathlib import Path; from briefer.pack import load; "
        "from briefer.service import journal; p = Path(sys.argv[1]); "
        "journal.keep(p, replace(load(p).pack, title=sys.argv[2]))"
    )
    subprocess.run([sys.executable, "-c", code, str(path), title], check=True, timeout=60)


def test_work_that_a_crash_left_behind_is_found_with_what_differs(desk: Desk, opened: Opened) -> None:
    path = Path(opened.path)
    kept_by_another(path, "Unsaved")
    kept = desk.kept()
    assert [(each.path, each.pack.title, each.differs) for each in kept] == [(str(path), "Unsaved", ("title changed",))]
    desk.forget(path)
    assert desk.kept() == ()


def test_work_that_is_in_the_file_or_was_saved_is_not_offered(desk: Desk, opened: Opened) -> None:
    path = Path(opened.path)
    kept_by_another(path, opened.pack.title)
    assert desk.kept() == ()
    desk.keep(path, replace(opened.pack, title="Unsaved"))
    desk.save(opened)
    assert desk.kept() == ()


def test_work_that_another_running_program_holds_is_not_offered(
    desk: Desk, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_by_another(Path(opened.path), "Unsaved")
    started = json.loads(next(journal._folder().glob("*.json")).read_text(encoding="utf-8"))["started"]
    monkeypatch.setattr(scratch, "started", lambda _process: started)
    monkeypatch.setattr(scratch.os, "kill", lambda _process, _signal: None)
    assert desk.kept() == ()

    def forbidden(_process: int, _signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(scratch.os, "kill", forbidden)
    assert desk.kept() == ()
    monkeypatch.setattr(scratch, "started", lambda _process: f"{started}0")
    assert len(desk.kept()) == 1  # the number was given to another program since


def test_a_damaged_journal_is_passed_over(desk: Desk, opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "journal"
    folder.mkdir(parents=True)
    (folder / "x.json").write_text("{", encoding="utf-8")
    assert desk.kept() == ()
