"""The workbook's sheets of sources and of list files: each under its fact key, with the address it can be read at."""

from collections.abc import Callable, Iterator

from briefer.assemble import cells, words
from briefer.assemble.addresses import NO_ADDRESS, address
from briefer.assemble.context import Context
from briefer.language import _, mark
from briefer.model.brief import Cell
from briefer.model.facts import Snapshot
from briefer.model.policy import Source

Row = tuple[Cell, ...]
NOT_OF_THE_WEB = mark("no address of the web")


def source_rows(context: Context, printed: frozenset[str] = frozenset()) -> Iterator[Row]:
    """Yields every source by its key; those in `printed` have theirs on the pages."""
    for item in sorted(context.dossier.sources, key=lambda source: int(context.keys[source.id][1:])):
        yield (
            context.keys[item.id],
            _("yes") if item.id in printed else _("no, in this workbook alone"),
            item.title,
            item.publisher,
            words.exact(item.date),
            item.locator,
            cells.kept(item.kind),
            item.grade,
            item.confidence.value,
            item.note,
            *_address(item),
            item.sha256,
        )


def _address(source: Source) -> Row:
    """Gives the address as a link and to be read, and what it leads to; where none is held, the first says so."""
    found = address(source)
    if source.url and not found.url:
        return _(NOT_OF_THE_WEB), source.url, ""
    return found.url or _(NO_ADDRESS), found.url, found.leads_to


def _lists(context: Context) -> Iterator[Row]:
    for item in context.dossier.lists:
        yield _imported(context, item)
    imported = {item.id for item in context.dossier.lists}
    for source in context.dossier.sources:
        if source.kind == "list" and source.id not in imported:
            told = ("", words.exact(source.date), None, None, "", _("cited, not imported"))
            known = cells.keys(context, (source.id,)), *_address(source), source.sha256
            yield (source.id, source.title, source.publisher, *told, *known)


def _imported(context: Context, item: Snapshot) -> Row:
    file = Source(id=item.id, title=item.title, publisher=item.publisher, url=item.url, kind="list")
    return (
        item.list,
        item.title,
        item.publisher,
        words.regime(item.regime),
        item.published,
        item.entities,
        item.declared,
        words.yes(item.partial),
        item.format,
        cells.keys(context, (item.id,)),
        *_address(file),
        item.sha256,
    )


SOURCES: dict[str, Callable[[Context], Iterator[Row]]] = {"Sources": source_rows, "Lists": _lists}
