"""The division of a dataset: into no parts, into parts in percent, or as a split that was frozen under a name."""

from collections.abc import Mapping, Sequence
from typing import get_args

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.services.division import Stratum
from annotator.ui.i18n import Phrase, isolate, number, phrase, tr, tr_n
from annotator.ui.panels.painting import elided, leading, small
from annotator.ui.panels.segments import Segments
from annotator.ui.searching.boxes import Choice, Field
from annotator.ui.theme import themes

THREE = "train=80,dev=10,test=10"
NONE, PARTS, FROZEN = "none", "parts", "frozen"
STRATA: dict[Stratum, Phrase] = {
    "outlet": phrase("publisher"),
    "month": phrase("month"),
    "language": phrase("language"),
    "label": phrase("rarest label"),
}
BAR_PX = 26
PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.CrossPattern,
)
assert set(STRATA) == set(get_args(Stratum))


class Splitting(msgspec.Struct, frozen=True):
    """A division as it is asked for: shares, what is held alike in all parts, and the name it is frozen under."""

    shares: str = ""
    stratify: Stratum | None = None
    frozen: str = ""


class SplitBar(QWidget):
    """The parts in one bar, each as wide as its articles and with a pattern of its own."""

    accessible_role = "Chart"

    def __init__(self) -> None:
        super().__init__()
        self._parts: Mapping[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, BAR_PX)

    def show_parts(self, parts: Mapping[str, int]) -> None:
        """Show these parts with their numbers of articles."""
        self._parts = parts
        self.setVisible(bool(parts))
        self.setAccessibleName(tr("Parts of the split"))
        self.setAccessibleDescription("\n".join(f"{isolate(name)}: {number(count)}" for name, count in parts.items()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        total = sum(self._parts.values())
        if not total:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(small(self.font()))
            at = 0.0
            for place, (name, count) in enumerate(self._parts.items()):
                width = (self.width() - 1) * count / total
                left = self.width() - 1 - at - width if self._mirrored() else at
                box = QRectF(left + 1, 1, max(width - 2, 1), BAR_PX - 3)
                self._paint_part(painter, box, place, f"{isolate(name)} {number(count)}")
                at += width

    def _paint_part(self, painter: QPainter, box: QRectF, place: int, told: str) -> None:
        color = themes().theme.color("accent")
        painter.setPen(QPen(color, 1))
        painter.setBrush(QBrush(color, PATTERNS[place % len(PATTERNS)]))
        painter.drawRoundedRect(box, 4, 4)
        self._paint_name(painter, box, told)

    def _paint_name(self, painter: QPainter, box: QRectF, told: str) -> None:
        """The name on a ground of its own, so that no pattern runs through the letters."""
        shown = elided(told, painter.font(), box.width() - 10)
        if len(shown.strip("…\u2068\u2069 ")) < 2:
            return
        width = painter.fontMetrics().horizontalAdvance(shown) + 8
        ground = QRectF(box.center().x() - width / 2, box.top() + 3, width, box.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(themes().theme.color("card"))
        painter.drawRoundedRect(ground, 3, 3)
        painter.setPen(themes().theme.color("ink"))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, shown)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


class SplitChoice(QWidget):
    """The three ways, what each needs, and what came out. `changed` when another division is asked for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Mapping[str, int], int, int] = ({}, 0, 0)
        self._frozen: Sequence[str] = ()
        self.way = Segments([(NONE, ""), (PARTS, ""), (FROZEN, "")], NONE)
        self.shares = Field("export_shares")
        self.shares.setText(THREE)
        self.stratify = Choice("export_stratify")
        self.name = QComboBox()
        self.name.setObjectName("export_frozen")
        self.name.setEditable(True)
        self._titles = {"name": QLabel(), "shares": QLabel(), "stratify": QLabel()}
        self.bar, self._groups, self._note = SplitBar(), QLabel(), QLabel()
        self._build()
        self._connect()
        self.retranslate()
        self._show_fields()

    def _connect(self) -> None:
        self.way.chosen.connect(lambda _: self._choose())
        self.shares.textChanged.connect(lambda _: self.changed.emit())
        self.stratify.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.name.currentTextChanged.connect(lambda _: self._choose())

    def _build(self) -> None:
        for label in (self._groups, self._note):
            label.setProperty("role", "dim")
            label.setWordWrap(True)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        for key, widget in (("name", self.name), ("shares", self.shares), ("stratify", self.stratify)):
            self._titles[key].setProperty("role", "dim")
            form.addRow(self._titles[key], widget)
        self._form = form
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeading)
        lines.addLayout(form)
        for below in (self.bar, self._groups, self._note):
            lines.addWidget(below)

    @property
    def _way(self) -> str:
        return next(one.objectName() for one in self.way.buttons if one.isChecked())

    @property
    def splitting(self) -> Splitting:
        """The division that is asked for."""
        if self._way == NONE:
            return Splitting()
        name = self.name.currentText().strip() if self._way == FROZEN else ""
        if name in self._frozen:
            return Splitting(frozen=name)
        stratum: Stratum | None = next((one for one in STRATA if one == self.stratify.key), None)
        return Splitting(self.shares.text().strip(), stratum, name)

    def choose(self, splitting: Splitting) -> None:
        """Ask for this division."""
        gone = bool(splitting.frozen) and not splitting.shares and splitting.frozen not in self._frozen
        frozen = FROZEN if splitting.frozen and not gone else ""
        self.way.set_current(frozen or (PARTS if splitting.shares else NONE))
        self.name.setEditText(splitting.frozen)
        self.shares.setText(splitting.shares or THREE)
        self.stratify.setCurrentIndex(max(self.stratify.findData(splitting.stratify), 0))
        self._show_fields()

    def offer(self, frozen: Sequence[str]) -> None:
        """Offer these frozen splits."""
        self._frozen = frozen
        typed, blocked = self.name.currentText(), self.name.blockSignals(True)
        self.name.clear()
        self.name.addItems(list(frozen))
        self.name.setEditText(typed or next(iter(frozen), "v1"))
        self.name.blockSignals(blocked)
        self._show_fields()

    def show_outcome(self, parts: Mapping[str, int], groups: int, grouped: int) -> None:
        """Show how many articles each part gets, and the near-duplicates that stay together."""
        self._shown = parts, groups, grouped
        self.bar.show_parts(parts)
        told = tr_n("{n} groups of near-duplicates", groups)
        self._groups.setText(
            leading(tr("{groups} ({articles}), each in one part", groups=told, articles=tr_n("{n} articles", grouped)))
        )
        self._groups.setVisible(bool(parts) and groups > 0)

    def _choose(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        is_frozen = self._way == FROZEN
        is_known = is_frozen and self.name.currentText().strip() in self._frozen
        self._form.setRowVisible(self.name, is_frozen)
        for field in (self.shares, self.stratify):
            self._form.setRowVisible(field, self._way != NONE and not is_known)
        self._note.setText(leading(self._told(is_frozen=is_frozen, is_known=is_known)))
        self._note.setVisible(self._way != NONE)
        if self._way == NONE:
            self.bar.hide()
            self._groups.hide()

    @staticmethod
    def _told(*, is_frozen: bool, is_known: bool) -> str:
        if is_known:
            return tr("This split is frozen: its articles stay where they are, new ones join by their hash.")
        if is_frozen:
            return tr("The split is kept in the project under this name when the dataset is written.")
        return tr("By the hash of the text: what comes later moves no article.")

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.way.setAccessibleName(tr("Split"))
        for key, title in ((NONE, tr("none")), (PARTS, tr("parts")), (FROZEN, tr("frozen by name"))):
            self.way.button(key).setText(title)
            self.way.button(key).setAccessibleName(f"{tr('Split')}: {title}")
        titles = {"name": tr("Name"), "shares": tr("Parts in percent"), "stratify": tr("The same share of each")}
        for key, title in titles.items():
            self._titles[key].setText(title)
        self.shares.setAccessibleName(titles["shares"])
        self.stratify.setAccessibleName(titles["stratify"])
        self.name.setAccessibleName(titles["name"])
        self.stratify.offer(tr("nothing"), [(key, title()) for key, title in STRATA.items()])
        self.show_outcome(*self._shown)
        self._show_fields()
