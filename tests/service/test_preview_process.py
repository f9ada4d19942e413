"""The pages that the window shows, as the child makes them; on a small pack, since every page is really laid out."""

import multiprocessing
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from multiprocessing import Pipe
from pathlib import Path
from typing import Any, TypeVar

import pypdfium2
import pytest

from briefer import assemble
from briefer.model.brief import Dossier
from briefer.model.desk import Arranged, Checked, Current, Fault, LaidOut, Laying, Titled, Twin
from briefer.model.errors import Cancelled, RenderFault
from briefer.model.pack import Pack
from briefer.model.progress import silent
from briefer.pack import new
from briefer.render import Update
from briefer.render.limits import Limits
from briefer.service import edits, preview_process
from briefer.service.child import lay_out
from briefer.service.desk import Desk
from briefer.service.preview_process import _Shop, _Steps, serve
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


def test_starter_text_is_not_shown_as_if_it_were_fact_and_its_place_is_marked(pack: Pack) -> None:
    template = assemble.template(pack.template)
    blank = new(template, title="New", as_of=pack.as_of)
    kept = {"cover", "bottom-line", "decision", "figures", "calendar", "lines"}
    blank = replace(blank, sections=tuple(each for each in blank.sections if each.id in kept))
    shop, notice = _Shop(), "*Not written yet.*"
    wish = Wish(state=1, pack=blank, dossier=Dossier(as_of=pack.as_of), unwritten=notice)
    html = {each.section: each.html for each in of(list(shop.answer(wish, silent)), Twin)}
    assert not any("0 of 0" in each or "at most four lines" in each for each in html.values())
    assert [html[id].count("Not written yet.") for id in ("bottom-line", "lines")] == [1, 1]
    assert "what ends by itself" not in html["calendar"]
    assert "Not written yet." not in html["calendar"]

    written = edits.change(blank, "bottom-line", text="Two measures are in force.")
    again = list(shop.answer(Wish(state=2, pack=written, dossier=None, unwritten=notice), silent))
    html = {each.section: each.html for each in of(again, Twin)}
    assert "Two measures" in html["bottom-line"]
    assert html["bottom-line"].count("Not written yet.") == 1  # of the decision; words without figures print none
    assert "0 of 0" not in html["bottom-line"]


