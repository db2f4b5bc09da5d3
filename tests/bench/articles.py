"""Articles to measure with: news in Arabic of any length, and spans of which some are nested three deep."""

import random

from annotator.domain.span import Parts

PARAGRAPH = 500
"""Characters in a paragraph, its line feed included."""

_WORDS = (
    "قال أعلن أكد أضاف أوضح نفى اتهم حذر الوزير الرئيس المتحدث باسم الحكومة المعارضة الأمم المتحدة الاتحاد الأوروبي "
    "بيروت القاهرة الرياض بغداد إن أن من إلى على في عن مع لا لم قد كان ستكون الأزمة الاقتصادية المفاوضات الانتخابات "
    "القرار الاتفاق الحدود اللاجئين الميناء الشركة تقرير صحيفة مصادر مطلعة رفيعة المستوى خلال مؤتمر صحفي أمس اليوم "
    "الاثنين الماضي مليون دولار ٢٠٢٤ 15% Reuters كَتَبَ وُقِّعَ «العقد» للصين وبحسب لأنها الجديدة، بينما، الأولى. السلام؛"
)


def article(length: int, seed: int = 7) -> str:
    """A text of exactly so many characters in paragraphs of `PARAGRAPH` characters."""
    chance = random.Random(seed)
    words = _WORDS.split()
    paragraphs = []
    for start in range(0, length, PARAGRAPH):
        wanted = min(PARAGRAPH - 1, length - start)
        sentence = " ".join(chance.choices(words, k=wanted // 3))
        paragraphs.append(sentence[: wanted - 1] + ".")
    text = "\n".join(paragraphs)
    return text + "." * (length - len(text))


def spans(text: str, count: int, seed: int = 7) -> list[Parts]:
    """So many spans, spread evenly over the text: a claim, a claim in it, an actor in that one, and so on.

    Every seventh claim is interrupted.
    """
    chance = random.Random(seed)
    made: list[Parts] = []
    groups = -(-count // 3)
    for group in range(groups):
        start = group * len(text) // groups
        end = min(len(text), start + chance.randint(60, 240))
        third = (end - start) // 3
        actor = start + third // 2, start + third // 2 + chance.randint(4, 14)
        outer: Parts = ((start, end),) if group % 7 else ((start, start + third), (start + 2 * third, end))
        made += [outer, ((actor[0], end - third // 2),), (actor,)]
    return made[:count]
