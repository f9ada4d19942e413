"""One position as a row of the page: its words, the hands it came through, and what it changed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from babel import Locale, UnknownLocaleError

from briefer.analysis.chains import REPORTED, hands, worded
from briefer.analysis.positions import FIRST, UNCHANGED, UNCLEAR, known, replaced
from briefer.analysis.stance_matrix import INFERRED, SINCE, Ledger
from briefer.assemble import words
from briefer.assemble.context import Context, unique
from briefer.assemble.scripts import printable, valid
from briefer.assemble.words import Mark
from briefer.language import _, enumerated, mark, ngettext
from briefer.model.policy import Position
from briefer.model.stances import Stand

FOOTINGS = {
    INFERRED: (mark("ours"), mark("nobody said so; we infer it from acts.")),
    REPORTED: (mark("reported"), mark("a report says so; it is not on the record.")),
}
"""The word beside a stance that is not on the record, by its basis, and what the word means."""
SINCE_DAY = {
    FIRST: mark("new since {day}"),
    UNCHANGED: mark("unchanged since {day}"),
    UNCLEAR: mark("unclear now or on {day}"),
}
"""What is said of a stand since a day, by its trend, where it did not move by steps."""
SECOND = mark("second hand")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A holder's position as a row: exact words stand in quotation marks, anything else is paraphrase.

    `hand` says through whom it came where it is second-hand; `change` how it moved since the day that the drafter asks
    about, empty where the date alone says that it is new; `ours` the mark of an inference.
    """

    holder: str
    capacity: str
    text: str
    quoted: bool
    lang: str
    note: str
    said: str
    basis: str
    mark: Mark
    sources: tuple[str, ...]
    doubt: str = ""
    hand: str = ""
    change: str = ""
    ours: str = ""


class Holdings:
    """The positions of a dossier as rows; look-ups are made once for all of them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._ledger = Ledger(context.dossier)
        self._replaced = replaced(known(context.dossier.positions, context.dossier.as_of))
        self._said = {item.id: said(context, item) for item in context.dossier.positions}
        self._chained = any(placed.section.kind == "statements" for placed in context.placed)

    def row(self, item: Position) -> Holding:
        """Gives a position as a row."""
        text = item.paraphrase or item.translation or item.quote
        quoted = not item.paraphrase and bool(text)
        own_words = quoted and not item.translation
        return Holding(
            holder=printable(item.holder),
            capacity=printable(item.capacity),
            text=printable(text),
            quoted=quoted,
            lang=foreign(self._context, item.language) if own_words else "",
            note=" ".join(self._notes(item, translated_=quoted and not own_words)),
            said=self._said[item.id],
            basis=words.basis(item.basis),
            mark=words.stance(item.stance),
            sources=unique((item.source,)),
            doubt=words.doubt(item.confidence),
            hand=self._hand(item),
            change=self._change(item),
            ours=ours(item),
        )

    def _notes(self, item: Position, *, translated_: bool) -> Iterator[str]:
        if item.conditions:
            yield _("Conditions: {conditions}.", conditions=item.conditions.rstrip("."))
        if translated_:
            yield f"{translated(item.language, self._context.language)}."
        if item.id in self._replaced:
            yield _("Since replaced: {day}.", day=self._said[self._replaced[item.id]] or _("not dated"))

    def _hand(self, item: Position) -> str:
        """Names the hands of what is second-hand, but where the statements print the chain only says that it is."""
        printed = self._chained and bool(item.quote or item.translation)
        return second_hand(self._context, item, named=not printed)

    def _change(self, item: Position) -> str:
        since = self._context.pack.settings.since
        stand = self._ledger.stand(item.holder, item.issue, since)
        turned = stand.position is item and stand.trend not in (FIRST, UNCHANGED)
        return change(stand, since, self._context.language) if turned else ""


def said(context: Context, item: Position) -> str:
    """Gives the day of a position as the tables print it, empty where it has none."""
    return context.day(item.said_on or item.reported_on)


def ours(item: Position) -> str:
    """Gives the mark of a stance that we inferred, empty for what was said."""
    return footing(item) if item.basis == INFERRED else ""


def footing(item: Position) -> str:
    """Gives the word for a stance that we inferred or that is only reported, empty for what is on the record."""
    return _(FOOTINGS[item.basis][0]) if item.basis in FOOTINGS else ""


def footings(printed: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Gives those words that a table prints, each with what it means."""
    found = set(printed)
    return tuple((_(word), _(meaning)) for word, meaning in FOOTINGS.values() if _(word) in found)


def second_hand(context: Context, item: Position, *, named: bool = True) -> str:
    """Says that a position reached our source second-hand and, where they are named, through whom."""
    found = hands(item, context.sources.get(item.source))
    if found.hand != "second":
        return ""
    passed = [re.sub(r"^An? ", lambda article: article[0].lower(), printable(worded(name))) for name in found.hands]
    return _("second hand, through {names}", names=enumerated(passed)) if named and passed else _(SECOND)


def change(stand: Stand, since: date | None, language: str) -> str:
    """Says what a holder's stand changed since a day, empty where no day is asked about or nothing is recorded."""
    if since is None or stand.position is None:
        return ""
    day = words.day(since, language)
    if stand.blank == SINCE:
        return _("none since {day}", day=day)
    if stand.trend in SINCE_DAY:
        return _(SINCE_DAY[stand.trend], day=day)
    return _("{move} since {day}", move=moved(stand.trend, stand.by), day=day)


def moved(trend: str, by: int | None) -> str:
    """Gives a trend in words with its unit: moved towards easing by 1 step."""
    if not by:
        return _(trend)
    if by > 0:
        return ngettext("moved towards easing by {count} step", "moved towards easing by {count} steps", by)
    return ngettext("moved away from easing by {count} step", "moved away from easing by {count} steps", -by)


def foreign(context: Context, tag: str) -> str:
    """Gives a language tag where it is another language than the paper's, else nothing."""
    return tag if valid(tag) and tag.partition("-")[0] != context.language.partition("-")[0] else ""


def translated(tag: str, language: str) -> str:
    """Says from which language words were translated, as far as the tag is one."""
    try:
        name = Locale.parse(tag, sep="-").get_language_name(language.replace("-", "_")) if tag else None
    except (UnknownLocaleError, ValueError):
        name = None
    if name and not tag.startswith("en"):
        return _("Translated from {language}", language=name)
    return _("In translation")
