"""What a screen reader is given of the article, asked in the way Qt's bridges ask."""

import gc
from collections.abc import Callable, Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.ui.accessibility import install
from annotator.ui.announcing import announce
from annotator.ui.article.marks import Mark
from annotator.ui.article.screen_reader import MOST_GRAPHEMES, selection_words
from annotator.ui.article.view import ArticleView
from annotator.ui.i18n import set_language

TEXT = "قال 😀 سامر الحلبي إن ميناء الزهراء سيُفتح في موعده المحدد من هذا العام كما كان.\nوأضاف 👩🏽‍⚕️ لاحقًا."
Show = Callable[..., ArticleView]
MakeMark = Callable[..., Mark]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def place(words: str) -> int:
    """Where words of the text begin, in UTF-16 units."""
    return units(TEXT[: TEXT.index(words)])


@pytest.fixture
def view(show: Show) -> ArticleView:
    """A narrow view, so that the first paragraph wraps."""
    opened = show(TEXT, width=360)
    install(opened)
    return opened


@pytest.fixture
def told(view: ArticleView) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view)


@pytest.fixture
def listening() -> Iterator[type[QAccessible]]:
    """A screen reader that says it is there."""
    QAccessible.setActive(True)
    yield QAccessible
    QAccessible.setActive(False)


