"""A stretch of an article as HTML with its marks: for the clipboard, pasted into mails and documents.

Each paragraph is a `<p>` that ends with its line feed: together they hold the stored text to the letter, hidden
controls and all. A mark is one or more `<span data-mark="id">` around its letters: nested in one another while they
nest in the text, closed and opened again where marks overlap, several with one id where a mark has gaps. Spans
change only colours and underlines and never spacing, so that letters keep joining across their edges.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from PySide6.QtGui import QColor

from annotator.domain.scheme import Underline
from annotator.ui.article.lanes import assign_lanes
from annotator.ui.article.legend import legend_of
from annotator.ui.article.mark_index import MarkIndex
from annotator.ui.article.marks import Mark, MarkStyle

_STYLES: dict[Underline, str] = {
    "solid": "solid 0.08em",
    "dashed": "dashed 0.08em",
    "double": "double 0.06em",
    "dotted": "dotted 0.1em",
    "wavy": "wavy 0.06em",
    # CSS has no line of dashes and dots: this one is told from "dashed" by its weight.
    "dash_dot": "dashed 0.16em",
}

_PARAGRAPH = "margin:0 0 0.6em;line-height:2;white-space:pre-wrap"

Open = tuple[Mark, int]
"""A mark and the lane of its underline."""


def marked_html(text: str, marks: Sequence[Mark], part: tuple[int, int], rtl: bool, language: str, ui: str) -> str:
    """`text[start:end]` for `part` (code points) with what `marks` cover of it, and their legend below.

    `language` is the article's, `ui` the legend's: BCP 47 tags.
    """
    start, end = part
    direction = "rtl" if rtl else "ltr"
    shown = [mark for mark in marks if any(first < end and start < last for first, last in mark.parts)]
    near = MarkIndex(shown).touching
    paragraphs = [
        f'<p dir="{direction}" style="{_PARAGRAPH}">{_paragraph(text, first, last, near(first, last))}</p>'
        for first, last in _lines(text, start, end)
    ]
    return (
        '<meta http-equiv="content-type" content="text/html; charset=utf-8">'
        f'<div lang="{escape(language)}" dir="{direction}">{"".join(paragraphs)}</div>{_legend(shown, ui)}'
    )


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of a stretch, each with the line feed that ends it."""
    first = start
    # `splitlines` would end lines in more places than the program does.
    for line in text[start:end].split("\n"):
        last = min(first + len(line) + 1, end)
        if first < last:
            yield first, last
        first = last


def _paragraph(text: str, start: int, end: int, marks: list[Mark]) -> str:
    lanes = assign_lanes(
        [(max(mark.start, start), min(mark.end, end)) for mark in marks], [mark.length for mark in marks]
    )
    # The longest mark is the outermost span.
    opened = sorted(zip(marks, lanes, strict=True), key=lambda item: (-item[0].length, item[0].start, item[0].id))
    edges = {start, end, *(edge for mark in marks for part in mark.parts for edge in part if start < edge < end)}
    places = sorted(edges)
    pieces: list[str] = []
    stack: list[Open] = []
    for here, there in pairwise(places):
        stack = _turn(pieces, stack, [item for item in opened if item[0].covers(here)])
        pieces.append(escape(text[here:there], quote=False))
    _turn(pieces, stack, [])
    return "".join(pieces)


def _turn(pieces: list[str], stack: list[Open], wanted: list[Open]) -> list[Open]:
    """Closes and opens spans until exactly the wanted ones are open; answers them."""
    same = 0
    while same < min(len(stack), len(wanted)) and stack[same][0] is wanted[same][0]:
        same += 1
    pieces.extend("</span>" for _ in stack[same:])
    for mark, lane in wanted[same:]:
        looks = _look(mark.style, lane)
        pieces.append(f'<span data-mark="{escape(mark.id)}" title="{escape(mark.title)}" style="{looks}">')
    return wanted


def _look(style: MarkStyle, lane: int) -> str:
    line = style.line.name()
    return (
        # Programs that know no transparency take the first colour, all others the second.
        f"background-color:{_on_white(style.fill)};background-color:{_rgba(style.fill)};"
        f"text-decoration:underline {line};text-decoration:underline {_STYLES[style.underline]} {line};"
        f"text-decoration-skip-ink:none;text-underline-offset:{0.3 + 0.2 * lane:.1f}em"
    )


def _rgba(color: QColor) -> str:
    return f"rgba({color.red()},{color.green()},{color.blue()},{color.alphaF():.2f})"


def _on_white(color: QColor) -> str:
    share = color.alphaF()
    channels = (color.red(), color.green(), color.blue())
    return "#" + "".join(f"{round(255 - share * (255 - channel)):02x}" for channel in channels)


def _legend(marks: Sequence[Mark], ui: str) -> str:
    entries = legend_of(marks)
    if not entries:
        return ""
    samples = " &nbsp; ".join(f'<span style="{_look(style, 0)}">{escape(title)}</span>' for title, style in entries)
    direction = "rtl" if ui.startswith("ar") else "ltr"
    return f'<p data-legend lang="{ui}" dir="{direction}" style="font-size:smaller;line-height:2">{samples}</p>'
