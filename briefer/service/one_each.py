"""Shows everybody of whom several records are decided to be one under one id, in the answer of the verb ripple."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from briefer.model.ripple import Ripple


def one_each(found: Ripple, shown: Mapping[str, str]) -> Ripple:
    """Gives the answer with each id replaced by the one that shows it, every line once.

    The records of one cluster have one fate, so that freed stays what is blocked before and not after.
    """
    if not shown:
        return found
    made: Ripple = _renamed(found, shown)
    return replace(
        made,
        captions=_named(found.captions, shown),
        limited=_named(found.limited, shown),
        still_blocked=_first(made.still_blocked),
        paths=_first(made.paths),
        not_blocked=_first(made.not_blocked),
        fates=_first(made.fates),
        notes=found.notes,
    )


def _renamed(value: Any, shown: Mapping[str, str]) -> Any:
    """Any part of the answer with the ids in it replaced; what is the same twice in a row of values stands once."""
    if isinstance(value, str):
        return shown.get(value, value)
    if isinstance(value, tuple | frozenset):
        return type(value)(dict.fromkeys(_renamed(each, shown) for each in value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _renamed(getattr(value, each.name), shown) for each in fields(value)})
    return value


def _named(pairs: tuple[tuple[str, str], ...], shown: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Pairs of an id and words on it, those of the shown record itself where there are any."""
    own = [(id, words) for id, words in pairs if shown.get(id, id) == id]
    of_others = {shown[id]: words for id, words in pairs if shown.get(id, id) != id}
    return tuple({**of_others, **dict(own)}.items())


def _first(lines: Iterable[Any]) -> tuple[Any, ...]:
    found: dict[str, Any] = {}
    for each in lines:
        found.setdefault(each.id, each)
    return tuple(found.values())
