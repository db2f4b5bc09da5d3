"""Selection geometry: what is drawn, dragged and marked lies on the letters that are meant."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt

from annotator import Project
from annotator.errors import InputError

Reader = Any
Case = dict[str, Any]


@pytest.mark.case("SG01")
def test_a_span_over_two_runs_is_two_rectangles(reader: Reader) -> None:
    assert reader.drag_over(0, 7, Qt.KeyboardModifier.AltModifier) == (0, 7)
    reader.view.clear_selection()
    latin, arabic = sorted(reader.rects(0, 7), key=lambda rect: rect.left())
    assert latin.top() == arabic.top() and latin.right() < arabic.left()
    assert (arabic.left(), arabic.right()) == pytest.approx((reader.rects(3)[0].left(), reader.rects(0)[0].right()))
    assert (latin.left(), latin.right()) == pytest.approx((reader.rects(4)[0].left(), reader.rects(6)[0].right()))
    reader.mark((0, 7))
    image = reader.picture()
    assert reader.filled(image, latin.adjusted(1, 0, -1, 0)) == 1
    assert reader.filled(image, arabic.adjusted(1, 0, -1, 0)) == 1
    [hassan] = reader.rects(*reader.of("Hassan"))
    assert reader.filled(image, hassan) == 0


@pytest.mark.case("SG07")
@pytest.mark.parametrize("back", [False, True])
def test_a_drag_is_counted_from_where_the_text_begins(reader: Reader, back: bool) -> None:
    assert reader.drag_over(0, 17, back=back) == (0, 17)


@pytest.mark.case("SG08")
def test_a_drag_over_two_lines_is_drawn_as_it_is_stored(read: Callable[..., Reader], case: Case) -> None:
    reader = _wrapped_after(read, case["text"], "در")
    start, end = 7, 28
    here, there = reader.entered(start), reader.left_behind(end - 1)
    reader.press_mouse(here)
    reader.move_mouse(here, there)
    assert reader.selected == (start, end)
    first, second = reader.rects(start, end)
    line = reader.rects(0, reader.of("در")[1])[0]
    below = reader.rects(reader.of("این")[0], end)[0]
    assert first.left() == pytest.approx(line.left(), abs=8)  # the space at the wrap
    assert first.right() == pytest.approx(reader.rects(start)[0].right())
    assert second.right() == pytest.approx(below.right())
    assert second.left() == pytest.approx(reader.rects(end - 1)[0].left())
    image, chosen = reader.picture(), reader.view._colors.selection
    for box in (first, second):
        assert reader.filled(image, box.adjusted(2, 0, -2, 0), chosen) == 1
    [outside] = reader.rects(*reader.of("نوشتار"))
    assert reader.filled(image, outside.adjusted(2, 0, -2, 0), chosen) == 0
    reader.release_mouse(there)
    assert reader.selected == (start, end)


def _wrapped_after(read: Callable[..., Reader], text: str, word: str) -> Reader:
    """A view so narrow that its first line ends after a word."""
    end = text.index(word) + len(word)
    for width in range(80, 400, 4):
        reader = read(text, width=width)
        if reader.view.page.laid(0).lines[0].end == end + 1:
            return reader
    raise AssertionError("no width wraps there")


@pytest.mark.case("SG10")
def test_a_span_without_letters_is_a_thin_marker_at_its_boundary(reader: Reader) -> None:
    reader.view.select(5, 5)
    assert reader.selected == (5, 5)
    [marker] = reader.rects(5, 5)
    assert marker.width() >= 2
    edges = [reader.rects(4)[0].left(), reader.rects(5)[0].right()]
    assert marker.center().x() == pytest.approx(edges[0], abs=2) or marker.center().x() == pytest.approx(
        edges[1], abs=2
    )
    reader.mark((5, 5))
    assert reader.written(reader.picture(), reader.rects(0, 17)[0]) > 0.5


@pytest.mark.case("SG10")
def test_an_annotation_of_no_letters_is_refused_by_name(project: Project, case: Case) -> None:
    document = project.add_document(case["text"])
    with pytest.raises(InputError, match=r"\[5, 5\)"):
        project.annotate(document.id, (5, 5), "actor")


@pytest.mark.case("SG11")
def test_of_two_numbers_only_the_second_is_covered(reader: Reader) -> None:
    [second] = reader.rects(20, 28)
    [first] = reader.rects(11, 19)
    assert second.right() < first.left()
    reader.mark((20, 28))
    image = reader.picture()
    assert reader.filled(image, second) == 1
    assert reader.filled(image, first.adjusted(1, 0, 0, 0)) == 0
    assert "22994022-22994024" in reader.seen()[0]


@pytest.mark.case("SG12")
@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Amiri", "DejaVu Sans"])
@pytest.mark.parametrize("offset", [8, 9])
def test_each_half_of_a_lam_alef_can_be_seen(read: Callable[..., Reader], case: Case, family: str, offset: int) -> None:
    reader = read(case["text"], family=family)
    [half] = reader.rects(offset)
    assert half.width() > 2
    reader.mark((offset, offset + 1))
    assert reader.filled(reader.picture(), half.adjusted(1, 0, -1, 0)) == 1
    assert reader.view.offset_at(half.center().toPoint()) == offset


@pytest.mark.case("SG13")
def test_numbers_are_exported_by_their_place_in_the_text(
    project: Project, case: Case, exported: Callable[[], list[dict[str, Any]]]
) -> None:
    document = project.add_document(case["text"])
    for part in ((13, 20), (35, 40)):
        project.annotate(document.id, part, "actor")
    [line] = exported()
    assert line["offsets"] == "code points"
    spans = line["spans"]
    assert [(span["start"], span["end"], span["text"]) for span in spans] == [(13, 20, "123,037"), (35, 40, "1,554")]
    assert all(case["text"][span["start"] : span["end"]] == span["text"] for span in spans)


@pytest.mark.case("SG13")
def test_numbers_are_dragged_over_from_either_side(reader: Reader) -> None:
    for start, end in ((13, 20), (35, 40)):
        assert reader.drag_over(start, end) == (start, end)
        assert reader.drag_over(start, end, back=True) == (start, end)


@pytest.mark.case("SG15")
def test_near_the_full_stop_the_word_is_taken_and_not_the_stop(reader: Reader) -> None:
    [word] = reader.rects(9, 15)
    for part in (0.68, 0.8, 0.95):
        point = reader.point(9)
        point.setX(round(word.right() - part * word.width()))
        assert reader.double_click(point) == "الوزير"
        assert reader.selected == (9, 15)


@pytest.mark.case("SG16")
@pytest.mark.parametrize("back", [False, True])
def test_the_keyboard_goes_on_where_the_mouse_left_off(reader: Reader, back: bool) -> None:
    assert reader.drag_over(5, 12, back=back) == (5, 12)
    if back:
        # Dragged from its end to its beginning: that end stays, and the other one moves.
        reader.type("Ctrl+Shift+Right")
        assert reader.selected == (0, 12)
    else:
        reader.type("Ctrl+Shift+Left")
        assert reader.selected == (5, 15)


@pytest.mark.case("SG16")
def test_a_double_click_is_extended_too(reader: Reader) -> None:
    reader.double_click(reader.point(8))
    reader.type("Ctrl+Shift+Left")
    assert reader.selected == (5, 15)


@pytest.mark.case("SG17")
def test_labels_do_not_move_a_single_letter(reader: Reader) -> None:
    before = [reader.rects(offset) for offset in range(len(reader.text))]
    order = reader.graphemes_seen()
    reader.mark((4, 15))
    reader.view.set_selected_mark("m")
    assert reader.graphemes_seen() == order
    for offset, rects in enumerate(before):
        here = reader.rects(offset)
        assert [(rect.left(), rect.right()) for rect in here] == [(rect.left(), rect.right()) for rect in rects]


@pytest.mark.case("SG19")
def test_a_highlight_grows_from_right_to_left(reader: Reader) -> None:
    length = len(reader.text)
    grown = [reader.rects(0, end)[0] for end in range(1, length + 1)]
    assert all(rect.right() == pytest.approx(grown[0].right()) for rect in grown)
    assert all(after.left() < before.left() for before, after in pairwise(grown))
    assert grown[-1].left() >= 0 and grown[-1].right() <= reader.view.viewport().width()
    assert reader.written(reader.picture(), grown[-1]) > 0.5
