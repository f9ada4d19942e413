"""How a pack becomes a hand-off: check, assemble, annex, render, hand off, each stage timed."""

import hashlib
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer import assemble
from briefer.annex import workbook
from briefer.files import write_atomically
from briefer.handoff import hand_off
from briefer.language import _, ngettext, speaking, speaks, spoken
from briefer.model.answers import Built
from briefer.model.brief import Brief, Dossier, Finding
from briefer.model.errors import Refused
from briefer.model.pack import Pack
from briefer.model.progress import Progress
from briefer.pack import edition as compile_edition
from briefer.pack import without_starters
from briefer.render import Attachment, Rendered, render
from briefer.service.bounded import bounded
from briefer.service.packs import examine, opened

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def build_file(path: Path, folder: Path, *, edition: str, draft: bool, progress: Progress) -> Built:
    """Builds a pack file; see Briefer.build."""
    pack, dossier = opened(path)
    if edition:
        pack, dossier = compile_edition(pack, dossier, edition)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return build(pack, dossier, folder, digest=digest, draft=draft, progress=progress)


def annexes_file(path: Path, folder: Path, *, edition: str, draft: bool, progress: Progress) -> Built:
    """Writes the workbook of a pack file alone; see Briefer.annexes."""
    pack, dossier = opened(path)
    if edition:
        pack, dossier = compile_edition(pack, dossier, edition)
    return bounded(_annexes, pack, dossier, folder, draft, progress=progress)


def _annexes(pack: Pack, dossier: Dossier, folder: Path, draft: bool, progress: Progress) -> Built:
    seconds: dict[str, float] = {}
    with _timed("check", seconds, progress):
        findings = examine(pack, dossier)
        _refuse(findings, draft)
    with _timed("assemble", seconds, progress):
        printed = pack if draft else without_starters(pack, assemble.template(pack.template))
        brief = assemble.assemble(printed, dossier, _listed(findings, pack, dossier) if draft else (), draft=draft)
    with _timed("annex", seconds, progress):
        annex = folder / f"{brief.slug}-annexes.xlsx"
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(annex, workbook(brief))
    return Built(pdf="", annex=str(annex), manifest="", pages=0, seconds=seconds, findings=_counted(findings))


def build(pack: Pack, dossier: Dossier, folder: Path, *, digest: str, draft: bool, progress: Progress) -> Built:
    """Prints a pack and its annexes into a folder; `digest` is the SHA-256 of the pack file, for the manifest.

    Templates and pages run in a process with limits of their own; RenderFault where it comes to them.
    """
    return bounded(_build, pack, dossier, folder, digest, draft, progress=progress)


def _build(pack: Pack, dossier: Dossier, folder: Path, digest: str, draft: bool, progress: Progress) -> Built:
    seconds: dict[str, float] = {}
    template = assemble.template(pack.template)
    with _timed("check", seconds, progress):
        findings = examine(pack, dossier)
        _refuse(findings, draft)
    with _timed("assemble", seconds, progress):
        printed = pack if draft else without_starters(pack, template)
        brief = assemble.assemble(printed, dossier, _listed(findings, pack, dossier) if draft else (), draft=draft)
    with _timed("annex", seconds, progress):
        annex = workbook(brief)
    with _timed("render", seconds, progress):
        rendered = _render(brief, annex, progress)
    with _timed("hand-off", seconds, progress):
        manifest = hand_off(
            folder,
            brief=brief,
            pdf=rendered.pdf,
            annex=annex,
            pack=pack,
            pack_sha256=digest,
            dossier=dossier,
            template=template,
        )
    return _built(manifest, brief, rendered, seconds, findings)


def _listed(findings: tuple[Finding, ...], pack: Pack, dossier: Dossier) -> tuple[Finding, ...]:
    """Gives the findings in the pack's language, in which the workbook of a draft lists them."""
    if not spoken() and not speaks(pack.language):
        return findings
    with speaking(pack.language):
        return examine(pack, dossier)


def _built(
    manifest: Path, brief: Brief, rendered: Rendered, seconds: dict[str, float], findings: tuple[Finding, ...]
) -> Built:
    folder = manifest.parent
    return Built(
        pdf=str(folder / f"{brief.slug}.pdf"),
        annex=str(folder / f"{brief.slug}-annexes.xlsx"),
        manifest=str(manifest),
        pages=rendered.pages,
        seconds=seconds,
        findings=_counted(findings),
    )


def _render(brief: Brief, annex: bytes, progress: Progress) -> Rendered:
    with speaking(brief.language):
        told = _("Annexes to {title}: the same facts as tables, under the same keys", title=brief.title)
    attachment = Attachment(
        name=f"{brief.slug}-annexes.xlsx",
        content=annex,
        mime=XLSX,
        description=told,
        relationship="Supplement",
    )
    return render(brief, (attachment,), progress=progress)


def _refuse(findings: tuple[Finding, ...], draft: bool) -> None:
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors and not draft:
        shown = " ".join(f"{finding.message} {finding.remedy}".strip() for finding in errors[:5])
        more = _(" And {rest} more.", rest=len(errors) - 5) if len(errors) > 5 else ""
        why = ngettext(
            "Not built, since {count} error stands in the way (--draft builds all the same): {shown}{more}",
            "Not built, since {count} errors stand in the way (--draft builds all the same): {shown}{more}",
            len(errors),
            shown=shown,
            more=more,
        )
        raise Refused(why)


def _counted(findings: tuple[Finding, ...]) -> dict[str, int]:
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in ("error", "warning", "note")}


@contextmanager
def _timed(stage: str, seconds: dict[str, float], progress: Progress) -> Iterator[None]:
    progress(stage, 0, None)
    start = time.perf_counter()
    yield
    seconds[stage] = round(time.perf_counter() - start, 3)
