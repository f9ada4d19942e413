"""How an answer is shown to a person, one function a verb; the JSON shows the same values."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import chain, groupby
from types import MappingProxyType
from typing import Any

from briefer.cli import worded
from briefer.model.answers import (
    Built,
    Hit,
    ImportReport,
    ListRow,
    Sameness,
    Verified,
    Withdrawal,
)
from briefer.model.brief import Finding
from briefer.model.facts import Confidence, Designation, Entity, PartialDate, Value
from briefer.model.pack import MarkedArticle, Template
from briefer.model.policy import Position
from briefer.model.stances import Sentence

SHOWN_WARNINGS = 10
SHOWN_PAIRS = 5
NOBODY: Mapping[str, str] = MappingProxyType({})


def columns(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Gives rows as aligned lines."""
    held = list(rows)
    widths = [max(map(len, column)) for column in zip(*held, strict=True)]
    for row in held:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def imported(reports: tuple[ImportReport, ...]) -> Iterator[str]:
    """Says what each import did."""
    yield from (each.message for report in reports for each in report.left_out)
    for report in reports:
        did = _done(report)
        dated = f"published {report.published}" if report.published else "undated"
        dated += ", an excerpt" if report.partial else ""
        origin = f"{report.file} ({report.format}, {dated})"
        yield f"{report.list}: {report.entities:,} {_things(report)} {did} {origin}"
        yield (
            f"  {report.added:,} added, {report.changed:,} changed, {report.removed:,} removed, "
            f"{report.unchanged:,} unchanged"
        )
        yield from (f"  {line}" for line in (*_counted(report), *report.notes))
        for warning in report.warnings[:SHOWN_WARNINGS]:
            yield (
                f"  warning: {warning.record}: {warning.message}" if warning.record else f"  warning: {warning.message}"
            )
        if len(report.warnings) > SHOWN_WARNINGS:
            yield f"  and {len(report.warnings) - SHOWN_WARNINGS:,} more warnings (--json shows all)"


def _done(report: ImportReport) -> str:
    """Says whether a file is imported, would be, or was found to be held as it is."""
    if report.unchanged == report.entities and report.entities and report.was is None:
        return "held already as in"
    return "would be imported from" if report.dry_run else "imported from"


def _counted(report: ImportReport) -> Iterator[str]:
    """Says how many the file declares, and how many the state before it held."""
    if report.declared is not None and report.declared == report.entities:
        yield f"as many as the file declares ({report.declared:,})"
    if report.was is not None:
        now = "" if report.partial else f", now {report.entities:,}"
        yield f"was {report.was:,} ({report.former}){now}"


def _things(report: ImportReport) -> str:
    if not (report.names or report.designations or report.links):
        return "row" if report.entities == 1 else "rows"
    things = "entity" if report.entities == 1 else "entities"
    listed = report.designations or not report.links
    what, count = ("designation", report.designations) if listed else ("link", report.links)
    return f"{things} with {count:,} {what}{'' if count == 1 else 's'}"


def lists(rows: tuple[ListRow, ...], *, states: bool = False) -> Iterator[str]:
    """Shows the lists as a table, or every state of them by its id."""
    if not rows:
        yield "The library holds no list yet; import one with `briefer import FILE`."
        return
    head = (
        ("State", "Published", "Entities", "Title") if states else ("List", "Published", "Entities", "SHA-256", "Title")
    )
    yield from columns([head, *(_listed(row, states=states) for row in rows)])


def _listed(row: ListRow, *, states: bool) -> tuple[str, ...]:
    first, hashed = (row.id, ()) if states else (row.list, (row.sha256[:12],))
    return (first, _day(row.published), f"{row.entities:,}", *hashed, _titled(row))


def withdrawn(done: Withdrawal) -> Iterator[str]:
    """Says what the withdrawal of a state did, or would do, and how to undo it."""
    is_, are = ("would be", "would be") if done.dry_run else ("is", "are")
    yield f"{done.id} {is_} withdrawn; {done.forgotten:,} entities that it alone held {are} forgotten."
    yield f"{done.list} then stands at {done.now}." if done.now else f"No state of {done.list} is left."
    if done.decisions:
        pairs = "; ".join(" and ".join(pair) for pair in done.decisions[:SHOWN_PAIRS])
        more = f" and {len(done.decisions) - SHOWN_PAIRS:,} more" if len(done.decisions) > SHOWN_PAIRS else ""
        yield f"Decisions stay on pairs of which one or both {are} held no longer: {pairs}{more}."
    yield f"Importing its file again brings it back.{_last(done)}"


