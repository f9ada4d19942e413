"""The reference that the section engine must equal: the same brief laid out by WeasyPrint in one call."""

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from briefer.model.brief import Brief
from briefer.render import Attachment, conform, fonts, page
from briefer.render.engine import _attached
from briefer.render.fetch import Locked


def rendered(brief: Brief, attachments: tuple[Attachment, ...] = ()) -> bytes:
    """Gives the PDF of a brief as one call of WeasyPrint makes it."""
    fonts.use_bundled()
    lock, configuration = Locked(), FontConfiguration()
    with conform.unhurried():
        html = weasyprint.HTML(string=page.document(brief, brief.sections), url_fetcher=lock)
        sheet = weasyprint.CSS(string=brief.css, url_fetcher=lock, font_config=configuration)
        laid_out = html.render(stylesheets=[sheet], font_config=configuration, pdf_variant=conform.VARIANT)
        return conform.write(laid_out, _attached(brief, attachments))
