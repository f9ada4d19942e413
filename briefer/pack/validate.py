"""What a pack must be before it is saved or built; each fault one sentence naming the field."""

import re
from collections.abc import Callable, Iterable

from babel import Locale, UnknownLocaleError

from briefer.language import _
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
        yield "title", _("is empty or over 200 characters"), _("give a title of one line")
    if pack.paper not in PAPERS:
        yield "paper", _("is “{given}”", given=pack.paper), _("use A4 or Letter")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", pack.template):
        yield "template", _("is “{given}”", given=pack.template), _("use a name that `briefer templates` lists")
    for kind in (kind for kind in pack.settings.timeline if kind not in KINDS):
        yield "settings.timeline", _("has “{name}”", name=kind), _("use some of {list}", list=", ".join(KINDS))
    try:
        Locale.parse(pack.language, sep="-")
    except (ValueError, UnknownLocaleError):
        yield "language", _("is “{given}”", given=pack.language), _("use a tag such as en-GB")


def _markings(pack: Pack) -> Iterable[tuple[str, str, str]]:
    if pack.scheme not in SCHEMES:
        yield "scheme", _("is “{given}”", given=pack.scheme), _("use one of {list}", list=", ".join(SCHEMES))
    marked = [("marking", pack.marking), *((f"marks.{id}", mark) for id, mark in pack.marks.items())]
    marked += [(f"sections.{section.id}.marking", section.marking) for section in pack.sections if section.marking]
    for field, mark in marked:
        try:
            rank(pack.scheme, mark)
        except BadCall as error:
            yield field, _("is not allowed: {error}", error=error).rstrip("."), _("correct the marking")


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
                yield field, _("has the id “{id}”", id=id[:80]), _("use an id without blanks, quotes or brackets")
            if id in seen:
                yield field, _("names “{id}” twice", id=id), _("leave one of them out")
            seen.add(id)


def _sections(pack: Pack) -> Iterable[tuple[str, str, str]]:
    parents = {section.id: section.parent for section in pack.sections}
    for section in pack.sections:
        if section.status not in STATUSES:
            yield (
                f"sections.{section.id}.status",
                _("is “{given}”", given=section.status),
                _("use one of {list}", list=", ".join(STATUSES)),
            )
        if section.parent and section.parent not in parents:
            yield (
                f"sections.{section.id}.parent",
                _("is “{given}”", given=section.parent),
                _("name a section of this pack"),
            )
        if _circular(section.id, parents):
            yield f"sections.{section.id}.parent", _("leads back to the section itself"), _("break the circle")


def _tranches(pack: Pack) -> Iterable[tuple[str, str, str]]:
    options = {section.id for section in pack.sections if section.kind == "option"}
    for tranche in pack.tranches:
        if tranche.kind not in OPTIONS:
            yield (
                f"tranches.{tranche.id}.kind",
                _("is “{given}”", given=tranche.kind),
                _("use one of {list}", list=", ".join(OPTIONS)),
            )
        if tranche.section and tranche.section not in options:
            where = f"tranches.{tranche.id}.section"
            yield where, _("is “{given}”", given=tranche.section), _("name a section of this pack that is an option")


def _circular(id: str, parents: dict[str, str]) -> bool:
    seen = {id}
    while (id := parents.get(id, "")) and id not in seen:
        seen.add(id)
    return bool(id)


def _keys(pack: Pack) -> Iterable[tuple[str, str, str]]:
    if len(set(pack.keys.values())) != len(pack.keys):
        yield "keys", _("give one fact key to two sources"), _("give each source its own key")
    for key in pack.keys.values():
        if not KEY.fullmatch(key):
            yield "keys", _("have the key “{key}”", key=key), _("use F and a number")


def _articles(pack: Pack) -> Iterable[tuple[str, str, str]]:
    sources = [article.source for article in pack.articles]
    if twice := next((id for id in sources if sources.count(id) > 1), ""):
        yield "articles", _("mark “{id}” twice", id=twice), _("leave one of them out")
    for article in pack.articles:
        for one in article.sentences:
            field = f"articles.{article.source}.sentences.{one.number}"
            for mark in {one.proposed, one.mark or one.proposed} - set(MARKS):
                yield f"{field}.mark", _("is “{given}”", given=mark), _("use one of {list}", list=", ".join(MARKS))
            if one.mark and not one.by:
                yield f"{field}.by", _("is empty"), _("say who set the mark")


def _rulebook(pack: Pack) -> Iterable[tuple[str, str, str]]:
    names = [each.name for each in pack.rulebook]
    if not all(name.strip() and "/" not in name and "\\" not in name for name in names):
        yield "rulebook", _("has a file without a plain name"), _("give each file a name such as office.toml")
    if twice := next((name for name in names if names.count(name) > 1), ""):
        yield "rulebook", _("has “{name}” twice", name=twice), _("leave one of them out")


CHECKS: tuple[Callable[[Pack], Iterable[tuple[str, str, str]]], ...] = (
    _words, _markings, _ids, _sections, _tranches, _keys, _articles, _rulebook,
)  # fmt: skip
