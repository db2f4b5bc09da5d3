"""The guidelines of a label beside the article: of the selected mark's, or of the label that was used last."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from annotator.domain.scheme import Label, RelationType, Scheme, Titles, title_in
from annotator.ui.actions import ActionRegistry
from annotator.ui.i18n import language, tr
from annotator.ui.panels.markdown_page import MarkdownPage
from annotator.ui.panels.swatch import SIZE, swatch
from annotator.ui.scheme_ids import label_id
from annotator.ui.session import Session
from annotator.ui.theme import themes

MIN_WIDTH_PX = 220


class GuidelinesPane(QFrame):
    """Follows what is selected or asked about; another label can be looked up in the list at the head.

    `closed`: Esc or the cross.
    """

    closed = Signal()

    def __init__(self, session: Session, registry: ActionRegistry) -> None:
        super().__init__()
        self.setObjectName("guidelines")
        self.setAutoFillBackground(True)
        self.setMinimumWidth(MIN_WIDTH_PX)
        self._session = session
        self._used: str | None = None
        self._key = ""
        self._shown: object = None
        self._title = QLabel()
        self._title.setProperty("role", "caption")
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setProperty("flat", True)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.closed)
        self.labels = QComboBox()
        self.labels.setIconSize(SIZE)
        self.labels.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.labels.activated.connect(lambda: self.show_label(self.labels.currentData()))
        self.page = MarkdownPage()
        self.page.setStyleSheet("QTextBrowser { background: transparent; border: 0; padding: 0; }")
        self.page.document().setDocumentMargin(2)
        self.page.document().setIndentWidth(16)
        self._arrange()
        registry.ran.connect(self._note_label)
        session.selection_changed.connect(self.follow)
        session.marks_changed.connect(self.follow)
        session.scheme_changed.connect(self._fill)
        themes().changed.connect(self._fill)
        self._fill()

    def _arrange(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 8, 10, 8)
        lines.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        lines.addLayout(head)
        lines.addWidget(self.labels)
        lines.addWidget(self.page, 1)

    def sizeHint(self) -> QSize:
        return QSize(264, 600)

    def follow(self) -> None:
        """Show the guidelines that the selection asks for."""
        selected = self._session.chosen
        keys = [label.key for label in self._session.scheme.labels]
        wanted = (selected.label if selected is not None else None, self._used, self._key)
        self.show_label(next((key for key in wanted if key in keys), keys[0]))

    def show_label(self, key: str) -> None:
        """Show the guidelines of this label and of the relations that lead from it."""
        shown = key, language(), themes().theme.name, self._session.scheme
        if shown == self._shown:
            return
        self._key, self._shown = key, shown
        self.labels.setCurrentIndex(self.labels.findData(key))
        scheme = self._session.scheme
        self.page.show_text(*guidelines_of(scheme, scheme.label(key)))

    def _note_label(self, action_id: str) -> None:
        """A label was used, which may be another one than the selected mark's."""
        labels = {label_id(label): label.key for label in self._session.scheme.labels}
        if action_id in labels:
            self._used = labels[action_id]
            self.follow()

    def _fill(self) -> None:
        """Name everything in the language of the window and in the colours of the theme."""
        self._title.setText(tr("Guidelines"))
        self._close.setToolTip(tr("Close the guidelines"))
        self._close.setAccessibleName(tr("Close the guidelines"))
        self.setAccessibleName(tr("Guidelines"))
        self.labels.setAccessibleName(tr("Label"))
        self.page.setAccessibleName(tr("Guidelines"))
        with QSignalBlocker(self.labels):
            self.labels.clear()
            for label in self._session.scheme.labels:
                self.labels.addItem(swatch(label), title_in(label.title, language(), label.key), label.key)
        self._shown = None
        self.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()


def guidelines_of(scheme: Scheme, label: Label) -> tuple[str, str]:
    """Return the guidelines of a label as Markdown in the window's language, and the language that was found."""
    code = language_of(label.guidelines)
    parts = [title_in(label.description, code, ""), label.guidelines.get(code, "")]
    kinds = [kind for kind in scheme.relations if label.key in kind.from_ and kind.guidelines]
    parts += (_of_relation(kind, code) for kind in kinds)
    if not any(part.strip() for part in parts):
        return tr("The scheme says nothing more about this label."), language()
    return "\n\n".join(filter(None, parts)), code


def _of_relation(kind: RelationType, code: str) -> str:
    text = kind.guidelines.get(code) or next(iter(kind.guidelines.values()))
    return f"#### {title_in(kind.title, code, kind.key)}\n\n{text}"


def language_of(texts: Titles) -> str:
    """The language in which there is something to show: the window's, else English, else any."""
    return next((code for code in _wanted(texts) if code in texts), language())


def _wanted(texts: Titles) -> Iterable[str]:
    return (language(), "en", *texts)
