"""Normalisation and search: found in any spelling, never in another word, always whole graphemes."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from annotator import Project
from annotator.text import graphemes
from annotator.text.folding import find
from annotator.text.normalize import normal_form

Reader = Any
Case = dict[str, Any]


def hits(case: Case, query: str, **how: bool) -> list[str]:
    """What is found, and that each of it is made of whole graphemes."""
    bounds = set(graphemes.boundaries(case["text"]))
    found = find(case["text"], query, **how)
    assert all({start, end} <= bounds for start, end in found)
    return [case["text"][start:end] for start, end in found]


@pytest.mark.case("OF13")
def test_harakat_are_deleted_and_never_become_spaces(case: Case) -> None:
    assert find(case["text"], "قرر") == [(0, 7)]
    assert hits(case, "المجلس") == ["المَجلِسُ"]
    assert hits(case, "ق ر") == []


@pytest.mark.case("SE06")
def test_whole_words_do_not_include_words_with_clitics(case: Case) -> None:
    assert find(case["text"], "فيروس", whole=True) == [(6, 11)]
    assert len(find(case["text"], "فيروس")) == 4


@pytest.mark.case("NS03")
def test_all_forms_of_alef_are_one(case: Case) -> None:
    assert [len(find(case["text"], query)) for query in ("احمد", "ابراهيم", "اسفي", "الرحمن")] == [2, 1, 1, 1]
    assert [len(find(case["text"], query)) for query in ("أحمد", "إبراهيم", "آسفي", "ٱلرحمن")] == [2, 1, 1, 1]
    assert hits({"text": "ذهب إلى البيت"}, "الا") == []  # alef maksura at the end is no alef


@pytest.mark.case("NS07")
def test_stretched_words_are_found_with_their_tatweels(case: Case) -> None:
    assert find(case["text"], "سلام") == [(0, 8), (18, 24)]
    assert hits(case, "ســلام") == ["ســــلام", "ســلام"]


@pytest.mark.case("NS08")
def test_digits_of_every_set_find_each_other(case: Case) -> None:
    for query in ("123", "١٢٣", "۱۲۳"):
        assert hits(case, query) == ["١٢٣", "۱۲۳", "123"]


@pytest.mark.case("NS10")
def test_a_sign_that_stands_for_a_phrase_is_found_as_one(case: Case) -> None:
    for query in ("صلى الله عليه وسلم", "الله عليه", "وسلم"):
        assert find(case["text"], query) == [(10, 11)]
    assert find(case["text"], "للناس") == [(12, 17)]


@pytest.mark.case("NS11")
def test_arabic_and_persian_letters_find_each_other(case: Case) -> None:
    for query in ("تبريز", "تبریز"):
        assert find(case["text"], query) == [(6, 11), (14, 19)]
    for query in ("كتاب", "کتاب"):
        assert find(case["text"], query) == [(21, 25), (27, 31)]


@pytest.mark.case("NS12")
def test_the_order_of_two_marks_makes_no_difference_and_is_kept(case: Case, project: Project, exported: Any) -> None:
    first, second = case["text"][0:6], case["text"][9:15]
    assert first != second
    for query in (first, second):
        assert find(case["text"], query, exact=True) == [(0, 6), (9, 15)]
    assert find(case["text"], "محمد") == [(0, 6), (9, 15)]
    assert normal_form(first) == normal_form(second)
    project.add_document(case["text"])
    assert exported()[0]["text"] == case["text"]


@pytest.mark.case("NS14")
def test_marks_are_inside_words(case: Case) -> None:
    for query in ("أَمَامَ", "امام"):
        assert find(case["text"], query, whole=True) == [(4, 11)]


@pytest.mark.case("NS15")
def test_punctuation_of_any_script_ends_a_word(case: Case) -> None:
    assert find(case["text"], "مصر", whole=True) == [(4, 7), (20, 23)]


@pytest.mark.case("NS16")
def test_a_hit_grows_letter_by_letter_with_all_marks(case: Case) -> None:
    grown = [find(case["text"], "اعلن"[:typed])[0] for typed in range(1, 5)]
    assert grown == [(0, 2), (0, 4), (0, 6), (0, 8)]


@pytest.mark.case("NS18")
def test_small_signs_of_the_quran_do_not_count(case: Case) -> None:
    assert find(case["text"], "امنوا") == find(case["text"], "آمنوا") == [(8, 16)]
    assert hits(case, "امن الله") == []


@pytest.mark.case("NS19")
def test_latin_is_found_in_either_case(case: Case) -> None:
    assert hits(case, "reuters") == ["Reuters", "REUTERS"]
    assert hits(case, "reuters", exact=True) == []


@pytest.mark.case("NS20")
def test_a_hamza_on_its_seat_is_spelling(case: Case) -> None:
    assert find(case["text"], "مسوول") == [(13, 18)]
    assert find(case["text"], "سوال") == []
    assert hits(case, "مسؤول") == ["مسؤول"]


@pytest.mark.case("NS23")
def test_a_tanwin_is_not_taken_off(case: Case) -> None:
    assert find(case["text"], "رحيم", whole=True) == [(15, 19)]
    assert len(find(case["text"], "رحيم")) == 3


@pytest.mark.case("NS24")
def test_what_is_read_before_a_hit_stands_to_its_right(reader: Reader) -> None:
    [(start, end)] = find(reader.text, "فيروس")
    [hit] = reader.rects(start, end)
    [before] = reader.rects(*reader.of("قال الوزير إن"))
    [after] = reader.rects(*reader.of("كورونا انتشر في المدينة"))
    assert after.right() < hit.left() and hit.right() < before.left()


@pytest.mark.case("NS25")
def test_hebrew_in_any_order_of_points_is_kept_and_found(
    case: Case, project: Project, bring: Any, exported: Any
) -> None:
    id = bring(case["text"].encode())
    assert project.document(id).text.encode() == case["text"].encode()
    assert exported()[0]["text"] == case["text"]
    assert hits(case, "בראשית") == [case["text"].split()[0]]


@pytest.mark.case("EM01")
def test_half_a_family_is_not_found(reader: Reader, case: Case) -> None:
    assert find(case["text"], "👨\u200d👩\u200d👧") in ([], [(8, 15)])
    reader.mark((8, 13))
    assert reader.rects(8, 13) == reader.rects(8, 15)
    [box] = reader.rects(8, 15)
    assert reader.filled(reader.picture(), box) == 1
    assert reader.drag(reader.point(8, 0.1), reader.point(8, 0.9), Qt.KeyboardModifier.AltModifier) == (8, 15)
