"""The keyboard: everything that moves the caret and the selection."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.text import steps, tokens
from annotator.ui.article.caret import line_edge, step, step_line
from annotator.ui.article.selection import Caret, Selection

if TYPE_CHECKING:
    from annotator.ui.article.selectable import SelectableArticle

_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_UPRIGHT = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_PAGEWISE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_EDGES = (Qt.Key.Key_Home, Qt.Key.Key_End)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)

_Steps = tuple[Callable[[str, int, bool], int | None], Callable[[str, int, bool], int | None]]
_WORD: _Steps = (steps.word_before, steps.word_after)
_SENTENCE: _Steps = (steps.sentence_before, steps.sentence_after)


class Keys:
    """The keyboard handling of one view."""

    def __init__(self, view: "SelectableArticle") -> None:
        self._view = view
        # The column that Up and Down try to keep, while nothing else moves the caret.
        self._column: tuple[Caret, float] | None = None

    def press(self, event: QKeyEvent) -> bool:
        """Does what the key says; False if it is none of ours."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._view.select(0, len(self._view.page.text))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._view.copy()
        elif event.key() == Qt.Key.Key_Escape:
            return self._view.let_go()
        elif event.key() in _ENTER and event.modifiers() in _PLAIN:
            return self._view.choose_mark_at_caret()
        else:
            return self._move(event)
        return True

    def _move(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        if key in _SIDEWAYS and far:
            self._by_word(key == Qt.Key.Key_Left, extend)
        elif key in _SIDEWAYS:
            self._by_letter(key == Qt.Key.Key_Left, extend)
        elif key in _UPRIGHT and far:
            self._by_sentence(key == Qt.Key.Key_Down, extend)
        elif key in _UPRIGHT:
            self._by_line(key == Qt.Key.Key_Down, extend)
        elif key in _PAGEWISE:
            self._by_page(key == Qt.Key.Key_PageDown, extend)
        elif key in _EDGES:
            self._to_edge(key == Qt.Key.Key_End, far, extend)
        else:
            return False
        return True

    @property
    def _caret(self) -> Caret:
        return self._view.selection().caret

    @property
    def _has_selection(self) -> bool:
        start, end = self._view.selected_range()
        return start < end

    def _go(self, caret: Caret, extend: bool, anchor: int | None = None) -> None:
        if anchor is None:
            anchor = self._view.selection().anchor
        self._view.set_selection(Selection(anchor if extend else caret.offset, caret))
        at = caret.offset - 1 if caret.trailing else caret.offset
        self._view.ensure_visible(max(0, at))

    def _by_letter(self, left: bool, extend: bool) -> None:
        if self._has_selection and not extend:
            start, end = self._view.selected_range()
            forward = left == self._view.page.type.rtl
            self._go(Caret(end, "after") if forward else Caret(start), extend=False)
        else:
            self._go(step(self._view.page, self._caret, left), extend)

    def _by_word(self, left: bool, extend: bool) -> None:
        page, head, anchor = self._view.page, self._caret.offset, self._view.selection().anchor
        forward = left == page.type.rtl
        if not extend:
            self._go(Caret(self._edge(_WORD, forward, head, to_end=False)), extend=False)
            return
        # Whole words: growing takes a word up to its far edge, shrinking gives one up from its near edge.
        growing = anchor <= head if forward else head <= anchor
        to_end = forward if growing else not forward
        if word := tokens.word_at(page.text, anchor):
            anchor = word[0] if forward or anchor == word[0] else word[1]
        target = self._edge(_WORD, forward, head, to_end)
        # Punctuation and spaces at the outer ends stay outside, as they do under the mouse.
        start, end = tokens.snap_to_tokens(page.text, min(anchor, target), max(anchor, target))
        anchor, target = (start, end) if anchor <= target else (end, start)
        self._go(Caret(target, "after" if to_end else "before"), extend=True, anchor=anchor)

    def _by_sentence(self, down: bool, extend: bool) -> None:
        head, anchor = self._caret.offset, self._view.selection().anchor
        # Growing takes a sentence up to its far edge, shrinking gives one up from its near edge.
        growing = anchor <= head if down else head <= anchor
        to_end = extend and (down if growing else not down)
        target = self._edge(_SENTENCE, down, head, to_end)
        self._go(Caret(target, "after" if to_end else "before"), extend)

    def _edge(self, steps_: _Steps, forward: bool, offset: int, to_end: bool) -> int:
        """The next unit's beginning (or its end) in this direction; the text's edge where there is no other unit."""
        text = self._view.page.text
        found = steps_[forward](text, offset, to_end)
        return found if found is not None else len(text) * forward

    def _by_line(self, down: bool, extend: bool) -> None:
        x = self._keep_column()
        self._go(step_line(self._view.page, self._caret, x - self._view.column_left, down), extend)
        self._column = self._caret, x

    def _by_page(self, down: bool, extend: bool) -> None:
        view, x, y = self._view, self._keep_column(), self._view.caret_rect().center().y()
        before = view.page.scroll
        by = max(1, view.window_height - view.page.type.line_height)
        view.scroll_pixels(by if down else -by)
        if view.page.scroll == before:
            self._to_edge(down, far=True, extend=extend)
        else:
            self._go(view.caret_at(QPoint(round(x), round(y))), extend)
        self._column = self._caret, x

    def _keep_column(self) -> float:
        if self._column is not None and self._column[0] == self._caret:
            return self._column[1]
        return self._view.caret_rect().center().x()

    def _to_edge(self, end: bool, far: bool, extend: bool) -> None:
        if far:
            self._go(Caret(len(self._view.page.text), "end") if end else Caret(0, "begin"), extend)
        else:
            self._go(line_edge(self._view.page, self._caret, end), extend)
