"""The settings in a window of their own, beside the work: each choice is seen at once, and kept."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast, get_args

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.ui import interface_size, numerals
from annotator.ui.i18n import choose_digits, choose_language, language, tr, tr_n
from annotator.ui.languages import LANGUAGES
from annotator.ui.numerals import DigitsChoice
from annotator.ui.panels.painting import leading
from annotator.ui.panels.segments import SegmentRow, Segments
from annotator.ui.preferences.backup_rows import BackupRows
from annotator.ui.screen import fit_to_screen
from annotator.ui.theme import ThemeChoice, themes

if TYPE_CHECKING:
    from annotator.ui.languages import Language
    from annotator.ui.preferences.backing_up import BackingUp
    from annotator.ui.shell import Shell

WIDTH_PX = 600


class SettingsDialog(QDialog):
    """Shows the settings as they are; made anew in place when the language, the digits or the size change."""

    def __init__(self, shell: "Shell", backing_up: "Callable[[], BackingUp | None]") -> None:
        """`backing_up` returns what backs the open project up, None where none is open."""
        super().__init__(shell.over)
        self.setObjectName("settings")
        self._shell, self._backing_up = shell, backing_up
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._scroll)

    def open(self) -> None:
        """Show it, or bring it to the front."""
        self._build()
        self._fit()
        self.show()
        self.raise_()
        self.activateWindow()

    def _fit(self) -> None:
        width, page = interface_size.px(WIDTH_PX), self._scroll.widget()
        if page is not None:
            fit_to_screen(self, QSize(width, page.heightForWidth(width)))

    # What stands on it

    def _build(self) -> None:
        held = self.focusWidget()
        name = held.objectName() if held is not None else ""
        self.setWindowTitle(tr("Settings"))
        self._scroll.setWidget(self._page())
        again = self.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()

    def _page(self) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(24, 18, 24, 20)
        lines.setSpacing(10)
        sections: list[tuple[str, list[QWidget]]] = [
            (tr("Language and numbers"), [self._language(), self._digits()]),
            (tr("Look"), [self._colors(), self._size(), *self._size_told()]),
            (tr("The article's text"), [self._text_size(), self._typeface()]),
            (tr("Backups"), [BackupRows(self._shell, self._backing_up)]),
        ]
        for place, (title, rows) in enumerate(sections):
            if place:
                lines.addSpacing(10)
            caption = QLabel(title)
            caption.setProperty("role", "caption")
            lines.addWidget(caption)
            for row in rows:
                lines.addWidget(row)
        lines.addStretch(1)
        return page

    def _language(self) -> QWidget:
        names = [(code, one.name) for code, one in LANGUAGES.items()]
        return _choice(tr("Language"), names, language(), lambda code: choose_language(cast("Language", code)))

    def _digits(self) -> QWidget:
        names = {"language": tr("As the language has them"), "arabic": "٠١٢٣", "latin": "0123"}
        choices = [(one, names[one]) for one in get_args(DigitsChoice)]
        chosen = numerals.chosen()
        return _choice(tr("Digits"), choices, chosen, lambda one: choose_digits(cast("DigitsChoice", one)))

    def _colors(self) -> QWidget:
        names = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark"), "sepia": tr("Sepia")}
        choices = list(names.items())
        return _choice(tr("Colours"), choices, themes().choice, lambda one: themes().choose(cast("ThemeChoice", one)))

    def _size(self) -> QWidget:
        choices = [(str(one), tr("{percent}%", percent=one)) for one in interface_size.SIZES]
        return _choice(tr("Size of the interface"), choices, str(interface_size.chosen()), self._resize)

    def _resize(self, percent: str) -> None:
        themes().resize(int(percent))
        self._build()
        self._fit()

    def _size_told(self) -> list[QWidget]:
        """Say where the screen has less room than was asked for."""
        if interface_size.shown() == interface_size.chosen():
            return []
        told = QLabel(leading(tr("This screen has room for {percent}%.", percent=interface_size.shown())))
        told.setProperty("role", "warning")
        told.setWordWrap(True)
        return [told]

    def _text_size(self) -> QWidget:
        article = self._shell.article
        shown = QLabel(tr_n("{n} points", round(article.text_size())))
        smaller, larger = _button("view.text_smaller", "−"), _button("view.text_larger", "+")
        smaller.setAccessibleName(tr("Smaller text"))
        larger.setAccessibleName(tr("Larger text"))
        for button in (smaller, larger):
            button.clicked.connect(partial(self._shell.registry.run, button.objectName()))
            button.clicked.connect(lambda: shown.setText(tr_n("{n} points", round(article.text_size()))))
        return _row(tr("Size"), (smaller, shown, larger))

    def _typeface(self) -> QWidget:
        button = _button("view.typeface", tr("Choose…"))
        action = self._shell.registry.action("view.typeface")
        button.setEnabled(action.isEnabled())
        button.clicked.connect(self.close)
        button.clicked.connect(action.trigger)
        family = QLabel(leading(self._shell.article.font_family() or tr("The best one there is")))
        return _row(tr("Typeface"), (family, button))

    # What Qt tells

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self._build()
            self._fit()
        super().changeEvent(event)


def _choice(title: str, choices: Sequence[tuple[str, str]], current: str, chosen: Callable[[str], object]) -> QWidget:
    segments = Segments(choices, current)
    # Not from inside the button that is about to be replaced.
    segments.chosen.connect(chosen, Qt.ConnectionType.QueuedConnection)
    return SegmentRow(title, segments)


def _row(title: str, widgets: Sequence[QWidget]) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    label = QLabel(title)
    label.setProperty("role", "dim")
    line.addWidget(label)
    line.addStretch(1)
    for widget in widgets:
        line.addWidget(widget)
    return row


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
