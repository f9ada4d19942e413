"""Whether what the pack states held on its day, has run out by then, or has changed since it was gathered."""

from collections.abc import Iterable, Iterator

from briefer.analysis.aged import all_aged
from briefer.analysis.checks.case import Case, Check, Hit
from briefer.analysis.moments import in_words
from briefer.analysis.remains import remains_of_measure
from briefer.language import _, day_in_words, mark
from briefer.model.answers import FieldChange
from briefer.model.facts import Designation, PartialDate
from briefer.model.relief import Remains

LISTED = "listed"
"""The field of a change that says whether an entity is still listed."""


def _later_positions(case: Case) -> Iterator[Hit]:
    for position in case.dossier.positions:
        if _after(case, position.said_on or position.reported_on):
            yield _("The position of {holder} was taken after the as-of date.", holder=position.holder), position.id


def _later_listings(case: Case) -> Iterator[Hit]:
    for entity in case.dossier.entities:
        if any(_after(case, item.start) for item in entity.designations):
            yield _("{caption} has a listing that starts after the as-of date.", caption=entity.caption), entity.id


def _later_sources(case: Case) -> Iterator[Hit]:
    for source in case.dossier.sources:
        if source.kind != "list" and _after(case, source.date):
            yield _("The source “{title}” is dated after the as-of date.", title=source.title), source.id


def _later_lists(case: Case) -> Iterator[Hit]:
    for snapshot in case.dossier.lists:
        if snapshot.published and snapshot.published > case.pack.as_of:
            yield _("The list “{title}” was published after the as-of date.", title=snapshot.title), snapshot.id


def _old_lists(case: Case) -> Iterator[Hit]:
    """Lists that say a pick is listed, and whose newest state at hand no longer tells it of the day."""
    facts = case.dossier
    titles = {item.list: item.title for item in facts.lists}
    found = {each for entity in facts.entities for each in all_aged(entity.designations, case.pack.as_of)}
    for each in sorted(found):
        ids = [item.id for item in facts.lists if (item.list, item.published) == (each.list, each.published)]
        yield each.told(titles), ids[0] if ids else each.list


def _undated_lists(case: Case) -> Iterator[Hit]:
    for snapshot in case.dossier.lists:
        if snapshot.published is None:
            yield _("The list “{title}” carries no publication date.", title=snapshot.title), snapshot.id


def _expired_listings(case: Case) -> Iterator[Hit]:
    """Listings that ran out by what their list says, and by every renewal that the rulebook knows."""
    for entity, relief in zip(case.dossier.entities, case.reliefs, strict=True):
        ran_out = {
            (item.regime, item.programme, until)
            for item in entity.designations
            if item.until and not item.ended and _before(case, item.until)
            if (until := _ran_to(item.until, (one for one in relief.remains if _same_listing(one, item))))
        }
        for regime, programme, until in sorted(ran_out):
            told = _(
                "{caption}: the {regime} listing under “{programme}” ran to {until} only.",
                caption=entity.caption,
                regime=regime,
                programme=programme,
                until=until,
            )
            yield told, entity.id


def _same_listing(one: Remains, item: Designation) -> bool:
    return (one.regime, one.programme) == (item.regime, item.programme)


def _ran_to(stated: PartialDate, known: Iterable[Remains]) -> str:
    """Gives to which day something ran by its own statement or a later renewal; empty where one goes on."""
    ends = tuple(known)
    if any(one.until or one.basis == "none" for one in ends):
        return ""
    last = max((one.ran_to for one in ends if one.ran_to), default=None)
    return day_in_words(last) if last and last != stated.latest else in_words(stated)


def _expired_measures(case: Case) -> Iterator[Hit]:
    for measure in case.dossier.measures:
        if measure.until and _before(case, measure.until):
            ends = remains_of_measure(measure, case.dossier.law.renewals, case.pack.as_of)
            if until := _ran_to(measure.until, ends):
                yield _("The measure “{title}” ran to {until} only.", title=measure.title, until=until), measure.id


def _expired_rows(case: Case) -> Iterator[Hit]:
    for row in case.dossier.programmes:
        if row.valid_to and row.valid_to < case.pack.as_of:
            yield (
                _("The rulebook's row on “{tag}” holds to {day} only.", tag=row.tag, day=day_in_words(row.valid_to)),
                row.tag,
            )


