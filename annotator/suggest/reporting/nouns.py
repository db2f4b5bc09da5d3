"""Verbal nouns: what is announced, denied or demanded where no clause says it (نفى وجود خطة)."""

import re
from functools import lru_cache

from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.word_forms import spelled

_SHAPES = re.compile(
    r"""
    ان\w{2}ا\w                  # انفعال
    | ا(?:\wت|ت|صط|ضط)\wا\w      # افتعال، اتفاق، اضطراب
    | است\w{1,2}ا\w[هت]?        # استفعال، استقالة
    | ت\w{2}ي\w                 # تفعيل، تسوية
    | ت\wا\w{2}                 # تفاعل
    | م\wا\w{2}[هت]             # مفاعلة
    """,
    re.VERBOSE,
)
_SHAPES_IN_HAMZA = re.compile(r"ا\w{1,3}ا\w[هت]?")
"""إفعال، إعادة: only where the hamza is written, for else many nouns look like it."""

_ROOT_HAMZA = "متأ"
"""متأخرة: a participle, whose alef is a letter of the root, however much it looks like مفاعلة."""

_PRONOUN = re.compile("(?:هما|ها|هم|هن|ه)$")


@lru_cache(maxsize=1 << 14)
def is_verbal_noun(word: str) -> bool:
    """Return whether a word, as it is written, may be a verbal noun: by its shape, or because the list of form I has
    it.
    """
    if _ROOT_HAMZA in word:
        return False
    form, hamza = spelled(word), word.startswith("إ")
    if not hamza and form.startswith("ال"):
        form, hamza = form[2:], word[2:].startswith("إ")
    owned = _PRONOUN.sub("", form)
    # نيتها is نية with its owner.
    if form in word_class("not_deeds"):
        return False
    bases = {form, owned, form.removesuffix("ات"), owned[:-1] + "ه" if owned.endswith("ت") else owned}
    return any(_fits(base, hamza) for base in bases if len(base) > 1)


def _fits(form: str, hamza: bool) -> bool:
    if form in word_class("verbal_nouns") or _SHAPES.fullmatch(form):
        return True
    return hamza and _SHAPES_IN_HAMZA.fullmatch(form) is not None
