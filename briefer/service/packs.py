"""What the verbs share when they handle a pack: keys, gathering, checking, saving."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefer import assemble
from briefer.analysis import preflight
from briefer.analysis.checks.case import Limits
from briefer.language import _, mark
from briefer.marking import SCHEMES
from briefer.model.brief import Beyond, Dossier, Finding
from briefer.model.errors import BadCall, BadInput, BadPack
from briefer.model.pack import OfficeRows, Pack
from briefer.pack import PackFile, gather, load, save
from briefer.pack import unwritten as never_written
from briefer.service.days import held_later
from briefer.service.marked import let_in
from briefer.service.refusing import unreadable

_ONLY_HELD = mark(
    "A pack keeps only what a state of its day holds; `briefer relief` and `briefer ripple` "
    "answer for the day itself where a later state dates a listing to it."
)


def unwritten(pack: Pack) -> tuple[str, ...]:
    """Gives the titles of the sections that only a draft prints, as they hold starter text and nothing else."""
    return tuple(section.title for section in never_written(pack, assemble.template(pack.template)))


def write(path: Path, pack: Pack, library: Path, *, refuse_missing: bool = False) -> PackFile:
    """Gathers the pack's facts, gives its sources their keys and saves it; a media folder in it is kept.

    Facts that the file holds of picks that are not in the library stay in it.
    """
    from briefer.library import Library

    assemble.template(pack.template)
    former = load(path) if path.exists() else None
    media = former.media if former else ()
    with Library.open(library) as opened_library:
        dossier = gather(pack, opened_library, *held_by(former))
        later = [held_later(opened_library, id, pack.as_of) for id in dossier.missing if id in pack.entities]
    if any(later) and refuse_missing:
        raise BadCall(f"{' '.join(filter(None, later))} {_(_ONLY_HELD)}")
    if refuse_missing and dossier.missing:
        lost = dossier.missing[0]
        where = "briefer search" if lost in (*pack.entities, *pack.measures) else "briefer positions list"
        raise BadCall(
            _(
                "The library holds nothing under “{lost}”; look for it with `{where}`, or import the file that has it.",
                lost=lost,
                where=where,
            )
        )
    held = {each.id for each in former.dossier.positions} if former and former.dossier else set()
    let_in(pack, (each for each in dossier.positions if each.id not in held), path)
    pack = replace(pack, keys=assemble.give_keys(pack, dossier))
    return save(path, PackFile(pack=pack, dossier=dossier, media=media))


def held_by(*files: PackFile | None) -> tuple[Dossier, ...]:
    """Gives the facts that pack files hold."""
    return tuple(each.dossier for each in files if each and each.dossier)


def office_rows(files: Iterable[Path]) -> tuple[OfficeRows, ...]:
    """Reads an office's files of rulebook rows whole, for a pack to carry; BadInput where one is no text in UTF-8."""
    found = []
    for file in files:
        try:
            found.append(OfficeRows(name=file.name, text=file.read_text(encoding="utf-8")))
        except OSError as error:
            raise unreadable(file, error) from error
        except UnicodeDecodeError as error:
            raise BadInput(file, _("is no text in UTF-8"), _("save it as TOML in UTF-8")) from error
    return tuple(found)


def first_day(path: Path, positions: Collection[str] = ()) -> date:
    """Gives the day that a new pack is of: when the newest list was published, today where the library dates none.

    A picked position that was taken since moves it to its own day; no day is later than today.
    """
    from briefer.library import Library

    today = date.today()  # noqa: DTZ011  the drafter's own day
    if not path.exists():
        return today
    with Library.open(path) as library:
        days = [row.published for row in library.lists() if row.published and row.published <= today]
        picked = library.positions(ids=positions) if positions else ()
    said = (each.said_on or each.reported_on for each in picked)
    taken = (when.latest for when in said if when and when.latest)
    return min(today, max((*days, *taken))) if days else today


def day_of(path: Path) -> date:
    """Gives the day that a pack is of."""
    return load(path).pack.as_of


def opened(path: Path) -> tuple[Pack, Dossier]:
    """Gives a pack and its facts; BadPack where it was never gathered."""
    file = load(path)
    if file.dossier is None:
        raise BadPack(path, _("holds no facts yet"), _("gather them with `briefer pack PACK --replace FILE.json`"))
    return file.pack, file.dossier


def examine(
    pack: Pack,
    dossier: Dossier,
    *,
    beyond: Beyond | None = None,
    press_days: int | None = None,
) -> tuple[Finding, ...]:
    """Gives the findings on a pack under its own document type; see preflight.check."""
    limits = Limits() if press_days is None else Limits(press_days=press_days)
    return preflight.check(pack, dossier, assemble.template(pack.template), beyond=beyond, limits=limits)


def scheme_of(marking: str) -> tuple[str, str]:
    """Gives the scheme that knows this marking, and the marking as the scheme writes it; the first scheme if empty."""
    if not marking:
        return "us", "UNCLASSIFIED"
    level = marking.partition("//")[0].strip().upper()
    for scheme in SCHEMES.values():
        if level in scheme.levels:
            return scheme.name, marking.strip().upper() if "//" not in marking else marking.strip()
    known = ", ".join(dict.fromkeys(level for scheme in SCHEMES.values() for level in scheme.levels if level))
    raise BadCall(
        _("“{marking}” is no marking that Briefer handles; use one of {known}.", marking=marking, known=known)
    )
