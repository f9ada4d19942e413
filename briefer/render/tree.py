"""The structure elements of a page, built once by WeasyPrint 70.0 and put into any file after that as bytes.

Elements name each other by object numbers, which only the file gives: they are kept with places for them. A page so
kept needs its boxes no more. Can go when WeasyPrint tags a page without holding its boxes.
"""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pydyf

from briefer.render.conform import tagged
from briefer.render.private import BOX_TREE, page_box, to_bytes

DOCUMENT, PAGE, FIRST_LINK = -1, -2, -3
"""Places for the element of the document, the page, and the links of the page, counted downwards."""
BETWEEN = b"\0"  # in no element: HTML has no such letter, and what is not ASCII is written in hexadecimal digits


@dataclass(slots=True, eq=False)
class Spot:
    """Stands for the box of a link: WeasyPrint hangs the annotation on it; `title` is the link's own description."""

    title: str | None = None
    link_annotation: Any = None


@dataclass(slots=True)
class Tree:
    """The elements of one page as one text with places, and what each place names: an element by offset, or the above.

    `top` are the elements right in the document, `marked` the element of each marked content, `linked` pairs elements
    with the links whose annotations they hold.
    """

    text: bytes
    places: "array[int]"
    top: "array[int]"
    marked: "array[int]"
    linked: tuple[tuple[int, Spot], ...]

    def put(self, document: Any, pdf: Any, number: int, nums: dict[int, bytes], notes: list[Any]) -> Iterator[Any]:
        """Adds the elements to a file and gives those right in the document, as `tags._build_box_tree` does."""
        first = len(pdf.objects)
        links = [int(spot.link_annotation.number) for _, spot in self.linked]
        other = (document.number, pdf.page_references[number].split()[0], *links)
        numbers = tuple(first + at if at >= 0 else int(other[-1 - at]) for at in self.places)
        made = [_Made(text) for text in (self.text % numbers).split(BETWEEN)] if self.text else []
        for element in made:
            pdf.add_object(element)
        nums.update(enumerate(made[at].reference for at in self.marked))
        for at, spot in self.linked:
            if spot.title is not None:
                spot.link_annotation["Contents"] = pydyf.String(spot.title)
            notes.append((made[at].reference, spot.link_annotation))
        return (made[at] for at in self.top)


class _Made(pydyf.Object):  # type: ignore[misc]
    """An object that is in bytes already."""

    data = b""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.data = data


class _Draft:
    """As much of a file as the elements of one page need to be built in."""

    def __init__(self) -> None:
        self.objects: list[Any] = []
        self.page_references = (b"0 0 R",)
        self.add_object(pydyf.Dictionary())  # the page, which is never written
        self.add_object(document := pydyf.Dictionary({"S": "/Document"}))
        self.document = document

    def add_object(self, item: Any) -> None:
        item.number = len(self.objects)
        self.objects.append(item)


def drawn(page: Any, marks: dict[Any, Any]) -> tuple[Tree, dict[Any, Spot]]:
    """Gives the elements of a painted page, and what stands for the boxes of its links; `marks` are its painter's."""
    draft, boxes = _Draft(), {link[3]: pydyf.Dictionary({"Type": "/Annot"}) for link in page.links}
    for box, note in boxes.items():
        box.link_annotation = note
        draft.add_object(note)
    first, nums, notes = len(draft.objects), dict[int, bytes](), list[Any]()
    with BOX_TREE.replaced(tagged(BOX_TREE.now())):
        top = list(BOX_TREE.now()(page_box(page), draft.document, draft, 0, nums, notes, marks))
    spots = {box: _spot(note) for box, note in boxes.items()}
    by_number = {note.number: spots[box] for box, note in boxes.items()}
    held = tuple((_number(reference) - first, by_number[note.number]) for reference, note in notes)
    places = {1: DOCUMENT, 0: PAGE} | {note.number: FIRST_LINK - at for at, (_, note) in enumerate(notes)}
    text, named = _texts(draft.objects[first:])
    tree = Tree(
        text=text,
        places=array("l", [places.get(number, number - first) for number in named]),
        top=array("l", [element.number - first for element in top]),
        marked=array("l", [_number(reference) - first for _, reference in sorted(nums.items())]),
        linked=held,
    )
    return tree, spots


def _spot(note: Any) -> Spot:
    return Spot(title=note["Contents"].string if "Contents" in note else None)


def _texts(elements: list[Any]) -> tuple[bytes, list[int]]:
    """Gives the elements as one text with places, and the number that stands in each place."""
    named: list[int] = []
    texts = [_text(element, named) for element in elements]
    return BETWEEN.join(texts), named


def _text(item: Any, named: list[int]) -> bytes:
    """Gives an object as pydyf writes it, with a place for each object number in it."""
    if isinstance(item, pydyf.Dictionary):
        pairs = (b"/" + key.encode() + b" " + _value(key, value, named) for key, value in item.items())
        return b"<<" + b"".join(pairs) + b">>"
    if isinstance(item, pydyf.Array):
        return b"[" + b" ".join(_text(each, named) for each in item) + b"]"
    if isinstance(item, bytes):  # nothing else is bytes in an element
        named.append(_number(item))
        return b"%d 0 R"
    return to_bytes(item).replace(b"%", b"%%")


def _value(key: str, value: Any, named: list[int]) -> bytes:
    """Gives a value of a dictionary; the name of a head cell begins with its table's number, a note's with its own."""
    if key == "ID":
        return _name(value, named)
    if key == "Headers":
        return b"[" + b" ".join(_name(each, named) for each in value) + b"]"
    return _text(value, named)


def _name(value: Any, named: list[int]) -> bytes:
    number, rest = value.string.split("-", 1)
    named.append(int(number))
    return f"(%d-{rest})".encode()


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def planting(original: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """Puts a kept tree where one stands in the place of a page's boxes, and builds the others as before."""

    def build(box: Any, parent: Any, pdf: Any, number: int, nums: Any, notes: Any, marks: Any) -> Iterator[Any]:
        if isinstance(box, Tree):
            return box.put(parent, pdf, number, nums, notes)
        return original(box, parent, pdf, number, nums, notes, marks)

    return build
