from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.offsets import Utf16Map

TEXTS = st.text(st.sampled_from("اَّبa 😀𞤀𝐀👩\u200d🇸🇦\n"), max_size=40)


@given(TEXTS)
def test_both_directions_agree_with_an_encoder(text: str) -> None:
    units = Utf16Map(text)
    for offset in range(len(text) + 1):
        unit = len(text[:offset].encode("utf-16-le")) // 2
        assert units.to_units(offset) == unit
        assert units.to_points(unit) == offset
    assert units.length == len(text.encode("utf-16-le")) // 2


def test_the_second_half_of_a_pair_is_its_own_character() -> None:
    units = Utf16Map("ا😀ب")
    assert [units.to_points(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


def test_ten_thousand_emoji_before_a_word_do_not_shift_it() -> None:
    units = Utf16Map("😀" * 10_000 + "كلمة")
    assert units.to_units(10_002) == 20_002
    assert units.to_points(20_002) == 10_002
