"""The sheets of the workbook: the same facts as the pages, each row beside the key that the pages print."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from briefer.analysis.limbs import DIRECTIVE, limbs
from briefer.assemble import addresses, cells, ends, identity, law_keys, words
from briefer.assemble.ally_sheets import ALLIES
from briefer.assemble.change_columns import Described
from briefer.assemble.changes import CHANGES
from briefer.assemble.columns import TABLES
from briefer.assemble.context import Context, from_where, unique
from briefer.assemble.designations import renewed
from briefer.assemble.detail_sheets import DETAILS
from briefer.assemble.facts import label, native
from briefer.assemble.key_sheet import KEYS
from briefer.assemble.listed import parted, unplaced
from briefer.assemble.option_sheets import OPTIONS
from briefer.assemble.relief_sheets import RELIEF
from briefer.assemble.source_sheets import SOURCES, source_rows
from briefer.assemble.stance_rows import stance_rows
from briefer.language import _, mark
from briefer.model.brief import Cell, Column, Finding, Sheet
from briefer.model.facts import Absence, Confidence, Designation, Entity
from briefer.model.law import REGIMES
from briefer.model.policy import Position
from briefer.rulebook import after_end

Row = tuple[Cell, ...]
IDENTIFIERS = (
    "imoNumber", "innCode", "ogrnCode", "swiftBic", "leiCode", "taxNumber", "registrationNumber", "passportNumber",
    "idNumber", "mmsi",
)  # fmt: skip


LEADING = {"Designations": 3, "Relief": 4, "Remains": 4, "Options": 5, "Allies": 3, "Stances": 3, "Changes": 5}
"""How many columns name a row, where an id and a name do not."""
EMPTY = (None, "")
CONFIDENCES = frozenset({mark("Confidence"), mark("Confidence of the rule"), mark("Confidence for this entry")})
"""The columns, by their English heads, that say how sure a row is."""
ORDER = {code: place for place, code in enumerate(REGIMES)}
NOT_LOOKED_UP = mark("not looked up")
"""What stands of somebody whom a link names and whom nobody looked up in the lists for this paper."""
NAMES = {
    "Key": mark("Reading key"),
    "Entities": mark("Entities"),
    "Designations": mark("Designations"),
    "Details": mark("Details"),
    "Links": mark("Links"),
    "Relief": mark("Relief"),
    "Remains": mark("Remains"),
    "Ripple": mark("Ripple"),
    "Options": mark("Options"),
    "Allies": mark("Allies"),
    "Measures": mark("Measures"),
    "Positions": mark("Positions"),
    "Stances": mark("Stances"),
    "Events": mark("Events"),
    "Changes": mark("Changes"),
    "Sources": mark("Sources"),
    "Lists": mark("Lists"),
    "Findings": mark("Findings"),
}
"""What the sheets are called; a table's own name is the same in any language."""


def sheets(context: Context, findings: tuple[Finding, ...], printed: frozenset[str]) -> tuple[Sheet, ...]:
    """Gives all sheets but the workbook's own contents, each even where it is empty; findings where there are any.

    `printed` are the sources whose keys stand on the pages.
    """
    filled = ROWS | {"Sources": partial(source_rows, printed=printed)}
    made = tuple(_sheet(name, rows(context)) for name, rows in filled.items())
    found = ((item.severity, item.code, item.message, item.remedy, item.place) for item in findings)
    return (*made, _sheet("Findings", found)) if findings else made


def _sheet(name: str, rows: Iterable[Row]) -> Sheet:
    """Gives a sheet without the columns in which no row holds anything; one without rows keeps all."""
    note, described = TABLES[name]
    held = tuple(_worded(row, described) for row in rows)
    kept = [place for place in range(len(described)) if not held or any(row[place] not in EMPTY for row in held)]
    columns = tuple(
        Column(header=_(header), kind=kind, width=width) for header, kind, width in map(described.__getitem__, kept)
    )
    leading = sum(place < LEADING.get(name, 2) for place in kept)
    filled = tuple(tuple(row[place] for place in kept) for row in held)
    return Sheet(name=_(NAMES[name]), table=f"{name}Table", note=_(note), columns=columns, rows=filled, leading=leading)


