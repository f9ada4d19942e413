"""What can be done at once about a finding: a step on the pack, or what has to be asked first."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from briefer.marking import SCHEMES, rank
from briefer.model.brief import Dossier, Finding
from briefer.model.errors import BadCall
from briefer.model.pack import Pack, PackSection
from briefer.pack.make import DRAFTED
from briefer.service import edits


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A remedy: `kind` says which in a word; `pack` holds the step, but for cite, day and refresh.

    `about` is what it is done to, in words; those three need the door: a source, a day, the library.
    """

    kind: str
    about: str = ""
    pack: Pack | None = None


def fix(finding: Finding, pack: Pack, dossier: Dossier) -> Fix | None:
    """Gives the remedy of a finding, None where only a person can judge."""
    way = WAYS.get(finding.code)
    return way(finding, pack, dossier) if way else None


def deciding(pack: Pack, day: date) -> Pack:
    """Sets the day by which the decision is needed."""
    return replace(pack, settings=replace(pack.settings, decide_by=day.isoformat()))


def _place(pack: Pack, finding: Finding) -> tuple[PackSection | None, int]:
    """Gives the section of a finding and its line, 0 where it names none."""
    id, _colon, line = finding.place.rpartition(":")
    found = edits.section(pack, finding.place)
    return (found, 0) if found or not line.isdecimal() else (edits.section(pack, id), int(line))


def _pick(finding: Finding, pack: Pack, dossier: Dossier) -> Fix | None:
    """Picks the neighbour that a finding names, the one with the longest name where names hold each other."""
    named = [each for each in dossier.neighbours if each.caption in finding.message or each.id == finding.place]
    best = max(named, key=lambda each: len(each.caption), default=None)
    if best is None:
        return None
    return Fix(kind="pick", about=best.caption, pack=edits.add(pack, edits.group_of(best.id), (best.id,)))


def _drop(finding: Finding, pack: Pack, _dossier: Dossier) -> Fix | None:
    group = next((each for each in edits.GROUPS if finding.place in getattr(pack, each)), "")
    return Fix(kind="drop", about=finding.place, pack=edits.remove(pack, group, (finding.place,))) if group else None


def _leave_out(finding: Finding, pack: Pack, _dossier: Dossier) -> Fix | None:
    section, _line = _place(pack, finding)
    if section is None:
        return None
    return Fix(kind="leave-out", about=section.title, pack=edits.change(pack, section.id, include=False))


def _unstart(finding: Finding, pack: Pack, dossier: Dossier) -> Fix | None:
    """Takes out the starter text, with its section only where that prints nothing else."""
    section, _line = _place(pack, finding)
    if section is None or section.kind in DRAFTED:
        return _leave_out(finding, pack, dossier)
    return Fix(kind="clear", about=section.title, pack=edits.change(pack, section.id, text=""))


def _print(finding: Finding, pack: Pack, _dossier: Dossier) -> Fix | None:
    section = edits.section(pack, finding.place)
    if section is None:
        return None
    return Fix(kind="print", about=section.title, pack=edits.change(pack, section.id, include=True))


def _raise(finding: Finding, pack: Pack, dossier: Dossier) -> Fix | None:
    """Raises the banner to the highest mark that a finding of this kind can speak of."""
    section, _line = _place(pack, finding)
    own = {each.id: each.marking for each in dossier.positions}
    marks = [section.marking, *re.findall(r"(?m)^\W*\(([A-Z+-]+)\)", section.text)] if section else []
    marks += [pack.marks.get(finding.place, ""), own.get(finding.place, "")]
    heights = [height for mark in marks if (height := _height(pack.scheme, mark)) is not None]
    level = SCHEMES[pack.scheme].levels[max(heights)] if heights else ""
    return (
        Fix(kind="raise", about=level, pack=replace(pack, marking=level)) if level not in ("", pack.marking) else None
    )


def _height(scheme: str, mark: str) -> int | None:
    try:
        return rank(scheme, mark) if mark else None
    except BadCall:
        return None


def _review(finding: Finding, pack: Pack, _dossier: Dossier) -> Fix | None:
    """Writes “review” where the drafter wrote “approval”, in the paragraph that the finding names."""
    section, line = _place(pack, finding)
    lines = section.text.splitlines(keepends=True) if section else []
    for number in range(max(0, line - 1), len(lines)):
        if re.search(r"(?i)\bapproval\b", lines[number]):
            lines[number] = re.sub(r"(?i)\b(a)pproval\b", _cased, lines[number])
            return Fix(kind="review", pack=edits.change(pack, finding.place.partition(":")[0], text="".join(lines)))
        if line and not lines[number].strip():
            break
    return None


def _cased(found: re.Match[str]) -> str:
    return "Review" if found[1].isupper() else "review"


def _cite(finding: Finding, pack: Pack, _dossier: Dossier) -> Fix | None:
    section, _line = _place(pack, finding)
    return Fix(kind="cite", about=section.title) if section else None


def _day(_finding: Finding, _pack: Pack, _dossier: Dossier) -> Fix:
    return Fix(kind="day")


def _refresh(_finding: Finding, _pack: Pack, _dossier: Dossier) -> Fix:
    return Fix(kind="refresh")


WAYS: Mapping[str, Callable[[Finding, Pack, Dossier], Fix | None]] = {
    "not-in-annex": _pick,
    "unknown-id": _drop,
    "empty-section": _leave_out,
    "starter-text": _unstart,
    "no-sources": _print,
    "above-banner": _raise,
    "approval": _review,
    "uncited": _cite,
    "single-source": _cite,
    "second-hand": _cite,
    "decision-undated": _day,
    "changed": _refresh,
    "delisted": _refresh,
    "as-stored": _refresh,
}
"""By the code of the finding."""
