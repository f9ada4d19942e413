"""Prints a made-up briefing in a process of its own: once, or warm, edit upon edit, as asked on its input.

`python -m tests.bench.printing once ours|typst FILE OUT` prints a file that `render` has made;
`… whole HTML CSS OUT` is WeasyPrint alone, in one call; `… warm ours|typst PAGES FOLDER` prints so many pages, then
answers each line `VERB EDIT TURN` with one JSON value: verb is preview or export, edit and turn are those of `edits`.
What arranges the text (our HTML, Typst's markup) runs before the clock starts, on both sides.
"""

import json
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from briefer import shipped
from briefer.render import fonts, render
from tests.bench import page_html, page_typst
from tests.bench.edits import EDITS
from tests.bench.make_pages import Pages, pages

SCALE = 1.5
"""How large the preview is drawn, in pixels a point."""


class Warm(Protocol):
    """A printer that has printed the briefing before and gives the seconds of printing it as it is now."""

    def ready(self, made: Pages, changed: str) -> None:
        """Arranges the text; not counted."""

    def preview(self) -> dict[str, Any]:
        """Shows the page that changed."""

    def export(self) -> dict[str, Any]:
        """Gives the whole PDF."""


class Ours:
    """The program's section engine; a preview is the first page that changed as a picture."""

    def __init__(self, _folder: Path) -> None:
        fonts.use_bundled()
        fonts.load()
        from briefer.render.engine import Engine

        self.engine = Engine()

    def ready(self, made: Pages, changed: str) -> None:
        self.brief, self.changed = page_html.brief(made), changed

    def preview(self) -> dict[str, Any]:
        import pypdfium2

        update = self.engine.update(self.brief)
        first = dict(update.section_pages).get(self.changed, 1)
        shown = next((number for number in update.text if number >= first), first)
        document = pypdfium2.PdfDocument(self.engine.plain([shown]))
        picture = document[0].render(scale=SCALE)
        return {"pages": update.pages, "changed": len(update.text), "pixels": picture.width * picture.height}

    def export(self) -> dict[str, Any]:
        self.engine.update(self.brief)
        return {"pages": self.engine.export().pages}


class Typst:
    """Typst with its memory of what it compiled before; a preview is the whole document, as it knows no less."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "warm.typ"
        self.compiler: Any = None

    def ready(self, made: Pages, _changed: str) -> None:
        self.text = page_typst.markup(made)

    def preview(self) -> dict[str, Any]:
        import typst

        self.path.write_text(self.text, encoding="utf-8")
        self.compiler = self.compiler or typst.Compiler(str(self.path), **_typst_fonts())
        return {"bytes": len(self.compiler.compile())}

    export = preview


def _typst_fonts() -> dict[str, Any]:
    return {"font_paths": [str(shipped.data("assets", "fonts"))], "ignore_system_fonts": True}


def warm(printer: Warm, number: int) -> None:
    """Prints once, then answers what is asked; each edit comes upon the ones before."""
    made = pages(number)
    printer.ready(made, "")
    _timed(printer.export)
    for line in sys.stdin:
        verb, edit, turn = line.split()
        made, changed = EDITS[edit](made, int(turn))
        printer.ready(made, changed)
        _timed(getattr(printer, verb))


def _timed(run: Callable[[], dict[str, Any]]) -> None:
    started = time.perf_counter()
    found = run()
    sys.stdout.write(json.dumps({"seconds": time.perf_counter() - started, **found}) + "\n")
    sys.stdout.flush()


def once_ours(path: Path, out: Path) -> None:
    """Prints a brief that was pickled by `render`."""
    out.write_bytes(render(pickle.loads(path.read_bytes())).pdf)


def once_typst(path: Path, out: Path) -> None:
    """Compiles a file of markup."""
    import typst

    typst.compile(str(path), output=str(out), **_typst_fonts())


def whole(html: Path, css: Path, out: Path) -> None:
    """WeasyPrint alone, tagged and archival, with the program's fonts."""
    fonts.use_bundled()
    import weasyprint

    style = weasyprint.CSS(string=css.read_text(encoding="utf-8"))
    weasyprint.HTML(filename=str(html)).write_pdf(str(out), stylesheets=[style], pdf_variant="pdf/a-3a")


PRINTERS: dict[str, Callable[[Path], Warm]] = {"ours": Ours, "typst": Typst}
ONCE: dict[str, Callable[[Path, Path], None]] = {"ours": once_ours, "typst": once_typst}


def main() -> None:
    """Does what the arguments say."""
    how, *rest = sys.argv[1:]
    if how == "whole":
        whole(*map(Path, rest))
    elif how == "once":
        ONCE[rest[0]](Path(rest[1]), Path(rest[2]))
    else:
        warm(PRINTERS[rest[0]](Path(rest[2])), int(rest[1]))


if __name__ == "__main__":
    main()
