"""The workbook's sheets of the analysis of relief: classes with their reasons, what remains, and who is freed."""

from collections.abc import Callable, Iterator

from briefer.assemble import ownership, words
from briefer.assemble.context import Context
from briefer.model.brief import Cell
from briefer.model.relief import Reason, Relief

Row = tuple[Cell, ...]


def _relief(context: Context) -> Iterator[Row]:
    for found in context.relief.values():
        for reason in found.reasons:
            yield (*_whole(found), *_tag(reason), *_reasons(reason))


def _whole(found: Relief) -> Row:
    return found.id, found.caption, found.klass, "yes" if found.contested else "no"


def _tag(reason: Reason) -> Row:
    limb = ", ".join(filter(None, (reason.limb, reason.part)))
    return reason.programme, limb, reason.klass, "yes" if reason.decides else "no", reason.authority


def _reasons(reason: Reason) -> Row:
    return (
        reason.why,
        reason.actor,
        "; ".join(route.title for route in reason.routes),
        " ".join(reason.conditions),
        " ".join(wait.text for wait in reason.waits),
        reason.dispute,
        " ".join(reason.doubts),
        "; ".join(reason.citations),
        reason.confidence.value,
        "yes" if reason.overlay else "no",
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
                item.until,
                item.basis,
                item.note,
                item.confidence.value,
                ", ".join(context.keys[id] for id in item.sources if id in context.keys),
            )


def _ripple(context: Context) -> Iterator[Row]:
    yield from ownership.outcomes(context)


RELIEF: dict[str, Callable[[Context], Iterator[Row]]] = {"Relief": _relief, "Remains": _remains, "Ripple": _ripple}
