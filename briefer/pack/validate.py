"""What a pack must be before it is saved or built; each fault one sentence naming the field."""

import re
from collections.abc import Callable, Iterable

from babel import Locale, UnknownLocaleError

from briefer.marking import SCHEMES, rank
from briefer.model.errors import BadCall, BadPack
from briefer.model.pack import Pack
from briefer.model.timeline import KINDS

PAPERS = ("A4", "Letter")
STATUSES = ("draft", "reviewed", "cleared")
MARKS = ("fact", "attributed", "opinion")
OPTIONS = ("none", "licence", "tranche", "programme", "broad")
ID = re.compile(r"[^\s\x00-\x1f\"'<>\[\],;]{1,200}")
KEY = re.compile(r"F[1-9][0-9]*")


def validate(pack: Pack, name: object) -> None:
    """Raises BadPack for the first thing that is wrong; `name` is what the message calls the file."""
    for field, wrong, remedy in _faults(pack):
        raise BadPack(name, f"{field} {wrong}", remedy)


def _faults(pack: Pack) -> Iterable[tuple[str, str, str]]:
    for check in CHECKS:
        yield from check(pack)


def _words(pack: Pack) -> Iterable[tuple[str, str, str]]:
    if not pack.title.strip() or len(pack.title) > 200:
        yield "title", "is empty or over 200 characters", "give a title of one line"
    if pack.paper not in PAPERS:
        yield "paper", f"is “{pack.paper}”", f"use {' or '.join(PAPERS)}"
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", pack.template):
        yield "template", f"is “{pack.template}”", "use a name that `briefer templates` lists"
    for kind in (kind for kind in pack.settings.timeline if kind not in KINDS):
        yield "settings.timeline", f"has “{kind}”", f"use some of {', '.join(KINDS)}"
    try:
        Locale.parse(pack.language, sep="-")
    except (ValueError, UnknownLocaleError):
        yield "language", f"is “{pack.language}”", "use a tag such as en-GB"


def _markings(pack: Pack) -> Iterable[tuple[str, str, str]]:
    if pack.scheme not in SCHEMES:
        yield "scheme", f"is “{pack.scheme}”", f"use one of {', '.join(SCHEMES)}"
    marked = [("marking", pack.marking), *((f"marks.{id}", mark) for id, mark in pack.marks.items())]
    marked += [(f"sections.{section.id}.marking", section.marking) for section in pack.sections if section.marking]
    for field, mark in marked:
        try:
            rank(pack.scheme, mark)
        except BadCall as error:
            yield field, f"is not allowed: {error}".rstrip("."), "correct the marking"


def _ids(pack: Pack) -> Iterable[tuple[str, str, str]]:
    groups = {
        "entities": pack.entities,
        "measures": pack.measures,
        "positions": pack.positions,
        "issues": pack.issues,
        "sections": tuple(section.id for section in pack.sections),
        "tranches": tuple(tranche.id for tranche in pack.tranches),
    }
    for field, ids in groups.items():
        seen: set[str] = set()
        for id in ids:
            if not ID.fullmatch(id):
                yield field, f"has the id “{id[:80]}”", "use an id without blanks, quotes or brackets"
            if id in seen:
                yield field, f"names “{id}” twice", "leave one of them out"
            seen.add(id)


def _sections(pack: Pack) -> Iterable[tuple[str, str, str]]:
    parents = {section.id: section.parent for section in pack.sections}
    for section in pack.sections:
        if section.status not in STATUSES:
            yield f"sections.{section.id}.status", f"is “{section.status}”", f"use one of {', '.join(STATUSES)}"
        if section.parent and section.parent not in parents:
            yield f"sections.{section.id}.parent", f"is “{section.parent}”", "name a section of this pack"
        if _circular(section.id, parents):
            yield f"sections.{section.id}.parent", "leads back to the section itself", "break the circle"


def _tranches(pack: Pack) -> Iterable[tuple[str, str, str]]:
    options = {section.id for section in pack.sections if section.kind == "option"}
    for tranche in pack.tranches:
        if tranche.kind not in OPTIONS:
            yield f"tranches.{tranche.id}.kind", f"is “{tranche.kind}”", f"use one of {', '.join(OPTIONS)}"
        if tranche.section and tranche.section not in options:
            where = f"tranches.{tranche.id}.section"
            yield where, f"is “{tranche.section}”", "name a section of this pack that is an option"


def _circular(id: str, parents: dict[str, str]) -> bool:
    seen = {id}
    while (id := parents.get(id, "")) and id not in seen:
        seen.add(id)
    return bool(id)


def _keys(pack: Pack) -> Iterable[tuple[str, str, str]]:
    if len(set(pack.keys.values())) != len(pack.keys):
        yield "keys", "give one fact key to two sources", "give each source its own key"
    for key in pack.keys.values():
        if not KEY.fullmatch(key):
            yield "keys", f"have the key “{key}”", "use F and a number"


def _articles(pack: Pack) -> Iterable[tuple[str, str, str]]:
    sources = [article.source for article in pack.articles]
    if twice := next((id for id in sources if sources.count(id) > 1), ""):
        yield "articles", f"mark “{twice}” twice", "leave one of them out"
    for article in pack.articles:
        for one in article.sentences:
            field = f"articles.{article.source}.sentences.{one.number}"
            for mark in {one.proposed, one.mark or one.proposed} - set(MARKS):
                yield f"{field}.mark", f"is “{mark}”", f"use one of {', '.join(MARKS)}"
            if one.mark and not one.by:
                yield f"{field}.by", "is empty", "say who set the mark"


def _rulebook(pack: Pack) -> Iterable[tuple[str, str, str]]:
    names = [each.name for each in pack.rulebook]
    if not all(name.strip() and "/" not in name and "\\" not in name for name in names):
        yield "rulebook", "has a file without a plain name", "give each file a name such as office.toml"
    if twice := next((name for name in names if names.count(name) > 1), ""):
        yield "rulebook", f"has “{twice}” twice", "leave one of them out"


CHECKS: tuple[Callable[[Pack], Iterable[tuple[str, str, str]]], ...] = (
    _words, _markings, _ids, _sections, _tranches, _keys, _articles, _rulebook,
)  # fmt: skip
