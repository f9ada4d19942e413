"""The workbook's sheets of the analysis of relief: classes with their reasons, what remains, and who is freed."""

from collections.abc import Callable, Iterator

from briefer.assemble import cells, ends, ownership, words
from briefer.assemble.context import Context
from briefer.language import _
from briefer.model.brief import Cell
from briefer.model.facts import Confidence
from briefer.model.relief import Act, Reason, Relief

Row = tuple[Cell, ...]


def _relief(context: Context) -> Iterator[Row]:
    for found in context.relief.values():
        for reason in found.reasons:
            said = (*_tag(reason), *_whole(found, reason), *_takes(reason), *_known(reason))
            yield (found.id, found.caption, *said, cells.keys(context, reason.sources))


def _tag(reason: Reason) -> Row:
    limb = ", ".join(filter(None, (reason.limb, reason.part)))
    return reason.programme, limb, reason.klass, words.yes(reason.decides)


def _whole(found: Relief, reason: Reason) -> Row:
    return found.klass, words.yes(found.contested), reason.dispute


def _takes(reason: Reason) -> Row:
    return (
        reason.authority,
        reason.why,
        "\n".join(_act(act) for act in reason.acts),
        " ".join(text for text in reason.conditions if text not in reason.unsettled),
        " ".join(reason.unsettled),
        " ".join(wait.text for wait in reason.waits),
    )


def _act(act: Act) -> str:
    beside = (_("as well: {instruments}", instruments=title) for title in act.beside)
    return f"{act.actor}: {'; '.join((*act.instruments, *beside))}"


def _known(reason: Reason) -> Row:
    return (
        " ".join(reason.doubts),
        "; ".join(reason.citations),
        (reason.rule or reason.confidence).value,
        max(reason.confidence, reason.listing, key=list(Confidence).index).value,
        words.yes(reason.overlay),
    )


def _remains(context: Context) -> Iterator[Row]:
    for found in context.relief.values():
        for item in found.remains:
            yield (
                found.id,
                found.caption,
                words.regime(item.regime),
                item.programme,
                item.act,
                "; ".join(item.list_types),
                words.exact(item.since),
                ends.cell(item.until, item.about),
                cells.known_from(context, item.regime, item.until, item.basis, item.ran_to),
                item.note,
                item.confidence.value,
                cells.keys(context, item.sources),
            )


def _ripple(context: Context) -> Iterator[Row]:
    yield from ownership.outcomes(context)


RELIEF: dict[str, Callable[[Context], Iterator[Row]]] = {"Relief": _relief, "Remains": _remains, "Ripple": _ripple}
