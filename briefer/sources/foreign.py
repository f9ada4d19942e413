"""Files that are recognised and cannot be imported: formats to come, formats that were retired, near misses."""

from types import MappingProxyType

from briefer.model.errors import BadInput
from briefer.sources.opening import Look

LATER = "is recognised as {name}, but this version cannot import it yet"
ROOTS = MappingProxyType(
    {
        "sdnList": ("OFAC's plain XML (SDN.XML or CONSOLIDATED.XML)", "use SDN_ENHANCED.XML or CONS_ENHANCED.XML"),
        "Sanctions": ("OFAC's ADVANCED XML", "use SDN_ENHANCED.XML or CONS_ENHANCED.XML"),
        "export": ("the EU's consolidated financial sanctions list", "use its FollowTheMoney copy (entities.ftm.json)"),
        "Designations": ("the UK Sanctions List", "use its FollowTheMoney copy (entities.ftm.json)"),
        "CONSOLIDATED_LIST": ("the UN Security Council list", "use its FollowTheMoney copy (entities.ftm.json)"),
        "data-set": ("Canada's consolidated list", "use its FollowTheMoney copy (entities.ftm.json)"),
    }
)
"""Root elements of XML files by their local name: what they are and what to use instead."""

COLUMNS = (
    ({"_id", "source", "entity_number"}, "the US Consolidated Screening List", "use OFAC's own SDN_ENHANCED.XML"),
    ({"filegenerationdate", "entity_logicalid"}, "the EU's list as CSV", "use its FollowTheMoney copy"),
    ({"celex", "recordid", "measure"}, "the Official Journal's annexes as tables", "use their FollowTheMoney copy"),
    ({"unique id", "regime name", "sanctions imposed"}, "the UK Sanctions List as CSV", "use its FollowTheMoney copy"),
    ({"schema", "aliases", "program_ids"}, "OpenSanctions' simple table", "use entities.ftm.json of the same data set"),
    ({"schema", "aliases", "sanctions"}, "OpenSanctions' simple table", "use entities.ftm.json of the same data set"),
)
"""Sets of columns that tell a table, looked for in its first three rows."""

OFSI = frozenset({"group id", "name 6", "group type"})
BODS = b'"statementId"'
FTM_LIST = (b'"schema"', b'"properties"')


def refuse(look: Look) -> BadInput:
    """The sentence for a file that no reader takes."""
    return _xml(look) or _csv(look) or _json(look) or _unknown(look)


def _xml(look: Look) -> BadInput | None:
    if look.root == "ArrayOfFinancialSanctionsTarget":
        return _retired(look)
    if look.root == "WHOLE":
        return BadInput(look.path, "this is the EU's list in a schema that was retired", "use the list of today")
    if look.root in ROOTS:
        name, remedy = ROOTS[look.root]
        return BadInput(look.path, f"the file {LATER.format(name=name)}", remedy)
    return None


def _csv(look: Look) -> BadInput | None:
    for line in look.lines:
        columns = {cell.strip().lower() for cell in line}
        if columns >= OFSI:
            return _retired(look)
        for marks, name, remedy in COLUMNS:
            if columns >= marks:
                return BadInput(look.path, f"the file {LATER.format(name=name)}", remedy)
    return None


def _json(look: Look) -> BadInput | None:
    if look.shape == "json" and all(mark in look.head for mark in FTM_LIST):
        what = "FollowTheMoney entities are not one to a line here"
        return BadInput(look.path, what, "write each entity as JSON on a line of its own")
    if look.shape == "json" and BODS in look.head:
        what = f"the file {LATER.format(name='Beneficial Ownership Data Standard statements')}"
        return BadInput(look.path, what, "use FollowTheMoney lines with Ownership")
    return None


def _retired(look: Look) -> BadInput:
    return BadInput(
        look.path,
        "this is OFSI's Consolidated List, which was closed on 28 January 2026",
        "use its successor, the UK Sanctions List of the FCDO",
    )


def _unknown(look: Look) -> BadInput:
    said = {
        "xml": f"no reader knows XML with the root <{look.root}>",
        "zip": "this is a ZIP archive and no workbook with one of our tables",
        "json": "no reader knows this JSON",
        "csv": "no reader knows this text or its columns",
    }
    return BadInput(
        look.path,
        said[look.shape],
        "hand in an OFAC file (CSV set or ENHANCED XML), FollowTheMoney lines, or a table of positions, sources, "
        "issues, events or measures",
    )
