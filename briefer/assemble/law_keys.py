"""The keys of the laws that a row cites: under which of the paper's sources their texts stand."""

import re
from collections.abc import Iterable, Iterator

from briefer.assemble import cells
from briefer.assemble.context import Context
from briefer.model.policy import Source

LAWS = frozenset({"law", "guidance", "list"})
"""Kinds of sources that are the text of an act itself; the annexes of an act are a list."""
_NUMBERS = r"(?P<numbers>\d+(?:-\d+)?(?:(?:, | and )\d+(?:-\d+)?)*)"
NUMBERED = (
    re.compile(rf"\b(?P<code>\d+ USC) {_NUMBERS}"),
    re.compile(r"\b(?P<code>\d+ CFR) (?:part )?(?P<numbers>\d+)"),
    re.compile(rf"\b(?P<code>FAQ)s? {_NUMBERS}"),
    re.compile(r"\b(?P<code>Public Law|SI|SOR) ?/?(?P<act>\d+[-/]\d+)"),
    re.compile(r"\b(?P<code>Regulation \(EU\)) (?:No )?(?P<act>\d+/\d+)"),
    re.compile(r"\b(?P<code>Decision) (?:\(CFSP\) )?(?P<act>\d{4}/\d+)"),
)
NAME_ENDS = re.compile(r"[,:(]")
LONGEST_RANGE = 100
"""Sections; what runs on for longer is no range of them."""


def keys(context: Context, citations: Iterable[str]) -> str:
    """Gives the fact keys of the sources that are the laws of some citations, each once, by number."""
    said = "; ".join(citations)
    cited = frozenset(_numbers(said))
    return cells.keys(context, (one.id for one in context.dossier.sources if _is_cited(one, said, cited)))


def _is_cited(source: Source, said: str, cited: frozenset[tuple[str, str]]) -> bool:
    """Says whether a source is what is cited: by its number, by its whole name, or by name and publisher."""
    name = NAME_ENDS.split(source.title)[0].strip()
    if source.publisher and f"{source.publisher}, {source.title}".casefold() in said.casefold():
        return True
    if source.kind not in LAWS:
        return False
    own = frozenset(_first(source.title))
    return bool(own & cited) or (not own and source.kind == "law" and " " in name and _stands_in(name, said))


def _stands_in(name: str, said: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said))


def _first(title: str) -> Iterator[tuple[str, str]]:
    """Yields what a title names first; what stands behind a colon says what the source is about."""
    named = title.partition(":")[0]
    found = [match for pattern in NUMBERED if (match := pattern.search(named))]
    if found:
        yield from _of(min(found, key=lambda match: match.start()))


def _numbers(said: str) -> Iterator[tuple[str, str]]:
    for pattern in NUMBERED:
        for match in pattern.finditer(said):
            yield from _of(match)


def _of(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    groups = match.groupdict()
    if groups.get("act"):
        yield match["code"], match["act"]
        return
    for part in re.split(r", | and ", match["numbers"]):
        begin, _dash, end = part.partition("-")
        last = int(end) if end and int(begin) <= int(end) < int(begin) + LONGEST_RANGE else int(begin)
        yield from ((match["code"], str(number)) for number in range(int(begin), last + 1))
