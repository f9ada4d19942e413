import io

import pikepdf
import pytest

from tests.conformance import structure
from tests.render import briefs


def broken(change: object) -> list[str]:
    with pikepdf.open(io.BytesIO(briefs.rendered().pdf)) as pdf:
        change(pdf)  # type: ignore[operator]
        target = io.BytesIO()
        pdf.save(target)
    return structure.faults(target.getvalue())


def first(pdf: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    return next(element for element in structure._elements(pdf.Root.StructTreeRoot) if str(element.S) == kind)


def drop(kind: str, *keys: str) -> object:
    def change(pdf: pikepdf.Pdf) -> None:
        place = first(pdf, kind)
        for key in keys[:-1]:
            place = place[key]
        del place[keys[-1]]

    return change


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def no_contents(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[5].Annots[0].Contents


def loose_link(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[5].Annots[0].StructParent


def no_way_back(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1] = pikepdf.Array([])


def note_without_id(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/P").S = pikepdf.Name("/Note")


def other_id(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/TH").ID = "another"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (note_without_id, "a Note has no ID"),
        (other_id, "the IDTree does not name each ID once"),
        (no_tree, "no structure tree"),
        (drop("/Figure", "/Alt"), "a Figure has no Alt"),
        (drop("/TH", "/A", "/Scope"), "a TH has no Scope"),
        (drop("/H1", "/K"), "hang on no element, the first on page 1"),
        (no_contents, "page 6: a link has no Contents"),
        (loose_link, "page 6: a link is not in the structure tree"),
        (no_way_back, "page 1: the ParentTree"),
    ],
)
def test_a_fault_is_found_and_named(change: object, said: str) -> None:
    assert any(said in fault for fault in broken(change))


def test_a_sound_file_has_none() -> None:
    assert broken(lambda pdf: None) == []
