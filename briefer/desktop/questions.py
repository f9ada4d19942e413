"""What the forms ask, as data: in the order in which one finds things out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefer.desktop.facts import STANCES, day
from briefer.desktop.fields import ChoiceField, Field, GradeField, LineField, PickField, TargetsField, TextField
from briefer.desktop.held import BASES, KINDS
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.desk import Known
from briefer.model.facts import Confidence

SIGNED = {-2: "−2", -1: "−1", 0: "0", 1: "+1", 2: "+2", None: "–"}
STANCE = [("", _("Choose…"))] + [
    ("unclear" if value is None else str(value), f"{SIGNED[value]}  {words}") for value, words in STANCES.items()
]
CONFIDENCE = [
    (str(Confidence.VERIFIED), _("verified in the text itself")),
    (str(Confidence.PARTLY), _("supported in part")),
    (str(Confidence.TO_BE_VERIFIED), _("to be verified")),
]
RELIABILITY = [
    ("", _("Not graded")),
    ("A", _("A  completely reliable")),
    ("B", _("B  usually reliable")),
    ("C", _("C  fairly reliable")),
    ("D", _("D  not usually reliable")),
    ("E", _("E  unreliable")),
    ("F", _("F  cannot be judged")),
]
CREDIBILITY = [
    ("", _("Not graded")),
    ("1", _("1  confirmed by others")),
    ("2", _("2  probably true")),
    ("3", _("3  possibly true")),
    ("4", _("4  doubtful")),
    ("5", _("5  improbable")),
    ("6", _("6  cannot be judged")),
]


@dataclass(frozen=True, slots=True)
class Asking:
    """What a field is made with: the work, what the library knows, and how a new source or issue is entered."""

    work: Work
    known: Known
    new: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Question:
    """One field: the column of the table that it fills, its label, a line of help, and how it is made."""

    name: str
    label: str
    make: Callable[[Asking], Field]
    help: str = ""
    is_date: bool = False


def _line(_asking: Asking) -> Field:
    return LineField()


def _grade(_asking: Asking) -> Field:
    return GradeField(RELIABILITY, CREDIBILITY)


def _holder(asking: Asking) -> Field:
    return LineField(holder for holder, _capacity in asking.known.holders)


def _capacity(asking: Asking) -> Field:
    return LineField(capacity for _holder, capacity in asking.known.holders)


def _language(asking: Asking) -> Field:
    return PickField(_("Language"), languages(asking.known), none=_("Choose…"))


def languages(known: Known) -> list[tuple[str, str]]:
    """Gives the languages with their codes, for choosing."""
    return [(code, f"{name} ({code})") for code, name in known.languages]


def issues(known: Known) -> list[tuple[str, str]]:
    """Gives the issues by their titles."""
    return [(each.id, each.title) for each in known.issues]


def sources(known: Known) -> list[tuple[str, str]]:
    """Gives the sources by title, publisher and day."""
    return [(each.id, ", ".join(filter(None, (each.title, each.publisher, day(each.date))))) for each in known.sources]


def _positions(known: Known) -> list[tuple[str, str]]:
    return [
        (each.id, f"{each.holder}: {STANCES[each.stance]}, {day(each.said_on or each.reported_on) or each.id}")
        for each in known.positions
    ]


def _issue(asking: Asking) -> Field:
    return PickField(_("Issue"), issues(asking.known), lambda: asking.new("issues"), _("Choose…"))


def _source(asking: Asking) -> Field:
    return PickField(_("Source"), sources(asking.known), lambda: asking.new("sources"), _("Choose…"))


def _supersedes(asking: Asking) -> Field:
    return PickField(_("Takes the place of"), _positions(asking.known), none=_("None"))


def _targets(asking: Asking) -> Field:
    return TargetsField(asking.work, [(each.id, each.title) for each in asking.known.measures])


def _options(options: Mapping[str, str] | list[tuple[str, str]]) -> Callable[[Asking], Field]:
    pairs = list(options.items()) if isinstance(options, Mapping) else options
    return lambda _asking: ChoiceField(pairs)


DATE = _("As exactly as it is known: 17 March 2025, March 2025, 2025, circa 2025.")
TEXTS: Callable[[Asking], Field] = lambda _asking: TextField()  # noqa: E731  a maker like the others
Section = tuple[str, tuple[tuple[Question, ...], ...]]
QUESTIONS: Mapping[str, tuple[Section, ...]] = {
    "positions": (
        (
            _("Who, on what"),
            (
                (
                    Question("holder", _("Holder"), _holder, _("A person, a body or a government.")),
                    Question("capacity", _("Capacity"), _capacity, _("In which they speak.")),
                ),
                (
                    Question("issue", _("Issue"), _issue),
                    Question("stance", _("Stance"), _options(STANCE), _("+2 favours easing on every issue.")),
                ),
                (Question("entities", _("About"), _targets, _("Whom or what it is about, where it names any.")),),
                (Question("conditions", _("Conditions"), _line, _("What it is tied to, as “after a ceasefire”.")),),
            ),
        ),
        (
            _("The words"),
            (
                (Question("quote", _("Exact words"), TEXTS, _("As they were said, in their own language.")),),
                (
                    Question("language", _("Language"), _language),
                    Question("basis", _("Basis"), _options(BASES)),
                ),
                (Question("translation", _("Translation"), TEXTS),),
                (Question("paraphrase", _("In your own words"), TEXTS, _("Where no exact words are at hand.")),),
            ),
        ),
        (
            _("When and where from"),
            (
                (
                    Question("said_on", _("Said on"), _line, DATE, is_date=True),
                    Question("reported_on", _("Reported on"), _line, DATE, is_date=True),
                ),
                (
                    Question("source", _("Source"), _source),
                    Question("locator", _("Locator"), _line, _("Page, section, paragraph or minute.")),
                ),
                (Question("chain", _("Chain"), _line, _("How the words reached us: speech → agency → newspaper.")),),
            ),
        ),
        (
            _("How sure"),
            (
                (Question("grade", _("Grade"), _grade, _("Reliability of the source, credibility of what it says.")),),
                (
                    Question("confidence", _("Confidence"), _options(CONFIDENCE)),
                    Question("supersedes", _("Takes the place of"), _supersedes, _("The earlier one is kept.")),
                ),
            ),
        ),
    ),
    "sources": (
        (
            "",
            (
                (Question("title", _("Title"), _line),),
                (
                    Question("publisher", _("Publisher"), _line),
                    Question("date", _("Date"), _line, DATE, is_date=True),
                ),
                (Question("url", _("Address"), _line, _("Where it can be read again; nothing is fetched.")),),
                (
                    Question("kind", _("Kind"), _options(KINDS)),
                    Question("locator", _("Locator"), _line, _("The part of it that is meant.")),
                ),
                (Question("grade", _("Grade"), _grade, _("Reliability of the source, credibility of what it says.")),),
                (
                    Question("confidence", _("Confidence"), _options(CONFIDENCE)),
                    Question("id", _("Key"), _line, _("Typed after @ to cite it.")),
                ),
                (Question("note", _("Note"), TEXTS),),
            ),
        ),
    ),
    "issues": (
        (
            "",
            (
                (Question("title", _("Title"), _line, _("A few words, as they head a column.")),),
                (Question("proposition", _("Proposition"), TEXTS, _("The sentence that a stance refers to.")),),
                (
                    Question("order", _("Order"), _line, _("A number; the smallest comes first.")),
                    Question("id", _("Key"), _line),
                ),
            ),
        ),
    ),
}
