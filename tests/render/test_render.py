import hashlib
import io
import os
import subprocess
import sys
from datetime import date

import pikepdf
import pypdfium2
import pytest

from briefer.model.errors import Cancelled
from briefer.render import Attachment, render
from tests.conformance import structure, vera
from tests.render import briefs

SHIPPED = {"Briefer-Serif", "Briefer-Serif-Display", "Briefer-Sans", "Briefer-Arabic", "Briefer-Hebrew"}
HASHED = """
import hashlib
from tests.render import briefs
print(hashlib.sha256(briefs.rendered().pdf).hexdigest())
"""


def opened() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(briefs.rendered().pdf))


def text(pdf: bytes, number: int) -> str:
    return str(pypdfium2.PdfDocument(pdf)[number - 1].get_textpage().get_text_bounded())


def embedded(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fonts = [found for found in file.objects if isinstance(found, pikepdf.Dictionary) and "/BaseFont" in found]
        return {str(found.BaseFont).partition("+")[2] for found in fonts}


def test_the_file_meets_both_standards() -> None:
    assert vera.failures(briefs.rendered().pdf) == []


def test_the_structure_tree_holds_everything_drawn_but_running_heads_and_feet() -> None:
    assert structure.faults(briefs.rendered().pdf) == []
    names = structure.names(briefs.rendered().pdf)
    assert {"H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Caption", "Figure", "Link", "BlockQuote"} <= {
        *names
    }


def test_running_heads_and_feet_are_pagination_artifacts() -> None:
    with opened() as pdf:
        for sheet in pdf.pages:
            marks = [str(words[1].get("/Subtype", "")) for words, _ in pikepdf.parse_content_stream(sheet, "BDC")]
            assert (marks.count("/Header"), marks.count("/Footer")) == (3, 3)


def test_a_group_of_a_description_list_is_one_item_with_its_label() -> None:
    with opened() as pdf:
        elements = structure._elements(pdf.Root.StructTreeRoot)
        items = [[str(kid.S) for kid in structure._kids(element)] for element in elements if element.S == "/LI"]
    assert items[-2:] == [["/Lbl", "/LBody", "/LBody"], ["/Lbl", "/LBody"]]


def test_words_in_another_language_say_so() -> None:
    with opened() as pdf:
        elements = structure._elements(pdf.Root.StructTreeRoot)
        said = {str(element.Lang) for element in elements if "/Lang" in element}
    assert said == {"ru", "el", "ar", "he", "fr"}


def test_a_row_header_and_a_column_header_have_their_scope_even_where_the_template_forgot_it() -> None:
    with opened() as pdf:
        heads = [element for element in structure._elements(pdf.Root.StructTreeRoot) if element.S == "/TH"]
    scopes = [str(head.A.Scope) for head in heads]
    assert scopes[:6] == ["/Column"] * 4 + ["/Row"] * 2
    assert scopes[-3:] == ["/Column", "/Column", "/Row"]


def test_the_file_says_what_it_is() -> None:
    with opened() as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        assert pdf.Root.PageMode == "/UseOutlines"
        assert str(pdf.docinfo.Title) == briefs.BRIEF.title
        assert str(pdf.docinfo.Author) == "A. Drafter"
        assert str(pdf.docinfo.Subject) == "What could be eased"
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20250331000000Z"
        metadata = pdf.Root.Metadata
        assert "/Filter" not in metadata
        assert metadata.read_bytes().count(b"<rdf:RDF") == 1


def test_each_section_starts_on_a_page_of_its_own() -> None:
    done = briefs.rendered()
    assert done.section_pages == (
        ("cover", 1),
        ("contents", 2),
        ("banks", 3),
        ("names", 6),
        ("figure", 7),
        ("sources", 8),
    )
    assert done.pages == len(pypdfium2.PdfDocument(done.pdf)) == 8


def test_the_pages_say_what_the_brief_says() -> None:
    pdf = briefs.rendered().pdf
    assert {"Banks", "3", "Names", "6"} <= {*text(pdf, 2).split()}
    page = text(pdf, 6)
    for words in ("Сергей Иванович Пример", "Αλέξανδρος", "محمد", "تثبيت", "שמעון", "Иван", "Page 6 of 8", "OFFICIAL"):
        assert words in page
    assert "Name" in text(pdf, 4), "a table's head is repeated on its next page"
    assert "DRAFT" not in page


def test_bookmarks_follow_the_headings() -> None:
    with opened() as pdf, pdf.open_outline() as outline:
        cover = outline.root[0]
        assert cover.title == "Relief and options"
        assert [mark.title for mark in cover.children] == [
            "Contents",
            "Banks",
            "Names in five scripts",
            "A figure",
            "Sources",
        ]
        assert [mark.title for mark in cover.children[2].children] == ["Statements"]


def test_links_lead_inside_and_outside_and_say_where() -> None:
    with opened() as pdf:
        notes = list(pdf.pages[5].Annots)
        outside = {str(note.A.URI): str(note.Contents) for note in notes if "/A" in note}
        inside = {str(note.Dest): str(note.Contents) for note in notes if "/Dest" in note}
        targets = list(pdf.Root.Names.Dests.Names)[::2]
    assert outside == {
        "https://example.org/a?b=1&c=2": "The act",
        "mailto:desk@example.org": "mailto:desk@example.org",
    }
    assert inside == {"F1": "Source F1"}
    assert {"F1", "F1-s4", "sec-banks"} <= {*map(str, targets)}


def test_the_workbook_travels_inside_with_its_relationship_and_the_day_of_the_brief() -> None:
    with opened() as pdf:
        (spec,) = pdf.Root.AF
        assert str(spec.UF) == "relief-annexes.xlsx"
        assert spec.AFRelationship == "/Supplement"
        assert str(spec.Desc) == "The annexes as a workbook"
        held = spec.EF.F
        assert held.Subtype == "/application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        assert str(held.Params.CreationDate) == str(held.Params.ModDate) == "D:20250331000000Z"
        assert held.read_bytes() == briefs.SHEET.content


def test_several_attachments_stand_in_the_order_of_their_names() -> None:
    files = tuple(
        Attachment(name=name, content=name.encode(), mime="text/csv", description=name, relationship="Data")
        for name in ("b.csv", "a.csv")
    )
    done = render(briefs.brief(briefs.section("one", "<h1>One</h1>")), files)
    with pikepdf.open(io.BytesIO(done.pdf)) as pdf:
        assert [str(spec.UF) for spec in pdf.Root.AF] == ["a.csv", "b.csv"]
        assert [str(name) for name in list(pdf.Root.Names.EmbeddedFiles.Names)[::2]] == ["a.csv", "b.csv"]


def test_no_font_but_the_shipped_ones_is_embedded() -> None:
    bare = {name.removesuffix("-Semi-Bold").removesuffix("-Bold") for name in embedded(briefs.rendered().pdf)}
    assert bare == SHIPPED


def test_a_font_that_is_not_shipped_is_replaced_by_one_that_is() -> None:
    section = briefs.section("one", "<h1>One</h1><p style='font-family: DejaVu Sans, Times'>Two</p>")
    assert embedded(render(briefs.brief(section)).pdf) <= {"Briefer-Serif-Display-Semi-Bold", "Briefer-Sans"}


def test_a_draft_says_so_on_every_page() -> None:
    done = render(briefs.brief(draft=True))
    assert all("DRAFT" in text(done.pdf, number) for number in range(1, done.pages + 1))


def test_paper_is_what_the_style_sheet_says() -> None:
    done = render(briefs.brief(briefs.section("one", "<h1>One</h1>"), css=briefs.css() + "@page { size: letter }"))
    assert pypdfium2.PdfDocument(done.pdf)[0].get_size() == (612, 792)


@pytest.mark.parametrize(
    "machine",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "ar_SA.UTF-8", "SOURCE_DATE_EPOCH": "1"},
    ],
    ids=["tokyo", "new-york"],
)
def test_the_same_brief_gives_the_same_bytes_on_any_machine(machine: dict[str, str]) -> None:
    call = [sys.executable, "-W", "error", "-c", HASHED]
    done = subprocess.run(call, env=os.environ | machine, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == hashlib.sha256(briefs.rendered().pdf).hexdigest()


def test_another_day_gives_other_bytes() -> None:
    section = briefs.section("one", "<h1>One</h1>")
    pdfs = {render(briefs.brief(section, as_of=date(2025, 3, day))).pdf for day in (1, 1, 2)}
    assert len(pdfs) == 2


def test_importing_the_room_does_not_import_weasyprint() -> None:
    code = "import sys, briefer.render; sys.exit('weasyprint' in sys.modules or 'fontTools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_progress_counts_pages_and_then_says_that_it_writes() -> None:
    steps: list[tuple[str, int, int | None]] = []
    render(briefs.brief(), progress=lambda *step: steps.append(step))
    assert steps[:2] == [("layout", 1, None), ("layout", 2, None)]
    assert steps[-1] == ("write", 0, None)


def test_a_cancelled_layout_stops_at_the_next_page() -> None:
    seen = []

    def stop(_stage: str, done: int, _total: int | None) -> None:
        seen.append(done)
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        render(briefs.brief(), progress=stop)
    assert seen == [1, 2, 3]
