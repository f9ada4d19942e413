"""What the rulebook says of a programme's tag by itself, whoever is listed under it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefer.analysis.emergencies import coming, renewals
from briefer.analysis.enacted import named_in
from briefer.analysis.index import Index, citations, index
from briefer.analysis.reasons import HOME, of_rule, silence
from briefer.analysis.relief import strictest
from briefer.model.facts import Confidence
from briefer.model.law import Authority, ClassRule, Programme, Rulebook
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
    held = tuple(renewals(acts, row.regime, (row.tag,), book, known.day))
    deciding = [reason for reason in reasons if not (reason.limb or reason.list_types)] or reasons
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
        due=coming(held, known.day),
        terms=tuple(each for each in held if not each.dates),
        citations=citations(row.citation, known.after),
        note=" ".join(said for said in SENTENCE.split(row.note) if not _later(said, known)),
        own_row=row.overlay,
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
