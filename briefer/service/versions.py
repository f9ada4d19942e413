"""The earlier versions of a pack: those in its file, and work that was set aside; each told by what it has."""

from pathlib import Path

from briefer.language import _
from briefer.model.desk import Version
from briefer.model.pack import Pack
from briefer.pack import facts_of, load, parse
from briefer.service import journal
from briefer.service.edits import told


def versions(path: Path, now: Pack) -> tuple[Version, ...]:
    """Gives work that was set aside, then the versions in the file, newest first; `now` is what they differ from.

    BadPack where the file cannot be read.
    """
    file = load(path)
    there = (file.dossier,) if file.dossier else ()
    last = len(file.history) + 1
    saved = [Version(name="saved", number=last, pack=file.pack, differs=told(now, file.pack), facts=there)]
    facts = tuple((number, facts_of(path, content)) for number, content in file.earlier)
    for number, content in enumerate(file.history, 1):
        pack = parse(content, _("{path}, version {number}", path=path, number=number))
        held = (*there, *(dossier for until, dossier in facts if until >= number))
        saved.append(Version(name="earlier", number=number, pack=pack, differs=told(now, pack), facts=held))
    aside = [
        Version(name="aside", at=each.at, pack=each.pack, differs=told(now, each.pack), facts=each.facts)
        for each in journal.aside(path)
    ]
    return (*aside, *sorted(saved, key=lambda each: -each.number))
