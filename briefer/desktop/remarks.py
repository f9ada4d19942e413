"""What is said under a field of a form: a sentence for each code of `service.entry`, and how a date was read."""

from briefer.desktop.wording import MONTHS, _, long
from briefer.model.desk import Remark
from briefer.service import entry

SENTENCES = {
    "missing": _("This is needed."),
    "unknown": _("The library does not hold “{value}”; choose one that it holds, or enter it first."),
    "stance": _("“{value}” is no stance; choose one from −2 to +2, or unclear."),
    "no-words": _("Say what was said: the exact words above, or here in your own."),
    "marks": _("Leave the quotation marks out; they are set when it is printed."),
    "quote-language": _("Exact words need their language."),
    "quote-date": _("Exact words need a day: the one they were said on, or the one they were reported on."),
    "no-translation": _("The words are not English; a translation helps the reader."),
    "translation-alone": _("A translation stands beside the exact words; put these above, or your own words below."),
    "language-shape": _("“{value}” is no code of a language; write it like en, de or pt-BR."),
    "language-unknown": _("No language is known by the code “{value}”; check it."),
    "no-date": _("“{value}” is not a date. Write 17 March 2025, March 2025, 2025, or circa 2025."),
    "slashes": _("“{value}” can be read in two ways. Write the month as a word: 3 April 2025."),
    "future": _("{value} has not come yet."),
    "before-said": _("This is before {value}, when it was said."),
    "no-day": _("The day it was said on is not known; the day of the report stands in for it."),
    "no-source": _("Without a source it cannot be checked. Choose one, or enter it first."),
    "no-locator": _("Say where in the source: a page, a section, a paragraph, a minute."),
    "grade": _("A grade is a letter A to F and a figure 1 to 6, like B2."),
    "other-holder": _("That one is {value}’s; a position takes the place of its own holder’s."),
    "other-issue": _("That one is on another issue ({value})."),
    "key-shape": _("A key has small letters, figures and dashes only, so that it can be typed after @."),
    "taken": _("“{value}” is the key of another one; choose another."),
    "order": _("The order is a whole number."),
    "url": _("An address begins with https:// or http://."),
}
READ = {
    "day": _("Read as {day}."),
    "month": _("Read as {month} {year}; the day is not known."),
    "year": _("Read as {year}; the month is not known."),
    "range": _("Read as between {first} and {last}."),
    "about": _("Read as about {text}."),
}


def sentence(remark: Remark) -> str:
    """Gives the sentence."""
    return SENTENCES[remark.code].format(value=remark.value)


def read_as(text: str) -> str:
    """Says how a date was read, empty where it was not."""
    found, exact = entry.precision(text)
    if found is None or found.earliest is None or found.latest is None:
        return ""
    first = found.earliest
    return READ[exact].format(
        day=long(first),
        month=MONTHS[first.month - 1],
        year=first.year,
        first=long(first),
        last=long(found.latest),
        text=found.text.removeprefix("circa").strip(" ."),
    )
