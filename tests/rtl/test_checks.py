"""Every machine-checkable claim of every case, held by the real code and, where it is visual, by the real view.

One driver a type of claim. Types that begin with `qt_` tell of a trap of plain Qt: there, our view does not share it.
"""

import csv
import io
import json
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from annotator import Project
from annotator.formats.actors_csv import BOM, read_actors
from annotator.formats.cells import guarded, unguarded
from annotator.intake.decoding import decode
from annotator.intake.source import ArticleSource
from annotator.text import graphemes
from annotator.text.cleaning import clean
from annotator.text.controls import find_controls
from annotator.text.direction import base_direction
from annotator.text.folding import find
from annotator.text.normalize import normal_form, visible_form
from annotator.text.sentences import sentences
from annotator.text.tokens import word_at
from annotator.text.units import Offsets
from annotator.text.visual_order import repair

Reader = Any
Read = Callable[..., Reader]
Check = dict[str, Any]
Case = dict[str, Any]
CASES: list[Case] = json.loads((Path(__file__).parents[1] / "data" / "rtl_cases.json").read_text("utf-8"))["cases"]
ALT = Qt.KeyboardModifier.AltModifier
HIDDEN = "\u202e\u2066"
"""What makes the end of a range lie elsewhere than one drags to."""


class Walk:
    """One claim of one case, and what it takes to hold it."""

    def __init__(self, case: Case, check: Check, read: Read, project: Project, folder: Path) -> None:
        self.case, self.check, self.project, self.folder = case, check, project, folder
        self.text: str = case["text"]
        self._read = read

    @property
    def cleaned(self) -> str:
        """The text as a project keeps it."""
        return clean(self.text)[0]

    def reader(self, **shape: Any) -> Reader:
        """The text in the view, in the case's direction, or in the one the claim is about."""
        base = self.check.get("base", self.case["base_direction"])
        return self._read(self.cleaned, "ltr" if base == "LTR" else "rtl", **shape)


Driver = Callable[[Walk], None]
DRIVERS: dict[str, Driver] = {}


def holds(kind: str) -> Callable[[Driver], Driver]:
    """The function below holds claims of this type."""

    def register(driver: Driver) -> Driver:
        DRIVERS[kind] = driver
        return driver

    return register


@pytest.mark.parametrize(
    ("case", "check"),
    [
        pytest.param(case, check, id=f"{case['id']}-{check['type']}-{place}")
        for case in CASES
        for place, check in enumerate(case["checks"])
    ],
)
def test_claim(case: Case, check: Check, read: Read, project: Project, tmp_path: Path) -> None:
    DRIVERS[check["type"]](Walk(case, check, read, project, tmp_path))


