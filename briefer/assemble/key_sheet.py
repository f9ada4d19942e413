"""The workbook's reading key: what this paper is, and what the words, letters and blanks of its sheets mean."""

from collections.abc import Callable, Iterator

from briefer.assemble import cells, words
from briefer.assemble.context import Context
from briefer.assemble.relief import MEANINGS
from briefer.language import _, mark
from briefer.model.brief import Cell
from briefer.model.facts import Confidence
from briefer.model.law import UNKNOWN

Row = tuple[Cell, ...]
SURE = {
    Confidence.VERIFIED: mark("Read in the source that its fact key names."),
    Confidence.PARTLY: mark("Still to be read in full in a first-hand text, or read second-hand."),
    Confidence.TO_BE_VERIFIED: mark("Still to be read in a first-hand text."),
}
BLANK = (
    (
        mark("a blank cell"),
        mark(
            "Nothing is stated of it in the lists and sources at hand, or the column is not about that row; it never "
            "means no. A column in which every cell would be blank is left out."
        ),
    ),
    (mark("not stated"), mark("The list states no day, though it states the listing.")),
)
LISTED = (
    (mark("yes"), mark("A list in force on the day names the entity, and its assets are frozen.")),
    (mark("limited"), mark("Lists in force on the day limit dealings, and none freezes assets.")),
    (mark("open"), mark("Listed, and no list says whether that freezes assets.")),
    (
        mark("no"),
        mark(
            "Searched without a result in every regime of this paper, or a listing there has ended: see Designations."
        ),
    ),
    (mark("not searched"), mark("No list at hand names the entity, and no search for it is on record.")),
    (mark("not examined here"), mark("Known by name alone, from a link; it may well be listed.")),
)
CONTESTED = (
    (mark("class"), mark("The law can be read either way on the class of the whole.")),
    (
        mark("relief"),
        mark("The class is not contested; what a licence or a change takes is: see the column on the relief."),
    ),
    (mark("no"), mark("Nothing of it is contested.")),
)
GRADE = (
    mark("a grade, such as B2"),
    mark(
        "The letter rates the source, from A (reliable) to F (cannot be judged), the digit the statement, from 1 "
        "(confirmed) to 6 (cannot be judged)."
    ),
)
KEY = (
    mark("a key, such as F1"),
    mark("The number under which this paper prints a source; the sheet Sources holds them all."),
)
WORDS = (
    (mark("Listed (Entities)"), LISTED),
    (mark("Class contested (Relief)"), CONTESTED),
    (mark("What is not there"), BLANK),
)
"""Words of the sheets by what they are said of, each with its meaning."""


def key_rows(context: Context) -> Iterator[Row]:
    """Yields what is meant, the word or letter, and its meaning."""
    yield from _paper(context)
    for letter, (says, _test, wait) in MEANINGS.items():
        name = letter if letter != UNKNOWN else "?"
        yield (
            _("Class of relief"),
            f"{name} {words.relief(letter)}",
            _("{says} Wait: {wait}", says=_(says), wait=_(wait)),
        )
    for sure, meaning in SURE.items():
        yield _("Confidence"), cells.sure(sure), _(meaning)
    yield _("Grade"), *map(_, GRADE)
    yield _("Fact key"), *map(_, KEY)
    for what, said in WORDS:
        yield from ((_(what), _(word), _(meaning)) for word, meaning in said)


def _paper(context: Context) -> Iterator[Row]:
    pack = context.pack
    told = (
        (_("version"), pack.settings.version),
        (_("as of"), words.day(context.dossier.as_of, context.language, words.LONG).replace(words.NBSP, " ")),
        (_("legal note"), pack.settings.legal),
    )
    yield from ((_("This paper"), what, said) for what, said in told if said)


KEYS: dict[str, Callable[[Context], Iterator[Row]]] = {"Key": key_rows}
