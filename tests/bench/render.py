"""Times printing beside Typst and Chromium on equal documents: cold, one edit to preview, and the whole after an edit.

`./dev bench render [--json] [--cases cold_20,…] [--runs N]`. The made-up briefing (`make_pages`) has the same text,
fonts, sizes and columns in all three. Cold cases are whole processes. Warm ones are two long-lived processes, ours and
Typst's compiler with its memory, that take turns over the same edits, each upon the ones before; rebuilding the whole
after an edit is measured against a cold compile by Typst. What is not installed is named, and has no ratio.
"""

import argparse
import json
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import count, islice
from pathlib import Path
from typing import Any

from briefer import shipped
from tests.bench import page_html, page_typst
from tests.bench.make_pages import pages
from tests.bench.report import Case, compared, report
from tests.bench.watch import Ran, held, run

LARGE = 300
COLD = {"cold_20": 20, "cold_100": 100, "cold_300": LARGE}
TARGETS: dict[str, dict[str, float]] = {
    "cold_300": {"ratio": 1.5, "peak_mb": 600},
    "edit_preview_300": {"ratio": 0.25},
    "edit_row_preview_300": {"ratio": 0.4},
    "add_page_300": {"ratio": 1.0},
    "warm_export_300": {"ratio": 0.6},
    "sample_pack": {"ratio": 1.3},
}
ASKS = {
    "edit_preview_300": ("preview", "paragraph"),
    "edit_row_preview_300": ("preview", "row"),
    "edit_title_preview_300": ("preview", "title"),
    "warm_export_300": ("export", "paragraph"),
    "add_page_300": ("export", "page_more"),
}
"""What is asked of the warm processes: verb and edit."""

PEERS = {"preview": "Typst's recompile of the same edit", "export": "Typst's cold compile"}
NO_CHROMIUM = "Chromium's print to PDF, which is not installed here"
NO_TYPST = "Typst, which is not installed here"
PRINTING = [sys.executable, "-m", "tests.bench.printing"]


def cold(name: str, folder: Path, runs: int, number: int = 0) -> Case:
    """So many pages by all three, turn by turn; Typst beside the peer."""
    made = pages(number or COLD[name])
    brief, markup, html = folder / f"{name}.pickle", folder / f"{name}.typ", folder / f"{name}.html"
    brief.write_bytes(pickle.dumps(page_html.brief(made)))
    markup.write_text(page_typst.markup(made), encoding="utf-8")
    html.write_text(page_html.browser(made), encoding="utf-8")
    calls = {"ours": [*PRINTING, "once", "ours", str(brief), str(folder / "ours.pdf")]}
    if find_spec("typst"):
        calls["typst"] = [*PRINTING, "once", "typst", str(markup), str(folder / "typst.pdf")]
    if browser := shutil.which("chromium"):
        calls["chromium"] = _chromium(browser, html, folder)
    took = _in_turn(calls, folder, runs)
    peer = "Chromium's print to PDF" if browser else NO_CHROMIUM
    said = compared(name, took["ours"], TARGETS.get(name, {}), peer, took.get("chromium", ()))
    return said | _typst_beside(took) | {"pages": _counted(folder)}


def _chromium(browser: str, html: Path, folder: Path) -> list[str]:
    """Gives the call that prints a file; the sandbox needs rights that a container seldom has."""
    # Debian's starter adds more flags than it needs, and the fonts come from the same folder as ours.
    fonts = f"FONTCONFIG_FILE={shipped.data('assets', 'fonts', 'fonts.conf')}"
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder}/profile",
    ]
    more = ["--generate-pdf-document-outline", f"--print-to-pdf={folder / 'chromium.pdf'}", html.as_uri()]
    return ["env", fonts, browser, *flags, *more]


def _in_turn(calls: dict[str, list[str]], folder: Path, runs: int) -> dict[str, list[Ran]]:
    took: dict[str, list[Ran]] = {name: [] for name in calls}
    for _ in range(runs):
        for name, call in calls.items():
            took[name].append(run(call, folder / "log.txt"))
    return took


