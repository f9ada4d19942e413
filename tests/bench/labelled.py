"""Reads the labelled names beside the real lists: pairs that are one or not, pairs in two scripts, made-up persons."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pair:
    """A name as asked, the name that is meant or not, and whether it is."""

    asked: str
    meant: str
    same: bool


def pairs(lists: Path) -> list[Pair]:
    """The labelled pairs of checks.yml; a name given in parts is put together."""
    text = re.sub(r"\s#.*", "", (lists / "matching/checks.yml").read_text(encoding="utf-8"))
    found = []
    for each in re.split(r"\n  - (?=match|schema|query)", text)[1:]:
        asked, meant = each.split("query:")[1].split("candidate:")
        found.append(Pair(_name(asked), _name(meant), "match: true" in each))
    return found


def _name(text: str) -> str:
    fields: dict[str, str] = dict(
        re.findall(r"^\s+(\w+): (.*)$", re.sub(r"\n\s{8,}(?!\s*\w+:)", " ", text), re.MULTILINE)
    )
    parts = (fields.get(part, "") for part in ("firstName", "middleName", "fatherName", "lastName"))
    return fields.get("name", " ".join(filter(None, parts))).strip('"')


def in_two_scripts(lists: Path) -> list[Pair]:
    """The pairs of cross_script_pairs.csv, a name in its own script and the Latin one."""
    lines = (lists / "matching/cross_script_pairs.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.reader(line for line in lines if line and not line.startswith("#"))
    return [Pair(row[0], row[1], same=True) for row in rows]


def made_up_persons(lists: Path) -> list[str]:
    """The full names of persons who do not exist."""
    with (lists / "matching/negatives_global.small.csv").open(encoding="utf-8", newline="") as file:
        return list(dict.fromkeys(row["full_name"] for row in csv.DictReader(file)))
