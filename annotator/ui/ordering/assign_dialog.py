"""Asking who is to read articles: all of them each, evenly with an overlap, or nobody any more."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListWidget, QListWidgetItem, QSpinBox, QWidget

from annotator.domain.annotator import check_handle
from annotator.errors import InputError, MusnadError
from annotator.services.assigning import planned_evenly
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.i18n import isolate, listed, number, tr, tr_error, tr_n
from annotator.ui.panels.segments import Segments
from annotator.ui.text_fields import LineField

if TYPE_CHECKING:
    from annotator.domain.decision import Assignment, Purpose
    from annotator.services.project import Project

AssignWay = Literal["each", "evenly", "back"]
PEOPLE_ROWS = 5


class AssignWish(msgspec.Struct, frozen=True, kw_only=True):
    """The articles to assign and the people; `overlap` is the share (0 to 1) that several read."""

    documents: tuple[str, ...]
    people: tuple[str, ...]
    way: AssignWay
    purpose: "Purpose" = "read"
    readers: int = 1
    overlap: float = 1.0
    blind: bool | None = None
    """Hide others' marks, or show them; None: as it is."""

    def carry_out(self, project: "Project") -> "list[Assignment]":
        """Assign, or take back; return what is assigned. Raises InputError."""
        if self.way == "back":
            chosen = set(self.documents)
            held = [one for one in project.assignments() if one.document_id in chosen and one.annotator in self.people]
            project.unassign(*(one.id for one in held), blind=self.blind)
            return []
        if self.way == "evenly":
            return project.assign_evenly(self.documents, self.people, self.readers, self.overlap, blind=self.blind)
        return project.assign(self.documents, self.people, self.purpose, blind=self.blind)


class AssignDialog(FormDialog):
    """After it was accepted, `wish` says what to do."""

    def __init__(self, project: "Project", document_ids: Sequence[str], parent: QWidget | None = None) -> None:
        title = tr_n("Assign {n} articles", len(document_ids))
        super().__init__(title, tr("Assign"), parent)
        self.setObjectName("assign")
        self.wish: AssignWish | None = None
        self._documents = tuple(document_ids)
        self._was_blind = project.is_blind
        self.people, self.others = QListWidget(), LineField()
        for one in project.annotators():
            if one.kind == "person":
                self._offer(one.handle)
        self.way = Segments(
            [("each", tr("To each of them")), ("evenly", tr("Evenly")), ("back", tr("Unassign"))], "each"
        )
        self.purpose, self.readers, self.overlap = QComboBox(), QSpinBox(), QSpinBox()
        self.blind = QCheckBox(tr("Read blind: hide others’ marks until one’s own reading is done"))
        self.blind.setChecked(self._was_blind)
        self.told = QLabel()
        self._fill()
        self._build()
        self._connect()
        self._follow()
        self._begin()

    def _begin(self) -> None:
        """Begin with the people; where there is nobody but me, with the names of others."""
        first = self.people if self.people.count() > 1 else self.others
        self.people.setCurrentRow(0)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self.purpose.addItem(tr("to read"), "read")
        self.purpose.addItem(tr("to review"), "review")
        self.readers.setRange(1, 99)
        self.overlap.setRange(0, 100)
        self.overlap.setSingleStep(5)
        self.overlap.setValue(100)
        self.overlap.setSuffix(f" {QLocale().percent()}")
        self.told.setProperty("role", "dim")
        self.told.setWordWrap(True)
        self.others.setPlaceholderText(tr("Names with commas between them"))

    def _offer(self, handle: str) -> None:
        item = QListWidgetItem(isolate(handle))
        item.setData(Qt.ItemDataRole.UserRole, handle)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        self.people.addItem(item)

    def _build(self) -> None:
        for title, field in (
            (tr("People"), self.people),
            (tr("Others"), self.others),
            (tr("How"), self.way),
            (tr("Purpose"), self.purpose),
            (tr("Readers each"), self.readers),
            (tr("Read by several"), self.overlap),
        ):
            field.setAccessibleName(title)
            self.form.addRow(title, field)
        self.form.addRow("", self.blind)
        self.form.addRow("", self.told)
        self.people.setFixedHeight(self.people.sizeHintForRow(0) * PEOPLE_ROWS + 8 if self.people.count() else 60)
        self.people.setMinimumWidth(340)

    def _connect(self) -> None:
        self.people.itemChanged.connect(lambda _: self._follow())
        self.others.textChanged.connect(lambda _: self._follow())
        self.way.chosen.connect(lambda _: self._follow())
        for spin in (self.readers, self.overlap):
            spin.valueChanged.connect(lambda _: self._follow())

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the people who are ticked or named."""
        items = [self.people.item(place) for place in range(self.people.count())]
        ticked = [
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked
        ]
        named = [name.strip() for name in self.others.text().replace("،", ",").split(",")]
        return tuple(dict.fromkeys([*ticked, *filter(None, named)]))

    def _way(self) -> AssignWay:
        ways: tuple[AssignWay, ...] = ("each", "evenly", "back")
        return next(one for one in ways if self.way.button(one).isChecked())

    def _follow(self) -> None:
        """Show the fields that count, and what would come of them."""
        way = self._way()
        for field, shown in (
            (self.purpose, way == "each"),
            (self.readers, way == "evenly"),
            (self.overlap, way == "evenly"),
        ):
            self.form.setRowVisible(field, shown)
        self.ok.setText(tr("Unassign") if way == "back" else tr("Assign"))
        try:
            self.told.setText(self._foreseen(way))
        except MusnadError as error:
            self.told.setText(tr_error(error))

    def _foreseen(self, way: AssignWay) -> str:
        if not self.chosen or way == "back":
            return ""
        if way == "each":
            counts = Counter(dict.fromkeys(self.chosen, len(self._documents)))
        else:
            share = self.overlap.value() / 100
            given = planned_evenly(self._documents, self.chosen, self.readers.value(), share)
            counts = Counter(who for _, who in given)
        return listed(f"{isolate(who)} {number(count)}" for who, count in counts.items())

    def act(self) -> None:
        people, way = self.chosen, self._way()
        if not people:
            raise InputError("Choose at least one person.")
        for one in people:
            check_handle(one)
        if way == "evenly":
            planned_evenly(self._documents, people, self.readers.value(), self.overlap.value() / 100)
        self.wish = self._wish(people, way)

    def _wish(self, people: tuple[str, ...], way: AssignWay) -> AssignWish:
        return AssignWish(
            documents=self._documents,
            people=people,
            way=way,
            purpose=self.purpose.currentData(),
            readers=self.readers.value(),
            overlap=self.overlap.value() / 100,
            blind=self.blind.isChecked() if self.blind.isChecked() != self._was_blind else None,
        )
