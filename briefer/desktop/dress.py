"""Dresses the whole program in a theme: palette, style sheet, face."""

import re
from dataclasses import asdict

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from briefer.desktop import icons
from briefer.desktop.theme import THEMES, Tokens, mix, now, palette, put
from briefer.service import scratch
from briefer.shipped import data


def _sheet(tokens: Tokens) -> str:
    words: dict[str, object] = asdict(tokens)
    quiet = tokens.tint * 2 // 3
    words |= {
        "hover": mix(tokens.text, tokens.window, 6),
        "faint": mix(tokens.text, tokens.window, 55),
        "accent_hover": mix(tokens.text, tokens.accent, 15),
        "chip": mix(tokens.accent, tokens.base, tokens.tint),
        "chip_edge": mix(tokens.accent, tokens.base, 45) if tokens.tint else tokens.edge,
        "notice": mix(tokens.accent, tokens.base, quiet),
        "warn_fill": mix(tokens.warning, tokens.base, quiet),
        "error_fill": mix(tokens.error, tokens.base, quiet),
        "chevron": _file(icons.svg("chevron", tokens.muted), f"chevron-{tokens.muted[1:]}"),
        "check": _file(icons.svg("check", tokens.text), f"check-{tokens.text[1:]}"),
    }
    text = data("assets", "desktop", "window.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)@", lambda found: str(words[found[1]]), text)


def _file(content: bytes, name: str) -> str:
    """Writes an icon as a file of this run, for the two places where a style sheet wants one."""
    path = scratch.folder() / f"{name}.svg"
    path.write_bytes(content)
    return path.as_posix()


def wanted(app: QApplication, chosen: str) -> str:
    """Gives the theme to show: the one chosen, or the system's."""
    if chosen in THEMES:
        return chosen
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, name: str) -> None:
    """Dresses the whole program in one theme."""
    colour(app, name)
    finish(app)


def colour(app: QApplication, name: str) -> None:
    """Gives the program a theme's colours and no style sheet yet: under one each part that is put in costs more."""
    put(name)
    app.setStyle("Fusion")
    app.setPalette(palette(now()))


def finish(app: QApplication) -> None:
    """Adds the style sheet of the theme in force."""
    app.setStyleSheet(_sheet(now()))


def use_bundled_font(app: QApplication) -> None:
    """Uses the face that ships with the program, where the system has none to speak of and for pictures in tests."""
    for cut in ("Regular", "SemiBold", "Bold", "Italic"):
        QFontDatabase.addApplicationFontFromData(data("assets", "fonts", f"BrieferSans-{cut}.ttf").read_bytes())
    app.setFont(QFont("Briefer Sans", 10))
