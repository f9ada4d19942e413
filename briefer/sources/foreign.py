"""Files that are recognised and cannot be imported: formats that were retired, and near misses."""

import re

from briefer.language import _, mark
from briefer.model.errors import BadInput, Stranger
from briefer.sources import table_rows, workbooks
from briefer.sources.opening import DOWNLOAD, Look

COLUMNS = (
    ({"entity_logicalid"}, mark("the EU's financial sanctions list as CSV")),
    ({"celex", "recordid"}, mark("the Official Journal's annexes as tables")),
    ({"unique id", "regime name"}, mark("the UK Sanctions List as CSV")),
    ({"id", "schema", "aliases"}, mark("OpenSanctions' simple table")),
)
"""Columns that a table keeps even where others were taken out, looked for in its first three rows."""

NAMED = re.compile(
    r"^(sdn|add|alt|sdn_comments|cons_(prim|add|alt|comments))\.(csv|xml)"
    r"|(sdn|cons)_(advanced|enhanced)|consolidated|sanctions[ _-]?list|targets\.simple|entities\.ftm|sema",
    re.IGNORECASE,
)
"""What the names of the lists that publishers offer have in them."""

ALIKE = 2
"""From so many columns of one of our tables on a file is taken for an attempt at it."""

OFSI = frozenset({"group id", "name 6", "group type"})
OLD_BODS = b'"statementID"'
FTM_LIST = (b'"schema"', b'"properties"')


def refuse(look: Look) -> BadInput:
    """The sentence for a file that no reader takes."""
    return _xml(look) or _csv(look) or _json(look) or _table(look) or _unknown(look)


def _xml(look: Look) -> BadInput | None:
    if look.root == "ArrayOfFinancialSanctionsTarget":
        return _retired(look)
    if look.root == "WHOLE":
        return BadInput(look.path, _("this is the EU's list in a schema that was retired"), _("use the list of today"))
    return None


def _csv(look: Look) -> BadInput | None:
    for line in look.lines:
        columns = {cell.strip().lower() for cell in line}
        if columns >= OFSI:
            return _retired(look)
        for marks, name in COLUMNS:
            if columns >= marks:
                return BadInput(
                    look.path, _("this looks like {name}, but columns were changed", name=_(name)), _(DOWNLOAD)
                )
    return None


def _json(look: Look) -> BadInput | None:
    if look.shape == "json" and all(mark in look.head for mark in FTM_LIST):
        what = _("FollowTheMoney entities are not one to a line here")
        return BadInput(look.path, what, _("write each entity as JSON on a line of its own"))
    if look.shape == "json" and OLD_BODS in look.head:
        what = _("these are Beneficial Ownership Data Standard statements of a version before 0.4")
        return BadInput(look.path, what, _("ask the publisher for version 0.4"))
    return None


def _table(look: Look) -> BadInput | None:
    """The sentence for a table that has some columns of one of ours, and not those by which it is known."""
    columns = {cell.strip().lower() for cell in look.lines[0]} if look.lines else set()
    kind = max(table_rows.COLUMNS, key=lambda each: len(columns & set(table_rows.COLUMNS[each])))
    if len(columns & set(table_rows.COLUMNS[kind])) < ALIKE:
        return None
    what = _("this looks like a table of {kind}, but it lacks columns by which one is known", kind=_(kind))
    return Stranger(
        look.path,
        what,
        _("the columns of a table of {kind} are {columns}", kind=_(kind), columns=", ".join(table_rows.COLUMNS[kind])),
    )


def _retired(look: Look) -> BadInput:
    return BadInput(
        look.path,
        _("this is OFSI's Consolidated List, which was closed on 28 January 2026"),
        _("use its successor, the UK Sanctions List of the FCDO"),
    )


def _zip(look: Look) -> str:
    if look.shape == "zip" and workbooks.is_workbook(look.path):
        return _(
            "this workbook holds neither Australia's list nor one of our tables; other lists are not read from one"
        )
    return _("this is a ZIP archive and no workbook, and it holds no list")


def _unknown(look: Look) -> BadInput:
    """The sentence for a file that is none of ours; one that bears a list's name is taken for a broken one."""
    said = {
        "xml": _("no reader knows XML with the root <{root}>", root=look.root),
        "zip": _zip(look),
        "json": _("no reader knows this JSON"),
        "csv": _("no reader knows this text or its columns"),
    }
    kind = BadInput if NAMED.search(look.path.name) else Stranger
    return kind(
        look.path,
        said[look.shape],
        _(
            "hand in a list as its publisher offers it, FollowTheMoney lines, or a table of "
            "positions, sources, issues, events or measures with the columns that `briefer import "
            "--help` names"
        ),
    )
