"""One party of OFAC's ADVANCED XML: its names in every script, features, addresses and identity documents."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from briefer.model.facts import EntityRecord, Value
from briefer.sources import ofac_stated
from briefer.sources.cells import Cleaner
from briefer.sources.ofac_advanced_codes import NOWHERE, Location, Tables, period
from briefer.sources.ofac_entity import ALIASES, NAME_PARTS, SCHEMATA
from briefer.sources.opening import child, child_text, local
from briefer.sources.scripts import PRINTED, script_tag

SURNAMES = ("Last Name", "Matronymic")
GIVEN = ("First Name", "Middle Name", "Patronymic")
PLACE = "Location"
KNOWN = frozenset({"SanctionsEntryReference", "Comment"})


def record(party: etree._Element, tables: Tables, cleaner: Cleaner) -> EntityRecord:
    """The party without its designations and relations, which the file states after all parties."""
    profile = child(party, "{*}Profile")
    kind = tables.party_type(profile.get("PartySubTypeID") if profile is not None else "")
    values = _values(profile, kind, tables, cleaner) if profile is not None else []
    return EntityRecord(
        id=cleaner.record,
        schema=SCHEMATA.get(kind, "LegalEntity"),
        caption=next((value.value for value in values if value.prop == "name"), cleaner.record),
        values=tuple(values),
        remarks=cleaner.text(child_text(party, "{*}Comment")),
    )


def _values(profile: etree._Element, kind: str, tables: Tables, cleaner: Cleaner) -> list[Value]:
    parts: defaultdict[str, list[etree._Element]] = defaultdict(list)
    for part in profile:
        parts[local(part)].append(part)
    identities = parts.pop("Identity", [])
    found: list[Value] = []
    for identity in sorted(identities, key=lambda identity: identity.get("Primary") != "true"):
        found += _names(identity, tables, cleaner)
    if kind not in SCHEMATA:
        found.append(cleaner.value("notes", f"PartyType: {kind}"))
    for feature in parts.pop("Feature", ()):
        found += _feature(feature, tables, cleaner)
    for identity in identities:
        for each in tables.documents.get(identity.get("ID", ""), ()):
            found.append(ofac_stated.document(each.label, each.number, each.country, cleaner, note=each.said))
    for name, rest in parts.items():
        said = [" ".join(" ".join(map(str, part.itertext())).split()) for part in rest if name not in KNOWN]
        found += [cleaner.value("notes", text, note=name) for text in said if text]
    return found


def _names(identity: etree._Element, tables: Tables, cleaner: Cleaner) -> list[Value]:
    groups = {
        group.get("ID", ""): tables.text("NamePartType", group.get("NamePartTypeID"))
        for group in identity.iter("{*}NamePartGroup")
    }
    false = "false identity" if identity.get("False") == "true" else ""
    aliases = [(alias.get("Primary") == "true", alias) for alias in identity.iterchildren("{*}Alias")]
    aliases.sort(key=lambda alias: not alias[0])
    of_primary = identity.get("Primary") != "false"
    found: list[Value] = []
    for primary, alias in aliases:
        prop, note = ("name", "") if primary and of_primary else _alias(alias, tables)
        said = f"{note}; {false}" if note and false else note or false
        for documented in alias.iterchildren("{*}DocumentedName"):
            found += _name(documented, groups, tables, cleaner, prop, said)
    return found


def _name(
    documented: etree._Element, groups: dict[str, str], tables: Tables, cleaner: Cleaner, prop: str, note: str
) -> list[Value]:
    kinds: list[str] = []
    texts: list[str] = []
    code = None
    for part in documented.iter("{*}NamePartValue"):
        code = code or part.get("ScriptID")
        if text := " ".join((part.text or "").split()):
            kinds.append(groups.get(part.get("NamePartGroupID", ""), ""))
            texts.append(text)
    if not texts:
        return []
    whole = _formatted(tuple(kinds), texts)
    lang = PRINTED.get(tables.text("Script", code)) or script_tag(whole)
    raw = "" if len(texts) > 1 or texts[0] == whole else texts[0]
    found = [cleaner.value(prop, whole, lang=lang, note=note, printed=raw)]
    if prop == "name":
        parts = zip(kinds, texts, strict=True)
        found += [cleaner.value(NAME_PARTS[kind], text, lang=lang) for kind, text in parts if kind in NAME_PARTS]
    return found


def _formatted(kinds: tuple[str, ...], texts: list[str]) -> str:
    """A name as OFAC's other formats print it: "SURNAME, Given", the names of all but persons in capitals."""
    return ", ".join(
        [" ".join([texts[at].upper() if big else texts[at] for at, big in half]) for half in _order(kinds)]
    )


@lru_cache(maxsize=1024)
def _order(kinds: tuple[str, ...]) -> tuple[tuple[tuple[int, bool], ...], ...]:
    """Which parts of a name stand before the comma and which behind it, and which of them in capitals."""
    places = list(enumerate(kinds))
    surname = [(at, True) for wanted in SURNAMES for at, kind in places if kind == wanted]
    given = [(at, False) for wanted in GIVEN for at, kind in places if kind == wanted]
    rest = [(at, not surname) for at, kind in places if kind not in SURNAMES and kind not in GIVEN]
    return tuple(tuple(half) for half in (surname, given + rest) if half)


def _alias(alias: etree._Element, tables: Tables) -> tuple[str, str]:
    printed = tables.text("AliasType", alias.get("AliasTypeID"))
    if alias.get("LowQuality") == "true":
        return "weakAlias", "" if printed == "A.K.A." else printed.lower()
    return ALIASES.get(printed, ("alias", printed))


def _feature(feature: etree._Element, tables: Tables, cleaner: Cleaner) -> list[Value]:
    label = tables.text("FeatureType", feature.get("FeatureTypeID"))
    found: list[Value] = []
    for version in feature.iterchildren("{*}FeatureVersion"):
        details: list[str] = []
        places: list[Location] = []
        notes: list[str] = []
        when = None
        for part in version:
            name, text = local(part), (part.text or "").strip()
            if name == "VersionDetail":
                details += [text, tables.text("DetailReference", part.get("DetailReferenceID"))]
            elif name == "VersionLocation":
                places.append(_place(part.get("LocationID", ""), tables))
            elif name == "DatePeriod":
                when = period(part)
            elif text:
                notes.append(f"comments: {text}" if name == "Comment" else f"{name}: {text}")
        note = "; ".join(notes)
        if label == PLACE:
            found += _addresses(places, cleaner, note)
            continue
        stated = [text for text in (*details, *(place.whole for place in places)) if text]
        whole = "; ".join(stated) or (when.text if when else "")
        found.append(ofac_stated.feature(label, whole, cleaner, note=note, date=when))
    return found


def _place(code: str, tables: Tables) -> Location:
    return tables.locations.get(code) or Location((f"{PLACE} {code}",), "")


def _addresses(places: list[Location], cleaner: Cleaner, note: str) -> Iterator[Value]:
    for place in places:
        if place.whole and place.whole not in NOWHERE:
            yield cleaner.value("address" if place.parts else "country", place.whole, note=note)
