"""What the window remembers of a person between runs: language, theme, sizes. Never project data."""

from PySide6.QtCore import QSettings


def settings() -> QSettings:
    """The one settings file; tests move it with `QSettings.setPath(IniFormat, UserScope, folder)`."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "musnad", "musnad")
