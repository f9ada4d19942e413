from datetime import date

from briefer.render.slices import slices
from tests.render import briefs


def keys(**changes: object) -> list[str]:
    return [piece.key for piece in slices(briefs.brief(**changes), whole=False)]


def test_each_section_is_a_slice_of_its_own_and_the_first_opens() -> None:
    pieces = slices(briefs.brief(), whole=False)
    assert [piece.place for piece in pieces][:2] == ["Section “Cover”", "Section “Contents”"]
    assert [piece.opening for piece in pieces] == [True, False, False, False, False, False]


def test_a_whole_document_is_one_slice() -> None:
    (piece,) = slices(briefs.brief(), whole=True)
    assert piece.place == "The document"
    assert len(piece.sections) == 6


def test_what_stands_in_head_and_margins_shapes_no_slice() -> None:
    assert keys() == keys(
        title="T", running_title="R", author="A", subject="S", banner="B", foot=False, status="X", draft=True
    )
    assert keys() == keys(as_of=date(2026, 1, 1))
    assert keys() != keys(language="fr")


def test_what_a_style_sheet_uses_in_the_text_shapes_every_slice() -> None:
    css = briefs.css() + "p::before { content: attr(data-marking) }"
    assert not {*keys(css=css)} & {*keys(css=css, banner="SECRET")}


def test_what_a_section_says_or_is_called_shapes_its_own_slice_alone() -> None:
    first, second = briefs.section("one", "<h1>One</h1>"), briefs.section("two", "<h2>Two</h2>")
    other = briefs.section("two", "<h2>Two</h2>", "Another title")
    pairs = [[piece.key for piece in slices(briefs.brief(first, last), whole=False)] for last in (second, other)]
    assert pairs[0][0] == pairs[1][0]
    assert pairs[0][1] != pairs[1][1]
