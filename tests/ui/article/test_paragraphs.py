from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.paragraphs import Heights, Paragraphs


@given(st.text(st.sampled_from("اب\n"), max_size=30))
def test_every_offset_lies_in_its_paragraph(text: str) -> None:
    paragraphs = Paragraphs(text)
    assert "\n".join(paragraphs.text_of(index) for index in range(len(paragraphs))) == text
    for offset in range(len(text) + 1):
        index = paragraphs.at(offset)
        assert paragraphs.start(index) <= offset <= paragraphs.end(index)
        assert index == text[:offset].count("\n")


@given(st.lists(st.integers(1, 90), min_size=1, max_size=40), st.data())
def test_sums_stay_right_while_heights_are_corrected(sizes: list[int], data: st.DataObject) -> None:
    heights = Heights(sizes)
    for _ in range(5):
        index = data.draw(st.integers(0, len(sizes) - 1))
        sizes[index] = data.draw(st.integers(1, 90))
        heights.set(index, sizes[index])
    assert heights.total == sum(sizes)
    assert [heights.before(index) for index in range(len(sizes))] == [sum(sizes[:index]) for index in range(len(sizes))]
    y = data.draw(st.integers(-5, sum(sizes) + 5))
    expected = next((index for index in range(len(sizes)) if y < sum(sizes[: index + 1])), len(sizes) - 1)
    assert heights.at(y) == expected
