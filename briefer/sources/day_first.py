"""Dates as British and EU tables print them: with slashes, the day first, letters where a part is unknown."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from briefer.model.facts import PartialDate
from briefer.sources import dates

SLASHES = re.compile(r"(?P<day>\d{1,2}|[dD]{1,2}|0{1,2})/(?P<month>\d{1,2}|[mM]{1,2})/(?P<year>\d{4})(?: [\d:]+)?")


@lru_cache(maxsize=65536)
def parse(text: str) -> PartialDate:
    """The partial date that a text prints ("31/12/2020", "dd/07/1945", or any shape of `dates`)."""
    match = SLASHES.fullmatch(text.strip())
    return replace(dates.parse(_turned(match) if match else text), text=text)


def maybe(text: str) -> PartialDate | None:
    """The partial date of a text, None of an empty one."""
    return parse(text) if text else None


def day(text: str) -> date | None:
    """The one day that a text names, None where it names less or more."""
    found = parse(text)
    return found.earliest if found.earliest == found.latest else None


def _turned(match: "re.Match[str]") -> str:
    """The ISO form, as far as the parts are numbers other than nought."""
    known = [part for part in (match["month"], match["day"]) if part.isdigit() and int(part)]
    parts = known if len(known) == 2 else known if match["month"].isdigit() and int(match["month"]) else []
    return "-".join((match["year"], *parts))
