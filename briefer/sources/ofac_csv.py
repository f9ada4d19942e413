"""OFAC's legacy CSV, SDN or non-SDN: four files without a header, told apart by columns, found by name."""

import re
from collections import Counter, defaultdict
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefer.language import _, mark, ngettext
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Designation, EntityRecord, Link, Value
from briefer.sources import ofac_directives, ofac_programmes, ofac_remarks
from briefer.sources.cells import Cleaner
from briefer.sources.opening import DOWNLOAD, Look, rows, sha256_of_set
from briefer.sources.reading import Head, Reading, Record

COLUMNS = 12
NULL = "-0-"
END = "\x1a"
PARTS = {6: "ADD.CSV", 5: "ALT.CSV", 2: "SDN_COMMENTS.CSV"}
"""Columns of the other three files and their names in the SDN set."""

SETS = {
    "ofac-sdn": ("SDN.CSV", "ADD.CSV", "ALT.CSV", "SDN_COMMENTS.CSV"),
    "ofac-cons": ("CONS_PRIM.CSV", "CONS_ADD.CSV", "CONS_ALT.CSV", "CONS_COMMENTS.CSV"),
}
TITLES = {
    "ofac-sdn": "Specially Designated Nationals and Blocked Persons List (SDN)",
    "ofac-cons": "Consolidated Sanctions List (non-SDN)",
}
URLS = {
    "ofac-sdn": "https://ofac.treasury.gov/specially-designated-nationals-and-blocked-persons-list-sdn-human-readable-lists",
    "ofac-cons": "https://ofac.treasury.gov/consolidated-sanctions-list-non-sdn-lists",
}
SCHEMATA = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "": "LegalEntity"}
ALIASES = {"aka": ("alias", ""), "fka": ("previousName", ""), "nka": ("alias", "n.k.a.")}
MISSING = (
    mark("{file} is not beside {main}, so addresses are missing"),
    mark("{file} is not beside {main}, so strong aliases are missing"),
    mark("{file} is not beside {main}, so the ends of long remarks are missing"),
)
"""What a set lacks where one of the lesser files is not there, in their order."""

COLUMN_PROPS = (
    (4, "title"),
    (5, "callSign"),
    (6, "type"),
    (7, "deadweightTonnage"),
    (8, "grossRegisteredTonnage"),
    (9, "flag"),
)
BRACKETS = re.compile(r"\]\s*\[")
PACKED = ".GZ"
FEW = 20
"""So many records may be in the lesser files alone: in the sets as published none is, in one cut off many are."""

