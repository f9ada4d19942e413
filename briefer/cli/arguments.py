"""The calls of the command line as a table of data, and the parser made from it."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from briefer import __version__
from briefer.cli import shapes
from briefer.model.answers import CAUSES, CHANGE_KINDS, FIELD_GROUPS
from briefer.model.errors import BadCall


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence instead of a usage page; `told` gives what its help ends with."""

    told: Callable[[], str] | None = None

    def format_help(self) -> str:
        """Gives the help; what is told at its end is looked up only now."""
        return super().format_help() + (f"\n{self.told()}\n" if self.told else "")

    def error(self, message: str) -> NoReturn:
        """Raises BadCall with the complaint and where to read on."""
        raise BadCall(f"{message[:1].upper()}{message[1:]}; see `{self.prog} --help`.")


@dataclass(frozen=True, slots=True)
class Option:
    """One argument of a call: its flags or name, and what argparse is told about it."""

    names: tuple[str, ...]
    about: dict[str, Any]


def _option(*names: str, **about: Any) -> Option:
    return Option(names, about)


def day(text: str) -> date:
    """Reads an ISO date."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date; write it as 2025-03-31") from error


def natural(text: str) -> int:
    """Reads a whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 1")
    return int(text)


def words(text: str) -> str:
    """Reads a name that has at least one letter or digit."""
    if not any(character.isalnum() for character in text):
        raise argparse.ArgumentTypeError(f"“{text}” holds nothing to search for")
    return text


def some(text: str) -> str:
    """Reads a name that may not be empty, as that of a variable that was never set is."""
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty; give a name")
    return text


def place(text: str) -> Path:
    """Reads the path of a file or a folder; an empty one would mean the folder that one is in."""
    return Path(some(text))


def score(text: str) -> int:
    """Reads a score from 0 to 100."""
    if not text.isdecimal() or int(text) > 100:
        raise argparse.ArgumentTypeError(f"“{text}” is not a score from 0 to 100")
    return int(text)


def mark(text: str) -> tuple[int, str, str]:
    """Reads the mark of a sentence: 3=attributed:NAME, or 3=opinion."""
    number, _, said = text.partition("=")
    if not number.isdecimal() or not said:
        raise argparse.ArgumentTypeError(f"“{text}” sets no mark; write it as 3=attributed:NAME, 3=fact or 3=opinion")
    name, _, speaker = said.partition(":")
    return int(number), name.strip(), speaker.strip()


_FOLDER = _option(
    "-o", "--output", dest="folder", type=place, required=True, metavar="DIR", help="the folder to write to"
)
_PACK = _option("pack", type=place, metavar="PACK", help="a .brief file")
_ONE_OR_BOTH = "pairs with an end in this list; given more than once, with both ends in these"
_DRY = _option("--dry-run", action="store_true", help="say what it would do, and change nothing")


def _several(flag: str, dest: str, says: str, **about: Any) -> Option:
    return _option(flag, dest=dest, action="append", default=[], help=f"{says}; may be repeated", **about)


def _ids(flag: str, dest: str) -> Option:
    return _several(flag, dest, f"pick {dest}", metavar="ID")


