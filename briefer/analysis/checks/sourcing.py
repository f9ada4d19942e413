"""Whether what the pack says is sourced, by more than one report, at first hand, and recently enough."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from briefer.analysis.chains import hands, publishers, worded
from briefer.analysis.checks.case import Case, Check, Hit, quoted
from briefer.analysis.checks.passages import Passage, sentences
from briefer.analysis.one_report import one_report, origin
from briefer.analysis.positions import lines, side
from briefer.language import _, mark, ngettext
from briefer.model.facts import Confidence, Entity
from briefer.model.policy import Position, Source

UNCITED_ALLOWED = frozenset({"cover", "contents", "decision", "lines", "risks", "clearance", "sources", "lists"})
"""Kinds of section whose text is the drafter's own: a request, a line to take, a judgement, a list of offices."""

JUDGED = frozenset({"recommended", "can it be undone", "leverage kept"})
"""Rows of an option that are the drafter's judgement too."""

NOTHING_RECORDED = frozenset({"–", "None recorded", "No recorded position"})
"""Answers that state an absence in the library, for which no source can speak."""

WEIGHED = re.compile(r"\b(?:mitigation|undone|likelihood|impact|answer|response)\b", re.IGNORECASE)
"""Columns that hold a judgement or a plan, whatever its figures."""

