import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from subprocess import run

import pytest

from briefer.model.brief import Dossier
from briefer.model.desk import Opened
from briefer.model.facts import Designation, Entity, Link, PartialDate
from briefer.model.pack import Pack, Tranche
from briefer.model.policy import Issue, Position
from briefer.model.relief import Relief
from briefer.service import views
from briefer.service.desk import Desk

DAY = date(2025, 3, 31)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    folder = tmp_path_factory.mktemp("views")
    desk = Desk(folder / "none.sqlite")
    opened = desk.sample(folder)
    desk.close()
    return opened


def test_every_pick_has_its_class_and_every_option_what_it_covers(sample: Opened) -> None:
    found = views.scenario(sample.dossier, sample.pack.tranches)
    assert [each.id for each in found.picks] == [*sample.pack.entities, *sample.pack.measures]
    assert isinstance(found.picks[0].relief, Relief)
    assert found.picks[-1].schema == "Measure"
    assert [each.cover.id for each in found.options] == [each.id for each in sample.pack.tranches]


def test_an_option_frees_only_by_what_it_ends(sample: Opened) -> None:
    nothing, licence, named, _broad = views.scenario(sample.dossier, sample.pack.tranches).options
    assert nothing.delisted == licence.delisted == ()
    assert set(named.delisted) <= {entry.id for entry in named.cover.entries}
    first = named.cover.entries[0].id
    assert named.earliest(first) is not None
    assert named.earliest("nobody") is None


def holding(owner: str, asset: str, share: int) -> Link:
    return Link(kind="Ownership", subject=owner, object=asset, percentage=Decimal(share))


def listed(id: str, *links: Link) -> Entity:
    tag = Designation(regime="US", programme="RUSSIA-EO14024", list_type="SDN", classes=("asset-freeze",))
    return Entity(id=id, schema="Company", caption=id.title(), designations=(tag,), links=links)


@pytest.fixture
def owners() -> Dossier:
    links = (holding("one", "child", 60), holding("two", "other", 30))
    child, other = (Entity(id=id, schema="Company", caption=id.title(), links=links) for id in ("child", "other"))
    return Dossier(as_of=DAY, entities=(listed("one", *links), listed("two", *links)), neighbours=(child, other))


def test_the_pick_that_reaches_most_is_shown_first(owners: Dossier) -> None:
    found = views.holdings(owners, ())
    assert found.delisted == ("one",)
    assert found.owners == (("one", "One"), ("two", "Two"))
    assert [(each.name, each.status) for each in found.outcomes] == [("Child", "freed")]
    assert found.outcomes[0].why == "One holds 60 per cent of Child"
    assert len(found.figure.panels) == 1


def test_a_pick_says_how_it_stands_through_its_owners_at_home_and_abroad(owners: Dossier) -> None:
    abroad = replace(owners.entities[0].designations[0], regime="EU", programme="269/2014")
    one = replace(owners.entities[0], designations=(*owners.entities[0].designations, abroad))
    picked = replace(owners, entities=(one, *owners.entities[1:], *owners.neighbours), neighbours=())
    found = {each.id: each for each in views.scenario(picked, ()).picks}
    assert found["child"].owners == (
        "US: not listed, but blocked through its owners; that block ends with theirs. One holds 60 per cent of Child.",
        "EU: frozen through its owners, which no list says; that ends with theirs. One holds 60 per cent of Child.",
    )
    assert (found["other"].owners, found["one"].owners) == ((), ())
    assert "holds 30 per cent of it: too little to block it" in " ".join(found["other"].relief.notes)


def test_a_company_that_may_belong_to_a_government_blocked_by_definition_is_open_as_on_paper(owners: Dossier) -> None:
    one = owners.entities[0]
    one = replace(one, designations=(replace(one.designations[0], programme="VENEZUELA"),))
    found = views.holdings(replace(owners, entities=(one, *owners.entities[1:])), ("one",))
    assert [(each.name, each.status) for each in found.outcomes] == [("Child", "freed"), ("Child", "open")]
    assert found.outcomes[1].why.startswith("Whether Child belongs to the government of Venezuela, which stays blocked")
    assert "blocks the government of Venezuela." in found.notes[-1]