def _delisted(case: Case) -> Iterator[Hit]:
    for change in case.beyond.changes if case.beyond else ():
        if _went(change):
            name = _name(case, change.id)
            yield _("{name} was listed when the pack was refreshed and no longer is.", name=name), change.id


def _changed(case: Case) -> Iterator[Hit]:
    for id, names in _fields(case.beyond.changes if case.beyond else ()).items():
        name, fields = _name(case, id), ", ".join(map(_, names))
        yield _("{name} has changed since the pack was refreshed: {fields}.", name=name, fields=fields), id


def _delisted_later(case: Case) -> Iterator[Hit]:
    if case.beyond and case.beyond.until:
        known = {change.id for change in case.beyond.changes if _went(change)}
        for change in case.beyond.later:
            if _went(change) and change.id not in known:
                name = _name(case, change.id)
                day = day_in_words(case.beyond.until)
                yield _("{name} is no longer listed on {day}, after the as-of date.", name=name, day=day), change.id


def _changed_later(case: Case) -> Iterator[Hit]:
    if case.beyond and case.beyond.until:
        known = {(change.id, change.field) for change in case.beyond.changes}
        later = (change for change in case.beyond.later if (change.id, change.field) not in known)
        for id, names in _fields(later).items():
            name = _name(case, id)
            told = _(
                "{name} differs on {day}, after the as-of date: {fields}.",
                name=name,
                day=day_in_words(case.beyond.until),
                fields=", ".join(map(_, names)),
            )
            yield told, id


def _begun(case: Case) -> Iterator[Hit]:
    for id, said in case.beyond.begun if case.beyond else ():
        yield f"{_name(case, id)}: {said}", id


def _fields(changes: Iterable[FieldChange]) -> dict[str, list[str]]:
    """Gives by id the fields that changed; one that is no longer listed is told of apart."""
    fields: dict[str, list[str]] = {}
    changed = tuple(changes)
    gone = {change.id for change in changed if _went(change)}
    for change in changed:
        if change.id not in gone:
            fields.setdefault(change.id, []).append(change.field)
    return fields


def _went(change: FieldChange) -> bool:
    return change.field == LISTED and change.old == "yes"


def _name(case: Case, id: str) -> str:
    names = {one.id: _("The position of {holder}", holder=one.holder) for one in case.dossier.positions}
    names |= {one.id: _("The measure “{title}”", title=one.title) for one in case.dossier.measures}
    return case.entities[id].caption if id in case.entities else names.get(id, f"“{id}”")


def _after(case: Case, when: PartialDate | None) -> bool:
    return bool(when and when.earliest and when.earliest > case.pack.as_of)


def _before(case: Case, when: PartialDate) -> bool:
    return bool(when.latest and when.latest < case.pack.as_of)


_HOLDS = mark("Check that it holds on that day, or set a later as-of date.")
_RENEWED = mark("Look up whether it was renewed; correct the date, or say that it has ended.")
_REFRESH = mark("Run `briefer refresh` on the pack, and read the text again.")
_DATE = mark("Import the same file again with --published DATE, which dates it, and refresh the pack.")
_LATER = mark(
    "Import a later state of the list and refresh the pack, or say in the text of which day the listings are."
)
_SAY = mark("Set a later as-of date and refresh, or say in the text what has changed.")
_MAY = mark("Say in the text that this listing is, or may be, in force on that day; the pages do not.")

CHECKS = (
    Check("as-of", "error", _HOLDS, _later_positions),
    Check("as-of", "error", _HOLDS, _later_listings),
    Check("as-of", "warning", _HOLDS, _later_sources),
    Check("as-of", "warning", _HOLDS, _later_lists),
    Check("as-of", "warning", _LATER, _old_lists),
    Check("as-of", "warning", _MAY, _begun),
    Check("expired", "warning", _RENEWED, _expired_listings),
    Check("expired", "warning", _RENEWED, _expired_measures),
    Check("expired", "warning", mark("Refresh the pack, or correct the row of the rulebook."), _expired_rows),
    Check("delisted", "warning", _REFRESH, _delisted),
    Check("delisted", "warning", _SAY, _delisted_later),
    Check("changed", "warning", _REFRESH, _changed),
    Check("changed", "note", _SAY, _changed_later),
    Check("as-of", "note", _DATE, _undated_lists),
)