def _typst_beside(took: dict[str, list[Ran]]) -> dict[str, Any]:
    if "typst" not in took:
        return {"typst_seconds": None, "typst_ratio": None}
    seconds = statistics.median(each.seconds for each in took["typst"])
    ours = statistics.median(each.seconds for each in took["ours"])
    return {"typst_seconds": round(seconds, 3), "typst_ratio": round(ours / seconds, 3)}


def _counted(folder: Path) -> str:
    """Says how many pages each of them made."""
    import pypdfium2

    made = (folder / f"{name}.pdf" for name in ("ours", "typst", "chromium"))
    return "/".join(str(len(pypdfium2.PdfDocument(path))) for path in made if path.exists())


class Warm:
    """A process that keeps what it has printed."""

    def __init__(self, printer: str, number: int, folder: Path) -> None:
        call = [*PRINTING, "warm", printer, str(number), str(folder)]
        self.log = (folder / f"{printer}.log").open("wb")
        self.process = subprocess.Popen(
            call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True, bufsize=1
        )
        self.peaks: dict[int, int] = {}
        self.first = self._answer()

    def ask(self, verb: str, edit: str, turn: int) -> Ran:
        """Has one edit made and printed."""
        assert self.process.stdin
        self.process.stdin.write(f"{verb} {edit} {turn}\n")
        self.process.stdin.flush()
        return self._answer()

    def close(self) -> None:
        """Lets it end."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
        self.log.close()

    def _answer(self) -> Ran:
        assert self.process.stdout
        said = self.process.stdout.readline()
        if not said:
            self.process.wait()
            raise RuntimeError(Path(self.log.name).read_text(encoding="utf-8", errors="replace")[-2000:])
        self.peaks |= held(self.process.pid)
        return Ran(seconds=json.loads(said)["seconds"], peak_mb=sum(self.peaks.values()) / 1024)


def warm(names: Sequence[str], folder: Path, runs: int, number: int = LARGE) -> list[Case]:
    """The edits, ours and Typst's turn by turn; a whole rebuild stands beside a cold compile in its own process."""
    markup = folder / "cold.typ"
    markup.write_text(page_typst.markup(pages(number)), encoding="utf-8")
    compile_ = [*PRINTING, "once", "typst", str(markup), str(folder / "cold.pdf")]
    ours = Warm("ours", number, folder)
    typst = Warm("typst", number, folder) if find_spec("typst") else None
    turns, cases = count(1), list[Case]()
    for name in names:
        verb, edit = ASKS[name]
        took, peers = [], []
        for turn in islice(turns, runs):
            took.append(ours.ask(verb, edit, turn))
            if typst:
                again = typst.ask(verb, edit, turn)
                peers.append(run(compile_, folder / "log.txt") if verb == "export" else again)
        cases.append(compared(name, took, TARGETS.get(name, {}), PEERS[verb] if typst else NO_TYPST, peers))
    for process in filter(None, (ours, typst)):
        process.close()
    return cases


def sample_pack(name: str, folder: Path, runs: int) -> Case:
    """The sample pack's build, a whole process, against WeasyPrint alone on the same HTML, imports included."""
    from tests.bench.sample import write

    pack, html, css = write(folder)
    build = [sys.executable, "-m", "briefer", "--quiet", "build", str(pack), "-o", str(folder / "out")]
    whole = [*PRINTING, "whole", str(html), str(css), str(folder / "whole.pdf")]
    took = _in_turn({"ours": build, "whole": whole}, folder, runs)
    return compared(name, took["ours"], TARGETS[name], "WeasyPrint alone, the same HTML in one call", took["whole"])


CASES: dict[str, Callable[[str, Path, int], Case]] = {**dict.fromkeys(COLD, cold), "sample_pack": sample_pack}


def measured(names: Sequence[str], folder: Path, runs: int) -> list[Case]:
    """The cases in the order asked for; those of the warm processes together."""
    edits = [name for name in names if name in ASKS]
    found = {name: CASES[name](name, folder, runs) for name in names if name in CASES}
    found |= {case["case"]: case for case in warm(edits, folder, runs)} if edits else {}
    return [found[name] for name in names]


def main() -> int:
    """Runs the cases and prints them; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cases", default=",".join((*COLD, *ASKS, "sample_pack")))
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return report("render", measured(given.cases.split(","), Path(folder), given.runs), given.json)


if __name__ == "__main__":
    sys.exit(main())
