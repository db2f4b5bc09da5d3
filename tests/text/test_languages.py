"""Spellings of Arabic, Persian, Urdu, Kurdish, Hebrew and Yiddish, as newspapers print them."""

import pytest

from annotator.text.direction import base_direction
from annotator.text.folding import find
from annotator.text.phrases import quoted
from annotator.text.sentences import sentence_at, sentences
from annotator.text.tokens import tokens, word_at
from annotator.text.transliterate import is_arabic, transliterate


def _word(text: str, at: str) -> str:
    found = word_at(text, text.index(at))
    assert found is not None
    return text[slice(*found)]


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ('הוא אמר ל"הארץ" כי "לא נסכים" לתנאים.', "הארץ", "הארץ"),
        ('כתב וב"מעריב" נאמר', "מעריב", "מעריב"),
        ('דובר צה"ל אמר', "צה", 'צה"ל'),
        ('ב"כ הנאשם', "כ ", 'ב"כ'),
        ('המ"מים והמנכ"לית', "מים", 'המ"מים'),
        ("ג'ורג' בוש הגיע", "ורג", "ג'ורג'"),
        ("הוא כתב 'ג'ורג'' ושתק", "ורג", "ג'ורג'"),
        ("נאמר 'הארץ' אתמול", "הארץ", "הארץ"),
        ("נאמר ל'הארץ' אתמול", "הארץ", "הארץ"),
        ("שנת ה'תשפ\"ד", "תשפ", "ה'תשפ\"ד"),
        ("سنة 1402 هـ.ق وبعدها", "ق", "هـ.ق"),
        ("قناة سي.إن.إن نقلت", "سي", "سي.إن.إن"),
        ("عن الـإف.بي.آي أن", "بي", "الـإف.بي.آي"),
        ("بی۔بی۔سی کے مطابق", "سی", "بی۔بی۔سی"),
        ("انتهى.وقال", "وقال", "وقال"),
        ("بي.بي.سيارة", "سيارة", "سيارة"),
    ],
)
def test_a_double_click_takes_the_word(text: str, at: str, word: str) -> None:
    assert _word(text, at) == word