CALLS: dict[str, tuple[str, tuple[Option, ...]]] = {
    "demo": ("build the sample briefing that ships with the program; --library keeps its library there", (_FOLDER,)),
    "import": (
        "import list files, tables or folders of them",
        (
            _option("files", nargs="+", type=place, metavar="FILE"),
            _option(
                "--published", type=day, metavar="DATE", help="the day an undated file, held or new, was published"
            ),
            _DRY,
            _option(
                "--accept-drop",
                action="store_true",
                help="accept that a list lost over 5 %% of its entities, or looks older than the undated one held",
            ),
            _option("--partial", action="store_true", help="import an excerpt, which adds but removes nothing"),
        ),
    ),
    "lists": (
        "show the lists that the library holds",
        (
            _option("--all", dest="everything", action="store_true", help="every state held, not the newest alone"),
            _option("--withdraw", type=some, metavar="STATE", help="take out a state, by its name in --all"),
            _DRY,
        ),
    ),
    "search": (
        "find an entity by name",
        (
            _option("name", type=words, metavar="NAME"),
            _option("--limit", type=natural, default=20, metavar="N"),
            _option("--kind", default="", metavar="SCHEMA", help="Person, Company, Vessel, LegalEntity …"),
            _option("--programme", default="", metavar="TAG", help="a tag as the list prints it"),
            _option("--min-score", type=score, default=0, metavar="S"),
            _option("--regime", default="", metavar="CODE", help="US, EU, UK, UN, CA, AU …"),
            _option("--country", default="", metavar="CODE", help="of nationality or seat, such as ru"),
            _option("--listed-from", type=day, metavar="DATE"),
            _option("--listed-to", type=day, metavar="DATE"),
            _option("--still-listed", action="store_true", help="leave out who is no longer listed"),
            _option("--as-of", type=day, metavar="DATE", help="as the lists stood on that day"),
        ),
    ),
    "show": (
        "show everything known of one entity, with its sources",
        (
            _option("id", metavar="ID"),
            _option("--as-of", type=day, metavar="DATE", help="as the lists stood on that day"),
        ),
    ),
    "relief": (
        "say what could be eased, by whom, after what, and what stays elsewhere",
        (
            _option("ids", nargs="*", metavar="ID", help="an entity or a measure"),
            _several("--programme", "tags", "a tag by itself, instead of ids", type=some, metavar="TAG"),
            _option("--as-of", type=day, metavar="DATE", help="the day it is stated for; today if left out"),
            _option(
                "--rulebook",
                type=place,
                metavar="FILE",
                help="your office's own rows, each in place of the rulebook's on the same tag, list, limb and part",
            ),
        ),
    ),
    "ripple": (
        "say whom delisting somebody frees, who stays blocked, and by which holdings",
        (
            _option("--delist", nargs="+", action="extend", required=True, metavar="ID"),
            _option("--rule", choices=("us", "eu", "uk"), default="us", metavar="us|eu|uk"),
            _option("--as-of", type=day, metavar="DATE", help="the day the holdings and listings are taken from"),
        ),
    ),
    "calendar": (
        "give the dates of the congressional review of 22 USC 9511",
        (
            _option("--report", type=day, metavar="DATE", help="the day on which the report is submitted"),
            _option("--passed", type=day, metavar="DATE", help="the day a disapproval passed both houses"),
            _option("--vetoed", type=day, metavar="DATE", help="the day it was vetoed"),
            _option("--enacted", action="store_true", help="the disapproval became law"),
            _option("--before", type=day, metavar="DATE", help="the day on which the action is to be free"),
        ),
    ),
    "changes": (
        "say what changed in a list between two days",
        (
            _option("list", metavar="LIST", help="as `briefer lists` names it"),
            _option("--from", dest="since", type=day, metavar="DATE", help="the publication before --to if left out"),
            _option("--to", dest="until", type=day, metavar="DATE", help="the newest publication if left out"),
            _several("--kind", "kinds", "added, removed or changed", choices=CHANGE_KINDS, metavar="KIND"),
            _several(
                "--field",
                "fields",
                f"{', '.join(FIELD_GROUPS)}, or a field or its end as the answer has it",
                type=some,
                metavar="FIELD",
            ),
            _several("--cause", "causes", "source, reading or format", choices=CAUSES, metavar="CAUSE"),
            _several("--programme", "programmes", "a tag as the list prints it", type=some, metavar="TAG"),
            _several("--entity", "entities", "of this entity alone", type=some, metavar="ID"),
        ),
    ),
    "same": (
        "list which entities of two publishers may be one, decide it, or show who decided what and when",
        (
            _option("action", choices=("list", "show", "yes", "no", "undo"), metavar="list|show|yes|no|undo"),
            _option("ids", nargs="*", metavar="ID", help="the two to decide on; with list or show those looked for"),
            _option("--list", dest="lists", action="append", default=[], metavar="LIST", help=_ONE_OR_BOTH),
            _option("--undecided", action="store_true", help="leave out what is decided"),
            _option("--min-score", type=score, default=0, metavar="S"),
            _option("--limit", type=natural, metavar="N", help="show so many pairs, decided ones and best first"),
            _option("--by", default="", metavar="NAME", help="who decides"),
            _option("--why", default="", metavar="TEXT"),
        ),
    ),
    "positions": (
        "import a table of positions, sources, issues, events or measures, or list the positions",
        (
            _option("action", choices=("import", "list"), metavar="import|list"),
            _option("file", nargs="?", type=place, metavar="FILE"),
            _DRY,
        ),
    ),
    "article": (
        "mark the sentences of a pasted article as fact, attributed or opinion",
        (
            _option("file", type=place, metavar="FILE", help="the article as plain text"),
            _option("--into", type=place, metavar="PACK", help="keep the marks in this pack"),
            _option("--source", default="", metavar="ID", help="the source that the article is"),
            _option("--set", dest="marks", action="append", default=[], type=mark, metavar="N=MARK[:SPEAKER]"),
            _option("--by", default="", metavar="NAME", help="who sets the marks"),
            _option("--on", type=day, metavar="DATE", help="the day of the marks; today if left out"),
        ),
    ),
    "templates": ("show the document types", ()),
    "new": (
        "make a pack",
        (
            _PACK,
            _option("--template", required=True, metavar="NAME"),
            _option("--title", default="", metavar="T"),
            _option("--marking", default="", metavar="M"),
            _option(
                "--as-of", type=day, metavar="DATE", help="the day of the facts; that of the newest list if left out"
            ),
            _ids("--entity", "entities"),
            _ids("--measure", "measures"),
            _ids("--position", "positions"),
            _ids("--issue", "issues"),
        ),
    ),
    "pack": (
        "print a pack's own JSON, or set it",
        (
            _PACK,
            _option("--replace", type=place, metavar="FILE.json", help="set it from this file, after validation"),
            _option("--rulebook", nargs="*", type=place, metavar="FILE", help="carry your office's own rows, or none"),
        ),
    ),
    "refresh": ("gather a pack's facts anew, and say what changed", (_PACK,)),
    "check": (
        "say what a pack has to answer for before it leaves",
        (
            _PACK,
            _option(
                "--older-than",
                type=natural,
                metavar="DAYS",
                help="how old a press report may be that tells the present (90 if left out)",
            ),
        ),
    ),
    "build": (
        "print a pack and its annexes",
        (
            _PACK,
            _FOLDER,
            _option("--edition", default="", metavar="MARKING", help="leave out what is marked higher than this"),
            _option("--draft", action="store_true", help="build in spite of errors, with DRAFT on every page"),
        ),
    ),
    "verify": (
        "say whether a hand-off folder is what its manifest says",
        (_option("folder", type=place, metavar="DIR"),),
    ),
}


