"""What each call asks the service, and how its answer is given back."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from briefer.cli import answers, changed, relief, relief_text, tags
from briefer.cli import calendar as dates
from briefer.cli import ripple as ripples
from briefer.model.answers import Narrowing
from briefer.model.errors import BadCall, BrieferError, Refused, Unfinished
from briefer.model.pack import Template
from briefer.model.policy import Position
from briefer.model.progress import Progress
from briefer.model.stances import Sentence
from briefer.rulebook import in_words
from briefer.service import Briefer


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call gives back: the JSON value, the lines for a person, the exit code, and what could not be done.

    `beside` are sentences that the lines hold and the JSON value has no place for; a value of None prints nothing.
    """

    value: Any
    lines: Iterable[str]
    code: int = 0
    faults: tuple[BrieferError, ...] = ()
    beside: tuple[str, ...] = ()


def _demo(briefer: Briefer, given: Namespace, progress: Progress) -> Answer:
    done = briefer.demo(given.folder, keep=given.library is not None, progress=progress)
    return Answer(done, answers.built(done))


def _import(briefer: Briefer, given: Namespace, progress: Progress) -> Answer:
    how = {name: getattr(given, name) for name in ("published", "dry_run", "accept_drop", "partial")}
    try:
        reports = briefer.import_files(given.files, **how, progress=progress)
    except Unfinished as error:
        return _unfinished(error)
    return Answer(reports, answers.imported(reports))


def _unfinished(error: Unfinished) -> Answer:
    """The reports of what was imported, else no answer but why; exit 1 where nothing but drops stood in the way."""
    code = 1 if all(isinstance(fault, Refused) for fault in error.faults) else 2
    if error.done:
        lines = chain(error.left_out, answers.imported(error.done))
        return Answer(error.done, lines, code, error.faults, error.left_out)
    faults = (*map(BrieferError, error.left_out), *error.faults)
    return Answer({"error": " ".join(map(str, faults))} if code == 1 else None, (), code, faults)


def _lists(briefer: Briefer, given: Namespace, progress: Progress) -> Answer:
    if given.withdraw is not None:
        done = briefer.withdraw(given.withdraw, dry_run=given.dry_run, progress=progress)
        return Answer(done, answers.withdrawn(done))
    if given.dry_run:
        raise BadCall("--dry-run goes with --withdraw.")
    rows = briefer.lists(everything=given.everything)
    return Answer(rows, answers.lists(rows, states=given.everything))


