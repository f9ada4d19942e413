"""Runs one call: parse, ask the service, show the answer, give the exit code."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from briefer.cli import answers, relief
from briefer.cli import calendar as dates
from briefer.cli import ripple as ripples
from briefer.cli.arguments import CALLS, Parser, parser
from briefer.model.errors import BadCall, BrieferError, Cancelled, Refused
from briefer.model.pack import Template
from briefer.model.policy import Position
from briefer.model.progress import Progress, silent
from briefer.model.stances import Sentence
from briefer.service import Briefer


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call gives back: the JSON value, the lines for a person, and the exit code."""

    value: Any
    lines: Iterable[str]
    code: int = 0


def main(argv: Sequence[str]) -> int:
    """Runs one call and gives its exit code: 0 done, 1 the answer is no, 2 the call or the input is wrong."""
    reader = parser()
    line = Line()
    try:
        given = _parse(reader, argv)
        if given.verb is None:
            raise BadCall(f"Name a verb ({', '.join(CALLS)}); see `briefer --help`.")
        shown = sys.stderr.isatty() and not given.quiet and not given.json
        answer = VERBS[given.verb](Briefer(given.library), given, line.show if shown else silent)
        line.clear()
        _print(answer, json=given.json)
    except Refused as error:
        return _complain(error, 1, line)
    except BrieferError as error:
        return _complain(error, 2, line)
    except (KeyboardInterrupt, Cancelled):
        return _complain("Stopped; nothing was left half done.", 130, line)
    except BrokenPipeError:
        # The reader went away; what is still buffered must not raise at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
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
    print(f"briefer: {' '.join(str(what).split())}", file=sys.stderr)
    return code


def _print(answer: Answer, *, json: bool) -> None:
    if json:
        import msgspec

        text = msgspec.json.format(msgspec.json.encode(answer.value), indent=2).decode()
        _write(f"{text}\n")
    else:
        _write("".join(f"{line}\n" for line in answer.lines))


