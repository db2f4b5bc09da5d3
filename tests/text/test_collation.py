"""Names stand in the order of their own alphabet."""

from random import Random

import pytest

from annotator.text.collation import alphabet_of, sorter


@pytest.mark.parametrize(
    ("alphabet", "names"),
    [
        ("fa", "بهرام پارسا چابهار ژاله کرمان گرگان وحید هادی یوسف"),
        ("ar", "إبراهيم أحمد باسم تامر ثامر كمال هادي وحيد يوسف alpha Delta Émile"),
        ("ur", "آصف اسلم بےنظیر تنویر ٹیپو ثاقب دانش ڈاکٹر وسیم ہادی یاسر"),
        ("ckb", "ئازاد بەهار پشتیوان رزگار ڕێبوار لاو ڵاو هێمن"),
        ("ps", "تور ټول جمال ځلمی چمن څانګه خان ښاد"),
        ("sd", "احمد ٻاجهر ڀٽو تاج ٿر ٽالپر پير ڄام چنڊ ڇٽو داد ڌرم ڏاهي ڊاڪٽر فضل ڦل ڪراچي کيئل گل ڳوٺ نوح هادي ياسر"),
        ("ug", "ئارزۇ ئەخمەت باتۇر چاغان كامىل گۈل نۇرى ھاجى ئوسمان ئۇرخۇن ئۆمەر ئۈمىت ۋەلى ئېلى ئىلھام ياسىن"),
        ("he", "אבי כהן מרים משה שלום"),
    ],
)
def test_names_are_sorted_by_the_alphabet_that_they_are_written_in(alphabet: str, names: str) -> None:
    wanted = names.split()
    mixed = Random(7).sample(wanted, len(wanted))
    assert alphabet_of(mixed) == alphabet
    assert sorted(mixed, key=sorter(mixed)) == wanted


def test_spellings_of_one_name_stand_together() -> None:
    names = ["أحمد علي", "احمد باسم", "أَحمد باسم", "احمـد", "باسم"]
    place = sorter(names)
    assert sorted(names, key=place) == ["احمـد", "أَحمد باسم", "احمد باسم", "أحمد علي", "باسم"]


def test_an_empty_list_and_other_scripts_have_an_order_too() -> None:
    assert alphabet_of([]) == "ar"
    names = ["Яна", "Zoe", "", "42", "علي"]
    assert sorted(names, key=sorter(names))[:2] == ["", "علي"]
