"""Prints a Brief as one tagged, archival PDF with its annexes inside; the only room that speaks to WeasyPrint."""

from briefer.model.brief import Brief
from briefer.model.progress import Progress, silent
from briefer.render import fonts
from briefer.render.values import Attachment, Rendered, Update

__all__ = ["Attachment", "Rendered", "Update", "render"]


def render(brief: Brief, attachments: tuple[Attachment, ...] = (), *, progress: Progress = silent) -> Rendered:
    """Lays the brief out and gives a PDF that meets PDF/UA-1 and PDF/A-3a; the same brief gives the same bytes.

    Progress counts the pages laid out ("layout"), then says "write". RenderFault where a section cannot be printed.
    """
    fonts.use_bundled()
    fonts.load()
    from briefer.render.engine import Engine  # importing WeasyPrint takes a second, and it must find the fonts set

    engine = Engine(cores=2)
    engine.update(brief, progress)
    return engine.export(attachments, progress)
