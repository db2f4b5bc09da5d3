"""The article as it leaves the window, with its marks: for a printer, a PDF, or the clipboard as picture or HTML.

Laying out and painting happen off the window's thread.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QStandardPaths, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QFileDialog

from annotator import paths
from annotator.domain.document import Document, Origin
from annotator.domain.scheme import title_in
from annotator.errors import InputError
from annotator.services.files import check_target, written_whole
from annotator.ui.article.article_snapshot import ArticleSnapshot, own_font
from annotator.ui.article.html import marked_html
from annotator.ui.article.marks import Mark
from annotator.ui.article.picture import picture
from annotator.ui.article.print_pages import PER_POINT, TEXT, Booklet, Heading, print_booklet
from annotator.ui.clipboard import put_html
from annotator.ui.i18n import date, file_kinds, isolate, language, tr, tr_n, ui_direction
from annotator.ui.session import Session
from annotator.ui.shell import Shell
from annotator.ui.tasks import Task
from annotator.ui.theme import Theme, load_theme, themes

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


MARGINS = QMarginsF(20, 18, 20, 16)
"""Millimetres of paper left free."""

_BETWEEN = "   ·   "
MOST_ORIGINS = 5
LONGEST_NAME = 80
"""Characters of a title that make a file's name."""


def print_article(shell: Shell) -> None:
    """Ask for a printer and print the article."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    shown = shown_article(shell)
    if shown is None:
        return
    session, document = shown
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    printer.setCreator("Musnad")
    printer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, shell.over)
    accepted = dialog.exec()
    dialog.deleteLater()
    if not accepted:
        return
    if printer.outputFileName():
        check_target(Path(printer.outputFileName()))
    snapshot, heading = make_snapshot(shell, session, document, on_paper=True), make_heading(session, document)

    def work(task: Task) -> None:
        booklet = Booklet(snapshot, heading, printer.pageLayout(), task.progress)
        pages = asked_for(printer, len(booklet.pages))
        if not print_booklet(booklet, printer, pages, task.progress, printer.abort):
            raise InputError("The printer does not take the article. See whether it is on, or save it as a PDF.")

    told = tr("The article was sent to the printer.")
    shell.tasks.run(work, lambda _: shell.messages.tell("success", told), label=tr("Printing"))


def save_pdf(shell: Shell) -> None:
    """Ask for a name and save the article as a PDF; needs no printer."""
    shown = shown_article(shell)
    if shown is None:
        return
    session, document = shown
    path = _ask_for_name(shell, document.title)
    if path is None:
        return
    snapshot, heading = make_snapshot(shell, session, document, on_paper=True), make_heading(session, document)

    def work(task: Task) -> Path:
        write_pdf(path, snapshot, heading, task)
        return path

    def tell(written: Path) -> None:
        shell.messages.tell("success", tr("Saved: {path}", path=str(written)))

    shell.tasks.run(work, tell, label=tr("Saving the PDF"))


def write_pdf(path: Path, snapshot: ArticleSnapshot, heading: Heading, task: Task) -> None:
    """Write the article to `path`, whole or not at all; InputError names what is in the way."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setTitle(heading.title)
    writer.setCreator("Musnad")
    writer.setPageLayout(page_layout())
    booklet = Booklet(snapshot, heading, writer.pageLayout(), task.progress)
    if not print_booklet(booklet, writer, range(len(booklet.pages)), task.progress):
        raise InputError("{path} cannot be written: {reason}.", path=path, reason="PDF")
    with written_whole(path) as stream:
        stream.write(held.data().data())


