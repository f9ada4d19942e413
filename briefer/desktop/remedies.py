"""Sentences of the service in the window: a remedy that is a command line becomes the window's own, or goes."""

import re

from briefer import language
from briefer.desktop.wording import _


def below(english: str) -> str:
    """Names a sentence of the rooms below the window, whose catalogue is another, by its English words."""
    return english


WHOLE = {
    below("Run `briefer refresh` on the pack, and read the text again."): _(
        "Choose “Refresh all facts” in the Pack menu, and read the text again."
    ),
    below("Import the same file again with --published DATE, which dates it, and refresh the pack."): _(
        "Import the same file again, give its day in the report, and choose “Refresh all facts” in the Pack menu."
    ),
    below("Take one of the decisions back with `briefer same undo`, then `briefer refresh` the pack."): _(
        "Take one of the decisions back in the library, then choose “Refresh all facts” in the Pack menu."
    ),
    below("Say `briefer same yes` or `no`, then `briefer refresh` the pack."): _(
        "Decide in the library, then choose “Refresh all facts” in the Pack menu."
    ),
    below("Cite what proves it and confirm it (`briefer article FILE --into PACK --set N=fact --by NAME`)."): _(
        "Cite what proves it and confirm it."
    ),
    below("Name who said it (`briefer article FILE --into PACK`), or take the position out."): _(
        "Name who said it, or take the position out."
    ),
    below("Give it a kind that `briefer templates` lists, or “text”."): _(
        "Give it a kind that a document type has, or “text”."
    ),
}
"""What stands for which remedy of pre-flight, by its English words; found in whatever language is spoken."""
OWN = (
    (re.compile(r"make the pack anew with `briefer new`"), _("make the pack anew: File, New")),
    (re.compile(r"make a pack with `briefer new`"), _("make a pack: File, New")),
    (re.compile(r" with the columns that `briefer import --help` names"), ""),
    (re.compile(r"`briefer import` its list whole"), _("import its list whole: File, Import a list file")),
    (re.compile(r"use `briefer import`"), _("import it: File, Import a list file")),
    (re.compile(r"import (it|some) with `briefer positions import FILE`"), _("import the file that holds it")),
    (re.compile(r"look for it with `briefer search`"), _("look for it in the library")),
    (re.compile(r" \(`briefer article[^`]*`\)"), ""),
    (re.compile(r"name its speaker with `briefer article[^`]*`"), _("name its speaker: Library, Paste an article")),
    (re.compile(r"use a name that `briefer templates` lists"), _("use the name of a document type")),
    (re.compile(r"write it as the list prints it; `briefer show ID` has it"), _("write it as the list prints it")),
)
"""What stands for which words on the command line."""
_ABOUT = r"(?:(?!; |\. ).)*?`briefer[^`]*`(?:(?!; |\. |\.$).)*"
CLAUSE = re.compile(rf"; {_ABOUT}|(?:(?<=\.) |^){_ABOUT}\.?")
"""A clause about the command line for which the window has no words of its own."""
PLACE = re.compile(r"(?:^|(?<=\. ))((?:(?!\. )[^“”\n])*(?!\. )[/\\.](?:(?!\. )[^“”\n])*?): (is|holds|cannot|unpacks) ")
"""A file with what is said of it after a colon."""


def in_window(said: str) -> str:
    """Gives a sentence with what to do in the window, and with its file as the subject."""
    for remedy, words in WHOLE.items():
        said = said.replace(language._(remedy), words)
    for pattern, words in OWN:
        said = pattern.sub(words, said)
    return PLACE.sub(r"“\1” \2 ", CLAUSE.sub("", said).lstrip(" .;"))