@pytest.mark.parametrize(
    ("text", "at", "sentence"),
    [
        (
            "قناة سي.إن.إن نقلت عن الـإف.بي.آي. أن التحقيق بدأ. وقالت.",
            "نقلت",
            "قناة سي.إن.إن نقلت عن الـإف.بي.آي. أن التحقيق بدأ.",
        ),
        ("رہنما پی۔ ٹی۔ آئی نے بیان دیا۔", "بیان", "رہنما پی۔ ٹی۔ آئی نے بیان دیا۔"),
        ("انظر الفقرة 2.1. الشروط العامة من العقد.", "الشروط", "انظر الفقرة 2.1. الشروط العامة من العقد."),
        ("بلغ النمو 2.1. وقال الوزير إن ذلك جيد.", "وقال", "وقال الوزير إن ذلك جيد."),
        ("سنة ۱۴۰۲ ه. ش. بود.", "بود", "سنة ۱۴۰۲ ه. ش. بود."),
        ("في عام 1445 هـ. ق. انتهى", "انتهى", "في عام 1445 هـ. ق. انتهى"),
        ("في عام 1445 هـ. وقال آخر.", "آخر", "وقال آخر."),
        ("أعلنت سي.إن.إن. وقال آخر.", "آخر", "وقال آخر."),
        ("زار موقع النورس.نت اليوم.", "نت", "زار موقع النورس.نت اليوم."),
    ],
)
def test_a_triple_click_takes_the_sentence(text: str, at: str, sentence: str) -> None:
    assert text[slice(*sentence_at(text, text.index(at)))] == sentence
    assert sentence in [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "at", "inner"),
    [
        ("قال تعالى ﴿إنا أعطيناك الكوثر﴾ في السورة.", "أعطيناك", "إنا أعطيناك الكوثر"),
        ("وأكد أن <<القرار نهائي>> ولا رجعة.", "نهائي", "القرار نهائي"),
        ("כתב ״שלום עולם״ אמש", "עולם", "שלום עולם"),
        ("قال ''نعم للسلام'' ثم", "للسلام", "نعم للسلام"),
        ("وقال ❝لا بد❞ اليوم", "بد", "لا بد"),
        ("دعا إلى 《الهدوء التام》", "التام", "الهدوء التام"),
        ('דובר צה"ל אמר ל"ידיעות אחרונות": "ננצח במערכה".', "במערכה", "ננצח במערכה"),
        ('ترك "علامة وحدها، ثم قال "نعم أبدا"', "أبدا", "نعم أبدا"),
        ('قال "نعم" و"لا أبدا" ثم', "أبدا", "لا أبدا"),
        ('ترك "علامة وحدها، ثم قال و"نعم أبدا"', "أبدا", "نعم أبدا"),
    ],
)
def test_marks_of_quotation_find_each_other(text: str, at: str, inner: str) -> None:
    place = text.index(at)
    assert [text[start:end] for start, end in quoted(text, place, place)] == [inner]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("شركة Apple Inc تطلق iPhone في دبي", "rtl"),
        ("عاجل: بيان جديد https://www.example.com/news/2026/11/22/statement-full-text", "rtl"),
        ("🇸🇦🇪🇬🇯🇴🇶🇦🇰🇼 قمة", "rtl"),
        ("بيان @harbour_authority_news #Breaking_News_Today", "rtl"),
        ("اكتبوا إلى press.office@example.org", "rtl"),
        ("The minister of transport said «نعم»", "ltr"),
        ("https://example.com/قال", "rtl"),
    ],
)
def test_words_decide_which_way_a_text_runs(text: str, direction: str) -> None:
    assert base_direction(text) == direction


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("نواز شریف", "Nwaz Shrif"),
        ("ٹیپو سلطان", "Tipu Sltan"),
        ("ژاله گرگان", "Zhalh Grgan"),
        ("هەولێر", "Hawlir"),
        ("آیت\u200cالله", "Aytallh"),
        ("بے نظیر بھٹو", "Bi Nzir Bhtu"),
    ],
)
def test_names_of_other_languages_become_latin_whole(name: str, latin: str) -> None:
    assert transliterate(name) == latin
    assert not is_arabic(latin)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("خانۀ پدری در تهران", "خانه"),
        ("خانهٔ پدری در تهران", "خانۀ"),
        ("بلغ النمو ١٢٫٥ في المئة", "12.5"),
        ("بلغ ١٬٢٠٠ طن", "1,200"),
        ("النسبة ٥٠٪ تقريبا", "50%"),
        ("הפגנה בתל־אביב אמש", "תל-אביב"),
        ("لقاح كوفيد\u201119 متاح", "كوفيد-19"),
        ("بين ٢٠٢٠–٢٠٢١", "2020-2021"),
        ("وَلَا تَكُ شَيۡـٔٗا مَّذۡكُورًا", "شيئا"),
        ("لَا رَيۡبَ ۛ فِيهِ", "ريب فيه"),
        ("شاری هەولێر", "هه\u200cولێر"),
        ("די װעלט איז גרױס", "וועלט"),
        ("קײנער און דערנאָך", "קיינער"),
        ("قال: هل وصل؟ نعم", "وصل? نعم"),
        ("یہ خبر ہے۔ دوسری", "ہے. دوسری"),
        ("مجموعہ\u0674 کلام", "مجموعہ کلام"),
        ("دنیاۓ اسلام", "دنیاے اسلام"),
        ("ڪتاب سنڌي", "كتاب سنڌي"),
        ("ﺇﻻ ﺍﷲ ربنا", "إلا الله"),
        ("يَسۡـَٔلُونَكَ عَنِ", "يسألونك عن"),
        ("إِلَيۡهِ مَـَٔابٖ", "إليه مآب"),
        ("جِئۡتَ ٱلۡـَٰٔنَ", "الآن"),
        ("سَيِّـَٔاتِ مَا", "سيئات"),
        ("وَٱلۡأَفۡـِٔدَةَۚ", "والأفئدة"),
        ("وَٱلنَّبِيِّـۧنَ", "والنبيين"),
        ("ٱلۡقُرۡءَانُ", "القرآن"),
        ("نحو ١٢∕٥ منه", "12/5"),
        ("الساعة 12∶30", "12:30"),
        ("٢٠٢٠⁃٢٠٢١", "2020-2021"),
        ("هل وصل⸮ نعم", "وصل؟ نعم"),
        ("قال ''نعم'' ثم", '"نعم"'),
        ("قال <<نعم>> ثم", "«نعم»"),
        ("قال ❝نعم❞ ثم", '"نعم"'),
        ("دعا إلى 《نعم》", "«نعم»"),
        ("צה''ל הודיע", 'צה"ל'),
        ("ג`ורג` בוש", "ג'ורג'"),
        ("צ´ק בלי", "צ'ק"),
        ("הוא כתב 'ג'ורג'' ושתק", "ג׳ורג׳"),
    ],
)
def test_a_search_knows_a_word_in_another_spelling(text: str, query: str) -> None:
    assert len(find(text, query)) == 1
    assert find(text, query, exact=True) == []


def test_words_of_an_acronym_are_one_token_in_a_sentence() -> None:
    text = "وقالت بي.بي.سي إن النتائج قريبة"
    assert [text[start:end] for start, end in tokens(text)][1] == "بي.بي.سي"