def test_a_fault_names_its_section_and_the_next_wish_goes_on(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = _Shop()
    dossier = Dossier(as_of=pack.as_of)
    with monkeypatch.context() as patch:

        def fails(*_given: object, **_more: object) -> None:
            raise RenderFault("Section “Risks” cannot be laid out; simplify it.")

        patch.setattr(shop._engine, "update", fails)
        told = list(shop.answer(Wish(state=1, pack=pack, dossier=dossier), silent))
    assert of(told, Fault) == [
        Fault(state=1, section="risks", message="Section “Risks” cannot be laid out; simplify it.")
    ]
    assert of(list(shop.answer(Wish(state=2, pack=pack, dossier=None), silent)), Current)


def test_where_it_takes_a_while_each_section_is_told_by_number_and_title_before_its_pages(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_process, "SAY_AFTER", -1.0)
    shop, told = _Shop(), list[Any]()
    for each in shop.answer(Wish(state=1, pack=pack, dossier=Dossier(as_of=pack.as_of)), silent, told.append):
        told.append(each)
    laying, arranged = of(told, Laying), of(told, Arranged)[0]
    assert told.index(laying[-1]) < told.index(arranged)
    assert {each.section for each in laying} == set(arranged.sections)
    firsts = list(dict.fromkeys(each.place for each in laying))
    assert firsts == list(range(1, len(arranged.sections) + 1))
    assert {(each.state, each.of) for each in laying} == {(1, len(arranged.sections))}

    told.clear()
    edited = edits.change(pack, "lines", text="Only this line.")
    list(shop.answer(Wish(state=2, pack=edited, dossier=None), silent, told.append))
    assert "lines" in {each.section.id for each in of(told, Laying)}
    assert "risks" not in {each.section.id for each in of(told, Laying)}


def test_a_quick_edit_tells_no_section(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_process, "SAY_AFTER", 600.0)
    told: list[Any] = []
    list(_Shop().answer(Wish(state=1, pack=pack, dossier=Dossier(as_of=pack.as_of)), silent, told.append))
    assert all(each.begun for each in told)
    assert {each.section.id for each in told} == {each.id for each in pack.sections}


def test_a_long_section_is_told_once_while_its_pages_come(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []
    titles = tuple(Titled(id=id, number=number, title=id) for id, number in (("a", "1"), ("b", "2")))
    steps = _Steps(7, titles, silent, told.append)
    steps.begin("b")
    begun = Laying(state=7, section=titles[1], place=2, of=2, begun=True)
    assert told == [begun]
    monkeypatch.setattr(preview_process, "SAY_AFTER", -1.0)
    steps.page("layout", 1, None)
    steps.page("layout", 2, None)
    assert told == [begun, Laying(state=7, section=titles[1], place=2, of=2)]


def test_a_fault_of_the_program_is_shown_as_its_own_and_the_next_wish_goes_on(
    pack: Pack, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shop, dossier = _Shop(), Dossier(as_of=pack.as_of)
    with monkeypatch.context() as patch:

        def fails(*_given: object, **_more: object) -> None:
            raise RecursionError("too deep")

        patch.setattr(preview_process, "examine", fails)
        (fault,) = shop.answer(Wish(state=1, pack=pack, dossier=dossier), silent)
    assert isinstance(fault, Fault)
    assert fault.message.startswith("Briefer itself has a fault here (RecursionError: too deep)")
    assert "in fails" in fault.report
    assert "RecursionError: too deep" in capsys.readouterr().err
    assert of(list(shop.answer(Wish(state=2, pack=pack, dossier=None), silent)), Current)


def test_emphasis_in_emphasis_without_end_is_laid_out_as_plain_text(pack: Pack) -> None:
    deep = edits.change(pack, "lines", text="*" * 600 + "a" + "*" * 600)
    told = list(_Shop().answer(Wish(state=1, pack=deep, dossier=Dossier(as_of=pack.as_of)), silent))
    assert of(told, Current)
    assert not of(told, Fault)


def test_a_newer_wish_stops_before_the_next_section_and_tells_nothing_more() -> None:
    told: list[Any] = []

    def newer(_stage: str, _done: int, _total: int | None) -> None:
        raise Cancelled

    steps = _Steps(7, (Titled(id="a", number="1", title="A"),), newer, told.append)
    with pytest.raises(Cancelled):
        steps.begin("a")
    assert told == []


def test_pages_shown_early_stand_in_the_old_order_and_are_told_anew_at_the_end(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, told = _Shop(), list[Any]()
    first = list(shop.answer(Wish(state=1, pack=pack, dossier=Dossier(as_of=pack.as_of)), silent))
    before = of(first, Arranged)[0]
    update = shop._engine.update

    def growing(*given: Any, early: Callable[..., None], **more: Any) -> Update:
        early((2,), shop._engine.plain([2]))
        return update(*given, early=early, **more)

    monkeypatch.setattr(shop._engine, "update", growing)
    edited = edits.change(pack, "lines", text="Only this line.")
    for each in shop.answer(Wish(state=2, pack=edited, dossier=None), silent, told.append):
        told.append(each)
    early, final = of(told, Arranged)
    assert (early.early, final.early, early.state, early.sections) == (True, False, 2, before.sections)
    assert [n for n, pair in enumerate(zip(before.pages, early.pages, strict=True), 1) if pair[0] != pair[1]] == [2]
    laid = of(told, LaidOut)
    assert laid[0].keys == (early.pages[1].key,)
    assert final.pages[1].key not in {spot.key for spot in (*before.pages, *early.pages)}
    assert final.pages[1].key in {key for each in laid for key in each.keys}


def test_a_page_shown_early_of_a_state_that_was_given_up_is_told_anew_with_the_next(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, told = _Shop(), list[Any]()
    first = list(shop.answer(Wish(state=1, pack=pack, dossier=Dossier(as_of=pack.as_of)), silent))

    def given_up(*_given: Any, early: Callable[..., None], **_more: Any) -> Update:
        early((2,), shop._engine.plain([2]))
        raise Cancelled

    with monkeypatch.context() as patch:
        patch.setattr(shop._engine, "update", given_up)
        assert not of(list(shop.answer(Wish(state=2, pack=pack, dossier=None), silent, told.append)), Current)
    again = list(shop.answer(Wish(state=3, pack=pack, dossier=None), silent, told.append))
    spots = of(again, Arranged)[0].pages
    assert [
        n for n, pair in enumerate(zip(of(first, Arranged)[0].pages, spots, strict=True), 1) if pair[0] != pair[1]
    ] == [2]
    assert of(again, LaidOut)[0].keys == (spots[1].key,)


def test_before_anything_was_laid_out_nothing_is_shown_early() -> None:
    told: list[Any] = []
    _Shop()._show(1, told.append, (1,), b"")
    assert told == []


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


def reach_out(_shop: _Shop, _wish: Wish, *_told: object) -> list[str]:
    try:
        socket.create_connection(("127.0.0.1", 9))
    except PermissionError as error:
        return [str(error)]
    return ["reached"]


def stand_still(_shop: _Shop, _wish: Wish, *_told: object) -> list[str]:
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
