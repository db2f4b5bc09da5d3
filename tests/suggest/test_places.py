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


def found(text: str) -> list[str | None]:
    suggest = find_suggester("aliases").prepare(Context(scheme=load_scheme("actors-claims"), actors=ACTORS))
    return [one.actor_id for one in suggest(Document(id="0" * 32, title="", text=text))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("رفضت نوران العرض.", ["state"]),
        ("في نوران، أغلقت الطرق.", []),
        ("تبادل الحزبان الكبيران في نوران الاتهامات.", ["state"]),
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
