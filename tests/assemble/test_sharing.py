"""Which entity sheets share a page."""

from dataclasses import replace

from assemble import made
from briefer.assemble.context import Context
from briefer.assemble.sharing import together
from briefer.model.brief import Dossier
from briefer.model.facts import Entity, Link, Value


def plain(id: str, *values: Value, links: int = 0) -> Entity:
    ties = tuple(Link(kind="UnknownLink", subject=id, object=f"x-{number}") for number in range(links))
    return Entity(id=id, schema="Person", caption=id, values=values, designations=(made.eu(),), links=ties)


def groups(*entities: Entity, noted: tuple[str, ...] = (), **changes: object) -> list[str]:
    dossier: Dossier = replace(made.DOSSIER, entities=entities, positions=(), **changes)  # type: ignore[arg-type]
    found = together(Context(made.pack(), dossier, {}, ()), noted)
    return ["".join(entity.id for entity in group) for group in found]


def test_short_sheets_share_a_page_in_their_order() -> None:
    assert groups(*map(plain, "abcdefgh")) == ["abcd", "efgh"]


def test_a_long_sheet_has_a_page_of_its_own() -> None:
    long = plain("b", *(Value(prop="address", value=f"{number} Street, " + "x" * 400) for number in range(6)))
    assert groups(plain("a"), long, plain("c")) == ["a", "b", "c"]
    assert groups(plain("a"), plain("b", links=8), plain("c")) == ["ab", "c"]
    assert groups(plain("a", links=12), plain("b", links=12)) == ["a", "b"]


def test_a_sheet_on_which_the_drafter_writes_is_alone() -> None:
    assert groups(*map(plain, "abc"), noted=("b",)) == ["a", "b", "c"]


def test_what_stands_among_other_spellings_is_counted_as_far_as_it_is_printed() -> None:
    many = plain("b", *(Value(prop="alias", value=f"Name {number}") for number in range(400)))
    assert groups(plain("a"), many) == ["ab"]


def test_no_entity_shares_no_page() -> None:
    assert groups() == []
