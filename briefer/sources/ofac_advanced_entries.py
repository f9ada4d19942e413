"""What OFAC's ADVANCED XML says after its parties: who stands on which list since when, and who is whose."""

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from lxml import etree

from briefer.model.facts import Designation, Link, PartialDate
from briefer.sources import ofac_programmes
from briefer.sources.ofac_advanced_codes import NOWHERE, Tables, point
from briefer.sources.ofac_entity import RELATIONS
from briefer.sources.ofac_programmes import WRAPPER, Pair
from briefer.sources.opening import child, child_text

PROGRAMME = "Program"
"""The type of measure whose comment is the tag of a programme."""

OPEN = "The file does not say which of its lists this programme stands on."
SHARED = "The file gives one date for all programmes on this list."


class Entry(NamedTuple):
    """One party on one list: (legal basis, date) of each event, programmes, measures."""

    list: str
    events: tuple[tuple[str, PartialDate | None], ...]
    programmes: tuple[str, ...]
    measures: tuple[str, ...]


class Relation(NamedTuple):
    """One party's relation to another, as the file directs it."""

    subject: str
    object: str
    role: str
    former: bool
    note: str


class Entries:
    """The entries and the relations of all parties, by the party's number."""

    def __init__(self, tables: Tables) -> None:
        self.of: defaultdict[str, list[Entry]] = defaultdict(list)
        self.relations: defaultdict[str, list[Relation]] = defaultdict(list)
        self._subjects: defaultdict[str, list[str]] = defaultdict(list)
        self._tables = tables
        self._known: dict[Entry, Entry] = {}
        self._said: dict[tuple[int, ...], tuple[Designation, ...]] = {}

    def add_entry(self, element: etree._Element) -> None:
        """Takes in a SanctionsEntry."""
        events, programmes, measures = [], [], []
        for part in element:
            if basis := part.get("LegalBasisID"):
                events.append((self._tables.text("LegalBasis", basis), point(child(part, "{*}Date"))))
            elif kind := self._tables.text("SanctionsType", part.get("SanctionsTypeID")):
                comment = child_text(part, "{*}Comment")
                if kind == PROGRAMME:
                    programmes.append(comment)
                else:
                    measures.append(f"{kind}: {comment}" if comment else kind)
        name = self._tables.text("List", element.get("ListID"))
        entry = Entry(name, tuple(events), _once(programmes), _once(measures))
        # Many parties came onto a list together, so one value serves them all.
        self.of[element.get("ProfileID", "")].append(self._known.setdefault(entry, entry))

    def add_relation(self, element: etree._Element) -> None:
        """Takes in a ProfileRelationship; it is stated of the party that it comes from."""
        subject, other = element.get("From-ProfileID", ""), element.get("To-ProfileID", "")
        comment = child_text(element, "{*}Comment")
        quality = self._tables.text("RelationQuality", element.get("RelationQualityID"))
        said = (f"comments: {comment}" if comment else "", f"quality: {quality}" if quality not in NOWHERE else "")
        role = self._tables.text("RelationType", element.get("RelationTypeID"))
        former = element.get("Former") == "true"
        self._subjects[other].append(subject)
        self.relations[subject].append(Relation(subject, other, role, former, "; ".join(filter(None, said))))

    def unknown(self, number: str, known: Collection[str]) -> list[str]:
        """The other ends of a party's relations, from it and to it, that are not known yet."""
        objects = [relation.object for relation in self.relations.get(number, ())]
        subjects = self._subjects.get(number, ())
        return [end for end in dict.fromkeys((*objects, *subjects)) if end not in known]

    def settle(self, known: dict[str, str]) -> int:
        """Moves the relations that come from no party of the file to the other end; how many have no end in it."""
        strays = 0
        for number in [number for number in self.relations if number not in known]:
            for relation in self.relations.pop(number):
                strays += relation.object not in known
                if relation.object in known:
                    self.relations[relation.object].append(relation)
        return strays

    def links(self, number: str, known: dict[str, str]) -> tuple[Link, ...]:
        """A party's relations; `known` gives the names of the file's parties, the other end may be in another file."""
        found = []
        for relation in self.relations.get(number, ()):
            kind, turned = RELATIONS.get(relation.role, ("UnknownLink", False))
            ends = (f"ofac-{relation.subject}", f"ofac-{relation.object}")
            found.append(
                Link(
                    kind=kind,
                    subject=ends[turned],
                    object=ends[not turned],
                    text=known.get(relation.object if relation.subject == number else relation.subject, ""),
                    role=relation.role,
                    ended=relation.former,
                    note=relation.note,
                )
            )
        return tuple(found)

    def designations(self, number: str) -> tuple[Designation, ...]:
        """A party under each programme of each list; the wrapper around the non-SDN lists says nothing of its own."""
        entries = self.of.get(number, [])
        # One value serves many parties here as well: the entries are the same objects.
        same = tuple(map(id, entries))
        if same not in self._said:
            self._said[same] = _designations(entries)
        return self._said[same]


def _designations(entries: list[Entry]) -> tuple[Designation, ...]:
    entries = [entry for entry in entries if entry.list != WRAPPER] or entries
    every = _pairs(entries)
    programmes = list(dict.fromkeys(tag for entry in entries for tag in entry.programmes))
    bases = list(dict.fromkeys(basis for entry in entries for basis, _ in entry.events if basis not in NOWHERE))
    measures = list(dict.fromkeys(text for entry in entries for text in entry.measures))
    return tuple(_designation(pair, entry, every, (programmes, bases, measures)) for pair, entry in every.items())


def _pairs(entries: list[Entry]) -> dict[Pair, Entry]:
    """Programmes and lists: as each entry states them; where all state the same, paired as their names tell."""
    by_name = {ofac_programmes.LISTS.get(entry.list, entry.list): entry for entry in entries}
    if len({frozenset(entry.programmes) for entry in entries}) > 1:
        return {Pair(tag, name): entry for name, entry in by_name.items() for tag in entry.programmes or ("",)}
    lists = [(entry.list, "") for entry in entries]
    found = ofac_programmes.pairs(list(entries[0].programmes), lists) if entries else []
    return {pair: by_name[pair.list_type] for pair in found}


def _designation(
    pair: Pair, entry: Entry, every: dict[Pair, Entry], stated: tuple[list[str], list[str], list[str]]
) -> Designation:
    programmes, bases, measures = stated
    authority = ofac_programmes.authority_of(pair.programme, programmes, bases)
    dated = [when for basis, when in entry.events if when and basis in authority]
    dated = dated or [when for _, when in entry.events if when]
    shared = sum(other.list_type == pair.list_type for other in every) > 1 and len({when.text for when in dated}) == 1
    said = ("" if pair.sure else OPEN, SHARED if shared else "")
    return Designation(
        regime="US",
        programme=pair.programme,
        list_type=pair.list_type,
        authority=authority,
        measures=ofac_programmes.measures_of(pair, list(every), measures),
        start=min(dated, key=lambda when: when.text, default=None),
        note=" ".join(filter(None, said)),
    )


def _once(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
