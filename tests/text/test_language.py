"""The language of an article, by its letters, its small words, or what py3langid makes of them."""

import pytest

from annotator.text.language import language_of, primary


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قال الوزير إن الميناء جاهز."),
        ("ar", "شركة Apple Inc تطلق iPhone في دبي"),
        ("ar", "زار وزير الخارجية الإيراني محمد جواد ظریف باكستان والتقى نواز شریف"),
        ("ar", "عاجل: بيان جديد https://www.example.com/news/2026/11/22/statement-full-text"),
        ("fa", "وی تأکید کرد: «ما آماده‌ایم»."),
        ("fa", "رئیس جمهور ایران گفت که مذاکرات ادامه دارد"),
        ("fa", "او می‌رود خانه"),
        ("ur", "وزیر نے کہا۔"),
        ("ur", "نواز شریف نے کہا ہے کہ وہ استعفیٰ نہیں دیں گے"),
        ("he", "כותרת\nטקסט."),
        ("he", "עסקים ופוליטיקה: ראש הממשלה אמר אמש"),
        ("ar", "الوزير يستقيل"),
        ("ar", "iPhone 15 Pro Max في الأسواق"),
        ("ar", "By John Smith, Cairo Bureau\nوقال الوزير إن المباحثات"),
        ("ar", "ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺍﻟﻤﺒﺎﺣﺜﺎﺕ ﻧﺎﺟﺤﺔ"),
        ("fa", "زلزله در تهران"),
        ("ur", "صدر پاکستان کا بیان"),
        ("ckb", "ئه\u200cم هه\u200cواڵه\u200c له\u200c هه\u200cولێره\u200cوه\u200c هات"),
        ("yi", "ייִדיש"),
        ("yi", "די װעלט איז גרױס און שײן"),
        ("ckb", "شاری هەولێر پایتەختی هەرێمی کوردستانە"),
        ("ku", "Serokwezîr got ku civîn wê berdewam bike li Amedê"),
        ("ps", "خپل هیواد ته راغلو ښه"),
        ("sd", "سنڌ جي وڏي وزير چيو آهي"),
        ("ug", "ئۇيغۇر ئاپتونوم رايونى"),
        ("en", "The minister said yesterday that it is over."),
        ("fr", "Le ministre a déclaré que les négociations continuent"),
        ("tr", "Bakan görüşmelerin devam ettiğini söyledi"),
    ],
)
def test_a_text_tells_its_language(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", ["عاجل", "صبحي", "قال", "12345", "Straße", "كلمة ܫܠܡܐ هنا", "🇸🇦🇪🇬 قمة", "", "ملک سلمان", "البته نه"]
)
def test_a_text_that_is_too_short_to_tell_is_undetermined(text: str) -> None:
    assert language_of(text) == "und"


def test_varieties_of_arabic_are_arabic() -> None:
    assert [primary(tag) for tag in ("ar-EG", "arz", "AR", "fa-AF", "ku")] == ["ar", "ar", "ar", "fa", "ku"]
