"""The page panel on pages that a test makes itself: a small PDF with words, without the child process."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefer.desktop.outline import ID
from briefer.desktop.paper import FIT_PAGE
from briefer.desktop.window import Window
from briefer.model.desk import Arranged, Current, Fault, LaidOut, Laying, Spot, Titled, Twin
from tests.desktop.conftest import LONG

SECTIONS = ("bottom-line", "risks", "positions")
LINES = (
    "Of fourteen entries six carry a tag.",
    "Likelihood is in the words of the directive.",
    "Nobody asks for relief.",
)


def pdf(lines: tuple[str, ...]) -> bytes:
    """Makes a file of one page a line, in the plain syntax of PDF."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for line in lines:
        stream = f"BT /F1 14 Tf 72 600 Td ({line}) Tj ET".encode()
        number = len(objects) + 1
        kids.append(f"{number} 0 R".encode())
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R"
        objects.append(f"{page} /Resources << /Font << /F1 3 0 R >> >> >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def lay_out(window: Window, run: str = "a", lines: tuple[str, ...] = LINES, each: int = 2) -> None:
    """Tells the window pages as the child would: each section takes some pages with the same words."""
    preview = window.work.preview
    titled = tuple(Titled(id=id, number=str(n), title=id.capitalize()) for n, id in enumerate(SECTIONS, 1))
    spots = tuple(Spot(section=id, page=n, key=f"{run}-{id}-{n}") for id in SECTIONS for n in range(each))
    preview.arranged.emit(Arranged(state=0, sections=titled, pages=spots))
    for id, line in zip(SECTIONS, lines, strict=True):
        keys = tuple(spot.key for spot in spots if spot.section == id)
        sizes = ((595.0, 842.0),) * each
        preview.laid_out.emit(LaidOut(state=0, keys=keys, pdf=pdf((line,) * each), sizes=sizes))
        preview.twin.emit(Twin(state=0, section=id, html=f"<h2>{id}</h2><p>{line} {run}</p>" * 40))
    preview.current.emit(Current(state=0, seconds=0.1))


@pytest.fixture
def laid(window: Window, qtbot: QtBot) -> Window:
    window.resize(1440, 900)
    lay_out(window)
    qtbot.wait(20)
    return window


def test_the_made_file_holds_its_words() -> None:
    assert len(pypdfium2.PdfDocument(pdf(LINES))) == 3


def hand_in(window: Window, title: str, number: str = "") -> None:
    """Tells the window that the third of nine sections is being laid out."""
    section = Titled(id="risks", number=number, title=title)
    window.work.preview.laying.emit(Laying(state=0, section=section, place=3, of=9))


def find(window: Window, qtbot: QtBot, words: str) -> None:
    window.find_on_page()
    window.page.finder.line.setText(words)
    qtbot.waitUntil(lambda: window.page.finder.said.text() != "", timeout=LONG)


def test_a_search_marks_every_place_and_goes_from_one_to_the_next(laid: Window, qtbot: QtBot) -> None:
    finder = laid.page.finder
    find(laid, qtbot, "directive")
    assert finder.said.text() == "1 of 2"
    assert laid.page.desk.paper.now == ("a-risks-0", 0)
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert (finder.said.text(), laid.page.desk.paper.now) == ("2 of 2", ("a-risks-1", 0))
    laid.next_hit()
    assert finder.said.text() == "1 of 2"
    qtbot.keyClick(finder.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert finder.said.text() == "2 of 2"
    lay_out(laid, "b", (LINES[0], "The directive, and the directive.", LINES[2]))
    qtbot.waitUntil(lambda: len(finder.hits()) == 4, timeout=LONG)
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert not laid.page.desk.paper.hits
    assert not finder.isVisible()


def test_pages_that_come_while_others_are_searched_are_searched_as_well(laid: Window, qtbot: QtBot) -> None:
    finder, held = laid.page.finder, threading.Event()
    find(laid, qtbot, "directive")
    laid.work.pages.rasters.tasks.run(lambda: held.wait(LONG / 1000))
    lay_out(laid, "b", ("One directive.", "The directive, and the directive.", LINES[2]))
    held.set()
    qtbot.waitUntil(lambda: len(finder.hits()) == 6, timeout=LONG)


def test_a_page_that_was_not_redone_when_the_search_began_is_searched_when_it_is(laid: Window, qtbot: QtBot) -> None:
    preview, finder = laid.work.preview, laid.page.finder
    told = tuple(Spot(section=id, page=0, key=f"late-{id}") for id in SECTIONS)
    preview.arranged.emit(Arranged(state=0, sections=(), pages=told))
    laid.find_on_page()
    finder.line.setText("directive")
    finder.search()
    assert not finder.hits()
    keys, sizes = tuple(spot.key for spot in told), ((595.0, 842.0),) * 3
    preview.laid_out.emit(LaidOut(state=0, keys=keys, pdf=pdf(LINES), sizes=sizes))
    qtbot.waitUntil(lambda: len(finder.hits()) == 1, timeout=LONG)


def test_a_search_that_finds_nothing_says_so(laid: Window, qtbot: QtBot) -> None:
    find(laid, qtbot, "never written")
    assert laid.page.finder.said.text() == "Not on these pages"
    laid.page.finder.step(1)
    laid.page.finder.shut()
    laid.find_on_page()
    qtbot.waitUntil(lambda: laid.page.finder.said.text() != "", timeout=LONG)


def test_the_place_is_kept_by_section_through_a_refresh(laid: Window, qtbot: QtBot) -> None:
    desk = laid.page.desk
    desk.go(3)
    qtbot.wait(20)
    before = desk.place()
    assert before
    lay_out(laid, "b", each=4)
    qtbot.wait(20)
    after = desk.place()
    assert after
    assert (after.section, after.page) == (before.section, before.page)
    assert after.part == pytest.approx(before.part, abs=0.02)


def test_zooms_follow_the_panel_or_stand(laid: Window, qtbot: QtBot) -> None:
    page, paper = laid.page, laid.page.desk.paper
    wide = paper.width_of_page
    laid.fit_page()
    assert page.desk.zoom == FIT_PAGE
    assert paper.boxes[0].height() <= page.desk.viewport().height()
    laid.fit_page()
    assert paper.width_of_page == wide
    now = page.desk.zoom_now
    laid.larger()
    assert page.desk.zoom > now
    laid.smaller()
    laid.smaller()
    assert page.desk.zoom < now
    page.zoom.setCurrentIndex(2)
    assert paper.boxes[0].top() == paper.boxes[1].top()
    page.zoom.setCurrentIndex(page.zoom.count() - 1)
    laid.larger()
    assert page.desk.zoom == 300
    page.desk.zoomed.emit(-1)
    assert page.desk.zoom == 200


def test_small_pages_and_contents_turn_to_a_page(laid: Window, qtbot: QtBot) -> None:
    laid.small_pages()
    side = laid.page.side
    assert side.model.rowCount() == 6
    qtbot.waitUntil(lambda: laid.work.pages.rasters.idle, timeout=LONG)
    side.thumbs.setCurrentIndex(side.model.index(4, 0))
    assert laid.page.desk.number == 4
    said = side.model.data(side.model.index(4, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Page 5, 3 Positions"
    item = side.contents.topLevelItem(1)
    assert item is not None
    side.contents.itemActivated.emit(item, 0)
    assert laid.page.desk.number == 2
    lay_out(laid, "b", each=1)
    assert side.model.rowCount() == 3
    laid.small_pages()
    assert not side.isVisible()


def test_the_paragraph_of_the_editor_is_shown_on_the_page_and_a_click_goes_back(laid: Window, qtbot: QtBot) -> None:
    laid.go_to("risks")
    laid.editor.edit.setPlainText("Something else.\n\n**Likelihood** is in the words of the directive. [@icd-203]\n\n")
    laid.editor.jump(line=5)
    laid.show_on_page()
    qtbot.waitUntil(lambda: laid.page.desk.paper.pointed is not None, timeout=LONG)
    assert laid.page.desk.paper.pointed[0] == "a-risks-0"  # type: ignore[index]
    laid.choose("bottom-line")
    laid.page.desk.go(2)
    paper = laid.page.desk.paper
    box = paper.boxes[2]
    with qtbot.waitSignal(laid.page.went, timeout=LONG):
        at = QPointF(box.x() + 100, box.y() + (842 - 600) * box.width() / 595).toPoint()
        QTest.mouseClick(paper, Qt.MouseButton.LeftButton, pos=at)
    assert laid.work.section == "risks"
    assert laid.editor.edit.textCursor().blockNumber() == 2


def test_a_fault_leaves_the_last_good_pages_and_names_section_and_reason(laid: Window, qtbot: QtBot) -> None:
    preview = laid.work.preview
    preview.fault.emit(Fault(state=0, section="risks", message="A row is taller than a page."))
    faults = laid.page.faults
    assert faults.isVisible()
    assert len(laid.work.pages.leaves) == 6
    with qtbot.waitSignal(laid.page.went) as went:
        faults.went.emit("risks")
    assert went.args == ["risks", ""]
    preview.fault.emit(Fault(state=0, section="", message="The pages stopped."))
    assert faults.isVisible()
    lay_out(laid, "b")
    assert not faults.isVisible()


def reports(laid: Window) -> list[QPushButton]:
    buttons = laid.page.faults.findChildren(QPushButton)
    return [each for each in buttons if each.accessibleName() == "Copy the report"]


def test_the_report_of_a_fault_of_the_program_is_copied_with_the_keyboard(laid: Window) -> None:
    QGuiApplication.clipboard().setText("before")
    laid.work.preview.fault.emit(Fault(state=0, section="", message="A fault.", report="Traceback\nKeyError: 'x'\n"))
    (copy,) = reports(laid)
    assert copy.text() == "Copy the report"
    copy.setFocus(Qt.FocusReason.TabFocusReason)
    assert copy.hasFocus()
    QTest.keyClick(copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "Traceback\nKeyError: 'x'\n"


def test_a_fault_of_a_page_has_no_report_to_copy(laid: Window) -> None:
    laid.work.preview.fault.emit(Fault(state=0, section="risks", message="A row is taller than a page."))
    assert reports(laid) == []


def test_what_takes_long_is_said_and_can_be_stopped(
    laid: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, pages = laid.page.going, laid.work.pages
    place = laid.page.desk.mapTo(laid, laid.page.desk.rect().topLeft())
    pages.show(laid.work.pack, laid.work.dossier, "risks")  # type: ignore[arg-type]
    assert laid.page.busy.isVisible()
    going._say.timeout.emit()
    going._offer.timeout.emit()
    assert going.isVisible()
    assert going.words.text() == "Working out what changes on the pages"
    qtbot.wait(20)
    assert laid.page.desk.mapTo(laid, laid.page.desk.rect().topLeft()) == place
    leaves = pages.leaves
    pages.leaves = (*leaves[:4], *(replace(leaf, stale=True) for leaf in leaves[4:]))
    pages.changed.emit()
    title = pages.title(leaves[4].section.partition(":")[0])
    assert going.words.text() == f"Laying out {title} · 4 of 6 pages current"
    pages.leaves = leaves
    going.stop.click()
    assert not going.isVisible()
    assert not laid.page.busy.isVisible()
    assert len(pages.leaves) == 6


def test_the_section_in_hand_is_said_by_number_and_title_of_how_many(laid: Window) -> None:
    pages, bar = laid.work.pages, laid.page.busy
    pages.show(laid.work.pack, laid.work.dossier, "risks")  # type: ignore[arg-type]
    assert (bar.maximum(), bar.accessibleDescription()) == (0, "")
    laid.page.going._say.timeout.emit()
    words = "Laying out 2 Risks · section 3 of 9"
    hand_in(laid, "Risks", number="2")
    assert laid.page.going.words.text() == laid.status.pages.text() == bar.accessibleDescription() == words
    assert (bar.value(), bar.maximum()) == (2, 9)
    hand_in(laid, "")
    assert laid.page.going.words.text() == "Laying out a section without a title · section 3 of 9"
    lay_out(laid, "b")
    assert pages.laying is None
    assert (bar.maximum(), bar.accessibleDescription()) == (0, "")


def test_the_section_in_hand_is_forgotten_where_laying_out_stops_or_another_state_is_asked_for(laid: Window) -> None:
    pages = laid.work.pages
    for ends in (pages.stop, lambda: pages.show(laid.work.pack, laid.work.dossier, "risks")):  # type: ignore[arg-type]
        hand_in(laid, "Risks")
        assert pages.laying is not None
        ends()
        assert pages.laying is None


def test_a_page_shown_early_changes_alone_while_the_section_in_hand_is_still_said(laid: Window) -> None:
    pages, preview = laid.work.pages, laid.work.preview
    pages.show(laid.work.pack, laid.work.dossier, "risks")  # type: ignore[arg-type]
    hand_in(laid, "Risks")
    before = pages.leaves
    spots = tuple(Spot(section=leaf.section, page=leaf.page, key=leaf.key) for leaf in before)
    spots = (*spots[:2], replace(spots[2], key="new"), *spots[3:])
    titled = tuple(pages.sections.values())
    preview.arranged.emit(Arranged(state=0, sections=titled, pages=spots, early=True))
    preview.laid_out.emit(LaidOut(state=0, keys=("new",), pdf=pdf(LINES[:1]), sizes=((595.0, 842.0),)))
    assert [n for n, leaf in enumerate(pages.leaves) if leaf != before[n]] == [2]
    assert not any(leaf.stale for leaf in pages.leaves)
    assert pages.working
    assert pages.laying is not None


def test_of_a_state_that_is_no_longer_shown_no_section_is_said(laid: Window) -> None:
    preview = laid.work.preview
    old = Laying(state=preview.state - 1, section=Titled(id="risks", number="2", title="Risks"), place=3, of=9)
    preview._deliver(preview._pipe, old)
    assert laid.work.pages.laying is None
    preview._deliver(preview._pipe, replace(old, state=preview.state))
    assert laid.work.pages.laying is not None


def test_the_text_for_screen_readers_is_that_of_the_section_in_sight(laid: Window, qtbot: QtBot) -> None:
    laid.twin()
    twin = laid.page.twin
    assert twin.toPlainText().startswith("bottom-line")
    laid.page.desk.go(4)
    assert twin.toPlainText().startswith("positions")
    twin.verticalScrollBar().setValue(50)
    lay_out(laid, "b")
    qtbot.waitUntil(lambda: "b" in twin.toPlainText().splitlines()[1][-2:], timeout=LONG)
    qtbot.waitUntil(lambda: twin.verticalScrollBar().value() == 50, timeout=LONG)
    laid.find_on_page()
    assert laid.page.stack.currentWidget() is laid.page.desk


def test_a_page_is_gone_to_by_its_number(laid: Window, qtbot: QtBot) -> None:
    laid.ask_page()
    laid.page.number.setText("4")
    qtbot.keyClick(laid.page.number, Qt.Key.Key_Return)
    assert laid.page.desk.number == 3
    qtbot.keyClick(laid.page.desk, Qt.Key.Key_PageDown)
    assert laid.page.desk.number == 4


def test_pictures_are_kept_by_what_they_weigh(laid: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    rasters = laid.work.pages.rasters
    monkeypatch.setattr("briefer.desktop.rasters.HELD", 100_000)
    qtbot.waitUntil(lambda: rasters.idle, timeout=LONG)
    laid.page.desk.hide()  # no page in sight asks again for a large picture, which alone may weigh more
    for leaf in laid.work.pages.leaves:
        rasters.ask((leaf.key, 120), lambda: None)
    qtbot.waitUntil(lambda: rasters.idle, timeout=LONG)
    assert rasters._bytes <= 100_000


def test_pictures_of_pages_as_they_were_are_let_go_of_but_the_last_ones(
    laid: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rasters = laid.work.pages.rasters
    laid.page.desk.hide()
    former = [(leaf.key, 120) for leaf in laid.work.pages.leaves]
    for key in former:
        rasters.ask(key, lambda: None)
    qtbot.waitUntil(lambda: rasters.idle, timeout=LONG)
    assert rasters.picture(former[0]) is not None
    sizes = [rasters._drawn[key].sizeInBytes() for key in former]
    monkeypatch.setattr("briefer.desktop.rasters.FORMER", sum(sizes[-2:]))
    rasters.keep({former[0][0]})
    held = [key for key in former if key in rasters._drawn]
    assert held == [former[0], *former[-2:]]
    assert rasters._bytes == sum(image.sizeInBytes() for image in rasters._drawn.values())


def test_nothing_listens_any_more_once_the_work_is_shut(
    make: Callable[[Path], Window], tmp_path: Path, qtbot: QtBot
) -> None:
    import threading

    window = make(tmp_path / "none.sqlite")
    before = set(threading.enumerate())
    window.work.preview.warm()
    listener = next(each for each in threading.enumerate() if each not in before and each.name == "pages")
    window.work.shut()
    assert not listener.is_alive()
    assert not [each for each in threading.enumerate() if each.name.startswith(("post", "pages", "pictures"))]


def test_the_contents_carry_their_own_numbers_in_the_text_for_screen_readers(laid: Window, qtbot: QtBot) -> None:
    html = '<ol class="toc"><li><span class="n">1</span><a href="#a">Bottom line</a></li></ol>'
    laid.work.preview.twin.emit(Twin(state=0, section=SECTIONS[0], html=html))
    laid.twin()
    assert laid.page.twin.toPlainText().strip() == "1 Bottom line"
    blocks = laid.page.twin.document()
    styles = [blocks.findBlockByNumber(at).textList() for at in range(blocks.blockCount())]
    assert all(each.format().style().value == 0 for each in styles if each is not None)


def test_fact_keys_stand_apart_from_the_words_in_the_text_for_screen_readers(laid: Window, qtbot: QtBot) -> None:
    html = '<p><span class="fk"><a href="#a">F1</a> <a href="#b">F4</a></span>Twelve are blocked<b>.</b></p>'
    laid.work.preview.twin.emit(Twin(state=0, section=SECTIONS[0], html=html))
    laid.twin()
    assert laid.page.twin.toPlainText().strip() == "F1 F4 Twelve are blocked."


def test_cells_and_figures_are_words_in_the_text_for_screen_readers(laid: Window, qtbot: QtBot) -> None:
    html = (
        '<svg role="img"><title>Two words: likely 55.</title><text>likely</text><text>55</text></svg>'
        '<table><tr><th><span class="cm"><b>A</b>Executive</span></th>'
        '<td>Kept.<span class="sub">50 USC 1701</span></td></tr></table>'
    )
    laid.work.preview.twin.emit(Twin(state=0, section=SECTIONS[0], html=html))
    laid.twin()
    said = laid.page.twin.toPlainText().split("\n")
    assert [each for each in said if each] == ["Two words: likely 55.", "A Executive", "Kept. 50 USC 1701"]


def test_no_word_of_a_wide_table_is_broken_in_the_text_for_screen_readers(laid: Window, qtbot: QtBot) -> None:
    names = "".join(f"<th>Владимирович{at}</th>" for at in range(12))
    laid.work.preview.twin.emit(Twin(state=0, section=SECTIONS[0], html=f"<table><tr>{names}</tr></table>"))
    laid.twin()
    twin = laid.page.twin
    assert twin.document().idealWidth() > twin.viewport().width()
    blocks = [twin.document().findBlockByNumber(at) for at in range(twin.document().blockCount())]
    assert all(each.layout().lineCount() == 1 for each in blocks if each.text())
    assert twin.horizontalScrollBar().maximum() > 0


def test_two_pages_fit_a_narrow_panel(laid: Window, qtbot: QtBot) -> None:
    laid.resize(1280, 800)
    laid.page.show_side()
    laid.page.zoom.setCurrentIndex(2)
    qtbot.wait(20)
    assert laid.page.desk.horizontalScrollBar().maximum() == 0


def in_sight(window: Window) -> str:
    return window.work.pages.leaves[window.page.desk.number].section


def test_a_click_on_the_section_that_is_chosen_brings_it_back_into_sight(laid: Window, qtbot: QtBot) -> None:
    tree = laid.outline.tree
    item = next(each for each in laid.outline._items() if each.data(0, ID) == "risks")
    laid.go_to("risks")
    assert in_sight(laid) == "risks"
    laid.page.desk.go(0)
    assert in_sight(laid) == "bottom-line"
    place = tree.visualItemRect(item).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert in_sight(laid) == "risks"


def test_the_page_goes_after_what_is_written(laid: Window, qtbot: QtBot) -> None:
    laid.go_to("risks")
    laid.page.desk.go(0)
    qtbot.keyClicks(laid.editor.edit, "x")
    assert in_sight(laid) == "risks"
    laid.work.pages._work(True)
    laid.editor.edit.setPlainText("Likelihood is in the words of the directive.")
    laid.page.desk.paper.point(None)
    lay_out(laid, "b")
    qtbot.waitUntil(lambda: laid.page.desk.paper.pointed is not None, timeout=LONG)
    assert laid.page.desk.paper.pointed is not None
    assert laid.page.desk.paper.pointed[0].startswith("b-risks")


def test_a_section_beneath_another_is_looked_for_on_the_pages_of_that(laid: Window) -> None:
    laid.page.desk.go(5)
    under = next(each.id for each in laid.work.pack.sections if each.parent == "bottom-line")
    laid.page.show_section(under)
    assert in_sight(laid) == "bottom-line"
