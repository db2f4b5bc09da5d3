"""Each encoding that an Arabic newsroom still has is found, and no other is taken for one of them."""

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.intake import Article

Read = Callable[..., Article]

SENTENCES = [
    "أعلن وزير النقل سامر الحلبي اليوم أن الميناء الجديد سيفتح في موعده المقرر.",
    "وأضاف الوزير في مؤتمر صحفي: «لن نقبل أي تأخير في المشروع، ولا زيادة في كلفته».",
    "في المقابل، نفت الشركة المنفذة أن تكون قد طلبت تمديد العقد حتى نهاية العام.",
    "وقالت متحدثة باسم نقابة العمال إن الإضراب مستمر ما لم تصرف الرواتب المتأخرة.",
    "ونقلت الوكالة عن مصدر مطلع قوله إن المحادثات بين الطرفين وصلت إلى طريق مسدود.",
    "هل تستطيع الحكومة الوفاء بوعودها؟ سؤال طرحه رئيس كتلة المعارضة أمام البرلمان؛ ولم يجب أحد.",
    "ارتفع عدد القتلى إلى 25 شخصا، وأصيب 120 آخرون (بينهم أطفال) في الانفجار.",
    "وَصَلَ الرَّئِيسُ إِلَى العَاصِمَةِ مَسَاءَ الأَرْبِعَاءِ.",
    "وأكد بيان صادر عن مجلس الأمن ضرورة ضبط النفس وحماية المدنيين وفق القانون الدولي.",
]
HEADLINES = [
    "عاجل: انفجار في الميناء",
    "خطة المشروع الأساسية",
    "رئيس الوزراء يستقيل",
    "أسعار النفط تهبط مجددا",
    "قتلى وجرحى في حادث سير",
    "صدر ثلاثة قرارات جديدة",
    "المعارضة ترفض الحوار",
    "زلزال يضرب شرق البلاد",
]
# What windows-1256 has and ISO-8859-6 has not.
NOT_IN_ISO = str.maketrans({"«": '"', "»": '"'})

ARTICLES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12).map("\n".join)
MARKED = [
    ("utf-8-sig", "UTF-8", b""),
    ("utf-16-le", "UTF-16 LE", b"\xff\xfe"),
    ("utf-16-be", "UTF-16 BE", b"\xfe\xff"),
    ("utf-32-le", "UTF-32 LE", b"\xff\xfe\0\0"),
    ("utf-32-be", "UTF-32 BE", b"\0\0\xfe\xff"),
]
BARE = [
    ("utf-8", "UTF-8"),
    ("utf-16-le", "UTF-16 LE"),
    ("utf-16-be", "UTF-16 BE"),
    ("cp1256", "windows-1256"),
    ("iso8859-6", "ISO-8859-6"),
]


def fitting(text: str, codec: str) -> str:
    return text.translate(NOT_IN_ISO) if codec == "iso8859-6" else text


def encoding_of(article: Article) -> str:
    return next(note.detail for note in article.notes if note.kind == "encoding")


@pytest.mark.parametrize(("codec", "name"), BARE)
@given(text=ARTICLES)
def test_an_article_without_a_mark(read_bytes: Read, codec: str, name: str, text: str) -> None:
    text = fitting(text, codec)
    article = read_bytes(text.encode(codec))
    assert (article.text, encoding_of(article)) == (text, name)


@pytest.mark.parametrize(("codec", "name", "mark"), MARKED)
@given(text=ARTICLES)
def test_an_article_with_a_mark(read_bytes: Read, codec: str, name: str, mark: bytes, text: str) -> None:
    article = read_bytes(mark + text.encode(codec))
    assert (article.text, encoding_of(article)) == (text, name)
    assert [note.count for note in article.notes if note.kind == "bom"] == [1]


@pytest.mark.parametrize(("codec", "name"), BARE)
@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_is_enough(read_bytes: Read, codec: str, name: str, headline: str) -> None:
    article = read_bytes(headline.encode(codec))
    assert (article.text, encoding_of(article)) == (headline, name)


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), min_size=1).filter(
        # What begins like a picture, a page or data is no article, whatever its encoding.
        lambda text: (
            re.search(r"\w", text) is not None
            and not text.startswith(("\ufeff", "GIF8"))
            and not text.lstrip().startswith(("<", "{", "[", "/"))
        )
    )
)
def test_any_text_in_utf8(read_bytes: Read, text: str) -> None:
    assert read_bytes(text.encode()).text == re.sub("[\u2028\u2029]", "\n", text)


