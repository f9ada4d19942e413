"""The frozen program's entry: what its own children ask of it comes first, then the program."""

import multiprocessing
import sys

READ_APART = "--read-apart"
"""What `briefer.sources.apart` calls a frozen program with; named here too, since importing that takes a moment."""


def main() -> None:
    """Runs a child's part where this is a child, else the program."""
    multiprocessing.freeze_support()
    if sys.argv[1:] == [READ_APART]:
        from briefer.sources.apart import main as begin
    else:
        from briefer.__main__ import main as begin
    begin()


if __name__ == "__main__":
    main()
