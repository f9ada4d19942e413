"""The tables that OFAC's ADVANCED XML puts before its parties: codes, addresses and identity documents, by id."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from briefer.model.facts import PartialDate
from briefer.sources import dates
from briefer.sources.ofac_entity import PLACES
from briefer.sources.opening import child_text, local

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ORDER = {name: place for place, name in enumerate(PLACES)}
NOWHERE = frozenset({"", "undetermined", "Unknown"})
"""What stands where a country or a quality is not stated."""


class Location(NamedTuple):
    """An address: its parts in order, and the country as printed."""

    parts: tuple[str, ...]
    country: str

    @property
    def whole(self) -> str:
        """The address on one line."""
        return ", ".join(filter(None, (*self.parts, self.country)))


class Document(NamedTuple):
    """An identity document; `said` is what qualifies it."""

    label: str
    number: str
    country: str
    said: str


class Tables:
    """What the parties refer to, filled in the file's order."""

    def __init__(self) -> None:
        self.locations: dict[str, Location] = {}
        self.documents: defaultdict[str, list[Document]] = defaultdict(list)
        self._codes: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._types: dict[str, str] = {}

    def text(self, kind: str, code: str | None) -> str:
        """What a code of one of the file's reference sets stands for; of a code that is in none, the code."""
        if not code:
            return ""
        found = self._codes[kind].get(code)
        return f"{kind} {code}" if found is None else found

    def code(self, kind: str, text: str) -> str:
        """The code that stands for a text; empty where none does."""
        return next((code for code, said in self._codes[kind].items() if said == text), "")

    def party_type(self, code: str | None) -> str:
        """Individual, Entity, Vessel or Aircraft; whatever else the file says."""
        kind = self.text("PartySubType", code)
        return self.text("PartyType", self._types.get(code or "")) if kind == "Unknown" else kind

    def add_codes(self, sets: etree._Element) -> None:
        """Takes in all reference sets of the file."""
        for value in sets.iterfind("*/*"):
            kind, code = local(value), value.get("ID", "")
            self._codes[kind][code] = " ".join((value.text or "").split())
            if kind == "PartySubType":
                self._types[code] = value.get("PartyTypeID", "")

    def add_location(self, element: etree._Element) -> None:
        """Takes in an address."""
        parts: list[tuple[int, str]] = []
        country = ""
        for child in element:
            if child.get("LocPartTypeID"):
                place = ORDER.get(self.text("LocPartType", child.get("LocPartTypeID")), len(ORDER))
                parts += [(place, text) for value in child.iter("{*}Value") if (text := (value.text or "").strip())]
            elif child.get("CountryID"):
                country = self.text("Country", child.get("CountryID"))
        ordered = tuple(text for _, text in sorted(parts, key=lambda part: part[0]))
        self.locations[element.get("ID", "")] = Location(ordered, "" if country in NOWHERE else country)

    def add_document(self, element: etree._Element) -> None:
        """Takes in an identity document under the identity that it belongs to."""
        country = self.text("Country", element.get("IssuedBy-CountryID"))
        self.documents[element.get("IdentityID", "")].append(
            Document(
                self.text("IDRegDocType", element.get("IDRegDocTypeID")),
                child_text(element, "{*}IDRegistrationNo"),
                "" if country in NOWHERE else country,
                "; ".join(filter(None, self._said(element))),
            )
        )

    def _said(self, element: etree._Element) -> Iterator[str]:
        validity = self.text("Validity", element.get("ValidityID"))
        yield "" if validity in {"", "Valid"} else validity.lower()
        for name in ("IssuingAuthority", "Comment"):
            text = child_text(element, f"{{*}}{name}")
            yield f"{name}: {text}" if text else ""
        if place := self.locations.get(element.get("IssuedIn-LocationID", "")):
            yield f"issued in {place.whole}" if place.whole else ""
        for dated in element.iterchildren("{*}DocumentDate"):
            when = period(dated.find("{*}DatePeriod"))
            kind = self.text("IDRegDocDateType", dated.get("IDRegDocDateTypeID"))
            yield f"{kind}: {when.text}" if when else ""


def period(element: etree._Element | None) -> PartialDate | None:
    """The date or the span that a DatePeriod states, in the words of OFAC's other formats; None of an empty one."""
    points = [] if element is None else [found for found in element.iter("{*}From", "{*}To") if len(found)]
    if element is None or not points:
        return None
    circa = any(end.get("Approximate") == "true" for end in element)
    return _between(_printed(points[0]), _printed(points[-1]), circa)


def point(element: etree._Element | None) -> PartialDate | None:
    """The day that a Date states, as 2014-10-10; less where its month or day is left out, None where it is missing."""
    return None if element is None else dates.maybe(_printed(element))


def _printed(element: etree._Element) -> str:
    """Year, month and day, in the order in which the schema puts them."""
    return "-".join([text.zfill(2) for part in element if (text := (part.text or "").strip())])


@lru_cache(maxsize=65536)
def _between(start: str, end: str, circa: bool) -> PartialDate:
    first, last = dates.day(start), dates.day(end)
    if first is None or last is None or first > last:
        return PartialDate(text=" to ".join(dict.fromkeys((start, end))))
    text = _span(first, last)
    return PartialDate(text=f"circa {text}" if circa else text, earliest=first, latest=last, circa=circa)


def _span(first: date, last: date) -> str:
    """A span as OFAC prints it elsewhere: a day, a whole month or year, or from one to the other."""
    after = last + timedelta(days=1) if last < date.max else last
    if first == last:
        texts = [_words(first, 3)]
    elif (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        texts = [_words(first, 1), _words(last, 1)]
    elif first.day == after.day == 1:
        texts = [_words(first, 2), _words(last, 2)]
    else:
        texts = [_words(first, 3), _words(last, 3)]
    return " to ".join(dict.fromkeys(texts))


def _words(day: date, parts: int) -> str:
    words = (f"{day.day:02d}", MONTHS[day.month - 1], f"{day.year:04d}")
    return " ".join(words[3 - parts :])
