"""The sample pack as a pack file, and as the HTML and style sheet that its pages are printed from."""

from dataclasses import replace
from pathlib import Path

from briefer import assemble, shipped
from briefer.library import Library
from briefer.model.progress import silent
from briefer.pack import PackFile, gather, save, without_starters
from briefer.render import page
from briefer.service.packs import examine
from briefer.service.sample import fill, sample_pack


def write(folder: Path) -> tuple[Path, Path, Path]:
    """Writes the three files into a folder and gives their paths."""
    fill(folder / "sample.sqlite", silent)
    with Library.open(folder / "sample.sqlite") as library:
        pack = sample_pack()
        dossier = gather(pack, library)
    pack = replace(pack, keys=assemble.give_keys(pack, dossier))
    brief = assemble.assemble(without_starters(pack, assemble.template(pack.template)), dossier, examine(pack, dossier))
    paths = folder / "sample.brief", folder / "sample.html", folder / "sample.css"
    save(paths[0], PackFile(pack=pack, dossier=dossier))
    for path, text in zip(paths[1:], (page.document(brief, brief.sections), brief.css), strict=True):
        path.write_text(text.replace("app://", f"{shipped.data('assets')}/"), encoding="utf-8")
    return paths
