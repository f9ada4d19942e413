"""What a slice laid out alone says of itself."""

import pytest

from briefer.render import fonts, innards, page
from briefer.render.innards import Numbers
from tests.render import briefs


@pytest.fixture(scope="module")
def sheet() -> innards.Sheet:
    fonts.use_bundled()
    return innards.Sheet(briefs.css() + "i::after { content: counter(page) '/' counter(pages) }")


def laid(sheet: innards.Sheet, html: str, numbers: Numbers | None = None) -> innards.Laid:
    source = page.document(briefs.brief(), (briefs.section("one", html),))
    return innards.lay_out(source, sheet, numbers or Numbers(), opening=False)


def words(one: innards.Laid, index: int = 0) -> str:
    return " ".join(box.text for box in one.pages[index]._page_box.descendants() if hasattr(box, "text"))


def test_a_slice_without_page_numbers_is_settled_whatever_they_are(sheet: innards.Sheet) -> None:
    one = laid(sheet, "<h1 id='a'>One</h1><p><a href='#b'>x</a></p>")
    assert (one.asked, one.counted, one.tied) == ({}, None, False)
    assert one.settled(Numbers({"b": 7}, first=9, total=12))
    assert (one.anchors, one.targets) == ({"sec-one": 0, "a": 0}, {"b"})


def test_a_slice_that_prints_pages_elsewhere_asks_for_them_and_prints_what_is_given(sheet: innards.Sheet) -> None:
    html = "<h1>One</h1><ol class='toc'><li><a href='#far'>x</a></li><li><a href='#sec-one'>y</a></li></ol>"
    blank = laid(sheet, html)
    assert blank.asked == {"far": None, "sec-one": None}
    assert words(blank).count(str(innards.UNKNOWN)) == 2
    numbers = Numbers({"far": 70, "sec-one": 5}, first=5, total=90)
    assert not blank.settled(numbers)
    final = laid(sheet, html, numbers)
    assert final.settled(numbers)
    assert {"70", "5"} <= {*words(final).split()}


def test_a_slice_that_prints_its_own_page_depends_on_where_it_stands(sheet: innards.Sheet) -> None:
    one = laid(sheet, "<h1>One</h1><i>On </i>", Numbers(first=4, total=9))
    assert one.counted == (4, 9)
    assert "4/9" in words(one)
    assert not one.settled(Numbers(first=5, total=9))


def test_margins_are_made_for_a_number_on_an_empty_page_of_the_same_name(sheet: innards.Sheet) -> None:
    frame = innards.Frame(page.document(briefs.brief(), ()), sheet)
    assert frame.strings["title"] == "Relief options"
    texts = (("section", "Before", ("One",)), ("title", "", ("T",)))
    (one,) = laid(sheet, "<h1>One</h1>").pages
    for number in (3, 4):
        box, made = frame.margins(one, (number, 8, texts))
        said = " ".join(text.text for margin in made for text in margin.descendants() if hasattr(text, "text"))
        assert f"Page {number} of 8" in said
        assert box is not one._page_box


def test_pages_that_were_given_back_are_still_counted(sheet: innards.Sheet) -> None:
    one = laid(sheet, "<h1>One</h1>")
    one.give_back()
    assert len(one.pages) == 1
    assert not one.settled(Numbers())


def test_a_counter_moved_by_a_section_ties_it_to_the_next() -> None:
    fonts.use_bundled()
    tied = innards.Sheet(briefs.css() + ".section { counter-increment: part }")
    assert laid(tied, "<h1>One</h1>").tied


@pytest.mark.parametrize(
    ("css", "whole"),
    [
        ("", False),
        ("li:first-child { float: left } /* position: fixed */ ol { counter-reset: item }", False),
        ("@page cover { margin: 0 }", False),
        ("@page :first { margin: 0 }", True),
        ("@page :right { margin: 0 }", True),
        ("@page :nth(2) { margin: 0 }", True),
        ("p { position: fixed }", True),
        ("p { position: running(head) }", True),
        ("p { float: footnote }", True),
        ("h1 { counter-reset: page 1 }", True),
    ],
)
def test_a_style_sheet_that_needs_the_whole_document_is_known(css: str, whole: bool) -> None:
    fonts.use_bundled()
    assert innards.Sheet(css).whole is whole