def copy_picture(shell: Shell) -> None:
    """Put the selected lines on the clipboard as a picture; the whole article where nothing is selected."""
    shown = shown_article(shell)
    if shown is None:
        return
    snapshot = make_snapshot(shell, *shown, on_paper=False)
    start, end = _stretch(shell, shown[1])
    width = shell.article.page.width

    def work(task: Task) -> QImage:
        return picture(snapshot, start, end, width, task.progress)

    def keep(image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        shell.messages.tell("info", tr("Copied as a picture."))

    shell.tasks.run(work, keep, label=tr("Painting the picture"))


def copy_html(shell: Shell) -> None:
    """Put the selected text on the clipboard with its marks; the whole article where nothing is selected."""
    shown = shown_article(shell)
    if shown is None:
        return
    session, document = shown
    marks = _marks(session, paper_theme())
    part = _stretch(shell, document)
    rtl, ui = session.direction == "rtl", language()

    def work(task: Task) -> str:
        task.progress(0, 0)
        return marked_html(document.text, marks, part, rtl, document.language, ui)

    def keep(html: str) -> None:
        put_html(html, document.text[slice(*part)])
        shell.messages.tell("info", tr("Copied with its marks."))

    shell.tasks.run(work, keep, label=tr("Copying"))


def shown_article(shell: Shell) -> tuple[Session, Document] | None:
    """The article on the page, if there is one."""
    session = shell.session
    return (session, session.document) if session is not None and session.document is not None else None


def _stretch(shell: Shell, document: Document) -> tuple[int, int]:
    """Return the selected stretch, or everything (code points)."""
    start, end = shell.article.selected_range()
    return (start, end) if start < end else (0, len(document.text))


def paper_theme() -> Theme:
    """Paper is white, whatever the window looks like."""
    theme = load_theme("light")
    theme.page = replace(theme.page, page=QColor(Qt.GlobalColor.white), ink=QColor(Qt.GlobalColor.black))
    return theme


def _marks(session: Session, theme: Theme) -> tuple[Mark, ...]:
    titles = {label.key: title_in(label.title, language(), label.key) for label in session.scheme.labels}
    styles = {label.key: theme.mark_style(label) for label in session.scheme.labels}
    return tuple(Mark(span.id, span.parts, titles[span.label], styles[span.label]) for span in session.spans)


def make_snapshot(shell: Shell, session: Session, document: Document, *, on_paper: bool) -> ArticleSnapshot:
    """The article as it is now, in the window's size and colours or in those for paper."""
    article = shell.article
    theme = paper_theme() if on_paper else themes().theme
    return ArticleSnapshot(
        text=document.text,
        rtl=session.direction == "rtl",
        marks=_marks(session, theme),
        font=own_font(article.page.type.font, round(TEXT * PER_POINT) if on_paper else None),
        interface=own_font(shell.over.font()),
        mirrored=ui_direction() == "rtl",
        tags=article.shows_tags,
        colors=theme.page,
    )


def make_heading(session: Session, document: Document) -> Heading:
    """Title, origins, and whose marks they are."""
    facts = [
        tr_n("{n} marks", len(session.spans)),
        tr("Marked by {name}", name=session.project.annotator),
    ]
    origins = [_origin(origin) for origin in document.origins[:MOST_ORIGINS]]
    return Heading(document.title, (*filter(None, origins), _BETWEEN.join(facts)))


def _origin(origin: Origin) -> str:
    """Return an origin in words: publisher, day, address."""
    known = (
        isolate(origin.publisher) if origin.publisher else "",
        date(origin.published) if origin.published else "",
        isolate(origin.url) if origin.url else "",
    )
    return _BETWEEN.join(filter(None, known))


def page_layout() -> QPageLayout:
    """The paper that people here use."""
    letter = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, MARGINS, QPageLayout.Unit.Millimeter)


def asked_for(printer: "QPrinter", count: int) -> list[int]:
    """The pages to print, counted from 0, in the printer's order, with the copies that it cannot make itself."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = list(range(first - 1, min(last, count)))
    if not pages:
        raise InputError("There is no page {first}: the article ends with page {pages}.", first=first, pages=count)
    if printer.pageOrder() == printer.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return pages * copies if printer.collateCopies() else [page for page in pages for _ in range(copies)]


def _ask_for_name(shell: Shell, title: str) -> Path | None:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    folder = folder if paths.exists(folder) else paths.home() or Path.cwd()
    kinds = file_kinds(tr("PDF files"), "*.pdf")
    dialog = QFileDialog(shell.over, tr("Save as PDF"), str(folder), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Asked for by the dialog itself, so that it warns of a file that is there already.
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(f"{_file_name(title)}.pdf")
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _file_name(title: str) -> str:
    """The title without what some system does not let stand in a file's name."""
    allowed = "".join(" " if char in '<>:"/\\|?*' or not char.isprintable() else char for char in title)
    return " ".join(allowed.split())[:LONGEST_NAME].strip(" .") or tr("Article")
