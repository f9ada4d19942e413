"""What a search asks and what it is narrowed to, as conditions on the derived tables."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, exists, func, or_, select

from briefer.language import _
from briefer.library import clock, sqlite
from briefer.library.countries import country, is_code
from briefer.library.tables import entity, programme, trait
from briefer.library.traits import COUNTRY
from briefer.model.errors import BadCall
from briefer.model.law import REGIMES

_COMPANIES = {"Organization", "Company", "PublicBody"}
_MAY_BE_COMPANIES = {"Company", "Organization", "LegalEntity"}
_VEHICLES = {"Vehicle", "Vessel", "Airplane"}
KINDS = {
    "legalentity": {"LegalEntity", "Person", *_COMPANIES},
    "organization": _COMPANIES,
    "company": _MAY_BE_COMPANIES,
    "vehicle": _VEHICLES,
    "asset": {"Asset", "Company", "Security", "RealEstate", "CryptoWallet", *_VEHICLES},
}
"""The FollowTheMoney schemata that a schema covers, where it covers more than itself; "Thing" is all.

Lists seldom say that a body is a company, so what may be one is found as one, and `unsaid` says so.
"""

SCHEMATA = ("Person", "LegalEntity", "Organization", "Company", "PublicBody", "Vessel", "Airplane", "Vehicle", "Asset")
"""The schemata that lists use, as they are named to somebody who asks for another."""

_YEAR = re.compile(r"(?<![\w-])(?:19|20)\d\d(?![\w-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is searched: the fields are the arguments of `Library.search` and the day that decides what is in force.

    `among` are the ids of which alone some may be found, None for all.
    """

    name: str
    limit: int
    kind: str = ""
    programme: str = ""
    min_score: int = 0
    day: date = field(default_factory=clock.today)
    regime: str = ""
    country: str = ""
    listed_from: date | None = None
    listed_to: date | None = None
    listed: bool | None = None
    among: Collection[str] | None = None


def year(asked: str) -> tuple[str, int | None]:
    """Takes a year of birth out of what is asked, unless nothing else is left."""
    found = _YEAR.findall(asked)
    rest = _YEAR.sub(" ", asked)
    return (rest, int(found[0])) if len(found) == 1 and any(map(str.isalpha, rest)) else (asked, None)


def check(connection: Connection, question: Question) -> None:
    """BadCall where a filter can find nothing: an unknown kind, regime or country, or days in the wrong order."""
    _check_kind(connection, question.kind)
    _check_regime(connection, question.regime)
    _check_country(connection, question.country)
    first, last = question.listed_from, question.listed_to
    if first and last and first > last:
        raise BadCall(
            _("The days are in the wrong order: listed from {first} is after listed to {last}.", first=first, last=last)
        )


def _check_kind(connection: Connection, kind: str) -> None:
    if kind.lower() in {"", "thing", *KINDS, *map(str.lower, SCHEMATA)}:
        return
    if kind.lower() not in map(str.lower, connection.execute(select(entity.c.schema).distinct()).scalars()):
        raise BadCall(_("“{kind}” is no kind of entity; say {kinds}.", kind=kind, kinds=", ".join(SCHEMATA)))


def _check_regime(connection: Connection, regime: str) -> None:
    if regime.upper() in {"", *REGIMES}:
        return
    if regime.lower() not in connection.execute(select(func.lower(programme.c.regime)).distinct()).scalars().all():
        said = _("“{regime}” is no regime that lists state; say {regimes}.", regime=regime, regimes=", ".join(REGIMES))
        raise BadCall(said)


def _check_country(connection: Connection, given: str) -> None:
    if not given or is_code(code := country(given)):
        return
    borne = select(trait.c.value).where(trait.c.kind == COUNTRY, trait.c.value == code).limit(1)
    if connection.execute(borne).first() is None:
        raise BadCall(_("“{country}” is no country; say its name or its code, as in Russia, RU or RUS.", country=given))


def wanted(question: Question) -> ColumnElement[bool] | None:
    """The condition on the entity that all filters make together, None where there is none."""
    filters = [*_of_kind(question.kind)]
    if question.country:
        held = (trait.c.kind == COUNTRY) & (trait.c.value == country(question.country))
        filters.append(_some(trait, held))
    if tagged := _tagged(question):
        filters.append(_some(programme, *tagged))
    if question.listed is not None:
        held_now = _some(programme, in_force(question.day))
        filters.append(held_now if question.listed else ~held_now)
    if question.among is not None:
        filters.append(entity.c.id.in_(sqlite.each_of(question.among)))
    return and_(*filters) if filters else None


def unsaid(question: Question, schema: str) -> str:
    """What is to be said of a hit that is perhaps not of the kind asked for; empty where it is."""
    if question.kind.lower() != "company" or schema == "Company":
        return ""
    return _("its list does not say whether it is a company")


def _some(of: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """The condition that one row of a table about the entity meets all these; read row by row, as few are looked at."""
    return exists().where(of.c.entity == entity.c.id, *conditions).correlate(entity)


def _of_kind(kind: str) -> list[ColumnElement[bool]]:
    if not kind or kind.lower() == "thing":
        return []
    kinds = KINDS.get(kind.lower(), {kind})
    return [func.lower(entity.c.schema).in_(sorted(each.lower() for each in kinds))]


def _tagged(question: Question) -> list[ColumnElement[bool]]:
    """The conditions that one designation has to meet: tag, regime, and the day it starts."""
    said: list[tuple[Any, ColumnElement[bool]]] = [
        (question.programme, func.lower(programme.c.programme) == question.programme.lower()),
        (question.regime, func.lower(programme.c.regime) == question.regime.lower()),
        (question.listed_from, programme.c.start >= (question.listed_from or date.min).isoformat()),
        (question.listed_to, programme.c.start <= (question.listed_to or date.max).isoformat()),
    ]
    return [condition for given, condition in said if given]


def undated(connection: Connection, ids: Collection[str], tag: str, regime: str) -> frozenset[str]:
    """Those of which a designation under this tag and regime, where they are named, states no start."""
    named = [
        func.lower(column) == said.lower()
        for column, said in ((programme.c.programme, tag), (programme.c.regime, regime))
        if said
    ]
    among = programme.c.entity.in_(sqlite.each_of(ids))
    held = select(programme.c.entity).where(among, programme.c.start.is_(None), *named)
    return frozenset(connection.execute(held).scalars())


def without_country(connection: Connection, ids: Collection[str]) -> frozenset[str]:
    """Those of which no list states a country."""
    borne = select(trait.c.entity).where(trait.c.entity.in_(sqlite.each_of(ids)), trait.c.kind == COUNTRY)
    return frozenset(ids) - frozenset(connection.execute(borne).scalars())


def in_force(day: date) -> ColumnElement[bool]:
    """The condition on a designation that it is in force on a day; one without a known start counts as in force."""
    on = day.isoformat()
    return and_(
        programme.c.ended == 0,
        or_(programme.c.start.is_(None), programme.c.start <= on),
        or_(programme.c.until.is_(None), programme.c.until >= on),
    )
