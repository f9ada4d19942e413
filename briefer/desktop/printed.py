"""Which sections of the outline will not print, and why."""

from briefer.desktop.wording import _
from briefer.model.brief import Finding
from briefer.model.pack import Pack, PackSection
from briefer.service import edits

STARTER = "starter-text"
"""The code of the finding on text that a document type starts from."""


def left_by(pack: Pack, section: PackSection) -> PackSection | None:
    """Gives the outermost section above one that is left out, and it with it."""
    found, seen = None, {section.id}
    over = edits.section(pack, section.parent)
    while over is not None and over.id not in seen:
        found = found if over.include else over
        seen.add(over.id)
        over = edits.section(pack, over.parent)
    return found


def is_starter(findings: tuple[Finding, ...], id: str) -> bool:
    """Whether the text of a section is still what its document type starts from."""
    return any(each.code == STARTER and each.place == id for each in findings)


def why(section: PackSection, over: PackSection | None, *, starter: bool) -> str:
    """Says of a section by its title whether it prints."""
    words = _("{title}, left out; the text is kept")
    if section.include:
        words = _("{title}. Its text is starter text: an export leaves it out, a drafter’s copy prints it.")
        words = words if starter else "{title}"
        words = _("{title}, not printed, as “{over}” is left out") if over else words
    return words.format(title=section.title, over=over.title if over else "")
