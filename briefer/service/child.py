"""What the window starts in a child to have pages laid out; importing it costs nothing."""

from multiprocessing.connection import Connection


def lay_out(connection: Connection) -> None:
    """Runs `preview_process.serve`, whose imports cost a second, in the child that calls it."""
    from briefer.service.preview_process import serve

    serve(connection)
