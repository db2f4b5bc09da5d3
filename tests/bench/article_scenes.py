"""Shows one article in one widget, does what a reader does, and says how long each step took.

    python article_scenes.py musnad|bare|extra open|work FOLDER

`musnad` is the article view with all marks, `bare` a read-only QTextEdit without any, `extra` that same
QTextEdit with every mark as an ExtraSelection. The scene `open` shows the article in a new window; `work` shows
a short one first, then this one, and goes on to jump, repaint and mark. FOLDER holds `article.txt`, `marks.json`.
Prints one JSON object: seconds by step, and `memory`, the peak in MiB.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from bisect import insort
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTextEdit

if TYPE_CHECKING:
    from annotator.domain.scheme import Underline
    from annotator.domain.span import Parts

SIZE = (1200, 800)
POINTS = 17.0
MARKS = 9
SHORT = "قال الوزير إن الميناء سيفتح في موعده (Reuters) 15% ٢٠٢٤ «نعم» كَتَبَ، لله؛ وُقِّعَ.\n" * 30
REPAINTS = 41


class Reader(Protocol):
    """A widget to read in, and what is asked of it."""

    @property
    def widget(self) -> QAbstractScrollArea: ...

    def show_article(self, text: str) -> None: ...
    def jump(self, offset: int) -> None: ...
    def add_mark(self, start: int, end: int) -> None: ...


class Musnad:
    """The article view, given the spans as the workspace gives them."""

    def __init__(self, parts: list[Parts]) -> None:
        from PySide6.QtGui import QColor

        from annotator.ui.article.marks import Mark, MarkStyle
        from annotator.ui.article.view import ArticleView

        self._mark = Mark
        looks: tuple[Underline, ...] = ("solid", "wavy", "dashed")
        fills = QColor(47, 109, 181, 36), QColor(47, 109, 181, 70)
        self._styles = [MarkStyle(QColor("#215c9e"), *fills, look) for look in looks]
        self._parts = parts
        self._marks: list[Mark] = []
        self.widget = ArticleView()
        self.widget.set_text_size(POINTS)

    def show_article(self, text: str) -> None:
        self.widget.set_article(text, "rtl")
        if text != SHORT:
            # Making the marks belongs to opening.
            self._marks = [
                self._mark(str(place), parts, "", self._styles[place % 3]) for place, parts in enumerate(self._parts)
            ]
            self.widget.set_marks(self._marks)

    def jump(self, offset: int) -> None:
        self.widget.ensure_visible(offset)

    def add_mark(self, start: int, end: int) -> None:
        mark = self._mark(f"new {start}", ((start, end),), "", self._styles[0])
        insort(self._marks, mark, key=lambda mark: mark.start)
        self.widget.set_marks(self._marks)


class Bare:
    """A read-only QTextEdit with the article's text, font and direction; nothing else."""

    def __init__(self, parts: list[Parts], selections: bool) -> None:
        from annotator.ui.article.typefaces import article_font

        self._parts = parts if selections else []
        self._selections: list[QTextEdit.ExtraSelection] = []
        self.widget = QTextEdit()
        self.widget.setReadOnly(True)
        self.widget.setFont(QFont(article_font(POINTS)))
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self.widget.document().setDefaultTextOption(option)

    def show_article(self, text: str) -> None:
        self.widget.setPlainText(text)
        if self._parts and text != SHORT:
            self._selections = [self._selection(*part) for parts in self._parts for part in parts]
            self.widget.setExtraSelections(self._selections)

    def _selection(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.widget.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        look = QTextCharFormat()
        look.setBackground(Qt.GlobalColor.yellow)
        selection.format = look
        return selection

    def jump(self, offset: int) -> None:
        cursor = self.widget.textCursor()
        cursor.setPosition(offset)
        self.widget.setTextCursor(cursor)
        self.widget.ensureCursorVisible()

    def add_mark(self, start: int, end: int) -> None:
        if self._selections:
            self._selections.append(self._selection(start, end))
            self.widget.setExtraSelections(self._selections)
        else:
            # It has no marks: what is measured is that it paints again.
            self.widget.viewport().update()


def read_parts(path: Path) -> list[Parts]:
    return [tuple((start, end) for start, end in parts) for parts in json.loads(path.read_text())]


def timed(do: Callable[[], object]) -> float:
    """Seconds until it is done and painted."""
    began = time.perf_counter()
    do()
    QApplication.processEvents()
    return time.perf_counter() - began


def shown(reader: Reader, text: str) -> None:
    reader.widget.resize(*SIZE)
    reader.show_article(text)
    reader.widget.show()


def repaint(reader: Reader) -> float:
    return median(timed(reader.widget.viewport().repaint) for _ in range(REPAINTS))


def work(reader: Reader, text: str) -> dict[str, float]:
    """Opens it after another article, jumps to the middle, repaints there, adds marks there."""
    shown(reader, SHORT)
    QApplication.processEvents()
    gc.collect()
    took = {"open again": timed(lambda: reader.show_article(text))}
    # The start of a paragraph, where there are any.
    middle = text.find("\n", len(text) // 2) + 1 or len(text) // 2
    took["jump"] = timed(lambda: reader.jump(middle))
    took["repaint"] = repaint(reader)
    took["mark"] = median(timed(partial(reader.add_mark, middle + at, middle + at + 9)) for at in range(MARKS))
    return took


def main(program: str, scene: str, folder: Path) -> None:
    text = (folder / "article.txt").read_text("utf-8")
    parts = [] if program == "bare" else read_parts(folder / "marks.json")
    application = QApplication([])
    reader: Reader = Musnad(parts) if program == "musnad" else Bare(parts, selections=program == "extra")
    gc.collect()
    took = {"open": timed(lambda: shown(reader, text))} if scene == "open" else work(reader, text)
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    print(json.dumps(took | {"memory": kilobytes / 1024}))
    reader.widget.close()
    application.processEvents()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
