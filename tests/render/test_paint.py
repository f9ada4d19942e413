"""What is painted once, and canaries of what render/paint.py is there to spare."""

import pickle

import pydyf
import pytest
from weasyprint.pdf import fonts as pdf_fonts

from briefer.render import conform, fonts, paint, render
from briefer.render.engine import Engine
from tests.render import briefs, monolith

PLAIN = briefs.brief(briefs.section("one", "<h1>One</h1>"))


def test_pydyf_still_puts_an_object_in_bytes_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts.use_bundled()
    original, counts = pydyf.Stream.data.fget, [0]

    def counted(self: object) -> bytes:
        counts[0] += 1
        return original(self)  # type: ignore[no-any-return]

    monkeypatch.setattr(pydyf.Stream, "data", property(counted))
    monolith.rendered(PLAIN)
    twice, counts[0] = counts[0], 0
    render(PLAIN)
    assert counts[0] < twice


def test_cffi_still_parses_an_array_type_for_each_length() -> None:
    plain, ours = pdf_fonts.ffi, conform._Arrays(pdf_fonts.ffi)
    assert plain.typeof("char[5]") is not plain.typeof("char[6]")
    assert len(ours.new("hb_codepoint_t[3]", [1, 2, 3])) == 3
    assert len(ours.new("char[4]")) == 4
    assert ours.NULL == plain.NULL


def test_a_page_with_a_picture_a_pattern_or_a_group_is_painted_each_time() -> None:
    fonts.use_bundled()
    section = briefs.section("one", "<h1>One</h1><p style='opacity: .5'>x</p>")
    engine = Engine()
    engine.update(briefs.brief(section))
    first = engine.export()
    assert engine.export() == first
    assert engine._desk(briefs.brief()).layouts.painter.painted == 2
    for operators in (b"/x1 Do", b"q\n/p0 scn\nQ", b"/s3 gs", b"/s0 sh"):
        assert paint.NAMED.search(operators)
    for operators in (b"/a0.5 gs", b"1 0 0 scn", b"[<0041>] TJ"):
        assert not paint.NAMED.search(operators)


def test_what_was_painted_is_put_in_again_where_its_bytes_were_never_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts.use_bundled()
    engine = Engine()
    engine.update(PLAIN)
    first = engine.export()
    engine._state.pages[0].sheet.data = None  # type: ignore[union-attr]
    assert engine.export() == first


def test_a_margin_with_a_group_is_painted_each_time() -> None:
    fonts.use_bundled()
    css = briefs.css() + "@page { @top-center { opacity: .5; content: 'x' } }"
    brief = briefs.brief(briefs.section("one", "<h1>One</h1>"), css=css)
    engine = Engine()
    engine.update(brief)
    assert engine.export() == engine.export()
    assert engine.export().pdf == monolith.rendered(brief)


def test_a_painted_page_is_values_alone_and_its_fonts_are_known_where_they_were_met() -> None:
    fonts.use_bundled()
    engine = Engine()
    engine.update(PLAIN)
    (placed,) = engine._state.pages  # type: ignore[union-attr]
    again = pickle.loads(pickle.dumps(placed.sheet))
    assert again.body == placed.sheet.body
    assert engine._desk(PLAIN).layouts.painter.knows(again)
    assert not paint.Painter().knows(again)
