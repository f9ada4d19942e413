"""The line of one holder on one issue: every dated position, newest first, with its words, and how it is known."""

from PySide6.QtWidgets import QWidget

from briefer.desktop.parts import Part, clear, column, host, row, rule, scrolled, text
from briefer.desktop.wording import _, long
from briefer.model.policy import Issue, Position, Source
from briefer.model.stances import Said, StandRow
from briefer.model.views import Spoken

STANCES = {
    2: _("Favours easing"),
    1: _("Partly in favour of easing"),
    0: _("It depends"),
    -1: _("Partly against easing"),
    -2: _("Against easing"),
    None: _("Unclear where it stands"),
}
BASES = {
    "said": _("Said"),
    "voted": _("Voted"),
    "signed": _("Signed"),
    "reported": _("Reported"),
    "inferred": _("Inferred by us"),
}


class Ledger(QWidget):
    """The positions under one another; their words can be marked and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = column(margin=16, gap=6)
        self.setLayout(column(scrolled(host(self.lines), _("Line of the chosen holder"))))

    def show_line(self, found: Spoken | None, who: StandRow | None, issue: Issue | None) -> None:
        """Shows the line of a holder on an issue; without them what to do."""
        clear(self.lines)
        if found is None or who is None or issue is None:
            self.lines.addWidget(
                text(_("Choose a cell, and what was said shows here with its source."), "muted", wrap=160)
            )
            self.lines.addStretch(1)
            return
        title = [text(who.holder, size=1.15, bold=True, wrap=160), text(issue.title, "muted", wrap=160)]
        if who.capacity:
            title.insert(1, text(who.capacity, wrap=160))
        line = found.line(who.holder, issue.id)
        parts: list[Part] = [*title]
        for each in reversed(line.said if line else ()):
            parts += [4, rule(), *_said(each, found.source(each.position.source))]
        if line is None:
            parts += [4, text(_("No position on record."), wrap=160)]
        self.lines.addLayout(column(*parts, None, gap=6))


def _said(each: Said, source: Source | None) -> list[Part]:
    held = each.position
    day = long(each.on) if each.on else _("undated")
    superseded = _("taken the place of") if each.superseded_by else ""
    parts: list[Part] = [
        row((text(STANCES[held.stance], bold=True, wrap=100), 1), text(day, "muted")),
        *([text(superseded, "muted", 0.95)] if superseded else []),
    ]
    for words in _words(held):
        shown = text(words, wrap=160)
        shown.setTextInteractionFlags(shown.textInteractionFlags() | shown.textInteractionFlags().TextSelectableByMouse)
        parts.append(shown)
    parts += [text(words, "muted", 0.95, wrap=160) for words in _known(held, source)]
    return parts


def _words(held: Position) -> list[str]:
    quote = f"“{held.quote}”" if held.quote else ""
    terms = _("On terms: {terms}").format(terms=held.conditions) if held.conditions else ""
    return [each for each in (quote, held.translation, held.paraphrase, terms) if each]


def _known(held: Position, source: Source | None) -> list[str]:
    how = " · ".join(filter(None, (BASES.get(held.basis, held.basis), held.chain, held.grade)))
    place = ", ".join(filter(None, (source.title if source else held.source, held.locator)))
    where = _("Source: {source}").format(source=place) if place else _("No source is recorded.")
    return [each for each in (how, where, source.url if source else "") if each]
