"""Data for the clipboard in more than one kind."""

from PySide6.QtCore import QMimeData, QStringListModel
from PySide6.QtGui import QGuiApplication


def put_html(html: str, text: str) -> None:
    """Put a text on the clipboard as HTML, and as plain text for programs that take no HTML."""
    data = _made_by_qt()
    data.setHtml(html)
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def _made_by_qt() -> QMimeData:
    """Empty data. The clipboard may outlive Python, and what Python made cannot be deleted then without a crash."""
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    for kind in data.formats():
        data.removeFormat(kind)
    return data
