"""What a line of the timeline says: an entry in words, whole for a reader who hears it, shorter for the line."""

from collections.abc import Callable

from briefer.assemble import words
from briefer.assemble.context import Context
from briefer.assemble.letters import listed
from briefer.assemble.scripts import printable
from briefer.language import _, mark
from briefer.model.timeline import Entry, Moment
from briefer.rulebook import NO_RENEWAL, after_end

LISTED, DELISTED = "{names}: {title}", mark("{names}: taken off {title}")
RENEWED, ENDS = mark("{title}: renewed to {until}"), mark("{title}: ends unless renewed")
ANNIVERSARY = mark("{title}: ends on its anniversary unless continued")
"""What is said where no renewal is known of an emergency at home."""

LISTING_ENDS = mark("{names}: {regime} measure ends unless renewed")
LAPSE, LISTING_LAPSE = "{title}: {passed}", mark("{names}: {regime} measure, {passed}")
FORMS = {"listing": LISTED, "delisting": DELISTED, "renewal": RENEWED}
HOLDS = "{sign} {names}: {title}, {stance}"
BASES = {
    "inferred": mark("{sign} {names}: {title}, {stance} (inferred by us)"),
    "reported": mark("{sign} {names}: {title}, {stance} (as reported)"),
}
SPANS = ((0, words.SHORT), (31, "MMM y"))
"""How a day is written that is known to so many days; what is known less exactly stands as its year."""

Fits = Callable[[str], bool]


def day(moment: Moment, language: str) -> str:
    """Gives a date as the date column prints it: no more exact than it is known.

    Of a range it prints the first day and dots; the line gives the whole.
    """
    if moment.precision == "range":
        return words.day(moment.first, language) + f"{words.NBSP}…"
    known = (moment.last - moment.first).days
    pattern = next((pattern for days, pattern in SPANS if known <= days), "y")
    said = words.day(moment.first, language, pattern)
    return _("c. {day}", day=said).replace(" ", words.NBSP) if moment.precision == "about" else said


def say(context: Context, entry: Entry, fits: Fits) -> str:
    """Gives an entry in words; of the names it holds as many stand as fit."""
    ranged = f"({printable(entry.when.text)}) " if entry.when.precision == "range" else ""
    if entry.form in ("event", "act"):
        return ranged + printable(entry.title)
    if entry.form == "position":
        return ranged + _position(entry, fits)
    form, more = (FORMS[entry.form], "") if entry.form in FORMS else _ends(context, entry)
    until = words.day(entry.until, context.language) if entry.until else ""
    passed = after_end(day(entry.when, context.language))

    def worded(names: str) -> str:
        title = printable(entry.title)
        return ranged + _(form, names=names, title=title, until=until, regime=entry.regime, passed=passed) + more

    names = tuple(context.name(id) for id in entry.entities)
    return worded(listed(names, lambda text: fits(worded(text))))


def _ends(context: Context, entry: Entry) -> tuple[str, str]:
    """Gives the form for an end, and what is added where another regime would renew it and no renewal is known.

    What the rulebook renews at home are national emergencies.
    """
    if entry.form == "lapse":
        return (LAPSE if entry.title else LISTING_LAPSE), ""
    if entry.basis == "rule" and entry.title and entry.regime == context.home:
        return ANNIVERSARY, ""
    return (ENDS if entry.title else LISTING_ENDS), (f"; {_(NO_RENEWAL)}" if entry.basis == "rule" else "")


def _position(entry: Entry, fits: Fits) -> str:
    stance = words.stance(entry.stance)
    title, form = printable(entry.title).rstrip("."), BASES.get(entry.basis, HOLDS)

    def worded(names: str) -> str:
        return _(form, sign=stance.sign, names=names, title=title, stance=stance.word)

    return worded(listed(tuple(map(printable, entry.holders)), lambda text: fits(worded(text))))
