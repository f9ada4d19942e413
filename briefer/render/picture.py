"""Pages as pictures for the preview, with their text and links, drawn by pypdfium2."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2

from briefer.render.engine import Engine
from briefer.render.values import Picture, TextBox

SCALE = 1.5
COMPRESSION = 1


def pictures(engine: Engine, numbers: Iterable[int], scale: float = SCALE) -> Iterator[Picture]:
    """Gives pages of what the engine laid out last, counted from 1, each when it is asked for."""
    for number in numbers:
        with pypdfium2.PdfDocument(engine.plain((number,))) as pdf:
            sheet = pdf[0]
            width, height = sheet.get_size()
            yield Picture(
                number=number,
                png=_png(sheet, scale),
                width=width,
                height=height,
                scale=scale,
                texts=tuple(_texts(sheet, height)),
                links=engine.links(number),
            )


def _png(sheet: Any, scale: float) -> bytes:
    target = io.BytesIO()
    sheet.render(scale=scale).to_pil().save(target, "PNG", compress_level=COMPRESSION)
    return target.getvalue()


def _texts(sheet: Any, height: float) -> Iterator[TextBox]:
    text = sheet.get_textpage()
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        words = text.get_text_bounded(left, bottom, right, top)
        yield TextBox(box=(left, height - top, right, height - bottom), text=words)
