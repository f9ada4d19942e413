"""Makes build/share, what a Linux desktop wants beside a program: menu entry, type, icons in their sizes, metainfo."""

import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import briefer

HERE = Path(__file__).resolve().parent
LINUX = HERE / "linux"
ICON = HERE.parent / "assets/desktop/briefer.svg"
"""What the window itself shows."""

FILES = {
    "briefer.desktop": "applications/briefer.desktop",
    "briefer-mime.xml": "mime/packages/briefer.xml",
    "briefer.metainfo.xml": "metainfo/org.briefer.briefer.metainfo.xml",
    "copyright": "doc/briefer/copyright",
}
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SMALL = 24
"""Pixels up to which the drawing with fewer strokes is used."""


def share(target: Path, day: str) -> None:
    """Writes the folder anew; `day` is the release's, as 2026-01-31."""
    shutil.rmtree(target, ignore_errors=True)
    for name, place in FILES.items():
        text = (LINUX / name).read_text(encoding="utf-8")
        _put(target / place, text.replace("@VERSION@", briefer.__version__).replace("@DATE@", day).encode())
    _put(target / "icons/hicolor/scalable/apps/briefer.svg", ICON.read_bytes())
    _put(target / "doc/briefer/CHANGELOG.md", (HERE.parent / "CHANGELOG.md").read_bytes())
    for size in SIZES:
        path = target / f"icons/hicolor/{size}x{size}/apps/briefer.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        icon(size).save(str(path))


def icon(size: int) -> QImage:
    """Draws the icon in so many pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(LINUX / "briefer-small.svg" if size <= SMALL else ICON)).render(painter)
    painter.end()
    return image


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def released() -> str:
    """Gives the day of the release: SOURCE_DATE_EPOCH where it is set, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return f"{datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC):%Y-%m-%d}"


if __name__ == "__main__":
    share(Path(sys.argv[1]), released())
