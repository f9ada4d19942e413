"""The made-up briefing as a Brief, and as one HTML file for a browser, from the same sections and style sheet."""

import hashlib
import re
from html import escape

from briefer import shipped
from briefer.assemble.style import css, tokens
from briefer.model.brief import Brief, Section
from briefer.render import page
from tests.bench.make_pages import AS_OF, BANNER, TITLE, Chapter, Labelled, Pages, Para, Part, Table

TEMPLATE = "relief-options"
WHOLE = frozenset({"contents", "sources"})


def brief(made: Pages) -> Brief:
    """The briefing as the program's own pages have it, without sheets of a workbook."""
    style = css(TEMPLATE, "A4")
    return Brief(
        title=TITLE, running_title="Options for relief", author="A. Drafter", subject="A benchmark", language="en-GB",
        paper="A4", as_of=AS_OF, banner=BANNER, foot=True, status="As of 31 March 2025", css=style,
        sections=tuple(_section(made, chapter, style) for chapter in made.chapters), sheets=(),
    )  # fmt: skip


def browser(made: Pages) -> str:
    """The same HTML with a style sheet that a browser reads: tokens filled in where its page rules take none."""
    whole = brief(made)
    margins = {"title": whole.running_title, "marking": BANNER, "foot": BANNER, "status": whole.status}
    style = re.sub(r"string\((\w+)\)", lambda found: f'"{margins.get(found[1], "")}"', whole.css)
    style = re.sub(r"var\(--([\w-]+)\)", lambda found: tokens()[found[1]], style)
    style = re.sub(r"var\(--([\w-]+)\)", lambda found: tokens()[found[1]], style)
    html = page.document(whole, whole.sections)
    return html.replace("</head>", f"<style>{style}</style></head>").replace("app://", f"{shipped.data('assets')}/")


def _section(made: Pages, chapter: Chapter, style: str) -> Section:
    html = WRITERS.get(chapter.kind, _text)(made, chapter)
    shaping = hashlib.sha256(repr((style, chapter.id, chapter.title, html)).encode()).hexdigest()
    return Section(
        id=chapter.id, kind=chapter.kind, number=chapter.number, title=chapter.title, html=html, digest=shaping,
        whole=chapter.kind in WHOLE,
    )  # fmt: skip


def _opener(chapter: Chapter) -> str:
    run = escape(f"{chapter.number} {chapter.title}".strip())
    number = f'<span class="no">{chapter.number}</span> ' if chapter.number else ""
    return f'<div class="opener"><h2 id="h-{chapter.id}" data-run="{run}">{number}{escape(chapter.title)}</h2></div>'


def _cover(_made: Pages, chapter: Chapter) -> str:
    parts = _parts(chapter.parts, _Keys(chapter.id))
    return f'<div class="cover"><p class="kind">Briefing</p><h1>{escape(chapter.title)}</h1>{parts}</div>'


def _contents(made: Pages, chapter: Chapter) -> str:
    sheets = (one for one in made.chapters if one.kind == "sheets")
    sides = ("left", "right")
    below = "".join(
        f'<li class="{sides[place % 2]}"><a class="to" href="#h-{sheet.id}">{escape(sheet.title)}</a></li>'
        for place, sheet in enumerate(sheets)
    )
    entries = "".join(
        f'<li><span class="n">{one.number}</span><a class="to" href="#h-{one.id}">'
        f"{'Entity sheets' if one.kind == 'sheets' else escape(one.title)}</a>"
        f"{f'<ol>{below}</ol>' if one.kind == 'sheets' else ''}</li>"
        for one in made.chapters
        if one.number
    )
    return f'{_opener(chapter)}<ol class="toc">{entries}</ol>'


def _text(_made: Pages, chapter: Chapter) -> str:
    return _opener(chapter) + _parts(chapter.parts, _Keys(chapter.id))


