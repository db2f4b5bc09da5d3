from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.text.graphemes import boundaries
from annotator.text.sentences import following, preceding, sentence_at, sentences

PIECES = [
    *"اب مَ aZé1٣\n\t .،؛؟!?…۔:«»“”\"'‘’()[]-–—/%@#",
    *"\r\u0085\u2028\u00a0\u202f\u064e\u0651\u0640\u200b\u200c\u200d\u200f\u202e\u0600\ufe0f👨👩🇸🇦🏽‼©ﷺ",
    *["قال ", "نعم. ", "لا؟ ", "د. ", "أ.ف.ب. ", "3.5", "http://a.b/?c ", "...", ".» ", "؟» ", "\r\n", "«", "». "],
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=40).map("".join)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("قال الوزير ذلك.| وأضاف شيئا؟| نعم!| ثم صمت…| ثم عاد", id="each stop"),
        pytest.param("هل ذهب؟!| نعم...| وعاد..| وقال", id="several stops"),
        pytest.param("عاجل: قال، ثم أضاف؛ وختم", id="clauses are no sentences"),
        pytest.param("  سطر أول|\r\n\n سطر ثان|\u2028سطر ثالث. |\n", id="lines"),
        pytest.param("بلغ النمو 3.5% و1,200.5 و٣٫٥٪.| وفي 12.3.2026 توقف.", id="numbers"),
        pytest.param("انتهى في 2020.| وبدأ عام 632 م.| ثم عاد", id="a number or an era at the end"),
        pytest.param("نقلت أ.ف.ب. عن د. أحمد وم. سامي وأ.د. علي ذلك.| نعم", id="abbreviations"),
        pytest.param("قال ود. أحمد وقال د.سمير ذلك.| نعم", id="titles"),
        pytest.param("قَالَ دُ. أَحْمَد ذَلِكَ.| وَأَضَافَ.", id="with harakat"),
        pytest.param("زار www.example.com.| ثم https://a.com/?q=1 وكتب x@y.com.| نعم", id="addresses"),
        pytest.param("يعمل في .NET وملف file.txt وموقع Yahoo!Inc هنا.| نعم", id="stops inside names"),
        pytest.param("وصل.|وقال ذلك؟|نعم!|لا", id="without spaces"),
        pytest.param("قال: «نعم».| وأضاف.", id="the stop behind the mark"),
        pytest.param("قال: «لن نرحل.»| وأضاف “سنبقى.”| ثم قال “لا.”|\u00a0نعم", id="the stop before the mark"),
        pytest.param("« لن نرحل. »| ثم قال (نعم).| [لا.]| كذا", id="marks with spaces inside"),
        pytest.param("«هل وصل؟»، سأل الوزير.| «لا!»؛ أجاب آخر.", id="a quotation that a comma follows"),
        pytest.param("رأينا مسرحية «ماذا بعد؟» على الخشبة.| نعم", id="a question inside a sentence"),
        pytest.param("وسأل: «ماذا بعد؟»| وأضاف أن لا.", id="a question that a colon announced"),
        pytest.param("وقال: «الميناء جاهز.| سنفتحه غدا».| وأضاف كذا.", id="sentences of one quotation"),
        pytest.param("قال (انظر ص. 5. شكرا) ثم ذهب.| (هذا كل شيء.)| نعم", id="brackets"),
        pytest.param("قال [...] ثم ذهب.| ... وعاد", id="what was left out"),
        pytest.param('قال.|"نعم" كذا."| ثم "لا."| كذا', id="straight marks open and close"),
        pytest.param("1. قال كذا.| 2. قال غيره.| أ. وقال", id="lists"),
        pytest.param("He met J. Smith of the U.S. Army at 5 p.m. sharp.| See No. 5.| “Why?” she asked.", id="Latin"),
        pytest.param("انتهى. 😀|\nانتهى.| –وقال", id="a picture behind the stop"),
        pytest.param("انتهى 👨‍👩‍👧!| ثم 🇸🇦.| نعم", id="pictures before the stop"),
        pytest.param("می‌خواهم.\u200f| \u202bنعم.\u202c| لا", id="hidden characters"),
    ],
)
def test_sentences_of(marked: str) -> None:
    pieces = (piece.strip() for piece in marked.split("|"))
    assert cut(marked.replace("|", "")) == [piece for piece in pieces if piece]


def test_only_sentences_that_share_a_character_are_told() -> None:
    text = "قال. نعم. لا.\nسطر."
    assert sentences(text, 5, 6) == [(5, 9)]
    assert sentences(text, 3, 6) == [(0, 4), (5, 9)]
    assert sentences(text, 4, 5) == sentences(text, 9, 9) == sentences(text, 7, 3) == []
    assert sentences(text, -5, 99) == sentences(text) == [(0, 4), (5, 9), (10, 13), (14, 18)]


@pytest.mark.parametrize(
    ("offset", "sentence"),
    [(-1, "قال."), (0, "قال."), (5, "قال."), (6, "قال."), (7, "نعم"), (10, "نعم"), (11, ""), (12, "لا."), (99, "لا.")],
)
def test_the_sentence_at_an_offset(offset: int, sentence: str) -> None:
    text = " قال.  نعم\n\nلا."
    start, end = sentence_at(text, offset)
    assert text[start:end] == sentence


@given(TEXTS)
@example("قال.\u0600 نعم")
@example("‼\u200d👩.")
@example("\u064eقال. \u064eنعم")
def test_sentences_are_sorted_and_disjoint_and_cover_all_that_is_seen(text: str) -> None:
    found = sentences(text)
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    covered = {place for start, end in found for place in range(start, end)}
    assert all(char.isspace() for place, char in enumerate(text) if place not in covered)
    assert not any("\n" in text[start:end] or "\r" in text[start:end] for start, end in found)


@given(TEXTS)
def test_sentences_split_no_grapheme(text: str) -> None:
    edges = set(boundaries(text))
    assert all({start, end} <= edges for start, end in sentences(text))


@given(TEXTS, st.integers(0, 60))
def test_walking_meets_the_same_sentences(text: str, offset: int) -> None:
    found = sentences(text)
    assert list(following(text, offset)) == [one for one in found if one[1] > offset]
    assert list(preceding(text, offset)) == [one for one in reversed(found) if one[0] < offset]
    start, end = sentence_at(text, offset)
    assert (start, end) in found or start == end


@given(TEXTS)
def test_a_line_is_cut_whatever_stands_around_it(text: str) -> None:
    moved = [(start + 9, end + 9) for start, end in sentences(text)]
    assert sentences("نعم. لا.\n" + text)[2:] == moved
