import weakref
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from briefer.model.brief import Brief
from briefer.model.errors import Cancelled, RenderFault
from briefer.model.progress import silent
from briefer.render import fonts, render, settle
from briefer.render.engine import SHEETS, Engine
from briefer.render.page import END
from briefer.service import sample
from tests.render import briefs, monolith, packs

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)


@pytest.fixture(autouse=True)
def bundled_fonts() -> None:
    fonts.use_bundled()


def section(brief: Brief, name: str, **changes: object) -> Brief:
    """Gives the brief with one of its sections changed."""
    parts = tuple(replace(one, **changes) if one.id == name else one for one in brief.sections)  # type: ignore[arg-type]
    return replace(brief, sections=parts)


def sampled(monkeypatch: pytest.MonkeyPatch, folder: Path) -> tuple[Brief, Any]:
    """Gives the brief of the sample and its attachments as `build` hands them to `render`."""
    from briefer.service import build

    held: list[Any] = []

    def hold(*call: Any, progress: object) -> Any:
        held.append(call)
        return render(briefs.brief(briefs.section("one", "<h1>One</h1>")))

    def here(work: Any, *given: Any, progress: object) -> Any:
        return work(*given, progress)

    monkeypatch.setattr(build, "render", hold)
    monkeypatch.setattr(build, "bounded", here)
    sample.build_sample(folder, silent)
    return held[0]  # type: ignore[no-any-return]


def test_sectioned_equals_monolithic_byte_for_byte() -> None:
    assert briefs.rendered().pdf == monolith.rendered(briefs.brief(), (briefs.SHEET,))