def _sheet(_made: Pages, chapter: Chapter) -> str:
    name = escape(chapter.title)
    return (
        '<div class="entity alone"><div class="nameplate"><p class="what">Company<b>In force</b></p>'
        f'<h3 id="h-{chapter.id}" data-run="{name}" data-sheet="{name}">{name}</h3></div>'
        f'<div class="sheet">{_parts(chapter.parts, _Keys(chapter.id))}</div></div>'
    )


def _sources(made: Pages, chapter: Chapter) -> str:
    rows = []
    for key, used in made.uses().items():
        words, _, url = made.sources[key - 1].rpartition(", ")
        backs = ", ".join(f'<a href="#F{key}-{id}" title="Back to the text">&#8203;</a>' for id in used)
        rows.append(
            f'<tr id="F{key}"><th scope="row">F{key}</th><td>{words} '
            f'<a class="url" href="{url}" title="Source F{key} on the web">{url[8:]}</a></td>'
            f'<td class="back">{backs}</td></tr>'
        )
    head = _head(("Key", "Source, its kind and grade", "First used on"))
    return (
        f'{_opener(chapter)}<table class="notes">{_columns((11, 131, 26))}{head}<tbody>{"".join(rows)}</tbody></table>'
    )


WRITERS = {"cover": _cover, "contents": _contents, "sheets": _sheet, "sources": _sources}


class _Keys:
    """Writes fact keys; the first use of each in a chapter has the anchor that the sources lead back to."""

    def __init__(self, chapter: str) -> None:
        self.chapter, self.seen = chapter, set[int]()

    def link(self, key: int) -> str:
        anchor = "" if key in self.seen else f' id="F{key}-{self.chapter}"'
        self.seen.add(key)
        return f'<a{anchor} href="#F{key}" title="Source F{key}">F{key}</a>'


def _parts(parts: tuple[Part, ...], keys: _Keys) -> str:
    return "".join(_part(part, keys) for part in parts)


def _part(part: Part, keys: _Keys) -> str:
    if isinstance(part, Labelled):
        label = f'<h4 class="lab">{part.label}</h4>' if part.label else ""
        content = part.content
        inside = (
            f'<div class="prose">{_para(content, keys)}</div>' if isinstance(content, Para) else _table(content, keys)
        )
        return f'<div class="part">{label}{inside}</div>'
    if isinstance(part, Para):
        return f'<div class="text"><div class="block">{_para(part, keys)}</div></div>'
    return _table(part, keys)


def _para(para: Para, keys: _Keys) -> str:
    key = f'<span class="fk">{keys.link(para.key)}</span>' if para.key else ""
    return f"<p>{key}{escape(para.text)}</p>"


def _table(table: Table, keys: _Keys) -> str:
    caption = f"<caption><b>Table 1.</b> {escape(table.caption)}</caption>" if table.caption else ""
    lines = ("".join(_cell(place, cell, keys) for place, cell in enumerate(row)) for row in table.rows)
    rows = "".join(f"<tr>{line}</tr>" for line in lines)
    head = _head(table.head) if table.head else ""
    kind = "" if table.head else ' class="kv"'
    return f"<table{kind}>{caption}{_columns(table.widths)}{head}<tbody>{rows}</tbody></table>"


def _cell(place: int, cell: str | int, keys: _Keys) -> str:
    if isinstance(cell, int):
        return f'<td><span class="mk">{keys.link(cell)}</span></td>'
    return f"<td>{escape(cell)}</td>" if place else f'<th scope="row">{escape(cell)}</th>'


def _columns(widths: tuple[int, ...]) -> str:
    cols = "".join(f'<col style="width:{width}mm">' for width in widths)
    return f"<colgroup>{cols}</colgroup>"


def _head(names: tuple[str, ...]) -> str:
    cells = "".join(f'<th scope="col">{name}</th>' for name in names)
    return f"<thead><tr>{cells}</tr></thead>"
