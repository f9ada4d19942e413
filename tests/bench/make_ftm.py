"""Writes a FollowTheMoney file of any number of entities, always the same, for the benchmarks.

`python -m tests.bench.make_ftm FILE [ENTITIES]`; the statements about an entity (a sanction for every second one, a
share in another for every tenth) stand behind it.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from tests.bench.make_names import made_up

DATASETS = ["us_ofac_sdn", "eu_fsf"]
PROGRAMMES = ("RUSSIA-EO14024", "UKRAINE-EO13662", "CYBER2", "SDGT", "IRAN")
COUNTRIES = ("ru", "ua", "by", "cy", "ir", "kp", "sy", "ae", "tr")
SEEN = {"first_seen": "2024-01-02T03:04:05", "last_seen": "2026-07-30T03:04:05"}


def write(path: Path, entities: int) -> int:
    """Writes the file and gives the number of its lines."""
    encode = msgspec.json.Encoder().encode
    lines = 0
    names = made_up(entities * 2)
    with path.open("wb") as file:
        for number in range(entities):
            for line in _lines(number, next(names), next(names)):
                file.write(encode(line) + b"\n")
                lines += 1
    return lines


def _lines(number: int, name: str, other: str) -> Iterator[dict[str, Any]]:
    dice = random.Random(number)
    person = number % 5 != 0
    properties: dict[str, list[str]] = {"name": [name], "country": [dice.choice(COUNTRIES)], "topics": ["sanction"]}
    if dice.random() < 0.4:
        properties["alias"] = [other]
    if person:
        properties["birthDate"] = [_day(dice, 1940, 2000)]
    else:
        properties["incorporationDate"] = [str(dice.randint(1990, 2020))]
    if dice.random() < 0.5:
        properties["idNumber"] = [str(dice.randint(10**9, 10**10))]
    if dice.random() < 0.3:
        properties["address"] = [f"{dice.randint(1, 99)} {other.split()[0]} street, Russia"]
    yield _line(f"NK-{number:08}", "Person" if person else "Company", name, properties)
    if number % 2 == 0:
        yield _line(f"NK-s{number}", "Sanction", "Sanction", _sanction(number, dice))
    if number % 10 == 0:
        yield _line(f"NK-o{number}", "Ownership", "Ownership", _share(number, dice))


def _sanction(number: int, dice: random.Random) -> dict[str, list[str]]:
    return {
        "entity": [f"NK-{number:08}"],
        "country": ["us"],
        "authority": ["Office of Foreign Assets Control"],
        "program": [dice.choice(PROGRAMMES)],
        "startDate": [_day(dice, 2014, 2025)],
        "sourceUrl": ["https://example.org/sanctions"],
    }


def _share(number: int, dice: random.Random) -> dict[str, list[str]]:
    return {
        "owner": [f"NK-{number:08}"],
        "asset": [f"NK-{dice.randrange(max(1, number)):08}"],
        "percentage": [str(dice.randint(1, 100))],
        "startDate": [_day(dice, 2000, 2024)],
    }


def _line(id: str, schema: str, caption: str, properties: dict[str, list[str]]) -> dict[str, Any]:
    told = {"id": id, "caption": caption, "schema": schema, "properties": properties, "referents": []}
    return {**told, "datasets": DATASETS, **SEEN, "target": schema in {"Person", "Company"}}


def _day(dice: random.Random, first: int, last: int) -> str:
    return f"{dice.randint(first, last)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    sys.stdout.write(f"{write(target, count):,} lines, {target.stat().st_size / 1e6:.1f} MB\n")
