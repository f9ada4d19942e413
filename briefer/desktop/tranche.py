"""The card of one tranche: how many picks, whom it would free and who stays blocked, by class, kind and regime."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtWidgets import QToolButton, QWidget

from briefer.desktop import icons
from briefer.desktop.parts import Part, box, column, drop, host, picture, row, sign, text, tool
from briefer.desktop.wording import _, ngettext, short
from briefer.model.options import Count, Earliest
from briefer.model.pack import Tranche
from briefer.model.views import Chosen

KINDS = {
    "tranche": _("Take named picks off the list"),
    "licence": _("License dealings"),
    "programme": _("End a programme"),
    "broad": _("Broad relief"),
    "none": _("Do nothing"),
}
BASES = {"at once": _("at once"), "statute": _("needs a statute"), "unknown": _("not known")}
SCHEMAS = {
    "Person": lambda count: ngettext("{count} person", "{count} people", count),
    "Company": lambda count: ngettext("{count} company", "{count} companies", count),
    "Organization": lambda count: ngettext("{count} organisation", "{count} organisations", count),
    "PublicBody": lambda count: ngettext("{count} public body", "{count} public bodies", count),
    "Vessel": lambda count: ngettext("{count} vessel", "{count} vessels", count),
    "Measure": lambda count: ngettext("{count} measure", "{count} measures", count),
}
NAMED = 3


def day(found: Earliest | None) -> str:
    """Says the first day on which something can be done, or why there is none."""
    if found is None:
        return "–"
    if found.basis in BASES:
        return BASES[found.basis]
    return short(found.on) if found.on else found.basis


def kinds(option: Chosen) -> str:
    """Counts the covered picks by kind: 2 people, 1 company."""
    counts = ((each.name, len(each.ids)) for each in option.cover.by_kind)
    return ", ".join(SCHEMAS[name](count) if name in SCHEMAS else f"{count} {name}" for name, count in counts)


def card(number: int, tranche: Tranche, option: Chosen, verbs: Mapping[str, Callable[[], object]]) -> QWidget:
    """Gives the card; `verbs` are rename, vary, remove and one for each kind."""
    title = f"{number}. {tranche.title}"
    more = _menu(title, verbs)
    counts = row(*_figures(option), None, gap=20)
    marks: list[Part] = []
    for each in option.cover.by_class:
        marks += [_mark(each), text(str(len(each.ids))), 6]
    lines: list[Part] = [
        row((text(title, bold=True, wrap=120), 1), more),
        text(KINDS.get(tranche.kind, tranche.kind), "muted", 0.95, wrap=120),
        counts,
        row(*marks, None, gap=4),
        *(text(line, "", 0.95, wrap=140) for line in _lines(option)),
        *_notices(tranche, option),
    ]
    return box(column(*lines, margin=(16, 12, 8, 12), gap=6), "card")


def _menu(title: str, verbs: Mapping[str, Callable[[], object]]) -> QToolButton:
    entries = [
        (_("Rename…"), verbs["rename"]),
        (_("Vary it in another"), verbs["vary"]),
        *((words, verbs[kind]) for kind, words in KINDS.items()),
    ]
    made = tool("more", _("What can be done with {title}").format(title=title))
    return drop(made, [*entries, (_("Take the tranche out"), verbs["remove"])])


def _figures(option: Chosen) -> Iterator[QWidget]:
    picks, freed, stay = len(option.cover.entries), len(option.freed), len(option.stay)
    for count, words in (
        (picks, ngettext("pick", "picks", picks)),
        (freed, _("no longer blocked")),
        (stay, _("still blocked")),
    ):
        yield host(column(text(f"{count:,}", size=1.5, bold=True), text(words, "muted", 0.92), gap=0))


def _mark(each: Count) -> QWidget:
    klass = each.name or None
    return picture(icons.class_pixmap(klass, size=20), icons.class_words(klass, False))


def _lines(option: Chosen) -> Iterator[str]:
    if option.cover.by_kind:
        yield kinds(option)
    abroad = [f"{each.regime}\N{NO-BREAK SPACE}{len(each.ids)}" for each in option.cover.elsewhere]
    if abroad:
        yield _("Stay listed with others: {regimes}").format(regimes=", ".join(abroad))
    if option.freed:
        yield _("No longer blocked through owners: {names}").format(names=_names(option.freed))
    days = [each for each in option.cover.earliest if each.on]
    if days:
        last = max(each.on for each in days if each.on)
        yield _("All of it by {day} at the earliest").format(day=short(last))


def _names(found: tuple[tuple[str, str], ...]) -> str:
    shown = ", ".join(name for _id, name in found[:NAMED])
    more = len(found) - NAMED
    return (
        shown
        if more <= 0
        else ngettext("{names} and {count} more", "{names} and {count} more", more).format(names=shown)
    )


def _notices(tranche: Tranche, option: Chosen) -> Iterator[Part]:
    contested = sum(entry.contested for entry in option.cover.entries)
    if contested:
        yield _notice("warning", ngettext("{count} pick is contested.", "{count} picks are contested.", contested))
    if option.open:
        words = ngettext("{count} company cannot be told.", "{count} companies cannot be told.", len(option.open))
        yield _notice("warning", words)
    if tranche.kind == "tranche" and not option.cover.entries:
        yield _notice("note", _("No pick is ticked yet."))


def _notice(kind: str, words: str) -> Part:
    return row(sign(kind, 15), (text(words, "", 0.95, wrap=120), 1), gap=6)
