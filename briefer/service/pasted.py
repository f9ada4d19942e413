"""What was copied in a word processor, a spreadsheet or a browser, as Markdown: text, heads, lists and tables stay."""

import re
from collections.abc import Iterable, Iterator

from lxml import html

HEADS = {f"h{level}": level for level in range(1, 7)}
STRONG, WEAK = frozenset({"b", "strong"}), frozenset({"i", "em", "cite"})
SILENT = frozenset({"head", "style", "script", "meta", "link", "title", "xml", "o:p", "img", "col", "colgroup"})
BLOCKS = frozenset({"p", "div", "section", "article", "body", "html", "blockquote", "center", "pre", "address", *HEADS})
APART = BLOCKS | {"ul", "ol", "table", "hr"}
ADDRESS = re.compile(r"(https?://|mailto:)\S+")
BULLET, NUMBER = "- ", "1. "


def to_markdown(copied: str) -> str:
    """Gives copied HTML as Markdown; empty where there is nothing to read in it."""
    fragment = re.sub(r"(?s).*<!--StartFragment-->(.*)<!--EndFragment-->.*", r"\1", copied)
    fragment = re.sub(r"(?s)<!--.*?-->|<!\[[^>]*\]>|<\?.*?>|[\x00-\x08]", "", fragment).strip()
    if not fragment:
        return ""
    root = html.fragment_fromstring(fragment, create_parent="div")
    written = "\n\n".join(filter(None, _blocks(root)))
    return re.sub(r"(?m)^((?:- |\d+\. ).*)\n\n(?=\s*(?:- |\d+\. ))", r"\1\n", written).strip()


def table(copied: str) -> str:
    """Gives rows with tabs between their cells, as spreadsheets copy them, as a Markdown table; empty if none."""
    rows = [line.split("\t") for line in copied.strip("\n").splitlines()]
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(cells) != len(rows[0]) for cells in rows):
        return ""
    return f"\n{_table([[_cell(cell) for cell in cells] for cells in rows])}\n"


def _blocks(node: html.HtmlElement) -> Iterator[str]:
    """Yields the blocks of an element; what stands between blocks is a paragraph of its own."""
    loose = [_plain(node.text)]
    for child in node:
        tag = _tag(child)
        if tag in APART or any(_tag(each) in APART for each in child.iterdescendants()):
            yield _lines("".join(loose))
            loose = []
            yield from _block(child, tag)
        else:
            loose.append(_inline(child))
        loose.append(_plain(child.tail))
    yield _lines("".join(loose))


def _block(node: html.HtmlElement, tag: str) -> Iterator[str]:
    if tag in HEADS:
        yield f"{'#' * HEADS[tag]} {_joined(_children(node))}" if _joined(_children(node)) else ""
    elif tag in ("ul", "ol"):
        yield "\n".join(_items(node, 0))
    elif tag == "table":
        yield _table([[_cell(_joined(_children(cell))) for cell in row.iter("td", "th")] for row in node.iter("tr")])
    elif tag == "blockquote":
        yield "\n>\n".join(f"> {line}" for block in _blocks(node) for line in block.splitlines())
    elif _listed(node):
        yield _listed(node) + _joined(_children(node))
    else:
        yield from _blocks(node)


def _listed(node: html.HtmlElement) -> str:
    """Gives the mark of a paragraph that Word shows as an item of a list, empty if it is none."""
    if "mso-list:" not in (node.get("style") or "").replace(" ", ""):
        return ""
    mark = next((each.text_content() for each in node.iter("span") if _ignored(each)), "")
    return NUMBER if re.match(r"\s*[\dA-Za-z]+[.)]", mark) else BULLET


def _ignored(node: html.HtmlElement) -> bool:
    return "mso-list:ignore" in (node.get("style") or "").replace(" ", "").lower()


def _items(node: html.HtmlElement, level: int) -> Iterator[str]:
    mark = NUMBER if _tag(node) == "ol" else BULLET
    for item in node:
        if _tag(item) in ("ul", "ol"):
            yield from _items(item, level + 1)
            continue
        inner = [each for each in item if _tag(each) in ("ul", "ol")]
        said = _joined([_plain(item.text), *(_inline(each) + _plain(each.tail) for each in item if each not in inner)])
        if said:
            yield f"{' ' * (len(mark) * level)}{mark}{said}"
        for each in inner:
            yield from _items(each, level + 1)


def _children(node: html.HtmlElement) -> Iterable[str]:
    yield _plain(node.text)
    for child in node:
        yield _inline(child)
        yield _plain(child.tail)


def _inline(node: html.HtmlElement) -> str:
    tag = _tag(node)
    if tag in SILENT or _ignored(node):
        return ""
    if tag == "br":
        return "\n"
    inner = "".join(_children(node))
    if tag in BLOCKS or tag in ("li", "tr", "td"):
        return f" {inner} "
    if tag == "a" and ADDRESS.fullmatch(node.get("href") or "") and inner.strip():
        return _around(inner, "[", f"]({node.get('href')})")
    for mark in _marks(node, tag):
        inner = _around(inner, mark, mark)
    return inner


def _marks(node: html.HtmlElement, tag: str) -> Iterator[str]:
    """Yields the marks of words that are strong or slanted; word processors often say so in the style alone."""
    style = (node.get("style") or "").replace(" ", "").lower()
    heavy = re.search(r"(?:^|;)font-weight:(bold|[6-9]00)", style)
    if heavy or (tag in STRONG and not re.search(r"(?:^|;)font-weight:normal", style)):
        yield "**"
    if "font-style:italic" in style or (tag in WEAK and "font-style:normal" not in style):
        yield "*"


def _around(words: str, left: str, right: str) -> str:
    """Puts marks around words, within the blanks at their ends."""
    bare = words.strip()
    if not bare or (bare.startswith(left) and bare.endswith(right)):
        return words
    begin = words.index(bare)
    return f"{words[:begin]}{left}{bare}{right}{words[begin + len(bare) :]}"


def _plain(text: str | None) -> str:
    """Gives text with what Markdown would read as marks told apart."""
    words = re.sub(r"[ \t\r\n\xa0]+", " ", text or "")
    return re.sub(r"([\\*`]|\[(?=[@#])|(?<!\w)_|_(?!\w)|<(?=[a-zA-Z/!]))", r"\\\1", words)


def _joined(parts: Iterable[str]) -> str:
    return " ".join("".join(parts).split())


def _lines(words: str) -> str:
    """Gives a paragraph line by line, none of them read as a head, a quotation or an item."""
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return "\n".join(re.sub(r"^(?=(?:[-+>]|#{1,6})(?:\s|$))|^(\d+)(?=[.)]\s)", r"\1\\", line) for line in lines if line)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


def _table(rows: list[list[str]]) -> str:
    wide = max(map(len, rows), default=0)
    if wide == 0:
        return ""
    full = [[*row, *[""] * (wide - len(row))] for row in rows if row]
    return "\n".join(f"| {' | '.join(row)} |" for row in (full[0], ["---"] * wide, *full[1:]))


def _tag(node: html.HtmlElement) -> str:
    return node.tag.lower() if isinstance(node.tag, str) else ""
