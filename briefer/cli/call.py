"""Runs one call: parse, let its verb answer, show the answer, give the exit code."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefer.cli.arguments import CALLS, WINDOW, Parser, parser
from briefer.model.errors import BadCall, BrieferError, Cancelled, Refused
from briefer.model.progress import silent

if TYPE_CHECKING:
    from briefer.cli.run import Answer


def main(argv: Sequence[str]) -> int:
    """Runs one call and gives its exit code: 0 done, 1 the answer is no, 2 the call or the input is wrong."""
    reader = parser()
    line = Line()
    try:
        given = _parse(reader, argv)
        if given.verb is None:
            raise BadCall(f"Name a verb ({', '.join(CALLS)}); see `briefer --help`.")
        if given.verb == WINDOW:
            raise BadCall("The window opens with one pack, a .brief file, or with none, and takes --library alone.")
        return _answered(given, line)
    except BrieferError as error:
        return _complain(error, 2, line)
    except (KeyboardInterrupt, Cancelled):
        return _complain("Stopped; nothing was left half done.", 130, line)
    except BrokenPipeError:
        # The reader went away; what is still buffered must not raise at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _answered(given: Namespace, line: "Line") -> int:
    """Shows what a call gives back, and what of it was refused or could not be done."""
    from briefer.cli.run import VERBS, Answer  # all that a call for help or a wrong one can do without
    from briefer.service import Briefer

    shown = sys.stderr.isatty() and not given.quiet and not given.json
    try:
        answer = VERBS[given.verb](Briefer(given.library), given, line.show if shown else silent)
    except Refused as error:
        answer = Answer({"error": _sentence(error)}, (), 1, (error,))
    line.clear()
    _print(answer, json=given.json)
    for fault in answer.faults:
        _complain(fault, answer.code, line)
    return answer.code


def _parse(reader: Parser, argv: Sequence[str]) -> Namespace:
    """Parses a call and gives the global options their values whichever side of the verb they stand."""
    given = reader.parse_args(list(argv))
    given.json, given.quiet = bool(given.json), bool(given.quiet)
    return given


class Line:
    """The one line of progress on the terminal, wiped before anything else is said."""

    def __init__(self) -> None:
        self._shown = False

    def show(self, stage: str, done: int, total: int | None) -> None:
        """Shows a stage and how far it is."""
        self._shown = True
        much = f" {done:,}" if done else ""
        print(f"\r\033[K{stage}{much}{f' of {total:,}' if total else ''} …", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Wipes the line if there is one."""
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._shown = False


def _complain(what: object, code: int, line: Line) -> int:
    line.clear()
    print(f"briefer: {_sentence(what)}", file=sys.stderr)
    return code


def _sentence(what: object) -> str:
    return " ".join(str(what).split())


def _print(answer: "Answer", *, json: bool) -> None:
    if answer.value is None:
        return
    if json:
        import msgspec

        text = msgspec.json.format(msgspec.json.encode(answer.value), indent=2).decode()
        _write(f"{text}\n")
        for sentence in answer.beside:
            print(f"briefer: {sentence}", file=sys.stderr)
    else:
        _write("".join(f"{line}\n" for line in answer.lines))


def _write(text: str) -> None:
    """Writes names in any script, whatever the terminal's own encoding can hold."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
    sys.stdout.flush()
