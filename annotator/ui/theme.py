"""Light, dark and sepia: which colour plays which role, and which of the three is on.

A theme is a JSON file: named colours, roles that refer to them, and the hue of each label colour (`_Hue`). The
page is the brightest, everything else recedes. Widgets ask for roles and marks, never for colours, and follow
`themes().changed`.
"""

from collections.abc import Mapping
from typing import Literal, get_args

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from annotator import resources
from annotator.domain.scheme import Label
from annotator.ui import interface_size
from annotator.ui.article.marks import MarkStyle, PageColors
from annotator.ui.settings import INTERFACE_SIZE, THEME
from annotator.ui.style import style_sheet

ThemeName = Literal["light", "dark", "sepia"]
ThemeChoice = Literal["light", "dark", "sepia", "system"]

NEXT: Mapping[ThemeName, ThemeName] = {"light": "dark", "dark": "sepia", "sepia": "light"}
"""The order in which the themes come round."""

# Noto Sans has no Arabic letters: the second family gives them, in the same weight and size.
_FONTS = ("Noto Sans", "Noto Sans Arabic")

_MIN_SIZE_PT = 10.0
"""Points; Arabic letters in smaller type are guessed rather than read."""

_PALETTE = {
    QPalette.ColorRole.Window: "pane",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "pane",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "field",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "accent_ink",
    QPalette.ColorRole.PlaceholderText: "dim",
    QPalette.ColorRole.ToolTipBase: "tip",
    QPalette.ColorRole.ToolTipText: "tip_ink",
    QPalette.ColorRole.Highlight: "text_selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "field",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "line",
}
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class _Hue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The colours of one label's marks: the line and text, and the fills behind the letters (#rrggbbaa).

    Hues after Okabe and Ito, and Tol, until the line can be read as text on the page and on its own fills (4.5:1).
    A fill is the line, thinned; its last two digits are the opacity, so that nested marks stay visible.
    """

    line: str
    fill: str
    selected_fill: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The layout of a theme's JSON."""

    name: ThemeName
    colors: dict[str, str]
    roles: dict[str, str]
    labels: dict[str, _Hue]


class Theme:
    """One set of colours. `page` is what the article view paints with."""

    def __init__(self, file: _File) -> None:
        self.name = file.name
        self.roles = {role: parse_color(file.colors[color]) for role, color in file.roles.items()}
        self.hues = file.labels
        self.page = PageColors(
            page=self.color("page"),
            ink=self.color("ink"),
            dim=self.color("dim"),
            warning=self.color("warning"),
            selection=self.color("text_selection"),
            caret=self.color("ink"),
            focus=self.color("focus"),
            hit=self.color("hit"),
            hit_current=self.color("hit_current"),
        )

    def color(self, role: str) -> QColor:
        """The colour of a role such as "ink" or "line"; KeyError if the theme has no such role."""
        return QColor(self.roles[role])

    def mark_style(self, label: Label) -> MarkStyle:
        """Return the style of this label's marks on the page; the line colour can be read as text there."""
        hue = self.hues[label.color]
        return MarkStyle(
            line=parse_color(hue.line),
            fill=parse_color(hue.fill),
            selected_fill=parse_color(hue.selected_fill),
            underline=label.underline,
        )

    def apply(self, app: QApplication, font: QFont) -> None:
        """Dress every window of the program in these colours, and in this font at its usual size."""
        factor = interface_size.settle()
        sized = QFont(font)
        sized.setPointSizeF(font.pointSizeF() * factor)
        app.setFont(sized)
        app.setPalette(self.palette())
        app.setStyleSheet(style_sheet(self.name, self.color, factor))

    def palette(self) -> QPalette:
        """The colours in Qt's own roles, for whatever the style sheet leaves alone."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in _DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        return palette


def parse_color(text: str) -> QColor:
    """A colour from #rrggbb or #rrggbbaa (Qt itself would read the opacity first)."""
    color = QColor(text[:7])
    color.setAlpha(int(text[7:] or "ff", 16))
    return color


def load_theme(name: ThemeName) -> Theme:
    """A theme of those that ship with the program."""
    return Theme(msgspec.json.decode(resources.path("themes", f"{name}.json").read_bytes(), type=_File))


def _interface_font(font: QFont) -> QFont:
    """The interface's font, with Arabic letters made to stand beside its Latin ones where they are there."""
    font = QFont(font)
    font.setPointSizeF(max(font.pointSizeF(), _MIN_SIZE_PT))
    present = [family for family in _FONTS if QFontDatabase.hasFamily(family)]
    if present:
        font.setFamilies([*present, *(family for family in font.families() if family not in present)])
    return font


class Themes(QObject):
    """The current theme: the one that was chosen, else the system's, followed as it changes."""

    changed = Signal(object)
    """The Theme that is on now."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._font = _interface_font(app.font())
        stored = THEME.get()
        self.choice: ThemeChoice = next((name for name in get_args(ThemeName) if name == stored), "system")
        self.theme = load_theme(self._wanted())
        self.theme.apply(app, self._font)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, choice: ThemeChoice) -> None:
        """Put this theme on and remember it; "system" follows the desktop again."""
        THEME.set(choice)
        self.choice = choice
        self._follow()

    def resize(self, percent: int) -> None:
        """Show the whole interface in this size, as far as the screen has room for it, and remember it."""
        INTERFACE_SIZE.set(percent)
        self._put_on()

    def _put_on(self) -> None:
        self.theme.apply(self._app, self._font)
        self.changed.emit(self.theme)

    def _wanted(self) -> ThemeName:
        if self.choice != "system":
            return self.choice
        return "dark" if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    def _follow(self) -> None:
        if self._wanted() != self.theme.name:
            self.theme = load_theme(self._wanted())
            self._put_on()


class _State:
    """The themes of the running program."""

    themes: Themes | None = None


def themes() -> Themes:
    """The running program's themes, made (and applied) at the first call; needs a QApplication."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("themes need a QApplication")
    if _State.themes is None or not isValid(_State.themes):
        _State.themes = Themes(app)
    return _State.themes
