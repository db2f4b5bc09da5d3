"""Names as articles shorten and spell them: the last word alone, عبد apart or joined, quotes inside."""

import pytest

from annotator.domain.actor import Actor
from annotator.domain.document import Document
from annotator.services.schemes import load_scheme
from annotator.suggest.registry import Context, find_suggester

SAMER = Actor(id="samer", name="سامر الوهداني", kind="person")
RIM = Actor(id="rim", name="ريم الوهداني", kind="person")
CLUB = Actor(id="club", name="نادي الميناء", kind="organization")


def _found(text: str, *actors: Actor) -> list[tuple[str, str | None]]:
    suggest = find_suggester("aliases").prepare(Context(scheme=load_scheme("actors-claims"), actors=actors))
    proposals = suggest(Document(id="0" * 32, title="", text=text))
    return [(text[slice(*one.parts[0])], one.actor_id) for one in proposals]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("قال سامر الوهداني إن الطريق مغلق. وأضاف الوهداني أن العمل مستمر.", 1),
        ("قال سامر الوهداني إن الطريق مغلق.\nالوهداني: لا موعد.", 1),
        ("قال سامر الوهداني نعم، ثم تحدث للوهداني صحفي.", 1),
        ("قال الوهداني إن الطريق مغلق. ثم حضر سامر الوهداني.", 0),
        ("قال سامر الوهداني نعم. وحضر شقيقه كريم الوهداني أيضا.", 0),
        ("قال سامر الوهداني نعم. وحضرت زوجته نيرفانا الوهداني أيضا.", 0),
        ("قال سامر الوهداني نعم، وجلس إلى جانب الوهداني صحفي.", 1),
        ("قال سامر الوهداني نعم، ثم خرج محامي الوهداني.", 1),
        ("الوهداني: لا موعد\nقال سامر الوهداني نعم.", 1),
    ],
)
def test_a_last_name_stands_for_who_was_named_whole_before(text: str, alone: int) -> None:
    found = _found(text, SAMER)
    short = [one for one in found if one[0] != "سامر الوهداني"]
    assert short == [("الوهداني", "samer")][:alone] or (alone and short == [("لوهداني", "samer")])


def test_a_last_name_of_two_is_nobodys() -> None:
    text = "حضر سامر الوهداني وريم الوهداني. وقال الوهداني نعم."
    assert [one[0] for one in _found(text, SAMER, RIM)] == ["سامر الوهداني", "ريم الوهداني"]


def test_only_people_have_last_names() -> None:
    assert _found("فاز نادي الميناء أمس. وقالت الميناء نعم.", CLUB) == [("نادي الميناء", "club")]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("عبد الرحمن السيد", "قال عبدالرحمن السيد نعم", "عبدالرحمن السيد"),
        ("عبدالرحمن السيد", "قال عبد الرحمن السيد نعم", "عبد الرحمن السيد"),
        ("مجموعة المدار", 'أعلنت مجموعة "المدار" القابضة ذلك', 'مجموعة "المدار"'),
        ("صحيفة «الأفق»", "ذكرت صحيفة الأفق أن", "صحيفة الأفق"),
        ("وكالة نورس بلس", "ذكرت وكالة «نورس بلس» أن", "وكالة «نورس بلس»"),
        ("عبد", "قال عبدالرحمن نعم", None),
    ],
)
def test_one_name_in_two_spellings(name: str, text: str, found: str | None) -> None:
    actor = Actor(id="one", name=name, kind="organization")
    assert [one[0] for one in _found(text, actor)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("name", "text", "last"),
    [
        ("إياد صلاح الدين", "قال إياد صلاح الدين نعم. ورفض صلاح الدين الرد.", "صلاح الدين"),
        ("سالم بن راشد", "قال سالم بن راشد نعم. ورفض بن راشد الرد.", "بن راشد"),
        ("أكبر الباكر", "قال أكبر الباكر نعم. وأضاف باكر أن لا.", "باكر"),
        ("أكبر الباكر", "قال أكبر الباكر نعم. وخرج في وقت باكر.", None),
        ("عبد الله", "قال عبد الله نعم. والحمد الله أكبر.", None),
        ("جوزيف توريه", "قال جوزيف توريه نعم. ورفض جوزف توريه الرد.", "توريه"),
    ],
)
def test_a_last_name_has_all_its_parts(name: str, text: str, last: str | None) -> None:
    person = Actor(id="one", name=name, kind="person")
    assert [one[0] for one in _found(text, person)] == [name, last][: 1 + (last is not None)]