@pytest.mark.parametrize("codec", ["cp1256", "iso8859-6"])
@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_a_page_of_latin_may_stand_before_the_arabic(read_bytes: Read, codec: str, ending: str) -> None:
    text = "Reuters / AFP - 2026-11-22 - for immediate release\n" * 2000 + HEADLINES[0]
    assert read_bytes(text.replace("\n", ending).encode(codec)).text == text


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1251", "Президент заявил в среду, что переговоры продолжатся"),
        ("cp1253", "Ο πρόεδρος δήλωσε ότι οι συνομιλίες θα συνεχιστούν"),
        ("latin-1", "Le président a déclaré à la presse: où ça? Voilà l'été."),
        ("cp1254", "Cumhurbaşkanı görüşmelerin süreceğini söyledi"),
        ("cp1252", "He said “yes” – für größere Flüsse"),
        ("cp1255", "הנשיא אמר כי השיחות יימשכו גם מחר"),
        ("cp1250", "Prezident řekl, že příští týden začne jednání"),
        ("koi8-r", "Президент заявил в среду, что переговоры продолжатся"),
        ("gbk", "总统星期三表示谈判将继续"),
        ("shift_jis", "大統領は水曜日に会談を続けると述べた"),
        ("euc-kr", "대통령은 수요일에 회담이 계속될 것이라고 말했다"),
        ("mac_arabic", "قال الرئيس إن المحادثات ستستمر"),
    ],
)
def test_other_encodings_are_never_taken_for_arabic(read_bytes: Read, codec: str, text: str) -> None:
    with pytest.raises(InputError, match=r"article\.txt: .*--encoding"):
        read_bytes(text.encode(codec))
    assert read_bytes(text.encode(codec), codec).text == text


@pytest.mark.parametrize("sentence", [one for one in SENTENCES if one.encode("cp720", "ignore").decode("cp720") == one])
def test_dos_arabic_is_found(read_bytes: Read, sentence: str) -> None:
    article = read_bytes(sentence.encode("cp720"))
    assert (article.text, encoding_of(article)) == (sentence, "DOS Arabic (cp720)")


@pytest.mark.parametrize("size", [40, 400])
def test_mac_arabic_is_asked_for(read_bytes: Read, size: int) -> None:
    text = " ".join(SENTENCES).translate(NOT_IN_ISO)[:size]
    with pytest.raises(InputError, match="--encoding"):
        read_bytes(text.encode("mac_arabic"))
    assert read_bytes(text.encode("mac_arabic"), "mac_arabic").text == text


def test_one_word_may_be_too_little_to_tell(read_bytes: Read) -> None:
    with pytest.raises(InputError, match="--encoding"):
        read_bytes("شؤون".encode("cp1256"))


@pytest.mark.parametrize("size", [50, 500, 5000])
def test_random_bytes_are_no_text(read_bytes: Read, size: int) -> None:
    source = random.Random(size)
    for _ in range(50):
        with pytest.raises(InputError, match="article"):
            read_bytes(source.randbytes(size))


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("قال الرئيس".encode()[:-1], "byte 17 of 18"),
        ("قال".encode() + b"\xff" + " الرئيس إن".encode(), "byte 6 of"),
        (b"\xef\xbb\xbf" + "قال".encode() + b"\xd9", "byte 9 of 10"),
        ("\ufeffقال".encode("utf-16-le")[:-1], "byte 6 of 7"),
        ("قال الرئيس".encode("utf-16-be")[:-1], "byte 18 of 19"),
        (b"\xfe\xff\xd8\x3d\x06\x27", "byte 2 of 6"),
    ],
)
def test_damage_is_told_with_its_place(read_bytes: Read, data: bytes, place: str) -> None:
    with pytest.raises(InputError, match=rf"article\.txt: {place}"):
        read_bytes(data)


def test_a_named_encoding_is_obeyed(read_bytes: Read) -> None:
    article = read_bytes("قال".encode("cp1256"), "windows-1256")
    assert (article.text, encoding_of(article)) == ("قال", "windows-1256")
    assert read_bytes("été".encode("latin-1"), "latin-1").text == "été"
    with pytest.raises(InputError, match=r"article\.txt: byte 0 of 3 is not UTF-8"):
        read_bytes("قال".encode("cp1256"), "utf-8")


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "a\0b", "undefined"])
def test_what_is_no_encoding_is_refused(read_bytes: Read, name: str) -> None:
    with pytest.raises(InputError, match="There is no encoding"):
        read_bytes(b"yes", name)
