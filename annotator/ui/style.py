"""The one style sheet, made from a theme's roles: flat panes, thin lines, round corners, a visible focus.

Widgets opt in with properties: `card` on a QFrame; `role` on a QLabel ("title", "caption", "dim", "strong",
"warning", "danger", "key");
`segmented` on a QFrame that holds checkable QToolButtons, one choice in a row; `flat` on a QToolButton;
`primary` on a QPushButton. Paddings are the same on both sides, so that everything may be mirrored.
"""

import re
from collections.abc import Callable
from functools import cache
from string import Template

from PySide6.QtGui import QColor

from annotator import resources

_LENGTH = re.compile(r"\b([3-9]|\d{2,})px")


@cache
def _template() -> Template:
    return Template(resources.path("themes", "window.qss").read_text(encoding="utf-8"))


def roles() -> set[str]:
    """The roles that the style sheet asks of a theme."""
    return set(_template().get_identifiers()) - {"folder", "theme"}


def style_sheet(theme_name: str, color: Callable[[str], QColor], factor: float = 1.0) -> str:
    """The style sheet with each role in its colour, and lengths so many times the usual ones; lines stay as thin."""
    colors = {role: color(role).name() for role in roles()}
    sheet = _template().substitute(colors, theme=theme_name, folder=resources.path("themes").as_posix())
    return sheet if factor == 1.0 else _LENGTH.sub(lambda found: f"{round(int(found[1]) * factor)}px", sheet)
