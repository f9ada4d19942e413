"""A check beside a library sees what a build, which reads only the pack, cannot."""

from datetime import date
from pathlib import Path

import pytest

from briefer.library import Library
from briefer.model.brief import Beyond
from briefer.pack import gather, load
from briefer.service import Briefer
from briefer.service.beyond import beyond
from briefer.service.packs import opened

LISTED = (
    '{"id":"ofac-1","schema":"Person","caption":"Oleg Obraztsov","properties":{"name":["NAME"]}}\n'
    '{"id":"s1","schema":"Sanction","properties":{"entity":["ofac-1"],"country":["us"],"program":["RUSSIA-EO14024"],'
    '"startDate":["2022-04-06"],"listType":["SDN"]}}\n'
)
OTHERS = "".join(f'{{"id":"x-{n}","schema":"Person","caption":"P {n}","properties":{{}}}}\n' for n in range(40))
POSITIONS = (
    "id,holder,issue,stance,said_on,source_title,paraphrase,entities\n"
    "p1,One,i,1,2025-03-01,Report,For it.,ofac-1; ofac-9\n"
    "p2,Two,i,-1,2025-03-02,Report,Against it.,\n"
    "p3,Three,i,-2,2025-04-09,Report,Against it later.,\n"
)


@pytest.fixture
def briefer(tmp_path: Path) -> Briefer:
    made = Briefer(tmp_path / "library.sqlite")
    publish(made, tmp_path, "2025-03-01", LISTED)
    (tmp_path / "positions.csv").write_text(POSITIONS)
    (tmp_path / "issues.csv").write_text("id,title,proposition\ni,Easing,Ease it.\n")
    made.import_files([tmp_path / "issues.csv", tmp_path / "positions.csv"])
    return made


def publish(briefer: Briefer, folder: Path, day: str, content: str, name: str = "Oleg") -> None:
    path = folder / f"{day}-{name}" / "own.ftm.json"
    path.parent.mkdir()
    path.write_text(content.replace("NAME", name) + OTHERS)
    briefer.import_files([path], published=date.fromisoformat(day))


@pytest.fixture
def pack(briefer: Briefer, tmp_path: Path) -> Path:
    picks = {"entities": ("ofac-1",), "positions": ("p1",)}
    return briefer.new(
        tmp_path / "a.brief", template="relief-options", as_of=date(2025, 3, 31), picks=picks, title="Easing for one"
    )


def seen(briefer: Briefer, pack: Path) -> Beyond | None:
    with Library.open(briefer.path) as library:
        return beyond(*opened(pack), library)


def test_a_later_state_that_says_what_began_by_the_day_is_told_of(briefer: Briefer, pack: Path, tmp_path: Path) -> None:
    assert (first := seen(briefer, pack))
    assert first.begun == ()
    second = LISTED.splitlines(keepends=True)[1].replace("RUSSIA-EO14024", "CYBER2").replace("s1", "s2")
    publish(briefer, tmp_path, "2025-06-01", LISTED + second)
    assert (found := seen(briefer, pack))
    assert found.begun == (
        ("ofac-1", "The state of 1 June 2025 lists CYBER2, SDN since 6 April 2022: in force on 31 March 2025 too."),
    )


def codes(briefer: Briefer, pack: Path) -> set[tuple[str, str]]:
    return {(one.code, one.place) for one in briefer.check(pack)}


def test_a_library_that_has_not_moved_tells_only_of_what_was_not_picked(briefer: Briefer, pack: Path) -> None:
    told = seen(briefer, pack)
    assert told is not None
    assert (told.changes, told.later, told.until) == ((), (), date(2025, 3, 1))
    assert [one.id for one in told.positions] == ["p2"]
    assert told.unknown == ("ofac-9",)


def test_the_check_warns_of_the_camp_left_out_and_of_an_unknown_target(briefer: Briefer, pack: Path) -> None:
    assert {("one-sided", "i"), ("unknown-target", "p1")} <= codes(briefer, pack)


def test_a_newer_list_of_the_packs_own_day_is_a_change_and_a_later_one_is_told_apart(
    briefer: Briefer, pack: Path, tmp_path: Path
) -> None:
    publish(briefer, tmp_path, "2025-03-20", LISTED, name="Alexander")
    publish(briefer, tmp_path, "2025-04-02", "")
    told = seen(briefer, pack)
    assert told is not None
    assert "name" in {one.field for one in told.changes}
    assert told.until == date(2025, 4, 2)
    assert ("listed", "no") in {(one.field, one.new) for one in told.later}
    assert {("changed", "ofac-1"), ("delisted", "ofac-1")} <= codes(briefer, pack)


def test_a_refreshed_pack_has_nothing_more_to_answer_for_on_its_own_day(
    briefer: Briefer, pack: Path, tmp_path: Path
) -> None:
    publish(briefer, tmp_path, "2025-03-20", "")
    assert ("delisted", "ofac-1") in codes(briefer, pack)
    briefer.refresh(pack)
    assert ("delisted", "ofac-1") not in codes(briefer, pack)


def test_another_library_and_none_at_all_are_silent(briefer: Briefer, pack: Path, tmp_path: Path) -> None:
    other = Briefer(tmp_path / "other.sqlite")
    publish(other, tmp_path, "2025-03-20", LISTED, name="Another")
    assert seen(other, pack) is None
    nowhere = Briefer(tmp_path / "none.sqlite")
    assert codes(nowhere, pack) == codes(other, pack)
    assert not {"one-sided", "unknown-target"} & {code for code, _ in codes(nowhere, pack)}
    assert not nowhere.path.exists()


def test_a_pack_of_nothing_is_compared_with_no_library(briefer: Briefer) -> None:
    from briefer.model.pack import Pack

    empty = Pack(title="T", as_of=date(2025, 3, 31))
    with Library.open(briefer.path) as library:
        facts = gather(empty, library)
        assert beyond(empty, facts, library) is None


def test_how_old_press_may_be_is_the_offices_to_say(briefer: Briefer, pack: Path) -> None:
    assert ("stale", "p1") not in codes(briefer, pack)
    assert ("stale", "p1") in {(one.code, one.place) for one in briefer.check(pack, press_days=29)}
    assert load(pack).pack.positions == ("p1",)
