"""The command line: arguments in, the service's answer out as text or as one JSON value."""

from briefer.cli.call import main

__all__ = ["main"]
