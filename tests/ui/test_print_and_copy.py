"""From the window to paper, to a PDF and to the clipboard."""

import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QColor, QGuiApplication, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.domain.document import Origin
from annotator.errors import Cancelled, InputError
from annotator.ui import print_and_copy
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.theme import ThemeChoice, Themes

TEXT = "قال وزير النقل سامر الحلبي إن «الميناء»، بحسب الوزارة، سيُفتح في موعده مع شركة Delta Ports.\n" * 60


@pytest.fixture
def window(tmp_path: Path, theme_switch: Themes) -> Iterator[MainWindow]:
    """A long article with marks on the page."""
    theme_switch.choose("light")
    with Project.create(tmp_path / "p.musnad") as project:
        origin = Origin(publisher="وكالة النورس", published="2026-03-03", url="https://example.org/a")
        document = project.add_document(TEXT, title="الميناء: يُفتح/في موعده؟", origin=origin)
        project.annotate(document.id, (4, 27), "actor")
        project.annotate(document.id, [(28, 40), (55, 70)], "claim")
    opened = open_window(tmp_path / "p.musnad")
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Waits until long work has come home."""

    def wait(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: len(window.features.transfers().tasks) == 0, timeout=20_000)

    return wait


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """Whoever is asked for a name types this one; answers what was proposed."""
    proposed: list[str] = []

    def choose(dialog: QFileDialog) -> int:
        proposed.extend(dialog.selectedFiles())
        if path is not None:
            dialog.selectFile(str(path))
        return int(path is not None)

    monkeypatch.setattr(QFileDialog, "exec", choose)
    return proposed


def pages_of(pdf: bytes) -> list[bytes]:
    return re.findall(rb"/Type /Page\n", pdf)


def streams_of(pdf: bytes) -> list[bytes]:
    """What the pages paint, unpacked."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    unpacked = []
    for stream in packed:
        try:
            unpacked.append(zlib.decompress(stream))
        except zlib.error:
            unpacked.append(stream)
    return unpacked


def test_a_pdf_is_saved_without_a_printer(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settle: Callable[[MainWindow], None]
) -> None:
    proposed = answer(monkeypatch, tmp_path / "saved")
    window.registry.run("file.save_pdf")
    settle(window)
    pdf = (tmp_path / "saved.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")
    assert len(pages_of(pdf)) >= 3
    assert re.search(rb"/MediaBox \[0 0 59[45]\S* 84[12]\S*\]", pdf) or b"612" in pdf
    # Letters, and not pictures of them.
    assert sum(stream.count(b"Tj") for stream in streams_of(pdf)) > 100
    assert b"/Subtype /Image" not in pdf
    assert "saved.pdf" in window.messages.text.text()
    assert [Path(name).name for name in proposed] == ["الميناء يُفتح في موعده؟.pdf"]
    assert sorted(path.name for path in tmp_path.glob("*.part")) == []


def test_a_file_that_is_there_is_kept_until_the_new_one_is_whole(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settle: Callable[[MainWindow], None]
) -> None:
    target = tmp_path / "old.pdf"
    target.write_text("old")
    answer(monkeypatch, target)

    def stopped(*_: object) -> bool:
        raise Cancelled

    with monkeypatch.context() as patch:
        patch.setattr(print_and_copy, "print_booklet", stopped)
        window.registry.run("file.save_pdf")
        settle(window)
    assert target.read_text() == "old"
    window.registry.run("file.save_pdf")
    settle(window)
    assert target.read_bytes().startswith(b"%PDF-")


def test_what_stands_in_the_way_is_named(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settle: Callable[[MainWindow], None]
) -> None:
    answer(monkeypatch, tmp_path / "nowhere" / "a.pdf")
    window.registry.run("file.save_pdf")
    settle(window)
    assert "There is no folder" in window.messages.text.text() and "nowhere" in window.messages.text.text()


def test_nobody_who_changes_their_mind_gets_a_file(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, None)
    window.registry.run("file.save_pdf")
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: 0)
    window.registry.run("file.print")
    assert len(window.features.transfers().tasks) == 0
    assert list(tmp_path.glob("*.pdf")) == []


