"""The lists of documents and of marks."""

import time

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.domain.annotator import Status
from annotator.domain.scheme import Label
from annotator.domain.span import Span
from annotator.store.documents import DocumentSummary
from annotator.ui.panels.annotation_list import AnnotationList, AnnotationModel, MarkRow
from annotator.ui.panels.document_list import DocumentList, DocumentModel, subtitle

TEXT = "قال سامر الحلبي إن الميناء سيفتح."
LABEL = Label(key="actor", title={"en": "Actor", "ar": "فاعل"})


def summary(number: int, status: Status = "todo", title: str = "وزير النقل ينفي") -> DocumentSummary:
    return DocumentSummary(
        id=f"{number:032x}",
        title=title,
        publisher="وكالة النورس",
        published="2026-03-03",
        length=100,
        status=status,
        spans=0,
        direction=None,
    )


def row(start: int, end: int) -> MarkRow:
    span = Span(id=f"{start}", document_id="d", annotator="layla", label="actor", parts=((start, end),))
    return MarkRow(span, LABEL, TEXT, "rtl")


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester) -> None:
    documents = DocumentModel()
    documents.set_rows([summary(1), summary(2, "done")])
    qtmodeltester.check(documents)
    marks = AnnotationModel()
    marks.set_rows([row(0, 3), row(4, 15)])
    qtmodeltester.check(marks)


def test_a_row_says_all_it_shows_to_a_screen_reader() -> None:
    documents = DocumentModel()
    documents.set_rows([summary(1, "doing")])
    said = documents.data(documents.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(said, str)
    assert "وزير النقل" in said and "3 March 2026" in said and "In progress" in said
    marks = AnnotationModel()
    marks.set_rows([row(4, 15)])
    said = marks.data(marks.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(said, str)
    assert "Actor\u2069: \u2068سامر الحلبي\u2069" in said and said.endswith("1 of 1")


def test_the_subtitle_keeps_to_what_is_known() -> None:
    assert subtitle(summary(1)) == "\u2068وكالة النورس\u2069 · 3 March 2026"
    bare = DocumentSummary(
        id="0", title="t", publisher=None, published=None, length=1, status="todo", spans=0, direction=None
    )
    assert subtitle(bare) == ""


def test_showing_is_not_choosing(qtbot: QtBot) -> None:
    listed = DocumentList()
    qtbot.addWidget(listed)
    with qtbot.assertNotEmitted(listed.chosen):
        listed.show_rows([summary(1), summary(2)], summary(2).id)
        listed.show_document(summary(1).id)
        listed.show_document(None)
    assert not listed.currentIndex().isValid()
    listed.show_document(summary(1).id)
    with qtbot.waitSignal(listed.chosen) as chosen:
        qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert chosen.args == [summary(2).id]


def test_a_changed_status_leaves_the_list_where_it_was_scrolled_to(qtbot: QtBot) -> None:
    listed = DocumentList()
    qtbot.addWidget(listed)
    listed.resize(260, 300)
    listed.show()
    rows = [summary(number) for number in range(100)]
    listed.show_rows(rows, rows[0].id)
    listed.verticalScrollBar().setValue(900)
    resets: list[QModelIndex] = []
    listed.rows.modelReset.connect(lambda: resets.append(QModelIndex()))
    listed.rows.set_rows([*rows[:-1], summary(99, "done")])
    assert listed.verticalScrollBar().value() == 900 and not resets
    assert listed.rows.row(99).status == "done"


def test_letters_stay_labels_in_the_lists(qtbot: QtBot) -> None:
    marks = AnnotationList()
    qtbot.addWidget(marks)
    marks.set_labels((LABEL,))
    marks.show_rows([row(0, 3), row(4, 15)], "0")
    qtbot.keyClicks(marks, "s")
    assert marks.currentIndex().row() == 0


def test_five_thousand_documents_are_shown_at_once(qtbot: QtBot) -> None:
    listed = DocumentList()
    qtbot.addWidget(listed)
    listed.resize(260, 700)
    listed.show()
    rows = [summary(number, title=f"{number} مقال") for number in range(5_000)]
    began = time.perf_counter()
    listed.show_rows(rows, rows[4_321].id)
    listed.grab()
    # A tenth of this is usual; the bound only tells virtual from not.
    assert time.perf_counter() - began < 0.5
    assert listed.visualRect(listed.rows.index(4_321)).intersects(listed.viewport().rect())


def test_rows_are_as_tall_as_their_fonts(qtbot: QtBot) -> None:
    listed = DocumentList()
    qtbot.addWidget(listed)
    option = QStyleOptionViewItem()
    small = listed.itemDelegate().sizeHint(option, QModelIndex()).height()
    option.font.setPointSizeF(option.font.pointSizeF() * 2)
    assert listed.itemDelegate().sizeHint(option, QModelIndex()).height() > small * 1.5
