"""Canaries: the faults that render/conform.py is there to mend."""

import io
import warnings

import pikepdf
import pydyf
import pytest
import weasyprint
from weasyprint.pdf.stream import Stream

from briefer.render import conform, fonts, render
from tests.conformance import structure, vera
from tests.render import briefs, monolith

PAGE = """<html lang="en"><title>x</title><style>@page { @top-left { content: "head" } }</style><h1>x</h1>
<p lang="ru">Слово <a href="#x" title="The word">x</a></p>
<table id="x"><thead><tr><th>a</th></tr></thead></table>"""


@pytest.fixture(scope="module")
def unmended() -> pikepdf.Pdf:
    fonts.use_bundled()
    html = weasyprint.HTML(string=PAGE)
    attachment = weasyprint.Attachment(string="x", name="x.txt")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        pdf = html.write_pdf(pdf_variant=conform.VARIANT, attachments=[attachment])
    return pikepdf.open(io.BytesIO(pdf))


def test_weasyprint_still_leaves_margin_boxes_untagged(unmended: pikepdf.Pdf) -> None:
    assert any("hang on no element" in fault for fault in structure.faults(unmended_bytes(unmended)))


def test_weasyprint_still_writes_no_scope_no_language_and_no_title_of_a_link(unmended: pikepdf.Pdf) -> None:
    elements = list(structure._elements(unmended.Root.StructTreeRoot))
    (head,) = (element for element in elements if element.S == "/TH")
    assert "/Scope" not in head.A
    assert not any("/Lang" in element for element in elements)
    (note,) = unmended.pages[0].Annots
    assert str(note.Contents) == "x"


def test_weasyprint_still_claims_one_standard_and_names_an_attachment_twice(unmended: pikepdf.Pdf) -> None:
    assert b"pdfuaid:part" not in unmended.Root.Metadata.read_bytes()
    assert len(unmended.Root.AF) == 2


def test_weasyprint_still_makes_a_note_a_paragraph_and_no_tree_of_ids(unmended: pikepdf.Pdf) -> None:
    elements = list(structure._elements(unmended.Root.StructTreeRoot))
    assert not any(element.S == "/Note" for element in elements)
    assert any("/ID" in element for element in elements)
    assert "/IDTree" not in unmended.Root.StructTreeRoot


NOTES = briefs.section(
    "notes",
    "<h2>Notes</h2><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1<p class='note'>In a cell.</p></td></tr>"
    "</tbody></table><p class='note kept'><b>■</b> listed <a href='#sec-notes' title='Notes'>1</a></p>"
    "<p class='note'>Before <span style='display: block'>a block</span> after.</p><p class='notes'>No note.</p>"
    f"<div class='note'>No paragraph.</div><p class='note'>{'Long as no page is. ' * 900}</p>",
)


def test_a_note_is_tagged_as_one_with_an_id_on_every_page_it_stands_on() -> None:
    brief = briefs.brief(briefs.section("cover", "<h1>Cover</h1>"), NOTES)
    made = render(brief)
    assert made.pages > 3
    assert structure.faults(made.pdf) == []
    assert vera.failures(made.pdf) == []
    assert made.pdf == monolith.rendered(brief)
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        elements = list(structure._elements(pdf.Root.StructTreeRoot))
        notes = [element for element in elements if element.S == "/Note"]
        assert [str(note.ID) for note in notes] == [f"{note.objgen[0]}-note" for note in notes]
        assert len(notes) == 3 + made.pages - 1
        assert not any(kid.S == "/Note" for note in notes for kid in structure._elements(note))
        assert [str(note.P.S) for note in notes[:3]] == ["/TD", "/Sect", "/Sect"]


def test_pydyf_still_makes_all_references_anew() -> None:
    pdf = pydyf.PDF()
    pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
    assert pdf.page_references == conform._page_references(pdf)
    assert pdf.page_references is not pdf.page_references
    assert conform._page_references(pdf) is conform._page_references(pdf)


def test_without_tags_nothing_is_marked() -> None:
    stream = Stream.__new__(Stream)
    stream._tags = None

    class Head:
        briefer_furniture = "/Header"

    with conform._marked(Stream.marked)(stream, Head(), "Span"):
        pass


def unmended_bytes(pdf: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def test_streams_are_compressed_at_the_level_that_pays_and_pydyf_still_asks_for_the_highest() -> None:
    assert pydyf.Stream([b"x"], compress=True).data.split(b"\n")[2].startswith(b"\x78\xda")
    pdf = pikepdf.open(io.BytesIO(briefs.rendered().pdf))
    page = pdf.pages[0].Contents.read_raw_bytes()
    assert page.startswith(b"\x78\x9c")
