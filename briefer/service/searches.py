"""The searches that somebody keeps under a name, as texts for the settings: one JSON object each."""

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from briefer.model.desk import Asked, Saved


def read(texts: Iterable[str]) -> tuple[Saved, ...]:
    """Gives the searches; what cannot be read, as from a newer version, is left out."""
    found = []
    for text in texts:
        try:
            found.append(msgspec.json.decode(text, type=Saved))
        except msgspec.MsgspecError:
            continue
    return tuple(found)


def _written(saved: Iterable[Saved]) -> tuple[str, ...]:
    return tuple(msgspec.json.encode(each).decode() for each in saved)


def keep(texts: Iterable[str], name: str, asked: Asked) -> tuple[str, ...]:
    """Gives the texts with one search more, in the place of the one that has its name already.

    The picks and the day of the pack that is open now are not kept: the search asks for those of its own time.
    """
    saved = Saved(name=name.strip(), asked=replace(asked, picks=(), day=None))
    others = read(texts)
    if any(each.name == saved.name for each in others):
        return _written(saved if each.name == saved.name else each for each in others)
    return _written((*others, saved))


def rename(texts: Iterable[str], name: str, new: str) -> tuple[str, ...]:
    """Gives the texts with one search under another name; one that has the new name already is replaced."""
    others = [each for each in read(texts) if each.name != new.strip() or each.name == name]
    return _written(replace(each, name=new.strip()) if each.name == name else each for each in others)


def forget(texts: Iterable[str], name: str) -> tuple[str, ...]:
    """Gives the texts without one search."""
    return _written(each for each in read(texts) if each.name != name)