def _last(done: Withdrawal) -> str:
    """What is to be known before a state without a date comes back beside others without one."""
    if not all("@undated#" in id for id in (done.id, done.now)):
        return ""
    return (
        f" Neither it nor {done.now} has a date, and it would stand as the newer one; where it is the older, first "
        f"import the file of {done.now} with --published DATE, then its own with its date."
    )


def _titled(row: ListRow) -> str:
    return f"{row.title} (an excerpt, laid over the state before it)" if row.partial else row.title


def notes(said: Iterable[str]) -> Iterator[str]:
    """Shows what has to be known with an answer."""
    return (f"Note: {note}" for note in said)


def noted(found: Entity | Hit, said: tuple[str, ...]) -> dict[str, Any]:
    """Gives the JSON value of one entity or one hit with what has to be known with it."""
    return {**{field.name: getattr(found, field.name) for field in fields(found)}, "notes": said}


def hits(found: tuple[Hit, ...], without: str = "") -> Iterator[str]:
    """Shows what a search found, best first; where nothing, what it finds `without` its filters."""
    if not found:
        other = "try fewer words or another spelling, or see with `briefer lists` what there is to search"
        yield f"Nothing found; {without or other}."
        return
    yield from columns(
        (
            str(hit.score),
            hit.id,
            hit.caption,
            hit.schema,
            ", ".join(hit.programmes) if hit.listed_known and hit.programmes else _unlisted(hit),
            f"matched “{hit.matched}” ({hit.why})",
        )
        for hit in found
    )


def _unlisted(hit: Hit) -> str:
    return "" if hit.listed and hit.listed_known else _standing(hit.listed, hit.listed_known)


def _standing(listed: bool, known: bool) -> str:
    if listed and not known:
        return "not known to be listed then"
    return "listed" if listed else "not listed"


def entity(found: Entity, *, known: bool = True, names: Mapping[str, str] = NOBODY) -> Iterator[str]:
    """Shows one entity with where each value comes from; `known` says whether it is known how it stood on the day.

    `names` are those of the other ends of its links, by id.
    """
    yield f"{found.caption} ({found.id}, {found.schema}, {_standing(found.listed, known)})"
    for value in found.values:
        note = f" ({value.note})" if value.note else ""
        yield f"  {value.prop}: {_stated(value)}{note}{_from(value)}"
    for item in found.designations:
        yield f"  designation: {_designation(item)}{_from(item)}"
        yield from (f"    {what}: {text}" for what, text in _told(item) if text)
    for absence in found.absences:
        checked = f" on {worded.shown(absence.checked)}" if absence.checked else ""
        note = f" {absence.note}" if absence.note else ""
        yield f"  no entry found: {absence.regime}{checked}{note}{_from(absence)}"
    ends = {**names, found.id: found.caption}
    for link in found.links:
        yield f"  {link.kind}: {worded.link(link, ends)}{_from(link)}"
    for remark in found.remarks:
        yield f"  remarks: {remark}"


def _stated(value: Value) -> str:
    """A value as it is stated; one that is a date, as a reader cannot take it for another."""
    return worded.shown(value.date) if value.date and value.date.text == value.value else value.value


def _designation(item: Designation) -> str:
    since = f" since {worded.shown(item.start)}" if item.start else ""
    until = f" until {worded.shown(item.until)}" if item.until else ""
    said = "; ".join(filter(None, ("ended" if item.ended else "", item.note)))
    ended = f" ({said})" if said else ""
    return f"{item.regime} {item.programme} {item.list_type}{since}{until}{ended}".replace("  ", " ").rstrip()


def _told(item: Designation) -> Iterator[tuple[str, str]]:
    """What else a list says of a designation, each with its name; the words of its reason on one line."""
    yield "measures", "; ".join(item.measures)
    yield "authority", item.authority if item.authority != item.programme else ""
    yield "last amended", worded.shown(item.amended)
    yield "row published", worded.shown(item.published)
    yield "reason", " ".join(item.reason.split())
    yield "link", item.url


def _from(stated: Any) -> str:
    named = ", ".join(stated.sources) or stated.origin
    doubt = "" if stated.confidence is Confidence.VERIFIED else stated.confidence
    told = ", ".join(filter(None, (named, doubt)))
    return f"  [{told}]" if told else ""


def positions(found: tuple[Position, ...]) -> Iterator[str]:
    """Shows positions as a table."""
    if not found:
        yield "The library holds no position yet; import some with `briefer positions import FILE`."
        return
    yield from columns(
        (item.id, item.holder, item.issue, stance(item.stance), worded.shown(item.said_on)) for item in found
    )


