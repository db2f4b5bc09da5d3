"""The tool tip of the marks under the pointer: label, attributes and actor of each, the innermost first."""

from base64 import b64encode
from collections.abc import Collection, Sequence
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from annotator.domain.scheme import title_in
from annotator.domain.span import Span
from annotator.ui.article.marks import Mark, MarkStyle
from annotator.ui.article.underlines import paint_underline
from annotator.ui.i18n import isolate, language, tr, ui_direction
from annotator.ui.session import Session
from annotator.ui.theme import themes

WIDTH, HEIGHT = 30, 20
"""Pixels of the sample of a label's colour and underline."""
RATIO = 2
MOST_MARKS = 8
"""Marks that are told of; more would cover the page."""


def mark_tip(session: Session, marks: Sequence[Mark], commented: Collection[str] = ()) -> str:
    """Rich text about these marks in the language of the window; empty where there are none.

    `commented` are the ids of those about which something was said.
    """
    shown = [(mark, session.readings.held(mark.id)) for mark in marks[:MOST_MARKS]]
    rows = [_row(session, span, mark, commented) for mark, span in shown if span is not None]
    if not rows:
        return ""
    more = _cells("", "…") if len(marks) > MOST_MARKS else ""
    return f'<table dir="{ui_direction()}" cellspacing="0" cellpadding="3">{"".join(rows)}{more}</table>'


def _row(session: Session, span: Span, mark: Mark, commented: Collection[str]) -> str:
    more = [tr("with comments")] if span.id in commented else []
    says = "<br>".join([f"<b>{_foreign(mark.title)}</b>", *_details(session, span), *more])
    return _cells(f'<img src="{_sample(mark.style)}" width="{WIDTH}" height="{HEIGHT}">', says)


def _cells(sample: str, says: str) -> str:
    # Qt sets the text of a table's cells from right to left if it is told so, but never the cells themselves.
    cells = (says, sample) if ui_direction() == "rtl" else (sample, says)
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _details(session: Session, span: Span) -> list[str]:
    """Return the actor that the mark names, and each attribute that has a value."""
    told = []
    name = session.actor_name(span)
    if name is not None:
        told.append(_pair(tr("Names"), name))
    for attribute in session.scheme.label(span.label).attributes:
        value = attribute.value(span.attributes.get(attribute.key, ""))
        if value is not None:
            title = title_in(attribute.title, language(), attribute.key)
            told.append(_pair(title, title_in(value.title, language(), value.key)))
    return told


def _pair(name: str, value: str) -> str:
    return f"{_foreign(name)}: {_foreign(value)}"


def _foreign(text: str) -> str:
    # A scheme may have no title in the window's language.
    return escape(isolate(text))


def _sample(style: MarkStyle) -> str:
    """A piece of the page with a mark of this style on it, as an address that an image can be read from."""
    page = themes().theme.page.page
    image = QImage(WIDTH * RATIO, HEIGHT * RATIO, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(RATIO, RATIO)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(page)
        painter.drawRoundedRect(QRectF(0, 0, WIDTH, HEIGHT), 3, 3)
        painter.fillRect(QRectF(3, 3, WIDTH - 6, HEIGHT - 7), style.selected_fill)
        paint_underline(painter, style, QLineF(3, HEIGHT - 4, WIDTH - 3, HEIGHT - 4), HEIGHT)
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return f"data:image/png;base64,{b64encode(stored.data()).decode()}"
