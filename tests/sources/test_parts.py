"""An XML file that is read in two parts says what the whole says."""

import pytest

from briefer.model.errors import BadInput
from briefer.sources.parts import cut
from tests.sources.reads import Write

FILE = """<?xml version="1.0" encoding="utf-8"?>
<!-- a comment --><x:List xmlns:x="urn:a" kind='a>b' day = "1">
<x:First><x:One>1</x:One>
</x:First>
<x:Last><x:Two>2</x:Two>
</x:Last></x:List>"""
ALL = ("{*}One", "{*}Two")


def test_each_part_gives_its_own_elements(write: Write) -> None:
    parts = cut(write("a.xml", FILE), "List", "First")
    assert [element.text for element in parts.later(*ALL)] == ["2"]
    assert [element.text for element in parts.earlier(*ALL)] == ["1"]
    assert [element.tag for element in parts.later(*ALL)] == ["{urn:a}Two"]


def test_a_part_keeps_the_encoding_that_the_file_declares(write: Write) -> None:
    path = write("a.xml", FILE.replace("utf-8", "iso-8859-1").replace(">2<", ">é<").encode("latin-1"))
    assert [element.text for element in cut(path, "List", "First").later(*ALL)] == ["é"]


@pytest.mark.parametrize("section", ["Second", "Two2", "comment", "List "])
def test_a_file_without_the_section_is_read_whole_in_both_parts(write: Write, section: str) -> None:
    parts = cut(write("a.xml", FILE), "List", section)
    assert not parts.at
    assert [element.text for element in parts.later(*ALL)] == ["1", "2"]
    assert [element.text for element in parts.earlier(*ALL)] == ["1", "2"]


def test_what_is_damaged_is_named_by_its_line_in_the_file(write: Write) -> None:
    parts = cut(write("a.xml", FILE.replace("</x:Two>", "</x:Three>")), "List", "First")
    with pytest.raises(BadInput, match=r"a\.xml, line 5: the XML is damaged"):
        list(parts.later(*ALL))
    parts = cut(write("b.xml", FILE.replace("</x:One>", "</x:Three>")), "List", "First")
    with pytest.raises(BadInput, match=r"b\.xml, line 3: the XML is damaged"):
        list(parts.earlier(*ALL))
    parts = cut(write("c.xml", FILE.replace("</x:Last></x:List>", "")), "List", "First")
    with pytest.raises(BadInput, match=r"c\.xml, line 6: the XML is damaged or ends early"):
        list(parts.later(*ALL))


def test_a_byte_that_is_no_text_is_named_by_its_line_in_the_file(write: Write) -> None:
    parts = cut(write("a.xml", FILE.encode().replace(b">2<", b">\xff<")), "List", "First")
    with pytest.raises(BadInput, match=r"a\.xml, line 5: byte \d+ is not UTF-8"):
        list(parts.later(*ALL))