def _worded(row: Row, described: tuple[Described, ...]) -> Row:
    """Gives a row with how sure it is in the words of the pages, whichever sheet says it."""
    said = zip(row, described, strict=True)
    return tuple(_sure(value) if header in CONFIDENCES else value for value, (header, _kind, _width) in said)


def _sure(value: Cell) -> Cell:
    return cells.sure(Confidence(str(value))) if value else value


def _said(entity: Entity, *props: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.value for prop in props for value in entity.values if value.prop == prop))


def _entities(context: Context) -> Iterator[Row]:
    """Yields the picks, those linked to them, and whoever a link names that no list at hand describes."""
    yield from _described(context, context.dossier.entities, _("picked"))
    yield from _described(context, context.dossier.neighbours, _("linked"))
    everyone = (*context.dossier.entities, *context.dossier.neighbours)
    links = tuple(dict.fromkeys(link for entity in everyone for link in entity.links))
    for id in unique(id for link in links for id in (link.subject, link.object)):
        if id not in context.entities:
            naming = (link for link in links if id in (link.subject, link.object))
            told = ("", "", "", "", _(NOT_LOOKED_UP), _(NOT_LOOKED_UP), *("",) * (len(TABLES["Entities"][1]) - 10))
            yield (id, context.caption(id), _("named in a link alone"), *told, cells.keys_of(context, naming))


def _described(context: Context, entities: Iterable[Entity], place: str) -> Iterator[Row]:
    everyone = (*context.dossier.entities, *context.dossier.neighbours)
    told = frozenset(code for each in everyone for code in _answered(each))
    for entity in entities:
        born = next((value.date for value in entity.values if value.prop == "birthDate" and value.date), None)
        held = context.in_force(entity)
        whole, partly = parted(held)
        own = native(entity)
        yield (
            entity.id,
            entity.caption,
            place,
            own.original if own else "",
            words.schema(entity.schema),
            "; ".join(identity.records(context, entity)[1:]),
            identity.decision(context, entity),
            _standing(held) if held else _free(entity, told),
            ", ".join(whole),
            ", ".join(partly),
            words.exact(born) or "; ".join(_said(entity, "birthDate")),
            "; ".join(
                unique(words.place(each, context.language) for each in _said(entity, "citizenship", "nationality"))
            ),
            "; ".join(unique(f"{label(each.prop)} {each.value}" for each in entity.values if each.prop in IDENTIFIERS)),
            "\n".join(entity.remarks),
            cells.keys_of(context, held or entity.values[:1]),
        )


def _free(entity: Entity, told: frozenset[str]) -> str:
    """Says of somebody whom nothing in force names what that rests on, in the regimes `told` that the paper looks at.

    A search without a result or an ended listing answers for its regime; nothing else says that somebody is not listed.
    """
    answered = _answered(entity)
    if not answered:
        return _("not searched")
    if answered >= told:
        return words.yes(False)
    return _("no in {regimes}; elsewhere not searched", regimes=", ".join(sorted(answered, key=_place)))


def _answered(entity: Entity) -> frozenset[str]:
    """Gives the regimes of which it is on record whether they list somebody."""
    return frozenset(item.regime for item in entity.absences) | {item.regime for item in entity.designations}


def _place(code: str) -> tuple[int, str]:
    return ORDER.get(code, len(ORDER)), code


def _standing(held: tuple[Designation, ...]) -> str:
    """Says whether somebody is listed, limited alone, or listed without a word on which of both it is."""
    whole, partly = parted(held)
    if partly and not whole:
        return _("limited")
    return _("open") if unplaced(held) and not whole else words.yes(bool(whole))


def _designations(context: Context) -> Iterator[Row]:
    for entity in (*context.dossier.entities, *context.dossier.neighbours):
        held = context.in_force(entity)
        for item in entity.designations:
            yield (entity.id, _record(entity, item), entity.caption, *_designation(context, item, item in held))
        for absence in entity.absences:
            yield (entity.id, _record(entity, absence), entity.caption, *_absence(context, absence))


