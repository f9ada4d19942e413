"""What a programme tag rests on: rows of the rulebook."""

from dataclasses import dataclass
from datetime import date

from briefer.model.facts import Confidence

REGIMES = {
    "US": "United States",
    "EU": "European Union",
    "UK": "United Kingdom",
    "UN": "United Nations",
    "CH": "Switzerland",
    "CA": "Canada",
    "AU": "Australia",
    "JP": "Japan",
    "NZ": "New Zealand",
    "UA": "Ukraine",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One dated row of the rulebook: a tag exactly as a list prints it, and the authority behind it.

    `parts` are the parts of the Code of Federal Regulations or the acts that carry it out; `row` names the file and
    the row, for messages; `digest` is the hash of the row's content, for the pack.
    """

    tag: str
    regime: str
    title: str
    authority: str
    basis: str = ""
    parts: str = ""
    lists: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    citation: str = ""
    confidence: Confidence = Confidence.TO_BE_VERIFIED
    note: str = ""
    row: str = ""
    digest: str = ""
