"""The words around a hit."""

from time import thread_time

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.context import around
from annotator.text.graphemes import boundaries

TEXT = "أعلن الوزير أمس أن الحكومة قررت تأجيل الانتخابات إلى العام المقبل\nوقال آخر"


def test_a_short_paragraph_stands_there_whole() -> None:
    start = TEXT.index("وقال")
    assert around(TEXT, start, start + 4, 60) == ("", " آخر")


def test_what_is_cut_is_cut_between_words() -> None:
    start = TEXT.index("الحكومة")
    assert around(TEXT, start, start + 7, 12) == ("…أمس أن ", " قررت تأجيل…")


def test_no_pair_of_an_emoji_is_split() -> None:
    text = "🎺" * 30 + "في" + "🎺" * 30
    assert around(text, 30, 32, 3) == ("…🎺🎺🎺", "🎺🎺🎺…")


@given(st.text(alphabet="اَبّ 🎺👨\u200d\n\u0301e", max_size=80), st.data())
def test_both_sides_meet_the_hit_and_split_no_cluster(text: str, data: st.DataObject) -> None:
    bounds = list(boundaries(text))
    start, end = sorted((data.draw(st.sampled_from(bounds)), data.draw(st.sampled_from(bounds))))
    before, after = around(text, start, end, data.draw(st.integers(0, 20)))
    before, after = before.removeprefix("…"), after.removesuffix("…")
    assert text[:start].endswith(before)
    assert text[end:].startswith(after)
    assert {start - len(before), end + len(after)} <= set(bounds)


def test_many_hits_in_a_text_without_a_sure_boundary_cost_no_more_than_elsewhere() -> None:
    text = "😀" * 200_000 + "كلمة" + "क" * 200_000
    began = thread_time()
    for place in range(150_000, 200_000, 500):
        before, after = around(text, place, place + 1, 60)
        assert len(before) == len(after) == 61
    assert thread_time() - began < 1.0
