"""What the window starts in a child to have pages laid out; importing it costs nothing."""

from multiprocessing import parent_process
from multiprocessing.connection import Connection


def lay_out(connection: Connection) -> None:
    """Runs `preview_process.serve`, whose imports cost a second; a process of its own is confined first."""
    from briefer.render.limits import Limits, confine
    from briefer.service.preview_process import serve

    limits = Limits() if parent_process() is not None else None
    if limits:
        confine(limits)
    serve(connection, limits)
