"""Writes a file in the shape of OFAC's ADVANCED XML, of any size and always the same, for the benchmarks.

`python tests/bench/make_advanced.py FILE [MEGABYTES]`; the share of names, features, documents, addresses and entries
of a party is that of the published non-SDN file.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

PARTY_BYTES = 6_850
CODES = {
    "AliasType": {"1400": "A.K.A.", "1401": "F.K.A.", "1403": "Name"},
    "Country": {"1": "Russia", "2": "Cyprus", "3": "undetermined"},
    "DetailReference": {"91526": "Male"},
    "FeatureType": {"8": "Birthdate", "9": "Place of Birth", "14": "Website", "25": "Location", "224": "Gender"},
    "IDRegDocType": {"1571": "Passport", "1596": "Tax ID No."},
    "LegalBasis": {"1": "Unknown", "92049": "Executive Order 14024 (Russia)"},
    "List": {"1550": "SDN List"},
    "LocPartType": {"1451": "ADDRESS1", "1454": "CITY", "1456": "POSTAL CODE"},
    "NamePartType": {"1520": "Last Name", "1521": "First Name", "1525": "Entity Name"},
    "PartyType": {"1": "Individual", "2": "Entity"},
    "RelationQuality": {"1": "Unknown"},
    "RelationType": {"15003": "Owned or Controlled By"},
    "SanctionsType": {"1": "Program", "1705": "Block"},
    "Script": {"215": "Latin", "220": "Cyrillic"},
    "Validity": {"1": "Valid"},
}
SUBTYPES = "".join(
    f'<PartySubType ID="{code}" PartyTypeID="{kind}">Unknown</PartySubType>' for code, kind in ((3, 2), (4, 1))
)
SYLLABLES = [consonant + vowel for consonant in "bdgklmnprstv" for vowel in "aeio"]
STATUS = 'ScriptStatusID="1" Acronym="false"'
UNFIXED = 'YearFixed="false" MonthFixed="false" DayFixed="false"'
CYRILLIC = str.maketrans("abdegiklmnoprstv", "абдегиклмнопрств")


def write(path: Path, megabytes: int) -> int:
    """Writes the file and gives the number of its parties."""
    count = megabytes * 1_000_000 // PARTY_BYTES
    with path.open("w", encoding="utf-8") as file:
        file.writelines(_lines(count))
    return count


def _lines(count: int) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Sanctions xmlns="https://'
    yield 'sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML">\n'
    yield '<DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>7</Month><Day>30</Day></DateOfIssue>\n'
    yield from _codes()
    for section, one in (
        ("Locations", _location),
        ("IDRegDocuments", _document),
        ("DistinctParties", _party),
        ("ProfileRelationships", _relation),
        ("SanctionsEntries", _entry),
    ):
        yield f"  <{section}>\n"
        yield from (one(number, random.Random(f"{section}{number}")) for number in range(1, count + 1))
        yield f"  </{section}>\n"
    yield "  <SanctionsEntryLinks />\n</Sanctions>\n"


def _codes() -> Iterator[str]:
    yield "  <ReferenceValueSets>\n"
    for kind, values in CODES.items():
        inner = "".join(f'<{kind} ID="{code}">{text}</{kind}>' for code, text in values.items())
        yield f"    <{kind}Values>{inner}</{kind}Values>\n"
    yield f"    <PartySubTypeValues>{SUBTYPES}</PartySubTypeValues>\n  </ReferenceValueSets>\n"


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=dice.randint(2, 5)))


def _location(number: int, dice: random.Random) -> str:
    parts = (("1451", f"{dice.randint(1, 99)} ul. {_word(dice)}"), ("1454", _word(dice)), ("1456", str(number)))
    inner = "".join(
        f"""      <LocationPart LocPartTypeID="{kind}">
        <LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1">
          <Comment />
          <Value>{text}</Value>
        </LocationPartValue>
      </LocationPart>
"""
        for kind, text in parts
    )
    return f"""    <Location ID="{number}">
      <LocationAreaCode AreaCodeID="1" />
      <LocationCountry CountryID="{dice.randint(1, 3)}" CountryRelevanceID="1413" />
{inner}      <FeatureVersionReference FeatureVersionID="{number}3" />
    </Location>
"""


def _document(number: int, dice: random.Random) -> str:
    kind = "1571" if number % 4 else "1596"
    flags = f'IDRegDocTypeID="{kind}" IdentityID="{number}" IssuedBy-CountryID="1" ValidityID="1"'
    return f"""    <IDRegDocument ID="{number}" {flags}>
      <Comment />
      <IDRegistrationNo>{dice.randint(10**9, 10**10)}</IDRegistrationNo>
      <IssuingAuthority />
      <DocumentedNameReference DocumentedNameID="{number}" />
    </IDRegDocument>
