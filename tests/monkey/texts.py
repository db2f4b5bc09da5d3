"""Articles that are hard to lay out, to measure and to mark, made from a seed."""

from collections.abc import Callable, Sequence
from random import Random

SCRIPTS = (
    "قال وزير النقل سامر الحلبي إن الميناء سيُفتح في موعده بحسب الوزارة",
    "أُوْلَـٰٓئِكَ بِّسۡمِ ٱللَّهِ مُحَمَّدٌ لله الأمم السلام إلى",
    "The minister said “no”, reports Reuters 3.5% 2020-2021",
    "می‌گوید که نمی‌دانم گفت‌وگو",
    'שָׁלוֹם צה"ל אמר',
    "ދިވެހި ބަސް",
    "अच्छा कहा क्षत्रिय",
    "ܫܠܡܐ ܐܡܪ",
    "বাংলা বলেন",
    "தமிழ் கூறினார்",
    "ខ្មែរ និយាយ",
    "ᠮᠣᠩᠭᠣᠯ ꯃꯩꯇꯩ ߒߞߏ ⴰⵎⴰⵣⵉⵖ",
    "日本語と中文 한국어",
    "😀 👨\u200d👩\u200d👧\u200d👦 🇸🇦🇵🇸 👍🏽 1\ufe0f\u20e3 ❤\ufe0f",
    "\U00012000\U00012001 \U0001d49c\U0001d4b7 \U0001e900\U0001e922",
    "ﷲ ﷺ ﻻ ﻼ ﺍﻟﻌﺮﺑﻴﺔ",
)
CONTROLS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad\u061c\ufeff"
MARKS = "\u064b\u064e\u064f\u0650\u0651\u0652\u0670\u0653\u0301\u0323\u20dd\u0489"
GAPS = ("", " ", "  ", "\u00a0", "\t", "\n", "\n\n", "، ", "\u2009", "\u3000")


def article(random: Random) -> str:
    """One odd article; never blank, which would be no article."""
    return _shown(random.choice(_KINDS)(random))


def articles(random: Random) -> list[str]:
    """One of every kind."""
    return [_shown(kind(random)) for kind in _KINDS]


def _shown(text: str) -> str:
    return text if text.strip() else f"{text}و"


def words(random: Random, count: int) -> str:
    """Words of any script, with any gap between them."""
    pieces = []
    for _ in range(count):
        pieces += [random.choice(random.choice(SCRIPTS).split()), random.choice(GAPS)]
    return "".join(pieces)


def _news(random: Random) -> str:
    return "\n".join(f"{random.choice(SCRIPTS[:2])}، {random.choice(SCRIPTS)}." for _ in range(random.randint(3, 60)))


def _many_scripts(random: Random) -> str:
    return words(random, random.randint(20, 300))


def _controls(random: Random) -> str:
    return "".join(
        random.choice((words(random, 1), "".join(random.choices(CONTROLS, k=random.choice((1, 2, 5, 40))))))
        for _ in range(random.randint(5, 60))
    )


def _only_controls(random: Random) -> str:
    """Long rows of the same few, as broken copies from the web have them."""
    rows = [random.choice(CONTROLS) * random.randint(1, 200) for _ in range(random.randint(1, 8))]
    isolates = "\u2066\u2067\u2068" * random.randint(0, 40)
    return "".join([*rows, isolates, random.choice(("", "قال", "\n"))])


def _stacked(random: Random) -> str:
    letters = random.choices("ابتلمنهوي ", k=random.randint(5, 120))
    return "".join(letter + "".join(random.choices(MARKS, k=random.choice((0, 1, 2, 12)))) for letter in letters)


def _long_word(random: Random) -> str:
    return random.choice("امaﻻ😀ـ") * random.randint(500, 6000)


def _empty_lines(random: Random) -> str:
    return "".join(random.choice(("\n", "\n", "\t", " ", "قال.", "a")) for _ in range(random.randint(2, 400)))


def _one_letter(random: Random) -> str:
    return random.choice(("و", "a", "😀", "ދ", "\u064e", "\u202e", " ", "\n", "ﷲ", "\U00012000"))


_KINDS: Sequence[Callable[[Random], str]] = (
    _news,
    _many_scripts,
    _controls,
    _only_controls,
    _stacked,
    _long_word,
    _empty_lines,
    _one_letter,
)
