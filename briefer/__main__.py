"""The program's entry: `briefer` and `python -m briefer`."""

import sys

from briefer.cli import main as run


def main() -> None:
    """Runs the command line and leaves with its exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