""" * (1 + number % 2)


def _party(number: int, dice: random.Random) -> str:
    person = number % 4 != 0
    names = [([_word(dice).upper(), _word(dice).title()] if person else [_word(dice), _word(dice)]) for _ in range(3)]
    aliases, groups = "", ""
    for place, words in enumerate(names):
        group = number * 100 + place * 2
        parts = words if person else [" ".join(words)]
        kinds = ("1520", "1521") if person else ("1525",)
        aliases += _alias(number, place, group, parts)
        groups += "".join(
            f"""            <MasterNamePartGroup>
              <NamePartGroup ID="{group + at}" NamePartTypeID="{kind}" />
            </MasterNamePartGroup>
"""
            for at, kind in enumerate(kinds)
        )
    features = _dated(number, dice) + _told(
        number, "9", f'<VersionDetail DetailTypeID="1432">{_word(dice)}</VersionDetail>'
    )
    features += _told(number, "25", f'<VersionLocation LocationID="{number}" />')
    return f"""    <DistinctParty FixedRef="{number}">
      <Comment />
      <Profile ID="{number}" PartySubTypeID="{4 if person else 3}">
        <Identity ID="{number}" FixedRef="{number}" Primary="true" False="false">
{aliases}          <NamePartGroups>
{groups}          </NamePartGroups>
        </Identity>
{features}      </Profile>
    </DistinctParty>
"""


def _alias(number: int, place: int, group: int, parts: list[str]) -> str:
    spellings = [("215", parts)] + (
        [("220", [part.lower().translate(CYRILLIC) for part in parts])] if place == 0 else []
    )
    names = ""
    for script, words in spellings:
        inner = "".join(
            f"""              <DocumentedNamePart>
                <NamePartValue NamePartGroupID="{group + at}" {STATUS} ScriptID="{script}">{text}</NamePartValue>
              </DocumentedNamePart>
"""
            for at, text in enumerate(words)
        )
        names += f"""            <DocumentedName ID="{group}" FixedRef="{number}" DocNameStatusID="1">
{inner}            </DocumentedName>
"""
    kind, primary, low = ("1403", "true", "false") if place == 0 else ("1400", "false", str(number % 9 == 0).lower())
    return f"""          <Alias FixedRef="{number}" AliasTypeID="{kind}" Primary="{primary}" LowQuality="{low}">
{names}          </Alias>
"""


def _dated(number: int, dice: random.Random) -> str:
    def point(name: str, year: int, month: int, day: int) -> str:
        inner = f"<Year>{year}</Year>\n<Month>{month}</Month>\n<Day>{day}</Day>\n"
        ends = f"<From>\n{inner}</From>\n<To>\n{inner}</To>\n"
        return f'<{name} Approximate="false" {UNFIXED}>\n{ends}</{name}>\n'

    year = dice.randint(1940, 2000)
    span = point("Start", year, 1, 1) + point("End", year, 12, 31)
    period = f'<DatePeriod CalendarTypeID="1" {UNFIXED}>\n{span}</DatePeriod>\n'
    return _told(number, "8", period + '<VersionDetail DetailTypeID="1430" />')


def _told(number: int, kind: str, inner: str) -> str:
    return f"""        <Feature ID="{number}{kind}" FeatureTypeID="{kind}">
          <FeatureVersion ID="{number}{kind}3" ReliabilityID="1">
            <Comment />
            {inner}
          </FeatureVersion>
          <IdentityReference IdentityID="{number}" IdentityFeatureLinkTypeID="1" />
        </Feature>
"""


def _relation(number: int, dice: random.Random) -> str:
    if number % 2:
        return ""
    ends = f'From-ProfileID="{number}" To-ProfileID="{dice.randint(1, number)}"'
    flags = f'RelationQualityID="1" Former="false" SanctionsEntryID="{number}"'
    return f"""    <ProfileRelationship ID="{number}" {ends} RelationTypeID="15003" {flags}>
      <Comment />
    </ProfileRelationship>
"""


def _entry(number: int, dice: random.Random) -> str:
    period = '<DatePeriod CalendarTypeID="1" YearFixed="true" MonthFixed="true" DayFixed="true" />'
    measures = "".join(
        f"""      <SanctionsMeasure ID="{number}{kind}" SanctionsTypeID="{kind}">
        {comment}
        {period}
      </SanctionsMeasure>
"""
        for kind, comment in (("1705", ""), ("1", "<Comment>RUSSIA-EO14024</Comment>"))
    )
    return f"""    <SanctionsEntry ID="{number}" ProfileID="{number}" ListID="1550">
      <EntryEvent ID="{number}" EntryEventTypeID="1" LegalBasisID="92049">
        <Comment />
        <Date CalendarTypeID="1">
          <Year>{dice.randint(2021, 2025)}</Year>
          <Month>{dice.randint(1, 12)}</Month>
          <Day>{dice.randint(1, 28)}</Day>
        </Date>
      </EntryEvent>
{measures}    </SanctionsEntry>
"""


if __name__ == "__main__":
    target = Path(sys.argv[1])
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 120
    sys.stdout.write(f"{write(target, size):,} parties, {target.stat().st_size / 1e6:.1f} MB\n")