def test_no_type_of_claim_is_left_out_and_none_is_invented() -> None:
    assert set(DRIVERS) == {check["type"] for case in CASES for check in case["checks"]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_text_is_kept_as_it_is_and_shown(case: Case, read: Read, project: Project) -> None:
    document = project.add_document(case["text"])
    assert document.text == case["text"].replace("\r\n", "\n").replace("\u2028", "\n")
    reader = read(document.text)
    assert reader.text == document.text
    visible = [offset for offset, char in enumerate(document.text) if char.isalnum()]
    assert all(reader.rects(offset)[0].width() > 1 for offset in visible)


# Offsets


@holds("span")
def _span(walk: Walk) -> None:
    """The letters are those; they can be marked, covered, pointed at, and dragged over in both directions."""
    start, end = walk.check["start"], walk.check["end"]
    assert walk.text[start:end] == walk.check["substring"]
    if "\r" in walk.text:
        crlf = Offsets(walk.cleaned, "crlf")
        start, end = crlf.to_points(start), crlf.to_points(end)
        assert walk.cleaned[start:end] == walk.check["substring"]
    reader = walk.reader()
    reader.view.select(start, end)
    assert reader.selected == (start, end)
    rects = reader.rects(start, end)
    assert all(rect.width() > 1 for rect in rects)
    if start == end:
        return
    inside, outside = graphemes.snap(reader.text, start, end)
    assert all(inside <= reader.view.offset_at(rect.center().toPoint()) < outside for rect in rects)
    document = walk.project.add_document(walk.text)
    span = walk.project.annotate(document.id, (start, end), "actor")
    assert span.quote(document.text) == walk.check["substring"]
    if reader.text[start:end].strip() == reader.text[start:end] and not set(HIDDEN) & set(reader.text):
        assert reader.drag_over(start, end, ALT) == (inside, outside)
        assert reader.drag_over(start, end, ALT, back=True) == (inside, outside)


@holds("units")
def _units(walk: Walk) -> None:
    text, check = walk.text, walk.check
    assert len(text) == check["cp"]
    for unit, length in (("utf16", "utf16"), ("utf8", "utf8"), ("graphemes", "graphemes")):
        assert Offsets(text, unit).from_points(len(text)) == check[length]  # type: ignore[arg-type]


@holds("newline_map")
def _newline_map(walk: Walk) -> None:
    check, crlf = walk.check, Offsets(walk.cleaned, "crlf")
    for edge in ("start", "end"):
        assert crlf.from_points(check[f"lf_{edge}"]) == check[f"crlf_{edge}"]
        assert crlf.to_points(check[f"crlf_{edge}"]) == check[f"lf_{edge}"]


@holds("nfc_differs")
def _not_composed(walk: Walk) -> None:
    kept = walk.project.add_document(walk.text).text
    assert (len(kept), len(unicodedata.normalize("NFC", kept))) == (walk.check["len"], walk.check["nfc_len"])


@holds("contains_cps")
def _kept_code_points(walk: Walk) -> None:
    expected = {chr(int(code, 16)) for code in walk.check["cps"]}
    reader = walk.reader()
    reader.type("Ctrl+A")
    reader.type("Ctrl+C")
    for kept in (walk.project.add_document(walk.text).text, reader.text, QGuiApplication.clipboard().text()):
        assert expected <= set(kept)


@holds("json_roundtrip")
def _json_round_trip(walk: Walk) -> None:
    document = walk.project.add_document(walk.text, title=walk.text)
    out = walk.folder / "out.jsonl"
    walk.project.export("jsonl", out)
    line = json.loads(out.read_text(encoding="utf-8"))
    for ascii_only in (True, False):
        again = walk.folder / f"again-{ascii_only}.jsonl"
        again.write_text(json.dumps(line, ensure_ascii=ascii_only), encoding="utf-8")
        with Project.create(walk.folder / f"{ascii_only}.musnad") as other:
            other.import_(again)
            assert other.documents() == [document]


# Graphemes, words, sentences


@holds("snap")
def _snapped(walk: Walk) -> None:
    expected = tuple(walk.check["expect"])
    assert graphemes.snap(walk.text, walk.check["start"], walk.check["end"]) == expected
    reader = walk.reader()
    assert reader.rects(walk.check["start"], walk.check["end"]) == reader.rects(*expected)


@holds("g_bounds")
def _grapheme_bounds(walk: Walk) -> None:
    assert list(graphemes.boundaries(walk.text)) == walk.check["expect"]
    reader = walk.reader()
    stops = [reader.caret]
    for _ in walk.check["expect"][1:]:
        reader.type("Left")
        stops.append(reader.caret)
    assert stops == walk.check["expect"]


@holds("graphemes_of")
def _grapheme_count(walk: Walk) -> None:
    assert len(graphemes.boundaries(walk.text)) - 1 == walk.check["expect"]


@holds("word_at")
def _word(walk: Walk) -> None:
    index, expected = walk.check["index"], walk.check["expect"]
    found = word_at(walk.text, index)
    assert found is not None and walk.text[slice(*found)] == expected
    reader = walk.reader()
    assert reader.double_click(reader.point(index)) == expected


@holds("sentences")
def _sentences(walk: Walk) -> None:
    assert [walk.text[start:end] for start, end in sentences(walk.text)] == walk.check["expect"]


@holds("qt_word_differs")
def _word_that_qt_takes_otherwise(walk: Walk) -> None:
    reader = walk.reader()
    assert reader.double_click(reader.point(walk.check["index"])) == walk.check["want"]


# Search


@holds("search")
def _search(walk: Walk) -> None:
    expected = [tuple(pair) for pair in walk.check["expect"]]
    assert find(walk.text, walk.check["query"], whole=walk.check.get("whole", False)) == expected
    reader = walk.reader()
    for start, end in expected:
        reader.mark((start, end))
        assert all(
            reader.filled(reader.picture(), rect.adjusted(1, 0, -1, 0)) == 1 for rect in reader.rects(start, end)
        )


@holds("canonical_equal")
def _canonically_equal(walk: Walk) -> None:
    one, other = walk.check["a"], walk.check["b"]
    assert one != other and normal_form(one) == normal_form(other)
    assert find(walk.text, one, exact=True) == find(walk.text, other, exact=True) != []
    assert {one, other} <= {walk.text[slice(*hit)] for hit in find(walk.text, one, exact=True)}


@holds("strip_equal")
def _equal_but_for_what_is_unseen(walk: Walk) -> None:
    other = walk.check["other"]
    assert walk.text != other and visible_form(walk.text) == visible_form(other)
    assert walk.project.add_actor(walk.text, "person").id == walk.project.add_actor(other, "person").id
    assert [actor.name for actor in walk.project.actors()] == [walk.text]


# Direction and display


@holds("para_dir")
def _direction(walk: Walk) -> None:
    assert base_direction(walk.text).upper() == walk.check["expect"]
    _assert_begins_on_its_side(walk)


@holds("first_strong_per_par")
def _direction_of_the_document(walk: Walk) -> None:
    assert "LTR" in walk.check["expect"] and base_direction(walk.text) == "rtl"
    _assert_begins_on_its_side(walk)


@holds("qt_plaintextedit_left")
def _paragraphs_that_qt_leaves_on_the_left(walk: Walk) -> None:
    _assert_begins_on_its_side(walk)


def _assert_begins_on_its_side(walk: Walk) -> None:
    """The first word of every paragraph touches the right edge of the column (the left one in an LTR text)."""
    reader = walk.reader()
    view = reader.view
    for index in range(len(view.page.paragraphs)):
        paragraph = view.page.laid(index)
        if not paragraph.text.strip():
            continue
        rects = reader.rects(paragraph.start, paragraph.start + len(paragraph.text.split()[0]))
        if view.page.type.rtl:
            assert max(rect.right() for rect in rects) == pytest.approx(view.column_left + view.page.width, abs=3)
        else:
            assert min(rect.left() for rect in rects) == pytest.approx(view.column_left, abs=3)


@holds("display")
def _order_on_the_screen(walk: Walk) -> None:
    assert walk.reader(width=1200).seen() == [walk.check["expect"]]
    # And what a PDF would give of it can be read again.
    assert repair(walk.check["expect"]) == walk.text


@holds("visual_segments")
def _visual_segments(walk: Walk) -> None:
    reader = walk.reader(width=900)
    start, end = walk.check["start"], walk.check["end"]
    rects = reader.rects(start, end)
    assert len(rects) == walk.check["count"]
    reader.mark((start, end))
    image = reader.picture()
    assert all(reader.filled(image, rect.adjusted(1, 0, -1, 0)) == 1 for rect in rects)
    for offset, char in enumerate(reader.text):
        if not start <= offset < end and char.isalnum():
            assert reader.filled(image, reader.rects(offset)[0].adjusted(2, 0, -2, 0)) == 0


@holds("visual_cursor")
def _visual_cursor(walk: Walk) -> None:
    reader = walk.reader()
    places, stops = [reader.view.caret_rect().x()], [reader.caret]
    for _ in graphemes.boundaries(reader.text)[1:]:
        reader.type("Left")
        places.append(reader.view.caret_rect().x())
        stops.append(reader.caret)
    assert all(after < before for before, after in pairwise(places))
    assert sorted(stops) == list(graphemes.boundaries(reader.text))


@holds("order_unchanged")
def _order_unchanged(walk: Walk) -> None:
    reader = walk.reader()
    [span] = [check for check in walk.case["checks"] if check["type"] == "span"]
    order, places = reader.graphemes_seen(), [reader.rects(offset)[0].x() for offset in range(len(reader.text))]
    reader.mark((span["start"], span["end"]))
    assert reader.graphemes_seen() == order
    assert [reader.rects(offset)[0].x() for offset in range(len(reader.text))] == places


@holds("controls")
def _controls(walk: Walk) -> None:
    expected = [tuple(pair) for pair in walk.check["expect"]]
    assert [(control.offset, f"{ord(control.char):04X}") for control in find_controls(walk.text)] == expected
    reader = walk.reader()
    for offset, _ in expected:
        assert reader.rects(offset)[0].width() >= 2


# Traps of Qt in the view


@holds("qt_zero_width")
def _no_letter_without_width(walk: Walk) -> None:
    assert walk.reader().rects(walk.check["start"], walk.check["end"])[0].width() > 3


@holds("qt_wrap_segments")
def _one_piece_a_line(walk: Walk) -> None:
    reader = walk.reader(width=walk.check["width"])
    rects = reader.rects(walk.check["start"], walk.check["end"])
    assert len(rects) == len({rect.top() for rect in rects}) > 1
    assert reader.view.horizontalScrollBar().maximum() == 0


@holds("qt_shape_breaks_with_formats")
def _shapes_stay(walk: Walk) -> None:
    for family in ("Noto Naskh Arabic", "Amiri", "DejaVu Sans"):
        reader = walk.reader(family=family, size=24.0)
        plain = reader.picture()
        reader.mark_unseen((walk.check["start"], walk.check["end"]))
        assert reader.picture() == plain


@holds("qt_ink_overflow")
def _marks_stay_in_their_line(walk: Walk) -> None:
    for family in ("Noto Naskh Arabic", "Amiri", "DejaVu Sans"):
        for size in (9.0, 18.0, 36.0):
            reader = walk.reader(width=1400, family=family, size=size)
            [line] = reader.view.page.laid(0).lines
            ground = reader.view.palette().color(QPalette.ColorRole.Base)
            image = reader.picture()
            top = reader.view.page.top(0)
            strip = image.copy(0, max(0, top + line.top - 12), image.width(), min(12, top + line.top))
            assert ground.isValid() and len(set(memoryview(strip.constBits()).cast("I").tolist())) == 1


@holds("qt_plaintext_lossy")
def _nothing_is_read_back_from_a_widget(walk: Walk) -> None:
    assert QTextDocument(walk.text).toPlainText() != walk.text
    assert walk.reader().text == walk.text


@holds("qt_selected_u2029")
def _line_feeds_are_copied(walk: Walk) -> None:
    reader = walk.reader()
    reader.type("Ctrl+A")
    reader.type("Ctrl+C")
    assert QGuiApplication.clipboard().text() == walk.text and "\u2029" not in walk.text


@holds("backspace_cp")
def _backspace(walk: Walk) -> None:
    field = QLineEdit(walk.text)
    field.show()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == walk.check["expect"]
    field.deleteLater()


# Files


@holds("decode")
def _decoded(walk: Walk) -> None:
    data = bytes.fromhex(walk.check["hex"])
    assert clean(decode(ArticleSource(name="case.txt", data=data))[0])[0] == walk.cleaned
    (walk.folder / "case.txt").write_bytes(data)
    walk.project.import_(walk.folder / "case.txt")
    assert [document.text for document in walk.project.documents()] == [walk.cleaned]


@holds("not_utf8")
def _not_taken_for_utf_8(walk: Walk) -> None:
    data = bytes.fromhex(walk.check["hex"])
    with pytest.raises(UnicodeDecodeError):
        data.decode()
    assert decode(ArticleSource(name="case.txt", data=data))[1] != "UTF-8"


@holds("csv_safe")
def _harmless_cell(walk: Walk) -> None:
    assert guarded(walk.text) == walk.check["expect"]
    assert unguarded(walk.check["expect"]) == walk.text


@holds("csv_header_bom")
def _header_without_mark(walk: Walk) -> None:
    header = next(csv.reader(io.StringIO(walk.text)))
    assert header[0] == "id"
    [row] = read_actors(BOM + walk.text.replace(header[1], "name"))
    assert (row.id, row.name) == ("1", "قال")


@holds("reverse_nfkc")
def _repaired(walk: Walk) -> None:
    assert repair(walk.text) == walk.check["expect"]


@holds("lamalef_repair")
def _ligature_repaired(walk: Walk) -> None:
    assert repair(walk.check["visual"]) == walk.check["expect"] == walk.text
