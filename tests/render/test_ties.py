"""A document whose sections are not independent is laid out whole, and so prints as in one call."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer import shipped
from briefer.model.brief import Brief
from briefer.model.errors import RenderFault
from briefer.render import fonts, innards, render
from briefer.render.engine import Engine
from tests.render import briefs, monolith

PAGE = "<h2>Long</h2>" + "<p>Line after line.</p>" * 45
SECTIONS = (
    briefs.section("cover", "<h1>Cover</h1><p>For the minister</p>"),
    briefs.section("names", "<h2>Names</h2><p>x</p><p>y</p>"),
    briefs.section("long", PAGE),
    briefs.section("last", "<h2>Last</h2><p>x</p>"),
)
FRAMING = ("html", "body", "html, body")
SAID = (
    "overflow: hidden",
    "overflow: auto",
    "display: flow-root",
    "margin: 8px",
    "padding: 3mm 0",
    "border: 1pt solid",
    "border-left: 1pt solid",
    "outline: 1pt solid",
    "background: #eef3f5",
    "position: relative",
    "min-height: 100mm",
    "bookmark-level: 1; bookmark-label: 'x'",
    "line-height: 2",
    "transform: rotate(1deg)",
    "opacity: .5",
)
TYING = (
    "html { overflow: hidden } body { overflow: auto }",
    "body { margin: 8px } h2 { margin-top: -5mm }",
    "html { background: #fff } body { background: #eef3f5 }",
    "body::before { content: 'x' }",
    "html::after { content: 'x' }",
    "section { float: left }",
    "section { break-before: avoid !important }",
    ".section + .section { color: #0e4a63 }",
    ".section:last-child h2 { color: #0e4a63 }",
    "section:nth-of-type(2) p { color: #0e4a63 }",
    ":not(:first-child) > p { color: #0e4a63 }",
    ":is(.kind-names, li):only-child { color: #0e4a63 }",
    ".section:not(:first-child) { & p { color: #0e4a63 } }",
    "body:has(.kind-last) { color: #0e4a63 }",
    "@page { marks: crop; bleed: 3mm }",
)
FREE = (
    "",
    ".section { overflow: hidden }",
    ".section { display: flow-root; padding: 3mm; border: 1pt solid }",
    "p { overflow: auto } h2 + p { color: #0e4a63 }",
    ".section > :first-child { color: #0e4a63 } tr:nth-child(2n) { color: #0e4a63 }",
    "body { background: #eef3f5; padding: 0 3mm } html { overflow: hidden }",
    "#none + section li:first-child { color: #0e4a63 }",
    "td:has(b) { color: #0e4a63 } :where(.a) + p { color: #0e4a63 }",
)


def brief(css: str) -> Brief:
    return briefs.brief(*SECTIONS, css=briefs.css() + css)


def whole(engine: Engine, css: str) -> bool:
    engine.update(brief(css))
    return engine._desk(brief(css)).sheet.whole


@pytest.fixture(autouse=True)
def bundled_fonts() -> None:
    fonts.use_bundled()


@pytest.mark.parametrize("css", TYING)
def test_sections_that_are_tied_are_laid_out_as_one_and_print_as_in_one_call(css: str) -> None:
    engine = Engine()
    assert whole(engine, css)
    assert engine.export().pdf == monolith.rendered(brief(css))


@pytest.mark.parametrize("css", FREE)
def test_sections_that_are_not_tied_stay_apart_and_print_as_in_one_call(css: str) -> None:
    engine = Engine()
    assert not whole(engine, css)
    assert engine.export().pdf == monolith.rendered(brief(css))


@pytest.mark.parametrize("words", [8, 30, 120])
def test_keys_that_go_on_beside_their_section_tie_nothing_and_print_as_in_one_call(words: int) -> None:
    keys = "<span class='fk'>F1<br>F2<br>F3<br>F4<br>F5</span>"
    long = f"<h2>Long</h2>{'<p>Line after line.</p>' * 25}<p>{keys}{'some words of a text ' * words}</p>"
    said = briefs.brief(
        SECTIONS[0],
        briefs.section("long", long),
        SECTIONS[3],
        css=f"{briefs.css()} .fk {{ float: right; clear: right; width: 12mm; margin-right: -15mm }}",
    )
    engine = Engine()
    engine.update(said)
    assert not engine._desk(said).sheet.whole
    assert engine.export().pdf == monolith.rendered(said)


RULES = st.lists(st.tuples(st.sampled_from(FRAMING), st.sampled_from(SAID)), min_size=1, max_size=4)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(RULES)
def test_whatever_is_said_of_html_and_body_prints_as_in_one_call(rules: list[tuple[str, str]]) -> None:
    css = " ".join(f"{tag} {{ {said} }}" for tag, said in rules)
    assert render(brief(css)).pdf == monolith.rendered(brief(css))


@pytest.mark.parametrize(
    "html",
    [
        "<style>h1 { color: #0e4a63 }</style>",
        "<meta name='keywords' content='relief, banks'>",
        "<body class='x' style='color: #0e4a63'>",
        "</section><p>Outside</p><section>",
        "<p style='position: fixed; top: 0'>x</p>",
        "<p style='float: footnote'>x</p>",
        "<p style='break-before: left'>x</p>",
    ],
)
def test_a_section_that_speaks_for_the_whole_document_is_heard_in_all_of_it(html: str) -> None:
    said = briefs.brief(SECTIONS[0], briefs.section("names", f"<h2>Names</h2>{html}<p>x</p>"), SECTIONS[3])
    assert render(said).pdf == monolith.rendered(said)


def test_a_file_that_a_section_links_for_the_document_is_fetched_through_the_lock() -> None:
    html = "<link rel='attachment' href='file:///etc/hostname'>"
    with pytest.raises(RenderFault, match="may not be loaded"):
        render(briefs.brief(SECTIONS[0], briefs.section("names", html)))


def test_the_style_sheet_of_the_program_ties_nothing() -> None:
    css = "".join(shipped.data("assets", "styles", name).read_text("utf-8") for name in ("fonts.css", "print.css"))
    assert not innards.Sheet(css).whole


@pytest.mark.parametrize("css", [".kind-names { display: none }", "html, body { height: 100% }"])
def test_a_section_that_stands_on_no_page_is_named(css: str) -> None:
    with pytest.raises(RenderFault, match=r"Section “Names” stands on no page"):
        render(brief(css))


@pytest.mark.parametrize(
    ("selector", "tied"),
    [
        ("section ~ section p", True),
        ("html > body > :first-of-type", True),
        ("p ~ section", False),
        ("div > section:first-child", False),
        ("#sec-names:last-child", True),
        ("#names:last-child", False),
        ("body:has(> .kind-last) p", True),
        (".section:has(td)", True),
        (":where(li, td):first-child", False),
    ],
)
def test_what_a_selector_asks_of_neighbours(selector: str, tied: bool) -> None:
    assert innards.Sheet(f"{selector} {{ color: #0e4a63 }}").whole is tied