def test_the_sample_sectioned_equals_the_sample_monolithic(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    brief, attachments = sampled(monkeypatch, tmp_path)
    assert render(brief, attachments).pdf == monolith.rendered(brief, attachments)


@pytest.mark.parametrize(
    "css",
    [
        "@page :first { margin: 40mm }",
        "@page :left { margin-left: 40mm }",
        ".kind-names { counter-reset: page 40 }",
        "a[href^='#']::after { content: target-text(attr(href)) }",
        "body::before { position: fixed; content: 'x'; top: 0 }",
        "h2 { counter-increment: h } h2::before { content: counter(h) }",
        ".section { counter-increment: h } h2::before { content: counter(h) }",
        "a[href^='#']::after { content: target-counter(attr(href), page) }",
        ".toc a::after { content: 'on  page ' target-counter(attr(href), page); text-transform: uppercase }",
        ".toc a::after { content: counter(page) ' to ' target-counter(attr(href), page) }",
        "li { counter-increment: it } a[href^='#']::after { content: target-counter(attr(href), it) }",
        "h3 { break-before: page; margin-top: 10mm }",
        "body { string-set: title attr(data-title), own 'x' } h2 { string-set: own content() }",
        "p::before { content: attr(class) } body[data-draft=DRAFT] p { color: #535b63 }",
        "p { margin-top: 5mm } .section > :first-child { margin-top: 9mm }",
        "p::after { content: ' on ' counter(page) ' of ' counter(pages) }",
        "@page { @top-center { opacity: .5; content: 'x' } }",
        "p { opacity: .4 } td { background: #eef3f580 }",
    ],
)
def test_a_style_sheet_that_ties_pages_together_prints_as_in_one_call(css: str) -> None:
    brief = briefs.brief(css=briefs.css() + css, draft=True)
    assert render(brief).pdf == monolith.rendered(brief)


@settings(max_examples=10, deadline=None, suppress_health_check=SLOW)
@given(packs.edits(0))
def test_any_brief_sectioned_equals_monolithic(history: list[Brief]) -> None:
    assert render(history[0]).pdf == monolith.rendered(history[0])


def incremental_equals_cold(history: list[Brief]) -> None:
    engine = Engine()
    for brief in history:
        engine.update(brief)
        last = engine.export()
    assert last == render(history[-1])


@settings(max_examples=50, deadline=None, suppress_health_check=SLOW)
@given(packs.edits(3))
def test_an_incremental_build_equals_a_cold_one_byte_for_byte(history: list[Brief]) -> None:
    incremental_equals_cold(history)


@pytest.mark.full
@settings(max_examples=1000, deadline=None, suppress_health_check=SLOW)
@given(packs.edits(3))
def test_a_thousand_incremental_builds_equal_cold_ones(history: list[Brief]) -> None:
    incremental_equals_cold(history)


def test_nothing_is_laid_out_or_painted_again_where_nothing_changed() -> None:
    engine = Engine()
    first = engine.update(briefs.brief())
    assert (first.text, first.margins) == (tuple(range(1, 9)), ())
    pdf = engine.export((briefs.SHEET,)).pdf
    desk = engine._desk(briefs.brief())
    made, painted = desk.layouts.made, desk.layouts.painter.painted
    again = engine.update(briefs.brief())
    assert (again.pages, again.text, again.margins) == (8, (), ())
    assert engine.export((briefs.SHEET,)).pdf == pdf
    assert (desk.layouts.made, desk.layouts.painter.painted) == (made, painted)


def test_a_page_that_prints_the_pages_of_others_is_laid_out_once_for_each_state_of_these() -> None:
    engine, steps = Engine(), list[tuple[object, ...]]()
    contents = briefs.section("contents", "<ol class='toc'><li><a href='#sec-far'>x</a></li></ol>")
    far = briefs.section("far", "<h2>Far</h2>")
    engine.update(briefs.brief(contents, far), lambda *step: steps.append(step))
    assert len(steps) == 2 + 1 + 1  # the contents with a blank and with the number, the other, the frame of the margins


def test_an_edit_costs_its_own_section_and_changes_no_other_page() -> None:
    engine = Engine()
    engine.update(briefs.brief())
    engine.export()
    desk = engine._desk(briefs.brief())
    made, painted = desk.layouts.made, desk.layouts.painter.painted
    edited = section(briefs.brief(), "names", html=briefs.NAMES.replace("Meaning", "Other"))
    update = engine.update(edited)
    assert (update.text, update.margins) == ((6,), ())
    assert engine.export().pdf == render(edited).pdf
    assert (desk.layouts.made - made, desk.layouts.painter.painted - painted) == (1, 1)


def test_an_edit_that_adds_a_page_paints_only_what_says_other_words() -> None:
    engine = Engine()
    engine.update(briefs.brief())
    engine.export()
    painted = engine._desk(briefs.brief()).layouts.painter.painted
    edited = section(briefs.brief(), "cover", html="<h1>Relief and options</h1>" + "<p>A line.</p>" * 50)
    update = engine.update(edited)
    assert update.pages == 9
    assert update.section_pages[2] == ("banks", 4)
    assert engine.export().pdf == render(edited).pdf
    bodies = engine._desk(briefs.brief()).layouts.painter.painted - painted
    assert bodies == 3, "two of the cover, and the contents, whose numbers moved"


def test_another_marking_lays_nothing_out_and_paints_the_margins_alone() -> None:
    engine = Engine()
    engine.update(briefs.brief())
    engine.export()
    desk = engine._desk(briefs.brief())
    made, painted = desk.layouts.made, desk.layouts.painter.painted
    marked = briefs.brief(banner="OFFICIAL-SENSITIVE", title="Another title", draft=True)
    update = engine.update(marked)
    assert (update.text, update.margins) == ((), tuple(range(1, 9)))
    assert engine.export().pdf == render(marked).pdf
    assert (desk.layouts.made, desk.layouts.painter.painted) == (made, painted)


def test_an_edit_taken_back_costs_nothing() -> None:
    engine = Engine()
    engine.update(briefs.brief())
    edited = section(briefs.brief(), "names", html=briefs.NAMES.replace("Meaning", "Other"))
    engine.update(edited)
    made = engine._desk(edited).layouts.made
    engine.update(briefs.brief())
    assert engine._desk(edited).layouts.made == made


def test_a_fault_leaves_the_last_good_pages() -> None:
    engine = Engine()
    engine.update(briefs.brief())
    with pytest.raises(RenderFault):
        engine.update(section(briefs.brief(), "names", html="<p style='colour: red'>x</p>"))
    assert engine.export((briefs.SHEET,)).pdf == briefs.rendered().pdf


def test_a_stop_leaves_the_last_good_pages() -> None:
    def stop(*_step: object) -> None:
        raise Cancelled

    engine = Engine()
    engine.update(briefs.brief())
    with pytest.raises(Cancelled):
        engine.update(section(briefs.brief(), "names", html="<p>Other</p>"), stop)
    assert engine.export((briefs.SHEET,)).pdf == briefs.rendered().pdf


def test_pages_for_the_eye_look_like_those_of_the_file() -> None:
    engine = Engine()
    engine.update(briefs.brief())
    plain, finished = (pypdfium2.PdfDocument(pdf) for pdf in (engine.plain((2, 6)), engine.export().pdf))
    for shown, number in ((0, 2), (1, 6)):
        pictures = [pdf[at].render().to_pil().tobytes() for pdf, at in ((plain, shown), (finished, number - 1))]
        assert pictures[0] == pictures[1]
    assert engine.export((briefs.SHEET,)).pdf == briefs.rendered().pdf


def test_before_a_brief_there_is_nothing_to_write() -> None:
    with pytest.raises(LookupError, match="update"):
        Engine().export()


def test_old_style_sheets_and_old_contents_are_given_back() -> None:
    engine = Engine()
    one = briefs.section("one", "<h1>One</h1>")
    kept = []
    for number in range(SHEETS + 1):
        brief = briefs.brief(one, css=briefs.css() + f"p {{ margin: {number}mm }}")
        engine.update(brief)
        kept.append(weakref.ref(engine._desk(brief).sheet))
    assert len(engine._desks) == SHEETS
    layouts = settle.Layouts(engine._desk(brief).sheet, spare=2)
    held = [settle.Slice((one,), f"<p>{number}</p><!--{END}-->", str(number), opening=True) for number in range(5)]
    for piece in held:
        layouts.keep({piece.key: layouts.blank(piece)})
    assert list(layouts.held) == ["2", "3", "4"]
