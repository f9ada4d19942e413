from typing import Any

import pytest
import weasyprint

from briefer.model.errors import RenderFault
from briefer.render import conform, render
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


def break_on(monkeypatch: pytest.MonkeyPatch, fails: Any) -> None:
    whole = weasyprint.HTML.render

    def render_or_break(self: Any, *args: Any, **options: Any) -> Any:
        ids = [element.get("id", "") for element in self.etree_element.iter("section")]
        if fails(ids):
            raise Broken("no room")
        return whole(self, *args, **options)

    monkeypatch.setattr(weasyprint.HTML, "render", render_or_break)


def test_a_section_that_cannot_be_laid_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    break_on(monkeypatch, lambda ids: "sec-bad" in ids)
    said = refused("")
    assert said == "Section “A bad one” cannot be laid out (Broken: no room); simplify it."


def test_where_no_section_fails_alone_the_document_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    break_on(monkeypatch, lambda ids: len(ids) == 2)
    assert refused("<p style='colour: red'>x</p>").startswith("The document cannot be laid out")


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
