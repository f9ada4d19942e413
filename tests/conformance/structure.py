"""Checks of a PDF's structure tree that the standards' machine rules leave out or say badly."""

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf


def faults(pdf: Path | bytes) -> list[str]:
    """Gives a sentence per fault: content that hangs on nothing, headers without scope, figures without words."""
    with pikepdf.open(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf) as opened:
        if "/StructTreeRoot" not in opened.Root:
            return ["the file has no structure tree"]
        elements = list(_elements(opened.Root.StructTreeRoot))
        return [
            *_described(elements),
            *_looked_up(opened, elements),
            *_reached(opened, elements),
            *_mapped(opened),
            *_links(opened, elements),
        ]


def names(pdf: bytes) -> list[str]:
    """Gives the names of all structure elements in reading order, without their slash."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(element.S)[1:] for element in _elements(opened.Root.StructTreeRoot)]


def _kids(element: pikepdf.Object) -> list[pikepdf.Object | int]:
    kids = element.get("/K")
    return list(kids) if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]


def _elements(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in _kids(parent):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            assert kid.P.objgen == parent.objgen, f"{kid.S} names another parent than the one it hangs on"
            yield kid
            yield from _elements(kid)


def _described(elements: list[pikepdf.Object]) -> Iterator[str]:
    for element in elements:
        if element.S == "/Figure" and not str(element.get("/Alt", "")):
            yield "a Figure has no Alt"
        if element.S == "/TH" and str(element.get("/A", {}).get("/Scope", "")) not in {"/Row", "/Column", "/Both"}:
            yield "a TH has no Scope"


def _looked_up(opened: pikepdf.Pdf, elements: list[pikepdf.Object]) -> Iterator[str]:
    if any(element.S == "/Note" and "/ID" not in element for element in elements):
        yield "a Note has no ID"
    held = [(str(element.ID), element.objgen) for element in elements if "/ID" in element]
    names = list(opened.Root.StructTreeRoot.get("/IDTree", {}).get("/Names", []))
    told = [(str(name), element.objgen) for name, element in zip(names[::2], names[1::2], strict=True)]
    if told != sorted(dict(held).items()) or len(dict(held)) < len(held):
        yield "the IDTree does not name each ID once and in order"


def _held(elements: list[pikepdf.Object], pages: dict[tuple[int, int], int]) -> set[tuple[int, int]]:
    return {
        (pages[element.Pg.objgen], int(kid)) for element in elements for kid in _kids(element) if isinstance(kid, int)
    }


def _drawn(opened: pikepdf.Pdf) -> set[tuple[int, int]]:
    return {
        (number, int(operands[1].MCID))
        for number, sheet in enumerate(opened.pages)
        for operands, operator in pikepdf.parse_content_stream(sheet, "BDC")
        if str(operator) == "BDC" and "/MCID" in operands[1]
    }


def _reached(opened: pikepdf.Pdf, elements: list[pikepdf.Object]) -> Iterator[str]:
    held = _held(elements, {sheet.obj.objgen: number for number, sheet in enumerate(opened.pages)})
    drawn = _drawn(opened)
    if lost := drawn - held:
        yield f"{len(lost)} pieces of content hang on no element, the first on page {min(lost)[0] + 1}"
    if empty := held - drawn:
        yield f"{len(empty)} elements hold content that is not drawn, the first on page {min(empty)[0] + 1}"


def _parents(opened: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    nums = list(opened.Root.StructTreeRoot.ParentTree.Nums)
    return {int(number): value for number, value in zip(nums[::2], nums[1::2], strict=True)}


def _mapped(opened: pikepdf.Pdf) -> Iterator[str]:
    parents, drawn = _parents(opened), _drawn(opened)
    for number, sheet in enumerate(opened.pages):
        row = parents.get(int(sheet.obj.get("/StructParents", -1)))
        count = sum(page == number for page, _ in drawn)
        if row is None or len(row) < count or any(entry is None for entry in row):
            yield f"page {number + 1}: the ParentTree does not lead back from all of its content"


def _links(opened: pikepdf.Pdf, elements: list[pikepdf.Object]) -> Iterator[str]:
    parents = _parents(opened)
    tagged = {
        kid.Obj.objgen for element in elements if element.S == "/Link" for kid in _kids(element) if _is_object(kid)
    }
    for number, sheet in enumerate(opened.pages, start=1):
        for note in sheet.obj.get("/Annots", []):
            if not str(note.get("/Contents", "")):
                yield f"page {number}: a link has no Contents"
            if int(note.get("/StructParent", -1)) not in parents or note.objgen not in tagged:
                yield f"page {number}: a link is not in the structure tree"


def _is_object(kid: pikepdf.Object | int) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
