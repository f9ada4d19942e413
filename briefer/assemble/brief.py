"""Pack and dossier → Brief."""

import hashlib
import re
from collections.abc import Iterator

from anyascii import anyascii
from markupsafe import Markup

from briefer.assemble import kinds, words
from briefer.assemble.catalogue import template
from briefer.assemble.context import Context, Placed
from briefer.assemble.engine import write
from briefer.assemble.keys import give_keys
from briefer.assemble.kinds import Kind
from briefer.assemble.memory import Memory, Written
from briefer.assemble.numbering import left_out, placed
from briefer.assemble.page import Page
from briefer.assemble.scripts import legible, printable
from briefer.assemble.sheets import sheets
from briefer.assemble.style import css
from briefer.language import _, speaking
from briefer.marking import scheme
from briefer.model.brief import Brief, Dossier, Finding, Section, Sheet
from briefer.model.pack import Pack, Template


def assemble(
    pack: Pack,
    dossier: Dossier,
    findings: tuple[Finding, ...],
    *,
    draft: bool = False,
    memory: Memory | None = None,
) -> Brief:
    """Arranges a pack for print; a draft says so on every page, and its workbook lists the findings.

    A `memory` that is given again with the pack's next state spares what has not changed; the brief is the same.
    BadCall where a section is of no kind that can be printed, or marking scheme or template are unknown.
    """
    with speaking(pack.language):
        return _arranged(legible(pack), dossier, findings, draft, memory or Memory())


def _arranged(pack: Pack, dossier: Dossier, findings: tuple[Finding, ...], draft: bool, memory: Memory) -> Brief:
    document, marking = template(pack.template), scheme(pack.scheme)
    context = memory.stand_on(_context(pack, dossier, document))
    style = css(document.name, pack.paper)
    sections, printed = _sections(context, document, style, memory)
    return Brief(
        title=pack.title,
        running_title=pack.settings.running_title or pack.title,
        author=pack.settings.author,
        subject=pack.settings.subtitle or _(document.title),
        language=pack.language,
        paper=pack.paper,
        as_of=pack.as_of,
        banner=pack.marking if marking.printed else "",
        foot=marking.foot,
        status=_status(pack),
        css=style,
        sections=sections,
        sheets=_sheets(context, findings if draft else (), printed, memory),
        draft=draft,
        slug=slug(pack.title),
    )


def _sheets(
    context: Context, listed: tuple[Finding, ...], printed: frozenset[str], memory: Memory
) -> tuple[Sheet, ...]:
    return memory.sheets((listed, printed), lambda: sheets(context, listed, printed))


def _context(pack: Pack, dossier: Dossier, document: Template) -> Context:
    return Context(
        pack,
        dossier,
        give_keys(pack, dossier),
        placed(pack, dossier, document),
        _(document.title),
        left_out(pack, dossier, document),
    )


def slug(title: str) -> str:
    """Gives a title as the name of a file: lower case Latin letters, digits and dashes."""
    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(title).lower()).strip("-")
    return plain[:60].rstrip("-") or "briefing"


def _status(pack: Pack) -> str:
    day = words.day(pack.as_of, pack.language, words.LONG)
    return " · ".join(filter(None, (_("As of {day}", day=day), pack.settings.version)))


def _sections(
    context: Context, document: Template, style: str, memory: Memory
) -> tuple[tuple[Section, ...], frozenset[str]]:
    """Gives the sections in order and the sources they cite; the sources are written last, when all uses are known."""
    pages = [(page, kind) for place in context.placed for page, kind in _pages(context, place)]
    written = {page.id: _write(document, page, kind, memory) for page, kind in pages if kind.partial != kinds.SOURCES}
    uses = tuple(one.uses for one in written.values())
    short = frozenset(word for one in written.values() for word in one.abbreviations)
    found: list[Section] = []
    for page, kind in pages:
        if page.id not in written:
            kind = kinds.source_kind(uses, short)
            written[page.id] = _write(document, page, kind, memory)
        html = written[page.id].html
        titled = found or page.placed.section.kind == kinds.COVER
        found.append(_section(page, kind, html if titled else _title(context) + html, style))
    return tuple(found), frozenset(id for one in written.values() for id in one.uses)


def _title(context: Context) -> str:
    """Gives the title of a paper that does not begin with its cover: PDF/UA wants an H1 first."""
    return str(Markup('<h1 class="over">{}</h1>').format(printable(context.pack.title)))


def _write(document: Template, page: Page, kind: Kind, memory: Memory) -> Written:
    return memory.written(
        page.id,
        kind.words(page),
        lambda: (write(document.name, kind.partial, page, kind.view(page)), page.uses),
    )


def _pages(context: Context, place: Placed) -> Iterator[tuple[Page, Kind]]:
    if place.section.kind == kinds.SHEETS:
        yield from kinds.sheet_pages(context, place)
    elif place.section.kind == kinds.SOURCES:
        yield Page(context, place), kinds.source_kind((), frozenset())
    else:
        yield Page(context, place), kinds.kind(place)


def _section(page: Page, kind: Kind, html: str, style: str) -> Section:
    shaping = (style, page.context.language, page.id, page.run, html)
    return Section(
        id=page.id,
        kind=page.placed.section.kind,
        number=page.number,
        title=page.title,
        html=html,
        digest=hashlib.sha256("\0".join(shaping).encode()).hexdigest(),
        whole=kind.whole,
    )
