"""HTML for the clipboard, read back by a parser that knows nothing of the program."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from annotator.domain.scheme import Underline
from annotator.domain.span import as_parts
from annotator.ui.article.html import marked_html
from annotator.ui.article.marks import Mark, MarkStyle

TEXT = (
    "قال «وزير النقل»\u00a0سامر & <b>الحلبي</b> &amp; إن 10\u00a0آلاف\tعامل 😀 كَتَبَ لله\n"
    "\n"
    "Reuters: \u202bقالت\u202c الوزارة  «الحكومة»، بحسب\u200cها، «لم تستشر أحدًا».\n"
)


def style(underline: Underline = "solid", line: str = "#215c9e") -> MarkStyle:
    fill = QColor("#2f6db5")
    fill.setAlpha(36)
    return MarkStyle(QColor(line), fill, fill, underline)


class Reader(HTMLParser):
    """What a program that is pasted into would take from it: text, marks by id, directions, the legend."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.legend = ""
        self.marks: dict[str, set[int]] = {}
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[tuple[str, str | None]] = []
        self._in_legend = False
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self._open.append((tag, dict(attrs).get("data-mark")))
        if "data-legend" in dict(attrs):
            self._in_legend = True

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._in_legend:
            self.legend += data
            return
        assert any(tag == "p" for tag, _ in self._open)
        for _, mark in self._open:
            if mark is not None:
                self.marks.setdefault(mark, set()).update(range(len(self.text), len(self.text) + len(data)))
        self.text += data


def covered(mark: Mark) -> set[int]:
    return {offset for start, end in mark.parts for offset in range(start, end)}


def html(marks: list[Mark], part: tuple[int, int] = (0, len(TEXT)), text: str = TEXT) -> str:
    return marked_html(text, marks, part, True, "ar", "en")


PARTS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
        lambda pair: (pair[0], min(pair[0] + pair[1], len(TEXT)))
    ),
    min_size=1,
    max_size=3,
)


def disjoint(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if not kept or kept[-1][1] <= start:
            kept.append((start, end))
    return kept


@settings(deadline=None)
@given(
    spans=st.lists(PARTS, max_size=8),
    first=st.integers(0, len(TEXT)),
    last=st.integers(0, len(TEXT)),
)
def test_text_and_marks_come_back_to_the_letter(spans: list[list[tuple[int, int]]], first: int, last: int) -> None:
    start, end = min(first, last), max(first, last)
    marks = [
        Mark(f"m{place}", as_parts(disjoint(parts), len(TEXT)), "Actor", style()) for place, parts in enumerate(spans)
    ]
    read = Reader(html(marks, (start, end)))
    assert read.text == TEXT[start:end]
    expected = {mark.id: {offset - start for offset in covered(mark) if start <= offset < end} for mark in marks}
    assert read.marks == {name: offsets for name, offsets in expected.items() if offsets}


def test_nested_marks_nest_and_overlapping_ones_are_opened_again() -> None:
    nested = html([Mark("outer", ((0, 15),), "Claim", style()), Mark("inner", ((4, 8),), "Actor", style())])
    assert nested.count('data-mark="outer"') == nested.count('data-mark="inner"') == 1
    assert nested.index('data-mark="outer"') < nested.index('data-mark="inner"')
    crossed = html([Mark("a", ((0, 10),), "Claim", style()), Mark("b", ((6, 15),), "Actor", style())])
    assert crossed.count('data-mark="a"') + crossed.count('data-mark="b"') == 3


def test_nested_underlines_lie_in_lanes_of_their_own() -> None:
    read = Reader(html([Mark("outer", ((0, 15),), "Claim", style()), Mark("inner", ((4, 8),), "Actor", style())]))
    looks = {attributes["data-mark"]: attributes["style"] for _, attributes in read.tags if "data-mark" in attributes}
    assert "text-underline-offset:0.3em" in str(looks["inner"])
    assert "text-underline-offset:0.5em" in str(looks["outer"])


@pytest.mark.parametrize("underline", ["solid", "dashed", "double", "dotted", "wavy", "dash_dot"])
def test_no_style_can_part_letters(underline: Underline) -> None:
    """Only colours and lines: whatever takes room, or isolates, would break the joins of Arabic letters."""
    read = Reader(html([Mark("m", ((4, 8),), "Actor", style(underline))]))
    spans = [attributes for tag, attributes in read.tags if tag == "span"]
    assert spans
    for attributes in spans:
        properties = {item.partition(":")[0] for item in str(attributes["style"]).split(";")}
        assert properties <= {
            "background-color",
            "text-decoration",
            "text-decoration-skip-ink",
            "text-underline-offset",
        }
        assert "dir" not in attributes


def test_each_label_has_a_line_of_its_own() -> None:
    seen = set()
    for underline in ("solid", "dashed", "double", "dotted", "wavy", "dash_dot"):
        read = Reader(html([Mark("m", ((4, 8),), "Actor", style(underline))]))
        seen.add(next(str(attributes["style"]) for tag, attributes in read.tags if tag == "span"))
    assert len(seen) == 6


def test_direction_and_language_are_said() -> None:
    read = Reader(html([]))
    (_, around), *paragraphs = [(tag, attributes) for tag, attributes in read.tags if tag in ("div", "p")]
    assert around == {"lang": "ar", "dir": "rtl"}
    assert [attributes["dir"] for _, attributes in paragraphs] == ["rtl"] * 3
    assert 'dir="ltr"' in marked_html("Ali", [], (0, 3), False, "en", "ar")
    assert ("meta", {"http-equiv": "content-type", "content": "text/html; charset=utf-8"}) in read.tags


def test_the_legend_names_each_label_once_and_is_no_part_of_the_text() -> None:
    marks = [
        Mark("1", ((0, 3),), "قول <C>", style("double", "#1a6855")),
        Mark("2", ((5, 9),), "Actor", style()),
        Mark("3", ((12, 15),), "Actor", style()),
        Mark("4", ((60, 62),), "Elsewhere", style()),
    ]
    read = Reader(html(marks, (0, 20)))
    assert read.legend.split("\u00a0") == ["قول <C> ", " Actor"]
    assert read.text == TEXT[:20]
    assert Reader(html([])).legend == ""
