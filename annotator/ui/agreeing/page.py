"""The page of agreement: the question at the top, figures in tables, and the places behind one of them at the side."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotator import kind_of
from annotator.domain.scheme import Label, RelationType, Titles, title_in
from annotator.errors import MusnadError
from annotator.ui.agreeing.charts import ArticleChart, Dot, MonthChart
from annotator.ui.agreeing.gamma_panel import GammaPanel
from annotator.ui.agreeing.grids import ConfusionGrid, MeasureGrid, PairGrid
from annotator.ui.agreeing.places import PlacesPanel
from annotator.ui.agreeing.scale import FigureRow, FigureScale
from annotator.ui.agreeing.words import figure, figure_words, headline, how, place_words, warning_words
from annotator.ui.i18n import isolate, language, literal, tr, tr_error
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.painting import leading
from annotator.ui.panels.segments import Segments
from annotator.ui.reader_looks import reader_looks

if TYPE_CHECKING:
    from annotator.agreement.figures import Figures, PairFigures
    from annotator.agreement.tables import TableFormat
    from annotator.agreement.tally import Universe
    from annotator.agreement.units import Tokenizer, Unit
    from annotator.domain.scheme import Scheme
    from annotator.services.comparing import Place

_REFERENCES = ("gold", "person", "model")
"""The kinds of readers, those first by which others are measured."""
_DIRECTION_MARKS = dict.fromkeys([0x200E, 0x200F, *range(0x2066, 0x206A)])


class Asked(msgspec.Struct, frozen=True):
    """The question that figures answer."""

    readers: tuple[str, ...] = ()
    unit: "Unit" = "token"
    universe: "Universe" = "all"
    tokenizer: "Tokenizer" = "words"


class AgreementPage(QWidget):
    """Widgets alone: the feature computes."""

    asked = Signal(object)
    """An `Asked` whose figures are wanted."""
    cell_chosen = Signal(str, str, object)
    """Two readers and the pair of labels (None: all differences) whose places are wanted."""
    figure_chosen = Signal(str)
    """The name of a figure whose differences are wanted."""
    article_chosen = Signal(str)
    """The id of an article to be reviewed."""
    place_chosen = Signal(object)
    """A `Place` to be shown in the article."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("agreement_page")
        self.question = Asked()
        self._figures: Figures | None = None
        self._scheme: Scheme | None = None
        self._handles: list[str] = []
        self._article_titles: Mapping[str, str] = {}
        self._bar = QFrame()
        self._chips: dict[str, QToolButton] = {}
        self._flow = FlowLayout(self._bar, spacing=8)
        self._flow.setContentsMargins(20, 10, 20, 10)
        self._value, self._title, self._how, self._warning = QLabel(), QLabel(), QLabel(), QLabel()
        self._value.setObjectName("agreement_value")
        self._title.setProperty("role", "title")
        for label in (self._how, self._warning):
            label.setWordWrap(True)
            label.setProperty("role", "dim")
        self._scale, self.gamma = FigureScale(), GammaPanel()
        self._pairs, self._confusion = PairGrid(), ConfusionGrid()
        self._pairs_title, self._confusion_title, self._note = QLabel(), QLabel(), QLabel()
        self._measures, self._measures_title = MeasureGrid(), QLabel()
        self._months, self._months_title = MonthChart(), QLabel()
        self._articles, self._articles_title = ArticleChart(), QLabel()
        self._side, self._below = PlacesPanel(), QWidget()
        self._places, self._close = self._side.list, self._side.close_button
        self._build()
        self._pairs.chosen.connect(self._choose_pair)
        self._confusion.chosen.connect(lambda a, b, labels: self.cell_chosen.emit(a, b, labels))
        self._side.place_chosen.connect(self.place_chosen)
        self._side.left.connect(lambda: self._confusion.setFocus(Qt.FocusReason.OtherFocusReason))
        self._scale.chosen.connect(self.figure_chosen)
        self._articles.chosen.connect(self.article_chosen)

    def _build(self) -> None:
        font = self._value.font()
        font.setPointSizeF(font.pointSizeF() * 2.6)
        self._value.setFont(font)
        head = QHBoxLayout()
        head.setSpacing(20)
        told = QVBoxLayout()
        for label in (self._title, self._how):
            told.addWidget(label)
        head.addWidget(self._value, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(told, 1)
        left, right = QVBoxLayout(), QVBoxLayout()
        for part in (self._scale, self._warning, self.gamma):
            left.addWidget(part)
        left.addStretch(1)
        titles = (self._pairs_title, self._confusion_title, self._measures_title)
        for label in (*titles, self._articles_title, self._months_title):
            label.setProperty("role", "title")
        self._note.setProperty("role", "dim")
        self._note.setWordWrap(True)
        right.setSpacing(8)
        shown: tuple[QWidget, ...] = (
            self._pairs_title,
            self._pairs,
            self._confusion_title,
            self._confusion,
            self._note,
        )
        for widget in (*shown, self._measures_title, self._measures):
            right.addWidget(widget)
        for chart in (self._articles_title, self._articles, self._months_title, self._months):
            right.addWidget(chart)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        self._below.setLayout(columns)
        self._below.hide()
        body = QWidget()
        lines = QVBoxLayout(body)
        lines.setContentsMargins(20, 12, 20, 20)
        lines.setSpacing(18)
        lines.addLayout(head)
        lines.addWidget(self._below, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(scroll, 1)
        across.addWidget(self._side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addLayout(across, 1)

    # The question

    def show_readers(self, handles: Sequence[str], scheme: "Scheme", articles: Mapping[str, str]) -> None:
        """Offer these readers, and ask for the figures of those that were chosen last (first: all people).

        `articles` are titles by id.
        """
        self._scheme, self._article_titles = scheme, articles
        if list(handles) != self._handles:
            self._handles = list(handles)
            kept = tuple(one for one in self.question.readers if one in handles)
            people = tuple(one for one in handles if kind_of(one) == "person")
            chosen = kept if len(kept) > 1 else people if len(people) > 1 else tuple(handles[:2])
            self.question = msgspec.structs.replace(self.question, readers=chosen)
            self._fill_bar()
        self.asked.emit(self.question)
        self._bar.setFocus()

    def _fill_bar(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        looks = reader_looks(self._handles)
        self._chips = {}
        self._flow.addWidget(_caption(tr("Readers")))
        for handle in self._handles:
            chip = QToolButton()
            chip.setText(literal(f"{looks[handle].sign} {isolate(handle)}"))
            chip.setCheckable(True)
            chip.setChecked(handle in self.question.readers)
            chip.clicked.connect(self._choose_readers)
            self._chips[handle] = chip
            self._flow.addWidget(chip)
        self._flow.addWidget(_caption(tr("Unit")))
        units = Segments([("token", tr("word")), ("character", tr("letter"))], self.question.unit)
        units.chosen.connect(lambda key: self._ask(unit=key))
        self._flow.addWidget(units)
        self._flow.addWidget(_caption(tr("Universe")))
        universes = Segments(
            [("all", tr("all text")), ("marked", tr("marked by anyone")), ("units", tr("stretches marked"))],
            self.question.universe,
        )
        universes.chosen.connect(lambda key: self._ask(universe=key))
        self._flow.addWidget(universes)
        self._flow.addWidget(_caption(tr("Words")))
        tokenizers = Segments(
            [("words", tr("the program's")), ("whitespace", tr("by white space"))], self.question.tokenizer
        )
        tokenizers.chosen.connect(lambda key: self._ask(tokenizer=key))
        self._flow.addWidget(tokenizers)
        copy = QToolButton()
        copy.setText(tr("Copy as a table"))
        copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(copy)
        menu.addAction("Markdown", lambda: self.copy("markdown"))
        menu.addAction("LaTeX", lambda: self.copy("latex"))
        menu.addAction("CSV", lambda: self.copy("csv"))
        menu.addAction(tr("The sentence alone"), self.copy_sentence)
        copy.setMenu(menu)
        self._flow.addWidget(copy)

    def _choose_readers(self) -> None:
        chosen = tuple(handle for handle, chip in self._chips.items() if chip.isChecked())
        if len(chosen) < 2:
            # One reader agrees with nobody: the last choice stays.
            for handle, chip in self._chips.items():
                chip.setChecked(handle in self.question.readers)
            return
        self._ask(readers=chosen)

    def _ask(self, **changes: object) -> None:
        self.question = msgspec.structs.replace(self.question, **changes)
        self.asked.emit(self.question)

    # The answer

    def show_waiting(self) -> None:
        """Leave the figures of before in sight, marked as of before."""
        self._title.setText(tr("Computing …"))

    def show_error(self, error: MusnadError) -> None:
        """Say why there are no figures."""
        self._figures = None
        self._below.hide()
        self._value.clear()
        self._how.clear()
        self._title.setText(tr_error(error))

    def show_figures(self, asked: Asked, figures: "Figures") -> None:
        """Show the answer to a question."""
        del asked
        self._figures = figures
        self.close_side()
        self._say()

    def _say(self) -> None:
        figures, scheme = self._figures, self._scheme
        self._pairs_title.setText(tr("Pairs: F₁ by overlap, and the number of articles"))
        self._confusion_title.setText(tr("Confusion of labels"))
        self._note.setText(
            tr("Heavy frame: the two agree. Bar: the cell's share of its row. {Enter} opens the places.")
        )
        if figures is None or scheme is None:
            return
        self._below.show()
        self._value.setText(leading("α " + figure(figures.token_alpha)))
        self._title.setText(headline(figures))
        self._how.setText(leading(how(figures)))
        told = warning_words(figures, scheme)
        self._warning.setText(leading(told))
        self._warning.setVisible(bool(told))
        titles = {label.key: _titled(label.title, label.key) for label in scheme.labels}
        rows = [FigureRow(heading=tr("Labels: α"))]
        rows += [
            FigureRow(
                *(titles[key], one.token_alpha, one.n, (figure(one.span_f1_exact), figure(one.span_f1_overlap))),
                figure=f"by_label.{key}",
            )
            for key, one in figures.by_label.items()
        ]
        kinds = {kind.key: _titled(kind.title, kind.key) for kind in scheme.relations}
        if figures.by_role:
            rows.append(FigureRow(heading=tr("Roles and links: F₁ where both ends match")))
            rows += [
                FigureRow(kinds.get(key, key), one.f1, one.n, figure=f"by_role.{key}")
                for key, one in figures.by_role.items()
            ]
        if figures.by_attribute:
            rows.append(FigureRow(heading=tr("Attributes: κ on matched marks")))
            rows += [
                FigureRow(_attribute_title(scheme, key), one.kappa, one.n, figure=f"by_attribute.{key}")
                for key, one in figures.by_attribute.items()
            ]
        self._scale.show_rows(rows)
        self._pairs.show_pairs(figures)
        self._show_confusion(figures.pairs[0] if figures.pairs else None)
        self._show_charts(figures)

    def _show_charts(self, figures: "Figures") -> None:
        self._articles_title.setText(tr("Each article a dot: α"))
        self._months_title.setText(tr("Over the months: α"))
        known = [one for one in figures.by_document if one.token_alpha is not None]
        dots = [Dot(one.token_alpha or 0.0, self._article_titles.get(one.id, one.id[:8]), one.id) for one in known]
        self._articles.show_dots(dots, tr("Agreement by article"))
        self._articles_title.setVisible(bool(dots))
        self._months.show_months(figures.over_time)
        self._months_title.setVisible(not self._months.isHidden())

    def _show_confusion(self, pair: "PairFigures | None") -> None:
        for widget in (self._confusion, self._measures, self._measures_title):
            widget.setVisible(pair is not None)
        if pair is not None and self._figures is not None and self._scheme is not None:
            titles = [_titled(self._scheme.label(key).title, key) for key in self._figures.labels]
            self._confusion.show_pair(pair, self._figures.labels, titles)
            self._confusion_title.setText(
                tr("Confusion of labels: {a} down, {b} across", a=isolate(pair.a), b=isolate(pair.b))
            )
            is_turned = _REFERENCES.index(kind_of(pair.b)) < _REFERENCES.index(kind_of(pair.a))
            reference, measured = (pair.b, pair.a) if is_turned else (pair.a, pair.b)
            self._measures.show_pair(pair, self._figures.labels, titles, is_turned=is_turned)
            self._measures_title.setText(
                tr("Precision, recall and F₁: {b} against {a}", a=isolate(reference), b=isolate(measured))
            )

    def _choose_pair(self, a: str, b: str) -> None:
        """Show the confusion of a pair, and all places where the two differ."""
        figures = self._figures
        pair = next((one for one in figures.pairs if (one.a, one.b) == (a, b)), None) if figures else None
        if pair is not None:
            self._show_confusion(pair)
            self.cell_chosen.emit(a, b, None)

    # The places behind a figure

    def show_places(
        self, a: str, b: str, labels: tuple[str | None, str | None] | None, found: "Sequence[tuple[Place, str]]"
    ) -> None:
        """List the places behind a cell at the side, with the words around each."""
        self._side.show_places(place_words(self._scheme, a, b, labels), found)

    def show_behind(self, name: str, found: "Sequence[tuple[Place, str]]") -> None:
        """List the differences behind a figure at the side."""
        words = figure_words(self._scheme, name) if self._scheme is not None else name
        self._side.show_places(tr("Where readers differ: {name}", name=isolate(words)), found)

    def close_side(self) -> None:
        """Close the list of places and go back to the table."""
        self._side.leave()

    # Copying

    def copy(self, form: "TableFormat") -> None:
        """Put all figures on the clipboard as tables, with the sentence that says how they were computed."""
        from annotator.agreement import tables

        if self._figures is not None:
            made = (table(self._figures) for table in (tables.by_label, tables.by_pair, tables.by_pair_and_label))
            said = tables.sentence(self._figures)
            QGuiApplication.clipboard().setText("\n".join(tables.formatted(one, form, said) for one in made))

    def copy_sentence(self) -> None:
        """Put the sentence on the clipboard, in the language of the window."""
        if self._figures is not None:
            # The marks of direction serve the window; a paper has no need of them.
            QGuiApplication.clipboard().setText(how(self._figures).translate(_DIRECTION_MARKS))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._handles:
            self._fill_bar()
            self._say()
        super().changeEvent(event)


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "caption")
    # As high as the buttons beside it, which the row sets at its top.
    label.setFixedHeight(round(QFontMetrics(label.font()).height() * 1.45) + 6)
    return label


def _titled(titles: Titles, key: str) -> str:
    return title_in(titles, language(), key)


def _attribute_title(scheme: "Scheme", key: str) -> str:
    owner, _, attribute = key.partition(".")
    items: list[Label | RelationType] = [*scheme.labels, *scheme.relations]
    for item in (one for one in items if one.key == owner):
        held = next((one for one in item.attributes if one.key == attribute), None)
        if held is not None:
            return f"{_titled(item.title, owner)}: {_titled(held.title, attribute)}"
    return key