def print_to(monkeypatch: pytest.MonkeyPatch, path: Path, prepare: Callable[[QPrinter], None]) -> None:
    """Whoever is asked for a printer chooses a file, and what `prepare` sets."""

    def choose(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        prepare(printer)
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", choose)


@pytest.mark.parametrize(
    ("first", "last", "copies", "pages"), [(0, 0, 1, None), (2, 2, 1, 1), (1, 2, 1, 2), (2, 99, 1, -1)]
)
def test_the_pages_that_were_asked_for_are_printed(
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settle: Callable[[MainWindow], None],
    first: int,
    last: int,
    copies: int,
    pages: int | None,
) -> None:
    def prepare(printer: QPrinter) -> None:
        printer.setFromTo(first, last)
        printer.setCopyCount(copies)

    print_to(monkeypatch, tmp_path / "all.pdf", lambda _: None)
    window.registry.run("file.print")
    settle(window)
    every = len(pages_of((tmp_path / "all.pdf").read_bytes()))
    assert every >= 3
    print_to(monkeypatch, tmp_path / "some.pdf", prepare)
    window.registry.run("file.print")
    settle(window)
    wanted = every if pages is None else every - 1 if pages == -1 else pages
    assert len(pages_of((tmp_path / "some.pdf").read_bytes())) == wanted
    assert "sent to the printer" in window.messages.text.text()


def test_pages_that_are_not_there_are_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settle: Callable[[MainWindow], None]
) -> None:
    print_to(monkeypatch, tmp_path / "none.pdf", lambda printer: printer.setFromTo(77, 80))
    window.registry.run("file.print")
    settle(window)
    assert "There is no page 77" in window.messages.text.text()


def test_the_order_and_the_copies_are_the_printers_wish(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    assert print_and_copy.asked_for(printer, 3) == [0, 1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert print_and_copy.asked_for(printer, 3) == [2, 1, 0]
    printer.setFromTo(2, 3)
    assert print_and_copy.asked_for(printer, 9) == [2, 1]
    with pytest.raises(InputError, match="ends with page 1"):
        print_and_copy.asked_for(printer, 1)


def test_paper_is_white_whatever_the_window_looks_like(window: MainWindow, theme_switch: Themes) -> None:
    theme_switch.choose("dark")
    shown = print_and_copy.shown_article(window)
    assert shown is not None
    snapshot = print_and_copy.make_snapshot(window, *shown, on_paper=True)
    assert snapshot.colors.page == QColor("white") and snapshot.colors.ink == QColor("black")
    dark = print_and_copy.make_snapshot(window, *shown, on_paper=False)
    assert dark.colors == theme_switch.theme.page
    assert [mark.style for mark in snapshot.marks] != [mark.style for mark in dark.marks]


def test_the_heading_says_what_is_known(window: MainWindow) -> None:
    shown = print_and_copy.shown_article(window)
    assert shown is not None
    heading = print_and_copy.make_heading(*shown)
    assert heading.title == "الميناء: يُفتح/في موعده؟"
    assert "وكالة النورس" in heading.facts[0] and "3 March 2026" in heading.facts[0]
    assert "https://example.org/a" in heading.facts[0]
    assert "2 marks" in heading.facts[1] and "layla" in heading.facts[1]
    set_language("ar")
    assert "٣ مارس ٢٠٢٦" in print_and_copy.make_heading(*shown).facts[0]


def test_a_page_is_as_large_as_the_margins_leave_it(window: MainWindow) -> None:
    del window
    layout = print_and_copy.page_layout()
    assert layout.isValid() and layout.orientation() == QPageLayout.Orientation.Portrait
    assert layout.margins(QPageLayout.Unit.Millimeter).left() == pytest.approx(
        QMarginsF(print_and_copy.MARGINS).left(), abs=0.5
    )


def test_the_clipboard_gets_the_marks_as_html_and_the_stored_text(
    window: MainWindow, settle: Callable[[MainWindow], None]
) -> None:
    assert window.session is not None
    window.workspace.article.select(4, 60)
    window.registry.run("edit.copy_html")
    settle(window)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == TEXT[4:60]
    ids = [span.id for span in window.session.spans]
    assert all(f'data-mark="{name}"' in data.html() for name in ids)
    assert 'lang="ar" dir="rtl"' in data.html()
    window.workspace.article.clear_selection()
    window.registry.run("edit.copy_html")
    settle(window)
    assert QGuiApplication.clipboard().mimeData().text() == TEXT


def test_the_clipboard_gets_a_picture_in_the_colours_of_the_page(
    window: MainWindow, settle: Callable[[MainWindow], None], theme_switch: Themes
) -> None:
    names: tuple[ThemeChoice, ...] = ("light", "dark")
    for name in names:
        theme_switch.choose(name)
        window.workspace.article.select(4, 60)
        window.registry.run("edit.copy_picture")
        settle(window)
        image = QGuiApplication.clipboard().image()
        assert image.pixelColor(3, 3) == theme_switch.theme.page.page
        assert image.width() > 2 * window.workspace.article.page.width
    window.workspace.article.clear_selection()
    window.registry.run("edit.copy_picture")
    settle(window)
    assert QGuiApplication.clipboard().image().height() > 2 * image.height()


def test_without_an_article_there_is_nothing_to_print_or_copy(window: MainWindow) -> None:
    window.close_project()
    for name in ("file.print", "file.save_pdf", "edit.copy_html", "edit.copy_picture"):
        assert not window.registry.action(name).isEnabled()
