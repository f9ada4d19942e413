"""Where the program's own files lie: what is shipped in `templates/` and `assets/`."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def data(*parts: str) -> Traversable:
    """Gives a file or folder of `templates/` or `assets/`, in a wheel or in a checkout alike."""
    root = files("briefer") / "_data"
    if not root.is_dir():  # a checkout: the folders stand beside the package
        root = Path(__file__).resolve().parents[1]
    return root.joinpath(*parts)
