"""Finds entities by what is theirs alone: their id, an identifier, an e-mail address, a telephone number, a website."""

import re
from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, false, select

from briefer.library.asking import Question, wanted
from briefer.library.bodies import glance
from briefer.library.tables import entity, record, trait, version
from briefer.library.traits import IDENTIFIERS, WEBSITE, as_stated, contacts, numbers

PUBLISHERS = ("ofac", "eu", "uk", "un", "ca", "au")
"""What stands before a publisher's own id in ours."""

_TAIL = re.compile(r"[A-Z]{1,2}-[A-Z]{3,4}", re.IGNORECASE)  # an aircraft's registration without a digit
_LABEL = re.compile(r"^\D+")
_SWIFT = re.compile(r"(?:(?:SWIFT|BIC|CODE)\W+)*(?P<bank>[A-Z]{6}[A-Z0-9]{2})(?P<branch>[A-Z0-9]{3})?")
_HEAD_OFFICE = "XXX"  # as ISO 9362 writes the branch of a code of eleven letters that names none


def identified(connection: Connection, question: Question) -> Iterator[tuple[str, str]]:
    """The ids of those whose own id is asked for, with or without its publisher, each with the caption, and of those
    who bear an identifier or a contact of this value, with that as their list writes it."""
    filters = wanted(question)
    heads = select(entity.c.id, entity.c.caption).where(entity.c.id.in_(_ids(question.name)))
    yield from ((row.id, row.caption) for row in connection.execute(heads if filters is None else heads.where(filters)))
    borne = select(entity.c.id, trait.c.kind, trait.c.value).join(trait, trait.c.entity == entity.c.id)
    if filters is not None:
        borne = borne.where(filters)
    found = [row for each in _borne(question.name) for row in connection.execute(borne.where(each))]
    stated = _stated(connection, {row.id for row in found})
    for row in found:
        written = (as_stated(row.kind, row.value, *each) for each in stated.get(row.id, ()))
        yield row.id, next(filter(None, written), row.value)


def _ids(name: str) -> list[str]:
    said = name.strip()
    return [said, *(f"{of}-{text}" for of in PUBLISHERS for text in dict.fromkeys((said, said.upper())))]


def _borne(name: str) -> Iterator[ColumnElement[bool]]:
    """The conditions on a trait of which it has to meet one, each read by itself, which the index serves."""
    yield trait.c.kind.in_(set(IDENTIFIERS.values())) & trait.c.value.in_(_values(name))
    yield (trait.c.kind == IDENTIFIERS["swiftBic"]) & _swift(name)
    for kind, value in contacts(name):
        yield (trait.c.kind == kind) & (_site(value) if kind == WEBSITE else trait.c.value == value)


def _values(name: str) -> list[str]:
    """The identifiers that may be asked for: all of the text, what begins with its first digit, and its last word."""
    parts = (name, _LABEL.sub("", name), *name.split()[-1:])
    found = dict.fromkeys(each for part in parts for each in numbers(part))
    return [each for each in found if _TAIL.fullmatch(name.strip()) or any(map(str.isdigit, each))]


def _swift(name: str) -> ColumnElement[bool]:
    """The condition on a SWIFT code that it is the one asked for; without a branch all of the bank's are meant."""
    if not (found := _SWIFT.fullmatch(name.strip().upper())):
        return false()
    bank, branch = found["bank"], found["branch"]
    if branch in {None, _HEAD_OFFICE}:
        return trait.c.value.between(bank, f"{bank}ZZZ")
    return trait.c.value.in_((bank + branch, bank, bank + _HEAD_OFFICE))


def _site(asked: str) -> ColumnElement[bool]:
    """The condition on a website that it is the one asked for, a page of it, or the host of the page asked for."""
    below = (trait.c.value >= f"{asked}/") & (trait.c.value < f"{asked}0")  # 0 is the sign after the stroke
    return trait.c.value.in_((asked, asked.partition("/")[0])) | below


def _stated(connection: Connection, ids: set[str]) -> dict[str, list[tuple[str, str]]]:
    """The fields of these entities as their lists state them."""
    bodies = (
        select(record.c.entity, version.c.body)
        .join(version, version.c.number == record.c.version)
        .where(record.c.entity.in_(ids))
        .order_by(record.c.list)
    )
    stated: dict[str, list[tuple[str, str]]] = {}
    for row in connection.execute(bodies) if ids else ():
        fields = [(value.prop, value.value) for value in glance(row.body).values]
        stated[row.entity] = [*stated.get(row.entity, ()), *fields]
    return stated
