from typing import Any

import pytest

from briefer.model.brief import Brief
from briefer.model.errors import Cancelled, RenderFault
from briefer.render import conform, faults, fonts, render, settle
from briefer.render.engine import Engine
from briefer.render.private import REPORTED
from tests.render import briefs
from tests.stretched import unsaid

GOOD = briefs.section("good", "<h1>Good</h1>")


def refused(html: str, **changes: object) -> str:
    with pytest.raises(RenderFault) as found:
        render(briefs.brief(GOOD, briefs.section("bad", f"<h2>Bad</h2>{html}", "A bad one"), **changes))
    return str(found.value)


@pytest.mark.parametrize(
    "html",
    [
        "<img alt='x' src='http://localhost:9/a.png'>",
        "<img alt='x' src='file:///etc/hostname'>",
        "<img alt='x' src='data:image/png;base64,AAAA'>",
        "<link rel=stylesheet href='ftp://localhost/a.css'>",
        "<p style='background: url(https://localhost:9/b.png)'>x</p>",
        "<a rel=attachment href='file:///etc/hostname'>x</a>",
        "<svg xmlns='http://www.w3.org/2000/svg'><title>x</title><image href='http://localhost:9/c.png'/></svg>",
        "<style>@import url(http://localhost:9/d.css);</style>",
    ],
)
def test_an_address_outside_the_program_stops_the_build_and_is_named(html: str) -> None:
    said = refused(html)
    assert "may not be loaded" in said
    assert any(word in said for word in ("localhost", "/etc/hostname", "data:image"))


def test_an_address_in_the_style_sheet_stops_the_build() -> None:
    assert "http://localhost:9/e.css" in refused("", css="@import url(http://localhost:9/e.css);")
    font = "@font-face { font-family: X; src: url(http://localhost:9/f.ttf) } p { font-family: X }"
    assert "http://localhost:9/f.ttf" in refused("<p>x</p>", css=font)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p><a href='#nowhere'>x</a></p>", "nowhere"),
        ("<p style='colour: red'>x</p>", "colour"),
        ("<img src='app://assets/icons/none.svg' alt='x'>", "none.svg"),
        ("<p><img src='relative.png' alt='x'></p>", "relative.png"),
    ],
)
def test_a_complaint_of_weasyprint_stops_the_build(html: str, said: str) -> None:
    assert said in refused(html)


def test_several_complaints_are_counted() -> None:
    assert "(and 1 more like it)" in refused("<p><a href='#no'>x</a> <a href='#none'>y</a></p>")


@pytest.mark.usefixtures("stretched")
@pytest.mark.parametrize("complaints", [["X"], ["X", "Y"], ["X", "Y", "Z"]])
def test_a_fault_and_the_count_of_others_are_said(complaints: list[str]) -> None:
    with pytest.raises(RenderFault) as found:
        faults.refuse("B", complaints)
    assert unsaid(str(found.value), ("B", "X")) == []


def test_a_letter_that_no_font_draws_is_refused_in_the_text_and_in_the_margin() -> None:
    assert "U+4E2D" in refused("<p>中</p>")
    assert "U+4E2D" in refused("", running_title="中")


class Broken(Exception):
    pass


