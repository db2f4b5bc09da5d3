"""The lines above the article, and what they open into."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.domain.document import IntakeNote, Origin
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.about import hidden_in, language_title, note_told
from annotator.ui.panels.document_details import DocumentDetails
from annotator.ui.panels.origins import Address
from annotator.ui.theme import themes

TEXT = "قال \u202bالوزير (Minister) اليوم\u202c وأضاف\u200f.\nونفت الوزارة ذلك."
HOSTILE = "المرفق: تقرير\u202egpj.exe\u202c ثم."
ORIGINS = (
    Origin(
        url="https://one.example/a/very/long/address/of/an/article", publisher="وكالة النورس", published="2026-03-03"
    ),
    Origin(url="file:///etc/passwd", publisher="Meridian Wire", path="مقال.txt"),
)
NOTES = (IntakeNote(kind="encoding", detail="windows-1256"), IntakeNote(kind="newlines", detail="CRLF", count=2))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two articles: one with all there is to know of it, one with a trap in it."""
    place = tmp_path / "p.musnad"
    with Project.create(place, annotator="layla") as project:
        first = project.add_document(TEXT, title="الوزير ينفي", origin=ORIGINS[0], intake=NOTES)
        project.add_document(TEXT, origin=ORIGINS[1])
        project.annotate(first.id, (0, 3), "cue")
        project.add_document(HOSTILE, title="\u202egpj.exe")
    return place


