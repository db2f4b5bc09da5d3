"""Accessible interfaces beyond those of Qt's own widgets.

A widget that paints itself says what it is with an attribute `accessible_role`, the name of a `QAccessible.Role`.
Importing Qt's classes for this costs milliseconds, so nothing here does before it is used.
"""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

    from annotator.ui.article.view import ArticleView


def install(article: "ArticleView") -> None:
    """Let screen readers read the article; to be done after the first painting.

    Qt may have made an interface of its own by then, for a screen reader that listens from the start.
    """
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    from annotator.ui.article.accessible import ArticleInterface

    _install_factory()
    found = QAccessible.queryAccessibleInterface(article)
    if not isinstance(found, ArticleInterface):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(found))
        if article.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(article, QAccessible.Event.Focus))


@cache
def _install_factory() -> None:
    from PySide6.QtGui import QAccessible

    QAccessible.installFactory(_make)


def _make(_class_name: str, item: QObject) -> "QAccessibleInterface | None":
    """Qt asks this for every object that a screen reader meets; PySide keeps what it answers."""
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAccessibleWidget

    from annotator.ui.article.accessible import ArticleInterface
    from annotator.ui.article.view import ArticleView

    if isinstance(item, ArticleView):
        return ArticleInterface(item)
    role = getattr(item, "accessible_role", None)
    return QAccessibleWidget(item, QAccessible.Role[role]) if isinstance(item, QWidget) and role else None