def break_on(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    whole = settle.lay_out

    def lay_out_or_break(html: str, *args: Any, **options: Any) -> Any:
        if word in html:
            raise Broken("no room")
        return whole(html, *args, **options)

    monkeypatch.setattr(settle, "lay_out", lay_out_or_break)


def test_a_section_that_cannot_be_laid_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    break_on(monkeypatch, "sec-bad")
    assert refused("") == "Section “A bad one” cannot be laid out (Broken: no room); simplify it."


def test_where_the_document_is_laid_out_as_one_the_document_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    break_on(monkeypatch, "sec-bad")
    said = refused("", css=briefs.css() + "@page :first { margin: 30mm }")
    assert said == "The document cannot be laid out (Broken: no room); simplify it."


def test_the_section_at_fault_is_named_whatever_the_fault() -> None:
    assert refused("<p>中</p>").startswith("Section “A bad one” has a fault")
    assert refused("<p style='colour: red'>x</p>").startswith("Section “A bad one” has a fault")
    assert refused("<p><a href='#nowhere'>x</a></p>").startswith("Section “A bad one” has a fault")
    assert refused("<img alt='x' src='file:///etc/hostname'>").startswith("Section “A bad one”: ")
    assert refused("", css="p { colour: red }").startswith("The style sheet has a fault")


def test_an_anchor_that_two_sections_define_is_refused() -> None:
    assert "Anchor defined twice: “sec-good”" in refused("<p id='sec-good'>x</p>")


def test_the_page_of_an_anchor_that_is_not_there_is_refused() -> None:
    css = briefs.css() + "b::after { content: target-counter(attr(data-to), page) }"
    assert "No anchor “#none” whose page could be printed" in refused("<b data-to='#none'>x</b>", css=css)


def test_want_of_memory_is_said_in_words() -> None:
    with pytest.raises(RenderFault, match="The document needs more memory"), faults.naming("The document"):
        raise MemoryError


def test_a_stop_is_no_fault() -> None:
    with pytest.raises(Cancelled), faults.naming("The document"):
        raise Cancelled


def test_the_cycle_collector_is_as_it_was_after_a_build_and_after_a_fault() -> None:
    import gc

    refused("<p><a href='#no'>x</a></p>")
    assert gc.isenabled()
    gc.disable()
    try:
        with conform.unhurried():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def printed(engine: Engine, brief: Brief) -> None:
    engine.update(brief)
    engine.export()


def said_each_time(html: str, css: str = "", **changes: object) -> set[str]:
    """Gives what one engine is refused with three times in a row."""
    fonts.use_bundled()
    engine, said = Engine(), set[str]()
    bad = briefs.section("bad", f"<h2>Bad</h2>{html}", "A bad one")
    brief = briefs.brief(GOOD, bad, css=briefs.css() + css, **changes)
    for _ in range(3):
        with pytest.raises(RenderFault) as found:
            printed(engine, brief)
        said.add(str(found.value))
    return said


LATE = briefs.table(90).replace("Bank 80<", "<span style='colour: red'>x</span><")
LINK = "<ol class='toc'><li><a href='#sec-good'>x</a></li></ol>"
WHOLE = "@page :first { margin: 30mm }"


@pytest.mark.parametrize("more", ["", WHOLE])
@pytest.mark.parametrize(
    ("html", "css", "said"),
    [
        ("<p>x</p>", "p { width: var(--none) }", "width"),
        ("<p>x</p>", "p { color: var(--none) }", "color"),
        (LINK, "li { text-decoration: underline; text-decoration-color: var(--none) }", "text-decoration-color"),
        (briefs.table(70), "td { padding-top: var(--none) }", "padding-top"),
        (briefs.table(70), "td { padding-top: max(1em, sign(2px)) }", "sign"),
        (LATE, "", "colour"),
        ("<img alt='x' src='app://assets/styles/fonts.css'>", "", "fonts.css"),
        ("", "@page { @top-left { color: var(--none) } }", "color"),
        ("", "@page { @top-left { padding: max(1em, sign(2px)) } }", "sign"),
        ("", "@page { @top-left { background: url(app://assets/styles/fonts.css) } }", "fonts.css"),
    ],
)
def test_a_fault_is_told_each_time(html: str, css: str, said: str, more: str) -> None:
    (told,) = said_each_time(html, css + more)
    assert said in told


def test_a_letter_in_a_margin_is_refused_each_time() -> None:
    assert all("U+4E2D" in told for told in said_each_time("", running_title="中"))


def test_what_is_exported_again_is_refused_again() -> None:
    fonts.use_bundled()
    for css in ("", WHOLE):
        engine = Engine()
        engine.update(briefs.brief(GOOD, running_title="中", css=briefs.css() + css))
        for _ in range(2):
            with pytest.raises(RenderFault, match=r"U\+4E2D"):
                engine.export()
        with pytest.raises(RenderFault, match=r"U\+4E2D"):
            engine.plain([1])
        good = briefs.brief(GOOD, css=briefs.css() + css)
        engine.update(good)
        assert engine.export().pdf == render(good).pdf


def test_a_stop_loses_no_fault() -> None:
    def stop(*_step: object) -> None:
        raise Cancelled

    fonts.use_bundled()
    engine = Engine()
    bad = briefs.brief(GOOD, css=briefs.css() + "h1 { width: var(--none) }")
    with pytest.raises(Cancelled):
        engine.update(bad, stop)
    with pytest.raises(RenderFault, match="width"):
        engine.update(bad)


def test_margins_that_cannot_be_laid_out_name_the_section(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefer.render import innards

    def broken(*_call: object) -> Any:
        raise Broken("no room")

    monkeypatch.setattr(innards, "make_margin_boxes", broken)
    assert refused("") == "Section “Good” cannot be laid out (Broken: no room); simplify it."


def test_what_weasyprint_remembers_of_its_complaints_is_its_own_again_after_a_build() -> None:
    with faults.anew():
        one = REPORTED.owner.__new__(type("One", (REPORTED.owner,), {"validate": None}))
        one._reported_error = True
        assert not one._reported_error
        with faults.anew():
            assert not one._reported_error
        assert not one._reported_error
    assert one._reported_error


@pytest.mark.parametrize(
    "html",
    ["<table><tr><td>x", "<!-- x", "<p title='x", "<textarea>x", "<p><b>x", "<svg xmlns='x'><title>x", "<script>"],
)
def test_a_section_that_would_swallow_what_follows_is_refused(html: str) -> None:
    assert refused(html).startswith("Section “A bad one” has a fault: something in it is left open")
