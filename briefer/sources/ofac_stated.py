"""What OFAC states of an entity under a label of its own: a feature or an identity document, made into a value."""

import re

from briefer.model.facts import PartialDate, Value
from briefer.sources import dates
from briefer.sources.cells import Cleaner
from briefer.sources.ofac_labels import DATES, DOCUMENTS, FEATURES, bare, document_prop

COIN = "Digital Currency Address - "
NUMBERED = re.compile(r".*(?: No\.?| Number| ID| Code| Document| Certificate| #|^(?:[A-Z]\.){2,6})(?: \([A-Z]+\))?")
"""Labels that only identity documents have."""


def feature(label: str, text: str, cleaner: Cleaner, *, note: str = "", date: PartialDate | None = None) -> Value:
    """The value of a feature; one with a label that is not known is a note that starts with the label."""
    plain = bare(label)
    if plain == "Vessel Registration Identification" or plain.startswith("IMO"):
        return cleaner.value("imoNumber", text.removeprefix("IMO").strip(), note=note)
    if plain.startswith(COIN):
        return cleaner.value("publicKey", text, note=_joined(plain.removeprefix(COIN), note))
    if prop := FEATURES.get(plain):
        said = _joined(plain if plain.startswith(("Previous", "Fax", "Other")) else "", note)
        return cleaner.value(prop, text, note=said, date=date or (dates.maybe(text) if prop in DATES else None))
    if plain in DOCUMENTS:
        return cleaner.value(document_prop(plain, text), text, note=_joined(plain, note))
    return cleaner.value("notes", f"{label} {text}" if text else label, note=note, date=date)


def document(label: str, number: str, country: str, cleaner: Cleaner, *, note: str = "") -> Value:
    """The value of an identity document, its label and its country as note."""
    said = ", ".join(filter(None, (bare(label), country)))
    return cleaner.value(document_prop(label, number), number, note=_joined(said, note))


def either(label: str, text: str, country: str, cleaner: Cleaner, *, note: str = "") -> Value:
    """The value of a label in a format that lists features and identity documents in one, told apart by the label."""
    plain = bare(label)
    if plain not in FEATURES and (plain in DOCUMENTS or country or NUMBERED.fullmatch(plain)):
        return document(label, text, country, cleaner, note=note)
    return feature(label, text, cleaner, note=_joined(country, note), date=_date(plain, text))


def _date(plain: str, text: str) -> PartialDate | None:
    return dates.parse(text) if " Date (" in plain else None


def _joined(*parts: str) -> str:
    return "; ".join(filter(None, parts))
