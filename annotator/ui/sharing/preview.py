"""The preview of a merge: everything it would do, and names that may be one person's."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.scheme import Scheme, title_in
from annotator.ui.i18n import date, isolate, language, listed, number, tr, tr_n
from annotator.ui.interface_size import px
from annotator.ui.panels.painting import leading
from annotator.ui.screen import fit_to_screen

if TYPE_CHECKING:
    from annotator.domain.bundle import MergePreview, Refused

MOST_NAMED = 8
"""As many things are named in a line; more are counted."""


class MergeDialog(QDialog):
    """After it was accepted, `same` says which names in the bundle are whose here."""

    def __init__(self, preview: "MergePreview", scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("merge_preview")
        self.setWindowTitle(tr("Merge a bundle"))
        self._boxes: dict[QCheckBox, tuple[str, str]] = {}
        lines = QVBoxLayout(self)
        inner = QWidget()
        told = QVBoxLayout(inner)
        title = _line(tr("{name}, by {sender}", name=isolate(preview.name), sender=isolate(preview.sender)), "title")
        told.addWidget(title)
        told.addWidget(_line(date(preview.made[:10]), "dim"))
        if not preview.is_same_project:
            told.addWidget(_line(tr("It is of a project that was begun apart; the two become one."), "warning"))
        for text in _told(preview, scheme):
            told.addWidget(_line(text))
        for alike in preview.alike:
            words = tr("{theirs} and {ours} are one person", theirs=isolate(alike.theirs), ours=isolate(alike.ours))
            box = QCheckBox(words)
            self._boxes[box] = (alike.theirs, alike.ours)
            told.addWidget(box)
        for text in _refused(preview):
            told.addWidget(_line(text, "warning"))
        told.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        lines.addWidget(scroll, 1)
        lines.addWidget(_line(tr("Nothing of yours is touched, and one undo takes all of it back."), "dim"))
        buttons = QDialogButtonBox()
        merge = buttons.addButton(tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        merge.setProperty("primary", True)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        lines.addWidget(buttons)
        merge.setDefault(True)
        fit_to_screen(self, QSize(px(560), px(460)))

    @property
    def same(self) -> dict[str, str]:
        """Return the names that were said to be one person's: theirs, and whose they are here."""
        return dict(pair for box, pair in self._boxes.items() if box.isChecked())


def _told(preview: "MergePreview", scheme: Scheme) -> list[str]:
    """Return a line for each kind of thing that comes."""
    lines = []
    if preview.documents:
        lines.append(tr("New articles: {names}", names=_named(preview.documents)))
    titles = {label.key: title_in(label.title, language(), label.key) for label in scheme.labels}
    for who, labels in preview.marks.items():
        counts = [
            tr("{label}: {new} new, {changed} changed, {gone} gone", label=titles.get(label, label), **_counts(one))
            for label, one in labels.items()
        ]
        lines.append(tr("{who}: {counts}", who=isolate(who), counts=listed(counts)))
    more = [
        tr_n("{n} new links", preview.relations) if preview.relations else "",
        tr_n("{n} new comments", preview.comments) if preview.comments else "",
        tr_n("{n} new decisions", preview.decisions) if preview.decisions else "",
        tr_n("{n} new assignments", preview.assignments) if preview.assignments else "",
    ]
    if any(more):
        lines.append(listed(filter(None, more)))
    if preview.actors_new:
        lines.append(tr("New actors: {names}", names=_named(preview.actors_new)))
    if preview.actors_met:
        lines.append(tr("Actors that are here already: {names}", names=_named(preview.actors_met)))
    if preview.scheme:
        lines.append(tr("The scheme changes in: {parts}", parts=_named(preview.scheme)))
    return lines


def _counts(one: object) -> dict[str, str]:
    return {name: number(getattr(one, name)) for name in ("new", "changed", "gone")}


def _refused(preview: "MergePreview") -> list[str]:
    """Return what would not be shown, by reason, with the names of some."""
    reasons: dict[str, list[Refused]] = {}
    for one in preview.refused:
        reasons.setdefault(one.reason, []).append(one)
    words = {
        "parent": tr("Waits for what it belongs to, which has not come:"),
        "label": tr("Waits, since the scheme has no such label:"),
        "future": tr("Stays out, since the sender’s clock runs ahead:"),
    }
    return [f"{words[reason]} {_named([one.name or one.id for one in held])}" for reason, held in reasons.items()]


def _named(names: "tuple[str, ...] | list[str]") -> str:
    shown = [isolate(name) for name in names[:MOST_NAMED]]
    more = len(names) - len(shown)
    return listed([*shown, *([tr_n("and {n} others", more)] if more > 0 else [])])


def _line(text: str, role: str = "") -> QLabel:
    label = QLabel(leading(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
