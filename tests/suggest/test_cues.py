"""The rules, on sentences written for them. `cue | source | claim [… second part] [| act]`, `-` for no source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import resources
from annotator.domain.document import Document
from annotator.domain.scheme import Label, Scheme
from annotator.domain.scheme_file import read_scheme
from annotator.suggest.cues import suggest_cues
from annotator.suggest.proposal import Proposal
from annotator.suggest.registry import Context
from annotator.text.graphemes import boundaries


def _scheme() -> Scheme:
    return read_scheme(
        resources.path("schemes", "actors-claims.toml").read_text(encoding="utf-8"), "actors-claims.toml"
    )


CONTEXT = Context(scheme=_scheme())


def _suggest(text: str, context: Context = CONTEXT) -> list[Proposal]:
    return suggest_cues(Document(id="0" * 32, title="", text=text), context)


def _quoted(text: str, proposal: Proposal) -> str:
    return " … ".join(text[start:end] for start, end in proposal.parts)


def _linked(proposals: list[Proposal], claim: Proposal, label: str) -> Proposal | None:
    by_key = {proposal.key: proposal for proposal in proposals}
    return next((by_key[link.to] for link in claim.relations if link.label == label), None)


def _read(text: str) -> list[str]:
    """Each attribution as `cue | source | claim`."""
    proposals = _suggest(text)
    found = []
    for claim in (proposal for proposal in proposals if proposal.label == "claim"):
        cue, source = _linked(proposals, claim, "cue"), _linked(proposals, claim, "source")
        assert cue is not None
        said_by = _quoted(text, source) if source is not None else "-"
        found.append(f"{_quoted(text, cue)} | {said_by} | {_quoted(text, claim)}")
    return found


CLAUSES = [
    ("قال رئيس البلدية إن الجسر سيفتح غدا.", "قال | رئيس البلدية | الجسر سيفتح غدا"),
    ("رئيس البلدية قال إن الجسر سيفتح غدا.", "قال | رئيس البلدية | الجسر سيفتح غدا"),
    ("لكن رئيس البلدية قد قال إنّ الجسر سيفتح.", "قال | رئيس البلدية | الجسر سيفتح"),
    ("أما المحامي فقال إن موكله بريء.", "قال | المحامي | موكله بريء"),
    ("أما المحامي، وهو من أبناء المدينة، فقد أكد أن موكله بريء.", "أكد | المحامي | موكله بريء"),
    ("وقال وزير الصحة، في مؤتمر صحفي عقده أمس، إن العدد تراجع.", "قال | وزير الصحة | العدد تراجع"),
    ("وقال وزير الصحة في مؤتمر صحفي عقده أمس إن العدد تراجع.", "قال | وزير الصحة | العدد تراجع"),
    ("ذكرت صحيفة «الأفق» أن المباراة تأجلت.", "ذكرت | صحيفة «الأفق» | المباراة تأجلت"),
    ("قالت «الأفق» إن المباراة تأجلت.", "قالت | «الأفق» | المباراة تأجلت"),
    ("زعم الجار أنه رأى اللص.", "زعم | الجار | رأى اللص"),
    ("أقر الوزير بأن الخطة فشلت.", "أقر | الوزير | الخطة فشلت"),
    ("حذر خبراء من أن المخزون قد ينفد.", "حذر | خبراء | المخزون قد ينفد"),
    ("كشف رئيس اللجنة عن أن التحقيق انتهى.", "كشف | رئيس اللجنة | التحقيق انتهى"),
    ("أشار تقرير صادر عن البنك إلى أن الديون تضاعفت.", "أشار | تقرير صادر عن البنك | الديون تضاعفت"),
    ("قالت مصادر أمنية إن المشتبه به فر.", "قالت | مصادر أمنية | المشتبه به فر"),
    ("سيعلن الرئيس أن الهدنة انتهت.", "سيعلن | الرئيس | الهدنة انتهت"),
    ("اعلن الرئيس ان الهدنة انتهت.", "اعلن | الرئيس | الهدنة انتهت"),
    ("قَالَتِ الْوَزِيرَةُ إِنَّ الْجِسْرَ فُتِحَ.", "قَالَتِ | الْوَزِيرَةُ | الْجِسْرَ فُتِحَ"),
    ("توقعت الوكالة أن يرتفع النمو.", "توقعت | الوكالة | يرتفع النمو"),
    ("قيل إن الاتفاق وقع سرا.", "قيل | - | الاتفاق وقع سرا"),
    ("ويُعتقد أن الحريق نجم عن ماس.", "يُعتقد | - | الحريق نجم عن ماس"),
    ("وقالوا إنهم باقون هنا.", "قالوا | - | باقون هنا"),
    ("ولفتت إلى أن الملف لم يغلق.", "لفتت | - | الملف لم يغلق"),
    ("أخبرت الأم الشرطة أن ابنها اختفى.", "أخبرت | الأم | ابنها اختفى"),
    ("تساءل النائب عما إذا كانت الأرقام صحيحة.", "تساءل | النائب | عما إذا كانت الأرقام صحيحة"),
    ("وقال الناطق: إن العملية انتهت.", "قال | الناطق | العملية انتهت"),
    ("صرح مصدر مسؤول، طلب عدم ذكر اسمه، بأن الاجتماع ألغي.", "صرح | مصدر مسؤول، طلب عدم ذكر اسمه | الاجتماع ألغي"),
    ("وبعد أن أعلن الوزير أن الخطة جاهزة، انصرف.", "أعلن | الوزير | الخطة جاهزة"),
    ("قال لـ«الأفق» إن القرار نهائي.", "قال | - | القرار نهائي"),
    ("قال سامي مبتسمًا إن القرار نهائي.", "قال | سامي | القرار نهائي"),
    ("قالت وعد حداد إن القرار نهائي.", "قالت | وعد حداد | القرار نهائي"),
    ("وأوضحت الباحثة أمل سالم أن القرار نهائي.", "أوضحت | الباحثة أمل سالم | القرار نهائي"),
    ("المدير وعد بإصلاح الطريق.", "وعد | المدير | إصلاح الطريق"),
    ("وقالت المتحدثة ليلى حداد للصحفيين إن القرار نهائي.", "قالت | المتحدثة ليلى حداد | القرار نهائي"),
    ("أعلنت اللجنة المنظمة للبطولة أن المباراة تأجلت.", "أعلنت | اللجنة المنظمة للبطولة | المباراة تأجلت"),
    ("قال مسؤول كبير، رفض نشر اسمه، إن العجز كبير.", "قال | مسؤول كبير، رفض نشر اسمه | العجز كبير"),
    ("لكن النقابة، التي تضم ألف عامل، ترى أن الأزمة طويلة.", "ترى | النقابة | الأزمة طويلة"),
    ("ونقلت الصحيفة عن مصدر مطلع أن العقد وقع.", "نقلت | مصدر مطلع | العقد وقع"),
    ("قال وزير النقل سامر الحلبي إن الميناء مفتوح.", "قال | وزير النقل سامر الحلبي | الميناء مفتوح"),
    ("ورأت الصحيفة في افتتاحيتها أن الأزمة طويلة.", "رأت | الصحيفة | الأزمة طويلة"),
]

QUOTATIONS = [
    ("وأضاف المتحدث: «لن نتراجع عن قرارنا».", "أضاف | المتحدث | «لن نتراجع عن قرارنا»"),
    ('وقال للصحفيين: "نحن جاهزون للمباراة".', 'قال | - | "نحن جاهزون للمباراة"'),
    ("كتب اللاعب على حسابه: “سأعود قريبا”.", "كتب | اللاعب | “سأعود قريبا”"),
    ("قال المدرب «سنفوز في المباراة القادمة».", "قال | المدرب | «سنفوز في المباراة القادمة»"),
    ("«لن نتراجع»، قال المتحدث.", "قال | المتحدث | «لن نتراجع»"),
    ("«لن نتراجع عن القرار»، يؤكد المتحدث باسم الحزب.", "يؤكد | المتحدث باسم الحزب | «لن نتراجع عن القرار»"),
    ("«لن نتراجع»، قال المتحدث، «عن القرار أبدا».", "قال | المتحدث | «لن نتراجع» … «عن القرار أبدا»"),
    ("«لن نتراجع»، قالت سلمى وهي تغادر، «أبدا».", "قالت | سلمى | «لن نتراجع» … «أبدا»"),
    ("وجاء في بيان للحزب: «لن نشارك».", "جاء | لحزب | «لن نشارك»"),
    ("تساءل النائب: لماذا لم تنشر الأرقام؟", "تساءل | النائب | لماذا لم تنشر الأرقام"),
]

NOUNS = [
    ("نفى المتحدث وجود أي خلاف.", "نفى | المتحدث | وجود أي خلاف"),
    ("ونفى الوزير الأنباء عن استقالته.", "نفى | الوزير | الأنباء عن استقالته"),
    ("نفت الشركة أن تكون قد سرحت عمالها.", "نفت | الشركة | أن تكون قد سرحت عمالها"),
    ("لم تؤكد السفارة مقتل مواطنيها.", "لم تؤكد | السفارة | مقتل مواطنيها"),
    ("أعلنت وزارة التعليم تأجيل الامتحانات.", "أعلنت | وزارة التعليم | تأجيل الامتحانات"),
    ("طالب سكان الحي البلدية بإصلاح الطريق.", "طالب | سكان الحي | إصلاح الطريق"),
    ("اتهمت المعارضة الحكومة بالتلاعب بالنتائج.", "اتهمت | المعارضة | التلاعب بالنتائج"),
    ("اتهم النائب كريم السالمي الوزير بسوء الإدارة.", "اتهم | النائب كريم السالمي | سوء الإدارة"),
    ("دعا الأمين العام الأطراف إلى وقف القتال.", "دعا | الأمين العام | وقف القتال"),
    ("دعت المنظمة إلى ضبط النفس.", "دعت | المنظمة | ضبط النفس"),
    ("حذر خبراء من نفاد المخزون.", "حذر | خبراء | نفاد المخزون"),
    ("وعد المدير العمال بزيادة الأجور.", "وعد | المدير | زيادة الأجور"),
    ("حمّل النائب الشركة مسؤولية التأخير.", "حمّل | النائب | مسؤولية التأخير"),
    ("رفض الناطق الرسمي التعليق على الخبر.", "رفض | الناطق الرسمي | التعليق على الخبر"),
    ("امتنعت الشركة عن التعليق.", "امتنعت | الشركة | التعليق"),
    ("واكتفى بالقول إن الملف مغلق.", "القول | - | الملف مغلق"),
    ("ونقلت الوكالة عن الوزير قوله إن المحادثات فشلت.", "قوله | الوزير | المحادثات فشلت"),
    ("أعلنت الوزارة التوصل إلى اتفاق.", "أعلنت | الوزارة | التوصل إلى اتفاق"),
    ("أعلن الجيش السيطرة على البلدة.", "أعلن | الجيش | السيطرة على البلدة"),
    ("أعلن الاتحاد تعليق البطولة.", "أعلن | الاتحاد | تعليق البطولة"),
    ("أكد الالتزام بالهدنة.", "أكد | - | الالتزام بالهدنة"),
    ("أكد الاتحاد أن البطولة ستبدأ.", "أكد | الاتحاد | البطولة ستبدأ"),
    ("أكد الادعاء العام أن المتهم اعترف.", "أكد | الادعاء العام | المتهم اعترف"),
    ("وسط تحذيرات من أن السد قد ينهار، أخليت القرى.", "تحذيرات | - | السد قد ينهار"),
]

ACCORDING = [
    ("وفقًا للوزارة، ارتفعت الأسعار.", "وفقًا ل | لوزارة | ارتفعت الأسعار"),
    ("ووفقًا لـ«الأفق»، ارتفعت الأسعار.", "وفقًا لـ | «الأفق» | ارتفعت الأسعار"),
    ("ارتفعت الأسعار، وفقًا للوزارة.", "وفقًا ل | لوزارة | ارتفعت الأسعار"),
    ("ارتفعت الأسعار بحسب البنك المركزي.", "بحسب | البنك المركزي | ارتفعت الأسعار"),
    ("ارتفعت الأسعار، بحسب تقرير البنك، بنسبة كبيرة.", "بحسب | تقرير البنك | ارتفعت الأسعار … بنسبة كبيرة"),
    ("«القرار»، بحسب النقابة، «باطل من أصله».", "بحسب | النقابة | «القرار» … «باطل من أصله»"),
    ("بحسب ما أعلنت الوزارة، ارتفعت الأسعار.", "بحسب ما أعلنت | الوزارة | ارتفعت الأسعار"),
    ("ارتفعت الأسعار، كما قال الوزير، منذ أشهر.", "كما قال | الوزير | ارتفعت الأسعار … منذ أشهر"),
    ("القرار باطل، على حد تعبيره.", "على حد تعبيره | - | القرار باطل"),
    ("قال سامي إن العقد، بحسب محاميه، وقع سرا.", "قال | سامي | العقد … وقع سرا"),
    ("قال سامي إن «العقد»، بحسب أمينه ناديا حداد، «لم يوقع بعد».", "قال | سامي | «العقد» … «لم يوقع بعد»"),
    ("قال سامي إن العقد وقع سرا، بحسب الوكالة.", "قال | سامي | العقد وقع سرا"),
    ("من وجهة نظر النقابة، القرار باطل.", "من وجهة نظر | النقابة | القرار باطل"),
    ("وكانت القناة قد ذكرت، نقلًا عن مسؤول سابق، أن المبلغ دفع.", "ذكرت | مسؤول سابق | المبلغ دفع"),
]

SEVERAL = [
    (
        "قال الأب إن ابنه مريض وأضاف أن الطبيب غائب.",
        ["قال | الأب | ابنه مريض", "أضاف | الأب | الطبيب غائب"],
    ),
    (
        "أعلن الجيش أن قواته تقدمت، مضيفًا أن المعارك توقفت.",
        ["أعلن | الجيش | قواته تقدمت", "مضيفًا | الجيش | المعارك توقفت"],
    ),
    (
        "قال المدير إن العمل مستمر. وأضاف أن النتائج قريبة.",
        ["قال | المدير | العمل مستمر", "أضاف | المدير | النتائج قريبة"],
    ),
    (
        "وقالت الوزيرة إن بلادها «لن تقبل»، لكنها دعت إلى الحوار.",
        ["قالت | الوزيرة | بلادها «لن تقبل»", "دعت | الوزيرة | الحوار"],
    ),
    (
        "زعم تاجر أن السعر سيرتفع، غير أن نقابة التجار لم تؤكد ذلك.",
        ["زعم | تاجر | السعر سيرتفع", "لم تؤكد | نقابة التجار | ذلك"],
    ),
    (
        "دافع المدير، يوم الخميس، عن العقد، قائلًا إن شركته دفعت كثيرا.",
        ["قائلًا | المدير | شركته دفعت كثيرا"],
    ),
]

SILENT = [
    "اجتمع الوزير مع السفير أمس وبحثا العلاقات بين البلدين.",
    "وصلت الحافلة إلى المحطة بعد أن تعطلت مرتين.",
    "كتب الطالب درسه ثم نقل الكتب إلى الرف.",
    "كتب الروائي «موسم المطر» في ثلاث سنوات.",
    "علق العمال لافتة كتب عليها «لا للتسريح».",
    "يجب أن تفتح المدارس، ومن المقرر أن يزورها الوزير.",
    "تبين أن الوثيقة مزورة.",
    "رد الجيش على مصادر النيران وتابع الجمهور المباراة.",
    "ذكر اسمه في القائمة، وطلب كوبا من الشاي.",
    "حمل المسافرون حقائبهم بين البيوت.",
    "وفق القانون، يعاقب السارق بالسجن.",
    "استقال الرجل من المقال والقالب.",
    "حكمت المحكمة بسجن المتهم خمس سنوات.",
    "ضمن الفريق التأهل بعد أن أثبت جدارته.",
    "",
    "قال",
    "قال:",
    "وفقًا لـ",
    "إن أن بأن",
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES + QUOTATIONS + NOUNS + ACCORDING)
def test_one_attribution(text: str, expected: str) -> None:
    assert _read(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_attributions(text: str, expected: list[str]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said(text: str) -> None:
    assert _suggest(text) == []


def test_what_a_quotation_says_is_not_the_articles() -> None:
    assert _read("قال سامي: «أكد الوزير أن العقد جاهز».") == ["قال | سامي | «أكد الوزير أن العقد جاهز»"]


def test_a_chain_is_reported_by_what_holds_it() -> None:
    text = "ذكرت القناة أن مسؤولا قال لها إن الوزير أبلغ اللجنة بأن الملحق سري."
    proposals = _suggest(text)
    claims = [proposal for proposal in proposals if proposal.label == "claim"]
    assert [_quoted(text, claim)[:10] for claim in claims] == ["مسؤولا قال", "الوزير أبل", "الملحق سري"]
    assert [_linked(proposals, claim, "reported_by") for claim in claims] == [None, claims[0], claims[1]]
    assert [_quoted(text, source) for claim in claims if (source := _linked(proposals, claim, "source"))] == [
        "القناة",
        "مسؤولا",
        "الوزير",
    ]


def test_chains_are_no_longer_than_the_scheme_allows() -> None:
    text = "قال سامي إن كريما قال إن سليما قال إن وليدا قال إن نبيلا قال إن الماء نفد."
    claims = [proposal for proposal in _suggest(text) if proposal.label == "claim"]
    depth = _scheme().relation("reported_by").depth
    assert depth is not None
    links = [any(link.label == "reported_by" for link in claim.relations) for claim in claims]
    assert links == [False] + [True] * depth + [False] * (len(claims) - depth - 1)


@pytest.mark.parametrize(
    ("text", "act", "claim"),
    [
        ("قال سامي إن الماء نفد.", "say", ("indirect", "affirmed", "neutral")),
        ("زعم سامي أن الماء نفد.", "say", ("indirect", "affirmed", "distancing")),
        ("نفى سامي أن يكون الماء قد نفد.", "deny", ("indirect", "denied", "neutral")),
        ("لم يؤكد سامي أن الماء نفد.", "deny", ("indirect", "denied", "neutral")),
        ("لا ينفي سامي أن الماء نفد.", "deny", ("indirect", "affirmed", "neutral")),
        ("أثبت الباحث أن الماء نفد.", "reveal", ("indirect", "affirmed", "endorsing")),
        ("رفض سامي التعليق.", "say", ("indirect", "no_comment", "neutral")),
        ("قال سامي: «نفد الماء كله».", "say", ("direct", "affirmed", "neutral")),
        ("قال سامي إن الماء «نفد كله» أمس.", "say", ("mixed", "affirmed", "neutral")),
        ("قال سامي إن شركة «الماء» أفلست.", "say", ("indirect", "affirmed", "neutral")),
        ("يعتقد سامي أن الماء نفد.", "believe", ("indirect", "affirmed", "neutral")),
    ],
)
def test_attributes(text: str, act: str, claim: tuple[str, str, str]) -> None:
    found = {proposal.label: proposal.attributes for proposal in _suggest(text)}
    assert found["cue"] == {"act": act}
    assert found["claim"] == dict(zip(("quote_type", "polarity", "authorial_stance"), claim, strict=True))


def test_a_speaker_without_a_name_is_an_unnamed_source() -> None:
    text = "قالت مصادر أمنية إن المشتبه به فر، وقال سامي إنه هنا."
    sources = [proposal for proposal in _suggest(text) if proposal.label == "actor"]
    assert [(_quoted(text, one), dict(one.attributes)) for one in sources] == [
        ("مصادر أمنية", {"kind": "unnamed_source"}),
        ("سامي", {}),
    ]


def test_one_speaker_is_proposed_once() -> None:
    proposals = _suggest("قال سامي إن الماء نفد، مضيفًا أن الخبز قليل.")
    assert [proposal.label for proposal in proposals] == ["actor", "cue", "claim", "cue", "claim"]


def test_a_scheme_without_these_labels_gets_what_it_has() -> None:
    context = Context(scheme=Scheme(name="small", version=1, labels=(Label(key="claim"),)))
    [claim] = _suggest("قال سامي إن الماء نفد.", context)
    assert (claim.label, claim.attributes, claim.relations) == ("claim", {}, ())
    assert (
        _suggest("قال سامي إن الماء نفد.", Context(scheme=Scheme(name="x", version=1, labels=(Label(key="per"),))))
        == []
    )


PIECES = [
    *("قال", "وقال", "أن", "إن", "بأن", "نفى", "وفقًا", "لـ", "للوزارة", "بحسب", "ما", "على حد قوله", "الوزير", "سامي"),
    *("«", "»", "“", "”", '"', ":", "،", ".", "\n", " ", "(", ")", "—", "،و", "قائلًا", "كما", "أكدت", "التعليق", "رفض"),
    *(
        "قَالَ",
        "ﷲ",
        "لا",
        "لم",
        "يؤكد",
        "في بيان",
        "جاء",
        "\u0301",
        "\u200f",
        "\u064b",
        "👨‍👩‍👧",
        "John",
        "١٢",
        "من",
        "أما",
    ),
]
MIXED = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=40).map("".join)
SPACED = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@given(MIXED | SPACED)
def test_proposals_stand_in_any_text(text: str) -> None:
    proposals = _suggest(text)
    bounds = set(boundaries(text))
    keys = [proposal.key for proposal in proposals]
    assert len(set(keys)) == len(keys)
    for proposal in proposals:
        assert proposal.parts
        assert all(0 <= start < end <= len(text) for start, end in proposal.parts)
        assert all(end < start for (_, end), (start, _) in zip(proposal.parts, proposal.parts[1:], strict=False))
        assert {offset for part in proposal.parts for offset in part} <= bounds
        assert {link.to for link in proposal.relations} <= set(keys)
