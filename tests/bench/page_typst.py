"""The made-up briefing as Typst markup: the same text, fonts, sizes, columns and margins as the program's pages."""

from tests.bench.make_pages import BANNER, TITLE, Chapter, Labelled, Pages, Para, Part, Table

SPECIAL = frozenset("\\#$*_`<>@[]~=-+/\"'")
START = f"""\
#set document(title: "{TITLE}", author: "A. Drafter", date: datetime(year: 2025, month: 3, day: 31))
#let sans = "Briefer Sans"
#let accent = rgb("#0e4a63")
#let muted = rgb("#535b63")
#let hair = rgb("#ccd2d7")
#set page(paper: "a4", margin: (top: 28mm, right: 20mm, bottom: 21.05mm, left: 22mm),
  header: context {{
    set text(font: sans, size: 7.5pt, fill: muted)
    let run = query(selector(heading).before(here()))
    grid(columns: (38%, 24%, 38%), align: (left, center, right), [Options for relief],
      text(8pt, weight: 700, fill: black)[{BANNER}], if run.len() > 0 {{ run.last().body }})
  }},
  footer: context {{
    set text(font: sans, size: 7.5pt, fill: muted)
    grid(columns: (38%, 24%, 38%), align: (left, center, right), [As of 31 March 2025],
      text(8pt, weight: 700, fill: black)[{BANNER}],
      text(fill: black)[Page #counter(page).display() of #counter(page).final().first()])
  }})
#set text(font: ("Briefer Serif", "Briefer Sans"), size: 10pt, lang: "en", region: "gb", hyphenate: false)
#set par(leading: 7.3pt, spacing: 14.3pt)
#set heading(numbering: none)
#show heading: it => block(above: 0pt, below: 14pt, width: 100%,
  {{ line(length: 100%, stroke: 1.2pt); pad(left: 40mm, text(font: "Briefer Serif Display", weight: 600,
    size: if it.level == 1 {{ 25pt }} else {{ 19pt }}, it.body)) }})
#show table: set text(font: sans, size: 8pt)
#show table: set par(leading: 5.2pt)
#set table(align: left, stroke: (x, y) => (bottom: .4pt + hair),
  inset: (left: 0mm, right: 2.2mm, top: 5.6pt, bottom: 6.6pt))
#let fk(key, name) = place(right, dx: 17mm, text(font: sans, size: 6.5pt, weight: 600, fill: accent)[#link(key)[#name]])
#let mk(key, name) = text(size: 6.5pt, weight: 600, fill: accent)[#link(key)[#name]]
#let part(label, content) = block(above: 7pt, below: 7pt,
  grid(columns: (36mm, 1fr), column-gutter: 4mm, text(font: sans, size: 9.5pt, weight: 600, label), content))
#let head(..names) = table.header(..names.pos().map(name => text(size: 7.5pt, weight: 600, fill: muted, name)))
"""


def markup(made: Pages) -> str:
    """The whole briefing."""
    uses = made.uses()
    return START + "\n#pagebreak()\n".join(_chapter(made, chapter, uses) for chapter in made.chapters)


def _chapter(made: Pages, chapter: Chapter, uses: dict[int, list[str]]) -> str:
    if chapter.kind == "cover":
        title = f'#text(font: "Briefer Serif Display", size: 30pt)[{_plain(chapter.title)}]'
        return f"#v(60mm)\n{title}\n\n{_parts(chapter)}"
    opened = f"{'==' if chapter.kind == 'sheets' else '='} {_plain(f'{chapter.number} {chapter.title}'.strip())}"
    if chapter.kind == "contents":
        return f"{opened}\n#outline(title: none, depth: 2)\n"
    named = f"{opened} <h-{chapter.id}>\n"
    return named + (_sources(made, uses) if chapter.kind == "sources" else _parts(chapter))


def _sources(made: Pages, uses: dict[int, list[str]]) -> str:
    rows = []
    for key, used in uses.items():
        words, _, url = made.sources[key - 1].rpartition(", ")
        backs = ", ".join(
            f"#link(<F{key}-{id}>)[#context counter(page).at(<F{key}-{id}>).first()]" for id in used if id != "cover"
        )
        rows.append(f'[*F{key}* <F{key}>], [{_plain(words)} #link("{url}")[{_plain(url[8:])}]], [{backs}],')
    lines = "\n".join(rows)
    return (
        f"#table(columns: (11mm, 131mm, 26mm), head([Key], [Source, its kind and grade], [First used on]),\n{lines})\n"
    )


def _parts(chapter: Chapter) -> str:
    seen: set[int] = set()
    return "\n".join(_part(part, chapter.id, seen) for part in chapter.parts)


def _part(part: Part, id: str, seen: set[int]) -> str:
    if isinstance(part, Labelled):
        inside = _inside(part.content, id, seen)
        room = f"#pad(right: 17mm)[{inside}]" if isinstance(part.content, Para) else inside
        return f"#part([{_plain(part.label)}], [{room}])"
    if isinstance(part, Para):
        return f"#pad(left: 40mm, right: 17mm)[{_inside(part, id, seen)}]\n"
    return _inside(part, id, seen)


def _inside(content: Para | Table, id: str, seen: set[int]) -> str:
    if isinstance(content, Para):
        key = _key("fk", content.key, id, seen) if content.key else ""
        return f"{key}{_plain(content.text)}"
    columns = ", ".join(f"{width}mm" for width in content.widths)
    head = f"head({', '.join(f'[{_plain(name)}]' for name in content.head)}),\n" if content.head else ""
    rows = "\n".join("".join(_cell(place, cell, id, seen) for place, cell in enumerate(row)) for row in content.rows)
    table = f"#table(columns: ({columns}), {head}{rows})"
    if not content.caption:
        return table
    return f"#text(font: sans, size: 8.5pt, fill: muted)[*Table 1.* {_plain(content.caption)}]\n\n{table}\n"


def _cell(place: int, cell: str | int, id: str, seen: set[int]) -> str:
    if isinstance(cell, int):
        return f"[{_key('mk', cell, id, seen)}],"
    return f"[{_plain(cell)}]," if place else f"[#strong[{_plain(cell)}]],"


def _key(look: str, key: int, id: str, seen: set[int]) -> str:
    """Writes a fact key; the first use in a chapter has the anchor that the sources lead back to."""
    anchor = "" if key in seen or id == "cover" else f" #metadata(none) <F{key}-{id}>"
    seen.add(key)
    return f"#{look}(<F{key}>, [F{key}]){anchor}"


def _plain(text: str) -> str:
    return "".join(f"\\{sign}" if sign in SPECIAL else sign for sign in text)
