"""What WeasyPrint 70.0 and pydyf 0.13.0 leave to be mended before a PDF is both PDF/UA-1 and PDF/A-3a.

Each mending says why it is there and when it can go; its test fails when a new version has mended the fault itself.
"""

import gc
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from xml.etree import ElementTree

import pydyf

from briefer.render.attributes import giving_back
from briefer.render.private import (
    ADD_TAGS,
    ARRAYS,
    BOX_TREE,
    DEFLATE,
    LINE,
    MARKED,
    NS,
    PAGE_REFERENCES,
    Touched,
    boxes,
    marks_of,
    page_box,
)

VARIANT = "pdf/a-3a"
LEVEL = 6
"""Of compression, at most."""
FURNITURE = "briefer_furniture"
TERM = "briefer_term"
NAMED = re.compile(rb"/ID \((\d+-[^()]+)\)")
NOTE = "note"
"""The class of a paragraph that is a note: what a table's signs and words mean, or what it leaves out."""
REFERENCES = "briefer_references"
SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}
Patches = tuple[tuple[Touched, Callable[[Any], Any]], ...]
"""What is replaced beside the mendings, and what makes the new part of the old."""
_looked_at = [0]
"""How many objects were left when all were last looked at."""
_PDFA = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
# PDF/A wants every XMP schema it does not know itself described in the file (ISO 19005-3, 6.6.2.3.3).
_SCHEMA = f"""<rdf:Description xmlns:rdf="{NS["rdf"]}" rdf:about=""
  {" ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _PDFA.items())}><pdfaExtension:schemas><rdf:Bag>
  <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>{NS["pdfuaid"]}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
  <pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
  <pdfaProperty:description>The part of ISO 14289 it conforms to</pdfaProperty:description></rdf:li></rdf:Seq>
  </pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


@contextmanager
def unhurried() -> Iterator[None]:
    """Keeps Python's cycle collector away while boxes live, but for `swept`: 0.85 of the time at 100 pages."""
    was_on = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        with LINE.replaced(giving_back(LINE.now())):
            yield
    finally:
        gc.collect()  # of what came since the last `swept`: the margins' boxes
        _thaw()
        if was_on:
            gc.enable()


def _thaw() -> None:
    """Looks again at what `swept` had set aside once it has grown by a third: boxes in use then may not be so now."""
    held = gc.get_freeze_count()
    gc.unfreeze()
    if held > _looked_at[0] * 4 // 3:
        gc.collect()
        gc.freeze()
        _looked_at[0] = gc.get_freeze_count()
        gc.unfreeze()


def swept() -> None:
    """Gives back the boxes of what was laid out last, which hold each other; what stays is not looked at again."""
    gc.collect()
    gc.freeze()


def write(document: Any, attachments: list[Any], more: Patches = ()) -> bytes:
    """Writes a laid-out `weasyprint.Document` as one PDF that meets both standards; `more` is replaced meanwhile."""
    _say_ua(document)
    with _mended(document, more):
        pdf: bytes = document.write_pdf(pdf_variant=VARIANT, attachments=attachments, finisher=_finish)
    return pdf


def write_plain(document: Any, more: Patches = ()) -> bytes:
    """Writes pages for the eye alone, painted as `write` paints them: a file without tags, links and bookmarks."""
    with _mended(document, more), ADD_TAGS.replaced(lambda *_: None):
        pdf: bytes = document.write_pdf(pdf_tags=True, output_intent=document.output_intent)
    return pdf


@contextmanager
def _mended(document: Any, more: Patches) -> Iterator[None]:
    for page in document.pages:
        _mark_furniture(getattr(page_box(page), "children", ()))  # what has no boxes was marked as it was painted
    with ExitStack() as patches, warnings.catch_warnings():
        # WORKAROUND: WeasyPrint leaves the colour profile it reads to the cycle collector to close.
        warnings.simplefilter("ignore", ResourceWarning)
        for part, wrap in (*_MENDINGS, *more):
            patches.enter_context(part.replaced(wrap(part.now())))
        yield


