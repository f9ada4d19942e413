"""A brief of the tests' own: a bit of everything that a page can hold, and the shortest one possible."""

from dataclasses import replace
from datetime import date
from functools import cache

from briefer import shipped
from briefer.model.brief import Brief, Section
from briefer.render import Attachment, Rendered, render

CSS = """
@page {
  size: A4; margin: 28mm 20mm 24mm 22mm; font: 7.5pt "Source Sans 3";
  @top-left { content: string(title) } @top-center { content: string(marking) } @top-right { content: string(section) }
  @bottom-left { width: 38%; content: string(status) " " string(draft); border-top: .5pt solid black }
  @bottom-center { content: string(foot) } @bottom-right { content: "Page " counter(page) " of " counter(pages) }
}
html { font: 10pt/14pt "Source Serif 4" }
body { margin: 0; string-set: title attr(data-title), marking attr(data-marking), foot attr(data-foot),
  status attr(data-status), draft attr(data-draft) }
h1, h2 { font: 600 25pt/28pt "Source Serif 4 Display"; string-set: section content() }
h3 { font: 600 10pt/14pt "Source Sans 3" }
table { width: 100%; table-layout: fixed; border-collapse: separate; font: 8pt/10.5pt "Source Sans 3" }
thead th { border-bottom: .6pt solid black } th, td { text-align: left; vertical-align: top } tr { break-inside: avoid }
caption { break-after: avoid } figure { margin: 0 }
.toc a::after { content: target-counter(attr(href), page); float: right }
ol.toc::after { content: ""; display: block; clear: both }
.quiet { color: #535b63; font-weight: 700 }
"""
FIGURE = """<figure><figcaption><b>Figure 1</b> Steps</figcaption>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 168 20" width="168mm" height="20mm" role="img">
<title>Three steps in order</title><desc>Report, review, action</desc>
<rect x="1" y="2" width="40" height="8" fill="#0e4a63"/>
<text x="2" y="16" font-family="Source Sans 3" font-size="4">Отчёт, report</text></svg></figure>"""
NAMES = """<h2>Names in five scripts</h2>
<p>Sergei Ivanovich Example, <span lang="ru">Сергей Иванович Пример</span>; <span lang="el">Αλέξανδρος</span>;
<span lang="ar">تثبيت محمد مثال ننن</span>; <span lang="he">שמעון</span>; with a stress Ивано\u0301в.</p>
<p>Marks: ● ○ ■ □ ▲ △ ▼ ▽ ◆ – ☐ ☑ № ‑.</p>
<h3>Statements</h3><blockquote lang="fr"><p>« Nous verrons. »</p></blockquote>
<ul><li>One<ul><li>Below</li></ul></li><li>Two</li></ul>
<dl><dt>Term</dt><dd>Meaning</dd></dl>
<dl><div><dt>To</dt><dd>The minister</dd><dd>The desk</dd></div><div><dt>From</dt><dd>Us</dd></div></dl>
<p>See <a href="https://example.org/a?b=1&amp;c=2" title="The act">the act</a> and
<a id="F1-s4" href="#F1" title="Source F1">F1</a>, <a href="mailto:desk@example.org">the desk</a>.</p>"""
SOURCES = """<h2>Sources</h2><table><caption><b>Table 2</b> Sources</caption>
<thead><tr><th scope="col">Key</th><th>Source</th></tr></thead>
<tbody><tr><th id="F1">F1</th><td>An act <a href="#F1-s4" title="Back to the use of F1">4</a></td></tr>
</tbody></table>"""
CONTENTS = """<h2>Contents</h2><ol class="toc"><li><a href="#sec-banks">Banks</a></li>
<li><a href="#sec-names">Names</a></li></ol>"""


def table(rows: int, first: int = 1) -> str:
    """Gives a table of so many rows with a group head and a row header each."""
    lines = "".join(
        f'<tr><th scope="row">Bank {n}</th><td lang="ru">Банк {n}</td><td>2022-02-24</td>'
        '<td class="quiet">E.O. 14024</td></tr>'
        for n in range(first, first + rows)
    )
    return (
        '<table><caption><b>Table 1</b> Banks</caption><thead><tr><th scope="col">Name</th>'
        '<th scope="col">Original</th><th scope="col">Date</th><th>Authority</th></tr></thead><tbody>'
        f'<tr><th scope="rowgroup" colspan="4">Russia</th></tr>{lines}</tbody></table>'
    )


def section(name: str, html: str, title: str = "") -> Section:
    """Gives a section whose kind is its id."""
    return Section(id=name, kind=name, number="", title=title or name.title(), html=html, digest=name)


BRIEF = Brief(
    title="Relief & options: “one” <paper>",
    running_title="Relief options",
    author="A. Drafter",
    subject="What could be eased",
    language="en-GB",
    paper="A4",
    as_of=date(2025, 3, 31),
    banner="OFFICIAL",
    foot=True,
    status="As of 31 March 2025",
    css="",
    sections=(
        section("cover", "<h1>Relief and options</h1><p>For the minister.</p>"),
        section("contents", CONTENTS),
        section("banks", f"<h2>Banks</h2>{table(120)}"),
        section("names", NAMES),
        section("figure", f"<h2>A figure</h2>{FIGURE}"),
        section("sources", SOURCES),
    ),
    sheets=(),
)
SHEET = Attachment(
    name="relief-annexes.xlsx",
    content=b"PK\x05\x06" + bytes(18),
    mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    description="The annexes as a workbook",
)


def css() -> str:
    """Gives the style sheet of the tests after the one of the fonts."""
    return shipped.data("assets", "styles", "fonts.css").read_text(encoding="utf-8") + CSS


def brief(*sections: Section, **changes: object) -> Brief:
    """Gives the brief with these sections instead of its own, and with these changes."""
    return replace(BRIEF, **{"css": css(), "sections": sections or BRIEF.sections, **changes})  # type: ignore[arg-type]


@cache
def rendered() -> Rendered:
    """Gives the whole brief with its attachment, rendered once for all tests."""
    return render(brief(), (SHEET,))
