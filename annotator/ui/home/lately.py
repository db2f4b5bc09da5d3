"""The latest deeds in the project: by whom, what, and when, a line each; a line leads to the article."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.domain.scheme import Scheme
from annotator.services.deeds import HistoryLine
from annotator.ui.deed_words import line_words
from annotator.ui.i18n import isolate, lately, literal, moment, tip, tr
from annotator.ui.panels.painting import leading
from annotator.ui.reader_looks import reader_looks

LINE_PX = 190
"""Pixels of what was done, beside the time; what is longer is told by dots."""


class Lately(QWidget):
    """A heading and the lines; `asked` carries the line that a person wants to see. Nothing is shown without lines."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("home_lately")
        self._shown: tuple[Sequence[HistoryLine], Sequence[str], Scheme] | None = None
        self._title = QLabel()
        self._title.setProperty("role", "caption")
        self.buttons: list[QToolButton] = []
        self._rows = QGridLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setVerticalSpacing(0)
        self._rows.setColumnStretch(0, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self._title)
        lines.addLayout(self._rows)
        self.hide()

    def show_lines(self, lines: Sequence[HistoryLine], readers: Sequence[str], scheme: Scheme) -> None:
        """Show these, the newest first; the `readers` have the signs that they have elsewhere on the page."""
        if self._shown != (lines, readers, scheme):
            self._shown = lines, readers, scheme
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._title.setText(tr("Lately"))
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        lines, readers, scheme = self._shown if self._shown is not None else ((), (), None)
        looks = reader_looks(dict.fromkeys([*readers, *(one.annotator for one in lines)]))
        for place, line in enumerate(lines):
            assert scheme is not None, "lines are of a project"
            self._add(place, line, looks[line.annotator].sign, line_words(line.deed, scheme, line.turns, named=False))
        self.setVisible(bool(lines))

    def _add(self, place: int, line: HistoryLine, sign: str, words: str) -> None:
        button = QToolButton()
        button.setObjectName("home_lately_line")
        button.setProperty("flat", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        fitted = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, LINE_PX)
        button.setText(literal(leading(f"{sign} {fitted}")))
        whole = f"{words}\n{isolate(line.annotator)} · {moment(line.moment)}"
        told = "\n".join(filter(None, (whole, isolate(line.title))))
        button.setToolTip(tip(told))
        button.setAccessibleName(told.replace("\n", ". "))
        button.clicked.connect(lambda: self.asked.emit(line))
        when = QLabel(leading(lately(line.moment)))
        when.setProperty("role", "dim")
        self._rows.addWidget(button, place, 0, Qt.AlignmentFlag.AlignLeading)
        self._rows.addWidget(when, place, 1)
        self.buttons.append(button)
