"""Lays the sections of a brief out in one WeasyPrint document and writes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from typing import Any

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from briefer.model.brief import Brief, Section
from briefer.model.errors import BrieferError, Cancelled, RenderFault
from briefer.model.progress import Progress, silent
from briefer.render import conform, page, watch
from briefer.render.fetch import Locked
from briefer.render.values import Attachment, Rendered


def build(brief: Brief, attachments: tuple[Attachment, ...], progress: Progress) -> Rendered:
    """Gives the finished PDF; RenderFault where a section, an URL or the style sheet stands in the way."""
    with conform.unhurried():
        laid_out = _guarded(brief, progress)
        progress("write", 0, None)
        with _answering():
            pdf = conform.write(laid_out, _attached(brief, attachments))
    return Rendered(pdf=pdf, pages=len(laid_out.pages), section_pages=_first_pages(brief, laid_out))


def _guarded(brief: Brief, progress: Progress) -> Any:
    """Lays out, and turns whatever goes wrong there into a sentence that names the section."""
    try:
        return _lay_out(brief, brief.sections, progress)
    except (BrieferError, Cancelled):
        raise
    except Exception as error:
        culprit = next((section for section in brief.sections if _fails_alone(brief, section)), None)
        place = f"Section “{culprit.title}”" if culprit else "The document"
        raise RenderFault(f"{place} cannot be laid out ({type(error).__name__}: {error}); simplify it.") from error


def _fails_alone(brief: Brief, section: Section) -> bool:
    try:
        _lay_out(brief, (section,), silent)
    except BrieferError:  # a complaint is not what is looked for: a link into another section hangs loose here
        return False
    except Exception:
        return True
    return False


def _lay_out(brief: Brief, sections: tuple[Section, ...], progress: Progress) -> Any:
    lock, configuration = Locked(), FontConfiguration()
    with _answering(), watch.pages(progress):
        html = weasyprint.HTML(string=page.document(brief, sections), url_fetcher=lock)
        sheet = weasyprint.CSS(string=brief.css, url_fetcher=lock, font_config=configuration)
        return html.render(stylesheets=[sheet], font_config=configuration, pdf_variant=conform.VARIANT)


@contextmanager
def _answering() -> Iterator[None]:
    """Refuses what reaches out of the program or makes WeasyPrint complain: such a page is a template's fault."""
    with watch.complaints() as complaints:
        try:
            yield
        except FatalURLFetchingError as error:
            raise RenderFault(f"{error}; a page shows files of the program only, so take the address out.") from error
    if complaints:
        more = f" (and {len(complaints) - 1} more like it)" if complaints[1:] else ""
        raise RenderFault(f"The page has a fault: {complaints[0]}{more}; correct the template or the text it names.")


def _attached(brief: Brief, attachments: tuple[Attachment, ...]) -> list[Any]:
    """Gives the attachments as WeasyPrint takes them, in the order of their names as PDF wants them, dated `as_of`."""
    held = {f"app://attached/{number}": file for number, file in enumerate(sorted(attachments, key=lambda a: a.name))}
    lock = Locked({url: (file.content, file.mime) for url, file in held.items()})
    made = datetime.combine(brief.as_of, time(), UTC)
    return [
        weasyprint.Attachment(
            url=url,
            url_fetcher=lock,
            name=file.name,
            description=file.description,
            relationship=file.relationship,
            created=made,
            modified=made,
        )
        for url, file in held.items()
    ]


def _first_pages(brief: Brief, laid_out: Any) -> tuple[tuple[str, int], ...]:
    first: dict[str, int] = {}
    for number, sheet in enumerate(laid_out.pages, start=1):
        for name in sheet.anchors:
            first.setdefault(name, number)
    return tuple((section.id, first[page.anchor(section)]) for section in brief.sections)