_RELAY = re.compile(r"\b(?:re-?host|second[- ]hand|relay|aggregator)", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:multiple|several|various|numerous|many|independent|two|three|four|different)(?: \w+)? "
    r"(?:sources|reports|outlets|accounts)(?: \w+){0,2} (?:confirm|say|report|state|agree|indicate|suggest|tell|told)|"
    r"\b(?:according to|confirmed by|reported by) (?:multiple|several|various|numerous|many|independent|two|three|four)"
    r"(?: \w+)? (?:sources|reports|outlets|accounts)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:options?|sections?|articles?|annex(?:es)?|directives?|orders?|class(?:es)?|parts?|titles?|tranches?|regulations?|"
    r"law|acts?|FAQs?|EO|E\.O\.|USC|CFR|ICD)\s+(?:No\.? ?)?\d[\w./-]*",
    re.IGNORECASE,
)
"""Numbers that name a text or a part of the paper."""
_FIGURE = re.compile(
    r"\b(?:19|20)\d\d\b|"
    r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b(?: \d{4}\b)?|"
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b"
    r"(?:, \d{4}\b)?|"
    r"[$€£₽]\s?\d(?:[\d.,]*\d)?(?:\s(?:thousand|million|billion|trillion)\b)?|"
    r"\b\d[\d.,]*\s?(?:%|per cent|percent|(?:thousand|million|billion|trillion|dollars?|euros?|pounds?|"
    r"roubles?|rubles?|barrels?|tonnes?|tons?|people|persons|companies|banks|vessels|ships|names|times)\b)",
)
_NOT_YET = re.compile(
    r"\b(?:(?-i:may)|might|could|would|should|must|will|shall|if|unless|in case|likely|unlikely|probable|"
    r"expect(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""What makes of a sentence with a figure a judgement of what is to come; May is a month."""
_PRESENT = re.compile(
    r"\b(?:now|today|currently|at present|presently|to date|so far|still|remains?|as of now|these days)\b",
    re.IGNORECASE,
)


def _uncited(case: Case) -> Iterator[Hit]:
    for passage in case.passages:
        if (
            passage.states
            and not passage.cited
            and not _judges(passage)
            and passage.text.strip(". ") not in NOTHING_RECORDED
        ):
            yield _("{passage} cites no source.", passage=quoted(passage.text, passage.section)), passage.place


def _uncited_risks(case: Case) -> Iterator[Hit]:
    return _figures(case, "risks")


def _uncited_lines(case: Case) -> Iterator[Hit]:
    """A line to take is the office's own word, but a figure in it will be asked about."""
    return _figures(case, "lines")


def _figures(case: Case, kind: str) -> Iterator[Hit]:
    """Sentences without a source that state a figure or a day, in a section that is else the drafter's own."""
    for passage in case.passages:
        own = passage.states and not passage.quoted and not (passage.advised_against and passage.kind == "item")
        if passage.section.kind == kind and own and not passage.cited and not WEIGHED.search(passage.column):
            for sentence in sentences(passage.text):
                figures = tuple(dict.fromkeys(_FIGURE.findall(_REFERENCE.sub("", sentence))))
                if figures and not _judged(sentence):
                    yield _unsourced(figures, quoted(sentence, passage.section)), passage.place


def _unsourced(figures: Sequence[str], where: str) -> str:
    """Says that the figures of a sentence, one or several, cite no source."""
    if not figures[1:]:
        return _("The figure {figure} cites no source: {where}.", figure=figures[0], where=where)
    return _(
        "The figures {first} and {last} cite no source: {where}.",
        first=", ".join(figures[:-1]),
        last=figures[-1],
        where=where,
    )


def _judged(sentence: str) -> bool:
    return sentence.rstrip().endswith("?") or bool(_NOT_YET.search(sentence))


def _uncited_facts(case: Case) -> Iterator[Hit]:
    """Positions, events and measures that name no source, or none that the pack holds; they print as facts."""
    for position in case.dossier.positions:
        quoted = position.quote or position.translation  # told of as an incomplete quote
        if position.source not in case.sources and not (quoted and not position.source):
            what = _("The position of {holder}", holder=position.holder)
            yield _rests_on_nothing(what, (position.source,)), position.id
    held = [(_("The event “{title}”", title=one.title), one.id, one.sources) for one in case.dossier.events]
    # A measure states its legal basis, which is a citation.
    based = (one for one in case.dossier.measures if one.sources or not one.authority)
    held += [(_("The measure “{title}”", title=one.title), one.id, one.sources) for one in based]
    for what, place, sources in held:
        if not any(id in case.sources for id in sources):
            yield _rests_on_nothing(what, sources), place


def _rests_on_nothing(what: str, sources: Sequence[str]) -> str:
    unknown = ", ".join(f"“{id}”" for id in sources if id)
    if unknown:
        return _("{what} names the source {source}, which the pack does not hold.", what=what, source=unknown)
    return _("{what} cites no source.", what=what)


def _undated_positions(case: Case) -> Iterator[Hit]:
    for position in case.dossier.positions:
        if not (position.said_on or position.reported_on or position.quote or position.translation):
            yield _("The position of {holder} bears no date.", holder=position.holder), position.id


def _judges(passage: Passage) -> bool:
    """Says whether a passage is the drafter's own judgement, for which no source can speak."""
    row = passage.section.kind == "option" and passage.heading.lower().rstrip("?") in JUDGED
    return row or passage.section.kind in UNCITED_ALLOWED


def _circular(case: Case) -> Iterator[Hit]:
    for passage, sources in _facts_on_press(case):
        if _one_story(case, sources):
            told = ngettext(
                "{passage} rests on {count} copy of one report, {names}.",
                "{passage} rests on {count} copies of one report, {names}.",
                len(sources),
                passage=quoted(passage.text, passage.section),
                names=_names(sources),
            )
            yield told, passage.place


def _several(case: Case) -> Iterator[Hit]:
    """A text that speaks of several sources has to cite several that do not repeat one another."""
    for passage in case.passages:
        cited = [case.sources[id] for id in passage.cited if id in case.sources]
        own = passage.states and not passage.quoted and not passage.advised_against
        if own and cited and _SEVERAL.search(passage.text):
            outlet, what = origin(case.dossier, cited), quoted(passage.text, passage.section)
            if len(cited) == 1:
                name = _names(cited)
                yield (
                    _("{passage} speaks of several sources and cites one, {name}.", passage=what, name=name),
                    passage.place,
                )
            elif outlet and not _one_story(case, cited):
                told = _(
                    "{passage} speaks of several sources, which all go back to {outlet}.", passage=what, outlet=outlet
                )
                yield told, passage.place


def _circular_positions(case: Case) -> Iterator[Hit]:
    """Two records of what a holder said confirm each other only if they do not go back to one report."""
    for positions in _confirmed(case):
        sources = [case.sources[id] for id in dict.fromkeys(one.source for one in positions) if id in case.sources]
        if len(sources) > 1 and _one_story(case, sources):
            told = _(
                "{ids}, all of {holder}, go back to one report, {names}.",
                ids=", ".join(one.id for one in positions),
                holder=positions[0].holder,
                names=_names(sources),
            )
            yield told, positions[0].id


def _second_hand(case: Case) -> Iterator[Hit]:
    for passage, sources in _facts_on_press(case):
        if all(map(relays, sources)) and not _one_story(case, sources):
            what, names = quoted(passage.text, passage.section), _names(sources)
            yield _("{passage} rests on a report at second hand, {names}.", passage=what, names=names), passage.place


def _single(case: Case) -> Iterator[Hit]:
    """What a recorded position rests on is told of there, and a text that names the outlet hides nothing."""
    recorded = {position.source for position in case.dossier.positions}
    for passage, sources in _facts_on_press(case):
        first = sources[0]
        told = first.id in recorded or any(
            name in passage.text for name in (first.publisher, *publishers(first)) if name
        )
        if len(sources) == 1 and not told and not relays(first):
            what, names = quoted(passage.text, passage.section), _names(sources)
            yield _("{passage} rests on one press report, {name}.", passage=what, name=names), passage.place


def _relayed_positions(case: Case) -> Iterator[Hit]:
    for position in case.dossier.positions:
        passed = hands(position, case.sources.get(position.source))
        if passed.hand == "second":
            way = " → ".join(map(worded, passed.hands))
            told = _("The position of {holder} reached us at second hand: {way}.", holder=position.holder, way=way)
            yield told, position.id


def _single_positions(case: Case) -> Iterator[Hit]:
    """One sentence for all: most statements reach us through one outlet, and the reader should know how many."""
    several = {one.id for positions in _confirmed(case) for one in positions}
    press = [one for one in case.dossier.positions if one.source in case.sources and _press(case.sources[one.source])]
    alone = [one for one in press if one.id not in several]
    if alone:
        told = _(
            "{some} of {all} positions rest on one press report each.",
            some=len(alone),
            all=len(case.dossier.positions),
        )
        yield told, alone[0].id


def _old_positions(case: Case) -> Iterator[Hit]:
    """The last that a holder said on an issue prints as where he stands."""
    for line in lines(case.dossier.positions, case.pack.as_of):
        last = line.said[-1]
        age = (case.pack.as_of - last.on).days if last.on else 0
        if age > case.limits.press_days:
            told = _(
                "The last that {holder} is recorded to have said is {days} days old.", holder=line.holder, days=age
            )
            yield told, last.position.id


def _old_reports(case: Case) -> Iterator[Hit]:
    oldest = case.pack.as_of - timedelta(days=case.limits.press_days)
    for passage, sources in _facts_on_press(case):
        days = [source.date.latest if source.date else None for source in sources]
        if all(day and day < oldest for day in days) and _PRESENT.search(passage.text):
            told = _(
                "{passage} speaks of the present and rests on press of over {days} days before.",
                passage=quoted(passage.text, passage.section),
                days=case.limits.press_days,
            )
            yield told, passage.place


def _unverified(case: Case) -> Iterator[Hit]:
    """What is marked “to be verified”, counted: the mark prints, and somebody should still take it off."""
    counts: Counter[str] = Counter()
    first = ""
    for kind, id, confidence in _marked(case):
        if confidence is Confidence.TO_BE_VERIFIED:
            counts[kind] += 1
            first = first or id
    if counts:
        facts = ", ".join(_COUNTED[kind](count) for kind, count in counts.items())
        yield _("Marked “to be verified”: {facts}.", facts=facts), first


_COUNTED: Mapping[str, Callable[[int], str]] = {
    "value": lambda count: ngettext("{count} name or detail", "{count} names and details", count),
    "listing": lambda count: ngettext("{count} listing", "{count} listings", count),
    "absence": lambda count: ngettext("{count} absence", "{count} absences", count),
    "link": lambda count: ngettext("{count} link", "{count} links", count),
    "measure": lambda count: ngettext("{count} measure", "{count} measures", count),
    "position": lambda count: ngettext("{count} position", "{count} positions", count),
    "event": lambda count: ngettext("{count} event", "{count} events", count),
    "source": lambda count: ngettext("{count} source", "{count} sources", count),
    "programme": lambda count: ngettext("{count} programme", "{count} programmes", count),
}
"""How facts of each kind are counted in words."""


def _marked(case: Case) -> Iterator[tuple[str, str, Confidence]]:
    dossier = case.dossier
    for entity in dossier.entities:
        yield from ((kind, entity.id, confidence) for kind, confidence in _facts(entity))
    yield from (("measure", one.id, one.confidence) for one in dossier.measures)
    yield from (("position", one.id, one.confidence) for one in dossier.positions)
    yield from (("event", one.id, one.confidence) for one in dossier.events)
    yield from (("source", one.id, one.confidence) for one in dossier.sources)
    yield from (("programme", one.tag, one.confidence) for one in dossier.programmes)


def _facts(entity: Entity) -> Iterator[tuple[str, Confidence]]:
    yield from (("value", one.confidence) for one in entity.values)
    yield from (("listing", one.confidence) for one in entity.designations)
    yield from (("absence", one.confidence) for one in entity.absences)
    yield from (("link", one.confidence) for one in entity.links)


def relays(source: Source) -> bool:
    """Says whether a press source retells what another reported; an agency's text that a paper carries is whole."""
    told_on = bool(publishers(source)) and " carried by " not in source.publisher
    return told_on or bool(_RELAY.search(f"{source.publisher} {source.note}"))


def _facts_on_press(case: Case) -> Iterator[tuple[Passage, tuple[Source, ...]]]:
    """Gives the passages that cite nothing but press, where they are more than the drafter's judgement."""
    return (one for one in case.on_press if one[0].section.kind not in UNCITED_ALLOWED)


def _one_story(case: Case, sources: Sequence[Source]) -> bool:
    """Says whether several sources all go back to one report."""
    if len(sources) < 2:
        return False
    ids = {source.id for source in sources}
    resting = tuple(one for one in case.dossier.positions if one.source in ids)
    pairs = one_report(replace(case.dossier, sources=tuple(sources), positions=resting))
    joined = {sources[0].id}
    for _source in sources:
        joined |= {id for pair in pairs if joined & {*pair.sources} for id in pair.sources}
    return joined == ids


def _confirmed(case: Case) -> list[list[Position]]:
    """Gives the positions of one holder and leaning on one issue that stand in more than one source, together."""
    heard: dict[tuple[str, str, str], list[Position]] = defaultdict(list)
    for position in case.dossier.positions:
        heard[position.holder, position.issue, side(position.stance)].append(position)
    return [said for said in heard.values() if len({one.source for one in said}) > 1]


def _press(source: Source) -> bool:
    return source.kind == "press"


def _names(sources: Sequence[Source]) -> str:
    return "; ".join(dict.fromkeys(source.publisher or source.title for source in sources))


_ANOTHER = mark("Find the original or a second, independent report, or say in the text whose report it is.")

CHECKS = (
    Check("uncited", "warning", mark("Add a source, or say whose view it is."), _uncited),
    Check("uncited", "warning", mark("Add a source beside the figure, or leave the figure out."), _uncited_risks),
    Check("uncited", "note", mark("Add a source, for when somebody asks, or leave the figure out."), _uncited_lines),
    Check(
        "uncited", "warning", mark("Name its source in the table that states it, and refresh the pack."), _uncited_facts
    ),
    Check(
        "undated", "warning", mark("Say in the table of positions when it was said or reported."), _undated_positions
    ),
    Check("circular", "warning", mark("Cite one of them, or find an independent report."), _circular),
    Check("circular", "warning", mark("Say whose report it is, or cite another that does not rest on it."), _several),
    Check("circular", "warning", mark("Count them as one, or find an independent report."), _circular_positions),
    Check("second-hand", "note", _ANOTHER, _second_hand),
    Check("single-source", "note", _ANOTHER, _single),
    Check("second-hand", "note", mark("Look for the original words and cite them."), _relayed_positions),
    Check("single-source", "note", mark("Look for a record of what was said, or a second report."), _single_positions),
    Check("stale", "note", mark("Look for a later statement, or give the date in the text."), _old_positions),
    Check("stale", "note", mark("Look for a later report, or give the date in the text."), _old_reports),
    Check(
        "to-be-verified",
        "note",
        mark("Read the sources themselves and raise the confidence, or leave it out."),
        _unverified,
    ),
)
