"""The workbook's sheets of the analysis of relief: classes with their reasons, what remains, and who is freed."""

from collections.abc import Callable, Iterator

from briefer.analysis.remains import remains_by_start
from briefer.assemble import cells, ends, law_keys, ownership, words
from briefer.assemble.context import Context
from briefer.assemble.limits import OUTCOMES
from briefer.language import _
from briefer.model.brief import Cell
from briefer.model.facts import Confidence
from briefer.model.relief import Act, Reason, Relief, Remains

Row = tuple[Cell, ...]


def _relief(context: Context) -> Iterator[Row]:
    for found in context.relief.values():
        for reason in found.reasons:
            said = (*_tag(reason), *_whole(found, reason), *_takes(reason), *_known(reason))
            law = law_keys.keys(context, reason.citations)
            yield (found.id, found.caption, *said, cells.keys(context, reason.sources), law)


def _tag(reason: Reason) -> Row:
    return reason.programme, cells.tag("", reason.limb, reason.part), reason.klass, words.yes(reason.decides)


def _whole(found: Relief, reason: Reason) -> Row:
    return found.klass, _contested(found, reason), reason.dispute


def _contested(found: Relief, reason: Reason) -> str:
    """Says what is contested: the class of the whole, or of the relief from this tag something else."""
    if found.contested:
        return _("class")
    return _("relief") if reason.unsettled else words.yes(False)


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
        for item in _by_start(context, found):
            yield (
                found.id,
                found.caption,
                words.regime(item.regime),
                item.programme,
                item.act,
                "; ".join(item.list_types),
                words.exact(item.since) or ("" if item.owned else _("not stated")),
                ends.cell(item.until, item.about),
                cells.known_from(context, item.regime, item.until, item.basis, item.ran_to),
                _noted(context, found, item),
                item.confidence.value,
                cells.keys(context, item.sources),
                law_keys.keys(context, (item.act,)),
            )


def _by_start(context: Context, found: Relief) -> tuple[Remains, ...]:
    """Gives what stays elsewhere on an entry, the parts of an act apart that did not begin together."""
    entity = context.entities.get(found.id)
    if entity is None:
        return found.remains
    known = context.known
    held = context.in_force(entity)
    listed = remains_by_start(held, known.programmes, known.renewals, context.dossier.as_of)
    beside = tuple(item for item in found.remains if item.measure or item.owned)
    order = tuple(item.regime for item in found.remains)
    return tuple(sorted((*listed, *beside), key=lambda item: order.index(item.regime)))


def _noted(context: Context, found: Relief, item: Remains) -> str:
    """Gives the note, and of a measure that lists nobody the id under which its own row stands."""
    if item.measure in ("", found.id):
        return item.note
    title = context.caption(item.measure)
    own = _("A measure that lists nobody, told under {id} too: {title}.", id=item.measure, title=title)
    return " ".join(filter(None, (own, item.note)))


def _ripple(context: Context) -> Iterator[Row]:
    cited = {case.rule.regime: case.rule.citation for case in context.cases.values()}
    own = frozenset(_(said) for said, _page in OUTCOMES.values())
    for row in ownership.outcomes(context):
        outcome, why = row[5:7]  # what becomes of a limit has a rule of its own, which its reason cites
        law = law_keys.keys(context, (why,) if outcome in own else (cited[row[2]], why))
        yield *row, law


RELIEF: dict[str, Callable[[Context], Iterator[Row]]] = {"Relief": _relief, "Remains": _remains, "Ripple": _ripple}
