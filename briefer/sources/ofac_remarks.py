"""The remarks of OFAC's legacy files: one text that carries all that has no column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefer.model.facts import Link, Value
from briefer.sources import dates, ofac_directives
from briefer.sources.cells import Cleaner
from briefer.sources.ofac_labels import DATES, DOCUMENTS, FEATURES, bare, document_prop

LINKED = re.compile(r"^\(?Linked To:\s*(?P<name>.+?)\)?$")
ALIAS = re.compile(r"^(?:alt\. )?(?P<kind>[afn]\.k\.a\.)\s+'(?P<name>.*)'$")
WALLET = re.compile(r"^(?:alt\. )?Digital Currency Address - (?P<coin>\S+) (?P<key>\S+)$")
IMO = re.compile(
    r"^(?:alt\. )?(?:Vessel Registration Identification|Identification Number|Company Number)\s+IMO\s+(?P<number>\d+)$"
)
DATED = re.compile(r"^(?P<label>(?:Listing|Effective|Purchase/Sales For Divestment) Date \(.+?\)):?\s+(?P<date>.+)$")

# Longest label first, so that "Registration ID" does not win over "Business Registration Document #".
NAMES = "|".join(re.escape(name) for name in sorted({**FEATURES, **DOCUMENTS}, key=len, reverse=True))
KNOWN = re.compile(rf"^(?:alt\. )?(?P<label>{NAMES}):?\s+(?P<rest>.+)$")
WORDS = r"[A-Z][\w.,'/ ]{1,60}?(?: No\.?| Number| ID| Code| Document| Certificate)(?: \([A-Z]+\))?(?: #)?"
NUMBERED = re.compile(rf"^(?:alt\. )?(?P<label>{WORDS}|(?:[A-Z]\.){{2,6}}(?: #)?)\s+(?P<rest>\S*\d.*)$")
REST = re.compile(
    r"^(?P<number>.+?)(?:\s+\((?P<country>[^()]+)\))?(?P<dates>(?:\s+(?:issued|expires|effective)\s+[^;]+)?)$"
)
CUT = 999
"""Characters of a remark from which on it counts as cut; OFAC cuts at 1,000, and a trailing blank may be lost."""


@dataclass(slots=True)
class Remarks:
    """What a remark says: values, names of linked entities, and directives by the number of their order."""

    values: list[Value] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    directives: tuple[ofac_directives.Said, ...] = ()


def read(text: str, cleaner: Cleaner) -> Remarks:
    """Takes a whole remark apart; what has no known shape becomes a note, so nothing is lost."""
    parts = _parts(cleaner.text(text))
    found = Remarks(directives=ofac_directives.directives(part.removeprefix("alt. ") for part in parts))
    for part in parts:
        if match := LINKED.match(part):
            found.linked.append(match["name"])
            continue
        found.values.append(_value(part, cleaner))
    return found


def is_cut(remark: str) -> bool:
    """Whether a remark, as it stands in its cell, was cut."""
    return len(remark) >= CUT


def links(linked: list[str], record: str, ids: dict[str, str]) -> Iterator[Link]:
    """Links without direction or share to what `Linked To:` names; `ids` gives the id of a printed name."""
    for name in linked:
        # The full stop that ends a remark may be the name's own: "CECOEX, S.A."
        other = ids.get(name) or ids.get(f"{name}.") or ""
        yield Link(kind="UnknownLink", subject=record, object=other, text=name, role="Linked To")


def _parts(text: str) -> list[str]:
    whole = text.removesuffix(".")
    return [part.strip() for part in re.split(r";\s+", whole) if part.strip(" ;")]


def _value(part: str, cleaner: Cleaner) -> Value:
    if match := ALIAS.match(part):
        note = "" if match["kind"] == "a.k.a." else match["kind"]
        return cleaner.value("weakAlias", match["name"], note=note)
    if match := WALLET.match(part):
        return cleaner.value("publicKey", match["key"], note=match["coin"])
    if match := IMO.match(part):
        return cleaner.value("imoNumber", match["number"])
    if match := KNOWN.match(part):
        return _known(match["label"], match["rest"], cleaner)
    if match := NUMBERED.match(part):
        return _document(match["label"], match["rest"], cleaner)
    match = DATED.match(part)
    return cleaner.value("notes", part, date=dates.parse(match["date"]) if match else None)


def _known(label: str, rest: str, cleaner: Cleaner) -> Value:
    if label in DOCUMENTS:
        return _document(label, rest, cleaner)
    prop = FEATURES[label]
    note = label if label.startswith(("Previous", "Fax", "Other")) else ""
    return cleaner.value(prop, rest, note=note, date=dates.parse(rest) if prop in DATES else None)


def _document(label: str, rest: str, cleaner: Cleaner) -> Value:
    match = REST.match(rest)
    if match is None:  # pragma: no cover - the pattern matches every text of one line
        return cleaner.value("idNumber", rest, note=bare(label))
    said = [part for part in (", ".join(filter(None, (bare(label), match["country"]))), match["dates"].strip()) if part]
    return cleaner.value(document_prop(label, match["number"]), match["number"], note="; ".join(said))
