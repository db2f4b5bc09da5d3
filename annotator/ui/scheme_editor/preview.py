"""A preview of marks: a line of the labels' names, drawn by the view that draws articles."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.scheme import Label, title_in
from annotator.ui.article.marks import Mark
from annotator.ui.article.view import ArticleView
from annotator.ui.i18n import language, tr, ui_direction
from annotator.ui.theme import themes

HEIGHT = 150
POINTS = 14.0


class Preview(QWidget):
    """Each label's name under its own mark, two of them inside a longer one. `chosen`: the key of one clicked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.article = ArticleView()
        self.article.setObjectName("scheme_preview")
        self.article.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.article.marks_are_fixed = True
        self.article.set_text_size(POINTS)
        self.article.set_title(tr("Preview"))
        self.article.mark_clicked.connect(lambda key: self.chosen.emit(key) if key else None)
        self.setFixedHeight(HEIGHT)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.article)

    def show_labels(self, labels: Sequence[Label], selected: str | None) -> None:
        """Show these labels; the mark of the selected one stands out and holds the name after it too."""
        direction = ui_direction()
        names = [title_in(label.title, language(), label.key) for label in labels]
        text, marks, place = "  ".join(names), [], 0
        for label, name in zip(labels, names, strict=True):
            end = place + len(name)
            if name:
                marks.append(Mark(label.key, ((place, end),), name, themes().theme.mark_style(label)))
            place = end + 2
        marks = [_over_next(mark, marks) if mark.id == selected else mark for mark in marks]
        self.article.set_page_colors(themes().theme.page)
        self.article.set_article(text, direction)
        self.article.set_marks(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
        self.article.set_selected_mark(selected)


def _over_next(mark: Mark, marks: Sequence[Mark]) -> Mark:
    """The mark as far as the end of the next one, so that it is seen how the two lie over each other."""
    end = next((other.end for other in marks if other.start > mark.start), mark.end)
    return Mark(mark.id, ((mark.start, end),), mark.title, mark.style)
