"""Random briefs and random edits of them, for what must hold whatever is printed."""

from dataclasses import replace

from hypothesis import strategies as st

from briefer.model.brief import Brief, Section
from tests.render import briefs

WORDS = (
    "measure",
    "listing",
    "Сбербанк",
    "relief",
    "committee",
    "№ 14",
    "resolution",
    "a longer word or two",
    "licence",
)
BANNERS = ("", "OFFICIAL", "OFFICIAL-SENSITIVE")
PAPERS = ("", "@page { size: letter }")


def paragraph(words: list[str], name: str, number: int) -> str:
    """Gives a paragraph with a use of the source, to which the sources lead back."""
    use = f'<a id="F1-{name}-{number}" href="#F1" title="Source F1">F1</a>'
    return f"<p>{' '.join(words)} {use}</p>"


def contents(sections: tuple[Section, ...]) -> Section:
    """Gives the contents page of these sections."""
    items = "".join(f'<li><a href="#sec-{one.id}">{one.title}</a></li>' for one in sections)
    return briefs.section("contents", f"<h1>A paper</h1><h2>Contents</h2><ol class='toc'>{items}</ol>")


def sources(sections: tuple[Section, ...]) -> Section:
    """Gives the sources, with the page of each use."""
    uses = [part.split('"')[0] for one in sections for part in one.html.split('<a id="')[1:]]
    back = ", ".join(f'<a class="back" href="#{use}" title="Back">\u200b</a>' for use in uses)
    return briefs.section("sources", f'<h2>Sources</h2><ul><li id="F1">An act {back}</li></ul>')


def whole(sections: tuple[Section, ...], banner: str, paper: str) -> Brief:
    """Gives a brief of these sections between their contents and their sources."""
    css = briefs.css() + ".back::after { content: target-counter(attr(href), page) }" + paper
    return briefs.brief(contents(sections), *sections, sources(sections), banner=banner, css=css)


WRITTEN = st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=25), min_size=1, max_size=3)


@st.composite
def bodies(draw: st.DrawFn, name: str) -> Section:
    """Gives a section of paragraphs, perhaps with a table or a figure."""
    paragraphs = "".join(paragraph(words, name, number) for number, words in enumerate(draw(WRITTEN)))
    extra = draw(st.sampled_from(("", briefs.table(4), briefs.table(50), briefs.FIGURE)))
    title = draw(st.sampled_from(WORDS))
    return briefs.section(name, f"<h2>{title}</h2>{paragraphs}{extra}", title)


def add(draw: st.DrawFn, sections: list[Section], at: int) -> None:
    sections.insert(at, draw(bodies(f"s{len(sections)}-{draw(st.uuids())}")))


def drop(draw: st.DrawFn, sections: list[Section], at: int) -> None:
    if len(sections) > 1:
        sections.pop(at)


def reorder(draw: st.DrawFn, sections: list[Section], at: int) -> None:
    sections[:] = draw(st.permutations(sections))


def retitle(draw: st.DrawFn, sections: list[Section], at: int) -> None:
    sections[at] = replace(sections[at], title=draw(st.sampled_from(WORDS)))


def rewrite(draw: st.DrawFn, sections: list[Section], at: int) -> None:
    sections[at] = draw(bodies(sections[at].id))


def lengthen(draw: st.DrawFn, sections: list[Section], at: int) -> None:
    more = draw(st.sampled_from((briefs.table(50), "<p>One more.</p>")))
    sections[at] = replace(sections[at], html=sections[at].html + more)


VERBS = (add, drop, reorder, retitle, rewrite, lengthen)


@st.composite
def edits(draw: st.DrawFn, count: int) -> list[Brief]:
    """Gives a brief and what becomes of it over so many edits: of its sections, its marking or its paper."""
    sections = [draw(bodies(f"s{number}")) for number in range(draw(st.integers(1, 4)))]
    banner, paper = draw(st.sampled_from(BANNERS)), PAPERS[0]
    found = [whole(tuple(sections), banner, paper)]
    for _ in range(count):
        verb = draw(st.sampled_from((*VERBS, "mark", "paper")))
        if verb == "mark":
            banner = draw(st.sampled_from(BANNERS))
        elif verb == "paper":
            paper = draw(st.sampled_from(PAPERS))
        else:
            verb(draw, sections, draw(st.integers(0, len(sections) - 1)))  # type: ignore[operator]
        found.append(whole(tuple(sections), banner, paper))
    return found
