"""The page of an import, in the place of the article: what comes in, line by line, before anything is written."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.scheme import Scheme
from annotator.formats.map_guess import Guessed
from annotator.formats.mapping import LabelMap
from annotator.services.arrivals import State
from annotator.ui.announcing import announce
from annotator.ui.cover_page import CoverPage
from annotator.ui.i18n import number, phrase, tr, tr_n
from annotator.ui.icons import icon
from annotator.ui.importing.detail import LineDetail
from annotator.ui.importing.map_pane import MapPane
from annotator.ui.importing.rows import STATES, Line, LineList
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.painting import leading
from annotator.ui.text_fields import LineField
from annotator.ui.theme import themes

EDGE_PX = 16
ENCODINGS = ("utf-8", "windows-1256", "iso-8859-6", "cp720", "mac_arabic", "windows-1255", "windows-1252", "utf-16")
"""The encodings that may be chosen where none is detected."""
_WELCOME = phrase(
    "Drop files here, choose files or a folder, type an address, or paste a text. Texts, web pages, feeds, Word, PDF, "
    "tables and archives of them are shown first; nothing is written until you say so."
)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class ImportPage(CoverPage):
    """Widgets alone: the controller says what they show, and does what they ask for."""

    files_wanted = Signal()
    folder_wanted = Signal()
    paste_wanted = Signal()
    address_wanted = Signal(str)
    options_changed = Signal()
    bringing = Signal()
    saving_errors = Signal()

    def __init__(self) -> None:
        super().__init__("import_page")
        self.files, self.folder, self.paste = QPushButton(), QPushButton(), QPushButton()
        self.address = LineField()
        self.address.setObjectName("import_address")
        self.keep = QCheckBox()
        self.encoding = QComboBox()
        self._title, self._empty, self.summary = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._dismiss = QToolButton()
        self._dismiss.setProperty("flat", True)
        self._dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.facets: dict[State | None, QToolButton] = {}
        self.list, self.detail, self.map = LineList(), LineDetail(), MapPane()
        self.errors, self.cancel, self.bring = QPushButton(), QPushButton(), QPushButton()
        self.bring.setObjectName("import_bring")
        self.bring.setProperty("primary", True)
        self._lines: list[Line] = []
        self.state: State | None = None
        """The state to which the list is narrowed; None: all are shown."""
        self.busy = False
        self._build()
        self._connect()
        self.retranslate()

    # How it is built

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._sources())
        column.addWidget(self._facet_row())
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "dim")
        self._empty.setContentsMargins(60, 0, 60, 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._side = QStackedWidget()
        for pane in (self.detail, self.map):
            self._side.addWidget(pane)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._side)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._splitter)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())
        self.setAcceptDrops(False)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(EDGE_PX, 10, EDGE_PX - 6, 4)
        head.addWidget(self._title, 1)
        head.addWidget(self._dismiss)
        return head

    def _sources(self) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box, spacing=8)
        flow.setContentsMargins(EDGE_PX, 0, EDGE_PX, 6)
        self.address.setMinimumWidth(240)
        for widget in (
            self.files,
            self.folder,
            self.paste,
            self.address,
            self.encoding,
            self.keep,
        ):
            flow.addWidget(widget)
        return box

    def _facet_row(self) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box, spacing=4)
        flow.setContentsMargins(EDGE_PX, 0, EDGE_PX, 6)
        for state in (None, *STATES):
            button = QToolButton()
            button.setObjectName(f"import_facet_{state or 'all'}")
            button.setCheckable(True)
            button.setChecked(state is None)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _, state=state: self.narrow(state))
            self.facets[state] = button
            flow.addWidget(button)
        return box

    def _foot(self) -> QHBoxLayout:
        self.summary.setObjectName("import_summary")
        self.summary.setWordWrap(True)
        # Room for two lines, so that nothing moves when it says more.
        self.summary.setMinimumHeight(2 * QFontMetrics(self.summary.font()).lineSpacing())
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE_PX, 8, EDGE_PX, 10)
        foot.setSpacing(8)
        foot.addWidget(self.summary, 1)
        for button in (self.errors, self.cancel, self.bring):
            foot.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.files.clicked.connect(self.files_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self.address.returnPressed.connect(self._ask_address)
        self.keep.toggled.connect(lambda _: self.options_changed.emit())
        self.encoding.activated.connect(lambda _: self.options_changed.emit())
        self.list.toggled.connect(lambda place: self.toggle(self.list.rows.items[place]))
        self.list.current_changed.connect(self._show_current)
        self.errors.clicked.connect(self.saving_errors)
        self.cancel.clicked.connect(self.closed)
        self.bring.clicked.connect(self.bringing)
        self._dismiss.clicked.connect(self.closed)
        self.map.changed.connect(self._say_counts)
        themes().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._dismiss.setIcon(icon("close"))

    # What it shows

    @property
    def lines(self) -> Sequence[Line]:
        """All lines, in the order of their sources."""
        return self._lines

    @property
    def chosen(self) -> list[Line]:
        """The lines that come in."""
        return [line for line in self._lines if line.chosen]

    @property
    def current(self) -> Line | None:
        """The line that is selected."""
        row = self.list.currentIndex().row()
        return self.list.rows.items[row] if 0 <= row < len(self.list.rows.items) else None

    def show_lines(self, lines: Sequence[Line], *, busy: bool = False) -> None:
        """Show these lines; `busy` while more are read."""
        before = self.current
        self._lines, self.busy = list(lines), busy
        self._fill(before)
        self._stack.setCurrentWidget(self._splitter if self._lines or busy else self._empty)
        self._say_counts()

    def _fill(self, before: Line | None) -> None:
        shown = [line for line in self._lines if self.state in (None, line.arrival.state)]
        self.list.rows.set_rows(shown)
        same = (place for place, line in enumerate(shown) if before is not None and _is_same(line, before))
        self.list.show_current(next(same, 0 if shown else -1))
        self._show_current(self.list.currentIndex().row())

    def show_map(self, guesses: Sequence[Guessed], scheme: Scheme, made: LabelMap) -> None:
        """Show the map of the dataset that is selected."""
        self.map.show_map(guesses, scheme, made)
        self._say_counts()

    def narrow(self, state: State | None) -> None:
        """Show only the lines of this state; None: all."""
        self.state = state
        for key, button in self.facets.items():
            button.setChecked(key == state)
        self._fill(self.current)

    def toggle(self, line: Line) -> None:
        """Take a line, or leave it out; what cannot be read stays out."""
        if line.arrival.state != "failed":
            self.replace(line, Line(arrival=line.arrival, chosen=not line.chosen))

    def replace(self, old: Line, new: Line) -> None:
        """Show another line in the place of one."""
        self._lines[self._lines.index(old)] = new
        if old in self.list.rows.items:
            self.list.rows.put(self.list.rows.items.index(old), new)
        self._show_current(self.list.currentIndex().row())
        self._say_counts()

    def _show_current(self, row: int) -> None:
        line = self.list.rows.items[row] if 0 <= row < len(self.list.rows.items) else None
        is_dataset = line is not None and line.arrival.state == "annotations"
        self._side.setCurrentWidget(self.map if is_dataset else self.detail)
        self.detail.show_line(line)

    # What it says

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Import"))
        self._title.setText(leading(tr("Import")))
        self.files.setText(tr("Files…"))
        self.folder.setText(tr("Folder…"))
        self.paste.setText(tr("Paste"))
        self.address.setPlaceholderText(tr("Address of a page or feed"))
        self.address.setAccessibleName(self.address.placeholderText())
        self.keep.setText(tr("Keep web pages as they came"))
        self._say_encodings()
        self._empty.setText(_WELCOME())
        self.errors.setText(tr("Save the list of errors…"))
        self.cancel.setText(tr("Cancel"))
        self.list.setAccessibleName(tr("What comes in"))
        self._dismiss.setToolTip(tr("Back to the article ({Esc})"))
        self._dismiss.setAccessibleName(tr("Back to the article"))
        for button in self.facets.values():
            button.setFixedHeight(round(QFontMetrics(button.font()).height() * 1.6))
        self._say_counts()

    def _say_encodings(self) -> None:
        held = self.encoding.currentData()
        self.encoding.clear()
        self.encoding.addItem(tr("Encoding: detected"), None)
        for name in ENCODINGS:
            self.encoding.addItem(tr("Encoding: {name}", name=name), name)
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(held)))
        self.encoding.setAccessibleName(tr("Encoding"))

    def _say_counts(self) -> None:
        counts = {state: sum(line.arrival.state == state for line in self._lines) for state in STATES}
        for state, button in self.facets.items():
            count = len(self._lines) if state is None else counts[state]
            title = tr("All of it") if state is None else STATES[state]()
            button.setText(f"{title}  {number(count)}")
            button.setAccessibleName(button.text())
            button.setVisible(bool(count) and (state is None or count < len(self._lines) or len(self._lines) > 1))
        chosen = [line for line in self.chosen if line.document is not None]
        datasets = len(self.chosen) - len(chosen)
        fresh = sum(line.arrival.state != "known" for line in chosen)
        self.bring.setText(_bring_title(fresh, datasets))
        self.bring.setToolTip(tr("Import what is chosen ({Ctrl+Return})"))
        self.bring.setEnabled(bool(self.chosen) and not self.busy)
        self.errors.setVisible(counts["failed"] > 0)
        self._say_summary(fresh, len(chosen) - fresh, datasets, counts["failed"])

    def _say_summary(self, fresh: int, known: int, datasets: int, failed: int) -> None:
        parts = [
            tr("Reading…") if self.busy else "",
            tr_n("{n} articles come in", fresh) if fresh else "",
            tr_n("{n} here already gain an origin", known) if known else "",
            tr_n("{n} datasets", datasets) if datasets else "",
            self.map.told() if datasets else "",
            tr_n("{n} cannot be read", failed) if failed else "",
        ]
        told = " · ".join(filter(None, parts)) or tr("Nothing is written yet.")
        self.summary.setText(leading(told))
        if not self.busy:
            announce(self.list, told)

    def _ask_address(self) -> None:
        text = self.address.text().strip()
        if text:
            self.address.clear()
            self.address_wanted.emit(text if "://" in text else f"https://{text}")

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _CONTROL:
            if self.bring.isEnabled():
                self.bringing.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _is_same(one: Line, other: Line) -> bool:
    return one.arrival.source == other.arrival.source and one.title == other.title


def _bring_title(articles: int, datasets: int) -> str:
    if datasets and not articles:
        return tr_n("Import {n} datasets", datasets)
    return tr_n("Import {n} articles", articles) if articles else tr("Import")