def _record(entity: Entity, stated: Designation | Absence) -> str:
    """Gives the record that states something of an entity, where it is not the entity's own."""
    return stated.record if stated.record != entity.id else ""


def _designation(context: Context, item: Designation, in_force: bool) -> Row:
    programme, directives = context.programme(item.regime, item.programme), limbs(item)
    own = item.url if addresses.public(item.url) else ""
    return (
        words.regime(item.regime),
        item.programme,
        "; ".join(directives) if DIRECTIVE.fullmatch(item.list_type) else item.list_type,
        "; ".join(directives),
        "; ".join(item.measures),
        words.exact(item.start),
        words.exact(item.published),
        words.exact(item.amended),
        words.exact(item.until),
        _status(context, item) if in_force else _("not in force"),
        None,
        item.authority,
        programme.authority if programme else "",
        item.reason,
        item.note,
        item.confidence.value,
        cells.keys_of(context, (item,)),
        law_keys.keys(context, (programme.authority,) if programme else ()),
        own or addresses.first(context, from_where(item)),
        own,
    )


def _status(context: Context, item: Designation) -> str:
    """Says of what is in force how an end that its list states, and that has passed, is to be read."""
    until, after = renewed(context, item)
    if until and until < context.dossier.as_of:
        return ends.ran_out(until.isoformat(), "" if item.until else None)
    if not after:
        return _("in force")
    return _("in force; stated end renewed to {day}", day=until) if until else after_end()


def _absence(context: Context, item: Absence) -> Row:
    """Gives a search without a result as a row of its own."""
    blank = (*("",) * 4, *(None,) * 4)
    said = (_("searched, no entry"), words.exact(item.checked), "", "", "", item.note, item.confidence.value)
    traced = (cells.keys_of(context, (item,)), "", addresses.first(context, from_where(item)), "")
    return (words.regime(item.regime), *blank, *said, *traced)


def _measures(context: Context) -> Iterator[Row]:
    for item in context.dossier.measures:
        yield (
            item.id,
            item.title,
            words.regime(item.regime),
            item.authority,
            item.text,
            item.lifting,
            words.exact(item.start),
            words.exact(item.until),
            item.confidence.value,
            cells.keys(context, item.sources),
            law_keys.keys(context, (item.authority,)),
            addresses.first(context, item.sources),
        )


def _positions(context: Context) -> Iterator[Row]:
    yield from (_position(context, item) for item in context.dossier.positions)


def _position(context: Context, item: Position) -> Row:
    return (
        item.id,
        item.holder,
        item.capacity,
        context.issue(item),
        context.issues[item.issue].proposition if item.issue in context.issues else "",
        "; ".join(context.caption(id) for id in item.entities),
        item.stance,
        words.stance(item.stance).word,
        item.conditions,
        cells.kept(item.basis),
        words.exact(item.said_on),
        words.exact(item.reported_on),
        item.quote,
        item.language,
        item.translation,
        item.paraphrase,
        item.chain,
        item.locator,
        item.grade,
        item.confidence.value,
        item.marking,
        cells.keys(context, (item.source,)),
        addresses.first(context, (item.source,)),
    )


def _events(context: Context) -> Iterator[Row]:
    for item in context.dossier.events:
        yield (
            item.id,
            words.exact(item.date),
            cells.kept(item.kind),
            item.title,
            item.text,
            "; ".join(context.caption(id) for id in item.entities),
            item.confidence.value,
            cells.keys(context, item.sources),
            addresses.first(context, item.sources),
        )


ROWS: dict[str, Callable[[Context], Iterator[Row]]] = {
    **KEYS,
    "Entities": _entities,
    "Designations": _designations,
    **DETAILS,
    **RELIEF,
    **OPTIONS,
    **ALLIES,
    "Measures": _measures,
    "Positions": _positions,
    "Stances": stance_rows,
    "Events": _events,
    **CHANGES,
    **SOURCES,
}
