"""The workbook's reading key: what this paper is, and what the words, letters and blanks of its sheets mean."""

from collections.abc import Callable, Iterator

from briefer.assemble import cells, words
from briefer.assemble.context import Context
from briefer.assemble.relief import MEANINGS
from briefer.language import _, mark
from briefer.model.brief import Cell
from briefer.model.facts import Confidence
from briefer.model.law import REGIMES, UNKNOWN

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
    (
        mark("not looked up"),
        mark(
            "Known by name alone, from a link: no list was looked through for it, and it may well be listed. "
            "The sheet Links says so too."
        ),
    ),
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
TAG = (
    mark("a tag, such as UKRAINE-EO13662 Directive 4"),
    mark(
        "The programme under which a list names an entity, as the list spells it, then the directive, section or part "
        "of it. Semicolons part several tags."
    ),
)
ID = (
    mark("an id, such as ofac-24283"),
    mark(
        "The publisher, and the number of the record there; an id that does not begin with a publisher is this "
        "library’s own. An other record id stands where another record than that of the entity states something."
    ),
)
LAW = (
    mark("a law key"),
    mark("The fact key of a law or guidance that the row cites; blank where this paper has no source for its text."),
)
LINK = (
    mark("the name of a site"),
    mark(
        "The cell leads to the address, which the sheet Sources holds in full under the fact key. No list’s page shows "
        "the file that was read: its fingerprint is the SHA-256."
    ),
)
TONGUE = (
    mark("a code, such as en or und-Cyrl"),
    mark("The language of the words by its international code; “und”: not stated, with the letters they are set in."),
)
FORMAT = (
    mark("a format, such as ftm"),
    mark("The form of the file as its reader calls it: “ftm” is FollowTheMoney, one entity a line."),
)
LISTS = {
    "SDN": mark("Specially Designated Nationals and Blocked Persons: assets are blocked."),
    "SSI": mark("Sectoral Sanctions Identifications: limits under directives, no block."),
    "NS-MBS": mark("Non-SDN Menu-Based Sanctions: limits short of a block."),
    "NS-CMIC": mark("Non-SDN Chinese Military-Industrial Complex Companies: limits on securities."),
}
"""Abbreviations of the parts of OFAC's lists; explained where the sheet has them."""
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
    yield _("Law key"), *map(_, LAW)
    yield _("Source, link"), *map(_, LINK)
    yield _("Id"), *map(_, ID)
    yield _("Tag"), *map(_, TAG)
    yield from _parts(context)
    yield from ((_("Regime"), code, words.regime(code)) for code in REGIMES if code in _regimes(context))
    yield _("Language"), *map(_, TONGUE)
    yield _("Format (Lists)"), *map(_, FORMAT)
    for what, said in WORDS:
        yield from ((_(what), _(word), _(meaning)) for word, meaning in said)


def _regimes(context: Context) -> frozenset[str]:
    """Gives the regimes whose codes the sheets can hold: of listings, searches, measures and ownership rules."""
    everyone = (*context.dossier.entities, *context.dossier.neighbours)
    listed = (item.regime for entity in everyone for item in entity.designations)
    searched = (item.regime for entity in everyone for item in entity.absences)
    rules = (case.rule.regime for case in context.cases.values())
    return frozenset((*listed, *searched, *(item.regime for item in context.dossier.measures), *rules))


def _parts(context: Context) -> Iterator[Row]:
    """Yields the abbreviations of parts of lists that the designations hold."""
    everyone = (*context.dossier.entities, *context.dossier.neighbours)
    held = {item.list_type for entity in everyone for item in entity.designations}
    yield from ((_("List type (Designations)"), part, _(meaning)) for part, meaning in LISTS.items() if part in held)


def _paper(context: Context) -> Iterator[Row]:
    pack = context.pack
    told = (
        (_("version"), pack.settings.version),
        (_("as of"), words.day(context.dossier.as_of, context.language, words.LONG).replace(words.NBSP, " ")),
        (_("legal note"), pack.settings.legal),
    )
    yield from ((_("This paper"), what, said) for what, said in told if said)


KEYS: dict[str, Callable[[Context], Iterator[Row]]] = {"Key": key_rows}