@pytest.fixture
def events(listening: type[QAccessible], monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What is sent to screen readers: events live no longer than the call."""
    sent: list[tuple[object, ...]] = []

    def keep(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            sent.append(("said", event.message()))
        elif isinstance(event, QAccessibleTextSelectionEvent):
            sent.append(("selected", event.selectionStart(), event.selectionEnd()))
        elif isinstance(event, QAccessibleTextCursorEvent):
            sent.append(("caret", event.cursorPosition()))
        else:
            sent.append(("event", event.type()))

    monkeypatch.setattr(listening, "updateAccessibility", staticmethod(keep))
    return sent


def said(events: list[tuple[object, ...]]) -> list[object]:
    return [event[1] for event in events if event[0] == "said"]


def test_it_is_a_field_of_text_that_cannot_be_edited(told: QAccessibleInterface, view: ArticleView) -> None:
    assert told.role() == QAccessible.Role.EditableText
    state = told.state()
    assert state.readOnly and state.multiLine and state.selectableText and state.focusable and state.focused
    assert not state.editable
    assert told.text(QAccessible.Text.Name) == "Article"
    assert told.text(QAccessible.Text.Value) == TEXT
    assert told.editableTextInterface() is None
    assert told.actionInterface().actionNames() == ["SetFocus"]
    assert told.object() is view
    view.clearFocus()
    assert not told.state().focused


def test_it_is_called_by_its_title_in_the_language_of_the_window(told: QAccessibleInterface, view: ArticleView) -> None:
    view.set_title("Reuters: الميناء")
    assert told.text(QAccessible.Text.Name) == "Article: \u2068Reuters: الميناء\u2069"
    set_language("ar")
    QApplication.processEvents()
    assert told.text(QAccessible.Text.Name).endswith("\u2068Reuters: الميناء\u2069")
    assert not told.text(QAccessible.Text.Name).startswith("Article")


def test_no_child_lies_over_the_text(told: QAccessibleInterface, view: ArticleView) -> None:
    assert told.childCount() == 0 and told.child(0) is None
    middle = view.viewport().mapToGlobal(view.viewport().rect().center())
    assert told.childAt(middle.x(), middle.y()) is None


def test_the_voice_can_follow_the_article(told: QAccessibleInterface, view: ArticleView) -> None:
    view.setLocale(QLocale("ar"))
    attributes = told.attributesInterface()
    locale = QAccessible.Attribute.Locale
    assert list(attributes.attributeKeys()) == [locale]
    assert attributes.attributeValue(locale).language() == QLocale.Language.Arabic
    assert attributes.attributeValue(QAccessible.Attribute.Level) is None


def test_the_text_is_counted_as_qt_counts(told: QAccessibleInterface) -> None:
    text = told.textInterface()
    assert text.characterCount() == units(TEXT) > len(TEXT)
    assert text.text(0, text.characterCount()) == TEXT
    here = place("سامر")
    assert text.text(here, here + 4) == "سامر"
    assert text.text(here + 4, here) == "سامر"
    assert text.text(4, 6) == "😀"
    assert text.text(-5, 10_000) == TEXT


def test_the_caret_is_told_and_taken(told: QAccessibleInterface, view: ArticleView) -> None:
    text = told.textInterface()
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert text.cursorPosition() == place("الحلبي") == view.selected_range()[0] + 1
    text.setCursorPosition(place("موعده"))
    assert view.selected_range() == (TEXT.index("موعده"),) * 2
    text.setCursorPosition(99_999)
    assert view.selected_range()[0] == len(TEXT)
    text.setCursorPosition(5)
    assert view.selected_range()[0] == 4, "half an emoji is its beginning"


def test_a_selection_is_taken_but_never_counted(told: QAccessibleInterface, view: ArticleView) -> None:
    """PySide binds no `selection`: Qt would read two numbers that nobody wrote."""
    text = told.textInterface()
    text.addSelection(place("سامر"), place("سامر") + 4)
    assert view.selected_range() == (TEXT.index("سامر"), TEXT.index("سامر") + 4)
    assert text.selectionCount() == 0
    text.setSelection(0, place("ميناء"), place("ميناء") + 5)
    assert TEXT[slice(*view.selected_range())] == "ميناء"
    text.removeSelection(0)
    start, end = view.selected_range()
    assert start == end


def test_every_letter_has_its_place_on_the_screen(told: QAccessibleInterface, view: ArticleView) -> None:
    text = told.textInterface()
    viewport = view.viewport()
    frame = viewport.rect().translated(viewport.mapToGlobal(QPoint(0, 0)))
    for words in ("قال", "😀", "الحلبي", "موعده", "وأضاف"):
        rect = text.characterRect(place(words))
        assert frame.contains(rect) and rect.width() > 1
        assert text.offsetAtPoint(rect.center()) == place(words)
    end = text.characterRect(text.characterCount())
    assert frame.contains(end) and end.height() > 10
    assert text.offsetAtPoint(frame.topLeft() - QPoint(5, 5)) == -1


def test_a_place_far_away_is_scrolled_to(show: Show) -> None:
    long = "سطر من الكلام.\n" * 300
    view = show(long)
    install(view)
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    text.scrollToSubstring(len(long) - 20, len(long))
    assert view.viewport().rect().contains(view.span_rects(len(long) - 10, len(long) - 9)[0].toRect())


@pytest.mark.usefixtures("listening")
def test_a_screen_reader_hears_where_the_carets_paragraph_wraps(told: QAccessibleInterface, view: ArticleView) -> None:
    text = told.textInterface()
    lines = view.page.laid(0).lines
    assert len(lines) > 2
    heard = text.text(0, text.characterCount())
    assert units(heard) == units(TEXT)
    assert heard.split("\n")[0] == TEXT[: lines[0].end].rstrip()
    assert heard.count("\n") == len(lines)
    assert "".join(heard.split()) == "".join(TEXT.split())
    view.select(len(TEXT), len(TEXT))
    assert text.text(0, text.characterCount()) == TEXT


def test_marks_at_the_caret_are_the_description(told: QAccessibleInterface, view: ArticleView, mark: MakeMark) -> None:
    start = TEXT.index("سامر")
    view.set_marks([mark("claim", (start - 3, start + 20)), mark("actor", (start, start + 11))])
    assert told.text(QAccessible.Text.Description) == ""
    view.select(start + 1, start + 1)
    assert told.text(QAccessible.Text.Description) == "actor\nclaim"


def test_marks_are_said_as_the_caret_comes_and_goes(
    view: ArticleView, mark: MakeMark, events: list[tuple[object, ...]], qtbot: QtBot
) -> None:
    start = TEXT.index("سامر")
    view.set_marks([mark("claim", (start, start + 20)), mark("actor", (start + 5, start + 11))])
    forward = (view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(*forward)
    qtbot.waitUntil(lambda: said(events) == ["claim"])
    QTest.keyClick(*forward)
    qtbot.waitUntil(lambda: said(events) == ["claim", "actor"])
    QTest.keyClick(*forward)
    qtbot.waitUntil(lambda: said(events)[2:] == ["End of: actor"])
    assert [event[1] for event in events if event[0] == "caret"] == [place("سامر"), place("الحلبي"), place("إن")]
    assert not [event for event in events if event[0] == "selected"]


def test_a_selection_is_sent_and_said_once_it_rests(
    view: ArticleView, events: list[tuple[object, ...]], qtbot: QtBot
) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    start = TEXT.index("سامر")
    view.select(start, start)
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Left, shift)
    qtbot.waitUntil(lambda: said(events) == ["Selected: \u2068سامر\u2069"])
    assert ("selected", place("سامر"), place("سامر") + 4) in events
    QTest.keyClick(view, Qt.Key.Key_Right, shift)
    qtbot.waitUntil(lambda: said(events)[1:] == ["No longer selected: \u2068ر\u2069"])
    QTest.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: said(events)[2:] == ["Nothing selected"])


def test_a_chosen_mark_is_said_with_its_words(
    view: ArticleView, mark: MakeMark, events: list[tuple[object, ...]]
) -> None:
    start = TEXT.index("سامر")
    view.set_marks([mark("actor", (start, start + 4), (start + 5, start + 11))])
    view.set_selected_mark("actor")
    view.set_selected_mark("actor")
    view.set_selected_mark(None)
    assert said(events) == ["actor: \u2068سامر الحلبي\u2069"]


def test_another_article_begins_anew(
    told: QAccessibleInterface, view: ArticleView, events: list[tuple[object, ...]], qtbot: QtBot
) -> None:
    view.select(3, 9)
    view.set_article("نص آخر", "rtl")
    assert events[-1] in (("caret", 0), ("selected", 0, 0))
    assert told.textInterface().characterCount() == 6
    qtbot.wait(250)
    assert said(events) == []


def test_nothing_is_said_where_nobody_listens(view: ArticleView, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not QAccessible.isActive()
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda _: pytest.fail("nobody listens"))
    view.select(2, 5)
    announce(view, "something")


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ((0, 0), (0, 0), ""),
        ((3, 3), (7, 7), ""),
        ((0, 3), (5, 5), "Nothing selected"),
        ((0, 0), (0, 3), "Selected: one"),
        ((0, 3), (0, 7), "Selected: two"),
        ((4, 7), (0, 7), "Selected: one"),
        ((0, 7), (0, 3), "No longer selected: two"),
        ((0, 7), (4, 7), "No longer selected: one"),
        ((0, 3), (8, 13), "Selected: three"),
    ],
)
def test_what_changed_in_a_selection(before: tuple[int, int], now: tuple[int, int], words: str) -> None:
    assert selection_words("one two three", before, now) == words


def test_a_long_selection_is_cut_short() -> None:
    assert len(selection_words("كلمة " * 1_000, (0, 0), (0, 5_000))) < MOST_GRAPHEMES + 40


@pytest.mark.usefixtures("listening")
def test_a_view_that_goes_takes_its_interface_along(qapp: QApplication) -> None:
    for _ in range(3):
        view = ArticleView()
        view.set_article(TEXT, "rtl")
        view.show()
        early = QAccessible.queryAccessibleInterface(view)
        del early
        install(view)
        interface = QAccessible.queryAccessibleInterface(view)
        text = interface.textInterface()
        assert text.characterCount() == units(TEXT)
        view.select(0, 4)
        view.close()
        page = ref(view.page)
        view.deleteLater()
        QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
        qapp.processEvents()
        assert not isValid(view) and not isValid(interface)
        del view
        gc.collect()
        assert page() is None, "what PySide keeps of the interface keeps the page"
