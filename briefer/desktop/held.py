"""What is held on a position, an issue, a source or a list, as lines of the detail pane."""

from collections.abc import Callable, Iterator

from briefer.desktop.facts import CONFIDENCES, STANCES, day, positions
from briefer.desktop.lines import Line
from briefer.desktop.wording import _, short
from briefer.model.desk import Holding
from briefer.model.facts import PartialDate
from briefer.model.policy import Position, Source

BASES = {
    "said": _("said"),
    "voted": _("voted"),
    "signed": _("signed"),
    "reported": _("reported"),
    "inferred": _("inferred by us"),
}
KINDS = {
    "list": _("list"),
    "law": _("law"),
    "guidance": _("guidance"),
    "statement": _("statement"),
    "press": _("press"),
    "analysis": _("analysis"),
    "data": _("data"),
}


def position(found: Holding) -> Iterator[Line]:
    """A position with everything that makes it exact."""
    held = found.position
    assert held is not None
    names = dict(found.names)
    issue = found.issue
    yield from _kept(
        (_("Holder"), held.holder),
        (_("Capacity"), held.capacity),
    )
    yield Line(
        _("Issue"), issue.title if issue else held.issue, issue.proposition if issue else "", f"issues:{held.issue}"
    )
    yield from _kept((_("Stance"), STANCES[held.stance]), (_("Conditions"), held.conditions))
    yield from _kept((_("Words"), f"“{held.quote}”" if held.quote else "", held.language))
    yield from _kept((_("Translation"), held.translation), (_("In our words"), held.paraphrase))
    yield from _kept((_("Said on"), _exact(held.said_on)), (_("Reported on"), _exact(held.reported_on)))
    yield from _source_line(held, found.source)
    yield from _kept((_("Chain"), held.chain), (_("Basis"), BASES.get(held.basis, held.basis)))
    yield from _kept((_("Grade"), held.grade), (_("Confidence"), CONFIDENCES.get(held.confidence, _("verified"))))
    for target in (*held.entities, *held.measures):
        yield Line(_("About"), names.get(target, target), target, f"entities:{target}" if target in names else "")
    for each in found.later:
        yield Line(_("Taken the place of by"), _dated(each), each.id, f"positions:{each.id}")
    for each in found.former:
        yield Line(_("Takes the place of"), _dated(each), each.id, f"positions:{each.id}")


def _kept(*given: tuple[str, ...]) -> Iterator[Line]:
    yield from (Line(*each) for each in given if each[1])


def _source_line(held: Position, source: Source | None) -> Iterator[Line]:
    if held.source:
        about = ", ".join(
            filter(None, (held.locator, source.publisher if source else "", day(source.date) if source else ""))
        )
        yield Line(
            _("Source"), source.title if source else held.source, about, f"sources:{held.source}" if source else ""
        )
    else:
        yield Line(_("Source"), _("none"), warns=_("Without a source it cannot be checked."))


def _dated(each: Position) -> str:
    return f"{STANCES[each.stance]}, {day(each.said_on or each.reported_on) or _('undated')}"


def _exact(when: PartialDate | None) -> str:
    return day(when)


def issue(found: Holding) -> Iterator[Line]:
    """A question with who holds what on it."""
    held = found.issue
    assert held is not None
    yield from _kept((_("Title"), held.title), (_("Proposition"), held.proposition), (_("Key"), held.id))
    yield from positions(found.positions)


def source(found: Holding) -> Iterator[Line]:
    """A source with what rests on it."""
    held = found.source
    assert held is not None
    yield from _kept(
        (_("Title"), held.title),
        (_("Publisher"), held.publisher),
        (_("Date"), day(held.date)),
        (_("Kind"), KINDS.get(held.kind, held.kind)),
        (_("Grade"), held.grade),
        (_("Confidence"), CONFIDENCES.get(held.confidence, _("verified"))),
        (_("Key"), f"@{held.id}"),
        (_("Address"), held.url),
        (_("Locator"), held.locator),
        (_("Note"), held.note),
        (_("Hash"), held.sha256),
    )
    yield from positions(found.positions)


def listed(found: Holding) -> Iterator[Line]:
    """A list with every state of it that is held."""
    for each in found.snapshots:
        when = short(each.published) if each.published else _("undated")
        part = _("an excerpt, ") if each.partial else ""
        count = _("{part}{count} entities").format(part=part, count=f"{each.entities:,}")
        yield Line(when, f"{each.title}: {count}", f"{each.id} · {each.imported[:10]}")


WAYS: dict[str, Callable[[Holding], Iterator[Line]]] = {
    "positions": position,
    "issues": issue,
    "sources": source,
    "lists": listed,
}
