"""Whatever is done to a pack beside a library that does not know its picks, no save loses what is stored of them."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefer.library import Library
from briefer.model.brief import Dossier
from briefer.model.pack import Pack
from briefer.pack import PackFile, load, save
from briefer.pack.stored import picks
from briefer.service import edits, journal
from briefer.service.desk import Desk
from briefer.service.packs import examine
from tests.conftest import Briefer
from tests.pack.dossiers import DOSSIER, PACK

GROUPS = {"a": "entities", "firm": "entities", "measure-x": "measures", "p1": "positions", "i2": "issues"}
WHOLE = replace(PACK, entities=("a", "firm"))
FACTS = replace(DOSSIER, entities=(*DOSSIER.entities, *DOSSIER.neighbours), neighbours=())


class Session:
    """Does to a pack what the window does: the facts of the open pack go with each step."""

    def __init__(self, folder: Path) -> None:
        self.desk, self.path = Desk(folder / "empty.sqlite"), folder / "a.brief"
        save(self.path, PackFile(pack=WHOLE, dossier=FACTS))
        self.opened = self.desk.open(self.path)

    def turn(self, pack: Pack, *facts: Dossier) -> None:
        self.opened = replace(self.opened, pack=pack, dossier=self.desk.gather(pack, *facts, self.opened.dossier))

    def knows(self, id: str) -> bool:
        """Whether the open facts or those of the file hold a pick; of others only an earlier version tells."""
        held = (self.opened.dossier, load(self.path).dossier)
        return any(
            each and id in {thing.id for name in GROUPS.values() for thing in getattr(each, name)} for each in held
        )

    def drop(self, id: str) -> None:
        self.turn(edits.remove(self.opened.pack, GROUPS[id], (id,)))

    def pick_unread(self, id: str) -> None:
        """The facts lag behind, as where somebody saves while they are being read."""
        self.opened = replace(self.opened, pack=edits.add(self.opened.pack, GROUPS[id], (id,)))

    def restore(self, number: int) -> None:
        found = self.desk.versions(self.path, self.opened.pack)
        version = found[number % len(found)]
        self.turn(version.pack, *version.facts)

    def crash(self) -> None:
        journal.keep(self.path, self.opened.pack, self.opened.dossier)
        entry = next(Path(os.environ["BRIEFER_HOME"]).glob("journal/*.json"))
        entry.write_bytes(entry.read_bytes().replace(str(os.getpid()).encode(), str(2**22 + 1).encode()))
        self.opened = self.desk.open(self.path)
        for kept in self.desk.kept():
            self.turn(kept.pack, *kept.facts)

    def refresh(self) -> None:
        self.turn(self.opened.pack)

    def save(self) -> None:
        self.opened = self.desk.save(self.opened)
        held = load(self.path)
        assert held.dossier is not None
        assert (held.dossier.missing, held.pack) == ((), self.opened.pack)
        assert [each.caption for each in held.dossier.entities] == [
            each.caption for id in held.pack.entities for each in FACTS.entities if each.id == id
        ]
        for name in ("entities", "measures", "positions", "issues"):
            known = {each.id: each for each in getattr(FACTS, name)}
            stored = {each.id: each for each in getattr(held.dossier, name)}
            assert all(stored[id] == known[id] for id in getattr(held.pack, name))
        assert {id for id, _day in held.dossier.stored} <= set(picks(held.pack))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "home"))
    Library.open(tmp_path / "empty.sqlite").close()
    return tmp_path


ANY = st.sampled_from(sorted(GROUPS))
STEPS = st.one_of(
    st.tuples(st.sampled_from(["drop", "pick_unread"]), ANY),
    st.tuples(st.just("restore"), st.integers(0, 9)),
    st.tuples(st.sampled_from(["crash", "refresh", "save"])),
)


@given(st.lists(STEPS, max_size=10))
@example([("drop", "a"), ("pick_unread", "a"), ("drop", "firm")])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_way_to_a_save_loses_the_facts_of_a_pick(home: Path, steps: list[tuple[str, ...]]) -> None:
    for old in (home / "a.brief", *home.glob("home/journal/*")):
        old.unlink(missing_ok=True)
    session = Session(home)
    for name, *more in [*steps, ("save",)]:
        if name != "pick_unread" or session.knows(more[0]):
            getattr(session, name)(*more)
    session.desk.close()


def checked(desk: Desk, pack: Pack, dossier: Dossier) -> list[tuple[str, str]]:
    found = examine(pack, dossier)
    return [(each.severity, each.message) for each in found if each.code == "as-stored"]


def test_the_findings_say_which_picks_stand_as_stored(home: Path) -> None:
    desk = Desk(home / "none.sqlite")
    assert checked(desk, PACK, DOSSIER) == []
    found = checked(desk, PACK, desk.gather(PACK, DOSSIER))
    said = (
        "5 picks are not in the library; their facts are as stored, of 31 March 2025 "
        "(A, “measure-x”, “p1”, “i1”, “i2”)."
    )
    assert found == [("warning", said)]
    alone = replace(PACK, measures=(), positions=(), issues=())
    assert "1 pick is not in the library; its facts" in checked(desk, alone, desk.gather(alone, DOSSIER))[0][1]
    many = desk.gather(WHOLE, FACTS)
    assert "…)" in checked(desk, WHOLE, many)[0][1]
    assert not (home / "none.sqlite").exists()


def test_the_command_line_keeps_and_says_what_it_cannot_refresh(home: Path, briefer: Briefer) -> None:
    save(home / "a.brief", PackFile(pack=PACK, dossier=DOSSIER))
    said = briefer("refresh", home / "a.brief")
    assert "5 picks are not in the library" in said.out
    held = load(home / "a.brief").dossier
    assert held is not None
    assert held.entities == DOSSIER.entities
    again = briefer("refresh", home / "a.brief", "--json")
    assert (again.json, "5 picks are not in the library" in again.err) == ({"changed": []}, True)


def test_facts_of_picks_that_a_version_left_out_stay_in_the_file(home: Path) -> None:
    session = Session(home)
    session.drop("a")
    session.save()
    assert [number for number, _facts in load(session.path).earlier] == [1]
    session.turn(replace(session.opened.pack, title="Other"))
    session.save()
    assert [number for number, _facts in load(session.path).earlier] == [1]
    found = session.desk.versions(session.path, session.opened.pack)
    assert [len(each.facts) for each in found] == [1, 1, 2]
    assert found[-1].facts[-1].entities == FACTS.entities


def test_a_new_library_is_gone_back_from_where_the_former_holds_more(home: Path, sample: Path) -> None:
    desk = Desk(home / "none.sqlite")
    made, own = sample / "sample.sqlite", desk.path
    pack = load(sample / "sample.brief").pack
    assert desk.lacks(pack) > len(pack.entities)
    assert (desk.go_back(pack, home / "gone.sqlite"), desk.path) == (False, own)
    assert (desk.go_back(pack, home / "empty.sqlite"), desk.path) == (False, own)
    assert (desk.go_back(pack, made), desk.path) == (True, made)
    assert desk.lacks(pack) == 0
    assert desk.go_back(pack, own) is False
    desk.close()


def test_work_set_aside_keeps_its_facts(home: Path) -> None:
    session = Session(home)
    session.turn(replace(session.opened.pack, title="Work"))
    session.desk.keep(session.path, session.opened.pack, session.opened.dossier)
    session.desk.set_aside(session.path)
    (found,) = journal.aside(session.path)
    assert found.facts == (session.opened.dossier,)
    assert list(home.glob("home/journal/*.facts")) == []


def test_a_file_that_lost_facts_says_so_when_it_is_opened(home: Path) -> None:
    save(home / "a.brief", PackFile(pack=PACK, dossier=Dossier(as_of=PACK.as_of)))
    opened = Desk(home / "none.sqlite").open(home / "a.brief")
    assert set(picks(PACK)) <= set(opened.dossier.missing)
