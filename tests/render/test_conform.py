"""Canaries: the faults that render/conform.py is there to mend."""

import io
import warnings

import pikepdf
import pydyf
import pytest
import weasyprint
from weasyprint.pdf.stream import Stream

from briefer.render import conform, fonts
from tests.conformance import structure

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
