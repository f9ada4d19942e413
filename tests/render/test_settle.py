import pytest

from briefer.model.errors import RenderFault
from briefer.render import fonts, settle
from briefer.render.innards import Sheet
from briefer.render.slices import slices
from tests.render import briefs

CONTENTS = briefs.section("contents", "<h2>Contents</h2><ol class='toc'><li><a href='#sec-last'>x</a></li></ol>")
LAST = briefs.section("last", "<h2>Last</h2>")
MOVING = "[href='#sec-last']::after { content: target-counter(attr(href), page) }"


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    fonts.use_bundled()
    return Sheet(briefs.css())


def test_contents_settle_in_one_layout_more_than_with_blanks(sheet: Sheet) -> None:
    layouts = settle.Layouts(sheet)
    pieces = slices(briefs.brief(CONTENTS, LAST), whole=False)
    laid = settle.settle(pieces, layouts)
    assert laid[0].asked == {"sec-last": 2}
    assert layouts.made == 3
    assert settle.settle(pieces, layouts) == laid
    assert layouts.made == 3


def test_numbers_that_never_rest_are_refused(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settle, "ROUNDS", 1)
    with pytest.raises(RenderFault, match="do not come to rest in 1 rounds"):
        settle.settle(slices(briefs.brief(CONTENTS, LAST), whole=False), settle.Layouts(sheet))


def test_a_named_string_lasts_until_another_takes_its_place(sheet: Sheet) -> None:
    parts = (LAST, briefs.section("none", "<p>No head here</p>"))
    pieces = slices(briefs.brief(*parts), whole=False)
    first, second = settle.place(pieces, settle.settle(pieces, settle.Layouts(sheet)), {"title": "T"})
    assert first.texts == (("section", "", ("Last",)), ("title", "", ("T",)))
    assert second.texts == (("section", "Last", ()), ("title", "T", ("T",)))
    assert first.anchors == ["sec-last"]
