"""The question that a network answers, as fields over it: which network, of whose readings, of which days."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.domain.annotator import GOLD
from annotator.formats.graph import GraphOptions
from annotator.formats.options import Field, fields_of
from annotator.services.discourse import MOST_NODES
from annotator.services.selection import Selection
from annotator.ui.i18n import Phrase, isolate, phrase, tr
from annotator.ui.panels.about import language_title
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.searching.boxes import DayBox, together
from annotator.ui.searching.picker import Picker

ALL = "all"
IN_COMMON = {"agreed": phrase("What all readers agree on"), "majority": phrase("What the majority marked")}
ASKED = ("network", "duplicates", "normalization")
"""The options of the format that are chosen here; days are fields of their own, and all windows are one timeline."""
NODE_COUNTS = (30, MOST_NODES, 120, 250)


class NetworkQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """The claims to read, by readers and articles, and the network that they make; `most` nodes are drawn."""

    annotators: tuple[str, ...] = ()
    only: Selection = Selection()
    options: GraphOptions = GraphOptions()
    most: int = MOST_NODES


class QuestionBar(QWidget):
    """`asked` whenever another network is wanted."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._handles: Sequence[str] = ()
        self._fields: dict[str, Field] = {one.key: one for one in fields_of(GraphOptions)}
        self.whose, self.most = QComboBox(), QComboBox()
        self.whose.setObjectName("network_whose")
        self.most.setObjectName("network_most")
        self.combos = {key: QComboBox() for key in ASKED}
        self.outlets = Picker("network_outlets", phrase("Publishers"))
        self.languages = Picker("network_languages", phrase("Languages"))
        self.since, self.until = DayBox("network_since", last=False), DayBox("network_until", last=True)
        self.flow = FlowLayout(self, spacing=6)
        self.flow.setContentsMargins(16, 8, 16, 8)
        for key, combo in self.combos.items():
            combo.setObjectName(f"network_{key}")
        for widget in (*list(self.combos.values())[:1], self.whose, self.outlets, self.languages):
            self.flow.addWidget(widget)
        self.flow.addWidget(together(self.since, self.until))
        for widget in (*list(self.combos.values())[1:], self.most):
            self.flow.addWidget(widget)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        for combo in (*self.combos.values(), self.whose, self.most):
            combo.currentIndexChanged.connect(lambda _: self.asked.emit())
        for picker in (self.outlets, self.languages):
            picker.changed.connect(self.asked)
        for day in (self.since, self.until):
            day.textChanged.connect(lambda _: self.asked.emit())

    @property
    def question(self) -> NetworkQuestion:
        """The question as it stands."""
        chosen = {key: str(combo.currentData()) for key, combo in self.combos.items()}
        days = {"since": self.since.day or "", "until": self.until.day or ""}
        whose = self.whose.currentData()
        return NetworkQuestion(
            annotators=() if whose in (None, ALL) else (whose,),
            only=Selection(outlets=self.outlets.keys, languages=self.languages.keys),
            options=msgspec.convert({**chosen, **days}, GraphOptions),
            most=int(self.most.currentData()),
        )

    def offer(self, handles: Sequence[str], outlets: Sequence[str], languages: Sequence[str], me: str) -> None:
        """Offer what a project has; at first the gold reading is asked for, or mine where there is none."""
        first = not self._handles
        self._handles = handles
        self._fill_whose()
        if first:
            self._choose(self.whose, GOLD if GOLD in handles else me)
        self.outlets.offer(outlets, str)
        self.languages.offer(languages, language_title)

    def choose_network(self, key: str) -> None:
        """Ask for this network, without announcing it."""
        self._choose(self.combos["network"], key)

    @staticmethod
    def _choose(combo: QComboBox, key: str) -> None:
        blocked = combo.blockSignals(True)
        combo.setCurrentIndex(max(combo.findData(key), 0))
        combo.blockSignals(blocked)

    def _fill_whose(self) -> None:
        named = {GOLD: tr("The gold reading")}
        choices = [(ALL, tr("All people and gold"))]
        choices += [(one, named.get(one) or isolate(one)) for one in self._handles]
        choices += [(key, title()) for key, title in IN_COMMON.items()]
        _fill(self.whose, choices)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.since.name(tr("From day"))
        self.until.name(tr("To day"))
        for key, combo in self.combos.items():
            field = self._fields[key]
            title = Phrase(field.title)()
            shown = [(one, Phrase(field.titles[one])()) for one in field.choices]
            named = shown if key == "network" else [(one, f"{title}: {said}") for one, said in shown]
            _fill(combo, named, first=field.default)
            combo.setAccessibleName(title)
        _fill(self.most, [(count, tr("at most {n} nodes", n=count)) for count in NODE_COUNTS], first=MOST_NODES)
        self.most.setAccessibleName(tr("Number of nodes"))
        self.whose.setAccessibleName(tr("Readings"))
        self._fill_whose()
        for picker in (self.outlets, self.languages):
            picker.retranslate()


def _fill(combo: QComboBox, choices: Sequence[tuple[str | int, str]], first: str | int | None = None) -> None:
    """Offer these; what was chosen stays chosen."""
    held = combo.currentData() if combo.count() else first
    blocked = combo.blockSignals(True)
    combo.clear()
    for key, title in choices:
        combo.addItem(title, key)
    combo.setCurrentIndex(max(combo.findData(held), 0))
    combo.blockSignals(blocked)
