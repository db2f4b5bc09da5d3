"""The shape of the selected mark: its edges, its clitics, its parts. Start and end are logical, never left or right."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from annotator.domain.span import Parts, Span
from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import Feature
from annotator.ui.i18n import Phrase, phrase
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.text.parts import Edge, EdgeUnit


class Move(msgspec.Struct, frozen=True):
    """A way to move an edge of a mark by one key. `[` is the start and `]` the end, as they stand around a text."""

    edge: "Edge"
    outward: bool
    unit: "EdgeUnit"
    title: Phrase
    key: str

    @property
    def id(self) -> str:
        """`annotate.start_earlier`, `annotate.end_later_word` and so on."""
        way = "earlier" if self.outward == (self.edge == "start") else "later"
        return f"annotate.{self.edge}_{way}" + ("_word" if self.unit == "word" else "")


MOVES = (
    Move("start", True, "letter", phrase("Start the mark one letter earlier"), "["),
    Move("start", False, "letter", phrase("Start the mark one letter later"), "Shift+["),
    Move("end", True, "letter", phrase("End the mark one letter later"), "]"),
    Move("end", False, "letter", phrase("End the mark one letter earlier"), "Shift+]"),
    Move("start", True, "word", phrase("Start the mark one word earlier"), "Ctrl+["),
    Move("start", False, "word", phrase("Start the mark one word later"), "Ctrl+Shift+["),
    Move("end", True, "word", phrase("End the mark one word later"), "Ctrl+]"),
    Move("end", False, "word", phrase("End the mark one word earlier"), "Ctrl+Shift+]"),
)


class Shaping(Feature):
    """Moves the edges of the selected mark, and changes its parts."""

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="annotate.split_clitic",
                title="Split off a clitic",
                tip="Leave out the next of و ف ب ك ل ال س at the start; after the last one, take the word whole again",
                shortcut="/",
                menu="annotate",
                submenu="shape",
                begins_group=True,
                enabled=lambda now: now.has_document,
                run=lambda: split_clitic(self.shell),
            ),
            Action(
                id="annotate.add_part",
                title="Add the selection to the mark",
                shortcut="+",
                menu="annotate",
                submenu="shape",
                enabled=lambda now: _changed_parts(now, add=True) is not None,
                run=lambda: change_parts(self.shell, add=True),
            ),
            Action(
                id="annotate.remove_part",
                title="Take the selection out of the mark",
                shortcut="-",
                menu="annotate",
                submenu="shape",
                enabled=lambda now: _changed_parts(now, add=False) is not None,
                run=lambda: change_parts(self.shell, add=False),
            ),
            *(
                Action(
                    id=move.id,
                    title=move.title,
                    shortcut=move.key,
                    menu="annotate",
                    submenu="shape",
                    begins_group=index == 0,
                    enabled=lambda now: now.can_change_mark,
                    run=partial(move_edge, self.shell, move),
                )
                for index, move in enumerate(MOVES)
            ),
        ]


def move_edge(shell: Shell, move: Move) -> None:
    """Move an edge of the selected mark; at the text's limits, and before the mark would vanish, it stays."""
    from annotator.text import parts

    held = _mark_and_text(shell)
    if held is None:
        return
    span, text = held
    moved = parts.moved(text, span.parts, move.edge, move.outward, move.unit)
    if moved is not None:
        _reshape(shell, span, moved)
        shell.article.ensure_visible(moved[0][0] if move.edge == "start" else moved[-1][1] - 1)


def change_parts(shell: Shell, add: bool) -> None:
    """Add the selected text to the selected mark, or take it out."""
    held, changed = _mark_and_text(shell), _changed_parts(shell.registry.context, add)
    if held is not None and changed is not None:
        _reshape(shell, held[0], changed)
        shell.article.clear_selection()


def split_clitic(shell: Shell) -> None:
    """Drop a clitic from the start of the selected text; without any, of the selected mark or the caret's word."""
    from annotator.text import parts, phrases

    article, held = shell.article, _mark_and_text(shell)
    start, end = article.selected_range()
    if start == end and held is not None:
        span, text = held
        shorter = parts.split_start(text, span.parts) if shell.registry.context.writable else None
        if shorter is not None:
            _reshape(shell, span, shorter)
            article.ensure_visible(shorter[0][0])
        return
    text = article.page.text
    word = phrases.word(text, start) if start == end else (start, end)
    if word is not None:
        after = parts.next_split(text, *word)
        article.select(word[0] if after is None else after, word[1])


def _mark_and_text(shell: Shell) -> tuple[Span, str] | None:
    session = shell.session
    if session is None or session.document is None or session.selected is None:
        return None
    return session.selected, session.document.text


def _changed_parts(now: Context, add: bool) -> Parts | None:
    """Return the parts that the selected mark would have with, or without, the selected text; None if the same."""
    start, end = now.selection
    span, document = now.selected, now.document
    if span is None or document is None or start == end or not now.writable:
        return None
    from annotator.text import parts

    changed = (parts.joined if add else parts.without)(document.text, span.parts, start, end)
    return changed if changed and changed != span.parts else None


def _reshape(shell: Shell, span: Span, parts: Parts) -> None:
    shell.change(lambda session: session.project.update(span.id, parts=parts))