@pytest.mark.parametrize(
    ("name", "text", "times"),
    [
        ("يايا توريه", "وأكد الرئيس توريه ذلك. ونام توريه طويلا.", 2),
        ("يايا توريه", "ونام توريه طويلا.", 0),
        ("يايا توريه", "وأكد الرئيس سليمان توريه ذلك.", 0),
        ("حسن مبارك", "وأكد الرئيس مبارك ذلك.", 0),
        ("سامر الحكيم", "وأكد الرئيس الحكيم ذلك.", 0),
    ],
)
def test_a_rare_last_name_needs_one_place_that_shows_a_person(name: str, text: str, times: int) -> None:
    assert len(_found(text, Actor(id="one", name=name, kind="person"))) == times


def test_an_office_is_no_name() -> None:
    person = Actor(id="one", name="سامر الوهداني", kind="person", aliases=("الرئيس النوراني",))
    assert _found("قال الرئيس النوراني نعم، ووقف الشعب النوراني.", person) == [("الرئيس النوراني", "one")]


@pytest.mark.parametrize(
    ("name", "text", "short"),
    [
        ("حركة نوارس", "أعلنت حركة نوارس ذلك. وقالت نوارس لا.", "نوارس"),
        ("حركة نوارس", "وقالت نوارس لا.", None),
        ("قوات الحلف الشمالي", "تقدمت قوات الحلف الشمالي. واتهم الحلف الشمالي غيره.", "الحلف الشمالي"),
        ("حزب العمال", "أعلن حزب العمال ذلك. وعاد العمال إلى بيوتهم.", None),
        ("وزارة النقل النورانية", "أعلنت وزارة النقل النورانية ذلك. وقالت وزارة النقل لا.", "وزارة النقل"),
        ("وزارة النقل النورانية", "أعلنت وزارة النقل النورانية ذلك. وقالت وزارة النقل السنارية لا.", None),
        ("البنك النوراني", "أعلن البنك النوراني ذلك. وقال البنك لا.", None),
    ],
)
def test_a_body_is_known_by_a_part_of_its_name_behind_the_whole(name: str, text: str, short: str | None) -> None:
    body = Actor(id="one", name=name, kind="organization")
    found = [one[0] for one in _found(text, body)]
    assert [one for one in found if one != name] == ([short] if short else [])


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("الصيادون", "وقال الصيادون نعم. وطلب من الصيادين الرد.", ["الصيادون", "الصيادين"]),
        ("اتحاد البحارة المهنيين", "قال اتحاد البحارة المهنيون نعم.", ["اتحاد البحارة المهنيون"]),
        ("الدين", "وعاد المدون إلى البيت.", []),
    ],
)
def test_a_plural_of_men_has_two_cases(name: str, text: str, found: list[str]) -> None:
    assert [one[0] for one in _found(text, Actor(id="one", name=name, kind="organization"))] == found


def test_a_small_word_is_nobodys_first_name() -> None:
    person = Actor(id="one", name="سعيد الوهداني", kind="person", aliases=("الوهداني",))
    assert _found("ونظر إلى الوهداني، وجلس بين الوهداني وغيره.", person) == [("الوهداني", "one")] * 2


def test_a_last_name_that_is_registered_is_not_that_of_another() -> None:
    person = Actor(id="one", name="رجب الوهداني", kind="person", aliases=("الوهداني",))
    assert _found("وقال النائب محمد الوهداني نعم.", person) == []
    assert _found("وقال النائب الوهداني نعم، ورد علي الوهداني كثيرون.", person) == [("الوهداني", "one")] * 2