def _say_ua(document: Any) -> None:
    """Claims PDF/UA-1 in the same rdf:RDF as PDF/A-3a.

    WORKAROUND: `pdf_variant` takes one standard, and `xmp_metadata` adds a second rdf:RDF, which PDF/A forbids.
    Can go when WeasyPrint takes several variants.
    """
    metadata = document.metadata
    original: Callable[..., bytes] = metadata.generate_rdf_metadata

    def both(variant: str, version: int, conformance: str) -> bytes:
        root = ElementTree.fromstring(original(variant, version, conformance))  # noqa: S314 (our own bytes)
        about = ElementTree.SubElement(root, f"{{{NS['rdf']}}}Description", {f"{{{NS['rdf']}}}about": ""})
        about.set(f"{{{NS['pdfuaid']}}}part", "1")
        for prefix, uri in _PDFA.items():
            ElementTree.register_namespace(prefix, uri)
        root.append(ElementTree.fromstring(_SCHEMA))  # noqa: S314
        xml: bytes = ElementTree.tostring(root, encoding="utf-8")
        return xml

    metadata.generate_rdf_metadata = both


@contextmanager
def furnishing(margins: Iterable[Any]) -> Iterator[None]:
    """Writes what is drawn in these margin boxes as pagination artifacts while the block lasts."""
    _mark_furniture(margins)
    with MARKED.replaced(_marked(MARKED.now())):
        yield


def _mark_furniture(found: Iterable[Any]) -> None:
    """Remembers on each box of margin boxes what it is, for the two mendings below."""
    for box in found:
        if isinstance(box, boxes.MarginBox):
            kind = "/Header" if box.at_keyword.startswith("@top") else "/Footer"
            setattr(box, FURNITURE, kind)
            for inner in box.descendants():
                setattr(inner, FURNITURE, kind)


def _marked(original: Callable[..., Any]) -> Callable[..., Any]:
    """Writes running heads and feet as pagination artifacts.

    WORKAROUND: WeasyPrint gives them marked-content ids that hang on nothing (ISO 14289-1, 7.1 and 7.8).
    Can go, with `_mark_furniture`, when a margin box is written as an artifact.
    """

    @contextmanager
    def marked(self: Any, box: Any, tag: str) -> Iterator[None]:
        kind = getattr(box, FURNITURE, None)
        if kind is None or marks_of(self) is None:
            with original(self, box, tag):
                yield
            return
        self.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination", "Subtype": kind}))
        yield
        self.end_marked_content()

    return marked


