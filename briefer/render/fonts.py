"""The fonts a page may use: those shipped in `assets/fonts`, whatever the machine has installed."""

import ctypes.util
import os
import sys
from contextlib import suppress
from importlib import import_module

from briefer import shipped


def use_bundled() -> None:
    """Points fontconfig at the shipped fonts alone; to be called before a font is looked up in this process."""
    os.environ["FONTCONFIG_FILE"] = str(shipped.data("assets", "fonts", "fonts.conf"))


def load() -> None:
    """Loads the libraries that draw text, on Linux by the names they have there.

    WORKAROUND: WeasyPrint tries the names of other systems first, and for each of these ctypes starts `ldconfig` and a
    compiler to look for it: 0.3 of 0.5 s of `import weasyprint`.
    """
    if sys.platform != "linux" or "weasyprint" in sys.modules:
        return
    find = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        with suppress(OSError):  # they are somewhere else: the next import looks everywhere
            import_module("weasyprint")
    finally:
        ctypes.util.find_library = find
