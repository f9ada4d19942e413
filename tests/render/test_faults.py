from typing import Any

import pytest

from briefer.model.errors import Cancelled, RenderFault
from briefer.render import conform, faults, render, settle
from tests.render import briefs

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
