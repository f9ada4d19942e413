"""Elements that are alike share one style, whichever slice they stand in, and print as WeasyPrint alone prints them."""

import pytest

from briefer.model.errors import RenderFault
from briefer.render import conform, fonts, render, styles
from briefer.render.engine import Engine
from briefer.render.innards import Numbers, Sheet, lay_out
from tests.render import briefs, monolith

ONE = "<h1>One</h1><p class='a' style='color: #535b63'>x <b lang='ru'>y</b></p><ul><li>z</li></ul>"


@pytest.fixture
def sheet() -> Sheet:
    fonts.use_bundled()
    return Sheet(briefs.css())


def met(sheet: Sheet, html: str) -> int:
    """Gives how many kinds of elements are known once a text is laid out."""
    with conform.unhurried():
        lay_out(html, sheet, Numbers(), opening=False)
    return sheet.styles.met


def test_alike_elements_of_another_slice_are_known(sheet: Sheet) -> None:
    first = met(sheet, ONE)
    assert met(sheet, ONE.replace("x", "other").replace("<p ", "<p id='own' ")) == first
    assert met(sheet, ONE.replace("#535b63", "black")) > first


@pytest.mark.parametrize("css", ["p { width: 40vw }", "p { float: footnote }", "p { overflow: inherit }"])
def test_styles_that_depend_on_their_slice_are_not_shared(css: str) -> None:
    fonts.use_bundled()
    assert met(Sheet(briefs.css() + css), ONE) == 0


@pytest.mark.parametrize("said", ["<style>p { color: red }</style>", "<p style='width: 10vh'>x</p>"])
def test_a_slice_that_brings_rules_of_its_own_shares_none(sheet: Sheet, said: str) -> None:
    assert met(sheet, f"{ONE}{said}") == 0


def test_kinds_beyond_the_limit_are_let_go_of(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    first = met(sheet, ONE)
    monkeypatch.setattr(styles, "MANY", 1)
    assert met(sheet, ONE) == first
    assert met(sheet, "<h1>One</h1>") < first


def test_a_fault_of_a_style_is_told_each_time_it_is_met() -> None:
    engine = Engine()
    fonts.use_bundled()
    brief = briefs.brief(briefs.section("one", "<p>x</p>"), css=briefs.css() + "p { margin-top: max(1em, sign(2px)) }")
    for _ in range(2):
        with pytest.raises(RenderFault):
            engine.update(brief)


@pytest.mark.parametrize("said", ["margin-top", "margin-top: 1mm; color: nothing"])
def test_attributes_that_cannot_be_read_are_told_as_weasyprint_tells_them(said: str) -> None:
    brief = briefs.brief(briefs.section("one", f"<p style='{said}'>x</p><p style='{said}'>y</p>"))
    with pytest.raises(RenderFault, match="has a fault"):
        render(brief)


@pytest.mark.parametrize(
    "css",
    [
        "p { border-collapse: collapse } table { padding: 3mm; border-collapse: collapse } td { padding: inherit }",
        "html { overflow: hidden; background: #eef3f5 } p { background: inherit }",
        "p:first-child::first-line { color: #0e4a63 } p::first-letter { font-size: 2em }",
        "li::marker { color: #0e4a63 } li li { list-style: inside square }",
        "h1::after { content: ' ' leader('.') ' end' } [id] { color: #0e4a63 } p[id] + p { color: inherit }",
        "@layer low, high; @layer high { p { color: #535b63 } } @layer low { p { color: #0e4a63 !important } }",
        ":root { --wide: 3mm } p { margin-left: var(--wide) } .section p { --wide: 5mm } p:lang(ru) { color: #0e4a63 }",
        "p { font-size: 1.2rem; margin: 1ex 2ch; text-decoration: underline } b { text-decoration: line-through }",
    ],
)
def test_shared_styles_print_as_in_one_call(css: str) -> None:
    html = "<h1>Long</h1><p>First <b>bold</b> line</p><p id='{0}'>x</p><p lang='ru'>y</p><ul><li>z<ul><li>u</li></ul>"
    body = html + "</li></ul><table id='t{0}'><tr><td>a</td><td id='c{0}'>b</td></tr></table>"
    sections = [briefs.section(name, body.format(name)) for name in ("one", "two")]
    brief = briefs.brief(*sections, css=briefs.css() + css)
    assert render(brief).pdf == monolith.rendered(brief)
