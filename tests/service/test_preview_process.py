"""The pages that the window shows, as the child makes them; on a small pack, since every page is really laid out."""

import multiprocessing
import socket
import threading
import time
from collections.abc import Callable
from datetime import date
from multiprocessing import Pipe
from pathlib import Path
from typing import Any, TypeVar

import pypdfium2
import pytest

from briefer.model.brief import Dossier
from briefer.model.desk import Arranged, Checked, Current, Fault, LaidOut, Twin
from briefer.model.errors import RenderFault
from briefer.model.pack import Pack
from briefer.model.progress import silent
from briefer.render.limits import Limits
from briefer.service import edits, preview_process
from briefer.service.child import lay_out
from briefer.service.desk import Desk
from briefer.service.preview_process import _Shop, serve
from briefer.service.wish import Wish

T = TypeVar("T")


@pytest.fixture
def pack(sample: Path) -> Pack:
    desk = Desk(sample / "sample.sqlite")
    made = desk.open(sample / "sample.brief").pack
    desk.close()
    kept = {"cover", "contents", "risks", "lines", "sources"}
    return Pack(
        title="Small", as_of=date(2025, 3, 31), sections=tuple(each for each in made.sections if each.id in kept)
    )


def of(told: list[Any], kind: type[T]) -> list[T]:
    return [each for each in told if isinstance(each, kind)]


def test_an_edit_changes_its_own_pages_and_no_others(pack: Pack) -> None:
    shop = _Shop()
    dossier = Dossier(as_of=pack.as_of)
    first = list(shop.answer(Wish(state=1, pack=pack, dossier=dossier, first="lines"), silent))
    arranged = of(first, Arranged)[0]
    laid = of(first, LaidOut)
    keys = [key for each in laid for key in each.keys]
    assert sorted(keys, key=int) == [spot.key for spot in arranged.pages]
    assert next(spot.section for spot in arranged.pages if spot.key == keys[0]) == "lines"
    assert {each.section for each in of(first, Twin)} == {each.id for each in pack.sections}
    assert of(first, Checked)[0].state == of(first, Current)[0].state == 1
    assert all(len(pypdfium2.PdfDocument(each.pdf)) == len(each.sizes) == len(each.keys) for each in laid)

    edited = edits.change(pack, "lines", text="Only this line.")
    again = list(shop.answer(Wish(state=2, pack=edited, dossier=None, first="lines"), silent))
    before = {spot.key: spot.section for spot in arranged.pages}
    after = {spot.key: spot.section for spot in of(again, Arranged)[0].pages}
    assert {section for key, section in after.items() if key not in before} <= {"lines", "sources", "contents"}
    assert "lines" in {section for key, section in after.items() if key not in before}
    assert "risks" in {section for key, section in after.items() if key in before}
    assert "lines" in {each.section for each in of(again, Twin)}


def test_a_fault_names_its_section_and_the_next_wish_goes_on(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = _Shop()
    dossier = Dossier(as_of=pack.as_of)
    with monkeypatch.context() as patch:

        def fails(_brief: object, _progress: object) -> None:
            raise RenderFault("Section “Risks” cannot be laid out; simplify it.")

        patch.setattr(shop._engine, "update", fails)
        told = list(shop.answer(Wish(state=1, pack=pack, dossier=dossier), silent))
    assert of(told, Fault) == [
        Fault(state=1, section="risks", message="Section “Risks” cannot be laid out; simplify it.")
    ]
    assert of(list(shop.answer(Wish(state=2, pack=pack, dossier=None), silent)), Current)


def test_a_child_without_facts_says_nothing(pack: Pack) -> None:
    assert list(_Shop().answer(Wish(state=1, pack=pack, dossier=None), silent)) == []


@pytest.mark.parametrize("child", [serve, lay_out])
def test_the_newest_wish_is_answered_with_the_facts_of_the_one_before(pack: Pack, child: Callable[..., None]) -> None:
    mine, theirs = Pipe()
    dossier = Dossier(as_of=pack.as_of)
    for state in (1, 2, 3):
        mine.send(Wish(state=state, pack=pack, dossier=dossier if state == 1 else None))
    thread = threading.Thread(target=child, args=(theirs,), daemon=True)
    thread.start()
    told: list[Any] = []
    while not of(told, Current):
        assert mine.poll(120)
        told.append(mine.recv())
    assert {each.state for each in told} == {3}
    mine.close()
    thread.join(30)
    assert not thread.is_alive()


def reach_out(_shop: _Shop, _wish: Wish, _newer: object) -> list[str]:
    try:
        socket.create_connection(("127.0.0.1", 9))
    except PermissionError as error:
        return [str(error)]
    return ["reached"]


def stand_still(_shop: _Shop, _wish: Wish, _newer: object) -> list[str]:
    time.sleep(120)
    return ["awake"]


def odd_child(connection: Any, answer: Callable[..., list[str]], seconds: float) -> None:
    """Runs `lay_out` in a process of its own, with another way to answer and another limit of time."""
    _Shop.answer = answer  # type: ignore[assignment,method-assign]
    served = preview_process.serve
    preview_process.serve = lambda pipe, limits: served(pipe, Limits(seconds=seconds) if limits else None)  # type: ignore[assignment]
    lay_out(connection)


@pytest.mark.parametrize(("answer", "seconds"), [(reach_out, 60.0), (stand_still, 0.5)])
def test_a_child_of_the_window_has_no_network_and_ends_where_it_stands_still(
    pack: Pack, answer: Callable[..., list[str]], seconds: float
) -> None:
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    process = context.Process(target=odd_child, args=(theirs, answer, seconds))
    process.start()
    theirs.close()
    try:
        mine.send(Wish(state=1, pack=pack, dossier=Dossier(as_of=pack.as_of)))
        assert mine.poll(60)
        if answer is reach_out:
            assert mine.recv().startswith("a page may not do this: socket.")
        else:
            with pytest.raises(EOFError):
                mine.recv()
    finally:
        process.kill()
        process.join()
        mine.close()
