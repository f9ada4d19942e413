"""Names on the UK Sanctions List: six parts of which the sixth is the surname or the whole name of a company."""

from collections.abc import Iterator, Mapping

from briefer.model.facts import Value
from briefer.sources.cells import Cleaner
from briefer.sources.scripts import PRINTED, script_tag

PARTS = tuple(f"name{number}" for number in range(1, 7))
FOREIGN = "namenonlatinscript"
FOREIGN_PARTS = frozenset({FOREIGN, "nonlatinscripttype", "nonlatinscriptlanguage"})
KNOWN = frozenset({*PARTS, "nametype", "aliasstrength", *FOREIGN_PARTS})
PRIMARY = "primary name"
GOOD = "good quality"
LOW = "low quality"


def is_name(said: Mapping[str, str]) -> bool:
    """Whether a group of values is a name."""
    return bool(said.keys() & KNOWN)


def values(groups: tuple[tuple[tuple[str, str], ...], ...], schema: str, cleaner: Cleaner) -> Iterator[Value]:
    """Each name once, the first of its kind; the primary name stands first, the parts of a person's beside it."""
    names = [dict(group) for group in groups if is_name(dict(group))]
    found: dict[str, Value] = {}
    for said in sorted(names, key=_order):
        for value in _values(said, cleaner):
            if value.value:
                found.setdefault(value.value, value)
    yield from found.values()
    primary = next((said for said in names if schema == "Person" and _kind(said) == "name"), {})
    for prop, part in (("firstName", "name1"), ("lastName", "name6")):
        if part in primary:
            yield cleaner.value(prop, primary[part].strip())


def _order(said: Mapping[str, str]) -> int:
    return ("name", "alias", "weakAlias").index(_kind(said)) if FOREIGN not in said else 3


def _kind(said: Mapping[str, str]) -> str:
    """The property of a name; types and strengths are printed in any mixture of small and capital letters."""
    if said.get("nametype", "").strip().lower() == PRIMARY:
        return "name"
    return "weakAlias" if said.get("aliasstrength", "").strip().lower().startswith(LOW) else "alias"


def _values(said: Mapping[str, str], cleaner: Cleaner) -> Iterator[Value]:
    if FOREIGN in said:
        yield _foreign(said, cleaner)
    kind, strength = cleaner.text(said.get("nametype", "")), cleaner.text(said.get("aliasstrength", ""))
    known = kind.lower().startswith(PRIMARY) or kind.lower() == "alias"
    note = "; ".join(filter(None, ("" if known else kind, strength if not strength.lower().startswith(LOW) else "")))
    full = " ".join(said[part] for part in PARTS if part in said)
    yield cleaner.value(_kind(said), full, lang=script_tag(full), note=note)


def _foreign(said: Mapping[str, str], cleaner: Cleaner) -> Value:
    """A name in its own script; the list does not say of which of the names."""
    text = said[FOREIGN]
    told = (cleaner.text(said.get(part, "")) for part in ("nonlatinscripttype", "nonlatinscriptlanguage"))
    lang = PRINTED.get(said.get("nonlatinscripttype", "").strip(), "") or script_tag(text)
    return cleaner.value("alias", text, lang=lang, note=", ".join(filter(None, told)))
