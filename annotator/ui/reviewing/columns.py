"""Readings side by side: a column of the same article for each reader, gold in the middle, scrolled together."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from annotator.domain.annotator import GOLD
from annotator.domain.document import Direction
from annotator.domain.scheme import Scheme
from annotator.ui.article.view import ArticleView
from annotator.ui.i18n import literal
from annotator.ui.mark_sheet import Layer, MarkSheet
from annotator.ui.reader_icons import shape_icon
from annotator.ui.reader_looks import ReaderLook, reader_looks
from annotator.ui.reviewing.sheets import DIFFERS
from annotator.ui.reviewing.words import DifferenceWords
from annotator.ui.theme import themes

TEXT_PT = 13.0
"""Points of the text: several columns leave each of them few words a line."""


class _Column(QWidget):
    """One reader's article below their name."""

    def __init__(self, reader: str, text: str, direction: Direction) -> None:
        super().__init__()
        self.reader = reader
        self.sheet = MarkSheet()
        self.name = QToolButton()
        self.name.setProperty("flat", True)
        self.name.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.article = ArticleView()
        self.article.setObjectName(f"column_{reader}")
        self.article.marks_are_fixed = True
        self.article.set_text_size(TEXT_PT)
        self.article.set_page_colors(themes().theme.page)
        self.article.set_article(text, direction)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.name)
        lines.addWidget(self.article, 1)

    def show_layers(self, name: str, look: ReaderLook, layers: Sequence[Layer], scheme: Scheme) -> None:
        self.name.setText(literal(name))
        self.name.setIcon(shape_icon(look))
        self.article.set_title(name)
        self.article.set_marks(self.sheet.marks(layers, scheme))


class ReadingColumns(QWidget):
    """Lays readings beside each other; whoever scrolls one scrolls all, to the same line."""

    mark_clicked = Signal(str)
    """The id of a mark that was clicked in a column; empty for none."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self._columns: list[_Column] = []
        self._is_following = False

    def show_article(self, readers: Sequence[str], text: str, direction: Direction) -> None:
        """Make a column for each reader, and one for gold in the middle of them."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        order = [one for one in readers if one != GOLD]
        order.insert((len(order) + 1) // 2, GOLD)
        self._columns = [_Column(reader, text, direction) for reader in order]
        for column in self._columns:
            self._row.addWidget(column, 1)
            article = column.article
            article.verticalScrollBar().valueChanged.connect(lambda _, leader=article: self._follow(leader))
            article.mark_clicked.connect(lambda id: self.mark_clicked.emit(id.removesuffix(DIFFERS)))

    @property
    def articles(self) -> dict[str, ArticleView]:
        """Return each reader's article, in the order of the columns."""
        return {one.reader: one.article for one in self._columns}

    @property
    def middle(self) -> ArticleView:
        """Return the article of the gold reading."""
        return self.articles[GOLD]

    def show_layers(self, layers: Callable[[str], Sequence[Layer]], teller: DifferenceWords, scheme: Scheme) -> None:
        """Show everybody's marks under their names."""
        for column in self._columns:
            look = teller.looks.get(column.reader) or reader_looks([column.reader])[column.reader]
            column.show_layers(teller.name(column.reader), look, layers(column.reader), scheme)

    def choose(self, marks: dict[str, str], offset: int) -> None:
        """Let a mark stand out in each column (by reader), and scroll all of them to a place."""
        for column in self._columns:
            column.article.set_selected_mark(marks.get(column.reader))
        self.middle.ensure_visible(offset)
        self._follow(self.middle)

    def forget(self) -> None:
        """Make all marks anew: the theme is another."""
        for column in self._columns:
            column.sheet.forget()
            column.article.set_page_colors(themes().theme.page)

    def _follow(self, leader: ArticleView) -> None:
        """Scroll all other columns until the line at the top of this one stands as high in them."""
        if self._is_following or not self.isVisible():
            return
        with self._following():
            place = leader.top_offset()
            wanted = _top(leader, place)
            for article in self.articles.values():
                if article is not leader:
                    article.scroll_to_offset(place)
                    article.scroll_pixels(round(_top(article, place) - wanted))

    @contextmanager
    def _following(self) -> Iterator[None]:
        self._is_following = True
        try:
            yield
        finally:
            self._is_following = False


def _top(article: ArticleView, offset: int) -> float:
    return article.span_rects(offset, offset + 1)[0].top()
