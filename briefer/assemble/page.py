"""One section while it is written: it hands out keys with their anchors and numbers its tables and figures."""

import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from textwrap import wrap

from markupsafe import Markup

from briefer.assemble.context import Context, Placed, slug
from briefer.language import _, mark
from briefer.model.pack import PackSection
from briefer.text import Block, Citation, inline_html, to_html
from briefer.text.inline import Inline

LINK = Markup('<a href="#{}" title="{}">{}</a>')
LINKED = re.compile(r'<a href="#(F\d+)" title="')
UNKNOWN = mark("no source")
KEYS, TEXT = 12, 75
"""The fewest letters of keys that a line of the margin holds, and the most of running text in a line beside it."""
PORTION = Markup('<span class="portion">({})</span> ')


@dataclass(frozen=True, slots=True)
class Use:
    """Where a section uses a source: the anchor of the first use, and the places in the source it points to."""

    anchor: str
    locators: tuple[str, ...] = ()


@dataclass(slots=True)
class Page:
    """What a partial may ask while its section is written; `uses` is what the sources lead back to."""

    context: Context
    placed: Placed
    part: str = ""
    uses: dict[str, Use] = field(default_factory=dict)
    _numbers: Counter[str] = field(default_factory=Counter)

    @property
    def id(self) -> str:
        """The id of the section or of this part of it."""
        return self.placed.section.id + (f":{self.part}" if self.part else "")

    @property
    def number(self) -> str:
        """The section's number."""
        return self.placed.number

    @property
    def title(self) -> str:
        """The section's title."""
        return self.placed.section.title

    @property
    def anchor(self) -> str:
        """The anchor of the section's heading."""
        return self.placed.anchor

    @property
    def run(self) -> str:
        """What stands in the running head."""
        return f"{self.number} {self.title}".strip()

    @property
    def portion(self) -> Markup:
        """The marking of the section itself, drawn before its title."""
        return self.marked(self.placed.section)

    def marked(self, section: PackSection | None) -> Markup:
        """Gives the portion mark of a section, empty where it has none."""
        return PORTION.format(section.marking) if section and section.marking else Markup("")

    def next(self, kind: str) -> str:
        """Gives the next table's or figure's number within the section: Table 2.1."""
        self._numbers[kind] += 1
        return f"{kind} {self.number}.{self._numbers[kind]}" if self.number else f"{kind} {self._numbers[kind]}"

    def keys(self, ids: Iterable[str]) -> Markup:
        """Gives the fact keys of sources, as links where the paper prints these; one that is not held has none."""
        known = self.context.sources
        ranked = sorted({id for id in ids if id in known}, key=self._rank)
        return Markup(" ").join(self._key(id, "") for id in ranked)

    def cited(self, citations: tuple[Citation, ...]) -> Markup:
        """Gives the keys of the drafter's citations; one that leads nowhere shows as a question mark."""
        known = self.context.sources
        return Markup(" ").join(
            self._key(one.source, one.locator)
            if one.source in known
            else Markup('<span class="tbv">{}</span>').format(_(UNKNOWN))
            for one in sorted(citations, key=lambda one: self._rank(one.source))
        )

    def margin(self, citations: tuple[Citation, ...]) -> Markup:
        """Gives a paragraph's keys, hung into the right margin."""
        return Markup('<span class="fk">{}</span>').format(self.cited(citations))

    def raised(self, citations: tuple[Citation, ...]) -> Markup:
        """Gives keys raised beside a word."""
        return Markup('<span class="sk">{}</span>').format(self.cited(citations))

    def mention(self, id: str) -> Markup:
        """Gives the name of an entity or measure, a link to its sheet where one is printed."""
        anchor, name = self.context.anchor(id), self.context.name(id)
        return Markup('<a href="#{}">{}</a>').format(anchor, name) if anchor else Markup("{}").format(name)

    def prose(self, blocks: Iterable[Block], heading_level: int = 4) -> Markup:
        """Writes blocks with their keys in the margin."""
        return to_html(
            tuple(blocks), self.margin, self.mention, heading_level, raised=self.raised, fits=self._fits_beside
        )

    def _fits_beside(self, block: Block) -> bool:
        """Says whether the keys of a paragraph take no more lines than its text.

        Where they took more at the end of a page, they would go on beside another paragraph or be lost.
        """
        keys = (self.context.keys.get(one.source, _(UNKNOWN)) for one in block.content.citations)
        lines = wrap(" ".join(keys), KEYS)
        return len(lines) <= max(1, -(-len(block.content.text) // TEXT))

    def tight(self, content: Inline) -> Markup:
        """Writes inline content with raised keys, for cells and labels."""
        return inline_html(content, self.raised, self.mention)

    def _rank(self, id: str) -> tuple[int, str]:
        """Ranks a source by the number of its key; what has none comes last."""
        number = self.context.keys.get(id, "")[1:]
        return (int(number) if number else sys.maxsize, id)

    def _key(self, id: str, locator: str) -> Markup:
        key = self.context.keys[id]
        seen = self.uses[id].locators if id in self.uses else ()
        if not self.context.lists_sources:
            return Markup("{}").format(key)
        self.uses[id] = Use(slug(key, self.id), seen if not locator or locator in seen else (*seen, locator))
        title = _("Source {key}, {place}", key=key, place=locator) if locator else _("Source {key}", key=key)
        return LINK.format(key, title, key)

    def anchored(self, html: str) -> str:
        """Gives the section with the anchor of each use on the first link printed; what is not printed is no use.

        A view is made before it is written, and not in the order in which its parts print.
        """
        ids = {self.context.keys[id]: id for id in self.uses}
        printed: dict[str, Use] = {}

        def first(found: re.Match[str]) -> str:
            id = ids.get(found[1], "")
            if not id or id in printed:
                return found[0]
            printed[id] = self.uses[id]
            return f'<a id="{self.uses[id].anchor}"{found[0][2:]}'

        html = LINKED.sub(first, html)
        self.uses = printed
        return html