def _search(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    asked = {name: getattr(given, name) for name in (*NARROWING, "as_of")}
    asked["listed"] = True if given.still_listed else None
    found = briefer.search(given.name, **asked)
    notes = briefer.search_notes(given.name, found, **asked)
    without = briefer.without(given.name, **asked) if not found else ""
    lines = chain(answers.hits(found, without), answers.notes(notes))
    if not found:
        return Answer(found, lines, 1, beside=tuple(filter(None, (without and f"{without}.", *notes))))
    return Answer([answers.noted(hit, notes) for hit in found], lines)


def _show(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    found = briefer.show(given.id, given.as_of)
    notes = briefer.show_notes(found, given.as_of) if given.as_of else ()
    decided = briefer.decided([given.id])
    known = given.as_of is None or briefer.known(found, given.as_of)
    value = {**answers.noted(found, notes), "listed_known": known, "decisions": decided}
    said = (f"  decided: {line}" for line in answers.decisions(decided)) if decided else ()
    names = briefer.captions(end for link in found.links for end in (link.subject, link.object))
    return Answer(value, chain(answers.entity(found, known=known, names=names), said, answers.notes(notes)))


def _notes(briefer: Briefer, as_of: date | None, ids: list[str] | None) -> tuple[str, ...]:
    """Gives what is to be said of a day that was asked for; nothing where none was."""
    return briefer.notes(as_of, ids) if as_of else ()


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
    asked = Narrowing(**{field.name: tuple(dict.fromkeys(getattr(given, field.name))) for field in fields(Narrowing)})
    wanted = asked if asked != Narrowing() else None
    found = briefer.changes(given.list, given.since, given.until, wanted)
    return Answer(changed.value(found, asked), changed.lines(found), 0 if found.compared else 1)


def _relief(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    if bool(given.ids) == bool(given.tags):
        raise BadCall("Name entities and measures by ID, or programmes by --programme TAG; one of the two.")
    day = given.as_of or date.today()  # noqa: DTZ011 - the asker's own day
    if given.tags:
        told = briefer.relief_of_tags(given.tags, day, overlay=given.rulebook)
        return Answer(list(map(tags.value, told)), tags.lines(told))
    found = briefer.relief(given.ids, day, overlay=given.rulebook)
    notes = _notes(briefer, given.as_of, given.ids)
    value = [{**relief.value(each), "notes": tuple(dict.fromkeys((*each.notes, *notes)))} for each in found]
    return Answer(value, relief_text.lines(found, notes))


def _same(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    if given.action == "list":
        how = {name: getattr(given, name) for name in ("lists", "undecided", "min_score", "limit")}
        found = briefer.same(given.ids, **how)
        return Answer(found, answers.same(found))
    if given.action == "show":
        taken = briefer.decided(given.ids, history=True)
        return Answer(taken, answers.decisions(taken))
    if len(given.ids) != 2:
        raise BadCall(f"Name the two entities: `briefer same {given.action} ID ID --by NAME`.")
    one, other = given.ids
    decided = (briefer.decide(one, other, given.action, by=given.by, why=given.why),)
    return Answer(decided, answers.same(decided))


def _refresh(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    found = briefer.refresh(given.pack)
    kept = briefer.as_stored(given.pack)
    return Answer({"changed": found}, (*changed.refreshed(found), *kept), beside=kept)


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
    if given.into is None:
        if given.marks or given.source or given.by or given.on:
            raise BadCall("--source, --set, --by and --on go with --into PACK, where the marks are kept.")
        found = briefer.article(given.file)
        return Answer(list(map(_marked, found)), answers.article(found))
    if not given.source:
        raise BadCall("Say which source the article is: `briefer article FILE --into PACK --source ID`.")
    return _keep_marks(briefer, given)


def _keep_marks(briefer: Briefer, given: Namespace) -> Answer:
    from briefer.service.marked import Setting

    settings = tuple(Setting(*each) for each in given.marks)
    today = given.on or date.today()  # noqa: DTZ011 - the drafter's own day
    kept = briefer.mark_article(given.file, given.into, given.source, settings, by=given.by, on=today)
    return Answer(kept, answers.marks_kept(kept, given.into))


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
    from briefer.service.packs import day_of

    picks = {name: tuple(getattr(given, name)) for name in ("entities", "measures", "positions", "issues")}
    path = briefer.new(
        given.pack,
        template=given.template,
        title=given.title,
        marking=given.marking,
        as_of=given.as_of,
        picks=picks,
    )
    made = f"Made {path}; print it with `briefer build {path} -o DIR`."
    day = f"Its facts are as of {in_words(day_of(path))}; --as-of DATE sets another day."
    return Answer({"pack": str(path)}, [made] if given.as_of else [made, day])


def _pack(briefer: Briefer, given: Namespace, _progress: Progress) -> Answer:
    import msgspec

    if given.replace and given.rulebook is not None:
        raise BadCall("Give --replace or --rulebook; each of them sets the pack.")
    if given.replace:
        content = briefer.replace_pack(given.pack, given.replace)
        return Answer(
            msgspec.Raw(content.strip()), [f"Set {given.pack} from {given.replace} and gathered its facts anew."]
        )
    if given.rulebook is not None:
        content = briefer.own_rows(given.pack, given.rulebook)
        named = " and ".join(file.name for file in given.rulebook) or "no office's rows"
        return Answer(msgspec.Raw(content.strip()), [f"{given.pack} carries {named}; its facts are gathered anew."])
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