def _tables() -> str:
    from briefer.service.own_tables import own_tables

    return own_tables()


def _rows() -> str:
    from briefer.service.own_rows import own_rows

    return own_rows()


TOLD: dict[str, Callable[[], str]] = {"import": _tables, "positions": _tables, "pack": _rows}
"""What the help of a verb says before the shape of its JSON."""

WINDOW = "desktop"
"""The verb that briefer/__main__.py answers itself; the parser knows it for its help, and for what is wrong in it."""
_OPENS = "open the window, with a pack if one is named"

GLOBALS = (
    _option("--library", type=place, metavar="FILE", help="the library file (else BRIEFER_LIBRARY, else your own)"),
    _option("--json", action="store_true", help="answer with one JSON value"),
    _option("--quiet", action="store_true", help="show no progress"),
)


def parser() -> Parser:
    """Gives the parser of all calls; the global options may stand before or after the verb."""
    top = Parser(prog="briefer", description="Sanctions briefings, printed and sourced.", allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"briefer {__version__}")
    top.told = shapes.rule
    _add(top, GLOBALS, default=None)
    verbs = top.add_subparsers(dest="verb", metavar="VERB", parser_class=Parser)
    for verb, (about, options) in CALLS.items():
        call = verbs.add_parser(verb, help=about, description=f"{about[:1].upper()}{about[1:]}.", allow_abbrev=False)
        _add(call, options)
        _add(call, GLOBALS, default=argparse.SUPPRESS)
        call.told = partial(_told, verb)
    window = verbs.add_parser(WINDOW, help=_OPENS, description=f"{_OPENS.capitalize()}.", allow_abbrev=False)
    _add(window, (_option("pack", nargs="?", type=place, metavar="PACK", help="a .brief file"), GLOBALS[0]))
    return top


def _told(verb: str) -> str:
    return "\n\n".join((*(tell() for tell in filter(None, [TOLD.get(verb)])), shapes.told(verb)))


def _add(target: argparse.ArgumentParser, options: Sequence[Option], **more: Any) -> None:
    for option in options:
        target.add_argument(*option.names, **option.about, **more)
