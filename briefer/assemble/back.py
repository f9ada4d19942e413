"""The back of the paper: sources under their keys, the lists used, and who cleared it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from briefer.assemble import abbreviations, words
from briefer.assemble.page import Page, Use
from briefer.assemble.prose import Part, prose
from briefer.assemble.scripts import printable
from briefer.language import _, enumerated, mark, ngettext
from briefer.model.pack import Clearance
from briefer.model.policy import Source

SHOWN = 64
PLACES = 3
NAMED = 12
"""Up to how many keys of the workbook alone are named."""
KINDS = {
    "list": mark("List"),
    "law": mark("Law"),
    "guidance": mark("Guidance"),
    "statement": mark("Statement"),
    "press": mark("Press"),
    "analysis": mark("Analysis"),
    "data": mark("Data"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source under its key, with the anchors that lead back to where it is used."""

    key: str
    text: str
    locators: str
    url: str
    shown: str
    kind: str
    grade: str
    backs: tuple[str, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources section."""

    lead: Markup
    rows: tuple[SourceRow, ...]
    parts: tuple[Part, ...]
    alone: str = ""
    abbreviations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUsed:
    """A list file as imported; its hash in two halves. `later` marks one published after the day of the paper."""

    id: str
    title: str
    publisher: str
    published: str
    entities: str
    partial: bool
    hash: tuple[str, ...]
    later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCited:
    """A list file that the imported facts cite as their source; its hash in two halves, empty where not recorded."""

    key: str
    title: str
    publisher: str
    published: str
    hash: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """The section on the lists used: those imported, and those that imported facts were read from."""

    lead: Markup
    rows: tuple[ListUsed, ...]
    cited: tuple[ListCited, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """The clearance section."""

    lead: Markup
    rows: tuple[Clearance, ...]
    versions: tuple[tuple[str, str, str], ...]
    distribution: str
    parts: tuple[Part, ...]


def sources(page: Page, uses: tuple[Mapping[str, Use], ...], short: frozenset[str]) -> Sources:
    """Gives the sources that the sections before use, by the number of their key, and the abbreviations in them."""
    context = page.context
    text = prose(page, page.placed.section.text)
    used = dict.fromkeys(id for section in (*uses, page.uses) for id in section if id in context.sources)
    ranked = sorted(used, key=lambda id: int(context.keys[id][1:]))
    found = (context.sources[id] for id in ranked)
    return Sources(
        text.lead,
        tuple(_source(page, source, (*uses, page.uses)) for source in found),
        text.parts,
        _alone([context.keys[id] for id in context.sources if id in context.keys and id not in used]),
        abbreviations.spelled(short),
    )


def _alone(keys: list[str]) -> str:
    """Says which keys stand in the workbook alone."""
    if not keys:
        return ""
    ranked = sorted(keys, key=lambda key: int(key[1:]))
    if len(ranked) > NAMED:
        return _("{number} further keys stand in the workbook alone.", number=len(ranked))
    if len(ranked) == 1:
        return _("{key} stands in the workbook alone.", key=ranked[0])
    return _("{keys} stand in the workbook alone.", keys=enumerated(ranked))


def _source(page: Page, source: Source, uses: tuple[Mapping[str, Use], ...]) -> SourceRow:
    own = [section[source.id] for section in uses if source.id in section]
    locators = dict.fromkeys(locator for use in own for locator in use.locators)
    url = source.url if re.match(r"https?://", source.url) else ""
    return SourceRow(
        key=page.context.keys[source.id],
        text=describe(source, page.context.language),
        locators=_places(tuple(place for place in locators if place != source.locator)),
        url=url,
        shown=_shown(url),
        kind=_(KINDS[source.kind]) if source.kind in KINDS else source.kind.capitalize(),
        grade=source.grade,
        backs=tuple(use.anchor for use in own),
        doubt=words.doubt(source.confidence),
    )


def _places(locators: tuple[str, ...]) -> str:
    more = len(locators) - PLACES
    named = "; ".join(locators[:PLACES])
    if more <= 0:
        return named
    return ngettext("{places}; and at {count} more place", "{places}; and at {count} more places", more, places=named)


def describe(source: Source, language: str) -> str:
    """Gives a source in one sentence: publisher, title, date, place in it, note."""
    parts = [
        source.publisher,
        source.title if source.title != source.publisher else "",
        words.partial(source.date, language, words.LONG),
        source.locator,
    ]
    said = ""
    for part in filter(None, parts):
        if not _plain(said).endswith(_plain(part)):
            said = f"{said}, {part}" if said else part
    note = f" {source.note.rstrip('.')}." if source.note else ""
    return printable(said.rstrip(".") + "." + note)


def _plain(text: str) -> str:
    return text.replace(words.NBSP, " ").casefold().rstrip(".")


def dated(text: str, language: str) -> str:
    """Gives a date typed as 2025-03-31 as the page prints dates; anything else stays as typed."""
    return words.day(date.fromisoformat(text), language) if re.fullmatch(r"\d{4}-[01]\d-[0-3]\d", text) else text


def _shown(url: str) -> str:
    """Gives an address as it is printed: without its scheme, cut where it is too long to read."""
    bare = re.sub(r"^https?://(www\.)?", "", url).rstrip("/")
    return bare if len(bare) <= SHOWN else bare[: SHOWN - 1] + "…"


def lists(page: Page) -> Lists:
    """Gives the lists that the paper rests on."""
    text = prose(page, page.placed.section.text)
    return Lists(
        text.lead,
        tuple(
            ListUsed(
                id=item.list,
                title=printable(item.title or item.list),
                publisher=printable(item.publisher),
                published=words.day(item.published, page.context.language) if item.published else "",
                entities=f"{item.entities:,}",
                partial=item.partial,
                hash=_halves(item.sha256),
                later=bool(item.published and item.published > page.context.dossier.as_of),
            )
            for item in page.context.dossier.lists
        ),
        tuple(_cited(page)),
        text.parts,
    )


def _cited(page: Page) -> Iterator[ListCited]:
    context = page.context
    imported = {item.id for item in context.dossier.lists}
    for source in sorted(context.dossier.sources, key=lambda source: (source.publisher, source.title)):
        if source.kind == "list" and source.id not in imported:
            yield ListCited(
                key=context.keys.get(source.id, ""),
                title=printable(source.title),
                publisher=printable(source.publisher),
                published=words.partial(source.date, context.language, words.LONG),
                hash=_halves(source.sha256),
            )


def _halves(digest: str) -> tuple[str, ...]:
    return (digest[:32], digest[32:]) if digest else ()


def clearance(page: Page) -> Cleared:
    """Gives the clearance grid, the versions and the distribution."""
    pack = page.context.pack
    text = prose(page, page.placed.section.text)
    distribution = pack.settings.distribution
    return Cleared(
        lead=text.lead,
        rows=tuple(replace(row, date=dated(row.date, pack.language)) for row in pack.clearances),
        versions=tuple((name, dated(day, pack.language), what) for name, day, what in pack.settings.versions),
        distribution=distribution.rstrip(".") + "." if distribution else "",
        parts=text.parts,
    )