def test_an_owner_whom_a_dated_list_states_to_be_listed_only_later_blocks_nobody(owners: Dossier) -> None:
    one, day = owners.entities[0], date(2025, 4, 6)
    row = PartialDate(text="2025-04-06", earliest=day, latest=day)
    bare = replace(one.designations[0], origin="ofac-sdn@undated#1")
    one = replace(one, designations=(bare, replace(bare, published=row, origin="ofac-sdn@2026-01-08#1")))
    early = replace(owners, entities=(one, *owners.entities[1:], *owners.neighbours), neighbours=())
    assert {each.id: bool(each.owners) for each in views.scenario(early, ()).picks}["child"] is False
    assert {each.id: bool(each.owners) for each in views.scenario(replace(early, as_of=day), ()).picks}["child"]
    assert views.holdings(early, ()).owners == (("two", "Two"),)


def test_somebody_who_is_not_listed_is_not_taken_off(owners: Dossier) -> None:
    assert views.holdings(owners, ("child", "two")).delisted == ("two",)
    assert [each.status for each in views.holdings(owners, ("two",)).outcomes] == ["bare"]
    assert views.holdings(Dossier(as_of=DAY), ()).owners == ()


def said(id: str, holder: str, stance: int, day: date, **more: str) -> Position:
    on = PartialDate(text=day.isoformat(), earliest=day, latest=day)
    return Position(id=id, holder=holder, issue="ease", stance=stance, said_on=on, **more)


@pytest.fixture
def spoken() -> tuple[Dossier, Pack]:
    positions = (
        said("a1", "A", -2, date(2025, 1, 1), chain=""),
        said("a2", "A", 1, date(2025, 3, 1)),
        said("b1", "B", 2, date(2025, 2, 1), basis="reported"),
        said("c1", "C", 2, date(2025, 5, 1)),
    )
    dossier = Dossier(as_of=date(2025, 6, 1), positions=positions, issues=(Issue(id="ease", title="Ease"),))
    return dossier, Pack(title="P", as_of=DAY)


def test_the_matrix_is_of_its_day_and_counts_what_is_later(spoken: tuple[Dossier, Pack]) -> None:
    found = views.spoken(*spoken)
    assert [row.holder for row in found.matrix.rows] == ["A", "B"]
    assert found.later == 1
    assert [each.id for each in found.positions] == ["a2", "b1"]
    line = found.line("A", "ease")
    assert line is not None
    assert len(line.said) == 2
    assert found.line("A", "other") is None
    assert found.source("none") is None


def test_only_who_moved_and_only_at_first_hand(spoken: tuple[Dossier, Pack]) -> None:
    assert [row.holder for row in views.spoken(*spoken, moved=True).matrix.rows] == ["A"]
    hands = views.spoken(*spoken, first_hand=True).matrix.rows
    assert hands[1].stands[0].position is None
    assert hands[1].stands[0].blank == "none"


def test_the_timeline_names_whom_it_tells_of(sample: Opened) -> None:
    few = views.history(sample.dossier, sample.pack, ())
    many = views.history(sample.dossier, sample.pack, ("listing",))
    assert len(many.happenings) > len(few.happenings) > 0
    assert any(each.names for each in many.happenings)
    assert all(not name.startswith("ofac-") for each in many.happenings for name in each.names)


def test_nothing_is_there_for_a_pack_without_picks() -> None:
    empty = Dossier(as_of=DAY)
    found = views.scenario(empty, (Tranche(id="t", title="T"),))
    assert found.picks == ()
    assert found.options[0].cover.entries == ()
    assert views.history(empty, replace(Pack(title="P", as_of=DAY)), ()).happenings == ()


def test_a_thread_that_begins_with_the_views_and_one_with_the_papers_both_get_them_whole() -> None:
    """In a process of its own, since what is imported stays."""
    code = (
        "import sys; from concurrent.futures import ThreadPoolExecutor; from importlib import import_module\n"
        "sys.setswitchinterval(0.001)\n"
        "ways = ('briefer.assemble', 'briefer.service.views')\n"
        "with ThreadPoolExecutor() as pool: list(pool.map(import_module, ways))"
    )
    done = run([sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60)
    assert not done.stderr