@pytest.fixture
def open_(qtbot: QtBot, path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Opens the project in a window of some size: `open_(width, height)`."""
    windows: list[MainWindow] = []

    def open_one(width: int = 1200, height: int = 820) -> MainWindow:
        window = open_window(path, annotator="layla")
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(
            lambda: "words" in window.workspace.header.facts.text or "كلم" in window.workspace.header.facts.text
        )
        return window

    yield open_one
    for window in windows:
        window.close()


def opened(window: MainWindow) -> DocumentDetails:
    """The details, opened with the mouse."""
    header = window.workspace.header
    QTest.mouseClick(header.chevron, LEFT)
    assert header.details.isVisible()
    return header.details


def told(details: DocumentDetails) -> str:
    """Everything that the details say in labels, without isolates and marks."""
    # What was added to a layout is shown when the window has time for it.
    QApplication.processEvents()
    labels = [label.text() for label in details.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels).translate(dict.fromkeys(map(ord, "\u2068\u2069\u200e\u200f")))


def test_two_lines_say_what_matters(open_: Callable[..., MainWindow]) -> None:
    header = open_().workspace.header
    facts = header.facts.text.translate(dict.fromkeys(map(ord, "\u2068\u2069")))
    assert header.title.text == "الوزير ينفي"
    assert facts.split("   ·   ") == ["وكالة النورس", "3 March 2026", "8 words", "1 mark"]
    assert header.findChild(DocumentDetails) is None


def test_balanced_embeddings_are_information_and_overrides_a_warning(
    open_: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_()
    session, header = window.session, window.workspace.header
    assert session is not None
    qtbot.waitUntil(lambda: header.hidden.isVisible() and header.hidden.text() == "3 hidden characters")
    assert "⚠" not in told(opened(window)) and "right-to-left embedding × 1" in told(header.details)
    window.open_document(session.summaries()[1].id)
    qtbot.waitUntil(lambda: header.hidden.text().startswith("⚠ 1 direction override"))
    qtbot.waitUntil(lambda: "without" in header.hidden.text())
    assert header.hidden.palette().windowText().color() == themes().theme.color("warning")
    assert "right-to-left override × 1" in told(header.details)
    assert "end of embedding or override × 1" in told(header.details)


def test_an_override_in_a_title_has_no_effect(open_: Callable[..., MainWindow]) -> None:
    window = open_()
    session, title = window.session, window.workspace.header.title
    assert session is not None
    window.open_document(session.summaries()[1].id)
    shown = _ink(title)
    title.set_text("[RLO]gpj.exe", "ltr", "rtl")
    assert _ink(title) == shown


def _ink(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_the_details_tell_everything_that_is_known(open_: Callable[..., MainWindow]) -> None:
    details = opened(open_())
    all_of_it = told(details)
    for part in (
        "وكالة النورس · 3 March 2026",
        "Meridian Wire · file \u2066مقال.txt",
        "8 words · 55 characters",
        "RLE  right-to-left embedding × 1",
        "Read as windows-1256",
        "2 line ends (CRLF) were made alike",
    ):
        assert part in all_of_it
    assert details.title.text() == "الوزير ينفي"
    assert details.languages.currentText() == "Arabic"
    assert details.direction.button("auto").isChecked()
    assert details.direction.button("auto").text() == "Automatic: right to left"
    assert details.status.button("doing").isChecked()


def test_an_address_is_opened_only_by_a_click_and_only_on_the_web(
    open_: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url))
    details = opened(open_())
    web, local = details.findChildren(Address)
    assert not asked and not local.isEnabled()
    QTest.mouseClick(local, LEFT)
    QTest.mouseClick(web, LEFT)
    assert asked == [QUrl(ORIGINS[0].url or "")]
    copy = details.findChildren(QWidget, "origin_copy")[1]
    details.ensureWidgetVisible(copy)
    QTest.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == ORIGINS[1].url


def test_the_direction_is_chosen_saved_and_undone(open_: Callable[..., MainWindow]) -> None:
    window = open_()
    session = window.session
    assert session is not None and session.document is not None
    details = opened(window)
    before = window.workspace.article.span_rects(0, 3)[0].left()
    QTest.mouseClick(details.direction.button("ltr"), LEFT)
    assert session.document.direction == session.direction == "ltr"
    assert window.workspace.article.span_rects(0, 3)[0].left() < before
    assert details.direction.button("ltr").isChecked()
    window.registry.run("edit.undo")
    assert session.document.direction is None and session.direction == "rtl"
    assert details.direction.button("auto").isChecked()
    assert window.workspace.article.span_rects(0, 3)[0].left() == before


def test_title_language_and_status_are_changed_where_they_are_shown(open_: Callable[..., MainWindow]) -> None:
    window = open_()
    session = window.session
    assert session is not None and session.document is not None
    details = opened(window)
    details.title.setFocus()
    details.title.selectAll()
    QTest.keyClicks(details.title, " Minister  denies ")
    QTest.keyClick(details.title, Qt.Key.Key_Return)
    assert session.document.title == window.workspace.header.title.text == "Minister denies"
    assert session.summaries()[0].title == "Minister denies"
    details.languages.setFocus()
    QTest.keyClick(details.languages, Qt.Key.Key_Down)
    assert session.document.language == "fa"
    details.ensureWidgetVisible(details.status)
    QTest.mouseClick(details.status.button("done"), LEFT)
    assert session.status == "done"


def test_a_title_that_is_wiped_out_comes_back(open_: Callable[..., MainWindow]) -> None:
    window = open_()
    details = opened(window)
    details.title.setFocus()
    details.title.clear()
    QTest.keyClick(details.title, Qt.Key.Key_Return)
    assert details.title.text() == "الوزير ينفي"
    assert window.session is not None and window.session.document is not None
    assert window.session.document.title == "الوزير ينفي"


def test_outlet_author_and_day_can_be_written(open_: Callable[..., MainWindow]) -> None:
    window = open_(1200, 900)
    details = opened(window)
    session = window.session
    assert session is not None and session.document is not None
    assert (details.lines["publisher"].text(), details.lines["published"].text()) == ("وكالة النورس", "2026-03-03")
    for field, value in (("publisher", "قافلة"), ("author", "ليلى حداد"), ("published", "2026-04-05")):
        details.ensureWidgetVisible(details.lines[field])
        details.lines[field].setFocus()
        details.lines[field].selectAll()
        details.lines[field].insert(value)
        QTest.keyClick(details.lines[field], Qt.Key.Key_Return)
    origin = session.document.origins[0]
    assert (origin.publisher, origin.author, origin.published) == ("قافلة", "ليلى حداد", "2026-04-05")
    assert session.summaries()[0].publisher == "قافلة"
    session.undo()
    assert details.lines["published"].text() == "2026-03-03" or details.lines["published"].hasFocus()
    details.lines["published"].setFocus()
    details.lines["published"].selectAll()
    QTest.keyClicks(details.lines["published"], "31 March")
    QTest.keyClick(details.lines["published"], Qt.Key.Key_Return)
    assert "31 March" in window.messages.text.text()
    assert session.document.origins[0].published == "2026-03-03"


def test_a_title_with_an_override_is_not_changed_by_looking_at_it(
    open_: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_()
    session = window.session
    assert session is not None
    window.open_document(session.summaries()[1].id)
    details = opened(window)
    assert "\u202e" not in details.title.text() and "gpj.exe" in details.title.text()
    details.title.setFocus()
    QTest.keyClick(details.title, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(details.changed):
        window.workspace.article.setFocus()
    assert session.document is not None and session.document.title == "\u202egpj.exe"
    details.title.setFocus()
    QTest.keyClick(details.title, Qt.Key.Key_End)
    QTest.keyClicks(details.title, "?")
    QTest.keyClick(details.title, Qt.Key.Key_Return)
    assert session.document.title == "gpj.exe?"


def test_a_warning_gives_way_in_a_narrow_window(open_: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_(860, 700)
    session, hidden = window.session, window.workspace.header.hidden
    assert session is not None
    window.open_document(session.summaries()[1].id)
    qtbot.waitUntil(lambda: hidden.text().startswith("⚠"))
    qtbot.wait(20)
    cut = hidden.text()
    assert cut.endswith("…") and hidden.fontMetrics().horizontalAdvance(cut) <= hidden.width()
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: hidden.text().endswith("effect"))


def test_who_may_only_read_changes_nothing(qtbot: QtBot, path: Path) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_project(Project.open(path, annotator="layla", read_only=True))
    window.workspace.complete()
    window.show()
    details = opened(window)
    for widget in (details.title, details.languages, details.direction, details.status):
        assert not widget.isEnabled()
    window.close()


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("size", [(1440, 900), (1000, 700)])
def test_the_header_stands_above_the_text_and_leaves_it_room(
    open_: Callable[..., MainWindow], qtbot: QtBot, size: tuple[int, int], code: str
) -> None:
    set_language("ar" if code == "ar" else "en")
    window = open_(*size)
    article, header = window.workspace.article, window.workspace.header
    details = opened(window)

    def is_settled() -> bool:
        left = article.viewport().mapTo(window, QPoint(article.column_left, 0)).x()
        title = header.title.mapTo(window, QPoint(header.title.width(), 0)).x()
        is_aligned = title == max(left + article.page.width, 0) or article.column_left < 20
        return is_aligned and article.height() >= 150

    qtbot.waitUntil(is_settled)
    above, within = header.parentWidget(), details.widget()
    assert above is not None and within is not None
    assert details.height() <= above.height() / 2
    assert within.width() <= details.viewport().width()
    for label in details.findChildren(QLabel):
        assert label.width() >= min(label.minimumSizeHint().width(), 40)
    assert header.mapTo(window, QPoint(0, 0)).x() == article.mapTo(window, QPoint(0, 0)).x()


def test_the_language_of_the_window_is_followed(open_: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_()
    details = opened(window)
    set_language("ar")
    qtbot.waitUntil(lambda: "كلم" in told(details))
    assert "مارس" in told(details)
    assert details.status.button("done").text() == "منجز"


def test_the_list_the_header_and_the_page_agree_on_a_direction(open_: Callable[..., MainWindow]) -> None:
    window = open_()
    session = window.session
    assert session is not None and session.document is not None
    rows = window.workspace.documents.rows
    # Mixed letters: the document decides, though the title begins in Latin and has more of it.
    session.say_about(session.document.id, "title", "Reuters and others: الوزير")
    assert rows.title_direction(session.summaries()[0]) == "rtl" == session.directions.of_title(session.document)
    session.say_about(session.document.id, "title", "Minister denies")
    assert rows.title_direction(session.summaries()[0]) == "ltr" == session.directions.of_title(session.document)
    session.say_about(session.document.id, "direction", "rtl")
    assert rows.title_direction(session.summaries()[0]) == "rtl" == session.directions.of_title(session.document)


def test_the_words_for_what_is_known() -> None:
    assert language_title("ckb") == "Central Kurdish"
    assert language_title("de-AT") == "\u2068de-AT\u2069"
    assert note_told(IntakeNote(kind="bom", count=1)) == "A byte order mark at the beginning was left out"
    assert note_told(IntakeNote(kind="controls", count=3)).startswith("3 control characters")
    assert hidden_in("قال").told() == "" and hidden_in("قال").lines() == []
    counted = hidden_in("\u202e\u200f\u200f\u202d")
    assert (counted.overrides, counted.told()) == (2, "⚠ 2 direction overrides, shown without their effect")
    assert [line.split("  ")[0] for line in counted.lines()] == [
        "\u2068LRO\u2069",
        "\u2068RLO\u2069",
        "\u2068RLM\u2069",
    ]


def titles(window: MainWindow) -> list[str]:
    assert window.session is not None
    return [item.title for item in window.session.summaries()]


def test_who_goes_on_while_writing_a_title_wrote_that_of_the_article_before(open_: Callable[..., MainWindow]) -> None:
    window = open_()
    before = titles(window)
    details = opened(window)
    details.title.setFocus()
    QTest.keyClick(details.title, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert details.title.text() != before[0]
    window.workspace.article.setFocus()
    assert titles(window) == before
    QTest.keyClick(window.workspace.article, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    details.title.setFocus()
    details.title.selectAll()
    QTest.keyClicks(details.title, "new")
    QTest.keyClick(details.title, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    window.workspace.article.setFocus()
    assert titles(window) == ["new", *before[1:]]


def test_a_title_that_is_being_written_is_kept_when_the_project_closes(open_: Callable[..., MainWindow]) -> None:
    window = open_()
    assert window.session is not None
    path = window.session.project.path
    details = opened(window)
    details.title.setFocus()
    details.title.selectAll()
    QTest.keyClicks(details.title, "new")
    window.close()
    with Project.open(path) as project:
        assert project.documents()[0].title == "new"