def tagged(original: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """Completes the structure tree while it is built.

    WORKAROUND: no Scope on TH (ISO 14289-1, 7.5), no Lang on an element in another language (7.2), a link described by
    its target instead of its title (7.18.5), a Div between a list and the items of a `dl > div` group (7.6), and an
    element for a clearing `::after` that holds nothing. A note is tagged as a paragraph (7.9). Margin boxes hold
    nothing to be tagged any more. Each part can go when WeasyPrint does it.
    """

    def build(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
        if isinstance(box, boxes.MarginBox):
            return
        for element in original(box, parent, pdf, *rest):
            if box.element is not None and element.get("P") == parent.reference:
                _complete(element, box, parent, pdf)
            if element["K"] or element["S"] != "/NonStruct":
                yield element

    return build


def _complete(element: Any, box: Any, parent: Any, pdf: Any) -> None:
    html = box.element.attrib
    if "lang" in html and box.element_tag not in {"html", "body"}:  # these two hand on the elements inside them
        element["Lang"] = pydyf.String(html["lang"])
    if element["S"] == "/TH":
        above = _object(pdf, parent["P"])["S"]
        element["A"]["Scope"] = SCOPES.get(html.get("scope", ""), "/Column" if above == "/THead" else "/Row")
    if box.element_tag == "dt":
        setattr(element, TERM, True)
    if element["S"] == "/Div" and parent["S"] == "/L":
        _group(element, pdf)
    if element["S"] == "/P" and NOTE in html.get("class", "").split():
        _note(element, pdf)
    if "title" in html and getattr(box, "link_annotation", None):
        box.link_annotation["Contents"] = pydyf.String(html["title"])


def _group(element: Any, pdf: Any) -> None:
    """Makes one list item of a group of terms and descriptions, each of which WeasyPrint made an item of its own."""
    element["S"] = "/LI"
    parts = [_object(pdf, reference) for reference in element["K"]]
    for part in (part for part in parts if part["S"] == "/LI"):
        part["S"] = "/Lbl" if getattr(part, TERM, False) else "/LBody"
        for inner in part["K"]:
            _object(pdf, inner)["S"] = "/NonStruct"


def _note(element: Any, pdf: Any) -> None:
    """Makes a note of a paragraph, with the ID that each must have; blocks within, which are notes by now, are none."""
    for inner in (_object(pdf, kid) for kid in element["K"]):
        if inner["S"] == "/Note":
            inner["S"] = "/P"
            del inner["ID"]
    element["S"] = "/Note"
    element["ID"] = pydyf.String(f"{element.number}-{NOTE}")


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """Gives the references of all pages, made once.

    WORKAROUND: pydyf makes all of them anew for each structure element: 4.3 of 44 s at 305 pages.
    Can go when `page_references` is stored.
    """
    stored: tuple[bytes, ...] = getattr(pdf, REFERENCES, ())
    if len(stored) != pdf.pages["Count"]:
        stored = tuple(f"{number} 0 R".encode("ascii") for number in pdf.pages["Kids"][::3])
        setattr(pdf, REFERENCES, stored)
    return stored


class _Arrays:
    """The interface to C as weasyprint.pdf.fonts uses it, for arrays of any length one type.

    WORKAROUND: cffi parses the type of an array anew for each length, twice a font: 10 ms each.
    Can go when WeasyPrint asks for `hb_codepoint_t[]`.
    """

    def __init__(self, ffi: Any) -> None:
        self._ffi = ffi

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ffi, name)

    def new(self, kind: str, *values: Any) -> Any:
        """Gives new C data as `ffi.new` does."""
        return self._ffi.new(re.sub(r"\[\d+\]$", "[]", kind) if values else kind, *values)


class _Deflate:
    """The compression as pydyf uses it, at zlib's own level.

    WORKAROUND: pydyf asks for the highest level, at which the structure tree and the list of objects of a file of 300
    pages take 1.4 of 3.2 s, for a file smaller by a twenty-fifth. Can go when the level can be given.
    """

    def __init__(self, library: Any) -> None:
        self._library = library

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)

    def compressobj(self, level: int) -> Any:
        """Gives what compresses a stream, whatever the level that is asked for."""
        return self._library.compressobj(min(level, LEVEL))


def _finish(_document: Any, pdf: Any) -> None:
    """Opens the file with its bookmarks shown, leaves the metadata readable, and lists each attachment once.

    WORKAROUND: WeasyPrint names every attachment twice in the catalogue's AF, and gives head cells an ID without the
    tree in which an ID is looked up (ISO 32000-1, 14.7.2). Can go when it does not.
    """
    if "StructTreeRoot" in pdf.catalog:
        _look_up(pdf)
    pdf.catalog["PageMode"] = "/UseOutlines"
    _object(pdf, pdf.catalog["Metadata"]).compress = False
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _look_up(pdf: Any) -> None:
    named = ((_id(element), element.reference) for element in pdf.objects)
    found = sorted((id, reference) for id, reference in named if id)
    names = pydyf.Array(each for id, reference in found for each in (pydyf.String(id), reference))
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    _object(pdf, pdf.catalog["StructTreeRoot"])["IDTree"] = tree.reference


def _id(element: Any) -> str:
    """Gives the ID of a structure element, empty where it has none; one that was kept is in bytes."""
    if isinstance(element, pydyf.Dictionary):
        return str(element["ID"].string) if element.get("Type") == "/StructElem" and "ID" in element else ""
    found = NAMED.search(vars(element).get("data", b""))  # of others `data` is worked out, at length
    return found[1].decode() if found else ""


_MENDINGS: Patches = (
    (MARKED, _marked),
    (BOX_TREE, tagged),
    (PAGE_REFERENCES, lambda _: property(_page_references)),
    (ARRAYS, _Arrays),
    (DEFLATE, _Deflate),
)