Rest = dict[str, list[list[str]]]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the main file, by ent_num, and the ids of the names that occur once."""

    addresses: Rest
    aliases: Rest
    comments: Rest
    ids: dict[str, str]
    has_comments: bool


def sniff(look: Look) -> Reading | None:
    """The set that a file belongs to, None where it is part of none; BadInput where the main file is missing."""
    if look.shape != "csv" or not look.lines or not _is_part(look.lines[0]):
        return None
    main = look.path
    if len(look.lines[0]) != COLUMNS:
        main = main_file(look.path) or _missing(look)
    key = _list_of(main)
    files = _files(main, key)
    return Reading(
        path=main,
        files=tuple(files.values()),
        format="ofac-csv",
        kind="list",
        sha256=sha256_of_set(files),
        records=partial(_records, key, files),
    )


def main_file(path: Path) -> Path | None:
    """The main file of the set that a file is the lesser part of by its name, None where it is none or has none.

    Each may be packed by itself (SDN.CSV.GZ); of the same file in both ways the plain one is taken.
    """
    for names in SETS.values():
        if path.name.upper().removesuffix(PACKED) in names[1:]:
            return _sibling(path, names[0]) or _sibling(path, names[0] + PACKED)
    return None


def packed_set(path: Path) -> tuple[Path, ...]:
    """The lesser files beside a main file, as it is named, where it or one of them is packed; none of any other."""
    for first, *others in SETS.values():
        if path.name.upper().removesuffix(PACKED) == first:
            found = (_sibling(path, name) or _sibling(path, name + PACKED) for name in others)
            beside = tuple(file for file in found if file)
            return beside if any(file.name.upper().endswith(PACKED) for file in (path, *beside)) else ()
    return ()


def _is_part(cells: tuple[str, ...]) -> bool:
    return len(cells) in (COLUMNS, *PARTS) and cells[0].strip().isdigit()


def _missing(look: Look) -> Path:
    name = PARTS[len(look.lines[0])]
    raise BadInput(
        look.path,
        _(
            "this has the columns of OFAC's {name}, one of a set of four, and the set's main file is not beside it",
            name=name,
        ),
        _("put SDN.CSV (or CONS_PRIM.CSV) into the same folder and import that"),
    )


def _sibling(path: Path, name: str) -> Path | None:
    found = [other for other in path.parent.iterdir() if other.name.upper() == name and other.is_file()]
    return min(found, default=None)


def _list_of(main: Path) -> str:
    stem = main.name.upper()
    if stem.startswith(("SDN", "CONS")):
        return "ofac-sdn" if stem.startswith("SDN") else "ofac-cons"
    first = [_programmes(cells[3]) for _, (_, cells) in zip(range(200), _main_rows(main), strict=False)]
    return "ofac-cons" if any(map(ofac_programmes.is_non_sdn, first)) else "ofac-sdn"


def _files(main: Path, key: str) -> dict[str, Path]:
    first, *others = SETS[key]
    found = {name: _sibling(main, name) for name in others}
    return {first: main} | {name: path for name, path in found.items() if path}


def _records(key: str, files: dict[str, Path]) -> Iterator[Record]:
    main_name, add, alt, comments = SETS[key]
    main = files[main_name]
    yield Head(list=key, title=TITLES[key], publisher="OFAC", regime="US", url=URLS[key])
    yield from (
        Warned(record="", message=_(what, file=name, main=main.name))
        for name, what in zip((add, alt, comments), MISSING, strict=True)
        if name not in files
    )
    beside = Beside(
        addresses=_by_number(files.get(add), 6),
        aliases=_by_number(files.get(alt), 5),
        comments=_by_number(files.get(comments), 2),
        ids=_ids(main),
        has_comments=comments in files,
    )
    known = yield from _entities(main, key, beside)
    for name, rest in ((add, beside.addresses), (alt, beside.aliases), (comments, beside.comments)):
        if stray := [number for number in rest if number not in known]:
            yield _stray(main, name, stray)


def _stray(main: Path, name: str, stray: list[str]) -> Warned:
    """Warns of records that a lesser file alone has; BadInput where they are more than a few."""
    told = ", ".join(stray[:5]) + (" …" if len(stray) > 5 else "")
    if len(stray) > FEW:
        raise BadInput(
            main,
            _(
                "{file} beside it has rows for {count:,} records that it lacks ({numbers}): it is cut off, "
                "or the two are of different days",
                file=name,
                count=len(stray),
                numbers=told,
            ),
            _("download all files of the set together; an excerpt goes alone into a folder of its own"),
        )
    message = ngettext(
        "{file} has rows for {count} record that {main} lacks ({numbers})",
        "{file} has rows for {count} records that {main} lacks ({numbers})",
        len(stray),
        file=name,
        main=main.name,
        numbers=told,
    )
    return Warned(record="", message=message)


def _entities(main: Path, key: str, beside: Beside) -> Generator[Record, None, set[str]]:
    seen: set[str] = set()
    for row, cells in _main_rows(main):
        number = cells[0].strip()
        if number in seen:
            yield Warned(
                record=f"ofac-{number}",
                message=_("row {number} repeats this number; the first row was kept", number=row),
            )
            continue
        seen.add(number)
        yield from _entity(Cleaner(main, row, f"ofac-{number}"), number, cells, key, beside)
    return seen


def _entity(cleaner: Cleaner, number: str, cells: list[str], key: str, beside: Beside) -> Iterator[Record]:
    comment = "".join(row[1] for row in beside.comments.get(number, []))
    remark, stray, warning = _remark(cells[11], comment, beside.has_comments)
    said = ofac_remarks.read(remark, cleaner)
    values = [*_names(cells, cleaner), *_aliases(beside.aliases.get(number, []), cleaner)]
    values += [*_columns(cells, cleaner), *_addresses(beside.addresses.get(number, []), cleaner), *said.values]
    if stray:
        values.append(cleaner.value("notes", stray, note="comment that does not continue the remark"))
    yield EntityRecord(
        id=cleaner.record,
        schema=SCHEMATA.get(_cell(cells[2]).lower(), "LegalEntity"),
        caption=cleaner.text(cells[1]),
        values=tuple(values),
        designations=_designations(_programmes(cells[3]), key, said.directives),
        links=(*_owners(cells[10], cleaner, beside.ids), *ofac_remarks.links(said.linked, cleaner.record, beside.ids)),
        remarks=cleaner.text(remark),
    )
    yield from cleaner.warnings()
    if warning:
        yield Warned(record=cleaner.record, message=warning)


def _remark(cell: str, comment: str, has_comments: bool) -> tuple[str, str, str]:
    """The whole remark, a comment that does not belong to it, and what to warn of."""
    remark = _cell(cell)
    if comment and ofac_remarks.is_cut(cell):
        return cell.lstrip() + comment, "", ""  # cut mid-word or at a blank: joined without another
    if comment and remark:
        return remark, comment, _("a comment continues a remark that was not cut; it is kept as a note")
    if comment:
        return comment, "", ""
    if ofac_remarks.is_cut(cell) and not (has_comments and remark.endswith(".")):
        return remark, "", _("the remark is cut at 1,000 characters and its end is in no comments file")
    return remark, "", ""


def _designations(programmes: list[str], key: str, directives: tuple[tuple[str, str], ...]) -> tuple[Designation, ...]:
    return tuple(
        Designation(
            regime="US",
            programme=tag,
            list_type=kind,
            measures=ofac_directives.measures(directives, tag, blocked=kind == ofac_programmes.SDN),
        )
        for tag, kind in ofac_directives.placed(programmes, key, directives)
    )


def _names(cells: list[str], cleaner: Cleaner) -> Iterator[Value]:
    yield cleaner.value("name", cells[1])
    last, comma, first = cells[1].partition(",")
    if comma and _cell(cells[2]).lower() == "individual":
        yield cleaner.value("lastName", last.strip())
        yield cleaner.value("firstName", first.strip())
    if (kind := _cell(cells[2])) and kind.lower() not in SCHEMATA:
        yield cleaner.value("notes", f"SDN_Type {kind}")


def _aliases(found: list[list[str]], cleaner: Cleaner) -> Iterator[Value]:
    for cells in found:
        prop, note = ALIASES.get(_cell(cells[2]), ("alias", _cell(cells[2])))
        remark = _cell(cells[4])
        yield cleaner.value(prop, cells[3], note="; ".join(filter(None, (note, remark))))


def _columns(cells: list[str], cleaner: Cleaner) -> Iterator[Value]:
    for place, prop in COLUMN_PROPS:
        if text := _cell(cells[place]):
            yield cleaner.value("position" if prop == "title" else prop, text)


def _addresses(found: list[list[str]], cleaner: Cleaner) -> Iterator[Value]:
    for cells in found:
        parts = [text for text in map(_cell, cells[2:5]) if text]
        prop = "country" if parts == [_cell(cells[4])] else "address"
        if parts:
            yield cleaner.value(prop, ", ".join(parts), note=_cell(cells[5]))


def _owners(cell: str, cleaner: Cleaner, ids: dict[str, str]) -> Iterator[Link]:
    if name := cleaner.text(_cell(cell)):
        yield Link(kind="Ownership", subject=ids.get(name, ""), object=cleaner.record, text=name, role="Vessel owner")


def _programmes(cell: str) -> list[str]:
    return [tag for tag in (part.strip(" []") for part in BRACKETS.split(_cell(cell))) if tag]


def _ids(main: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    twice: Counter[str] = Counter()
    for _row, cells in _main_rows(main):
        name = " ".join(cells[1].split())
        twice[name] += 1
        found[name] = f"ofac-{cells[0].strip()}"
    return {name: record for name, record in found.items() if twice[name] == 1}


def _by_number(path: Path | None, columns: int) -> Rest:
    found: Rest = defaultdict(list)
    for _row, cells in _whole_rows(path, columns) if path else ():
        found[cells[0].strip()].append(cells)
    return found


def _main_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    return _whole_rows(path, COLUMNS)


def _whole_rows(path: Path, columns: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of one file; its last may be a single Ctrl-Z, which says that the file is whole."""
    for number, cells in rows(path):
        if not "".join(cells).strip(END + " "):
            continue
        if len(cells) != columns:
            what = ngettext(
                "the row has {count} column where OFAC's file has {columns}",
                "the row has {count} columns where OFAC's file has {columns}",
                len(cells),
                columns=columns,
            )
            raise BadInput(path, what, _(DOWNLOAD), row=number)
        if not cells[0].strip().isdigit():
            raise BadInput(
                path, _("the row starts with {text!r}, not with a number", text=cells[0][:20]), _(DOWNLOAD), row=number
            )
        yield number, cells


def _cell(text: str) -> str:
    bare = text.strip()
    return "" if bare == NULL else bare
