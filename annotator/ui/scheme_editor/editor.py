"""The scheme editor: a window beside the work in which the scheme of the project is changed as a whole, when asked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.scheme import Scheme
from annotator.errors import MusnadError
from annotator.services.scheme_draft import Draft, DraftItem, DraftTable
from annotator.services.schemes import load_scheme, save_scheme
from annotator.ui.i18n import language, tr, tr_error
from annotator.ui.interface_size import px
from annotator.ui.scheme_editor import pages
from annotator.ui.scheme_editor.applying import Applying
from annotator.ui.scheme_editor.buttons import END, FILES, PARTS, Buttons
from annotator.ui.scheme_editor.fields import Form
from annotator.ui.scheme_editor.losses import LossPage
from annotator.ui.scheme_editor.preview import Preview
from annotator.ui.scheme_editor.tree import SchemeTree, TreePlace, place_of
from annotator.ui.screen import fit_to_screen
from annotator.ui.session import Session
from annotator.ui.theme import themes


class SchemeEditor(QDialog):
    """Edits a draft; nothing in the project changes before Apply. Closing it keeps the draft for the next time."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("scheme_editor")
        self.setModal(False)
        fit_to_screen(self, QSize(px(940), px(720)))
        self._session = session
        self.draft = Draft(session.scheme)
        self.form: Form | None = None
        self.tree = SchemeTree()
        self.preview = Preview()
        self.losses = LossPage()
        self._applying = Applying(session, self.losses)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.says = QLabel()
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setWordWrap(True)
        self.buttons = Buttons()
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self._area, 1)
        right.addWidget(self.preview)
        halves = QHBoxLayout()
        halves.addWidget(self.tree)
        halves.addLayout(right, 1)
        editing = QWidget()
        lines = QVBoxLayout(editing)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(self.buttons.row(*PARTS))
        lines.addLayout(halves, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(editing)
        self._pages.addWidget(self.losses)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.setSpacing(10)
        outer.addWidget(self._pages, 1)
        outer.addWidget(self.says)
        outer.addLayout(self.buttons.row(*FILES, end=END))

    def _connect(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "label": lambda: self._add("labels"),
            "relation": lambda: self._add("relations"),
            "frame": lambda: self._add("frames"),
            "attribute": self._add_attribute,
            "up": lambda: self._step(-1),
            "down": lambda: self._step(1),
            "remove": self._remove,
            "import": self._choose_file,
            "export": self._choose_target,
            "back": self._go_back,
            "apply": self.apply,
            "close": self.close,
        }
        for name, do in does.items():
            self.buttons[name].clicked.connect(lambda _=False, do=do: do())
        self.tree.currentItemChanged.connect(lambda: self._show_page())
        self.preview.chosen.connect(self._show_label)
        self._session.scheme_changed.connect(self._follow_project)
        self._session.closed.connect(self._end)
        themes().changed.connect(self._show_all)

    def open(self) -> None:
        """Show it, or bring it to the front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.tree.setFocus()

    # What is shown

    def show_place(self, place: TreePlace) -> None:
        """Let this part of the scheme be edited."""
        self._show_all(place)

    def _show_all(self, place: object = None) -> None:
        """Fill the tree and the form anew."""
        self.tree.show_draft(self.draft, self._faults(), place if isinstance(place, TreePlace) else self.tree.place)
        self._show_page()

    def _show_page(self) -> None:
        place = self.tree.place
        # A field that is being edited tells of it now, and has to outlive its own signal.
        old = self._area.takeWidget()
        self.form = pages.form_of(self.draft, place.table, place.index, place.attribute)
        self.form.changed.connect(self._follow_form)
        self.form.renamed.connect(partial(self._rename, self.draft, place, self._owner()))
        self._area.setWidget(self.form)
        if old is not None:
            old.deleteLater()
        self._judge()

    def _follow_form(self) -> None:
        """A field was edited: the form stays, because someone is in it."""
        self.tree.show_draft(self.draft, self._faults(), self.tree.place)
        self._judge()

    def _judge(self) -> None:
        """Say what is wrong at the fields, draw the preview, and offer what is possible."""
        place, faults = self.tree.place, self.draft.faults()
        if self.form is not None:
            here = (one for one in faults if place_of(one) == place)
            self.form.show_faults([(one.field, tr_error(one.reason)) for one in here])
        labels = self.draft.scheme().labels
        # The tree may still stand at a label that undo has just taken from the project.
        at = place.index if place.table == "labels" and place.index is not None else len(labels)
        self.preview.show_labels(labels, labels[at].key if at < len(labels) else None)
        changed = bool(self.draft.renames()) or self.draft.scheme() != self._session.scheme
        self.buttons["apply"].setEnabled(changed and not faults and not self._session.project.read_only)
        self.buttons["attribute"].setEnabled(place.table in ("labels", "relations") and place.index is not None)
        self.buttons.enable(place.index is not None, "up", "down", "remove")
        self._say(tr_error(faults[0].reason) if faults else "")

    def _faults(self) -> dict[TreePlace, str]:
        found: dict[TreePlace, str] = {}
        for one in self.draft.faults():
            found.setdefault(place_of(one), tr_error(one.reason))
        return found

    def _show_label(self, key: str) -> None:
        keys = [label["key"] for label in self.draft.items("labels")]
        self.show_place(TreePlace("labels", keys.index(key)))

    def _say(self, text: str) -> None:
        self.says.setText(text)
        self.says.setProperty("role", "warning")
        self.says.setVisible(bool(text))

    # What is edited

    def _add(self, table: DraftTable) -> None:
        self.draft.add(table)
        self.show_place(TreePlace(table, len(self.draft.items(table)) - 1))
        self._begin_form()

    def _owner(self) -> DraftItem | None:
        place = self.tree.place
        if place.table is None or place.index is None:
            return None
        return self.draft.items(place.table)[place.index]

    def _add_attribute(self) -> None:
        owner, place = self._owner(), self.tree.place
        if owner is not None:
            self.draft.add_attribute(owner)
            self.show_place(TreePlace(place.table, place.index, len(owner["attributes"]) - 1))
            self._begin_form()

    def _begin_form(self) -> None:
        """Let what was just added be named."""
        title = self.form.findChild(QWidget, f"title.{language()}") if self.form is not None else None
        if title is not None:
            title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        """Labels stand in the bar, and attributes in the card, in the order that they have here."""
        owner, place = self._owner(), self.tree.place
        if owner is None or place.table is None or place.index is None:
            return
        if place.attribute is None:
            index = self.draft.move(self.draft.items(place.table), place.index, by)
            self.show_place(TreePlace(place.table, index))
        else:
            attribute = self.draft.move(owner["attributes"], place.attribute, by)
            self.show_place(TreePlace(place.table, place.index, attribute))

    def _remove(self) -> None:
        owner, place = self._owner(), self.tree.place
        if owner is None or place.table is None:
            return
        if place.attribute is None:
            self.draft.remove(place.table, owner)
        else:
            del owner["attributes"][place.attribute]
        self.show_place(TreePlace(place.table, place.index, place.attribute))

    def _rename(self, draft: Draft, place: TreePlace, owner: DraftItem | None, key: str) -> None:
        """Give the part that a form was made for another key, whatever is shown by now."""
        if owner is None:
            draft.data["name"] = key
        elif place.attribute is not None:
            owner["attributes"][place.attribute]["key"] = key
        elif place.table is not None:
            draft.rename(place.table, owner, key)
        self._follow_form()

    # Files

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Open scheme"), "", "*.toml")
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Edit the scheme of a file; what is wrong in it is told with its line."""
        try:
            self._take(load_scheme(path))
        except MusnadError as error:
            self._say(tr_error(error))

    def _take(self, scheme: Scheme) -> None:
        """Edit this scheme; what has the same key as something in the project is taken for the same."""
        self.draft = Draft(scheme)
        self.show_place(TreePlace())

    def _choose_target(self) -> None:
        name = f"{self.draft.data['name']}.toml"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save scheme"), name, "*.toml")
        if chosen:
            self.save_file(Path(chosen))

    def save_file(self, path: Path) -> None:
        """Write the scheme as it stands here."""
        try:
            save_scheme(self.draft.scheme(), path)
        except MusnadError as error:
            self._say(tr_error(error))

    # Applying

    def apply(self) -> None:
        """Give the project this scheme; where marks would lose their place, ask what becomes of them first."""
        try:
            if self._pages.currentWidget() is self.losses:
                self._applying.finish()
            elif not self._applying.begin(self.draft):
                self._turn(self.losses)
        except MusnadError as error:
            self._say(tr_error(error))

    def _go_back(self) -> None:
        self._turn(self._pages.widget(0))

    def _turn(self, page: QWidget | None) -> None:
        if page is not None:
            self._pages.setCurrentWidget(page)
        asking = page is self.losses
        self.buttons["back"].setVisible(asking)
        for name in FILES:
            self.buttons[name].setVisible(not asking)
        if not asking:
            self._judge()

    def _follow_project(self) -> None:
        """The project has another scheme now: what was applied here, or brought back by undo."""
        place = self.tree.place
        self.draft = Draft(self._session.scheme)
        self._go_back()
        self.show_place(place)

    def _end(self) -> None:
        self.close()
        self.deleteLater()

    # Language

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setWindowTitle(tr("Scheme"))
        self.tree.setAccessibleName(tr("Parts of the scheme"))
        self.buttons.retranslate()
        self._turn(self._pages.widget(0))
        self._show_all()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
