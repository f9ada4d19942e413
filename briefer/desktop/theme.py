"""The colours of the window: one frozen record a theme, Qt's palette roles and the style sheet made from it."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

GRID = 8
"""Pixels; every distance is a multiple or a half of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Every colour that the window uses; no other module names one. `tint` is the share of a colour in quiet fills.

    `muted` is for second lines, `line` for hairlines, `edge` for the edge of a control (3:1), `desk` lies behind the
    paper, which stays white.
    """

    window: str
    base: str
    alternate: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    on_accent: str
    select: str
    on_select: str
    desk: str
    error: str
    warning: str
    good: str
    tint: int
    paper: str = "#ffffff"


THEMES = {
    "light": Tokens(
        window="#f3f4f5",
        base="#ffffff",
        alternate="#f8f9fa",
        text="#1b2228",
        muted="#56616b",
        line="#d6dade",
        edge="#828b94",
        accent="#1f5a8c",
        on_accent="#ffffff",
        select="#d3e5f5",
        on_select="#10202e",
        desk="#dfe2e5",
        error="#b3261e",
        warning="#855300",
        good="#276b3c",
        tint=10,
    ),
    "dark": Tokens(
        window="#22262b",
        base="#191c20",
        alternate="#1e2226",
        text="#e6e9ec",
        muted="#a3adb7",
        line="#383f46",
        edge="#79838d",
        accent="#7db4e3",
        on_accent="#0c1a26",
        select="#26435c",
        on_select="#f2f6f9",
        desk="#121417",
        error="#f49a90",
        warning="#e8bd68",
        good="#86cf98",
        tint=16,
    ),
    "contrast": Tokens(
        window="#000000",
        base="#000000",
        alternate="#000000",
        text="#ffffff",
        muted="#ffffff",
        line="#ffffff",
        edge="#ffffff",
        accent="#ffe14a",
        on_accent="#000000",
        select="#ffe14a",
        on_select="#000000",
        desk="#000000",
        error="#ff9d94",
        warning="#ffc95c",
        good="#8dff9f",
        tint=0,
    ),
}
_ROLES = {
    "Window": "window",
    "Button": "window",
    "Base": "base",
    "Light": "base",
    "ToolTipBase": "base",
    "AlternateBase": "alternate",
    "Text": "text",
    "WindowText": "text",
    "ButtonText": "text",
    "ToolTipText": "text",
    "PlaceholderText": "muted",
    "Mid": "line",
    "Dark": "edge",
    "Accent": "accent",
    "Link": "accent",
    "BrightText": "on_accent",
    "Highlight": "select",
    "HighlightedText": "on_select",
}
_now = [THEMES["light"]]


def now() -> Tokens:
    """Gives the theme in force."""
    return _now[0]


def colour(name: str) -> QColor:
    """Gives a colour of the theme in force by the name of its token."""
    return QColor(getattr(now(), name))


def colour_of(tokens: Tokens, name: str) -> QColor:
    """Gives a colour of any theme, for what is drawn on paper, which stays white."""
    return QColor(getattr(tokens, name))


def mix(over: str, under: str, per_cent: int) -> str:
    """Lays a share of one colour over another."""
    a, b = QColor(over), QColor(under)
    parts = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(low + (high - low) * per_cent / 100) for high, low in parts)).name()


def palette(tokens: Tokens) -> QPalette:
    """Gives the tokens in Qt's own roles, so that every control follows them."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(QPalette.ColorRole[role], QColor(getattr(tokens, name)))
    faint = QColor(mix(tokens.text, tokens.window, 55))
    for role in ("Text", "WindowText", "ButtonText"):
        made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], faint)
    return made


def put(name: str) -> None:
    """Makes a theme the one in force."""
    _now[0] = THEMES[name]
