"""Names that say only where something is, or after whom it is called, are no mentions of the actor that bears them."""

import pytest

from annotator.domain.actor import Actor
from annotator.domain.document import Document
from annotator.services.schemes import load_scheme
from annotator.suggest.registry import Context, find_suggester

ACTORS = (
    Actor(id="state", name="نوران", kind="state"),
    Actor(id="person", name="سامر الحلبي", kind="person"),
    Actor(id="body", name="جامعة نوران", kind="organization"),
    Actor(id="union", name="نقابة البحارة", kind="organization"),
)


def found(text: str, actors: tuple[Actor, ...] = ACTORS) -> list[str | None]:
    suggest = find_suggester("aliases").prepare(Context(scheme=load_scheme("actors-claims"), actors=actors))
    return [one.actor_id for one in suggest(Document(id="0" * 32, title="", text=text))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("رفضت نوران العرض.", ["state"]),
        ("في نوران، أغلقت الطرق.", []),
        ("تبادل الحزبان الكبيران في نوران الاتهامات.", []),
        ("وضعفت ثقة الناس في نوران.", ["state"]),
        ("وأقيم المعرض داخل نوران أمس.", []),
        ("وافتتح المهرجان السنوي بنوران أمس.", []),
        ("وندد الوزير بنوران أمس.", ["state"]),
        ("وتحدث عن علاقة بلاده بنوران.", ["state"]),
        ("وعاد الوفد مساء من نوران.", []),
        ("وتراجعت الصادرات إلى نوران هذا العام.", []),
        ("وطلب الوزير من نوران أن تنسحب.", ["state"]),
        ("وزار الملك نوران أمس.", ["state"]),
        ("ووصف وزير خارجية نوران الخطة.", []),
        ("وقال سفير نوران لدى الحلف إن الباب مغلق.", []),
        ("وحضر السفير الجديد لدى نوران.", []),
        ("وصل المبعوث الأممي إلى نوران سامر الرفاعي.", []),
        ("ودعا العاصمة نوران إلى الحوار.", []),
        ("وتقدم الجيش في العاصمة الكبيرة نوران.", ["state"]),
        ("وتقدم نحو العاصمة الساحلية نوران.", []),
        ("وتوقف العمل في محكمة نوران الجديدة أمس.", []),
        ("نوران.. افتتاح سوق جديد", []),
        ("وتجري العملية الخاصة في نوران.", []),
        ("وانتخب رئيسا لنوران قبل عام.", []),
        ("ودعا إلى سحب قواتها من نوران.", []),
        ("وتوقفت القوافل قرب الحدود مع نوران.", []),
        ("ونقل موفد الصحيفة إلى نوران الخبر.", []),
        ("وانتهت المفاوضات مع نوران أمس.", ["state"]),
        ("وقدم مهاجم نوران أداء قويا.", []),
        ("ونقلت وكالة أنباء نوران الخبر.", []),
        ("ورفضت حكومة نوران العرض.", ["state"]),
        ("وغادرت نوران الاتفاق.", ["state"]),
        ("وشارك 1380 نوران في البحث.", []),
        ("نوران: افتتاح سوق جديد", []),
        ("نوران: لن نوافق على الخطة", ["state"]),
        ("نوران: «لن نوافق على الخطة»", ["state"]),
        ("وصل الوفد إلى مدينة نوران مساء.", []),
        ("احتشدت القوات قرب حدود نوران.", []),
        ("وفي نوران تظاهر المئات.", []),
        ("دعا الوزير إلى الحوار، نوران ترفض.", ["state"]),
        ("درس الباحث في جامعة نوران سنوات.", ["body"]),
        ("أغلقت البلدية شارع سامر الحلبي أسبوعا.", []),
        ("ونال جائزة سامر الحلبي للرواية.", []),
        ("التقى الوزير سامر الحلبي أمس.", ["person"]),
        ("في سامر الحلبي خصال كثيرة.", ["person"]),
        ("تظاهر العمال في نقابة البحارة.", ["union"]),
        ("بقي الخلاف على ما هو، في «نوران» وخارجها.", ["state"]),
    ],
)
def test_a_name_is_a_mention_only_where_it_names_the_actor(text: str, named: list[str]) -> None:
    assert found(text) == named


KINGDOM = Actor(id="kingdom", name="السنارية", kind="state", aliases=("زهرون",))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("رفضت السنارية العرض.", ["kingdom"]),
        ("ورفضت السلطات السنارية العرض.", []),
        ("وأعلنت زهرون موقفها.", ["kingdom"]),
        ("وانسحبت من اتفاق زهرون المناخي.", []),
        ("وانسحبت من اتفاق السنارية مع الحلف.", ["kingdom"]),
        ("وقال عبر الهاتف من زهرون إن الباب مغلق.", []),
        ("وتحركت الكتائب بدعم من زهرون.", ["kingdom"]),
        ("وفي السنارية وزهرون أغلقت الطرق.", []),
    ],
)
def test_an_adjective_and_a_city_of_treaties_are_not_the_state(text: str, named: list[str]) -> None:
    assert found(text, (KINGDOM,)) == named


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("جمهورية نوران العربية", "رفضت نوران العرض.", 1),
        ("دولة زهرون", "رفضت زهرون العرض.", 1),
        ("الولايات المتحدة النورانية", "رفضت الولايات المتحدة العرض.", 1),
        ("الجمهورية النورانية", "رفضت الفرقة النورانية العرض.", 0),
        ("المملكة المتحدة", "وعادت البلاد المتحدة إلى العمل.", 0),
    ],
)
def test_a_state_is_known_by_its_name_without_its_form(name: str, text: str, named: int) -> None:
    assert len(found(text, (Actor(id="one", name=name, kind="state"),))) == named


def test_a_last_name_is_no_word_of_time() -> None:
    person = (Actor(id="one", name="سامر الماضي", kind="person", aliases=("الماضي",)),)
    assert found("قال سامر الماضي نعم. وجاء العام الماضي بالمطر، وقال الماضي لا.", person) == ["one", "one"]


def test_a_name_inside_the_longer_name_of_a_body_is_no_mention() -> None:
    bodies = (
        Actor(id="union", name="اتحاد البحارة", kind="organization"),
        Actor(id="fund", name="صندوق اتحاد البحارة للتعليم", kind="organization"),
        Actor(id="head", name="سامر الرفاعي", kind="person", aliases=("رئيس اتحاد البحارة",)),
    )
    assert found("أعلن صندوق اتحاد البحارة للتعليم فتح الباب.", bodies) == ["fund"]
    assert found("أعلن رئيس اتحاد البحارة فتح الباب.", bodies) == ["head", "union"]
    assert found("أعلن اتحاد البحارة فتح الباب.", bodies) == ["union"]