def article(found: tuple[Sentence, ...]) -> Iterator[str]:
    """Shows an article's sentences with the proposed mark, the reason and the loaded wording of each."""
    for sentence in found:
        yield f"{sentence.number:>3}  {sentence.mark:<10}  {sentence.text}"
        yield f"     {'':<10}  {sentence.reason}"
        yield from (f"     {'':<10}  flagged: “{flag.words}” ({flag.category}: {flag.why})" for flag in sentence.flags)
    counts = ", ".join(f"{count} {mark}" for mark, count in sorted(Counter(item.mark for item in found).items()))
    yield f"{counts}; proposals until a person sets them."


def marks_kept(found: MarkedArticle, pack: object) -> Iterator[str]:
    """Shows the marks of an article as a pack keeps them, and who set those that are no proposals."""
    for one in found.sentences:
        who = f" (set by {one.by} on {one.on})" if one.mark else ""
        speaker = f", {one.speaker}" if one.speaker else ""
        yield f"{one.number:>3}  {one.mark or one.proposed}{speaker}{who}: {one.text}"
    set_ = sum(bool(one.mark) for one in found.sentences)
    yield f"Kept {len(found.sentences)} marks of “{found.source}” in {pack}, {set_} of them set by a person."


def same(found: tuple[Sameness, ...]) -> Iterator[str]:
    """Shows pairs with their features side by side."""
    if not found:
        yield "No pair is proposed or decided."
    for pair in found:
        decided = f"{pair.decision}{_by(pair)}" if pair.decision else "undecided"
        yield f"{pair.score:>3}  {_pair(pair)} ({decided})"
        for feature in pair.features:
            one, other = (", ".join(side) or "–" for side in (feature.a, feature.b))
            yield f"       {feature.name}: {one} | {other} ({feature.says})"
        yield from (f"  warning: {sentence}" for sentence in pair.warnings)


def decisions(found: tuple[Sameness, ...]) -> Iterator[str]:
    """Shows decisions on pairs, the undone and the overturned ones too, each with who took it when and why."""
    if not found:
        yield "Nothing was decided."
    for each in found:
        yield f"{_pair(each)}: {each.decision}{_by(each)}, on {each.at[:10]}"


def _pair(pair: Sameness) -> str:
    """Both ends with their names; one that has left the library has none."""
    ends = ((pair.a, pair.a_caption), (pair.b, pair.b_caption))
    return " = ".join(f"{id} {caption or '(no longer held)'}" for id, caption in ends)


def _by(pair: Sameness) -> str:
    return f", by {pair.by}{f': {pair.why}' if pair.why else ''}"


def stance(value: int | None) -> str:
    """Writes a stance with its sign, or that it is unclear."""
    return "unclear" if value is None else f"{value:+d}" if value else "0"


def said(when: PartialDate | None) -> str:
    """Writes a partial date as its publisher prints it."""
    return when.text if when else ""


def templates(found: tuple[Template, ...]) -> Iterator[str]:
    """Shows the document types and their sections."""
    for template in found:
        yield f"{template.name}: {template.title}. {template.description}"
        yield f"  sections: {', '.join(section.id for section in template.sections)}"


def findings(found: tuple[Finding, ...]) -> Iterator[str]:
    """Shows findings by severity, errors first, each with its code, its place and what to do."""
    if not found:
        yield "Nothing to answer for."
    for severity, group in groupby(found, key=lambda finding: finding.severity):
        same = tuple(group)
        yield f"{len(same)} {severity}{'s' * (len(same) > 1)}"
        for finding in same:
            yield f"  {finding.code} at {finding.place}: {finding.message}"
            if finding.remedy:
                yield f"    {finding.remedy}"


def built(done: Built) -> Iterator[str]:
    """Says which files a build wrote."""
    open_ = ", ".join(f"{count} {severity}{'s' * (count > 1)}" for severity, count in done.findings.items() if count)
    yield from (f"  {path}" for path in (done.pdf, done.annex, done.manifest))
    pages = "1 page" if done.pages == 1 else f"{done.pages} pages"
    yield f"{pages} in {sum(done.seconds.values()):.1f} seconds{f', with {open_} (briefer check)' if open_ else ''}"


def verified(answer: Verified) -> Iterator[str]:
    """Says whether the folder is whole."""
    yield from chain(["Every file is as the manifest says."] if answer.ok else [], answer.problems)


def _day(value: object) -> str:
    return str(value) if value else "undated"
