"""The fonts a page may use: those shipped in `assets/fonts`, whatever the machine has installed."""

import os

from briefer import files


def use_bundled() -> None:
    """Points fontconfig at the shipped fonts alone; to be called before a font is looked up in this process."""
    os.environ["FONTCONFIG_FILE"] = str(files.data("assets", "fonts", "fonts.conf"))
