"""What the rulebook says of a programme's tag by itself, whoever is listed under it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefer.analysis.enacted import named_in
from briefer.analysis.forthcoming import forthcoming, ran_out
from briefer.analysis.index import Index, citations, index
from briefer.analysis.reasons import HOME, of_rule, silence
from briefer.analysis.relief import strictest
from briefer.model.facts import Confidence
from briefer.model.law import Authority, ClassRule, Programme, Renewal, Rulebook
from briefer.model.relief import OfTag, Reason
from briefer.rulebook import standing

CODIFYING, REVIEWING = "22 USC 9522", "22 USC 9511"
"""The sections that `Authority.codified` and `Authority.reviewed` are about."""

SENTENCE = re.compile(r"(?<=[.]) (?=[A-Z])")


def of_tag(tag: str, book: Rulebook, day: date) -> tuple[OfTag, ...]:
    """Gives what the rulebook says of a tag on a day, once for each regime that prints it; nothing before it began."""
    known = index(book, day)
    rows = (row for (_regime, name), row in known.programmes.items() if name == tag)
    return tuple(_of_programme(row, book, known) for row in rows if known.begun[row.regime, tag] <= day)


def _of_programme(row: Programme, book: Rulebook, known: Index) -> OfTag:
    rules = known.rules.get(row.tag, ()) if row.regime == HOME else ()
    reasons = tuple(_reasons(row, rules, known))
    acts = tuple(_acts(rules, book, known))
    renewals = tuple(_renewals(row, acts, book, known.day))
    bare = [reason for reason in reasons if not (reason.limb or reason.list_types)]
    deciding = bare or reasons
    klass = strictest(reason.klass for reason in deciding)
    marked = tuple(replace(reason, decides=reason in deciding and reason.klass == klass) for reason in reasons)
    sure = (row.confidence, *(reason.confidence for reason in marked if reason.decides))
    return OfTag(
        tag=row.tag,
        regime=row.regime,
        as_of=known.day,
        title=row.title,
        authority=row.authority,
        basis="; ".join(part for part in row.basis.split("; ") if not _later(part, known)),
        parts=row.parts,
        klass=klass,
        varies=len({reason.klass for reason in reasons}) > 1,
        contested=any(reason.contested for reason in reasons),
        confidence=max(sure, key=list(Confidence).index),
        reasons=marked,
        acts=acts,
        due=(*ran_out(known.day, renewals), *forthcoming(known.day, renewals)),
        terms=tuple(each for each in renewals if not each.dates),
        citations=citations(row.citation, known.after),
        note=" ".join(said for said in SENTENCE.split(row.note) if not _later(said, known)),
        overlay=row.overlay or any(reason.overlay for reason in reasons),
    )


def _reasons(row: Programme, rules: Iterable[ClassRule], known: Index) -> Iterator[Reason]:
    """Yields a reason for each rule of a tag at home, or one that says that there is none."""
    for rule in rules:
        made = of_rule(rule, row, known)
        doubts = (*filter(None, (rule.doubt,)), *made.doubts)
        yield replace(made, list_types=rule.list_types, doubts=doubts, listing=made.confidence)
    if row.regime == HOME and not rules:
        yield replace(silence(row, known), confidence=row.confidence, listing=row.confidence)


def _acts(rules: Iterable[ClassRule], book: Rulebook, known: Index) -> Iterator[Authority]:
    """Yields the orders and statutes that the rules of a tag rest on; before a review is law none says of it."""
    named = {name for rule in rules for name in rule.authorities}
    for row in standing(book.authorities, known.day):
        if row.id in named:
            codified, reviewed = ("" if _later(act, known) else said for act, said in _answers(row))
            yield replace(row, codified=codified, reviewed=reviewed)


def _answers(row: Authority) -> tuple[tuple[str, str], ...]:
    return (CODIFYING, row.codified), (REVIEWING, row.reviewed)


def _later(text: str, known: Index) -> bool:
    """Says whether a text names an act that is later than the day."""
    return any(named_in(text, known.after))


def _renewals(row: Programme, acts: Iterable[Authority], book: Rulebook, day: date) -> Iterator[Renewal]:
    """Yields the renewals of what is listed under a tag, and of the emergencies that its acts rest on."""
    emergencies = {act.emergency for act in acts if act.emergency}
    for each in standing(book.renewals, day):
        if each.id in emergencies or (each.regime == row.regime and row.tag in each.tags):
            yield each