def _write(text: str) -> None:
    """Writes names in any script, whatever the terminal's own encoding can hold."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
    sys.stdout.flush()


def _demo(briefer: Briefer, given: Namespace, progress: Progress) -> Answer:
    done = briefer.demo(given.folder, progress=progress)
    return Answer(done, answers.built(done))


def _import(briefer: Briefer, given: Namespace, progress: Progress) -> Answer:
    reports = briefer.import_files(
        given.files,
        published=given.published,
        dry_run=given.dry_run,
        accept_drop=given.accept_drop,
        partial=given.partial,
        progress=progress,
    )
    return Answer(reports, answers.imported(reports))


def _lists(briefer: Briefer, _given: Namespace, _progress: Progress) -> Answer:
    rows = briefer.lists()
    return Answer(rows, answers.lists(rows))


def _search(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    narrowing = {name: getattr(given, name) for name in NARROWING}
    found = briefer.search(given.name, listed=True if given.still_listed else None, **narrowing)
    return Answer(found, answers.hits(found), 0 if found else 1)


def _show(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    found = briefer.show(given.id)
    return Answer(found, answers.entity(found))


def _ripple(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    found = briefer.ripple(given.delist, given.rule, given.as_of)
    return Answer(ripples.value(found), ripples.lines(found))


def _calendar(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    if (given.report is None) == (given.before is None):
        raise BadCall("Give either the day of the report (--report DATE) or that of the action (--before DATE).")
    if given.before and (given.passed or given.vetoed or given.enacted):
        raise BadCall("--passed, --vetoed and --enacted go with --report; a day before is asked for without them.")
    how = {"passed": given.passed, "vetoed": given.vetoed, "enacted": given.enacted}
    found = briefer.calendar_before(given.before) if given.before else briefer.calendar(given.report, **how)
    return Answer(dates.value(found), dates.lines(found))


def _changes(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    found = briefer.changes(given.list, given.since, given.until)
    value = {
        "list": found.list,
        "from": found.from_,
        "to": found.to,
        "added": found.added,
        "removed": found.removed,
        "changed": found.changed,
        "note": found.note,
    }
    return Answer(value, answers.changes(found))


def _relief(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    day = given.as_of or date.today()  # noqa: DTZ011 - the asker's own day
    found = briefer.relief(given.ids, day, overlay=given.rulebook)
    return Answer(list(map(relief.value, found)), relief.lines(found))


def _same(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    if given.action == "list":
        found = briefer.same(given.ids)
        return Answer(found, answers.same(found))
    if len(given.ids) != 2:
        raise BadCall(f"Name the two entities: `briefer same {given.action} ID ID --by NAME`.")
    one, other = given.ids
    decided = (briefer.decide(one, other, given.action, by=given.by, why=given.why),)
    return Answer(decided, answers.same(decided))


def _refresh(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    found = briefer.refresh(given.pack)
    return Answer({"changed": found}, answers.refreshed(found))


def _positions(briefer: Briefer, given: Namespace, progress: Progress) -> Answer:
    if given.action == "import":
        if given.file is None:
            raise BadCall("Name the file to import: `briefer positions import FILE`.")
        reports = (briefer.import_positions(given.file, dry_run=given.dry_run, progress=progress),)
        return Answer(reports, answers.imported(reports))
    if given.file is not None:
        raise BadCall("`briefer positions list` takes no file.")
    found = briefer.positions()
    return Answer(list(map(_position, found)), answers.positions(found))


def _position(item: Position) -> dict[str, object]:
    return {
        "id": item.id,
        "holder": item.holder,
        "issue": item.issue,
        "stance": "unclear" if item.stance is None else item.stance,
        "said_on": answers.said(item.said_on) or None,
    }


def _article(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    found = briefer.article(given.file)
    return Answer(list(map(_marked, found)), answers.article(found))


def _marked(item: Sentence) -> dict[str, object]:
    return {
        "number": item.number,
        "sentence": item.text,
        "mark": item.mark,
        "speaker": item.speaker,
        "reason": item.reason,
        "flags": item.flags,
    }


def _templates(briefer: Briefer, _given: Namespace, _progress: Progress) -> Answer:
    found = briefer.templates()
    return Answer(list(map(_template, found)), answers.templates(found))


def _template(item: Template) -> dict[str, object]:
    sections = [section.id for section in item.sections]
    return {"name": item.name, "title": item.title, "description": item.description, "sections": sections}


def _new(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    picks = {name: tuple(getattr(given, name)) for name in ("entities", "measures", "positions", "issues")}
    path = briefer.new(
        given.pack,
        template=given.template,
        title=given.title,
        marking=given.marking,
        as_of=given.as_of or date.today(),  # noqa: DTZ011 - the drafter's own day
        picks=picks,
    )
    return Answer({"pack": str(path)}, [f"Made {path}; print it with `briefer build {path} -o DIR`."])


def _pack(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    import msgspec

    if given.replace:
        content = briefer.replace_pack(given.pack, given.replace)
        return Answer(
            msgspec.Raw(content.strip()), [f"Set {given.pack} from {given.replace} and gathered its facts anew."]
        )
    content = briefer.pack(given.pack)
    return Answer(msgspec.Raw(content.strip()), [content.decode().rstrip("\n")])


def _check(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    found = briefer.check(given.pack, press_days=given.older_than)
    return Answer(found, answers.findings(found), int(any(finding.severity == "error" for finding in found)))


def _build(briefer: Briefer, given: Namespace, progress: Progress) -> Answer:
    done = briefer.build(given.pack, given.folder, edition=given.edition, draft=given.draft, progress=progress)
    return Answer(done, answers.built(done))


def _verify(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    answer = briefer.verify(Path(given.folder))
    return Answer(answer, answers.verified(answer), 0 if answer.ok else 1)


NARROWING = ("limit", "kind", "programme", "min_score", "regime", "country", "listed_from", "listed_to")

VERBS: dict[str, Callable[[Briefer, Namespace, Progress], Answer]] = {
    "demo": _demo,
    "import": _import,
    "lists": _lists,
    "search": _search,
    "show": _show,
    "relief": _relief,
    "ripple": _ripple,
    "calendar": _calendar,
    "changes": _changes,
    "same": _same,
    "positions": _positions,
    "article": _article,
    "templates": _templates,
    "new": _new,
    "pack": _pack,
    "refresh": _refresh,
    "check": _check,
    "build": _build,
    "verify": _verify,
}
